//! Items that each purpose answers for itself, or a clause for all.

use super::page::ClinicPages;
use super::{Answer, Cell, Item};
use crate::diagnostic::catalogue::coverage as say;
use crate::model::{LegalBasisArticle, Purpose, Resolved, SpecialCategoryCondition, TableKind, Text};
use crate::span::Span;

impl<'p, 'a> ClinicPages<'p, 'a> {
    pub(super) fn of_purposes(self, item: Item) -> Cell {
        let rows: Vec<&'p Purpose<'a>> =
            self.clinic.purposes.rows.iter().filter(|purpose| concerns(item, purpose)).collect();
        let table = if item == Item::Retention { TableKind::Retention } else { TableKind::Purposes };
        let (mut good, mut lacking) = (Vec::new(), Vec::new());
        for purpose in &rows {
            let (field, span) = self.answer(item, purpose);
            let key = format!("purposes.{}.{field}", purpose.id);
            match span {
                Some(span) => good.push(Answer::new(key, span)),
                None => lacking.push(Answer::new(key, purpose.span)),
            }
        }
        // A clause says these for all purposes; what a purpose adds is its own.
        let is_for_all = matches!(item, Item::DutyToGive | Item::AutomatedDecisions | Item::Withdrawal);
        if is_for_all && !(self.said(item).here.is_empty() && self.said(item).in_another_language.is_empty())
        {
            return self.prose(item);
        }
        if item == Item::AutomatedDecisions {
            lacking.clear();
        }
        let cell = match item {
            // How to withdraw is prose; a purpose only tells that there is something to withdraw.
            Item::Withdrawal => self.prose(item),
            _ => self.rows(item, self.shows(table), good, lacking),
        };
        match reason_for_none(item, self.clinic.purposes.is_empty()) {
            Some(why) if rows.is_empty() && cell.answers.is_empty() => Cell::not_applicable(item, why),
            _ => cell,
        }
    }

    /// The field of a purpose that answers an item, and where it does.
    fn answer(self, item: Item, purpose: &Purpose<'_>) -> (&'static str, Option<Span>) {
        match item {
            Item::Purposes => ("what_for", self.text(Some(&purpose.what_for))),
            Item::Categories => ("data", self.text(Some(&purpose.data))),
            Item::Sources => ("source", self.text(Some(&purpose.source))),
            Item::Interests => ("interest", self.text(purpose.interest.as_ref())),
            Item::DutyToGive => ("must_give", self.text(purpose.must_give.as_ref())),
            Item::AutomatedDecisions => ("automated", self.text(purpose.automated.as_ref())),
            Item::Retention => ("retention", self.retention(purpose)),
            Item::HealthCondition => {
                let bases = purpose.bases.get();
                let whole = !bases.is_empty() && bases.iter().all(|basis| basis.value.condition.is_some());
                ("bases", whole.then(|| purpose.bases.origin().span))
            }
            _ => ("bases", (!purpose.bases.get().is_empty()).then(|| purpose.bases.origin().span)),
        }
    }

    /// Where a text is written, if it has the language.
    fn text(self, text: Option<&Resolved<'_, Text>>) -> Option<Span> {
        Some(text?.get().written_in(self.chain.first()?)?.span)
    }

    /// A purpose says how long if every entry that it names says it.
    fn retention(self, purpose: &Purpose<'_>) -> Option<Span> {
        let says = |id: &str| {
            let row = self.clinic.retention.get(id);
            row.is_some_and(|row| row.period.is_some() || row.event.is_some() || row.criterion.is_some())
        };
        let named = purpose.retention.ids();
        let whole = !named.is_empty() && named.iter().all(|id| says(id.value.as_str()));
        whole.then(|| purpose.retention.origin().span)
    }
}

/// Whether the law asks a purpose for an item.
fn concerns(item: Item, purpose: &Purpose<'_>) -> bool {
    let rests_on =
        |article: LegalBasisArticle| purpose.bases.get().iter().any(|basis| basis.value.article == article);
    match item {
        Item::Interests => rests_on(LegalBasisArticle::LEGITIMATE_INTERESTS),
        Item::Withdrawal => {
            let explicit = |letter: char| letter == 'a';
            let conditions = purpose.bases.get().iter().filter_map(|basis| basis.value.condition);
            rests_on(LegalBasisArticle::CONSENT)
                || conditions.map(SpecialCategoryCondition::letter).any(explicit)
        }
        Item::HealthCondition => purpose.health.as_ref().is_some_and(|health| *health.get()),
        Item::Categories | Item::Sources => !is_from_the_person(purpose.source.get()),
        _ => true,
    }
}

/// Article 14 is about data that others than the patient gave.
fn is_from_the_person(source: &Text) -> bool {
    const PERSON: [&str; 7] = ["deg", "deg selv", "du", "du selv", "you", "yourself", "you yourself"];
    let is_person = |text: &str| PERSON.contains(&text.trim().trim_end_matches('.').to_lowercase().as_str());
    source.all().next().is_some() && source.all().all(is_person)
}

/// Why no purpose is asked for an item; if nothing is known of the purposes,
/// only what they themselves would bring up is not asked for.
fn reason_for_none(item: Item, no_purposes: bool) -> Option<crate::diagnostic::Message> {
    match item {
        Item::Categories | Item::Sources if !no_purposes => Some(say::all_data_from_the_person()),
        Item::Interests => Some(say::nothing_rests_on_interests()),
        Item::Withdrawal => Some(say::nothing_rests_on_consent()),
        Item::HealthCondition => Some(say::no_health_data()),
        _ => None,
    }
}

//! Whether a brand's files show what is in force in one of its clinics.

use super::asked::{AskedKind, AskedPart, AskedText};
use super::on_brand::{OnBrand, PageText};
use super::standing::row_fields;
use super::unseen::HiddenBy;
use super::used_terms::{mentions, shown_texts, term_is_used};
use crate::hours::{Coming, LastDays, Why, service_days, timetables};
use crate::merge::{Clause, Clinic};
use crate::model::{Arrangement, ClauseInput, Field, FieldKey, HoursException, Id, Language, StatementMode};
use crate::span::Span;

/// Why something in force is on no page of a brand.
pub(super) type NotShown = (HiddenBy, Option<Span>);

impl<'b> OnBrand<'b, '_> {
    /// Whether the brand's files show a part that is in force.
    pub(super) fn shows(&self, part: &AskedPart<'_>) -> Result<(), NotShown> {
        match &part.kind {
            AskedKind::Field { key, language, .. } => self.shows_field(key, *language),
            AskedKind::Clause { id, text: AskedText::Words(language), .. } => {
                self.shows_clause(id, language, part.span)
            }
            AskedKind::Notice { id, text: AskedText::Words(language), .. } => self.shows_notice(id, language),
            _ => Ok(()),
        }
    }

    fn texts(&self) -> &[PageText<'b>] {
        self.texts.get_or_init(|| shown_texts(self, self.speaks()))
    }

    fn shows_field(&self, key: &FieldKey<'_>, language: Option<&Language>) -> Result<(), NotShown> {
        self.shows_value(key)?;
        let Some(language) = language else { return Ok(()) };
        let Some(fields) = row_fields(self.clinic, key) else { return Ok(()) };
        let Some(field) = fields.iter().find(|field| field.name == key.field) else { return Ok(()) };
        let is_used = self.chains().iter().any(|chain| is_used(self.clinic, field, key, chain, language));
        if is_used { Ok(()) } else { Err((HiddenBy::Language, None)) }
    }

    /// Whether a value is shown in any language.
    fn shows_value(&self, key: &FieldKey<'_>) -> Result<(), NotShown> {
        let clinic = self.clinic;
        let row = key.row.map_or("", Id::as_str);
        let on = |shown: bool, why: HiddenBy| if shown { Ok(()) } else { Err((why, None)) };
        match (key.table, key.field) {
            // These are for the record, for the rules, or not told.
            ("about", "security_measures")
            | ("entities", "kind")
            | ("deadlines", "before" | "followed_by") => on(false, HiddenBy::Nothing),
            ("about", "name") => {
                let is_of_one = self.brand.statement == StatementMode::Each || self.brand.clinics.len() == 1;
                let is_shown = self.group_is_shown && is_of_one;
                on(is_shown || mentions(self.texts(), "group.name"), HiddenBy::Nothing)
            }
            ("clinic", "arrangement") => on(clinic.controllers().len() > 1, HiddenBy::Nothing),
            ("clinic", "arrangement_summary") => {
                let arrangement = clinic.settings.arrangement.as_ref().map(|arrangement| *arrangement.get());
                let is_joint = arrangement == Some(Arrangement::Joint);
                on(is_joint && clinic.controllers().len() > 1, HiddenBy::Nothing)
            }
            ("entities", field) => {
                let is_controller = clinic.all_controllers().iter().any(|entity| entity.id.as_str() == row);
                let is_named = field == "name" && mentions(self.texts(), &format!("entities.{row}.name"));
                on(is_controller || is_named, HiddenBy::Nothing)
            }
            ("retention", "starts") => {
                on(clinic.retention.get(row).is_some_and(|rule| rule.period.is_some()), HiddenBy::Nothing)
            }
            ("retention", "section") => {
                on(clinic.retention.get(row).is_some_and(|rule| rule.law.is_some()), HiddenBy::Nothing)
            }
            // A date that is moved may bring back what is over.
            ("exceptions", "hours" | "reason") => on(self.exception_is_coming(row), HiddenBy::Days),
            ("services", "name" | "hours" | "note") => {
                let days = clinic.services.get(row).and_then(|service| service_days(service, clinic));
                on(days.is_some_and(|days| days.is_shown_on(self.date)), HiddenBy::Days)
            }
            ("deadlines", "label" | "applies_to" | "counted" | "attend") => {
                let deadline = clinic.deadlines.get(row);
                on(deadline.is_some_and(|deadline| deadline.is_shown_on(self.date)), HiddenBy::Days)
            }
            ("glossary", _) => on(
                term_is_used(self, row, self.texts(), &|key| self.shows_value(key).is_ok()),
                HiddenBy::Nothing,
            ),
            ("documents", "title" | "summary" | "path") => on(self.speaks(), HiddenBy::Nothing),
            _ => Ok(()),
        }
    }

    fn exception_is_coming(&self, row: &str) -> bool {
        let is_it = |exception: &HoursException<'_>| exception.id.as_str() == row;
        let decides = |coming: &Coming<'_, '_>| match coming.why {
            Why::Exception(exception) | Why::Holiday(_, Some(exception)) => is_it(exception),
            Why::Holiday(_, None) | Why::Weekday => false,
        };
        timetables(self.clinic).iter().any(|channel| channel.coming(self.date).iter().any(decides))
    }

    fn shows_clause(&self, id: &Id, language: &Language, span: Span) -> Result<(), NotShown> {
        let clinic = self.clinic;
        let Some(clause) = clinic.clauses.get(id) else { return Err((HiddenBy::Nothing, None)) };
        let mut sections = clinic.documents.iter().flat_map(|composed| &composed.sections);
        if !sections.any(|section| section.id == id) {
            return Err(why_hidden(clinic, clause));
        }
        let has = |input: &ClauseInput| input.texts.iter().any(|(_, text)| text.span == span);
        let Some(step) = clause.steps.iter().find(|step| has(step.input)) else {
            return Err((HiddenBy::Nothing, None));
        };
        let is_used = |chain: &Vec<Language>| {
            step.input.texts.first_of(chain).is_some_and(|(used, _)| used == language)
        };
        // A shared statement has the same texts for all its clinics, or is not published.
        if self.chains().iter().any(is_used) { Ok(()) } else { Err((HiddenBy::Language, None)) }
    }

    fn shows_notice(&self, id: &Id, language: &Language) -> Result<(), NotShown> {
        let Some(placed) = self.clinic.notices.iter().find(|placed| placed.id == id) else {
            return Err((HiddenBy::Nothing, None));
        };
        let notice = placed.notice;
        if !notice.is_for(&self.brand.id) {
            return Err((HiddenBy::Nothing, notice.brands.as_ref().map(|brands| brands.span)));
        }
        if !notice.is_shown_on(self.date) {
            let from = notice.from.as_ref().filter(|from| from.value.0 > self.date).map(|from| from.span);
            return Err((HiddenBy::Days, from.or(notice.until.as_ref().map(|until| until.span))));
        }
        let is_used =
            |chain: &Vec<Language>| notice.texts.first_of(chain).is_some_and(|(used, _)| used == language);
        if !self.chains().iter().any(is_used) {
            return Err((HiddenBy::Language, None));
        }
        let documents = self.clinic.documents.iter().map(|composed| composed.document.id.as_str());
        let mut pages = documents.chain(["front"]);
        if pages.any(|page| self.clinic.has_notice_on(page, notice)) {
            return Ok(());
        }
        Err((HiddenBy::Nothing, notice.pages.as_ref().map(|pages| pages.span)))
    }
}

/// Whether the words of a field in `language` are those that a reader of the chain's first language sees.
///
/// A row is written in the first language that has all its texts, and so is what it names of other rows.
fn is_used(
    clinic: &Clinic<'_>,
    field: &Field<'_, '_>,
    key: &FieldKey<'_>,
    chain: &[Language],
    language: &Language,
) -> bool {
    let by_itself = key.row.is_none() || key.table == "documents";
    let naming: &[&str] = match (key.table, key.field) {
        ("processors", "name") => &["processors", "purposes"],
        ("departments", "name") => &["departments", "hours"],
        ("laws", "title") => &["laws", "purposes", "retention"],
        ("retention", "starts" | "event" | "criterion") => &["retention", "purposes"],
        _ => &[],
    };
    let own = row_fields(clinic, key).filter(|_| !by_itself);
    let mut starts: Vec<usize> = own.iter().map(|row| first_whole(row, chain)).collect();
    // Running text names a value in the first language that has it.
    if by_itself || !naming.is_empty() {
        starts.push(0);
    }
    for (_, table) in clinic.tables.all().iter().filter(|(table, _)| naming.contains(&table.name)) {
        starts.extend(table.rows().iter().map(|row| first_whole(&row.fields(), chain)));
    }
    let seen_from = |start: &usize| chain[*start..].iter().find(|language| !field.lacks(language));
    starts.iter().any(|start| seen_from(start) == Some(language))
}

/// Which language of the chain is the first that has all texts of a row.
fn first_whole(row: &[Field<'_, '_>], chain: &[Language]) -> usize {
    let has_all = |language: &Language| !row.iter().any(|field| field.lacks(language));
    chain.iter().position(has_all).unwrap_or(0)
}

/// What keeps a clause in force off the pages.
fn why_hidden(clinic: &Clinic<'_>, clause: &Clause<'_>) -> NotShown {
    let when = clause.when.as_ref().filter(|when| !clinic.holds(when.get()));
    let unless = clause.unless.as_ref().filter(|unless| clinic.holds(unless.get()));
    match when.or(unless) {
        Some(condition) => (HiddenBy::Condition, Some(condition.origin().span)),
        None => (HiddenBy::List, None),
    }
}

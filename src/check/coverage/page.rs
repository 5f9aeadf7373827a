use super::{Answer, Cell, Item, State};
use crate::diagnostic::catalogue::coverage as say;
use crate::merge::Clause;
use crate::merge::Clinic;
use crate::model::{Language, TableKind};
use crate::span::Span;

/// A clinic's pages in one language.
#[derive(Clone, Copy)]
pub(in crate::check) struct ClinicPages<'p, 'a> {
    pub clinic: &'p Clinic<'a>,
    /// The language, and those that stand in for it.
    pub chain: &'p [Language],
}

/// How a clause on a page speaks the page's language.
enum Speaks {
    /// In that language, from here.
    Language(Span),
    /// In one that stands in for it.
    StandIn(Span),
    /// In neither, or in that language with an empty text.
    Not,
}

/// The clauses that say of themselves that they answer an item.
#[derive(Default)]
pub(super) struct ClaimingClauses {
    pub here: Vec<Answer>,
    pub in_another_language: Vec<Answer>,
}

impl<'p, 'a> ClinicPages<'p, 'a> {
    /// What the pages say of an item.
    pub(in crate::check) fn cell(self, item: Item) -> Cell {
        match item {
            Item::Controller => self.controller(),
            Item::DataProtectionOfficer => self.data_protection_officer(),
            Item::StatementDate => self.statement_date(),
            Item::Recipients => self.recipients(),
            Item::Transfers => self.transfers(),
            Item::Rights | Item::Complaint => self.prose(item),
            _ => self.of_purposes(item),
        }
    }

    /// The clauses on the clinic's pages, in the order of reading.
    pub(in crate::check) fn shown(self) -> impl Iterator<Item = &'p Clause<'a>> {
        let sections = self.clinic.documents.iter().flat_map(|composed| &composed.sections);
        sections.map(move |section| &self.clinic.clauses[section.id])
    }

    /// Whether a table is on a page.
    pub(super) fn shows(self, kind: TableKind) -> bool {
        self.shown().any(|clause| clause.table.as_ref().is_some_and(|table| *table.get() == kind))
    }

    /// The clauses on the pages that answer an item.
    pub(super) fn said(self, item: Item) -> ClaimingClauses {
        let mut said = ClaimingClauses::default();
        for clause in self.shown().filter(|clause| claims(clause, item)) {
            let key = format!("clauses.{}", clause.id);
            match self.speaks(clause) {
                Speaks::Language(span) => said.here.push(Answer::new(key, span)),
                Speaks::StandIn(span) => said.in_another_language.push(Answer::new(key, span)),
                Speaks::Not => {}
            }
        }
        said
    }

    /// What only clauses answer.
    pub(super) fn prose(self, item: Item) -> Cell {
        let said = self.said(item);
        if said.here.is_empty() && !said.in_another_language.is_empty() {
            let partly = Cell::of(item, said.in_another_language.clone(), said.in_another_language);
            return partly.because(say::in_another_language());
        }
        Cell::of(item, said.here, Vec::new())
    }

    /// What rows answer, if a page shows them, or else clauses.
    pub(super) fn rows(self, item: Item, shown: bool, good: Vec<Answer>, lacking: Vec<Answer>) -> Cell {
        if good.is_empty() && lacking.is_empty() || !shown {
            let cell = self.prose(item);
            let hidden = !good.is_empty() && cell.state == State::Missing;
            return if hidden { cell.because(say::on_no_page()) } else { cell };
        }
        let mut answers = self.said(item).here;
        answers.extend(good);
        Cell::of(item, answers, lacking)
    }

    fn speaks(self, clause: &Clause<'_>) -> Speaks {
        let wanted = &self.chain[..self.chain.len().min(1)];
        let has_words = |composed: &crate::merge::Composed<'_>| {
            composed.parts.iter().any(|part| !part.text.segments.is_empty())
        };
        let own = clause.compose(wanted).filter(has_words);
        match own.map(|composed| Speaks::Language(composed.title.span)) {
            Some(speaks) => speaks,
            None if clause.compose(wanted).is_some() => Speaks::Not,
            None => {
                let other = clause.compose(self.chain).filter(has_words);
                other.map_or(Speaks::Not, |composed| Speaks::StandIn(composed.title.span))
            }
        }
    }
}

/// Whether a clause says of itself that it answers an item.
pub(in crate::check) fn claims(clause: &Clause<'_>, item: Item) -> bool {
    let satisfies = clause.satisfies.as_ref();
    satisfies.is_some_and(|items| items.get().iter().any(|answered| item.is_answered_by(&answered.value)))
}

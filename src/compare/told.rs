use std::collections::BTreeSet;

use super::facts::FactChange;
use super::passages::{PassageChange, WholePage};
use super::rows::ComparedPart;
use super::weight::{Weight, is_same_wording, speaks_of_facts};
use crate::model::{SiteInput, TableKind};

/// The part of a front page that says how rights are used.
const RIGHTS: &str = "rights";

/// The tables that tell what these articles ask for; so do the words before them.
const TELLING: [TableKind; 6] = [
    TableKind::Controllers,
    TableKind::Contacts,
    TableKind::Purposes,
    TableKind::Processors,
    TableKind::Retention,
    TableKind::Cookies,
];

/// The shortest text by which a passage is known to tell of a fact.
const SHORTEST: usize = 4;

/// Which clauses tell patients what articles 13 and 14 of the GDPR ask for.
#[derive(Debug, Default)]
pub(super) struct ToldClauses {
    /// The clauses that answer an article, in any layer.
    answering: BTreeSet<String>,
    /// All clauses.
    clauses: BTreeSet<String>,
}

impl ToldClauses {
    /// The clauses of these sites.
    pub(super) fn of(sites: &[&SiteInput]) -> Self {
        let mut told = Self::default();
        let layers = sites.iter().flat_map(|site| site.layers());
        for (id, clause) in layers.flat_map(|layer| &layer.clauses) {
            told.clauses.insert(id.to_string());
            let answers = clause.front.satisfies.as_ref().is_some_and(|items| !items.value.is_empty());
            let tells = clause.front.table.as_ref().is_some_and(|table| TELLING.contains(&table.value));
            if answers || tells {
                told.answering.insert(id.to_string());
            }
        }
        told
    }

    /// Whether the passage stands in a clause that answers an article, or in one that is gone and may have.
    fn is_answer(&self, passage: &PassageChange) -> bool {
        passage.section.as_ref().is_some_and(|section| {
            self.answering.contains(section) || passage.is_listed && !self.clauses.contains(section)
        })
    }

    /// Whether patients must be told of a page that came or went: one with a clause that answers an article.
    pub(super) fn weight_of_page(&self, page: &WholePage) -> Weight {
        let is_told = page.sections.iter().any(|section| {
            self.answering.contains(section)
                || page.listed.contains(section) && !self.clauses.contains(section)
        });
        if is_told { Weight::Material } else { Weight::Editorial }
    }

    /// Whether patients must be told that a passage is another, where no fact explains it: in a clause that
    /// answers an article, any other word counts; elsewhere, words that speak of facts do.
    pub(super) fn weight(&self, passage: &PassageChange, names: &[String]) -> Weight {
        let text = |parts: &[ComparedPart]| parts.iter().map(|part| part.text.as_str()).collect::<String>();
        if is_same_wording(&text(&passage.then), &text(&passage.now)) {
            return Weight::Editorial;
        }
        let is_clause = passage
            .section
            .as_ref()
            .is_some_and(|section| passage.is_listed || self.clauses.contains(section) || section == RIGHTS);
        let parts = passage.then.iter().chain(&passage.now).filter(|part| part.is_alone);
        let words = parts.map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ");
        // A heading tells where something stands.
        let is_answer = !passage.is_heading && self.is_answer(passage);
        if is_answer || is_clause && speaks_of_facts(&words, names) {
            Weight::Material
        } else {
            Weight::Editorial
        }
    }

    /// The facts, by their numbers, because of which a passage is another. None if something else is
    /// otherwise too.
    pub(super) fn explaining(&self, passage: &PassageChange, facts: &[FactChange]) -> Option<Vec<usize>> {
        replacing(passage, facts).or_else(|| self.naming(passage, facts))
    }

    /// The facts that each differing part of a passage is a part of, or has in it.
    fn naming(&self, passage: &PassageChange, facts: &[FactChange]) -> Option<Vec<usize>> {
        let is_answer = self.is_answer(passage);
        let mut found = Vec::new();
        for part in passage.then.iter().chain(&passage.now).filter(|part| part.is_alone) {
            let part = part.text.trim_matches(|letter: char| !letter.is_alphanumeric());
            if part.is_empty() {
                continue;
            }
            let tells = |fact: &FactChange, text: &String| {
                // A row is made of facts; a sentence with one in it says something of its own.
                let has_it =
                    passage.is_row && text.chars().count() >= SHORTEST && part.contains(text.as_str());
                // A clause that answers an article says more than a fact that nobody must be told of.
                let may_tell = fact.weight == Weight::Material || !is_answer;
                text == part || has_it || text.contains(part) && may_tell
            };
            let before = found.len();
            for (at, fact) in facts.iter().enumerate() {
                if fact.texts.iter().any(|text| tells(fact, text)) {
                    found.push(at);
                }
            }
            if found.len() == before {
                return None;
            }
        }
        (!found.is_empty()).then_some(found)
    }
}

/// The facts whose texts turn the passage of then into that of now.
fn replacing(passage: &PassageChange, facts: &[FactChange]) -> Option<Vec<usize>> {
    let text =
        |parts: &[ComparedPart]| plain(&parts.iter().map(|part| part.text.as_str()).collect::<String>());
    let (then, now) = (text(&passage.then), text(&passage.now));
    let mut replaced = then.clone();
    let mut found = Vec::new();
    for (at, fact) in facts.iter().enumerate() {
        for (old, new) in &fact.replaced {
            let (old, new) = (plain(old), plain(new));
            if replaced.contains(&old) {
                replaced = replaced.replace(&old, &new);
                found.push(at);
            }
        }
    }
    (replaced == now && replaced != then).then_some(found)
}

/// A text as a page has it: without what guides the eye alone.
fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|letter| *letter != '\u{ad}').collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

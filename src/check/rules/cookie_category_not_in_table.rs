//! A category of cookies that a text says the web site uses, and that the table of cookies lacks.

use std::collections::BTreeSet;

use crate::check::prose::{PhraseHit, Saying};
use crate::check::texts::lists_said;
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "cookie-category-not-in-table",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

const SAYINGS: &[Saying] = &[Saying { starts: "cookies", then: None, unless: &["denied"] }];

fn note(reading: &Reading<'_>, hits: &[PhraseHit]) -> Vec<Mention> {
    // One finding for a category is enough in a text.
    let mut seen = BTreeSet::new();
    let first = hits.iter().filter(|hit| seen.insert(hit.list));
    first
        .map(|hit| {
            let category = hit.list.trim_start_matches("cookies.");
            Mention { span: reading.span_of(hit), what: format!("{category} {}", reading.words_of(hit)) }
        })
        .collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let clinic = subject.clinic;
    let is_uncertain = clinic.cookie_categories.is_uncertain("") || clinic.cookies.is_uncertain("");
    if mentions.is_empty() || is_uncertain {
        return;
    }
    let categories =
        clinic.cookie_categories.rows.iter().flat_map(|row| [row.title.get(), row.what_for.get()]);
    let texts = categories.chain(clinic.cookies.rows.iter().map(|row| row.what_for.get()));
    let listed: BTreeSet<&str> =
        texts.flat_map(|text| lists_said(text, &subject.config.languages, &RULE, "table")).collect();
    for mention in mentions {
        let Some((category, words)) = mention.what.split_once(' ') else { continue };
        if !listed.contains(format!("table.{category}").as_str()) {
            let headline = say::cookie_category_not_in_table(words, clinic.id.as_str());
            found.push(RULE.at_span(mention.span, headline).with_help(say::add_the_cookie_category()));
        }
    }
}

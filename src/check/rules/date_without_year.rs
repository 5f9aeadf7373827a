//! # date-without-year
//!
//! ## What it finds
//! A day or a week in the text of a notice in which no year stands.
//!
//! ## Why it matters
//! A notice stays on a page, in a search engine and in a printout for longer than its summer. Without a year nobody can tell which one.
//!
//! ## Example
//! ```markdown
//! # Sommertid
//!
//! Siste innsetting er 8. juli. Dette gjelder uke 28–30.
//! ```
//!
//! ## How to fix it
//! Add the year to one of the dates; once in the title or the text is enough.

use crate::check::prose::{dates, names_a_year, weeks};
use crate::check::{Looks, Rule, Texts};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};

pub(super) static RULE: Rule = Rule {
    name: "date-without-year",
    severity: Severity::Error,
    docs: include_str!("date_without_year.rs"),
    looks: Looks::Texts(check),
};

fn check(texts: Texts<'_>, found: &mut Diagnostics) {
    for prose in texts.of_notices().chain(texts.of_times()).filter(|prose| !names_a_year(prose.text)) {
        let dates = dates(prose.text).into_iter().filter(|date| !date.is_every_year()).map(|date| date.range);
        for place in dates.chain(weeks(prose.text)) {
            let written = prose.text[place.clone()].replace('\n', " ");
            let finding = RULE.at_span(prose.span(&place), say::date_in_text_without_year(&written));
            found.push(finding.with_help(say::add_a_year_once(texts.date.year())));
        }
    }
}

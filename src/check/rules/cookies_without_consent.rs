//! # cookies-without-consent
//!
//! ## What it finds
//! A category of cookies for statistics or marketing that does not ask first.
//!
//! ## Why it matters
//! Ekomloven § 3-15: what is not strictly necessary for a service that the visitor asked for needs her consent before it is stored or read.
//!
//! ## Example
//! ```toml
//! [cookie_categories.statistics]
//! title.en = "Statistics"
//! consent = false
//! ```
//!
//! ## How to fix it
//! Write `consent = true`, and let the web site ask before anything is stored.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::model::CookieCategory;

pub(super) static RULE: Rule = Rule {
    name: "cookies-without-consent",
    severity: Severity::Warning,
    docs: include_str!("cookies_without_consent.rs"),
    looks: Looks::Clinic(check),
};

/// The beginnings of words that name such categories, in Norwegian, Swedish, Danish and English.
const BEGINNINGS: [&str; 14] = [
    "statisti", "analy", "market", "marked", "marknad", "reklame", "reklam", "annons", "advert", "sporing",
    "track", "profil", "retarget", "målrett",
];

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let categories = &subject.clinic.cookie_categories;
    for category in categories.rows.iter().filter(|row| !*row.consent.get() && measures_or_markets(row)) {
        let finding = RULE.at(&category.consent, say::cookies_without_consent(category.id.as_str()));
        found.push(finding.with_help(say::ask_first()));
    }
}

/// Told from the name alone: what cookies do is told in sentences that may deny it.
fn measures_or_markets(category: &CookieCategory<'_>) -> bool {
    let mut words = category
        .title
        .get()
        .all()
        .chain([category.id.as_str()])
        .flat_map(|name| name.split(|sign: char| !sign.is_alphabetic()));
    words.any(|word| BEGINNINGS.iter().any(|beginning| word.to_lowercase().starts_with(beginning)))
}

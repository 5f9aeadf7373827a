//! # notice-is-over
//!
//! ## What it finds
//! A notice whose last day has passed.
//!
//! ## Why it matters
//! It is on no page any more; what is left of it is only in the way of those who look after the content.
//!
//! ## Example
//! ```markdown
//! +++
//! from = 2025-06-20
//! until = 2025-08-15
//! +++
//! # Stengt i juli 2025
//! ```
//!
//! ## How to fix it
//! Delete its files, or set new dates and look over the text.

use crate::check::{Looks, Rule, Texts};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::model::NoticeEnd;
use crate::span::Located;

pub(super) static RULE: Rule = Rule {
    name: "notice-is-over",
    severity: Severity::Warning,
    docs: include_str!("notice_is_over.rs"),
    looks: Looks::Texts(check),
};

fn check(texts: Texts<'_>, found: &mut Diagnostics) {
    for notice in texts.content.notices.values().filter(|notice| !notice.faulty) {
        if let Some(Located { value: NoticeEnd::On(last), span }) = notice.until
            && last < texts.date
        {
            let finding = RULE.at_span(span, say::notice_is_over(&last.to_string()));
            found.push(finding.with_help(say::remove_or_renew_the_notice()));
        }
    }
}

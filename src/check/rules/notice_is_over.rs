//! A notice whose last day has passed.

use crate::check::{Looks, Rule, Texts};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::model::NoticeEnd;
use crate::span::Located;

pub(super) static RULE: Rule =
    Rule { name: "notice-is-over", severity: Severity::Warning, looks: Looks::Texts(check) };

fn check(texts: Texts<'_>, found: &mut Diagnostics) {
    for notice in texts.content.notices.values().filter(|notice| !notice.faulty) {
        if notice.keep.is_some_and(|keep| keep.value) {
            continue;
        }
        if let Some(Located { value: NoticeEnd::On(last), span }) = notice.until
            && last < texts.date
        {
            let finding = RULE.at_span(span, say::notice_is_over(&last.to_string()));
            found.push(finding.with_help(say::remove_or_renew_the_notice()));
        }
    }
}

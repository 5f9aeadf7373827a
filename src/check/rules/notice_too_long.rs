//! A notice that is shown for more than a year.

use crate::check::{Looks, Rule, Texts};
use crate::diagnostic::catalogue::{content::begins_here, times as say};
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::NoticeEnd;
use crate::span::Located;

pub(super) static RULE: Rule =
    Rule { name: "notice-too-long", severity: Severity::Error, looks: Looks::Texts(check) };

fn check(texts: Texts<'_>, found: &mut Diagnostics) {
    for notice in texts.content.notices.values() {
        if let (Some(from), Some(Located { value: NoticeEnd::On(last), span })) =
            (&notice.from, &notice.until)
            && (*last - from.value.0).get_days() > LONGEST
        {
            let finding = RULE.at_span(*span, say::notice_too_long()).with_related(from.span, begins_here());
            found.push(finding.with_help(say::end_the_notice_earlier()));
        }
    }
}

/// A year, a leap year too.
const LONGEST: i32 = 366;

//! What stands in for required keys that are missing or could not be read, so that one fault hides no other.
//!
//! Whoever uses it has reported an error, so nothing of it is ever published.

use std::sync::LazyLock;

use crate::model::{
    AboutInput, Authority, ClinicSettingsInput, DataProtectionOfficer, PartialDate, RowAsWritten, Text,
    TextValue, WebUrl,
};
use crate::span::{FileId, Located, Span};

/// The keys of `clinic.toml`.
pub(super) fn settings() -> &'static ClinicSettingsInput {
    static SETTINGS: LazyLock<ClinicSettingsInput> = LazyLock::new(|| ClinicSettingsInput {
        name: nowhere(text()),
        profiles: None,
        controllers: nowhere(Vec::new()),
        arrangement: None,
        arrangement_summary: None,
        canonical: None,
        as_written: RowAsWritten::default(),
    });
    &SETTINGS
}

/// The keys of `about.toml`.
pub(super) fn about() -> &'static AboutInput {
    static ABOUT: LazyLock<AboutInput> = LazyLock::new(|| AboutInput {
        name: nowhere(text()),
        policy_date: nowhere(PartialDate::Month(jiff::civil::date(2000, 1, 1))),
        what_is_new: None,
        dpo: nowhere(DataProtectionOfficer::None(text())),
        authority: nowhere(Authority {
            name: text(),
            url: Located::new(
                WebUrl::parse("https://example.org").expect("this is a web address"),
                Span::start_of(FileId(0)),
            ),
        }),
        security_measures: None,
        as_written: RowAsWritten::default(),
    });
    &ABOUT
}

fn text() -> Text {
    Text::Same(Located::new("…".to_owned(), Span::start_of(FileId(0))))
}

/// No finding is ever about a stand-in, so its place is of no account.
#[expect(clippy::unnecessary_wraps, reason = "the fields of what a layer says are optional")]
fn nowhere<T>(value: T) -> Option<Located<T>> {
    Some(Located::new(value, Span::start_of(FileId(0))))
}

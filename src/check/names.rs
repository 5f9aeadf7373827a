//! What days and countries are called in findings.

use jiff::civil::Weekday;

use crate::diagnostic::Message;
use crate::model::{Country, Holiday, Language, TextValue};

/// A weekday, within a sentence.
#[must_use]
pub fn weekday(weekday: Weekday) -> Message {
    let (nb, en) = match weekday {
        Weekday::Monday => ("mandag", "Monday"),
        Weekday::Tuesday => ("tirsdag", "Tuesday"),
        Weekday::Wednesday => ("onsdag", "Wednesday"),
        Weekday::Thursday => ("torsdag", "Thursday"),
        Weekday::Friday => ("fredag", "Friday"),
        Weekday::Saturday => ("lørdag", "Saturday"),
        Weekday::Sunday => ("søndag", "Sunday"),
    };
    Message::of_names(nb, en)
}

/// A holiday, within a sentence.
#[must_use]
pub fn holiday(holiday: Holiday) -> Message {
    in_both_languages(|language| holiday.name(language))
}

/// A country.
#[must_use]
pub fn country(country: Country) -> Message {
    in_both_languages(|language| country.name(language))
}

fn in_both_languages(name: impl Fn(&Language) -> &'static str) -> Message {
    let [nb, en] = ["nb", "en"].map(|tag| Language::parse(tag).map_or("", |language| name(&language)));
    Message::of_names(nb, en)
}

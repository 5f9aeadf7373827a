//! Rules of every kind, made up, and the site that holds them.

use felles::model::WEEKDAYS;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::small_site::{Files, LAYERS};

/// What may be written as hours.
pub(crate) const HOURS: [&str; 6] =
    ["08:00-15:30", "10:00-12:00, 13:00-14:00", "00:00-24:00", "closed", "by appointment", "09:00-11:00"];

/// All rules of a clinic with one channel.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) country: &'static str,
    /// Layer, weekday and hours.
    pub(crate) week: Vec<(usize, usize, &'static str)>,
    /// What the group and the clinic say of public holidays.
    pub(crate) holidays: Vec<(usize, &'static str)>,
    pub(crate) exceptions: Vec<Exception>,
}

/// An exception.
#[derive(Debug, Clone)]
pub(crate) struct Exception {
    pub(crate) layer: usize,
    pub(crate) when: When,
    pub(crate) hours: &'static str,
    pub(crate) holidays: Option<&'static str>,
}

/// The days of an exception; the weekdays, 0 for Monday, narrow them where there are any.
#[derive(Debug, Clone)]
pub(crate) enum When {
    Date(Date),
    Range(Date, Date, Vec<usize>),
    Weeks(i16, i8, i8, Vec<usize>),
    Holiday(&'static str),
}

impl Rules {
    /// The site that has them: exceptions keep their order within a layer, and have their place among all for an id.
    pub(crate) fn site(&self) -> Files {
        let mut files = Files::new();
        let entity = format!("[entities.oslo-as]\nname = \"OSLO AS\"\ncountry = \"{}\"\n", self.country);
        files.put("content/group/entities.toml", &entity);
        for (layer, folder) in LAYERS.iter().enumerate() {
            let mut text = "[visit]\n".to_owned();
            let mut seen = Vec::new();
            for (_, day, hours) in self.week.iter().filter(|(of, ..)| *of == layer) {
                if !seen.contains(day) {
                    seen.push(*day);
                    text.push_str(&format!("{} = \"{hours}\"\n", WEEKDAYS[*day]));
                }
            }
            let holidays = self.holidays.iter().find(|(of, _)| *of == layer);
            text.extend(holidays.map(|(_, said)| format!("holidays = \"{said}\"\n")));
            let written =
                self.exceptions.iter().enumerate().filter(|(_, exception)| exception.layer == layer);
            text.extend(written.map(|(i, exception)| exception.toml(&format!("x{i:02}"))));
            files.put(&format!("{folder}/hours.toml"), &text);
        }
        files
    }
}

impl Exception {
    /// How it is written under an id.
    pub(crate) fn toml(&self, id: &str) -> String {
        let names = |days: &[usize]| {
            let names: Vec<String> = days.iter().map(|day| format!("\"{}\"", WEEKDAYS[*day])).collect();
            if names.is_empty() { String::new() } else { format!("weekdays = [{}]\n", names.join(", ")) }
        };
        let when = match &self.when {
            When::Date(date) => format!("date = {date}\n"),
            When::Range(from, until, days) => format!("from = {from}\nuntil = {until}\n{}", names(days)),
            When::Weeks(year, first, last, days) => {
                format!("weeks = \"{first}-{last}\"\nyear = {year}\n{}", names(days))
            }
            When::Holiday(name) => format!("holiday = \"{name}\"\n"),
        };
        let holidays = self.holidays.map(|said| format!("holidays = \"{said}\"\n")).unwrap_or_default();
        format!("[exceptions.{id}]\n{when}hours = \"{}\"\n{holidays}", self.hours)
    }
}

/// Rules of every kind, with days from 2026 to 2030.
pub(crate) fn rules() -> impl Strategy<Value = Rules> {
    let country = select(vec!["NO", "NO", "SE", "DK", "DE"]);
    let week = vec((layer(), 0..7_usize, select(HOURS.to_vec())), 0..10);
    let said = select(vec!["open", "closed", "11:00-12:00"]);
    (country, week, vec((layer(), said), 0..2), vec(exception(), 0..8))
        .prop_map(|(country, week, holidays, exceptions)| Rules { country, week, holidays, exceptions })
}

fn layer() -> impl Strategy<Value = usize> {
    0..LAYERS.len()
}

/// An exception of any kind.
pub(crate) fn exception() -> impl Strategy<Value = Exception> {
    let holidays = option::of(select(vec!["open", "closed"]));
    (layer(), when(), select(HOURS.to_vec()), holidays).prop_map(|(layer, when, hours, holidays)| Exception {
        layer,
        when,
        hours,
        holidays,
    })
}

fn when() -> impl Strategy<Value = When> {
    let weekdays = || {
        vec(0..7_usize, 0..4).prop_map(|mut days| {
            days.sort_unstable();
            days.dedup();
            days
        })
    };
    prop_oneof![
        day().prop_map(When::Date),
        (day(), 6..60_i64, weekdays()).prop_map(|(from, more, days)| When::Range(
            from,
            from + more.days(),
            days
        )),
        (2026..=2030_i16, 1..=52_i8, 0..4_i8, weekdays()).prop_map(|(year, first, more, days)| {
            let last = first + more;
            When::Weeks(year, first, if last > 52 { last - 52 } else { last }, days)
        }),
        weekdays().prop_map(|days| When::Weeks(2026, 53, 53, days)),
        select(NAMED.to_vec()).prop_map(When::Holiday),
    ]
}

/// A day, often one of the busy weeks of spring or Christmas.
fn day() -> impl Strategy<Value = Date> {
    prop_oneof![
        (2026..=2030_i16, 0..365_i64).prop_map(|(year, days)| date(year, 1, 1) + days.days()),
        (2026..=2030_i16, 0..70_i64).prop_map(|(year, days)| date(year, 3, 25) + days.days()),
        (2026..=2030_i16, 0..20_i64).prop_map(|(year, days)| date(year, 12, 20) + days.days()),
    ]
}

const NAMED: [&str; 12] = [
    "maundy-thursday",
    "easter-eve",
    "easter-monday",
    "labour-day",
    "constitution-day",
    "ascension-day",
    "whit-monday",
    "midsummer-eve",
    "all-saints-day",
    "christmas-eve",
    "new-years-eve",
    "new-years-day",
];

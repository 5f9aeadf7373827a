//! Laws of what decides a day and of what is coming, for any rules.

use std::cmp::Reverse;

use felles::hours::{Timetable, Why, timetables};
use felles::merge::Clinic;
use felles::model::{Country, DayHours, Holiday, TextValue};
use felles::parse::carried_countries;
use felles::source::SourceTree;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::answer::{Answer, answer, answer_of, days, each_clinic};
use super::generated::{Exception, Rules, When, exception, rules};
use super::opening_hours::Expressions;
use crate::small_site::{LAYERS, cases};

/// Looks at the one channel of made-up rules.
fn look(rules: &Rules, look: impl Fn(&Timetable<'_, '_>, &Clinic<'_>, &SourceTree)) {
    let tree = rules.site().tree();
    each_clinic(&tree, |clinic| {
        for timetable in timetables(clinic) {
            look(&timetable, clinic, &tree);
        }
    });
}

/// What decides: the id of an exception, a holiday without an entry, or the week.
fn said(why: Why<'_, '_>) -> String {
    match why {
        Why::Exception(exception) | Why::Holiday(_, Some(exception)) => exception.id.to_string(),
        Why::Holiday(_, None) => "holiday".to_owned(),
        Why::Weekday => "week".to_owned(),
    }
}

impl Exception {
    /// Whether its days hold a day, said without felles' own days.
    fn covers(&self, day: Date, country: &str) -> bool {
        let weekday = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
        let on = |days: &Vec<usize>| days.is_empty() || days.contains(&weekday);
        match &self.when {
            When::Date(date) => *date == day,
            When::Range(from, until, days) => (*from..=*until).contains(&day) && on(days),
            When::Weeks(year, first, last, days) => {
                let week = (day.iso_week_date().year(), day.iso_week_date().week());
                let end = if last < first { year + 1 } else { *year };
                ((*year, *first)..=(end, *last)).contains(&week) && on(days)
            }
            When::Holiday(name) => {
                let (holiday, country) = (Holiday::parse(name).unwrap(), Country::parse(country).unwrap());
                let countries = carried_countries();
                let calendar = countries.holidays_of(country);
                calendar.and_then(|calendar| calendar.in_year(holiday, day.year())) == Some(day)
            }
        }
    }

    /// Its place in the precedence; the greatest decides.
    fn exactness(&self, order: usize) -> (u8, usize, bool, Reverse<usize>) {
        let kind = match self.when {
            When::Holiday(_) => 0,
            When::Weeks(..) => 1,
            When::Range(..) => 2,
            When::Date(_) => 3,
        };
        (kind, self.layer, kind == 0 && self.hours == "closed", Reverse(order))
    }

    /// Whether it leaves holidays alone.
    fn spares_holidays(&self) -> bool {
        let spans = matches!(self.when, When::Range(..) | When::Weeks(..));
        spans && self.hours != "closed" && self.holidays != Some("open")
    }
}

/// What must decide a day: of what applies, the most exact.
fn most_exact(rules: &Rules, day: Date, is_holiday: bool) -> String {
    let all = rules.exceptions.iter().enumerate();
    let applies = all.filter(|(_, exception)| {
        exception.covers(day, rules.country) && !(is_holiday && exception.spares_holidays())
    });
    match applies.max_by_key(|(order, exception)| exception.exactness(*order)) {
        Some((order, _)) => format!("x{order:02}"),
        None if is_holiday => "holiday".to_owned(),
        None => "week".to_owned(),
    }
}

/// Only what is open: closed and not stated are the same to somebody at the door.
fn at_the_door(hours: Option<&DayHours>) -> Answer {
    answer_of(hours.filter(|hours| **hours != DayHours::Closed))
}

/// What counts from a day on, and what a page of that day lists of these days.
fn from(today: Date, rules: &Rules) -> Vec<(Vec<Date>, Answer, String)> {
    let said_of = std::cell::RefCell::new(Vec::new());
    look(rules, |timetable, _, _| {
        let each = days(today.year(), 2030).filter(|day| today <= *day);
        let on = each.map(|day| (vec![day], answer(&timetable.on(day)), said(timetable.on(day).why)));
        let coming = timetable.coming(today);
        let mut listed: Vec<(Vec<Date>, Answer, String)> = coming
            .iter()
            .map(|next| {
                // What is listed keeps the days of it that have passed, and those are no matter here.
                let left = next.days.iter().copied().filter(|day| today <= *day).collect();
                (left, answer_of(next.hours), said(next.why))
            })
            .collect();
        listed.sort();
        said_of.borrow_mut().extend(on.chain(listed));
    });
    said_of.into_inner()
}

fn today() -> impl Strategy<Value = Date> {
    (0..1500_i64).prop_map(|days| date(2026, 1, 1) + days.days())
}

/// The day before which exceptions are over.
const LATER: Date = date(2028, 7, 1);

fn expired() -> impl Strategy<Value = Exception> {
    exception().prop_filter("is over", |exception| {
        !matches!(exception.when, When::Holiday(_))
            && !days(2028, 2031).any(|day| LATER <= day && exception.covers(day, "NO"))
    })
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_most_exact_of_what_applies_decides_and_its_line_is_the_origin(rules in rules()) {
        look(&rules, |timetable, clinic, tree| {
            let expressions = Expressions::of(timetable.hours, clinic, tree);
            for day in days(2026, 2030) {
                let decision = timetable.on(day);
                let why = said(decision.why);
                assert_eq!(why, most_exact(&rules, day, expressions.is_holiday(day)), "{day}");
                let Some(origin) = decision.origin else {
                    assert!(matches!(why.as_str(), "holiday" | "week"), "{day}: {why} is written nowhere");
                    continue;
                };
                let folder = origin.layer.folder();
                assert_eq!(tree.file(origin.span.file).path.as_str(), format!("{folder}/hours.toml"));
                let written = tree.text_at(origin.span).trim_matches('"');
                if let Some(order) = why.strip_prefix('x') {
                    let exception = &rules.exceptions[order.parse::<usize>().unwrap()];
                    assert_eq!((folder.as_str(), written), (LAYERS[exception.layer], exception.hours));
                }
                let read = DayHours::parse(written).ok();
                assert!(written == "open" || read.as_ref() == decision.hours, "{day}: {written}");
            }
        });
    }

    #[test]
    fn what_is_over_changes_nothing_from_then_on(rules in rules(), over in expired()) {
        let mut with = rules.clone();
        with.exceptions.push(over);
        prop_assert_eq!(from(LATER, &with), from(LATER, &rules));
    }

    #[test]
    fn what_is_coming_and_the_week_tell_every_day_until_the_end_of_next_year(
        rules in rules(),
        today in today(),
    ) {
        look(&rules, |timetable, _, _| {
            let coming = timetable.coming(today);
            assert!(coming.iter().all(|next| next.days.is_sorted() && next.days.last() >= Some(&today)));
            assert!(coming.is_sorted_by_key(|next| next.days[0]));
            for day in days(today.year(), today.year() + 1).filter(|day| today <= *day) {
                let on = timetable.on(day);
                let listed: Vec<_> = coming.iter().filter(|next| next.days.contains(&day)).collect();
                match listed[..] {
                    [] => assert_eq!(
                        at_the_door(on.hours),
                        at_the_door(timetable.ordinary(day).map(felles::model::Resolved::get)),
                        "{day} is not listed"
                    ),
                    [next] => assert_eq!((on.hours, on.why), (next.hours, next.why), "{day}"),
                    _ => panic!("{day} is listed twice"),
                }
            }
        });
    }

    #[test]
    fn the_days_on_which_the_list_changes_are_exactly_those_that_are_foretold(
        rules in rules(),
        today in today(),
    ) {
        let until = today + 430.days();
        look(&rules, |timetable, _, _| {
            let changes = |day: &Date| timetable.coming(*day - 1.day()) != timetable.coming(*day);
            let seen: Vec<Date> = today.series(1.day()).skip(1).take(430).filter(changes).collect();
            assert_eq!(timetable.outlook(today, until).changes(), seen);
        });
    }
}

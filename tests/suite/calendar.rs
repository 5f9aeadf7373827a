//! The calendar of coming changes, held against pages that are really built.

use std::collections::{BTreeMap, BTreeSet};

use felles::calendar::Change;
use felles::diagnostic::MessageLanguage;
use felles::model::Id;
use felles::pipeline::{BuildOptions, Calendar, MemorySink, build, calendar};
use felles::report::{calendar_ics, calendar_json};
use felles::source::SourceTree;
use icalendar::{Component, DatePerhapsTime};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rayon::prelude::*;

use crate::fixture::{content, pages_on, shipped, site};

/// The brands whose pages differ between the day before and each day after `today`, up to `until`.
fn brands_that_change(tree: &SourceTree, today: Date, until: Date) -> BTreeMap<Date, BTreeSet<String>> {
    let content = content(tree);
    let domains = calendar(tree, today, until).domains;
    let brands: Vec<&str> = domains.keys().map(Id::as_str).collect();
    let changes = |brand: &str| -> Vec<(Date, String)> {
        let mut before = pages_on(&content, brand, today);
        let mut changes = Vec::new();
        for day in today.series(1.day()).skip(1).take_while(|day| *day <= until) {
            let now = pages_on(&content, brand, day);
            changes.extend((now != before).then(|| (day, brand.to_owned())));
            before = now;
        }
        changes
    };
    let mut days: BTreeMap<Date, BTreeSet<String>> = BTreeMap::new();
    for (day, brand) in brands.par_iter().flat_map_iter(|brand| changes(brand)).collect::<Vec<_>>() {
        days.entry(day).or_default().insert(brand);
    }
    days
}

fn brands_listed(changes: &[Change]) -> BTreeMap<Date, BTreeSet<String>> {
    let mut days: BTreeMap<Date, BTreeSet<String>> = BTreeMap::new();
    for change in changes {
        days.entry(change.date).or_default().insert(change.brand.to_string());
    }
    days
}

fn check(tree: &SourceTree, today: Date, until: Date) {
    let listed = calendar(tree, today, until);
    assert!(!listed.changes.is_empty(), "nothing changes: this proves nothing");
    assert_eq!(brands_listed(&listed.changes), brands_that_change(tree, today, until));
}

#[test]
fn pages_of_the_shipped_content_change_on_the_listed_days_and_on_no_other_day_of_a_year() {
    check(&shipped(), date(2026, 11, 22), date(2027, 11, 22));
}

#[test]
fn pages_of_several_brands_and_clinics_change_on_the_listed_days_and_on_no_other() {
    check(&site("fjord"), date(2026, 1, 15), date(2027, 3, 1));
}

#[test]
fn what_a_build_writes_for_the_host_is_the_calendar_to_the_end_of_next_year() {
    let tree = shipped();
    let today = date(2026, 6, 1);
    let sink = MemorySink::new();
    let outcome = build(&tree, BuildOptions { date: today }, &sink);
    let mut changes: Vec<Change> = outcome.changes.values().flat_map(|changes| changes.to_vec()).collect();
    changes.sort_unstable();
    assert_eq!(changes, calendar(&tree, today, date(2027, 12, 31)).changes);
    let files: BTreeMap<String, Vec<u8>> =
        sink.into_files().into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect();
    let json: serde_json::Value = serde_json::from_slice(&files["next-change.json"]).unwrap();
    assert_eq!(json["next_change"], "2026-06-13");
    assert_eq!(json["until"], "2027-12-31");
    assert_eq!(json["changes"][0]["brands"][0], "c-medical");
    for unit in ["timer", "service", "cron"] {
        assert!(files.contains_key(&format!("_hosting/felles-build.{unit}")), "{unit}");
    }
}

#[test]
fn another_reader_finds_one_event_for_each_day_in_the_calendar_file() {
    let today = date(2026, 5, 1);
    for tree in [shipped(), site("fjord")] {
        let Calendar { changes, domains, .. } = calendar(&tree, today, date(2027, 12, 31));
        for language in [MessageLanguage::Bokmal, MessageLanguage::English] {
            let text = calendar_ics(&changes, &domains, today, language);
            assert!(text.lines().all(|line| line.len() <= 75), "a line is too long");
            assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "lines end in CR LF");
            let read: icalendar::Calendar = text.parse().unwrap();
            let mut days: BTreeMap<Date, String> = BTreeMap::new();
            let mut names: BTreeSet<String> = BTreeSet::new();
            for event in read.components.iter().filter_map(icalendar::CalendarComponent::as_event) {
                let Some(DatePerhapsTime::Date(day)) = event.get_start() else { panic!("no day: {event:?}") };
                assert!(event.get_timestamp().is_some() && event.get_summary().is_some());
                assert!(names.insert(event.get_uid().unwrap().to_owned()), "two events of one name");
                days.insert(day.to_string().parse().unwrap(), event.get_description().unwrap().to_owned());
            }
            let listed = brands_listed(&changes);
            assert_eq!(days.keys().collect::<Vec<_>>(), listed.keys().collect::<Vec<_>>());
            for (day, brands) in listed {
                assert!(
                    brands.iter().all(|brand| days[&day].contains(brand.as_str())),
                    "{day}: {}",
                    days[&day]
                );
            }
        }
    }
}

#[test]
fn the_json_list_has_every_change_with_its_cause() {
    let changes = calendar(&shipped(), date(2026, 5, 1), date(2026, 12, 31)).changes;
    let json: serde_json::Value =
        serde_json::from_str(&calendar_json(&changes, MessageLanguage::English)).unwrap();
    assert_eq!(json.as_array().unwrap().len(), changes.len());
    assert_eq!(json[0]["cause"], "deadline-ends");
    assert_eq!(json[0]["date"], "2026-06-13");
}

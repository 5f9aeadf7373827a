//! The days of `tests/days/by-hand.md`: worked out by hand, in prose and tables that need no programmer.

#![expect(clippy::disallowed_methods, reason = "reads the table")]

use std::fs;

use felles::hours::{Decision, Why, timetables};
use felles::merge::Clinic;
use felles::model::{DayHours, TextValue};
use felles::source::{SourceFile, SourceTree};
use jiff::civil::Date;

use super::answer::{answer, answer_of, each_clinic};
use crate::fixture::{file, site, with};
use crate::paths;

/// A day of the table, with its cells as they are written.
struct Row<'d> {
    day: Date,
    weekday: &'d str,
    channel: &'d str,
    hours: &'d str,
    decided_by: &'d str,
}

fn document() -> String {
    fs::read_to_string(paths::fixture("days/by-hand.md")).unwrap()
}

/// The site of the table: the files of the document over `tests/sites/nordlys`.
pub(crate) fn site_of_the_table() -> SourceTree {
    let document = document();
    let mut lines = document.lines();
    let mut files: Vec<SourceFile> = Vec::new();
    while let Some(line) = lines.next() {
        if let Some(path) = line.strip_prefix("```toml ") {
            let text: String =
                lines.by_ref().take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
            files.push(file(path, text));
        }
    }
    with(&site("nordlys"), files)
}

fn rows<'d>(document: &'d str) -> Vec<Row<'d>> {
    let row = |line: &'d str| {
        let cells: Vec<&'d str> = line.strip_prefix("| ")?.split('|').map(str::trim).collect();
        let [day, weekday, channel, hours, decided_by, ..] = cells[..] else { return None };
        Some(Row { day: day.parse().ok()?, weekday, channel, hours, decided_by })
    };
    document.lines().filter_map(row).collect()
}

/// The layer, the table and the key of what decides: read from the file at the decision's origin.
fn decided_by(decision: &Decision<'_, '_>, clinic: &Clinic<'_>, tree: &SourceTree) -> String {
    let Some(origin) = decision.origin else {
        return match decision.why {
            Why::Holiday(holiday, None) => format!("public holiday: {}", holiday.word()),
            _ => "nothing".to_owned(),
        };
    };
    let source = tree.file(origin.span.file);
    let folder = source.path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
    let layer = match folder.strip_prefix("content/") {
        Some("group") => "group",
        Some(of_clinic) if of_clinic == format!("clinics/{}", clinic.id) => "clinic",
        _ => folder,
    };
    assert_eq!(origin.layer.folder(), folder, "the origin's layer is not where its file is");
    let before = &source.text[..origin.span.range().start];
    let table = before.lines().rev().find(|line| line.starts_with('[')).unwrap_or_default();
    let key = before.rsplit('\n').next().and_then(|line| line.split_once(" = ")).map_or("", |(key, _)| key);
    format!("{layer} {table} {key}")
}

#[test]
fn every_day_of_the_table_is_as_somebody_worked_it_out() {
    let (tree, document) = (site_of_the_table(), document());
    let rows = rows(&document);
    assert!(rows.len() >= 40);
    let mut seen = 0;
    each_clinic(&tree, |clinic| {
        for timetable in timetables(clinic) {
            let name = format!("{} {}", clinic.id, timetable.hours.id);
            for row in rows.iter().filter(|row| row.channel == name) {
                let decision = timetable.on(row.day);
                let hours = (row.hours != "not stated").then(|| DayHours::parse(row.hours).unwrap());
                let place = format!("{name} on {}", row.day);
                assert_eq!(format!("{:?}", row.day.weekday()), row.weekday, "{place}");
                assert_eq!(answer(&decision), answer_of(hours.as_ref()), "{place}");
                assert_eq!(decided_by(&decision, clinic, &tree), row.decided_by, "{place}");
                seen += 1;
            }
        }
    });
    assert_eq!(seen, rows.len(), "a row names a channel that is not there");
}

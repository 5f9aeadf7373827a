//! Exceptions, services or deadlines of a season, with a year at the end of their names,
//! of which the last has passed.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::check::days::{certain_deadlines, dated_rows};
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::model::{Id, Merged, Table};
use crate::span::Span;

pub(super) static RULE: Rule =
    Rule { name: "season-without-successor", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    let rows = dated_rows(clinic);
    let days = |table| {
        let rows = rows.iter().filter(move |row| row.table == table);
        rows.filter_map(|row| Some((row.id, row.written.span, row.dated()?.last()?)))
    };
    check_table("exceptions", days("exceptions"), &clinic.exceptions, subject, found);
    check_table("services", days("services"), &clinic.services, subject, found);
    let deadlines = certain_deadlines(clinic).map(|row| (row.id, row.span, row.date.get().0));
    check_table("deadlines", deadlines, &clinic.deadlines, subject, found);
}

/// Looks at the last row of every series; what could not be read, or was taken away for a reason,
/// may be its successor.
fn check_table<'a, T: Merged<'a>>(
    name: &str,
    rows: impl Iterator<Item = (&'a Id, Span, Date)>,
    table: &Table<'a, T>,
    subject: Subject<'_, '_>,
    found: &mut Diagnostics,
) {
    let mut last: BTreeMap<&str, (i16, &Id, Span, Date)> = BTreeMap::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, span, day) in rows {
        let Some((stem, year)) = series(id) else { continue };
        *counts.entry(stem).or_default() += 1;
        let known = last.entry(stem).or_insert((year, id, span, day));
        if known.0 < year {
            *known = (year, id, span, day);
        }
    }
    let rows_of = |stem: &str| counts.get(stem).copied().unwrap_or_default();
    for (stem, (year, id, span, day)) in last {
        if !(returns(stem) || rows_of(stem) > 1) {
            continue;
        }
        let next = format!("{stem}-{}", year + 1);
        let is_removed = table.removed.iter().any(|removed| removed.id.as_str() == next);
        if day < subject.date && !is_removed && !table.is_uncertain(&next) {
            let headline = say::season_without_successor(&format!("{name}.{id}"), &next);
            found.push(RULE.at_span(span, headline).with_help(say::add_the_next_season(&next)));
        }
    }
}

/// Whether what a series is called comes every year; a jubilee or a move does not.
fn returns(stem: &str) -> bool {
    const SEASONS: [&str; 22] = [
        "summer",
        "sommer",
        "sumar",
        "winter",
        "vinter",
        "autumn",
        "haust",
        "host",
        "spring",
        "var",
        "easter",
        "paske",
        "christmas",
        "jul",
        "july",
        "juli",
        "new",
        "nyttar",
        "whitsun",
        "pinse",
        "holiday",
        "ferie",
    ];
    stem.split('-').any(|word| SEASONS.iter().any(|season| word.starts_with(season)))
}

/// The name of a series and the year of one of its rows: `summer-phone` and 2026.
fn series(id: &Id) -> Option<(&str, i16)> {
    let (stem, year) = id.as_str().rsplit_once('-')?;
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    (1900..=2199).contains(&year).then_some((stem, year))
}

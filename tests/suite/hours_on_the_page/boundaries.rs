//! The summers of C-Medical's IVF department: what has passed is gone the day after, and nothing else changes.

use std::collections::BTreeSet;

use felles::pipeline::Content;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::reader::{Piece, tables, text};
use crate::fixture::{content, pages_on, shipped};

const PAGE: &str = "c-medical/apningstider/index.html";

const SEMEN_ANALYSES: [&str; 2] = ["Sædanalyse, enkel", "Sædanalyse, utvidet"];
const SERVICES: [&str; 2] =
    ["Egguttak og innsetting av embryo", "Inseminasjon med sæd fra partner eller donor"];
const FET: &str = "Første dag av siste menstruasjon før fryseforsøk (FET)";
const AGONIST: &str = "Start med hormonsprøyter før egguttak, med agonist";
const ANTAGONIST: &str = "Start med hormonsprøyter før egguttak, med antagonist";
const RETRIEVAL: &str = "Siste egguttak";
const TRANSFER: &str = "Siste innsetting av embryo (ET)";

/// The days of a summer after which the page changes, and the rows that leave then.
fn last_days(year: i16) -> Vec<(Date, Vec<&'static str>)> {
    let days = |month_and_day: [(i8, i8); 7]| month_and_day.map(|(month, day)| date(year, month, day));
    let [fet, antagonist, retrieval, transfer, analyses, phone, end] = match year {
        2026 => days([(6, 12), (6, 15), (6, 26), (7, 1), (7, 23), (7, 24), (7, 26)]),
        _ => days([(6, 18), (6, 21), (7, 2), (7, 7), (7, 29), (7, 30), (8, 1)]),
    };
    vec![
        (fet, vec![FET, AGONIST]),
        (antagonist, vec![ANTAGONIST]),
        (retrieval, vec![RETRIEVAL]),
        (transfer, vec![TRANSFER]),
        (analyses, SEMEN_ANALYSES.to_vec()),
        (phone, vec!["mandag–fredag i uke 28–30"]),
        (end, SERVICES.to_vec()),
    ]
}

/// The rows of the page, each with its dates.
fn rows(html: &str) -> BTreeSet<String> {
    let row = |row: &Vec<Vec<Piece>>| {
        let dates = row.iter().flatten().filter_map(|piece| match piece {
            Piece::Time(date, _) => Some(date.to_string()),
            Piece::Text(_) => None,
        });
        format!("{} {}", text(&row[0]), dates.collect::<Vec<_>>().join("/"))
    };
    tables(html).0.iter().flat_map(|table| &table.rows).map(row).collect()
}

/// The page without the notices at its top, which come and go by dates of their own.
fn page(content: &Content, today: Date) -> String {
    let html = pages_on(content, "c-medical", today).remove(PAGE).expect("the clinic has opening hours");
    let html = String::from_utf8(html).unwrap();
    html.split_once("id=\"opening-hours\"").expect("the page has its section").1.to_owned()
}

#[test]
fn what_has_passed_is_gone_the_day_after_and_nothing_else_changes() {
    let content = content(&shipped());
    let mut before = page(&content, date(2026, 6, 11));
    assert_eq!(rows(&before).len(), 20, "two summers: {:#?}", rows(&before));
    for (last, leave) in [2026, 2027].into_iter().flat_map(last_days) {
        let on_the_day = page(&content, last);
        assert!(on_the_day == before, "nothing changes until {last} is over");
        before = page(&content, last + 1.day());
        let (old, new) = (rows(&on_the_day), rows(&before));
        assert!(new.is_subset(&old), "nothing new on the page after {last}");
        let gone: Vec<&String> = old.difference(&new).collect();
        assert_eq!(gone.len(), leave.len(), "after {last}: {gone:#?}");
        let year = last.year().to_string();
        for label in leave {
            let is_it = |row: &&String| row.starts_with(label) && row.contains(&year);
            assert_eq!(gone.iter().copied().filter(is_it).count(), 1, "{label} after {last}: {gone:#?}");
        }
    }
    assert_eq!(rows(&before), BTreeSet::new());
}

#[test]
fn an_abbreviation_is_explained_as_long_as_it_is_used() {
    let content = content(&shipped());
    let explained = |today: Date| {
        let html = page(&content, today);
        ["FET", "ET"].map(|term| html.contains(&format!("<dt>{term}</dt>")))
    };
    assert_eq!(explained(date(2027, 6, 18)), [true, true]);
    assert_eq!(explained(date(2027, 6, 19)), [false, true]);
    assert_eq!(explained(date(2027, 7, 7)), [false, true]);
    assert_eq!(explained(date(2027, 7, 8)), [false, false]);
}

#[test]
fn a_service_that_is_not_offered_says_so() {
    let html = page(&content(&shipped()), date(2026, 7, 26));
    let (tables, _) = tables(&html);
    let services: Vec<Vec<String>> = tables
        .iter()
        .filter(|table| table.caption.contains("Tjenester"))
        .flat_map(|table| &table.rows)
        .map(|row| row.iter().map(|cell| text(cell)).collect())
        .filter(|row: &Vec<String>| row[1].contains("2026"))
        .collect();
    let period = "uke 28–30 (6.–26. juli 2026)";
    assert_eq!(
        services,
        [[SERVICES[0], period, "ikke i denne perioden"], [SERVICES[1], period, "hele perioden"]]
    );
}

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::{days, hours, weekday_date};
use crate::diagnostic::Diagnostics;
use crate::hours::{Days, Exactness};
use crate::model::{DayHours, Language, TextValue, WeekNumbers};
use crate::parse::parse_theme_file;
use crate::source::{SourceFile, SourcePath, SourceTree};
use crate::theme::Strings;

const STRINGS: [(&str, &str); 3] = [
    ("nb", include_str!("../../../themes/base/strings/nb.toml")),
    ("nn", include_str!("../../../themes/base/strings/nn.toml")),
    ("en", include_str!("../../../themes/base/strings/en.toml")),
];

/// The base theme's words in bokmål, nynorsk and English.
fn languages() -> [Strings; 3] {
    STRINGS.map(|(language, text)| {
        let file = SourceFile::new(SourcePath::parse("themes/base/strings.toml").unwrap(), text.into());
        let tree = SourceTree::new(vec![file]);
        let (id, source) = tree.find("themes/base/strings.toml").unwrap();
        let mut found = Diagnostics::new();
        let root = parse_theme_file(id, source, &mut found);
        Strings::read(Language::parse(language).unwrap(), &root, &BTreeSet::new(), &mut found).unwrap()
    })
}

/// Holds what is said in the three languages to what is expected.
fn check(said: impl Fn(&Strings) -> String, expected: [&str; 3]) {
    let said = languages().map(|strings| said(&strings));
    assert_eq!(said, expected.map(str::to_owned));
}

fn weeks(numbers: &str, year: &str, weekdays: &[Weekday]) -> Days {
    let mut monday = Date::strptime("%Y-%m-%d", format!("{year}-01-04")).unwrap();
    monday -= i32::from(monday.weekday().to_monday_zero_offset()).days();
    let runs = numbers.split(", ").map(|run| {
        let (first, last) = run.split_once('-').unwrap_or((run, run));
        let week = |number: &str| (number.parse::<i32>().unwrap() - 1).weeks();
        (monday + week(first), monday + week(last) + 6.days())
    });
    assert!(WeekNumbers::parse(numbers).is_ok());
    Days { exactness: Exactness::Weeks, runs: runs.collect(), weekdays: weekdays.to_vec() }
}

fn range(first: Date, last: Date, weekdays: &[Weekday]) -> Days {
    Days { exactness: Exactness::Range, runs: vec![(first, last)], weekdays: weekdays.to_vec() }
}

/// What is said of all days that are written.
fn check_days(written: &Days, expected: [&str; 3]) {
    check(|strings| days(&written.iter().collect::<Vec<_>>(), Some(written), strings).text, expected);
}

/// What is said of some days that no pattern fits.
fn check_dates(dates: &[Date], expected: [&str; 3]) {
    check(|strings| days(dates, None, strings).text, expected);
}

#[test]
fn clock_times_are_written_as_each_language_writes_them() {
    let check_hours = |text: &str, expected| {
        let parsed = DayHours::parse(text).unwrap();
        check(|strings| hours(Some(&parsed), strings), expected);
    };
    check_hours("13:30-15:00", ["kl. 13.30–15.00", "kl. 13.30–15.00", "13:30–15:00"]);
    check_hours(
        "8:00-11:30, 12:15-15:30",
        ["kl. 08.00–11.30 og 12.15–15.30", "kl. 08.00–11.30 og 12.15–15.30", "08:00–11:30 and 12:15–15:30"],
    );
    check_hours("closed", ["stengt", "stengt", "closed"]);
    check_hours("by appointment", ["etter avtale", "etter avtale", "by appointment"]);
    check(|strings| hours(None, strings), ["ikke oppgitt", "ikkje oppgitt", "not stated"]);
}

#[test]
fn a_day_alone_has_its_weekday() {
    let friday = date(2026, 6, 12);
    let expected = ["fredag 12. juni 2026", "fredag 12. juni 2026", "Friday 12 June 2026"];
    check(|strings| weekday_date(friday, strings).text, expected);
    check_dates(&[friday], expected);
    check_days(&range(friday, friday, &[]), expected);
}

#[test]
fn a_range_says_month_and_year_once_where_both_ends_share_them() {
    check_days(
        &range(date(2026, 7, 6), date(2026, 7, 26), &[]),
        ["6.–26. juli 2026", "6.–26. juli 2026", "6–26 July 2026"],
    );
    check_days(
        &range(date(2026, 6, 29), date(2026, 7, 3), &[]),
        ["29. juni–3. juli 2026", "29. juni–3. juli 2026", "29 June–3 July 2026"],
    );
    check_days(
        &range(date(2026, 12, 21), date(2027, 1, 3), &[]),
        [
            "21. desember 2026–3. januar 2027",
            "21. desember 2026–3. januar 2027",
            "21 December 2026–3 January 2027",
        ],
    );
}

#[test]
fn weeks_are_weeks_and_their_dates() {
    check_days(
        &weeks("28-30", "2026", &[]),
        ["uke 28–30 (6.–26. juli 2026)", "veke 28–30 (6.–26. juli 2026)", "weeks 28–30 (6–26 July 2026)"],
    );
    check_days(
        &weeks("8", "2026", &[]),
        ["uke 8 (16.–22. februar 2026)", "veke 8 (16.–22. februar 2026)", "week 8 (16–22 February 2026)"],
    );
    check_days(
        &weeks("27-29, 31", "2026", &[]),
        [
            "uke 27–29 og 31 (29. juni–19. juli og 27. juli–2. august 2026)",
            "veke 27–29 og 31 (29. juni–19. juli og 27. juli–2. august 2026)",
            "weeks 27–29 and 31 (29 June–19 July and 27 July–2 August 2026)",
        ],
    );
    check_days(
        &weeks("53", "2026", &[]),
        [
            "uke 53 (28. desember 2026–3. januar 2027)",
            "veke 53 (28. desember 2026–3. januar 2027)",
            "week 53 (28 December 2026–3 January 2027)",
        ],
    );
}

#[test]
fn weekdays_are_grouped() {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let check_weekdays = |weekdays: &[Weekday], [nb, nn, en]: [&str; 3]| {
        check_days(
            &weeks("28-30", "2026", weekdays),
            [
                &format!("{nb} i uke 28–30 (6.–26. juli 2026)"),
                &format!("{nn} i veke 28–30 (6.–26. juli 2026)"),
                &format!("{en} in weeks 28–30 (6–26 July 2026)"),
            ],
        );
    };
    check_weekdays(&[Tuesday, Thursday], ["tirsdag og torsdag", "tysdag og torsdag", "Tuesday and Thursday"]);
    check_weekdays(
        &[Monday, Tuesday, Wednesday, Thursday],
        ["mandag–torsdag", "måndag–torsdag", "Monday–Thursday"],
    );
    check_weekdays(&[Saturday, Sunday], ["lørdag og søndag", "laurdag og søndag", "Saturday and Sunday"]);
    check_weekdays(
        &[Monday, Tuesday, Wednesday, Friday],
        ["mandag–onsdag og fredag", "måndag–onsdag og fredag", "Monday–Wednesday and Friday"],
    );
    check_days(
        &range(date(2026, 7, 6), date(2026, 7, 26), &[Tuesday, Thursday]),
        [
            "tirsdag og torsdag i perioden 6.–26. juli 2026",
            "tysdag og torsdag i perioden 6.–26. juli 2026",
            "Tuesday and Thursday in the period 6–26 July 2026",
        ],
    );
}

#[test]
fn days_that_are_not_all_that_is_written_are_listed_by_date() {
    let written = weeks("51-52", "2026", &[]);
    let without_holidays: Vec<Date> = written.iter().filter(|day| !(25..=26).contains(&day.day())).collect();
    check(
        |strings| days(&without_holidays, Some(&written), strings).text,
        ["14.–24. og 27. desember 2026", "14.–24. og 27. desember 2026", "14–24 and 27 December 2026"],
    );
}

#[test]
fn a_list_of_dates_says_month_and_year_where_they_change() {
    check_dates(
        &[date(2026, 7, 7), date(2026, 7, 9), date(2026, 7, 14)],
        ["7., 9. og 14. juli 2026", "7., 9. og 14. juli 2026", "7, 9 and 14 July 2026"],
    );
    check_dates(
        &[date(2026, 7, 7), date(2026, 8, 4), date(2027, 1, 5)],
        [
            "7. juli, 4. august 2026 og 5. januar 2027",
            "7. juli, 4. august 2026 og 5. januar 2027",
            "7 July, 4 August 2026 and 5 January 2027",
        ],
    );
}

#[test]
fn every_date_is_for_machines_too() {
    let written = weeks("28-29", "2026", &[Weekday::Tuesday]);
    let view = days(&written.iter().collect::<Vec<_>>(), Some(&written), &languages()[0]);
    let dates: Vec<&str> = view.parts.iter().filter_map(|part| part.iso.as_deref()).collect();
    assert_eq!(dates, ["2026-07-06", "2026-07-19"]);
    assert_eq!(view.runs, ["2026-07-07", "2026-07-14"]);
}

use felles::hours::{Decision, FRONT_PAGE_ROWS, Why, timetables};
use felles::model::{ClockTime, DayHours};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::json_ld;
use super::reader::{self, EN, NB, Said, Words};
use super::site::{built, clinic, parsed, rich};
use crate::page::Page;

/// The page in one language, and that language's words.
const PAGES: [(&str, &Words); 2] =
    [("nordlys-oslo/apningstider/index.html", &NB), ("nordlys-oslo/en/opening-hours/index.html", &EN)];

fn clock(time: ClockTime) -> String {
    let (hour, minute) = time.hour_and_minute();
    format!("{hour:02}:{minute:02}")
}

/// What should be read of a day.
fn expected(decision: &Decision<'_, '_>) -> Option<Said> {
    Some(match decision.hours? {
        DayHours::Closed => Said::Closed,
        DayHours::ByAppointment => Said::ByAppointment,
        DayHours::Open(intervals) => {
            Said::Open(intervals.iter().map(|interval| (clock(interval.from), clock(interval.to))).collect())
        }
    })
}

/// When a search engine should believe that somebody can come or call; the end of a day is its last minute.
fn open(said: Option<&Said>) -> Vec<(String, String)> {
    let Some(Said::Open(intervals)) = said else { return Vec::new() };
    let last = |to: &String| if to == "24:00" { "23:59".to_owned() } else { to.clone() };
    intervals.iter().map(|(from, to)| (from.clone(), last(to))).collect()
}

fn check_every_day_from(today: Date) {
    let tree = rich();
    let site = parsed(&tree);
    let clinic = clinic(&site, "nordlys-oslo");
    let timetables = timetables(&clinic);
    assert_eq!(timetables.len(), 3, "visits, phone and the skin department's phone");
    let files = built(&tree, today);
    for (path, words) in PAGES {
        let html = &files[path];
        assert_eq!(Page::parse(html).faults, Vec::<String>::new(), "{path}");
        let tables = reader::channels(html, words);
        let blocks = json_ld::channels(&json_ld::data_block(html));
        assert_eq!((tables.len(), blocks.len()), (3, 3), "the channels of {path}");
        for (timetable, (table, block)) in timetables.iter().zip(tables.iter().zip(&blocks)) {
            for day in today.series(1.day()).take(366) {
                let decision = timetable.on(day);
                let at = format!("{path}, {} on {day}, told on {today}", timetable.hours.id);
                let (expected, read) = (expected(&decision), table.on(day));
                // A holiday on a day that the week does not state is closed, which is what its silence says.
                let is_silent_holiday = matches!(decision.why, Why::Holiday(_, None))
                    && timetable.ordinary(day).is_none()
                    && expected == Some(Said::Closed);
                if !(is_silent_holiday && read.is_none()) {
                    assert_eq!(read, expected.as_ref(), "{at}");
                }
                assert_eq!(block.on(day), open(expected.as_ref()), "{at}");
                assert_eq!(block.on(day), open(read), "{at}");
            }
        }
    }
}

#[test]
fn tables_and_data_say_of_every_day_of_a_year_what_is_open_then() {
    check_every_day_from(date(2026, 6, 20));
}

#[test]
fn they_do_so_in_the_middle_of_an_exception_too() {
    check_every_day_from(date(2026, 12, 27));
}

#[test]
fn weeks_are_said_as_weeks_only_where_the_days_are_exactly_those() {
    let files = built(&rich(), date(2026, 6, 20));
    let said = |path: &str| -> Vec<String> {
        let (tables, _) = reader::tables(&files[path]);
        tables.iter().flat_map(|table| &table.rows).map(|row| reader::text(&row[0])).collect()
    };
    let nb = said(PAGES[0].0);
    let check = |expected: &str| assert!(nb.iter().any(|row| row == expected), "{expected}: {nb:#?}");
    check("7., 9., 16., 21. og 23. juli 2026");
    check("mandag, tirsdag, torsdag og fredag i uke 32–33 (3.–16. august 2026)");
    check("mandag og fredag i perioden 5.–30. oktober 2026");
    check("21. desember 2026–3. januar 2027");
    check("uke 7 og 9–10 (15.–21. februar og 1.–14. mars 2027)");
    check("3.–5., 7.–15. og 18.–21. mai 2027");
    check("onsdag 16. september 2026");
}

#[test]
fn a_text_of_the_content_cannot_end_the_data_block() {
    let files = built(&rich(), date(2026, 6, 20));
    let block = json_ld::data_block(&files[PAGES[0].0]);
    assert_eq!(block["department"][0]["contactPoint"][0]["contactType"], "Hud & hår </script><b>");
}

#[test]
fn only_a_page_that_shows_hours_has_a_data_block() {
    let files = built(&rich(), date(2026, 6, 20));
    let with_block = files.iter().filter(|(_, text)| text.contains("application/ld+json"));
    let with_block: Vec<&str> = with_block.map(|(path, _)| path.as_str()).collect();
    assert_eq!(with_block.len(), 4, "{with_block:?}");
    assert!(with_block.iter().all(|path| path.contains("hours") || path.contains("apningstider")));
}

#[test]
fn the_front_page_shows_the_first_coming_days_of_every_channel() {
    let files = built(&rich(), date(2026, 6, 20));
    let (tables, _) = reader::tables(&files[PAGES[0].0]);
    let others = tables.iter().filter(|table| table.caption.starts_with("Dager med andre tider"));
    let rows = others.flat_map(|table| table.rows.iter().take(FRONT_PAGE_ROWS));
    let expected: Vec<String> = rows.map(|row| reader::text(&row[0])).collect();
    let front = files["nordlys-oslo/index.html"].split("<dl class=\"coming\">").skip(1);
    let terms = front.flat_map(|list| {
        let list = list.split("</dl>").next().unwrap_or_default();
        list.split("<dt>").skip(1).map(|term| term.split("</dt>").next().unwrap_or_default())
    });
    let words = |term: &str| -> String {
        term.split('<').map(|part| part.rsplit('>').next().unwrap_or_default()).collect()
    };
    assert_eq!(terms.map(words).collect::<Vec<_>>(), expected);
}

//! Any page as it will be on another day.

use felles::source::SourceTree;
use jiff::civil::{Date, date};

use super::shown::{Shown, edited, reading};
use crate::fixture::{DATE, build_on, site};
use crate::serve::client::Client;

fn check(shown: &Shown, tree: &SourceTree, date: Date) {
    let (files, _) = build_on(tree, date);
    for brand in shown.preview.brands() {
        let page = shown.page_on(&brand, date);
        let (before, script) =
            page.split_once("<script type=\"module\" src=\"/_felles/preview.js\"").unwrap();
        let after = script.split_once("</script>\n").unwrap().1;
        let clean = String::from_utf8(files[&format!("{brand}/index.html")].clone()).unwrap();
        assert!(format!("{before}{after}") == clean, "{brand} on {date}");
    }
}

#[test]
fn a_page_of_another_day_is_a_build_of_that_day() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&tree));
    // Back and forth: what was made for one day is not shown for another.
    for day in [date(2026, 12, 24), date(2027, 7, 13), date(2026, 12, 24), DATE] {
        check(&shown, &tree, day);
    }
    let other = edited(&tree, "content/group/about.toml", |text| text.replacen("name", "# name\nname", 1));
    let other = edited(&other, "content/clinics/nordlys/hours.toml", |text| text.replace("15:30", "16:30"));
    shown.show(reading(&other));
    check(&shown, &other, date(2026, 12, 24));
}

#[test]
fn another_day_of_a_brand_with_errors_is_one_of_the_pages_that_are_shown() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&tree));
    let broken = edited(&tree, "content/brands/nordlys.toml", |text| text.replacen("\"Nordlys", "\"Nytt", 1));
    shown.show(reading(&edited(&broken, "content/clinics/nordlys/clinic.toml", |text| {
        format!("x = 1\n{text}")
    })));
    assert!(shown.last.older.contains(&"nordlys".to_owned()), "{:?}", shown.last.older);
    check(&shown, &tree, date(2027, 7, 13));
    let marked = shown.get("/_/nordlys/?why").text();
    assert!(marked.contains("data-felles-from") && !marked.contains("Nytt"));
}

#[test]
fn a_day_that_is_none_is_today() {
    let tree = site("fjord");
    let shown = Shown::start(reading(&tree));
    let today = shown.get("/_/havna/").text();
    for day in ["2026-13-01", "x", "", "99999-01-01", "1066-10-14", "20270713"] {
        assert_eq!(shown.get(&format!("/_/havna/?date={day}")).text(), today, "{day}");
    }
    let production = shown.get("/_/havna/?production&date=2027-07-13");
    assert_eq!(production.body, shown.get("/_/havna/?production").body);
}

#[test]
fn no_page_elsewhere_can_have_other_days_made() {
    let tree = site("fjord");
    let shown = Shown::start(reading(&tree));
    let ask =
        |target: &str, lines: &str| Client::new(shown.preview.port()).ask("GET", "localhost", target, lines);
    let (today, other) = (shown.get("/_/nordlys/").text(), shown.page_on("nordlys", date(2027, 7, 13)));
    assert_ne!(today, other);
    for query in ["date=2027-07-13", "why", "why&date=2027-07-13"] {
        let target = format!("/_/nordlys/?{query}");
        assert_eq!(
            ask(&target, "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: image\r\n").text(),
            today,
            "{query}"
        );
        // Somebody followed a link: what asked cannot read the page.
        let opened = ask(&target, "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: document\r\n");
        assert_ne!(opened.text(), today, "{query}");
    }
    let compare = "/_felles/compare?left=havna&right=nordlys";
    assert_eq!(ask(compare, "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: document\r\n").status, 200);
    assert_eq!(ask(compare, "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: iframe\r\n").status, 403);
}

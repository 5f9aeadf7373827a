//! Any page as it will be on another day.

use felles::source::SourceTree;
use jiff::civil::{Date, date};

use super::shown::{Shown, edited, reading};
use crate::fixture::{DATE, build_on, site};

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
fn a_day_that_is_none_is_today() {
    let tree = site("fjord");
    let shown = Shown::start(reading(&tree));
    let today = shown.get("/_/havna/").text();
    for day in ["2026-13-01", "x", "", "99999-01-01", "1066-10-14"] {
        assert_eq!(shown.get(&format!("/_/havna/?date={day}")).text(), today, "{day}");
    }
    let production = shown.get("/_/havna/?production&date=2027-07-13");
    assert_eq!(production.body, shown.get("/_/havna/?production").body);
}

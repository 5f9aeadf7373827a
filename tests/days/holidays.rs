//! Our public holidays and another program's.

use std::collections::BTreeSet;

use felles::model::{Country, Holiday, TextValue};
use felles::parse::carried_countries;
use opening_hours::localization::Country as Theirs;

/// The public holidays of 2020 to 2040 as felles has them.
fn ours(code: &str) -> BTreeSet<String> {
    let country = Country::parse(code).unwrap();
    let countries = carried_countries();
    let calendar = countries.holidays_of(country).unwrap();
    let in_year = |year| calendar.public().map(move |day| calendar.in_year(day, year).unwrap().to_string());
    (2020..=2040).flat_map(in_year).collect()
}

/// The same out of the list of Nager.Date, which the other program carries.
fn theirs(country: Theirs) -> BTreeSet<String> {
    let holidays = country.holidays();
    let days = holidays.get_public().iter().map(|day| day.to_string());
    days.filter(|day| ("2020".."2041").contains(&&day[..4])).collect()
}

/// Compares the two lists: what only they have, and nothing that only we have.
fn check(code: &str, country: Theirs, only_theirs: &BTreeSet<String>) {
    let (ours, theirs) = (ours(code), theirs(country));
    assert!(!theirs.is_empty());
    assert_eq!(ours.difference(&theirs).collect::<Vec<_>>(), Vec::<&String>::new(), "only ours, {code}");
    assert_eq!(
        theirs.difference(&ours).cloned().collect::<BTreeSet<_>>(),
        *only_theirs,
        "only theirs, {code}"
    );
}

#[test]
fn norway_has_the_holidays_that_another_list_has() {
    check("NO", Theirs::NO, &BTreeSet::new());
}

/// Great Prayer Day, the fourth Friday after Easter, ended with 2023 (lov nr. 214 af 6. marts 2023). No page is made for a year before.
#[test]
fn denmark_differs_from_another_list_in_great_prayer_day_until_2023_only() {
    let gone = ["2020-05-08", "2021-04-30", "2022-05-13", "2023-05-05"].map(str::to_owned);
    check("DK", Theirs::DK, &gone.into());
}

/// They count three eves on which most are off work. By lag (1989:253) only the days after them are public holidays; whether a clinic
/// closes on an eve is for its content to say.
#[test]
fn sweden_differs_from_another_list_in_three_eves_only() {
    let sweden = Country::parse("SE").unwrap();
    let eves = [Holiday::MidsummerEve, Holiday::ChristmasEve, Holiday::NewYearsEve];
    let countries = carried_countries();
    let calendar = countries.holidays_of(sweden).unwrap();
    let days = |year| eves.iter().map(move |eve| calendar.in_year(*eve, year).unwrap().to_string());
    check("SE", Theirs::SE, &(2020..=2040).flat_map(days).collect());
}

/// They count Midsummer Eve and Christmas Eve, on which most are off work, and which no law makes holidays.
#[test]
fn finland_differs_from_another_list_in_two_eves_only() {
    let finland = Country::parse("FI").unwrap();
    let eves = [Holiday::MidsummerEve, Holiday::ChristmasEve];
    let countries = carried_countries();
    let calendar = countries.holidays_of(finland).unwrap();
    let days = |year| eves.iter().map(move |eve| calendar.in_year(*eve, year).unwrap().to_string());
    check("FI", Theirs::FI, &(2020..=2040).flat_map(days).collect());
}

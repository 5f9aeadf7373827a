//! Every day from 2026 to 2030 is what another program makes of the same rules.

use felles::hours::timetables;
use felles::source::SourceTree;
use proptest::prelude::*;

use super::answer::{answer, days, each_clinic};
use super::by_hand;
use super::generated::rules;
use super::opening_hours::Expressions;
use crate::fixture::{shipped, site};
use crate::small_site::cases;

/// Compares every channel of every clinic on every day; gives how many channels there were.
fn compare(tree: &SourceTree) -> usize {
    let mut channels = 0;
    each_clinic(tree, |clinic| {
        for timetable in timetables(clinic) {
            let expressions = Expressions::of(timetable.hours, clinic, tree);
            for day in days(2026, 2030) {
                let ours = answer(&timetable.on(day));
                let channel = &timetable.hours.id;
                assert_eq!(ours, expressions.on(day), "{}, {channel}, {day}", clinic.id);
            }
            channels += 1;
        }
    });
    channels
}

#[test]
fn the_shipped_clinics_are_open_when_another_program_says_so() {
    assert!(compare(&shipped()) > 0);
}

#[test]
fn the_fixtures_are_open_when_another_program_says_so() {
    for name in ["fjord", "minimal", "nordic", "nordlys"] {
        compare(&site(name));
    }
    assert!(compare(&by_hand::site_of_the_table()) >= 5);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_rules_are_what_another_program_makes_of_them(rules in rules()) {
        prop_assert_eq!(compare(&rules.site().tree()), 1);
    }
}

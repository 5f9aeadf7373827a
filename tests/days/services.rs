//! On which days a service is offered.

use felles::hours::{LastDays, service_days};
use felles::model::OfferedService;
use jiff::civil::{Date, date};

use super::answer::each_clinic;
use crate::small_site::Files;

/// The runs of days of a service that is written so.
fn runs(written: &str) -> Option<Vec<(Date, Date)>> {
    let mut files = Files::new();
    files.put(
        "content/clinics/oslo/hours.toml",
        &format!("[services.analysis]\nname = \"Analyse\"\n{written}\n"),
    );
    let mut runs = None;
    each_clinic(&files.tree(), |clinic| {
        let service: &OfferedService<'_> = clinic.services.get("analysis").expect("the service is written");
        runs = service_days(service, clinic).map(|days| {
            assert_eq!(days.last_day(), days.iter().max(), "{written}");
            days.runs
        });
    });
    runs
}

#[test]
fn a_service_is_not_offered_on_the_public_holidays_within_its_days() {
    let may = |first, last| (date(2027, 5, first), date(2027, 5, last));
    let check = |written: &str, expected: Option<Vec<(Date, Date)>>| {
        assert_eq!(runs(written), expected, "{written}");
    };
    // The Ascension is the 6th.
    check("from = 2027-05-03\nuntil = 2027-05-07", Some(vec![may(3, 5), may(7, 7)]));
    check("from = 2027-05-03\nuntil = 2027-05-07\nholidays = \"open\"", Some(vec![may(3, 7)]));
    check("from = 2027-05-03\nuntil = 2027-05-07\nhours = \"closed\"", Some(vec![may(3, 7)]));
    check("weeks = \"18\"\nyear = 2027\nweekdays = [\"thursday\"]", None);
    check("date = 2027-05-06", Some(vec![may(6, 6)]));
    check("weeks = \"18-19, 18\"\nyear = 2027\nholidays = \"open\"", Some(vec![may(3, 16)]));
}

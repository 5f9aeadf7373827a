//! What is said of a day, in a form that two programs can be compared in.

use felles::diagnostic::Diagnostics;
use felles::hours::Decision;
use felles::merge::{Clinic, Site};
use felles::model::{ClockTime, DayHours};
use felles::parse::parse_site;
use felles::source::SourceTree;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Stretches of a day in minutes, each with what is so then; nothing where it is not stated.
pub(crate) type Answer = Vec<(u16, u16, String)>;

/// What felles says of a day.
pub(crate) fn answer(decision: &Decision<'_, '_>) -> Answer {
    answer_of(decision.hours)
}

/// The same of hours that are written.
pub(crate) fn answer_of(hours: Option<&DayHours>) -> Answer {
    match hours {
        None => Vec::new(),
        Some(DayHours::Closed) => vec![(0, 24 * 60, "closed".to_owned())],
        Some(DayHours::ByAppointment) => vec![(0, 24 * 60, "by appointment".to_owned())],
        Some(DayHours::Open(intervals)) => joined(
            intervals.iter().map(|open| (minutes(open.from), minutes(open.to), "open".to_owned())).collect(),
        ),
    }
}

/// Stretches that meet and say the same are one.
pub(crate) fn joined(mut answer: Answer) -> Answer {
    answer.dedup_by(|next, stretch| {
        let meet = stretch.1 == next.0 && stretch.2 == next.2;
        if meet {
            stretch.1 = next.1;
        }
        meet
    });
    answer
}

/// Minutes since midnight.
pub(crate) fn minutes(time: ClockTime) -> u16 {
    let (hour, minute) = time.hour_and_minute();
    hour * 60 + minute
}

/// Every day from the start of one year to the end of another.
pub(crate) fn days(first: i16, last: i16) -> impl Iterator<Item = Date> {
    date(first, 1, 1).series(1.day()).take_while(move |day| day.year() <= last)
}

/// Merges every clinic of a site and looks at it.
pub(crate) fn each_clinic(tree: &SourceTree, mut look: impl FnMut(&Clinic<'_>)) {
    let mut found = Diagnostics::new();
    let site = parse_site(tree, &mut found).expect("the site has a site.toml");
    let site = Site::new(site);
    for id in site.input.clinics.keys() {
        look(&site.clinic(id.as_str(), &mut found).expect("the clinic is in the site"));
    }
}

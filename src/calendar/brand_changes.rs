use jiff::ToSpan;
use jiff::civil::Date;

use super::{Cause, Change};
use crate::hours::{Coming, FRONT_PAGE_ROWS, LastDays, Outlook, Why, service_days, timetables};
use crate::merge::{Clinic, PlacedNotice};
use crate::model::{Brand, NoticeEnd, TableKind};

/// The changes of a brand's pages after `today` and up to `until`, in the order of dates, each once.
#[must_use]
pub fn brand_changes(brand: &Brand, clinics: &[&Clinic<'_>], today: Date, until: Date) -> Vec<Change> {
    let mut changes = Vec::new();
    for clinic in clinics {
        let mut causes = Vec::new();
        for placed in clinic.notices.iter().filter(|placed| is_on_a_page(placed, clinic, brand)) {
            causes.extend(notice(placed));
        }
        let has_page = shows_hours(clinic);
        for timetable in timetables(clinic) {
            let outlook = timetable.outlook(today, until);
            for day in outlook.changes() {
                causes.extend(hours(&outlook, day, has_page).map(|cause| (day, cause)));
            }
        }
        if has_page {
            causes.extend(last_days(clinic));
        }
        let change =
            |(date, cause)| Change { date, clinic: clinic.id.clone(), cause, brand: brand.id.clone() };
        changes.extend(causes.into_iter().map(change));
    }
    changes.retain(|change| today < change.date && change.date <= until);
    changes.sort_unstable();
    changes.dedup();
    changes
}

fn is_on_a_page(placed: &PlacedNotice<'_>, clinic: &Clinic<'_>, brand: &Brand) -> bool {
    let notice = placed.notice;
    let is_page = |id: &str| {
        id == "front" || clinic.documents.iter().any(|composed| composed.document.id.as_str() == id)
    };
    let is_on_page =
        notice.pages.as_ref().is_none_or(|pages| pages.value.iter().any(|id| is_page(id.as_str())));
    notice.is_for(&brand.id) && is_on_page
}

/// When a notice comes and when it goes.
fn notice(placed: &PlacedNotice<'_>) -> Vec<(Date, Cause)> {
    let (Some(from), Some(until)) = (&placed.notice.from, &placed.notice.until) else { return Vec::new() };
    let begins = (from.value.0, Cause::NoticeBegins(placed.id.clone()));
    match until.value {
        NoticeEnd::On(last) if last < from.value.0 => Vec::new(),
        NoticeEnd::On(last) => vec![begins, (last + 1.day(), Cause::NoticeEnds(placed.id.clone()))],
        NoticeEnd::Never => vec![begins],
    }
}

/// Whether a document of the clinic shows the opening hours; the front page shows the first rows only.
fn shows_hours(clinic: &Clinic<'_>) -> bool {
    clinic.documents.iter().any(|composed| clinic.shows(composed, TableKind::Hours))
}

/// What differs on a page between the day before and `day`.
fn hours(outlook: &Outlook<'_, '_>, day: Date, has_page: bool) -> impl Iterator<Item = Cause> {
    let shown = |today: Date| {
        let mut rows = outlook.coming(today);
        if !has_page {
            rows.truncate(FRONT_PAGE_ROWS);
        }
        rows
    };
    let (before, after) = (shown(day - 1.day()), shown(day));
    let gone = before.iter().filter(|row| !after.contains(row)).filter_map(|row| ending(row));
    let new = after.iter().filter(|row| !before.contains(row));
    // A front page without room shows a row only when another has gone; that one is then the cause.
    let year = new.filter(|_| before.iter().all(|row| after.contains(row)));
    let years = year.filter_map(|row| Some(Cause::HolidaysOf(row.days.first()?.year())));
    gone.chain(years).collect::<Vec<_>>().into_iter()
}

fn ending(row: &Coming<'_, '_>) -> Option<Cause> {
    match row.why {
        Why::Holiday(holiday, _) => Some(Cause::HolidayEnds(holiday)),
        Why::Exception(exception) => Some(Cause::ExceptionEnds(exception.id.clone())),
        Why::Weekday => None,
    }
}

/// When services and deadlines leave the page.
fn last_days(clinic: &Clinic<'_>) -> Vec<(Date, Cause)> {
    let services = clinic.services.rows.iter().filter_map(|service| {
        let last = service_days(service, clinic)?.last_day()?;
        Some((last + 1.day(), Cause::ServiceEnds(service.id.clone())))
    });
    let deadlines = clinic.deadlines.rows.iter().filter_map(|deadline| {
        Some((deadline.last_day()? + 1.day(), Cause::DeadlineEnds(deadline.id.clone())))
    });
    services.chain(deadlines).collect()
}

use jiff::civil::Date;

use super::days::Days;
use super::written_days::days_of;
use super::{Exactness, calendar_of};
use crate::merge::Clinic;
use crate::model::{DayHours, HolidaysWithin, OfferedService};

/// The days on which what a service says counts; None if they cannot be told or are all holidays.
///
/// As with an exception, a range or weeks offer nothing on the public holidays within them unless they say
/// so. A single date does, and what is closed is closed on a holiday too.
#[must_use]
pub fn service_days(service: &OfferedService<'_>, clinic: &Clinic<'_>) -> Option<Days> {
    let days = days_of(service.written_days()).ok()?;
    let says_open = service.holidays.as_ref().is_some_and(|said| *said.get() == HolidaysWithin::Open);
    let is_closed = service.hours.as_ref().is_some_and(|hours| *hours.get() == DayHours::Closed);
    if says_open || is_closed || days.exactness == Exactness::Date {
        return Some(days);
    }
    let department = service.department.as_ref().and_then(|id| clinic.departments.get(id.get().as_str()));
    let Some(calendar) = calendar_of(clinic, department) else { return Some(days) };
    days.without(|day: Date| calendar.on(day).any(|holiday| calendar.is_public(holiday)))
}

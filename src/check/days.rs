//! Which days exceptions and services are for, as the rules look at them.

use jiff::civil::Date;

use super::Subject;
use crate::hours::{Days, DaysFault, DaysOf, Timetable, calendar_of, days_of, exception_days};
use crate::merge::Clinic;
use crate::model::{
    Channel, Deadline, Department, Holiday, HoursException, Id, OfferedService, Resolved, WrittenDays,
};
use crate::span::Span;

/// An exception or a service and its days.
pub(super) struct DatedRow<'c, 'a> {
    /// `exceptions` or `services`.
    pub table: &'static str,
    pub id: &'a Id,
    pub written: WrittenDays<'c, 'a>,
    pub days: Result<DaysOf, DaysFault>,
}

/// The exceptions and services of a clinic; without those of which something could not be read.
pub(super) fn dated_rows<'c, 'a>(clinic: &'c Clinic<'a>) -> Vec<DatedRow<'c, 'a>> {
    let certain = |row: &&HoursException<'_>| !clinic.exceptions.is_uncertain(row.id.as_str());
    let exceptions = clinic.exceptions.rows.iter().filter(certain).map(DatedRow::of_exception);
    let certain = |row: &&OfferedService<'_>| !clinic.services.is_uncertain(row.id.as_str());
    exceptions.chain(clinic.services.rows.iter().filter(certain).map(DatedRow::of_service)).collect()
}

impl<'c, 'a> DatedRow<'c, 'a> {
    fn of_exception(row: &'c HoursException<'a>) -> Self {
        let days = exception_days(row);
        Self { table: "exceptions", id: row.id, written: row.written_days(), days }
    }

    fn of_service(row: &'c OfferedService<'a>) -> Self {
        let days = days_of(row.written_days()).map(DaysOf::Dated);
        Self { table: "services", id: row.id, written: row.written_days(), days }
    }

    /// How the content calls it: `services.treatment-2026`.
    pub(super) fn name(&self) -> String {
        format!("{}.{}", self.table, self.id)
    }

    /// Its days, if they are days of the calendar and can be told.
    pub(super) fn dated(&self) -> Option<&Days> {
        match &self.days {
            Ok(DaysOf::Dated(days)) => Some(days),
            Ok(DaysOf::Named(_)) | Err(_) => None,
        }
    }

    /// Where its days are written.
    pub(super) fn place(&self) -> Span {
        self.written.first_key().unwrap_or(self.written.span)
    }
}

/// The deadlines of a clinic; without those of which something could not be read.
pub(super) fn certain_deadlines<'c, 'a>(clinic: &'c Clinic<'a>) -> impl Iterator<Item = &'c Deadline<'a>> {
    clinic.deadlines.rows.iter().filter(|row| !clinic.deadlines.is_uncertain(row.id.as_str()))
}

/// The department that something names, if there is one.
pub(super) fn department<'c, 'a>(
    clinic: &'c Clinic<'a>,
    id: Option<&Resolved<'_, Id>>,
) -> Option<&'c Department<'a>> {
    id.and_then(|id| clinic.departments.get(id.get().as_str()))
}

/// The public holiday on a date, in the country of a deadline's department.
pub(super) fn public_holiday(clinic: &Clinic<'_>, deadline: &Deadline<'_>) -> Option<Holiday> {
    let calendar = calendar_of(clinic, department(clinic, deadline.department.as_ref()))?;
    let date: Date = deadline.date.get().0;
    calendar.on(date).find(|holiday| calendar.is_public(*holiday))
}

/// The visiting hours that a deadline is held against: its department's, or else the clinic's.
pub(super) fn visit<'c, 'a>(
    subject: Subject<'c, 'a>,
    deadline: &Deadline<'a>,
) -> Option<&'c Timetable<'c, 'a>> {
    let own = department(subject.clinic, deadline.department.as_ref()).map(|department| department.id);
    let of_department = |id: Option<&Id>| {
        subject.timetables.iter().find(|table| {
            table.channel == Channel::Visit.word()
                && table.department.map(|own| own.id) == id
                && !subject.clinic.hours.is_uncertain(table.hours.id.as_str())
        })
    };
    of_department(own).or_else(|| of_department(None))
}

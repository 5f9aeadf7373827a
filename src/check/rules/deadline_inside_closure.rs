//! A deadline that is not before the days that it names in `before`, and one on which the patient must come
//! while an exception keeps the visiting hours closed.

use crate::check::days::{DatedRow, certain_deadlines, dated_rows, department, public_holiday, visit};
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, catalogue::times as say};
use crate::hours::{DaysOf, Why, calendar_of, service_days};
use crate::merge::Clinic;
use crate::model::{DayHours, Deadline, OfferedService, Resolved};

pub(super) static RULE: Rule =
    Rule { name: "deadline-inside-closure", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let rows = dated_rows(subject.clinic);
    for deadline in certain_deadlines(subject.clinic) {
        if let Some(finding) = not_before(deadline, &rows, subject.clinic)
            .or_else(|| without_service(deadline, subject.clinic))
            .or_else(|| when_closed(deadline, subject))
        {
            found.push(finding);
        }
    }
}

fn not_before(deadline: &Deadline<'_>, rows: &[DatedRow<'_, '_>], clinic: &Clinic<'_>) -> Option<Diagnostic> {
    let before = deadline.before.as_ref()?.get();
    // A service is meant before an exception of the same name.
    let closure = rows.iter().rev().find(|row| row.id == before)?;
    let date = deadline.date.get().0;
    let first = match closure.days.as_ref().ok()? {
        DaysOf::Dated(days) => days.iter().next().filter(|first| *first <= date)?,
        // A holiday is every year, so a deadline can only be on it.
        DaysOf::Named(holiday) => {
            let calendar = calendar_of(clinic, department(clinic, deadline.department.as_ref()))?;
            calendar.in_year(*holiday, date.year()).filter(|day| *day == date)?
        }
    };
    let first = first.to_string();
    let headline = say::deadline_not_before(deadline.id.as_str(), &date.to_string(), &closure.name());
    let finding = RULE.at(&deadline.date, headline).with_related(closure.place(), say::begins_on(&first));
    Some(finding.with_help(say::move_it_before(&first)))
}

/// A day on which the department offers something not at all,
/// though the deadline does not say that it precedes that.
fn without_service(deadline: &Deadline<'_>, clinic: &Clinic<'_>) -> Option<Diagnostic> {
    let date = deadline.date.get().0;
    let is_closed = |service: &&OfferedService<'_>| {
        service.hours.as_ref().is_some_and(|hours| *hours.get() == DayHours::Closed)
            && service.department.as_ref().map(Resolved::get)
                == deadline.department.as_ref().map(Resolved::get)
            && !clinic.services.is_uncertain(service.id.as_str())
            && service_days(service, clinic).is_some_and(|days| days.contains(date))
    };
    let service = clinic.services.rows.iter().find(is_closed).filter(|_| deadline.asks_to_attend())?;
    let name = format!("services.{}", service.id);
    let headline = say::deadline_when_closed(deadline.id.as_str(), &date.to_string(), &name);
    let finding = RULE.at(&deadline.date, headline).with_related(service.span, say::closed_here());
    Some(finding.with_help(say::move_it_or_write_attend()))
}

/// Public holidays are another rule's.
fn when_closed(deadline: &Deadline<'_>, subject: Subject<'_, '_>) -> Option<Diagnostic> {
    let date = deadline.date.get().0;
    let visit = visit(subject, deadline)?;
    let decision = visit.on(date);
    let (Why::Exception(exception) | Why::Holiday(_, Some(exception))) = decision.why else { return None };
    let is_closed = decision.hours == Some(&DayHours::Closed);
    if !deadline.asks_to_attend() || !is_closed || public_holiday(subject.clinic, deadline).is_some() {
        return None;
    }
    let headline =
        say::deadline_when_closed(deadline.id.as_str(), &date.to_string(), visit.hours.id.as_str());
    let finding = RULE.at(&deadline.date, headline);
    let finding = finding.with_related(exception.hours.origin().span, say::closed_here());
    Some(finding.with_help(say::move_it_or_write_attend()))
}

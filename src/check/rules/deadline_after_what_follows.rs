//! A deadline that is later than the one that it says it is followed by,
//! and deadlines that follow one another in a circle.

use crate::check::days::certain_deadlines;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::times as say};
use crate::model::Deadline;

pub(super) static RULE: Rule =
    Rule { name: "deadline-after-what-follows", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let deadlines: Vec<&Deadline<'_>> = certain_deadlines(subject.clinic).collect();
    for deadline in &deadlines {
        match circle(deadline, &deadlines) {
            Some(circle) => check_circle(&circle, found),
            None => check_order(deadline, &deadlines, found),
        }
    }
}

fn check_order(deadline: &Deadline<'_>, deadlines: &[&Deadline<'_>], found: &mut Diagnostics) {
    let Some(next) = next(deadline, deadlines) else { return };
    let (date, later) = (deadline.date.get().0, next.date.get().0);
    if later < date {
        let headline = say::deadline_after_next(deadline.id.as_str(), &date.to_string(), next.id.as_str());
        let finding = RULE.at(&deadline.date, headline);
        let finding = finding.with_related(next.date.origin().span, say::is_on(&later.to_string()));
        found.push(finding.with_help(say::correct_one_of_the_dates()));
    }
}

/// Said once, of the circle as its first deadline sees it.
fn check_circle(circle: &[&Deadline<'_>], found: &mut Diagnostics) {
    let (Some(first), Some(last)) = (circle.first(), circle.last()) else { return };
    let is_first = circle.iter().all(|other| first.span <= other.span);
    if let Some(followed_by) = last.followed_by.as_ref().filter(|_| is_first) {
        let ids = circle.iter().chain([first]).map(|deadline| format!("`{}`", deadline.id));
        let ids = ids.collect::<Vec<_>>().join(" → ");
        let finding = RULE.at(followed_by, say::deadlines_in_a_circle(&ids));
        found.push(finding.with_help(say::remove_one_followed_by()));
    }
}

/// The circle that a deadline is in, beginning with it.
fn circle<'d, 'a>(start: &'d Deadline<'a>, deadlines: &[&'d Deadline<'a>]) -> Option<Vec<&'d Deadline<'a>>> {
    let mut path = vec![start];
    // No way through all deadlines is longer than they are many.
    while path.len() <= deadlines.len() {
        let next = next(path.last()?, deadlines)?;
        if next.id == start.id {
            return Some(path);
        }
        path.push(next);
    }
    None
}

fn next<'d, 'a>(deadline: &Deadline<'a>, deadlines: &[&'d Deadline<'a>]) -> Option<&'d Deadline<'a>> {
    let id = deadline.followed_by.as_ref()?.get();
    deadlines.iter().find(|other| other.id == id).copied()
}

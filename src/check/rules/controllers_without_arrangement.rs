//! A clinic with several controllers that does not say how they share the responsibility.

use std::collections::BTreeSet;

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::{Arrangement, Id};

pub(super) static RULE: Rule =
    Rule { name: "controllers-without-arrangement", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let settings = &subject.clinic.settings;
    let named: BTreeSet<&Id> = settings.controllers.get().iter().map(|id| &id.value).collect();
    if named.len() < 2 {
        return;
    }
    match &settings.arrangement {
        None => {
            let finding = RULE
                .at(&settings.controllers, say::controllers_without_arrangement(subject.clinic.id.as_str()));
            found.push(finding.with_help(say::add_arrangement()));
        }
        Some(arrangement)
            if *arrangement.get() == Arrangement::Joint && settings.arrangement_summary.is_none() =>
        {
            found.push(
                RULE.at(arrangement, say::joint_without_summary(subject.clinic.id.as_str()))
                    .with_help(say::add_summary()),
            );
        }
        Some(_) => {}
    }
}

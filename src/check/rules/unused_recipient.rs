//! A recipient that no purpose names, nor anyone in the chain of its sub-processors.

use std::collections::BTreeSet;

use super::id_like_another::is_one_slip;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::merge::Clinic;
use crate::model::{Id, Processor, Resolved};

pub(super) static RULE: Rule =
    Rule { name: "unused-recipient", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    // What is not known of the purposes may name it.
    if clinic.purposes.is_empty() || !clinic.purposes.is_whole() {
        return;
    }
    let named: BTreeSet<&Id> = clinic
        .purposes
        .rows
        .iter()
        .flat_map(|purpose| purpose.recipients.ids())
        .map(|id| &id.value)
        .collect();
    // A misspelt name is reported where it stands, and so is a misspelt id.
    if named.iter().any(|id| clinic.processors.get(id.as_str()).is_none()) {
        return;
    }
    let is_slip = |row: &Processor<'_>| named.iter().any(|id| is_one_slip(id.as_str(), row.id.as_str()));
    // A sub-processor is as used as the one that it works for.
    let first = clinic.processors.rows.iter().filter(|row| row.sub_processor_of.is_none() && !is_slip(row));
    for recipient in first.filter(|row| !is_used(row, &named, clinic)) {
        let finding = RULE.at_span(recipient.span, say::unused_recipient(recipient.id.as_str()));
        found.push(finding.with_help(say::name_it_in_a_purpose(recipient.id.as_str())));
    }
}

/// Whether a purpose names the recipient, or one that works for it.
fn is_used(recipient: &Processor<'_>, named: &BTreeSet<&Id>, clinic: &Clinic<'_>) -> bool {
    let mut rows = clinic.processors.rows.iter().filter(|row| named.contains(row.id));
    rows.any(|row| chain(row, clinic).any(|id| id == recipient.id))
}

/// The recipient, the one that it is a sub-processor of, and so on upwards.
fn chain<'c>(recipient: &'c Processor<'_>, clinic: &'c Clinic<'_>) -> impl Iterator<Item = &'c Id> {
    let above = |id: &&'c Id| {
        let row = clinic.processors.get(id.as_str())?;
        row.sub_processor_of.as_ref().map(Resolved::get)
    };
    // Who names one another in a circle is an error of its own.
    std::iter::successors(Some(recipient.id), above).take(clinic.processors.rows.len())
}

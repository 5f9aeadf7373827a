//! A processor that no purpose names, and no other processor works through.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::merge::Clinic;
use crate::model::{Id, Processor, RecipientRole};

pub(super) static RULE: Rule =
    Rule { name: "unused-recipient", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    // What is not known of the purposes may name it.
    if clinic.purposes.is_empty() || !clinic.purposes.is_whole() {
        return;
    }
    let processors = clinic.processors.rows.iter().filter(|row| row.role() == RecipientRole::Processor);
    for processor in processors.filter(|row| !is_used(row, clinic)) {
        let finding = RULE.at_span(processor.span, say::unused_recipient(processor.id.as_str()));
        found.push(finding.with_help(say::name_it_in_a_purpose(processor.id.as_str())));
    }
}

fn is_used(processor: &Processor<'_>, clinic: &Clinic<'_>) -> bool {
    let works_for = |id: &Id| {
        clinic
            .purposes
            .rows
            .iter()
            .any(|purpose| purpose.recipients.ids().iter().any(|named| &named.value == id))
    };
    let has_sub_processors = |id: &Id| {
        clinic
            .processors
            .rows
            .iter()
            .any(|row| row.sub_processor_of.as_ref().is_some_and(|above| above.get() == id))
    };
    works_for(processor.id) || processor.sub_processor_of.is_some() || has_sub_processors(processor.id)
}

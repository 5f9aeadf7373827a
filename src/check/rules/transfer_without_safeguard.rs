//! A processor outside the EEA for which no transfer safeguard is named.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};

pub(super) static RULE: Rule =
    Rule { name: "transfer-without-safeguard", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for processor in &subject.clinic.processors.rows {
        let Some(country) = processor.country.as_ref().filter(|country| !country.in_eea()) else { continue };
        let is_uncertain = subject.clinic.processors.is_uncertain(processor.id.as_str());
        if processor.safeguard.is_none() && !is_uncertain {
            let finding =
                RULE.at(country, say::transfer_without_safeguard(processor.id.as_str(), country.code()));
            found.push(finding.with_help(say::add_safeguard(processor.id.as_str())));
        }
    }
}

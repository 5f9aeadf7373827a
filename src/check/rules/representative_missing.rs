//! A controller outside the EEA, of a clinic within it, that names no representative (GDPR Article 27).

use crate::check::{Looks, Rule, Subject, names};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::Country;

pub(super) static RULE: Rule =
    Rule { name: "representative-missing", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    if !clinic.country.is_some_and(Country::in_eea) {
        return;
    }
    for entity in clinic.all_controllers() {
        let is_uncertain = clinic.entities.is_uncertain(entity.id.as_str());
        if !entity.country.in_eea() && entity.representative.is_none() && !is_uncertain {
            let country = names::country(*entity.country.get());
            let finding = RULE.at(&entity.country, say::representative_missing(entity.id.as_str(), &country));
            found.push(finding.with_help(say::add_the_representative(entity.id.as_str())));
        }
    }
}

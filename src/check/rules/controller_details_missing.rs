//! A controller whose legal name, company number or address is not given.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::{EntityKind, LegalEntity};

pub(super) static RULE: Rule =
    Rule { name: "controller-details-missing", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let entities = &subject.clinic.entities;
    let certain = |entity: &&&LegalEntity<'_>| !entities.is_uncertain(entity.id.as_str());
    for entity in subject.clinic.all_controllers().iter().filter(certain) {
        let is_person = entity.kind.as_ref().is_some_and(|kind| *kind.get() == EntityKind::Person);
        let known = entity.legal_name_known.as_ref().is_none_or(|known| *known.get());
        let missing = [
            ("name", !known),
            ("number", entity.number.is_none() && !is_person),
            ("address", entity.address.is_none()),
        ];
        for (key, _) in missing.into_iter().filter(|(_, missing)| *missing) {
            let finding = RULE.at_span(entity.span, say::controller_details_missing(entity.id.as_str(), key));
            let finding = finding.with_help(say::add_controller_detail(entity.id.as_str(), key));
            found.push_unless(subject.config.is_unpublished(), finding);
        }
    }
}

//! A legal entity that no clinic, department or purpose names as its controller.

use std::collections::BTreeSet;

use crate::check::{Looks, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::model::{Id, LayerContent, Said, SiteInput};

pub(super) static RULE: Rule =
    Rule { name: "unused-entity", severity: Severity::Warning, looks: Looks::Site(check) };

fn check(site: &SiteInput, found: &mut Diagnostics) {
    // What could not be read may name it.
    let is_unread = site.layers().any(|layer| !layer.unread.is_empty()) || !site.unread.clinics.is_empty();
    if is_unread || site.clinics.values().any(|clinic| clinic.faulty) {
        return;
    }
    let named: BTreeSet<&Id> = site.layers().flat_map(|layer| controllers(layer)).collect();
    let entities = || site.layers().flat_map(|layer| &layer.tables.entities);
    // A misspelt name is reported where it stands.
    if named.iter().any(|id| entities().all(|entry| entry.id.value != **id)) {
        return;
    }
    for entry in entities() {
        if matches!(entry.said, Said::Fields(_)) && !named.contains(&entry.id.value) {
            let finding = RULE.at_span(entry.id.span, say::unused_entity(entry.id.value.as_str()));
            found.push(finding.with_help(say::name_it_as_a_controller(entry.id.value.as_str())));
        }
    }
}

/// The entities that a layer names.
fn controllers(layer: &LayerContent) -> impl Iterator<Item = &Id> {
    let of_departments = layer.tables.departments.iter().filter_map(|entry| match &entry.said {
        Said::Fields(fields) => fields.controllers.as_ref(),
        Said::Removal { .. } => None,
    });
    let of_purposes = layer.tables.purposes.iter().filter_map(|entry| match &entry.said {
        Said::Fields(fields) => fields.controllers.as_ref(),
        Said::Removal { .. } => None,
    });
    let lists = layer.settings.controllers.iter().chain(of_departments).chain(of_purposes);
    lists.flat_map(|list| list.value.iter().map(|id| &id.value))
}

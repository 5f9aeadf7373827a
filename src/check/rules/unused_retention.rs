//! A rule of retention that no purpose names.

use std::collections::BTreeSet;

use super::id_like_another::is_one_slip;
use crate::check::{Looks, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::model::{Id, IdList, Said, SiteInput};

pub(super) static RULE: Rule =
    Rule { name: "unused-retention", severity: Severity::Warning, looks: Looks::Site(check) };

fn check(site: &SiteInput, found: &mut Diagnostics) {
    // What could not be read may name it.
    let is_unread = site.layers().any(|layer| !layer.unread.is_empty()) || !site.unread.clinics.is_empty();
    if is_unread || site.clinics.values().any(|clinic| clinic.faulty) {
        return;
    }
    let purposes = site.layers().flat_map(|layer| &layer.tables.purposes);
    let lists = purposes.filter_map(|entry| match &entry.said {
        Said::Fields(fields) => fields.retention.as_ref(),
        Said::Removal { .. } => None,
    });
    let named: BTreeSet<&Id> = lists
        .flat_map(|list| {
            let (IdList::Whole(ids) | IdList::Change { add: ids, .. }) = &list.value;
            ids.iter().map(|id| &id.value)
        })
        .collect();
    let rows = || site.layers().flat_map(|layer| &layer.tables.retention);
    // A misspelt name is reported where it stands, and so is a misspelt id.
    if named.is_empty() || named.iter().any(|id| rows().all(|entry| entry.id.value != **id)) {
        return;
    }
    let is_slip = |id: &Id| named.iter().any(|known| is_one_slip(known.as_str(), id.as_str()));
    for entry in rows().filter(|entry| matches!(entry.said, Said::Fields(_))) {
        let id = &entry.id.value;
        if !named.contains(id) && !is_slip(id) {
            let finding = RULE.at_span(entry.id.span, say::unused_retention(id.as_str()));
            found.push(finding.with_help(say::name_the_retention(id.as_str())));
        }
    }
}

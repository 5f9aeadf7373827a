//! A profile that no clinic lists.

use std::collections::BTreeSet;

use crate::check::{Looks, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::model::{Id, SiteInput};
use crate::span::Span;

pub(super) static RULE: Rule =
    Rule { name: "unused-profile", severity: Severity::Warning, looks: Looks::Site(check) };

fn check(site: &SiteInput, found: &mut Diagnostics) {
    // A clinic that could not be read may list it.
    if !site.unread.clinics.is_empty() || site.clinics.values().any(|clinic| clinic.faulty) {
        return;
    }
    let listed: BTreeSet<&Id> =
        site.clinics.values().flat_map(|clinic| clinic.profiles()).map(|profile| &profile.value).collect();
    // A name that is none is reported where it stands.
    if listed.iter().any(|id| !site.profiles.contains_key(*id)) {
        return;
    }
    for (id, layer) in site.profiles.iter().filter(|(id, _)| !listed.contains(id)) {
        let texts = layer.clauses.values().map(|clause| clause.span.file);
        let tables = layer.tables.all();
        let rows = tables.iter().flat_map(|(_, entries)| entries.places());
        let about = layer.about.iter().map(|about| about.span.file);
        let notices = layer.notices.values().map(|notice| notice.span.file);
        let files = texts.chain(rows.map(|place| place.file)).chain(about).chain(notices);
        let Some(file) = files.min() else { continue };
        let finding = RULE.at_span(Span::start_of(file), say::unused_profile(id.as_str()));
        found.push(finding.with_help(say::list_the_profile(id.as_str())));
    }
}

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::clinics::Clinics;
use super::per_layer::PerLayer;
use crate::calendar::{Change, brand_changes, expiry_changes};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::merge::{Clinic, Site};
use crate::model::Id;
use crate::parse::parse_site;
use crate::source::SourceTree;

/// The days on which pages change by themselves.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The changes of all brands, in the order of dates.
    pub changes: Vec<Change>,
    /// The days on which a build warns of a `security.txt` that expires.
    pub expiry: Vec<Change>,
    /// The domain of each brand, in the form that DNS holds.
    pub domains: BTreeMap<Id, String>,
    /// What is wrong with the content, sorted; if there are errors, changes may be missing.
    pub findings: Vec<Diagnostic>,
}

/// Lists the changes of all brands after `today` and up to `until`.
#[must_use]
pub fn calendar(tree: &SourceTree, today: Date, until: Date) -> Calendar {
    let mut found = Diagnostics::new();
    let mut calendar =
        Calendar { changes: Vec::new(), expiry: Vec::new(), domains: BTreeMap::new(), findings: Vec::new() };
    if let Some(site) = parse_site(tree, &mut found) {
        let (site, texts) = (Site::new(site), PerLayer::default());
        let clinics = Clinics { site: &site, texts: &texts, tree, date: today };
        let expires = site.input.config.security_txt_expires.value;
        calendar.expiry = expiry_changes(expires, site.input.brands.values(), today, until);
        for brand in site.input.brands.values() {
            let clinics = clinics.of_brand(brand, &mut found);
            let clinics: Vec<&Clinic<'_>> = clinics.iter().collect();
            calendar.changes.extend(brand_changes(brand, &clinics, today, until));
            calendar.domains.insert(brand.id.clone(), brand.domain.value.ascii().to_owned());
        }
    }
    calendar.changes.sort_unstable();
    calendar.findings = found.into_sorted();
    calendar
}

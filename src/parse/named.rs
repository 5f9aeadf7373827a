use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::catalogue::{content::did_you_mean, merge as say};
use crate::diagnostic::{Diagnostic, Diagnostics, Message, nearest};
use crate::model::{Id, SiteInput};
use crate::span::Located;

/// Reports the clinics that brands misspell and the profiles that clinics do, and puts what is meant in their
/// place: so nothing is said of a clinic that nobody publishes, nor of texts that a profile would have.
///
/// A name that is near to none is left, and is reported where it is looked up.
pub(super) fn name_as_meant(site: &mut SiteInput, found: &mut Diagnostics) {
    let clinics: BTreeSet<Id> = site.clinics.keys().chain(&site.unread.clinics).cloned().collect();
    for id in site.brands.keys().cloned().collect::<Vec<_>>() {
        let slips =
            slips(&site.brands[&id].clinics, &clinics, |name| say::unknown_id("clinics", name), found);
        if !slips.is_empty() {
            let brand = Arc::make_mut(&mut site.brands).get_mut(&id).expect("the brand is one of them");
            for (at, meant) in slips {
                brand.clinics[at].value = meant;
            }
        }
    }
    let profiles: BTreeSet<Id> = site.profiles.keys().cloned().collect();
    for clinic in site.clinics.values_mut() {
        let Some(listed) = &clinic.layer.settings.profiles else { continue };
        let slips = slips(&listed.value, &profiles, say::unknown_profile, found);
        if !slips.is_empty() {
            let layer = &mut Arc::make_mut(clinic).layer;
            let listed = Arc::make_mut(layer).settings.profiles.as_mut().expect("it lists profiles");
            for (at, meant) in slips {
                listed.value[at].value = meant;
            }
        }
    }
}

/// Where misspelt names stand in a list, each with what is meant, if that stands nowhere else.
fn slips(
    list: &[Located<Id>],
    known: &BTreeSet<Id>,
    headline: impl Fn(&str) -> Message,
    found: &mut Diagnostics,
) -> Vec<(usize, Id)> {
    let mut slips = Vec::new();
    for (at, written) in list.iter().enumerate().filter(|(_, written)| !known.contains(&written.value)) {
        let free = known.iter().filter(|id| list.iter().all(|other| other.value != **id));
        let Some(meant) = nearest(written.as_str(), free.map(Id::as_str)) else { continue };
        let error = Diagnostic::error("unknown-id", written.span, headline(written.as_str()));
        found.push(error.with_help(did_you_mean(meant)));
        slips.extend(known.iter().find(|id| id.as_str() == meant).map(|id| (at, id.clone())));
    }
    slips
}

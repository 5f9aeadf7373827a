//! A list of a profile or a clinic that takes the place of a longer one: what it does not name again is gone.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::merge::Clinic;
use crate::model::reader::listed;
use crate::model::{Id, IdList, LegalBasis, Purpose, Resolved};
use crate::span::Located;

pub(super) static RULE: Rule =
    Rule { name: "shortened-list", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let Clinic { tables, .. } = subject.clinic;
    for purpose in &tables.purposes.rows {
        let is_there = |id: &Id| tables.processors.get(id.as_str()).is_some();
        check_list(&format!("purposes.{}.recipients", purpose.id), &purpose.recipients, is_there, found);
        let is_there = |id: &Id| tables.retention.get(id.as_str()).is_some();
        check_list(&format!("purposes.{}.retention", purpose.id), &purpose.retention, is_there, found);
        check_bases(purpose, found);
    }
}

/// A list of bases that is written again loses the laws that it does not name.
fn check_bases(purpose: &Purpose<'_>, found: &mut Diagnostics) {
    let Some(below) = purpose.bases.below() else { return };
    let laws = |bases: &[Located<LegalBasis>]| -> Vec<Id> {
        bases.iter().filter_map(|basis| basis.value.law.as_ref().map(|law| law.value.clone())).collect()
    };
    let (before, now) = (laws(below.get()), laws(purpose.bases.get()));
    let lost: Vec<&str> = before.iter().filter(|law| !now.contains(law)).map(Id::as_str).collect();
    if !lost.is_empty() {
        let finding = RULE.at(&purpose.bases, say::basis_is_lost(purpose.id.as_str(), &listed(&lost)));
        found.push(finding.with_help(say::write_the_basis_again()));
    }
}

/// What the clinic has taken away with a reason is not missed.
fn check_list(
    key: &str,
    list: &Resolved<'_, IdList>,
    is_there: impl Fn(&Id) -> bool,
    found: &mut Diagnostics,
) {
    let left_out = list.left_out();
    let missed: Vec<&str> = left_out.into_iter().filter(|id| is_there(id)).map(Id::as_str).collect();
    if missed.is_empty() {
        return;
    }
    let finding = RULE.at(list, say::list_is_shorter(key, &listed(&missed)));
    let quoted = |ids: &[&str]| ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    let below = list.below().map(|below| below.ids()).unwrap_or_default();
    let new = list.ids();
    let new: Vec<&str> = new
        .iter()
        .filter(|id| below.iter().all(|known| known.value != id.value))
        .map(|id| id.as_str())
        .collect();
    found.push(finding.with_help(say::add_or_remove(&quoted(&new), &quoted(&missed))));
}

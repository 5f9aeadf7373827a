//! Findings that are one: the same for many clinics.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Diagnostic, Message, catalogue::cli as say};

/// Findings in their order, each once, and one for all clinics that it is true of.
///
/// Thirty clinics that inherit one bad line make one finding: its code, its place and its headline are the
/// same, or the headline is the same but for the clinic that it names.
pub(super) fn joined(sorted: &[Arc<Diagnostic>]) -> Vec<Diagnostic> {
    let each: Vec<Diagnostic> =
        sorted.chunk_by(|a, b| a.identity() == b.identity()).map(one_of_the_same).collect();
    let place = |finding: &Diagnostic| (finding.span, finding.severity, finding.code.clone());
    let mut all = Vec::with_capacity(each.len());
    for here in each.chunk_by(|a, b| place(a) == place(b)) {
        match here {
            [alone] => all.push(alone.clone()),
            several => all.extend(one_for_all_clinics(several)),
        }
    }
    all
}

/// One finding of several that are the same, with the related places and the clinics of all.
fn one_of_the_same(same: &[Arc<Diagnostic>]) -> Diagnostic {
    let mut joined = Diagnostic::clone(&same[0]);
    joined.related.clear();
    for finding in same {
        for place in &finding.related {
            if !joined.related.contains(place) {
                joined.related.push(place.clone());
            }
        }
        // One by one: to merge the sets would go through the large one for every clinic.
        joined.clinics.extend(finding.clinics.iter().cloned());
    }
    joined
}

/// Joins those that say the same of one clinic and of another. The first stands for all, with its places:
/// the others' may be in as many files as there are clinics.
fn one_for_all_clinics(here: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut all: Vec<(Diagnostic, Option<String>)> = Vec::new();
    let mut known: BTreeMap<Message, usize> = BTreeMap::new();
    for finding in here {
        let named = finding.headline.named().iter().find(|name| finding.clinics.contains(*name));
        // One that is of several already is counted anew: a share of the brands was looked at for itself.
        let counted = say::and_so_many_more(finding.clinics.len().saturating_sub(1));
        let headline = named
            .map_or(finding.headline.clone(), |name| finding.headline.without_after_name(name, &counted));
        let same = named.map(|name| headline.with_name(name, "\0"));
        if let Some(index) = same.as_ref().and_then(|same| known.get(same)) {
            all[*index].0.clinics.extend(finding.clinics.iter().cloned());
        } else {
            known.extend(same.map(|same| (same, all.len())));
            all.push((Diagnostic { headline, ..finding.clone() }, named.cloned()));
        }
    }
    let counted = |(mut finding, named): (Diagnostic, Option<String>)| {
        let others = finding.clinics.len().saturating_sub(1);
        if let Some(name) = named.filter(|_| others > 0) {
            finding.headline = finding.headline.after_name(&name, &say::and_so_many_more(others));
        }
        finding
    };
    all.into_iter().map(counted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostics, MessageLanguage, catalogue::prose};
    use crate::span::{FileId, Span};

    fn headlines(found: Diagnostics) -> Vec<(String, usize)> {
        let said = |finding: Diagnostic| {
            (finding.headline.in_language(MessageLanguage::English).to_owned(), finding.clinics.len())
        };
        found.into_sorted().into_iter().map(said).collect()
    }

    #[test]
    fn what_is_true_of_many_clinics_is_one_finding_that_counts_them() {
        let mut found = Diagnostics::new();
        let span = Span { file: FileId(0), start: 3, end: 9 };
        for clinic in ["alta", "bodo", "moss"] {
            for words in ["surveys", "cameras"] {
                let before = found.count();
                found.push(Diagnostic::warning("asset", span, prose::purpose_not_in_table(words, clinic)));
                found.found_in_clinic(before, clinic);
            }
        }
        let one = |words: &str| {
            let whose = "none of the purposes of `alta` (and 2 more) is for it (Article 13(1)(c))";
            (format!("the text speaks of `{words}`, but {whose}"), 3)
        };
        assert_eq!(headlines(found), [one("cameras"), one("surveys")]);
    }

    #[test]
    fn findings_that_name_no_clinic_or_stand_elsewhere_are_not_joined() {
        let mut found = Diagnostics::new();
        for (start, clinic) in [(3, "alta"), (4, "moss")] {
            let span = Span { file: FileId(0), start, end: 9 };
            let before = found.count();
            found.push(Diagnostic::warning("asset", span, prose::purpose_not_in_table("surveys", clinic)));
            found.push(Diagnostic::warning("asset", span, prose::placeholder_left(clinic)));
            found.found_in_clinic(before, "os");
        }
        assert_eq!(found.into_sorted().len(), 4);
    }
}

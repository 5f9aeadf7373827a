//! A clause that a profile or a clinic leaves out, though nothing else on its pages
//! says what the law asks for.

use std::collections::BTreeMap;

use crate::check::missing::{emptied, finding_at, is_known, languages_without};
use crate::check::{Item, Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::span::Span;

pub(super) static RULE: Rule =
    Rule { name: "override-empties", severity: Severity::Error, looks: Looks::Clinic(check) };

/// One finding for each clause, whatever number of items it answered.
fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    if !is_known(subject.clinic) {
        return;
    }
    let mut lost: BTreeMap<(Span, &str), Vec<&'static str>> = BTreeMap::new();
    for item in Item::ALL {
        let mut gone = emptied(subject.clinic, item).peekable();
        if gone.peek().is_none() || languages_without(item, subject).next().is_none() {
            continue;
        }
        for (clause, place) in gone {
            let items = lost.entry((place, clause.id.as_str())).or_default();
            // Purposes and their bases are one point of the article.
            if !items.contains(&item.citation()) {
                items.push(item.citation());
            }
        }
    }
    for ((place, clause), items) in lost {
        found.push(finding_at(&RULE, place, say::override_empties(clause, &items.join(", "))));
    }
}

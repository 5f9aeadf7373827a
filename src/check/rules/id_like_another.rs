//! A new row whose id is one slip of the pen from an id of the same table: `contacts.bookng` beside
//! `contacts.booking`. It is complete, so nothing else tells that it is not the row that was meant.

use crate::check::{Looks, Rule};
use crate::diagnostic::catalogue::coverage as say;
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{Id, LayerContent, SiteInput};
use crate::span::Span;

pub(super) static RULE: Rule =
    Rule { name: "id-like-another", severity: Severity::Warning, looks: Looks::Site(check) };

/// Words that are shorter than this may well differ by a letter: `as` and `ab`, `care` and `core`.
const SHORTEST: usize = 5;

fn check(site: &SiteInput, found: &mut Diagnostics) {
    check_layer(&site.group, &[], found);
    for profile in site.profiles.values() {
        check_layer(profile, &[&site.group], found);
    }
    for clinic in site.clinics.values() {
        let layers: Vec<&LayerContent> = site.layers_of(clinic).map(|layer| &**layer).collect();
        if let Some((own, below)) = layers.split_last() {
            check_layer(own, below, found);
        }
    }
}

/// Holds the ids that a layer adds against its own and those of the layers below.
fn check_layer(own: &LayerContent, below: &[&LayerContent], found: &mut Diagnostics) {
    let below: Vec<_> = below.iter().map(|layer| layer.tables.all()).collect();
    for (number, (name, table)) in own.tables.all().into_iter().enumerate() {
        if own.unread.contains_key(name.file) {
            continue;
        }
        let known: Vec<(&Id, Span)> = below
            .iter()
            .flat_map(|tables| tables[number].1.ids().into_iter().zip(tables[number].1.places()))
            .collect();
        let written: Vec<(&Id, Span)> = table.ids().into_iter().zip(table.places()).collect();
        for (at, (id, span)) in written.iter().enumerate() {
            if known.iter().any(|(other, _)| other == id) {
                continue;
            }
            // Of two new ones it is the second that is told of.
            let others = known.iter().chain(&written[..at]);
            let near = others.into_iter().find(|(other, _)| is_one_slip(id.as_str(), other.as_str()));
            if let Some((other, place)) = near {
                let headline = say::id_like_another(name.name, id.as_str(), other.as_str());
                let finding = RULE.at_span(*span, headline).with_related(*place, say::the_other_row());
                found.push(finding.with_help(say::use_the_id(name.name, other.as_str())));
            }
        }
    }
}

/// Whether two ids differ by one letter, or by two that changed places, in a long word.
pub(super) fn is_one_slip(one: &str, other: &str) -> bool {
    if one == other || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let (mut ours, mut theirs) = (one.split(['-', '.']), other.split(['-', '.']));
    let mut slips = 0;
    loop {
        match (ours.next(), theirs.next()) {
            (Some(ours), Some(theirs)) if ours == theirs => {}
            (Some(ours), Some(theirs)) if is_slip_of_word(ours, theirs) => slips += 1,
            (None, None) => return slips == 1,
            _ => return false,
        }
    }
}

fn is_slip_of_word(one: &str, other: &str) -> bool {
    let start = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let (one_rest, other_rest) = (&one.as_bytes()[start..], &other.as_bytes()[start..]);
    let end = one_rest.iter().rev().zip(other_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one_rest, other_rest) = (&one_rest[..one_rest.len() - end], &other_rest[..other_rest.len() - end]);
    let is_slip = match (one_rest, other_rest) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    };
    // Another figure is another thing, as a plural may be.
    let letters = one_rest.iter().chain(other_rest).all(u8::is_ascii_lowercase);
    let is_plural = end == 0 && (one_rest.is_empty() || other_rest.is_empty());
    is_slip && letters && !is_plural && one.len().min(other.len()) + 1 > SHORTEST
}

#[cfg(test)]
mod tests {
    use super::is_one_slip;

    #[test]
    fn a_slip_is_one_letter_of_a_long_word() {
        for (one, other) in [
            ("bookng", "booking"),
            ("privcay", "privacy"),
            ("hospitls", "hospitals"),
            ("website-lofs", "website-logs-x"),
            ("summer-phnoe-2027", "summer-phone-2027"),
            ("akounts-secondary", "acounts-secondary"),
        ] {
            assert_eq!(is_one_slip(one, other), other != "website-logs-x", "{one} {other}");
        }
        for (one, other) in [
            ("treatment-2026", "treatment-2027"),
            ("fjord-as", "fjord-ab"),
            ("care", "core"),
            ("picture", "pictures"),
            ("journal", "journal"),
            ("clinic-a", "clinic-b"),
        ] {
            assert!(!is_one_slip(one, other), "{one} {other}");
        }
    }
}

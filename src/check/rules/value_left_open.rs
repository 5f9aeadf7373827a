//! A name, an address or a domain that somebody meant to write later: `FYLL INN`, `Storgata …`, `[gate]`.

use crate::check::{Looks, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::{Address, Said, SiteInput};
use crate::span::{Located, Span};

pub(super) static RULE: Rule =
    Rule { name: "value-left-open", severity: Severity::Error, looks: Looks::Site(check) };

fn check(site: &SiteInput, found: &mut Diagnostics) {
    let mut values: Vec<(String, Span)> = Vec::new();
    for layer in site.layers() {
        for entry in &layer.tables.entities {
            let Said::Fields(entity) = &entry.said else { continue };
            values.extend(entity.name.iter().map(|name| (name.as_str().to_owned(), name.span)));
            values.extend(entity.address.iter().map(lines));
        }
        for entry in &layer.tables.contacts {
            let Said::Fields(contact) = &entry.said else { continue };
            values.extend(contact.visit.iter().chain(&contact.postal).map(lines));
        }
    }
    for brand in site.brands.values() {
        values.extend(brand.name.value.all().map(|name| (name.to_owned(), brand.name.span)));
        values.push((brand.domain.value.shown().to_owned(), brand.domain.span));
    }
    for (value, span) in values {
        if let Some(left) = left_open(&value) {
            let finding = RULE.at_span(span, say::value_left_open(left));
            found.push(finding.with_help(say::write_what_is_meant()));
        }
    }
}

fn lines(address: &Located<Address>) -> (String, Span) {
    let Address { lines, town, .. } = &address.value;
    (format!("{} {town}", lines.join(" ")), address.span)
}

/// What of a value is a note to its writer.
fn left_open(value: &str) -> Option<&str> {
    const NOTES: [&str; 10] =
        ["FYLL INN", "FYLL UT", "SETT INN", "FILL IN", "INSERT", "TODO", "TBD", "XXX", "FIXME", "ENDRE MEG"];
    const BLANKS: [&str; 4] = ["....", "……", "___", "klinikkensdomene"];
    const STAND_INS: [&str; 4] = ["gateadresse", "gatenavn", "street address", "firmanavn"];
    let note = NOTES.iter().find_map(|note| value.find(note).map(|at| &value[at..at + note.len()]));
    let blank = || BLANKS.iter().find(|blank| value.contains(**blank)).copied();
    let stand_in = || STAND_INS.iter().any(|word| value.to_lowercase().contains(word)).then_some(value);
    let gap = || {
        let open = value.find('[')?;
        let close = open + value[open..].find(']')? + 1;
        value.get(open..close)
    };
    note.or_else(blank).or_else(gap).or_else(stand_in)
}

//! # override-same-as-base
//!
//! ## What it finds
//! A value or a clause that a profile or a clinic writes again just as the layer below has it.
//!
//! ## Why it matters
//! It looks like a difference and is none; and when the group changes its text, the copy stays behind.
//!
//! ## Example
//! ```toml
//! [contacts.privacy]
//! email = "the address that the group gives already"
//! ```
//!
//! ## How to fix it
//! Delete the line, or the clause's files; what is not written is inherited.

use crate::check::rewritten::rewritten;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, catalogue::coverage as say};
use crate::merge::{Clinic, Table};
use crate::model::{Field, Merged};

pub(super) static RULE: Rule = Rule {
    name: "override-same-as-base",
    severity: Severity::Warning,
    docs: include_str!("override_same_as_base.rs"),
    looks: Looks::Clinic(check),
};

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    let clinic = subject.clinic;
    check_values(clinic, found);
    for clause in clinic.clauses.values() {
        for texts in rewritten(clause) {
            // All languages, or the one that differs would be lost with the file that does not.
            if let Some(first) = texts.first().filter(|_| texts.iter().all(|text| text.words == text.base)) {
                let finding = RULE.at_span(first.span, say::override_repeats_clause(first.clause));
                let finding = finding.with_related(first.base_span, say::same_here());
                found.push(finding.with_help(say::remove_the_files()));
            }
        }
    }
}

fn check_values(clinic: &Clinic<'_>, found: &mut Diagnostics) {
    for field in clinic.about.fields().iter().filter(|field| field.repeats) {
        found.push(finding(&format!("about.{}", field.name), field));
    }
    check_table("contacts", &clinic.contacts, found);
    check_table("entities", &clinic.entities, found);
    check_table("purposes", &clinic.purposes, found);
    check_table("processors", &clinic.processors, found);
    check_table("retention", &clinic.retention, found);
    check_table("cookie_categories", &clinic.cookie_categories, found);
    check_table("cookies", &clinic.cookies, found);
    check_table("laws", &clinic.laws, found);
    check_table("hours", &clinic.hours, found);
    check_table("exceptions", &clinic.exceptions, found);
    check_table("services", &clinic.services, found);
    check_table("deadlines", &clinic.deadlines, found);
    check_table("glossary", &clinic.glossary, found);
}

fn check_table<'a, T: Merged<'a>>(name: &str, table: &Table<'a, T>, found: &mut Diagnostics) {
    for row in &table.rows {
        for field in row.fields().iter().filter(|field| field.repeats) {
            found.push(finding(&format!("{name}.{}.{}", row.id(), field.name), field));
        }
    }
}

fn finding(key: &str, field: &Field<'_, '_>) -> Diagnostic {
    let finding = RULE.at_span(field.origin.span, say::override_repeats_value(key));
    let below = field.replaced.last().map_or(field.origin.span, |origin| origin.span);
    finding.with_related(below, say::same_here()).with_help(say::remove_the_line())
}

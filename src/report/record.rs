//! The record of processing activities of a clinic (GDPR Article 30(1)), from the same facts as its pages.

use schemars::JsonSchema;
use serde::Serialize;

use super::json::json_text;
use crate::diagnostic::{Message, MessageLanguage, catalogue::record as say};
use crate::theme::view::{BasisView, ClinicData, ContactView, EntityView, PurposeView, RecipientView};

/// The record of one clinic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Record {
    /// The clinic.
    pub clinic: String,
    /// Who is responsible, with address and number (Article 30(1)(a)).
    pub controllers: Vec<String>,
    /// How several controllers share the responsibility, in one word.
    pub arrangement: Option<String>,
    /// Representatives in the EEA (Article 30(1)(a)).
    pub representatives: Vec<String>,
    /// The data protection officer, or why there is none (Article 30(1)(a)).
    pub data_protection_officer: String,
    /// When the facts were last changed.
    pub updated: String,
    /// The technical and organisational security measures, in general (Article 30(1)(g)).
    pub security_measures: Option<String>,
    /// What is done with personal data, one purpose each.
    pub activities: Vec<Activity>,
}

/// One purpose of processing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Activity {
    /// The id in the content.
    pub id: String,
    /// The purpose (Article 30(1)(b)).
    pub purpose: String,
    /// What is done.
    pub what_for: String,
    /// Legal bases and conditions, with the laws; Article 30 does not ask for them,
    /// whoever keeps the record does.
    pub legal_bases: Vec<String>,
    /// Categories of data subjects (Article 30(1)(c)).
    pub data_subjects: String,
    /// Categories of personal data (Article 30(1)(c)).
    pub data: String,
    /// Whether health data are among them.
    pub health_data: bool,
    /// Where they come from.
    pub source: String,
    /// Recipients, each with its role, its country, and whose sub-processor it is (Article 30(1)(d)).
    pub recipients: Vec<String>,
    /// Transfers out of the EEA: the recipient, the country and the safeguard (Article 30(1)(e)).
    pub transfers: Vec<String>,
    /// Time limits for erasure (Article 30(1)(f)).
    pub erasure: Vec<String>,
    /// The controllers of this purpose, if they are not the clinic's, with address and number.
    pub controllers: Vec<String>,
}

/// The record of a clinic.
#[must_use]
pub fn record(
    clinic: &str,
    facts: &ClinicData,
    security_measures: Option<String>,
    language: MessageLanguage,
) -> Record {
    let words = |message: Message| message.in_language(language).to_owned();
    let officer = match (&facts.dpo.contact, &facts.dpo.none_because) {
        (Some(contact), _) => reach(contact),
        (None, Some(reason)) => reason.clone(),
        (None, None) => words(say::not_stated()),
    };
    Record {
        clinic: clinic.to_owned(),
        controllers: facts.controllers.iter().map(controller).collect(),
        arrangement: facts.arrangement.clone(),
        representatives: facts
            .controllers
            .iter()
            .filter_map(|entity| entity.representative.clone())
            .collect(),
        data_protection_officer: officer,
        updated: facts.updated.iso.clone(),
        security_measures,
        activities: facts.purposes.iter().map(|purpose| activity(purpose, facts, language)).collect(),
    }
}

fn controller(entity: &EntityView) -> String {
    let number = entity.number.iter().cloned();
    let parts = std::iter::once(entity.name.clone()).chain(number).chain(entity.address.iter().cloned());
    parts.collect::<Vec<_>>().join(", ")
}

fn reach(contact: &ContactView) -> String {
    let email = contact.email.as_ref().map(|email| email.text.clone());
    let phone = contact.phone.as_ref().map(|phone| phone.text.clone());
    let ways: Vec<String> = email
        .into_iter()
        .chain(phone)
        .chain(contact.url.clone())
        .chain(contact.postal.iter().cloned())
        .collect();
    if ways.is_empty() { contact.what_for.clone() } else { ways.join(", ") }
}

fn activity(purpose: &PurposeView, facts: &ClinicData, language: MessageLanguage) -> Activity {
    let recipients: Vec<&RecipientView> = purpose
        .recipients
        .iter()
        .filter_map(|named| facts.processors.iter().find(|recipient| recipient.id == named.id))
        .collect();
    let outside =
        |recipient: &&&RecipientView| recipient.country.as_ref().is_some_and(|country| !country.in_eea);
    let erasure = purpose.retention.iter().filter_map(|named| {
        let row = facts.retention.iter().find(|row| row.id == named.id)?;
        Some(format!("{}: {}", row.what, row.rules.join("; ")))
    });
    Activity {
        id: purpose.id.clone(),
        purpose: purpose.title.clone(),
        what_for: purpose.what_for.clone(),
        legal_bases: purpose.bases.iter().map(basis).collect(),
        data_subjects: purpose.whose.clone(),
        data: purpose.data.clone(),
        health_data: purpose.health,
        source: purpose.source.clone(),
        recipients: recipients.iter().map(|named| recipient(named, language)).collect(),
        transfers: recipients.iter().filter(outside).map(|recipient| transfer(recipient)).collect(),
        erasure: erasure.collect(),
        controllers: own_controllers(purpose, facts),
    }
}

/// The controllers of a purpose as they stand among the clinic's, which are all that it names anywhere.
fn own_controllers(purpose: &PurposeView, facts: &ClinicData) -> Vec<String> {
    let named = |entity: &&EntityView| purpose.controllers.contains(&entity.name);
    facts.controllers.iter().filter(named).map(controller).collect()
}

fn recipient(recipient: &RecipientView, language: MessageLanguage) -> String {
    let country = recipient.country.as_ref().map(|country| country.name.clone());
    let parent = recipient
        .sub_processor_of
        .as_ref()
        .map(|parent| say::sub_processor_of(parent).in_language(language).to_owned());
    let said = std::iter::once(recipient.role_text.clone()).chain(country).chain(parent);
    format!("{} ({})", recipient.name, said.collect::<Vec<_>>().join("; "))
}

fn basis(basis: &BasisView) -> String {
    let law = basis.law.as_ref().map(|law| match &law.section {
        Some(section) => format!("{} {section}", law.title),
        None => law.title.clone(),
    });
    let articles = std::iter::once(basis.article.clone()).chain(basis.condition.clone());
    articles.chain(law).collect::<Vec<_>>().join(", ")
}

fn transfer(recipient: &RecipientView) -> String {
    let country = recipient.country.as_ref().map(|country| country.name.clone());
    let parts =
        std::iter::once(recipient.name.clone()).chain(country).chain(recipient.safeguard_text.clone());
    parts.collect::<Vec<_>>().join(", ")
}

/// The record as JSON.
#[must_use]
pub fn record_json(record: &Record) -> String {
    json_text(record)
}

/// The record as a table for spreadsheets: one line for each purpose, with what is true of the clinic.
///
/// Begins with a byte order mark, without which Excel takes `ø` for something else. A cell that a spreadsheet
/// would take for a formula begins with an apostrophe, so that content cannot run anything.
///
/// # Panics
/// Never: memory takes every line.
#[must_use]
pub fn record_csv(record: &Record, language: MessageLanguage) -> String {
    let words = |message: Message| message.in_language(language).to_owned();
    let mut table =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut line = |cells: Vec<String>| {
        table.write_record(cells.iter().map(|cell| harmless_cell(cell))).expect("memory takes every line");
    };
    line(say::columns().into_iter().map(words).collect());
    for activity in &record.activities {
        let own = if activity.controllers.is_empty() { &record.controllers } else { &activity.controllers };
        let health = if activity.health_data { say::yes() } else { say::no() };
        line(vec![
            record.clinic.clone(),
            own.join("\n"),
            record.representatives.join("\n"),
            record.data_protection_officer.clone(),
            activity.purpose.clone(),
            activity.what_for.clone(),
            activity.legal_bases.join("\n"),
            activity.data_subjects.clone(),
            activity.data.clone(),
            words(health),
            activity.source.clone(),
            activity.recipients.join("\n"),
            activity.transfers.join("\n"),
            activity.erasure.join("\n"),
            record.security_measures.clone().unwrap_or_else(|| words(say::not_stated())),
            record.updated.clone(),
        ]);
    }
    let bytes = table.into_inner().expect("memory takes every line");
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// A cell that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@`,
/// a tab or a line end gets an apostrophe.
fn harmless_cell(text: &str) -> String {
    let begins = |line: &str| {
        line.trim_start_matches(' ')
            .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
    };
    if begins(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless_cell;

    #[test]
    fn no_cell_is_a_formula() {
        for bad in ["=1+1", "+47 22 00 00 00", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"] {
            assert!(harmless_cell(bad).starts_with('\''), "{bad:?}");
        }
        for good in ["Oslo", "1+1", "a=b", ""] {
            assert_eq!(harmless_cell(good), good);
        }
    }
}

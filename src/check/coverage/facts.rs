//! Items that are facts of the clinic: who, to whom, to where, and when.

use super::page::ClinicPages;
use super::{Answer, Cell, Item};
use crate::diagnostic::catalogue::coverage as say;
use crate::model::{Contact, DataProtectionOfficer, EntityKind, LegalEntity, Processor, TableKind};

impl ClinicPages<'_, '_> {
    /// A controller is known by its name, its number and its address, and reached through a contact.
    pub(super) fn controller(self) -> Cell {
        let (clinic, settings) = (self.clinic, &self.clinic.settings);
        let mut answers = self.said(Item::Controller).here;
        let mut lacking = Vec::new();
        for entity in clinic.all_controllers() {
            answers.push(Answer::new(format!("entities.{}.name", entity.id), entity.name.origin().span));
            for key in unknown(entity) {
                lacking.push(Answer::new(format!("entities.{}.{key}", entity.id), entity.span));
            }
        }
        let reached = ["privacy", "general"].into_iter().filter_map(|role| clinic.contacts.get(role));
        let reached: Vec<&Contact<'_>> = reached.filter(|contact| contact.is_reachable()).collect();
        answers.extend(
            reached.iter().map(|contact| Answer::new(format!("contacts.{}", contact.id), contact.span)),
        );
        if reached.is_empty() {
            lacking.push(Answer::new("contacts.privacy", settings.name.origin().span));
        }
        Cell::of(Item::Controller, answers, lacking)
    }

    pub(super) fn data_protection_officer(self) -> Cell {
        let (item, dpo) = (Item::DataProtectionOfficer, &self.clinic.about.dpo);
        let place = dpo.origin().span;
        let written = match dpo.get() {
            DataProtectionOfficer::None(_) => vec![Answer::new("about.dpo", place)],
            DataProtectionOfficer::Contact(role) => {
                let contact =
                    self.clinic.contacts.get(role.as_str()).filter(|contact| contact.is_reachable());
                contact
                    .map(|contact| Answer::new(format!("contacts.{}", contact.id), contact.span))
                    .into_iter()
                    .collect()
            }
        };
        let mut answers = written;
        answers.extend(self.said(item).here);
        let cell = Cell::of(item, answers, Vec::new());
        match dpo.get() {
            DataProtectionOfficer::None(reason) => {
                let reason = self.chain.iter().find_map(|language| reason.in_language(language));
                cell.because(say::none_because(reason.unwrap_or_default()))
            }
            DataProtectionOfficer::Contact(_) => cell,
        }
    }

    pub(super) fn statement_date(self) -> Cell {
        let date = &self.clinic.about.policy_date;
        let answers = vec![Answer::new("about.policy_date", date.origin().span)];
        Cell::of(Item::StatementDate, answers, Vec::new()).because(say::dated(&date.get().iso()))
    }

    pub(super) fn recipients(self) -> Cell {
        let rows = self.clinic.processors.rows.iter();
        let good = rows.map(|row| Answer::new(format!("processors.{}", row.id), row.span)).collect();
        self.rows(Item::Recipients, self.shows(TableKind::Processors), good, Vec::new())
    }

    /// If no recipient is outside the EEA, saying so is welcome and not asked for.
    pub(super) fn transfers(self) -> Cell {
        let outside = |row: &&Processor<'_>| row.country.as_ref().is_some_and(|country| !country.in_eea());
        let rows: Vec<&Processor<'_>> = self.clinic.processors.rows.iter().filter(outside).collect();
        let cell = {
            let place = |row: &&Processor<'_>| {
                let span = row.safeguard.as_ref().map_or(row.span, |safeguard| safeguard.origin().span);
                Answer::new(format!("processors.{}.safeguard", row.id), span)
            };
            let (good, lacking): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.safeguard.is_some());
            let good = good.iter().map(place).collect();
            self.rows(
                Item::Transfers,
                self.shows(TableKind::Processors),
                good,
                lacking.iter().map(place).collect(),
            )
        };
        if rows.is_empty() && cell.answers.is_empty() {
            return Cell::not_applicable(Item::Transfers, say::nobody_outside_the_eea());
        }
        cell
    }
}

/// The keys of what is not known of a controller.
fn unknown(entity: &LegalEntity<'_>) -> Vec<&'static str> {
    let is_person = entity.kind.as_ref().is_some_and(|kind| *kind.get() == EntityKind::Person);
    let mut unknown = Vec::new();
    if entity.legal_name_known.as_ref().is_some_and(|known| !*known.get()) {
        unknown.push("legal_name_known");
    }
    if entity.number.is_none() && !is_person {
        unknown.push("number");
    }
    if entity.address.is_none() {
        unknown.push("address");
    }
    unknown
}

//! Who is responsible, and how they are reached.

use super::FactWriter;
use crate::model::{Contact, Country, DataProtectionOfficer, Department, Id, LegalEntity, Resolved};
use crate::span::Located;
use crate::theme::view::{ContactView, DepartmentView, DpoView, EmailView, EntityView, PhoneView};

impl<'a> FactWriter<'_, 'a> {
    pub(super) fn entity(self, entity: &LegalEntity<'_>) -> EntityView {
        let country = *entity.country.get();
        let number = entity.number.as_ref().and_then(|number| {
            let valid = number.get().in_country(country, self.clinic.countries).ok()?;
            Some(self.at(number.origin(), valid.grouped()))
        });
        EntityView {
            id: entity.id.to_string(),
            name: self.at(entity.name.origin(), entity.name.get().as_str()),
            legal_name_known: entity.legal_name_known.as_ref().is_none_or(|known| *known.get()),
            number_label: self.number_label(country),
            number,
            vat: entity.vat.as_ref().is_some_and(|vat| *vat.get()),
            address: self.address(entity.address.as_ref(), country),
            country: self.country(&entity.country),
            representative: self.optional(entity.representative.as_ref()),
            clinics: Vec::new(),
        }
    }

    pub(super) fn dpo(&self, dpo: &Resolved<'_, DataProtectionOfficer>) -> DpoView {
        match dpo.get() {
            DataProtectionOfficer::Contact(role) => DpoView {
                contact: self.clinic.contacts.get(role.as_str()).map(|contact| self.contact(contact)),
                none_because: None,
            },
            DataProtectionOfficer::None(reason) => {
                let reason = self.text_within(dpo.origin(), &["none_because"], reason);
                DpoView { contact: None, none_because: Some(reason) }
            }
        }
    }

    /// Whom to ask about personal data: the contact for privacy, the officer, or the clinic itself,
    /// whichever first can be reached.
    pub(super) fn ask(self) -> Vec<ContactView> {
        let officer = match self.clinic.about.dpo.get() {
            DataProtectionOfficer::Contact(role) => Some(role.as_str()),
            DataProtectionOfficer::None(_) => None,
        };
        let named = [Some("privacy"), officer, Some("general")];
        let contacts: Vec<&Contact<'a>> =
            named.into_iter().flatten().filter_map(|role| self.clinic.contacts.get(role)).collect();
        let reached = contacts.iter().find(|contact| contact.none_because.is_none());
        let chosen = reached.or(contacts.first()).copied().or_else(|| self.clinic.contacts.rows.first());
        chosen.map(|contact| self.contact(contact)).into_iter().collect()
    }

    pub(super) fn contact(self, contact: &Contact<'a>) -> ContactView {
        let row = self.for_row(contact);
        ContactView {
            role: contact.id.to_string(),
            what_for: row.text(&contact.what_for),
            phone: contact.phone.as_ref().and_then(|phone| {
                let number = self.clinic.phone(contact)?;
                let shown = number.shown_in(Some(self.clinic.home()));
                let href = format!("tel:{}", number.dialled());
                Some(PhoneView { text: row.at(phone.origin(), shown), href })
            }),
            email: contact.email.as_ref().map(|email| EmailView {
                text: row.at(email.origin(), email.get().shown()),
                href: format!("mailto:{}", email.get().linked()),
            }),
            url: contact.url.as_ref().map(|url| row.at(url.origin(), url.get().to_string())),
            secure: contact.secure.as_ref().is_some_and(|secure| *secure.get()),
            visit: row.address(contact.visit.as_ref(), self.clinic.home()),
            postal: row.address(contact.postal.as_ref(), self.clinic.home()),
            none_because: row.optional(contact.none_because.as_ref()),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    /// What a company number of a country is called, if that is not the page's own word.
    pub(super) fn number_label(&self, country: Country) -> Option<String> {
        let form = self.clinic.countries.of(country)?.company_number.as_ref()?;
        let label = form.label.in_language(&self.page().language)?;
        (label != self.page().get("column_company_number")).then(|| label.to_owned())
    }

    pub(super) fn department(self, department: &Department<'a>) -> DepartmentView {
        let row = self.for_row(department);
        let contacts = department.contacts.iter().flat_map(Resolved::get);
        DepartmentView {
            id: department.id.to_string(),
            name: row.text(&department.name),
            what_for: row.optional(department.what_for.as_ref()),
            controllers: row.entity_names(department.controllers.as_ref()),
            contacts: contacts
                .filter_map(|role| Some(self.contact(self.clinic.contacts.get(role.as_str())?)))
                .collect(),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    pub(super) fn entity_names(&self, ids: Option<&Resolved<'_, Vec<Located<Id>>>>) -> Vec<String> {
        let entities =
            ids.into_iter().flat_map(Resolved::get).filter_map(|id| self.clinic.entities.get(id.as_str()));
        entities.map(|entity| self.at(entity.name.origin(), entity.name.get().as_str())).collect()
    }
}

//! What `{{ dotted.path }}` stands for.

use super::strings::Strings;
use super::words;
use crate::diagnostic::nearest;
use crate::merge::Clinic;
use crate::model::{Brand, Email, Language, LegalEntity, Phone, Text};
use crate::span::Span;

/// The value of a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fact {
    /// Plain text.
    Text(String),
    /// A telephone number.
    Phone(Phone),
    /// An e-mail address.
    Email(Email),
    /// A web address.
    Url(String),
    /// The name is one that exists, but the clinic gives no value.
    NotGiven,
    /// The clinic has several controllers, so "the controller" means none of them.
    SeveralControllers,
}

/// What a placeholder is looked up in.
#[derive(Clone, Copy)]
pub(super) struct Facts<'f, 'a> {
    /// The clinic.
    pub clinic: &'f Clinic<'a>,
    /// The brand.
    pub brand: &'f Brand,
    /// The language and its fallbacks.
    pub chain: &'f [Language],
    /// The theme's texts.
    pub strings: &'f Strings,
    /// The contact roles that any clinic of the site has.
    pub roles: &'f [&'f str],
}

impl Facts<'_, '_> {
    /// Where the thing that `path` names is taken away from the clinic, if it is.
    pub(super) fn removal(&self, path: &str) -> Option<Span> {
        let (table, rest) = path.split_once('.')?;
        let id = rest.split('.').next()?;
        let removed = match table {
            "contacts" => &self.clinic.contacts.removed,
            "departments" => &self.clinic.departments.removed,
            "entities" => &self.clinic.entities.removed,
            "processors" => &self.clinic.processors.removed,
            "laws" => &self.clinic.laws.removed,
            _ => return None,
        };
        removed.iter().find(|removed| removed.id.as_str() == id).map(|removed| removed.origin.span)
    }

    /// The value at `path`; none where there is no such name.
    ///
    /// Where it seems to be missing only because something could not be read, it is left blank: that has been reported.
    pub(super) fn look_up(&self, path: &str) -> Option<Fact> {
        let parts: Vec<&str> = path.split('.').collect();
        match self.find(&parts) {
            None | Some(Fact::NotGiven | Fact::SeveralControllers) if self.is_uncertain(&parts) => {
                Some(Fact::Text(String::new()))
            }
            fact => fact,
        }
    }

    fn is_uncertain(&self, parts: &[&str]) -> bool {
        let Clinic { contacts, departments, entities, processors, laws, settings, .. } = self.clinic;
        match parts {
            ["contacts", role, _] => contacts.is_uncertain(role),
            ["departments", id, _] => departments.is_uncertain(id),
            ["entities", id, _] => entities.is_uncertain(id),
            ["processors", id, _] => processors.is_uncertain(id),
            ["laws", id, _] => laws.is_uncertain(id),
            ["controller", _] => {
                let named = settings.controllers.get();
                // One that is named and not there is an error of its own.
                let is_sound = |id: &str| {
                    entities.get(id).is_some_and(|entity| number_is_sound(entity))
                        && !entities.is_uncertain(id)
                };
                named.is_empty() || !named.iter().all(|id| is_sound(id.as_str()))
            }
            _ => false,
        }
    }

    fn find(&self, parts: &[&str]) -> Option<Fact> {
        let clinic = self.clinic;
        let fact = match parts {
            ["clinic", "name"] => self.text(clinic.settings.name.get()),
            ["brand", "name"] => self.text(&self.brand.name.value),
            ["brand", "domain"] => Fact::Text(self.brand.domain.value.shown().to_owned()),
            ["group", "name"] => self.text(clinic.about.name.get()),
            ["group", "policy_date"] => {
                Fact::Text(words::date(*clinic.about.policy_date.get(), self.strings).text)
            }
            ["authority", "name"] => self.text(&clinic.about.authority.get().name),
            ["authority", "url"] => Fact::Url(clinic.about.authority.get().url.to_string()),
            ["controller", field] => return self.controller(field),
            ["contacts", role, field] => return self.contact(role, field),
            ["departments", id, "name"] => self.text(clinic.departments.get(id)?.name.get()),
            ["entities", id, "name"] => Fact::Text(clinic.entities.get(id)?.name.get().as_str().to_owned()),
            ["processors", id, "name"] => self.text(clinic.processors.get(id)?.name.get()),
            ["processors", id, "country"] => {
                let country = clinic.processors.get(id)?.country.as_ref();
                country.map_or(Fact::NotGiven, |country| {
                    Fact::Text(self.strings.country(*country.get()).to_owned())
                })
            }
            ["laws", id, "title"] => self.text(clinic.laws.get(id)?.title.get()),
            _ => return None,
        };
        Some(fact)
    }

    /// The name that `path` most probably means: one that the clinic has, else one that any clinic has.
    pub(super) fn nearest(&self, path: &str) -> Option<String> {
        let (own, others) = (self.names(), contact_names(self.roles.iter().copied()));
        let meant = nearest(path, own.iter().map(String::as_str));
        meant.or_else(|| nearest(path, others.iter().map(String::as_str))).map(str::to_owned)
    }

    /// Every name that has a value for the clinic.
    fn names(&self) -> Vec<String> {
        const PLAIN: [&str; 10] = [
            "clinic.name",
            "brand.name",
            "brand.domain",
            "group.name",
            "group.policy_date",
            "authority.name",
            "authority.url",
            "controller.name",
            "controller.number",
            "controller.address",
        ];
        let clinic = self.clinic;
        let mut names: Vec<String> = PLAIN.iter().map(ToString::to_string).collect();
        names.extend(contact_names(clinic.contacts.rows.iter().map(|contact| contact.id.as_str())));
        names.extend(
            clinic.departments.rows.iter().map(|department| format!("departments.{}.name", department.id)),
        );
        names.extend(clinic.entities.rows.iter().map(|entity| format!("entities.{}.name", entity.id)));
        for processor in &clinic.processors.rows {
            names.extend(["name", "country"].map(|field| format!("processors.{}.{field}", processor.id)));
        }
        names.extend(clinic.laws.rows.iter().map(|law| format!("laws.{}.title", law.id)));
        names
    }

    fn text(&self, text: &Text) -> Fact {
        let found = self.chain.iter().find_map(|language| text.in_language(language));
        found.map_or(Fact::NotGiven, |text| Fact::Text(text.to_owned()))
    }

    fn controller(&self, field: &str) -> Option<Fact> {
        let controllers = self.clinic.controllers();
        if !matches!(field, "name" | "number" | "address") {
            return None;
        }
        let [controller] = controllers.as_slice() else { return Some(Fact::SeveralControllers) };
        let value = match field {
            "name" => Some(controller.name.get().as_str().to_owned()),
            "number" => {
                let number = controller.number.as_ref();
                number
                    .and_then(|number| number.get().in_country(*controller.country.get()).ok())
                    .map(|number| number.grouped())
            }
            _ => controller
                .address
                .as_ref()
                .map(|address| words::address(address.get(), self.strings).join(", ")),
        };
        Some(value.map_or(Fact::NotGiven, Fact::Text))
    }

    fn contact(&self, role: &str, field: &str) -> Option<Fact> {
        if !matches!(field, "phone" | "email" | "url" | "visit" | "postal") {
            return None;
        }
        let Some(contact) = self.clinic.contacts.get(role) else {
            return self.roles.contains(&role).then_some(Fact::NotGiven);
        };
        let address =
            |address: &crate::model::Address| Fact::Text(words::address(address, self.strings).join(", "));
        let value = match field {
            "phone" => contact.phone.as_ref().map(|phone| Fact::Phone(phone.get().clone())),
            "email" => contact.email.as_ref().map(|email| Fact::Email(email.get().clone())),
            "url" => contact.url.as_ref().map(|url| Fact::Url(url.get().to_string())),
            "visit" => contact.visit.as_ref().map(|visit| address(visit.get())),
            _ => contact.postal.as_ref().map(|postal| address(postal.get())),
        };
        Some(value.unwrap_or(Fact::NotGiven))
    }
}

fn number_is_sound(entity: &LegalEntity<'_>) -> bool {
    entity.number.as_ref().is_none_or(|number| number.get().in_country(*entity.country.get()).is_ok())
}

fn contact_names<'r>(roles: impl Iterator<Item = &'r str>) -> Vec<String> {
    let fields = ["phone", "email", "url", "visit", "postal"];
    roles.flat_map(|role| fields.map(|field| format!("contacts.{role}.{field}"))).collect()
}

impl Fact {
    /// The value as plain text.
    pub(super) fn text(&self, strings: &Strings) -> String {
        match self {
            Self::Text(text) | Self::Url(text) => text.clone(),
            Self::Phone(phone) => phone.grouped(),
            Self::Email(email) => email.shown(),
            Self::NotGiven | Self::SeveralControllers => strings.get("not_given").to_owned(),
        }
    }

    /// Where the value leads, for those that lead somewhere.
    pub(super) fn target(&self) -> Option<String> {
        match self {
            Self::Url(url) => Some(url.clone()),
            Self::Phone(phone) => Some(format!("tel:{}", phone.dialled())),
            Self::Email(email) => Some(format!("mailto:{}", email.linked())),
            Self::Text(_) | Self::NotGiven | Self::SeveralControllers => None,
        }
    }
}

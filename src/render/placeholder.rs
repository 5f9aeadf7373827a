//! What `{{ dotted.path }}` stands for.

use super::words;
use crate::diagnostic::nearest;
use crate::merge::Clinic;
use crate::model::{Address, Brand, Email, Language, LegalEntity, Phone, Resolved, Tables, Text};
use crate::span::Span;
use crate::theme::Strings;

/// The value of a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PlaceholderValue {
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

/// A value, and where it is written: the place, and the keys within the value that lead to the text.
struct FoundFact<'f> {
    fact: PlaceholderValue,
    place: Option<(Span, Vec<&'f str>)>,
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

impl<'f> Facts<'f, '_> {
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

    /// The value at `path`. Returns None if there is no such name.
    ///
    /// Where it seems to be missing only because something could not be read, it is left blank:
    /// that has been reported.
    pub(super) fn look_up(&self, path: &str) -> Option<PlaceholderValue> {
        let parts: Vec<&str> = path.split('.').collect();
        match self.find(&parts).map(|found| found.fact) {
            None | Some(PlaceholderValue::NotGiven | PlaceholderValue::SeveralControllers)
                if self.is_uncertain(&parts) =>
            {
                Some(PlaceholderValue::Text(String::new()))
            }
            fact => fact,
        }
    }

    fn is_uncertain(&self, parts: &[&str]) -> bool {
        let Clinic { tables, settings, .. } = self.clinic;
        let Tables { contacts, departments, entities, processors, laws, .. } = tables;
        match parts {
            ["contacts", role, _] => contacts.is_uncertain(role) || self.clinic.names_missing_contact(role),
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

    /// `text`, which is the value at `path`, as a page shows it.
    pub(super) fn shown(&self, path: &str, text: String) -> String {
        let pen = &self.strings.pen;
        if !pen.marks() {
            return text;
        }
        let parts: Vec<&str> = path.split('.').collect();
        match self.find(&parts).and_then(|found| found.place) {
            Some((span, keys)) => pen.within(span, &keys, text),
            None => text,
        }
    }

    fn find(&self, parts: &[&str]) -> Option<FoundFact<'f>> {
        if let Some((text, span, keys)) = self.clinic.text_at(self.brand, parts) {
            return Some(self.text(span, keys, text));
        }
        let Clinic { about, tables, .. } = self.clinic;
        let Tables { entities, processors, .. } = tables;
        let authority = &about.authority;
        let found = match parts {
            ["brand", "domain"] => {
                let domain = &self.brand.domain;
                FoundFact::at(domain.span, PlaceholderValue::Text(self.brand.shown_domain()))
            }
            ["group", "policy_date"] => {
                let date = words::date(*about.policy_date.get(), self.strings);
                FoundFact::at(about.policy_date.origin().span, PlaceholderValue::Text(date.text))
            }
            ["authority", "url"] => {
                let url = PlaceholderValue::Url(authority.get().url.to_string());
                FoundFact { fact: url, place: Some((authority.origin().span, vec!["url"])) }
            }
            ["controller", field] => return self.controller(field),
            ["contacts", role, field] => return self.contact(role, field),
            ["entities", id, "name"] => {
                let name = &entities.get(id)?.name;
                FoundFact::at(name.origin().span, PlaceholderValue::Text(name.get().as_str().to_owned()))
            }
            ["processors", id, "country"] => FoundFact::of(processors.get(id)?.country.as_ref(), |country| {
                Some(PlaceholderValue::Text(self.strings.country(*country).to_owned()))
            }),
            _ => return None,
        };
        Some(found)
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

    /// A text in the first language that has it, below `keys` in the value at `span`.
    fn text(&self, span: Span, keys: &[&'static str], text: &Text) -> FoundFact<'f> {
        let in_language = |language: &'f Language| Some((language.as_str(), text.in_language(language)?));
        let Some((language, words)) = self.chain.iter().find_map(in_language) else {
            return FoundFact::NOTHING;
        };
        let keys = keys.iter().copied().chain([language]).collect();
        FoundFact { fact: PlaceholderValue::Text(words.to_owned()), place: Some((span, keys)) }
    }

    fn controller(&self, field: &str) -> Option<FoundFact<'f>> {
        let controllers = self.clinic.controllers();
        if !matches!(field, "name" | "number" | "address") {
            return None;
        }
        let [controller] = controllers.as_slice() else {
            return Some(FoundFact { fact: PlaceholderValue::SeveralControllers, place: None });
        };
        Some(match field {
            "name" => FoundFact::of(Some(&controller.name), |name| {
                Some(PlaceholderValue::Text(name.as_str().to_owned()))
            }),
            "number" => FoundFact::of(controller.number.as_ref(), |number| {
                Some(PlaceholderValue::Text(number.in_country(*controller.country.get()).ok()?.grouped()))
            }),
            _ => FoundFact::of(controller.address.as_ref(), |address| Some(self.address(address))),
        })
    }

    fn contact(&self, role: &str, field: &str) -> Option<FoundFact<'f>> {
        if !matches!(field, "phone" | "email" | "url" | "visit" | "postal") {
            return None;
        }
        let Some(contact) = self.clinic.contacts.get(role) else {
            return self.roles.contains(&role).then_some(FoundFact::NOTHING);
        };
        Some(match field {
            "phone" => {
                FoundFact::of(contact.phone.as_ref(), |phone| Some(PlaceholderValue::Phone(phone.clone())))
            }
            "email" => {
                FoundFact::of(contact.email.as_ref(), |email| Some(PlaceholderValue::Email(email.clone())))
            }
            "url" => FoundFact::of(contact.url.as_ref(), |url| Some(PlaceholderValue::Url(url.to_string()))),
            "visit" => FoundFact::of(contact.visit.as_ref(), |visit| Some(self.address(visit))),
            _ => FoundFact::of(contact.postal.as_ref(), |postal| Some(self.address(postal))),
        })
    }

    fn address(&self, address: &Address) -> PlaceholderValue {
        PlaceholderValue::Text(words::address(address, self.strings).join(", "))
    }
}

impl FoundFact<'_> {
    /// A name that exists, without a value.
    const NOTHING: Self = Self { fact: PlaceholderValue::NotGiven, place: None };

    fn at(span: Span, fact: PlaceholderValue) -> Self {
        Self { fact, place: Some((span, Vec::new())) }
    }

    /// What `fact` makes of a value, if there is one.
    fn of<T>(value: Option<&Resolved<'_, T>>, fact: impl FnOnce(&T) -> Option<PlaceholderValue>) -> Self {
        let found = value.and_then(|value| Some(Self::at(value.origin().span, fact(value.get())?)));
        found.unwrap_or(Self::NOTHING)
    }
}

fn number_is_sound(entity: &LegalEntity<'_>) -> bool {
    entity.number.as_ref().is_none_or(|number| number.get().in_country(*entity.country.get()).is_ok())
}

fn contact_names<'r>(roles: impl Iterator<Item = &'r str>) -> Vec<String> {
    let fields = ["phone", "email", "url", "visit", "postal"];
    roles.flat_map(|role| fields.map(|field| format!("contacts.{role}.{field}"))).collect()
}

impl PlaceholderValue {
    /// The value as plain text.
    pub(super) fn text(&self, strings: &Strings) -> String {
        match self {
            Self::Text(text) | Self::Url(text) => text.clone(),
            Self::Phone(phone) => phone.grouped(),
            Self::Email(email) => email.shown(),
            Self::NotGiven | Self::SeveralControllers => strings.say("not_given"),
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

//! A clinic's facts in one language.
//!
//! A row whose texts are not all there in the language is written in the first fallback that has them all,
//! and says so in its `lang`.

use super::strings::Strings;
use super::view::{
    BasisView, ClinicData, ContactView, CookieCategoryView, CookieView, CountryView, DepartmentView, DpoView,
    EmailView, EntityView, HoursView, LawReference, LawView, LinkView, PhoneView, PurposeView, RecipientView,
    Reference, RetentionView,
};
use super::words;
use crate::merge::{Clinic, Table};
use crate::model::{
    Arrangement, Contact, CookieCategory, Country, DataProtectionOfficer, Department, Hours, Id, Language,
    Law, LegalBasis, LegalEntity, Merged, Processor, Purpose, RecipientContact, RecipientRole, Resolved,
    Retention, Safeguard, Text,
};
use crate::span::Located;

/// What a row is written with: the language that has all its texts, and that language's words.
#[derive(Clone, Copy)]
struct Writer<'w, 'a> {
    clinic: &'w Clinic<'a>,
    /// The page's language and its fallbacks, each with its words.
    chain: &'w [&'w Strings],
}

/// The facts of a clinic in the first language of `chain`, with the others to fall back on.
pub(super) fn clinic_data(clinic: &Clinic<'_>, chain: &[&Strings]) -> ClinicData {
    let writer = Writer { clinic, chain };
    let strings = writer.page();
    let about = &clinic.about;
    let arrangement = clinic.settings.arrangement.as_ref().filter(|_| clinic.controllers().len() > 1);
    ClinicData {
        controllers: clinic.controllers().into_iter().map(|entity| writer.entity(entity)).collect(),
        arrangement: arrangement.map(|arrangement| arrangement.get().word().to_owned()),
        arrangement_summary: arrangement
            .filter(|arrangement| *arrangement.get() == Arrangement::Joint)
            .and(clinic.settings.arrangement_summary.as_ref())
            .map(|summary| writer.text(summary.get())),
        dpo: writer.dpo(about.dpo.get()),
        authority: LinkView {
            text: writer.text(&about.authority.get().name),
            href: about.authority.get().url.to_string(),
        },
        updated: words::date(*about.policy_date.get(), strings),
        contacts: writer.rows(&clinic.contacts, Writer::contact),
        departments: writer.rows(&clinic.departments, Writer::department),
        purposes: writer.rows(&clinic.purposes, Writer::purpose),
        processors: writer.rows(&clinic.processors, Writer::recipient),
        retention: writer.rows(&clinic.retention, Writer::retention),
        cookie_categories: writer.rows(&clinic.cookie_categories, Writer::cookie_category),
        laws: writer.rows(&clinic.laws, Writer::law),
        hours: writer.rows(&clinic.hours, Writer::hours),
    }
}

impl<'w, 'a> Writer<'w, 'a> {
    /// The words of the page's own language.
    fn page(&self) -> &'w Strings {
        self.chain[0]
    }

    /// The same, for one row: in the first language that has all its texts.
    fn for_row<T: Merged<'a>>(self, row: &T) -> Self {
        let fields = row.fields();
        let has_all = |language: &Language| !fields.iter().any(|field| field.lacks(language));
        let first = self.chain.iter().position(|strings| has_all(&strings.language)).unwrap_or(0);
        Self { chain: &self.chain[first..], ..self }
    }

    /// The row's language, where it is not the page's.
    fn lang(&self, page: &Strings) -> Option<String> {
        let language = &self.page().language;
        (*language != page.language).then(|| language.to_string())
    }

    fn rows<T: Merged<'a>, V>(&self, table: &Table<'a, T>, view: fn(Writer<'w, 'a>, &T) -> V) -> Vec<V> {
        table.rows.iter().map(|row| view(*self, row)).collect()
    }

    fn text(&self, text: &Text) -> String {
        self.chain
            .iter()
            .find_map(|strings| text.in_language(&strings.language))
            .unwrap_or_default()
            .to_owned()
    }

    fn optional(&self, text: Option<&Resolved<'_, Text>>) -> Option<String> {
        text.map(|text| self.text(text.get()))
    }

    fn country(&self, country: Country) -> CountryView {
        let name = country.name(&self.page().language).to_owned();
        CountryView { code: country.code().to_owned(), name, in_eea: country.in_eea() }
    }

    fn entity(self, entity: &LegalEntity<'_>) -> EntityView {
        let country = *entity.country.get();
        let number = entity.number.as_ref().and_then(|number| number.get().in_country(country).ok());
        EntityView {
            id: entity.id.to_string(),
            name: entity.name.get().as_str().to_owned(),
            legal_name_known: entity.legal_name_known.as_ref().is_none_or(|known| *known.get()),
            number: number.map(|number| number.grouped()),
            vat: entity.vat.as_ref().is_some_and(|vat| *vat.get()),
            address: entity
                .address
                .as_ref()
                .map(|address| words::address(address.get(), self.page()))
                .unwrap_or_default(),
            country: self.country(country),
            representative: self.optional(entity.representative.as_ref()),
            clinics: Vec::new(),
        }
    }

    fn dpo(&self, dpo: &DataProtectionOfficer) -> DpoView {
        match dpo {
            DataProtectionOfficer::Contact(role) => DpoView {
                contact: self.clinic.contacts.get(role.as_str()).map(|contact| self.contact(contact)),
                none_because: None,
            },
            DataProtectionOfficer::None(reason) => {
                DpoView { contact: None, none_because: Some(self.text(reason)) }
            }
        }
    }

    fn contact(self, contact: &Contact<'a>) -> ContactView {
        let row = self.for_row(contact);
        ContactView {
            role: contact.id.to_string(),
            what_for: row.text(contact.what_for.get()),
            phone: contact.phone.as_ref().map(|phone| PhoneView {
                text: phone.get().grouped(),
                href: format!("tel:{}", phone.get().dialled()),
            }),
            email: contact.email.as_ref().map(|email| EmailView {
                text: email.get().shown(),
                href: format!("mailto:{}", email.get().linked()),
            }),
            url: contact.url.as_ref().map(|url| url.get().to_string()),
            secure: contact.secure.as_ref().is_some_and(|secure| *secure.get()),
            visit: contact
                .visit
                .as_ref()
                .map(|visit| words::address(visit.get(), row.page()))
                .unwrap_or_default(),
            postal: contact
                .postal
                .as_ref()
                .map(|postal| words::address(postal.get(), row.page()))
                .unwrap_or_default(),
            none_because: row.optional(contact.none_because.as_ref()),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    fn department(self, department: &Department<'a>) -> DepartmentView {
        let row = self.for_row(department);
        let contacts = department.contacts.iter().flat_map(Resolved::get);
        DepartmentView {
            id: department.id.to_string(),
            name: row.text(department.name.get()),
            what_for: row.optional(department.what_for.as_ref()),
            controllers: row.entity_names(department.controllers.as_ref()),
            contacts: contacts
                .filter_map(|role| Some(self.contact(self.clinic.contacts.get(role.as_str())?)))
                .collect(),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    fn entity_names(&self, ids: Option<&Resolved<'_, Vec<Located<Id>>>>) -> Vec<String> {
        let entities =
            ids.into_iter().flat_map(Resolved::get).filter_map(|id| self.clinic.entities.get(id.as_str()));
        entities.map(|entity| entity.name.get().as_str().to_owned()).collect()
    }

    fn purpose(self, purpose: &Purpose<'a>) -> PurposeView {
        let row = self.for_row(purpose);
        PurposeView {
            id: purpose.id.to_string(),
            title: row.text(purpose.title.get()),
            what_for: row.text(purpose.what_for.get()),
            health: purpose.health.as_ref().is_some_and(|health| *health.get()),
            bases: purpose.bases.get().iter().map(|basis| row.basis(&basis.value)).collect(),
            interest: row.optional(purpose.interest.as_ref()),
            data: row.text(purpose.data.get()),
            whose: row.text(purpose.whose.get()),
            source: row.text(purpose.source.get()),
            public_source: purpose.public_source.as_ref().is_some_and(|public| *public.get()),
            recipients: references(purpose.recipients.get(), |id| {
                Some(row.text(row.clinic.processors.get(id)?.name.get()))
            }),
            retention: references(purpose.retention.get(), |id| {
                Some(row.rules(row.clinic.retention.get(id)?).join(row.page().get("or_earlier")))
            }),
            must_give: row.optional(purpose.must_give.as_ref()),
            controllers: row.entity_names(purpose.controllers.as_ref()),
            automated: row.optional(purpose.automated.as_ref()),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    fn basis(&self, basis: &LegalBasis) -> BasisView {
        let words = self.page();
        BasisView {
            article: basis.article.citation(),
            text: words.get(&format!("basis_{}", basis.article.letter())).to_owned(),
            condition: basis.condition.map(crate::model::SpecialCategoryCondition::citation),
            condition_text: basis
                .condition
                .map(|condition| words.get(&format!("condition_{}", condition.letter())).to_owned()),
            law: basis.law.as_ref().and_then(|law| self.law_reference(law.as_str(), basis.section.clone())),
        }
    }

    fn law_reference(&self, id: &str, section: Option<String>) -> Option<LawReference> {
        let law = self.clinic.laws.get(id)?;
        Some(LawReference { id: id.to_owned(), title: self.text(law.title.get()), section })
    }

    fn recipient(self, processor: &Processor<'a>) -> RecipientView {
        let row = self.for_row(processor);
        let (role, role_key) = match processor.role() {
            role @ RecipientRole::Processor => (role, "role_processor"),
            role @ RecipientRole::Recipient => (role, "role_recipient"),
            role @ RecipientRole::JointController => (role, "role_joint_controller"),
        };
        let safeguard = processor.safeguard.as_ref().map(|safeguard| *safeguard.get());
        let country = processor.country.as_ref().map(|country| *country.get());
        let number = processor
            .number
            .as_ref()
            .zip(country)
            .and_then(|(number, country)| number.get().in_country(country).ok());
        let parent =
            processor.sub_processor_of.as_ref().and_then(|id| self.clinic.processors.get(id.get().as_str()));
        RecipientView {
            id: processor.id.to_string(),
            name: row.text(processor.name.get()),
            role: role.word().to_owned(),
            role_text: row.page().get(role_key).to_owned(),
            what_for: row.text(processor.what_for.get()),
            data: row.text(processor.data.get()),
            country: country.map(|country| row.country(country)),
            number: number.map(|number| number.grouped()),
            safeguard: safeguard.map(|safeguard| safeguard.word().to_owned()),
            safeguard_text: safeguard.map(|safeguard| row.page().get(safeguard_key(safeguard)).to_owned()),
            sub_processor_of: parent.map(|parent| row.text(parent.name.get())),
            contact: processor.contact.as_ref().map(|contact| contact_link(contact.get())),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    fn retention(self, retention: &Retention<'a>) -> RetentionView {
        let row = self.for_row(retention);
        let section = retention.section.as_ref().map(|section| section.get().as_str().to_owned());
        RetentionView {
            id: retention.id.to_string(),
            what: row.text(retention.what.get()),
            rules: row.rules(retention),
            period: retention.period.as_ref().map(|period| period.get().iso()),
            law: retention.law.as_ref().and_then(|law| row.law_reference(law.get().as_str(), section)),
            as_of: retention.as_of.as_ref().map(|as_of| words::date(*as_of.get(), row.page())),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    /// The rules in words; where there are several, the earliest counts.
    fn rules(&self, retention: &Retention<'_>) -> Vec<String> {
        let strings = self.page();
        let period = retention.period.as_ref().map(|period| words::period(*period.get(), strings));
        let period = match (period, self.optional(retention.starts.as_ref())) {
            (Some(period), Some(starts)) => {
                Some(strings.fill("retention_from", &[("period", &period), ("starts", &starts)]))
            }
            (period, _) => period,
        };
        let others = [self.optional(retention.event.as_ref()), self.optional(retention.criterion.as_ref())];
        period.into_iter().chain(others.into_iter().flatten()).collect()
    }

    fn cookie_category(self, category: &CookieCategory<'a>) -> CookieCategoryView {
        let row = self.for_row(category);
        let cookies = self.clinic.cookies.rows.iter().filter(|cookie| cookie.category.get() == category.id);
        CookieCategoryView {
            id: category.id.to_string(),
            title: row.text(category.title.get()),
            what_for: row.text(category.what_for.get()),
            consent: *category.consent.get(),
            cookies: cookies
                .map(|cookie| CookieView {
                    id: cookie.id.to_string(),
                    name: cookie.name.get().as_str().to_owned(),
                    what_for: row.text(cookie.what_for.get()),
                    duration: row.text(cookie.duration.get()),
                    set_by: row.text(cookie.set_by.get()),
                })
                .collect(),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    fn law(self, law: &Law<'a>) -> LawView {
        let row = self.for_row(law);
        LawView {
            id: law.id.to_string(),
            title: row.text(law.title.get()),
            number: law.number.get().as_str().to_owned(),
            governs: row.text(law.governs.get()),
            url: law.url.as_ref().map(|url| url.get().to_string()),
            as_of: words::date(crate::model::PartialDate::Day(law.as_of.get().0), row.page()),
            pending: row.optional(law.pending.as_ref()),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    fn hours(self, hours: &Hours<'a>) -> HoursView {
        let row = self.for_row(hours);
        let (department, channel) = match hours.id.as_str().split_once('.') {
            Some((department, channel)) => (self.clinic.departments.get(department), channel),
            None => (None, hours.id.as_str()),
        };
        let channel = row.page().get(&format!("channel_{channel}")).to_owned();
        let title = match department {
            Some(department) => row.page().fill(
                "department_channel",
                &[("department", &row.text(department.name.get())), ("channel", &channel)],
            ),
            None => channel,
        };
        HoursView {
            id: hours.id.to_string(),
            title,
            days: words::week(hours, row.page()),
            note: row.optional(hours.note.as_ref()),
            contact: hours
                .contact
                .as_ref()
                .and_then(|role| Some(self.contact(self.clinic.contacts.get(role.get().as_str())?))),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }
}

fn safeguard_key(safeguard: Safeguard) -> &'static str {
    match safeguard {
        Safeguard::AdequacyDecision => "safeguard_adequacy_decision",
        Safeguard::StandardContractualClauses => "safeguard_standard_contractual_clauses",
        Safeguard::BindingCorporateRules => "safeguard_binding_corporate_rules",
        Safeguard::ExplicitConsent => "safeguard_explicit_consent",
    }
}

fn contact_link(contact: &RecipientContact) -> LinkView {
    match contact {
        RecipientContact::Email(email) => {
            LinkView { text: email.shown(), href: format!("mailto:{}", email.linked()) }
        }
        RecipientContact::Url(url) => LinkView { text: url.to_string(), href: url.to_string() },
    }
}

fn references(ids: &[Located<Id>], text: impl Fn(&str) -> Option<String>) -> Vec<Reference> {
    ids.iter()
        .filter_map(|id| Some(Reference { id: id.value.to_string(), text: text(id.as_str())? }))
        .collect()
}

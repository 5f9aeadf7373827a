//! What is done with personal data: why, by whom, for how long, under which law.

use super::Writer;
use crate::model::{
    CookieCategory, Id, Law, LegalBasis, Processor, Purpose, RecipientContact, RecipientRole, Retention,
    Safeguard,
};
use crate::render::view::{
    BasisView, CookieCategoryView, CookieView, LawReference, LawView, LinkView, PurposeView, RecipientView,
    Reference, RetentionView,
};
use crate::render::words;
use crate::span::Located;

impl<'a> Writer<'_, 'a> {
    pub(super) fn purpose(self, purpose: &Purpose<'a>) -> PurposeView {
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

    pub(super) fn basis(&self, basis: &LegalBasis) -> BasisView {
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

    pub(super) fn law_reference(&self, id: &str, section: Option<String>) -> Option<LawReference> {
        let law = self.clinic.laws.get(id)?;
        Some(LawReference { id: id.to_owned(), title: self.text(law.title.get()), section })
    }

    pub(super) fn recipient(self, processor: &Processor<'a>) -> RecipientView {
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

    pub(super) fn retention(self, retention: &Retention<'a>) -> RetentionView {
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
    pub(super) fn rules(&self, retention: &Retention<'_>) -> Vec<String> {
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

    pub(super) fn cookie_category(self, category: &CookieCategory<'a>) -> CookieCategoryView {
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

    pub(super) fn law(self, law: &Law<'a>) -> LawView {
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

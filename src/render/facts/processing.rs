//! What is done with personal data: why, by whom, for how long, under which law.

use super::FactWriter;
use crate::model::{
    CookieCategory, Id, Law, LegalBasis, PartialDate, Processor, Purpose, RecipientContact, RecipientRole,
    Resolved, Retention, Safeguard,
};
use crate::render::words;
use crate::span::Located;
use crate::theme::view::{
    BasisView, CookieCategoryView, CookieView, LawReference, LawView, LinkView, PurposeView, RecipientView,
    Reference, RetentionView,
};

impl<'a> FactWriter<'_, 'a> {
    pub(super) fn purpose(self, purpose: &Purpose<'a>) -> PurposeView {
        let row = self.for_row(purpose);
        PurposeView {
            id: purpose.id.to_string(),
            title: row.text(&purpose.title),
            what_for: row.text(&purpose.what_for),
            health: purpose.health.as_ref().is_some_and(|health| *health.get()),
            bases: purpose.bases.get().iter().map(|basis| row.basis(basis)).collect(),
            interest: row.optional(purpose.interest.as_ref()),
            data: row.text(&purpose.data),
            whose: row.text(&purpose.whose),
            source: row.text(&purpose.source),
            public_source: purpose.public_source.as_ref().is_some_and(|public| *public.get()),
            recipients: references(&purpose.recipients.ids(), |id| {
                Some(row.text(&row.clinic.processors.get(id)?.name))
            }),
            retention: references(&purpose.retention.ids(), |id| {
                Some(row.rules(row.clinic.retention.get(id)?).join(&row.page().say("or_earlier")))
            }),
            must_give: row.optional(purpose.must_give.as_ref()),
            controllers: row.entity_names(purpose.controllers.as_ref()),
            automated: row.optional(purpose.automated.as_ref()),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    pub(super) fn basis(&self, basis: &Located<LegalBasis>) -> BasisView {
        let words = self.page();
        let at = |text: String| words.pen.at(basis.span, text);
        BasisView {
            article: at(basis.article.citation()),
            text: at(words.say(&format!("basis_{}", basis.article.letter()))),
            condition: basis.condition.map(|condition| at(condition.citation())),
            condition_text: basis
                .condition
                .map(|condition| at(words.say(&format!("condition_{}", condition.letter())))),
            law: basis
                .law
                .as_ref()
                .and_then(|law| self.law_reference(law.as_str(), basis.section.clone().map(at))),
        }
    }

    pub(super) fn law_reference(&self, id: &str, section: Option<String>) -> Option<LawReference> {
        let law = self.clinic.laws.get(id)?;
        Some(LawReference { id: id.to_owned(), title: self.text(&law.title), section })
    }

    pub(super) fn recipient(self, processor: &Processor<'a>) -> RecipientView {
        let row = self.for_row(processor);
        let (role, role_key) = match processor.role() {
            role @ RecipientRole::Processor => (role, "role_processor"),
            role @ RecipientRole::Recipient => (role, "role_recipient"),
            role @ RecipientRole::JointController => (role, "role_joint_controller"),
        };
        let role_text = row.page().say(role_key);
        let in_words = |safeguard: &Resolved<'a, Safeguard>| {
            row.at(safeguard.origin(), row.page().say(safeguard_key(*safeguard.get())))
        };
        let country = processor.country.as_ref().map(|country| *country.get());
        let number = processor.number.as_ref().zip(country).and_then(|(number, country)| {
            let valid = number.get().in_country(country, self.clinic.countries).ok()?;
            Some(row.at(number.origin(), valid.grouped()))
        });
        let parent =
            processor.sub_processor_of.as_ref().and_then(|id| self.clinic.processors.get(id.get().as_str()));
        RecipientView {
            id: processor.id.to_string(),
            name: row.text(&processor.name),
            role: role.word().to_owned(),
            role_text: match &processor.role {
                Some(role) => row.at(role.origin(), role_text),
                None => role_text,
            },
            what_for: row.text(&processor.what_for),
            data: row.text(&processor.data),
            country: processor.country.as_ref().map(|country| row.country(country)),
            number_label: country.and_then(|country| row.number_label(country)),
            number,
            safeguard: processor.safeguard.as_ref().map(|safeguard| safeguard.get().word().to_owned()),
            safeguard_text: processor.safeguard.as_ref().map(in_words),
            sub_processor_of: parent.map(|parent| row.text(&parent.name)),
            contact: processor.contact.as_ref().map(|contact| {
                let link = contact_link(contact.get());
                LinkView { text: row.at(contact.origin(), link.text), ..link }
            }),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    pub(super) fn retention(self, retention: &Retention<'a>) -> RetentionView {
        let row = self.for_row(retention);
        let section = retention.section.as_ref();
        let section = section.map(|section| row.at(section.origin(), section.get().as_str()));
        RetentionView {
            id: retention.id.to_string(),
            what: row.text(&retention.what),
            rules: row.rules(retention),
            period: retention.period.as_ref().map(|period| period.get().iso()),
            law: retention.law.as_ref().and_then(|law| row.law_reference(law.get().as_str(), section)),
            as_of: retention
                .as_of
                .as_ref()
                .map(|as_of| row.date(as_of.origin(), words::date(*as_of.get(), row.page()))),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    /// The rules in words; if there are several, the earliest counts.
    pub(super) fn rules(&self, retention: &Retention<'_>) -> Vec<String> {
        let strings = self.page();
        let period = retention.period.as_ref();
        let period = period.map(|period| self.at(period.origin(), words::period(*period.get(), strings)));
        let period = match (period, self.optional(retention.starts.as_ref())) {
            (Some(period), Some(starts)) => {
                Some(strings.say_with("retention_from", &[("period", &period), ("starts", &starts)]))
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
            title: row.text(&category.title),
            what_for: row.text(&category.what_for),
            consent: *category.consent.get(),
            cookies: cookies
                .map(|cookie| CookieView {
                    id: cookie.id.to_string(),
                    name: row.at(cookie.name.origin(), cookie.name.get().as_str()),
                    what_for: row.text(&cookie.what_for),
                    duration: row.text(&cookie.duration),
                    set_by: row.text(&cookie.set_by),
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
            title: row.text(&law.title),
            number: row.at(law.number.origin(), law.number.get().as_str()),
            governs: row.text(&law.governs),
            url: law.url.as_ref().map(|url| row.at(url.origin(), url.get().to_string())).or_else(|| {
                let url = law.number.get().among(self.clinic.countries).ok()?.url?;
                Some(row.at(law.number.origin(), url.to_string()))
            }),
            as_of: row.date(law.as_of.origin(), words::date(PartialDate::Day(law.as_of.get().0), row.page())),
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

fn references(ids: &[&Located<Id>], text: impl Fn(&str) -> Option<String>) -> Vec<Reference> {
    ids.iter()
        .filter_map(|id| Some(Reference { id: id.value.to_string(), text: text(id.as_str())? }))
        .collect()
}

//! A law of another country than the clinic's, in the data and in a text. The accounts of a company follow
//! the law of the country that it is registered in.

use super::law_wrong_for_purpose::is_about_accounts;
use crate::check::names;
use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, catalogue::check as say};
use crate::model::{Country, Text, TextValue};
use crate::span::Span;

pub(super) static RULE: Rule = Rule {
    name: "law-of-another-country",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

/// The names of laws and authorities, in a list for each country.
const SAYINGS: &[Saying] = &[
    Saying { starts: "of", then: None, unless: &[] },
    Saying { starts: "accounts", then: None, unless: &[] },
];

fn note(reading: &Reading<'_>, hits: &[PhraseHit]) -> Vec<Mention> {
    let mention = |hit: &PhraseHit| {
        let (kind, country) = hit.list.split_once('.')?;
        let what = format!("{kind}:{country}:{}", reading.words_of(hit));
        Some(Mention { span: reading.span_of(hit), what })
    };
    hits.iter().filter_map(mention).collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let clinic = subject.clinic;
    let Some(home) = clinic.country else { return };
    let is_of_controller =
        |country: Country| clinic.all_controllers().iter().any(|entity| *entity.country.get() == country);
    let report = |span: Span, law: &str, country: Country| -> Diagnostic {
        let of = names::country(country);
        let headline = say::law_of_another_country(law, &of, &names::country(home));
        RULE.at_span(span, headline).with_help(say::write_the_law_of(&names::country(home)))
    };
    for mention in mentions {
        let mut parts = mention.what.splitn(3, ':');
        let (Some(kind), Some(country), Some(law)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        let Some(country) = Country::parse(country).ok().filter(|country| *country != home) else { continue };
        if kind != "accounts" || !is_of_controller(country) {
            found.push(report(mention.span, law, country));
        }
    }
    for law in &clinic.laws.rows {
        let of = law.number.get().among(clinic.countries).ok().and_then(|law| law.country);
        let Some(country) = of.filter(|country| *country != home) else { continue };
        let (mut uses, for_accounts) = uses(subject, law.id.as_str());
        if is_of_controller(country) && uses.is_empty() && for_accounts {
            continue;
        }
        let first = if uses.is_empty() { law.number.origin().span } else { uses.remove(0) };
        let finding = report(first, law.id.as_str(), country);
        found.push(
            uses.into_iter()
                .fold(finding, |finding, place| finding.with_related(place, say::and_named_here())),
        );
    }
}

/// Where purposes and periods other than of accounts rest on a law, and whether those of accounts do.
fn uses(subject: Subject<'_, '_>, law: &str) -> (Vec<Span>, bool) {
    let (mut places, mut for_accounts) = (Vec::new(), false);
    let mut add = |text: &Text, span: Span| {
        if is_about_accounts(text, subject.config) {
            for_accounts = true;
        } else {
            places.push(span);
        }
    };
    for purpose in &subject.clinic.purposes.rows {
        let laws = purpose.bases.get().iter().filter_map(|basis| basis.value.law.as_ref());
        laws.filter(|id| id.value.as_str() == law).for_each(|id| add(purpose.title.get(), id.span));
    }
    for retention in &subject.clinic.retention.rows {
        let id = retention.law.as_ref().filter(|id| id.get().as_str() == law);
        if let Some(id) = id {
            add(retention.what.get(), id.origin().span);
        }
    }
    (places, for_accounts)
}

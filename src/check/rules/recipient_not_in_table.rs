//! # recipient-not-in-table
//!
//! ## What it finds
//! A well-known service that a text names, and that neither the recipients nor the cookies of the clinic name.
//!
//! ## Why it matters
//! GDPR Article 13(1)(e): the page names everyone who gets data. A reader of the table believes that it is whole, and Article
//! 13(1)(f) asks for the country too.
//!
//! ## Example
//! ```markdown
//! Nyhetsbrevet sendes med Mailchimp.
//! ```
//!
//! ## How to fix it
//! Add a row to `processors.toml`, or to `cookies.toml`; or delete the name, if the service is no longer used.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::Text;

pub(super) static RULE: Rule = Rule {
    name: "recipient-not-in-table",
    severity: Severity::Warning,
    docs: include_str!("recipient_not_in_table.rs"),
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

/// A service, and what a row about it may be called.
struct Service {
    names: &'static [&'static str],
    rows: &'static [&'static str],
}

const META: &[&str] = &["facebook", "meta", "instagram"];

/// The services that clinics’ texts name most often.
const SERVICES: &[Service] = &[
    Service { names: &["facebook*", "instagram*", "meta pixel*", "messenger"], rows: META },
    Service {
        names: &["google analytics", "google ads", "google tag manager", "google maps", "google"],
        rows: &["google"],
    },
    Service { names: &["youtube*"], rows: &["youtube", "google"] },
    Service { names: &["linkedin*"], rows: &["linkedin", "microsoft"] },
    Service { names: &["tiktok*"], rows: &["tiktok"] },
    Service { names: &["snapchat*"], rows: &["snap"] },
    Service { names: &["mailchimp*"], rows: &["mailchimp", "intuit"] },
    Service { names: &["hotjar*"], rows: &["hotjar"] },
    Service { names: &["hubspot*"], rows: &["hubspot"] },
    Service { names: &["matomo*"], rows: &["matomo"] },
    Service { names: &["vipps*"], rows: &["vipps"] },
    Service { names: &["klarna*"], rows: &["klarna"] },
    Service { names: &["stripe"], rows: &["stripe"] },
    Service { names: &["helserespons*"], rows: &["helserespons"] },
    Service { names: &["pasientsky*", "patientsky*"], rows: &["pasientsky", "patientsky"] },
    Service { names: &["hano", "convene", "carasent"], rows: &["hano", "convene", "carasent"] },
    Service { names: &["typeform*"], rows: &["typeform"] },
    Service { names: &["surveymonkey*"], rows: &["surveymonkey"] },
    Service { names: &["zendesk*"], rows: &["zendesk"] },
    Service { names: &["dropbox*"], rows: &["dropbox"] },
    Service { names: &["trustpilot*"], rows: &["trustpilot"] },
    Service { names: &["microsoft 365", "office 365", "microsoft teams"], rows: &["microsoft"] },
];

const SAYINGS: &[Saying] = &{
    let mut sayings = [Saying { starts: &[], then: &[], unless: DENIED }; SERVICES.len()];
    let mut index = 0;
    while index < SERVICES.len() {
        sayings[index].starts = SERVICES[index].names;
        index += 1;
    }
    sayings
};

/// A text may say that a service is not used, or is not to be used.
const DENIED: &[&str] = &["ikke", "ikkje", "aldri", "ingen", "not", "never", "no", "don't"];

fn note(reading: &Reading<'_>, hits: &[Hit]) -> Vec<Mention> {
    let mention = |hit: &Hit| Mention {
        span: reading.span_of(hit),
        what: format!("{} {}", hit.saying, reading.words_of(hit)),
    };
    hits.iter().map(mention).collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let clinic = subject.clinic;
    // A file that could not be read may hold the row.
    if clinic.processors.is_uncertain("") || clinic.cookies.is_uncertain("") {
        return;
    }
    let names = clinic.processors.rows.iter().map(|row| row.name.get());
    let texts = names.chain(clinic.cookies.rows.iter().map(|row| row.set_by.get())).flat_map(Text::all);
    let listed: Vec<String> =
        texts.chain(clinic.cookies.rows.iter().map(|row| row.name.as_str())).map(str::to_lowercase).collect();
    for mention in mentions {
        let Some((index, words)) = mention.what.split_once(' ') else { continue };
        let rows = index
            .parse()
            .ok()
            .and_then(|index: usize| SERVICES.get(index))
            .map_or(META, |service| service.rows);
        if listed.iter().any(|name| rows.iter().any(|row| name.contains(row))) {
            continue;
        }
        let finding = RULE.at_span(mention.span, say::recipient_not_in_table(words, clinic.id.as_str()));
        found.push(finding.with_help(say::add_the_recipient()));
    }
}

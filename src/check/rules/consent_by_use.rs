//! # consent-by-use
//!
//! ## What it finds
//! Consent that is said to be given by using the site, by coming to the clinic or by sending a message.
//!
//! ## Why it matters
//! GDPR Articles 4(11) and 7: consent is a clear, affirmative act, freely given for one purpose. Ekomloven § 3-15 asks for just
//! that before anything is stored on a visitor’s device; supervision is with Nkom and Datatilsynet.
//!
//! ## Example
//! ```markdown
//! Ved å bruke nettstedet samtykker du til informasjonskapsler.
//! ```
//!
//! ## How to fix it
//! Say what really is done without consent, and on which basis. Where consent is needed, ask for it before, and say how it is
//! withdrawn.

use crate::check::prose::{Hit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "consent-by-use",
    severity: Severity::Warning,
    docs: include_str!("consent_by_use.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

const SAYINGS: &[Saying] = &[
    Saying { starts: USE, then: IS_CONSENT, unless: NEGATIONS },
    Saying { starts: OTHER_ACTS, then: YOU_CONSENT, unless: NEGATIONS },
    Saying {
        starts: &[
            "du samtykker",
            "du godtar",
            "du aksepterer",
            "du samtykkjer",
            "du godtek",
            "you agree",
            "you consent",
            "you accept",
        ],
        then: &[
            "ved å bruke",
            "ved å benytte",
            "ved å fortsette",
            "ved å besøke",
            "ved å surfe",
            "ved bruk av",
            "ved fortsatt bruk",
            "ved å nytte",
            "ved å halde fram",
            "by using",
            "by continuing",
            "by visiting",
            "by browsing",
            "by accessing",
        ],
        unless: NEGATIONS,
    },
];

/// Using the site, coming to the clinic, sending a message.
const USE: &[&str] = &[
    "ved å bruke",
    "ved å benytte",
    "ved å fortsette",
    "ved å besøke",
    "ved å surfe",
    "ved å navigere",
    "ved å klikke deg videre",
    "ved å lese videre",
    "ved å gå videre",
    "ved å velge",
    "ved å bestille",
    "ved å sende",
    "ved bruk av",
    "ved fortsatt bruk",
    "ved videre bruk",
    "ved vidare bruk",
    "ved framhald",
    "ved besøk på",
    "når du bruker",
    "når du benytter",
    "når du besøker",
    "når du fortsetter",
    "når du surfer",
    "når du surfar",
    "når du held fram",
    "når du nyttar",
    "når du vitjar",
    "fortsetter du",
    "held du fram",
    "hvis du fortsetter",
    "dersom du fortsetter",
    "om du fortsetter",
    "dersom du held fram",
    "om du held fram",
    "fortsatt bruk",
    "bruk av nettside*",
    "bruk av nettsted*",
    "bruk av nettstad*",
    "sender du",
    "hvis du sender",
    "dersom du sender",
    "når du sender",
    "ved å nytte",
    "ved å halde fram",
    "når du vel",
    "by using",
    "by continuing",
    "by visiting",
    "by browsing",
    "by navigating",
    "by accessing",
    "by entering",
    "by scrolling",
    "by staying on",
    "by remaining on",
    "by choosing",
    "by booking",
    "by sending",
    "continued use",
    "continuing to use",
    "continuing to browse",
    "further use",
    "if you continue",
    "if you keep",
    "when you use",
    "when you visit",
    "when you browse",
    "when you continue",
    "use of this site",
    "use of this website",
    "use of the site",
    "use of the website",
    "use of our site",
    "use of our website",
    "your use of",
    "if you send",
];

/// Is said to be a consent, or to be taken for one.
const IS_CONSENT: &[&str] = &[
    "samtykker du",
    "gir du samtykke",
    "gir du oss samtykke",
    "gir du ditt samtykke",
    "gir du oss ditt samtykke",
    "gir du tillatelse",
    "har du samtykket",
    "anses du",
    "anser vi",
    "regner vi",
    "godtar du",
    "aksepterer du",
    "godkjenner du",
    "er du innforstått",
    "du samtykker",
    "du godtar",
    "du aksepterer",
    "du godkjenner",
    "du har samtykket",
    "regnes som samtykke",
    "regnes som et samtykke",
    "anses som samtykke",
    "anses som et samtykke",
    "innebærer samtykke",
    "innebærer et samtykke",
    "er et samtykke",
    "som samtykke",
    "samtykkjer du",
    "gjev du samtykke",
    "godtek du",
    "du samtykkjer",
    "du godtek",
    "reknar vi",
    "you agree",
    "you consent",
    "you accept",
    "you are agreeing",
    "you are consenting",
    "you are accepting",
    "you have consented",
    "you give your consent",
    "you give us your consent",
    "we assume",
    "we take it",
    "constitutes consent",
    "constitutes your consent",
    "implies consent",
    "implies your consent",
    "means consent",
    "as consent",
    "as your consent",
    "is consent",
    "deemed to consent",
    "deemed to have consented",
];

/// Acts that are often mere conditions, so that only plain words after them count.
const OTHER_ACTS: &[&str] = &[
    "bruker du",
    "brukar du",
    "nyttar du",
    "benytter du",
    "surfer du",
    "surfar du",
    "besøker du",
    "hvis du bruker",
    "dersom du bruker",
    "hvis du surfer",
    "dersom du surfer",
    "if you use",
    "if you browse",
    "if you visit",
];

/// The plain words, in the order that follows on a condition.
const YOU_CONSENT: &[&str] = &[
    "samtykker du",
    "gir du samtykke",
    "godtar du",
    "aksepterer du",
    "samtykkjer du",
    "gjev du samtykke",
    "godtek du",
    "you agree",
    "you consent",
    "you accept",
];

/// With any of these in the sentence, it is something else.
const NEGATIONS: &[&str] =
    &["ikke", "ikkje", "not", "aldri", "never", "ingen", "no", "uten", "utan", "without"];

/// Right before a consent, these make it a real one: what happens hangs on it.
const ASKED_FOR: &[&str] = &[
    " hvis du",
    " dersom du",
    " om du",
    " når du",
    " viss du",
    " som du",
    " if you",
    " when you",
    " unless you",
    " once you",
    " after you",
];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits.iter().filter(|hit| !is_asked_for(reading, hit)) {
        let finding = RULE.at_span(reading.span_of(hit), say::consent_by_use(reading.words_of(hit)));
        found.push(finding.with_help(say::say_what_is_done_or_ask()));
    }
}

/// Whether the consent at the end of what was found is a condition of its own: “hvis du samtykker”.
fn is_asked_for(reading: &Reading<'_>, hit: &Hit) -> bool {
    let words = &reading.blocks[hit.block].folded[hit.range.clone()];
    let before = words.rsplit_once(' ').map_or("", |(before, _)| before);
    ASKED_FOR.iter().any(|condition| before.ends_with(condition))
}

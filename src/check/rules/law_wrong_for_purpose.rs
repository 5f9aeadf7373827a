//! # law-wrong-for-purpose
//!
//! ## What it finds
//! A law named as the basis of something that it says nothing of: the patient record on markedsføringsloven, a newsletter on
//! helsepersonelloven, accounts on pasientjournalloven. In `purposes.toml`, in `retention.toml`, and in one sentence of a text.
//!
//! ## Why it matters
//! GDPR Article 13(1)(c): the basis must be one that the reader can look up and find there. Pasientjournalloven §§ 8 and 25 and
//! helsepersonelloven § 39 are about the record, bokføringsloven § 13 about accounts, markedsføringsloven § 15 about newsletters, ekomloven
//! § 3-15 about cookies.
//!
//! ## Example
//! ```toml
//! [retention.journal]
//! what = "Pasientjournalen"
//! law = "markedsforingsloven"
//! ```
//!
//! ## How to fix it
//! Name the law that the finding proposes, after looking it up at Lovdata. What rests on no law of its own names none.

use crate::check::prose::{Hit, Saying, says_any};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::prose as say};
use crate::model::Id;
use crate::span::Span;

pub(super) static RULE: Rule = Rule {
    name: "law-wrong-for-purpose",
    severity: Severity::Warning,
    docs: include_str!("law_wrong_for_purpose.rs"),
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

/// A kind of thing that a purpose or a sentence is about, with the laws that say nothing of it.
struct Kind {
    /// Whole words; names of laws must not be among what they match.
    words: &'static [&'static str],
    /// Their numbers.
    wrong: &'static [&'static str],
    /// The number of one that says nothing of how long it is kept.
    wrong_for_retention: Option<&'static str>,
    name: fn() -> Message,
    /// The law that it rests on.
    law: &'static str,
}

const RECORDS_ACT: &str = "LOV-2014-06-20-42";
const PERSONNEL_ACT: &str = "LOV-1999-07-02-64";
const RIGHTS_ACT: &str = "LOV-1999-07-02-63";
const SPECIALIST_ACT: &str = "LOV-1999-07-02-61";
const MARKETING_ACT: &str = "LOV-2009-01-09-2";
const BOOKKEEPING_ACT: &str = "LOV-2004-11-19-73";
const ACCOUNTING_ACT: &str = "LOV-1998-07-17-56";
const COMMUNICATIONS_ACT: &str = "LOV-2024-12-13-76";
const COMMERCE_ACT: &str = "LOV-2003-05-23-35";

const KINDS: &[Kind] = &[
    Kind {
        words: &[
            "journal",
            "journalen",
            "journaler",
            "journalene",
            "journalar",
            "journalane",
            "journalføring",
            "journalføringen",
            "journalføringa",
            "pasientjournal",
            "pasientjournalen",
            "pasientjournaler",
            "patient record",
            "patient records",
            "medical record",
            "medical records",
        ],
        wrong: &[MARKETING_ACT, BOOKKEEPING_ACT, ACCOUNTING_ACT, COMMUNICATIONS_ACT, COMMERCE_ACT],
        wrong_for_retention: None,
        name: say::for_the_record,
        law: "helsepersonelloven § 39 og pasientjournalloven §§ 8, 25",
    },
    Kind {
        words: &[
            "regnskap",
            "regnskapet",
            "rekneskap",
            "rekneskapen",
            "bokføring",
            "bokføringen",
            "bilag",
            "bilagene",
            "faktura*",
            "regninger",
            "regningen",
            "regningene",
            "rekningar",
            "rekninga",
            "accounts",
            "accounting records",
            "bookkeeping",
            "invoice",
            "invoices",
        ],
        wrong: &[
            RECORDS_ACT,
            PERSONNEL_ACT,
            RIGHTS_ACT,
            SPECIALIST_ACT,
            MARKETING_ACT,
            COMMUNICATIONS_ACT,
            COMMERCE_ACT,
        ],
        wrong_for_retention: Some(ACCOUNTING_ACT),
        name: say::for_accounts,
        law: "bokføringsloven § 13",
    },
    Kind {
        words: &["nyhetsbrev*", "nyheitsbrev*", "nyhendebrev*", "newsletter*", "reklame", "advertising"],
        wrong: &[RECORDS_ACT, PERSONNEL_ACT, RIGHTS_ACT, SPECIALIST_ACT, BOOKKEEPING_ACT, ACCOUNTING_ACT],
        wrong_for_retention: None,
        name: say::for_newsletters,
        law: "markedsføringsloven § 15",
    },
    Kind {
        words: &["informasjonskaps*", "cookie*"],
        wrong: &[
            RECORDS_ACT,
            PERSONNEL_ACT,
            RIGHTS_ACT,
            SPECIALIST_ACT,
            BOOKKEEPING_ACT,
            ACCOUNTING_ACT,
            MARKETING_ACT,
        ],
        wrong_for_retention: None,
        name: say::for_cookies,
        law: "ekomloven § 3-15",
    },
];

/// The names of the laws, one saying each, and their numbers in [`NUMBERS`].
const SAYINGS: &[Saying] = &[
    named(&["pasientjournallov*", "patient records act"]),
    named(&["helsepersonellov*", "health personnel act"]),
    named(&[
        "pasient- og brukerrettighetslov*",
        "pasient- og brukarrettslov*",
        "patients' and users' rights act",
    ]),
    named(&["spesialisthelsetjenestelov*", "spesialisthelsetenestelov*", "specialist health services act"]),
    named(&["markedsføringslov*", "marknadsføringslov*", "marketing control act"]),
    named(&["bokføringslov*", "bookkeeping act"]),
    named(&["regnskapslov*", "rekneskapslov*", "accounting act"]),
    named(&["ekomlov*", "electronic communications act"]),
    named(&["ehandelslov*", "e-handelslov*"]),
];

const NUMBERS: [&str; SAYINGS.len()] = [
    RECORDS_ACT,
    PERSONNEL_ACT,
    RIGHTS_ACT,
    SPECIALIST_ACT,
    MARKETING_ACT,
    BOOKKEEPING_ACT,
    ACCOUNTING_ACT,
    COMMUNICATIONS_ACT,
    COMMERCE_ACT,
];

const fn named(starts: &'static [&'static str]) -> Saying {
    Saying { starts, then: &[], unless: OTHER_MATTERS }
}

/// A sentence with any of these speaks of more than a basis.
const OTHER_MATTERS: &[&str] = &[
    "ikke",
    "ikkje",
    "not",
    "never",
    "aldri",
    "taushet*",
    "teieplikt*",
    "tausheits*",
    "secrecy",
    "confidential*",
    "innsyn*",
    "access",
];

/// What stands right before the law on which something rests.
const RESTS_ON: &[&str] = &[
    "etter",
    "følger av",
    "følgjer av",
    "i henhold til",
    "jf.",
    "jf",
    "jamfør",
    "jfr.",
    "med hjemmel i",
    "med heimel i",
    "i medhold av",
    "basert på",
    "på grunnlag av",
    "grunnlag i",
    "bygger på",
    "byggjer på",
    "under",
    "under the",
    "pursuant to",
    "pursuant to the",
    "in accordance with the",
    "according to the",
    "required by the",
    "based on the",
];

/// Laws named in the texts for what they say nothing of; where a sentence names two kinds or two laws, which is for which is not known.
fn note(reading: &Reading<'_>, hits: &[Hit]) -> Vec<Mention> {
    let alone = |hit: &&Hit| {
        hits.iter().all(|other| other == *hit || (other.block, &other.sentence) != (hit.block, &hit.sentence))
    };
    let wrong = hits.iter().filter(alone).filter_map(|hit| {
        let text = &reading.blocks[hit.block].folded;
        let before = text[..hit.range.start].trim_end();
        // The name of the law is no kind of data, though “the Patient Records Act” sounds like one.
        let around = [&text[hit.sentence.start..hit.range.start], &text[hit.range.end..hit.sentence.end]];
        let kind = only_kind(around.into_iter())?;
        let is_basis =
            RESTS_ON.iter().any(|words| before.strip_suffix(words).is_some_and(|rest| rest.ends_with(' ')));
        // The duty of helsepersonelloven § 13 is about advertising too.
        let is_about_it = NUMBERS[hit.saying] == PERSONNEL_ACT
            && says_any(reading.sentence_of(hit), &["§ 13", "section 13"]);
        let is_wrong = is_basis && !is_about_it && KINDS[kind].wrong.contains(&NUMBERS[hit.saying]);
        is_wrong.then(|| Mention {
            span: reading.span_of(hit),
            what: format!("{kind}:{}", reading.words_of(hit)),
        })
    });
    wrong.collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    for mention in mentions {
        if let Some((kind, law)) = mention.what.split_once(':')
            && let Some(kind) = kind.parse::<usize>().ok().and_then(|index| KINDS.get(index))
        {
            report(kind, law, mention.span, found);
        }
    }
    let clinic = subject.clinic;
    let number_of = |law: &Id| clinic.laws.get(law.as_str()).map(|law| law.number.get().as_str());
    let is_wrong = |kind: &Kind, law: &Id| number_of(law).is_some_and(|number| kind.wrong.contains(&number));
    for purpose in &clinic.purposes.rows {
        let Some(kind) = only_kind(purpose.title.get().all()) else { continue };
        for basis in purpose.bases.get() {
            // The duty of helsepersonelloven § 13 is about advertising too.
            let is_about_it =
                basis.value.section.as_deref().is_some_and(|section| section.starts_with("§ 13"));
            if let Some(law) =
                basis.value.law.as_ref().filter(|law| !is_about_it && is_wrong(&KINDS[kind], &law.value))
            {
                report(&KINDS[kind], law.value.as_str(), law.span, found);
            }
        }
    }
    for retention in &clinic.retention.rows {
        let Some(law) = &retention.law else { continue };
        let Some(kind) = only_kind(retention.what.get().all()) else { continue };
        let number = number_of(law.get());
        let is_silent = number.is_some_and(|number| KINDS[kind].wrong_for_retention == Some(number));
        if is_silent || is_wrong(&KINDS[kind], law.get()) {
            report(&KINDS[kind], law.get().as_str(), law.origin().span, found);
        }
    }
}

fn report(kind: &Kind, law: &str, span: Span, found: &mut Diagnostics) {
    let headline = say::law_wrong_for_purpose(law, &(kind.name)());
    found.push(RULE.at_span(span, headline).with_help(say::write_the_law(kind.law)));
}

/// The one kind of thing that the texts speak of, by its place in [`KINDS`].
fn only_kind<'t>(texts: impl Iterator<Item = &'t str>) -> Option<usize> {
    let folded: Vec<String> = texts.map(str::to_lowercase).collect();
    let mut kinds =
        (0..KINDS.len()).filter(|kind| folded.iter().any(|text| says_any(text, KINDS[*kind].words)));
    kinds.next().filter(|_| kinds.next().is_none())
}

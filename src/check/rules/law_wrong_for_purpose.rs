//! A law named as the basis of something that it says nothing of: the patient record on markedsføringsloven,
//! a newsletter on helsepersonelloven, accounts on pasientjournalloven. In `purposes.toml`,
//! in `retention.toml`, and in one sentence of a text.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::texts::lists_said;
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::prose as say};
use crate::model::{Id, Language, SiteConfig, Text};
use crate::span::Span;

pub(super) static RULE: Rule = Rule {
    name: "law-wrong-for-purpose",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

/// A kind of thing that a purpose or a sentence is about, with the laws that say nothing of it.
struct Kind {
    /// The list of words that speak of it.
    list: &'static str,
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
        list: "about.record",
        wrong: &[MARKETING_ACT, BOOKKEEPING_ACT, ACCOUNTING_ACT, COMMUNICATIONS_ACT, COMMERCE_ACT],
        wrong_for_retention: None,
        name: say::for_the_record,
        law: "helsepersonelloven § 39 og pasientjournalloven §§ 8, 25",
    },
    Kind {
        list: "about.accounts",
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
        list: "about.newsletters",
        wrong: &[RECORDS_ACT, PERSONNEL_ACT, RIGHTS_ACT, SPECIALIST_ACT, BOOKKEEPING_ACT, ACCOUNTING_ACT],
        wrong_for_retention: None,
        name: say::for_newsletters,
        law: "markedsføringsloven § 15",
    },
    Kind {
        list: "about.cookies",
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

/// The list of words that speak of reports to registers and authorities.
const REGISTERS: &str = "about.registers";

/// The names of the laws, in a list called by its number each.
const SAYINGS: &[Saying] = &[Saying { starts: "laws", then: None, unless: &["other-matters"] }];

/// Laws named in the texts for what they say nothing of; if a sentence names two kinds or two laws,
/// which is for which is not known.
fn note(reading: &Reading<'_>, hits: &[PhraseHit]) -> Vec<Mention> {
    let alone = |hit: &&PhraseHit| {
        hits.iter().all(|other| other == *hit || (other.block, &other.sentence) != (hit.block, &hit.sentence))
    };
    let wrong = hits.iter().filter(alone).filter_map(|hit| {
        let number = hit.list.strip_prefix("laws.")?;
        let says = |list, range| reading.says(&RULE, list, hit.block, range);
        // The name of the law is not a kind of data, though “the Patient Records Act” sounds like one.
        let (before, after) = (hit.sentence.start..hit.range.start, hit.range.end..hit.sentence.end);
        let kind = only_kind(|list| says(list, &before) || says(list, &after))?;
        let end = reading.blocks[hit.block].text[..hit.range.start].trim_end().len();
        let is_basis = reading
            .places(&RULE, "rests-on")
            .any(|(block, place)| block == hit.block && place.end == end && end < hit.range.start);
        // The duty of helsepersonelloven § 13 is about advertising too.
        let is_about_it = number == PERSONNEL_ACT && says("section-13", &hit.sentence);
        let is_wrong = is_basis && !is_about_it && KINDS[kind].wrong.contains(&number);
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
        let languages = &subject.config.languages;
        let reports = lists_said(purpose.what_for.get(), languages, &RULE, "about").contains(REGISTERS);
        let Some(kind) = kind_of(purpose.title.get(), languages).filter(|_| !reports) else { continue };
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
        let Some(kind) = kind_of(retention.what.get(), &subject.config.languages) else { continue };
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

/// The one kind of thing that a text speaks of, by its place in [`KINDS`].
fn kind_of(text: &Text, languages: &[Language]) -> Option<usize> {
    let said = lists_said(text, languages, &RULE, "about");
    only_kind(|list| said.contains(list))
}

/// Whether a text speaks of patient records.
pub(super) fn is_about_the_record(text: &Text, config: &SiteConfig) -> bool {
    kind_of(text, &config.languages).is_some_and(|kind| KINDS[kind].list == "about.record")
}

/// Whether a text speaks of accounts.
pub(super) fn is_about_accounts(text: &Text, config: &SiteConfig) -> bool {
    kind_of(text, &config.languages).is_some_and(|kind| KINDS[kind].list == "about.accounts")
}

/// The one kind of thing that is spoken of; reports to registers have laws of their own, and whoever speaks
/// of them too may mean those.
fn only_kind(is_said: impl Fn(&'static str) -> bool) -> Option<usize> {
    let mut kinds = (0..KINDS.len()).filter(|kind| is_said(KINDS[*kind].list));
    kinds.next().filter(|_| kinds.next().is_none() && !is_said(REGISTERS))
}

//! # satisfies-nothing
//!
//! ## What it finds
//! A clause that says in `satisfies` which article it answers, and neither it nor another clause that says so speaks of that at all, in one of
//! its languages.
//!
//! ## Why it matters
//! GDPR Article 13: what is missing on the page is found by what the clauses say of themselves. A tag that stayed when the text was
//! replaced hides that nobody tells the patient of the right.
//!
//! ## Example
//! ```markdown
//! +++
//! satisfies = ["13(2)(c)"]
//! +++
//! # Nyhetsbrev
//!
//! Vi sender nyhetsbrev fire ganger i året.
//! ```
//!
//! ## How to fix it
//! Write of it in the text, or take the article out of `satisfies`, and answer it in another clause.

use crate::check::coverage::{Item, claims};
use crate::check::prose::{BlockKind, Hit, says_any};
use crate::check::texts::TextKind;
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::merge::{Clause, ClauseStep};
use crate::model::{Language, Resolved};
use crate::span::FileId;

pub(super) static RULE: Rule = Rule {
    name: "satisfies-nothing",
    severity: Severity::Warning,
    docs: include_str!("satisfies_nothing.rs"),
    looks: Looks::Mentions { sayings: &[], note, check },
};

/// Words of bokmål, nynorsk and English without one of which nobody can speak of an item; items that many words can speak of have none.
const WORDS: &[(Item, &[&str])] = &[
    (
        Item::Rights,
        &[
            "rett*",
            "innsyn*",
            "kopi*",
            "slett*",
            "begrens*",
            "avgrens*",
            "protest*",
            "motsett*",
            "reserver*",
            "innvend*",
            "portab*",
            "overfør*",
            "flytt*",
            "få med",
            "right*",
            "access*",
            "copy",
            "copies",
            "rectif*",
            "correct*",
            "eras*",
            "delet*",
            "restrict*",
            "object*",
            "transfer*",
            "move*",
        ],
    ),
    (Item::Complaint, &["klag*", "complain*"]),
    (
        Item::Withdrawal,
        &[
            "trekk*",
            "trekt",
            "trukk*",
            "tilbakekall*",
            "ombestem*",
            "meld*",
            "avmeld*",
            "stopp*",
            "withdr*",
            "unsubscri*",
            "opt out",
            "stop*",
        ],
    ),
    (
        Item::AutomatedDecisions,
        &[
            "automat*",
            "maskin*",
            "datamaskin*",
            "datasystem*",
            "profil*",
            "algoritm*",
            "menneske*",
            "machin*",
            "computer*",
            "algorithm*",
            "human*",
        ],
    ),
    (
        Item::Retention,
        &[
            "lagr*",
            "oppbevar*",
            "slett*",
            "tar vare",
            "tek vare",
            "ta vare",
            "behold*",
            "lenge",
            "lengre",
            "år",
            "måned*",
            "månad*",
            "dager",
            "dagar",
            "keep*",
            "kept",
            "stor*",
            "delet*",
            "retain*",
            "retention",
            "long",
            "longer",
            "year*",
            "month*",
            "days",
        ],
    ),
    (Item::Interests, &["interesse*", "interest*"]),
    (
        Item::DataProtectionOfficer,
        &["personvernombud*", "personvernombod*", "ombud*", "ombod*", "data protection officer*", "dpo"],
    ),
];

/// The languages that the words are in.
const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];
/// What is noted of a text that says anything at all.
const TEXT: &str = "text";

/// What a clause speaks of below its title.
fn note(reading: &Reading<'_>, _: &[Hit]) -> Vec<Mention> {
    let is_known = LANGUAGES.iter().any(|language| reading.is_in(language));
    let body = || reading.blocks.iter().filter(|block| block.kind != BlockKind::Heading);
    let Some(first) = body().next().filter(|_| is_known && matches!(reading.kind, TextKind::Clause(_)))
    else {
        return Vec::new();
    };
    let span = reading.span(first, &(0..first.text.len()));
    let names_officer =
        || body().flat_map(|block| &block.placeholders).any(|path| path.starts_with("contacts.dpo"));
    let speaks = |item: Item, words: &[&str]| {
        body().any(|block| says_any(&block.folded, words))
            || (item == Item::DataProtectionOfficer && names_officer())
    };
    let spoken = WORDS.iter().filter(|(item, words)| speaks(*item, words)).map(|(item, _)| item.word());
    [TEXT].into_iter().chain(spoken).map(|what| Mention { span, what: what.to_owned() }).collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let clinic = subject.clinic;
    let sections = clinic.documents.iter().flat_map(|document| &document.sections);
    let shown: Vec<&Clause<'_>> = sections.filter_map(|section| clinic.clauses.get(section.id)).collect();
    for language in &clinic.languages {
        for (item, _) in WORDS {
            check_item(*item, &shown, language, mentions, found);
        }
    }
}

/// Reports the first of the clauses that say they answer an item, if none of them does; one may say how to ask, and others for what.
fn check_item(
    item: Item,
    shown: &[&Clause<'_>],
    language: &Language,
    mentions: &[&Mention],
    found: &mut Diagnostics,
) {
    let claiming: Vec<&Clause<'_>> = shown.iter().copied().filter(|clause| claims(clause, item)).collect();
    let shows_table =
        |clause: &&Clause<'_>| clause.table.as_ref().is_some_and(|table| item.table() == Some(*table.get()));
    let files: Option<Vec<FileId>> =
        claiming.iter().flat_map(|clause| clause.live_steps()).map(|step| file(step, language)).collect();
    // A text that is missing in the language is reported as that, and so is one that could not be read.
    let Some(files) = files.filter(|_| !claiming.iter().any(shows_table)) else { return };
    let noted = |what: &str| {
        mentions.iter().find(|mention| files.contains(&mention.span.file) && mention.what == what)
    };
    let (Some(text), None) = (noted(TEXT), noted(item.word())) else { return };
    let clause = claiming
        .iter()
        .find(|clause| clause.live_steps().iter().any(|step| file(step, language) == Some(text.span.file)));
    let tags = clause.and_then(|clause| clause.satisfies.as_ref()).map(Resolved::get);
    let tag = tags.into_iter().flatten().find(|tag| item.is_answered_by(&tag.value));
    if let (Some(clause), Some(tag)) = (clause, tag) {
        let citation = tag.value.citation();
        let headline = say::satisfies_nothing(clause.id.as_str(), citation, language.as_str());
        let finding = RULE.at_span(text.span, headline).with_related(tag.span, say::says_it_answers());
        found.push(finding.with_help(say::write_it_or_take_the_tag_away(citation)));
    }
}

/// The file of a text in a language, if it is there and could be read.
fn file(step: &ClauseStep<'_>, language: &Language) -> Option<FileId> {
    step.input.texts.get(language).filter(|_| !step.input.faulty).map(|text| text.span.file)
}

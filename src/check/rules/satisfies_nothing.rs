//! A clause that says in `satisfies` which article it answers, and neither it nor another clause that says so
//! speaks of that at all, in one of its languages.

use crate::check::coverage::{Item, claims};
use crate::check::prose::{BlockKind, PhraseHit, TextBlock};
use crate::check::texts::TextKind;
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::merge::{Clause, ClauseStep};
use crate::model::{Language, Resolved};
use crate::span::FileId;

pub(super) static RULE: Rule = Rule {
    name: "satisfies-nothing",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: &[], note, check },
};

/// Items that cannot be spoken of without one of the words of a list, which is called as the item is.
const ITEMS: [Item; 7] = [
    Item::Rights,
    Item::Complaint,
    Item::Withdrawal,
    Item::AutomatedDecisions,
    Item::Retention,
    Item::Interests,
    Item::DataProtectionOfficer,
];

/// What is noted of a text that says anything at all.
const TEXT: &str = "text";

/// What a clause speaks of below its title.
fn note(reading: &Reading<'_>, _: &[PhraseHit]) -> Vec<Mention> {
    let is_known = reading.language.is_some_and(|language| !RULE.is_deaf_to(language));
    let is_body = |block: &TextBlock| block.kind != BlockKind::Heading;
    let mut body = reading.blocks.iter().filter(|block| is_body(block));
    let is_clause = matches!(reading.kind, TextKind::Clause(_));
    let Some(first) = body.next().filter(|_| is_known && is_clause) else { return Vec::new() };
    let span = reading.span(first, &(0..first.text.len()));
    let names_officer = std::iter::once(first)
        .chain(body)
        .flat_map(|block| &block.placeholders)
        .any(|path| path.starts_with("contacts.dpo"));
    let speaks = |item: &Item| {
        reading.places(&RULE, item.word()).any(|(index, _)| is_body(&reading.blocks[index]))
            || (*item == Item::DataProtectionOfficer && names_officer)
    };
    let spoken = ITEMS.iter().filter(|item| speaks(item)).map(|item| item.word());
    [TEXT].into_iter().chain(spoken).map(|what| Mention { span, what: what.to_owned() }).collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let clinic = subject.clinic;
    let sections = clinic.documents.iter().flat_map(|document| &document.sections);
    let shown: Vec<&Clause<'_>> = sections.filter_map(|section| clinic.clauses.get(section.id)).collect();
    for language in &clinic.languages {
        for item in ITEMS {
            check_item(item, &shown, language, mentions, found);
        }
    }
}

/// Reports the first of the clauses that say they answer an item, if none of them does;
/// one may say how to ask, and others for what.
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

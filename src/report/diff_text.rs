use std::collections::BTreeSet;

use super::diff::{DiffAnswer, key_of};
use super::draw::harmless;
use super::review::differences;
use crate::compare::{ComparedPart, FactDifference, PageDifference, TextDifference, Weight};
use crate::diagnostic::{Message, MessageLanguage, catalogue::diff as say};

/// How many names stand in one list.
const MOST_NAMES: usize = 12;

/// What would change, as people read it in a terminal: what is gone in `[-…-]`, what is new in `{+…+}`.
#[must_use]
pub fn diff_text(answer: &DiffAnswer, language: MessageLanguage) -> String {
    let said = |message: &Message| message.in_language(language).to_owned();
    let found = &answer.differences;
    let mut text = format!("{}\n", harmless(&said(&say::against(&answer.against))));
    if found.brands.is_empty() {
        text.push_str(&format!("{}\n", said(&say::nothing_differs())));
        return text;
    }
    let counted = say::brands_change(found.brands.len(), found.all_brands);
    text.push_str(&format!("{}: {}\n", said(&counted), names(&found.brands)));
    for (weight, heading) in [(Weight::Material, say::material()), (Weight::Editorial, say::editorial())] {
        let facts: Vec<_> = found.facts.iter().filter(|fact| fact.weight == weight).collect();
        let texts: Vec<_> = found.texts.iter().filter(|text| text.weight == weight).collect();
        if facts.is_empty() && texts.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{}\n", said(&heading)));
        for fact in facts {
            text.push_str(&fact_lines(answer, fact, language));
        }
        for passage in texts {
            text.push_str(&passage_lines(answer, passage, language));
        }
    }
    if !found.pages.is_empty() {
        text.push_str(&format!("\n{}\n", said(&say::pages_heading())));
        for page in &found.pages {
            let how = said(&how(page));
            let path =
                page.now.as_ref().or(page.then.as_ref()).map(|path| harmless(path)).unwrap_or_default();
            text.push_str(&format!("  {path}  {how}  {}\n", on(answer, &page.brands, language)));
        }
    }
    if !found.files.is_empty() {
        text.push_str(&format!("\n{}\n", said(&say::files_heading())));
        for file in &found.files {
            let note = if file.is_page { format!("  {}", said(&say::layout_alone())) } else { String::new() };
            text.push_str(&format!(
                "  {}{note}  {}\n",
                harmless(&file.file),
                on(answer, &file.brands, language)
            ));
        }
    }
    if !found.undated.is_empty() {
        let place =
            answer.dated_at.first().map(|place| format!(" ({})", harmless(place))).unwrap_or_default();
        text.push_str(&format!("\n{}{place}\n", said(&say::undated(found.undated.len()))));
    }
    text
}

/// What became of a page.
pub(super) fn how(page: &PageDifference) -> Message {
    match (&page.then, &page.now) {
        (Some(then), Some(_)) => say::moved_page(then),
        (None, _) => say::new_page(),
        (_, None) => say::gone_page(),
    }
}

fn fact_lines(answer: &DiffAnswer, fact: &FactDifference, language: MessageLanguage) -> String {
    let key = key_of(&fact.table, fact.row.as_deref(), fact.field.as_deref());
    let title = fact.title.as_ref().map(|title| format!(" ({})", harmless(title))).unwrap_or_default();
    let mut text =
        format!("  {}{title}  {}\n", harmless(&key), seen_on(answer, &key, &fact.brands, language));
    for (language_of_text, version) in fact.told() {
        let tag = language_of_text.map(|tag| format!("{tag}  ")).unwrap_or_default();
        text.push_str(&format!("    {tag}{}\n", change(&version.then, &version.now, language)));
    }
    text
}

fn passage_lines(answer: &DiffAnswer, passage: &TextDifference, language: MessageLanguage) -> String {
    let whole = |parts: &[ComparedPart]| parts.iter().map(|part| part.text.as_str()).collect::<String>();
    let section = passage.section.clone().unwrap_or_default();
    let heading = match (&passage.heading, &passage.section) {
        (Some(heading), Some(section)) => format!("{} ({})", harmless(heading), harmless(section)),
        (_, Some(section)) => harmless(section),
        _ => names(&passage.pages),
    };
    let (then, now) = (whole(&passage.then), whole(&passage.now));
    let seen = seen_on(answer, &section, &passage.brands, language);
    format!("  {heading}  {seen}\n    {}\n", change(&then, &now, language))
}

/// What differs between two texts, by word; a whole text that came or went says so.
fn change(then: &str, now: &str, language: MessageLanguage) -> String {
    let said = |message: Message| message.in_language(language).to_owned();
    match (then, now) {
        ("", now) => format!("{}: {}", said(say::came()), harmless(now)),
        (then, "") => format!("{}: {}", said(say::went()), harmless(then)),
        (then, now) => harmless(&differences(then, now)),
    }
}

fn seen_on(answer: &DiffAnswer, key: &str, brands: &BTreeSet<String>, language: MessageLanguage) -> String {
    let shielded: BTreeSet<String> =
        answer.shielded_from(key, brands).into_iter().map(str::to_owned).collect();
    let own = if shielded.is_empty() {
        String::new()
    } else {
        format!("; {}", say::with_own(&names(&shielded)).in_language(language))
    };
    format!("{}{own}", on(answer, brands, language))
}

fn on(answer: &DiffAnswer, brands: &BTreeSet<String>, language: MessageLanguage) -> String {
    match brands.len() {
        1 => names(brands),
        count => say::on_brands(count, answer.differences.all_brands).in_language(language).to_owned(),
    }
}

fn names(all: &BTreeSet<String>) -> String {
    let shown: Vec<String> = all.iter().take(MOST_NAMES).map(|name| harmless(name)).collect();
    let more = all.len().checked_sub(MOST_NAMES).filter(|more| *more > 0);
    shown.join(", ") + &more.map(|more| format!(" … +{more}")).unwrap_or_default()
}

//! Words of nynorsk in a text in bokmål, or the other way round: two different ones or more,
//! in one text or in several of one page.

use std::collections::BTreeMap;

use crate::check::mentions::files_of;
use crate::check::prose::PhraseHit;
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::prose as say};
use crate::model::Language;
use crate::span::FileId;

pub(super) static RULE: Rule = Rule {
    name: "mixed-norwegian",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: &[], note, check },
};

/// Words of the other language, each once, headed by the language of the text.
fn note(reading: &Reading<'_>, _: &[PhraseHit]) -> Vec<Mention> {
    let language = reading.language.map_or("", Language::as_str);
    let foreign = match language {
        "nb" => "nynorsk",
        "nn" => "bokmal",
        _ => return Vec::new(),
    };
    let mut noted: Vec<Mention> = Vec::new();
    for (block, place) in reading.places(&RULE, foreign) {
        let block = &reading.blocks[block];
        // A capital within a sentence is that of a name.
        let begins = block.text[block.sentence(place.start).start..place.start].trim().is_empty();
        if !begins && block.text[place.clone()].starts_with(char::is_uppercase) {
            continue;
        }
        let what = format!("{language}:{}", &block.folded[place.clone()]);
        if noted.iter().all(|known| known.what != what) {
            noted.push(Mention { span: reading.span(block, place), what });
        }
    }
    noted
}

/// Two words are not a slip: within a text, or one in each of two texts on a page. One alone may be a name.
fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let mut by_file: BTreeMap<FileId, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions {
        let of_file = by_file.entry(mention.span.file).or_default();
        // A clause that is on two pages is noted twice.
        if !of_file.contains(mention) {
            of_file.push(mention);
        }
    }
    for words in by_file.values() {
        report(words, [say::is_nynorsk, say::is_bokmal], found);
    }
    for document in &subject.clinic.documents {
        let alone = |file: &FileId| by_file.get(file).filter(|words| words.len() == 1).map(|words| words[0]);
        let slips: Vec<&Mention> = files_of(subject.clinic, document).iter().filter_map(alone).collect();
        for language in ["nb:", "nn:"] {
            let mut of_page: Vec<&Mention> = Vec::new();
            for slip in slips.iter().filter(|slip| slip.what.starts_with(language)) {
                if of_page.iter().all(|known| known.what != slip.what) {
                    of_page.push(slip);
                }
            }
            report(&of_page, [say::page_is_nynorsk, say::page_is_bokmal], found);
        }
    }
}

/// Reports the first two of the words; the headlines are for a text in bokmål and for one in nynorsk.
fn report(words: &[&Mention], headlines: [fn(&str, &str) -> Message; 2], found: &mut Diagnostics) {
    let [first, second, ..] = words else { return };
    let word =
        |mention: &Mention| mention.what.split_once(':').map_or(String::new(), |(_, word)| word.to_owned());
    let [in_bokmal, in_nynorsk] = headlines;
    let headline = if first.what.starts_with("nb:") { in_bokmal } else { in_nynorsk };
    let finding = RULE.at_span(first.span, headline(&word(first), &word(second)));
    found.push(
        finding
            .with_related(second.span, say::and_this_word())
            .with_help(say::write_in_the_language_of_the_file()),
    );
}

//! # mixed-norwegian
//!
//! ## What it finds
//! Words of nynorsk in a text in bokmål, or the other way round: two different ones or more, in one text or in several of one page.
//!
//! ## Why it matters
//! The file’s name says which language it is in, and a screen reader and a hyphenation go by that. GDPR Article 12(1) asks for
//! plain language, and two written languages in one text is none.
//!
//! ## Example
//! ```markdown
//! Vi veit ikkje alt, men vi svarer deg ikke sjeldan.
//! ```
//!
//! ## How to fix it
//! Write the words in the language of the file. A text in the other language goes into its own file, `….nn.md`.

use std::collections::BTreeMap;

use crate::check::mentions::files_of;
use crate::check::prose::Hit;
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::prose as say};
use crate::span::FileId;

pub(super) static RULE: Rule = Rule {
    name: "mixed-norwegian",
    severity: Severity::Warning,
    docs: include_str!("mixed_norwegian.rs"),
    looks: Looks::Mentions { sayings: &[], note, check },
};

/// Words that only bokmål has.
const BOKMAL: &[&str] = &[
    "ikke",
    "jeg",
    "hva",
    "hvorfor",
    "hvordan",
    "hvem",
    "hver",
    "hvert",
    "hvilke",
    "hvilken",
    "hvilket",
    "fra",
    "noen",
    "noe",
    "bare",
    "selv",
    "være",
    "gjøre",
    "gjør",
    "kommer",
    "mye",
    "disse",
    "deres",
    "dere",
    "mens",
    "uten",
    "et",
    "opplysninger",
    "opplysningene",
    "personopplysninger",
    "helseopplysninger",
    "informasjonskapsler",
    "rettigheter",
    "rettighetene",
    "behandler",
    "lagrer",
    "sletter",
    "bruker",
];

/// Words that only nynorsk has.
const NYNORSK: &[&str] = &[
    "ikkje",
    "eg",
    "kva",
    "kvifor",
    "korleis",
    "kven",
    "kvar",
    "kvart",
    "frå",
    "nokon",
    "noko",
    "nokre",
    "berre",
    "sjølv",
    "vere",
    "vore",
    "gjere",
    "gjer",
    "kjem",
    "mykje",
    "desse",
    "dykk",
    "dykkar",
    "medan",
    "utan",
    "eit",
    "ein",
    "opplysningar",
    "opplysningane",
    "personopplysningar",
    "helseopplysningar",
    "informasjonskapslar",
    "rettar",
    "rettane",
    "behandlar",
    "lagrar",
    "slettar",
    "brukar",
    "følgje",
    "tenester",
    "tenesta",
    "hjå",
    "difor",
    "òg",
];

/// Words of the other language, each once, headed by the language of the text.
fn note(reading: &Reading<'_>, _: &[Hit]) -> Vec<Mention> {
    let (own, foreign) = match reading.language.map(crate::model::Language::as_str) {
        Some("nb") => (BOKMAL, NYNORSK),
        Some("nn") => (NYNORSK, BOKMAL),
        _ => return Vec::new(),
    };
    let language = reading.language.map_or("", crate::model::Language::as_str);
    let mut noted: Vec<Mention> = Vec::new();
    for block in &reading.blocks {
        for range in block.words() {
            let word = &block.folded[range.clone()];
            let what = || format!("{language}:{word}");
            if foreign.contains(&word)
                && !own.contains(&word)
                && noted.iter().all(|known| known.what != what())
            {
                noted.push(Mention { span: reading.span(block, &range), what: what() });
            }
        }
    }
    noted
}

/// Two words are no slip: within a text, or one in each of two texts on a page. One alone may be a name.
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

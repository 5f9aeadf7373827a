//! # mixed-norwegian
//!
//! ## What it finds
//! Words of nynorsk in a text in bokmål, or the other way round: two different ones or more.
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

use crate::check::prose::Hit;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::prose as say};
use crate::span::Span;

pub(super) static RULE: Rule = Rule {
    name: "mixed-norwegian",
    severity: Severity::Warning,
    docs: include_str!("mixed_norwegian.rs"),
    looks: Looks::Prose(&[], check),
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

fn check(reading: &Reading<'_>, _: &[Hit], found: &mut Diagnostics) {
    let own_and_foreign = match reading.language.map(crate::model::Language::as_str) {
        Some("nb") => Some((BOKMAL, NYNORSK, say::is_nynorsk as fn(&str, &str) -> Message)),
        Some("nn") => Some((NYNORSK, BOKMAL, say::is_bokmal as fn(&str, &str) -> Message)),
        _ => None,
    };
    let Some((own, foreign, headline)) = own_and_foreign.filter(|_| reading.is_prose()) else { return };
    let mut places: Vec<(&str, Span)> = Vec::new();
    for block in &reading.blocks {
        for range in block.words() {
            let word = &block.folded[range.clone()];
            let is_new = places.iter().all(|(known, _)| *known != word);
            if is_new && foreign.contains(&word) && !own.contains(&word) {
                places.push((word, reading.span(block, &range)));
            }
        }
    }
    if let [(first, place), (second, other), ..] = places.as_slice() {
        let finding =
            RULE.at_span(*place, headline(first, second)).with_related(*other, say::and_this_word());
        found.push(finding.with_help(say::write_in_the_language_of_the_file()));
    }
}

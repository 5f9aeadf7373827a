//! A text that is in another language than its file says.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::check::prose::{PhraseHit, TextBlock};
use crate::check::texts::TextKind;
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::Language;

pub(super) static RULE: Rule =
    Rule { name: "other-language", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

/// Fewer words than these may be a name.
const LEAST_WORDS: usize = 8;

/// Small words of each language. A word that another of them has too, be it in another meaning, stands there
/// as well: `der` and `blir` speak for no neighbour.
const WORDS: [(&str, &str); 6] = [
    (
        "nb",
        "jeg ikke hva av deg oss dere etter fra noen bli blir våre er og til når opplysninger opplysningene å eller \
         som det den de du vi på med om din har kan hos for der die and be is or not ett mot selv bare dem os",
    ),
    (
        "nn",
        "eg ikkje kva av deg oss dykk etter frå nokon bli blir våre er og til når opplysningar opplysningane å eller \
         som det den de du vi på med om din har kan hos for der die and be is or not att ett mot sjølv berre dei os",
    ),
    ("en", "the and of is are you your we our with not this that if or be from for have om"),
    (
        "sv",
        "och är inte att ett från dig oss när också eller efter uppgifter vad någon för blir bli av er till våra dina \
         inom genom som det den de du vi på med om din har kan hos där be is mot själv bara dem mig sig",
    ),
    (
        "da",
        "jeg ikke hvad af dig os jer efter fra nogen noget blive bliver vores er og til når oplysninger eller uden gør \
         gøre brug bruger videregiver som det den de du vi på med om din har kan hos for der die and be is mit have mod \
         selv dem mig sig",
    ),
    ("de", "und der die das ist sind nicht wir sie ihre ihrer mit von für werden wird oder auf daten um den"),
];

/// Fewer words than these say nothing, even in a short text of a table.
const LEAST_OF_FIELD: usize = 4;

/// The languages that have each of these words, one bit for each in the order above.
static LANGUAGES_OF: LazyLock<BTreeMap<&str, u8>> = LazyLock::new(|| {
    let mut languages_of: BTreeMap<&str, u8> = BTreeMap::new();
    for (language, (_, words)) in WORDS.iter().enumerate() {
        words.split_whitespace().for_each(|word| *languages_of.entry(word).or_default() |= 1 << language);
    }
    languages_of
});

/// How many words there are, and how many of them speak for each language against the text's own,
/// and for its own against that.
#[derive(Clone, Copy, Default)]
struct WordCount {
    words: usize,
    theirs: [usize; WORDS.len()],
    ours: [usize; WORDS.len()],
}

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    let own = reading.language.map(Language::as_str);
    let Some(own) = WORDS.iter().position(|(language, _)| Some(*language) == own) else { return };
    let counts: Vec<WordCount> = reading.blocks.iter().map(|block| WordCount::of(block, own)).collect();
    // A paragraph that is told of for itself stands where it is; short ones are looked at together.
    let each = reading.blocks.iter().zip(&counts);
    let mut other: Vec<(&TextBlock, &str)> = each
        .filter_map(|(block, count)| Some((block, count.other_language(own, is_a_field(reading))?)))
        .collect();
    if other.is_empty() {
        let together = counts.into_iter().fold(WordCount::default(), WordCount::and);
        other.extend(reading.blocks.first().zip(together.other_language(own, false)));
    }
    for (block, other) in other {
        let span = reading.span(block, &(0..block.text.len()));
        let finding = RULE.at_span(span, say::text_in_other_language(WORDS[own].0, other));
        found.push(finding.with_help(say::translate_it()));
    }
}

/// Whether it is a sentence out of a table; a name may be in any language.
fn is_a_field(reading: &Reading<'_>) -> bool {
    matches!(reading.kind, TextKind::Field { name, .. } if !["name", "set_by", "title"].contains(&name))
}

impl WordCount {
    fn of(block: &TextBlock, own: usize) -> Self {
        let mut count = Self::default();
        for word in block.words() {
            count.words += 1;
            let Some(languages) = LANGUAGES_OF.get(&block.folded[word]) else { continue };
            let has = |language: usize| languages & 1 << language != 0;
            for language in 0..WORDS.len() {
                count.theirs[language] += usize::from(has(language) && !has(own));
                count.ours[language] += usize::from(has(own) && !has(language));
            }
        }
        count
    }

    fn and(self, other: Self) -> Self {
        let sums = |one: [usize; WORDS.len()], two: [usize; WORDS.len()]| {
            std::array::from_fn(|language| one[language] + two[language])
        };
        let (theirs, ours) = (sums(self.theirs, other.theirs), sums(self.ours, other.ours));
        Self { words: self.words + other.words, theirs, ours }
    }

    /// The language that a text of these words is in, if it is another than its own.
    fn other_language(self, own: usize, is_short: bool) -> Option<&'static str> {
        if self.words < if is_short { LEAST_OF_FIELD } else { LEAST_WORDS } {
            return None;
        }
        let least = if self.words < LEAST_WORDS { 2 } else { 3 };
        // The two forms of Norwegian are held apart word by word, by another rule.
        let is_form = |language: usize| ["nb", "nn"].contains(&WORDS[language].0);
        let others = (0..WORDS.len()).filter(|other| *other != own && !(is_form(*other) && is_form(own)));
        others
            .filter(|other| self.theirs[*other] >= least && self.theirs[*other] > 3 * self.ours[*other])
            .min_by_key(|other| std::cmp::Reverse(self.theirs[*other]))
            .map(|other| WORDS[other].0)
    }
}

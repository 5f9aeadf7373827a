//! The group's own rules on wording: where texts have words that are not used.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::prose::{Found, PhraseIndex, TextBlock};
use super::texts::Reading;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, Severity, catalogue::house as say};
use crate::model::{HousePhrase, HouseRule, HouseRules, HouseWording, Language, Level};
use crate::span::Located;

/// The words of all house rules, ready to be found in texts of each language.
#[derive(Debug, Default)]
pub struct HouseWords<'r> {
    by_language: BTreeMap<&'r Language, WordsOfLanguage<'r>>,
}

#[derive(Debug)]
struct WordsOfLanguage<'r> {
    index: PhraseIndex,
    /// What each list of the index holds.
    lists: Vec<HouseList<'r>>,
}

/// Words of a rule; with no phrase, an exception.
#[derive(Debug)]
struct HouseList<'r> {
    rule: &'r HouseRule,
    phrase: Option<&'r HousePhrase>,
    words: &'r str,
}

impl<'r> HouseWords<'r> {
    /// The words of these rules.
    #[must_use]
    pub fn of(rules: &'r HouseRules) -> Self {
        let mut lists: BTreeMap<&Language, Vec<HouseList<'_>>> = BTreeMap::new();
        for rule in rules.values().filter(|rule| rule.level != Level::Off) {
            for (language, wording) in &rule.wordings {
                let phrases = wording.phrases.iter().map(|phrase| (Some(phrase), &phrase.words));
                let words = phrases.chain(wording.exceptions.iter().map(|words| (None, words)));
                let list = |(phrase, words): (_, &'r Located<String>)| HouseList {
                    rule,
                    phrase,
                    words: &words.value,
                };
                lists.entry(language).or_default().extend(words.map(list));
            }
        }
        let words = |(language, lists): (&'r Language, Vec<HouseList<'r>>)| {
            let index = PhraseIndex::new(lists.iter().enumerate().map(|(id, list)| (id, list.words)));
            (language, WordsOfLanguage { index, lists })
        };
        Self { by_language: lists.into_iter().map(words).collect() }
    }

    /// Reports the words of a text that the rules do not use in a language.
    pub(super) fn check(&self, reading: &Reading<'_>, language: &Language, found: &mut Diagnostics) {
        let Some(words) = self.by_language.get(language) else { return };
        for (index, block) in reading.blocks.iter().enumerate() {
            for (rule, phrase, range) in words.meant_in(index, block) {
                let written = &block.text[range.clone()];
                let finding = Diagnostic {
                    severity: if rule.level == Level::Error { Severity::Error } else { Severity::Warning },
                    ..Diagnostic::error(
                        rule.name.to_string(),
                        reading.span(block, &range),
                        say::house_rule(written),
                    )
                };
                let instead =
                    phrase.instead.as_ref().map(|instead| say::write_instead(&like(written, instead)));
                found.push(finding.with_label(rule.reason_in_both()).with_help(instead));
            }
        }
    }
}

impl<'r> WordsOfLanguage<'r> {
    /// What stands in a block and is not meant; of what a rule finds in the same words,
    /// the first and longest.
    fn meant_in(
        &self,
        index: usize,
        block: &TextBlock,
    ) -> Vec<(&'r HouseRule, &'r HousePhrase, Range<usize>)> {
        let mut found = Vec::new();
        self.index.find_in(index, block, &mut found);
        let listed = |place: &Found| &self.lists[place.list];
        let is_excepted = |place: &Found| {
            let covers =
                |other: &Found| other.range.start <= place.range.start && other.range.end >= place.range.end;
            let is_of_rule = |other: &Found| listed(other).rule.name == listed(place).rule.name;
            found.iter().any(|other| listed(other).phrase.is_none() && is_of_rule(other) && covers(other))
        };
        let phrase = |place: &Found| Some((listed(place).rule, listed(place).phrase?, place.range.clone()));
        let mut phrases: Vec<_> =
            found.iter().filter(|place| !is_excepted(place)).filter_map(phrase).collect();
        phrases.sort_by_key(|(rule, _, range)| (&rule.name, range.start, Reverse(range.end)));
        phrases.dedup_by(|(rule, _, range), (before, _, longest)| {
            rule.name == before.name && range.start < longest.end
        });
        phrases
    }
}

impl HouseRule {
    /// The reason in the languages of messages; each stands in for the other if the group wrote only one.
    fn reason_in_both(&self) -> Message {
        let [nb, en] = ["nb", "en"].map(|language| self.reason_in(language));
        Message::of_names(nb, en)
    }

    /// The reason in a language, else in any.
    #[must_use]
    pub fn reason_in(&self, language: &str) -> &str {
        let mut texts = self.reason.each();
        let is_in = |known: Option<&Language>| known.is_none_or(|known| known.as_str() == language);
        let own = self.reason.each().find(|(known, _)| is_in(*known));
        own.or_else(|| texts.next()).map_or("", |(_, words)| words.value.as_str())
    }
}

/// What to write instead, with a capital letter if the words that were found have one.
fn like(written: &str, instead: &str) -> String {
    let mut letters = instead.chars();
    match letters.next() {
        Some(first) if written.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => instead.to_owned(),
    }
}

/// Checks the house rules themselves: that none is called as something else is,
/// and that every exception can apply.
pub fn check_house_rules(rules: &HouseRules, is_taken: impl Fn(&str) -> bool, found: &mut Diagnostics) {
    for rule in rules.values() {
        if is_taken(rule.name.as_str()) {
            let taken = Diagnostic::error("invalid-value", rule.span, say::name_is_taken(rule.name.as_str()));
            found.push(taken.with_help(say::call_the_file_otherwise()));
        }
        for exception in rule.wordings.values().flat_map(HouseWording::useless_exceptions) {
            let useless = Diagnostic::error(
                "invalid-value",
                exception.span,
                say::exception_never_fits(&exception.value),
            );
            found.push(useless.with_help(say::write_words_with_the_exception()));
        }
    }
}

impl HouseWording {
    fn useless_exceptions(&self) -> impl Iterator<Item = &Located<String>> {
        let index = PhraseIndex::new(self.phrases.iter().map(|phrase| (0, phrase.words.value.as_str())));
        self.exceptions.iter().filter(move |words| {
            let text = words.value.trim_end_matches('*');
            let mut found = Vec::new();
            index.find_in(0, &TextBlock::of_field(text, 0..text.len(), true), &mut found);
            found.is_empty()
        })
    }
}

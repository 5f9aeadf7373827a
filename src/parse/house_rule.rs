use std::collections::BTreeMap;

use super::sorted::{ContentFile, unknown_file};
use super::toml::read_toml_file;
use crate::diagnostic::catalogue::content::{write_a_list, write_a_text};
use crate::diagnostic::{Diagnostic, catalogue::house as say};
use crate::model::{
    HousePhrase, HouseRule, HouseRules, HouseWording, Id, Language, Level, Line, Node, NodeKind, Reader,
    TableReader, Text, TextValue, Value,
};
use crate::span::{Located, Span};

/// Reads the house rules, a file each.
pub(super) fn parse_house_rules(files: &[ContentFile<'_>], reader: &mut Reader<'_>) -> HouseRules {
    let mut rules = HouseRules::new();
    for ContentFile { id, file, rest } in files {
        let Some(name) = rest.strip_suffix(".toml").filter(|name| !name.contains('/')) else {
            let meant = rest.split_once('.').map_or(*rest, |(name, _)| name);
            unknown_file(*id, file, &[&format!("{meant}.toml")], rest, reader.found);
            continue;
        };
        let span = Span::start_of(*id);
        match Id::parse(name) {
            Ok(name) => {
                let (rule, _) = read_toml_file(*id, file, reader, |root, reader| {
                    read_house_rule(name.clone(), root, span, reader)
                });
                rules.extend(rule.map(|rule| (name, rule)));
            }
            Err(invalid) => reader.invalid(span, invalid),
        }
    }
    rules
}

fn read_house_rule(name: Id, root: &Node, span: Span, reader: &mut Reader<'_>) -> Option<HouseRule> {
    let mut table = TableReader::open(root, reader)?;
    let reason = table.required::<Text>("reason");
    let level = table.field::<Level>("level");
    let [avoid, instead, except] = ["avoid", "instead", "except"].map(|key| table.node(key));
    table.finish(&[]);
    let mut wordings: BTreeMap<Language, HouseWording> = BTreeMap::new();
    for (language, node) in by_language(avoid, reader) {
        let phrases = read_list(node, reader).into_iter().map(|words| HousePhrase { words, instead: None });
        wordings.entry(language).or_default().phrases.extend(phrases);
    }
    for (language, node) in by_language(instead, reader) {
        wordings.entry(language).or_default().phrases.extend(read_substitutions(node, reader));
    }
    for (language, node) in by_language(except, reader) {
        wordings.entry(language).or_default().exceptions.extend(read_list(node, reader));
    }
    if avoid.is_none() && instead.is_none() {
        let missing = Diagnostic::error("missing-key", span, say::rule_without_words());
        reader.found.push(missing.with_help(say::write_words_to_avoid()));
    }
    for wording in wordings.values() {
        let phrases = wording.phrases.iter().map(|phrase| &phrase.words);
        report_repeated(phrases, reader);
        report_repeated(wording.exceptions.iter(), reader);
    }
    let level = level.map_or(Level::Warning, |level| level.value);
    Some(HouseRule { name, span, level, reason: reason?.value, wordings })
}

/// What stands under the language of each key; a language that the site does not have is reported.
fn by_language<'n>(node: Option<&'n Node>, reader: &mut Reader<'_>) -> Vec<(Language, &'n Node)> {
    let Some(node) = node else { return Vec::new() };
    let NodeKind::Table(entries) = &node.kind else {
        reader.wrong_kind(node, say::write_a_language_first());
        return Vec::new();
    };
    let known = entries.iter().filter_map(|entry| Some((reader.language_of(&entry.key)?, &entry.value)));
    known.collect()
}

fn read_list(node: &Node, reader: &mut Reader<'_>) -> Vec<Located<String>> {
    let NodeKind::List(items) = &node.kind else {
        reader.wrong_kind(node, write_a_list());
        return Vec::new();
    };
    if items.is_empty() {
        let empty = Diagnostic::error("invalid-value", node.span, say::list_without_words());
        reader.found.push(empty.with_help(say::write_words_or_take_the_key_away()));
    }
    let phrase = |item: &Node| {
        let NodeKind::Text(text) = &item.kind else {
            reader.wrong_kind(item, write_a_text());
            return None;
        };
        read_phrase(text, item.span, reader)
    };
    items.iter().filter_map(phrase).collect()
}

fn read_substitutions(node: &Node, reader: &mut Reader<'_>) -> Vec<HousePhrase> {
    let NodeKind::Table(entries) = &node.kind else {
        reader.wrong_kind(node, say::write_the_words_and_what_instead());
        return Vec::new();
    };
    if entries.is_empty() {
        let empty = Diagnostic::error("invalid-value", node.span, say::list_without_words());
        reader.found.push(empty.with_help(say::write_words_or_take_the_key_away()));
    }
    let read = entries.iter().filter_map(|entry| {
        let words = read_phrase(&entry.key.value, entry.key.span, reader);
        let instead = Line::read(&entry.value, reader)?;
        Some(HousePhrase { words: words?, instead: Some(instead.as_str().to_owned()) })
    });
    read.collect()
}

/// A phrase in small letters, with single spaces; `*` may stand only at its end.
fn read_phrase(text: &str, span: Span, reader: &mut Reader<'_>) -> Option<Located<String>> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let plain = words.strip_suffix('*').unwrap_or(&words);
    if plain.trim().is_empty() {
        let blank = Diagnostic::error("invalid-value", span, say::words_are_blank());
        reader.found.push(blank.with_help(say::write_words_or_take_the_key_away()));
        return None;
    }
    if plain.contains('*') {
        let star = Diagnostic::error("invalid-value", span, say::star_within_words(&words));
        reader.found.push(star.with_help(say::write_the_star_last()));
        return None;
    }
    Some(Located::new(words, span))
}

fn report_repeated<'w>(words: impl Iterator<Item = &'w Located<String>>, reader: &mut Reader<'_>) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for Located { value, span } in words {
        if let Some(known) = first.insert(value, *span) {
            let twice = Diagnostic::error("invalid-value", *span, say::words_stand_twice(value));
            reader
                .found
                .push(twice.with_related(known, say::first_here()).with_help(say::keep_one_of_them()));
        }
    }
}

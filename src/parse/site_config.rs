use std::collections::BTreeMap;

use jiff::civil::Date;

use super::languages::each_once;
use super::meant::as_meant;
use super::slipped::{Tables, lift_slipped_keys};
use super::toml::read_toml_file;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say};
use crate::model::reader::listed;
use crate::model::{
    CalendarDate, Entry, HostPaths, Id, Invalid, Language, Level, Line, Node, NodeKind, Reader, SiteConfig,
    TableReader, TextValue, Value,
};
use crate::source::SourceFile;
use crate::span::{FileId, Located, Span};

/// The format of the content that this program reads.
const FORMAT: &str = "1";

/// The keys of the file itself.
const KEYS: &[&str] = &["languages", "example", "draft", "theme", "output"];

/// All keys and tables.
const ALL_KEYS: &[&str] = &[
    "format",
    "languages",
    "example",
    "draft",
    "theme",
    "output",
    "fallback",
    "hosting",
    "levels",
    "security_txt",
];

/// The tables, each with its own keys; those of the other two are languages and rules.
const TABLES: Tables = &[
    ("security_txt", &["expires"]),
    ("hosting", &["root", "certificates", "challenges"]),
    ("fallback", &[]),
    ("levels", &[]),
];

/// Reads `site.toml`.
///
/// Returns None if the format is a newer one or the languages cannot be read: what the rest of
/// the content means hangs on both. A fault in another key leaves the plainest value in its place,
/// so that everything else is read too.
pub fn parse_site_config(file: FileId, source: &SourceFile, found: &mut Diagnostics) -> Option<SiteConfig> {
    let mut reader = Reader { languages: &[], found };
    let (read, whole) = read_toml_file(file, source, &mut reader, |root, reader| {
        let readable = source.fault.is_none() && format_is_known(root, reader);
        readable.then(|| read_config(root, Span::start_of(file), reader)).flatten()
    });
    let (config, example) = read?;
    // That it is an example may stand in what could not be read;
    // then the lack of what an example may leave out is not a second fault.
    Some(SiteConfig { example: example.unwrap_or(!whole), ..config })
}

/// The settings, and whether it is an example, if that is said.
fn read_config(root: &Node, span: Span, reader: &mut Reader<'_>) -> Option<(SiteConfig, Option<bool>)> {
    let root = as_meant(root, ALL_KEYS, &[], reader).into_owned();
    let root = lift_slipped_keys(root, KEYS, TABLES, reader);
    let mut table = TableReader::open(&root, reader)?;
    table.node("format");
    let languages = table.required::<Vec<Located<Language>>>("languages");
    let example = table.field::<bool>("example");
    let draft = table.field::<bool>("draft");
    let theme = table.field::<Id>("theme");
    let output = table.field::<Line>("output");
    let fallback = table.node("fallback");
    let levels = table.node("levels");
    let hosting = table.field::<HostPaths>("hosting");
    let expires = table.required::<SecurityTxt>("security_txt");
    table.finish(&[]);
    let languages = languages?;
    // A language that could not be read is one that texts are in; nothing can be said of those.
    let listed = table_length(&root, "languages");
    if listed.is_some_and(|listed| listed > languages.value.len()) {
        return None;
    }
    if languages.is_empty() {
        reader.found.push(Diagnostic::error("invalid-value", languages.span, say::no_languages()));
        return None;
    }
    let languages_span = languages.span;
    let languages = each_once(languages.value, reader);
    let config = SiteConfig {
        span,
        fallback: fallback.map(|node| read_fallback(node, &languages, reader)).unwrap_or_default(),
        hosting: hosting.map(|hosting| hosting.value).unwrap_or_default(),
        levels: levels.map(|node| read_levels(node, reader)).unwrap_or_default(),
        languages,
        languages_span,
        example: false,
        draft: draft.is_some_and(|draft| draft.value),
        theme,
        output: output.and_then(|output| read_output(&output, reader)).unwrap_or_else(|| "public".to_owned()),
        security_txt_expires: expires.map_or(Located::new(Date::MAX, span), |expires| expires.value.expires),
    };
    Some((config, example.map(|example| example.value)))
}

/// How many items a list has, good ones or not.
fn table_length(root: &Node, key: &str) -> Option<usize> {
    let NodeKind::Table(entries) = &root.kind else { return None };
    match &entries.iter().find(|entry| entry.key.value == key)?.value.kind {
        NodeKind::List(items) => Some(items.len()),
        _ => None,
    }
}

/// `[levels]`; whether there are such rules is asked when they are all known.
fn read_levels(node: &Node, reader: &mut Reader<'_>) -> BTreeMap<String, Located<Level>> {
    let NodeKind::Table(entries) = &node.kind else {
        reader.wrong_kind(node, say::write_a_table());
        return BTreeMap::new();
    };
    let read = |entry: &Entry, reader: &mut Reader<'_>| {
        Some((entry.key.value.clone(), Located::new(Level::read(&entry.value, reader)?, entry.key.span)))
    };
    entries.iter().filter_map(|entry| read(entry, reader)).collect()
}

/// The output folder stands beside `site.toml`, and is not one of the folders that felles reads.
fn read_output(output: &Located<Line>, reader: &mut Reader<'_>) -> Option<String> {
    let folder =
        Id::parse(output.as_str()).ok().filter(|folder| !matches!(folder.as_str(), "content" | "themes"));
    if folder.is_none() {
        let headline = say::output_leaves_the_root(output.as_str());
        let works = Id::from_name(output.as_str())
            .filter(|folder| !matches!(folder.as_str(), "content" | "themes"))
            .map_or_else(|| "public".to_owned(), |folder| folder.to_string());
        reader.invalid(output.span, Invalid::new(headline, say::write_a_folder_name(&works)));
    }
    folder.map(|folder| folder.to_string())
}

/// `[security_txt]`
struct SecurityTxt {
    expires: Located<Date>,
}

impl Value for SecurityTxt {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let expires = table.required::<CalendarDate>("expires");
        table.finish(&[]);
        expires.map(|expires| Self { expires: Located::new(expires.value.0, expires.span) })
    }
}

/// Checks `format` before anything else: what a newer felles means by the other keys is not known here.
fn format_is_known(root: &Node, reader: &mut Reader<'_>) -> bool {
    let NodeKind::Table(entries) = &root.kind else { return true };
    let Some(Entry { value, .. }) = entries.iter().find(|entry| entry.key.value == "format") else {
        let error = Diagnostic::error("missing-key", root.span, say::key_is_missing("format"));
        reader.found.push(error.with_help(say::write_it("format = 1")));
        return true;
    };
    match &value.kind {
        NodeKind::Number(format) if format == FORMAT => true,
        NodeKind::Number(format) => {
            reader.found.push(
                Diagnostic::error("format", value.span, say::newer_format(format))
                    .with_help(say::install_newer()),
            );
            false
        }
        _ => {
            reader.wrong_kind(value, say::write_a_whole_number());
            true
        }
    }
}

/// `[fallback]`, of the site or of a brand.
pub(super) fn read_fallback(
    node: &Node,
    languages: &[Language],
    reader: &mut Reader<'_>,
) -> BTreeMap<Language, Language> {
    let NodeKind::Table(entries) = &node.kind else {
        reader.wrong_kind(node, say::write_a_table());
        return BTreeMap::new();
    };
    let names: Vec<&str> = languages.iter().map(Language::as_str).collect();
    let mut fallback = BTreeMap::new();
    for entry in entries {
        let value = Language::read(&entry.value, reader);
        let known = |language: &str| languages.iter().find(|known| known.as_str() == language).cloned();
        let from = known(&entry.key.value);
        let to = value.as_ref().and_then(|value| known(value.as_str()));
        for (language, place, name) in [
            (&from, entry.key.span, Some(entry.key.value.as_str())),
            (&to, entry.value.span, value.as_ref().map(Language::as_str)),
        ] {
            if let (None, Some(name)) = (language, name) {
                let error = Diagnostic::error("unknown-language", place, say::unknown_language(name));
                reader.found.push(error.with_help(say::languages_here_are(&listed(&names))));
            }
        }
        if from.is_some() && from == to {
            let error = Diagnostic::error(
                "invalid-value",
                entry.value.span,
                say::stands_in_for_itself(&entry.key.value),
            );
            let other = names.iter().find(|name| **name != entry.key.value).copied().unwrap_or("nb");
            reader.found.push(error.with_help(say::name_another_language(other)));
        }
        fallback.extend(from.zip(to));
    }
    fallback
}

#[cfg(test)]
mod tests {
    use super::parse_site_config;
    use crate::diagnostic::Diagnostics;
    use crate::source::{SourceFile, SourcePath};
    use crate::span::FileId;

    #[test]
    fn a_file_that_cannot_be_read_whole_may_be_that_of_an_example() {
        let check = |lines: &str, expected: bool| {
            let text = format!("format = 1\nlanguages = [\"nb\"]\n{lines}");
            let file = SourceFile::new(SourcePath::parse("site.toml").unwrap(), text.into());
            let config = parse_site_config(FileId(0), &file, &mut Diagnostics::new()).unwrap();
            assert_eq!(config.example, expected, "{lines}");
        };
        check("example = true\n[security_txt]\nexpires = 2027-01-01\n", true);
        check("[security_txt]\nexpires = 2027-01-01\n", false);
        check("[security_txt]\nexpires = 2027-01-01\nx =\n", true);
        check("example = false\n[security_txt]\nexpires = 2027-01-01\nx =\n", false);
    }
}

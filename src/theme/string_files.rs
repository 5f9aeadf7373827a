//! The texts of a theme: those of the themes that it extends, with its own above them.

use std::collections::{BTreeMap, BTreeSet};

use super::strings::Strings;
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say, nearest};
use crate::model::{Language, Node, NodeKind};
use crate::parse::parse_theme_file;
use crate::source::{SourceFile, SourceTree};
use crate::span::{FileId, Located, Span};

/// The names of all texts that a theme has, in any language.
///
/// The theme at the end of the chain says which there are; one that extends it may add those that its
/// templates read. Another name of its own is a misspelling, since nobody would ever see it.
pub(super) fn string_keys(tree: &SourceTree, chain: &[String], found: &mut Diagnostics) -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for theme in chain.iter().rev() {
        let written = written_keys(tree, theme);
        let is_first = keys.is_empty();
        let (known, news): (Vec<_>, Vec<_>) = written
            .into_iter()
            .partition(|key| is_first || keys.contains(&key.value) || is_read(tree, chain, key));
        for key in news {
            let meant = nearest(&key.value, keys.iter().map(String::as_str)).map(did_you_mean);
            found.push(
                Diagnostic::error("unknown-key", key.span, say::unread_string(&key.value)).with_help(meant),
            );
        }
        keys.extend(known.into_iter().map(|key| key.value));
    }
    keys
}

/// The names of the texts in the files of one theme. What is wrong with the files is reported where they are
/// used.
fn written_keys(tree: &SourceTree, theme: &str) -> Vec<Located<String>> {
    let mut keys = Vec::new();
    for (id, file) in tree.below(&format!("themes/{theme}/strings")) {
        if file.path.as_str().rsplit('.').next() == Some("toml")
            && let NodeKind::Table(entries) = parse_theme_file(id, file, &mut Diagnostics::new()).kind
        {
            let texts = entries.into_iter().filter(|entry| matches!(entry.value.kind, NodeKind::Text(_)));
            keys.extend(texts.map(|entry| entry.key));
        }
    }
    keys
}

/// Whether a template of the chain names a text.
fn is_read(tree: &SourceTree, chain: &[String], key: &str) -> bool {
    let names = [format!("t.{key}"), format!("\"{key}\""), format!("'{key}'")];
    let mut templates = chain.iter().flat_map(|theme| tree.below(&format!("themes/{theme}/templates")));
    templates.any(|(_, file)| names.iter().any(|name| file.text.contains(name)))
}

/// The nearest theme's strings, with those of the extended themes below them.
pub(super) fn load_strings(
    tree: &SourceTree,
    chain: &[String],
    language: &Language,
    keys: &BTreeSet<String>,
    config: Span,
    found: &mut Diagnostics,
) -> Option<Strings> {
    let mut merged: Option<Node> = None;
    for theme in chain.iter().rev() {
        let Some((file, source)) = tree.find(&format!("themes/{theme}/strings/{language}.toml")) else {
            continue;
        };
        let root = parse_theme_file(file, source, found);
        merged = Some(match merged {
            Some(below) => overlay(below, root),
            None => root,
        });
    }
    let Some(root) = merged else {
        found.push(Diagnostic::error("missing-string", config, say::theme_lacks_language(language.as_str())));
        return None;
    };
    Strings::read(language.clone(), &root, keys, found)
}

/// Where the texts of a language are written, by their keys: each in the nearest theme that has it.
pub(super) fn string_places(
    tree: &SourceTree,
    chain: &[String],
    language: &Language,
) -> BTreeMap<String, Span> {
    let files =
        chain.iter().rev().filter_map(|theme| tree.find(&format!("themes/{theme}/strings/{language}.toml")));
    files.flat_map(|(file, source)| strings_of(file, source)).map(|key| (key.value, key.span)).collect()
}

/// The texts of one file, by their keys, each at the place of its words.
pub(crate) fn strings_of(file: FileId, source: &SourceFile) -> Vec<Located<String>> {
    let NodeKind::Table(entries) = parse_theme_file(file, source, &mut Diagnostics::new()).kind else {
        return Vec::new();
    };
    let texts = entries.into_iter().filter(|entry| matches!(entry.value.kind, NodeKind::Text(_)));
    texts.map(|entry| Located::new(entry.key.value, entry.value.span)).collect()
}

fn overlay(below: Node, above: Node) -> Node {
    use crate::model::NodeKind::Table;
    match (below.kind, above.kind) {
        (Table(mut lower), Table(upper)) => {
            lower.retain(|entry| !upper.iter().any(|other| other.key.value == entry.key.value));
            lower.extend(upper);
            Node { kind: Table(lower), span: above.span }
        }
        (kind, _) => Node { kind, span: below.span },
    }
}

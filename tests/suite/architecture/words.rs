//! The words of the source: a type name means one thing, and comments are no wider than the code.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, faults, first_names, sources};

/// The formatter holds the code to this, and leaves comments as they are.
const WIDEST_COMMENT: usize = 110;

/// Whose comments are the descriptions in `privacy.schema.json`, where a line end would show.
const DESCRIPTIONS: &str = "theme/view/data.rs";

#[test]
fn every_type_name_is_declared_once() {
    assert_eq!(doubled_names(&sources()), BTreeMap::new());
}

#[test]
fn no_comment_is_wider_than_the_code() {
    let wide = |source: &Source| {
        if source.path == DESCRIPTIONS { Vec::new() } else { wide_comments(source) }
    };
    assert_eq!(faults(wide), "");
}

/// The names of types that more than one file declares, with these files.
///
/// Only declarations that start a line count: what a function or a module of tests declares is its own.
/// A file may declare a name twice, once for each system.
fn doubled_names(sources: &[Source]) -> BTreeMap<String, Vec<&str>> {
    let mut files: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.path.ends_with("/tests.rs")) {
        let names: BTreeSet<String> = source.text.lines().filter_map(declared_type).collect();
        for name in names {
            files.entry(name).or_default().push(&source.path);
        }
    }
    files.retain(|_, files| files.len() > 1);
    files
}

/// The name of the type that a line declares, if it starts with the declaration of one.
fn declared_type(line: &str) -> Option<String> {
    let line = match line.strip_prefix("pub(") {
        Some(rest) => rest.split_once(") ")?.1,
        None => line.strip_prefix("pub ").unwrap_or(line),
    };
    let (keyword, rest) = line.split_once(' ')?;
    let declares = ["struct", "enum", "union", "trait", "type"].contains(&keyword);
    declares.then(|| first_names(rest).concat())
}

/// The comments that are too wide; a row of a table cannot be broken.
fn wide_comments(source: &Source) -> Vec<String> {
    let mut wide = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        let columns = line.chars().count();
        let line = line.trim_start();
        if line.starts_with("//") && !line.starts_with("//! |") && columns > WIDEST_COMMENT {
            wide.push(format!("line {} has {columns} columns", index + 1));
        }
    }
    wide
}

#[cfg(test)]
mod made_up {
    use super::{Source, doubled_names, wide_comments};

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_type_name_in_two_files_is_seen_however_it_is_declared() {
        let check = |other: &str, expected: &[&str]| {
            let systems = "#[cfg(unix)]\nstruct Part(u8);\n#[cfg(windows)]\nstruct Part;\n";
            let tests = source("parse/tests.rs", "struct Part;\n");
            let sources = [source("merge/a.rs", systems), source("parse/b.rs", other), tests];
            assert_eq!(doubled_names(&sources).into_keys().collect::<Vec<_>>(), expected, "{other}");
        };
        check("struct Part;", &["Part"]);
        check("pub enum Part {", &["Part"]);
        check("pub(in crate::a) trait Part<T> {", &["Part"]);
        check("pub(crate) type Part<'a> = &'a str;", &["Part"]);
        check("struct Parts;", &[]);
        check("    type Part = u8;", &[]);
        check("// struct Part", &[]);
        check("pub(super) fn part() -> Part {", &[]);
        check("use crate::merge::Part;", &[]);
    }

    #[test]
    fn a_comment_that_is_wider_than_the_code_is_seen() {
        let comment = |letters: usize| format!("/// {}\n", "å".repeat(letters));
        let code = format!("const A: &str = \"{}\";\n", "a".repeat(110));
        let row = format!("//! | {} |\n", "a".repeat(110));
        let text = [comment(106), code, "    ".to_owned() + &comment(106), comment(107), row].concat();
        let expected = ["line 3 has 114 columns", "line 4 has 111 columns"];
        assert_eq!(wide_comments(&source("parse/toml.rs", &text)), expected);
    }
}

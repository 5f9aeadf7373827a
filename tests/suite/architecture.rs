//! The shape of the source: stages that import one way, a core without input and output, files of a readable
//! length, and names and comments that are easy to read.
#![expect(clippy::disallowed_methods, reason = "reads the source and asks git for the list of files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;
use std::sync::LazyLock;

use felles::diagnostic::FINDINGS;
use felles::pipeline::codes;

use crate::paths::{files_below, repository};

mod words;

/// The stages, from left to right: the table at the top of `src/lib.rs`.
static STAGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let page = fs::read_to_string(repository().join("src/lib.rs")).unwrap();
    let name = |line: &str| Some(line.strip_prefix("//! | [`")?.split_once('`')?.0.to_owned());
    page.lines().filter_map(name).collect()
});

/// What may read and write files, ask the clock and the environment.
const SHELL: [&str; 6] = ["source/disk/", "emit/", "serve/", "served/", "cli/", "main.rs"];

/// What lies at the top of the repository, beside files that start with a dot.
const TOP_LEVEL: [&str; 12] = [
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "content",
    "themes",
    "tests",
    "benches",
    "site.toml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "docs",
];

const LONGEST_FILE: usize = 400;

/// The rooms whose files still import one another in a circle. None may join them.
const CIRCLES: [&str; 10] =
    ["audit", "check", "cli", "merge", "model", "names", "parse", "pipeline", "preview", "source"];

/// A file of `src/`, by its path there.
struct Source {
    path: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let folder = repository().join("src");
    let rust = |path: &String| path.rsplit('.').next() == Some("rs");
    let read = |path: String| Source { text: fs::read_to_string(folder.join(&path)).unwrap(), path };
    files_below(&folder).into_iter().filter(rust).map(read).collect()
}

/// Everything that is wrong with all sources, by one check.
fn faults(check: impl Fn(&Source) -> Vec<String>) -> String {
    let faults = |source: Source| {
        let line = |fault: String| format!("src/{}: {fault}", source.path);
        check(&source).into_iter().map(line).collect::<Vec<_>>()
    };
    sources().into_iter().flat_map(faults).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_stage_imports_only_from_stages_to_its_left() {
    assert_eq!(faults(imports_from_the_right), "");
}

#[test]
fn every_room_stands_in_the_table_of_stages_once() {
    let folders: BTreeSet<String> =
        sources().iter().filter_map(|source| Some(source.path.split_once('/')?.0.to_owned())).collect();
    let mut listed = STAGES.clone();
    listed.sort();
    assert_eq!(listed, folders.into_iter().collect::<Vec<_>>());
}

#[test]
fn the_files_of_a_room_import_one_another_one_way() {
    let sources = sources();
    let rooms = STAGES.iter().filter(|room| !CIRCLES.contains(&room.as_str()));
    let circles = rooms.map(|room| (room, circle(room, &sources))).filter(|(_, files)| !files.is_empty());
    assert_eq!(circles.collect::<Vec<_>>(), []);
}

#[test]
fn the_core_touches_no_file_clock_or_environment() {
    assert_eq!(faults(impurities), "");
}

#[test]
fn every_finding_is_in_the_list_of_findings() {
    assert_eq!(faults(unlisted_findings), "");
    assert!(FINDINGS.is_sorted());
}

#[test]
fn every_code_has_one_explanation_a_language_and_no_explanation_is_of_nothing() {
    let folder = repository().join("src/diagnostic/explanations");
    let of_code = |code: &str| ["nb", "en"].map(|language| format!("{language}/{code}.md"));
    let expected_all: BTreeSet<String> = codes().flat_map(of_code).collect();
    let there: BTreeSet<String> = files_below(&folder).into_iter().collect();
    let path = |what: &str, name: &String| format!("{what}: src/diagnostic/explanations/{name}");
    let missing = expected_all.difference(&there).map(|name| path("missing", name));
    let strangers = there.difference(&expected_all).map(|name| path("of no rule or finding", name));
    assert_eq!(missing.chain(strangers).collect::<Vec<_>>().join("\n"), "");
}

#[test]
fn no_file_is_longer_than_a_reader_would_want() {
    assert_eq!(faults(length), "");
}

#[test]
fn no_file_is_named_after_nothing() {
    assert_eq!(faults(name), "");
}

#[test]
fn every_stage_says_what_goes_in_what_comes_out_and_what_never_changes() {
    assert_eq!(faults(stage_doc), "");
}

#[test]
fn the_top_level_holds_what_it_should_and_nothing_else() {
    let listed = Command::new("git").arg("ls-files").current_dir(repository()).output().unwrap();
    assert!(listed.status.success(), "this test needs git, and a clone of the repository");
    let paths = String::from_utf8(listed.stdout).unwrap();
    let tops: BTreeSet<&str> = paths.lines().filter_map(|path| path.split('/').next()).collect();
    assert_eq!(strangers(&tops), Vec::<&str>::new());
}

fn strangers<'a>(tops: &BTreeSet<&'a str>) -> Vec<&'a str> {
    tops.iter().copied().filter(|top| !top.starts_with('.') && !TOP_LEVEL.contains(top)).collect()
}

fn rank(stage: &str) -> Option<usize> {
    STAGES.iter().position(|name| name == stage)
}

/// The stage of a file; none for `lib.rs` and `main.rs`.
fn stage(source: &Source) -> Option<&str> {
    Some(source.path.split_once('/')?.0)
}

fn imports_from_the_right(source: &Source) -> Vec<String> {
    let Some(own) = stage(source) else { return Vec::new() };
    let Some(rank_of_own) = rank(own) else { return vec![format!("`{own}` is no stage")] };
    let code = code(&source.text);
    // `mod.rs` is the stage itself, every folder below it and every other file is one `super` more.
    let depth = source.path.split('/').count() - usize::from(source.path.ends_with("mod.rs"));
    let mut named = named_below(&code, "crate::");
    named
        .extend(named_below(&code, &"super::".repeat(depth)).into_iter().filter(|name| rank(name).is_some()));
    let wrong = |name: &String| match rank(name) {
        Some(rank) => name != own && rank >= rank_of_own,
        None => name.starts_with(|letter: char| letter.is_lowercase()),
    };
    named.into_iter().filter(wrong).map(|name| format!("`{own}` imports from `{name}`")).collect()
}

/// The files and folders of a room that import one another in a circle, their tests aside.
fn circle(room: &str, sources: &[Source]) -> BTreeSet<String> {
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources {
        let parts: Vec<&str> = source.path.trim_end_matches(".rs").split('/').collect();
        let [own, file, ..] = parts[..] else { continue };
        if own != room || file == "mod" {
            continue;
        }
        let text = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        let up = parts.len() - usize::from(source.path.ends_with("/mod.rs")) - 1;
        let (code, above) = (code(text), "super::".repeat(up));
        let named =
            named_below(&code, &format!("crate::{room}::")).into_iter().chain(named_below(&code, &above));
        imports.entry(file.to_owned()).or_default().extend(named.filter(|name| name != file));
    }
    loop {
        let files: BTreeSet<String> = imports.keys().cloned().collect();
        let named: BTreeSet<String> = imports.values().flatten().cloned().collect();
        let in_between =
            |file: &String, of: &BTreeSet<String>| named.contains(file) && !of.is_disjoint(&files);
        imports.retain(|file, of| in_between(file, of));
        if imports.len() == files.len() {
            return files;
        }
    }
}

fn impurities(source: &Source) -> Vec<String> {
    if SHELL.iter().any(|shell| source.path.starts_with(shell)) {
        return Vec::new();
    }
    let code = code(&source.text);
    let modules = named_below(&code, "std::").into_iter();
    let modules = modules
        .filter(|name| matches!(name.as_str(), "fs" | "env" | "net" | "process"))
        .map(|name| format!("`std::{name}`"));
    let clocks = ["SystemTime", "Instant", "Zoned::now", "Timestamp::now", "TimeZone::system"];
    modules.chain(clocks.into_iter().filter(|clock| code.contains(clock)).map(str::to_owned)).collect()
}

fn unlisted_findings(source: &Source) -> Vec<String> {
    let code = code(&source.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut unlisted = Vec::new();
    for call in ["Diagnostic::error(", "Diagnostic::warning(", "self.report(", "writer.report("] {
        for (at, _) in code.match_indices(call) {
            let argument = code[at + call.len()..].trim_start().strip_prefix('"');
            let name = argument.and_then(|rest| rest.split('"').next());
            unlisted.extend(name.filter(|name| !FINDINGS.contains(name)).map(str::to_owned));
        }
    }
    unlisted
}

fn length(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    (lines > LONGEST_FILE).then(|| format!("{lines} lines")).into_iter().collect()
}

fn name(source: &Source) -> Vec<String> {
    let nothing = ["utils", "util", "helpers", "helper", "common", "misc"];
    let says_nothing = |part: &str| nothing.contains(&part.trim_end_matches(".rs"));
    source.path.split('/').filter(|part| says_nothing(part)).map(|part| format!("`{part}`")).collect()
}

fn stage_doc(source: &Source) -> Vec<String> {
    let is_front_door = source.path.split('/').count() == 2 && source.path.ends_with("/mod.rs");
    let doc: String = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
    let lacks = |word: &&str| is_front_door && !doc.contains(word);
    ["In:", "Out:", "Invariant:"].into_iter().filter(lacks).map(|word| format!("no `{word}`")).collect()
}

/// The text without comments.
fn code(text: &str) -> String {
    let uncommented = |line: &str| line.split("//").next().unwrap_or_default().to_owned() + "\n";
    text.lines().map(uncommented).collect()
}

/// The names that follow `root` in paths, also within braces: `a` and `b` for `use crate::{a::X, b}`.
fn named_below(code: &str, root: &str) -> Vec<String> {
    let starts = code.match_indices(root).filter(|(at, _)| {
        !code[..*at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':')
    });
    let mut names: Vec<String> = starts.flat_map(|(at, _)| first_names(&code[at + root.len()..])).collect();
    names.sort();
    names.dedup();
    names
}

fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
    };
    let Some(list) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut names, mut depth, mut expected) = (Vec::new(), 0, true);
    for (at, letter) in list.char_indices() {
        match letter {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => expected = true,
            letter if expected && !letter.is_whitespace() => {
                names.push(name(&list[at..]));
                expected = false;
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod made_up {
    use super::{
        Source, circle, code, imports_from_the_right, impurities, length, name, named_below, stage_doc,
    };

    fn check(of: fn(&Source) -> Vec<String>, path: &str, text: &str, expected: &[&str]) {
        let source = Source { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(of(&source), expected, "{path}: {text}");
    }

    #[test]
    fn an_import_from_the_right_is_seen_however_it_is_written() {
        let of = imports_from_the_right;
        let render = ["`merge` imports from `render`"];
        check(of, "merge/clause.rs", "use crate::render::Theme;", &render);
        check(of, "merge/clause.rs", "use crate::{model::Id, render::{Theme, view}};", &render);
        check(of, "merge/clause.rs", "fn f() { crate::render::brand() }", &render);
        check(of, "merge/clause.rs", "use super::super::render::Theme;", &render);
        check(of, "merge/mod.rs", "use super::render;", &render);
        check(of, "report/json.rs", "use crate::emit::Staging;", &["`report` imports from `emit`"]);
        check(of, "merge/clause.rs", "use crate::helpers::x;", &["`merge` imports from `helpers`"]);
        check(of, "extras/mod.rs", "", &["`extras` is no stage"]);
    }

    #[test]
    fn imports_from_the_left_and_links_in_comments_are_fine() {
        let of = imports_from_the_right;
        check(of, "merge/clause.rs", "use crate::{model::Id, span::Span};\nuse crate::merge::Clinic;", &[]);
        check(of, "merge/clause.rs", "/// See [`brand`](crate::render::brand).\nuse super::Clinic;", &[]);
        check(of, "lib.rs", "pub mod cli;", &[]);
    }

    #[test]
    fn files_that_import_one_another_in_a_circle_are_seen() {
        let check = |files: &[(&str, &str)], expected: &[&str]| {
            let source =
                |(path, text): &(&str, &str)| Source { path: (*path).to_owned(), text: (*text).to_owned() };
            let sources: Vec<Source> = files.iter().map(source).collect();
            assert_eq!(circle("merge", &sources).into_iter().collect::<Vec<_>>(), expected, "{files:?}");
        };
        let (a, b) = (("merge/a.rs", "use super::b::B;"), ("merge/b.rs", "use crate::merge::{c, Clinic};"));
        check(&[a, b, ("merge/c.rs", "use crate::model::a::A;")], &[]);
        check(
            &[a, b, ("merge/c.rs", "fn f() { super::a::f() }"), ("merge/d.rs", "use super::a::A;")],
            &["a", "b", "c"],
        );
        check(&[a, b, ("merge/c/d.rs", "use super::super::a::A;")], &["a", "b", "c"]);
        check(&[a, b, ("merge/c/d.rs", "use super::a::A;")], &[]);
        check(&[a, b, ("merge/c.rs", "#[cfg(test)] mod tests { use super::super::a; use super::a; }")], &[]);
        check(&[("merge/mod.rs", "use self::a;"), ("parse/a.rs", "use super::a::A;")], &[]);
    }

    #[test]
    fn a_core_file_that_reads_the_disk_or_the_clock_is_seen() {
        check(impurities, "parse/toml.rs", "use std::{fs, io};", &["`std::fs`"]);
        check(impurities, "parse/toml.rs", "let home = std::env::var(\"HOME\");", &["`std::env`"]);
        check(impurities, "render/words.rs", "let today = Zoned::now();", &["Zoned::now"]);
        check(impurities, "parse/toml.rs", "use std::collections::BTreeMap; // not std::fs", &[]);
        check(impurities, "source/disk/", "use std::fs;", &[]);
    }

    #[test]
    fn long_files_empty_names_and_silent_stages_are_seen() {
        check(length, "parse/toml.rs", &"\n".repeat(401), &["401 lines"]);
        check(length, "parse/toml.rs", &"\n".repeat(400), &[]);
        check(name, "parse/utils.rs", "", &["`utils.rs`"]);
        check(stage_doc, "parse/mod.rs", "//! Parses.\n//! In: text. Out: facts.", &["no `Invariant:`"]);
        check(stage_doc, "parse/toml.rs", "", &[]);
    }

    #[test]
    fn a_stranger_at_the_top_is_seen() {
        let tops = ["src", ".clippy.toml", "notes.txt"].into();
        assert_eq!(super::strangers(&tops), ["notes.txt"]);
    }

    #[test]
    fn names_are_found_in_nested_braces_and_nowhere_else() {
        let found =
            named_below(&code("use crate::{\n    a::{b, c},\n    d,\n};\nlet x = mycrate::e;"), "crate::");
        assert_eq!(found, ["a", "d"]);
    }
}

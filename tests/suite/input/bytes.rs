//! Arbitrary bytes give a result, and the same words in another dress give the same pages.

use felles::diagnostic::MessageLanguage;
use felles::report::{Colours, draw, draw_short, to_json};
use felles::source::SourceTree;
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::fixture::{build_in_memory, file, lines, site, with};

/// Builds, and draws every finding in every way; a panic fails the test.
fn build_and_report(tree: &SourceTree) {
    let (_, findings) = build_in_memory(tree);
    for finding in &findings {
        let places = std::iter::once(finding.span).chain(finding.related.iter().map(|(span, _)| *span));
        for span in places {
            let text = &tree.file(span.file).text;
            assert!(
                text.get(span.range()).is_some(),
                "{span:?} is not within its file: {}",
                finding.headline
            );
        }
    }
    for language in [MessageLanguage::Bokmal, MessageLanguage::English] {
        let human = draw(&findings, tree, language, Colours::On);
        assert_eq!(human.is_empty(), findings.is_empty());
        assert_eq!(draw_short(&findings, tree, language).lines().count(), findings.len());
        assert!(to_json(&findings, tree, language).starts_with('['));
    }
}

/// Pieces that mean something to one of the readers.
const PIECES: [&str; 47] = [
    "+++\n",
    "[",
    "]",
    "[[",
    "{",
    "}",
    "{{",
    "}}",
    "{{ clinic.name }}",
    "{%",
    "%}",
    "{% if ",
    "{#",
    "\"",
    "\"\"\"",
    "'",
    "\\",
    "=",
    "\n",
    "\r",
    "\0",
    "# ",
    "## ",
    "`",
    "```\n",
    "](",
    "](javascript:",
    "<",
    "<b>",
    "<!--",
    "&#0;",
    "- ",
    "> ",
    "|-|\n",
    "remove = true\n",
    "op = \"omit\"\n",
    "under = \"who-we-are\"\n",
    "\u{f0000}",
    "\u{202e}",
    "\u{feff}",
    "é",
    "x.y.z",
    "\u{1b}[31m",
    "{{ clinic.name }}\u{f0000}",
    "<https://{{ brand.domain }}/>",
    "\n[a]: https://{{ brand.domain }}/a\n\n",
    "[a] [b][a]",
];

#[derive(Debug, Clone)]
enum Damage {
    Whole(Vec<u8>),
    Insert(usize, Vec<u8>),
    Cut(usize, usize),
    Turn(usize, u8),
}

fn damage() -> impl Strategy<Value = Damage> {
    let bytes = proptest::collection::vec(any::<u8>(), 0..200);
    let pieces = proptest::collection::vec(proptest::sample::select(&PIECES[..]), 1..6)
        .prop_map(|pieces| pieces.concat().into_bytes());
    prop_oneof![
        1 => bytes.clone().prop_map(Damage::Whole),
        2 => pieces.clone().prop_map(Damage::Whole),
        1 => (any::<usize>(), bytes).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        5 => (any::<usize>(), pieces).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        3 => (any::<usize>(), 1..40_usize).prop_map(|(at, length)| Damage::Cut(at, length)),
        1 => (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Damage::Turn(at, byte)),
    ]
}

impl Damage {
    fn applied(self, text: &str) -> Vec<u8> {
        let mut bytes = text.as_bytes().to_vec();
        match self {
            Self::Whole(bytes) => return bytes,
            Self::Insert(at, new) => {
                let at = at % (bytes.len() + 1);
                bytes.splice(at..at, new);
            }
            Self::Cut(at, length) => {
                let at = at % (bytes.len() + 1);
                let end = (at + length).min(bytes.len());
                bytes.drain(at..end);
            }
            Self::Turn(at, byte) => {
                let length = bytes.len().max(1);
                bytes.get_mut(at % length).into_iter().for_each(|place| *place = byte);
            }
        }
        bytes
    }
}

proptest! {
    #![proptest_config(Config { cases: 256, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_bytes_in_any_one_file_give_a_result(which in any::<prop::sample::Index>(), damage in damage()) {
        let tree = site("nordlys");
        let files: Vec<_> = tree.iter().map(|(_, file)| file).collect();
        let chosen = which.get(&files);
        let damaged = file(chosen.path.as_str(), damage.applied(&chosen.text));
        build_and_report(&with(&tree, vec![damaged]));
    }
}

type Rewrite = fn(&str) -> String;

#[test]
fn a_byte_order_mark_and_windows_line_ends_give_the_same_pages() {
    let tree = site("nordlys");
    let (pages, _) = build_in_memory(&tree);
    let rewritten = |rewrite: Rewrite| {
        let own =
            |path: &str| path == "site.toml" || path.starts_with("content/") || path.contains("nordlys");
        let files = tree.iter().filter(|(_, file)| own(file.path.as_str()));
        with(&tree, files.map(|(_, old)| file(old.path.as_str(), rewrite(&old.text))).collect())
    };
    let ways: [(&str, Rewrite); 3] = [
        ("a byte order mark", |text| format!("\u{feff}{text}")),
        ("CRLF", |text| text.replace('\n', "\r\n")),
        ("both", |text| format!("\u{feff}{}", text.replace('\n', "\r\n"))),
    ];
    for (name, rewrite) in ways {
        let tree = rewritten(rewrite);
        let (rewritten_pages, findings) = build_in_memory(&tree);
        assert_eq!(lines(&findings, &tree), "", "{name}");
        assert!(pages == rewritten_pages, "{name} changes the pages");
    }
}

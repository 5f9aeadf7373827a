//! Hostile texts in every field: refused with an error, or shown as the letters they are.

use felles::diagnostic::Diagnostics;
use felles::parse::parse_site;
use felles::source::{SourceFile, SourceTree};

use super::page::dangers;
use crate::fixture::{build_in_memory, file, lines, site, with};

const HOSTILE: [&str; 20] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></textarea></style><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" onfocus=\"alert(1)\" autofocus x=\"",
    "` onload=alert(1) `",
    "<svg onload=alert(1)>",
    "<iframe src=//evil.example>",
    "<base href=//evil.example>",
    "<form action=//evil.example><input>",
    "<!--",
    "]]><script>alert(1)</script>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u{202e}tpircs\u{2066}<b>",
];

/// The lines of a TOML file that give a text: where the text stands, without its quotes.
fn texts(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut at = 0;
        while let Some(open) = line[at..].find('"').map(|open| at + open + 1) {
            let Some(close) = line[open..].find('"').map(|close| open + close) else { break };
            ranges.push(start + open..start + close);
            at = close + 1;
        }
        start += line.len();
    }
    ranges
}

fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn replaced(old: &SourceFile, ranges: &[std::ops::Range<usize>], new: &str) -> SourceFile {
    let mut text = old.text.clone();
    for range in ranges.iter().rev() {
        text.replace_range(range.clone(), new);
    }
    file(old.path.as_str(), text)
}

/// Whether the field takes the text. Most are refused when they are read, which is quick to ask.
fn is_taken(tree: &SourceTree, changed: SourceFile) -> bool {
    let tree = with(tree, vec![changed]);
    let mut found = Diagnostics::new();
    parse_site(&tree, &mut found).is_some() && !found.has_errors()
}

/// Checks every page, and that every JSON file can still be read.
fn check_pages(tree: &SourceTree, what: &str) {
    let (files, findings) = build_in_memory(tree);
    assert!(!files.is_empty() || !findings.is_empty(), "{what}: neither pages nor findings");
    for (path, bytes) in files {
        let text = String::from_utf8(bytes).expect("finished files are UTF-8");
        match path.rsplit('.').next() {
            Some("html") => assert_eq!(dangers(&text), Vec::<String>::new(), "{what}: {path}"),
            Some("json") => drop(serde_json::from_str::<serde_json::Value>(&text).expect("the file is JSON")),
            _ => {}
        }
    }
}

#[test]
fn the_themes_own_pages_hold_nothing_dangerous() {
    check_pages(&site("nordlys"), "the fixture");
}

#[test]
fn hostile_texts_in_every_field_stay_letters() {
    let tree = site("nordlys");
    let tomls: Vec<&SourceFile> = tree
        .iter()
        .map(|(_, file)| file)
        .filter(|file| file.path.as_str().rsplit('.').next() == Some("toml"))
        .filter(|file| {
            file.path.as_str().starts_with("content/") || file.path.as_str().contains("nordlys/strings")
        })
        .collect();
    let fields: usize = tomls.iter().map(|file| texts(&file.text).len()).sum();
    assert!(fields > 100, "{fields}");
    for hostile in HOSTILE {
        // Ids, dates and addresses refuse it; all that take it are given it at once.
        let mut changed = Vec::new();
        let mut fields = 0;
        for old in &tomls {
            let takes = |range: &std::ops::Range<usize>| {
                // The rules of company numbers and postcodes depend on the country, so they are checked after the
                // merge.
                !["number = \"", "postcode = \""].iter().any(|key| old.text[..range.start].ends_with(key))
                    && is_taken(&tree, replaced(old, std::slice::from_ref(range), &quoted(hostile)))
            };
            let ranges: Vec<_> = texts(&old.text).into_iter().filter(takes).collect();
            fields += ranges.len();
            changed.push(replaced(old, &ranges, &quoted(hostile)));
        }
        assert!(fields > 40, "{hostile}: {fields}");
        let hostile_tree = with(&tree, changed);
        let (files, mut findings) = build_in_memory(&hostile_tree);
        let before = findings.len();
        findings.retain(|finding| finding.code != "hidden-sign");
        assert_eq!(before > findings.len(), hostile.contains('\u{202e}'), "{hostile}");
        assert_eq!(lines(&findings, &hostile_tree), "", "{hostile}");
        assert!(files.contains_key("nordlys-oslo/en/privacy/index.html"), "{hostile}");
        check_pages(&hostile_tree, hostile);
    }
}

#[test]
fn hostile_markdown_is_refused_or_shown_as_letters() {
    let tree = site("nordlys");
    let bodies = HOSTILE.map(str::to_owned).into_iter().chain(LINKS.map(str::to_owned));
    for hostile in bodies {
        let title = format!("# {}\n\nTekst.\n", hostile.lines().next().unwrap_or_default());
        for text in [
            format!("# Klage\n\n{hostile}\n"),
            format!("# Klage\n\n- {hostile}\n\n| {hostile} | b |\n|-|:-:|\n| a | `{hostile}` |\n"),
            title,
        ] {
            let old = "content/group/clauses/your-rights.nb.md";
            check_pages(&with(&tree, vec![file(old, text.clone())]), &text);
        }
        let notice = format!("# {hostile}\n\n{hostile}\n");
        let notice = file("content/clinics/nordlys-oslo/notices/summer.en.md", notice);
        check_pages(&with(&tree, vec![notice]), &hostile);
    }
}

const LINKS: [&str; 24] = [
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](&#106;avascript:alert&#40;1&#41;)",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](\\\\evil.example)",
    "[x](https:evil)",
    "[x](https://a.example/\" onclick=\"alert(1))",
    "[x](https://a.example/&quot;onclick=&quot;alert(1))",
    "[x](https://a.example '\" onclick=\"alert(1)')",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<https://a.example/\"onclick=\"alert(1)>",
    "![x](https://evil.example/x.png)",
    "[x]({{ clinic.name }}:alert(1))",
    "[x](doc:cookies\" onclick=\"alert(1))",
    "[x](clause:who-we-are#\"><script>)",
    "<details ontoggle=alert(1) open>\n\n{{ clinic.name }}",
];

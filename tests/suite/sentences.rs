//! The old pages sentence by sentence: each alone in a clause of its own, with the rules that find it.
//!
//! `tests/sentences/old-pages.md` is the table, made from the pages of `tests/stories/` and from the sentences that stand
//! under its last headings; `SNAPSHOTS=overwrite` writes it. What those last ones show are defects that a rule can know,
//! so each of them is found.

#![expect(clippy::disallowed_methods, reason = "reads and writes the snapshot")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use felles::source::SourceFile;

use crate::fixture::{build_in_memory, file, site, with};
use crate::paths::fixture;

const DOCUMENT: &str = "old-pages.md";

/// Beneath this heading of the document stand sentences that are all to be found.
const DEFECTS: &str = "## Defects that a rule can know";

/// What is found on the page as a whole, or since the sentence stands alone.
const OF_THE_PAGE: [&str; 3] = ["missing-language", "repeated-text", "newsletter-without-consent"];

/// The sentences of a text in Markdown: items, paragraphs, and what ends with a full stop within one.
fn sentences(text: &str) -> Vec<String> {
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    let mut all = Vec::new();
    for block in blocks {
        let mut rest = block;
        while let Some(end) = rest.match_indices(". ").map(|(at, _)| at + 1).find(|at| {
            rest[*at..].trim_start().starts_with(char::is_uppercase) && !rest[..*at].ends_with("nr.")
        }) {
            all.push(rest[..end].to_owned());
            rest = rest[end..].trim_start();
        }
        all.push(rest.to_owned());
    }
    all
}

/// The texts in bokmål of a page of `tests/stories/`, each sentence once.
fn sentences_of_page(page: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if !(line.starts_with("```markdown ") && line.ends_with(".nb.md")) {
            continue;
        }
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let text = text.join("\n");
        let body = text
            .strip_prefix("+++\n")
            .and_then(|text| text.split_once("\n+++\n"))
            .map_or(&*text, |(_, body)| body);
        let new = sentences(body).into_iter().filter(|sentence| !sentence.starts_with("# "));
        all.extend(new);
    }
    let mut seen = BTreeSet::new();
    all.retain(|sentence| seen.insert(sentence.clone()));
    all
}

/// The rules that find each of the sentences, every one in a clause of its own.
fn rules_of(sentences: &[String], language: &str) -> Vec<String> {
    let mut files: Vec<SourceFile> = Vec::new();
    let clause = |number: usize, language: &str| {
        format!("content/clinics/nordlys-oslo/clauses/old-{number}.{language}.md")
    };
    for (number, sentence) in sentences.iter().enumerate() {
        for known in ["nb", "en"] {
            let head = if known == "nb" { "+++\nafter = \"what-we-collect\"\n+++\n" } else { "" };
            let text = if known == language { sentence } else { "…" };
            files.push(file(&clause(number, known), format!("{head}# {number}\n\n{text}\n")));
        }
    }
    let tree = with(&site("nordlys"), files);
    let (_, findings) = build_in_memory(&tree);
    let mut rules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| !OF_THE_PAGE.contains(&&*finding.code)) {
        let path = tree.file(finding.span.file).path.to_string();
        rules.entry(path).or_default().insert(finding.code.to_string());
    }
    let of = |number: usize| {
        let found = rules.get(&clause(number, language)).into_iter().flatten().cloned().collect::<Vec<_>>();
        if found.is_empty() { "–".to_owned() } else { found.join(", ") }
    };
    (0..sentences.len()).map(of).collect()
}

fn table(sentences: &[String], language: &str) -> String {
    let rows = sentences.iter().zip(rules_of(sentences, language));
    let cell = |text: &str| text.replace('\n', " ⏎ ").replace('|', "\\|");
    let rows: Vec<String> =
        rows.map(|(sentence, rules)| format!("| {} | {rules} |\n", cell(sentence))).collect();
    format!("| sentence | found |\n|---|---|\n{}", rows.concat())
}

/// The sentences in the first column of a table.
fn first_column(table: &str) -> Vec<String> {
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cell = |row: &str| {
        row.rsplit_once(" | ").map(|(start, _)| start[2..].replace(" ⏎ ", "\n").replace("\\|", "|"))
    };
    rows.filter_map(cell).collect()
}

/// The document with what is really found.
fn with_findings(document: &str) -> String {
    let (start, defects) = document.split_once(DEFECTS).expect("the document has its last headings");
    let head = start.split("\n## ").next().unwrap_or_default();
    let mut text = format!("{}\n\n", head.trim_end());
    let mut paths: Vec<_> =
        fs::read_dir(fixture("stories")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let page = fs::read_to_string(&path).unwrap();
        let sentences = sentences_of_page(&page);
        if !sentences.is_empty() {
            let title = page.lines().next().unwrap_or_default().trim_start_matches("# ");
            text.push_str(&format!("## {title}\n\n{}\n", table(&sentences, "nb")));
        }
    }
    text.push_str(DEFECTS);
    text.push('\n');
    for (number, part) in defects.split("\n### ").enumerate() {
        if number == 0 {
            text.push_str(&format!("\n{}\n", part.trim()));
            continue;
        }
        let (heading, rows) = part.split_once('\n').unwrap_or((part, ""));
        let language = if heading.ends_with("(en)") { "en" } else { "nb" };
        text.push_str(&format!("\n### {heading}\n\n{}", table(&first_column(rows), language)));
    }
    text
}

#[test]
fn the_old_pages_are_read_sentence_by_sentence() {
    let path = fixture("sentences").join(DOCUMENT);
    let document = fs::read_to_string(&path).unwrap();
    let found = with_findings(&document);
    if std::env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
        fs::write(&path, &found).unwrap();
    } else {
        assert!(found == document, "{found}");
    }
    let (_, defects) = found.split_once(DEFECTS).unwrap();
    let missed: Vec<&str> = defects.lines().filter(|line| line.ends_with("| – |")).collect();
    assert_eq!(missed, [""; 0], "no rule finds these");
    assert!(
        defects.lines().filter(|line| line.starts_with("| ")).count() > 40,
        "there are sentences to find"
    );
}

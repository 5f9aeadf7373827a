//! Abbreviations of the glossary, where a page uses them.

use std::collections::BTreeMap;

use crate::fixture::{build_in_memory, file, lines, site, with};

const GLOSSARY: &str = "[glossary.fet]\nabbreviation = \"FET\"\nmeaning.nb = \"fryseforsøk\"\n\
    meaning.en = \"frozen transfer\"\n\n[glossary.ivf]\nabbreviation = \"IVF\"\nmeaning.nb = \"prøverør\"\n\
    meaning.en = \"in vitro\"\n";

/// The pages of the site with a glossary and these files, and what was found.
fn built(more: &[(&str, &str)]) -> (BTreeMap<String, String>, String) {
    let mut files = vec![file("content/group/glossary.toml", GLOSSARY)];
    files.extend(more.iter().map(|(path, text)| file(path, *text)));
    let tree = with(&site("nordlys"), files);
    let (pages, findings) = build_in_memory(&tree);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("files are text");
    (pages.into_iter().map(|(path, bytes)| (path, text(bytes))).collect(), lines(&findings, &tree))
}

const CLAUSE: &str = "content/group/clauses/who-we-are.nb.md";
const START: &str = "+++\ntable = \"controllers\"\n+++\n# Hvem vi er\n\n";

#[test]
fn the_first_use_in_a_section_leads_to_the_meaning_at_the_end_of_the_page() {
    let clause = format!("{START}Vi gjør FET. FET er trygt. prøverør (IVF) også.\n");
    let (pages, findings) = built(&[(CLAUSE, &clause)]);
    assert_eq!(findings, "");
    let page = &pages["nordlys-oslo/personvern/index.html"];
    let first = "Vi gjør <a class=\"term\" href=\"#term.fet\"><abbr title=\"fryseforsøk\">FET</abbr></a>. FET er trygt.";
    assert!(page.contains(first), "{page}");
    assert!(page.contains("prøverør (IVF) også"), "what the text explains is left alone");
    assert_eq!(page.matches("<div id=\"term.fet\"><dt>FET</dt><dd>fryseforsøk</dd></div>").count(), 1);
    assert!(!page.contains("term.ivf"), "what no text uses is not in the list");
    let other = &pages["nordlys-oslo/informasjonskapsler/index.html"];
    assert!(!other.contains("term."), "another page does not use it");
}

#[test]
fn a_notice_says_what_its_abbreviations_mean_by_itself() {
    let notice = "+++\nfrom = 2026-01-01\nuntil = 2026-08-15\n+++\n# Sommer\n\nIngen FET i juli.\n";
    let english = "# Summer\n\nNo FET in July.\n";
    let (pages, findings) = built(&[
        ("content/group/notices/no-fet.nb.md", notice),
        ("content/group/notices/no-fet.en.md", english),
    ]);
    assert_eq!(findings, "");
    let page = &pages["nordlys-oslo/index.html"];
    assert!(page.contains("Ingen <abbr title=\"fryseforsøk\">FET</abbr> i juli."), "{page}");
    assert!(page.contains("<div><dt>FET</dt><dd>fryseforsøk</dd></div>"), "{page}");
    assert!(pages["nordlys-oslo/en/index.html"].contains("<dd>frozen transfer</dd>"));
}

//! What clinics' pages answer, and the reports of it.

use felles::check::{Cell, Item, State};
use felles::diagnostic::MessageLanguage;
use felles::pipeline::{SiteCoverage, coverage};
use felles::report::{CoverageInput, coverage_html, coverage_json, coverage_text};
use felles::source::SourceTree;
use html5gum::{Token, Tokenizer};

use crate::fixture::{DATE, file, shipped, site, with};

fn missing(tree: &SourceTree) -> Vec<(String, Item)> {
    let covered = coverage(tree, None);
    let is_missing = |cell: &&Cell| cell.state == State::Missing;
    let cells = covered.clinics.iter().flat_map(|clinic| {
        let place = format!("{} {}", clinic.clinic, clinic.language.as_str());
        clinic.cells.iter().filter(is_missing).map(move |cell| (place.clone(), cell.item))
    });
    cells.collect()
}

fn page(tree: &SourceTree, language: MessageLanguage) -> String {
    let SiteCoverage { clinics, .. } = coverage(tree, None);
    coverage_html(&CoverageInput { clinics: &clinics, tree, date: DATE, language })
}

/// The names of the elements, and what their attributes hold.
fn elements(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut elements = Vec::new();
    for token in Tokenizer::new(html) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
                let attributes =
                    tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                elements.push((text(&tag.name), attributes));
            }
            Token::Error(error) => panic!("{error:?}"),
            _ => {}
        }
    }
    elements
}

#[test]
fn the_shipped_clinics_lack_nothing() {
    let tree = shipped();
    assert!(!coverage(&tree, None).clinics.is_empty());
    assert_eq!(missing(&tree), []);
}

#[test]
fn every_answer_points_at_what_it_names() {
    for tree in [shipped(), site("nordlys"), site("fjord")] {
        for cell in coverage(&tree, None).clinics.iter().flat_map(|clinic| &clinic.cells) {
            assert!(!cell.answers.is_empty() || cell.state != State::Answered, "{cell:?}");
            for answer in &cell.answers {
                let place = tree.place(answer.span);
                if let Some(clause) = answer.key.strip_prefix("clauses.") {
                    assert!(place.contains(&format!("/{clause}.")), "{} at {place}", answer.key);
                } else {
                    assert!(place.contains(".toml:"), "{} at {place}", answer.key);
                }
            }
        }
    }
}

/// What is taken away, by the file and the words that go, and the items that are missing then.
const TAKEN_AWAY: [(&str, &str, &[Item]); 9] = [
    ("complaint", "\"13(2)(d)\", \"77\"", &[Item::Complaint]),
    ("your-rights", "\"13(2)(b)\", ", &[Item::Rights]),
    ("your-rights", "\"13(2)(c)\", ", &[Item::Withdrawal]),
    ("your-rights", "\"13(2)(e)\", ", &[Item::DutyToGive]),
    ("your-rights", ", \"13(2)(f)\"", &[Item::AutomatedDecisions]),
    ("who-gets-data", "table = \"processors\"", &[Item::Recipients, Item::Transfers]),
    ("how-long", "table = \"retention\"", &[Item::Retention]),
    (
        "why-we-use-data",
        "table = \"purposes\"",
        &[Item::Purposes, Item::LegalBases, Item::Categories, Item::Sources, Item::HealthCondition],
    ),
    ("who-we-are", "table = \"controllers\"", &[]),
];

#[test]
fn what_is_taken_away_is_missing_and_nothing_else() {
    let tree = site("nordlys");
    assert_eq!(missing(&tree), []);
    for (clause, words, expected) in TAKEN_AWAY {
        let path = format!("content/group/clauses/{clause}.nb.md");
        let text = &tree.find(&path).unwrap().1.text;
        assert!(text.contains(words), "{clause}: {words}");
        let without = with(&tree, vec![file(&path, text.replace(words, ""))]);
        let missing = missing(&without);
        for place in ["nordlys-bergen nb", "nordlys-bergen en", "nordlys-oslo nb", "nordlys-oslo en"] {
            let here: Vec<Item> =
                missing.iter().filter(|(clinic, _)| clinic == place).map(|(_, item)| *item).collect();
            assert_eq!(here, expected, "{clause} without {words} in {place}");
        }
    }
}

#[test]
fn a_row_without_an_answer_makes_it_an_answer_in_part() {
    let tree = site("nordlys");
    let path = "content/group/purposes.toml";
    let text = &tree.find(path).unwrap().1.text;
    let changed = [
        ("retention = [\"consent\"]", "retention = []", Item::Retention),
        ("bases = [{ article = \"6(1)(a)\" }]", "bases = []", Item::LegalBases),
    ];
    for (words, instead, item) in changed {
        let without = with(&tree, vec![file(path, text.replace(words, instead))]);
        for clinic in coverage(&without, None).clinics {
            let cell = clinic.cells.iter().find(|cell| cell.item == item).unwrap();
            assert_eq!(cell.state, State::Partial);
            assert_eq!(cell.lacking.len(), 1);
        }
    }
}

#[test]
fn a_clause_answers_in_the_languages_that_it_has() {
    let tree = site("nordlys");
    let files = tree.iter().map(|(_, file)| file.clone());
    let files = files.filter(|file| file.path.as_str() != "content/group/clauses/complaint.en.md");
    let missing = missing(&SourceTree::new(files.collect()));
    let places: Vec<&str> = missing.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["nordlys-bergen en", "nordlys-oslo en"]);
    assert!(missing.iter().all(|(_, item)| *item == Item::Complaint));
}

#[test]
fn the_page_is_whole_runs_nothing_and_loads_nothing() {
    let tree = shipped();
    for language in [MessageLanguage::Bokmal, MessageLanguage::English] {
        let html = page(&tree, language);
        let elements = elements(&html);
        let mut anchors: Vec<&str> = Vec::new();
        let mut links: Vec<&str> = Vec::new();
        for (element, attributes) in &elements {
            assert!(
                !["script", "link", "img", "iframe", "object", "form", "base"].contains(&element.as_str())
            );
            for (name, value) in attributes {
                assert!(!name.starts_with("on") && name != "src" && name != "style", "{name}");
                match name.as_str() {
                    "id" => anchors.push(value),
                    "href" => links.push(value.strip_prefix('#').expect("links stay on the page")),
                    _ => {}
                }
            }
        }
        let count = anchors.len();
        anchors.sort_unstable();
        anchors.dedup();
        assert_eq!(anchors.len(), count, "an anchor is there twice");
        assert!(links.iter().all(|link| anchors.binary_search(link).is_ok()));
        for loading in ["url(", "@import", "http:", "https://"] {
            let style = html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
            assert!(!style.contains(loading), "{loading}");
        }
    }
}

#[test]
fn nothing_in_the_content_breaks_out_of_a_report() {
    const HOSTILE: &str = "</q></style><script>alert(1)</script>\\\" onclick=x '&amp; \u{202e}\u{1b}[31m";
    let tree = site("nordlys");
    let hostile = HOSTILE.replace('\u{1b}', "\\u001b");
    let files = vec![
        file(
            "content/clinics/nordlys-bergen/clinic.toml",
            format!("name = \"{}\"\ncontrollers = [\"nordlys-as\"]\n", hostile.replace("\\u001b", "")),
        ),
        file(
            "content/group/clauses/complaint.nb.md",
            format!("+++\noverride = \"locked\"\nsatisfies = [\"77\"]\n+++\n# {HOSTILE}\n\n{HOSTILE}\n"),
        ),
    ];
    let tree = with(&tree, files);
    let html = page(&tree, MessageLanguage::English);
    assert!(html.contains("&lt;script&gt;"));
    for (element, attributes) in elements(&html) {
        assert_ne!(element, "script");
        assert!(attributes.iter().all(|(name, _)| !name.starts_with("on")));
    }
    assert!(!html.contains('\u{202e}') && !html.contains('\u{1b}'));
    let SiteCoverage { clinics, .. } = coverage(&tree, None);
    let input =
        CoverageInput { clinics: &clinics, tree: &tree, date: DATE, language: MessageLanguage::English };
    for columns in [40, 200] {
        let text = coverage_text(&input, columns);
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
    }
    assert!(serde_json::from_str::<serde_json::Value>(&coverage_json(&input)).is_ok());
}

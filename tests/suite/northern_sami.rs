//! A language that the program has no words of: Northern Sámi, whole, out of a theme alone.
//!
//! The texts here are placeholders: the Norwegian ones with a mark before them. Only the months and the weekdays are Sámi.

use felles::diagnostic::Diagnostic;
use felles::pipeline::languages_without_phrases;
use felles::source::{SourceTree, embedded};

use crate::fixture::{build_in_memory, file, lines, site, with};

const SITE: &str = "format = 1\nlanguages = [\"nb\", \"en\", \"se\"]\ntheme = \"nordlys\"\n\n[fallback]\nse = \"nb\"\n\n[security_txt]\nexpires = 2027-03-31\n";

const MONTHS: &str = "months = [\"ođđajagimánnu\", \"guovvamánnu\", \"njukčamánnu\", \"cuoŋománnu\", \"miessemánnu\", \"geassemánnu\", \"suoidnemánnu\", \"borgemánnu\", \"čakčamánnu\", \"golggotmánnu\", \"skábmamánnu\", \"juovlamánnu\"]";
const WEEKDAYS: &str = "weekdays = [\"vuossárga\", \"maŋŋebárga\", \"gaskavahkku\", \"duorastat\", \"bearjadat\", \"lávvardat\", \"sotnabeaivi\"]";

const HOLIDAYS: [&str; 17] = [
    "new-years-day",
    "maundy-thursday",
    "good-friday",
    "easter-eve",
    "easter-sunday",
    "easter-monday",
    "labour-day",
    "constitution-day",
    "ascension-day",
    "whitsun-eve",
    "whit-sunday",
    "whit-monday",
    "christmas-eve",
    "christmas-day",
    "boxing-day",
    "new-years-eve",
    "epiphany",
];

/// The language file without the tables of names.
fn texts() -> String {
    let base = embedded::base_theme();
    let nb = base.iter().find(|file| file.path.as_str() == "themes/base/strings/nb.toml").unwrap();
    let line = |line: &str| match line.split_once(" = ") {
        Some(("months", _)) => MONTHS.to_owned(),
        Some(("weekdays", _)) => WEEKDAYS.to_owned(),
        Some((key, text)) => format!("{key} = {}", text.replacen('"', "\"§", 1)),
        None => line.to_owned(),
    };
    nb.text.lines().map(|text| line(text) + "\n").collect()
}

fn names() -> String {
    let line = |word: &&str| format!("{word} = \"§{word}\"\n");
    let holidays: String = HOLIDAYS.iter().map(line).collect();
    let countries: String = ["NO", "SE", "US", "DK", "IE"].iter().map(line).collect();
    format!("\n[countries]\n{countries}\n[holidays]\n{holidays}")
}

fn tree(strings: String) -> SourceTree {
    with(
        &site("nordlys"),
        vec![
            file("site.toml", SITE),
            file("themes/nordlys/strings/se.toml", strings),
            file(
                "content/brands/nordlys-oslo.toml",
                "name = \"Nordlys Oslo\"\ndomain = \"nordlys-oslo.example\"\nclinics = [\"nordlys-oslo\"]\n",
            ),
        ],
    )
}

fn found(tree: &SourceTree) -> Vec<Diagnostic> {
    build_in_memory(tree).1
}

#[test]
fn a_site_in_northern_sami_is_complete_with_the_themes_words_alone() {
    let tree = tree(texts() + &names());
    let (files, findings) = build_in_memory(&tree);
    assert_eq!(lines(&findings, &tree), "");
    let page = |path: &str| String::from_utf8(files[&format!("nordlys-oslo/se/{path}")].clone()).unwrap();
    let front = page("index.html");
    assert!(front.contains("<html lang=\"se\" class=\"calm\">"));
    assert!(MONTHS.split('"').any(|month| month.ends_with("mánnu") && front.contains(month)), "{front}");
    assert!(WEEKDAYS.split('"').any(|day| day.len() > 3 && front.contains(day)), "{front}");
    // The recipients of the fixture have no text in Northern Sámi, so their rows are bokmål as a whole.
    assert!(front.contains("Utsending Inc. (USA)"), "{front}");
    for other in ["Norway", "Norge", "United States", "Good Friday", "langfredag"] {
        assert!(!front.contains(other), "{other}");
    }
}

#[test]
fn what_the_language_file_lacks_is_an_error_there_and_nothing_falls_back_to_english() {
    let without = texts()
        .lines()
        .filter(|line| !line.starts_with("menu ="))
        .fold(String::new(), |text, line| text + line + "\n");
    let all = tree(without + &names());
    assert_eq!(
        lines(&found(&all), &all),
        "themes/nordlys/strings/se.toml:1:1: error[missing-string]: the theme's language file lacks `menu`\n"
    );
    let nameless = tree(texts());
    let said = lines(&found(&nameless), &nameless);
    assert!(
        said.contains("[missing-string]: `[countries]` in the theme's language file lacks names of `NO`"),
        "{said}"
    );
    assert!(said.contains("`[holidays]` in the theme's language file lacks names of "), "{said}");
    assert!(said.contains("`good-friday`") && said.matches("[holidays]").count() == 1, "{said}");
}

#[test]
fn a_misspelt_text_is_found_in_the_language_file_and_in_a_branch_that_no_page_takes() {
    let tree = with(
        &site("nordlys"),
        vec![
            file(
                "themes/nordlys/strings/nb.toml",
                "skip_to_content = \"Rett til teksten\"\nmneu = \"Meny\"\nhello = \"Hei\"\n",
            ),
            file("themes/nordlys/strings/en.toml", "hello = \"Hello\"\n"),
            file(
                "themes/nordlys/templates/parts/eyebrow.html",
                "{{ page.t.hello }}{% if page.t.menuu %}{% endif %}",
            ),
        ],
    );
    assert_eq!(
        lines(&found(&tree), &tree),
        "themes/nordlys/strings/nb.toml:2:1: error[unknown-key]: no template reads the text `mneu`\n\
         themes/nordlys/templates/parts/eyebrow.html:1:32: error[unknown-field]: unknown field `page.t.menuu`\n"
    );
}

/// It is said once, not at every text, and stops nothing.
#[test]
fn the_rules_without_phrases_are_counted_and_find_nothing_in_its_texts() {
    let text = "Ved å bruke nettstedet samtykker du. By using this site you agree.\n";
    let tree = with(&tree(texts() + &names()), vec![file(OWN_TEXT, text)]);
    let counted = languages_without_phrases(&tree);
    let [(language, rules)] = counted.as_slice() else { panic!("{counted:?}") };
    assert!(language.as_str() == "se" && *rules > 10, "{counted:?}");
    let found = build_in_memory(&tree).1;
    let in_text = |finding: &&Diagnostic| tree.file(finding.span.file).path.as_str() == OWN_TEXT;
    assert_eq!(found.iter().filter(in_text).filter(|finding| finding.code == "consent-by-use").count(), 0);
}

const OWN_TEXT: &str = "content/group/clauses/what-we-collect.se.md";

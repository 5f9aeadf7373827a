//! The marks of the preview: every text on a page knows where it is written.

mod page;

use std::collections::BTreeMap;

use felles::model::OutputPath;
use felles::pipeline::{Content, Memo};
use felles::source::SourceTree;

use self::page::{Mark, Shown, texts, unmarked};
use crate::fixture::{DATE, build_on, file, shipped, site, with};

fn brands(tree: &SourceTree) -> Vec<String> {
    let files = tree.below("content/brands");
    let name = |path: &str| Some(path.rsplit('/').next()?.strip_suffix(".toml")?.to_owned());
    files.filter_map(|(_, file)| name(file.path.as_str())).collect()
}

/// The marked pages of a brand by their paths, as texts.
fn marked(tree: &SourceTree, brand: &str) -> BTreeMap<String, String> {
    let content = Content::read(tree, &mut Memo::default());
    let pages: BTreeMap<OutputPath, Vec<u8>> =
        content.and_then(|content| content.marked_brand(brand, DATE)).unwrap_or_default();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("a page is UTF-8");
    pages.into_iter().map(|(path, bytes)| (path.to_string(), text(bytes))).collect()
}

/// The pages that a build makes.
fn built(tree: &SourceTree) -> BTreeMap<String, String> {
    let pages =
        build_on(tree, DATE).0.into_iter().filter(|(path, _)| path.rsplit('.').next() == Some("html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("a page is UTF-8"))).collect()
}

/// The marked pages of a site's brands, once they are found to be those of a build without their marks.
#[track_caller]
fn check_unmarked(tree: &SourceTree) -> BTreeMap<String, String> {
    let built = built(tree);
    let pages: BTreeMap<String, String> = brands(tree).iter().flat_map(|brand| marked(tree, brand)).collect();
    assert_eq!(pages.keys().collect::<Vec<_>>(), built.keys().collect::<Vec<_>>());
    for (path, page) in &pages {
        assert!(page.contains("data-felles-from"), "{path} has no marks");
        assert_eq!(unmarked(page), built[path], "{path}");
    }
    pages
}

/// The text on a page that has these words.
#[track_caller]
fn shown(page: &str, words: &str) -> Shown {
    let found = texts(page).into_iter().find(|shown| shown.text.contains(words));
    found.unwrap_or_else(|| panic!("the page does not say `{words}`"))
}

/// The mark of the words that stand in the line of `path` where `written` stands, in the column where that line's text begins.
#[track_caller]
fn check_line(
    tree: &SourceTree,
    page: &str,
    words: &str,
    path: &str,
    written: &str,
    layer_and_what: [&str; 2],
) {
    let (_, source) = tree.find(path).unwrap_or_else(|| panic!("there is no {path}"));
    let line = source.text.lines().position(|line| line.contains(written));
    let line = line.unwrap_or_else(|| panic!("{path} does not say `{written}`")) + 1;
    let mark = shown(page, words).mark.unwrap_or_else(|| panic!("`{words}` has no mark"));
    assert!(mark.from.starts_with(&format!("{path}:{line}:")), "`{words}`: {mark:?}, and not in line {line}");
    assert_eq!([mark.layer.as_str(), mark.what.as_str()], layer_and_what, "{words}");
}

#[test]
fn a_page_without_its_marks_is_the_page_of_a_build() {
    for tree in [shipped(), site("fjord"), site("minimal"), site("nordlys")] {
        check_unmarked(&tree);
    }
}

#[test]
fn what_is_on_no_page_of_a_build_is_on_no_marked_page() {
    let tree = site("broken");
    let pages: Vec<String> =
        brands(&tree).iter().flat_map(|brand| marked(&tree, brand).into_keys()).collect();
    assert_eq!(pages, built(&tree).into_keys().collect::<Vec<_>>());
    let content = Content::read(&tree, &mut Memo::default()).unwrap();
    assert_eq!(content.marked_brand("nobody", DATE), None);
}

/// The rest: the numbers of sections, which are counted, and signs between values, which are the templates' own.
#[test]
fn every_word_of_the_shipped_pages_leads_to_a_line_of_a_file() {
    let tree = shipped();
    let mut rest = Vec::new();
    for brand in brands(&tree) {
        for (path, page) in marked(&tree, &brand) {
            let texts = texts(&page);
            let words = texts.iter().filter(|shown| shown.text.contains(char::is_alphanumeric));
            for Shown { text, mark, class } in words {
                match mark {
                    Some(Mark { from, what, .. }) => {
                        let (file, line) = place(from);
                        let lines = tree.find(file).map_or(0, |(_, source)| source.text.lines().count());
                        assert!((1..=lines).contains(&line) && !what.is_empty(), "{path}: {text}: {from}");
                    }
                    None if class == "number" => {}
                    None => rest.push(format!("{path}: {text}")),
                }
            }
        }
    }
    assert_eq!(rest.join("\n"), "");
}

/// The path and the line of a mark.
fn place(from: &str) -> (&str, usize) {
    let mut parts = from.rsplitn(3, ':').skip(1);
    let line = parts.next().and_then(|line| line.parse().ok()).unwrap_or_default();
    (parts.next().unwrap_or_default(), line)
}

#[test]
fn a_sentence_of_the_group_of_a_profile_and_of_a_clinic_leads_to_its_line() {
    let tree = shipped();
    let pages = marked(&tree, "c-medical");
    let (nb, en) = (&pages["c-medical/personvern/index.html"], &pages["c-medical/en/privacy/index.html"]);
    let check = |page: &str, words: &str, path: &str, layer_and_what: [&str; 2]| {
        check_line(&tree, page, words, path, words, layer_and_what);
    };
    let about = "clauses.about-this-statement";
    check(
        nb,
        "Du trenger ikke å lese alt.",
        "content/group/clauses/about-this-statement.nb.md",
        ["group", about],
    );
    check(nb, "hvem du kan kontakte", "content/group/clauses/about-this-statement.nb.md", ["group", about]);
    check(
        nb,
        "Noe kan variere fra klinikk til klinikk",
        "content/profiles/c-medical/clauses/what-we-collect.nb.md",
        ["profile c-medical", "clauses.what-we-collect"],
    );
    check(
        &marked(&tree, "legevakt-x")["legevakt-x/personvern/index.html"],
        "Medlemskapet er en avtale med oss",
        "content/clinics/legevakt-x/clauses/membership.nb.md",
        ["clinic legevakt-x", "clauses.membership"],
    );
    check_line(
        &tree,
        en,
        "Personal Data Act (",
        "content/group/laws.toml",
        "title.en = \"Personal Data Act (",
        ["group", "laws.personopplysningsloven.title"],
    );
}

#[test]
fn a_value_within_a_sentence_leads_to_its_own_line() {
    let tree = shipped();
    let pages = marked(&tree, "legevakt-x");
    let texts = texts(&pages["legevakt-x/personvern/index.html"]);
    // “Bruk {{ contacts.privacy.email }} når det gjelder …, og {{ contacts.general.email }} til alt annet”
    let sentence = texts.iter().skip_while(|shown| shown.text != "Bruk ");
    let values: Vec<&Mark> =
        sentence.skip(1).step_by(2).take(2).filter_map(|shown| shown.mark.as_ref()).collect();
    let path = "content/clinics/legevakt-x/contacts.toml";
    let text = &tree.find(path).expect("the clinic has contacts").1.text;
    for (value, contact) in values.iter().zip(["privacy", "general"]) {
        let heading = format!("[contacts.{contact}]");
        let mut of_contact = text.lines().enumerate().skip_while(|(_, line)| *line != heading);
        let line = of_contact.find(|(_, line)| line.starts_with("email")).expect("it has an address").0 + 1;
        assert_eq!(value.what, format!("contacts.{contact}.email"));
        assert!(value.from.starts_with(&format!("{path}:{line}:")), "{value:?}");
    }
    assert_eq!(values.len(), 2);
}

#[test]
fn each_block_of_a_text_leads_to_its_own_line() {
    let text = "+++\nsatisfies = [\"13(1)(a)\"]\n+++\n# Hvem vi er\n\nFørste avsnitt\nover to linjer.\n\n## Under {{ clinic.name }}\n\n\
        - en **sterk**\n  - inni\n- punkt\n\n| hode | to |\n|---|---|\n| celle | øæ |\n\n> sitat\n\n    kode\n";
    let path = "content/group/clauses/who-we-are.nb.md";
    let tree = with(&site("nordlys"), vec![file(path, text)]);
    let pages = check_unmarked(&tree);
    let page = &pages["nordlys-oslo/personvern/index.html"];
    let check = |words: &str, line_and_column: &str| {
        let mark = shown(page, words).mark.expect("a clause is marked");
        assert_eq!(mark.from, format!("{path}:{line_and_column}"), "{words}");
    };
    check("Hvem vi er", "4:1");
    check("Første avsnitt", "6:1");
    check("Under ", "9:1");
    check("en ", "11:1");
    check("sterk", "11:1");
    check("inni", "12:3");
    check("punkt", "13:1");
    check("hode", "15:2");
    check("celle", "17:2");
    check("øæ", "17:10");
    check("sitat", "19:3");
    check("kode", "21:5");
}

#[test]
fn what_a_value_replaced_stands_beside_it() {
    let tree = site("nordlys");
    let pages = marked(&tree, "nordlys-bergen");
    let phone = shown(&pages["nordlys-bergen/index.html"], "55 00 00 00").mark;
    let expected = Mark {
        from: "content/clinics/nordlys-bergen/contacts.toml:2:9".to_owned(),
        layer: "clinic nordlys-bergen".to_owned(),
        what: "contacts.booking.phone".to_owned(),
        replaced: "content/group/contacts.toml:9:9".to_owned(),
    };
    assert_eq!(phone, Some(expected));
    let clause = shown(&pages["nordlys-bergen/personvern/index.html"], "hver fredag").mark;
    let expected = Mark {
        from: "content/clinics/nordlys-bergen/clauses/how-long.nb.md:3:1".to_owned(),
        layer: "clinic nordlys-bergen".to_owned(),
        what: "clauses.how-long".to_owned(),
        replaced: "content/group/clauses/how-long.nb.md:4:1".to_owned(),
    };
    assert_eq!(clause, Some(expected));
    let skip = shown(&pages["nordlys-bergen/index.html"], "Rett til teksten").mark.expect("a text is marked");
    assert_eq!((skip.from.as_str(), skip.layer.as_str()), ("themes/nordlys/strings/nb.toml:1:19", "theme"));
    assert!(skip.replaced.starts_with("themes/base/strings/nb.toml:"), "{skip:?}");
}

#[test]
fn a_text_leads_to_the_line_of_its_language() {
    let tree = site("nordlys");
    let pages = marked(&tree, "nordlys-oslo");
    let mark = shown(&pages["nordlys-oslo/en/index.html"], "Questions about privacy").mark;
    assert_eq!(mark.map(|mark| mark.from).as_deref(), Some("content/group/contacts.toml:3:15"));
}

#[test]
fn private_letters_of_the_content_neither_forge_a_mark_nor_break_one() {
    // The signs of a mark, if they began with the first letter of the area: in a clause, as an entity, and escaped in TOML.
    let forged = "\u{100100}\u{100030}\u{10002f}\u{100030}\u{10002f}\u{100101}falskt\u{100102}";
    let path = "content/group/clauses/who-we-are.nb.md";
    let text = format!("# Hvem vi er\n\nDette er {forged}, og &#x100100;dette.\n");
    let contacts = "[contacts.booking]\nphone = \"55 00 00 00\"\nwhat_for.nb = \"Time \\U00100102 her\"\nwhat_for.en = \"Here\"\n";
    let files = vec![file(path, text), file("content/clinics/nordlys-oslo/contacts.toml", contacts)];
    let tree = with(&site("nordlys"), files);
    let pages = check_unmarked(&tree);
    let page = &pages["nordlys-oslo/personvern/index.html"];
    assert!(page.contains(forged));
    let mark = shown(page, "falskt").mark.expect("a clause is marked");
    assert_eq!(mark.from, format!("{path}:3:1"));
}

#[test]
fn a_page_that_a_template_would_make_otherwise_has_no_marks() {
    let template = "{% extends \"base.html\" %}{% block content %}\
        {% if page.brand.name == \"Nordlys Oslo\" %}<h1>Oslo</h1>{% else %}<h1>Annet</h1>{% endif %}{% endblock %}";
    let tree = with(&site("nordlys"), vec![file("themes/nordlys/templates/404.html", template)]);
    let (marked, built) = (marked(&tree, "nordlys-oslo"), built(&tree));
    assert!(built["nordlys-oslo/404.html"].contains("<h1>Oslo</h1>"));
    assert_eq!(marked["nordlys-oslo/404.html"], built["nordlys-oslo/404.html"]);
    assert!(marked["nordlys-oslo/index.html"].contains("data-felles-from"));
}

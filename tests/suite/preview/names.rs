//! Brands whose files have a name that is none, and brands that go.

use felles::source::SourceTree;

use super::shown::{Shown, reading, without};
use crate::fixture::{file, site, with};

/// The tree with a brand's file under another name.
fn renamed(tree: &SourceTree, brand: &str, name: &str) -> SourceTree {
    let path = format!("content/brands/{brand}.toml");
    let text = tree.find(&path).unwrap().1.text.clone();
    let others = without(tree, |file| file.path.as_str() == path);
    with(&others, vec![file(&format!("content/brands/{name}"), text)])
}

/// The state of a brand, how many findings it has, and whether older pages are shown.
fn state(shown: &Shown, brand: &str) -> (String, usize, bool) {
    let state = shown.state(&format!("?brand={brand}"));
    let of_brand = &state["brands"][0];
    let text = of_brand["state"].as_str().unwrap_or("unknown").to_owned();
    (text, state["findings"].as_array().unwrap().len(), of_brand["older"] == true)
}

#[test]
fn a_file_whose_name_only_suggests_the_brand_is_an_error_over_the_brands_last_pages() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&tree));
    for name in ["Havna.toml", "havna .toml", "havna.toml.txt"] {
        let before = shown.preview.snapshot();
        shown.show_unread(reading(&renamed(&tree, "havna", name)));
        assert_eq!(shown.preview.snapshot().files("havna"), before.files("havna"), "{name}");
        assert_eq!(state(&shown, "havna"), ("errors".to_owned(), 1, true), "{name}");
        shown.show(reading(&tree));
        assert_eq!(state(&shown, "havna"), ("fine".to_owned(), 0, false), "{name}");
    }
}

#[test]
fn an_ending_too_many_is_told_with_the_right_name_unless_that_is_taken() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&renamed(&tree, "havna", "havna.toml.txt")));
    let told = |shown: &Shown| shown.state("")["findings"][0]["text"].as_str().unwrap().to_owned();
    assert!(told(&shown).contains("did you mean `havna.toml`"), "{}", told(&shown));
    shown.show(reading(&with(&tree, vec![file("content/brands/havna.toml.txt", "")])));
    assert!(told(&shown).contains("move the file out of `content/`"), "{}", told(&shown));
}

#[test]
fn a_copy_under_a_name_that_is_none_is_a_brand_that_cannot_be_shown() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&tree));
    let text = tree.find("content/brands/havna.toml").unwrap().1.text.clone();
    let copied = with(&tree, vec![file("content/brands/havna - Kopi.toml", text)]);
    shown.show(reading(&copied));
    assert_eq!(state(&shown, "havna-kopi"), ("errors".to_owned(), 1, false));
    assert_eq!(state(&shown, "havna"), ("fine".to_owned(), 0, false));
    assert_eq!(shown.get("/_/havna-kopi/").status, 404);
    // It was never shown, so it is neither shown anew nor gone.
    assert_eq!((&shown.last.changed, &shown.last.gone), (&Vec::new(), &Vec::new()));
}

#[test]
fn what_is_no_brands_file_is_no_brand() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&with(&tree, vec![file("content/brands/README.md", "# Brands\n")])));
    assert!(shown.state("")["brands"].as_array().unwrap().iter().all(|brand| brand["id"] != "readme"));
    assert_eq!(shown.last.findings.len(), 1);
    shown.show(reading(&tree));
    assert_eq!(shown.last.findings, []);
}

#[test]
fn a_brand_that_goes_is_told_to_be_gone_and_not_to_be_shown() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&tree));
    shown.show(reading(&without(&tree, |file| file.path.as_str() == "content/brands/havna.toml")));
    assert_eq!(shown.last.gone, ["havna"]);
    assert!(!shown.last.changed.contains(&"havna".to_owned()), "{:?}", shown.last.changed);
    shown.show(reading(&tree));
    assert!(shown.last.gone.is_empty() && shown.last.changed.contains(&"havna".to_owned()));
}

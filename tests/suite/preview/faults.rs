//! Errors beside the work: each brand's own, over its last good pages.

use super::shown::{Shown, edited, reading};
use crate::fixture::site;

fn texts(value: &serde_json::Value, field: &str) -> Vec<String> {
    let list = value.as_array().unwrap().iter();
    list.map(|item| item[field].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_fault_in_one_clinic_is_that_of_its_brands_alone() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&tree));
    let broken = edited(&tree, "content/clinics/havna/clinic.toml", |text| format!("{text}\nx =\n"));
    shown.show(reading(&broken));
    let state = shown.state("");
    let brands = state["brands"].as_array().unwrap();
    let with_errors: Vec<&str> = brands
        .iter()
        .filter(|brand| brand["state"] == "errors")
        .map(|brand| brand["id"].as_str().unwrap())
        .collect();
    assert!(!with_errors.is_empty() && with_errors.len() < brands.len(), "{with_errors:?}");
    assert_eq!(shown.last.older, with_errors);
    for brand in brands.iter().map(|brand| brand["id"].as_str().unwrap()) {
        let of_brand = shown.state(&format!("?brand={brand}"));
        let has_fault = texts(&of_brand["findings"], "code").contains(&"toml-syntax".to_owned());
        assert_eq!(has_fault, with_errors.contains(&brand), "{brand}");
    }
    shown.show(reading(&tree));
    assert!(shown.last.older.is_empty());
    assert_eq!(shown.state("")["findings"].as_array().unwrap().len(), shown.last.findings.len());
}

#[test]
fn a_fault_in_what_all_share_is_that_of_all() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&tree));
    for path in ["content/group/about.toml", "site.toml"] {
        shown.show(reading(&edited(&tree, path, |text| format!("{text}\nx =\n"))));
        let brands = shown.preview.brands();
        assert_eq!(shown.last.older, brands, "{path}");
        assert!(!brands.is_empty());
        shown.show(reading(&tree));
        assert!(shown.last.older.is_empty(), "{path}");
    }
}

#[test]
fn what_can_be_built_is_shown_from_the_first() {
    let tree = site("fjord");
    let broken = edited(&tree, "content/clinics/havna/clinic.toml", |text| format!("{text}\nx =\n"));
    let shown = Shown::start(reading(&broken));
    assert!(!shown.preview.brands().is_empty());
    assert_eq!(shown.last.older, Vec::<String>::new());
}

#[test]
fn words_of_a_finding_stay_words() {
    let tree = site("fjord");
    let mut shown = Shown::start(reading(&tree));
    let nasty = "\"<script>alert(1)</script>\u{1b}[31m\" = 1\n";
    shown.show(reading(&edited(&tree, "content/group/about.toml", |text| format!("{nasty}{text}"))));
    let reply = shown.get("/_felles/state");
    assert_eq!(reply.header("content-type"), Some("application/json"));
    assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
    let text = reply.text();
    assert!(text.contains("<script>alert(1)"), "{text}");
    assert!(!text.contains('\u{1b}'));
    let state = shown.state("");
    let texts = texts(&state["findings"], "text");
    assert!(
        texts.iter().any(|text| text.contains("<script>"))
            && texts.iter().all(|text| !text.contains('\u{1b}'))
    );
    // The last good pages stay up, and hold nothing of it.
    assert!(!shown.get("/_/havna/").text().contains("alert(1)"));
}

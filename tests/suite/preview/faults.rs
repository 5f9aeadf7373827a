//! Errors beside the work: each brand's own, over its last good pages.

use felles::diagnostic::catalogue::content as say;
use felles::source::SourceTree;
use felles::source::disk::{SiteReading, Unreadable};

use super::shown::{Shown, edited, reading, without};
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

/// The files without those below `path`, as they are read when nobody may open it.
fn unreadable(tree: &SourceTree, path: &str) -> SiteReading {
    let below = format!("{path}/");
    let is_gone = |name: &str| name == path || name.starts_with(&below);
    let tree = without(tree, |file| is_gone(file.path.as_str()));
    let message = say::cannot_read(path, "Permission denied");
    SiteReading { tree, unreadable: vec![Unreadable { path: path.to_owned(), message }] }
}

/// The states of the brands, and the number of things that cannot be read of each.
fn states(shown: &Shown) -> Vec<(String, String, usize)> {
    let state = |brand: &String| {
        let state = shown.state(&format!("?brand={brand}"));
        let of_brand = state["brands"][0]["state"].as_str().unwrap().to_owned();
        (brand.clone(), of_brand, state["unreadable"].as_array().unwrap().len())
    };
    shown.preview.brands().iter().map(state).collect()
}

#[test]
fn what_cannot_be_read_is_an_error_of_its_brands_and_takes_no_page_away() {
    let tree = site("fjord");
    let before = Shown::start(reading(&tree)).preview.snapshot();
    let check = |path: &str, concerned: &dyn Fn(&str) -> bool| {
        let mut shown = Shown::start(reading(&tree));
        shown.show_unread(unreadable(&tree, path));
        let brands: Vec<&str> = before.brands().collect();
        assert_eq!(shown.preview.brands(), brands, "{path}");
        for (brand, state, unread) in states(&shown) {
            let expected = if concerned(&brand) { ("errors", 1) } else { ("fine", 0) };
            assert_eq!((state.as_str(), unread), expected, "{path}: {brand}");
            assert_eq!(shown.preview.snapshot().files(&brand), before.files(&brand), "{path}: {brand}");
        }
        shown.show(reading(&tree));
        assert!(shown.last.older.is_empty() && shown.last.changed.is_empty(), "{path}");
    };
    check("content/clinics/havna/clauses", &|brand| brand == "havna");
    check("content/brands/havna.toml", &|brand| brand == "havna");
    check("content/group/clauses", &|_| true);
    check("site.toml", &|_| true);
    check("content", &|_| true);
}

#[test]
fn a_brand_that_had_errors_from_the_first_is_shown_as_it_is_now() {
    let tree = site("fjord");
    let broken = edited(&tree, "content/clinics/havna/clinic.toml", |text| format!("x = 1\n{text}"));
    let mut shown = Shown::start(reading(&broken));
    assert_eq!(shown.state("?brand=havna")["brands"][0]["state"], "errors");
    let newer =
        edited(&broken, "content/brands/havna.toml", |text| text.replacen("\"Havna", "\"Nye Havna", 1));
    shown.show(reading(&newer));
    let state = &shown.state("?brand=havna")["brands"][0];
    assert_eq!((&state["state"], &state["older"]), (&"errors".into(), &false.into()));
    assert!(state["name"].as_str().unwrap().starts_with("Nye "), "{state}");
    assert!(shown.get("/_/havna/").text().contains("Nye "));
    assert_eq!(shown.last.changed, ["havna"]);
}

#[test]
fn a_brand_that_cannot_be_shown_has_a_page_that_says_so() {
    let tree = site("fjord");
    let broken = edited(&tree, "content/brands/havna.toml", |text| text.replacen("domain", "web", 1));
    let mut shown = Shown::start(reading(&broken));
    assert!(shown.preview.brands().contains(&"havna".to_owned()));
    let page = shown.get("/_/havna/");
    assert_eq!((page.status, page.header("content-type")), (404, Some("text/html; charset=utf-8")));
    let text = page.text();
    assert!(text.contains("The site havna cannot be shown yet") && text.contains("preview.js"), "{text}");
    assert!(!shown.get("/_/havna/?production").text().contains("preview.js"));
    assert_eq!(
        shown.get("/").text().matches("<p>Cannot be shown until the errors are mended</p>").count(),
        1
    );
    shown.show(reading(&tree));
    assert_eq!(shown.get("/_/havna/").status, 200);
    assert!(!shown.get("/").text().contains("<p>Cannot be shown until the errors are mended</p>"));
}

#[test]
fn the_sites_that_somebody_looks_at_are_told_of_too() {
    let tree = site("fjord");
    let newer =
        edited(&tree, "content/group/about.toml", |text| text.replacen("name = \"", "name = \"Nye ", 1));
    let told = |looked_at: &[&str]| {
        let mut shown = Shown::start(reading(&tree));
        for brand in looked_at {
            assert_eq!(shown.get(&format!("/_/{brand}/")).status, 200);
        }
        shown.show(reading(&newer));
        shown.last.changed.clone()
    };
    assert!(told(&[]).contains(&"havna".to_owned()));
    assert_eq!(told(&["havna", "nordlys"]), told(&[]));
}

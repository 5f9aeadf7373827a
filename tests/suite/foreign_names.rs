//! No finished page of any site names somebody else: looked for on the pages themselves, by plain search, whatever the program looks for.

use std::collections::BTreeSet;

use felles::source::SourceTree;

use crate::fixture::{build_in_memory, file, shipped, site, with};

/// The keys of content files whose values say who somebody is or how they are reached.
const TELLING: [&str; 8] = ["name", "name.nb", "name.en", "domain", "email", "phone", "number", "aliases"];

/// The values of a file that say who somebody is: no word of fewer letters, which may be a word of the language.
fn identities(text: &str) -> BTreeSet<String> {
    let mut identities = BTreeSet::new();
    for line in text.lines() {
        let Some((key, value)) = line.split_once('=') else { continue };
        if TELLING.contains(&key.trim()) {
            let words = value.split('"').skip(1).step_by(2).map(str::to_owned);
            identities.extend(words.filter(|word| word.chars().count() >= 5));
        }
    }
    identities
}

fn text(tree: &SourceTree, path: &str) -> String {
    tree.find(path).map(|(_, file)| file.text.clone()).unwrap_or_default()
}

/// The ids in the list that a file has under `key`.
fn list(text: &str, key: &str) -> Vec<String> {
    let line = text.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='));
    line.into_iter().flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned)).collect()
}

/// All that a brand's pages may be made of: its file, its clinics' folders, their profiles, the group, the brands that it mentions.
fn own_sources(tree: &SourceTree, brand: &str, with_mentioned: bool) -> String {
    let of_brand = text(tree, &format!("content/brands/{brand}.toml"));
    let mut originals = String::new();
    let mut folders = vec!["content/group".to_owned()];
    for clinic in list(&of_brand, "clinics") {
        let of_clinic = text(tree, &format!("content/clinics/{clinic}/clinic.toml"));
        folders.extend(list(&of_clinic, "profiles").iter().map(|id| format!("content/profiles/{id}")));
        // A copy names the brand of the original, which is its canonical address.
        for original in list(&of_clinic, "canonical").iter().filter(|_| with_mentioned) {
            originals += &text(tree, &format!("content/brands/{original}.toml"));
        }
        folders.push(format!("content/clinics/{clinic}"));
    }
    let tables = folders.iter().flat_map(|folder| tree.below(folder)).map(|(_, file)| file);
    let tables = tables.filter(|file| file.path.as_str().rsplit('.').next() == Some("toml"));
    let mut own: String = tables.map(|file| file.text.as_str()).collect();
    for other in list(&of_brand, "mentions").iter().filter(|_| with_mentioned) {
        own += &own_sources(tree, other, false);
    }
    own + &originals + &of_brand
}

/// What the pages of a site name that belongs to another brand or its clinics.
fn named(tree: &SourceTree) -> Vec<String> {
    let pages = build_in_memory(tree).0;
    let paths = tree.below("content/brands").map(|(_, file)| file.path.as_str().to_owned());
    let brands: Vec<String> = paths
        .filter_map(|path| Some(path.strip_prefix("content/brands/")?.strip_suffix(".toml")?.to_owned()))
        .collect();
    let mut named = Vec::new();
    for brand in &brands {
        let own = own_sources(tree, brand, true).to_lowercase();
        let others = brands.iter().filter(|other| *other != brand);
        let others: BTreeSet<String> =
            others.flat_map(|other| identities(&own_sources(tree, other, false))).collect();
        let others: Vec<&String> =
            others.iter().filter(|identity| !own.contains(&identity.to_lowercase())).collect();
        let is_read = |path: &str| {
            path.starts_with(&format!("{brand}/"))
                && ["html", "json", "txt"].iter().any(|end| path.ends_with(end))
        };
        for (path, bytes) in pages.iter().filter(|(path, _)| is_read(path)) {
            let page = String::from_utf8_lossy(bytes);
            let found = others.iter().filter(|identity| page.contains(identity.as_str()));
            named.extend(found.map(|identity| format!("{path}: {identity}")));
        }
    }
    named
}

#[test]
fn no_page_names_another_brand() {
    for (tree, least) in [(shipped(), 9), (site("fjord"), 5), (site("nordlys"), 2), (site("minimal"), 1)] {
        assert!(tree.below("content/brands").count() >= least);
        assert_eq!(named(&tree), Vec::<String>::new());
    }
}

/// The search sees what it is there for: a name that is planted, and the program's own finding beside it.
#[test]
fn a_name_that_is_planted_is_on_the_page_and_is_found() {
    let clause = "+++\nop = \"append\"\n+++\nRing Nordlys Bergen.\n";
    let path = "content/clinics/nordlys-oslo/clauses/what-we-collect.nb.md";
    let tree = with(&site("nordlys"), vec![file(path, clause)]);
    assert_eq!(named(&tree), ["nordlys-oslo/personvern/index.html: Nordlys Bergen"]);
    let findings = build_in_memory(&tree).1;
    assert!(findings.iter().any(|finding| finding.code == "foreign-brand-name"));
}

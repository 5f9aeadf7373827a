//! Every page of the shipped content, as a visitor, a search engine and a screen reader meet it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::date;

use crate::fixture::{build_on, lines, shipped};
use crate::page::Page;

/// The shipped content, built.
struct Built {
    findings: String,
    files: BTreeMap<String, Vec<u8>>,
    pages: BTreeMap<String, Page>,
}

static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let tree = shipped();
    let (files, findings) = build_on(&tree, date(2026, 11, 21));
    let pages = files.iter().filter(|(name, _)| name.rsplit('.').next() == Some("html"));
    let pages = pages.map(|(name, bytes)| (name.clone(), Page::parse(std::str::from_utf8(bytes).unwrap())));
    Built { findings: lines(&findings, &tree), pages: pages.collect(), files }
});

/// Holds every page to `check`, which returns what is wrong with it.
fn check_pages(check: impl Fn(&str, &Page) -> Vec<String>) {
    let faults = BUILT.pages.iter().flat_map(|(name, page)| {
        check(name, page).into_iter().map(move |fault| format!("{name}: {fault}\n"))
    });
    assert_eq!(faults.collect::<String>(), "");
    assert!(BUILT.pages.len() > 50, "the shipped content has more pages than {}", BUILT.pages.len());
}

fn brand_of(name: &str) -> &str {
    name.split('/').next().unwrap_or_default()
}

fn is_not_found(name: &str) -> bool {
    name.ends_with("/404.html")
}

/// The file behind a link of the page `from`; none for a link that leaves the site.
fn target(from: &str, href: &str) -> Option<(String, Option<String>)> {
    let (path, anchor) = match href.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (href, None),
    };
    if path.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    match path.strip_prefix('/') {
        Some(_) => parts.truncate(1),
        None if path.is_empty() => return Some((from.to_owned(), anchor)),
        None => drop(parts.pop()),
    }
    for part in path.trim_start_matches('/').split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    let folder = if path.ends_with('/') { "/index.html" } else { "" };
    Some((parts.join("/") + folder, anchor))
}

#[test]
fn the_shipped_content_has_no_finding() {
    assert_eq!(BUILT.findings, "");
}

#[test]
fn pages_parse_without_an_error() {
    check_pages(|_, page| page.faults.clone());
}

#[test]
fn links_within_a_site_lead_somewhere() {
    check_pages(|name, page| {
        let hrefs = page.tags.iter().filter_map(|tag| tag.get("href").or(tag.get("src")));
        let broken = hrefs.filter(|href| {
            target(name, href).is_some_and(|(file, anchor)| {
                let leaves = brand_of(&file) != brand_of(name);
                let lacks = anchor.is_some_and(|anchor| {
                    !BUILT.pages.get(&file).is_some_and(|page| page.ids().contains(&anchor.as_str()))
                });
                leaves || lacks || !BUILT.files.contains_key(&file)
            })
        });
        broken.map(|href| format!("`{href}` leads nowhere")).collect()
    });
}

#[test]
fn ids_are_unique_and_what_names_them_finds_them() {
    check_pages(|_, page| {
        let ids = page.ids();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        let twice = (unique.len() < ids.len()).then(|| "an id stands twice".to_owned());
        let named = page.tags.iter().filter_map(|tag| tag.get("aria-labelledby"));
        let lost = named.filter(|id| !unique.contains(id)).map(|id| format!("`{id}` labels nothing"));
        twice.into_iter().chain(lost).collect()
    });
}

#[test]
fn a_page_has_one_first_heading_and_skips_no_level() {
    check_pages(|_, page| {
        let level = |name: &str| name.strip_prefix('h')?.parse::<u8>().ok();
        let levels: Vec<u8> = page.tags.iter().filter_map(|tag| level(&tag.name)).collect();
        let mut faults = Vec::new();
        if levels.first() != Some(&1) || levels[1..].contains(&1) {
            faults.push(format!("headings {levels:?} do not begin with the only h1"));
        }
        let skips = levels.windows(2).filter(|pair| pair[1] > pair[0] + 1);
        faults.extend(skips.map(|pair| format!("h{} comes after h{}", pair[1], pair[0])));
        faults
    });
}

#[test]
fn a_page_says_its_language_and_in_what_language_a_part_is() {
    check_pages(|name, page| {
        let declared = page.all("html").next().and_then(|html| html.get("lang")).unwrap_or_default();
        let expected = if name.split('/').nth(1) == Some("en") { "en" } else { "nb" };
        (declared != expected).then(|| format!("lang is `{declared}`")).into_iter().collect()
    });
}

#[test]
fn titles_are_unique_within_a_brand() {
    let mut seen: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for (name, page) in &BUILT.pages {
        assert!(!page.title.trim().is_empty(), "{name} has no title");
        let before = seen.insert((brand_of(name), &page.title), name);
        assert_eq!(before, None, "{name} has the same title");
    }
}

#[test]
fn pages_run_no_script_and_load_nothing_from_elsewhere() {
    const LOADING: [&str; 9] =
        ["script", "iframe", "object", "embed", "base", "form", "style", "svg", "math"];
    check_pages(|_, page| {
        let mut faults = Vec::new();
        for tag in &page.tags {
            // A data block is no script: a browser runs nothing of it, whatever it says.
            let is_data = tag.name == "script" && tag.get("type") == Some("application/ld+json");
            if LOADING.contains(&tag.name.as_str()) && !is_data || tag.get("http-equiv").is_some() {
                faults.push(format!("<{}>", tag.name));
            }
            let attributes = tag.attributes.keys();
            let bad =
                attributes.filter(|name| name.starts_with("on") || *name == "style" || *name == "srcset");
            faults.extend(bad.map(|name| format!("<{} {name}>", tag.name)));
            // Links to follow and addresses to state are fine; what the browser fetches by itself is not.
            let fetched = match (tag.name.as_str(), tag.get("rel")) {
                ("a", _) | ("link", Some("canonical" | "alternate")) => None,
                ("link", _) => tag.get("href"),
                _ => tag.get("src"),
            };
            let away = fetched.filter(|address| address.contains(':') || address.starts_with("//"));
            faults.extend(away.map(|address| format!("loads `{address}`")));
        }
        faults
    });
}

/// The page at an absolute address, if it is one of the brand's.
fn page_at<'n>(brand: &'n str, address: &str) -> Option<(&'n str, &'static Page)> {
    let path = address.strip_prefix("https://")?.split_once('/')?.1;
    Some((brand, BUILT.pages.get(&format!("{brand}/{path}index.html"))?))
}

fn domain_of(brand: &str) -> String {
    let json = serde_json::from_slice::<serde_json::Value>(&BUILT.files[&format!("{brand}/privacy.json")]);
    json.unwrap()["brand"]["domain"].as_str().unwrap().to_owned()
}

#[test]
fn languages_of_a_page_name_one_another() {
    check_pages(|name, page| {
        let alternates = page.links("alternate");
        let host = format!("https://{}/", domain_of(brand_of(name)));
        let is_copy = !page.links("canonical").iter().any(|(_, address)| address.starts_with(&host));
        // A page that is no original leaves it to the original to name its languages.
        if is_not_found(name) || is_copy {
            return alternates.iter().map(|(_, address)| format!("names `{address}`")).collect();
        }
        let lang = page.all("html").next().and_then(|html| html.get("lang")).unwrap_or_default();
        let path = name.split_once('/').map_or("", |(_, path)| path.trim_end_matches("index.html"));
        let mut faults = Vec::new();
        if !alternates.iter().any(|(other, address)| *other == lang && address.ends_with(&format!("/{path}")))
        {
            faults.push("does not name itself".to_owned());
        }
        if alternates.iter().filter(|(other, _)| *other == "x-default").count() != 1 {
            faults.push("names no default".to_owned());
        }
        for (_, address) in &alternates {
            match page_at(brand_of(name), address) {
                Some((_, other)) if other.links("alternate") == alternates => {}
                Some(_) => faults.push(format!("`{address}` does not name the same pages")),
                None => faults.push(format!("`{address}` is no page")),
            }
        }
        faults
    });
}

#[test]
fn every_page_has_one_absolute_original() {
    check_pages(|name, page| {
        let canonical = page.links("canonical");
        let expected = usize::from(!is_not_found(name));
        let originals = canonical.iter().filter(|(_, address)| {
            let brands = BUILT.pages.keys().map(|name| brand_of(name)).collect::<BTreeSet<_>>();
            brands.into_iter().any(|brand| page_at(brand, address).is_some())
        });
        if (canonical.len(), originals.count()) == (expected, expected) {
            Vec::new()
        } else {
            vec![format!("its originals are {canonical:?}")]
        }
    });
}

#[test]
fn the_sitemap_lists_every_original_page_once_and_nothing_else() {
    let brands: BTreeSet<&str> = BUILT.pages.keys().map(|name| brand_of(name)).collect();
    for brand in brands {
        // A site of nothing but copies has none.
        let sitemap = BUILT.files.get(&format!("{brand}/sitemap.xml")).map_or(&[][..], Vec::as_slice);
        let sitemap = std::str::from_utf8(sitemap).unwrap();
        let listed = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next());
        let mut listed: Vec<&str> = listed.collect();
        listed.sort_unstable();
        let own = |name: &String, page: &'static Page| {
            let address = page.links("canonical").first()?.1;
            let path = name.split_once('/')?.1.trim_end_matches("index.html");
            let own = page.links("alternate").iter().any(|(_, other)| *other == address);
            (own && address.ends_with(&format!("/{path}"))).then_some(address)
        };
        let pages = BUILT.pages.iter().filter(|(name, _)| brand_of(name) == brand);
        let mut originals: Vec<&str> = pages.filter_map(|(name, page)| own(name, page)).collect();
        originals.sort_unstable();
        assert_eq!(listed, originals, "the sitemap of {brand}");
    }
}

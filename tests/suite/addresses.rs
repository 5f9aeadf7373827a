//! Where pages are: in folders of folders, below a path of another site's host, and after they have moved.

use std::collections::{BTreeMap, BTreeSet};

use felles::diagnostic::Diagnostic;
use felles::hosting::{ADDRESSES_FILE, Addresses, HostedBrand, Scheme};
use felles::pipeline::{BuildOptions, MemorySink, build_after};
use felles::source::SourceTree;

use crate::fixture::{DATE, file, lines, site, with};

/// What came of a build.
struct Built {
    files: BTreeMap<String, String>,
    brand: HostedBrand,
    findings: Vec<Diagnostic>,
}

impl Built {
    fn after(before: Option<&Self>, tree: &SourceTree) -> Self {
        let sink = MemorySink::new();
        let before = before.map(|before| before.files[ADDRESSES_FILE].as_bytes());
        let before = before.map(|json| Addresses::parse(json).unwrap()).unwrap_or_default();
        let outcome = build_after(tree, BuildOptions { date: DATE }, before, &sink);
        let files = sink.into_files().into_iter();
        let files =
            files.map(|(path, bytes)| (path.to_string(), String::from_utf8_lossy(&bytes).into_owned()));
        let brand = outcome.brands.iter().find(|brand| brand.id.as_str() == BRAND).unwrap();
        Self { files: files.collect(), brand: (*brand.hosted).clone(), findings: outcome.findings }
    }

    /// The files of the brand, by their paths in its folder.
    fn own(&self) -> BTreeMap<&str, &str> {
        let own = self.files.iter();
        own.filter_map(|(path, text)| Some((path.strip_prefix("nordlys-oslo/")?, text.as_str()))).collect()
    }

    /// The file that a path of the brand's host is answered with, or where it leads.
    fn ask(&self, raw: &str) -> Option<(u16, String)> {
        let own = self.own();
        let host = self.brand.domain.ascii().to_owned();
        let answer = self.brand.answer(Scheme::Https, &host, raw, |path| own.contains_key(path))?;
        let location = answer.headers.iter().find(|header| header.name == "Location");
        Some((answer.status, location.map(|header| header.value.clone()).or(answer.file).unwrap_or_default()))
    }
}

const BRAND: &str = "nordlys-oslo";

fn brand_file(keys: &str) -> felles::source::SourceFile {
    file("content/brands/nordlys-oslo.toml", format!("name = \"Nordlys Oslo\"\n{keys}"))
}

const OSLO: &str = "domain = \"nordlys-oslo.example\"\nclinics = [\"nordlys-oslo\"]\n";
const BELOW: &str = "domain = \"klinikk.example/om-oss/personvern\"\nclinics = [\"nordlys-oslo\"]\n";

/// Every address that a page names in an attribute, on the host of the page at `folder`.
fn named(page: &str, folder: &str) -> BTreeSet<String> {
    let values = ["href=\"", "src=\""].into_iter().flat_map(|attribute| page.split(attribute).skip(1));
    let values = values.filter_map(|rest| rest.split('"').next());
    let local = values.filter(|value| !value.contains(':') && !value.starts_with('#'));
    let resolve = |value: &str| {
        let value = value.split('#').next().unwrap();
        let mut folders: Vec<&str> =
            if value.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
        folders.retain(|part| !part.is_empty());
        for part in value.split('/').filter(|part| !part.is_empty() && *part != ".") {
            match part {
                ".." => {
                    folders.pop();
                }
                part => folders.push(part),
            }
        }
        let end = if value.ends_with('/') || value.ends_with("..") || value.is_empty() { "/" } else { "" };
        format!("/{}{end}", folders.join("/")).replace("//", "/")
    };
    local.map(resolve).collect()
}

/// Follows every address on every page, and on the pages for what is not there from deep below.
fn every_address_is_answered(built: &Built) {
    let base = built.brand.base.as_str();
    let own = built.own();
    let pages = own.iter().filter(|(path, _)| path.rsplit('.').next() == Some("html"));
    let mut count = 0;
    for (path, page) in pages {
        let folder = match path.strip_suffix("404.html") {
            Some(folder) => format!("{base}/{folder}x/y/z/"),
            None => format!("{base}/{}", path.trim_end_matches("index.html")),
        };
        for address in named(page, &folder) {
            let (status, file) = built.ask(&address).unwrap_or_else(|| panic!("{address} on {path}"));
            assert_eq!(status, 200, "{address} on {path}: {file}");
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

#[test]
fn a_document_may_lie_in_a_folder_of_a_folder() {
    let policy = site("nordlys");
    let (_, policy) = policy.find("content/group/policy.toml").unwrap();
    let policy = policy.text.replace("path.nb = \"personvern\"", "path.nb = \"om-oss/personvern\"");
    let policy = policy.replace("path.en = \"privacy\"", "path.en = \"legal/privacy/statement\"");
    let tree = with(&site("nordlys"), vec![file("content/group/policy.toml", policy)]);
    let built = Built::after(None, &tree);
    assert_eq!(lines(&built.findings, &tree), "");
    every_address_is_answered(&built);
    assert_eq!(built.ask("/om-oss/personvern/"), Some((200, "om-oss/personvern/index.html".to_owned())));
    assert_eq!(built.ask("/en/legal/privacy/statement/").unwrap().0, 200);
    assert_eq!(built.ask("/om-oss/"), Some((404, "404.html".to_owned())));
    assert_eq!(built.ask("/en/legal/privacy/"), Some((404, "en/404.html".to_owned())));
    let there = "https://nordlys-oslo.example/om-oss/personvern";
    assert_eq!(built.ask("/om-oss/personvern?a"), Some((301, format!("{there}/?a"))));
    assert!(
        built.own()["sitemap.xml"]
            .contains("<loc>https://nordlys-oslo.example/en/legal/privacy/statement/</loc>")
    );
}

#[test]
fn a_site_may_lie_below_a_path_of_another_sites_host() {
    let tree = with(&site("nordlys"), vec![brand_file(BELOW)]);
    let built = Built::after(None, &tree);
    assert_eq!(lines(&built.findings, &tree), "");
    every_address_is_answered(&built);
    let (own, root) = (built.own(), "https://klinikk.example/om-oss/personvern");
    assert!(
        own["en/privacy/index.html"]
            .contains(&format!("<link rel=\"canonical\" href=\"{root}/en/privacy/\""))
    );
    assert!(own["sitemap.xml"].contains(&format!("<loc>{root}/personvern/</loc>")));
    assert!(!own["sitemap.xml"].contains("<loc>https://klinikk.example/personvern"));
    // Programs look for these at the root of the host alone.
    for path in ["robots.txt", ".well-known/security.txt", "CNAME", ".nojekyll", "_headers", "_redirects"] {
        assert!(!own.contains_key(path), "{path}");
    }
    let robots = &built.files["_hosting/root/nordlys-oslo/robots.txt"];
    assert!(robots.contains(&format!("Sitemap: {root}/sitemap.xml\n")), "{robots}");
    let security = &built.files["_hosting/root/nordlys-oslo/.well-known/security.txt"];
    assert!(security.contains("Canonical: https://klinikk.example/.well-known/security.txt\n"), "{security}");
    let told = &built.files["_hosting/HOSTING.txt"];
    assert!(
        told.contains("include /srv/felles/_hosting/nginx/nordlys-oslo.location;")
            || told.contains("nginx/nordlys-oslo.location"),
        "{told}"
    );
    for server in ["nginx", "apache", "caddy"] {
        assert!(built.files.contains_key(&format!("_hosting/{server}/nordlys-oslo.location")), "{server}");
    }
    assert_eq!(built.ask("/"), None);
    assert_eq!(built.ask("/om-oss/personvernet"), None);
    assert_eq!(built.ask("/om-oss/personvern?x"), Some((301, format!("{root}/?x"))));
    assert_eq!(built.ask("/om-oss/personvern/en/none"), Some((404, "en/404.html".to_owned())));
    let host = built.brand.domain.ascii();
    assert_eq!(built.brand.answer(Scheme::Http, host, "/om-oss/personvern/", |_| true), None);
}

#[test]
fn one_more_clinic_moves_pages_and_the_old_addresses_lead_to_them_until_the_file_says_so() {
    let one = with(&site("nordlys"), vec![brand_file(OSLO)]);
    let two = "domain = \"nordlys-oslo.example\"\nclinics = [\"nordlys-oslo\", \"nordlys-bergen\"]\n";
    let (first, two_tree) = (Built::after(None, &one), with(&site("nordlys"), vec![brand_file(two)]));
    assert!(Built::after(Some(&first), &one).findings.is_empty());

    let moved = Built::after(Some(&first), &two_tree);
    let told = lines(&moved.findings, &two_tree);
    assert!(told.contains("warning[address-moved]"), "{told}");
    let there = "https://nordlys-oslo.example/nordlys-oslo/personvern/".to_owned();
    assert_eq!(moved.ask("/personvern/"), Some((301, there.clone())));
    assert_eq!(
        moved.ask("/en/privacy?x").unwrap().1,
        "https://nordlys-oslo.example/en/nordlys-oslo/privacy/"
    );
    // The front page is one again: that of both.
    assert_eq!(moved.ask("/"), Some((200, "index.html".to_owned())));
    assert!(moved.own()["_redirects"].contains("/personvern /nordlys-oslo/personvern/ 301"));

    // What is known does not get lost with one more build, nor grow.
    let again = Built::after(Some(&moved), &two_tree);
    assert_eq!(again.files, moved.files);

    // The lines that the help gives take the warning away, and do the same.
    let help = moved.findings.iter().filter(|finding| finding.code == "address-moved");
    let help = help
        .filter_map(|finding| finding.help.as_ref())
        .map(|help| help.in_language(felles::diagnostic::MessageLanguage::English).to_owned());
    let written: String = help
        .flat_map(|help| help.lines().skip(1).map(|line| format!("{line}\n")).collect::<Vec<_>>())
        .collect();
    let told_tree = with(&site("nordlys"), vec![brand_file(&format!("{two}[redirects]\n{written}"))]);
    let told = Built::after(Some(&again), &told_tree);
    let left = told.findings.iter().filter(|finding| finding.code == "address-moved");
    assert_eq!(left.count(), 0, "{}", lines(&told.findings, &told_tree));
    assert_eq!(told.ask("/personvern/"), Some((301, there)));
    assert!(!told.files[ADDRESSES_FILE].contains("former"));

    // Back again: an address that is a page's again leads nowhere else.
    let back = Built::after(Some(&moved), &one);
    assert_eq!(back.ask("/personvern/").unwrap().0, 200);
    assert_eq!(back.ask("/nordlys-oslo/personvern/").unwrap().1, "https://nordlys-oslo.example/personvern/");
}

#[test]
fn a_site_that_leaves_its_domain_is_told_of_what_does_not_lead_to_it() {
    let first = Built::after(None, &with(&site("nordlys"), vec![brand_file(OSLO)]));
    let check = |keys: &str, expected: usize| {
        let tree = with(&site("nordlys"), vec![brand_file(keys)]);
        let built = Built::after(Some(&first), &tree);
        let told = built.findings.iter().filter(|finding| finding.code == "address-moved");
        assert_eq!(told.count(), expected, "{}", lines(&built.findings, &tree));
        built
    };
    check("domain = \"oslo.example\"\nclinics = [\"nordlys-oslo\"]\n", 1);
    check(
        "domain = \"oslo.example\"\naliases = [\"nordlys-oslo.example\"]\nclinics = [\"nordlys-oslo\"]\n",
        0,
    );
    let below = check("domain = \"nordlys-oslo.example/personvern\"\nclinics = [\"nordlys-oslo\"]\n", 1);
    // The old address of the statement is below the new path, and the site's own front page.
    assert_eq!(below.ask("/personvern/").unwrap().0, 200);
}

use std::collections::{BTreeMap, BTreeSet};

use super::page::{PageTags, Tag};

/// What is remembered of a brand's pages until the last has come, by the paths of their files.
pub(super) type SeenPages = BTreeMap<String, Seen>;

/// What other pages may ask of a page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// The ids of its elements.
    pub ids: BTreeSet<String>,
    /// The links that name an anchor.
    pub links: BTreeSet<String>,
    /// Whether it says which address it has.
    pub has_address: bool,
    /// Its languages, each with the address there.
    pub alternates: BTreeMap<String, String>,
}

impl Seen {
    /// What is remembered of `page`.
    pub(super) fn of(page: &PageTags<'_>) -> Self {
        let mut seen = Self::default();
        for tag in &page.tags {
            seen.ids.extend(tag.get("id").map(str::to_owned));
            let href = tag.get("href").unwrap_or_default();
            match (&*tag.name, tag.get("rel")) {
                ("a", _) if href.contains('#') => drop(seen.links.insert(href.to_owned())),
                ("link", Some("canonical")) => seen.has_address = true,
                ("link", Some("alternate")) => seen.alternates.extend(alternate(tag, href)),
                _ => {}
            }
        }
        seen
    }
}

fn alternate(tag: &Tag<'_>, href: &str) -> Option<(String, String)> {
    Some((tag.get("hreflang")?.to_owned(), href.to_owned()))
}

/// The file behind a relative link of the page `from`, and the anchor.
/// Returns None for a link that leaves the site.
pub(super) fn target<'h>(from: &str, href: &'h str) -> Option<(String, &'h str)> {
    let (path, anchor) = href.split_once('#')?;
    if path.contains(':') || path.starts_with("//") {
        return None;
    }
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return Some((from.to_owned(), anchor));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.truncate(if path.starts_with('/') { 1 } else { parts.len() - 1 });
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    let folder = if path.ends_with(['/', '.']) { "/index.html" } else { "" };
    Some((parts.join("/") + folder, anchor))
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn a_relative_link_leads_to_a_file_of_the_brand() {
        let check = |href: &str, expected: Option<(&str, &str)>| {
            let found = target("b/en/privacy/index.html", href);
            assert_eq!(found.as_ref().map(|(file, anchor)| (file.as_str(), *anchor)), expected, "{href}");
        };
        check("#a", Some(("b/en/privacy/index.html", "a")));
        check("../cookies/#a", Some(("b/en/cookies/index.html", "a")));
        check("../../#a", Some(("b/index.html", "a")));
        check("/personvern/#a", Some(("b/personvern/index.html", "a")));
        check("./#a", Some(("b/en/privacy/index.html", "a")));
        check("https://x.no/#a", None);
        check("../cookies/", None);
    }
}

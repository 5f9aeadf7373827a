use std::borrow::Cow;
use std::collections::BTreeMap;

use super::page::{PageTags, Tag};

/// What is remembered of a brand's pages until the last has come, by the paths of their files.
pub(super) type SeenPages = BTreeMap<String, Seen>;

/// What other pages may ask of a page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// The ids of its elements, in order.
    pub ids: Vec<String>,
    /// The links that name an anchor, in order.
    pub links: Vec<String>,
    /// Whether it says which address it has.
    pub has_address: bool,
    /// Its languages, each with the address there.
    pub alternates: BTreeMap<String, String>,
}

impl Seen {
    /// What is remembered of `page`.
    pub(super) fn of(page: &PageTags<'_>) -> Self {
        let (mut seen, mut ids, mut links) = (Self::default(), Vec::new(), Vec::new());
        for tag in &page.tags {
            ids.extend(tag.get("id"));
            let href = tag.get("href").unwrap_or_default();
            match (&*tag.name, tag.get("rel")) {
                ("a", _) if href.contains('#') => links.push(href),
                ("link", Some("canonical")) => seen.has_address = true,
                ("link", Some("alternate")) => seen.alternates.extend(alternate(tag, href)),
                _ => {}
            }
        }
        let in_order = |mut names: Vec<&str>| {
            names.sort_unstable();
            names.dedup();
            names.into_iter().map(str::to_owned).collect()
        };
        Self { ids: in_order(ids), links: in_order(links), ..seen }
    }

    /// Whether an element has this id.
    pub(super) fn has_id(&self, id: &str) -> bool {
        self.ids.binary_search_by(|known| known.as_str().cmp(id)).is_ok()
    }
}

fn alternate(tag: &Tag<'_>, href: &str) -> Option<(String, String)> {
    Some((tag.get("hreflang")?.to_owned(), href.to_owned()))
}

/// The file behind a relative link of the page `from`, and the anchor.
/// Returns None for a link that leaves the site.
pub(super) fn target<'h>(from: &'h str, href: &'h str) -> Option<(Cow<'h, str>, &'h str)> {
    let (path, anchor) = href.split_once('#')?;
    if path.contains(':') || path.starts_with("//") {
        return None;
    }
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return Some((from.into(), anchor));
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
    Some(((parts.join("/") + folder).into(), anchor))
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn a_relative_link_leads_to_a_file_of_the_brand() {
        let check = |href: &str, expected: Option<(&str, &str)>| {
            let found = target("b/en/privacy/index.html", href);
            assert_eq!(found.as_ref().map(|(file, anchor)| (&**file, *anchor)), expected, "{href}");
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

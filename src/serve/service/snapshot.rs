use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Checksum, Id, OutputPath};

/// All brands' finished files, as one build made them.
#[derive(Debug, Clone)]
pub struct Snapshot {
    number: u64,
    /// Each brand's files by their paths below its folder.
    brands: BTreeMap<String, BTreeMap<String, File>>,
}

/// A finished file.
#[derive(Debug, Clone)]
pub(super) struct File {
    pub bytes: Arc<[u8]>,
    /// Its entity tag: another content has another.
    pub tag: String,
}

/// What is at a path of a brand.
#[derive(Debug)]
pub(super) enum Found<'s> {
    /// A file, and its path.
    File(&'s str, &'s File),
    /// A page whose address ends with a `/`, which was left out.
    Folder(&'s str),
    /// Nothing; the brand's page that says so, if it has one.
    Missing(Option<&'s File>),
}

/// The page of a folder.
const INDEX: &str = "index.html";

impl Snapshot {
    /// The snapshot of these brands, out of all the files of a build; files that are no brand's are left out.
    #[must_use]
    pub fn new<'b>(files: BTreeMap<OutputPath, Vec<u8>>, brands: impl IntoIterator<Item = &'b Id>) -> Self {
        let empty = |brand: &Id| (brand.as_str().to_owned(), BTreeMap::new());
        let mut brands: BTreeMap<String, BTreeMap<String, File>> = brands.into_iter().map(empty).collect();
        for (path, bytes) in files {
            let parts = path.as_str().split_once('/');
            if let Some((of_brand, path)) =
                parts.and_then(|(brand, path)| Some((brands.get_mut(brand)?, path)))
            {
                of_brand.insert(path.to_owned(), File::new(bytes));
            }
        }
        Self { number: 1, brands }
    }

    /// The number of the build, from 1 on.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The ids of the brands, in order.
    pub fn brands(&self) -> impl Iterator<Item = &str> {
        self.brands.keys().map(String::as_str)
    }

    pub(in crate::serve) fn numbered(self, number: u64) -> Self {
        Self { number, ..self }
    }

    /// The brand of this id, if there is one.
    pub(super) fn brand(&self, id: &str) -> Option<&str> {
        self.brands.get_key_value(id).map(|(id, _)| id.as_str())
    }

    /// What is at `path`, which starts with a `/`; nothing if there is no such brand.
    ///
    /// Paths are looked up and never walked, so no spelling of a way out leads anywhere.
    pub(super) fn find(&self, brand: &str, path: &str) -> Option<Found<'_>> {
        let files = self.brands.get(brand)?;
        let path = path.strip_prefix('/')?;
        let known = |path: &str| files.get_key_value(path);
        let page =
            if path.is_empty() || path.ends_with('/') { format!("{path}{INDEX}") } else { path.to_owned() };
        if let Some((path, file)) = known(&page) {
            return Some(Found::File(path, file));
        }
        let folder = known(&format!("{path}/{INDEX}")).and_then(|(page, _)| page.strip_suffix(INDEX));
        Some(match folder.and_then(|folder| folder.strip_suffix('/')) {
            Some(folder) if !path.is_empty() => Found::Folder(folder),
            _ => Found::Missing(files.get("404.html")),
        })
    }

    /// A snapshot of brands without files.
    #[cfg(test)]
    pub(in crate::serve) fn of_brands<const N: usize>(brands: [&str; N]) -> Self {
        let ids = brands.map(|brand| Id::from_name(brand).unwrap());
        Self::new(BTreeMap::new(), &ids)
    }
}

impl File {
    fn new(bytes: Vec<u8>) -> Self {
        let tag = format!("\"{}\"", &Checksum::of(&bytes).to_string()[..16]);
        Self { bytes: bytes.into(), tag }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: &str) {
        let files = ["index.html", "404.html", "en/personvern/index.html", "privacy.json"];
        let files =
            files.map(|path| (OutputPath::parse(&format!("a/{path}")).unwrap(), path.as_bytes().to_vec()));
        let other = (OutputPath::parse("_hosting/a/nginx.conf").unwrap(), Vec::new());
        let ids = [Id::from_name("a").unwrap(), Id::from_name("b").unwrap()];
        let site = Snapshot::new(files.into_iter().chain([other]).collect(), &ids);
        let found = match site.find("a", path) {
            Some(Found::File(path, _)) => path.to_owned(),
            Some(Found::Folder(folder)) => format!("to {folder}"),
            Some(Found::Missing(page)) => format!("missing, with page: {}", page.is_some()),
            None => "no brand".to_owned(),
        };
        assert_eq!(found, expected, "{path}");
        assert!(site.find("_hosting", "/a/nginx.conf").is_none());
        assert!(matches!(site.find("b", path), Some(Found::Missing(None))));
    }

    #[test]
    fn a_path_is_found_as_it_is_written() {
        check("/", "index.html");
        check("/index.html", "index.html");
        check("/en/personvern/", "en/personvern/index.html");
        check("/en/personvern", "to en/personvern");
        check("/privacy.json", "privacy.json");
    }

    #[test]
    fn every_other_spelling_is_missing() {
        for path in [
            "/../a/index.html",
            "/./",
            "//",
            "/en//personvern/",
            "/en/../index.html",
            "/%2e%2e/",
            "/..%2findex.html",
            "/%69ndex.html",
            "/en\\personvern",
            "/index.html/",
            "/INDEX.HTML",
            "/privacy.json/",
            "/en",
            "/en/",
            "/x",
        ] {
            check(path, "missing, with page: true");
        }
    }
}

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::hosting::{FoundPath, HostedBrand, find};
use crate::model::{Checksum, Id, OutputPath};

/// All brands' finished files, each brand's as one build made them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snapshot {
    number: u64,
    /// None while a brand's files are still to be made for the first time.
    brands: BTreeMap<String, Option<Arc<SiteFiles>>>,
    /// Where the old addresses of brands lead.
    hosted: BTreeMap<String, Arc<HostedBrand>>,
}

/// The finished files of one brand.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SiteFiles {
    /// By their paths below the brand's folder.
    files: BTreeMap<String, File>,
}

/// A finished file.
#[derive(Debug, Clone)]
pub(super) struct File {
    pub bytes: Arc<[u8]>,
    /// Made when the file is asked for: most files of a preview never are.
    tag: OnceLock<String>,
}

/// What is at a path of a brand.
#[derive(Debug)]
pub(super) enum FoundFile<'s> {
    /// A file, and its path.
    File(&'s str, &'s File),
    /// A page whose address ends with a `/`, which was left out.
    Folder(String),
    /// No file; the brand's page that says so, if it has one.
    Missing(Option<&'s File>),
}

impl Snapshot {
    /// The snapshot of these brands; one without files is still to be made for the first time.
    #[must_use]
    pub fn new(brands: impl IntoIterator<Item = (Id, Option<Arc<SiteFiles>>)>) -> Self {
        let brands = brands.into_iter().map(|(brand, files)| (brand.to_string(), files)).collect();
        Self { number: 1, brands, hosted: BTreeMap::new() }
    }

    /// The snapshot with what hosts know of these brands: where old addresses lead.
    #[must_use]
    pub fn with_hosted(mut self, hosted: impl IntoIterator<Item = Arc<HostedBrand>>) -> Self {
        self.hosted = hosted.into_iter().map(|brand| (brand.id.to_string(), brand)).collect();
        self
    }

    /// The page that an old address of a brand leads to; `raw` is its path and query.
    pub(super) fn moved_to(&self, brand: &str, raw: &str) -> Option<&str> {
        self.hosted.get(brand)?.moved_to(raw)
    }

    /// The path without that below which the brand's site is: the preview answers with it and without it.
    pub(super) fn below_base<'p>(&self, brand: &str, path: &'p str) -> &'p str {
        let below = self.hosted.get(brand).and_then(|hosted| hosted.base.below(path));
        below.filter(|below| !below.is_empty()).unwrap_or(path)
    }

    /// The number of the build, one more than the last one's; a preview starts with one at random.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The ids of the brands, in order.
    pub fn brands(&self) -> impl Iterator<Item = &str> {
        self.brands.keys().map(String::as_str)
    }

    /// The files of this brand. Returns None if there is no such brand, or if it is still to be made.
    #[must_use]
    pub fn files(&self, brand: &str) -> Option<&Arc<SiteFiles>> {
        self.brands.get(brand)?.as_ref()
    }

    /// Whether any brand's files are still to be made for the first time.
    #[must_use]
    pub fn has_unmade(&self) -> bool {
        self.brands.values().any(Option::is_none)
    }

    /// Whether this brand's files are still to be made for the first time.
    #[must_use]
    pub fn is_unmade(&self, brand: &str) -> bool {
        self.brands.get(brand).is_some_and(Option::is_none)
    }

    pub(in crate::serve) fn numbered(self, number: u64) -> Self {
        Self { number, ..self }
    }

    /// The brand of this id, if there is one.
    pub(super) fn brand(&self, id: &str) -> Option<&str> {
        self.brands.get_key_value(id).map(|(id, _)| id.as_str())
    }

    /// A snapshot of brands without files.
    #[cfg(test)]
    pub(in crate::serve) fn of_brands<const N: usize>(brands: [&str; N]) -> Self {
        Self::new(brands.map(|brand| (Id::from_name(brand).unwrap(), None)))
    }
}

impl SiteFiles {
    /// Takes one more file, by its path below the brand's folder.
    pub fn put(&mut self, path: &str, bytes: Arc<[u8]>) {
        self.files.insert(path.to_owned(), File { bytes, tag: OnceLock::new() });
    }

    /// Sorts the files of a build by the brands of these ids; files that belong to no brand are left out.
    #[must_use]
    pub fn of_brands<'b>(
        files: BTreeMap<OutputPath, Vec<u8>>,
        brands: impl IntoIterator<Item = &'b Id>,
    ) -> BTreeMap<Id, Arc<Self>> {
        let mut sorted: BTreeMap<&str, (&Id, Self)> =
            brands.into_iter().map(|brand| (brand.as_str(), (brand, Self::default()))).collect();
        for (path, bytes) in files {
            let parts = path.as_str().split_once('/');
            if let Some(((_, of_brand), path)) =
                parts.and_then(|(brand, path)| Some((sorted.get_mut(brand)?, path)))
            {
                of_brand.put(path, bytes.into());
            }
        }
        sorted.into_values().map(|(brand, files)| (brand.clone(), Arc::new(files))).collect()
    }

    /// The bytes of the file at this path below the brand's folder.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path).map(|file| &file.bytes)
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Every file's path and bytes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, file)| (path.as_str(), &*file.bytes))
    }

    /// What is at `path`. Returns None if it does not start with a `/`.
    pub(super) fn find(&self, path: &str) -> Option<FoundFile<'_>> {
        let file = |path: &str| self.files.get_key_value(path);
        Some(match path.starts_with('/').then(|| find(path, |path| file(path).is_some()))? {
            FoundPath::File(path) => file(&path).map(|(path, file)| FoundFile::File(path, file))?,
            FoundPath::Folder(folder) => FoundFile::Folder(folder),
            FoundPath::Missing(page) => FoundFile::Missing(page.and_then(|page| self.files.get(&page))),
        })
    }
}

impl File {
    /// Its entity tag: another content has another.
    pub(super) fn tag(&self) -> &str {
        self.tag.get_or_init(|| format!("\"{}\"", &Checksum::of(&self.bytes).to_string()[..16]))
    }
}

impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for File {}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: &str) {
        let files = ["index.html", "404.html", "en/404.html", "en/personvern/index.html", "privacy.json"];
        let files =
            files.map(|path| (OutputPath::parse(&format!("a/{path}")).unwrap(), path.as_bytes().to_vec()));
        let other = (OutputPath::parse("_hosting/a/nginx.conf").unwrap(), Vec::new());
        let ids = [Id::from_name("a").unwrap(), Id::from_name("b").unwrap()];
        let site = SiteFiles::of_brands(files.into_iter().chain([other]).collect(), &ids);
        let found = match site[&ids[0]].find(path) {
            Some(FoundFile::File(path, _)) => path.to_owned(),
            Some(FoundFile::Folder(folder)) => format!("to {folder}"),
            Some(FoundFile::Missing(page)) => {
                format!(
                    "missing, with {}",
                    page.map_or("none", |page| std::str::from_utf8(&page.bytes).unwrap())
                )
            }
            None => "no path".to_owned(),
        };
        assert_eq!(found, expected, "{path}");
        assert_eq!(site.len(), 2);
        assert!(matches!(site[&ids[1]].find(path), Some(FoundFile::Missing(None))));
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
            "/%2e%2e/",
            "/..%2findex.html",
            "/%69ndex.html",
            "/en\\personvern",
            "/index.html/",
            "/INDEX.HTML",
            "/privacy.json/",
            "/en",
            "/x",
        ] {
            check(path, "missing, with 404.html");
        }
        for path in ["/en/", "/en/x", "/en/personvern/x/y", "/en//personvern/", "/en/../index.html"] {
            check(path, "missing, with en/404.html");
        }
    }
}

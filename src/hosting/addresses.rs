use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{OldAddress, TextValue};

/// Where the pages of a build are, for the build after it and for who compares what is served: the place
/// below the output folder.
pub const ADDRESSES_FILE: &str = "_hosting/addresses.json";

/// Rises when the file changes so that an older felles would misread it.
const FORMAT: u32 = 1;

/// The addresses of all brands' pages, those that they had before among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addresses {
    format: u32,
    brands: BTreeMap<String, BrandAddresses>,
}

/// The addresses of a brand's pages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrandAddresses {
    /// Its domain in ACE, with the path on it below which it is.
    pub site: String,
    /// The hosts that lead to it.
    #[serde(default)]
    pub other_hosts: Vec<String>,
    /// The folders that have a page of their own for what is not there.
    #[serde(default)]
    pub not_found_in: Vec<String>,
    /// The files that belong at the root of its host, if that is another site's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub for_root: Vec<String>,
    /// Old addresses, and where they lead.
    #[serde(default)]
    pub moved: Vec<(String, String)>,
    /// By language, clinic and document.
    pub pages: BTreeMap<String, PageAddresses>,
}

/// The addresses of a page, each a path on its host.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageAddresses {
    /// That of now.
    pub address: String,
    /// Those that lead to it since it moved, and that the brand's file does not know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
}

impl Default for Addresses {
    fn default() -> Self {
        Self { format: FORMAT, brands: BTreeMap::new() }
    }
}

impl Addresses {
    /// Reads what a build wrote. Returns None for anything else: these addresses go into servers' files.
    #[must_use]
    pub fn parse(json: &[u8]) -> Option<Self> {
        let addresses: Self = serde_json::from_slice(json).ok()?;
        let pages = || addresses.brands.values().flat_map(|brand| brand.pages.values());
        let each = || pages().flat_map(|page| page.former.iter().chain([&page.address]));
        let is_address = |text: &String| text.starts_with('/') && OldAddress::parse(text).is_ok();
        (addresses.format == FORMAT && each().all(is_address)).then_some(addresses)
    }

    /// The brands, with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &BrandAddresses)> {
        self.brands.iter().map(|(id, brand)| (id.as_str(), brand))
    }

    /// Those of the brand called `id`.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&BrandAddresses> {
        self.brands.get(id)
    }

    /// These, with those of the brands that were built in the place of what they had.
    #[must_use]
    pub fn after(&self, brands: impl IntoIterator<Item = (String, BrandAddresses)>) -> Self {
        let mut after = self.clone();
        after.brands.extend(brands);
        after
    }

    /// The text of the file.
    #[must_use]
    pub(crate) fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).expect("addresses are made of texts") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::{Addresses, BrandAddresses, PageAddresses};

    #[test]
    fn addresses_are_read_as_they_were_written_and_nothing_else_is() {
        let page = PageAddresses { address: "/a/".to_owned(), former: vec!["/b/".to_owned()] };
        let pages = [("nb a".to_owned(), page)].into();
        let brand = BrandAddresses { site: "a.no".to_owned(), pages, ..BrandAddresses::default() };
        let mut addresses = Addresses::default();
        addresses.brands.insert("a".to_owned(), brand);
        let text = addresses.to_text();
        assert_eq!(Addresses::parse(text.as_bytes()), Some(addresses));
        for bad in [
            String::new(),
            text.replace("\"format\": 1", "\"format\": 2"),
            text.replace("\"/b/\"", "\"/b\\\"; return 200 \\\"/\""),
            text.replace("\"/b/\"", "\"//evil.example/\""),
            text.replace("\"/b/\"", "\"https://evil.example/\""),
        ] {
            assert_eq!(Addresses::parse(bad.as_bytes()), None, "{bad}");
        }
    }
}

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::promise::Promise;
use crate::model::{Checksum, OutputPath};

/// The manifest's place in the output.
pub(super) const FILE_NAME: &str = "manifest.json";

/// Rises when a manifest changes so that an older felles would misread it.
const FORMAT: u32 = 1;

/// What is true of a build as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildFacts {
    /// The date that the pages were made for.
    pub date: Date,
    /// The fingerprint of the content that they were made from.
    pub fingerprint: String,
    /// The places of overrides that were stale, and that somebody allowed to be published all the same.
    pub allowed_stale: Vec<String>,
}

/// What `manifest.json` says: which build this is, and every file of it.
/// It is also how felles knows its own output.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    format: u32,
    /// The version of felles that wrote it.
    felles: String,
    date: String,
    fingerprint: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    allowed_stale: Vec<String>,
    /// Of what every page and file was found to be free.
    #[serde(default)]
    promises: Vec<Promise>,
    files: BTreeMap<OutputPath, FileFacts>,
}

/// What is true of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileFacts {
    /// Its checksum.
    pub sha256: Checksum,
    /// Its number of bytes.
    pub length: usize,
}

impl Manifest {
    /// The manifest of a build with these files.
    pub(super) fn new(build: BuildFacts, files: BTreeMap<OutputPath, FileFacts>) -> Self {
        let BuildFacts { date, fingerprint, allowed_stale } = build;
        Self {
            format: FORMAT,
            felles: env!("CARGO_PKG_VERSION").to_owned(),
            date: date.to_string(),
            fingerprint,
            allowed_stale,
            promises: Promise::of(&files),
            files,
        }
    }

    /// Reads a manifest of this format; `None` for anything else.
    pub(super) fn parse(json: &[u8]) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(json).ok()?;
        (manifest.format == FORMAT && manifest.date.parse::<Date>().is_ok()).then_some(manifest)
    }

    /// What is true of the build; the date of a manifest that was read is one.
    pub(super) fn facts(&self) -> BuildFacts {
        let date = self.date.parse().unwrap_or(Date::ZERO);
        let (fingerprint, allowed_stale) = (self.fingerprint.clone(), self.allowed_stale.clone());
        BuildFacts { date, fingerprint, allowed_stale }
    }

    /// Its files.
    pub(super) fn files(&self) -> &BTreeMap<OutputPath, FileFacts> {
        &self.files
    }

    /// Its files.
    pub(super) fn into_files(self) -> BTreeMap<OutputPath, FileFacts> {
        self.files
    }

    /// Exchanges the dates of two manifests.
    pub(super) fn swap_date(&mut self, other: &mut Self) {
        std::mem::swap(&mut self.date, &mut other.date);
    }

    /// The bytes of `manifest.json`.
    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("a manifest is made of strings and numbers");
        json.push(b'\n');
        json
    }
}

#[cfg(test)]
mod tests {
    use super::{BuildFacts, FileFacts, Manifest};
    use crate::model::Checksum;
    use crate::model::OutputPath;

    fn example() -> Manifest {
        let build = BuildFacts {
            date: jiff::civil::date(2026, 6, 20),
            fingerprint: "sha256:00".to_owned(),
            allowed_stale: Vec::new(),
        };
        let facts = |bytes: &[u8]| FileFacts { sha256: Checksum::of(bytes), length: bytes.len() };
        let files =
            ["b/index.html", "a.css"].map(|path| (OutputPath::parse(path).unwrap(), facts(path.as_bytes())));
        Manifest::new(build, files.into())
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written_with_its_files_in_order() {
        let json = example().to_json();
        let text = String::from_utf8(json.clone()).unwrap();
        assert!(text.find("a.css").unwrap() < text.find("b/index.html").unwrap(), "{text}");
        assert_eq!(Manifest::parse(&json).unwrap().to_json(), json);
    }

    #[test]
    fn somebody_elses_manifest_is_not_taken_for_ours() {
        let ours = String::from_utf8(example().to_json()).unwrap();
        let check = |json: &str| assert!(Manifest::parse(json.as_bytes()).is_none(), "{json}");
        check("");
        check("{}");
        check(r#"{ "name": "An app", "start_url": "/" }"#);
        check(&ours.replace("\"format\": 1", "\"format\": 2"));
        check(&ours.replace("2026-06-20", "20. juni"));
        check(&ours.replace("a.css", "../a.css"));
        check(&ours.replace("\"fingerprint\"", "\"icons\""));
    }
}

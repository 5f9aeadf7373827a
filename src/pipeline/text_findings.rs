//! Whose texts something was found in.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostics;
use crate::merge::Clinic;
use crate::model::Layer;
use crate::source::SourceTree;
use crate::span::FileId;

/// The files in whose texts something was found, before anyone knows which clinics have them.
pub(super) struct FilesWithFindings<'t> {
    files: BTreeMap<FileId, &'t str>,
}

/// The clinics that have each of the files with findings.
#[derive(Debug, Default)]
pub(super) struct Owners {
    by_file: BTreeMap<FileId, BTreeSet<String>>,
    clinics: BTreeSet<String>,
}

impl<'t> FilesWithFindings<'t> {
    /// The files of what was found in texts.
    pub(super) fn of(found: &Diagnostics, tree: &'t SourceTree) -> Self {
        let files = found.iter().map(|finding| finding.span.file);
        Self { files: files.map(|file| (file, tree.file(file).path.as_str())).collect() }
    }

    /// Those of them that the clinic's pages are made of.
    ///
    /// A text in Markdown is a file of its own, which another layer may replace; of the other files each layer has all.
    pub(super) fn of_clinic(&self, clinic: &Clinic<'_>) -> Vec<FileId> {
        if self.files.is_empty() {
            return Vec::new();
        }
        let texts: BTreeSet<FileId> = clinic.texts().map(|text| text.span.file).collect();
        let has = |(file, path): &(&FileId, &&str)| {
            let is_in = |layer: &Layer<'_>| {
                path.strip_prefix(layer.folder().as_str()).is_some_and(|rest| rest.starts_with('/'))
            };
            texts.contains(file) || path.rsplit('.').next() != Some("md") && clinic.layers.iter().any(is_in)
        };
        self.files.iter().filter(has).map(|(file, _)| *file).collect()
    }
}

impl Owners {
    /// Notes the files of a clinic.
    pub(super) fn add(&mut self, clinic: &str, files: Vec<FileId>) {
        self.clinics.insert(clinic.to_owned());
        for file in files {
            self.by_file.entry(file).or_default().insert(clinic.to_owned());
        }
    }

    /// Names the clinics in each finding; what all clinics have is about none of them.
    pub(super) fn name_in(&self, found: &mut Diagnostics) {
        found.settle_since(0, |mut finding, _| {
            let owners = self.by_file.get(&finding.span.file);
            if let Some(owners) = owners.filter(|owners| owners.len() < self.clinics.len()) {
                finding.clinics.extend(owners.iter().cloned());
            }
            Some(finding)
        });
    }

    /// The files that no clinic has.
    pub(super) fn of_none(&self, files: &FilesWithFindings<'_>) -> BTreeSet<FileId> {
        files.files.keys().filter(|file| !self.by_file.contains_key(file)).copied().collect()
    }
}

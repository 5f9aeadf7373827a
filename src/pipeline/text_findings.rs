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

/// The files that a clinic's pages are made of.
#[derive(Debug)]
pub(super) struct ClinicFiles {
    id: String,
    /// Those of its clauses and notices.
    texts: BTreeSet<FileId>,
    /// Those of its layers, from which all other files come.
    folders: Vec<String>,
}

impl ClinicFiles {
    pub(super) fn of(clinic: &Clinic<'_>) -> Self {
        Self {
            id: clinic.id.to_string(),
            texts: clinic.texts().map(|text| text.span.file).collect(),
            folders: clinic.layers.iter().map(Layer::folder).collect(),
        }
    }
}

impl<'t> FilesWithFindings<'t> {
    /// The files of what was found in texts.
    pub(super) fn of(found: &Diagnostics, tree: &'t SourceTree) -> Self {
        let files = found.iter().map(|finding| finding.span.file);
        Self { files: files.map(|file| (file, tree.file(file).path.as_str())).collect() }
    }

    /// Those of them that a clinic's pages are made of.
    ///
    /// A text in Markdown is a file of its own, which another layer may replace;
    /// of the other files each layer has all.
    fn of_clinic(&self, clinic: &ClinicFiles) -> Vec<FileId> {
        let has = |(file, path): &(&FileId, &&str)| {
            let is_in = |folder: &String| {
                path.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/'))
            };
            let is_text = path.rsplit('.').next() == Some("md");
            clinic.texts.contains(file) || !is_text && clinic.folders.iter().any(is_in)
        };
        self.files.iter().filter(has).map(|(file, _)| *file).collect()
    }
}

impl Owners {
    /// Notes which of the files with findings a clinic has.
    pub(super) fn add(&mut self, clinic: &ClinicFiles, files: &FilesWithFindings<'_>) {
        self.clinics.insert(clinic.id.clone());
        for file in files.of_clinic(clinic) {
            self.by_file.entry(file).or_default().insert(clinic.id.clone());
        }
    }

    /// Names the clinics in each finding; what all clinics have is not about one of them.
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

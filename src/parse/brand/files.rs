use std::collections::BTreeMap;

use crate::diagnostic::{
    Diagnostic, Diagnostics, catalogue::brand as say, catalogue::content::did_you_mean,
    catalogue::content::unknown_file, nearest,
};
use crate::model::{Line, Reader};
use crate::source::SourceFile;
use crate::span::{FileId, Located, Span};

/// The files of `content/brands/<id>/`, and which of them the brand's file names.
#[derive(Default)]
pub(in crate::parse) struct BrandFolder<'a> {
    files: BTreeMap<&'a str, BrandFile<'a>>,
}

/// One of them.
#[derive(Clone, Copy)]
pub(super) struct BrandFile<'a> {
    /// Its number.
    pub id: FileId,
    /// The file.
    pub file: &'a SourceFile,
    is_used: bool,
}

impl BrandFile<'_> {
    /// Its bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        self.file.contents()
    }
}

impl<'a> BrandFolder<'a> {
    /// Puts one more file in.
    pub(in crate::parse) fn add(&mut self, name: &'a str, id: FileId, file: &'a SourceFile) {
        self.files.insert(name, BrandFile { id, file, is_used: false });
    }

    /// The file of this name; one that is not there is reported where it is named.
    pub(super) fn find(
        &mut self,
        name: &Located<Line>,
        code: &'static str,
        reader: &mut Reader<'_>,
    ) -> Option<BrandFile<'a>> {
        if let Some(found) = self.files.get_mut(name.as_str()) {
            found.is_used = true;
            return Some(*found);
        }
        let meant = nearest(name.as_str(), self.files.keys().copied()).map(did_you_mean);
        let error = Diagnostic::error(code, name.span, say::brand_file_is_missing(name.as_str()));
        reader.found.push(error.with_help(meant.unwrap_or_else(say::put_it_in_the_brands_folder)));
        None
    }

    /// Reports the files that the brand's file, `brand`, does not name.
    pub(in crate::parse) fn report_unused(self, brand: FileId, found: &mut Diagnostics) {
        for file in self.files.into_values().filter(|file| !file.is_used) {
            let error = report(&file).with_help(say::name_it_in_the_brand());
            found.push(error.with_related(Span::start_of(brand), say::the_brand_is_here()));
        }
    }

    /// Reports all files, since no brand is called `folder`.
    pub(in crate::parse) fn report_homeless(self, folder: &str, brands: &[&str], found: &mut Diagnostics) {
        let help = nearest(folder, brands.iter().copied())
            .map_or_else(|| say::no_brand_for_the_folder(folder), say::name_the_folder);
        for file in self.files.into_values() {
            found.push(report(&file).with_help(help.clone()));
        }
    }
}

fn report(file: &BrandFile<'_>) -> Diagnostic {
    Diagnostic::error("unknown-file", Span::start_of(file.id), unknown_file(file.file.path.as_str()))
}

/// Reports a file that is longer than `most` KiB, and says whether it was.
pub(super) fn is_too_large(
    file: &BrandFile<'_>,
    most: usize,
    code: &'static str,
    reader: &mut Reader<'_>,
) -> bool {
    let size = file.bytes().len().div_ceil(1024);
    if size > most {
        let error = Diagnostic::error(code, Span::start_of(file.id), say::file_is_too_large(size));
        reader.found.push(error.with_help(say::file_may_be(most)));
    }
    size > most
}

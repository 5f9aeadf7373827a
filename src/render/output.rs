use serde::Serialize;

use super::address::PagePath;
use super::finished_file::{FinishedFile, ShownText};
use super::input::BrandInput;
use super::pages::Versions;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say};
use crate::model::{Language, OutputPath};

/// Where finished files go, and which there are.
pub(super) struct Output<'o, 'a> {
    pub input: &'o BrandInput<'o, 'a>,
    pub accept: &'o mut dyn FnMut(FinishedFile<'_>),
    /// The pages for the sitemap, each once, in all languages.
    pub pages: Vec<Versions>,
    /// The paths that are written.
    pub taken: Vec<PagePath>,
}

impl Output<'_, '_> {
    /// Hands a finished file on; `path` is below the brand's folder.
    pub(super) fn write(&mut self, path: &str, bytes: &[u8]) {
        let path = OutputPath::parse(&format!("{}/{path}", self.input.brand.id));
        let path = path.expect("ids, folder names and asset names make an output path");
        (self.accept)(FinishedFile { path: &path, bytes, texts: &[] });
    }

    /// Renders a page, unless another has its address already.
    pub(super) fn render(
        &mut self,
        path: &PagePath,
        template: &str,
        view: &impl Serialize,
        texts: &[ShownText],
        found: &mut Diagnostics,
    ) {
        if self.taken.contains(path) {
            found.push(Diagnostic::error(
                "two-pages-at-one-address",
                self.input.brand.span,
                say::two_pages_at(&path.absolute()),
            ));
            return;
        }
        self.taken.push(path.clone());
        let Some(templates) = &self.input.theme.templates else { return };
        match templates.render(template, view) {
            Ok(html) => {
                let file = path.file(&self.input.brand.id).expect("ids and folder names make an output path");
                (self.accept)(FinishedFile { path: &file, bytes: &html, texts });
            }
            Err(error) => found.push(error),
        }
    }
}

/// The page in all languages of the brand; `path_in` says where it is in one.
pub(super) fn versions(input: &BrandInput<'_, '_>, path_in: impl Fn(&Language) -> PagePath) -> Versions {
    input.brand.languages.iter().map(|language| (language.clone(), path_in(language))).collect()
}

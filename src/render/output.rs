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
    /// The files that are written, by their paths below the brand's folder.
    written: Vec<String>,
    /// The page that was made last: room for the next.
    html: Vec<u8>,
}

impl<'o, 'a> Output<'o, 'a> {
    /// Nothing is written yet.
    pub(super) fn new(input: &'o BrandInput<'o, 'a>, accept: &'o mut dyn FnMut(FinishedFile<'_>)) -> Self {
        Self { input, accept, pages: Vec::new(), taken: Vec::new(), written: Vec::new(), html: Vec::new() }
    }
}

impl Output<'_, '_> {
    /// Gives a finished file to the sink; `path` is below the brand's folder.
    pub(super) fn write(&mut self, path: &str, bytes: &[u8]) {
        let path = self.file(path);
        self.hand_over(FinishedFile { path: &path, bytes, texts: &[], is_of_others: false });
    }

    /// Gives the sink a file that somebody else wrote.
    pub(super) fn write_as_it_is(&mut self, path: &str, bytes: &[u8]) {
        let path = self.file(path);
        self.hand_over(FinishedFile { path: &path, bytes, texts: &[], is_of_others: true });
    }

    /// The file that is written already where one with this path would be, or would be a folder of, or in,
    /// on a server that takes large and small letters for the same.
    pub(super) fn in_the_way(&self, path: &str) -> Option<&str> {
        let path = path.to_lowercase();
        let below =
            |file: &str, folder: &str| file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let is_in_the_way = |file: &&String| {
            let file = file.to_lowercase();
            file == path || below(&file, &path) || below(&path, &file)
        };
        self.written.iter().find(is_in_the_way).map(String::as_str)
    }

    fn hand_over(&mut self, file: FinishedFile<'_>) {
        let below = file.path.as_str().split_once('/').map_or("", |(_, below)| below);
        self.written.push(below.to_owned());
        (self.accept)(file);
    }

    fn file(&self, path: &str) -> OutputPath {
        let path = OutputPath::parse(&format!("{}/{path}", self.input.brand.id));
        path.expect("ids, folder names and asset names make an output path")
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
        let file = path.file(&self.input.brand.id).expect("ids and folder names make an output path");
        self.render_file(&file, template, view, texts, found);
    }

    /// Renders the page that stands in for every address below `home` that leads nowhere.
    pub(super) fn render_not_found(&mut self, home: &str, view: &impl Serialize, found: &mut Diagnostics) {
        let path = format!("{}404.html", home.trim_start_matches('/'));
        self.render_file(&self.file(&path), "404.html", view, &[], found);
    }

    fn render_file(
        &mut self,
        path: &OutputPath,
        template: &str,
        view: &impl Serialize,
        texts: &[ShownText],
        found: &mut Diagnostics,
    ) {
        let Some(templates) = &self.input.theme.templates else { return };
        match templates.render(template, view, &mut self.html) {
            Ok(()) => {
                let html = std::mem::take(&mut self.html);
                self.hand_over(FinishedFile { path, bytes: &html, texts, is_of_others: false });
                self.html = html;
            }
            Err(error) => found.push(error),
        }
    }
}

/// The page in all languages of the brand; `path_in` says where it is in one.
pub(super) fn versions(input: &BrandInput<'_, '_>, path_in: impl Fn(&Language) -> PagePath) -> Versions {
    input.brand.languages.iter().map(|language| (language.clone(), path_in(language))).collect()
}

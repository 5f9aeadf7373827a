//! A preview, held against a clean build of the same files.

use std::collections::BTreeMap;
use std::sync::Arc;

use felles::diagnostic::{MessageLanguage, Severity};
use felles::pipeline::{BuildOptions, MemorySink, build};
use felles::preview::{BuildWatch, DEFAULT_EDITOR, EditorLink, Preview, PreviewOptions, Summary};
use felles::serve::{AllowedHosts, Limits, Reach, ServerOptions, SiteFiles};
use felles::source::disk::SiteReading;
use felles::source::{SourceFile, SourceTree};
use jiff::civil::Date;

use crate::fixture::{DATE, file};
use crate::serve::client::{Client, Reply};

type Files = BTreeMap<String, Vec<u8>>;

/// A running preview, and what every brand is to show.
pub(super) struct Shown {
    pub preview: Preview,
    pub last: Summary,
    good: BTreeMap<String, Good>,
}

/// The files of a brand when it had no error for the last time, or the newest where it never had none.
struct Good {
    files: Files,
    is_sound: bool,
}

pub(super) fn reading(tree: &SourceTree) -> SiteReading {
    SiteReading { tree: tree.clone(), unreadable: Vec::new() }
}

/// The tree with another text in a file; the other files stay the same in memory, as when they are read from the disk.
pub(super) fn edited(tree: &SourceTree, path: &str, change: impl FnOnce(&str) -> String) -> SourceTree {
    let (_, old) = tree.find(path).unwrap_or_else(|| panic!("no {path}"));
    let text = change(&old.text);
    let others = tree.iter_shared().filter(|file| file.path.as_str() != path).cloned();
    SourceTree::of_shared(others.chain([Arc::new(file(path, text))]).collect())
}

/// The tree without the files that `is_gone` says yes to.
pub(super) fn without(tree: &SourceTree, is_gone: impl Fn(&SourceFile) -> bool) -> SourceTree {
    SourceTree::of_shared(tree.iter_shared().filter(|file| !is_gone(file)).cloned().collect())
}

/// A preview that listens, and has built nothing yet.
pub(super) fn listening(reading: &SiteReading) -> Preview {
    let server = ServerOptions {
        hosts: AllowedHosts { reach: Reach::Loopback, names: Vec::new() },
        port: 0,
        language: MessageLanguage::English,
        limits: Limits::of_this_process(),
    };
    let editor = EditorLink::new(DEFAULT_EDITOR, "/srv/nordlys").unwrap();
    Preview::start(PreviewOptions { server, editor: Some(editor) }, reading, DATE).unwrap()
}

impl Shown {
    pub(super) fn start(reading: SiteReading) -> Self {
        let tree = reading.tree.clone();
        let mut preview = listening(&reading);
        let last = preview.show(reading, DATE, BuildWatch::default()).expect("nothing makes it outdated");
        let mut shown = Self { preview, last, good: BTreeMap::new() };
        shown.compare(&tree);
        shown
    }

    /// Shows these files, and compares what is shown with a clean build.
    pub(super) fn show(&mut self, reading: SiteReading) {
        let tree = reading.tree.clone();
        self.show_unread(reading);
        self.compare(&tree);
    }

    /// Shows what can be read; what cannot is no part of a clean build.
    pub(super) fn show_unread(&mut self, reading: SiteReading) {
        let last = self.preview.show(reading, DATE, BuildWatch::default());
        self.last = last.expect("nothing makes it outdated");
    }

    /// What is shown of a brand without errors is a clean build, and of one with errors what it showed last without any, if
    /// it ever did.
    fn compare(&mut self, tree: &SourceTree) {
        let sink = MemorySink::new();
        let outcome = build(tree, BuildOptions { date: DATE }, &sink);
        assert_eq!(self.last.findings, outcome.findings);
        let ids = outcome.brands.iter().map(|brand| &brand.id);
        let built = SiteFiles::of_brands(sink.into_files(), ids);
        let snapshot = self.preview.snapshot();
        let has_brands = tree.below("content/brands").next().is_some();
        let is_there = |id: &str| tree.find(&format!("content/brands/{id}.toml")).is_some();
        self.good.retain(|id, _| !has_brands || is_there(id));
        for (id, files) in &built {
            let errors = outcome.findings.iter().filter(|finding| finding.severity == Severity::Error);
            let has_errors =
                errors.into_iter().any(|error| outcome.concerned(error, tree).includes(id.as_str()));
            let now: Files = of(files);
            if !has_errors || !self.good.get(id.as_str()).is_some_and(|good| good.is_sound) {
                self.good.insert(id.to_string(), Good { files: now, is_sound: !has_errors });
            }
            let good = &self.good[id.as_str()].files;
            let shown: Files = snapshot.files(id.as_str()).map(|files| of(files)).unwrap_or_default();
            assert_eq!(shown.keys().collect::<Vec<_>>(), good.keys().collect::<Vec<_>>(), "{id}");
            for (path, bytes) in good {
                assert!(shown[path] == *bytes, "{id}/{path} is not what a clean build makes");
            }
            let target = format!("/_/{id}/?production");
            let served = Client::new(self.preview.port()).ask("GET", "localhost", &target, "");
            // With a broken template there are files, and no page.
            let expected = good.get("index.html").map_or((404, None), |page| (200, Some(page)));
            let got = (served.status, (served.status == 200).then_some(&served.body));
            assert!(got == expected, "{id} is served with status {}", served.status);
        }
    }

    pub(super) fn get(&self, target: &str) -> Reply {
        Client::new(self.preview.port()).ask("GET", "localhost", target, "")
    }

    /// The state of one brand, or of all.
    pub(super) fn state(&self, query: &str) -> serde_json::Value {
        serde_json::from_slice(&self.get(&format!("/_felles/state{query}")).body).unwrap()
    }

    /// The page of another day.
    pub(super) fn page_on(&self, brand: &str, date: Date) -> String {
        self.get(&format!("/_/{brand}/?date={date}")).text()
    }
}

fn of(files: &SiteFiles) -> Files {
    files.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
}

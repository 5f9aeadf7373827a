use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say, nearest};
use crate::model::{Fingerprint, Id, TextValue};
use crate::source::{SourceFile, SourceTree};
use crate::span::{FileId, Span};

/// A folder of `content/` that is read as one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Folder {
    Group,
    Profile(Id),
    Clinic(Id),
    Brands,
    Countries,
    Rules,
    Static,
}

/// A file with the rest of its path below its folder.
pub(super) struct ContentFile<'a> {
    pub id: FileId,
    pub file: &'a SourceFile,
    pub rest: &'a str,
}

/// Where a path below `content/` leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ContentPart<'p> {
    Group,
    Profile(&'p str),
    Clinic(&'p str),
    Brands,
    Countries,
    Rules,
    Static,
    /// What is there only for people, or for tools.
    Unread,
    /// To nothing that felles knows, by this first name.
    Nowhere(&'p str),
}

impl Folder {
    /// The files with these numbers, all of which are in this folder.
    pub(super) fn files<'a>(&self, tree: &'a SourceTree, ids: &[FileId]) -> Vec<ContentFile<'a>> {
        let above = match self {
            Self::Group => "content/group/".len(),
            Self::Brands => "content/brands/".len(),
            Self::Countries => "content/countries/".len(),
            Self::Rules => "content/rules/".len(),
            Self::Static => "content/static/".len(),
            Self::Clinic(id) => "content/clinics//".len() + id.as_str().len(),
            Self::Profile(id) => "content/profiles//".len() + id.as_str().len(),
        };
        let file = |id: &FileId| {
            let file = tree.file(*id);
            ContentFile { id: *id, file, rest: &file.path.as_str()[above..] }
        };
        ids.iter().map(file).collect()
    }
}

impl<'p> ContentPart<'p> {
    fn of(file: &'p SourceFile) -> Self {
        let path = &file.path.as_str()["content/".len()..];
        let Some((top, below)) = path.split_once('/') else {
            return if path == "README.md" { Self::Unread } else { Self::Nowhere(path) };
        };
        match (top, below.split_once('/')) {
            ("group", _) => Self::Group,
            ("brands", _) => Self::Brands,
            ("countries", _) => Self::Countries,
            ("rules", _) => Self::Rules,
            ("static", _) => Self::Static,
            // What `felles review` keeps and reads.
            ("bases", None) if base_of(below).is_some() => Self::Unread,
            // A folder that begins with `_` is copied by people, never built.
            ("clinics" | "profiles", Some((name, _))) if name.starts_with('_') => Self::Unread,
            ("clinics", Some((name, _))) => Self::Clinic(name),
            ("profiles", Some((name, _))) => Self::Profile(name),
            _ => Self::Nowhere(top),
        }
    }
}

/// Sorts the files below `content/` into their folders; what belongs nowhere is reported.
pub(super) fn sort_files(tree: &SourceTree, found: &mut Diagnostics) -> Vec<(Folder, Vec<FileId>)> {
    let files: Vec<(FileId, &SourceFile)> = tree.below("content").collect();
    // In the order of paths a folder's files follow one another.
    let runs = files.chunk_by(|(_, a), (_, b)| ContentPart::of(a) == ContentPart::of(b));
    let folders = runs.filter_map(|run| {
        let (first, file) = run[0];
        let folder = match ContentPart::of(file) {
            ContentPart::Group => Folder::Group,
            ContentPart::Brands => Folder::Brands,
            ContentPart::Countries => Folder::Countries,
            ContentPart::Rules => Folder::Rules,
            ContentPart::Static => Folder::Static,
            ContentPart::Clinic(name) => Folder::Clinic(named(name, first, found)?),
            ContentPart::Profile(name) => Folder::Profile(named(name, first, found)?),
            ContentPart::Unread => return None,
            ContentPart::Nowhere(top) => {
                let known = [
                    "group",
                    "profiles",
                    "clinics",
                    "brands",
                    "countries",
                    "rules",
                    "static",
                    "bases",
                    "README.md",
                ];
                for (id, file) in run {
                    unknown_file(*id, file, &known, top, found);
                }
                return None;
            }
        };
        Some((folder, run.iter().map(|(id, _)| *id).collect()))
    });
    folders.collect()
}

/// The id that a folder's name is. A wrong one is one fault, however many files the folder holds.
fn named(name: &str, first: FileId, found: &mut Diagnostics) -> Option<Id> {
    let id = Id::parse(name);
    let report = |invalid: crate::model::Invalid| {
        let error = Diagnostic::error("invalid-value", Span::start_of(first), invalid.headline);
        found.push(error.with_help(invalid.help));
    };
    id.map_err(report).ok()
}

/// Reports a file that nothing reads; `names` are those that it may have been meant to have.
pub(super) fn unknown_file(
    id: FileId,
    file: &SourceFile,
    names: &[&str],
    name: &str,
    found: &mut Diagnostics,
) {
    let error = Diagnostic::error("unknown-file", Span::start_of(id), say::unknown_file(file.path.as_str()));
    let meant = nearest(name, names.iter().copied()).map(say::did_you_mean);
    found.push(error.with_help(meant.unwrap_or_else(say::move_it_out)));
}

/// The fingerprint of the text that a file of `content/bases` keeps, by its name.
fn base_of(name: &str) -> Option<Fingerprint> {
    name.strip_suffix(".md").and_then(Fingerprint::of_digits)
}

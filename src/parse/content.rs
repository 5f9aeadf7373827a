use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::brand::{BrandFolder, read_brand};
use super::clause::{join_translations, read_clause};
use super::clinic::{ClinicFile, read_clinic};
use super::layer::{LAYER_FILES, read_layer_file};
use super::memo::{ParseMemo, ReadFolder};
use super::notice::read_notice;
use super::site_config::parse_site_config;
use super::text_files::TextFiles;
use super::toml::read_toml_file;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say, nearest};
use crate::model::{
    Brand, ClinicInput, Id, Language, LayerContent, Reader, SiteInput, TextValue, UnreadParts,
};
use crate::source::{SourceFile, SourceTree};
use crate::span::{FileId, Span};

/// Reads the whole content. Files are read in parallel, each once; the findings come in the order of the files all the same.
///
/// There is no site without a `site.toml`.
#[must_use]
pub fn parse_site(tree: &SourceTree, found: &mut Diagnostics) -> Option<SiteInput> {
    parse_site_again(tree, &mut ParseMemo::default(), found)
}

/// Does what [`parse_site`] does, and takes from `memo` the folders whose files are still those of last time.
#[must_use]
pub fn parse_site_again(
    tree: &SourceTree,
    memo: &mut ParseMemo,
    found: &mut Diagnostics,
) -> Option<SiteInput> {
    let (config_id, config_file) = tree.find("site.toml")?;
    let config = parse_site_config(config_id, config_file, found)?;
    let sorted = sort_files(tree, found);
    let mut site = SiteInput {
        group: Arc::default(),
        profiles: BTreeMap::new(),
        clinics: BTreeMap::new(),
        brands: Arc::default(),
        unread: UnreadParts::default(),
        config,
    };
    let languages = &site.config.languages;
    memo.start(languages);
    let folders: Vec<(Folder, Vec<ContentFile<'_>>)> = sorted.into_iter().collect();
    let parsed: Vec<(Folder, Arc<ReadFolder>)> = folders
        .into_par_iter()
        .map(|(folder, files)| {
            let placed = files.iter().map(|file| tree.placed(file.id)).collect();
            let read = memo.read(&folder, placed, |found| parse_folder(&folder, &files, languages, found));
            (folder, read)
        })
        .collect();
    memo.keep(&parsed);
    for (folder, read) in parsed {
        found.append(read.found.clone());
        match (folder, &read.parsed) {
            (Folder::Group, ParsedFolder::Layer(layer)) => site.group = Arc::clone(layer),
            (Folder::Profile(id), ParsedFolder::Layer(layer)) => {
                site.profiles.insert(id, Arc::clone(layer));
            }
            (Folder::Clinic(id), ParsedFolder::Clinic(clinic)) => {
                site.clinics.insert(id, Arc::clone(clinic));
            }
            (Folder::Brands, ParsedFolder::Brands(brands, all)) => {
                site.brands = Arc::clone(brands);
                site.unread.brands = !all;
            }
            (Folder::Clinic(id), ParsedFolder::Nothing) => drop(site.unread.clinics.insert(id)),
            _ => {}
        }
    }
    if tree.below("content/group").next().is_none() {
        let error =
            Diagnostic::error("missing-file", site.config.span, say::file_is_missing("content/group"));
        found.push(error.with_help(say::put_the_file_back()));
        return None;
    }
    require_group_files(&mut site, tree, found);
    if site.brands.is_empty() && !site.unread.brands {
        let error = Diagnostic::error("no-brand", site.config.span, say::site_without_brands());
        found.push(error.with_help(say::add_a_brand()));
    }
    Some(site)
}

/// Without what the group says of itself and which documents there are, no clinic can be merged.
fn require_group_files(site: &mut SiteInput, tree: &SourceTree, found: &mut Diagnostics) {
    for name in ["about", "policy"] {
        let path = format!("content/group/{name}.toml");
        if tree.find(&path).is_none() {
            let error = Diagnostic::error("missing-file", site.config.span, say::file_is_missing(&path));
            found.push(error.with_help(say::put_the_file_back()));
            Arc::make_mut(&mut site.group).unread.insert(name, site.config.span.file);
        }
    }
}

/// A folder of `content/` that is read as one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Folder {
    Group,
    Profile(Id),
    Clinic(Id),
    Brands,
}

/// What a folder holds, once read.
#[derive(Debug)]
pub(super) enum ParsedFolder {
    Layer(Arc<LayerContent>),
    Clinic(Arc<ClinicInput>),
    /// The brands, and whether these are all.
    Brands(Arc<BTreeMap<Id, Brand>>, bool),
    Nothing,
}

/// A file with the rest of its path below its folder.
struct ContentFile<'a> {
    id: FileId,
    file: &'a SourceFile,
    rest: &'a str,
}

/// Sorts the files below `content/` into their folders; what belongs nowhere is reported.
fn sort_files<'a>(tree: &'a SourceTree, found: &mut Diagnostics) -> BTreeMap<Folder, Vec<ContentFile<'a>>> {
    let mut folders: BTreeMap<Folder, Vec<ContentFile<'a>>> = BTreeMap::new();
    let mut refused: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (id, file) in tree.below("content") {
        let path = &file.path.as_str()["content/".len()..];
        let (top, below) = path.split_once('/').unwrap_or((path, ""));
        let (folder, rest) = match (top, below.split_once('/')) {
            ("README.md", None) => continue,
            ("group", _) if !below.is_empty() => (Folder::Group, below),
            ("brands", _) if !below.is_empty() => (Folder::Brands, below),
            // A folder that begins with `_` is copied by people, never built.
            ("clinics" | "profiles", Some((name, _))) if name.starts_with('_') => continue,
            ("clinics" | "profiles", Some((name, rest))) => match Id::parse(name) {
                Ok(name) if top == "clinics" => (Folder::Clinic(name), rest),
                Ok(name) => (Folder::Profile(name), rest),
                Err(invalid) => {
                    // A folder's name is one fault, however many files it holds.
                    if refused.insert((top, name)) {
                        let error = Diagnostic::error("invalid-value", Span::start_of(id), invalid.headline);
                        found.push(error.with_help(invalid.help));
                    }
                    continue;
                }
            },
            _ => {
                unknown_file(id, file, &["group", "profiles", "clinics", "brands", "README.md"], top, found);
                continue;
            }
        };
        folders.entry(folder).or_default().push(ContentFile { id, file, rest });
    }
    folders
}

fn unknown_file(id: FileId, file: &SourceFile, names: &[&str], name: &str, found: &mut Diagnostics) {
    let error = Diagnostic::error("unknown-file", Span::start_of(id), say::unknown_file(file.path.as_str()));
    let meant = nearest(name, names.iter().copied()).map(say::did_you_mean);
    found.push(error.with_help(meant.unwrap_or_else(say::move_it_out)));
}

fn parse_folder(
    folder: &Folder,
    files: &[ContentFile<'_>],
    languages: &[Language],
    found: &mut Diagnostics,
) -> ParsedFolder {
    let mut reader = Reader { languages, found };
    match folder {
        Folder::Brands => {
            let (brands, all) = parse_brands(files, &mut reader);
            ParsedFolder::Brands(Arc::new(brands), all)
        }
        Folder::Clinic(id) => parse_clinic(id, files, &mut reader),
        Folder::Group | Folder::Profile(_) => {
            ParsedFolder::Layer(Arc::new(parse_layer(files, false, &mut reader)))
        }
    }
}

/// Reads the brands, each with the folder of its name, and says whether these are all.
fn parse_brands(files: &[ContentFile<'_>], reader: &mut Reader<'_>) -> (BTreeMap<Id, Brand>, bool) {
    let (mut brands, mut all) = (BTreeMap::new(), true);
    let mut folders: BTreeMap<&str, BrandFolder<'_>> = BTreeMap::new();
    for ContentFile { id, file, rest } in files {
        if let Some((folder, name)) = rest.split_once('/') {
            folders.entry(folder).or_default().add(name, *id, file);
        }
    }
    for ContentFile { id, file, rest } in files.iter().filter(|file| !file.rest.contains('/')) {
        let Some(name) = rest.strip_suffix(".toml") else {
            unknown_file(*id, file, &[], rest, reader.found);
            all = false;
            continue;
        };
        let brand_id = match Id::parse(name) {
            Ok(brand_id) => brand_id,
            Err(invalid) => {
                reader.invalid(Span::start_of(*id), invalid);
                all = false;
                continue;
            }
        };
        let mut folder = folders.remove(name).unwrap_or_default();
        let (brand, whole) = read_toml_file(*id, file, reader, |root, reader| {
            read_brand(brand_id.clone(), root, Span::start_of(*id), &mut folder, reader)
        });
        // What a file names that could not be read whole, nobody knows.
        if brand.is_some() && whole {
            folder.report_unused(*id, reader.found);
        }
        all &= brand.is_some();
        brands.extend(brand.map(|brand| (brand_id, brand)));
    }
    let names: Vec<&str> = files
        .iter()
        .filter_map(|file| file.rest.strip_suffix(".toml").filter(|name| !name.contains('/')))
        .collect();
    for (folder, files) in folders {
        files.report_homeless(folder, &names, reader.found);
    }
    (brands, all)
}

fn parse_clinic(id: &Id, files: &[ContentFile<'_>], reader: &mut Reader<'_>) -> ParsedFolder {
    let mut layer = parse_layer(files, true, reader);
    let Some(ContentFile { id: file_id, file, .. }) = files.iter().find(|file| file.rest == "clinic.toml")
    else {
        if let Some(first) = files.first() {
            reader.found.push(Diagnostic::error(
                "missing-file",
                Span::start_of(first.id),
                say::clinic_file_is_missing(id.as_str()),
            ));
        }
        return ParsedFolder::Nothing;
    };
    let (read, whole) = read_toml_file(*file_id, file, reader, read_clinic);
    let Some(ClinicFile { settings, departments, faulty }) = read else {
        return ParsedFolder::Nothing;
    };
    if !whole {
        layer.unread.insert("clinic", *file_id);
    }
    let span = Span::start_of(*file_id);
    ParsedFolder::Clinic(Arc::new(ClinicInput {
        id: id.clone(),
        span,
        settings,
        departments,
        layer: Arc::new(layer),
        faulty: faulty || !whole,
    }))
}

/// Reads the files of a layer; those of a clinic besides `clinic.toml`.
fn parse_layer(files: &[ContentFile<'_>], of_clinic: bool, reader: &mut Reader<'_>) -> LayerContent {
    let mut content = LayerContent::default();
    let mut clauses = TextFiles::default();
    let mut notices = TextFiles::default();
    for ContentFile { id, file, rest } in files {
        match (rest.split_once('/'), rest.strip_suffix(".toml")) {
            (Some(("clauses", name)), _) => clauses.add(*id, file, name, reader),
            (Some(("notices", name)), _) => notices.add(*id, file, name, reader),
            (None, Some("clinic")) if of_clinic => {}
            (None, Some("policy")) if of_clinic => {
                let error = Diagnostic::error(
                    "unknown-file",
                    Span::start_of(*id),
                    say::file_belongs_to_group_and_profiles(rest),
                );
                reader.found.push(error.with_help(say::change_clauses_one_by_one()));
            }
            (None, Some(name)) if let Some(name) = LAYER_FILES.iter().find(|known| **known == name) => {
                let ((), whole) = read_toml_file(*id, file, reader, |root, reader| {
                    read_layer_file(name, root, &mut content, reader);
                });
                if !whole {
                    content.unread.insert(name, *id);
                }
            }
            _ => {
                let names = layer_file_names(of_clinic);
                unknown_file(*id, file, &names, rest, reader.found);
                // What stands in a file with a misspelt name is not missing.
                let meant = nearest(rest, names).and_then(|name| name.strip_suffix(".toml"));
                content.unread.extend(meant.map(|name| (name, *id)));
            }
        }
    }
    for (id, files) in clauses.by_id {
        let joined = join_translations(files, &clauses.main_paths[&id], reader);
        content.clauses.extend(joined.map(|joined| (id, read_clause(joined, reader))));
    }
    for (id, files) in notices.by_id {
        let joined = join_translations(files, &notices.main_paths[&id], reader);
        content.notices.extend(joined.and_then(|joined| Some((id, read_notice(joined, reader)?))));
    }
    content
}

fn layer_file_names(of_clinic: bool) -> Vec<&'static str> {
    const NAMES: [&str; 11] = [
        "about.toml",
        "contacts.toml",
        "cookies.toml",
        "entities.toml",
        "hours.toml",
        "laws.toml",
        "processors.toml",
        "purposes.toml",
        "retention.toml",
        "policy.toml",
        "clinic.toml",
    ];
    let left_out = if of_clinic { "policy.toml" } else { "clinic.toml" };
    NAMES.into_iter().filter(|name| *name != left_out).collect()
}

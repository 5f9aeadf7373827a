use std::collections::BTreeMap;
use std::sync::Arc;

use super::brand::{BrandFolder, read_brand};
use super::clause::{join_translations, read_clause};
use super::country::parse_countries;
use super::house_rule::parse_house_rules;
use super::layer::{layer_files, read_layer_file};
use super::notice::read_notice;
use super::sorted::{ContentFile, Folder, unknown_file};
use super::static_files::parse_static_files;
use super::text_files::TextFiles;
use super::toml::read_toml_file;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say, nearest};
use crate::model::{
    Brand, ClinicInput, Country, CountryFacts, HouseRules, Id, Language, LayerContent, Reader, StaticFiles,
    TextValue,
};
use crate::span::Span;

/// What a folder holds, once read.
#[derive(Debug)]
pub(super) enum ParsedFolder {
    Layer(Arc<LayerContent>),
    Clinic(Arc<ClinicInput>),
    /// The brands, and whether these are all.
    Brands(Arc<BTreeMap<Id, Brand>>, bool),
    Countries(BTreeMap<Country, CountryFacts>),
    Rules(Arc<HouseRules>),
    Static(Arc<StaticFiles>),
    Nothing,
}

/// Reads the files of a folder.
pub(super) fn parse_folder(
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
        Folder::Countries => ParsedFolder::Countries(parse_countries(files, &mut reader)),
        Folder::Rules => ParsedFolder::Rules(Arc::new(parse_house_rules(files, &mut reader))),
        Folder::Static => ParsedFolder::Static(Arc::new(parse_static_files(files, reader.found))),
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
            // Some editors add an ending of their own: `nordlys.toml.txt`.
            let meant = rest.split_once(".toml").map(|(name, _)| format!("{name}.toml"));
            let meant = meant.filter(|meant| files.iter().all(|file| file.rest != meant));
            let names: Vec<&str> = meant.iter().map(String::as_str).collect();
            unknown_file(*id, file, &names, rest, reader.found);
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
        // It is not known what a file names that could not be read whole.
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
    let before = reader.found.count();
    let ((), whole) = read_toml_file(*file_id, file, reader, |root, reader| {
        read_layer_file("clinic", root, &mut layer, reader);
    });
    let faulty = reader.found.count() > before;
    if !whole {
        layer.unread.insert("clinic", *file_id);
    }
    let span = Span::start_of(*file_id);
    ParsedFolder::Clinic(Arc::new(ClinicInput { id: id.clone(), span, layer: Arc::new(layer), faulty }))
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
            (None, Some(name)) if let Some(name) = layer_files().find(|known| *known == name) => {
                let ((), whole) = read_toml_file(*id, file, reader, |root, reader| {
                    read_layer_file(name, root, &mut content, reader);
                });
                if !whole {
                    content.unread.insert(name, *id);
                }
            }
            _ => {
                let known = names_in_layer(of_clinic);
                let names: Vec<String> = known.iter().map(|name| format!("{name}.toml")).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                unknown_file(*id, file, &names, rest, reader.found);
                // What stands in a file with a misspelt name is not missing.
                let meant = nearest(rest, names.iter().copied());
                let meant = known.iter().zip(&names).find(|(_, name)| meant == Some(**name));
                content.unread.extend(meant.map(|(name, _)| (*name, *id)));
            }
        }
    }
    for (id, files) in clauses.by_id {
        let joined = join_translations(files, reader);
        content.clauses.extend(joined.map(|joined| (id, Box::new(read_clause(joined, reader)))));
    }
    for (id, files) in notices.by_id {
        let joined = join_translations(files, reader);
        content.notices.extend(joined.and_then(|joined| Some((id, Box::new(read_notice(joined, reader)?)))));
    }
    content
}

/// What the TOML files of a layer are called, without their ending.
fn names_in_layer(of_clinic: bool) -> Vec<&'static str> {
    let elsewhere = if of_clinic { "policy" } else { "clinic" };
    layer_files().filter(|name| *name != elsewhere).collect()
}

#[cfg(test)]
mod tests {
    use super::{names_in_layer, parse_folder};
    use crate::diagnostic::Diagnostics;
    use crate::model::{Language, TextValue};
    use crate::parse::sorted::sort_files;
    use crate::source::{SourceFile, SourcePath, SourceTree};

    #[test]
    fn every_file_of_a_layer_is_known_by_a_misspelt_name() {
        for (folder, of_clinic) in [("clinics/oslo", true), ("profiles/ivf", false), ("group", false)] {
            for name in names_in_layer(of_clinic) {
                let path = SourcePath::parse(&format!("content/{folder}/{name}x.toml")).unwrap();
                let tree = SourceTree::new(vec![SourceFile::new(path, Vec::new())]);
                let mut found = Diagnostics::new();
                for (folder, ids) in sort_files(&tree, &mut found) {
                    let files = folder.files(&tree, &ids);
                    parse_folder(&folder, &files, &[Language::parse("nb").unwrap()], &mut found);
                }
                let found = format!("{:?}", found.into_sorted());
                assert!(found.contains(&format!("`{name}.toml`")), "{folder}/{name}: {found}");
            }
        }
    }
}

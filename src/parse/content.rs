use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::country::carried_countries;
use super::folder::{ParsedFolder, parse_folder};
use super::languages::{report_unwritten_languages, report_wrong_languages, written_in};
use super::memo::{ParseMemo, ReadFolder};
use super::named::name_as_meant;
use super::site_config::parse_site_config;
use super::sorted::{Folder, sort_files};
use super::static_files::report_homeless;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say};
use crate::model::{SiteInput, UnreadParts};
use crate::source::SourceTree;
use crate::span::FileId;

/// Reads the whole content. Files are read in parallel, each once;
/// the findings come in the order of the files all the same.
///
/// Returns None if there is no `site.toml`, or if [`parse_site_config`] cannot read it.
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
        house_rules: Arc::default(),
        static_files: Arc::default(),
        countries: carried_countries(),
        unread: UnreadParts::default(),
        config,
    };
    let languages = &site.config.languages;
    memo.start(languages);
    let read = |(folder, ids): (Folder, Vec<FileId>)| {
        let parse = |found: &mut _| parse_folder(&folder, &folder.files(tree, &ids), languages, found);
        let read = memo.read(&folder, tree, &ids, parse);
        (folder, read)
    };
    let parsed: Vec<(Folder, Arc<ReadFolder>)> = sorted.into_par_iter().map(read).collect();
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
            (Folder::Countries, ParsedFolder::Countries(own)) => {
                site.countries = Arc::new(site.countries.with(own));
            }
            (Folder::Rules, ParsedFolder::Rules(rules)) => site.house_rules = Arc::clone(rules),
            (Folder::Static, ParsedFolder::Static(files)) => site.static_files = Arc::clone(files),
            (Folder::Clinic(id), ParsedFolder::Nothing) => drop(site.unread.clinics.insert(id)),
            _ => {}
        }
    }
    if report_wrong_languages(&site.config, &written_in(&site), found) {
        return None;
    }
    report_unwritten_languages(&mut site, found);
    if !site.unread.brands {
        report_homeless(&site.static_files, &site.brands, found);
    }
    name_as_meant(&mut site, found);
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

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::Sink;
use super::clinics::Clinics;
use super::rules::rules;
use super::text_findings::{FilesWithFindings, Owners};
use crate::audit::{AuditInput, PartMemo, SiteAudit};
use crate::calendar::{Change, NEXT_CHANGE_FILE, brand_changes, horizon, hosting_files, next_change_json};
use crate::check::{Settling, check_allowances, check_brand, check_site, check_texts};
use crate::diagnostic::{Diagnostic, Diagnostics, MessageLanguage};
use crate::merge::{Clinic, KnownIds, Publishers, check_brands, check_shared_statement};
use crate::model::{
    Brand, Checksum, ClinicInput, ConditionKind, Grounds, Id, Language, OutputPath, SiteConfig, StatementMode,
};
use crate::parse::{parse_site, parse_site_config};
use crate::render::{BrandInput, Theme, privacy_schema, render_brand};
use crate::source::SourceTree;
use crate::span::FileId;

/// What a build is asked for.
#[derive(Debug, Clone, Copy)]
pub struct BuildOptions {
    /// The day that the pages are made for; everything that changes with time is decided from it.
    pub date: Date,
}

/// What a build found and made.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The findings, sorted, each once.
    pub findings: Vec<Diagnostic>,
    /// The brands that were rendered, in the order of their ids.
    pub brands: Vec<BuiltBrand>,
    /// When pages will change by themselves, to the end of next year.
    pub changes: Vec<Change>,
    /// The clinics that each brand names, rendered or not.
    pub published: BTreeMap<Id, Vec<Id>>,
    /// The profiles of each clinic that could be read.
    pub profiles: BTreeMap<Id, Vec<Id>>,
    /// Files in whose texts something was found, and which no clinic's pages are made of.
    pub unused_texts: BTreeSet<FileId>,
}

/// A brand that was rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltBrand {
    /// Its id, which is its folder.
    pub id: Id,
    /// Its domain, as people read it.
    pub domain: String,
    /// How many files it has.
    pub files: usize,
}

/// Parses, merges, checks and renders a site; finished files go to `sink` as they are made.
///
/// Every brand is merged, rendered and let go by itself, several at a time, so memory does not grow with the number of pages.
/// The sink must not be published where the findings have errors.
pub fn build(tree: &SourceTree, options: BuildOptions, sink: &dyn Sink) -> Outcome {
    let mut found = Diagnostics::new();
    let Some(site) = parse_site(tree, &mut found) else {
        return Outcome { findings: found.into_sorted(), ..Outcome::default() };
    };
    let publishers = Publishers::of(&site);
    check_brands(&site, &publishers, &mut found);
    check_site(&site.config, options.date, &mut found);
    let mut in_texts = Diagnostics::new();
    let mentions = check_texts(&site, tree, options.date, &mut in_texts);
    let files_with_findings = FilesWithFindings::of(&in_texts, tree);
    let theme = Theme::load(tree, &site.config, &mut found);
    let grounds = theme.as_ref().map_or(Grounds::BASE, Theme::grounds);
    for brand in site.brands.values() {
        check_brand(brand, &grounds, &site.config, options.date, &mut found);
    }
    let known = KnownIds::of(&site);
    let roles: Vec<&str> = known.of_kind(ConditionKind::Contacts).collect();
    let schema = privacy_schema();
    let clinics = Clinics {
        site: &site,
        known: &known,
        publishers: &publishers,
        mentions: &mentions,
        date: options.date,
    };
    let is_whole = !found.has_errors() && !in_texts.has_errors();
    let audit = theme.as_ref().map(|theme| {
        SiteAudit::of(AuditInput { site: &site, publishers: &publishers, theme, tree, is_whole })
    });
    if let Some(audit) = &audit {
        audit.check_theme(&mut found);
    }
    let memo = PartMemo::default();
    let shared = Shared {
        clinics,
        theme: theme.as_ref().zip(audit.as_ref()),
        memo: &memo,
        files_with_findings: &files_with_findings,
        schema: &schema,
        roles: &roles,
    };
    let unpublished = site.clinics.values().filter(|clinic| publishers.publishing(&clinic.id).is_empty());
    let mut owners = Owners::default();
    for clinic in unpublished {
        let clinic = clinics.clinic(&clinic.id, &mut found);
        if let Some(clinic) = clinic {
            owners.add(clinic.id.as_str(), files_with_findings.of_clinic(&clinic));
        }
    }
    let brands: Vec<&Brand> = site.brands.values().collect();
    let built: Vec<Made> = brands.into_par_iter().map(|brand| shared.brand(brand, sink)).collect();
    let named = |brand: &Brand| brand.clinics.iter().map(|clinic| clinic.value.clone()).collect();
    let published = site.brands.values().map(|brand| (brand.id.clone(), named(brand))).collect();
    let profiles = site.clinics.values().map(|clinic| (clinic.id.clone(), profiles_of(clinic))).collect();
    let mut outcome = Outcome { published, profiles, ..Outcome::default() };
    for made in built {
        outcome.brands.extend(made.brand);
        outcome.changes.extend(made.changes);
        made.texts.into_iter().for_each(|(clinic, files)| owners.add(&clinic, files));
        found.append(made.found);
    }
    owners.name_in(&mut in_texts);
    outcome.unused_texts = owners.of_none(&files_with_findings);
    found.append(in_texts);
    outcome.changes.sort_unstable();
    write_calendar(&outcome.changes, options.date, sink);
    check_allowances(&site, rules(), options.date, &mut found);
    outcome.findings = found.into_sorted();
    outcome
}

fn profiles_of(clinic: &ClinicInput) -> Vec<Id> {
    let profiles = clinic.settings.profiles.iter().flat_map(|profiles| &profiles.value);
    profiles.map(|profile| profile.value.clone()).collect()
}

/// Writes the files that let a host build again on the days on which pages change by themselves.
fn write_calendar(changes: &[Change], date: Date, sink: &dyn Sink) {
    let write = |path: &str, bytes: &[u8]| {
        sink.accept(&OutputPath::parse(path).expect("the names of these files are plain"), bytes);
    };
    write(NEXT_CHANGE_FILE, &next_change_json(changes, horizon(date)));
    for (path, text) in hosting_files() {
        write(path, text.as_bytes());
    }
}

/// What became of a brand.
#[derive(Default)]
struct Made {
    /// Nothing where it could not be rendered.
    brand: Option<BuiltBrand>,
    changes: Vec<Change>,
    /// Its clinics, each with the files of texts in which something was found.
    texts: Vec<(String, Vec<FileId>)>,
    found: Diagnostics,
}

/// What all brands of a build share.
struct Shared<'s, 'a> {
    clinics: Clinics<'s, 'a>,
    /// The theme, and what its pages are held against.
    theme: Option<(&'s Theme, &'s SiteAudit<'a>)>,
    /// What the pages of several brands have in common.
    memo: &'s PartMemo,
    files_with_findings: &'s FilesWithFindings<'s>,
    schema: &'s [u8],
    roles: &'s [&'s str],
}

impl<'a> Shared<'_, 'a> {
    fn brand(&self, brand: &'a Brand, sink: &dyn Sink) -> Made {
        let mut found = Diagnostics::new();
        let clinics = self.clinics.of_brand(brand, &mut found);
        let texts_of =
            |clinic: &Clinic<'_>| (clinic.id.to_string(), self.files_with_findings.of_clinic(clinic));
        let texts = clinics.iter().map(texts_of).collect();
        // A brand that lacks a clinic has been reported; the others are rendered all the same, for what is wrong with them.
        let (Some((theme, audit)), false) = (self.theme, clinics.is_empty()) else {
            return Made { texts, found, ..Made::default() };
        };
        let clinics: Vec<&Clinic<'a>> = clinics.iter().collect();
        if brand.statement == StatementMode::Shared {
            check_shared_statement(brand, &clinics, &mut found);
        }
        let mut files = 0;
        let mut audit = audit.brand(brand, &clinics, self.memo);
        let mut accept = |path: &OutputPath, bytes: &[u8]| {
            files += 1;
            audit.read(path, bytes);
            sink.accept(path, bytes);
        };
        let (site, date) = (self.clinics.site, self.clinics.date);
        let input = BrandInput {
            brand,
            clinics: &clinics,
            config: &site.config,
            brands: &site.brands,
            theme,
            schema: self.schema,
            roles: self.roles,
            date,
        };
        render_brand(&input, &mut accept, &mut found);
        let mut allowances: Vec<_> = clinics.iter().flat_map(|clinic| &clinic.allowances).copied().collect();
        allowances.sort_by_key(|allowance| allowance.span);
        allowances.dedup_by_key(|allowance| allowance.span);
        let before = found.count();
        audit.finish(&mut found);
        Settling { rules: crate::audit::rules(), config: &site.config, allowances: &allowances, date }
            .settle(before, &mut found);
        let changes = brand_changes(brand, &clinics, date, horizon(date));
        let built = BuiltBrand { id: brand.id.clone(), domain: brand.domain.value.shown().to_owned(), files };
        Made { brand: Some(built), changes, texts, found }
    }
}

/// The folder that the site's pages go to, relative to its root.
#[must_use]
pub fn output_folder(tree: &SourceTree) -> String {
    config(tree).map_or_else(|| "public".to_owned(), |config| config.output)
}

/// The language in which the site's people are spoken to: Norwegian, unless the main language is another.
#[must_use]
pub fn message_language(tree: &SourceTree) -> MessageLanguage {
    let main = config(tree).and_then(|config| config.languages.into_iter().next());
    match main.as_ref().map(Language::as_str) {
        None | Some("nb" | "nn" | "se") => MessageLanguage::Bokmal,
        Some(_) => MessageLanguage::English,
    }
}

/// The settings alone; what is wrong with them is reported by the build.
fn config(tree: &SourceTree) -> Option<SiteConfig> {
    let (id, file) = tree.find("site.toml")?;
    parse_site_config(id, file, &mut Diagnostics::new())
}

/// The fingerprint of the content: SHA-256 over every source file's path and text, in the order of paths, as 64 hex digits.
#[must_use]
pub fn fingerprint(tree: &SourceTree) -> String {
    let parts =
        tree.iter().flat_map(|(_, file)| [file.path.as_str().as_bytes(), file.text.as_bytes(), &file.bytes]);
    Checksum::of_parts(parts).to_string()
}

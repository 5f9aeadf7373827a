use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::brands::SharedByBrands;
use super::clinics::Clinics;
use super::content::Content;
use super::make_brands::MadeBrands;
use super::memo::{Memo, SharedKey};
use super::per_layer::PerLayer;
use super::rules::{codes, rules};
use super::sink::Sink;
use super::text_findings::{ClinicFiles, FilesWithFindings, Owners};
use crate::audit::{ThemeFiles, check_static_file};
use crate::calendar::{Change, ComingChanges, NEXT_CHANGE_FILE, expiry_changes, horizon};
use crate::check::{TextFindings, check_allowances, check_brand, check_house_rules, check_site};
use crate::diagnostic::{Diagnostic, Diagnostics, MessageLanguage, Severity};
use crate::hosting::{ADDRESSES_FILE, Addresses, HostedBrand, HostingFiles, handover};
use crate::merge::{Concerned, Site, check_brands};
use crate::model::{
    Checksum, ConditionKind, Grounds, HostPaths, Id, Language, OutputPath, SiteConfig, SiteInput,
};
use crate::parse::parse_site_config;
use crate::render::privacy_schema;
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// The rule whose findings nobody publishes without saying so.
const STALE: &str = "stale-override";

/// The rule for a row whose id is nearly that of another.
const ID_LIKE_ANOTHER: &str = "id-like-another";

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
    /// What would be found too if the site were no example, sorted, each once.
    pub excused: Vec<Diagnostic>,
    /// The brands that were rendered, in the order of their ids.
    pub brands: Vec<BuiltBrand>,
    /// The brands that are still to be made: none at the end, unless the build was cancelled.
    pub pending: BTreeSet<Id>,
    /// When the pages of each brand will change by themselves, to the end of next year,
    /// in the order of dates.
    pub changes: BTreeMap<Id, Arc<[Change]>>,
    /// What was found between the pages of brands, and is not told since the site could not be read whole.
    pub withheld: BTreeMap<Id, Diagnostics>,
    /// What is wrong with allowances and levels, as far as the brands that were made show it: told only of
    /// all brands, since another may need what these do not.
    pub of_allowances: Vec<Diagnostic>,
    /// The site, if there is one.
    pub site: Option<Arc<Site>>,
    /// Files in whose texts something was found, and which no clinic's pages are made of.
    pub unused_texts: BTreeSet<FileId>,
    /// What the pages are made of, if there are a site and a theme.
    pub content: Option<Content>,
}

impl Outcome {
    /// Makes errors of the findings that an override is stale, which nobody may publish unseen.
    pub fn refuse_stale(&mut self) {
        for finding in self.findings.iter_mut().filter(|finding| finding.code == STALE) {
            finding.severity = Severity::Error;
        }
    }

    /// The places of the overrides that are stale, in the order of the files.
    #[must_use]
    pub fn stale(&self, tree: &SourceTree) -> Vec<String> {
        stale(&self.findings, tree)
    }

    /// The page for a host that gets the brands in an archive, in which they are in the folder `name`.
    #[must_use]
    pub fn handover(&self, name: &str) -> String {
        let brands: Vec<&HostedBrand> = self.brands.iter().map(|brand| &*brand.hosted).collect();
        handover(&paths_of(self), &brands, name)
    }

    /// The brands that a finding of this outcome is about: those of its clinics, or of the folder that it is
    /// in. A text that no clinic shows is about none.
    #[must_use]
    pub fn concerned(&self, finding: &Diagnostic, tree: &SourceTree) -> Concerned {
        let file = finding.span.file;
        if self.pending.is_empty() && self.unused_texts.contains(&file) {
            return Concerned::Brands(BTreeSet::new());
        }
        self.concerned_by(tree.file(file).path.as_str(), &finding.clinics)
    }

    /// The brands that a file or a folder at `path` is about, or these clinics if any are named;
    /// all brands, if there is no site.
    #[must_use]
    pub fn concerned_by(&self, path: &str, clinics: &BTreeSet<String>) -> Concerned {
        self.site.as_ref().map_or(Concerned::All, |site| site.concerned_by(path, clinics))
    }
}

/// The places of the overrides of which findings say that they are stale.
pub(super) fn stale(findings: &[Diagnostic], tree: &SourceTree) -> Vec<String> {
    let stale = findings.iter().filter(|finding| finding.code == STALE);
    stale.map(|finding| tree.place(finding.span)).collect()
}

/// A brand that was rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltBrand {
    /// Its id, which is its folder.
    pub id: Id,
    /// Its name in its main language.
    pub name: String,
    /// Its domain, as people read it.
    pub domain: String,
    /// How many files it has.
    pub files: usize,
    /// What a host needs to know of it.
    pub hosted: Arc<HostedBrand>,
}

/// Parses, merges, checks and renders a site; finished files go to `sink` as they are made.
///
/// Every brand is merged, rendered and dropped by itself, several at a time,
/// so memory does not grow with the number of pages.
/// The sink must not be published if the findings have errors.
pub fn build(tree: &SourceTree, options: BuildOptions, sink: &dyn Sink) -> Outcome {
    build_after(tree, options, Addresses::default(), sink)
}

/// The same after a build whose pages were at the addresses `before`: those of pages that have moved lead to
/// them.
pub fn build_after(tree: &SourceTree, options: BuildOptions, before: Addresses, sink: &dyn Sink) -> Outcome {
    let mut memo = Memo::after(before);
    let outcome = build_again(tree, options, sink, &mut memo);
    write_for_hosts(&outcome, options.date, sink);
    outcome
}

/// Makes the brands as [`build`] does, but not those again that `memo` knows from last time;
/// the files that belong to no brand are left out.
///
/// The files of a brand that is made of the same things as last time do not come again:
/// the sink of last time got them.
pub fn build_again(tree: &SourceTree, options: BuildOptions, sink: &dyn Sink, memo: &mut Memo) -> Outcome {
    let date = options.date;
    let mut found = Diagnostics::new();
    let Some(all) = memo.site(tree, &mut found).map(|site| Arc::new(Site::new(site))) else {
        return Outcome { findings: found.into_sorted(), ..Outcome::default() };
    };
    let site = &all.input;
    check_brands(&all, &mut found);
    check_site(site, date, &mut found);
    check_house_rules(&site.house_rules, |name| codes().any(|code| code == name), &mut found);
    let texts = memo.texts(site, tree, date);
    let in_texts = found_in(&texts, site);
    let theme = memo.theme(tree, &site.config, &mut found);
    let grounds = theme.as_ref().map_or(Grounds::BASE, |theme| theme.grounds());
    for brand in site.brands.values() {
        check_brand(brand, &grounds, &site.config, date, &mut found);
    }
    let roles: Vec<&str> = all.known.of_kind(ConditionKind::Contacts).collect();
    let clinics = Clinics { site: &all, texts: &texts, tree, date };
    let named = memo.named(&all, theme.as_ref(), tree);
    let theme_files = theme.as_ref().map(|theme| ThemeFiles::of(tree, theme.chain()));
    if let Some(files) = &theme_files {
        files.check(&mut found);
    }
    for file in site.static_files.0.values().flatten() {
        check_static_file(file, tree, &mut found);
    }
    let unpublished = site.clinics.values().filter(|clinic| all.publishing(&clinic.id).next().is_none());
    let unpublished: Vec<ClinicFiles> = unpublished
        .filter_map(|clinic| clinics.clinic(&clinic.id, &mut found))
        .map(|clinic| ClinicFiles::of(&clinic))
        .collect();
    let before = Arc::clone(&memo.before);
    let ground = SharedByBrands {
        before: &before,
        clinics,
        tree,
        theme: theme.as_deref().zip(theme_files.as_ref()),
        named: &named,
        schema: privacy_schema(),
        roles: &roles,
    };
    let key = SharedKey::new(&all, tree, date, theme.clone(), Arc::clone(&named.names));
    let files_with_findings = FilesWithFindings::of(&in_texts, tree);
    let content = theme.as_ref().map(|theme| Content::of(tree, &all, theme));
    let makes = site.brands.keys().filter(|brand| sink.makes(brand)).collect();
    let files = &files_with_findings;
    let so_far = SoFar { site: &all, date, found, in_texts, unpublished, files, content, makes };
    let made = memo.make(key, &ground, sink, &|made| so_far.outcome(made));
    so_far.outcome(&made)
}

/// What is known before the brands are made.
struct SoFar<'s> {
    site: &'s Arc<Site>,
    date: Date,
    found: Diagnostics,
    in_texts: Diagnostics,
    /// The clinics that no brand names.
    unpublished: Vec<ClinicFiles>,
    files: &'s FilesWithFindings<'s>,
    content: Option<Content>,
    /// The brands that are to be made.
    makes: BTreeSet<&'s Id>,
}

impl SoFar<'_> {
    /// What came of it, with the brands that are made by now.
    fn outcome(&self, made: &MadeBrands) -> Outcome {
        let Self { site, date, files, .. } = self;
        let (mut found, mut in_texts) = (self.found.clone(), self.in_texts.clone());
        // What a page lacks, it may lack only since something could not be read; that has been reported.
        let is_whole = !found.has_errors() && !in_texts.has_errors();
        let mut outcome = Outcome {
            content: self.content.clone(),
            site: Some(Arc::clone(site)),
            pending: site.input.brands.keys().filter(|brand| !made.contains_key(*brand)).cloned().collect(),
            ..Outcome::default()
        };
        let mut owners = Owners::default();
        self.unpublished.iter().for_each(|clinic| owners.add(clinic, files));
        for (brand, made) in made {
            outcome.brands.extend(made.brand.clone());
            outcome.changes.insert(brand.clone(), Arc::clone(&made.changes));
            made.clinics.iter().for_each(|clinic| owners.add(clinic, files));
            found.append(made.found.clone());
            if is_whole {
                found.append(made.between_pages.clone());
            } else {
                outcome.withheld.insert(brand.clone(), made.between_pages.clone());
            }
        }
        owners.name_in(&mut in_texts);
        outcome.unused_texts = owners.of_none(files);
        found.append(in_texts);
        let before = found.count();
        if self.makes.iter().all(|brand| made.contains_key(*brand)) {
            check_allowances(&site.input, rules(), *date, &mut found);
        }
        if !outcome.pending.is_empty() {
            outcome.of_allowances = found.take_since(before);
        }
        // A row that lacks something is told of with the one that was probably meant.
        let lacking = found.iter().filter(|finding| finding.code == "incomplete");
        let lacking: BTreeSet<Span> = lacking.map(|finding| finding.span).collect();
        found.retain_since(0, |finding| finding.code != ID_LIKE_ANOTHER || !lacking.contains(&finding.span));
        outcome.excused = found.excused();
        outcome.findings = found.into_sorted();
        outcome
    }
}

/// What was found in the texts of all layers.
fn found_in(texts: &PerLayer<TextFindings>, site: &SiteInput) -> Diagnostics {
    let mut found = Diagnostics::new();
    site.layers().filter_map(|layer| texts.get(layer)).for_each(|texts| found.append(texts.found.clone()));
    found
}

/// The days ahead on which the brands that were built change by themselves, and those on which a build says
/// that `security.txt` expires.
pub(super) fn coming_changes(outcome: &Outcome, date: Date) -> ComingChanges {
    let until = horizon(date);
    let expiry = outcome.site.as_ref().map_or_else(Vec::new, |site| {
        let built = site.input.brands.values().filter(|brand| outcome.changes.contains_key(&brand.id));
        expiry_changes(site.input.config.security_txt_expires.value, built, date, until)
    });
    ComingChanges::of(outcome.changes.values().flat_map(|changes| changes.iter()).chain(&expiry), until)
}

/// Writes the files that let a host serve the sites, and build again on the days on which pages change by
/// themselves.
pub(super) fn write_for_hosts(outcome: &Outcome, date: Date, sink: &dyn Sink) {
    write_texts([(NEXT_CHANGE_FILE.to_owned(), coming_changes(outcome, date).to_json())], sink);
    write_hosting(outcome, &Addresses::default(), sink);
    let brands: Vec<&HostedBrand> = outcome.brands.iter().map(|brand| &*brand.hosted).collect();
    write_for_all(&paths_of(outcome), &brands, sink);
}

/// Writes the files that tell hosts of each brand that was built. Where the pages of others are stays as it
/// was `before`.
pub(super) fn write_hosting(outcome: &Outcome, before: &Addresses, sink: &dyn Sink) {
    let files = HostingFiles::new(&paths_of(outcome));
    outcome.brands.par_iter().for_each(|brand| write_texts(files.of_brand(&brand.hosted), sink));
    let addresses = outcome.brands.iter().map(|brand| (brand.id.to_string(), brand.hosted.told()));
    write_texts([(ADDRESSES_FILE.to_owned(), before.after(addresses).to_text())], sink);
}

/// Writes the files that tell hosts of all these brands together.
pub(super) fn write_for_all(paths: &HostPaths, brands: &[&HostedBrand], sink: &dyn Sink) {
    write_texts(HostingFiles::new(paths).of_all(brands), sink);
}

/// Writes files that are made of texts.
pub(super) fn write_texts(files: impl IntoIterator<Item = (String, String)>, sink: &dyn Sink) {
    for (path, text) in files {
        let path = OutputPath::parse(&path).expect("the names of these files are plain");
        sink.accept(&path, text.as_bytes());
    }
}

/// The folders of the host, as the site's settings say them.
pub(super) fn paths_of(outcome: &Outcome) -> HostPaths {
    outcome.site.as_ref().map(|site| site.input.config.hosting.clone()).unwrap_or_default()
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
pub(super) fn config(tree: &SourceTree) -> Option<SiteConfig> {
    let (id, file) = tree.find("site.toml")?;
    parse_site_config(id, file, &mut Diagnostics::new())
}

/// The fingerprint of the content: SHA-256 over every source file's path and text, in the order of paths,
/// as 64 hex digits.
#[must_use]
pub fn fingerprint(tree: &SourceTree) -> String {
    let parts =
        tree.iter().flat_map(|(_, file)| [file.path.as_str().as_bytes(), file.text.as_bytes(), &file.bytes]);
    Checksum::of_parts(parts).to_string()
}

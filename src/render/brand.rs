use super::brand_assets::BrandAssets;
use super::facts::{clinic_data, clinic_terms};
use super::finished_file::FinishedFile;
use super::hosted::hosted_brand;
use super::input::BrandInput;
use super::names::check_names;
use super::output::Output;
use super::pages::Frame;
use super::platform_limits::check_platform_limits;
use super::privacy_json::{SCHEMA_FILE, StatementFacts, privacy_json};
use super::robots;
use super::shared;
use super::site_map::PageSubject;
use super::static_files::write_static_files;
use super::subject::{Told, render_list, render_not_found, render_subject};
use crate::diagnostic::Diagnostics;
use crate::hosting::{HostedBrand, brand_files};
use crate::theme::Strings;
use crate::theme::view::Ready;

/// Renders all files of a brand, handing each to `accept` as soon as it is made.
/// Returns what a host needs to know of it.
pub fn render_brand(
    input: &BrandInput<'_, '_>,
    accept: &mut dyn FnMut(FinishedFile<'_>),
    found: &mut Diagnostics,
) -> HostedBrand {
    let subjects = PageSubject::of(input.brand, input.clinics);
    let mut out = Output::new(input, accept);
    let main = input.brand.chain(&input.brand.languages[0], input.config);
    let name = main.iter().find_map(|language| input.brand.name.value.in_language(language));
    let assets = BrandAssets::of(input.brand, name.unwrap_or_default(), input.theme);
    let mut facts = Vec::new();
    for language in &input.brand.languages {
        let chain = input.brand.chain(language, input.config);
        let words: Vec<&Strings> = chain.iter().map(|language| input.theme.strings(language)).collect();
        let frame = Frame { input, language, strings: words[0], chain: &chain, assets: &assets };
        input.clinics.iter().for_each(|clinic| check_names(clinic, words[0], found));
        if subjects.len() > 1 {
            render_list(&frame, &subjects, &mut out, found);
        }
        for subject in &subjects {
            let each = subject
                .clinics
                .iter()
                .map(|clinic| (frame.shown_name(clinic), clinic_data(clinic, &words, input.date)));
            let data = shared::join(subject, each.collect(), input.brand, words[0], found);
            let terms =
                subject.clinics.iter().map(|clinic| (clinic.id.to_string(), clinic_terms(clinic, &words)));
            let told = Told {
                data: Ready::new(&data),
                terms: shared::join_terms(&terms.collect::<Vec<_>>(), &words[0].pen),
                terms_of_hours: data.glossary.clone(),
            };
            render_subject(&frame, subject, &told, &mut out, found);
            facts.push(StatementFacts { lang: language.to_string(), clinics: names(subject, &frame), data });
        }
        render_not_found(&frame, &mut out, found);
    }
    let pages = std::mem::take(&mut out.pages);
    // A sitemap lists at least one page; a site of nothing but copies has none.
    if !pages.is_empty() {
        out.write("sitemap.xml", robots::sitemap(input.brand, &pages).as_bytes());
    }
    // Programs look for these at the root of a host, which may be another site's.
    let mut for_root = vec![("robots.txt", robots::robots(input.brand, !pages.is_empty()))];
    let security = robots::security_txt(input.brand, input.clinics, input.config.security_txt_expires.value);
    for_root.extend(security.map(|text| (".well-known/security.txt", text)));
    if input.brand.base.is_root() {
        for (path, text) in for_root.drain(..) {
            out.write(path, text.as_bytes());
        }
    }
    for asset in input.theme.assets.iter().chain(assets.all()) {
        out.write(&asset.path, &asset.bytes);
    }
    let main = &input.brand.languages[0];
    let chain = input.brand.chain(main, input.config);
    let frame =
        Frame { input, language: main, strings: input.theme.strings(main), chain: &chain, assets: &assets };
    out.write(
        "privacy.json",
        &privacy_json(frame.brand_view(), input.config.example, input.config.draft, facts),
    );
    out.write(SCHEMA_FILE, input.schema);
    let mut hosted = hosted_brand(input, &subjects, &out.taken, found);
    hosted.addresses.for_root = for_root.iter().map(|(path, _)| (*path).to_owned()).collect();
    hosted.for_root = for_root;
    for (path, text) in brand_files(&hosted) {
        if path == "_redirects" {
            check_platform_limits(input.brand, &text, found);
        }
        out.write(path, text.as_bytes());
    }
    write_static_files(&hosted, &mut out, found);
    hosted
}

fn names(subject: &PageSubject<'_, '_>, frame: &Frame<'_, '_>) -> Vec<String> {
    subject.clinics.iter().map(|clinic| frame.text(clinic.settings.name.get())).collect()
}

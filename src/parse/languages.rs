//! What is wrong with the languages of a site as a whole: one finding in `site.toml` instead of one a text.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::catalogue::{merge::listed_twice, toml::keep_one};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say};
use crate::model::{Language, Reader, SiteConfig, SiteInput};
use crate::span::Located;

/// A list's languages, each once; one that stands there again is reported.
pub(super) fn each_once(written: Vec<Located<Language>>, reader: &mut Reader<'_>) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for language in written {
        if languages.contains(&language.value) {
            let error = Diagnostic::error("duplicate-id", language.span, listed_twice(language.as_str()));
            reader.found.push(error.with_help(keep_one()));
        } else {
            languages.push(language.value);
        }
    }
    languages
}

/// From how many texts on it is the list of languages that is wrong, and not the texts.
const MANY: usize = 5;

/// Reports languages that many texts are in and `site.toml` does not have, in the place of what was found in
/// each of these texts; and says whether it did. Then nothing more is known of the content.
///
/// `written_in` are the languages of the site that texts are in.
pub(super) fn report_wrong_languages(
    config: &SiteConfig,
    written_in: &BTreeSet<String>,
    found: &mut Diagnostics,
) -> bool {
    let mut texts_in: BTreeMap<String, usize> = BTreeMap::new();
    for finding in found.iter() {
        if finding.code == "unknown-language" {
            *texts_in.entry(finding.headline.named().first().cloned().unwrap_or_default()).or_default() += 1;
        }
    }
    texts_in.retain(|_, texts| *texts >= MANY);
    if texts_in.is_empty() {
        return false;
    }
    found.retain_since(0, |finding| !follows(&finding.code));
    let written = |languages: &[&str]| {
        languages.iter().map(|language| format!("\"{language}\"")).collect::<Vec<_>>().join(", ")
    };
    let known: Vec<&str> = config.languages.iter().map(Language::as_str).collect();
    // A language that no text is in was probably meant for one that they are in.
    let known = known.iter().copied().filter(|language| written_in.contains(*language));
    let mut others: Vec<&str> = known.chain(texts_in.keys().map(String::as_str)).collect();
    others.dedup();
    for (language, texts) in &texts_in {
        let headline = say::texts_in_unknown_language(*texts, language);
        let error = Diagnostic::error("unknown-language", config.languages_span, headline);
        found.push(error.with_help(say::list_the_language(&written(&others))));
    }
    true
}

/// What is found in texts whose languages are not those of the site.
fn follows(code: &str) -> bool {
    ["unknown-language", "front-matter", "title", "missing-key", "missing-language"].contains(&code)
}

/// The languages of the site that clauses are in.
pub(super) fn written_in(site: &SiteInput) -> BTreeSet<String> {
    let clauses = site.layers().flat_map(|layer| layer.clauses.values());
    clauses.flat_map(|clause| clause.texts.iter().map(|(language, _)| language.to_string())).collect()
}

/// Reports a language of the site that nothing is written in, and lets the main one stand in for it.
pub(super) fn report_unwritten_languages(site: &mut SiteInput, found: &mut Diagnostics) {
    let written = written_in(site);
    let is_published =
        |language: &Language| site.brands.values().any(|brand| brand.languages.contains(language));
    let (main, others) = site.config.languages.split_first().expect("a site has a language");
    if !written.contains(main.as_str()) {
        return;
    }
    let unwritten: Vec<Language> = others
        .iter()
        .filter(|language| {
            !written.contains(language.as_str()) && !site.config.fallback.contains_key(*language)
        })
        .filter(|language| is_published(language))
        .cloned()
        .collect();
    let main = main.clone();
    for language in unwritten {
        let headline = say::nothing_is_written_in(language.as_str());
        let error = Diagnostic::error("missing-language", site.config.languages_span, headline);
        found.push(error.with_help(say::write_it_or_let_another_stand_in(language.as_str(), main.as_str())));
        site.config.fallback.insert(language, main.clone());
    }
}

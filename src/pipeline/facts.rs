use std::collections::BTreeSet;

use jiff::civil::Date;

use super::clinics::Clinics;
use super::per_layer::PerLayer;
use crate::diagnostic::{Diagnostic, Diagnostics, MessageLanguage};
use crate::merge::Site;
use crate::model::{Id, Text};
use crate::parse::parse_site;
use crate::render::clinic_facts as facts_in_language;
use crate::source::SourceTree;
use crate::theme::{Theme, view::ClinicData};

/// A clinic's facts, for what is not a page.
#[derive(Debug, Clone)]
pub struct ClinicFacts {
    /// The clinic's name.
    pub name: String,
    /// What its pages say; None if the theme's words could not be read.
    pub statement: Option<ClinicData>,
    /// The security measures, in general (Article 30(1)(g));
    /// for the record alone, since they do not concern patients.
    pub security_measures: Option<String>,
    /// What is wrong with the content, sorted.
    pub findings: Vec<Diagnostic>,
}

/// The facts of the clinic called `id`, in the language of messages if the site has it, else in its main one.
#[must_use]
pub fn clinic_facts(
    tree: &SourceTree,
    id: &str,
    language: MessageLanguage,
    date: Date,
) -> Option<ClinicFacts> {
    let mut found = Diagnostics::new();
    let site = parse_site(tree, &mut found)?;
    let (site, texts) = (Site::new(site), PerLayer::default());
    let (id, _) = site.input.clinics.get_key_value(id)?;
    let (clinics, config) = (Clinics { site: &site, texts: &texts, tree, date }, &site.input.config);
    let clinic = clinics.clinic(id, &mut found)?;
    let theme = Theme::load(tree, config, &mut found);
    let wanted = match language {
        MessageLanguage::Bokmal => "nb",
        MessageLanguage::English => "en",
    };
    let languages = &config.languages;
    let language = languages.iter().find(|language| language.as_str() == wanted).unwrap_or(&languages[0]);
    let chain = config.chain(language);
    let text = |text: &Text| chain.iter().find_map(|language| text.in_language(language)).map(str::to_owned);
    let name = text(clinic.settings.name.get()).unwrap_or_else(|| id.to_string());
    let security_measures = clinic.about.security_measures.as_ref().and_then(|measures| text(measures.get()));
    let statement = theme.map(|theme| facts_in_language(&clinic, &theme, config, language, date));
    Some(ClinicFacts { name, statement, security_measures, findings: found.into_sorted() })
}

/// The ids of all clinics.
#[must_use]
pub fn clinic_ids(tree: &SourceTree) -> BTreeSet<Id> {
    let site = parse_site(tree, &mut Diagnostics::new());
    site.map(|site| site.clinics.into_keys().collect()).unwrap_or_default()
}

use std::collections::BTreeSet;

use crate::check::{Coverage, coverage as of_clinic};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::merge::Site;
use crate::model::{Id, Language};
use crate::parse::parse_site;
use crate::source::SourceTree;

/// What the pages of a site answer.
#[derive(Debug, Clone, Default)]
pub struct SiteCoverage {
    /// One for each published clinic and each language of its brands, in the order of the clinics' ids.
    pub clinics: Vec<Coverage>,
    /// The brands, for whoever asks for one that is not there.
    pub brands: Vec<Id>,
    /// What is wrong with the files, sorted; if there are errors, answers may be missing.
    pub findings: Vec<Diagnostic>,
}

/// Says what the clinics' pages answer, or those of one brand in its languages.
#[must_use]
pub fn coverage(tree: &SourceTree, brand: Option<&str>) -> SiteCoverage {
    let mut found = Diagnostics::new();
    let mut covered = SiteCoverage::default();
    if let Some(site) = parse_site(tree, &mut found) {
        let site = Site::new(site);
        let config = &site.input.config;
        covered.brands = site.input.brands.keys().cloned().collect();
        for id in site.input.clinics.keys() {
            let brands = site.publishing(id);
            let Some(clinic) = site.clinic(id.as_str(), &mut found) else { continue };
            let asked = brands.filter(|publisher| brand.is_none_or(|brand| publisher.id.as_str() == brand));
            let chains: BTreeSet<Vec<Language>> = asked
                .flat_map(|brand| brand.languages.iter().map(|language| brand.chain(language, config)))
                .collect();
            // In the order in which the site lists its languages.
            for language in &config.languages {
                let mut chains = chains.iter().filter(|chain| chain.first() == Some(language));
                covered.clinics.extend(chains.next().map(|chain| of_clinic(&clinic, chain)));
            }
        }
    }
    covered.findings = found.into_sorted();
    covered
}

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::{Mentions, TextFindings, check_texts};
use crate::diagnostic::Diagnostics;
use crate::model::{LayerContent, SiteInput};
use crate::source::SourceTree;

/// What was found in the texts of each layer.
#[derive(Debug, Default)]
pub(super) struct LayerTexts {
    /// By the layer's address, which stays its own as long as it is held here.
    layers: BTreeMap<usize, (Arc<LayerContent>, Arc<TextFindings>)>,
}

impl LayerTexts {
    /// Looks through the texts of all layers, but those that `last` knows.
    pub(super) fn of(site: &SiteInput, tree: &SourceTree, date: Date, last: &Self) -> Self {
        let layers: Vec<&Arc<LayerContent>> = site.layers().collect();
        let look = |layer: &Arc<LayerContent>| {
            let known = last.layers.get(&address(layer)).cloned();
            let look = || (Arc::clone(layer), Arc::new(check_texts(layer, &site.config, tree, date)));
            (address(layer), known.unwrap_or_else(look))
        };
        Self { layers: layers.into_par_iter().map(look).collect() }
    }

    /// What is wrong with the texts.
    pub(super) fn found(&self, site: &SiteInput) -> Diagnostics {
        let mut found = Diagnostics::new();
        let findings = site.layers().filter_map(|layer| self.layers.get(&address(layer)));
        findings.for_each(|(_, findings)| found.append(findings.found.clone()));
        found
    }

    /// What the texts of a layer mention.
    pub(super) fn mentions(&self, layer: &Arc<LayerContent>) -> Option<&Mentions> {
        self.layers.get(&address(layer)).map(|(_, findings)| &findings.mentions)
    }
}

fn address(layer: &Arc<LayerContent>) -> usize {
    Arc::as_ptr(layer).addr()
}

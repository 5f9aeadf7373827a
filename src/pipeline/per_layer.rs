use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{LayerContent, SiteInput};

/// Something that follows from what each layer says, made once for each.
#[derive(Debug)]
pub(super) struct PerLayer<T> {
    /// By the layer's address, which stays its own as long as it is held here.
    layers: BTreeMap<usize, (Arc<LayerContent>, Arc<T>)>,
}

impl<T> Default for PerLayer<T> {
    fn default() -> Self {
        Self { layers: BTreeMap::new() }
    }
}

impl<T: Send + Sync> PerLayer<T> {
    /// Makes it for all layers, but those that `last` knows.
    pub(super) fn of(site: &SiteInput, last: &Self, make: impl Fn(&LayerContent) -> T + Sync) -> Self {
        let layers: Vec<&Arc<LayerContent>> = site.layers().collect();
        let of_layer = |layer: &Arc<LayerContent>| {
            let known = last.layers.get(&address(layer)).cloned();
            (address(layer), known.unwrap_or_else(|| (Arc::clone(layer), Arc::new(make(layer)))))
        };
        Self { layers: layers.into_par_iter().map(of_layer).collect() }
    }

    /// What follows from a layer; None if it was never made.
    pub(super) fn get(&self, layer: &Arc<LayerContent>) -> Option<&T> {
        self.layers.get(&address(layer)).map(|(_, made)| &**made)
    }
}

fn address(layer: &Arc<LayerContent>) -> usize {
    Arc::as_ptr(layer).addr()
}

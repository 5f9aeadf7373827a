use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::brand::BrandAudit;
use super::identity::of_brands_past;
use super::memo::AuditMemo;
use super::names::Names;
use super::rules::check_stylesheet;
use super::theme_texts::ThemeTexts;
use crate::diagnostic::Diagnostics;
use crate::merge::Clinic;
use crate::model::{Brand, Id, Layer};
use crate::source::SourceTree;
use crate::theme::Theme;

/// What the audit of a site is made of.
#[derive(Debug, Clone, Copy)]
pub struct AuditInput<'a> {
    /// The brands.
    pub brands: &'a BTreeMap<Id, Brand>,
    /// What they and the layers are called.
    pub names: &'a Arc<Names>,
    /// The theme.
    pub theme: &'a Arc<Theme>,
    /// The files.
    pub tree: &'a SourceTree,
}

/// What the pages of all brands are held against, made once.
#[derive(Debug)]
pub struct SiteAudit<'a> {
    pub(super) tree: &'a SourceTree,
    pub(super) names: &'a Names,
    pub(super) theme: Arc<ThemeTexts>,
    brands: &'a BTreeMap<Id, Brand>,
}

impl<'a> SiteAudit<'a> {
    /// The audit of a site.
    #[must_use]
    pub fn of(input: AuditInput<'a>, memo: &mut AuditMemo) -> Self {
        let AuditInput { brands, names, theme, tree } = input;
        let theme = memo.theme_texts(tree, theme, names);
        Self { tree, names, theme, brands }
    }

    /// Looks through the stylesheets of the theme.
    pub fn check_theme(&self, found: &mut Diagnostics) {
        for file in &self.theme.stylesheets {
            check_stylesheet(*file, &self.tree.file(*file).text, found);
        }
    }

    /// The audit of one brand, before its first page.
    #[must_use]
    pub fn brand<'s>(&'s self, brand: &'a Brand, clinics: &'s [&'s Clinic<'a>]) -> BrandAudit<'s, 'a> {
        BrandAudit::new(self, brand, clinics, self.allowed(brand, clinics))
    }

    /// What may stand on a brand's pages: its own names, its clinics' and their layers', the original's, and what it mentions.
    fn allowed(&self, brand: &Brand, clinics: &[&Clinic<'a>]) -> BTreeSet<usize> {
        let names = self.names;
        let mut allowed = names.of_brand(&brand.id).clone();
        for layer in clinics.iter().flat_map(|clinic| &clinic.layers) {
            allowed.extend(names.of_layer(*layer));
        }
        for canonical in clinics.iter().filter_map(|clinic| clinic.settings.canonical.as_ref()) {
            allowed.extend(names.of_brand(canonical.get()));
        }
        for mentioned in brand.mentions.iter().filter_map(|id| self.brands.get(&id.value)) {
            allowed.extend(names.of_brand(&mentioned.id));
            let former = of_brands_past(mentioned);
            allowed.extend(former.iter().flat_map(|identity| names.needles.named_in(&identity.text)));
            for clinic in &mentioned.clinics {
                allowed.extend(names.of_layer(Layer::Clinic(clinic.as_str())));
            }
        }
        allowed
    }
}

//! What a build need not do again, since it was done of the same things last time.
//!
//! Nothing here decides what is right: every part is made by the same code as without a memo, and is kept
//! together with all that it was made of. The same file in the same place of the tree is the same allocation,
//! so most comparing is of addresses.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::brands::{Made, SharedByBrands};
use super::build::Outcome;
use super::make_brands::{MadeBrands, make_brands};
use super::per_layer::PerLayer;
use super::sink::Sink;
use crate::check::{HouseWords, TextFindings, Texts, check_texts};
use crate::diagnostic::Diagnostics;
use crate::hosting::Addresses;
use crate::merge::{KnownIds, Site};
use crate::model::{
    Brand, ClinicInput, Countries, HouseRules, Id, LayerContent, SiteConfig, SiteInput, StaticFiles,
};
use crate::names::{LayerNames, NamedText, NamesMemo, SiteNames, named_in_theme};
use crate::parse::{ParseMemo, parse_site_again};
use crate::source::{Placed, SourceTree};
use crate::theme::Theme;

/// What builds of a site may take over from the build before; for one sink alone.
#[derive(Debug, Default)]
pub struct Memo {
    /// Where the pages were at the build before the first.
    pub(super) before: Arc<Addresses>,
    parse: ParseMemo,
    theme: Option<KnownTheme>,
    texts: KnownTexts,
    names: NamesMemo,
    named: KnownNamed,
    shared: Option<Arc<SharedKey>>,
    brands: BTreeMap<Id, (BrandKey, Arc<Made>)>,
}

#[derive(Debug)]
struct KnownTheme {
    files: Vec<Placed>,
    config: Vec<Placed>,
    theme: Option<Arc<Theme>>,
    found: Diagnostics,
}

/// What was found in texts, for these settings, these house rules and this day.
#[derive(Debug, Default)]
struct KnownTexts {
    of: Option<(Vec<Placed>, Arc<HouseRules>, Date)>,
    texts: Arc<PerLayer<TextFindings>>,
}

/// What layers and the theme name, of these names.
#[derive(Debug, Default)]
struct KnownNamed {
    names: Option<Arc<SiteNames>>,
    layers: Arc<PerLayer<LayerNames>>,
    theme: Option<(Arc<Theme>, Arc<[NamedText]>)>,
}

/// What is named where: by the site's layers, and by its theme.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub names: Arc<SiteNames>,
    pub layers: Arc<PerLayer<LayerNames>>,
    pub theme: Arc<[NamedText]>,
}

/// The same only if it is the same allocation.
#[derive(Debug)]
struct Same<T>(Arc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// All that every brand is made of.
#[derive(Debug, PartialEq)]
pub(super) struct SharedKey {
    config: Vec<Placed>,
    date: Date,
    theme: Option<Same<Theme>>,
    names: Same<SiteNames>,
    group: Same<LayerContent>,
    brands: Same<BTreeMap<Id, Brand>>,
    static_files: Same<StaticFiles>,
    profiles: Vec<Id>,
    known: Arc<KnownIds>,
    countries: Arc<Countries>,
}

/// All that one brand is made of.
#[derive(Debug, PartialEq)]
struct BrandKey {
    shared: Same<SharedKey>,
    clinics: Vec<Same<ClinicInput>>,
    layers: Vec<Same<LayerContent>>,
}

impl SharedKey {
    pub(super) fn new(
        site: &Site,
        tree: &SourceTree,
        date: Date,
        theme: Option<Arc<Theme>>,
        names: Arc<SiteNames>,
    ) -> Self {
        let Site { input: site, known, .. } = site;
        Self {
            config: config_files(tree),
            date,
            theme: theme.map(Same),
            names: Same(names),
            group: Same(Arc::clone(&site.group)),
            brands: Same(Arc::clone(&site.brands)),
            static_files: Same(Arc::clone(&site.static_files)),
            profiles: site.profiles.keys().cloned().collect(),
            known: Arc::clone(known),
            countries: Arc::clone(&site.countries),
        }
    }
}

impl BrandKey {
    fn of(brand: &Brand, site: &SiteInput, shared: &Arc<SharedKey>) -> Self {
        let clinics = brand.clinics.iter().filter_map(|clinic| site.clinics.get(&clinic.value));
        let layers = clinics.clone().flat_map(|clinic| site.layers_of(clinic));
        Self {
            shared: Same(Arc::clone(shared)),
            layers: layers.map(|layer| Same(Arc::clone(layer))).collect(),
            clinics: clinics.map(|clinic| Same(Arc::clone(clinic))).collect(),
        }
    }
}

impl Memo {
    /// Of builds after one whose pages were at these addresses.
    pub(super) fn after(before: Addresses) -> Self {
        Self { before: Arc::new(before), ..Self::default() }
    }

    /// The site.
    pub(super) fn site(&mut self, tree: &SourceTree, found: &mut Diagnostics) -> Option<SiteInput> {
        parse_site_again(tree, &mut self.parse, found)
    }

    /// The theme, with what is wrong with it.
    pub(super) fn theme(
        &mut self,
        tree: &SourceTree,
        config: &SiteConfig,
        found: &mut Diagnostics,
    ) -> Option<Arc<Theme>> {
        let (files, settings) = (tree.placed_below("themes"), config_files(tree));
        let last = self.theme.take().filter(|last| last.files == files && last.config == settings);
        let known = last.unwrap_or_else(|| {
            let mut found = Diagnostics::new();
            let theme = Theme::load(tree, config, &mut found).map(Arc::new);
            KnownTheme { files, config: settings, theme, found }
        });
        found.append(known.found.clone());
        self.theme.insert(known).theme.clone()
    }

    /// What was found in the texts of all layers.
    pub(super) fn texts(
        &mut self,
        site: &SiteInput,
        tree: &SourceTree,
        date: Date,
    ) -> Arc<PerLayer<TextFindings>> {
        let of = Some((config_files(tree), Arc::clone(&site.house_rules), date));
        if self.texts.of != of {
            self.texts = KnownTexts { of, ..KnownTexts::default() };
        }
        let (config, house, house_words) =
            (&site.config, &*site.house_rules, &HouseWords::of(&site.house_rules));
        let check =
            |content: &LayerContent| check_texts(Texts { content, tree, config, house, house_words, date });
        self.texts.texts = Arc::new(PerLayer::of(site, &self.texts.texts, check));
        Arc::clone(&self.texts.texts)
    }

    /// What the layers and the theme name.
    pub(super) fn named(&mut self, site: &Site, theme: Option<&Arc<Theme>>, tree: &SourceTree) -> Named {
        let names = SiteNames::of(site, tree, &mut self.names);
        if !self.named.names.as_ref().is_some_and(|known| Arc::ptr_eq(known, &names)) {
            self.named = KnownNamed { names: Some(Arc::clone(&names)), ..KnownNamed::default() };
        }
        let look = |layer: &LayerContent| LayerNames::of(layer, &names, tree);
        self.named.layers = Arc::new(PerLayer::of(&site.input, &self.named.layers, look));
        let known = self.named.theme.take();
        let of_theme = theme.map(|theme| {
            // A theme that is the same has the same files in the same places.
            let known = known.filter(|(known, _)| Arc::ptr_eq(known, theme));
            let look = || (Arc::clone(theme), named_in_theme(theme.chain(), &names, tree).into());
            known.unwrap_or_else(look)
        });
        let theme = of_theme.as_ref().map_or_else(|| Arc::from([]), |(_, named)| Arc::clone(named));
        self.named.theme = of_theme;
        Named { names, layers: Arc::clone(&self.named.layers), theme }
    }

    /// Makes the brands that are made of other things than last time, and returns all that are made.
    pub(super) fn make<'a>(
        &mut self,
        key: SharedKey,
        ground: &SharedByBrands<'a>,
        sink: &dyn Sink,
        outcome: &(dyn Fn(&MadeBrands) -> Outcome + Sync),
    ) -> MadeBrands {
        let site = &ground.clinics.site.input;
        let shared = match self.shared.take() {
            Some(last) if *last == key => last,
            _ => Arc::new(key),
        };
        let keys: Vec<(&Brand, BrandKey)> =
            site.brands.values().map(|brand| (brand, BrandKey::of(brand, site, &shared))).collect();
        self.shared = Some(shared);
        let mut last = std::mem::take(&mut self.brands);
        let (mut known, mut waiting, mut keys_of) = (MadeBrands::new(), BTreeMap::new(), BTreeMap::new());
        for (brand, key) in keys {
            match last.remove(&brand.id).filter(|(of, _)| *of == key) {
                Some((_, made)) => drop(known.insert(brand.id.clone(), made)),
                None => drop(waiting.insert(brand.id.clone(), brand)),
            }
            keys_of.insert(brand.id.clone(), key);
        }
        let made = make_brands(waiting, known, ground, sink, outcome);
        let with_key =
            |(id, made): (&Id, &Arc<Made>)| Some((id.clone(), (keys_of.remove(id)?, Arc::clone(made))));
        self.brands = made.iter().filter_map(with_key).collect();
        made
    }
}

/// The file that holds the site's settings.
fn config_files(tree: &SourceTree) -> Vec<Placed> {
    tree.find("site.toml").map(|(id, _)| tree.placed(id)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::Memo;
    use crate::diagnostic::Diagnostics;
    use crate::source::{SourceFile, SourcePath, SourceTree};

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile::new(SourcePath::parse(path).unwrap(), text.as_bytes().to_vec())
    }

    fn check_texts_of_others_stay_known(rules: Option<SourceFile>) {
        let mut files = vec![
            file("site.toml", "format = 1\nlanguages = [\"nb\"]\n"),
            file("content/group/about.toml", ""),
            file("content/group/policy.toml", ""),
            file("content/group/clauses/about.nb.md", "# Om oss\n\nHei.\n"),
            file("content/clinics/oslo/clinic.toml", ""),
        ];
        files.extend(rules);
        let mut tree = SourceTree::new(files);
        let mut memo = Memo::default();
        let mut check = |tree: &SourceTree| {
            let site = memo.site(tree, &mut Diagnostics::new()).unwrap();
            (memo.texts(&site, tree, date(2026, 6, 1)), site)
        };
        let (texts, site) = check(&tree);
        tree.replace(&Arc::new(file("content/clinics/oslo/clinic.toml", "# endret\n")));
        let (new_texts, new_site) = check(&tree);
        assert!(std::ptr::eq(texts.get(&site.group).unwrap(), new_texts.get(&new_site.group).unwrap()));
        let [old, new] = [&site, &new_site].map(|site| &site.clinics.values().next().unwrap().layer);
        assert!(texts.get(old).is_some() && new_texts.get(old).is_none() && new_texts.get(new).is_some());
    }

    #[test]
    fn what_was_found_in_the_texts_of_others_stays_known() {
        check_texts_of_others_stay_known(None);
        let rule = "words.nb = [\"gratis\"]\ninstead.nb = \"uten egenandel\"\nreason.nb = \"Klart språk.\"\n";
        check_texts_of_others_stay_known(Some(file("content/rules/plain.toml", rule)));
    }
}

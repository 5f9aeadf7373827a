use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::merge::{Overridden, Override, PinState, Site, Translation, overrides, translations};
use crate::model::{ClauseInput, FieldKey, Fingerprint, Language, Layer, LayerContent, SiteInput};
use crate::parse::parse_site;
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// What a clause notes as the same: for each language, groups of texts.
pub type NotedTexts = Vec<(String, Vec<Vec<Fingerprint>>)>;

/// What was found for a review.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// All overrides and translations, by their names.
    pub items: Vec<ReviewItem>,
    /// The site's languages, the main one first.
    pub languages: Vec<Language>,
    /// Every text that anything is pinned to, also in a layer that no clinic has.
    pub pinned: BTreeSet<Fingerprint>,
    /// The errors of the content; with them, items may be missing.
    pub errors: Vec<Diagnostic>,
}

/// What can be kept, removed or mended as one: a clause of a layer in all its languages, a value, or a
/// translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewItem {
    /// Its name: `clinics/oslo/complaint`, `profiles/ivf/processors.itpays.country`, `group/complaint.en`.
    pub name: String,
    /// The layer: a clinic's or a profile's id, or `group`.
    pub layer: String,
    /// The clause or the value; a translation has its language behind a point.
    pub key: String,
    /// What it is.
    pub kind: ReviewKind,
    /// Its texts, one for each language and each text below.
    pub texts: Vec<ReviewText>,
    /// Its files: the main language's first.
    pub files: Vec<FileId>,
}

/// What is looked at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewKind {
    /// A clause that replaces or changes one below.
    Clause {
        /// Its id.
        clause: String,
        /// The file with the settings of the layer's clause that introduced it.
        first: FileId,
        /// What that clause notes as the same, by language.
        same: NotedTexts,
    },
    /// A value that replaces one.
    Value {
        /// The tables that it stands in: none, or `processors`, `itpays`.
        row: Vec<String>,
        /// The field.
        field: &'static str,
    },
    /// A text in another language.
    Translation {
        /// The clause.
        clause: String,
        /// The language.
        language: String,
        /// What the clause notes as the same, by language.
        same: NotedTexts,
    },
}

/// One text of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewText {
    /// Its language; None for a value.
    pub language: Option<String>,
    /// Whether it still goes with what it was written against.
    pub state: PinState,
    /// The fingerprints of what it was written against.
    pub pin: Vec<Fingerprint>,
    /// What it was written against, if that is kept.
    pub then: Option<String>,
    /// What the layers below, or the main language, have now, and where.
    pub now: Option<(String, Span)>,
    /// What is written here, and where; None for a clause that is left out.
    pub own: (Option<String>, Span),
}

impl ReviewItem {
    /// Whether it goes with what it was written against: as its worst text does.
    #[must_use]
    pub fn state(&self) -> PinState {
        let has = |state| self.texts.iter().any(|text| text.state == state);
        if has(PinState::Stale) {
            PinState::Stale
        } else if has(PinState::Unpinned) {
            PinState::Unpinned
        } else {
            PinState::Fresh
        }
    }

    /// Whether it is a translation.
    #[must_use]
    pub fn is_translation(&self) -> bool {
        matches!(self.kind, ReviewKind::Translation { .. })
    }
}

impl ReviewText {
    /// The fingerprint of what is below it now.
    #[must_use]
    pub fn now_fingerprint(&self) -> Option<Fingerprint> {
        self.now.as_ref().map(|(text, _)| Fingerprint::of(text))
    }
}

/// All overrides and translations of a site.
#[must_use]
pub fn review(tree: &SourceTree) -> Review {
    let mut found = Diagnostics::new();
    let mut items: BTreeMap<String, ReviewItem> = BTreeMap::new();
    let (mut languages, mut pinned) = (Vec::new(), BTreeSet::new());
    if let Some(site) = parse_site(tree, &mut found).map(Site::new) {
        languages.clone_from(&site.input.config.languages);
        pinned = site.input.layers().flat_map(|layer| pins_of(layer)).collect();
        for id in site.input.clinics.keys() {
            let Some(clinic) = site.clinic(id.as_str(), &mut found) else { continue };
            for overriding in overrides(&site.input, &clinic) {
                add_override(&overriding, &languages, tree, &mut items);
            }
        }
        add_translations(&site.input, tree, &mut items);
    }
    let errors = found.into_sorted().into_iter().filter(|finding| finding.severity == Severity::Error);
    Review { items: items.into_values().collect(), languages, pinned, errors: errors.collect() }
}

fn pins_of(layer: &LayerContent) -> Vec<Fingerprint> {
    let fronts = layer.clauses.values().map(|clause| &clause.front);
    let of_clauses = fronts.flat_map(|front| [&front.base, &front.translated_from]).flatten();
    let of_clauses = of_clauses.flat_map(|pins| pins.value.iter().map(|(_, pin)| &pin.value));
    let fields = layer.fields();
    let of_fields = fields.iter().filter_map(|(_, field)| field.pin.map(|pin| &pin.value));
    of_clauses.chain(of_fields).flat_map(|pin| pin.fingerprints().iter().copied()).collect()
}

fn add_override(
    overriding: &Override<'_>,
    languages: &[Language],
    tree: &SourceTree,
    items: &mut BTreeMap<String, ReviewItem>,
) {
    let key = overriding.what.key();
    let name = format!("{}/{key}", folder(&overriding.layer));
    let (kind, files, language) = match overriding.what {
        Overridden::Clause { id, language, input, first } => {
            // What could not be read whole is mended first.
            if input.faulty {
                return;
            }
            let same = groups(languages, first);
            let kind = ReviewKind::Clause { clause: id.to_string(), first: first.span.file, same };
            let others = input.texts.values().map(|text| text.span.file);
            let main = input.span.file;
            let files = [main].into_iter().chain(others.filter(|file| *file != main)).collect();
            (kind, files, Some(language.to_string()))
        }
        Overridden::Field(key) => {
            (ReviewKind::Value { row: row_of(&key), field: key.field }, vec![overriding.span.file], None)
        }
    };
    let pin = overriding.pin.map_or_else(Vec::new, |pin| pin.value.fingerprints().to_vec());
    let text = ReviewText {
        language,
        state: overriding.state(tree),
        then: kept_text(&pin, tree),
        pin,
        now: overriding.base.as_ref().map(|base| (base.text(tree), base.span)),
        own: (overriding.own.as_ref().map(|own| own.text(tree)), overriding.span),
    };
    let layer = name_of(&overriding.layer).to_owned();
    let item = items.entry(name.clone()).or_insert_with(|| ReviewItem {
        name,
        layer,
        key,
        kind,
        texts: Vec::new(),
        files,
    });
    // Clinics that share a profile mostly share what is below it too.
    if !item.texts.contains(&text) {
        item.texts.push(text);
        let order = |text: &ReviewText| {
            languages.iter().position(|language| Some(language.as_str()) == text.language.as_deref())
        };
        item.texts.sort_by_key(order);
    }
}

fn add_translations(site: &SiteInput, tree: &SourceTree, items: &mut BTreeMap<String, ReviewItem>) {
    let Some(main) = site.config.languages.first() else { return };
    let group = [(Layer::Group, &site.group)];
    let profiles = site.profiles.iter().map(|(id, content)| (Layer::Profile(id.as_str()), content));
    let clinics = site.clinics.iter().map(|(id, clinic)| (Layer::Clinic(id.as_str()), &clinic.layer));
    for (layer, content) in group.into_iter().chain(profiles).chain(clinics) {
        for translation in translations(content, main) {
            let Translation { id, input, language, source, own, pin, .. } = &translation;
            let same = groups(&site.config.languages, input);
            let pin = pin.map_or_else(Vec::new, |pin| pin.value.fingerprints().to_vec());
            let key = format!("{id}.{language}");
            let name = format!("{}/{key}", folder(&layer));
            let text = ReviewText {
                language: Some(language.to_string()),
                state: translation.state(tree),
                then: kept_text(&pin, tree),
                pin,
                now: Some((source.text(tree), source.span)),
                own: (Some(own.text(tree)), own.span),
            };
            let kind =
                ReviewKind::Translation { clause: id.to_string(), language: language.to_string(), same };
            let (layer, texts) = (name_of(&layer).to_owned(), vec![text]);
            let files = vec![input.span.file, own.span.file];
            items.insert(name.clone(), ReviewItem { name, layer, key, kind, texts, files });
        }
    }
}

/// What a clause notes as the same, by language.
fn groups(languages: &[Language], clause: &ClauseInput) -> NotedTexts {
    let same = clause.front.same_as.as_ref();
    let in_language = |language: &Language| {
        let groups = same.into_iter().flat_map(|same| same.value.in_language(language));
        (language.to_string(), groups.map(|group| group.fingerprints().collect()).collect::<Vec<_>>())
    };
    languages.iter().map(in_language).filter(|(_, groups)| !groups.is_empty()).collect()
}

/// The tables that a value stands in, in its file.
fn row_of(key: &FieldKey<'_>) -> Vec<String> {
    let Some(row) = key.row else { return Vec::new() };
    // A channel is a table of its own, or stands in its department's.
    if key.table == "hours" {
        return row.as_str().split('.').map(str::to_owned).collect();
    }
    vec![key.table.to_owned(), row.to_string()]
}

/// The first of these texts that is kept, and is the one that its name says.
fn kept_text(pin: &[Fingerprint], tree: &SourceTree) -> Option<String> {
    pin.iter().find_map(|fingerprint| {
        let (_, file) = tree.find(&super::changes::base_path(*fingerprint))?;
        (Fingerprint::of(&file.text) == *fingerprint).then(|| file.text.trim_end().to_owned())
    })
}

fn folder(layer: &Layer<'_>) -> String {
    let folder = layer.folder();
    folder.strip_prefix("content/").map(str::to_owned).unwrap_or(folder)
}

fn name_of<'l>(layer: &Layer<'l>) -> &'l str {
    match layer {
        Layer::Group => "group",
        Layer::Profile(name) | Layer::Clinic(name) => name,
    }
}

//! What narrower layers wrote in the place of what the layers below have, and what they wrote it against.

use std::collections::{BTreeMap, BTreeSet};

use super::clause::{Clause, ClauseStep};
use super::clinic::Clinic;
use crate::model::{
    ClauseInput, ClauseOp, ClauseText, FieldKey, Fingerprint, Id, Language, Layer, LayerContent, Pin,
    SameText, SiteInput,
};
use crate::source::SourceTree;
use crate::span::{Located, Span};

/// Something that a layer wrote where the layers below had something already, or had when it was written.
#[derive(Debug, Clone)]
pub struct Override<'a> {
    /// The layer.
    pub layer: Layer<'a>,
    /// What it wrote.
    pub what: Overridden<'a>,
    /// Where.
    pub span: Span,
    /// What it was written against, if that is noted.
    pub pin: Option<&'a Located<Pin>>,
    /// What the layers below have now.
    pub base: Option<WrittenText<'a>>,
    /// What the layer wrote itself; nothing if it leaves a clause out.
    pub own: Option<WrittenText<'a>>,
    /// The texts below that say the same.
    same: Vec<&'a SameText>,
}

/// What a layer overrides.
#[derive(Debug, Clone, Copy)]
pub enum Overridden<'a> {
    /// A clause, in one language.
    Clause {
        /// Its id.
        id: &'a Id,
        /// The language.
        language: &'a Language,
        /// The layer's files.
        input: &'a ClauseInput,
        /// The files of the layer that introduced it.
        first: &'a ClauseInput,
    },
    /// A value.
    Field(FieldKey<'a>),
}

impl Overridden<'_> {
    /// The clause's id, or the value's key.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Clause { id, .. } => id.to_string(),
            Self::Field(key) => key.to_string(),
        }
    }
}

/// A text as layers wrote it.
#[derive(Debug, Clone)]
pub struct WrittenText<'a> {
    /// Where it begins.
    pub span: Span,
    kind: WrittenWords<'a>,
}

#[derive(Debug, Clone)]
enum WrittenWords<'a> {
    /// A value's, and before them those that it only changes.
    Value(Vec<&'a str>),
    /// A title, and the parts below it in the order of reading.
    Clause(Option<&'a str>, Vec<&'a ClauseText>),
}

/// Whether an override or a translation still goes with what it was written against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinState {
    /// It is not noted what it was written against.
    Unpinned,
    /// That is as it was, or says the same.
    Fresh,
    /// That has changed.
    Stale,
}

/// A clause's text in another language than the main one.
#[derive(Debug, Clone)]
pub struct Translation<'a> {
    /// The clause.
    pub id: &'a Id,
    /// Its files.
    pub input: &'a ClauseInput,
    /// The language of the translation.
    pub language: &'a Language,
    /// The text that it was translated from, as it is now.
    pub source: WrittenText<'a>,
    /// The translation.
    pub own: WrittenText<'a>,
    /// The text that it was translated from, if that is noted.
    pub pin: Option<&'a Located<Pin>>,
    same: Vec<&'a SameText>,
}

impl WrittenText<'_> {
    /// The text: a value's words, or a clause with its title.
    #[must_use]
    pub fn text(&self, tree: &SourceTree) -> String {
        match &self.kind {
            WrittenWords::Value(words) => words.join("\n"),
            WrittenWords::Clause(title, parts) => {
                let title = title.iter().map(|title| format!("# {title}"));
                let parts = parts.iter().map(|part| below_title(part, tree).trim().to_owned());
                title.chain(parts).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
            }
        }
    }

    /// The fingerprint of the text.
    #[must_use]
    pub fn fingerprint(&self, tree: &SourceTree) -> Fingerprint {
        Fingerprint::of(&self.text(tree))
    }
}

impl Override<'_> {
    /// Whether it still goes with what the layers below have.
    #[must_use]
    pub fn state(&self, tree: &SourceTree) -> PinState {
        state(self.pin, self.base.as_ref(), &self.same, tree)
    }
}

impl Translation<'_> {
    /// Whether it still goes with the text in the main language.
    #[must_use]
    pub fn state(&self, tree: &SourceTree) -> PinState {
        state(self.pin, Some(&self.source), &self.same, tree)
    }
}

fn state(
    pin: Option<&Located<Pin>>,
    base: Option<&WrittenText<'_>>,
    same: &[&SameText],
    tree: &SourceTree,
) -> PinState {
    let Some(pin) = pin else { return PinState::Unpinned };
    let Some(base) = base else { return PinState::Stale };
    let now = base.fingerprint(tree);
    let is_now =
        |then: &Fingerprint| *then == now || same.iter().any(|group| group.holds(*then) && group.holds(now));
    if pin.fingerprints().iter().any(is_now) { PinState::Fresh } else { PinState::Stale }
}

/// The text of a file below its title.
fn below_title<'t>(text: &ClauseText, tree: &'t SourceTree) -> &'t str {
    let file = &tree.file(text.span.file).text;
    let Some(title) = &text.title else { return file.get(text.span.range().start..).unwrap_or_default() };
    let behind = file.get(title.span.range().end..).unwrap_or_default();
    behind.split_once('\n').map_or("", |(_, below)| below)
}

/// All that the layers of a clinic override, the widest layer's first.
#[must_use]
pub fn overrides<'a>(site: &'a SiteInput, clinic: &Clinic<'a>) -> Vec<Override<'a>> {
    let mut all: Vec<Override<'a>> = clinic.clauses.values().flat_map(of_clause).collect();
    all.extend(of_fields(&layers(site, clinic), |_| true));
    all
}

/// Those of the [`overrides`] whose base is noted.
#[must_use]
pub fn pinned_overrides<'a>(site: &'a SiteInput, clinic: &Clinic<'a>) -> Vec<Override<'a>> {
    let is_pinned = |step: &ClauseStep<'a>| step.input.front.base.is_some();
    let clauses = clinic.clauses.values().filter(|clause| clause.steps.iter().any(is_pinned));
    let mut all: Vec<Override<'a>> = clauses.flat_map(of_clause).collect();
    let layers = layers(site, clinic);
    let pinned = |content: &'a LayerContent| {
        content.fields().into_iter().filter(|(_, field)| field.pin.is_some()).map(|(key, _)| key)
    };
    // Few values are pinned, and only these are followed through the layers.
    let keys: BTreeSet<FieldKey<'a>> = layers.iter().flat_map(|(_, content)| pinned(content)).collect();
    if !keys.is_empty() {
        all.extend(of_fields(&layers, |key| keys.contains(key)));
    }
    all.retain(|overriding| overriding.pin.is_some());
    all
}

fn layers<'a>(site: &'a SiteInput, clinic: &Clinic<'a>) -> Vec<(Layer<'a>, &'a LayerContent)> {
    let content = |layer: &Layer<'a>| match layer {
        Layer::Group => Some(&*site.group),
        Layer::Profile(name) => site.profiles.iter().find(|(id, _)| id.as_str() == *name).map(|(_, c)| &**c),
        Layer::Clinic(_) => site.clinics.get(clinic.id).map(|input| &*input.layer),
    };
    clinic.layers.iter().filter_map(|layer| Some((*layer, content(layer)?))).collect()
}

fn of_clause<'a>(clause: &Clause<'a>) -> Vec<Override<'a>> {
    let mut all = Vec::new();
    for (index, step) in clause.steps.iter().enumerate() {
        let below = Clause { steps: clause.steps[..index].to_vec(), ..clause.clone() };
        let input = step.input;
        let pins = input.front.base.as_ref().map(|pins| &pins.value);
        for language in languages(&below, step) {
            let base = composed(&below, language);
            let pin = pins.and_then(|pins| pins.get(language));
            if base.is_none() && pin.is_none() {
                continue;
            }
            let text = input.texts.get(language).filter(|_| step.op != ClauseOp::Omit);
            let op = input.front.op.as_ref().map_or(input.span, |op| op.span);
            let same = below.steps.iter().filter_map(|step| step.input.front.same_as.as_ref());
            all.push(Override {
                layer: step.layer,
                what: Overridden::Clause { id: clause.id, language, input, first: clause.steps[0].input },
                span: text.map_or(op, |text| text.title.as_ref().map_or(text.span, |title| title.span)),
                pin,
                base,
                own: text.map(|text| clause_text(text.title.as_ref(), vec![text])),
                same: same.flat_map(|same| same.value.in_language(language)).collect(),
            });
        }
    }
    all
}

/// The languages that an override is written in; a clause is left out in all that it is there in.
fn languages<'a>(below: &Clause<'a>, step: &ClauseStep<'a>) -> Vec<&'a Language> {
    let texts = step.input.texts.languages();
    if step.op != ClauseOp::Omit {
        return texts.collect();
    }
    let pinned =
        step.input.front.base.iter().flat_map(|pins| pins.value.iter().map(|(language, _)| language));
    let below = below.steps.iter().flat_map(|step| step.input.texts.languages());
    let mut all: Vec<&'a Language> = pinned.chain(below).collect();
    all.sort();
    all.dedup();
    all
}

/// What layers make of a clause in one language alone.
fn composed<'a>(clause: &Clause<'a>, language: &Language) -> Option<WrittenText<'a>> {
    let steps = clause.live_steps();
    let mut title = None;
    let mut parts: Vec<&'a ClauseText> = Vec::new();
    for step in steps {
        let text = step.input.texts.get(language)?;
        if step.op == ClauseOp::Replace {
            title = text.title.as_ref();
        }
        parts.push(text);
    }
    title.map(|title| clause_text(Some(title), parts))
}

fn clause_text<'a>(title: Option<&'a Located<String>>, parts: Vec<&'a ClauseText>) -> WrittenText<'a> {
    let first = parts.first().map_or_else(|| Span::start_of(crate::span::FileId(0)), |part| part.span);
    let span = title.map_or(first, |title| title.span);
    WrittenText { span, kind: WrittenWords::Clause(title.map(|title| title.value.as_str()), parts) }
}

/// Every value that a layer writes where one below has written it, of those that `is_asked_for`.
fn of_fields<'a>(
    layers: &[(Layer<'a>, &'a LayerContent)],
    is_asked_for: impl Fn(&FieldKey<'a>) -> bool,
) -> Vec<Override<'a>> {
    let mut all = Vec::new();
    let mut below: BTreeMap<FieldKey<'a>, WrittenText<'a>> = BTreeMap::new();
    for (layer, content) in layers {
        let content: &'a LayerContent = content;
        for (table, entries) in content.tables.all() {
            let removed = entries.removals();
            let is_removed = |row: &Id| removed.iter().any(|removed| removed.value == *row);
            below.retain(|key, _| key.table != table.name || !key.row.is_some_and(is_removed));
        }
        for (key, field) in content.fields().into_iter().filter(|(key, _)| is_asked_for(key)) {
            let own = WrittenText { span: field.span, kind: WrittenWords::Value(vec![field.words]) };
            let base = below.remove(&key);
            let mut now = own.clone();
            if let (WrittenWords::Value(words), true) = (&mut now.kind, field.is_change())
                && let Some(WrittenText { kind: WrittenWords::Value(changed), .. }) = &base
            {
                words.splice(0..0, changed.iter().copied());
            }
            below.insert(key, now);
            if base.is_none() && field.pin.is_none() {
                continue;
            }
            let (layer, what, same) = (*layer, Overridden::Field(key), Vec::new());
            all.push(Override { layer, what, span: field.span, pin: field.pin, base, own: Some(own), same });
        }
    }
    all
}

/// The clauses of a layer that are written in other languages than the main one too, once for each of these.
#[must_use]
pub fn translations<'a>(content: &'a LayerContent, main: &Language) -> Vec<Translation<'a>> {
    let mut all = Vec::new();
    for (id, input) in content.clauses.iter().filter(|(_, input)| !input.faulty) {
        let Some(source) = input.texts.get(main) else { continue };
        let front = &input.front;
        for (language, text) in input.texts.iter().filter(|(language, _)| *language != main) {
            let same = front.same_as.iter().flat_map(|same| same.value.in_language(main));
            all.push(Translation {
                id,
                input,
                language,
                source: clause_text(source.title.as_ref(), vec![source]),
                own: clause_text(text.title.as_ref(), vec![text]),
                pin: front.translated_from.as_ref().and_then(|pins| pins.value.get(language)),
                same: same.collect(),
            });
        }
    }
    all
}

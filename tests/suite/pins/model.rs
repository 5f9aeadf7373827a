//! What overrides what, and what each was written against: numbers of texts, without a fingerprint or a file.

use std::collections::{BTreeMap, BTreeSet};

use felles::merge::PinState;

/// The layers, by their folders below `content`.
pub(super) const LAYERS: [&str; 4] =
    ["group", "profiles/cosmetic", "clinics/nordlys-oslo", "clinics/nordlys-bergen"];

/// The layers of each clinic.
const CLINICS: [&[usize]; 2] = [&[0, 1, 2], &[0, 3]];

pub(super) const CLAUSES: [&str; 3] = ["who-gets-data", "why-we-use-data", "how-long"];

pub(super) const LANGUAGES: [&str; 2] = ["nb", "en"];

/// What each layer does with each clause.
const OPS: [(usize, usize, &str); 6] = [
    (1, 0, "append"),
    (2, 0, "replace"),
    (3, 0, "prepend"),
    (1, 1, "replace"),
    (2, 1, "append"),
    (3, 2, "replace"),
];

/// A layer's text of a clause in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot {
    pub layer: usize,
    pub clause: usize,
    pub language: usize,
}

impl Slot {
    pub(super) fn path(&self) -> String {
        let (clause, language) = (CLAUSES[self.clause], LANGUAGES[self.language]);
        format!("{}/clauses/{clause}.{language}.md", place(LAYERS[self.layer]))
    }
}

pub(super) fn place(layer: &str) -> String {
    format!("content/{layer}")
}

pub(super) fn op_of(slot: &Slot) -> Option<&'static str> {
    OPS.iter().find(|(layer, clause, _)| (*layer, *clause) == (slot.layer, slot.clause)).map(|(_, _, op)| *op)
}

/// A text that layers compose: the numbers of its parts.
type Composed = Vec<usize>;

/// What a file notes as the same, by clause and layer: which text stands for which.
type Same = BTreeMap<(usize, usize), BTreeMap<Composed, Composed>>;

pub(super) struct Model {
    pub texts: BTreeMap<Slot, usize>,
    /// What the group has as the country of a processor that Bergen has another for.
    pub country: String,
    country_pin: Option<String>,
    country_is_own: bool,
    count: usize,
    pins: BTreeMap<Slot, BTreeSet<Composed>>,
    /// What the English text was translated from.
    sources: BTreeMap<(usize, usize), usize>,
    same: Same,
}

impl Model {
    pub(super) fn new() -> Self {
        let group = (0..CLAUSES.len()).map(|clause| (0, clause));
        let all = group.chain(OPS.iter().map(|(layer, clause, _)| (*layer, *clause)));
        let slots =
            all.flat_map(|(layer, clause)| (0..2).map(move |language| Slot { layer, clause, language }));
        let texts: BTreeMap<Slot, usize> = slots.zip(100..).collect();
        let count = 100 + texts.len();
        Self {
            texts,
            country: "NO".to_owned(),
            country_pin: None,
            country_is_own: true,
            count,
            pins: BTreeMap::new(),
            sources: BTreeMap::new(),
            same: BTreeMap::new(),
        }
    }

    /// A new text, or one of those that there have been anywhere.
    pub(super) fn edit(&mut self, slot: Slot, earlier: Option<usize>) {
        let number = earlier.map_or(self.count, |earlier| 100 + earlier % (self.count - 100));
        self.count = self.count.max(number + 1);
        self.texts.insert(slot, number);
    }

    /// What is below a text, in each clinic that has it.
    fn bases(&self, slot: &Slot) -> BTreeSet<Composed> {
        let with_it = CLINICS.iter().filter(|layers| layers.contains(&slot.layer));
        with_it
            .map(|layers| {
                let mut composed = Composed::new();
                for layer in layers.iter().take_while(|layer| **layer != slot.layer) {
                    let below = Slot { layer: *layer, ..*slot };
                    let Some(text) = self.texts.get(&below) else { continue };
                    match op_of(&below) {
                        Some("append") => composed.push(*text),
                        Some("prepend") => composed.insert(0, *text),
                        _ => composed = vec![*text],
                    }
                }
                composed
            })
            .collect()
    }

    /// The layers whose notes count for what is written in `layer`.
    fn below(layer: usize) -> BTreeSet<usize> {
        let with_it = CLINICS.iter().filter(|layers| layers.contains(&layer));
        with_it.flat_map(|layers| layers.iter().take_while(move |below| **below != layer)).copied().collect()
    }

    fn says_the_same(&self, home: (usize, usize), then: &Composed, now: &Composed) -> bool {
        let known = self.same.get(&home);
        let first = |text: &Composed| known.and_then(|known| known.get(text)).cloned();
        first(then).is_some_and(|text| Some(text) == first(now))
    }

    fn state(&self, slot: &Slot) -> PinState {
        let Some(pins) = self.pins.get(slot) else { return PinState::Unpinned };
        let homes = Self::below(slot.layer);
        let is_fresh = |now: &Composed| {
            let noted = |then| homes.iter().any(|home| self.says_the_same((*home, slot.clause), then, now));
            pins.contains(now) || pins.iter().any(noted)
        };
        if self.bases(slot).iter().all(is_fresh) { PinState::Fresh } else { PinState::Stale }
    }

    fn source_state(&self, layer: usize, clause: usize) -> PinState {
        let Some(then) = self.sources.get(&(layer, clause)) else { return PinState::Unpinned };
        let now = self.texts[&Slot { layer, clause, language: 0 }];
        let is_same = self.says_the_same((layer, clause), &vec![*then], &vec![now]);
        if *then == now || is_same { PinState::Fresh } else { PinState::Stale }
    }

    /// Every item by its name.
    pub(super) fn states(&self) -> BTreeMap<String, PinState> {
        let worst = |states: Vec<PinState>| {
            [PinState::Stale, PinState::Unpinned].into_iter().find(|state| states.contains(state))
        };
        let mut all = BTreeMap::new();
        for Slot { layer, clause, .. } in self.texts.keys().filter(|slot| slot.language == 0).copied() {
            let name = format!("{}/{}", LAYERS[layer], CLAUSES[clause]);
            if layer > 0 {
                let states = (0..2).map(|language| self.state(&Slot { layer, clause, language })).collect();
                all.insert(name.clone(), worst(states).unwrap_or(PinState::Fresh));
            }
            all.insert(format!("{name}.en"), self.source_state(layer, clause));
        }
        if self.country_is_own {
            let state = match &self.country_pin {
                None => PinState::Unpinned,
                Some(pin) if *pin == self.country => PinState::Fresh,
                Some(_) => PinState::Stale,
            };
            all.insert("clinics/nordlys-bergen/processors.journalsystem.country".to_owned(), state);
        }
        all
    }

    /// The layer and the clause that an item's name is of.
    fn named(name: &str) -> Option<(usize, usize)> {
        let layer = LAYERS.iter().position(|layer| name.starts_with(&format!("{layer}/")))?;
        let clause = name[LAYERS[layer].len() + 1..].split('.').next()?;
        Some((layer, CLAUSES.iter().position(|known| *known == clause)?))
    }

    pub(super) fn keep(&mut self, name: &str) {
        match Self::named(name) {
            None => self.country_pin = Some(self.country.clone()),
            Some((layer, clause)) if name.strip_suffix(".en").is_some() => {
                let source = self.texts[&Slot { layer, clause, language: 0 }];
                self.sources.insert((layer, clause), source);
            }
            Some((layer, clause)) => {
                for slot in (0..2).map(|language| Slot { layer, clause, language }) {
                    self.pins.insert(slot, self.bases(&slot));
                }
            }
        }
    }

    pub(super) fn take_base(&mut self, name: &str) {
        let Some((layer, clause)) = Self::named(name) else {
            self.country_is_own = false;
            return;
        };
        let is_of = |slot: &Slot| (slot.layer, slot.clause) == (layer, clause);
        self.texts.retain(|slot, _| !is_of(slot));
        self.pins.retain(|slot, _| !is_of(slot));
        self.sources.remove(&(layer, clause));
        self.same.remove(&(layer, clause));
    }

    /// Whether there is anything to say, and whether it is clear what was meant: then it is said.
    pub(super) fn say_editorial(&mut self, clause: usize) -> (bool, bool) {
        let mut said: BTreeMap<(usize, usize, Composed), BTreeSet<Composed>> = BTreeMap::new();
        for slot in self.texts.keys().filter(|slot| slot.clause == clause) {
            if slot.layer > 0 && self.state(slot) == PinState::Stale {
                for now in self.bases(slot) {
                    let then = said.entry((0, slot.language, now)).or_default();
                    then.extend(self.pins[slot].iter().cloned());
                }
            }
            if slot.language == 1 && self.source_state(slot.layer, clause) == PinState::Stale {
                let now = self.texts[&Slot { language: 0, ..*slot }];
                let then = said.entry((slot.layer, 0, vec![now])).or_default();
                then.insert(vec![self.sources[&(slot.layer, clause)]]);
            }
        }
        let (is_any, is_clear) = (!said.is_empty(), said.values().all(|then| then.len() == 1));
        for ((home, _, now), then) in said.into_iter().filter(|_| is_clear) {
            let known = self.same.entry((home, clause)).or_default();
            for then in then {
                let first = |text: &Composed| known.get(text).cloned().unwrap_or_else(|| text.clone());
                let (one, other) = (first(&then), first(&now));
                known.extend([(then, one.clone()), (now.clone(), other.clone())]);
                known.values_mut().filter(|first| **first == other).for_each(|first| first.clone_from(&one));
            }
        }
        (is_any, is_clear)
    }

    /// The files of the overrides that are stale.
    pub(super) fn stale_overrides(&self) -> BTreeSet<String> {
        let slots = self.texts.keys().filter(|slot| slot.layer > 0 && self.state(slot) == PinState::Stale);
        let mut stale: BTreeSet<String> = slots.map(Slot::path).collect();
        if self.country_is_own && self.country_pin.as_ref().is_some_and(|pin| *pin != self.country) {
            stale.insert("content/clinics/nordlys-bergen/processors.toml".to_owned());
        }
        stale
    }

    /// The files of the translations that are stale.
    pub(super) fn stale_translations(&self) -> BTreeSet<String> {
        let english = self.texts.keys().filter(|slot| slot.language == 1);
        let stale = english.filter(|slot| self.source_state(slot.layer, slot.clause) == PinState::Stale);
        stale.map(Slot::path).collect()
    }
}

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::boundary::{begins_address, begins_domain, begins_word, ends_domain, ends_word, variants};
use super::folded::Folded;
use super::identity::{Identity, Kind};
use super::numbers::Numbers;
use crate::model::Id;

/// What is looked for on pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needle<'a> {
    pub kind: Kind,
    /// As it is shown to people.
    pub text: String,
    /// Whose it is.
    pub owner: Owner<'a>,
    /// One word that the site also writes as an ordinary one.
    is_common: bool,
}

/// Whose a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner<'a> {
    /// A brand's, which another brand may mention.
    Brand(&'a Id),
    /// A layer's that no brand publishes.
    Layer(&'a str),
}

/// All names of the site, found together: one automaton, however many there are.
#[derive(Debug)]
pub(super) struct Needles<'a> {
    pub list: Vec<Needle<'a>>,
    /// Which needle each pattern of the automaton is of.
    patterns: Vec<usize>,
    automaton: Option<AhoCorasick>,
    numbers: Numbers,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// Its place in the list of needles.
    pub needle: usize,
    /// Where it is in the folded text.
    pub range: Range<usize>,
}

impl<'a> Needles<'a> {
    /// Collects the names, the first owner of each.
    pub(super) fn of(identities: impl IntoIterator<Item = (Owner<'a>, Identity)>) -> Self {
        let mut keys: BTreeMap<String, usize> = BTreeMap::new();
        let mut other_forms: Vec<(String, usize)> = Vec::new();
        let (mut list, mut numbers) = (Vec::new(), Numbers::default());
        for (owner, Identity { kind, text, also }) in identities {
            let index = list.len();
            if matches!(kind, Kind::Phone(_) | Kind::CompanyNumber) {
                for digits in &also {
                    numbers.add(digits, index);
                }
            } else {
                let key = Folded::of(&text).key;
                if key.chars().count() < 2 || keys.contains_key(&key) {
                    continue;
                }
                other_forms.extend(also.iter().map(|form| (Folded::of(form).key, index)));
                if kind.is_name() {
                    other_forms.extend(variants(&key).into_iter().map(|form| (form, index)));
                }
                keys.insert(key, index);
            }
            list.push(Needle { kind, text, owner, is_common: false });
        }
        for (form, index) in other_forms {
            keys.entry(form).or_insert(index);
        }
        let automaton = AhoCorasick::new(keys.keys()).ok();
        Self { list, patterns: keys.into_values().collect(), automaton, numbers }
    }

    /// The needles that stand in a text, each place once, the longest name first.
    ///
    /// A name within a name of somebody else is a part of it only where `knows` that one.
    pub(super) fn hits(&self, text: &Folded, knows: impl Fn(usize) -> bool) -> Vec<Hit> {
        let mut hits = self.words(text);
        hits.retain(|hit| self.list[hit.needle].kind != Kind::Other || knows(hit.needle));
        hits.extend(self.numbers.hits(&text.shown).into_iter().map(|(needle, range)| Hit { needle, range }));
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end)));
        let mut end = 0;
        // A name within a longer one is a part of it: MEDOslo in MEDOslo Helse.
        hits.retain(|hit| {
            let is_within = hit.range.end <= end;
            end = end.max(hit.range.end);
            !is_within
        });
        hits
    }

    /// The needles of a text, without their places.
    pub(super) fn named_in(&self, text: &str) -> BTreeSet<usize> {
        self.hits(&Folded::of(text), |_| true).into_iter().map(|hit| hit.needle).collect()
    }

    /// Learns from an ordinary text which names are ordinary words too: those that it writes with a small letter.
    pub(super) fn learn(&mut self, text: &str) {
        let folded = Folded::of(text);
        for (needle, range) in self.matches(&folded) {
            let name = &mut self.list[needle];
            let is_small = !folded.shown[range].contains(char::is_uppercase);
            name.is_common |= is_small && name.kind.is_name() && !name.text.trim().contains([' ', '-']);
        }
    }

    fn words(&self, text: &Folded) -> Vec<Hit> {
        let is_name = |(needle, range): &(usize, Range<usize>)| {
            let name = &self.list[*needle];
            !name.kind.is_name() || name.is_meant(&text.shown, range)
        };
        self.matches(text).into_iter().filter(is_name).map(|(needle, range)| Hit { needle, range }).collect()
    }

    /// All matches that are whole words, names in small letters among them.
    fn matches(&self, text: &Folded) -> Vec<(usize, Range<usize>)> {
        let found = self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(&text.key));
        let found = found.map(|found| (self.patterns[found.pattern().as_usize()], found.range()));
        let is_whole = |(needle, range): &(usize, Range<usize>)| {
            let (before, after) = (&text.shown[..range.start], &text.shown[range.end..]);
            match self.list[*needle].kind {
                Kind::Email(_) => begins_address(before) && ends_domain(after),
                Kind::Domain | Kind::FormerDomain => begins_domain(before) && ends_domain(after),
                _ => begins_word(before) && ends_word(after),
            }
        };
        found.filter(is_whole).collect()
    }
}

impl Needle<'_> {
    /// Whether the name is meant, and not an ordinary word: written with a capital, and not only since a sentence begins.
    fn is_meant(&self, text: &str, range: &Range<usize>) -> bool {
        let has_capital = |text: &str| text.contains(char::is_uppercase);
        if has_capital(&self.text) && !has_capital(&text[range.clone()]) {
            return false;
        }
        !(self.is_common && begins_sentence(&text[..range.start]))
    }
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '-', '(', '«', '"', '#', '>']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n', '•'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needles(names: &[(Kind, &str)]) -> Needles<'static> {
        let identity = |(kind, text): &(Kind, &str)| Identity {
            kind: kind.clone(),
            text: (*text).to_owned(),
            also: Vec::new(),
        };
        Needles::of(names.iter().map(|name| (Owner::Layer("x"), identity(name))))
    }

    #[track_caller]
    fn check(needles: &Needles<'_>, text: &str, expected: &[&str]) {
        let found = needles.hits(&Folded::of(text), |_| true);
        let found: Vec<&str> = found.iter().map(|hit| needles.list[hit.needle].text.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_name_is_found_in_every_form_that_norwegian_gives_it() {
        let needles = needles(&[
            (Kind::Name, "Oslo Smerteklinikk"),
            (Kind::Name, "Bontoxklinikken"),
            (Kind::Name, "Åsnes"),
        ]);
        for text in [
            "hos Oslo Smerteklinikk.",
            "Oslo Smerteklinikks pasienter",
            "OSLO SMERTEKLINIKK",
            "Oslo\u{a0}Smerte\u{ad}klinikken",
            "Oslo\nSmerteklinikk-gruppen",
            "Oslo-Smerteklinikk",
            "OsloSmerteklinikk",
            "oslo Smerteklinikkenes",
        ] {
            check(&needles, text, &["Oslo Smerteklinikk"]);
        }
        check(
            &needles,
            "en Bontoxklinikk og BONTOXKLINIKKENS timer",
            &["Bontoxklinikken", "Bontoxklinikken"],
        );
        check(&needles, "Åsnes’ timer, ÅSNES' timer, Åsnes's", &["Åsnes"; 3]);
    }

    #[test]
    fn a_part_of_a_word_and_an_ordinary_word_are_no_name() {
        let mut needles =
            needles(&[(Kind::Name, "Nordlys"), (Kind::Name, "Hud"), (Kind::Name, "Oslo Hjelp")]);
        check(&needles, "nordlys over Nordlysveien, hudpleie og HUDVARD, oslo hjelp", &[]);
        check(&needles, "Hud og hår. Hos Hud", &["Hud", "Hud"]);
        needles.learn("pleie av hud og hår");
        check(&needles, "Hud og hår. Hud er hud.", &[]);
        check(&needles, "Vi er Hud.", &["Hud"]);
    }

    #[test]
    fn the_longest_name_counts() {
        let needles =
            needles(&[(Kind::Name, "MEDOslo"), (Kind::Name, "MEDOslo Helse"), (Kind::Domain, "medoslo.no")]);
        check(&needles, "MEDOslo Helses timer", &["MEDOslo Helse"]);
        check(&needles, "MEDOslo helsekort", &["MEDOslo"]);
        check(&needles, "www.MEDOslo.no", &["medoslo.no"]);
    }

    #[test]
    fn domains_and_addresses_are_found_whole() {
        let needles = needles(&[
            (Kind::Domain, "klinikken.no"),
            (Kind::Email("privacy".to_owned()), "post@klinikken.no"),
        ]);
        check(&needles, "https://www.klinikken.no/x og klinikken.no.", &["klinikken.no", "klinikken.no"]);
        check(&needles, "migrene-klinikken.no, klinikken.nogo, klinikken.no.example", &[]);
        check(&needles, "mailto:POST@klinikken.no?subject=x", &["post@klinikken.no"]);
        check(&needles, "kundepost@klinikken.no", &["klinikken.no"]);
    }
}

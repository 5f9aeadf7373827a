use std::collections::BTreeSet;
use std::ops::Range;

use super::boundary::{begins_address, begins_domain, begins_word, ends_domain, ends_word, indefinite};
use super::folded::Folded;
use super::identity::{Identity, IdentityKind};
use super::meant::Writing;
use super::numbers::Numbers;
use super::short_forms::short_forms;
use super::spellings::{ByLetters, Spelling, Spellings, letters};
use crate::model::Id;

/// What is looked for on pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    /// What it is to its owner.
    pub kind: IdentityKind,
    /// As it is shown to people.
    pub text: String,
    /// Whose it is.
    pub owner: NeedleOwner,
    /// How it is written, if it is a name.
    pub(super) writing: Writing,
    /// The first word of it, if that is looked for by itself.
    pub(super) short_form: Option<usize>,
}

/// Whose a name is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NeedleOwner {
    /// A brand's, which another brand may mention.
    Brand(Id),
    /// A layer's that no brand publishes.
    Layer(String),
}

/// All names of the site, found together.
#[derive(Debug)]
pub(super) struct Needles {
    pub list: Vec<Needle>,
    spellings: Spellings,
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

impl Needles {
    /// Collects the names, the first owner of each.
    pub(super) fn of(identities: impl IntoIterator<Item = (NeedleOwner, Identity)>) -> Self {
        let mut needles =
            Self { list: Vec::new(), spellings: Spellings::default(), numbers: Numbers::default() };
        let mut known = ByLetters::new();
        let mut other_forms: Vec<(String, Spelling)> = Vec::new();
        for (owner, identity) in identities {
            let index = needles.list.len();
            let folded = Folded::of(&identity.text);
            if identity.kind.is_number() {
                identity.also.iter().for_each(|digits| needles.numbers.add(digits, index));
            } else {
                let spelling = spelling(&identity.kind, &folded, index);
                let letters = letters(&folded.key);
                if letters.chars().count() < 2 {
                    continue;
                }
                let others = known.entry(letters).or_default();
                if let Some(same) = others.iter().find(|other| other.exact == spelling.exact) {
                    needles.list[same.needle].writing.any_case |= Writing::of(&folded.shown).any_case;
                    continue;
                }
                others.push(spelling);
                other_forms.extend(identity.other_forms(&folded, index));
            }
            let Identity { kind, text, .. } = identity;
            let writing = Writing::of(&folded.shown);
            needles.list.push(Needle { kind, text, owner, writing, short_form: None });
        }
        for (letters, spelling) in other_forms {
            add(&mut known, letters, spelling);
        }
        for (word, names) in short_forms(&needles.list) {
            let index = needles.list.len();
            let folded = Folded::of(&word);
            if add(&mut known, letters(&folded.key), Spelling { needle: index, exact: None }) {
                let writing = Writing { is_short_form: true, ..Writing::of(&folded.shown) };
                let owner = needles.list[names[0]].owner.clone();
                let kind = needles.list[names[0]].kind.clone();
                needles.list.push(Needle { kind, text: word, owner, writing, short_form: None });
                for name in names {
                    needles.list[name].short_form = Some(index);
                }
            }
        }
        needles.spellings = Spellings::of(known);
        needles
    }

    /// The needles that stand in a text, each place once, the longest name first.
    ///
    /// A name within another owner's name is a part of it only if `knows` is true of that one.
    fn hits(&self, text: &Folded, knows: impl Fn(usize) -> bool) -> Vec<Hit> {
        let all = self.all_hits(text);
        self.longest(&all, knows).into_iter().cloned().collect()
    }

    /// All that stands in a text, names within names among them, in the order of places.
    pub(super) fn all_hits(&self, text: &Folded) -> Vec<Hit> {
        let mut hits = self.words(text);
        hits.extend(self.numbers.hits(&text.shown).into_iter().map(|(needle, range)| Hit { needle, range }));
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end)));
        hits
    }

    /// The bytes with which a name may go on that begins in a text and does not end there.
    pub(super) fn continuations(&self, text: &Folded) -> BTreeSet<u8> {
        let mut bytes = self.spellings.continuations(text);
        bytes.extend(self.numbers.continuations(&text.shown));
        bytes
    }

    /// Of all that stands in a text, what is not part of a longer name: `MEDOslo` is one of `MEDOslo Helse`.
    pub(super) fn longest<'h>(
        &self,
        hits: impl IntoIterator<Item = &'h Hit>,
        knows: impl Fn(usize) -> bool,
    ) -> Vec<&'h Hit> {
        let mut end = 0;
        let counts = |hit: &&Hit| self.list[hit.needle].kind != IdentityKind::Other || knows(hit.needle);
        let longest = hits.into_iter().filter(counts).filter(|hit| {
            let is_within = hit.range.end <= end;
            end = end.max(hit.range.end);
            !is_within
        });
        longest.collect()
    }

    /// The needles of a text, and their short forms.
    pub(super) fn named_in(&self, text: &str) -> BTreeSet<usize> {
        let hits = self.hits(&Folded::of(text), |_| true);
        hits.iter()
            .flat_map(|hit| std::iter::once(hit.needle).chain(self.list[hit.needle].short_form))
            .collect()
    }

    /// The names that an ordinary text shows to be ordinary words too:
    /// those that it writes with a small letter.
    pub(super) fn common_in(&self, text: &str) -> BTreeSet<usize> {
        let folded = Folded::of(text);
        let is_common = |(needle, range): &(usize, Range<usize>)| {
            let Needle { kind, writing, .. } = &self.list[*needle];
            let is_small = !folded.shown[range.clone()].contains(char::is_uppercase);
            is_small && kind.is_name() && writing.is_one_word()
        };
        self.matches(&folded).into_iter().filter(is_common).map(|(needle, _)| needle).collect()
    }

    /// Learns which names are ordinary words too.
    pub(super) fn learn(&mut self, common: &BTreeSet<usize>) {
        for needle in common {
            self.list[*needle].writing.is_common = true;
        }
    }

    fn words(&self, text: &Folded) -> Vec<Hit> {
        let is_name = |(needle, range): &(usize, Range<usize>)| {
            let Needle { kind, writing, .. } = &self.list[*needle];
            !kind.is_name() || writing.is_meant(&text.shown[..range.start], &text.shown[range.clone()])
        };
        self.matches(text).into_iter().filter(is_name).map(|(needle, range)| Hit { needle, range }).collect()
    }

    /// All matches that are whole words, names in small letters among them.
    fn matches(&self, text: &Folded) -> Vec<(usize, Range<usize>)> {
        let is_whole = |(needle, range): &(usize, Range<usize>)| {
            let (before, after) = (&text.shown[..range.start], &text.shown[range.end..]);
            match self.list[*needle].kind {
                IdentityKind::Email(_) => begins_address(before) && ends_domain(after),
                IdentityKind::Domain | IdentityKind::FormerDomain => {
                    begins_domain(before) && ends_domain(after)
                }
                _ => begins_word(before) && ends_word(after),
            }
        };
        self.spellings.places(text).into_iter().filter(is_whole).collect()
    }
}

impl Identity {
    /// The letters of how else it is written, for the needle at `index`.
    fn other_forms(&self, folded: &Folded, index: usize) -> Vec<(String, Spelling)> {
        let also = self.also.iter().map(|form| Folded::of(form));
        let also = also.map(|form| (letters(&form.key), spelling(&self.kind, &form, index)));
        let indefinite = indefinite(&folded.key).filter(|_| self.kind.is_name());
        let indefinite = indefinite.map(|form| (letters(&form), Spelling { needle: index, exact: None }));
        also.chain(indefinite).collect()
    }
}

fn spelling(kind: &IdentityKind, folded: &Folded, needle: usize) -> Spelling {
    let exact = (!kind.is_name()).then(|| folded.shown.to_lowercase());
    Spelling { needle, exact }
}

/// Adds a spelling, unless another needle has it already.
fn add(known: &mut ByLetters, letters: String, spelling: Spelling) -> bool {
    let others = known.entry(letters).or_default();
    let is_new = others.iter().all(|other| other.exact != spelling.exact);
    if is_new {
        others.push(spelling);
    }
    is_new
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needles(names: &[(IdentityKind, &str)]) -> Needles {
        let identity = |(kind, text): &(IdentityKind, &str)| Identity {
            kind: kind.clone(),
            text: (*text).to_owned(),
            also: Vec::new(),
        };
        Needles::of(names.iter().map(|name| (NeedleOwner::Layer("x".to_owned()), identity(name))))
    }

    #[track_caller]
    fn check(needles: &Needles, text: &str, expected: &[&str]) {
        let found = needles.hits(&Folded::of(text), |_| true);
        let found: Vec<&str> = found.iter().map(|hit| needles.list[hit.needle].text.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_name_is_found_in_every_form_that_norwegian_gives_it() {
        let needles = needles(&[
            (IdentityKind::Name, "Oslo Smerteklinikk"),
            (IdentityKind::Name, "Bontoxklinikken"),
            (IdentityKind::Name, "Åsnes"),
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
    fn a_name_is_found_however_its_parts_are_joined() {
        let needles = needles(&[
            (IdentityKind::Name, "Migrene-klinikken"),
            (IdentityKind::Name, "Migreneklinikken"),
            (IdentityKind::Name, "DermaMediSpa"),
            (IdentityKind::Name, "MEDOslo"),
        ]);
        let found = &["Migrene-klinikken"];
        for text in [
            "Migrene-klinikkens timer",
            "hos migrene-klinikken",
            "Migreneklinikken",
            "Migrene klinikken har",
            "MIGRENE–KLINIKKEN",
            "Mi\u{ad}grene\u{200b}klinik\u{ad}kene",
            "en Migrene-klinikk",
        ] {
            check(&needles, text, found);
        }
        check(&needles, "DermaMedi-Spa, Derma Medi Spas og dermamedispa", &["DermaMediSpa"; 3]);
        check(&needles, "migreneklinikken, migrene klinikken, vi er med Oslo. Med Oslo i ryggen", &[]);
    }

    #[test]
    fn a_name_that_its_owner_writes_in_small_letters_is_found_so() {
        check(&needles(&[(IdentityKind::Name, "Bontox")]), "hos bontox", &[]);
        check(
            &needles(&[(IdentityKind::Name, "Bontox"), (IdentityKind::Name, "bontox")]),
            "hos bontoxs",
            &["Bontox"],
        );
    }

    #[test]
    fn a_brand_is_called_by_its_first_word_too() {
        let mut needles = needles(&[(IdentityKind::Name, "Smertespesialistene Colosseum")]);
        check(
            &needles,
            "Smertespesialistenes timer hos Smertespesialistene Colosseum",
            &["Smertespesialistene", "Smertespesialistene Colosseum"],
        );
        assert_eq!(needles.named_in("Smertespesialistene Colosseum").len(), 2);
        needles.learn(&needles.common_in("hos smertespesialistene våre"));
        check(&needles, "hos Smertespesialistene", &[]);
    }

    #[test]
    fn a_part_of_a_word_and_an_ordinary_word_are_no_name() {
        let mut needles = needles(&[
            (IdentityKind::Name, "Nordlys"),
            (IdentityKind::Name, "Hud"),
            (IdentityKind::Name, "Oslo Hjelp"),
        ]);
        check(&needles, "nordlys over Nordlysveien, hudpleie og HUDVARD, oslo hjelp", &[]);
        check(&needles, "Hud og hår. Hos Hud", &["Hud", "Hud"]);
        needles.learn(&needles.common_in("pleie av hud og hår"));
        check(&needles, "Hud og hår. Hud er hud.", &[]);
        check(&needles, "Vi er Hud.", &["Hud"]);
    }

    #[test]
    fn the_longest_name_counts() {
        let needles = needles(&[
            (IdentityKind::Name, "MEDOslo"),
            (IdentityKind::Name, "MEDOslo Helse"),
            (IdentityKind::Domain, "medoslo.no"),
        ]);
        check(&needles, "MEDOslo Helses timer", &["MEDOslo Helse"]);
        check(&needles, "MEDOslo helsekort", &["MEDOslo"]);
        check(&needles, "www.MEDOslo.no", &["medoslo.no"]);
    }

    #[test]
    fn domains_and_addresses_are_found_whole() {
        let needles = needles(&[
            (IdentityKind::Domain, "klinikken.no"),
            (IdentityKind::Email("privacy".to_owned()), "post@klinikken.no"),
        ]);
        check(&needles, "https://www.klinikken.no/x og klinikken.no.", &["klinikken.no", "klinikken.no"]);
        check(&needles, "migrene-klinikken.no, klinikken.nogo, klinikken.no.example", &[]);
        check(&needles, "mailto:POST@klinikken.no?subject=x", &["post@klinikken.no"]);
        check(&needles, "kundepost@klinikken.no", &["klinikken.no"]);
        check(&needles, "kli-nikken.no", &[]);
    }
}

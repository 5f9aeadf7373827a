//! Names that a text spells together with what fills its placeholders.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::folded::Folded;
use super::named::{LayerNames, NamedText, TextSource, WrittenAs};
use super::needles::{Hit, Needles};
use super::site_names::SiteNames;
use crate::model::ClauseText;
use crate::source::SourceTree;
use crate::span::{Located, Span};

/// How much on either side of a placeholder is looked at, in bytes; no name is longer.
const REACH: usize = 80;

/// A placeholder, and whether what stands around it may be part of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seam {
    /// What it stands for: `clinic.name`.
    path: String,
    /// Whether a name begins before it that may go on within it.
    is_led_to: bool,
    /// The first byte behind it that counts.
    next: Option<u8>,
}

/// A value that fills a placeholder.
struct FilledValue {
    /// The value.
    text: String,
    /// The bytes with which a name may go on that begins within it.
    goes_on: BTreeSet<u8>,
}

impl FilledValue {
    /// The value `text`, among these names.
    fn new(text: String, needles: &Needles) -> Self {
        let goes_on = needles.continuations(&Folded::with_places(&text));
        Self { text, goes_on }
    }
}

impl Seam {
    /// The placeholders of a text of which something counts.
    pub(super) fn all_of(text: &ClauseText, source: &str, needles: &Needles) -> Vec<Self> {
        let seam = |path: &Located<String>| {
            let place = path.span.range();
            Self::of(&path.value, &source[..place.start], &source[place.end..], needles)
        };
        text.body.placeholders().into_iter().map(seam).collect()
    }

    fn of(path: &str, before: &str, after: &str, needles: &Needles) -> Self {
        let before = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
        let after = Folded::with_places(&after[..after.floor_char_boundary(REACH)]);
        let is_led_to = !needles.continuations(&Folded::with_places(before)).is_empty();
        let next = after.key.bytes().find(|byte| *byte != b' ');
        Self { path: path.to_owned(), is_led_to, next }
    }

    /// Whether a name may begin on one side and end on another.
    fn may_join(&self, value: &FilledValue) -> bool {
        // Behind a brace stands another placeholder, of which nothing is known here.
        self.is_led_to || self.next.is_some_and(|next| next == b'{' || value.goes_on.contains(&next))
    }
}

/// What the texts of a clinic name only once their placeholders are filled;
/// `value_of` gives what fills a path.
///
/// `{{ clinic.name }} klinikk` may spell a name that stands in no source. What a value names by itself is
/// found where the value is written.
#[must_use]
pub fn named_when_filled<'t>(
    texts: impl Iterator<Item = &'t ClauseText>,
    layers: &[&LayerNames],
    names: &SiteNames,
    tree: &SourceTree,
    value_of: impl Fn(&str) -> Option<String>,
) -> Vec<NamedText> {
    let mut values: BTreeMap<&str, Option<FilledValue>> = BTreeMap::new();
    let mut found = Vec::new();
    for text in texts {
        let mut may_join = false;
        for seam in layers.iter().flat_map(|layer| layer.seams(text.span.file)) {
            let value = || value_of(&seam.path).map(|value| FilledValue::new(value, &names.needles));
            let value = values.entry(&seam.path).or_insert_with(value);
            may_join |= value.as_ref().is_some_and(|value| seam.may_join(value));
        }
        if may_join {
            found.extend(named_in_filled(text, names, tree, |path| values.get(path)?.as_ref()));
        }
    }
    found
}

fn named_in_filled<'v>(
    text: &ClauseText,
    names: &SiteNames,
    tree: &SourceTree,
    value_of: impl Fn(&str) -> Option<&'v FilledValue>,
) -> Option<NamedText> {
    let filled = Filled::of(text, &tree.file(text.span.file).text, value_of)?;
    let folded = Folded::with_places(&filled.text);
    let spelled = |hit: Hit| {
        let place = folded.place(&hit.range)?;
        Some((hit, filled.first_value_in(&place)?))
    };
    let hits = names.needles.all_hits(&folded).into_iter().filter_map(spelled).collect();
    NamedText::new(TextSource::Prose(text.span.file), WrittenAs::Prose, hits)
}

/// The surroundings of the placeholders of a text, with values in their stead.
struct Filled {
    text: String,
    /// Where each value stands in the text, and its placeholder in the source.
    values: Vec<(Range<usize>, Span)>,
}

impl Filled {
    fn of<'v>(
        text: &ClauseText,
        source: &str,
        value_of: impl Fn(&str) -> Option<&'v FilledValue>,
    ) -> Option<Self> {
        let mut filled = Self { text: String::new(), values: Vec::new() };
        let mut at = text.span.range().start;
        for path in text.body.placeholders() {
            let Some(value) = value_of(&path.value) else { continue };
            let place = path.span.range();
            filled.push_source(&source[at..place.start]);
            let start = filled.text.len();
            filled.text.push_str(&value.text);
            filled.values.push((start..filled.text.len(), path.span));
            at = place.end;
        }
        filled.push_source(&source[at..]);
        (!filled.values.is_empty()).then_some(filled)
    }

    /// Adds what stands between two values; of a long stretch only the ends, which alone can touch them.
    fn push_source(&mut self, source: &str) {
        let (first, last) = (
            source.floor_char_boundary(REACH),
            source.ceil_char_boundary(source.len().saturating_sub(REACH)),
        );
        if first < last {
            self.text.extend([&source[..first], "\n\n", &source[last..]]);
        } else {
            self.text.push_str(source);
        }
    }

    /// The placeholder of the first value that `place` touches. Returns None if it touches none,
    /// or lies within one.
    fn first_value_in(&self, place: &Range<usize>) -> Option<Span> {
        let touches = |value: &Range<usize>| value.start < place.end && place.start < value.end;
        let (value, span) = self.values.iter().find(|(value, _)| touches(value))?;
        let is_within = value.start <= place.start && place.end <= value.end;
        (!is_within).then_some(*span)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::names::IdentityKind;
    use crate::names::identity::Identity;
    use crate::names::needles::NeedleOwner;

    fn needles() -> Needles {
        let names = ["Oslo Smerteklinikk", "Migrene-klinikken", "MEDOslo", "MEDOslo Helse", "Nordlys Ås"];
        let name =
            |text: &str| Identity { kind: IdentityKind::Name, text: text.to_owned(), also: Vec::new() };
        let domain = Identity { kind: IdentityKind::Domain, text: "medoslo.no".to_owned(), also: Vec::new() };
        let phone = Identity {
            kind: IdentityKind::Phone("privacy".to_owned()),
            text: "22 00 11 00".to_owned(),
            also: vec!["22001100".to_owned(), "4722001100".to_owned()],
        };
        let all = names.into_iter().map(name).chain([domain, phone]);
        Needles::of(all.map(|identity| (NeedleOwner::Layer("x".to_owned()), identity)))
    }

    /// The names that begin on one side of the value and end on another.
    fn joined(before: &str, value: &str, after: &str, needles: &Needles) -> Vec<Range<usize>> {
        let folded = Folded::with_places(&[before, value, after].concat());
        let value = before.len()..before.len() + value.len();
        let places = needles.all_hits(&folded).into_iter().filter_map(|hit| folded.place(&hit.range));
        let touches = |place: &Range<usize>| value.start < place.end && place.start < value.end;
        let is_within = |place: &Range<usize>| value.start <= place.start && place.end <= value.end;
        places.filter(|place| touches(place) && !is_within(place)).collect()
    }

    fn words() -> impl Strategy<Value = String> {
        let parts = [
            "Oslo",
            "Smerte",
            "klinikk",
            "klinikken",
            "Migrene",
            "MED",
            "Helse",
            "Nordlys",
            "Ås",
            ".no",
            "medoslo",
            " ",
            "-",
            "\u{2013}",
            "s",
            "22",
            "00",
            "1100",
            " 47 ",
            ".",
            "(",
            "**",
            "\n",
            "&shy;",
            "\u{ad}",
            "og",
            "{{ a.b }}",
        ];
        proptest::collection::vec(prop::sample::select(parts.to_vec()), 0..5).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn whatever_joins_a_value_and_its_surroundings_is_looked_for(
            (before, value, after) in (words(), words(), words())
        ) {
            let needles = needles();
            let joined = joined(&before, &value, &after, &needles);
            let seam = Seam::of("clinic.name", &before, &after, &needles);
            let may_join = seam.may_join(&FilledValue::new(value, &needles));
            prop_assert!(joined.is_empty() || may_join);
        }
    }

    #[test]
    fn what_joins_nothing_is_not_looked_for() {
        let needles = needles();
        let check = |before: &str, value: &str, after: &str, expected: bool| {
            let seam = Seam::of("clinic.name", before, after, &needles);
            let may_join = seam.may_join(&FilledValue::new(value.to_owned(), &needles));
            assert_eq!(may_join, expected, "{before}|{value}|{after}");
        };
        check("Spør ", "Oslo", " Smerteklinikk.", true);
        check("hos Migrene-", "klinikken", " i dag", true);
        check("hos ", "MEDOslo", " og andre", false);
        check("hos ", "MEDOslo", " Helse", true);
        check("hos ", "Nordlys Ås", ". Her", false);
        check("hos", "klinikk", "en", false);
    }
}

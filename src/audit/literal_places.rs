use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// Where the words of faults stand in the sources.
///
/// Every file is gone through once, however many faults there are: a template may repeat one thousands of
/// times.
#[derive(Debug, Default)]
pub(super) struct LiteralPlaces<'l>(BTreeMap<&'l str, Vec<Span>>);

impl<'l> LiteralPlaces<'l> {
    /// Looks for all of these in all of these files, and in no order.
    pub(super) fn of(
        literals: impl Iterator<Item = &'l str>,
        files: impl Iterator<Item = FileId>,
        tree: &SourceTree,
    ) -> Self {
        let mut places: BTreeMap<&str, Vec<Span>> = literals.map(|literal| (literal, Vec::new())).collect();
        // A literal of nothing says nothing; and what has no room in an automaton stands in no file either.
        places.remove("");
        let Ok(automaton) = AhoCorasick::new(places.keys()) else { return Self::default() };
        let mut of: Vec<&mut Vec<Span>> = places.values_mut().collect();
        for file in files {
            for found in automaton.find_overlapping_iter(&tree.file(file).text) {
                of[found.pattern().as_usize()].push(Span::new(file, found.range()));
            }
        }
        Self(places)
    }

    /// Where a literal stands, within those places that count.
    pub(super) fn within(&self, literal: &str, counts: impl Fn(&Span) -> bool) -> Vec<Span> {
        let places = self.0.get(literal).into_iter().flatten();
        places.filter(|place| counts(place)).copied().collect()
    }
}

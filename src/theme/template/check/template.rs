use std::collections::BTreeMap;

use super::Source;
use crate::theme::template::lexer::{Word, WordKind, read_words};

/// A template in words, and what a glance at them shows.
pub(super) struct Template<'a> {
    pub(super) source: Source<'a>,
    pub(super) words: Vec<Word<'a>>,
    /// The template that this one extends.
    pub(super) parent: Option<&'a str>,
    /// The word that the content of each block begins with, also of those inside others.
    pub(super) blocks: BTreeMap<&'a str, usize>,
    /// The blocks outside of all others, each with the word that names it.
    pub(super) outer_blocks: Vec<(&'a str, usize)>,
    /// Every variable that a `set` or a `for` makes.
    pub(super) variables: Vec<&'a str>,
}

impl<'a> Template<'a> {
    pub(super) fn read(source: Source<'a>) -> Self {
        let words = read_words(source.text);
        let (mut parent, mut blocks) = (None, BTreeMap::new());
        let (mut outer_blocks, mut variables) = (Vec::new(), Vec::new());
        let mut depth = 0_usize;
        for (at, four) in words.windows(4).enumerate() {
            match [0, 1, 2, 3].map(|i| four[i].kind) {
                [WordKind::TagStart, WordKind::Name("extends"), WordKind::Text(name), _] => {
                    parent = Some(name);
                }
                [WordKind::TagStart, WordKind::Name("block"), WordKind::Name(name), _] => {
                    blocks.insert(name, at + 4);
                    outer_blocks.extend((depth == 0).then_some((name, at + 2)));
                    depth += 1;
                }
                [WordKind::TagStart, WordKind::Name("endblock"), ..] => depth = depth.saturating_sub(1),
                [WordKind::TagStart, WordKind::Name("set" | "set_global"), WordKind::Name(name), _] => {
                    variables.push(name);
                }
                // Also of a comprehension, which is not read: what stands in front of its `for` is.
                [WordKind::Name("for"), WordKind::Name(first), sign, second] => {
                    variables.push(first);
                    if let (WordKind::Sign(","), WordKind::Name(second)) = (sign, second) {
                        variables.push(second);
                    }
                }
                _ => {}
            }
        }
        Self { source, words, parent, blocks, outer_blocks, variables }
    }
}

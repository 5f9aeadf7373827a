use std::collections::BTreeMap;

use super::Source;
use crate::theme::template::lexer::{Token, TokenKind, read_tokens};

/// A template in words, and what a glance at them shows.
pub(super) struct Template<'a> {
    pub(super) source: Source<'a>,
    pub(super) tokens: Vec<Token<'a>>,
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
        let (tokens, blocks, variables) = (read_tokens(source.text), BTreeMap::new(), Vec::new());
        let mut read =
            Self { source, tokens: Vec::new(), parent: None, blocks, outer_blocks: Vec::new(), variables };
        let mut depth = 0_usize;
        for (at, words) in tokens.windows(4).enumerate() {
            let [TokenKind::TagStart, TokenKind::Name(keyword), first, second] =
                [0, 1, 2, 3].map(|i| words[i].kind)
            else {
                continue;
            };
            match (keyword, first) {
                ("extends", TokenKind::Text(parent)) => read.parent = Some(parent),
                ("block", TokenKind::Name(name)) => {
                    read.blocks.insert(name, at + 4);
                    read.outer_blocks.extend((depth == 0).then_some((name, at + 2)));
                    depth += 1;
                }
                ("endblock", _) => depth = depth.saturating_sub(1),
                ("set" | "set_global", TokenKind::Name(name)) => read.variables.push(name),
                ("for", TokenKind::Name(name)) => {
                    read.variables.push(name);
                    if let (TokenKind::Sign(","), Some(TokenKind::Name(value))) =
                        (second, tokens.get(at + 4).map(|token| token.kind))
                    {
                        read.variables.push(value);
                    }
                }
                _ => {}
            }
        }
        Self { tokens, ..read }
    }
}

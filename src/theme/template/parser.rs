//! Reads a template into a [`Tree`]; its order and its precedence are those of Tera's own parser.

use std::ops::Range;

use super::lexer::{Token, TokenKind, read_tokens};
use super::tree::{Binding, Mention, Mentioned, Name, Tree};

/// Tera itself gives up at 40; the reader must stop before the stack does.
const DEPTH: usize = 60;

/// The place where a template cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault(pub(super) usize);

pub(super) type Parsed<T> = Result<T, Fault>;

/// Reads a whole template.
pub(super) fn parse_template(text: &str) -> Parsed<Tree<'_>> {
    let tokens = read_tokens(text).map_err(Fault)?;
    let mut parser = Parser { text, tokens, at: 0, depth: 0, length: 0, tree: Tree::default() };
    parser.tree.nodes = parser.parse_nodes(&[])?;
    Ok(parser.tree)
}

pub(super) struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token<'a>>,
    at: usize,
    depth: usize,
    /// How many steps the expression being read has taken.
    pub(super) length: usize,
    pub(super) tree: Tree<'a>,
}

impl<'a> Parser<'a> {
    pub(super) fn peek(&self) -> Option<TokenKind<'a>> {
        self.tokens.get(self.at).map(|token| token.kind)
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at == self.tokens.len()
    }

    pub(super) fn is_at(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(TokenKind::Sign(found) | TokenKind::Name(found)) if found == sign)
    }

    pub(super) fn next(&mut self) -> Parsed<Token<'a>> {
        let token = self.tokens.get(self.at).cloned().ok_or(Fault(self.text.len()))?;
        self.at += 1;
        Ok(token)
    }

    /// Steps over `sign`, a sign or a keyword, if it stands here.
    pub(super) fn accept(&mut self, sign: &str) -> bool {
        let found = self.is_at(sign);
        self.at += usize::from(found);
        found
    }

    pub(super) fn expect(&mut self, sign: &str) -> Parsed<()> {
        if self.accept(sign) { Ok(()) } else { Err(self.fault()) }
    }

    pub(super) fn expect_kind(&mut self, kind: TokenKind<'_>) -> Parsed<()> {
        if self.peek() != Some(kind) {
            return Err(self.fault());
        }
        self.at += 1;
        Ok(())
    }

    pub(super) fn name(&mut self) -> Parsed<Name<'a>> {
        match self.next()? {
            Token { kind: TokenKind::Name(text), range } => Ok(Name { text, range }),
            token => Err(Fault(token.range.start)),
        }
    }

    /// `ui.button`, as components are called.
    pub(super) fn dotted_name(&mut self) -> Parsed<Name<'a>> {
        let mut range = self.name()?.range;
        while self.accept(".") {
            range.end = self.name()?.range.end;
        }
        Ok(Name { text: &self.text[range.clone()], range })
    }

    pub(super) fn quoted(&mut self) -> Parsed<Name<'a>> {
        match self.next()? {
            Token { kind: TokenKind::Text(text), range } => Ok(Name { text, range }),
            token => Err(Fault(token.range.start)),
        }
    }

    pub(super) fn fault(&self) -> Fault {
        Fault(self.tokens.get(self.at).map_or(self.text.len(), |token| token.range.start))
    }

    pub(super) fn start(&self) -> usize {
        self.fault().0
    }

    /// From `start` to the end of the last word that was read.
    pub(super) fn range_from(&self, start: usize) -> Range<usize> {
        let end = self.at.checked_sub(1).map_or(start, |last| self.tokens[last].range.end);
        start..end.max(start)
    }

    pub(super) fn mention(&mut self, of: Mentioned, name: &Name<'a>) {
        self.tree.mentions.push(Mention { of, name: name.clone() });
    }

    /// `value`, or `key, value`, of a loop.
    pub(super) fn binding(&mut self) -> Parsed<Binding<'a>> {
        let first = self.name()?;
        let (key, value) = if self.accept(",") { (Some(first), self.name()?) } else { (None, first) };
        self.tree.variables.extend(key.as_ref().map(|key| key.text));
        self.tree.variables.push(value.text);
        Ok(Binding { key, value })
    }

    /// Guards what calls itself; the depth goes back when `parse` is done.
    pub(super) fn deeper<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= DEPTH {
            return Err(self.fault());
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parse_template;
    use crate::diagnostic::Diagnostics;
    use crate::span::FileId;
    use crate::theme::template::Shape;
    use crate::theme::template::check::{Source, check_templates};

    fn schema() -> serde_json::Value {
        let text = serde_json::json!({ "type": "string" });
        let inner = serde_json::json!({ "type": "object", "properties": { "x": text } });
        serde_json::json!({ "type": "object", "properties": { "b": inner, "c": { "type": "array", "items": inner } } })
    }

    /// Pieces that templates are made of, so that chance comes deep into the reader.
    fn piece() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "{{ ",
            " }}",
            "{% ",
            " %}",
            "{%- ",
            "-%}",
            "{#",
            "#}",
            "if ",
            "elif ",
            "else",
            "endif",
            "for ",
            " in ",
            "endfor",
            "set ",
            "set_global ",
            "endset",
            "block ",
            "endblock",
            "extends ",
            "include ",
            "'a.html'",
            "component ",
            "endcomponent",
            "<",
            "/>",
            "</",
            ">",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ".",
            "?.",
            "?[",
            ",",
            ":",
            "|",
            "=",
            "==",
            "...",
            "not ",
            "is ",
            "and ",
            "or ",
            "a",
            "b.c",
            "1",
            "2.5",
            "\"x\"",
            "'",
            "~",
            "-",
            "*",
            "raw",
            "endraw",
            "true",
            "none",
            "@",
            " ",
            "æ",
            "\n",
            "{{ a }}",
            "{% if a %}",
            "{% endif %}",
            "{% for a in b %}",
            "{% endfor %}",
            "{% set a = ",
            "{% component c(a, b=1) %}",
            "{% endcomponent %}",
            "{{ <c a={",
            "filter ",
            "endfilter",
            "upper",
            "default(value=",
            "break",
            "loop.index",
            "[a for a in b if a]",
            "a if b else c",
        ])
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in any::<String>()) {
            drop(parse_template(&text));
            drop(parse_template(&format!("{{{{{text}")));
            drop(parse_template(&format!("{{% if {text}")));
        }

        #[test]
        fn what_tera_reads_the_reader_reads(pieces in prop::collection::vec(piece(), 0..12)) {
            let text = pieces.concat();
            let parsed = parse_template(&text);
            let added = tera::Tera::default().add_raw_template("a", &text);
            let is_syntax = |error: &tera::Error| matches!(error.kind(), tera::ErrorKind::SyntaxError(_));
            prop_assert!(parsed.is_ok() || added.is_err_and(|error| is_syntax(&error)), "{text}");
            let mut found = Diagnostics::new();
            let source = Source { name: "a.html", file: FileId(0), text: &text };
            check_templates(&[source], &[], &[("a.html", Shape::from_schema(&schema()))], &mut found);
            for diagnostic in found.into_sorted() {
                prop_assert!(text.get(diagnostic.span.range()).is_some(), "{diagnostic:?} in {text}");
            }
        }
    }

    #[test]
    fn endless_nesting_is_refused_before_the_stack_ends() {
        for text in ["(", "[", "{'a':", "-", "not ", "a[", "<c a={", "1 if "] {
            assert!(parse_template(&format!("{{{{{}", text.repeat(100_000))).is_err(), "{text}");
        }
        for text in ["{% if a %}", "{% for a in b %}", "{% block a %}", "{% <c> %}", "{% set a %}"] {
            assert!(parse_template(&text.repeat(100_000)).is_err(), "{text}");
        }
        for text in [".a", "[0]", " + a", " | b", " or a", "~a"] {
            assert!(parse_template(&format!("{{{{a{}}}}}", text.repeat(100_000))).is_err(), "{text}");
        }
    }
}

//! Reads a template into a [`Tree`]; its order and its precedence are those of Tera's own parser.

use std::ops::Range;

use super::lexer::{Token, TokenKind, read_tokens};
use super::tree::{Binding, Definition, Expression, Kind, Mention, Mentioned, Name, Node, Parameter, Tree};

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
    tree: Tree<'a>,
}

impl<'a> Parser<'a> {
    pub(super) fn peek(&self) -> Option<TokenKind<'a>> {
        self.tokens.get(self.at).map(|token| token.kind)
    }

    pub(super) fn peek_second(&self) -> Option<TokenKind<'a>> {
        self.tokens.get(self.at + 1).map(|token| token.kind)
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

    fn expect_kind(&mut self, kind: TokenKind<'_>) -> Parsed<()> {
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

    fn quoted(&mut self) -> Parsed<Name<'a>> {
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

    /// Reads until a tag that starts with one of `ends`, and stops before that word; without `ends`, to the end.
    fn parse_nodes(&mut self, ends: &[&str]) -> Parsed<Vec<Node<'a>>> {
        self.deeper(|parser| {
            let mut nodes = Vec::new();
            while parser.at < parser.tokens.len() {
                parser.length = 0;
                if parser.next()?.kind == TokenKind::OutputStart {
                    nodes.push(Node::Output(parser.expression()?));
                    parser.expect_kind(TokenKind::OutputEnd)?;
                } else {
                    if ends.iter().any(|end| parser.is_at(end)) {
                        return Ok(nodes);
                    }
                    nodes.extend(parser.parse_tag()?);
                    parser.expect_kind(TokenKind::TagEnd)?;
                }
            }
            if ends.is_empty() { Ok(nodes) } else { Err(parser.fault()) }
        })
    }

    /// Reads what follows a tag's opening, to `keyword` that closes it.
    fn parse_body(&mut self, end: &str) -> Parsed<Vec<Node<'a>>> {
        self.expect_kind(TokenKind::TagEnd)?;
        let body = self.parse_nodes(&[end])?;
        self.expect(end)?;
        Ok(body)
    }

    fn parse_tag(&mut self) -> Parsed<Option<Node<'a>>> {
        let keyword = self.next()?;
        let node = match keyword.kind {
            TokenKind::Name("set") => self.parse_set(false)?,
            TokenKind::Name("set_global") => self.parse_set(true)?,
            TokenKind::Name("if") => self.parse_if()?,
            TokenKind::Name("for") => self.parse_for()?,
            TokenKind::Name("filter") => {
                let start = self.start();
                let filters = self.filters(Expression { kind: Kind::Text(""), range: start..start })?;
                Node::Capture { name: None, filters, body: self.parse_body("endfilter")?, global: false }
            }
            TokenKind::Name("block") => {
                let name = self.name()?;
                let body = self.parse_body("endblock")?;
                self.accept(name.text);
                Node::Block { name, body }
            }
            TokenKind::Name("include") => {
                let name = self.quoted()?;
                self.mention(Mentioned::Template, &name);
                Node::Include(name)
            }
            TokenKind::Name("extends") => {
                let name = self.quoted()?;
                self.mention(Mentioned::Template, &name);
                self.tree.parent = Some(name);
                return Ok(None);
            }
            TokenKind::Name("component") => {
                let definition = self.parse_definition()?;
                self.tree.components.push(definition);
                return Ok(None);
            }
            TokenKind::Name("break" | "continue") => return Ok(None),
            TokenKind::Sign("<") => self.parse_call_with_body()?,
            _ => return Err(Fault(keyword.range.start)),
        };
        Ok(Some(node))
    }

    fn parse_set(&mut self, global: bool) -> Parsed<Node<'a>> {
        let name = self.name()?;
        self.tree.variables.push(name.text);
        if self.accept("=") {
            return Ok(Node::Set { name, value: self.expression()?, global });
        }
        let empty = Expression { kind: Kind::Text(""), range: name.range.clone() };
        let filters = if self.accept("|") { self.filters(empty)? } else { empty };
        Ok(Node::Capture { name: Some(name), filters, body: self.parse_body("endset")?, global })
    }

    fn parse_if(&mut self) -> Parsed<Node<'a>> {
        let mut branches = Vec::new();
        loop {
            let condition = self.expression()?;
            self.expect_kind(TokenKind::TagEnd)?;
            branches.push((condition, self.parse_nodes(&["elif", "else", "endif"])?));
            if self.accept("elif") {
                continue;
            }
            let otherwise = if self.accept("else") { self.parse_body("endif")? } else { self.end("endif")? };
            return Ok(Node::If { branches, otherwise });
        }
    }

    fn parse_for(&mut self) -> Parsed<Node<'a>> {
        let binding = self.binding()?;
        self.expect("in")?;
        let source = self.expression()?;
        self.expect_kind(TokenKind::TagEnd)?;
        let body = self.parse_nodes(&["else", "endfor"])?;
        let otherwise = if self.accept("else") { self.parse_body("endfor")? } else { self.end("endfor")? };
        Ok(Node::For { binding, source, body, otherwise })
    }

    fn end(&mut self, keyword: &str) -> Parsed<Vec<Node<'a>>> {
        self.expect(keyword)?;
        Ok(Vec::new())
    }

    fn parse_call_with_body(&mut self) -> Parsed<Node<'a>> {
        let call = self.call()?;
        self.expect(">")?;
        let body = self.parse_body("</")?;
        self.dotted_name()?;
        self.expect(">")?;
        Ok(Node::Call { call, body })
    }

    fn parse_definition(&mut self) -> Parsed<Definition<'a>> {
        let name = self.dotted_name()?;
        self.expect("(")?;
        let (mut parameters, mut rest) = (Vec::new(), None);
        while !self.accept(")") {
            if self.accept("...") {
                rest = Some(self.name()?);
            } else {
                parameters.push(self.parse_parameter()?);
            }
            if !self.accept(",") && !self.is_at(")") {
                return Err(self.fault());
            }
        }
        if self.is_at("{") {
            self.expression()?;
        }
        let body = self.parse_body("endcomponent")?;
        if self.peek() != Some(TokenKind::TagEnd) {
            self.dotted_name()?;
        }
        Ok(Definition { name, parameters, rest, body })
    }

    fn parse_parameter(&mut self) -> Parsed<Parameter<'a>> {
        let implicit = self.accept("@");
        let name = self.name()?;
        let kind = if self.accept(":") { Some(self.name()?.text) } else { None };
        let default = if self.accept("=") { Some(self.expression()?) } else { None };
        Ok(Parameter { name, implicit, kind, default })
    }
}

use super::lexer::TokenKind;
use super::parser::{Fault, Parsed, Parser};
use super::tree::{Definition, Expression, Kind, Mentioned, Node, Parameter};

impl<'a> Parser<'a> {
    /// Reads until a tag that starts with one of `ends`, and stops before that word; without `ends`, to the end.
    pub(super) fn parse_nodes(&mut self, ends: &[&str]) -> Parsed<Vec<Node<'a>>> {
        self.deeper(|parser| {
            let mut nodes = Vec::new();
            while !parser.is_at_end() {
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

use super::lexer::TokenKind;
use super::parser::{Fault, Parsed, Parser};
use super::tree::{Argument, Call, Comprehension, Expression, Kind, ListEntry, MapEntry, Mentioned, Name};

/// Tera itself gives up at 256; a longer chain could exhaust the stack of whoever walks it.
const LENGTH: usize = 300;

/// How tightly a sign binds to its left and to its right.
fn binding_power(sign: &str) -> Option<(u8, u8)> {
    Some(match sign {
        "if" => (0, 0),
        "or" => (1, 2),
        "and" => (3, 4),
        "in" | "not" | "is" => (5, 6),
        "==" | "!=" | "<" | "<=" | ">" | ">=" => (7, 8),
        "+" | "-" => (11, 12),
        "*" | "/" | "//" | "%" | "~" => (13, 14),
        "**" => (16, 15),
        "|" => (17, 18),
        "[" => (u8::MAX, 0),
        _ => return None,
    })
}

const NOT: u8 = 5;
const MINUS: u8 = 20;
/// Above the ternary, so that `if` ends the expression.
const NO_TERNARY: u8 = 1;

impl<'a> Parser<'a> {
    pub(super) fn expression(&mut self) -> Parsed<Expression<'a>> {
        self.operation(0)
    }

    /// The filters of a `{% filter %}` section or of a `{% set %}` block, applied to `subject`.
    pub(super) fn filters(&mut self, subject: Expression<'a>) -> Parsed<Expression<'a>> {
        let mut expression = self.filter(subject)?;
        while self.accept("|") {
            expression = self.filter(expression)?;
        }
        Ok(expression)
    }

    /// What follows the `<` of a component call, up to but without its `/>` or `>`.
    pub(super) fn call(&mut self) -> Parsed<Call<'a>> {
        let name = self.dotted_name()?;
        self.mention(Mentioned::Component, &name);
        let mut arguments = Vec::new();
        loop {
            if self.accept("{") {
                self.expect("...")?;
                arguments.push(MapEntry::Spread(self.expression()?));
                self.expect("}")?;
            } else if matches!(self.peek(), Some(TokenKind::Name(_))) {
                let name = self.name()?;
                let value = self.attribute_value(&name)?;
                arguments.push(MapEntry::Value(Some(name), value));
            } else {
                return Ok(Call { name, arguments });
            }
        }
    }

    /// `="text"` or `={expression}`; nothing at all stands for the variable of the same name.
    fn attribute_value(&mut self, name: &Name<'a>) -> Parsed<Expression<'a>> {
        if !self.accept("=") {
            return Ok(Expression { kind: Kind::Variable(name.text), range: name.range.clone() });
        }
        if self.accept("{") {
            let value = self.expression()?;
            self.expect("}")?;
            return Ok(value);
        }
        let token = self.next()?;
        match token.kind {
            TokenKind::Text(text) => Ok(Expression { kind: Kind::Text(text), range: token.range }),
            _ => Err(Fault(token.range.start)),
        }
    }

    fn operation(&mut self, least: u8) -> Parsed<Expression<'a>> {
        self.deeper(|parser| {
            let start = parser.start();
            let mut left = parser.operand()?;
            while let Some(TokenKind::Sign(sign) | TokenKind::Name(sign)) = parser.peek() {
                let Some((left_power, right_power)) = binding_power(sign) else { break };
                if left_power < least {
                    break;
                }
                parser.step()?;
                parser.next()?;
                let kind = parser.operator(sign, right_power, left)?;
                left = Expression { kind, range: parser.range_from(start) };
            }
            Ok(left)
        })
    }

    fn step(&mut self) -> Parsed<()> {
        self.length += 1;
        if self.length > LENGTH { Err(self.fault()) } else { Ok(()) }
    }

    /// What stands after `sign`, joined with what stood before it.
    fn operator(&mut self, sign: &str, power: u8, left: Expression<'a>) -> Parsed<Kind<'a>> {
        let left = Box::new(left);
        Ok(match sign {
            "[" => return self.subscript(left),
            "|" => return Ok(self.filter(*left)?.kind),
            "is" => {
                self.accept("not");
                let name = self.name()?;
                self.mention(Mentioned::Test, &name);
                Kind::Test(left, self.arguments()?)
            }
            "if" => {
                let condition = self.expression()?;
                self.expect("else")?;
                Kind::Ternary(Box::new([condition, *left, self.expression()?]))
            }
            "not" => {
                self.expect("in")?;
                Kind::Compare(left, Box::new(self.operation(power)?))
            }
            _ => {
                let right = Box::new(self.operation(power)?);
                match sign {
                    "or" | "and" => Kind::Either(left, right),
                    "~" => Kind::Join(left, right),
                    "+" | "-" | "*" | "/" | "//" | "%" | "**" => Kind::Calculate(left, right),
                    _ => Kind::Compare(left, right),
                }
            }
        })
    }

    fn operand(&mut self) -> Parsed<Expression<'a>> {
        let start = self.start();
        let token = self.next()?;
        let kind = match token.kind {
            TokenKind::Text(text) => Kind::Text(text),
            TokenKind::Number => Kind::Number,
            TokenKind::Name("true" | "True" | "false" | "False") => Kind::Bool,
            TokenKind::Name("none" | "None" | "null") => Kind::Nothing,
            TokenKind::Name("not") => Kind::Not(Box::new(self.operation(NOT)?)),
            TokenKind::Sign("-") => Kind::Negative(Box::new(self.operation(MINUS)?)),
            TokenKind::Name(text) => return self.path(Name { text, range: token.range }),
            TokenKind::Sign("<") => {
                let call = self.call()?;
                self.expect("/")?;
                self.expect(">")?;
                Kind::Component(Box::new(call))
            }
            TokenKind::Sign("{") => self.map()?,
            TokenKind::Sign("[") => self.list()?,
            TokenKind::Sign("(") => {
                let inner = self.expression()?;
                self.expect(")")?;
                inner.kind
            }
            _ => return Err(Fault(token.range.start)),
        };
        Ok(Expression { kind, range: self.range_from(start) })
    }

    /// `name(…)`, or a name with its fields and indices.
    fn path(&mut self, name: Name<'a>) -> Parsed<Expression<'a>> {
        let start = name.range.start;
        if self.is_at("(") {
            self.mention(Mentioned::Function, &name);
            let kind = Kind::Function(name, self.arguments()?);
            return Ok(Expression { kind, range: self.range_from(start) });
        }
        let mut path = Expression { kind: Kind::Variable(name.text), range: name.range };
        loop {
            let kind = if self.accept(".") || self.accept("?.") {
                Kind::Field(Box::new(path), self.name()?)
            } else if self.accept("[") || self.accept("?[") {
                self.subscript(Box::new(path))?
            } else {
                return Ok(path);
            };
            self.step()?;
            path = Expression { kind, range: self.range_from(start) };
        }
    }

    /// What follows a `[`.
    fn subscript(&mut self, subject: Box<Expression<'a>>) -> Parsed<Kind<'a>> {
        let mut parts = Vec::new();
        let mut is_slice = false;
        while !self.accept("]") {
            if self.accept(":") {
                is_slice = true;
            } else {
                parts.push(self.expression()?);
                if !self.is_at(":") && !self.is_at("]") {
                    return Err(self.fault());
                }
            }
        }
        if is_slice {
            return Ok(Kind::Slice(subject, parts));
        }
        let index = parts.pop().filter(|_| parts.is_empty()).ok_or_else(|| self.fault())?;
        Ok(Kind::Index(subject, Box::new(index)))
    }

    /// What follows a `|`.
    fn filter(&mut self, subject: Expression<'a>) -> Parsed<Expression<'a>> {
        let start = subject.range.start;
        let name = self.name()?;
        self.mention(Mentioned::Filter, &name);
        let arguments = self.arguments()?;
        Ok(Expression {
            kind: Kind::Filter(Box::new(subject), name, arguments),
            range: self.range_from(start),
        })
    }

    /// `(name=value, …)`, or nothing.
    fn arguments(&mut self) -> Parsed<Vec<Argument<'a>>> {
        let mut arguments = Vec::new();
        if !self.accept("(") {
            return Ok(arguments);
        }
        while !self.accept(")") {
            let name = self.name()?;
            self.expect("=")?;
            arguments.push(Argument { name, value: self.expression()? });
            self.separator(")")?;
        }
        Ok(arguments)
    }

    fn separator(&mut self, end: &str) -> Parsed<()> {
        if self.accept(",") || self.is_at(end) { Ok(()) } else { Err(self.fault()) }
    }

    /// What follows a `{` in an expression.
    fn map(&mut self) -> Parsed<Kind<'a>> {
        let mut entries = Vec::new();
        while !self.accept("}") {
            if self.accept("...") {
                entries.push(MapEntry::Spread(self.expression()?));
            } else {
                let token = self.next()?;
                let key = match token.kind {
                    TokenKind::Text(text) => Some(Name { text, range: token.range }),
                    TokenKind::Number | TokenKind::Name(_) => None,
                    _ => return Err(Fault(token.range.start)),
                };
                self.expect(":")?;
                entries.push(MapEntry::Value(key, self.expression()?));
            }
            self.separator("}")?;
        }
        Ok(Kind::Map(entries))
    }

    /// What follows a `[` that starts an operand.
    fn list(&mut self) -> Parsed<Kind<'a>> {
        let mut entries = Vec::new();
        while !self.accept("]") {
            if self.accept("...") {
                entries.push(ListEntry::Spread(self.expression()?));
            } else {
                let value = self.expression()?;
                if entries.is_empty() && self.accept("for") {
                    return self.comprehension(value);
                }
                entries.push(ListEntry::Value(value));
            }
            self.separator("]")?;
        }
        Ok(Kind::List(entries))
    }

    /// What follows `[value for`.
    fn comprehension(&mut self, value: Expression<'a>) -> Parsed<Kind<'a>> {
        let binding = self.binding()?;
        self.expect("in")?;
        let source = self.operation(NO_TERNARY)?;
        let condition = if self.accept("if") { Some(self.operation(NO_TERNARY)?) } else { None };
        self.expect("]")?;
        Ok(Kind::Comprehension(Box::new(Comprehension { value, binding, source, condition })))
    }
}

use std::ops::Range;

use super::names::{Mentioned, list_of};
use super::scope::Scope;
use super::words::Name;
use super::{Checked, Checker, NotRead};
use crate::diagnostic::catalogue::template as say;
use crate::diagnostic::{Diagnostic, Message, nearest};
use crate::theme::template::lexer::WordKind;
use crate::theme::template::shape::{Lookup, Shape};

/// What an expression gives, and where it stands.
pub(super) struct Evaluated<'a> {
    pub(super) shape: Shape,
    pub(super) range: Range<usize>,
    /// What stands between the quotes, if it is a text and nothing else.
    pub(super) literal: Option<&'a str>,
}

impl<'a> Evaluated<'a> {
    /// The name that a text in quotes is.
    pub(super) fn quoted(&self) -> Option<Name<'a>> {
        Some(Name { text: self.literal?, range: self.range.start + 1..self.range.end - 1 })
    }
}

/// How tightly a sign binds to its left and to its right; as in Tera's own parser.
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
        "." | "?." | "[" | "?[" => (u8::MAX, 0),
        _ => return None,
    })
}

const NOT: u8 = 5;
const MINUS: u8 = 20;

impl<'a> Checker<'_, 'a> {
    /// What an expression gives; whatever is misspelt in it is reported on the way.
    pub(super) fn expression(&mut self, scope: &Scope) -> Checked<Evaluated<'a>> {
        self.operation(0, scope)
    }

    fn operation(&mut self, least: u8, scope: &Scope) -> Checked<Evaluated<'a>> {
        self.deeper(|checker| {
            let start = checker.not_read().0;
            let mut left = checker.operand(scope)?;
            while let Some((sign, (before, behind))) =
                checker.peek().and_then(|sign| Some((sign, binding_power(sign)?)))
            {
                if before < least {
                    break;
                }
                checker.at += 1;
                let shape = checker.operator(sign, behind, &left, scope)?;
                left = Evaluated { shape, range: checker.range_from(start), literal: None };
            }
            Ok(left)
        })
    }

    /// What stands behind `sign`, joined with what stands before it.
    fn operator(&mut self, sign: &str, power: u8, left: &Evaluated<'a>, scope: &Scope) -> Checked<Shape> {
        Ok(match sign {
            "." | "?." => {
                let name = self.name()?;
                self.field(&left.shape, &name, left.range.clone())
            }
            "[" | "?[" => self.index(left, scope)?,
            "|" => self.filter(left, scope)?,
            "is" => {
                self.accept("not");
                let name = self.name()?;
                self.mention(Mentioned::Test, &name);
                self.arguments(scope)?;
                Shape::Bool
            }
            "if" => {
                self.expression(scope)?;
                self.expect("else")?;
                left.shape.or(&self.expression(scope)?.shape)
            }
            _ => {
                if sign == "not" {
                    self.expect("in")?;
                }
                let right = self.operation(power, scope)?.shape;
                match sign {
                    // They give one of their sides.
                    "or" | "and" => left.shape.or(&right),
                    "~" => Shape::Text,
                    "+" | "-" | "*" | "/" | "//" | "%" | "**" => Shape::Number,
                    _ => Shape::Bool,
                }
            }
        })
    }

    fn operand(&mut self, scope: &Scope) -> Checked<Evaluated<'a>> {
        let word = self.next()?;
        let start = word.range.start;
        let shape = match word.kind {
            WordKind::Text(text) => {
                return Ok(Evaluated { shape: Shape::Text, range: word.range, literal: Some(text) });
            }
            WordKind::Number => Shape::Number,
            WordKind::Name("true" | "True" | "false" | "False") => Shape::Bool,
            WordKind::Name("none" | "None" | "null") => Shape::Nothing,
            WordKind::Name("not") => {
                self.operation(NOT, scope)?;
                Shape::Bool
            }
            WordKind::Sign("-") => {
                self.operation(MINUS, scope)?;
                Shape::Number
            }
            WordKind::Name(text) => self.named(&Name { text, range: word.range }, scope)?,
            WordKind::Sign("[") => self.list(scope)?,
            WordKind::Sign("(") => {
                let inner = self.expression(scope)?.shape;
                self.expect(")")?;
                inner
            }
            _ => return Err(NotRead(start)),
        };
        Ok(Evaluated { shape, range: self.range_from(start), literal: None })
    }

    /// A function's value, or a variable's.
    fn named(&mut self, name: &Name<'a>, scope: &Scope) -> Checked<Shape> {
        if self.peek() == Some("(") {
            self.mention(Mentioned::Function, name);
            self.arguments(scope)?;
            return Ok(match name.text {
                "range" => Shape::list(Shape::Number),
                "super" => Shape::Text,
                _ => Shape::Any,
            });
        }
        if name.text == "loop" && scope.is_in_loop() && self.accept(".") {
            let field = self.name()?;
            return match field.text {
                "first" | "last" => Ok(Shape::Bool),
                "index" | "index0" | "length" => Ok(Shape::Number),
                _ => Err(NotRead(field.range.start)),
            };
        }
        Ok(self.variable(name, scope))
    }

    fn variable(&mut self, name: &Name<'_>, scope: &Scope) -> Shape {
        if let Some(shape) = scope.find(name.text) {
            return shape;
        }
        if !self.variables.contains(name.text) && name.text != "__tera_context" {
            let names = scope.names();
            let help = match nearest(name.text, names.iter().map(String::as_str)) {
                Some(near) => Some(say::did_you_mean(near)),
                None => (!names.is_empty()).then(|| say::variables_that_exist(&list_of(&names))),
            };
            let span = self.span(name.range.clone());
            let headline = say::unknown_variable(name.text);
            self.report(Diagnostic::error("unknown-variable", span, headline).with_help(help));
        }
        Shape::Any
    }

    /// The field `name` of a value that is written at `path`.
    pub(super) fn field(&mut self, shape: &Shape, name: &Name<'_>, path: Range<usize>) -> Shape {
        let path = self.template.source.text.get(path).unwrap_or_default();
        let (help, label) = match shape.field(name.text) {
            Lookup::Found(shape) => return shape,
            Lookup::Unknown(names) => match nearest(name.text, names.iter().map(String::as_str)) {
                Some(near) => {
                    (say::did_you_mean(&format!("{path}.{near}")), Some(names_that_exist(path, &names)))
                }
                None => (names_that_exist(path, &names), None),
            },
            Lookup::NoFields(Shape::List(_)) => (say::is_a_list(path), None),
            Lookup::NoFields(_) => (say::has_no_fields(path), None),
        };
        let headline = say::unknown_field(&format!("{path}.{}", name.text));
        let error = Diagnostic::error("unknown-field", self.span(name.range.clone()), headline);
        self.report(error.with_help(help).with_label(label));
        Shape::Any
    }

    /// What follows a `[` behind a value.
    fn index(&mut self, subject: &Evaluated<'a>, scope: &Scope) -> Checked<Shape> {
        let index = self.expression(scope)?;
        self.expect("]")?;
        if let Some(name) = index.quoted() {
            return Ok(self.field(&subject.shape, &name, subject.range.clone()));
        }
        Ok(match subject.shape.plain() {
            Shape::List(element) => (*element).clone(),
            Shape::Object(object) if object.fields.is_empty() => object.rest.clone().unwrap_or(Shape::Any),
            _ => Shape::Any,
        })
    }

    /// What follows a `[` that begins a value.
    fn list(&mut self, scope: &Scope) -> Checked<Shape> {
        let mut element: Option<Shape> = None;
        while !self.accept("]") {
            let shape = self.expression(scope)?.shape;
            element = Some(element.map_or_else(|| shape.clone(), |other| other.or(&shape)));
            self.comma_before("]")?;
        }
        Ok(Shape::list(element.unwrap_or(Shape::Nothing)))
    }

    /// `(name=value, …)`, if it is there.
    pub(super) fn arguments(&mut self, scope: &Scope) -> Checked<Vec<(&'a str, Evaluated<'a>)>> {
        let mut arguments = Vec::new();
        if self.accept("(") {
            while !self.accept(")") {
                let name = self.name()?.text;
                self.expect("=")?;
                arguments.push((name, self.expression(scope)?));
                self.comma_before(")")?;
            }
        }
        Ok(arguments)
    }

    fn comma_before(&mut self, end: &str) -> Checked<()> {
        if self.peek() == Some(end) { Ok(()) } else { self.expect(",") }
    }
}

fn names_that_exist(path: &str, names: &[String]) -> Message {
    if names.is_empty() { say::has_no_fields(path) } else { say::fields_that_exist(path, &list_of(names)) }
}

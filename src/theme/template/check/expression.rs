use std::ops::Range;
use std::sync::Arc;

use super::scope::Scope;
use super::{Checker, node};
use crate::diagnostic::catalogue::template as say;
use crate::diagnostic::{Diagnostic, Message, nearest};
use crate::theme::template::shape::{Field, Lookup, Object, Shape};
use crate::theme::template::tree::{Argument, Comprehension, Expression, Kind, ListEntry, MapEntry, Name};

/// Longer lists of names help nobody.
const NAMES: usize = 24;

const LOOP: [&str; 5] = ["index", "index0", "first", "last", "length"];

impl<'t, 'a> Checker<'t, 'a> {
    /// The shape of an expression's value; whatever is misspelt in it is reported on the way.
    pub(super) fn shape_of(&mut self, expression: &'t Expression<'a>, scope: &mut Scope) -> Shape {
        match &expression.kind {
            Kind::Text(_) => Shape::Text,
            Kind::Number => Shape::Number,
            Kind::Bool => Shape::Bool,
            Kind::Nothing => Shape::Nothing,
            Kind::Variable(name) => self.variable(name, &expression.range, scope),
            Kind::Field(subject, name) => {
                if matches!(subject.kind, Kind::Variable("loop"))
                    && scope.is_in_loop()
                    && LOOP.contains(&name.text)
                {
                    return if matches!(name.text, "first" | "last") { Shape::Bool } else { Shape::Number };
                }
                let shape = self.shape_of(subject, scope);
                self.field(&shape, name, subject.range.clone())
            }
            Kind::Index(subject, index) => self.index(subject, index, scope),
            Kind::Slice(subject, parts) => {
                for part in parts {
                    self.shape_of(part, scope);
                }
                self.shape_of(subject, scope)
            }
            Kind::Filter(subject, name, arguments) => self.filtered(subject, name, arguments, scope),
            Kind::Test(subject, arguments) => {
                self.shape_of(subject, scope);
                self.check_arguments(arguments, scope);
                Shape::Bool
            }
            Kind::Function(name, arguments) => {
                self.check_arguments(arguments, scope);
                match name.text {
                    "range" => Shape::list(Shape::Number),
                    "super" => Shape::Text,
                    _ => Shape::Any,
                }
            }
            Kind::Not(inner) => self.calculated(&[inner], Shape::Bool, scope),
            Kind::Negative(inner) => self.calculated(&[inner], Shape::Number, scope),
            Kind::Compare(left, right) => self.calculated(&[left, right], Shape::Bool, scope),
            Kind::Calculate(left, right) => self.calculated(&[left, right], Shape::Number, scope),
            Kind::Join(left, right) => self.calculated(&[left, right], Shape::Text, scope),
            Kind::Either(left, right) => {
                let left = self.shape_of(left, scope);
                left.or(&self.shape_of(right, scope))
            }
            Kind::Ternary(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.shape_of(condition, scope);
                let then = self.shape_of(then, scope);
                then.or(&self.shape_of(otherwise, scope))
            }
            Kind::List(entries) => self.list(entries, scope),
            Kind::Map(entries) => self.map(entries, scope),
            Kind::Comprehension(comprehension) => self.comprehension(comprehension, scope),
            Kind::Component(call) => {
                self.check_call(call, false, scope);
                Shape::Text
            }
        }
    }

    pub(super) fn check_arguments(&mut self, arguments: &'t [Argument<'a>], scope: &mut Scope) {
        for argument in arguments {
            self.shape_of(&argument.value, scope);
        }
    }

    /// The field `name` of a value that is written at `path`.
    pub(super) fn field(&mut self, shape: &Shape, name: &Name<'_>, path: Range<usize>) -> Shape {
        let path = self.source.text.get(path).unwrap_or_default();
        let whole = format!("{path}.{}", name.text);
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
        let error =
            Diagnostic::error("unknown-field", self.span(name.range.clone()), say::unknown_field(&whole));
        self.report(error.with_help(help).with_label(label));
        Shape::Any
    }

    fn variable(&mut self, name: &str, range: &Range<usize>, scope: &Scope) -> Shape {
        if let Some(shape) = scope.find(name) {
            return shape;
        }
        let is_known = if scope.is_component() {
            name == "body" || self.makes_variable(name)
        } else {
            self.variables.contains(name)
        };
        if is_known || name == "__tera_context" {
            return Shape::Any;
        }
        let names = scope.names();
        let help = match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => Some(say::did_you_mean(near)),
            None if scope.is_component() => Some(say::component_sees_its_arguments_only(name)),
            None => (!names.is_empty()).then(|| say::variables_that_exist(&list_of(&names))),
        };
        let span = self.span(range.clone());
        self.report(Diagnostic::error("unknown-variable", span, say::unknown_variable(name)).with_help(help));
        Shape::Any
    }

    /// Whether any template makes a variable of this name.
    fn makes_variable(&self, name: &str) -> bool {
        self.templates.values().any(|template| template.tree.variables.contains(&name))
    }

    fn index(&mut self, subject: &'t Expression<'a>, index: &'t Expression<'a>, scope: &mut Scope) -> Shape {
        let shape = self.shape_of(subject, scope);
        if let Kind::Text(text) = index.kind {
            let inside = index.range.start + 1..index.range.end - 1;
            return self.field(&shape, &Name { text, range: inside }, subject.range.clone());
        }
        self.shape_of(index, scope);
        match shape.plain() {
            Shape::List(element) => (*element).clone(),
            Shape::Object(object) if object.fields.is_empty() => object.rest.clone().unwrap_or(Shape::Any),
            _ => Shape::Any,
        }
    }

    fn list(&mut self, entries: &'t [ListEntry<'a>], scope: &mut Scope) -> Shape {
        let mut element = None;
        for entry in entries {
            let shape = match entry {
                ListEntry::Value(value) => self.shape_of(value, scope),
                ListEntry::Spread(value) => self.shape_of(value, scope).element(),
            };
            element = Some(element.map_or_else(|| shape.clone(), |other: Shape| other.or(&shape)));
        }
        Shape::list(element.unwrap_or(Shape::Nothing))
    }

    fn map(&mut self, entries: &'t [MapEntry<'a>], scope: &mut Scope) -> Shape {
        let mut fields: Vec<Field> = Vec::new();
        let mut rest = None;
        for entry in entries {
            match entry {
                MapEntry::Value(key, value) => {
                    let shape = self.shape_of(value, scope);
                    match key {
                        Some(key) => put(
                            &mut fields,
                            Field { name: key.text.to_owned(), shape, meaning: String::new() },
                        ),
                        None => rest = Some(Shape::Any),
                    }
                }
                MapEntry::Spread(value) => match self.shape_of(value, scope).plain() {
                    Shape::Object(object) => {
                        object.fields.iter().for_each(|field| put(&mut fields, field.clone()));
                        rest = rest.or_else(|| object.rest.clone());
                    }
                    _ => rest = Some(Shape::Any),
                },
            }
        }
        Shape::Object(Arc::new(Object { fields, rest }))
    }

    fn comprehension(&mut self, comprehension: &'t Comprehension<'a>, scope: &mut Scope) -> Shape {
        let source = self.shape_of(&comprehension.source, scope);
        scope.enter_loop();
        node::bind(&comprehension.binding, &source, scope);
        if let Some(condition) = &comprehension.condition {
            self.shape_of(condition, scope);
        }
        let value = self.shape_of(&comprehension.value, scope);
        scope.leave();
        Shape::list(value)
    }

    fn calculated(&mut self, parts: &[&'t Expression<'a>], shape: Shape, scope: &mut Scope) -> Shape {
        for part in parts {
            self.shape_of(part, scope);
        }
        shape
    }
}

fn put(fields: &mut Vec<Field>, field: Field) {
    fields.retain(|other| other.name != field.name);
    fields.push(field);
}

fn names_that_exist(path: &str, names: &[String]) -> Message {
    if names.is_empty() { say::has_no_fields(path) } else { say::fields_that_exist(path, &list_of(names)) }
}

/// The names in backticks, with an ellipsis where they are many.
pub(super) fn list_of(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().take(NAMES).map(|name| format!("`{name}`")).collect();
    let ellipsis = if names.len() > NAMES { ", …" } else { "" };
    quoted.join(", ") + ellipsis
}

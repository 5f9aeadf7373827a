use std::sync::Arc;

use super::Checker;
use super::scope::Scope;
use crate::theme::template::shape::{Object, Shape};
use crate::theme::template::tree::{Argument, Expression, Kind, Name};

impl<'t, 'a> Checker<'t, 'a> {
    /// The shape of `subject | name(arguments)`.
    pub(super) fn filtered(
        &mut self,
        subject: &'t Expression<'a>,
        name: &Name<'a>,
        arguments: &'t [Argument<'a>],
        scope: &mut Scope,
    ) -> Shape {
        let shape = self.shape_of(subject, scope);
        self.check_arguments(arguments, scope);
        let argument = |wanted: &str| arguments.iter().find(|argument| argument.name.text == wanted);
        match name.text {
            "default" => match argument("value") {
                Some(argument) => without_optional(&shape).or(&self.shape_of(&argument.value, scope)),
                None => shape,
            },
            "first" | "last" | "nth" => shape.element(),
            "reverse" | "unique" => shape,
            "sort" => {
                self.check_attribute(&shape, argument("attribute"));
                shape
            }
            "group_by" => {
                self.check_attribute(&shape, argument("attribute"));
                let rest = Some(Shape::list(shape.element()));
                Shape::Object(Arc::new(Object { fields: Vec::new(), rest }))
            }
            "get" => match argument("key").map(|argument| &argument.value) {
                Some(Expression { kind: Kind::Text(key), range }) => {
                    let inside = range.start + 1..range.end - 1;
                    self.field(&shape, &Name { text: key, range: inside }, subject.range.clone())
                }
                _ => Shape::Any,
            },
            "values" => Shape::list(shape.element()),
            "keys" | "split" => Shape::list(Shape::Text),
            "int" | "float" | "length" | "wordcount" | "abs" | "round" => Shape::Number,
            "safe" | "upper" | "lower" | "escape" | "escape_html" | "escape_xml" | "newlines_to_br"
            | "pluralize" | "trim" | "trim_start" | "trim_end" | "replace" | "capitalize" | "title"
            | "truncate" | "indent" | "str" | "join" => Shape::Text,
            _ => Shape::Any,
        }
    }

    /// Follows `attribute="a.b"` through the elements of a list.
    fn check_attribute(&mut self, list: &Shape, argument: Option<&Argument<'a>>) {
        let Some(Expression { kind: Kind::Text(path), range }) = argument.map(|argument| &argument.value)
        else {
            return;
        };
        let mut shape = list.element();
        let first = range.start + 1;
        let mut start = first;
        for text in path.split('.') {
            let end = start + text.len();
            let before = if start == first { first..first } else { first..start - 1 };
            shape = self.field(&shape, &Name { text, range: start..end }, before);
            start = end + 1;
        }
    }
}

fn without_optional(shape: &Shape) -> Shape {
    match shape {
        Shape::Optional(inner) => (**inner).clone(),
        other => other.clone(),
    }
}

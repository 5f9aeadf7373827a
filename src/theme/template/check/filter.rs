use super::expression::Evaluated;
use super::names::Mentioned;
use super::scope::Scope;
use super::words::Name;
use super::{Checked, Checker};
use crate::theme::template::shape::Shape;

impl<'a> Checker<'_, 'a> {
    /// The filters of a `{% filter %}` section or of a `{% set %}` block, applied to its text.
    pub(super) fn filters(&mut self, scope: &Scope) -> Checked<Shape> {
        let mut text = Evaluated { shape: Shape::Text, range: 0..0, literal: None };
        loop {
            text.shape = self.filter(&text, scope)?;
            if !self.accept("|") {
                return Ok(text.shape);
            }
        }
    }

    /// The shape of what stands before a `|`, filtered by what follows it.
    pub(super) fn filter(&mut self, subject: &Evaluated<'a>, scope: &Scope) -> Checked<Shape> {
        let name = self.name()?;
        self.mention(Mentioned::Filter, &name);
        let arguments = self.arguments(scope)?;
        let argument = |wanted| arguments.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
        let shape = &subject.shape;
        Ok(match name.text {
            "default" => match argument("value") {
                Some(value) => shape.plain().or(&value.shape),
                None => shape.clone(),
            },
            "first" | "last" | "nth" => shape.element(),
            "reverse" | "unique" => shape.clone(),
            "sort" => {
                if let Some(path) = argument("attribute").and_then(Evaluated::quoted) {
                    self.check_attribute(shape, &path);
                }
                shape.clone()
            }
            "get" => match argument("key").and_then(Evaluated::quoted) {
                Some(key) => self.field(shape, &key, subject.range.clone()),
                None => Shape::Any,
            },
            "values" => Shape::list(shape.element()),
            "keys" | "split" => Shape::list(Shape::Text),
            "int" | "float" | "length" | "wordcount" | "abs" | "round" => Shape::Number,
            "group_by" | "pairs" => Shape::Any,
            _ => Shape::Text,
        })
    }

    /// Follows `attribute="a.b"` through the elements of a list.
    fn check_attribute(&mut self, list: &Shape, path: &Name<'a>) {
        let mut shape = list.element();
        let first = path.range.start;
        let mut start = first;
        for text in path.text.split('.') {
            let end = start + text.len();
            let before = if start == first { first..first } else { first..start - 1 };
            shape = self.field(&shape, &Name { text, range: start..end }, before);
            start = end + 1;
        }
    }
}

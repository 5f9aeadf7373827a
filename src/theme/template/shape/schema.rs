use std::sync::Arc;

use serde_json::Value;

use super::{Object, Shape, ShapeField};

/// The shape that a JSON Schema describes, in the forms that schemars writes for the views;
/// of any other it is [`Shape::Any`].
pub(super) fn from_schema(schema: &Value) -> Shape {
    SchemaReader { root: schema, open: Vec::new() }.shape(schema)
}

struct SchemaReader<'s> {
    root: &'s Value,
    /// The references being read, the outermost first.
    open: Vec<&'s str>,
}

impl<'s> SchemaReader<'s> {
    fn shape(&mut self, schema: &'s Value) -> Shape {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.reference(reference);
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            return either(choices.iter().map(|choice| self.shape(choice)));
        }
        match &schema["type"] {
            Value::String(kind) => self.of_kind(kind, schema),
            Value::Array(kinds) => {
                either(kinds.iter().map(|kind| self.of_kind(kind.as_str().unwrap_or_default(), schema)))
            }
            _ => Shape::Any,
        }
    }

    fn reference(&mut self, reference: &'s str) -> Shape {
        if self.open.contains(&reference) {
            return Shape::Any;
        }
        self.open.push(reference);
        let shape = target(self.root, reference).map_or(Shape::Any, |schema| self.shape(schema));
        self.open.pop();
        shape
    }

    fn of_kind(&mut self, kind: &str, schema: &'s Value) -> Shape {
        match kind {
            "null" => Shape::Nothing,
            "string" => Shape::Text,
            "integer" | "number" => Shape::Number,
            "boolean" => Shape::Bool,
            "array" => Shape::list(self.shape(&schema["items"])),
            "object" => Shape::Object(Arc::new(self.object(schema))),
            _ => Shape::Any,
        }
    }

    fn object(&mut self, schema: &'s Value) -> Object {
        let required = schema["required"].as_array().map_or(&[][..], Vec::as_slice);
        let mut fields = Vec::new();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let shape = self.shape(property);
            let is_required = required.iter().any(|required| required == name);
            let shape = if is_required { shape } else { shape.optional() };
            fields.push(ShapeField { name: name.clone(), shape, meaning: self.meaning(property) });
        }
        let rest = schema.get("additionalProperties").filter(|rest| **rest != Value::Bool(false));
        Object { fields, rest: rest.map(|rest| self.shape(rest)) }
    }

    /// The field's own description, else that of its type.
    fn meaning(&self, property: &Value) -> String {
        let described = |schema: &Value| schema["description"].as_str().map(str::to_owned);
        let of_type = || described(target(self.root, property["$ref"].as_str()?)?);
        described(property).or_else(of_type).unwrap_or_default()
    }
}

fn target<'s>(root: &'s Value, reference: &str) -> Option<&'s Value> {
    root.pointer(reference.strip_prefix('#')?)
}

fn either(shapes: impl Iterator<Item = Shape>) -> Shape {
    shapes.reduce(|one, other| one.or(&other)).unwrap_or(Shape::Any)
}

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::{Field, Object, Shape};

/// The place in a schema where a shape that holds itself starts again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recursion {
    root: Arc<Value>,
    reference: String,
}

impl Recursion {
    pub(super) fn expand(&self) -> Shape {
        Reader::new(Arc::clone(&self.root)).reference(&self.reference)
    }

    /// The name of the type in the schema.
    #[must_use]
    pub fn name(&self) -> &str {
        self.reference.rsplit('/').next().unwrap_or_default()
    }
}

/// The shape that a JSON Schema describes; what it leaves open is [`Shape::Any`].
pub(super) fn from_schema(schema: &Value) -> Shape {
    let mut reader = Reader::new(Arc::new(schema.clone()));
    reader.open.push("#".to_owned());
    reader.shape(schema)
}

struct Reader {
    root: Arc<Value>,
    /// The references being read, the outermost first.
    open: Vec<String>,
    known: BTreeMap<String, Shape>,
}

impl Reader {
    fn new(root: Arc<Value>) -> Self {
        Self { root, open: Vec::new(), known: BTreeMap::new() }
    }

    /// All that stands side by side in a schema holds at once.
    fn shape(&mut self, schema: &Value) -> Shape {
        let Some(schema) = schema.as_object() else { return Shape::Any };
        let mut parts = Vec::new();
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            parts.push(self.reference(reference));
        }
        for list in
            ["anyOf", "oneOf"].into_iter().filter_map(|key| schema.get(key)).filter_map(Value::as_array)
        {
            let shapes: Vec<Shape> = list.iter().map(|schema| self.shape(schema)).collect();
            parts.extend(shapes.into_iter().reduce(|one, other| one.or(&other)));
        }
        for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            parts.push(self.shape(part));
        }
        parts.extend(self.own_kind(schema));
        parts.into_iter().reduce(|one, other| both(&one, &other)).unwrap_or(Shape::Any)
    }

    fn reference(&mut self, reference: &str) -> Shape {
        if let Some(known) = self.known.get(reference) {
            return known.clone();
        }
        if self.open.iter().any(|open| open == reference) {
            return Shape::Recursive(Recursion {
                root: Arc::clone(&self.root),
                reference: reference.to_owned(),
            });
        }
        let root = Arc::clone(&self.root);
        let Some(schema) = target(&root, reference) else { return Shape::Any };
        self.open.push(reference.to_owned());
        let shape = self.shape(schema);
        self.open.pop();
        self.known.insert(reference.to_owned(), shape.clone());
        shape
    }

    /// What `type`, `properties`, `enum` and `const` say, if anything.
    fn own_kind(&mut self, schema: &Map<String, Value>) -> Option<Shape> {
        let names: Vec<&str> = match schema.get("type") {
            Some(Value::String(name)) => vec![name],
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            _ if schema.contains_key("properties") => vec!["object"],
            _ => return literals(schema),
        };
        names.into_iter().map(|name| self.kind(name, schema)).reduce(|one, other| one.or(&other))
    }

    fn kind(&mut self, name: &str, schema: &Map<String, Value>) -> Shape {
        match name {
            "null" => Shape::Nothing,
            "string" => Shape::Text,
            "integer" | "number" => Shape::Number,
            "boolean" => Shape::Bool,
            "array" => Shape::list(schema.get("items").map_or(Shape::Any, |items| self.shape(items))),
            "object" => Shape::Object(Arc::new(self.object(schema))),
            _ => Shape::Any,
        }
    }

    fn object(&mut self, schema: &Map<String, Value>) -> Object {
        let required = schema.get("required").and_then(Value::as_array);
        let is_required = |name: &str| required.is_some_and(|names| names.iter().any(|other| other == name));
        let mut fields = Vec::new();
        for (name, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let shape = self.shape(property);
            let shape = if is_required(name) { shape } else { shape.optional() };
            fields.push(Field { name: name.clone(), shape, meaning: self.meaning(property) });
        }
        // A type without this key has the fields that it declares, although JSON Schema would allow others.
        let rest = schema.get("additionalProperties").filter(|rest| **rest != Value::Bool(false));
        let rest = rest.map(|rest| self.shape(rest));
        Object {
            fields,
            rest: rest.or_else(|| schema.contains_key("patternProperties").then_some(Shape::Any)),
        }
    }

    /// The field's own description, else that of its type.
    fn meaning(&self, property: &Value) -> String {
        let described = |schema: &Value| Some(schema.get("description")?.as_str()?.to_owned());
        let of_type = || described(target(&self.root, property.get("$ref")?.as_str()?)?);
        described(property).or_else(of_type).unwrap_or_default()
    }
}

fn target<'a>(root: &'a Value, reference: &str) -> Option<&'a Value> {
    root.pointer(reference.strip_prefix('#')?)
}

fn literals(schema: &Map<String, Value>) -> Option<Shape> {
    let choices = schema.get("enum").and_then(Value::as_array).map(Vec::as_slice);
    let choices = choices.or_else(|| schema.get("const").map(std::slice::from_ref))?;
    let kind = |value: &Value| match value {
        Value::Null => Shape::Nothing,
        Value::Bool(_) => Shape::Bool,
        Value::Number(_) => Shape::Number,
        Value::String(_) => Shape::Text,
        Value::Array(_) | Value::Object(_) => Shape::Any,
    };
    choices.iter().map(kind).reduce(|one, other| one.or(&other))
}

/// A flattened field stands beside the properties of its owner: the value has the fields of both.
fn both(one: &Shape, other: &Shape) -> Shape {
    match (one, other) {
        (one, other) if one == other => one.clone(),
        (Shape::Any, shape) | (shape, Shape::Any) => shape.clone(),
        (Shape::Recursive(recursion), shape) | (shape, Shape::Recursive(recursion)) => {
            both(&recursion.expand(), shape)
        }
        (Shape::Optional(inner), shape) | (shape, Shape::Optional(inner)) => match &**inner {
            Shape::Object(object) => both(&Shape::Object(Arc::new(with_optional_fields(object))), shape),
            inner => both(inner, shape),
        },
        (Shape::Object(one), Shape::Object(other)) => {
            let news =
                other.fields.iter().filter(|field| one.fields.iter().all(|twin| twin.name != field.name));
            let fields = one.fields.iter().chain(news).cloned().collect();
            Shape::Object(Arc::new(Object { fields, rest: one.rest.clone().or_else(|| other.rest.clone()) }))
        }
        _ => Shape::Any,
    }
}

fn with_optional_fields(object: &Object) -> Object {
    let optional = |field: &Field| Field { shape: field.shape.clone().optional(), ..field.clone() };
    Object { fields: object.fields.iter().map(optional).collect(), rest: object.rest.clone() }
}

mod schema;
#[cfg(test)]
mod tests;
mod union;

use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

/// What a template finds in a value: its fields, what its list holds, or that it is a plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Not known; nothing below it is checked.
    Any,
    /// No value: `none`, or what an empty list holds.
    Nothing,
    /// A text; choices out of a fixed list are texts too.
    Text,
    /// A number.
    Number,
    /// True or false.
    Bool,
    /// A list of values of one shape.
    List(Arc<Shape>),
    /// A value with named fields.
    Object(Arc<Object>),
    /// A value that some pages lack.
    Optional(Arc<Shape>),
}

/// The fields of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// The fields in the order they are declared in.
    pub fields: Vec<ShapeField>,
    /// The shape of a value under any other name, if the names are free.
    pub rest: Option<Shape>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShapeField {
    /// Its name.
    pub name: String,
    /// Its value.
    pub shape: Shape,
    /// What it means, from its doc comment.
    pub meaning: String,
}

/// What looking up a name in a shape gives.
pub(super) enum Lookup {
    /// The value's shape; [`Shape::Any`] if nothing is known.
    Found(Shape),
    /// No such name, but these.
    Unknown(Vec<String>),
    /// A value without fields.
    NoFields(Shape),
}

impl Shape {
    /// The shape of `T` as serde writes it.
    #[must_use]
    pub fn of<T: JsonSchema>() -> Self {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        let schema = settings.into_generator().into_root_schema_for::<T>();
        schema::from_schema(schema.as_value())
    }

    /// The shape that a JSON Schema describes.
    #[must_use]
    pub fn from_schema(schema: &serde_json::Value) -> Self {
        schema::from_schema(schema)
    }

    /// The same shape, in which the value at `path` has exactly these names instead of any;
    /// unchanged if there are no names.
    #[must_use]
    pub fn with_names(&self, path: &[&str], names: &BTreeSet<String>) -> Self {
        let Self::Object(object) = self else { return self.clone() };
        let fields = match path {
            [] if names.is_empty() => return self.clone(),
            [] => {
                let shape = object.rest.clone().unwrap_or(Self::Any);
                let field = |name: &String| ShapeField {
                    name: name.clone(),
                    shape: shape.clone(),
                    meaning: String::new(),
                };
                return Self::Object(Arc::new(Object {
                    fields: names.iter().map(field).collect(),
                    rest: None,
                }));
            }
            [first, rest @ ..] => object.fields.iter().map(|field| {
                let shape = if field.name == *first {
                    field.shape.with_names(rest, names)
                } else {
                    field.shape.clone()
                };
                ShapeField { shape, ..field.clone() }
            }),
        };
        Self::Object(Arc::new(Object { fields: fields.collect(), rest: object.rest.clone() }))
    }

    pub(super) fn list(element: Shape) -> Self {
        Self::List(Arc::new(element))
    }

    pub(super) fn optional(self) -> Self {
        match self {
            Self::Any | Self::Nothing | Self::Optional(_) => self,
            other => Self::Optional(Arc::new(other)),
        }
    }

    /// The value's shape if there is a value: not optional on the outside.
    pub(super) fn plain(&self) -> Self {
        match self {
            Self::Optional(inner) => inner.plain(),
            other => other.clone(),
        }
    }

    pub(super) fn field(&self, name: &str) -> Lookup {
        match self.plain() {
            Self::Object(object) => object.field(name),
            Self::Any | Self::Nothing => Lookup::Found(Self::Any),
            other => Lookup::NoFields(other),
        }
    }

    /// What a loop over the value meets; for an object, its values.
    pub(super) fn element(&self) -> Self {
        match self.plain() {
            Self::List(element) => (*element).clone(),
            Self::Object(object) => object.values(),
            Self::Text => Self::Text,
            _ => Self::Any,
        }
    }

    /// The shape of a value that is of this shape or of the other.
    pub(super) fn or(&self, other: &Self) -> Self {
        union::union(self, other)
    }
}

impl Object {
    fn field(&self, name: &str) -> Lookup {
        let field = self.fields.iter().find(|field| field.name == name);
        match field.map(|field| &field.shape).or(self.rest.as_ref()) {
            Some(shape) => Lookup::Found(shape.clone()),
            None => Lookup::Unknown(self.names()),
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.fields.iter().map(|field| field.name.clone()).collect()
    }

    fn values(&self) -> Shape {
        let shapes = self.fields.iter().map(|field| &field.shape).chain(&self.rest);
        shapes.cloned().reduce(|one, other| one.or(&other)).unwrap_or(Shape::Any)
    }
}

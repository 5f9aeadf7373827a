use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

/// A part of a view in the form that templates read: made once, and shared by all pages that show it.
///
/// What is not `Ready` is copied string by string for each page; that was a third of the time of a build.
#[derive(Debug, PartialEq)]
pub struct Ready<T> {
    value: tera::Value,
    kind: PhantomData<fn() -> T>,
}

impl<T: Serialize> Ready<T> {
    /// Makes `part` ready.
    ///
    /// # Panics
    /// If `part` has a map whose keys are no texts or numbers, which no view has.
    #[must_use]
    pub fn new(part: &T) -> Self {
        Self { value: tera::Value::from_serializable(part), kind: PhantomData }
    }
}

impl Ready<Html> {
    /// Marks finished HTML as such: a template shows it as it is, with or without `| safe`.
    #[must_use]
    pub fn html(html: &str) -> Self {
        Self { value: tera::Value::safe_string(html), kind: PhantomData }
    }
}

/// Finished HTML; for templates a string.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Html(String);

impl<T> Clone for Ready<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), kind: PhantomData }
    }
}

impl<T> Eq for Ready<T> where Self: PartialEq {}

impl<T> Serialize for Ready<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<T: JsonSchema> JsonSchema for Ready<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

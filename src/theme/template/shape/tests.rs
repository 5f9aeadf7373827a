use serde_json::json;

use super::{Lookup, Shape};

/// `path` is looked up field by field; `expected` is what stands there, as Rust prints it.
#[track_caller]
fn check(schema: &serde_json::Value, path: &str, expected: &str) {
    let step = |shape: Shape, name: &str| match shape.field(name) {
        Lookup::Found(shape) => shape,
        Lookup::Unknown(names) => panic!("{name} is none of {names:?}"),
        Lookup::NoFields(shape) => panic!("{shape:?} has no {name}"),
    };
    let shape = path.split('.').filter(|name| !name.is_empty()).fold(Shape::from_schema(schema), step);
    assert_eq!(format!("{shape:?}"), expected, "{schema}");
}

#[test]
fn every_form_of_schema_that_views_have_gives_its_shape() {
    check(&json!({ "type": "string" }), "", "Text");
    check(&json!({ "type": ["integer", "null"] }), "", "Optional(Number)");
    check(&json!({ "type": ["integer", "string"] }), "", "Any");
    check(
        &json!({ "anyOf": [{ "$ref": "#/$defs/A" }, { "type": "null" }], "$defs": { "A": { "type": "boolean" } } }),
        "",
        "Optional(Bool)",
    );
    check(&json!({ "type": "array", "items": { "type": "number" } }), "", "List(Number)");
    check(&json!({ "type": "object", "additionalProperties": { "type": "string" } }), "whatever", "Text");
    check(&json!({ "type": "object", "additionalProperties": true }), "whatever", "Any");
    check(&json!({ "type": "object", "properties": { "a": { "type": "string" } } }), "a", "Optional(Text)");
    check(
        &json!({ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"] }),
        "a",
        "Text",
    );
}

#[test]
fn what_no_view_has_is_not_known() {
    check(&json!(true), "anything.at.all", "Any");
    check(&json!({ "enum": ["a", "b"] }), "", "Any");
    check(&json!({ "allOf": [{ "type": "string" }] }), "", "Any");
    check(&json!({ "$ref": "#/$defs/missing" }), "", "Any");
    check(
        &json!({ "$ref": "#/$defs/A", "$defs": { "A": { "type": "object", "required": ["a", "b"],
            "properties": { "a": { "$ref": "#/$defs/A" }, "b": { "type": "string" } } } } }),
        "a.a.a.b",
        "Any",
    );
}

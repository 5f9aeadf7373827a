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
fn every_form_of_schema_gives_its_shape() {
    let object = |properties: serde_json::Value| json!({ "type": "object", "properties": properties });
    check(&json!(true), "anything.at.all", "Any");
    check(&json!({ "type": "string" }), "", "Text");
    check(&json!({ "type": ["integer", "null"] }), "", "Optional(Number)");
    check(&json!({ "type": ["integer", "string"] }), "", "Any");
    check(&json!({ "enum": ["a", "b"] }), "", "Text");
    check(&json!({ "oneOf": [{ "const": "a", "type": "string" }, { "const": "b" }] }), "", "Text");
    check(
        &json!({ "anyOf": [{ "$ref": "#/$defs/A" }, { "type": "null" }], "$defs": { "A": { "type": "boolean" } } }),
        "",
        "Optional(Bool)",
    );
    check(&json!({ "type": "array", "items": { "type": "number" } }), "", "List(Number)");
    check(&json!({ "type": "object", "additionalProperties": { "type": "string" } }), "whatever", "Text");
    check(&json!({ "type": "object", "additionalProperties": true }), "whatever", "Any");
    check(&object(json!({ "a": { "type": "string" } })), "a", "Optional(Text)");
    check(
        &json!({ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"] }),
        "a",
        "Text",
    );
    check(
        &json!({ "type": "object", "allOf": [object(json!({ "a": {} })), object(json!({ "b": { "type": "string" } }))] }),
        "b",
        "Optional(Text)",
    );
    check(
        &json!({ "oneOf": [object(json!({ "a": { "type": "string" } })), object(json!({ "b": {} }))] }),
        "a",
        "Optional(Text)",
    );
    check(&json!({ "$ref": "#/$defs/missing" }), "", "Any");
    check(
        &json!({ "$ref": "#/$defs/A", "$defs": { "A": { "type": "object", "required": ["a", "b"],
            "properties": { "a": { "$ref": "#/$defs/A" }, "b": { "type": "string" } } } } }),
        "a.a.a.b",
        "Text",
    );
    check(
        &json!({ "type": "object", "required": ["a", "b"], "properties": { "a": { "$ref": "#" }, "b": { "type": "string" } } }),
        "a.a.b",
        "Text",
    );
}

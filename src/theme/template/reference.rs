use std::fmt::Write;

use super::shape::{Shape, ShapeField};

/// A Markdown table of every value in a shape: its path, its kind and what it means.
///
/// `[]` after a name stands for each value of that list, `<name>` for a name that the content chooses.
#[must_use]
pub fn to_markdown(shape: &Shape) -> String {
    let mut table = "| value | kind | meaning |\n|---|---|---|\n".to_owned();
    write_fields("", shape, &mut table);
    table
}

fn write_fields(path: &str, shape: &Shape, table: &mut String) {
    match shape {
        Shape::Optional(inner) => write_fields(path, inner, table),
        Shape::List(element) => write_fields(&format!("{path}[]"), element, table),
        Shape::Object(object) => {
            for field in &object.fields {
                let path =
                    if path.is_empty() { field.name.clone() } else { format!("{path}.{}", field.name) };
                write_field(&path, field, table);
            }
            if let Some(rest) = &object.rest {
                let path = if path.is_empty() { "<name>".to_owned() } else { format!("{path}.<name>") };
                let field = ShapeField { name: String::new(), shape: rest.clone(), meaning: String::new() };
                write_field(&path, &field, table);
            }
        }
        Shape::Any | Shape::Nothing | Shape::Text | Shape::Number | Shape::Bool => {}
    }
}

fn write_field(path: &str, field: &ShapeField, table: &mut String) {
    let meaning = field.meaning.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    writeln!(table, "| `{path}` | {} | {meaning} |", kind(&field.shape)).expect("a string takes every text");
    write_fields(path, &field.shape, table);
}

fn kind(shape: &Shape) -> String {
    match shape {
        Shape::Any | Shape::Nothing => "any".to_owned(),
        Shape::Text => "text".to_owned(),
        Shape::Number => "number".to_owned(),
        Shape::Bool => "true or false".to_owned(),
        Shape::Object(object) if object.fields.is_empty() => "values by name".to_owned(),
        Shape::Object(_) => "group".to_owned(),
        Shape::List(element) => match kind(element).as_str() {
            "text" => "list of texts".to_owned(),
            "number" => "list of numbers".to_owned(),
            "group" => "list of groups".to_owned(),
            "any" => "list".to_owned(),
            other => format!("list of {other}"),
        },
        Shape::Optional(inner) => format!("{}, may be missing", kind(inner)),
    }
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;
    use serde::Serialize;

    use super::to_markdown;
    use crate::theme::template::Shape;

    #[derive(Serialize, JsonSchema)]
    struct Page {
        /// What the page
        /// is called | its heading.
        title: String,
        /// The clinic.
        clinic: Option<Clinic>,
        sections: Vec<Section>,
        texts: std::collections::BTreeMap<String, String>,
    }

    /// One clinic.
    #[derive(Serialize, JsonSchema)]
    struct Clinic {
        /// Its languages.
        languages: Vec<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        beds: Option<u8>,
        open: bool,
    }

    /// A part of the page.
    #[derive(Serialize, JsonSchema)]
    struct Section {
        /// The parts below it.
        parts: Vec<String>,
    }

    #[test]
    fn the_table_names_every_value_once() {
        let table = "\
| value | kind | meaning |
|---|---|---|
| `title` | text | What the page is called \\| its heading. |
| `clinic` | group, may be missing | The clinic. |
| `clinic.languages` | list of texts | Its languages. |
| `clinic.beds` | number, may be missing |  |
| `clinic.open` | true or false |  |
| `sections` | list of groups |  |
| `sections[].parts` | list of texts | The parts below it. |
| `texts` | values by name |  |
| `texts.<name>` | text |  |
";
        assert_eq!(to_markdown(&Shape::of::<Page>()), table);
    }
}

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::weight::{Weight, is_same_wording};

/// What of a brand's data patients must be told anew if it changes: who is responsible, for what, on which
/// ground, who gets the data and where, for how long (articles 13 and 14 of the GDPR).
const MATERIAL_TABLES: [&str; 5] =
    ["controllers", "purposes", "processors", "retention", "cookie_categories"];

/// The same outside of tables: whom to turn to, and who shares the responsibility.
const MATERIAL_FIELDS: [&str; 4] = ["dpo", "authority", "arrangement", "arrangement_summary"];

/// What is no fact of its own: another field says it too, or it is practical and stands on the pages.
const BESIDE: [&str; 13] = [
    "ask",
    "dates",
    "departments",
    "glossary",
    "hours",
    "id",
    "lang",
    "number_label",
    "period",
    "role",
    "updated",
    "what_is_new",
    "what_is_new_lang",
];

/// Lists of rows of other tables, which say themselves what has changed in them.
const REFERENCES: [&str; 2] = ["recipients", "retention"];

/// The day on which somebody read a law, which is nobody's concern but his.
const READ_ON: &str = "as_of";

/// Parts of a value that people do not read.
const UNREAD: [&str; 7] = ["id", "href", "iso", "lang", "in_eea", "code", "number_label"];

/// A fact of a brand's data that is another than it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FactChange {
    /// The table or field of the statement's data, as `privacy.json` has it.
    pub table: String,
    /// The id of the row; None for what is no row.
    pub row: Option<String>,
    /// What the row is called.
    pub title: Option<String>,
    /// The field of the row; None if the whole row came or went.
    pub field: Option<String>,
    /// The language of the statement.
    pub language: String,
    /// What it was; empty if it was not there.
    pub then: String,
    /// What it is; empty if it is not there any more.
    pub now: String,
    /// Whether patients must be told.
    pub weight: Weight,
    /// The texts that are gone or new, by which the passages that tell of it are known.
    pub(super) texts: BTreeSet<String>,
    /// The texts that others have taken the place of, and these.
    pub(super) replaced: Vec<(String, String)>,
}

/// What differs between two versions of a brand's `privacy.json`, in the order of languages and tables.
///
/// A language that only one of them has is no fact: its pages are new, or gone.
pub(super) fn fact_changes(then: &Value, now: &Value) -> Vec<FactChange> {
    let mut changes = Vec::new();
    for (at, now) in statements(now).enumerate() {
        let language = now["lang"].as_str().unwrap_or_default();
        let of_language = || statements(then).filter(|then| then["lang"] == now["lang"]);
        // A brand may have a statement for each of its clinics, and these may be called otherwise by now.
        let same_clinics = of_language().find(|then| then["clinics"] == now["clinics"]);
        let Some(then) =
            same_clinics.or_else(|| statements(then).nth(at).filter(|then| then["lang"] == now["lang"]))
        else {
            continue;
        };
        let (Some(then), Some(now)) = (then["data"].as_object(), now["data"].as_object()) else { continue };
        let asked = Asked::of(then, now);
        for key in then.keys().chain(now.keys()).collect::<BTreeSet<_>>() {
            if BESIDE.contains(&key.as_str()) {
                continue;
            }
            let (then, now) = (then.get(key).unwrap_or(&Value::Null), now.get(key).unwrap_or(&Value::Null));
            let table = ComparedTable { name: key, language, asked: &asked };
            match (rows(then), rows(now)) {
                (Some(then), Some(now)) => table.compare_rows(&then, &now, &mut changes),
                _ => changes.extend(table.change(None, None, then, now)),
            }
        }
    }
    changes
}

/// Whether the statements say the same day of their last change.
pub(super) fn has_same_date(then: &Value, now: &Value) -> bool {
    let dates = |data| statements(data).map(|one| &one["data"]["updated"]["iso"]).collect::<Vec<_>>();
    dates(then) == dates(now)
}

fn statements(data: &Value) -> impl Iterator<Item = &Value> {
    data["statements"].as_array().into_iter().flatten()
}

/// The contacts that people turn to about their rights, then or now.
struct Asked<'v>(BTreeSet<&'v str>);

impl<'v> Asked<'v> {
    fn of(then: &'v Map<String, Value>, now: &'v Map<String, Value>) -> Self {
        let asked = [then, now].into_iter().filter_map(|data| data.get("ask")?.as_array()).flatten();
        Self(asked.filter_map(|contact| contact["role"].as_str()).collect())
    }
}

/// A part of the data, in one language.
struct ComparedTable<'v> {
    name: &'v str,
    language: &'v str,
    asked: &'v Asked<'v>,
}

/// A row, by its id and how many of the same id come before it: several clinics may have one each.
type Rows<'v> = Vec<((&'v str, usize), &'v Value)>;

impl<'v> ComparedTable<'v> {
    fn compare_rows(&self, then: &Rows<'v>, now: &Rows<'v>, changes: &mut Vec<FactChange>) {
        let find = |rows: &Rows<'v>, key| rows.iter().find(|(known, _)| *known == key).map(|(_, row)| *row);
        let keys: BTreeSet<_> = then.iter().chain(now).map(|(key, _)| *key).collect();
        for key in keys {
            match (find(then, key), find(now, key)) {
                (Some(then), Some(now)) => self.compare_row(then, now, changes),
                (then, now) => {
                    let row = now.or(then);
                    changes.extend(self.change(
                        row,
                        None,
                        then.unwrap_or(&Value::Null),
                        now.unwrap_or(&Value::Null),
                    ));
                }
            }
        }
    }

    fn compare_row(&self, then: &'v Value, now: &'v Value, changes: &mut Vec<FactChange>) {
        let (Some(old), Some(new)) = (then.as_object(), now.as_object()) else { return };
        for field in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
            if BESIDE.contains(&field.as_str()) {
                continue;
            }
            let value = |row: &'v Map<String, Value>| row.get(field).unwrap_or(&Value::Null);
            if REFERENCES.contains(&field.as_str()) && ids(value(old)) == ids(value(new)) {
                continue;
            }
            changes.extend(self.change(Some(now), Some(field), value(old), value(new)));
        }
    }

    fn change(
        &self,
        row: Option<&Value>,
        field: Option<&str>,
        then: &Value,
        now: &Value,
    ) -> Option<FactChange> {
        if then == now {
            return None;
        }
        let texts = |value| {
            let mut texts = Vec::new();
            read(value, false, &mut texts);
            texts
        };
        let (mut old, mut new) = (texts(then), texts(now));
        if old == new {
            // What differs is what people do not read: where a link leads.
            (old, new) = (Vec::new(), Vec::new());
            read(then, true, &mut old);
            read(now, true, &mut new);
        }
        let of_row = |keys: &[&str]| keys.iter().find_map(|key| row?.get(key)?.as_str()).map(str::to_owned);
        let id = of_row(&["id", "role"]);
        let is_asked =
            self.name == "contacts" && id.as_deref().is_some_and(|role| self.asked.0.contains(role));
        let is_material = is_asked
            || MATERIAL_TABLES.contains(&self.name) && field != Some(READ_ON)
            || MATERIAL_FIELDS.contains(&self.name);
        let pairs = old.iter().zip(&new).filter(|(old, new)| old != new && !old.is_empty());
        let replaced = if old.len() == new.len() {
            pairs.map(|(old, new)| (old.clone(), new.clone())).collect()
        } else {
            Vec::new()
        };
        let (before, after) = (old.join(", "), new.join(", "));
        let weight = if is_material && !is_same_wording(&before, &after) {
            Weight::Material
        } else {
            Weight::Editorial
        };
        let (gone, fresh): (BTreeSet<_>, BTreeSet<_>) =
            (old.into_iter().collect(), new.into_iter().collect());
        Some(FactChange {
            table: self.name.to_owned(),
            title: of_row(&["title", "name", "what", "what_for", "text"]),
            row: id,
            field: field.map(str::to_owned),
            language: self.language.to_owned(),
            then: before,
            now: after,
            weight,
            texts: gone.symmetric_difference(&fresh).filter(|text| !text.is_empty()).cloned().collect(),
            replaced,
        })
    }
}

/// The rows of a table whose rows have ids; None for all else.
fn rows(value: &Value) -> Option<Rows<'_>> {
    let mut rows: Rows<'_> = Vec::new();
    for row in value.as_array()? {
        let id = row.get("id").or_else(|| row.get("role"))?.as_str()?;
        let before = rows.iter().filter(|((known, _), _)| *known == id).count();
        rows.push(((id, before), row));
    }
    Some(rows)
}

/// The ids of the rows that a list names.
fn ids(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(|row| row["id"].as_str()).collect()
}

/// The texts of a value, in its order.
fn read(value: &Value, with_unread: bool, texts: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Bool(fact) => texts.push(fact.to_string()),
        Value::Number(number) => texts.push(number.to_string()),
        Value::String(text) => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| read(value, with_unread, texts)),
        Value::Object(fields) => {
            let is_read = |key: &str| with_unread || !UNREAD.contains(&key);
            let fields =
                fields.iter().filter(|(key, value)| is_read(key) && (with_unread || !value.is_boolean()));
            fields.for_each(|(_, value)| read(value, with_unread, texts));
        }
    }
}

use toml_edit::{Array, DocumentMut, InlineTable, Item, TableLike, Value};

use crate::model::Fingerprint;

/// One key that is written or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyChange {
    /// The table that the key stands in: none for the file's own, `processors`, `itpays` for a row.
    pub row: Vec<String>,
    /// The key.
    pub key: String,
    /// What it is to hold; None takes it away.
    pub value: Option<KeyValue>,
}

/// What a key is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyValue {
    /// For each language or field, the texts that it was written against.
    Pins(Vec<(String, Vec<Fingerprint>)>),
    /// For each language, groups of texts that say the same.
    SameTexts(Vec<(String, Vec<Vec<Fingerprint>>)>),
}

/// The text of a TOML file with these changes, or None if it is none.
pub(super) fn changed(text: &str, changes: &[KeyChange]) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    for change in changes {
        let mut table: &mut dyn TableLike = document.as_table_mut();
        for part in &change.row {
            table = table.get_mut(part)?.as_table_like_mut()?;
        }
        match &change.value {
            Some(value) => set(table, &change.key, value_of(value)),
            None => drop(table.remove(&change.key)),
        }
        if table.is_empty() {
            remove_row(document.as_table_mut(), &change.row);
        }
    }
    Some(document.to_string())
}

/// Sets a key where it stands, or at the end of its table.
fn set(table: &mut dyn TableLike, key: &str, mut new: Value) {
    match table.get_mut(key).map(|item| (item.is_value(), item)) {
        Some((true, item)) if !item.as_inline_table().is_some_and(InlineTable::is_dotted) => {
            if let Some(old) = item.as_value() {
                *new.decor_mut() = old.decor().clone();
            }
            *item = Item::Value(new);
        }
        // Its own header, or dots: what a person may write, but no tool.
        Some(_) => {
            table.remove(key);
            table.insert(key, Item::Value(new));
        }
        None => drop(table.insert(key, Item::Value(new))),
    }
}

/// Takes away a row that is empty, unless somebody wrote something above its header.
fn remove_row(root: &mut dyn TableLike, row: &[String]) {
    let Some((id, above)) = row.split_last() else { return };
    let mut table = root;
    for part in above {
        let Some(below) = table.get_mut(part).and_then(Item::as_table_like_mut) else { return };
        table = below;
    }
    let is_noted = table.get(id).and_then(Item::as_table).is_some_and(|row| {
        let decor = row.decor();
        let notes = [decor.prefix(), decor.suffix()].into_iter().flatten();
        notes.filter_map(|note| note.as_str()).any(|note| note.contains('#'))
    });
    if !is_noted {
        table.remove(id);
    }
}

fn value_of(value: &KeyValue) -> Value {
    let mut table = InlineTable::new();
    match value {
        KeyValue::Pins(pins) => {
            for (key, fingerprints) in pins {
                let value = match fingerprints.as_slice() {
                    [one] => Value::from(one.to_string()),
                    several => Value::Array(array(several)),
                };
                table.insert(key, value);
            }
        }
        KeyValue::SameTexts(groups) => {
            for (language, groups) in groups {
                let groups: Array = groups.iter().map(|group| Value::Array(array(group))).collect();
                table.insert(language, Value::Array(groups));
            }
        }
    }
    Value::InlineTable(table)
}

fn array(fingerprints: &[Fingerprint]) -> Array {
    fingerprints.iter().map(Fingerprint::to_string).collect()
}

use super::slipped::{Tables, lift_slipped_keys};
use super::tables::{read_entry, read_table};
use crate::diagnostic::{Diagnostic, catalogue::content as say};
use crate::model::reader::listed;
use crate::model::{
    AboutInput, Allowance, Channel, Entry, HoursInput, Id, LayerContent, LayerInput, Node, NodeKind, Reader,
    TableEntry, TableReader, TextValue,
};
use crate::span::Located;

/// The TOML files of a layer, by their names without the ending.
pub(super) const LAYER_FILES: [&str; 12] = [
    "about",
    "allow",
    "contacts",
    "cookies",
    "entities",
    "glossary",
    "hours",
    "laws",
    "policy",
    "processors",
    "purposes",
    "retention",
];

/// The tables of `hours.toml` beside those of channels and departments.
const TIMES: [&str; 3] = ["exceptions", "services", "deadlines"];

/// Reads one TOML file of a layer into what the layer says.
pub(super) fn read_layer_file(name: &str, root: &Node, content: &mut LayerContent, reader: &mut Reader<'_>) {
    if name == "about" {
        read_about(root, content, reader);
        return;
    }
    if name == "hours" {
        read_times(root, content, reader);
        return;
    }
    match name {
        "allow" => content.allowances = read_allowances(root, reader),
        "contacts" => content.contacts = read_only_table("contacts", root, reader),
        "entities" => content.entities = read_only_table("entities", root, reader),
        "glossary" => content.glossary = read_only_table("glossary", root, reader),
        "laws" => content.laws = read_only_table("laws", root, reader),
        "policy" => content.documents = read_only_table("documents", root, reader),
        "processors" => content.processors = read_only_table("processors", root, reader),
        "purposes" => content.purposes = read_only_table("purposes", root, reader),
        "retention" => content.retention = read_only_table("retention", root, reader),
        _ => read_cookies(root, content, reader),
    }
}

/// Reads a file that holds nothing but tables of one kind.
fn read_only_table<I: LayerInput>(
    name: &'static str,
    root: &Node,
    reader: &mut Reader<'_>,
) -> Vec<TableEntry<I>> {
    let Some(mut table) = TableReader::open(root, reader) else { return Vec::new() };
    let node = table.node(name);
    table.finish(&[]);
    read_table(node, &[], reader)
}

fn read_allowances(root: &Node, reader: &mut Reader<'_>) -> Vec<Located<Allowance>> {
    let Some(mut table) = TableReader::open(root, reader) else { return Vec::new() };
    let allowances = table.field::<Vec<Located<Allowance>>>("allow");
    table.finish(&[]);
    allowances.map(|allowances| allowances.value).unwrap_or_default()
}

fn read_cookies(root: &Node, content: &mut LayerContent, reader: &mut Reader<'_>) {
    let Some(mut table) = TableReader::open(root, reader) else { return };
    let (cookies, categories) = (table.node("cookies"), table.node("cookie_categories"));
    table.finish(&[]);
    content.cookies = read_table(cookies, &[], reader);
    content.cookie_categories = read_table(categories, &[], reader);
}

fn read_about(root: &Node, content: &mut LayerContent, reader: &mut Reader<'_>) {
    let before = reader.found.count();
    let tables: Tables = &[("authority", &["name", "url"]), ("dpo", &["contact", "none_because"])];
    let root = &lift_slipped_keys(root.clone(), AboutInput::FIELDS, tables, reader);
    let Some(mut table) = TableReader::open(root, reader) else { return };
    let (about, span) = (AboutInput::read(&mut table), table.span());
    table.finish(&[]);
    content.about = Some(Located::new(about, span));
    if reader.found.count() > before {
        content.unread.insert("about", root.span.file);
    }
}

fn read_times(root: &Node, content: &mut LayerContent, reader: &mut Reader<'_>) {
    let NodeKind::Table(entries) = &root.kind else { return };
    let table = |name: &str| entries.iter().find(|entry| entry.key.value == name).map(|entry| &entry.value);
    content.exceptions = read_table(table("exceptions"), &[], reader);
    content.services = read_table(table("services"), &[], reader);
    content.deadlines = read_table(table("deadlines"), &[], reader);
    content.hours = read_hours(entries, reader);
}

/// Reads `[visit]`, `[phone]` and, for a department, `[ivf.phone]`.
fn read_hours(entries: &[Entry], reader: &mut Reader<'_>) -> Vec<TableEntry<HoursInput>> {
    let mut hours = Vec::new();
    for entry in entries.iter().filter(|entry| !TIMES.contains(&entry.key.value.as_str())) {
        if Channel::WORDS.contains(&entry.key.value.as_str()) {
            hours.extend(read_channel(None, entry, reader));
            continue;
        }
        let department = Id::parse(&entry.key.value)
            .ok()
            .filter(|id| crate::diagnostic::nearest(id.as_str(), TIMES).is_none());
        let channels = match &entry.value.kind {
            // A department holds channels, so what holds weekdays is a channel with a misspelt name.
            NodeKind::Table(entries)
                if entries.is_empty()
                    || entries.iter().any(|entry| matches!(entry.value.kind, NodeKind::Table(_))) =>
            {
                entries
            }
            _ => {
                not_a_channel(entry, reader);
                continue;
            }
        };
        for channel in channels {
            if Channel::WORDS.contains(&channel.key.value.as_str()) && department.is_some() {
                hours.extend(read_channel(department.as_ref(), channel, reader));
            } else {
                not_a_channel(if department.is_some() { channel } else { entry }, reader);
            }
        }
    }
    hours
}

fn read_channel(
    department: Option<&Id>,
    entry: &Entry,
    reader: &mut Reader<'_>,
) -> Option<TableEntry<HoursInput>> {
    let channel = Id::parse(&entry.key.value).ok()?;
    let id = department.map_or(channel.clone(), |department| department.joined(&channel));
    read_entry(Located::new(id, entry.key.span), &entry.value, &[], reader)
}

fn not_a_channel(entry: &Entry, reader: &mut Reader<'_>) {
    let name = entry.key.value.as_str();
    let names = Channel::WORDS.iter().copied().chain(TIMES);
    let meant = crate::diagnostic::nearest(name, names).map(say::did_you_mean);
    let error = Diagnostic::error("unknown-key", entry.key.span, say::not_a_channel(name));
    reader.found.push(error.with_help(meant.unwrap_or_else(|| say::channels_are(&listed(Channel::WORDS)))));
}

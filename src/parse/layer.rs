use std::borrow::Cow;

use super::meant::as_meant;
use super::slipped::{Tables, lift_slipped_keys};
use super::tables::{read_entry, read_table};
use crate::diagnostic::{Diagnostic, catalogue::content as say};
use crate::model::reader::listed;
use crate::model::{
    AboutInput, Allowance, Channel, ClinicSettingsInput, Entry, Id, LayerContent, LayerInput, Node, NodeKind,
    ReadTable, Reader, RowAsWritten, TableEntry, TableName, TableReader, TextValue,
};
use crate::span::Located;

/// The TOML files that hold no table keyed by id, or more than such tables.
const OTHER_FILES: [&str; 2] = ["about", "allow"];

/// The tables of `hours.toml` beside those of channels and departments.
const TIMES: [&str; 3] = ["exceptions", "services", "deadlines"];

/// The TOML files of a layer, by their names without the ending.
pub(super) fn layer_files() -> impl Iterator<Item = &'static str> {
    let mut files: Vec<&'static str> =
        TableName::ALL.iter().map(|table| table.file).chain(OTHER_FILES).collect();
    files.sort_unstable();
    files.dedup();
    files.into_iter()
}

/// Reads one TOML file of a layer into what the layer says.
pub(super) fn read_layer_file(name: &str, root: &Node, content: &mut LayerContent, reader: &mut Reader<'_>) {
    match name {
        "about" => read_about(root, content, reader),
        "allow" => content.allowances = read_allowances(root, reader),
        "clinic" => read_clinic(root, content, reader),
        _ => {
            let tables = TableName::ALL.iter().filter(|table| table.file == name).map(|table| table.name);
            let names: Vec<&str> = tables.collect();
            let root = &*without_strays(name, root, content, reader);
            let root =
                if name == "hours" { Cow::Borrowed(root) } else { as_meant(root, &names, &[], reader) };
            let root = &*root;
            let NodeKind::Table(entries) = &root.kind else { return };
            if name != "hours" {
                let Some(mut table) = TableReader::open(root, reader) else { return };
                TableName::ALL
                    .iter()
                    .filter(|table| table.file == name)
                    .for_each(|known| _ = table.node(known.name));
                table.finish(&[]);
            }
            content.tables.read(name, &mut TablesOfFile { entries, above: &[], reader });
        }
    }
}

/// The tables of a file without the keys that stand there since a header is missing; these are one finding,
/// and it is not known what they say.
fn without_strays<'n>(
    file: &str,
    root: &'n Node,
    content: &mut LayerContent,
    reader: &mut Reader<'_>,
) -> Cow<'n, Node> {
    let NodeKind::Table(entries) = &root.kind else { return Cow::Borrowed(root) };
    let mut fields = FieldsOfFile(Vec::new());
    LayerContent::default().tables.read(file, &mut fields);
    // The names in `hours.toml` are those of channels and departments too.
    let may_be_stray = |entry: &&Entry| file != "hours" || !matches!(entry.value.kind, NodeKind::Table(_));
    let table_of = |entry: &Entry| {
        let key = entry.key.value.as_str();
        let is_table = TableName::ALL.iter().any(|table| table.file == file && table.name == key);
        fields.0.iter().find(|(_, field)| *field == key && !is_table).map(|(table, _)| *table)
    };
    let is_stray = |entry: &&Entry| may_be_stray(entry) && table_of(entry).is_some();
    let Some((first, table)) =
        entries.iter().filter(may_be_stray).find_map(|entry| Some((entry, table_of(entry)?)))
    else {
        return Cow::Borrowed(root);
    };
    let header = if table.name == "hours" { "[phone]".to_owned() } else { format!("[{}.…]", table.name) };
    let error = Diagnostic::error("unknown-key", first.key.span, say::keys_without_header(&first.key.value));
    reader.found.push(error.with_help(say::write_a_header_above(&header)));
    content.unread.insert(table.file, first.key.span.file);
    let rest = entries.iter().filter(|entry| !is_stray(entry)).cloned().collect();
    Cow::Owned(Node { kind: NodeKind::Table(rest), span: root.span })
}

/// The fields of the tables of one file.
struct FieldsOfFile(Vec<(TableName, &'static str)>);

impl ReadTable for FieldsOfFile {
    fn read<I: LayerInput>(&mut self, table: TableName) -> Vec<TableEntry<I>> {
        self.0.extend(I::FIELDS.iter().map(|field| (table, *field)));
        Vec::new()
    }
}

/// The tables of one file, each below its name.
struct TablesOfFile<'n, 'r, 'f> {
    entries: &'n [Entry],
    /// The keys of the file itself, which may have slipped below a header.
    above: &'static [&'static str],
    reader: &'f mut Reader<'r>,
}

impl ReadTable for TablesOfFile<'_, '_, '_> {
    fn read<I: LayerInput>(&mut self, table: TableName) -> Vec<TableEntry<I>> {
        if table.name == "hours" {
            let channels = channels(self.entries, self.reader);
            let read = |(id, node): (Located<Id>, &Node)| read_entry(id, node, self.above, self.reader);
            return channels.into_iter().filter_map(read).collect();
        }
        let node = self.entries.iter().find(|entry| entry.key.value == table.name).map(|entry| &entry.value);
        read_table(node, self.above, self.reader)
    }
}

/// Reads `clinic.toml`: its own keys, and the tables below them.
fn read_clinic(root: &Node, content: &mut LayerContent, reader: &mut Reader<'_>) {
    let tables = TableName::ALL.iter().filter(|table| table.file == "clinic").map(|table| table.name);
    let keys: Vec<&str> = ClinicSettingsInput::FIELDS.iter().copied().chain(tables).collect();
    let root = &*as_meant(root, &keys, &[], reader);
    let Some(mut table) = TableReader::open(root, reader) else { return };
    content.settings = ClinicSettingsInput::read(&mut table);
    TableName::ALL.iter().filter(|table| table.file == "clinic").for_each(|known| _ = table.node(known.name));
    table.finish(&[]);
    let NodeKind::Table(entries) = &root.kind else { return };
    // Below the last header a key of the clinic itself would be read as the department's.
    let mut tables = TablesOfFile { entries, above: ClinicSettingsInput::FIELDS, reader };
    content.tables.read("clinic", &mut tables);
}

fn read_allowances(root: &Node, reader: &mut Reader<'_>) -> Vec<Located<Allowance>> {
    let Some(mut table) = TableReader::open(root, reader) else { return Vec::new() };
    let allowances = table.field::<Vec<Located<Allowance>>>("allow");
    table.finish(&[]);
    allowances.map(|allowances| allowances.value).unwrap_or_default()
}

fn read_about(root: &Node, content: &mut LayerContent, reader: &mut Reader<'_>) {
    let before = reader.found.count();
    let tables: Tables = &[("authority", &["name", "url"]), ("dpo", &["contact", "none_because"])];
    let keys: Vec<&str> = AboutInput::FIELDS.iter().copied().chain([RowAsWritten::KEY]).collect();
    let root = as_meant(root, &keys, &[], reader).into_owned();
    let root = &lift_slipped_keys(root, AboutInput::FIELDS, tables, reader);
    let Some(mut table) = TableReader::open(root, reader) else { return };
    let (about, span) = (AboutInput::read(&mut table), table.span());
    table.finish(&[]);
    content.about = Some(Located::new(about, span));
    if reader.found.count() > before {
        content.unread.insert("about", root.span.file);
    }
}

/// The channels of `hours.toml`: `[visit]`, `[phone]` and, for a department, `[ivf.phone]`.
fn channels<'n>(entries: &'n [Entry], reader: &mut Reader<'_>) -> Vec<(Located<Id>, &'n Node)> {
    let mut channels = Vec::new();
    for entry in entries.iter().filter(|entry| !TIMES.contains(&entry.key.value.as_str())) {
        if Channel::WORDS.contains(&entry.key.value.as_str()) {
            channels.extend(channel(None, entry));
            continue;
        }
        let department = Id::parse(&entry.key.value)
            .ok()
            .filter(|id| crate::diagnostic::nearest(id.as_str(), TIMES).is_none());
        let below = match &entry.value.kind {
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
        for below in below {
            if Channel::WORDS.contains(&below.key.value.as_str()) && department.is_some() {
                channels.extend(channel(department.as_ref(), below));
            } else {
                not_a_channel(if department.is_some() { below } else { entry }, reader);
            }
        }
    }
    channels
}

fn channel<'n>(department: Option<&Id>, entry: &'n Entry) -> Option<(Located<Id>, &'n Node)> {
    let channel = Id::parse(&entry.key.value).ok()?;
    let id = department.map_or(channel.clone(), |department| department.joined(&channel));
    Some((Located::new(id, entry.key.span), &entry.value))
}

fn not_a_channel(entry: &Entry, reader: &mut Reader<'_>) {
    let name = entry.key.value.as_str();
    let names = Channel::WORDS.iter().copied().chain(TIMES);
    let meant = crate::diagnostic::nearest(name, names).map(say::did_you_mean);
    let error = Diagnostic::error("unknown-key", entry.key.span, say::not_a_channel(name));
    reader.found.push(error.with_help(meant.unwrap_or_else(|| say::channels_are(&listed(Channel::WORDS)))));
}

use std::collections::BTreeSet;

use super::table::merge_table;
use crate::diagnostic::catalogue::{content::did_you_mean, toml::keep_one};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say, nearest};
use crate::model::reader::listed;
use crate::model::{
    ClinicInput, ConditionKind, Id, InputTables, Layer, LayerContent, MergeTable, Merged, SiteInput, Table,
    TableEntry, TableName,
};

/// A clinic's layers, the widest first.
pub(super) struct Layers<'a> {
    /// What each layer says.
    pub list: Vec<(Layer<'a>, &'a LayerContent)>,
    /// Whether the clinic names a profile that does not exist,
    /// so that it is not known what it would have said.
    pub incomplete: bool,
}

impl Layers<'_> {
    /// Whether the layers may say more under the file called `name` than was read.
    pub(super) fn unread(&self, name: &str) -> bool {
        self.incomplete || self.list.iter().any(|(_, content)| content.unread.contains_key(name))
    }
}

/// Merges the tables of these layers, and reports what is wrong with them.
pub(super) struct LayersMerge<'l, 'a> {
    pub layers: &'l Layers<'a>,
    pub found: &'l mut Diagnostics,
}

impl<'a> MergeTable<'a> for LayersMerge<'_, 'a> {
    fn merge<T: Merged<'a>>(
        &mut self,
        table: TableName,
        of_layer: fn(&'a InputTables) -> &'a Vec<TableEntry<T::Input>>,
    ) -> Table<'a, T> {
        let entries = self.layers.list.iter().map(|(layer, content)| (*layer, of_layer(&content.tables)));
        merge_table(entries, table.name, self.layers.unread(table.file), self.found)
    }
}

/// A clinic's layers. A profile that does not exist is reported and passed over.
pub(super) fn layers_of<'a>(
    site: &'a SiteInput,
    clinic: &'a ClinicInput,
    found: &mut Diagnostics,
) -> Layers<'a> {
    let mut layers = vec![(Layer::Group, &*site.group)];
    let mut incomplete = clinic.layer.settings.profiles.is_none() && clinic.faulty;
    let mut seen: Vec<&Id> = Vec::new();
    for profile in clinic.profiles() {
        if seen.contains(&&profile.value) {
            let twice = say::profile_listed_twice(profile.as_str());
            let error = Diagnostic::error("duplicate-id", profile.span, twice);
            found.push(error.with_help(keep_one()));
            continue;
        }
        seen.push(&profile.value);
        if let Some((id, content)) = site.profiles.get_key_value(&profile.value) {
            layers.push((Layer::Profile(id.as_str()), &**content));
        } else {
            let error = Diagnostic::error("unknown-id", profile.span, say::unknown_profile(profile.as_str()));
            let meant = nearest(profile.as_str(), site.profiles.keys().map(Id::as_str));
            let names: Vec<&str> = site.profiles.keys().map(Id::as_str).collect();
            let list = || (!names.is_empty()).then(|| say::profiles_are(&listed(&names)));
            found.push(error.with_help(meant.map(did_you_mean).or_else(list)));
            incomplete = true;
        }
    }
    layers.push((Layer::Clinic(clinic.id.as_str()), &*clinic.layer));
    Layers { list: layers, incomplete }
}

/// Every id that any layer of the site uses, by the table that it is in.
///
/// A condition may ask for a thing that only some clinics have; one that none has is a slip of the pen.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct KnownIds {
    ids: BTreeSet<(&'static str, Id)>,
    /// The tables of which more is written than could be read.
    unread: BTreeSet<&'static str>,
}

impl KnownIds {
    /// Collects the ids of all layers.
    #[must_use]
    pub fn of(site: &SiteInput) -> Self {
        let mut known = Self::default();
        for layer in site.layers() {
            for (table, entries) in layer.tables.all() {
                if layer.unread.contains_key(table.file) {
                    known.unread.insert(table.name);
                }
                for id in entries.ids() {
                    // Most clinics have the same ids.
                    let key = (table.name, id.clone());
                    known.ids.insert(key);
                }
            }
        }
        known
    }

    /// Whether any layer has a `kind` called `id`, or may have one in a file that could not be read.
    #[must_use]
    pub fn contains(&self, kind: ConditionKind, id: &Id) -> bool {
        self.unread.contains(kind.word()) || self.of_kind(kind).any(|known| known == id.as_str())
    }

    /// The names of one kind.
    pub fn of_kind(&self, kind: ConditionKind) -> impl Iterator<Item = &str> {
        self.ids.iter().filter(move |(table, _)| *table == kind.word()).map(|(_, id)| id.as_str())
    }
}

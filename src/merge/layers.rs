use std::collections::BTreeSet;

use super::table::{Table, merge_table};
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say, nearest};
use crate::model::reader::listed;
use crate::model::{ClinicInput, ConditionKind, Id, Layer, LayerContent, Merged, SiteInput, TableEntry};

/// A clinic's layers, the widest first.
pub(super) struct Layers<'a> {
    /// What each layer says.
    pub list: Vec<(Layer<'a>, &'a LayerContent)>,
    /// Whether the clinic names a profile that does not exist, so that nobody knows what it would have said.
    pub incomplete: bool,
}

impl<'a> Layers<'a> {
    /// Whether the layers may say more under the file called `name` than was read.
    pub(super) fn unread(&self, name: &str) -> bool {
        self.incomplete || self.list.iter().any(|(_, content)| content.unread.contains_key(name))
    }

    /// Merges one kind of table; `names` are what messages call it, and the file that it is written in.
    pub(super) fn merge<T: Merged<'a>>(
        &self,
        part: impl Fn(&'a LayerContent) -> &'a Vec<TableEntry<T::Input>>,
        names: (&'static str, &str),
        found: &mut Diagnostics,
    ) -> Table<'a, T> {
        let entries = self.list.iter().map(|(layer, content)| (*layer, part(content)));
        merge_table(entries, names.0, self.unread(names.1), found)
    }
}

/// A clinic's layers. A profile that does not exist is reported and passed over.
pub(super) fn layers_of<'a>(
    site: &'a SiteInput,
    clinic: &'a ClinicInput,
    found: &mut Diagnostics,
) -> Layers<'a> {
    let mut layers = vec![(Layer::Group, &*site.group)];
    let mut incomplete = clinic.settings.profiles.is_none() && clinic.faulty;
    for profile in clinic.settings.profiles.iter().flat_map(|profiles| &profiles.value) {
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

/// Every id that any layer of the site uses, by the kind of table.
///
/// A condition may ask for a thing that only some clinics have; one that none has is a slip of the pen.
#[derive(Debug, Default)]
pub struct KnownIds<'a> {
    ids: BTreeSet<(ConditionKind, &'a str)>,
    /// The kinds of which more is written than could be read.
    unread: BTreeSet<ConditionKind>,
}

impl<'a> KnownIds<'a> {
    /// Collects the ids of all layers.
    #[must_use]
    pub fn of(site: &'a SiteInput) -> Self {
        let mut known = Self::default();
        for layer in site.layers() {
            known
                .unread
                .extend(ConditionKind::ALL.iter().filter(|kind| layer.unread.contains_key(kind.file())));
            known.add(ConditionKind::Contacts, &layer.contacts);
            known.add(ConditionKind::Purposes, &layer.purposes);
            known.add(ConditionKind::Processors, &layer.processors);
            known.add(ConditionKind::Retention, &layer.retention);
            known.add(ConditionKind::CookieCategories, &layer.cookie_categories);
            known.add(ConditionKind::Cookies, &layer.cookies);
            known.add(ConditionKind::Laws, &layer.laws);
            known.add(ConditionKind::Hours, &layer.hours);
        }
        for clinic in site.clinics.values() {
            known.add(ConditionKind::Departments, &clinic.departments);
        }
        known
    }

    fn add<I>(&mut self, kind: ConditionKind, entries: &'a [TableEntry<I>]) {
        self.ids.extend(entries.iter().map(|entry| (kind, entry.id.as_str())));
    }

    /// Whether any layer has a `kind` called `id`, or may have one in a file that could not be read.
    #[must_use]
    pub fn contains(&self, kind: ConditionKind, id: &Id) -> bool {
        self.unread.contains(&kind) || self.ids.contains(&(kind, id.as_str()))
    }

    /// All ids, and the kinds of which more is written, to be compared with those of another site.
    #[must_use]
    pub fn to_compare(&self) -> (Vec<(ConditionKind, String)>, Vec<ConditionKind>) {
        let ids = self.ids.iter().map(|(kind, id)| (*kind, (*id).to_owned()));
        (ids.collect(), self.unread.iter().copied().collect())
    }

    /// The names of one kind.
    pub fn of_kind(&self, kind: ConditionKind) -> impl Iterator<Item = &'a str> {
        self.ids.iter().filter(move |(known, _)| *known == kind).map(|(_, id)| *id)
    }
}

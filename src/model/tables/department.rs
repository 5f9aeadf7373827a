use crate::model::layered::layered;
use crate::model::{Id, Text};
use crate::span::Located;

layered! {
    /// A department of a clinic: `[departments.<id>]` in `clinic.toml`.
    Department / DepartmentInput {
        /// Its name.
        name: required Text,
        /// What it does.
        what_for: optional Text,
        /// Its own controllers, if they are not the clinic's.
        controllers: optional Vec<Located<Id>>,
        /// Its contacts, by their roles in `contacts.toml`.
        contacts: optional Vec<Located<Id>>,
    }
}

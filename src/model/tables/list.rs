//! The list of the tables: the only one there is.
//!
//! What layers write ([`InputTables`]) and what is true after merging ([`Tables`]) follow from it, and with
//! them all that goes through the tables: reading, merging, the languages that a text lacks,
//! the rules on texts, names, `felles trace`, and "why".

use crate::model::{
    AnyInput, AnyTable, Contact, ContactInput, Cookie, CookieCategory, CookieCategoryInput, CookieInput,
    Deadline, DeadlineInput, Department, DepartmentInput, Document, DocumentInput, Hours, HoursException,
    HoursExceptionInput, HoursInput, Law, LawInput, LayerInput, LegalEntity, LegalEntityInput, Merged,
    OfferedService, OfferedServiceInput, Processor, ProcessorInput, Purpose, PurposeInput, Retention,
    RetentionInput, Table, TableEntry, Term, TermInput,
};

/// What a table is called, and the file that it is written in, without its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableName {
    /// The name, in keys and in messages: `cookie_categories`.
    pub name: &'static str,
    /// The file: `cookies`.
    pub file: &'static str,
}

/// Reads one table of what a layer writes.
pub trait ReadTable {
    /// The table's entries.
    fn read<I: LayerInput>(&mut self, name: TableName) -> Vec<TableEntry<I>>;
}

/// Merges one table of what several layers write.
pub trait MergeTable<'a> {
    /// The merged table; `of_layer` takes it out of what one layer writes.
    fn merge<T: Merged<'a>>(
        &mut self,
        name: TableName,
        of_layer: fn(&'a InputTables) -> &'a Vec<TableEntry<T::Input>>,
    ) -> Table<'a, T>;
}

macro_rules! tables {
    ($($(#[$meta:meta])* $table:ident: $row:ident / $input:ident in $file:literal,)*) => {
        /// The tables that one layer writes.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct InputTables {
            $($(#[$meta])* pub $table: Vec<TableEntry<$input>>,)*
        }

        /// The tables of a clinic, merged.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Tables<'a> {
            $($(#[$meta])* pub $table: Table<'a, $row<'a>>,)*
        }

        impl TableName {
            /// All tables.
            pub const ALL: &'static [Self] = &[$(Self { name: stringify!($table), file: $file },)*];
        }

        impl InputTables {
            /// Reads the tables of the file called `file`.
            pub fn read(&mut self, file: &str, reader: &mut impl ReadTable) {
                $(if file == $file {
                    self.$table = reader.read(TableName { name: stringify!($table), file: $file });
                    // It is kept as long as the site.
                    self.$table.shrink_to_fit();
                })*
            }

            /// All tables.
            #[must_use]
            pub fn all(&self) -> Vec<(TableName, &dyn AnyInput)> {
                let tables: Vec<&dyn AnyInput> = vec![$(&self.$table),*];
                TableName::ALL.iter().copied().zip(tables).collect()
            }
        }

        impl<'a> Tables<'a> {
            /// Merges all tables.
            pub fn merge(merge: &mut impl MergeTable<'a>) -> Self {
                Self { $($table: merge.merge(
                    TableName { name: stringify!($table), file: $file },
                    |input| &input.$table,
                ),)* }
            }

            /// All tables.
            #[must_use]
            pub fn all(&self) -> Vec<(TableName, &dyn AnyTable<'a>)> {
                let tables: Vec<&dyn AnyTable<'a>> = vec![$(&self.$table),*];
                TableName::ALL.iter().copied().zip(tables).collect()
            }
        }
    };
}

tables! {
    /// Departments; only clinics have them.
    departments: Department / DepartmentInput in "clinic",
    /// Contacts by role.
    contacts: Contact / ContactInput in "contacts",
    /// Legal entities, of which `settings.controllers` are responsible.
    entities: LegalEntity / LegalEntityInput in "entities",
    /// Purposes.
    purposes: Purpose / PurposeInput in "purposes",
    /// Processors and other recipients.
    processors: Processor / ProcessorInput in "processors",
    /// Retention.
    retention: Retention / RetentionInput in "retention",
    /// Cookie categories.
    cookie_categories: CookieCategory / CookieCategoryInput in "cookies",
    /// Cookies.
    cookies: Cookie / CookieInput in "cookies",
    /// Laws.
    laws: Law / LawInput in "laws",
    /// Weekly hours by channel; ids are channels, with the department and a point before: `ivf.phone`.
    hours: Hours / HoursInput in "hours",
    /// Days on which other hours count.
    exceptions: HoursException / HoursExceptionInput in "hours",
    /// What is offered on some days only.
    services: OfferedService / OfferedServiceInput in "hours",
    /// Last days.
    deadlines: Deadline / DeadlineInput in "hours",
    /// Abbreviations.
    glossary: Term / TermInput in "glossary",
    /// Documents, as they are listed; after merging, those that the clinic shows.
    documents: Document / DocumentInput in "policy",
}

//! The tables that every layer may write, one file each.

mod about;
mod contact;
mod cookie;
mod days;
mod deadline;
mod department;
mod hours;
mod hours_exception;
mod law;
mod legal_entity;
mod list;
mod processor;
mod purpose;
mod retention;
mod service;
mod term;

pub use about::{About, AboutInput, Authority, DataProtectionOfficer};
pub use contact::{Contact, ContactInput};
pub use cookie::{Cookie, CookieCategory, CookieCategoryInput, CookieInput};
pub use days::WrittenDays;
pub use deadline::{Deadline, DeadlineInput};
pub use department::{Department, DepartmentInput};
pub use hours::{Hours, HoursInput, WEEKDAYS};
pub use hours_exception::{HoursException, HoursExceptionInput};
pub use law::{Law, LawInput};
pub use legal_entity::{EntityKind, LegalEntity, LegalEntityInput, NationalNumber};
pub use list::{InputTables, MergeTable, ReadTable, TableName, Tables};
pub use processor::{Processor, ProcessorInput, RecipientContact, RecipientRole, Safeguard};
pub use purpose::{LegalBasis, Purpose, PurposeInput};
pub use retention::{Retention, RetentionInput};
pub use service::{OfferedService, OfferedServiceInput};
pub use term::{Term, TermInput};

//! The types of the content: what the files say, and what is true after merging.
//!
//! In: [`Node`]s, located pieces of TOML. Out: values that are not checked again (`values/`), the tables that
//! layers share (`tables/`), what one layer says ([`LayerContent`]) and what the whole
//! site says ([`SiteInput`]).
//!
//! Invariant: a checked value has private fields and one way in, [`Value::read`] or its `parse`.
//! Invariant: `…Input` is what files say and may lack anything; the type without that word is complete.
//! Invariant: a merged value ([`Resolved`]) knows the layer and the place it was written in,
//! and what it replaced.

mod allowance;
mod body;
mod brand;
mod brand_files;
mod checksum;
pub(crate) mod choices;
mod clause;
mod countries;
mod document;
mod fingerprint;
mod house_rule;
mod layer;
pub(crate) mod layered;
mod node;
mod notice;
mod output_path;
mod palette;
pub(crate) mod reader;
mod site_config;
mod site_input;
mod static_file;
mod table;
mod tables;
mod values;

pub use allowance::Allowance;
pub use body::{Block, Body, LinkPart, LinkTarget, PlaceholderContext, Segment};
pub use brand::{
    Brand, BrandColours, BrandStyle, OtherNames, Redirect, RedirectTarget, Redirects, StatementMode,
};
pub use brand_files::{BrandFont, FontFile, Logo, Picture, PictureKind, shown_size};
pub use checksum::Checksum;
pub use clause::{
    ClauseFront, ClauseInput, ClauseOp, ClauseText, Condition, ConditionKind, GdprItem, OverridePolicy,
    TableKind,
};
pub use countries::{
    AddressForm, CompanyNumberForm, Countries, CountryAuthority, CountryFacts, Falls, HolidayCalendar,
    JournalRule, LawForm, NamesByLanguage, NumberPlan, NumberedLaw,
};
pub use document::{ClauseSlot, Document, DocumentInput, FolderPath};
pub use fingerprint::{Fingerprint, LanguagePins, Pin, RowAsWritten, SameText, SameTexts};
pub use house_rule::{HousePhrase, HouseRule, HouseRules, HouseWording};
pub use layer::{Layer, Origin, Resolved};
pub use layered::{Field, InputField, LayerInput, Merged, Row};
pub use node::{Entry, Node, NodeKind};
pub use notice::{NoticeEnd, NoticeInput, NoticeLevel};
pub use output_path::OutputPath;
pub use palette::{Ground, Grounds, Palette};
pub use reader::{Invalid, Reader, TableReader, TextValue, Value};
pub use site_config::{HostFolder, HostPaths, Level, SiteConfig};
pub use site_input::{
    Arrangement, ClinicInput, ClinicSettings, ClinicSettingsInput, FieldKey, FieldText, LayerContent,
    SiteInput, UnreadParts,
};
pub use static_file::{StaticFile, StaticFiles};
pub use table::{AnyInput, AnyTable, Removed, Said, Table, TableEntry};
pub use tables::*;
pub(crate) use values::decoded_address;
pub use values::*;

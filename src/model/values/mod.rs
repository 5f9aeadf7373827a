//! The checked values: each a type with one way in, after which nobody checks it again.

mod address;
mod article;
mod clock;
mod colour;
mod company_number;
mod country;
mod date;
mod domain;
mod email;
mod id;
mod language;
mod law_id;
mod period;
mod phone;
mod text;
mod web_url;

pub use address::Address;
pub use article::{LegalBasisArticle, SpecialCategoryCondition};
pub use clock::{ClockInterval, ClockTime, DayHours};
pub use colour::Colour;
pub use company_number::CompanyNumber;
pub use country::Country;
pub use date::{CalendarDate, PartialDate};
pub use domain::Domain;
pub use email::Email;
pub use id::Id;
pub use language::Language;
pub use law_id::LawId;
pub use period::{Period, PeriodUnit};
pub use phone::Phone;
pub use text::{Line, Text};
pub use web_url::WebUrl;

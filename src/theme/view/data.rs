use schemars::JsonSchema;
use serde::Serialize;

use super::hours::{DatesView, HoursView, TermView};

/// The facts that a clinic's privacy pages give, in one language.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClinicData {
    /// Who is responsible (GDPR Article 13(1)(a)).
    pub controllers: Vec<EntityView>,
    /// How several controllers share the responsibility: `joint`, `separate`, or nothing where there is one.
    pub arrangement: Option<String>,
    /// What joint controllers have agreed (Article 26(2)).
    pub arrangement_summary: Option<String>,
    /// The data protection officer, or why there is none (Article 13(1)(b)).
    pub dpo: DpoView,
    /// The supervisory authority (Articles 13(2)(d) and 77).
    pub authority: LinkView,
    /// When the statement was last changed.
    pub updated: DateView,
    /// What was changed then.
    pub what_is_new: Option<String>,
    /// The language of that text where it is not the page's: a fallback stands in.
    pub what_is_new_lang: Option<String>,
    /// Whom to ask when one wants to use a right: one contact, or several where a page speaks for several clinics.
    pub ask: Vec<ContactView>,
    /// Ways to reach the clinic.
    pub contacts: Vec<ContactView>,
    /// Departments.
    pub departments: Vec<DepartmentView>,
    /// What personal data are used for (Article 13(1)(c)).
    pub purposes: Vec<PurposeView>,
    /// Who gets personal data (Article 13(1)(e) and (f)).
    pub processors: Vec<RecipientView>,
    /// How long what is kept (Article 13(2)(a)).
    pub retention: Vec<RetentionView>,
    /// The cookies of the clinic's web site, by category.
    pub cookie_categories: Vec<CookieCategoryView>,
    /// The laws that the clinic follows.
    pub laws: Vec<LawView>,
    /// Opening hours: the week of each channel, and what comes that differs from it.
    pub hours: Vec<HoursView>,
    /// What is offered only on some days, and last days: the clinic's own first, then each department's.
    pub dates: Vec<DatesView>,
    /// What the abbreviations mean that these and the hours use.
    pub glossary: Vec<TermView>,
}

/// A date, for machines and for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DateView {
    /// ISO 8601, to the day or to the month.
    pub iso: String,
    /// In words.
    pub text: String,
}

/// A name and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LinkView {
    /// The name.
    pub text: String,
    /// The address.
    pub href: String,
}

/// A country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountryView {
    /// ISO 3166-1, two letters.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it is in the European Economic Area.
    pub in_eea: bool,
}

/// A controller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EntityView {
    /// The id in the content.
    pub id: String,
    /// Its name.
    pub name: String,
    /// False where only a name in trade is known.
    pub legal_name_known: bool,
    /// What its company number is called in its country, where that is not the page's own word for it.
    pub number_label: Option<String>,
    /// Its company number as people write it.
    pub number: Option<String>,
    /// Whether it is registered for value added tax.
    pub vat: bool,
    /// Its address, line by line; empty where it is not known.
    pub address: Vec<String>,
    /// Its country.
    pub country: CountryView,
    /// Its representative in the EEA (GDPR Article 27).
    pub representative: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// The data protection officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DpoView {
    /// How to reach the officer.
    pub contact: Option<ContactView>,
    /// Why none is appointed.
    pub none_because: Option<String>,
}

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PhoneView {
    /// As it is printed.
    pub text: String,
    /// As it is dialled.
    pub href: String,
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EmailView {
    /// As it is printed.
    pub text: String,
    /// As a link.
    pub href: String,
}

/// A way to reach the clinic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ContactView {
    /// The role: `general`, `booking`, `privacy`, `dpo` …
    pub role: String,
    /// When to use it.
    pub what_for: String,
    /// Telephone.
    pub phone: Option<PhoneView>,
    /// E-mail.
    pub email: Option<EmailView>,
    /// A form or portal on the web.
    pub url: Option<String>,
    /// Whether it is safe for health information.
    pub secure: bool,
    /// Visiting address, line by line.
    pub visit: Vec<String>,
    /// Postal address, line by line.
    pub postal: Vec<String>,
    /// Why there is no contact in this role.
    pub none_because: Option<String>,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DepartmentView {
    /// The id in the content.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it does.
    pub what_for: Option<String>,
    /// The names of its own controllers.
    pub controllers: Vec<String>,
    /// Its contacts.
    pub contacts: Vec<ContactView>,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// A purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PurposeView {
    /// The id in the content.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What is done, and why.
    pub what_for: String,
    /// Whether health data are used.
    pub health: bool,
    /// The legal bases.
    pub bases: Vec<BasisView>,
    /// The legitimate interest (Article 13(1)(d)).
    pub interest: Option<String>,
    /// Which data.
    pub data: String,
    /// Whose data.
    pub whose: String,
    /// Where they come from.
    pub source: String,
    /// Whether that source is open to the public.
    pub public_source: bool,
    /// Who gets the data.
    pub recipients: Vec<Reference>,
    /// How long they are kept.
    pub retention: Vec<Reference>,
    /// Whether the patient must give them, and what happens if not (Article 13(2)(e)).
    pub must_give: Option<String>,
    /// The names of its own controllers, where they are not the clinic's.
    pub controllers: Vec<String>,
    /// Automated decisions (Article 13(2)(f)).
    pub automated: Option<String>,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// Another row, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reference {
    /// The id in the content.
    pub id: String,
    /// What it is called; for retention, how long.
    pub text: String,
}

/// A legal basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BasisView {
    /// `6(1)(c)`
    pub article: String,
    /// What that means, in a few words.
    pub text: String,
    /// `9(2)(h)`
    pub condition: Option<String>,
    /// What that means, in a few words.
    pub condition_text: Option<String>,
    /// The law that it rests on.
    pub law: Option<LawReference>,
}

/// A place in a law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawReference {
    /// The id in the content.
    pub id: String,
    /// The law's short title.
    pub title: String,
    /// Where in it: `§ 39`.
    pub section: Option<String>,
}

/// Somebody who gets personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecipientView {
    /// The id in the content.
    pub id: String,
    /// The name.
    pub name: String,
    /// `processor`, `recipient` or `joint-controller`.
    pub role: String,
    /// The role in words.
    pub role_text: String,
    /// What they do with the data.
    pub what_for: String,
    /// Which data.
    pub data: String,
    /// Where they are.
    pub country: Option<CountryView>,
    /// What their company number is called in their country, where that is not the page's own word for it.
    pub number_label: Option<String>,
    /// Their company number.
    pub number: Option<String>,
    /// What protects the data outside the European Economic Area, in one word.
    pub safeguard: Option<String>,
    /// The same in words.
    pub safeguard_text: Option<String>,
    /// The name of the processor whose processor this is.
    pub sub_processor_of: Option<String>,
    /// Where to ask them.
    pub contact: Option<LinkView>,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// How long something is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RetentionView {
    /// The id in the content.
    pub id: String,
    /// What is kept.
    pub what: String,
    /// The rules in words; where there are several, the earliest counts.
    pub rules: Vec<String>,
    /// The period as an ISO 8601 duration.
    pub period: Option<String>,
    /// The law that asks for it.
    pub law: Option<LawReference>,
    /// When this was last looked up.
    pub as_of: Option<DateView>,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// A category of cookies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CookieCategoryView {
    /// The id in the content.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What its cookies do.
    pub what_for: String,
    /// Whether the visitor is asked first.
    pub consent: bool,
    /// Its cookies.
    pub cookies: Vec<CookieView>,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

/// A cookie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CookieView {
    /// The id in the content.
    pub id: String,
    /// Its name on the device.
    pub name: String,
    /// What it does.
    pub what_for: String,
    /// How long it stays.
    pub duration: String,
    /// Who sets it.
    pub set_by: String,
}

/// A law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawView {
    /// The id in the content.
    pub id: String,
    /// Its short title.
    pub title: String,
    /// Its number.
    pub number: String,
    /// What it governs here.
    pub governs: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// When this was last looked up.
    pub as_of: DateView,
    /// A change that is decided and not yet in force.
    pub pending: Option<String>,
    /// The row's language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
    /// The clinics that this row is for, where a page speaks for several and not all share it.
    pub clinics: Vec<String>,
}

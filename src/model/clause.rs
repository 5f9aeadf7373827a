use super::choices::choices;
use super::{Body, ByLanguage, Id, Invalid, LanguagePins, SameTexts, TextValue};
use crate::diagnostic::catalogue::values as say;
use crate::span::{Located, Span};

choices! {
    /// What narrower layers may do with a clause: the contract of the layer that introduces it.
    OverridePolicy {
        /// Anything.
        Free = "free",
        /// Add before or after it, but neither replace nor leave it out.
        Extend = "extend",
        /// Nothing in a clinic; a profile may say it in words of its own, as one for another country must.
        Profile = "profile",
        /// Nothing.
        Locked = "locked",
    }
}

impl OverridePolicy {
    /// Whether the clause is on the pages whatever a clinic leaves out.
    #[must_use]
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Locked | Self::Profile)
    }
}

choices! {
    /// What a file does with the clause of the same id in the layers below.
    ClauseOp {
        /// Puts its own text in the place of theirs.
        Replace = "replace",
        /// Puts its own text before theirs.
        Prepend = "prepend",
        /// Puts its own text after theirs.
        Append = "append",
        /// Leaves the clause out, for a reason.
        Omit = "omit",
    }
}

choices! {
    /// A table that a clause shows after its text.
    TableKind {
        /// The controllers.
        Controllers = "controllers",
        /// The contacts.
        Contacts = "contacts",
        /// The departments.
        Departments = "departments",
        /// The purposes with their legal bases.
        Purposes = "purposes",
        /// The processors and other recipients.
        Processors = "processors",
        /// How long what is kept.
        Retention = "retention",
        /// The cookies by category.
        Cookies = "cookies",
        /// The laws.
        Laws = "laws",
        /// The opening hours.
        Hours = "hours",
        /// The rights, and how each is used.
        Rights = "rights",
    }
}

/// What one layer's files say of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseInput {
    /// The start of the file with the settings, or of the first there is.
    pub span: Span,
    /// The front matter.
    pub front: ClauseFront,
    /// The text in each language.
    pub texts: ByLanguage<ClauseText>,
    /// Set when something in the files could not be read; then nothing is said of what they lack.
    pub faulty: bool,
}

/// The front matter of a clause's main file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClauseFront {
    /// The contract for narrower layers.
    pub override_policy: Option<Located<OverridePolicy>>,
    /// What to do with the clause below.
    pub op: Option<Located<ClauseOp>>,
    /// Why it is left out.
    pub reason: Option<Located<String>>,
    /// A new clause goes after this one.
    pub after: Option<Located<Id>>,
    /// A new clause goes under this one, as its last part.
    pub under: Option<Located<Id>>,
    /// The table to show after the text.
    pub table: Option<Located<TableKind>>,
    /// Shown only if this is there.
    pub when: Option<Located<Condition>>,
    /// Shown only if this is not there.
    pub unless: Option<Located<Condition>>,
    /// The GDPR items that the text answers.
    pub satisfies: Option<Located<Vec<Located<GdprItem>>>>,
    /// The texts of the layers below that this was written against.
    pub base: Option<Located<LanguagePins>>,
    /// The texts in the main language that the other languages were translated from.
    pub translated_from: Option<Located<LanguagePins>>,
    /// Texts of this clause that say the same.
    pub same_as: Option<Located<SameTexts>>,
    /// What the clause was called before.
    pub renamed_from: Option<Located<Id>>,
}

/// The text of a clause in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseText {
    /// Where the text begins.
    pub span: Span,
    /// The title, from the file's `#` heading.
    pub title: Option<Located<String>>,
    /// The text below it.
    pub body: Body,
}

/// Something that may or may not be there for a clinic: `hours`, `purposes.newsletter`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The kind of table.
    pub kind: ConditionKind,
    /// One thing in it; without it, any.
    pub id: Option<Id>,
}

choices! {
    /// The tables that a [`Condition`] may ask for.
    ConditionKind {
        /// Contacts.
        Contacts = "contacts",
        /// Departments.
        Departments = "departments",
        /// Purposes.
        Purposes = "purposes",
        /// Processors and other recipients.
        Processors = "processors",
        /// Retention.
        Retention = "retention",
        /// Cookie categories.
        CookieCategories = "cookie_categories",
        /// Cookies.
        Cookies = "cookies",
        /// Laws.
        Laws = "laws",
        /// Opening hours.
        Hours = "hours",
    }
}

impl ConditionKind {
    /// The file that holds such things, without its ending.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::CookieCategories => "cookies",
            Self::Departments => "clinic",
            kind => kind.word(),
        }
    }
}

impl TextValue for Condition {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let (kind, id) = text.split_once('.').map_or((text, None), |(kind, id)| (kind, Some(id)));
        Ok(Self { kind: ConditionKind::parse(kind)?, id: id.map(Id::parse).transpose()? })
    }
}

/// An item of the GDPR that a text can answer: `13(1)(a)`, `14(2)(f)`, `77`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct GdprItem(String);

impl GdprItem {
    /// The item, as the regulation cites it.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.0
    }
}

impl TextValue for GdprItem {
    const IS_SHOWN: bool = false;

    /// An article from 5 to 99, and at will a paragraph in digits and a point in a letter, each in brackets.
    fn parse(text: &str) -> Result<Self, Invalid> {
        let invalid = || Invalid::new(say::not_gdpr_item(text), say::write_gdpr_item());
        let mut parts = text.split('(');
        let article: u8 = parts.next().and_then(|article| article.parse().ok()).ok_or_else(invalid)?;
        let bracketed: Option<Vec<&str>> = parts.map(|part| part.strip_suffix(')')).collect();
        let bracketed = bracketed.ok_or_else(invalid)?;
        let paragraph = bracketed.first().is_none_or(|paragraph| paragraph.parse::<u8>().is_ok());
        let point = bracketed
            .get(1)
            .is_none_or(|point| point.len() == 1 && point.bytes().all(|byte| byte.is_ascii_lowercase()));
        let good = (5..=99).contains(&article) && paragraph && point && bracketed.len() <= 2;
        good.then(|| Self(text.to_owned())).ok_or_else(invalid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gdpr_items_are_cited_as_the_regulation_does() {
        for good in ["13(1)(a)", "13(2)(f)", "77", "12(3)", "9(2)(h)"] {
            assert!(GdprItem::parse(good).is_ok(), "{good}");
        }
        for bad in ["13.1.a", "13(1)a", "4", "100", "13(a)", "", "13(1)(a)(b)"] {
            assert!(GdprItem::parse(bad).is_err(), "{bad}");
        }
    }
}

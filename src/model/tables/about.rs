use crate::diagnostic::catalogue::content as say;
use crate::model::layered::layered;
use crate::model::{Id, Invalid, Node, PartialDate, Reader, TableReader, Text, Value, WebUrl};
use crate::span::{Located, Span};

layered! {
    /// What a group says of itself: `about.toml`.
    About / AboutInput {
        /// The group's name.
        name: required Text,
        /// When the statement was last changed.
        policy_date: required PartialDate,
        /// What was changed on that date, for those who have read the statement before.
        what_is_new: optional Text,
        /// The data protection officer, or why there is none (GDPR Articles 13(1)(b) and 37).
        dpo: required DataProtectionOfficer,
        /// The supervisory authority (GDPR Articles 13(2)(d) and 77).
        authority: required Authority,
        /// The security measures in general, for the record of processing activities
        /// (GDPR Article 30(1)(g)); on no page.
        security_measures: optional Text,
    }
}

/// The data protection officer: a contact role, or the reason why none is appointed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataProtectionOfficer {
    /// The role in `contacts.toml`.
    Contact(Located<Id>),
    /// Why there is none.
    None(Text),
}

impl Value for DataProtectionOfficer {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let (contact, reason) = (table.field::<Id>("contact"), table.field::<Text>("none_because"));
        let written = (table.is_written("contact"), table.is_written("none_because"));
        // Of a misspelt key the reader speaks for itself.
        if written.0 == written.1 && !table.has_unknown() {
            let span = table.span();
            table.reader().invalid(span, Invalid::new(say::dpo_is_one_of_two(), None));
        }
        table.finish(&[]);
        contact.map(Self::Contact).or_else(|| reason.map(|reason| Self::None(reason.value)))
    }

    fn texts<'v>(&'v self, see: &mut dyn FnMut(&'static str, &'v Text)) {
        if let Self::None(reason) = self {
            see("none_because", reason);
        }
    }
}

/// A supervisory authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Its name.
    pub name: Text,
    /// Its web site, where complaints are taken.
    pub url: Located<WebUrl>,
}

impl Value for Authority {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let (name, url) = (table.required::<Text>("name"), table.required::<WebUrl>("url"));
        table.finish(&[]);
        Some(Self { name: name?.value, url: url? })
    }

    fn texts<'v>(&'v self, see: &mut dyn FnMut(&'static str, &'v Text)) {
        see("name", &self.name);
    }

    fn places(&self, _span: Span, see: &mut dyn FnMut(Span)) {
        self.name.each().for_each(|(_, words)| see(words.span));
        see(self.url.span);
    }
}

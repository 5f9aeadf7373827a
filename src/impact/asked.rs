use crate::model::{FieldKey, Id, Language, Layer};
use crate::span::Span;

/// A part of the content that is asked about: a value, a text, a file of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedPart<'s> {
    /// Its key, as `felles trace` has it; the path of the file, for what has none.
    pub key: String,
    /// Where it is written.
    pub span: Span,
    /// What it is.
    pub kind: AskedKind<'s>,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedKind<'s> {
    /// A field that a layer writes.
    Field {
        /// The layer.
        layer: Layer<'s>,
        /// The field.
        key: FieldKey<'s>,
        /// Where its value is written, in all languages.
        written: Span,
        /// The language whose words are meant; None for the whole value.
        language: Option<&'s Language>,
    },
    /// A row that a layer takes away.
    Removal {
        /// The layer.
        layer: Layer<'s>,
        /// The table.
        table: &'static str,
        /// The row.
        row: &'s Id,
    },
    /// What a layer writes of a clause.
    Clause {
        /// The layer.
        layer: Layer<'s>,
        /// The clause.
        id: &'s Id,
        /// What of it.
        text: AskedText<'s>,
    },
    /// A layer's notice.
    Notice {
        /// The layer.
        layer: Layer<'s>,
        /// The notice.
        id: &'s Id,
        /// What of it.
        text: AskedText<'s>,
    },
    /// What a brand's file says, or a picture or a font of the brand.
    Brand {
        /// The brand.
        id: &'s Id,
        /// What of it.
        what: AskedBrand<'s>,
    },
    /// A file of a theme.
    Theme {
        /// The language, for words.
        language: Option<&'s Language>,
        /// Where a theme that extends this one has the same in its place.
        replaced_by: Option<Span>,
        /// Whether the site's theme is this one or extends it.
        is_used: bool,
    },
    /// What `site.toml` says of all pages.
    Site,
    /// Something that no page is made of: a comment, an allowed finding, a rule on words.
    Unseen,
}

/// What of a clause or a notice is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedText<'s> {
    /// Its title and text in a language.
    Words(&'s Language),
    /// What stands above its text: conditions, order, dates.
    Front,
}

/// What of a brand is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedBrand<'s> {
    /// Its name in a language, or in all.
    Name(Option<&'s Language>),
    /// What the pages of other brands go by too: its domains, languages and clinics.
    Addresses,
    /// Something that only its own pages are made of.
    Own,
}

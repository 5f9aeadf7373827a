use super::layered::layered;
use super::{Condition, Id, Language, Node, NodeKind, Reader, TableReader, Text, TextValue, Value};
use crate::diagnostic::catalogue::content as say;
use crate::span::{Located, Span};

layered! {
    /// A page made of clauses: `[documents.<id>]` in `policy.toml`.
    Document / DocumentInput {
        /// Its title.
        title: required Text,
        /// One sentence for search engines and for the front page.
        summary: required Text,
        /// The name of its folder in each language's part of the site.
        path: required FolderName,
        /// Its clauses, in the order of reading.
        clauses: required Vec<Located<ClauseSlot>>,
        /// There only if this is there.
        when: optional Condition,
        /// The clauses of the layers below that this list leaves out on purpose.
        left_out: optional Vec<Located<Id>>,
    }
}

/// A place in a document's list of clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseSlot {
    /// The clause.
    pub id: Located<Id>,
    /// The clause whose part it is.
    pub under: Option<Located<Id>>,
}

impl Value for ClauseSlot {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.kind, NodeKind::Table(_)) {
            return Some(Self { id: Located::new(Id::read(node, reader)?, node.span), under: None });
        }
        let mut table = TableReader::open(node, reader)?;
        let (id, under) = (table.required::<Id>("id"), table.field::<Id>("under"));
        table.finish(&[]);
        Some(Self { id: id?, under })
    }
}

/// The name of a folder on the site in each language; a name that is good for a path everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderName(Text);

impl FolderName {
    /// The name in `language`.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Option<&str> {
        self.0.in_language(language)
    }
}

impl Value for FolderName {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = Text::read(node, reader)?;
        let mut good = true;
        for name in text.all() {
            if let Err(invalid) = Id::parse(name) {
                reader.invalid(node.span, invalid);
                good = false;
            } else if reader.languages.iter().any(|language| language.as_str() == name) {
                reader.invalid(node.span, super::Invalid::new(say::path_is_a_language(name), None));
                good = false;
            }
        }
        good.then_some(Self(text))
    }

    fn lacks(&self, language: &Language) -> bool {
        self.0.lacks(language)
    }

    fn places(&self, _span: Span, see: &mut dyn FnMut(Span)) {
        self.0.each().for_each(|(_, words)| see(words.span));
    }
}

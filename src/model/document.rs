use super::layered::layered;
use super::{Condition, Id, Invalid, Language, Node, NodeKind, Reader, TableReader, Text, TextValue, Value};
use crate::diagnostic::catalogue::content as say;
use crate::span::{Located, Span};

layered! {
    /// A page made of clauses: `[documents.<id>]` in `policy.toml`.
    Document / DocumentInput {
        /// Its title.
        title: required Text,
        /// One sentence for search engines and for the front page.
        summary: required Text,
        /// Its folder in each language's part of the site.
        path: required FolderPath,
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

/// A folder on the site in each language: `privacy`, or `legal/privacy`, of names that are good everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderPath(Text);

/// The folder of the theme's files, whose names change with their content; a page's does not.
const ASSETS: &str = "assets";

impl FolderPath {
    /// The path in `language`.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Option<&str> {
        self.0.in_language(language)
    }
}

impl Value for FolderPath {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = Text::read(node, reader)?;
        let mut good = true;
        for path in text.all() {
            let first = path.split('/').next().unwrap_or_default();
            let fault = if let Some(invalid) = path.split('/').find_map(|name| Id::parse(name).err()) {
                invalid
            } else if reader.languages.iter().any(|language| language.as_str() == first) {
                Invalid::new(say::path_is_a_language(first), None)
            } else if first == ASSETS {
                Invalid::new(say::path_is_of_assets(), None)
            } else {
                continue;
            };
            reader.invalid(node.span, fault);
            good = false;
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

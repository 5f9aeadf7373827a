use super::choices::choices;
use super::{BrandFont, Colour, Domain, Id, Language, Line, Logo, Node, Reader, TableReader, Text, Value};
use crate::span::{Located, Span};

choices! {
    /// How a brand with several clinics publishes their statements.
    StatementMode {
        /// Each clinic has its own pages.
        Each = "each",
        /// One statement for all.
        Shared = "shared",
    }
}

choices! {
    /// The character of a brand's pages beside its colours: type, corners,
    /// and the ground of the first heading.
    BrandStyle {
        /// Plain type on a tinted ground.
        Calm = "calm",
        /// Headings with serifs, round corners.
        Warm = "warm",
        /// Square corners, and the brand's colour as ground.
        Crisp = "crisp",
        /// Round and heavy, and the brand's colour as ground.
        Bold = "bold",
    }
}

/// A brand's colours: `[colours]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrandColours {
    /// The colour of headings' marks, links and buttons; made darker or lighter where it carries text.
    pub primary: Located<Colour>,
    /// A second colour, for decoration only.
    pub decoration: Option<Located<Colour>>,
}

impl Value for BrandColours {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let (primary, decoration) =
            (table.required::<Colour>("primary"), table.field::<Colour>("decoration"));
        table.finish(&[]);
        Some(Self { primary: primary?, decoration })
    }
}

/// Other names of a brand: `[names]`. A name with a point and no space is a domain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherNames {
    /// Those that it has as well.
    pub also: Vec<Located<Line>>,
    /// Those that it had, which belong on no page.
    pub former: Vec<Located<Line>>,
}

impl Value for OtherNames {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let mut names =
            |key| table.field::<Vec<Located<Line>>>(key).map(|names| names.value).unwrap_or_default();
        let (also, former) = (names("also"), names("former"));
        table.finish(&[]);
        Some(Self { also, former })
    }
}

/// A site: a name, a domain, and the clinics that it publishes (`content/brands/<id>.toml`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    /// The file's name.
    pub id: Id,
    /// The start of the file.
    pub span: Span,
    /// The brand's name.
    pub name: Located<Text>,
    /// The canonical host.
    pub domain: Located<Domain>,
    /// Other hosts that lead to it.
    pub aliases: Vec<Located<Domain>>,
    /// What else it is or was called.
    pub names: OtherNames,
    /// The brands that its pages may name; with itself, its former names.
    pub mentions: Vec<Located<Id>>,
    /// Its languages, the main one first; never empty.
    pub languages: Vec<Language>,
    /// The clinics that it publishes; never empty.
    pub clinics: Vec<Located<Id>>,
    /// One statement each, or one for all.
    pub statement: StatementMode,
    /// Its colours; the theme's own if it names none.
    pub colours: Option<BrandColours>,
    /// Its own mark; its name in type if it names none.
    pub logo: Option<Logo>,
    /// Its own font; the theme's if it names none.
    pub font: Option<BrandFont>,
    /// The character of its pages.
    pub style: BrandStyle,
    /// Whether search engines are asked to stay away.
    pub noindex: bool,
}

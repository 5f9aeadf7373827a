use super::choices::choices;
use super::{
    BasePath, BrandFont, Colour, Domain, Id, Invalid, Language, Line, Logo, Node, NodeKind, OldAddress,
    Reader, TableReader, Text, TextValue, Value,
};
use crate::diagnostic::catalogue::{content as say_of_content, values as say};
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

/// A page of a brand that an old address leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RedirectTarget {
    /// `doc:<id>`, in the brand's main language.
    Document(Id),
    /// `clause:<id>`, the same.
    Clause(Id),
    /// The address of a page: `/en/privacy/`.
    Page(String),
}

impl TextValue for RedirectTarget {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let invalid = || Invalid::new(say::not_a_page_of_the_brand(text), say::write_a_page());
        match text.split_once(':') {
            Some(("doc", id)) => Id::parse(id).map(Self::Document),
            Some(("clause", id)) => Id::parse(id).map(Self::Clause),
            None if text.starts_with('/') => Ok(Self::Page(text.to_owned())),
            _ => Err(invalid()),
        }
    }
}

/// An address of a former site, and the page that it leads to: a line of `[redirects]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The old address.
    pub from: Located<OldAddress>,
    /// The page of now.
    pub to: Located<RedirectTarget>,
}

/// `[redirects]`, in the order in which it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Redirects(pub Vec<Redirect>);

impl Value for Redirects {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Table(entries) = &node.kind else {
            reader.wrong_kind(node, say_of_content::write_a_table());
            return None;
        };
        let mut redirects = Vec::new();
        for entry in entries {
            let from = OldAddress::parse(&entry.key.value)
                .map_err(|invalid| reader.invalid(entry.key.span, invalid))
                .ok();
            let to = RedirectTarget::read(&entry.value, reader);
            redirects.extend(from.zip(to).map(|(from, to)| Redirect {
                from: Located::new(from, entry.key.span),
                to: Located::new(to, entry.value.span),
            }));
        }
        Some(Self(redirects))
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
    /// The path on it below which the site is: none, unless the host is another site's.
    pub base: BasePath,
    /// Other hosts that lead to it.
    pub aliases: Vec<Located<Domain>>,
    /// The addresses of former sites that lead to its pages.
    pub redirects: Redirects,
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

impl Brand {
    /// The address of a path of its site: of `/`, or `/en/privacy/`.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("https://{}{}{path}", self.domain.value.ascii(), self.base.as_str())
    }

    /// Where its site is, as people read it: `klinikk.no`, or `klinikk.no/personvern`.
    #[must_use]
    pub fn shown_domain(&self) -> String {
        format!("{}{}", self.domain.value.shown(), self.base.as_str())
    }
}

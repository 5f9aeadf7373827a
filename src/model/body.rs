use super::Id;
use crate::span::{Located, Span};

/// A Markdown text, read once: HTML with holes where a placeholder, a link into the site or a heading goes.
///
/// The HTML between the holes is safe: it comes from Markdown without raw HTML,
/// and every link in it passed the allow-list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// The pieces, in order.
    pub segments: Vec<Segment>,
    /// Where paragraphs, items and cells begin, in order; subheadings say it themselves.
    pub blocks: Vec<Block>,
}

impl Body {
    /// Whether a reader sees anything of it beside subheadings.
    #[must_use]
    pub fn says_something(&self) -> bool {
        let mut is_heading = false;
        self.segments.iter().any(|segment| match segment {
            Segment::Html(html) => !is_heading && has_letters(html),
            Segment::Placeholder { .. } => !is_heading,
            Segment::LinkStart(_) => false,
            Segment::HeadingStart { .. } => {
                is_heading = true;
                false
            }
            Segment::HeadingEnd { .. } => {
                is_heading = false;
                false
            }
        })
    }

    /// Whether it reads as another text does, wherever the two are written.
    #[must_use]
    pub fn reads_as(&self, other: &Self) -> bool {
        self.segments.len() == other.segments.len()
            && self.segments.iter().zip(&other.segments).all(|(one, two)| one.reads_as(two))
    }

    /// The paths of its placeholders, those in the targets of links among them, in the order of their places.
    ///
    /// An address that a link shows, or that several links share, is written once and counts once.
    #[must_use]
    pub fn placeholders(&self) -> Vec<&Located<String>> {
        let mut paths = Vec::new();
        for segment in &self.segments {
            match segment {
                Segment::Placeholder { path, .. } => paths.push(path),
                Segment::LinkStart(LinkTarget::Composed { parts, .. }) => {
                    paths.extend(parts.iter().filter_map(LinkPart::placeholder));
                }
                _ => {}
            }
        }
        paths.sort_by_key(|path| path.span.start);
        paths.dedup_by_key(|path| path.span);
        paths
    }
}

/// Whether a letter or a number stands between the tags.
fn has_letters(html: &str) -> bool {
    let mut is_tag = false;
    let visible = html.chars().filter(|sign| {
        is_tag = *sign == '<' || is_tag && *sign != '>';
        !is_tag
    });
    // An entity that is left in finished HTML stands for a sign, not for a letter.
    let visible: String = visible.collect();
    ["&amp;", "&lt;", "&gt;", "&quot;"]
        .iter()
        .fold(visible, |text, entity| text.replace(entity, ""))
        .chars()
        .any(char::is_alphanumeric)
}

/// The beginning of a paragraph, an item of a list, a cell of a table or a block of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// The piece of HTML that it begins in, by its number.
    pub segment: usize,
    /// How many bytes of that piece stand before its content.
    pub offset: usize,
    /// Where it is written.
    pub span: Span,
}

/// A piece of a [`Body`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Finished HTML.
    Html(String),
    /// `{{ dotted.path }}` in running text.
    Placeholder {
        /// The path.
        path: Located<String>,
        /// Where it stands.
        context: PlaceholderContext,
    },
    /// The start of a link whose target depends on the page; the end is in the HTML that follows.
    LinkStart(LinkTarget),
    /// The start of a subheading.
    HeadingStart {
        /// Its depth below the clause's own title, from 1.
        depth: u8,
        /// Its anchor, unique within the clause.
        anchor: String,
        /// Where it is written.
        span: Span,
    },
    /// The end of a subheading.
    HeadingEnd {
        /// Its depth below the clause's own title, from 1.
        depth: u8,
    },
}

impl Segment {
    fn reads_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Placeholder { path, .. }, Self::Placeholder { path: other, .. }) => {
                path.value == other.value
            }
            (Self::LinkStart(one), Self::LinkStart(two)) => one.leads_as(two),
            (
                Self::HeadingStart { depth, anchor, .. },
                Self::HeadingStart { depth: other, anchor: same, .. },
            ) => depth == other && anchor == same,
            (one, two) => one == two,
        }
    }
}

impl LinkTarget {
    fn leads_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Document(one), Self::Document(two)) | (Self::Clause(one), Self::Clause(two)) => {
                one.value == two.value
            }
            (Self::Composed { parts, .. }, Self::Composed { parts: others, .. }) => {
                let same = |(one, two): (&LinkPart, &LinkPart)| match (one, two) {
                    (LinkPart::Placeholder(one), LinkPart::Placeholder(two)) => one.value == two.value,
                    (one, two) => one == two,
                };
                parts.len() == others.len() && parts.iter().zip(others).all(same)
            }
            _ => false,
        }
    }
}

/// Where a placeholder stands, which decides whether its value may become a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceholderContext {
    /// In running text: an e-mail address, a telephone number or a web address becomes a link.
    Running,
    /// Within a link, a heading or code: plain text.
    Plain,
}

/// Where a link leads that only the page can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// `doc:<id>`
    Document(Located<Id>),
    /// `clause:<id>`
    Clause(Located<Id>),
    /// An address with placeholders in it.
    Composed {
        /// Literal text and placeholder paths, in order.
        parts: Vec<LinkPart>,
        /// Where the link is written.
        span: Span,
    },
}

/// A piece of a composed link target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkPart {
    /// Text as it is.
    Literal(String),
    /// A placeholder's path.
    Placeholder(Located<String>),
}

impl LinkPart {
    fn placeholder(&self) -> Option<&Located<String>> {
        match self {
            Self::Literal(_) => None,
            Self::Placeholder(path) => Some(path),
        }
    }
}

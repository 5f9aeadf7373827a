use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{ClinicData, DateView, Html, Ready, TermView};

/// What every page sees.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PageView {
    /// The language of the page, as a BCP 47 tag.
    pub lang: String,
    /// The text of the `title` element: unique on the site.
    pub title: String,
    /// The page's one `h1`.
    pub heading: String,
    /// One sentence for search engines.
    pub description: String,
    /// The relative path to the site's root: `../../`, or nothing on the front page.
    pub root: String,
    /// The relative path to the front page of this language.
    pub home: String,
    /// The relative path to the clinic's own front page, where the brand lists several;
    /// else the same as `home`.
    pub front: String,
    /// The canonical address of the page: the original's where several brands publish the clinic,
    /// nothing on the page of what is not found.
    pub canonical: String,
    /// The page's own address, which paper shows; empty on the page of what is not found.
    pub address: String,
    /// Whether the canonical address is this page's own; only then do search engines care for its languages.
    pub is_original: bool,
    /// The page in every language of the brand, this one included.
    pub alternates: Vec<Alternate>,
    /// The address for those who speak none of the brand's languages.
    pub default_address: String,
    /// Whether search engines are asked to stay away.
    pub noindex: bool,
    /// That the page is an example or a draft, if it is not the clinic's finished word.
    pub disclaimer: Option<String>,
    /// The stylesheet, relative to this page.
    pub stylesheet: String,
    /// The brand's own mark; its name in type stands in where it has none.
    pub logo: Option<LogoView>,
    /// The small pictures that stand for the brand on a browser's tab:
    /// its logo in two modes, or its `mark` on a ground of its own.
    pub icons: Vec<IconView>,
    /// The brand.
    pub brand: BrandView,
    /// The character of the brand's pages: `calm`, `warm`, `crisp` or `bold`.
    pub style: String,
    /// One or two letters that stand for the brand: the first of its name's words.
    pub mark: String,
    /// The clinic that the page is about; none on a list of clinics,
    /// in a shared statement and on the page of what is not found.
    pub clinic: Option<ClinicView>,
    /// The clinic's pages.
    pub navigation: Vec<NavigationItem>,
    /// What is announced on this page today.
    pub notices: Vec<NoticeView>,
    /// The theme's texts in the page's language, by their keys in `strings/<language>.toml`.
    pub t: Ready<BTreeMap<String, String>>,
}

/// The page in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Alternate {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The language's own name for itself.
    pub name: String,
    /// The absolute address.
    pub address: String,
    /// The relative address.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether it is its own original, and not that of another brand.
    /// Only such pages name one another for search engines.
    pub is_original: bool,
}

/// The brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BrandView {
    /// The id in the content.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its domain, as people read it.
    pub domain: String,
}

/// The brand's mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LogoView {
    /// The mark.
    pub light: PictureView,
    /// The mark on dark ground; where it is missing, the other needs a light ground behind it.
    pub dark: Option<PictureView>,
    /// Whether the name stands beside it; else its text alternative is the name.
    pub beside_name: bool,
}

/// A picture, with the size at which it is shown, so that nothing moves when it comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PictureView {
    /// The relative address.
    pub href: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A small picture that stands for the brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IconView {
    /// The relative address.
    pub href: String,
    /// `image/svg+xml` or `image/png`.
    pub kind: String,
    /// The media query under which it is meant; none where there is but one.
    pub media: Option<String>,
}

/// The clinic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClinicView {
    /// The id in the content.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The name of its group.
    pub group: String,
}

/// A link in the navigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NavigationItem {
    /// The document's id: `privacy`, `cookies` …
    pub id: String,
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The relative address.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// A notice that is shown today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoticeView {
    /// Its anchor.
    pub id: String,
    /// `info`, `important` or `urgent`.
    pub level: String,
    /// Its title.
    pub title: String,
    /// The language of the title where it is not the page's.
    pub title_lang: Option<String>,
    /// Its text, as finished HTML.
    pub parts: Vec<TextPart>,
    /// What the abbreviations mean that its text uses.
    pub terms: Vec<TermView>,
    /// The names of the departments that it is about; none where it is for all.
    pub departments: Vec<String>,
    /// The last day on which it is shown, if it has one.
    pub until: Option<DateView>,
    /// The clinics that it is for, where a page speaks for several and not all have it.
    pub clinics: Vec<String>,
}

/// A piece of finished HTML and its language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextPart {
    /// Finished HTML.
    pub html: Ready<Html>,
    /// The language where it is not the page's: a fallback stands in.
    pub lang: Option<String>,
}

/// What `front.html` sees.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FrontPage {
    /// The page.
    pub page: PageView,
    /// What the front page answers.
    pub front: FrontView,
}

/// The answers of the front page.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FrontView {
    /// The clinics to choose from, on the root of a brand that publishes several.
    pub clinics: Vec<ClinicChoice>,
    /// The clinic's facts; none on a list of clinics.
    pub data: Option<Ready<ClinicData>>,
    /// Where in the statement each question is answered.
    pub links: StatementLinks,
    /// What the reader may ask for; empty on a list of clinics.
    pub rights: Vec<RightView>,
}

/// A clinic to choose, on the root of a brand that publishes several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClinicChoice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The relative address of its front page.
    pub href: String,
    /// The notices that its front page shows today.
    pub notices: Vec<NoticeTitle>,
}

/// The title of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoticeTitle {
    /// The title.
    pub text: String,
    /// The language of the title where it is not the page's.
    pub lang: Option<String>,
}

/// A right of the reader, and how it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RightView {
    /// `access`, `rectification`, `erasure`, `restriction`, `objection`, `portability` or `withdrawal`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it lets the reader do, in a few words.
    pub what: String,
    /// What to say when asking.
    pub how: String,
    /// The subject of an e-mail that asks for it, as a `mailto:` link holds it.
    pub subject: String,
    /// The section that explains it.
    pub href: Option<String>,
}

/// Where the statement answers a question: relative addresses, each there only where the clause is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatementLinks {
    /// The whole statement.
    pub statement: Option<String>,
    /// Who is responsible: the section that shows the controllers.
    pub controllers: Option<String>,
    /// How to reach them: the section that shows the contacts.
    pub contacts: Option<String>,
    /// What for: the section that shows the purposes.
    pub purposes: Option<String>,
    /// Who gets it: the section that shows the processors.
    pub processors: Option<String>,
    /// How long: the section that shows the retention.
    pub retention: Option<String>,
    /// Your rights: the section that answers GDPR Article 13(2)(b).
    pub rights: Option<String>,
    /// How to complain: the section that answers Article 77.
    pub complaint: Option<String>,
    /// The opening hours.
    pub hours: Option<String>,
    /// The laws: the section that shows them.
    pub laws: Option<String>,
}

/// What `document.html` sees.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DocumentPage {
    /// The page.
    pub page: PageView,
    /// The document.
    pub document: DocumentView,
    /// The facts behind its tables.
    pub data: Ready<ClinicData>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentView {
    /// The id in the content.
    pub id: String,
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// Its sections, in the order of reading.
    pub sections: Vec<SectionView>,
    /// What the abbreviations mean that its texts, hours and dates use. A text leads to `#term.<id>` where it
    /// uses one that no single clinic has for itself.
    pub terms: Vec<TermView>,
    /// The rights, where one of its sections shows them; else empty.
    pub rights: Vec<RightView>,
    /// Where the statement tells how to complain, where the rights are shown.
    pub complaint: Option<String>,
    /// Whether the rows of its tables say which clinic they are for.
    pub shared: bool,
    /// The opening hours as schema.org has them, where the document shows them:
    /// finished JSON for a data block.
    pub hours_data: Option<Ready<Html>>,
}

/// A section: one clause in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionView {
    /// The clause's id, which is its anchor.
    pub id: String,
    /// `4.2`
    pub number: String,
    /// 1 for a section, 2 and 3 for parts of it.
    pub depth: usize,
    /// The level of its heading: one more than its depth.
    pub level: usize,
    /// Its title.
    pub title: String,
    /// The language of the title where it is not the page's.
    pub title_lang: Option<String>,
    /// Its text.
    pub parts: Vec<TextPart>,
    /// The table that it shows: `purposes`, `processors` …
    pub table: Option<String>,
}

/// What `404.html` sees.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NotFoundPage {
    /// The page; its addresses start at the root, since it stands in for any path.
    pub page: PageView,
}

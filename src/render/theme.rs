use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::palette::palette_css;
use super::strings::Strings;
use super::template::{Shape, Templates, reference_to_markdown};
use super::view::{DocumentPage, FrontPage, NotFoundPage};
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say, nearest};
use crate::model::{Brand, Checksum, Id, Language, Line, Node, OutputPath, Reader, SiteConfig, TableReader};
use crate::parse::parse_theme_file;
use crate::source::SourceTree;
use crate::span::Span;

/// A theme, ready to render with: its templates are checked, its strings complete.
#[derive(Debug)]
pub struct Theme {
    /// None where they have faults; then texts are still looked at, but no page is made.
    pub(super) templates: Option<Templates>,
    pub(super) strings: BTreeMap<Language, Strings>,
    /// The files that every brand gets beside its pages.
    pub(super) assets: Vec<Asset>,
    stylesheet: Asset,
    chain: Vec<String>,
}

/// A file of `static/`, under a name that changes with its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asset {
    /// Its path below the brand's root: `assets/style.0123456789abcdef.css`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The theme that the program carries.
const BASE: &str = "base";

/// The file that every page loads.
const STYLESHEET: &str = "style.css";

/// A theme may extend one that extends one; more is a circle or a maze.
const LONGEST_CHAIN: usize = 8;

/// The templates that pages are made with, and the shape of what each sees.
fn entry_points() -> [(&'static str, Shape); 3] {
    [
        ("front.html", Shape::of::<FrontPage>()),
        ("document.html", Shape::of::<DocumentPage>()),
        ("404.html", Shape::of::<NotFoundPage>()),
    ]
}

/// Every value that a theme's templates see, as Markdown: for the theme's README, made from the types.
#[must_use]
pub fn template_reference() -> String {
    let tables =
        entry_points().map(|(name, shape)| format!("### `{name}`\n\n{}", reference_to_markdown(&shape)));
    tables.join("\n")
}

impl Theme {
    /// Loads the site's theme with all that it extends.
    pub fn load(tree: &SourceTree, config: &SiteConfig, found: &mut Diagnostics) -> Option<Self> {
        let chain = theme_chain(tree, config, found)?;
        let entry_points = [
            ("front.html", Shape::of::<FrontPage>()),
            ("document.html", Shape::of::<DocumentPage>()),
            ("404.html", Shape::of::<NotFoundPage>()),
        ];
        let mut faults = Diagnostics::new();
        // A misspelt name has been reported at its place; rendering would stumble over it once more.
        let templates =
            Templates::load(tree, &chain, &entry_points, &mut faults).filter(|_| !faults.has_errors());
        found.append(faults);
        let mut strings = BTreeMap::new();
        let languages: BTreeSet<&Language> =
            config.languages.iter().chain(config.fallback.values()).collect();
        for language in languages {
            strings.extend(
                load_strings(tree, &chain, language, config.span, found)
                    .map(|loaded| (language.clone(), loaded)),
            );
        }
        let mut assets = collect_assets(tree, &chain, found);
        let stylesheet = assets.remove(STYLESHEET);
        if stylesheet.is_none() {
            found.push(Diagnostic::error(
                "missing-file",
                config.theme.as_ref().map_or(config.span, |theme| theme.span),
                say::theme_without_stylesheet(&chain[0]),
            ));
        }
        let complete = strings.len() == languages_of(config).len();
        let assets = assets.into_values().collect();
        Some(Self { templates, strings, assets, stylesheet: stylesheet.filter(|_| complete)?, chain })
    }

    /// The theme and what it extends, itself first.
    #[must_use]
    pub fn chain(&self) -> &[String] {
        &self.chain
    }

    /// The one stylesheet of a brand's pages: the theme's, and the brand's colours.
    pub(super) fn stylesheet(&self, brand: &Brand) -> Cow<'_, Asset> {
        let Some(colours) = &brand.colours else { return Cow::Borrowed(&self.stylesheet) };
        let bytes = [self.stylesheet.bytes.as_slice(), palette_css(colours).as_bytes()].concat();
        Cow::Owned(Asset { path: hashed_path(STYLESHEET, &bytes), bytes })
    }

    /// The strings of a language; loading made sure that they are there.
    pub(super) fn strings(&self, language: &Language) -> &Strings {
        self.strings.get(language).expect("a theme is loaded with the strings of every language of the site")
    }
}

fn languages_of(config: &SiteConfig) -> BTreeSet<&Language> {
    config.languages.iter().chain(config.fallback.values()).collect()
}

/// The theme and what it extends, itself first.
fn theme_chain(tree: &SourceTree, config: &SiteConfig, found: &mut Diagnostics) -> Option<Vec<String>> {
    let mut chain: Vec<String> = Vec::new();
    let mut next = Some(match &config.theme {
        Some(theme) => (theme.value.to_string(), theme.span),
        None => (BASE.to_owned(), config.span),
    });
    while let Some((id, span)) = next.take() {
        let Some((file, source)) = tree.find(&format!("themes/{id}/theme.toml")) else {
            let names: BTreeSet<&str> =
                tree.below("themes").filter_map(|(_, file)| file.path.as_str().split('/').nth(1)).collect();
            let error = Diagnostic::error("unknown-theme", span, say::unknown_theme(&id));
            found.push(error.with_help(nearest(&id, names).map(did_you_mean)));
            return None;
        };
        if chain.contains(&id) || chain.len() == LONGEST_CHAIN {
            found.push(Diagnostic::error("theme-circle", span, say::theme_extends_itself(&id)));
            return None;
        }
        chain.push(id);
        let root = parse_theme_file(file, source, found);
        next = read_extends(&root, found);
    }
    Some(chain)
}

fn read_extends(root: &Node, found: &mut Diagnostics) -> Option<(String, Span)> {
    let mut reader = Reader { languages: &[], found };
    let mut table = TableReader::open(root, &mut reader)?;
    table.field::<Line>("name");
    let extends = table.field::<Id>("extends");
    table.finish(&[]);
    extends.map(|extends| (extends.value.to_string(), extends.span))
}

/// The nearest theme's strings, with those of the extended themes below them.
fn load_strings(
    tree: &SourceTree,
    chain: &[String],
    language: &Language,
    config: Span,
    found: &mut Diagnostics,
) -> Option<Strings> {
    let mut merged: Option<Node> = None;
    for theme in chain.iter().rev() {
        let Some((file, source)) = tree.find(&format!("themes/{theme}/strings/{language}.toml")) else {
            continue;
        };
        let root = parse_theme_file(file, source, found);
        merged = Some(match merged {
            Some(below) => overlay(below, root),
            None => root,
        });
    }
    let Some(root) = merged else {
        found.push(Diagnostic::error("missing-string", config, say::theme_lacks_language(language.as_str())));
        return None;
    };
    Strings::read(language.clone(), &root, found)
}

fn overlay(below: Node, above: Node) -> Node {
    use crate::model::NodeKind::Table;
    match (below.kind, above.kind) {
        (Table(mut lower), Table(upper)) => {
            lower.retain(|entry| !upper.iter().any(|other| other.key.value == entry.key.value));
            lower.extend(upper);
            Node { kind: Table(lower), span: above.span }
        }
        (kind, _) => Node { kind, span: below.span },
    }
}

/// The files of `static/`, the nearest theme's first, by their names.
fn collect_assets(tree: &SourceTree, chain: &[String], found: &mut Diagnostics) -> BTreeMap<String, Asset> {
    let mut assets = BTreeMap::new();
    for theme in chain.iter().rev() {
        let folder = format!("themes/{theme}/static");
        for (id, file) in tree.below(&folder) {
            let name = &file.path.as_str()[folder.len() + 1..];
            let bytes =
                if file.bytes.is_empty() { file.text.clone().into_bytes() } else { file.bytes.clone() };
            let path = hashed_path(name, &bytes);
            if OutputPath::parse(&path).is_none() || is_script(name) {
                found.push(
                    Diagnostic::error("asset", Span::start_of(id), say::asset_is_not_published(name))
                        .with_help(say::assets_are()),
                );
                continue;
            }
            assets.insert(name.to_owned(), Asset { path, bytes });
        }
    }
    assets
}

/// Pages are free of scripts; only stylesheets, pictures and fonts are published.
fn is_script(name: &str) -> bool {
    const PUBLISHED: [&str; 7] = ["css", "png", "jpg", "webp", "ico", "woff2", "txt"];
    !name.rsplit_once('.').is_some_and(|(_, ending)| PUBLISHED.contains(&ending))
}

/// `style.css` becomes `assets/style.0123456789abcdef.css`: a changed file has a new address, so caches may keep it for ever.
fn hashed_path(name: &str, bytes: &[u8]) -> String {
    let hash = &Checksum::of(bytes).to_string()[..16];
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{hash}.{ending}"),
        None => format!("assets/{name}.{hash}"),
    }
}

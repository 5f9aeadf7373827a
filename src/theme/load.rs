use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::asset::{Asset, STYLESHEET, collect_assets};
use super::pen::Pen;
use super::signs::Signs;
use super::string_files::{load_strings, string_keys, string_places};
use super::strings::Strings;
use super::template::{Shape, Templates, reference_to_markdown};
use super::tokens::Tokens;
use super::view::{DocumentPage, FrontPage, NotFoundPage};
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say, nearest};
use crate::model::{Grounds, Id, Language, Line, Node, Reader, SiteConfig, TableReader};
use crate::parse::parse_theme_settings;
use crate::source::SourceTree;
use crate::span::Span;

/// A theme, ready to render with: its templates are checked, its strings complete.
#[derive(Debug, Clone)]
pub struct Theme {
    /// None if they have faults; then texts are still looked at, but no page is made.
    pub(crate) templates: Option<Templates>,
    pub(crate) strings: BTreeMap<Language, Strings>,
    /// The files that every brand gets beside its pages.
    pub(crate) assets: Vec<Asset>,
    /// The file that every page loads, with the tokens that the theme changes.
    pub(crate) stylesheet: Asset,
    pub(crate) tokens: Tokens,
    chain: Vec<String>,
}

/// The theme that the program carries.
const BASE: &str = "base";

/// A theme may extend one that extends one; more is a circle, or more than anyone can follow.
const LONGEST_CHAIN: usize = 8;

/// The templates that pages are made with, and the shape of what each sees.
static ENTRY_POINTS: LazyLock<[(&str, Shape); 3]> = LazyLock::new(|| {
    [
        ("front.html", Shape::of::<FrontPage>()),
        ("document.html", Shape::of::<DocumentPage>()),
        ("404.html", Shape::of::<NotFoundPage>()),
    ]
});

/// Every value that a theme's templates see, as Markdown: for the theme's README, made from the types.
#[must_use]
pub fn template_reference() -> String {
    let tables = ENTRY_POINTS
        .each_ref()
        .map(|(name, shape)| format!("### `{name}`\n\n{}", reference_to_markdown(shape)));
    tables.join("\n")
}

impl Theme {
    /// Loads the site's theme with all that it extends.
    pub fn load(tree: &SourceTree, config: &SiteConfig, found: &mut Diagnostics) -> Option<Self> {
        let links = theme_chain(tree, config, found)?;
        let chain: Vec<String> = links.iter().map(|link| link.id.clone()).collect();
        report_unused_themes(tree, config, &chain, found);
        let keys = string_keys(tree, &chain, found);
        // A misspelt text is found as any misspelt field is, also in branches that no page takes.
        let entry_points =
            ENTRY_POINTS.each_ref().map(|(name, shape)| (*name, shape.with_names(&["page", "t"], &keys)));
        let mut faults = Diagnostics::new();
        // A misspelt name has been reported at its place; rendering would report it once more.
        let templates =
            Templates::load(tree, &chain, &entry_points, &mut faults).filter(|_| !faults.has_errors());
        found.append(faults);
        let mut strings = BTreeMap::new();
        let languages: BTreeSet<&Language> =
            config.languages.iter().chain(config.fallback.values()).collect();
        for language in &languages {
            strings.extend(
                load_strings(tree, &chain, language, &keys, config.span, found)
                    .map(|loaded| ((*language).clone(), loaded)),
            );
        }
        let mut assets = collect_assets(tree, &chain, found);
        let tokens = read_tokens(tree, &links, found);
        let stylesheet = assets.remove(STYLESHEET).map(|stylesheet| stylesheet.with(&tokens.changes_css()));
        if stylesheet.is_none() {
            found.push(Diagnostic::error(
                "missing-file",
                config.theme.as_ref().map_or(config.span, |theme| theme.span),
                say::theme_without_stylesheet(&chain[0]),
            ));
        }
        let complete = strings.len() == languages.len();
        let assets = assets.into_values().collect();
        let stylesheet = stylesheet.filter(|_| complete)?;
        Some(Self { templates, strings, assets, stylesheet, tokens, chain })
    }

    /// The theme and what it extends, itself first.
    #[must_use]
    pub fn chain(&self) -> &[String] {
        &self.chain
    }

    /// The theme, with a pen that marks what it writes with `signs`;
    /// `tree` is the one that it was loaded from.
    #[must_use]
    pub fn marking(&self, signs: Signs, tree: &SourceTree) -> Self {
        let marking = |(language, strings): (&Language, &Strings)| {
            let pen = Pen::marking(signs, string_places(tree, &self.chain, language));
            (language.clone(), strings.clone().written_with(pen))
        };
        Self { strings: self.strings.iter().map(marking).collect(), ..self.clone() }
    }

    /// What a brand's colours stand on.
    #[must_use]
    pub fn grounds(&self) -> Grounds {
        self.tokens.grounds()
    }

    /// The strings of a language; loading made sure that they are there.
    pub(crate) fn strings(&self, language: &Language) -> &Strings {
        self.strings.get(language).expect("a theme is loaded with the strings of every language of the site")
    }
}

/// The site's theme and what it extends, itself first; empty if one of them is not there.
#[must_use]
pub fn theme_ids(tree: &SourceTree, config: &SiteConfig) -> Vec<String> {
    let chain = theme_chain(tree, config, &mut Diagnostics::new());
    chain.into_iter().flatten().map(|link| link.id).collect()
}

/// A theme of a chain: its folder, and what it changes of the tokens.
struct Link {
    id: String,
    tokens: Option<Node>,
}

/// The theme and what it extends, itself first.
fn theme_chain(tree: &SourceTree, config: &SiteConfig, found: &mut Diagnostics) -> Option<Vec<Link>> {
    let mut chain: Vec<Link> = Vec::new();
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
        if chain.iter().any(|link| link.id == id) || chain.len() == LONGEST_CHAIN {
            found.push(Diagnostic::error("theme-circle", span, say::theme_extends_itself(&id)));
            return None;
        }
        let root = parse_theme_settings(file, source, &["name", "extends", "tokens"], found);
        let mut reader = Reader { languages: &[], found };
        let mut table = TableReader::open(&root, &mut reader)?;
        table.field::<Line>("name");
        let extends = table.field::<Id>("extends");
        let tokens = table.node("tokens").cloned();
        table.finish(&[]);
        chain.push(Link { id, tokens });
        next = extends.map(|extends| (extends.value.to_string(), extends.span));
    }
    Some(chain)
}

/// Reports the themes of the site that are in no chain; the base theme is there to be extended.
fn report_unused_themes(tree: &SourceTree, config: &SiteConfig, chain: &[String], found: &mut Diagnostics) {
    // A line that could not be read may choose one of them.
    let names_a_theme = |line: &str| line.trim_start().starts_with("theme");
    let settings = &tree.file(config.span.file).text;
    if config.theme.is_none() && settings.lines().any(names_a_theme) {
        return;
    }
    for (id, file) in tree.below("themes") {
        let Some((theme, "theme.toml")) =
            file.path.as_str().strip_prefix("themes/").and_then(|path| path.split_once('/'))
        else {
            continue;
        };
        if theme != BASE && chain.iter().all(|used| used != theme) {
            let finding = Diagnostic::warning("unused-theme", Span::start_of(id), say::unused_theme(theme));
            found.push(finding.with_help(say::choose_the_theme(theme)));
        }
    }
}

/// The tokens of the nearest stylesheet, with what the themes of the chain change of them;
/// the nearest wins.
fn read_tokens(tree: &SourceTree, links: &[Link], found: &mut Diagnostics) -> Tokens {
    let stylesheet =
        links.iter().find_map(|link| tree.find(&format!("themes/{}/static/{STYLESHEET}", link.id)));
    let Some((file, source)) = stylesheet else { return Tokens::default() };
    let mut tokens = Tokens::of_stylesheet(file, &source.text);
    let mut reader = Reader { languages: &[], found };
    for node in links.iter().rev().filter_map(|link| link.tokens.as_ref()) {
        tokens.change(node, &mut reader);
    }
    tokens.check_contrast(found);
    tokens
}

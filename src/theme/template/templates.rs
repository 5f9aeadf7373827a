use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::check::{Source, check_templates};
use super::fault::{load_fault, render_fault};
use super::shape::Shape;
use crate::diagnostic::catalogue::content::control_character;
use crate::diagnostic::catalogue::template as say;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::report_hidden_signs;
use crate::source::{SourceTree, escaped};
use crate::span::{FileId, Span};

/// A theme's templates, ready to render.
#[derive(Debug, Clone)]
pub struct Templates {
    tera: Tera,
    /// Each template's file, by the name that others call it by.
    files: BTreeMap<String, FileId>,
    /// The place for what is said of the theme as a whole.
    home: FileId,
}

const SUFFIXES: [&str; 2] = [".html", ".xml"];

impl Templates {
    /// The templates of a theme, given as the chain of itself and what it extends, the nearest first.
    ///
    /// A template is called by its path below `templates/`;
    /// of two with the same name the nearer theme's counts.
    /// `entry_points` are the templates that pages are made with, with the shapes of what
    /// [`Templates::render`] is given. Returns `None` if Tera cannot read them, or if the tree is empty;
    /// misspelt names alone are findings and no more.
    #[must_use]
    pub fn load(
        tree: &SourceTree,
        chain: &[String],
        entry_points: &[(&str, Shape)],
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let files = collect(tree, chain);
        let home = home(tree, chain)?;
        report_missing(chain, &files, entry_points, home, found);
        let (sources, mut broken) = sources(tree, &files, found);
        let mut tera = Tera::default();
        tera.autoescape_on(SUFFIXES);
        let added = tera.add_raw_templates(sources.iter().map(|source| (source.name, source.text)));
        if added.is_err() {
            broken.extend(report_broken(tree, &files, &sources, found));
        }
        let readable: Vec<Source<'_>> =
            sources.into_iter().filter(|source| !broken.contains(&source.name)).collect();
        let mut names = Diagnostics::new();
        check_templates(&readable, &broken, entry_points, &mut names);
        if let Err(error) = &added
            && broken.is_empty()
            && !names.has_errors()
        {
            found.push(load_fault(error, tree, &files, home));
        }
        found.append(names);
        (added.is_ok() && broken.is_empty()).then_some(Self { tera, files, home })
    }

    /// Puts the page that the template `name` makes of `page` into `html`, in the place of what was there.
    ///
    /// # Errors
    /// If the template uses a value in a way that this page's data does not allow.
    #[expect(clippy::result_large_err, reason = "a page fails once, and its caller hands this to the sink")]
    pub fn render(&self, name: &str, page: &impl Serialize, html: &mut Vec<u8>) -> Result<(), Diagnostic> {
        html.clear();
        let context = Context::from_serialize(page);
        context.and_then(|context| self.tera.render_to(name, &context, html)).map_err(|error| {
            let file = self.files.get(name).copied().unwrap_or(self.home);
            render_fault(&error, &self.files, file)
        })
    }
}

fn folder(theme: &str) -> String {
    format!("themes/{theme}/templates")
}

fn collect(tree: &SourceTree, chain: &[String]) -> BTreeMap<String, FileId> {
    let mut files = BTreeMap::new();
    for theme in chain {
        let folder = folder(theme);
        for (id, file) in tree.below(&folder) {
            let name = &file.path.as_str()[folder.len() + 1..];
            if SUFFIXES.iter().any(|suffix| name.ends_with(suffix)) {
                files.entry(name.to_owned()).or_insert(id);
            }
        }
    }
    files
}

/// The nearest theme's `theme.toml`, else whatever file comes first; `None` in an empty tree.
fn home(tree: &SourceTree, chain: &[String]) -> Option<FileId> {
    let config = chain.iter().find_map(|theme| tree.find(&format!("themes/{theme}/theme.toml")));
    config.map(|(id, _)| id).or_else(|| tree.iter().next().map(|(id, _)| id))
}

fn report_missing(
    chain: &[String],
    files: &BTreeMap<String, FileId>,
    entry_points: &[(&str, Shape)],
    home: FileId,
    found: &mut Diagnostics,
) {
    let theme = chain.first().map_or("", String::as_str);
    for (name, _) in entry_points.iter().filter(|(name, _)| !files.contains_key(*name)) {
        let headline = say::template_missing(theme, name);
        found.push(Diagnostic::error("template-missing", Span::start_of(home), headline));
    }
}

/// The templates that are text, and the names of those that are not.
fn sources<'a>(
    tree: &'a SourceTree,
    files: &'a BTreeMap<String, FileId>,
    found: &mut Diagnostics,
) -> (Vec<Source<'a>>, Vec<&'a str>) {
    let (mut sources, mut broken) = (Vec::new(), Vec::new());
    for (name, id) in files {
        let file = tree.file(*id);
        match &file.fault {
            None => {
                report_signs(*id, &file.text, found);
                sources.push(Source { name, file: *id, text: &file.text });
            }
            Some(fault) => {
                let span = Span::new(*id, fault.text_offset..fault.text_offset);
                let diagnostic = Diagnostic::error("template-encoding", span, say::template_not_utf8(name));
                found.push(diagnostic.with_help(say::save_as_utf8()));
                broken.push(name.as_str());
            }
        }
    }
    (sources, broken)
}

/// Says where a template has signs that nobody sees, and those that steer a terminal or end a text, which no
/// page may have, also as `&#27;`.
fn report_signs(file: FileId, text: &str, found: &mut Diagnostics) {
    report_hidden_signs(file, text, found);
    for (at, first) in text.match_indices(|letter: char| letter == '&' || letter.is_control()) {
        let (sign, length) =
            escaped(&text[at..]).unwrap_or((first.chars().next().unwrap_or(' '), first.len()));
        // Of a number that is no letter a reader makes this sign.
        let is_lost = length > first.len() && sign == char::REPLACEMENT_CHARACTER;
        if is_lost || sign.is_control() && !matches!(sign, '\n' | '\t') {
            let code = sign.escape_unicode().to_string();
            let headline = control_character(if is_lost { &text[at..at + length] } else { &code });
            found.push(Diagnostic::error("invalid-value", Span::new(file, at..at + length), headline));
        }
    }
}

/// Reports every template that cannot be read, and returns their names.
///
/// Tera stops at the first of a batch, so each is tried by itself;
/// what it then misses in others does not count.
fn report_broken<'a>(
    tree: &SourceTree,
    files: &BTreeMap<String, FileId>,
    sources: &[Source<'a>],
    found: &mut Diagnostics,
) -> Vec<&'a str> {
    let mut broken = Vec::new();
    for source in sources {
        let alone = Tera::default().add_raw_template(source.name, source.text);
        if let Err(error) = alone
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            found.push(load_fault(&error, tree, files, source.file));
            broken.push(source.name);
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::Templates;
    use crate::diagnostic::{Diagnostic, Diagnostics};
    use crate::source::{SourceFile, SourcePath, SourceTree};
    use crate::theme::template::Shape;

    fn tree(files: &[(&str, &[u8])]) -> SourceTree {
        let path = |path: &str| SourcePath::parse(path).expect("the path is plain");
        SourceTree::new(
            files.iter().map(|(name, bytes)| SourceFile::new(path(name), bytes.to_vec())).collect(),
        )
    }

    fn load(tree: &SourceTree) -> (Option<Templates>, Vec<String>) {
        let mut found = Diagnostics::new();
        let chain = ["own".to_owned(), "base".to_owned()];
        let templates = Templates::load(tree, &chain, &[("page.html", Shape::Any)], &mut found);
        let line = |d: Diagnostic| format!("{} {} {}", tree.place(d.span), d.code, d.headline);
        (templates, found.into_sorted().into_iter().map(line).collect())
    }

    #[expect(clippy::result_large_err, reason = "as the function that is called")]
    fn render(templates: &Templates, page: &impl Serialize) -> Result<String, Diagnostic> {
        let mut html = b"the page before".to_vec();
        templates.render("page.html", page, &mut html)?;
        Ok(String::from_utf8(html).expect("a page is text"))
    }

    #[track_caller]
    fn check(files: &[(&str, &[u8])], expected: &[&str]) {
        assert_eq!(load(&tree(files)).1, expected);
    }

    #[test]
    fn every_broken_template_is_reported_and_the_others_are_still_checked() {
        check(
            &[
                ("themes/base/templates/a.html", b"\n{{ a b }}"),
                ("themes/base/templates/b.html", b"{% if a %}"),
                ("themes/base/templates/c.html", b"{% iff a %}"),
                ("themes/base/templates/d.html", b"caf\xe9"),
                ("themes/base/templates/page.html", b"{% include 'a.html' %}{{ x | uper }}"),
            ],
            &[
                "themes/base/templates/a.html:2 template-syntax there is `b` where `}}` should be",
                "themes/base/templates/b.html:1 template-syntax the template ends in the middle of a tag",
                "themes/base/templates/c.html:1 template-syntax unknown tag `iff`",
                "themes/base/templates/d.html:1 template-encoding the template `d.html` is not saved as \
                UTF-8",
                "themes/base/templates/page.html:1 unknown-filter unknown filter `uper`",
            ],
        );
    }

    #[test]
    fn signs_that_no_page_may_have_are_refused_at_their_place() {
        check(
            &[(
                "themes/base/templates/page.html",
                "a&amp;b\tc\n\u{7}d\n&#x1b;e\n&#0;f\n&#xD800;\n\u{9b}&nbsp;\ng\u{200b}\n".as_bytes(),
            )],
            &[
                "themes/base/templates/page.html:2 invalid-value the text has an invisible control character, \\u{7}",
                "themes/base/templates/page.html:3 invalid-value the text has an invisible control character, \\u{1b}",
                "themes/base/templates/page.html:4 invalid-value the text has an invisible control character, &#0;",
                "themes/base/templates/page.html:5 invalid-value the text has an invisible control character, &#xD800;",
                "themes/base/templates/page.html:6 invalid-value the text has an invisible control character, \\u{9b}",
                "themes/base/templates/page.html:7 hidden-sign there is a sign here that nobody sees: ZERO WIDTH SPACE (U+200B)",
            ],
        );
    }

    #[test]
    fn templates_that_load_one_another_in_a_circle_are_reported() {
        check(
            &[
                ("themes/base/templates/a.html", b"{% include 'page.html' %}"),
                ("themes/base/templates/page.html", b"\n{% include 'a.html' %}"),
            ],
            &["themes/base/templates/a.html:1 template-circle the templates load one another in a circle: \
                a.html \u{2192} page.html \u{2192} a.html"],
        );
        check(
            &[("themes/base/templates/page.html", b"{% extends 'page.html' %}")],
            &["themes/base/templates/page.html:1 template-circle the templates load one another in a \
                circle: page.html"],
        );
    }

    #[test]
    fn the_nearer_theme_counts_and_a_missing_template_is_reported() {
        let files: &[(&str, &[u8])] = &[
            ("themes/base/templates/page.html", b"base {% include 'parts/head.html' %}"),
            ("themes/base/templates/parts/head.html", b"head"),
            ("themes/own/templates/parts/head.html", b"\xef\xbb\xbfown {{ title }}"),
            ("themes/other/templates/page.html", b"other"),
        ];
        let (templates, found) = load(&tree(files));
        assert!(found.is_empty());
        let page = render(&templates.expect("the templates are fine"), &json!({ "title": "a & b" }));
        assert_eq!(page.expect("the page renders"), "base own a &amp; b");
        check(
            &[("themes/own/theme.toml", b"")],
            &["themes/own/theme.toml:1 template-missing the theme `own` lacks the template `page.html`"],
        );
    }

    #[test]
    fn a_failing_page_names_the_place_in_the_template() {
        let tree = tree(&[
            ("themes/base/templates/page.html", b"{% include 'part.html' %}"),
            ("themes/base/templates/part.html", b"\n\n{{ clinic.phone.number }}{{ 1 + title }}"),
        ]);
        let templates = load(&tree).0.expect("the templates are fine");
        let check = |page: serde_json::Value, place: &str, headline: &str| {
            let found = render(&templates, &page).expect_err("the page fails");
            assert_eq!((tree.text_at(found.span), found.headline.to_string().as_str()), (place, headline));
            assert_eq!(tree.place(found.span), "themes/base/templates/part.html:3");
        };
        check(json!({ "clinic": { "phone": null } }), "number", "there is no value here on this page");
        check(
            json!({ "clinic": { "phone": { "number": 1 } }, "title": "x" }),
            "1 + title",
            "the template cannot be filled in: `+` requires both operands to be numbers, \
            found `i64` and `string`",
        );
    }

    #[test]
    fn a_safe_string_passes_unescaped_and_uncopied() {
        let tree = tree(&[("themes/base/templates/page.html", b"{{ body }}|{{ title }}")]);
        let templates = load(&tree).0.expect("the templates are fine");
        let page = std::collections::BTreeMap::from([
            ("body", tera::Value::safe_string("<p>a & b</p>")),
            ("title", tera::Value::from("<i>")),
        ]);
        assert_eq!(render(&templates, &page).expect("the page renders"), "<p>a & b</p>|&lt;i&gt;");
    }
}

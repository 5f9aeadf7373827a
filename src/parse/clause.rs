use std::collections::BTreeMap;

use super::front_matter::cut_front_matter;
use super::markdown::{MarkdownText, parse_markdown};
use super::meant::as_meant;
use super::toml::report_unreadable;
use super::toml_fault::Unread;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::content as say, catalogue::pins as pins_say};
use crate::model::{
    ByLanguage, ClauseFront, ClauseInput, ClauseOp, ClauseText, Id, Language, Line, Node, Reader,
    TableReader, TextValue,
};
use crate::source::SourceFile;
use crate::span::{FileId, Located, Span};

/// One Markdown file of the content, read but not yet joined with its translations.
#[derive(Debug, Clone)]
pub(super) struct TextFile {
    /// The start of the file.
    pub span: Span,
    /// The settings, if the file has any.
    pub front: Option<Node>,
    /// Where the settings stand.
    pub front_span: Span,
    /// What of the settings could not be read.
    pub unread: Unread,
    /// Title and text.
    pub text: ClauseText,
    /// Whether settings or text could not be read whole; a fault within the text alone hides nothing of it.
    pub faulty: bool,
}

/// Reads one Markdown file.
pub(super) fn parse_text_file(file: FileId, source: &SourceFile, found: &mut Diagnostics) -> TextFile {
    let unreadable = report_unreadable(file, source, found);
    let cut = cut_front_matter(file, if unreadable { "" } else { &source.text }, found);
    let before = found.count();
    let read = parse_markdown(MarkdownText { file, text: cut.body, offset: cut.body_offset }, found);
    // Settings that are not cut off stand above the title as text.
    found.retain_since(before, |finding| finding.code != "title" || cut.unread.is_nothing());
    let span = Span::start_of(file);
    let begin = cut.body_offset + (cut.body.len() - cut.body.trim_start().len());
    let text = ClauseText { span: Span::new(file, begin..begin), title: read.title, body: read.body };
    let faulty = unreadable || !cut.unread.is_nothing();
    TextFile { span, front: cut.front, front_span: cut.span, unread: cut.unread, text, faulty }
}

/// The id and the language in a file's name: `complaint.nb.md`.
pub(super) fn name_and_language(name: &str, languages: &[Language]) -> Option<(Id, Language)> {
    let (id, language) = name.strip_suffix(".md")?.rsplit_once('.')?;
    let language = languages.iter().find(|known| known.as_str() == language)?;
    Some((Id::parse(id).ok()?, language.clone()))
}

/// The files of one text, one a language, with the settings of the one that has them.
pub(super) struct Translations {
    /// The start of the file with the settings, or of the first there is.
    pub span: Span,
    /// The settings.
    pub front: Option<Node>,
    /// What of the settings could not be read.
    pub unread: Unread,
    /// The texts.
    pub texts: ByLanguage<ClauseText>,
    /// Whether a file could not be read whole.
    pub faulty: bool,
}

/// Joins the files of one text. Settings stand in one of them, whichever language it is in; a second file
/// with settings is reported. Which language comes first is a brand's to say.
pub(super) fn join_translations(
    mut files: BTreeMap<Language, TextFile>,
    reader: &mut Reader<'_>,
) -> Option<Translations> {
    let mut joined = Translations {
        span: files.values().next()?.span,
        front: None,
        unread: Unread::default(),
        texts: ByLanguage::default(),
        faulty: false,
    };
    let mut texts = Vec::with_capacity(files.len());
    let mut settings: Option<Span> = None;
    // In the order in which the site lists its languages: people begin with the first file.
    for language in reader.languages {
        let Some(file) = files.remove(language) else { continue };
        if texts.is_empty() {
            joined.span = file.span;
        }
        let has_settings = file.front.is_some() || !file.unread.is_nothing();
        if let Some(first) = settings.filter(|_| file.front.is_some() && file.unread.is_nothing()) {
            let error = Diagnostic::error("front-matter", file.front_span, say::settings_in_two_files());
            let error = error.with_related(first, say::settings_stand_here());
            reader.found.push(error.with_help(say::remove_these_lines()));
        } else if has_settings && settings.is_none() {
            settings = Some(file.front_span);
            joined.span = file.span;
            joined.front = file.front;
            joined.unread = file.unread;
        }
        joined.faulty |= file.faulty;
        texts.push((language.clone(), file.text));
    }
    joined.texts = texts.into_iter().collect();
    Some(joined)
}

/// Makes a clause of its translations.
pub(super) fn read_clause(translations: Translations, reader: &mut Reader<'_>) -> ClauseInput {
    let Translations { span, front, unread, texts, faulty } = translations;
    let before = reader.found.count();
    let front = front.as_ref().and_then(|node| read_front(node, reader)).unwrap_or_default();
    unread.take_back(before, reader.found);
    let op = front.op.as_ref().map(|op| op.value);
    if op == Some(ClauseOp::Omit) && front.reason.is_none() && reader.found.count() == before {
        let place = front.op.as_ref().map_or(span, |op| op.span);
        let missing = Diagnostic::error("reason-missing", place, say::clause_omitted_without_a_reason());
        reader.found.push(missing.with_help(say::add_a_reason()));
    }
    let clause = ClauseInput { span, faulty: faulty || reader.found.count() > before, front, texts };
    check_titles(&clause, op, reader);
    clause
}

/// A clause has a title, an addition to one has none.
fn check_titles(clause: &ClauseInput, op: Option<ClauseOp>, reader: &mut Reader<'_>) {
    if clause.faulty {
        return;
    }
    if let (Some(after), Some(_)) = (&clause.front.after, &clause.front.under) {
        let error = Diagnostic::error("clause-with-two-places", after.span, say::after_and_under());
        reader.found.push(error);
    }
    let main = reader.languages.iter().find(|language| clause.texts.get(language).is_some());
    let all_lack_it = clause.texts.values().all(|text| text.title.is_none());
    for (language, text) in clause.texts.iter() {
        check_text(text, op, reader);
        let extends = matches!(op, Some(ClauseOp::Append | ClauseOp::Prepend));
        let error = match (&text.title, extends) {
            (Some(title), true) => Diagnostic::error("title", title.span, say::title_in_extension())
                .with_help(say::remove_the_title()),
            // What no language has, is told of where the settings stand, which may be what is wrong.
            (None, false) if all_lack_it && Some(language) != main => continue,
            (None, false) if op != Some(ClauseOp::Omit) => {
                Diagnostic::error("title", text.span, say::title_is_missing())
                    .with_help(say::start_with_a_title())
            }
            _ => continue,
        };
        reader.found.push(error);
    }
}

/// An empty file is not a translation, and a text that is left out has none.
fn check_text(text: &ClauseText, op: Option<ClauseOp>, reader: &mut Reader<'_>) {
    let empty = text.body.segments.is_empty();
    let error = match op {
        Some(ClauseOp::Omit) if !empty || text.title.is_some() => {
            Diagnostic::error("omitted-text", text.span, say::omitted_clause_has_text())
                .with_help(say::remove_the_text())
        }
        Some(ClauseOp::Append | ClauseOp::Prepend) if empty => {
            Diagnostic::error("missing-language", text.span, say::clause_text_is_empty())
                .with_help(say::write_the_text())
        }
        _ => return,
    };
    reader.found.push(error);
}

/// The settings of a clause.
const KEYS: &[&str] = &[
    "override",
    "op",
    "reason",
    "after",
    "under",
    "table",
    "when",
    "unless",
    "satisfies",
    "base",
    "translated_from",
    "same_as",
    "renamed_from",
];

fn read_front(node: &Node, reader: &mut Reader<'_>) -> Option<ClauseFront> {
    let node = as_meant(node, KEYS, &[], reader);
    let mut table = TableReader::open(&node, reader)?;
    let front = ClauseFront {
        override_policy: table.field("override"),
        op: table.field("op"),
        reason: table
            .field::<Line>("reason")
            .map(|reason| Located::new(reason.as_str().to_owned(), reason.span)),
        after: table.field("after"),
        under: table.field("under"),
        table: table.field("table"),
        when: table.field("when"),
        unless: table.field("unless"),
        satisfies: table.field("satisfies"),
        base: table.field("base"),
        translated_from: table.field("translated_from"),
        same_as: table.field("same_as"),
        renamed_from: table.field("renamed_from"),
    };
    table.finish(&[]);
    check_sources(&front, reader);
    Some(front)
}

/// The main language is the one that others are translated from.
fn check_sources(front: &ClauseFront, reader: &mut Reader<'_>) {
    let main = reader.languages.first();
    let pins = front.translated_from.iter().flat_map(|pins| pins.value.iter());
    let of_main: Vec<Span> =
        pins.filter(|(language, _)| Some(*language) == main).map(|(_, pin)| pin.span).collect();
    let main = main.map_or_else(String::new, ToString::to_string);
    for span in of_main {
        let error =
            Diagnostic::error("invalid-value", span, pins_say::main_language_is_no_translation(&main));
        reader.found.push(error.with_help(pins_say::name_the_other_language()));
    }
}

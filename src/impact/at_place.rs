use super::asked::{AskedKind, AskedPart, AskedText};
use super::asked_place::AskedPlace;
use super::at_key::layers;
use super::beyond_clinics::{of_brand_file, of_site_file, of_theme_file};
use super::lines::{WrittenValues, lines_of, top_key};
use crate::diagnostic::Diagnostics;
use crate::model::{AnyInput, FieldKey, InputField, Language, Layer, LayerContent, SiteInput, Text};
use crate::parse::parse_theme_file;
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// The parts that a file holds, or that stand on one of its lines, or begin at one column.
///
/// Empty if nothing stands there that a page could be made of.
#[must_use]
pub fn parts_at<'s>(
    site: &'s SiteInput,
    tree: &SourceTree,
    file: FileId,
    line: Option<usize>,
    column: Option<usize>,
) -> Vec<AskedPart<'s>> {
    let source = tree.file(file);
    let place = AskedPlace { file, source, line, column };
    let path: Vec<&str> = source.path.as_str().split('/').collect();
    let layer = |layer: Layer<'_>| layers(site).into_iter().find(|(known, _)| *known == layer);
    let found = match path.as_slice() {
        ["site.toml"] => return of_site_file(place),
        ["themes", theme, rest @ ..] => return of_theme_file(site, tree, theme, &rest.join("/"), place),
        ["content", "brands", ..] => return of_brand_file(site, place),
        ["content", "group", ..] => layer(Layer::Group),
        ["content", "profiles", id, ..] => layer(Layer::Profile(id)),
        ["content", "clinics", id, ..] => layer(Layer::Clinic(id)),
        _ => None,
    };
    let Some((layer, content)) = found else { return Vec::new() };
    if source.path.as_str().rsplit('.').next() == Some("md") {
        text_parts(layer, content, place)
    } else {
        table_parts(layer, content, place)
    }
}

/// Whether a line is one of those between the signs at the top of a text.
fn is_front(place: AskedPlace<'_>) -> bool {
    let Some(line) = place.line else { return false };
    let mut signs = place.source.text.lines().enumerate().filter(|(_, text)| text.trim() == "+++");
    let (first, last) = (signs.next(), signs.next());
    first.is_some_and(|(index, _)| index == 0) && last.is_some_and(|(index, _)| line <= index + 1)
}

/// What a file of a clause or a notice says.
fn text_parts<'s>(layer: Layer<'s>, content: &'s LayerContent, place: AskedPlace<'_>) -> Vec<AskedPart<'s>> {
    let text = |mut texts: Vec<(&'s Language, Span)>, own: Span| {
        texts.retain(|(_, span)| span.file == place.file);
        match texts.first() {
            Some((language, span)) if !is_front(place) => Some((AskedText::Words(language), *span)),
            Some((_, span)) => Some((AskedText::Front, *span)),
            None => (own.file == place.file).then_some((AskedText::Front, own)),
        }
    };
    for (id, input) in &content.clauses {
        let texts = input.texts.iter().map(|(language, text)| (language, text.span)).collect();
        if let Some((text, span)) = text(texts, input.span) {
            let kind = AskedKind::Clause { layer, id, text };
            return vec![AskedPart { key: format!("clauses.{id}"), span, kind }];
        }
    }
    for (id, input) in &content.notices {
        let texts = input.texts.iter().map(|(language, text)| (language, text.span)).collect();
        if let Some((text, span)) = text(texts, input.span) {
            let kind = AskedKind::Notice { layer, id, text };
            return vec![AskedPart { key: format!("notices.{id}"), span, kind }];
        }
    }
    Vec::new()
}

/// What a TOML file of a layer says.
fn table_parts<'s>(layer: Layer<'s>, content: &'s LayerContent, place: AskedPlace<'_>) -> Vec<AskedPart<'s>> {
    let root = parse_theme_file(place.file, place.source, &mut Diagnostics::new());
    let values = WrittenValues::of(&root);
    let fields: Vec<(FieldKey<'s>, InputField<'s>)> =
        content.fields().into_iter().filter(|(_, field)| field.span.file == place.file).collect();
    let part = |key: FieldKey<'s>, span: Span, language: Option<&'s Language>| AskedPart {
        key: key.to_string(),
        span,
        kind: AskedKind::Field { layer, key, written: span, language },
    };
    let mut parts = Vec::new();
    for (key, field) in &fields {
        let (words, is_text) = words_of(*field);
        // What is written on several lines has a key on each.
        let is_apart = is_text || lines_of(place.source, values.whole(field.span)).count() > 1;
        let met = words.iter().filter(|(_, span)| is_apart && place.line.is_some() && place.meets(*span));
        let met: Vec<AskedPart<'s>> = met
            .map(|(language, span)| AskedPart { span: *span, ..part(*key, field.span, *language) })
            .collect();
        if met.is_empty() && place.meets(values.whole(field.span)) {
            parts.push(part(*key, field.span, None));
        }
        parts.extend(met);
    }
    // The place of one language's words, where several stand on a line.
    let exact = |part: &AskedPart<'_>| place.begins(part.span);
    if parts.iter().any(exact) {
        parts.retain(exact);
    }
    let rows = rows_at(layer, content, &root, place);
    if parts.is_empty() {
        let of_row = |key: &FieldKey<'_>| rows.iter().any(|row| row.is_of(key));
        parts = fields
            .iter()
            .filter(|(key, _)| of_row(key))
            .map(|(key, field)| part(*key, field.span, None))
            .collect();
    }
    parts.extend(rows.into_iter().filter_map(|row| row.removal));
    parts.sort_by_key(|part| part.span);
    parts
}

/// The words of a field in each language, and whether they are the whole value.
fn words_of(field: InputField<'_>) -> (Vec<(Option<&Language>, Span)>, bool) {
    let (mut words, mut is_text) = (Vec::new(), true);
    field.texts(&mut |key, text: &Text| {
        is_text &= key.is_empty();
        words.extend(text.each().map(|(language, words)| (language, words.span)));
    });
    (words, is_text)
}

/// A row that is asked about as a whole, by its header or by a key that takes it away.
struct RowAt<'s> {
    table: &'static str,
    id: &'s str,
    removal: Option<AskedPart<'s>>,
}

impl RowAt<'_> {
    fn is_of(&self, key: &FieldKey<'_>) -> bool {
        key.table == self.table && key.row.is_some_and(|row| row.as_str() == self.id)
    }
}

fn rows_at<'s>(
    layer: Layer<'s>,
    content: &'s LayerContent,
    root: &crate::model::Node,
    place: AskedPlace<'_>,
) -> Vec<RowAt<'s>> {
    let mut rows = Vec::new();
    for (table, entries) in content.tables.all() {
        let entries: &'s dyn AnyInput = entries;
        let removed = entries.removals();
        for (id, span) in entries.ids().into_iter().zip(entries.places()) {
            let removal = removed.iter().find(|gone| gone.span == span).map(|gone| AskedPart {
                key: format!("{}.{id}", table.name),
                span: gone.span,
                kind: AskedKind::Removal { layer, table: table.name, row: &gone.value },
            });
            let by_key = removal.is_some() && is_within_row(root, place, span);
            if place.meets(span) || by_key {
                rows.push(RowAt { table: table.name, id: id.as_str(), removal });
            }
        }
    }
    rows
}

/// Whether the line is one of a row whose header is at `header`.
fn is_within_row(root: &crate::model::Node, place: AskedPlace<'_>, header: Span) -> bool {
    let (Some(line), true) = (place.line, header.file == place.file) else { return false };
    let first = *lines_of(place.source, header).start();
    let is_written = top_key(root, place.source, line).is_some();
    let text = place.source.text.lines().skip(first).take(line.saturating_sub(first));
    let is_below = text.clone().all(|text| !text.trim_start().starts_with('['));
    // Why something is taken away is for those who write the content.
    let is_reason = text.last().is_some_and(|text| text.trim_start().starts_with("reason"));
    is_written && line > first && is_below && !is_reason
}

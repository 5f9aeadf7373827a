//! The texts that the pages of a brand show, and what they name: abbreviations, and values by placeholders.

use super::on_brand::{OnBrand, PageText};
use crate::model::{Body, ClauseText, FieldKey, LinkTarget, Segment};
use crate::render::{escape, has_word, stands_alone};

/// The texts of the clauses and notices that the pages show, in the languages that they show them in.
pub(super) fn shown_texts<'b>(on: &OnBrand<'b, '_>, speaks: bool) -> Vec<PageText<'b>> {
    let clinic = on.clinic;
    let chains = on.chains();
    let mut texts: Vec<&'b ClauseText> = Vec::new();
    let sections = clinic.documents.iter().filter(|_| speaks).flat_map(|composed| &composed.sections);
    let clauses = sections.filter_map(|section| clinic.clauses.get(section.id));
    for step in clauses.flat_map(|clause| clause.live_steps()) {
        texts.extend(chains.iter().filter_map(|chain| Some(step.input.texts.first_of(chain)?.1)));
    }
    let shown =
        |notice: &&'b crate::model::NoticeInput| notice.is_for(&on.brand.id) && notice.is_shown_on(on.date);
    for notice in clinic.notices.iter().map(|placed| placed.notice).filter(shown) {
        texts.extend(chains.iter().filter_map(|chain| Some(notice.texts.first_of(chain)?.1)));
    }
    texts.into_iter().map(|text| &text.body).collect()
}

/// Whether a text names a value by a placeholder.
pub(super) fn mentions(texts: &[PageText<'_>], path: &str) -> bool {
    texts.iter().any(|body| body.placeholders().iter().any(|named| named.value == path))
}

/// Whether a page explains an abbreviation: the first one of a text that does not explain it itself, or one
/// of what is told of hours and dates.
pub(super) fn term_is_used(
    on: &OnBrand<'_, '_>,
    id: &str,
    texts: &[PageText<'_>],
    is_told: &dyn Fn(&FieldKey<'_>) -> bool,
) -> bool {
    let Some(term) = on.clinic.glossary.get(id) else { return false };
    let plain = term.abbreviation.get().as_str();
    let written = escape(plain);
    texts.iter().any(|body| is_marked(body, &written) || a_value_has(on, body, plain))
        || in_times(on, plain, is_told)
}

/// Whether a text marks an abbreviation: not within a link or a heading, and not where its first use stands
/// between brackets, behind what it means.
fn is_marked(body: &Body, written: &str) -> bool {
    let (mut is_heading, mut is_link) = (false, false);
    for segment in &body.segments {
        match segment {
            Segment::HeadingStart { .. } => is_heading = true,
            Segment::HeadingEnd { .. } => is_heading = false,
            Segment::LinkStart(
                LinkTarget::Document(_) | LinkTarget::Clause(_) | LinkTarget::Composed { .. },
            ) => {
                is_link = true;
            }
            Segment::Html(html) => {
                let end = is_link.then(|| html.find("</a>")).flatten();
                let text = match (is_link, end) {
                    (true, None) => "",
                    (true, Some(end)) => &html[end..],
                    (false, _) => html.as_str(),
                };
                is_link &= end.is_none();
                if let Some(at) = first_alone(text, written).filter(|_| !is_heading) {
                    return !(text[..at].ends_with('(') && text[at + written.len()..].starts_with(')'));
                }
            }
            Segment::Placeholder { .. } => {}
        }
    }
    false
}

/// The first place at which it stands as a word of its own, between the tags.
fn first_alone(html: &str, written: &str) -> Option<usize> {
    let is_text = |at: usize| html[..at].rfind('<').is_none_or(|tag| html[tag..at].contains('>'));
    html.match_indices(written).map(|(at, _)| at).find(|at| is_text(*at) && stands_alone(html, *at, written))
}

/// Whether a value that a text names may hold the abbreviation.
fn a_value_has(on: &OnBrand<'_, '_>, body: &Body, abbreviation: &str) -> bool {
    body.placeholders().into_iter().any(|path| {
        let parts: Vec<&str> = path.value.split('.').collect();
        if let Some((text, _, _)) = on.clinic.text_at(on.brand, &parts) {
            return text.all().any(|words| words.contains(abbreviation));
        }
        let (table, field) = (parts.first().copied(), parts.last().copied());
        let is_words = matches!(
            (table, field),
            (Some("contacts"), Some("visit" | "postal")) | (Some("controller" | "entities"), _)
        );
        let table = if table == Some("controller") { "entities" } else { table.unwrap_or_default() };
        let fields = on.clinic.fields();
        let mut fields = fields.iter().filter(|known| is_words && known.key.table == table);
        fields.any(|known| on.tree.text_at(known.field.origin.span).contains(abbreviation))
    })
}

/// Whether what is told of hours and dates holds the abbreviation.
fn in_times(on: &OnBrand<'_, '_>, abbreviation: &str, is_told: &dyn Fn(&FieldKey<'_>) -> bool) -> bool {
    let fields = on.clinic.fields();
    let mut told = fields.iter().filter(|known| {
        matches!(
            (known.key.table, known.key.field),
            ("hours", "note")
                | ("exceptions", "reason")
                | ("services", "name" | "note")
                | ("deadlines", "label" | "applies_to" | "counted")
        ) && is_told(&known.key)
    });
    told.any(|known| {
        let mut has = false;
        known.field.places(&mut |span| has |= has_word(on.tree.text_at(span), abbreviation));
        has
    })
}

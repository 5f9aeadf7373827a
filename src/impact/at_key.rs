use std::collections::BTreeMap;

use super::asked::{AskedKind, AskedPart, AskedText};
use crate::model::{FieldKey, Id, Layer, LayerContent, SiteInput};

/// The layers of a site, the widest first.
pub(super) fn layers(site: &SiteInput) -> Vec<(Layer<'_>, &LayerContent)> {
    let group = std::iter::once((Layer::Group, &*site.group));
    let profiles = site.profiles.iter().map(|(id, content)| (Layer::Profile(id.as_str()), &**content));
    let clinics = site.clinics.iter().map(|(id, clinic)| (Layer::Clinic(id.as_str()), &*clinic.layer));
    group.chain(profiles).chain(clinics).collect()
}

/// The parts that a key names: `processors.twilio.country`, `processors.twilio`, `clauses.complaint` or just
/// `complaint`, `notices.summer`.
///
/// What is meant is what the widest layers write: narrower ones change it for themselves.
#[must_use]
pub fn parts_of_key<'s>(site: &'s SiteInput, key: &str) -> Vec<AskedPart<'s>> {
    let layers = layers(site);
    let clause = key.strip_prefix("clauses.").unwrap_or(key);
    let notice = key.strip_prefix("notices.").unwrap_or(key);
    let clauses = || {
        let of_layer =
            |(layer, content): &(Layer<'s>, &'s LayerContent)| clause_parts(*layer, content, clause);
        layers.iter().flat_map(of_layer).collect::<Vec<_>>()
    };
    let notices = || {
        let of_layer =
            |(layer, content): &(Layer<'s>, &'s LayerContent)| notice_parts(*layer, content, notice);
        layers.iter().flat_map(of_layer).collect()
    };
    let fields = |is_meant: &dyn Fn(&str) -> bool| -> Vec<AskedPart<'s>> {
        let of_layer =
            |(layer, content): &(Layer<'s>, &'s LayerContent)| field_parts(*layer, content, &is_meant);
        layers.iter().flat_map(of_layer).collect()
    };
    let mut parts = clauses();
    if parts.is_empty() {
        parts = notices();
    }
    if parts.is_empty() {
        parts = fields(&|written| written == key);
    }
    if parts.is_empty() {
        parts = fields(&|written| written.strip_prefix(key).is_some_and(|rest| rest.starts_with('.')));
    }
    widest(parts)
}

/// Every key that [`parts_of_key`] answers, for "did you mean".
#[must_use]
pub fn known_keys(site: &SiteInput) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for (_, content) in layers(site) {
        for (key, _) in content.fields() {
            keys.push(key.to_string());
            keys.extend(key.row.map(|row| format!("{}.{row}", key.table)));
        }
        keys.extend(content.clauses.keys().chain(content.notices.keys()).map(Id::to_string));
        keys.sort_unstable();
        keys.dedup();
    }
    keys
}

fn clause_parts<'s>(layer: Layer<'s>, content: &'s LayerContent, id: &str) -> Vec<AskedPart<'s>> {
    let named = content.clauses.iter().filter(|(known, _)| known.as_str() == id);
    let part = |(id, input): (&'s Id, &'s crate::model::ClauseInput)| {
        let words = input.texts.iter().map(move |(language, text)| AskedPart {
            key: format!("clauses.{id}"),
            span: text.span,
            kind: AskedKind::Clause { layer, id, text: AskedText::Words(language) },
        });
        words.collect::<Vec<_>>()
    };
    named.flat_map(part).collect()
}

fn notice_parts<'s>(layer: Layer<'s>, content: &'s LayerContent, id: &str) -> Vec<AskedPart<'s>> {
    let named = content.notices.iter().filter(|(known, _)| known.as_str() == id);
    let part = |(id, input): (&'s Id, &'s crate::model::NoticeInput)| {
        let words = input.texts.iter().map(move |(language, text)| AskedPart {
            key: format!("notices.{id}"),
            span: text.span,
            kind: AskedKind::Notice { layer, id, text: AskedText::Words(language) },
        });
        words.collect::<Vec<_>>()
    };
    named.flat_map(part).collect()
}

fn field_parts<'s>(
    layer: Layer<'s>,
    content: &'s LayerContent,
    is_meant: &dyn Fn(&str) -> bool,
) -> Vec<AskedPart<'s>> {
    let part = |(key, field): (FieldKey<'s>, crate::model::InputField<'s>)| {
        let name = key.to_string();
        let kind = AskedKind::Field { layer, key, written: field.span, language: None };
        is_meant(&name).then_some(AskedPart { key: name, span: field.span, kind })
    };
    content.fields().into_iter().filter_map(part).collect()
}

/// Those of the parts that no wider layer writes under the same key.
fn widest(parts: Vec<AskedPart<'_>>) -> Vec<AskedPart<'_>> {
    let rank = |part: &AskedPart<'_>| match &part.kind {
        AskedKind::Field { layer, .. }
        | AskedKind::Clause { layer, .. }
        | AskedKind::Notice { layer, .. } => match layer {
            Layer::Group => 0,
            Layer::Profile(_) => 1,
            Layer::Clinic(_) => 2,
        },
        _ => 0,
    };
    let mut first: BTreeMap<String, u8> = BTreeMap::new();
    for part in &parts {
        let known = first.entry(part.key.clone()).or_insert(u8::MAX);
        *known = rank(part).min(*known);
    }
    parts.into_iter().filter(|part| first.get(&part.key) == Some(&rank(part))).collect()
}

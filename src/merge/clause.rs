use std::collections::{BTreeMap, BTreeSet};

use super::renamed::{ClauseInputs, follow_renamings};
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::merge as say, nearest};
use crate::model::{
    Body, ClauseInput, ClauseOp, Condition, GdprItem, Id, Language, Layer, LayerContent, OverridePolicy,
    Resolved, TableKind,
};
use crate::span::{Located, Span};

/// A clause after merging: what each layer did to it, and what came of it.
#[derive(Debug, Clone)]
pub struct Clause<'a> {
    /// Its id, and its anchor on the page.
    pub id: &'a Id,
    /// What the layers did, the widest first; never empty.
    pub steps: Vec<ClauseStep<'a>>,
    /// The contract of the layer that introduced it.
    pub policy: OverridePolicy,
    /// The table that it shows.
    pub table: Option<Resolved<'a, TableKind>>,
    /// Shown only if this is there.
    pub when: Option<Resolved<'a, Condition>>,
    /// Shown only if this is not there.
    pub unless: Option<Resolved<'a, Condition>>,
    /// The GDPR items that it answers.
    pub satisfies: Option<Resolved<'a, Vec<Located<GdprItem>>>>,
}

/// What one layer did to a clause.
#[derive(Debug, Clone, Copy)]
pub struct ClauseStep<'a> {
    /// The layer.
    pub layer: Layer<'a>,
    /// What it did; the first layer's text replaces nothing.
    pub op: ClauseOp,
    /// Its files.
    pub input: &'a ClauseInput,
}

/// A clause's text in one language, put together from its layers.
#[derive(Debug, Clone)]
pub struct Composed<'a> {
    /// The title.
    pub title: LocalPart<'a, str>,
    /// The texts, in the order of reading.
    pub parts: Vec<LocalPart<'a, Body>>,
}

impl Clause<'_> {
    /// Whether it reads as another clause does in each of the languages, and shows the same table.
    pub(super) fn reads_as(&self, other: &Self, languages: &BTreeSet<Language>) -> bool {
        let table = |clause: &Self| clause.table.as_ref().map(|table| *table.get());
        table(self) == table(other)
            && languages.iter().map(std::slice::from_ref).all(|own| {
                match (self.compose(own), other.compose(own)) {
                    (Some(one), Some(two)) => {
                        one.title.text == two.title.text
                            && one.parts.len() == two.parts.len()
                            && one.parts.iter().zip(&two.parts).all(|(one, two)| one.text.reads_as(two.text))
                    }
                    (one, two) => one.is_none() && two.is_none(),
                }
            })
    }
}

/// A part of a text and the language that it is really in: not the one asked for if a fallback stands in.
#[derive(Debug)]
pub struct LocalPart<'a, T: ?Sized> {
    /// The text.
    pub text: &'a T,
    /// Its language.
    pub language: &'a Language,
    /// Where it begins.
    pub span: Span,
}

impl<T: ?Sized> Clone for LocalPart<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for LocalPart<'_, T> {}

impl<'a> Clause<'a> {
    /// The step that leaves the clause out, if the last one does.
    #[must_use]
    pub fn omission(&self) -> Option<&ClauseStep<'a>> {
        self.steps.last().filter(|step| step.op == ClauseOp::Omit)
    }

    /// The steps whose text is on the page, in the order of reading.
    #[must_use]
    pub fn live_steps(&self) -> Vec<&ClauseStep<'a>> {
        let mut live: Vec<&ClauseStep<'a>> = Vec::new();
        for step in &self.steps {
            match step.op {
                ClauseOp::Replace => live = vec![step],
                ClauseOp::Prepend => live.insert(0, step),
                ClauseOp::Append => live.push(step),
                ClauseOp::Omit => live.clear(),
            }
        }
        live
    }

    /// The text in the first of `languages` that each part has: the wanted language, then its fallbacks.
    ///
    /// Returns None if a part has none of them, or the title is missing; the merge has reported that.
    #[must_use]
    pub fn compose(&self, languages: &[Language]) -> Option<Composed<'a>> {
        let mut title = None;
        let mut parts = Vec::new();
        for step in self.live_steps() {
            let (language, text) = step.input.texts.first_of(languages)?;
            if step.op == ClauseOp::Replace {
                let written = text.title.as_ref()?;
                title = Some(LocalPart { text: written.value.as_str(), language, span: written.span });
            }
            parts.push(LocalPart { text: &text.body, language, span: text.span });
        }
        Some(Composed { title: title?, parts })
    }
}

/// Merges the clauses of all layers.
pub(super) fn merge_clauses<'a>(
    layers: &[(Layer<'a>, &'a LayerContent)],
    found: &mut Diagnostics,
) -> BTreeMap<&'a Id, Clause<'a>> {
    let mut inputs: ClauseInputs<'a> = BTreeMap::new();
    for (layer, content) in layers {
        for (id, input) in &content.clauses {
            inputs.entry(id).or_default().push((*layer, input));
        }
    }
    follow_renamings(&mut inputs, layers, found);
    let names: Vec<&str> = inputs.keys().map(|id| id.as_str()).collect();
    inputs.iter().filter_map(|(id, inputs)| Some((*id, merge_clause(id, inputs, &names, found)?))).collect()
}

fn merge_clause<'a>(
    id: &'a Id,
    inputs: &[(Layer<'a>, &'a ClauseInput)],
    names: &[&str],
    found: &mut Diagnostics,
) -> Option<Clause<'a>> {
    let (_, first) = inputs.first()?;
    if let Some(op) = first.front.op.as_ref().filter(|_| !first.faulty) {
        let error = Diagnostic::error("unknown-clause", op.span, say::changes_what_is_not_there(id.as_str()));
        let meant = nearest(id.as_str(), names.iter().copied().filter(|name| *name != id.as_str()));
        found.push(error.with_help(meant.map_or_else(say::remove_op, did_you_mean)));
        return None;
    }
    let policy = first.front.override_policy.as_ref();
    let mut steps = vec![ClauseStep { layer: inputs[0].0, op: ClauseOp::Replace, input: first }];
    for (layer, input) in &inputs[1..] {
        let op = input.front.op.as_ref().map_or(ClauseOp::Replace, |op| op.value);
        let place = input.front.op.as_ref().map_or(input.span, |op| op.span);
        check_override(input, found);
        // What a file wants that could not be read whole is not known.
        let is_known = !input.faulty || input.front.op.is_some();
        if let Some(policy) = policy.filter(|policy| is_known && !allows(policy.value, op, *layer)) {
            let headline = match policy.value {
                OverridePolicy::Locked | OverridePolicy::Profile => say::clause_is_locked(id.as_str()),
                _ => say::clause_may_only_be_extended(id.as_str()),
            };
            let error = Diagnostic::error("locked-clause", place, headline)
                .with_related(policy.span, say::set_here());
            found.push(error.with_help(say::ask_the_group()));
            continue;
        }
        steps.push(ClauseStep { layer: *layer, op, input });
    }
    let front = |pick: fn(&'a ClauseInput) -> Option<_>| {
        inputs.iter().filter_map(move |(layer, input)| Some((*layer, pick(input)?)))
    };
    Some(Clause {
        id,
        policy: policy.map_or(OverridePolicy::Free, |policy| policy.value),
        table: Resolved::resolve(front(|input| input.front.table.as_ref())),
        when: Resolved::resolve(
            inputs.iter().filter_map(|(layer, input)| Some((*layer, input.front.when.as_ref()?))),
        ),
        unless: Resolved::resolve(
            inputs.iter().filter_map(|(layer, input)| Some((*layer, input.front.unless.as_ref()?))),
        ),
        satisfies: Resolved::resolve(
            inputs.iter().filter_map(|(layer, input)| Some((*layer, input.front.satisfies.as_ref()?))),
        ),
        steps,
    })
}

fn allows(policy: OverridePolicy, op: ClauseOp, layer: Layer<'_>) -> bool {
    match policy {
        OverridePolicy::Free => true,
        OverridePolicy::Extend => matches!(op, ClauseOp::Prepend | ClauseOp::Append),
        OverridePolicy::Profile => matches!(layer, Layer::Profile(_)) && op != ClauseOp::Omit,
        OverridePolicy::Locked => false,
    }
}

/// A file that changes a clause cannot also place it or set its contract.
fn check_override(input: &ClauseInput, found: &mut Diagnostics) {
    let front = &input.front;
    let places = [front.after.as_ref().map(|id| id.span), front.under.as_ref().map(|id| id.span)];
    for span in places.into_iter().flatten() {
        found.push(
            Diagnostic::error("place-of-known-clause", span, say::clause_has_its_place())
                .with_help(say::remove_this_key()),
        );
    }
    if let Some(policy) = &front.override_policy {
        found.push(
            Diagnostic::error("contract-of-known-clause", policy.span, say::contract_is_the_groups())
                .with_help(say::remove_this_key()),
        );
    }
}

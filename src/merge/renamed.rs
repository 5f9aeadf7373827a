//! Clauses that got another name: what narrower layers still write under the old one is theirs.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::pins as say};
use crate::model::{ClauseInput, Id, Layer, LayerContent};

/// What the layers write under each clause's name, the widest first.
pub(super) type ClauseInputs<'a> = BTreeMap<&'a Id, Vec<(Layer<'a>, &'a ClauseInput)>>;

/// Lets what narrower layers write under a clause's old name count under its new one; each is told.
pub(super) fn follow_renamings<'a>(
    inputs: &mut ClauseInputs<'a>,
    layers: &[(Layer<'a>, &'a LayerContent)],
    found: &mut Diagnostics,
) {
    let rank = |layer: &Layer<'_>| layers.iter().position(|(known, _)| known == layer);
    let renamings: Vec<(usize, &'a Id, &'a ClauseInput)> = inputs
        .iter()
        .flat_map(|(id, inputs)| inputs.iter().enumerate().map(|(at, (_, input))| (at, *id, *input)))
        .filter(|(_, _, input)| input.front.renamed_from.is_some())
        .collect();
    for (at, id, input) in renamings {
        let Some(old) = &input.front.renamed_from else { continue };
        let Some(layer) = inputs.get(id).and_then(|inputs| inputs.get(at)).map(|(layer, _)| *layer) else {
            continue;
        };
        let Some(written) = inputs.get(&old.value) else { continue };
        if written.iter().any(|(other, _)| rank(other) <= rank(&layer)) || old.value == *id {
            let error =
                Diagnostic::error("renamed-clause", old.span, say::old_name_is_still_there(old.as_str()));
            found.push(error.with_help(say::remove_renamed_from()));
            continue;
        }
        let written = inputs.remove(&old.value).unwrap_or_default();
        for (layer, overriding) in written {
            let place = overriding.span;
            let headline = say::clause_was_renamed(old.as_str(), id.as_str());
            let finding = Diagnostic::warning("renamed-clause", place, headline);
            let finding = finding.with_related(old.span, say::renamed_here());
            let language = overriding.texts.languages().next();
            let file = language.map(|language| say::rename_the_files(&format!("{id}.{language}.md")));
            found.push(finding.with_help(file));
            let known = inputs.entry(id).or_default();
            let at = known.iter().position(|(other, _)| rank(other) > rank(&layer)).unwrap_or(known.len());
            known.insert(at, (layer, overriding));
        }
    }
}

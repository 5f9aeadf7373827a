//! A clause that was translated from a text that has changed since.

use crate::check::{Looks, Rule, Texts};
use crate::diagnostic::{Diagnostics, Severity, catalogue::pins as say};
use crate::merge::{PinState, translations};

pub(super) static RULE: Rule =
    Rule { name: "stale-translation", severity: Severity::Warning, looks: Looks::Texts(check) };

fn check(texts: Texts<'_>, found: &mut Diagnostics) {
    let Some(main) = texts.config.languages.first() else { return };
    for stale in translations(texts.content, main) {
        if stale.state(texts.tree) != PinState::Stale {
            continue;
        }
        let (id, language) = (stale.id.as_str(), stale.language.as_str());
        let headline = say::translation_is_stale(id, language, main.as_str());
        let finding = RULE.at_span(stale.own.span, headline);
        let finding = finding.with_related(stale.source.span, say::translated_from_this());
        // `content/clinics/oslo/clauses/…`, `content/group/clauses/…`
        let mut folders = texts.tree.file(stale.own.span.file).path.as_str().split('/').skip(1);
        let layer = match (folders.next(), folders.next()) {
            (Some("profiles" | "clinics"), Some(name)) => name,
            _ => "group",
        };
        found.push(finding.with_help(say::run_review(layer, &format!("{id}.{language}"))));
    }
}

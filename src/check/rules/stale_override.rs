//! A clause or a value that a profile or a clinic wrote against something that has changed since.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::pins as say};
use crate::merge::{Overridden, PinState};
use crate::model::Layer;

pub(super) static RULE: Rule =
    Rule { name: "stale-override", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for stale in subject.pinned.iter().filter(|pinned| pinned.state(subject.tree) == PinState::Stale) {
        let key = stale.what.key();
        let headline = match (&stale.base, stale.what) {
            (None, _) => say::base_is_gone(&key),
            (Some(_), Overridden::Clause { language, .. }) => {
                say::override_is_stale_in(&key, language.as_str())
            }
            (Some(_), Overridden::Field(_)) => say::override_is_stale(&key),
        };
        let mut finding = RULE.at_span(stale.span, headline);
        if let Some(base) = &stale.base {
            finding = finding.with_related(base.span, say::base_now());
        }
        let layer = match stale.layer {
            Layer::Group => "group",
            Layer::Profile(name) | Layer::Clinic(name) => name,
        };
        found.push(finding.with_help(say::run_review(layer, &key)));
    }
}

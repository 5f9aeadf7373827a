//! A purpose that rests on legitimate interests and does not say which.

use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::check as say};
use crate::model::{LegalBasis, LegalBasisArticle};
use crate::span::Located;

pub(super) static RULE: Rule =
    Rule { name: "interest-not-named", severity: Severity::Error, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for purpose in &subject.clinic.purposes.rows {
        let rests =
            |basis: &&Located<LegalBasis>| basis.value.article == LegalBasisArticle::LEGITIMATE_INTERESTS;
        let Some(basis) = purpose.bases.get().iter().find(rests) else { continue };
        if purpose.interest.is_none() && !subject.clinic.purposes.is_uncertain(purpose.id.as_str()) {
            let finding = RULE.at_span(basis.span, say::interest_not_named(purpose.id.as_str()));
            found.push(finding.with_help(say::add_the_interest()));
        }
    }
}

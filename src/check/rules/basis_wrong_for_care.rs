//! Health care or the patient record, as a purpose, on a consent or on an interest.

use crate::check::texts::lists_said;
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::LegalBasisArticle;

pub(super) static RULE: Rule =
    Rule { name: "basis-wrong-for-care", severity: Severity::Warning, looks: Looks::Clinic(check) };

fn check(subject: Subject<'_, '_>, found: &mut Diagnostics) {
    for purpose in &subject.clinic.purposes.rows {
        let said = lists_said(purpose.title.get(), &subject.config.languages, &RULE, "title");
        let is_of_health = purpose.health.as_ref().is_some_and(|health| *health.get());
        if !is_of_health || !said.contains("title.care") || said.contains("title.more") {
            continue;
        }
        for basis in purpose.bases.get() {
            let article = basis.value.article;
            if [LegalBasisArticle::CONSENT, LegalBasisArticle::LEGITIMATE_INTERESTS].contains(&article) {
                let headline = say::basis_cannot_carry_care(purpose.id.as_str(), &article.citation());
                let finding = RULE.at_span(basis.span, headline);
                found.push(finding.with_help(say::name_the_duty_to_keep_records()));
            }
        }
    }
}

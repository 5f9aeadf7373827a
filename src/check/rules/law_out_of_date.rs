//! A law that is repealed or is about something else, a title that the law does not have, and an authority
//! that has another name now.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "law-out-of-date", severity: Severity::Warning, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[Saying { starts: "stale", then: None, unless: &["history"] }];

/// The laws that are wrong only for how long something is kept.
const OF_KEEPING: [&str; 3] = ["stale.retention-rule", "stale.kjernejournal", "stale.annual-accounts"];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        if !OF_KEEPING.contains(&hit.list) || reading.says(&RULE, "keeping", hit.block, &hit.sentence) {
            let finding = RULE.at_span(reading.span_of(hit), say::law_out_of_date(reading.words_of(hit)));
            found.push(finding.with_help(help(hit.list)));
        }
    }
}

/// What to write instead of what a list names.
fn help(list: &str) -> Option<Message> {
    Some(match list.strip_prefix("stale.")? {
        "retention-rule" => say::is_old_retention_rule(),
        "kjernejournal" => say::is_about_kjernejournal(),
        "annual-accounts" => say::is_about_annual_accounts(),
        "ekomlov-2-7-b" | "ekomlov" => say::is_replaced_ekomlov(),
        "no-act" => say::is_no_act(),
        "no-norwegian-title" => say::is_not_the_norwegian_title(),
        "privacy-act" => say::is_repealed_privacy_act(),
        "directive" => say::is_replaced_by_gdpr(),
        "safeguard" => say::is_no_safeguard(),
        "patients-rights-act" => say::is_now_pbrl(),
        "municipal-health-act" => say::is_now_hol(),
        "register-act" => say::is_parted_register_act(),
        "doctors-act" => say::is_now_hpl(),
        "record-regulation" => say::is_now_record_regulation(),
        "accessibility-act" => say::is_now_ldl(),
        "county-governor" => say::is_now_statsforvalter(),
        "consumer-ombud" => say::is_now_forbrukertilsyn(),
        "post-authority" => say::is_now_nkom(),
        "medicines-agency" => say::is_now_dmp(),
        "ehealth-directorate" => say::is_now_helsedirektoratet(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{RULE, help};
    use crate::check::texts::search;

    #[test]
    fn every_law_of_the_lists_has_a_cure() {
        for language in ["nb", "nn", "en"] {
            for (list, _) in search(language).lists_below(RULE.name, "stale") {
                assert!(help(list).is_some(), "{list}");
            }
        }
    }
}

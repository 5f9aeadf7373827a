//! Words that point to a link where there is none: “klikk her”, “les mer …”, “linken der”.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "link-without-target", severity: Severity::Error, looks: Looks::Prose(SAYINGS, check) };

const SAYINGS: &[Saying] = &[Saying { starts: "points", then: None, unless: &[] }];

fn check(reading: &Reading<'_>, hits: &[PhraseHit], found: &mut Diagnostics) {
    for hit in hits {
        let links = &reading.blocks[hit.block].links;
        let has_link = links
            .iter()
            .any(|link| link.range.start < hit.sentence.end && link.range.end > hit.sentence.start);
        if !has_link {
            let finding = RULE.at_span(reading.span_of(hit), say::link_without_target(reading.words_of(hit)));
            found.push(finding.with_help(say::write_the_link_again()));
        }
    }
}

//! A well-known service that a text names, and that neither the recipients nor the
//! cookies of the clinic name.

use crate::check::prose::{PhraseHit, Saying};
use crate::check::texts::lists_said_everywhere;
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::Text;

pub(super) static RULE: Rule = Rule {
    name: "recipient-not-in-table",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: SAYINGS, note, check },
};

const SAYINGS: &[Saying] = &[Saying { starts: "services", then: None, unless: &["denied"] }];

fn note(reading: &Reading<'_>, hits: &[PhraseHit]) -> Vec<Mention> {
    let mention = |hit: &PhraseHit| Mention {
        span: reading.span_of(hit),
        what: format!("{} {}", hit.list.trim_start_matches("services."), reading.words_of(hit)),
    };
    // What the next sentence says of all of them: “Vi bruker ingen av dem.”
    let is_denied = |hit: &&PhraseHit| {
        let block = &reading.blocks[hit.block];
        let next = hit.sentence.end..block.text.len();
        let next = next.start..next.start + block.text[next].find(['.', '!', '?']).unwrap_or(0);
        reading.says(&RULE, "all-denied", hit.block, &next)
    };
    hits.iter().filter(|hit| !is_denied(hit)).map(mention).collect()
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    let clinic = subject.clinic;
    // A file that could not be read may hold the row.
    if mentions.is_empty() || clinic.processors.is_uncertain("") || clinic.cookies.is_uncertain("") {
        return;
    }
    let texts = clinic.processors.rows.iter().map(|row| row.name.get());
    let texts = texts.chain(clinic.cookies.rows.iter().map(|row| row.set_by.get())).flat_map(Text::all);
    let names: Vec<&str> = texts.chain(clinic.cookies.rows.iter().map(|row| row.name.as_str())).collect();
    let listed = lists_said_everywhere(&names, &RULE, "rows");
    for mention in mentions {
        let Some((service, words)) = mention.what.split_once(' ') else { continue };
        if listed.contains(&format!("rows.{service}").as_str()) {
            continue;
        }
        let finding = RULE.at_span(mention.span, say::recipient_not_in_table(words));
        found.push(finding.with_help(say::add_the_recipient()));
    }
}

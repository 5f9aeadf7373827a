//! An e-mail address written so that programs do not know it: `post [at] klinikken.no`,
//! `post(at)klinikken [punktum] no`.

use std::ops::Range;

use crate::check::prose::{PhraseHit, TextBlock};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};

pub(super) static RULE: Rule =
    Rule { name: "disguised-address", severity: Severity::Warning, looks: Looks::Prose(&[], check) };

/// What stands for the sign of an address, in brackets of any kind.
pub(super) const SIGNS: [&str; 7] = ["at", "æt", "a", "snabel-a", "krøllalfa", "alfakrøll", "alfakrøll-a"];
/// What stands for a full stop.
pub(super) const STOPS: [&str; 4] = [".", "dot", "punktum", "prikk"];
/// What they stand in.
const BRACKETS: [char; 3] = ['[', '(', '{'];
const CLOSING: [char; 3] = [']', ')', '}'];
/// The letters that a bracket with a sign and its spaces has at the most.
const LONGEST_SIGN: usize = 24;

fn check(reading: &Reading<'_>, _: &[PhraseHit], found: &mut Diagnostics) {
    for block in &reading.blocks {
        for range in addresses(block) {
            let headline = say::disguised_address(&block.text[range.clone()]);
            found.push(
                RULE.at_span(reading.span(block, &range), headline).with_help(say::write_the_address()),
            );
        }
    }
}

/// The places where a name, a bracketed sign and a domain follow one another.
fn addresses(block: &TextBlock) -> Vec<Range<usize>> {
    let text = block.folded.as_str();
    let opens = text.match_indices(BRACKETS).filter_map(|(open, _)| {
        let (inside, after) = bracketed(text, open)?;
        let is_sign = SIGNS.contains(&inside);
        let name = text[..open].trim_end();
        let start = name
            .rfind(|letter: char| !is_part(letter))
            .map_or(0, |at| at + name[at..].chars().next().map_or(0, char::len_utf8));
        let end = domain(text, after)?;
        (is_sign && start < name.len()).then_some(start..end)
    });
    opens.collect()
}

/// Where the domain ends that begins after spaces at `from`: words with stops between them, one at least.
fn domain(text: &str, from: usize) -> Option<usize> {
    let first = word(text, after_spaces(text, from))?;
    let mut end = first;
    while let Some(next) = stop(text, end).and_then(|after| word(text, after)) {
        end = next;
    }
    (end > first).then_some(end)
}

/// Where the word ends that begins at `from`.
fn word(text: &str, from: usize) -> Option<usize> {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '-';
    let length = text[from..].find(|letter: char| !is_letter(letter)).unwrap_or(text.len() - from);
    (length > 0).then_some(from + length)
}

/// Where the text goes on after a stop at `from`, which is plain or in brackets.
fn stop(text: &str, from: usize) -> Option<usize> {
    if text[from..].starts_with('.') {
        return Some(from + 1);
    }
    let open = after_spaces(text, from);
    let (inside, after) = bracketed(text, open).filter(|_| text[open..].starts_with(BRACKETS))?;
    STOPS.contains(&inside).then(|| after_spaces(text, after))
}

/// What stands within the bracket at `open`, and where the text goes on after it;
/// only what is short enough to be a sign is looked for.
fn bracketed(text: &str, open: usize) -> Option<(&str, usize)> {
    let rest = text.get(open + 1..)?;
    let (close, _) = rest.char_indices().take(LONGEST_SIGN).find(|(_, letter)| CLOSING.contains(letter))?;
    Some((rest[..close].trim(), open + close + 2))
}

fn after_spaces(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || ".-_+".contains(letter)
}

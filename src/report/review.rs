//! What `felles review` shows: lists, and one item with what changed below it, by word.

use serde_json::{Value, json};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::draw::harmless;
use crate::compare::pieces;
use crate::diagnostic::{MessageLanguage, catalogue::review as say};
use crate::merge::PinState;
use crate::pipeline::{Editorial, ReviewItem, ReviewText};
use crate::source::SourceTree;

/// The items by their states, with their places; those that go with what is below them are counted.
#[must_use]
pub fn list_text(items: &[&ReviewItem], tree: &SourceTree, language: MessageLanguage) -> String {
    let mut text = String::new();
    let widest = items.iter().map(|item| item.name.len()).max().unwrap_or(0);
    for (state, heading) in [
        (PinState::Stale, say::stale as fn(usize) -> _),
        (PinState::Unpinned, say::unpinned),
        (PinState::Fresh, say::fresh),
    ] {
        let of_state: Vec<_> = items.iter().filter(|item| item.state() == state).collect();
        if of_state.is_empty() {
            continue;
        }
        text.push_str(&format!("{}\n", heading(of_state.len()).in_language(language)));
        for item in of_state.into_iter().filter(|_| state != PinState::Fresh) {
            text.push_str(&format!("  {:widest$}  {}\n", item.name, place(item, tree)));
        }
    }
    text
}

/// The same for programs, with all texts.
#[must_use]
pub fn list_json(items: &[&ReviewItem], tree: &SourceTree) -> String {
    let items: Vec<Value> = items
        .iter()
        .map(|item| {
            json!({
                "item": item.name,
                "kind": if item.is_translation() { "translation" } else { "override" },
                "state": word(item.state()),
                "texts": item.texts.iter().map(|text| text_json(text, tree)).collect::<Vec<_>>(),
            })
        })
        .collect();
    format!(
        "{:#}
",
        json!({ "items": items })
    )
}

fn text_json(text: &ReviewText, tree: &SourceTree) -> Value {
    json!({
        "language": text.language,
        "state": word(text.state),
        "place": tree.place(text.own.1),
        "below_at": text.now.as_ref().map(|(_, span)| tree.place(*span)),
        "then": text.then,
        "now": text.now.as_ref().map(|(now, _)| now),
        "ours": text.own.0,
    })
}

fn word(state: PinState) -> &'static str {
    match state {
        PinState::Unpinned => "unpinned",
        PinState::Fresh => "fresh",
        PinState::Stale => "stale",
    }
}

fn place(item: &ReviewItem, tree: &SourceTree) -> String {
    item.texts.first().map(|text| tree.place(text.own.1)).unwrap_or_default()
}

/// One item: for each of its texts what changed below it by word, what is below it now,
/// and what it says itself.
#[must_use]
pub fn item_text(item: &ReviewItem, tree: &SourceTree, language: MessageLanguage) -> String {
    let said = |message: crate::diagnostic::Message| message.in_language(language).to_owned();
    let mut text = format!("{}\n", item.name);
    let changed = if item.is_translation() { say::original_changed } else { say::what_changed };
    for part in item.texts.iter().filter(|text| text.state != PinState::Fresh) {
        let language = part.language.as_ref().map(|language| format!(" ({language})")).unwrap_or_default();
        match (&part.then, &part.now) {
            (Some(then), Some((now, span))) => {
                text.push_str(&format!("{}{language} {}\n", said(changed()), tree.place(*span)));
                text.push_str(&indented(&differences(then, now)));
            }
            (_, Some((now, span))) => {
                if part.state == PinState::Stale {
                    text.push_str(&format!("({})\n", said(say::then_not_kept())));
                }
                text.push_str(&format!("{}{language} {}\n", said(say::below_now()), tree.place(*span)));
                text.push_str(&indented(now));
            }
            (then, None) => {
                text.push_str(&format!("{}{language}\n", said(say::nothing_below_now())));
                text.push_str(&indented(&differences(then.as_deref().unwrap_or_default(), "")));
            }
        }
        let heading = if part.own.0.is_some() { say::ours() } else { say::ours_left_out() };
        text.push_str(&format!("{}{language} {}\n", said(heading), tree.place(part.own.1)));
        text.push_str(&indented(part.own.0.as_deref().unwrap_or_default()));
    }
    text
}

/// What is said to be editorial: what differs, by word.
#[must_use]
pub fn editorial_text(clause: &str, change: &Editorial, language: MessageLanguage) -> String {
    let heading = say::says_the_same(&change.language, clause);
    let shown = match &change.then_text {
        Some(then) => differences(then, &change.now),
        None => format!("({})\n{}", say::then_not_kept().in_language(language), change.now),
    };
    let heading = heading.in_language(language);
    format!("{heading} {clause}@{}\n{}", change.then.digits(), indented(&shown))
}

/// A text with the words that are gone in `[-…-]` and those that are new in `{+…+}`.
pub(super) fn differences(then: &str, now: &str) -> String {
    let (before, after) = (pieces(then), pieces(now));
    // What is gone and what is new; the same where nothing differs.
    let mut runs: Vec<(bool, String, String)> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        let is_same = matches!(op, DiffOp::Equal { .. });
        let (gone, new) = (before[op.old_range()].concat(), after[op.new_range()].concat());
        let is_space = |run: &(bool, String, String)| run.0 && run.1 == " ";
        let is_after_space = runs.len() > 1 && runs.last().is_some_and(is_space);
        if !is_same && is_after_space {
            // Words that follow one another are one difference.
            runs.pop();
            if let Some((_, gone_before, new_before)) = runs.last_mut() {
                gone_before.push_str(&format!(" {gone}"));
                new_before.push_str(&format!(" {new}"));
            }
        } else {
            runs.push((is_same, gone, new));
        }
    }
    let shown = |(is_same, gone, new): (bool, String, String)| {
        if is_same {
            return gone;
        }
        let (gone, new) = (marked(&gone, "[-", "-]"), marked(&new, "{+", "+}"));
        let space = if gone.trim().is_empty() || new.trim().is_empty() { "" } else { " " };
        format!("{gone}{space}{new}")
    };
    runs.into_iter().map(shown).collect()
}

/// The words with marks around them, but the space around them outside.
fn marked(words: &str, open: &str, close: &str) -> String {
    let core = words.trim();
    if core.is_empty() {
        return words.to_owned();
    }
    let start = words.len() - words.trim_start().len();
    let (before, after) = (&words[..start], &words[start + core.len()..]);
    format!("{before}{open}{core}{close}{after}")
}

/// The lines with spaces before them; nothing of a text steers the terminal.
fn indented(text: &str) -> String {
    text.lines()
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {}\n", harmless(line)) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn what_differs_is_marked_by_word() {
        let check = |then, now, expected: &str| assert_eq!(differences(then, now), expected);
        check("svar innen 30 dager", "svar innen en måned", "svar innen [-30 dager-] {+en måned+}");
        check("a\n\nb\n", "a\n\nb c\n", "a\n\nb {+c+}\n");
        check("a b", "a b", "a b");
        check("a", "", "[-a-]");
    }
}

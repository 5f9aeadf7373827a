//! A clause that is written anew and differs from the text below only in a name, an e-mail address or a
//! phone number, if that is known from the data.

use std::collections::BTreeSet;

use crate::check::rewritten::{Rewritten, RewrittenClause};
use crate::check::{Looks, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::coverage as say};
use crate::merge::Clinic;

pub(super) static RULE: Rule =
    Rule { name: "override-for-a-name", severity: Severity::Warning, looks: Looks::Clinic(check) };

/// Longer texts are not compared; a clause of that length is not written anew for a name.
const MOST_WORDS: usize = 1500;

/// As many words tell most new texts.
const FIRST_WORDS: usize = 12;

/// What is replaced by a name is hardly longer than this.
const MOST_REPLACED: usize = 8;

/// A value of the data, and the placeholder that stands for it.
struct NamedValue {
    value: String,
    squeezed: String,
    placeholder: String,
}

fn check<'c, 'a>(subject: Subject<'c, 'a>, found: &mut Diagnostics) {
    let known = known(subject.clinic);
    let texts = |rewritten: &'c RewrittenClause<'c, 'a>| {
        rewritten.texts.iter().flatten().map(|text| (rewritten.clause.id, text))
    };
    for (clause, text) in subject.rewritten.iter().flat_map(texts) {
        if let Some(name) = only_difference(text, &known) {
            let headline = say::override_for_a_name(clause.as_str(), &name.value);
            let finding = RULE.at_span(text.span, headline);
            let finding = finding.with_related(text.base_span, say::text_below());
            found.push(finding.with_help(say::use_a_placeholder(&name.placeholder)));
        }
    }
}

/// What the data of a clinic hold that a text may name.
fn known(clinic: &Clinic<'_>) -> Vec<NamedValue> {
    let mut known = Vec::new();
    let mut add = |value: String, path: &str| {
        let squeezed = squeezed(&[&value]);
        known.push(NamedValue { value, squeezed, placeholder: format!("{{{{ {path} }}}}") });
    };
    for contact in &clinic.contacts.rows {
        let role = contact.id;
        if let Some(email) = &contact.email {
            add(email.get().shown(), &format!("contacts.{role}.email"));
        }
        if let Some(number) = clinic.phone(contact) {
            add(number.shown_in(Some(clinic.home())).to_owned(), &format!("contacts.{role}.phone"));
            add(number.dialled().to_owned(), &format!("contacts.{role}.phone"));
        }
    }
    for (text, path) in [(clinic.settings.name.get(), "clinic.name"), (clinic.about.name.get(), "group.name")]
    {
        text.all().for_each(|name| add(name.to_owned(), path));
    }
    known
}

/// The first name that the new text has in the place of other words, if such names are all that differs.
fn only_difference<'k>(text: &Rewritten, known: &'k [NamedValue]) -> Option<&'k NamedValue> {
    // Most clauses that are written anew say something new, and that from the first words on:
    // it is told without looking at the rest.
    let is_new = |word: &&str| {
        let word = squeezed(&[word]);
        !known.iter().any(|known| known.squeezed.contains(&word))
    };
    let base: Vec<&str> = text.base_words().collect();
    if text.words().take(FIRST_WORDS).filter(|word| !base.contains(word)).any(|word| is_new(&word)) {
        return None;
    }
    let before: BTreeSet<&str> = base.iter().copied().collect();
    let words: Vec<&str> = text.words().collect();
    if words.iter().filter(|word| !before.contains(*word)).any(is_new) {
        return None;
    }
    if base.len().max(words.len()) > MOST_WORDS {
        return None;
    }
    let mut first = None;
    let (base, words) = (joined(&base, known), joined(&words, known));
    for (before, now) in differences(&base, &words) {
        let name = squeezed(now);
        let known = known.iter().find(|known| known.squeezed == name)?;
        if before.is_empty() || before.len() > MOST_REPLACED {
            return None;
        }
        first = first.or(Some(known));
    }
    first
}

/// The words, with each name or number of the data as one:
/// names may have words in common with those that they replace.
fn joined(words: &[&str], known: &[NamedValue]) -> Vec<String> {
    let mut joined = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let is_known = |length: &usize| {
            let run = squeezed(&rest[..*length]);
            known.iter().any(|known| known.squeezed == run)
        };
        let length = (1..=rest.len().min(MOST_REPLACED)).rev().find(is_known).unwrap_or(1);
        joined.push(rest[..length].join(" "));
        rest = &rest[length..];
    }
    joined
}

/// Words without the spaces and the capitals in which a name or a number may differ.
fn squeezed(words: &[impl AsRef<str>]) -> String {
    let signs = words.iter().flat_map(|word| word.as_ref().chars());
    signs.filter(|sign| !sign.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The runs of words in which two texts differ, by their longest common sequence.
fn differences<'w>(before: &'w [String], now: &'w [String]) -> Vec<(&'w [String], &'w [String])> {
    let width = now.len() + 1;
    let mut common = vec![0_u16; (before.len() + 1) * width];
    for i in (0..before.len()).rev() {
        for j in (0..now.len()).rev() {
            common[i * width + j] = if before[i] == now[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let mut runs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < before.len() || j < now.len() {
        let (from_i, from_j) = (i, j);
        while (i < before.len() || j < now.len())
            && !(i < before.len() && j < now.len() && before[i] == now[j])
        {
            if j == now.len() || i < before.len() && common[(i + 1) * width + j] >= common[i * width + j + 1]
            {
                i += 1;
            } else {
                j += 1;
            }
        }
        if (from_i, from_j) != (i, j) {
            runs.push((&before[from_i..i], &now[from_j..j]));
        }
        while i < before.len() && j < now.len() && before[i] == now[j] {
            i += 1;
            j += 1;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::differences;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[track_caller]
    fn check(before: &str, now: &str, expected: &[(&str, &str)]) {
        let (before, now) = (words(before), words(now));
        let found: Vec<(String, String)> =
            differences(&before, &now).iter().map(|(a, b)| (a.join(" "), b.join(" "))).collect();
        let expected: Vec<(String, String)> =
            expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn differences_are_runs_of_words() {
        check("ring oss i dag", "ring oss i dag", &[]);
        check("ring 22 nå", "ring 55 nå", &[("22", "55")]);
        check("ring oss", "ring oss i dag", &[("", "i dag")]);
        check("skriv til a eller b", "skriv til c eller d", &[("a", "c"), ("b", "d")]);
        check("", "alt er nytt", &[("", "alt er nytt")]);
    }
}

//! One line of the shipped content goes wrong: there is one error, it comes first, and it is on that line.
//!
//! A sample here; `FELLES_SLIPS=700 cargo test --release --test suite slips -- --nocapture` tries more, and prints
//! what each came to.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "asks how many slips are to be tried, and prints them"
)]

use felles::diagnostic::{Diagnostic, Severity};
use felles::source::{SourceFile, SourceTree};

use crate::fixture::{build_in_memory, file, lines, shipped, with};

/// How many slips are tried if nobody says otherwise.
const SAMPLE: usize = 40;

/// What happens to a line.
#[derive(Debug, Clone, Copy)]
enum Slip {
    Deleted,
    Doubled,
    MisspeltKey,
    MisspeltValue,
    OtherType,
    OtherLanguage,
}

const SLIPS: [Slip; 6] = [
    Slip::Deleted,
    Slip::Doubled,
    Slip::MisspeltKey,
    Slip::MisspeltValue,
    Slip::OtherType,
    Slip::OtherLanguage,
];

/// Numbers that are the same each time: Marsaglia's xorshift.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("it is below a size")
    }
}

/// What a slip makes of a line; None if it makes nothing of this one.
fn slipped(line: &str, slip: Slip, numbers: &mut Numbers) -> Option<String> {
    let (key, value) = line.split_once(" = ").map_or((line, None), |(key, value)| (key, Some(value)));
    match slip {
        Slip::Deleted => Some(String::new()),
        Slip::Doubled => Some(format!("{line}\n{line}\n")),
        Slip::MisspeltKey => value.map(|value| format!("{} = {value}\n", misspelt(key, numbers))),
        Slip::MisspeltValue => Some(match value {
            Some(value) => format!("{key} = {}\n", misspelt(value, numbers)),
            None => format!("{}\n", misspelt(line, numbers)),
        }),
        Slip::OtherType => value.map(|value| {
            let other = ["7", "true", "[\"x\"]"][numbers.below(3)];
            format!("{key} = {}\n", if value.starts_with('"') { other } else { "\"x\"" })
        }),
        Slip::OtherLanguage => [".nb", ".en"].iter().find(|tag| key.ends_with(**tag)).map(|tag| {
            let key = key.strip_suffix(tag).unwrap_or(key);
            format!("{key}.{} = {}\n", ["no", "sv", "de"][numbers.below(3)], value.unwrap_or_default())
        }),
    }
    .filter(|new| new.trim_end() != line)
}

/// Two letters of a word change places, or one is lost.
fn misspelt(text: &str, numbers: &mut Numbers) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let pairs = letters.windows(2).enumerate();
    let inner: Vec<usize> = pairs
        .filter(|(_, pair)| pair.iter().all(|letter| letter.is_alphanumeric()) && pair[0] != pair[1])
        .map(|(at, _)| at)
        .collect();
    if inner.is_empty() {
        return text.to_owned();
    }
    let at = inner[numbers.below(inner.len())];
    if numbers.below(2) == 0 {
        letters.swap(at, at + 1);
    } else {
        letters.remove(at);
    }
    letters.into_iter().collect()
}

/// A slip in one line of a file.
fn slip(tree: &SourceTree, numbers: &mut Numbers) -> (Slip, SourceFile, usize) {
    let files: Vec<&SourceFile> = tree
        .below("content")
        .map(|(_, file)| file)
        .filter(|file| matches!(file.path.as_str().rsplit('.').next(), Some("toml" | "md")))
        .filter(|file| !file.path.as_str().contains("README") && !file.path.as_str().contains("_template"))
        .collect();
    loop {
        let old = files[numbers.below(files.len())];
        let all: Vec<&str> = old.text.lines().collect();
        let at = numbers.below(all.len());
        let kind = SLIPS[numbers.below(SLIPS.len())];
        if all[at].trim().is_empty() {
            continue;
        }
        let Some(new) = slipped(all[at], kind, numbers) else { continue };
        let whole: Vec<&str> = old.text.split_inclusive('\n').collect();
        let (before, after) = (whole[..at].concat(), whole[at + 1..].concat());
        return (kind, file(old.path.as_str(), before + &new + &after), at + 1);
    }
}

/// Whether a finding is where the slip is. What is gone is missed where it stood, or in the table it was in.
fn is_there(finding: &Diagnostic, kind: Slip, line: usize, changed: &SourceFile, tree: &SourceTree) -> bool {
    let file = tree.file(finding.span.file);
    let (first, last) =
        (file.line_and_column(finding.span.start).0, file.line_and_column(finding.span.end).0);
    if file.path != changed.path {
        return false;
    }
    let near = match kind {
        Slip::Deleted => {
            let above = changed.text.lines().take(line - 1).collect::<Vec<_>>();
            let header = above.iter().rposition(|line| line.starts_with('[') || line.starts_with("+++"));
            return first <= line + 1 && header.map_or(1, |at| at + 1) <= last || first == 1 && last == 1;
        }
        Slip::Doubled => line..=line + 1,
        _ => line..=line,
    };
    near.contains(&first) || (first..=last).contains(&line)
}

#[test]
fn one_slip_is_one_error_and_it_is_where_the_slip_is() {
    let wanted = std::env::var("FELLES_SLIPS").ok().and_then(|count| count.parse().ok());
    let count: usize = wanted.unwrap_or(SAMPLE);
    let (site, mut numbers) = (shipped(), Numbers(0x5eed_f00d));
    let (mut errors, mut elsewhere, mut tried) = (Vec::new(), 0, 0);
    while tried < count {
        let (kind, changed, line) = slip(&site, &mut numbers);
        let tree = with(&site, vec![changed.clone()]);
        let (_, findings) = build_in_memory(&tree);
        tried += 1;
        let of_slip: Vec<&Diagnostic> =
            findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        let Some(first) = of_slip.first() else { continue };
        errors.push(of_slip.len());
        let is_near = is_there(first, kind, line, &changed, &tree);
        elsewhere += usize::from(!is_near);
        if of_slip.len() > 1 || !is_near {
            let what = changed.text.lines().nth(line - 1).unwrap_or_default();
            println!("{kind:?} {}:{line}: {} errors, near: {is_near}: {what}", changed.path, of_slip.len());
            let of_slip: Vec<Diagnostic> = of_slip.into_iter().take(6).cloned().collect();
            println!("{}", lines(&of_slip, &tree));
        }
    }
    errors.sort_unstable();
    let at = |share: usize| errors[(errors.len() * share / 100).min(errors.len() - 1)];
    println!(
        "{tried} slips, {} with errors: median {}, 95 % {}, elsewhere {elsewhere}",
        errors.len(),
        at(50),
        at(95)
    );
    assert!(errors.len() > count / 4, "slips are noticed: {errors:?}");
    assert!(at(50) == 1 && at(95) <= 3, "the errors of each: {errors:?}");
    assert!(elsewhere * 20 <= errors.len(), "{elsewhere} of {} are told of elsewhere first", errors.len());
}

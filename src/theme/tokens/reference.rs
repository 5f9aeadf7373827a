use std::fmt::Write;

use super::{DECORATION, PAIRS, Tokens};
use crate::span::FileId;

/// What each token of the base theme is for.
pub(super) const MEANINGS: [(&str, &str); 20] = [
    ("paper", "the page"),
    ("surface", "what lies on the page: the head, panels, cards"),
    ("ink", "text"),
    ("ink-soft", "text of less weight: remarks, headings of columns"),
    ("line", "lines that only part"),
    ("line-strong", "lines that carry a meaning"),
    ("accent", "links, buttons, marks; the brand's main colour where it can be read"),
    ("accent-deep", "the same under the pointer"),
    ("accent-soft", "a ground with a breath of the brand's colour"),
    ("on-accent", "text on the accent"),
    ("decor", "decoration, never text; the brand's second colour"),
    ("warn", "an important notice"),
    ("warn-soft", "the ground of an important notice"),
    ("alert", "an urgent notice"),
    ("alert-soft", "the ground of an urgent notice"),
    ("focus", "the ring around what has the keyboard"),
    ("radius", "how round corners are"),
    ("measure", "the longest line of text"),
    ("serif", "the fonts of headings where a brand's style is `warm`"),
    ("sans", "the fonts, the first that is there; a brand's own is put before them"),
];

/// Every token of the base theme and what must be readable on what, as Markdown: for the theme's README.
#[must_use]
pub fn token_reference(stylesheet: &str) -> String {
    let tokens = Tokens::of_stylesheet(FileId(0), stylesheet);
    let mut text = "| token | light | dark | what for |\n|---|---|---|---|\n".to_owned();
    for (name, token) in &tokens.light {
        let dark = tokens.dark.get(name).map_or("the same".to_owned(), |dark| format!("`{}`", dark.value));
        let meaning = MEANINGS.iter().find(|(known, _)| known == name).map_or("", |(_, meaning)| meaning);
        line(&mut text, &[&format!("`{name}`"), &format!("`{}`", token.value), &dark, meaning]);
    }
    text.push_str("\n| token | on | contrast | what for |\n|---|---|---|---|\n");
    for pair in PAIRS {
        let grounds: Vec<String> = pair.grounds.iter().map(|ground| format!("`{ground}`")).collect();
        let least = format!("{}:1", super::in_words(pair.least));
        line(&mut text, &[&format!("`{}`", pair.front), &grounds.join(", "), &least, pair.used_for]);
    }
    let decoration: Vec<String> = DECORATION.iter().map(|name| format!("`{name}`")).collect();
    writeln!(text, "\nNothing is asked of {}: they say nothing.", decoration.join(" and "))
        .expect("a string takes every text");
    text
}

fn line(text: &mut String, cells: &[&str]) {
    writeln!(text, "| {} |", cells.join(" | ")).expect("a string takes every text");
}

//! A theme's tokens: the colours, lengths and fonts that its stylesheet is made of.

mod css;
mod pairs;
mod reference;

use std::collections::BTreeMap;

use self::css::{Declaration, declarations};
use self::pairs::{DECORATION, PAIRS, Pair};
pub use self::reference::token_reference;
use crate::diagnostic::{
    Diagnostic, Diagnostics, Message, catalogue::content, catalogue::render as say, nearest,
};
use crate::model::reader::listed;
use crate::model::{Colour, Entry, Ground, Grounds, Node, NodeKind, Palette, Reader, TextValue};
use crate::span::{FileId, Span};

/// A token's value, and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TokenValue {
    /// As CSS has it.
    pub value: String,
    /// Where.
    pub span: Span,
}

/// The tokens of a theme, in one mode.
pub(super) type Mode = BTreeMap<String, TokenValue>;

/// The tokens of a theme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tokens {
    /// All of them, as they are in the light.
    pub light: Mode,
    /// Those that are another in the dark.
    pub dark: Mode,
    /// What `theme.toml` changes of them, by the name and whether it is for the dark.
    changed: BTreeMap<(bool, String), String>,
}

impl Tokens {
    /// The tokens that a stylesheet declares.
    pub(super) fn of_stylesheet(file: FileId, css: &str) -> Self {
        let mut tokens = Self::default();
        for Declaration { name, value, range, is_dark } in declarations(css) {
            let mode = if is_dark { &mut tokens.dark } else { &mut tokens.light };
            mode.insert(name, TokenValue { value, span: Span::new(file, range) });
        }
        tokens
    }

    /// Puts in what a theme's `[tokens]` and `[tokens.dark]` say.
    pub(super) fn change(&mut self, node: &Node, reader: &mut Reader<'_>) {
        let NodeKind::Table(entries) = &node.kind else {
            return reader.wrong_kind(node, content::write_a_table());
        };
        for entry in entries {
            match (&entry.value.kind, entry.key.value.as_str()) {
                (NodeKind::Table(entries), "dark") => {
                    for entry in entries {
                        self.change_one(entry, true, reader);
                    }
                }
                _ => self.change_one(entry, false, reader),
            }
        }
    }

    fn change_one(&mut self, entry: &Entry, is_dark: bool, reader: &mut Reader<'_>) {
        let name = entry.key.value.as_str();
        let Some(known) = self.light.get(name) else {
            let names: Vec<&str> = self.light.keys().map(String::as_str).collect();
            let help = nearest(name, names.iter().copied())
                .map_or_else(|| say::tokens_are(&listed(&names)), content::did_you_mean);
            let error = Diagnostic::error("unknown-key", entry.key.span, say::unknown_token(name));
            return reader.found.push(error.with_help(help));
        };
        let NodeKind::Text(value) = &entry.value.kind else {
            return reader.wrong_kind(&entry.value, content::write_a_text());
        };
        let value = value.trim();
        if let Some(help) = unfit(value, &known.value) {
            let error =
                Diagnostic::error("invalid-value", entry.value.span, say::not_a_token_value(value, name));
            return reader.found.push(error.with_help(help));
        }
        let token = TokenValue { value: value.to_owned(), span: entry.value.span };
        let mode = if is_dark { &mut self.dark } else { &mut self.light };
        mode.insert(name.to_owned(), token);
        self.changed.insert((is_dark, name.to_owned()), value.to_owned());
    }

    /// The rules that write the changed tokens again, behind the stylesheet.
    /// Paper keeps the stylesheet's own.
    pub(super) fn changes_css(&self) -> String {
        let of = |dark: bool| {
            let changed = self.changed.iter().filter(move |((is_dark, _), _)| *is_dark == dark);
            changed.fold(String::new(), |css, ((_, name), value)| css + &format!("  --{name}: {value};\n"))
        };
        root_rules("The theme's tokens", &of(false), &of(true))
    }

    /// The value of a token in a mode.
    pub(crate) fn get(&self, name: &str, is_dark: bool) -> Option<&TokenValue> {
        let dark = if is_dark { self.dark.get(name) } else { None };
        dark.or_else(|| self.light.get(name))
    }

    /// The colour of a token in a mode, if it is one.
    pub(crate) fn colour(&self, name: &str, is_dark: bool) -> Option<Colour> {
        self.get(name, is_dark).and_then(|token| colour(&token.value))
    }

    /// The grounds and inks that a brand's colours stand on;
    /// the base theme's if the theme has none of that name.
    pub(super) fn grounds(&self) -> Grounds {
        let ground = |base: Ground| {
            let colour = |name, of_base| self.colour(name, base.is_dark).unwrap_or(of_base);
            Ground {
                paper: colour("paper", base.paper),
                surface: colour("surface", base.surface),
                warn_soft: colour("warn-soft", base.warn_soft),
                alert_soft: colour("alert-soft", base.alert_soft),
                ink: colour("ink", base.ink),
                soft_ink: colour("ink-soft", base.soft_ink),
                is_dark: base.is_dark,
            }
        };
        Grounds { light: ground(Grounds::BASE.light), dark: ground(Grounds::BASE.dark) }
    }

    /// Reports every pair of tokens that does not reach its contrast:
    /// at the token that the theme changes, else where the front is written.
    pub(super) fn check_contrast(&self, found: &mut Diagnostics) {
        for is_dark in [false, true] {
            for (pair, ground, contrast) in weak_pairs(|name| self.colour(name, is_dark)) {
                let (Some(front), Some(behind)) = (self.get(pair.front, is_dark), self.get(ground, is_dark))
                else {
                    continue;
                };
                let is_changed = |name: &str| self.changed.contains_key(&(is_dark, name.to_owned()));
                let headline = weak(pair, ground, contrast, is_dark);
                let error = if is_changed(ground) && !is_changed(pair.front) {
                    let error = Diagnostic::error("theme-contrast", behind.span, headline);
                    error.with_related(front.span, say::stands_on_it())
                } else {
                    let error = Diagnostic::error("theme-contrast", front.span, headline);
                    error.with_related(behind.span, say::stands_on_this())
                };
                found.push(error.with_help(say::move_them_apart(pair.used_for)));
            }
        }
    }
}

fn weak(pair: Pair, ground: &str, contrast: u64, is_dark: bool) -> Message {
    let mode = if is_dark { say::in_the_dark() } else { say::in_the_light() };
    say::too_little_contrast(pair.front, ground, &mode, &in_words(contrast), &in_words(pair.least))
}

/// `4.5`
fn in_words(contrast: u64) -> String {
    format!("{}.{}", contrast / 100, contrast / 10 % 10)
}

/// The pairs of a scheme that do not reach their contrast, each with its ground and what it has.
fn weak_pairs(colour: impl Fn(&str) -> Option<Colour>) -> Vec<(Pair, &'static str, u64)> {
    let mut weak = Vec::new();
    for pair in PAIRS {
        for ground in pair.grounds {
            let (Some(front), Some(behind)) = (colour(pair.front), colour(ground)) else { continue };
            let contrast = front.contrast(behind);
            if contrast < pair.least {
                weak.push((pair, *ground, contrast));
            }
        }
    }
    weak
}

/// The tokens of a brand's palette, by their names.
pub(super) fn palette_tokens(palette: &Palette) -> [(&'static str, Colour); 5] {
    let Palette { accent, accent_deep, accent_soft, on_accent, decor } = *palette;
    [
        ("accent", accent),
        ("accent-deep", accent_deep),
        ("accent-soft", accent_soft),
        ("on-accent", on_accent),
        ("decor", decor),
    ]
}

/// Tokens written again for the screen, in light and in dark; empty if there are none.
pub(crate) fn root_rules(title: &str, light: &str, dark: &str) -> String {
    let light =
        if light.is_empty() { String::new() } else { format!("@media screen {{\n:root {{\n{light}}}\n}}\n") };
    let dark = if dark.is_empty() {
        String::new()
    } else {
        format!("@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n")
    };
    if light.is_empty() && dark.is_empty() {
        String::new()
    } else {
        format!("\n/* {title} */\n{light}{dark}")
    }
}

/// A colour as stylesheets write it: `#0b5c55` or `#fff`.
fn colour(value: &str) -> Option<Colour> {
    let value = match value.strip_prefix('#') {
        Some(short) if short.chars().count() == 3 => {
            format!("#{}", short.chars().flat_map(|digit| [digit, digit]).collect::<String>())
        }
        _ => value.to_owned(),
    };
    Colour::parse(&value).ok()
}

/// What to write instead, if `value` cannot stand for `known`.
fn unfit(value: &str, known: &str) -> Option<Message> {
    if colour(known).is_some() {
        return colour(value).is_none().then(crate::diagnostic::catalogue::values::write_a_colour);
    }
    if known.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return (!is_length(value)).then(say::write_a_length);
    }
    let plain =
        |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | ',' | '.' | '-' | '_' | '"' | '\'');
    let is_whole =
        value.matches('"').count().is_multiple_of(2) && value.matches('\'').count().is_multiple_of(2);
    (value.is_empty() || !is_whole || !value.chars().all(plain)).then(say::write_plain_names)
}

/// `0`, `.75rem`, `66ch`
fn is_length(value: &str) -> bool {
    let unit = value.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let number = &value[..value.len() - unit.len()];
    let is_number = number.parse::<f64>().is_ok();
    is_number
        && (matches!(unit, "px" | "rem" | "em" | "ch" | "ex" | "%" | "vw")
            || (unit.is_empty() && number == "0"))
}

#[cfg(test)]
mod tests;

//! The tokens of a stylesheet: the properties that it declares under `:root`, for light and for dark.

use std::ops::Range;

/// A property of `:root`, and where its value is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declaration {
    /// Its name, without the `--`.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The bytes of the value.
    pub range: Range<usize>,
    /// Whether it counts in the dark alone.
    pub is_dark: bool,
}

/// All properties that a stylesheet declares under `:root`, for every medium and for the dark.
pub(super) fn declarations(css: &str) -> Vec<Declaration> {
    let css = without_comments(css);
    let mut list = Vec::new();
    for (head, body) in blocks(&css, 0..css.len()) {
        let head = &css[head];
        if head.trim() == ":root" {
            declared(&css, body, false, &mut list);
        } else if is_dark(head) {
            for (inner, body) in blocks(&css, body) {
                if css[inner].trim() == ":root" {
                    declared(&css, body, true, &mut list);
                }
            }
        }
    }
    list
}

fn is_dark(head: &str) -> bool {
    let head: String = head.split_whitespace().collect();
    head.starts_with("@media") && head.contains("(prefers-color-scheme:dark)") && !head.contains("print")
}

/// The text with blanks in the place of comments, so that every byte keeps its place.
fn without_comments(css: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(css.len()), css);
    while let Some((before, comment)) = rest.split_once("/*") {
        let end = comment.find("*/").map_or(comment.len(), |at| at + 2);
        plain.push_str(before);
        plain.push_str(&" ".repeat(2 + end));
        rest = &comment[end..];
    }
    plain + rest
}

/// The blocks that stand side by side in a range: what is before each `{`, and what is within.
fn blocks(css: &str, within: Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let (mut blocks, mut depth, mut head, mut open) = (Vec::new(), 0_usize, within.start, within.start);
    for (at, byte) in css.bytes().enumerate().take(within.end).skip(within.start) {
        match byte {
            b'{' => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            // One too many belongs to the next selector, as in browsers.
            b'}' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    blocks.push((head..open.max(head), (open + 1).min(at)..at));
                    head = at + 1;
                }
            }
            b';' if depth == 0 => head = at + 1,
            _ => {}
        }
    }
    blocks
}

fn declared(css: &str, body: Range<usize>, is_dark: bool, list: &mut Vec<Declaration>) {
    let mut start = body.start;
    for part in css[body].split(';') {
        if let Some((name, value)) = part.split_once(':')
            && let Some(name) = name.trim().strip_prefix("--")
        {
            let at = start + part.len() - value.trim_start().len();
            let value = value.trim();
            let range = at..at + value.len();
            list.push(Declaration { name: name.to_owned(), value: value.to_owned(), range, is_dark });
        }
        start += part.len() + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::declarations;

    #[test]
    fn the_properties_of_the_root_are_found_for_light_and_dark() {
        let css = "/* --no: 1; */ @import 'x'; :root { color-scheme: light; --a: #fff; /* { */ --b : 66ch }\n\
                   a { --no: 1; }\n@media (prefers-color-scheme:  dark) { a { --no: 2 } :root { --a:#000; } }\n\
                   @media print { :root { --a: #123; } }";
        let found: Vec<String> = declarations(css)
            .into_iter()
            .map(|token| format!("{}={}|{}|{}", token.name, token.value, &css[token.range], token.is_dark))
            .collect();
        assert_eq!(found, ["a=#fff|#fff|false", "b=66ch|66ch|false", "a=#000|#000|true"]);
    }

    #[test]
    fn a_broken_stylesheet_has_whatever_can_be_read() {
        for css in ["", "}", "{", ":root {", "}}{{ :root{--a:1}", "/*", "æ{ø", ":root{--:;:}"] {
            declarations(css);
        }
        assert_eq!(declarations("} :root { --a: 1 }").len(), 0);
        assert_eq!(declarations(":root { --a: 1 }").len(), 1);
    }
}

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file's lines, each with the end that it has.
pub(super) struct TextLines<'t> {
    /// The byte order mark, if there is one.
    mark: &'t str,
    /// The text of each line, and its end.
    lines: Vec<(&'t str, &'t str)>,
    /// How lines end here.
    end: &'static str,
}

impl<'t> TextLines<'t> {
    /// Returns None if the bytes are not text.
    pub(super) fn of(bytes: &'t [u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))?;
        let (mark, text) =
            text.split_at(if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 });
        let mut lines = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
            let (line, behind) = rest.split_at(length);
            let end = match behind.as_bytes() {
                [b'\r', b'\n', ..] => 2,
                [] => 0,
                _ => 1,
            };
            lines.push((line, &behind[..end]));
            rest = &behind[end..];
        }
        let windows = lines.iter().filter(|(_, end)| *end == "\r\n").count();
        let end = if windows * 2 > lines.len() || windows > 0 && windows * 2 == lines.len() {
            "\r\n"
        } else {
            "\n"
        };
        Some(Self { mark, lines, end })
    }

    pub(super) fn count(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn line(&self, number: usize) -> &'t str {
        self.lines[number].0
    }

    /// The text of these lines, each ended by `\n`.
    pub(super) fn text(&self, lines: Range<usize>) -> String {
        self.lines[lines].iter().flat_map(|(line, _)| [*line, "\n"]).collect()
    }

    /// The file with `text` in the place of these lines; a line that is in both keeps its end.
    pub(super) fn with(&self, place: Range<usize>, text: &str) -> Vec<u8> {
        let before: Vec<&str> = self.lines[place.clone()].iter().map(|(line, _)| *line).collect();
        let after: Vec<&str> = text.lines().collect();
        let mut new: Vec<(&str, &str)> = self.lines[..place.start].to_vec();
        for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
            match op {
                DiffOp::Equal { old_index, len, .. } => {
                    new.extend(&self.lines[place.start + old_index..place.start + old_index + len]);
                }
                DiffOp::Delete { .. } => {}
                DiffOp::Insert { new_index, new_len, .. } | DiffOp::Replace { new_index, new_len, .. } => {
                    new.extend(after[new_index..new_index + new_len].iter().map(|line| (*line, self.end)));
                }
            }
        }
        new.extend(&self.lines[place.end..]);
        let last = new.len().saturating_sub(1);
        // Only the last line of a file may lack its end, and only if it did.
        let had_none = self.lines.last().is_some_and(|(_, end)| end.is_empty());
        let mut written = self.mark.to_owned();
        for (number, (line, end)) in new.into_iter().enumerate() {
            written.push_str(line);
            let is_last = number == last;
            written.push_str(match end {
                "" if !is_last => self.end,
                _ if is_last && had_none && place.end == self.lines.len() => "",
                end => end,
            });
        }
        written.into_bytes()
    }
}

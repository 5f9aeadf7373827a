//! Changes of the content's files that tools make: the smallest, with everything else as it was.
//!
//! In: a file's bytes and what is to be written. Out: its new bytes.
//!
//! Invariant: comments, order, a byte order mark and the ends of all other lines are kept, byte for byte.
//! Invariant: this stage touches no file; [`source::disk`](crate::source::disk) writes them.

mod lines;
mod toml_key;

pub use toml_key::{KeyChange, KeyValue};

use lines::TextLines;

/// The line that settings stand between in a Markdown file.
const FENCE: &str = "+++";

/// A TOML file with these changes.
///
/// Returns None if the file is not such that it can be changed: no text, or no TOML.
#[must_use]
pub fn edited_toml(bytes: &[u8], changes: &[KeyChange]) -> Option<Vec<u8>> {
    let lines = TextLines::of(bytes)?;
    let whole = 0..lines.count();
    let text = toml_key::changed(&lines.text(whole.clone()), changes)?;
    Some(lines.with(whole, &text))
}

/// A Markdown file with these changes of its settings, which are begun if there are none.
///
/// Returns None if the file is not such that it can be changed: no text, or its settings no TOML.
#[must_use]
pub fn edited_settings(bytes: &[u8], changes: &[KeyChange]) -> Option<Vec<u8>> {
    let lines = TextLines::of(bytes)?;
    let is_fence = |line: usize| lines.line(line).trim_end() == FENCE;
    if lines.count() == 0 || !is_fence(0) {
        let settings = toml_key::changed("", changes)?;
        let fenced =
            if settings.is_empty() { String::new() } else { format!("{FENCE}\n{settings}{FENCE}\n") };
        return Some(lines.with(0..0, &fenced));
    }
    let end = (1..lines.count()).find(|line| is_fence(*line))?;
    let settings = toml_key::changed(&lines.text(1..end), changes)?;
    if settings.trim().is_empty() {
        return Some(lines.with(0..end + 1, ""));
    }
    Some(lines.with(1..end, &settings))
}

#[cfg(test)]
mod tests {
    use super::{KeyChange, KeyValue, edited_settings, edited_toml};
    use crate::model::Fingerprint;

    fn pin(language: &str, text: &str) -> KeyValue {
        KeyValue::Pins(vec![(language.to_owned(), vec![Fingerprint::of(text)])])
    }

    fn base(row: &[&str], value: Option<KeyValue>) -> KeyChange {
        KeyChange { row: row.iter().map(|part| (*part).to_owned()).collect(), key: "base".to_owned(), value }
    }

    #[track_caller]
    fn check_settings(before: &str, value: Option<KeyValue>, after: &str) {
        let changed = edited_settings(before.as_bytes(), &[base(&[], value)]).unwrap();
        assert_eq!(String::from_utf8(changed).unwrap(), after);
    }

    #[track_caller]
    fn check_row(before: &str, value: Option<KeyValue>, after: &str) {
        let changed = edited_toml(before.as_bytes(), &[base(&["processors", "x"], value)]).unwrap();
        assert_eq!(String::from_utf8(changed).unwrap(), after);
    }

    #[test]
    fn a_pin_is_a_line_more_in_the_settings() {
        let pin = || Some(pin("nb", "US"));
        check_settings(
            "+++\nop = \"replace\" # why\n+++\n# A\n",
            pin(),
            "+++\nop = \"replace\" # why\nbase = { nb = \"sha256:9b202ecbc6d4\" }\n+++\n# A\n",
        );
        check_settings("# A\n", pin(), "+++\nbase = { nb = \"sha256:9b202ecbc6d4\" }\n+++\n# A\n");
        check_settings(
            "\u{feff}+++\r\n# først\r\nop = \"omit\"\r\n+++\r\n# A\r\ntekst",
            pin(),
            "\u{feff}+++\r\n# først\r\nop = \"omit\"\r\nbase = { nb = \"sha256:9b202ecbc6d4\" }\r\n+++\r\n# A\r\ntekst",
        );
        check_settings(
            "\u{feff}# A\r\n",
            pin(),
            "\u{feff}+++\r\nbase = { nb = \"sha256:9b202ecbc6d4\" }\r\n+++\r\n# A\r\n",
        );
    }

    #[test]
    fn a_pin_that_is_there_is_replaced_where_it_stands_however_it_is_written() {
        let pin = || Some(pin("nb", "US"));
        let now = "base = { nb = \"sha256:9b202ecbc6d4\" }";
        check_settings(
            "+++\nbase = \"sha256:000000000000\" # hånd\nop = \"omit\"\n+++\n",
            pin(),
            &format!("+++\n{now} # hånd\nop = \"omit\"\n+++\n"),
        );
        check_settings(
            "+++\nbase.nb = \"sha256:000000000000\"\nop = \"omit\"\n+++\n",
            pin(),
            &format!("+++\nop = \"omit\"\n{now}\n+++\n"),
        );
    }

    #[test]
    fn a_pin_that_goes_leaves_nothing_behind() {
        check_settings("+++\nbase = { nb = \"sha256:9b202ecbc6d4\" }\n+++\n# A\n", None, "# A\n");
        check_settings(
            "+++\r\nbase = { nb = \"sha256:9b202ecbc6d4\" }\r\n# ja\r\nop = \"omit\"\r\n+++\r\n",
            None,
            "+++\r\n# ja\r\nop = \"omit\"\r\n+++\r\n",
        );
    }

    #[test]
    fn a_pin_of_a_value_stands_at_the_end_of_its_row_and_mixed_ends_of_lines_stay() {
        let before =
            "# topp\r\n\n[processors.x] # x\ncountry = 'US'\r\n\r\n# neste\r\n[processors.y]\nname = \"Y\"";
        let after = "# topp\r\n\n[processors.x] # x\ncountry = 'US'\r\nbase = { country = \"sha256:9b202ecbc6d4\" }\r\n\r\n# neste\r\n[processors.y]\nname = \"Y\"";
        check_row(before, Some(pin("country", "US")), after);
        check_row(after, None, before);
    }

    #[test]
    fn a_row_that_says_nothing_any_more_goes_unless_something_is_written_above_it() {
        let remove = |before: &str| {
            let row = vec!["processors".to_owned(), "x".to_owned()];
            let change = KeyChange { row, key: "country".to_owned(), value: None };
            String::from_utf8(edited_toml(before.as_bytes(), &[change]).unwrap()).unwrap()
        };
        let y = "[processors.y]\nname = \"Y\"\n";
        assert_eq!(remove(&format!("[processors.x]\ncountry = \"US\"\n{y}")), y);
        let noted = format!("# viktig\n[processors.x]\n{y}");
        assert_eq!(remove(&format!("# viktig\n[processors.x]\ncountry = \"US\"\n{y}")), noted);
        let named = "[processors.x]\nname = \"X\"\n";
        assert_eq!(remove(&format!("{named}country = \"US\"\n")), named);
    }

    #[test]
    fn what_is_no_text_or_no_toml_is_left_alone() {
        assert_eq!(edited_toml(b"a = \"\xf8\"", &[base(&[], None)]), None);
        assert_eq!(edited_toml(b"a = ", &[base(&[], None)]), None);
        assert_eq!(edited_settings(b"+++\na = 1\n", &[base(&[], None)]), None);
    }
}

//! The lines of an iCalendar file (RFC 5545).
//!
//! Ours, since the libraries for it fold lines an octet too late or bring a second library for dates.

/// The longest line in octets, its end left out (section 3.1).
const LONGEST_LINE: usize = 75;

/// A file that is written line by line.
pub(super) struct IcsFile {
    text: String,
}

impl IcsFile {
    pub(super) fn new() -> Self {
        let mut file = Self { text: String::new() };
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.line("PRODID", "-//felles//felles calendar//NO");
        file
    }

    /// Adds a line, folded if it is too long.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        // A line that goes on begins with a space, which counts.
        let mut room = LONGEST_LINE;
        while rest.len() > room {
            let (head, tail) = rest.split_at(rest.floor_char_boundary(room));
            self.text.push_str(head);
            self.text.push_str("\r\n ");
            (rest, room) = (tail, LONGEST_LINE - 1);
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
    }

    pub(super) fn finish(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.text
    }
}

/// A text as a value (section 3.3.11).
pub(super) fn ics_text(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

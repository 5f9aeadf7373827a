use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::diagnostic::MessageLanguage;
use crate::diagnostic::catalogue::preview as say;
use crate::preview::Progress;

/// A line on the terminal that says how far a build is, and goes when it is over;
/// without a terminal, nothing is said.
pub(super) struct ProgressLine {
    language: MessageLanguage,
    is_terminal: bool,
    /// What stands on the line.
    shown: Mutex<String>,
}

impl ProgressLine {
    pub(super) fn new(language: MessageLanguage) -> Self {
        Self { language, is_terminal: io::stderr().is_terminal(), shown: Mutex::default() }
    }

    /// Says how far the build is.
    pub(super) fn tell(&self, progress: Progress) {
        let Progress { made, all } = progress;
        let text = say::sites_made(&made.to_string(), &all.to_string());
        self.write(if progress.is_whole() { "" } else { text.in_language(self.language) });
    }

    /// Erases the line.
    pub(super) fn end(self) {
        self.write("");
    }

    fn write(&self, text: &str) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_terminal && *shown != text {
            // Plain spaces instead of an escape code: they erase on every terminal.
            let gap = " ".repeat(shown.chars().count().saturating_sub(text.chars().count()));
            let back = if text.is_empty() { "\r" } else { "" };
            // A terminal that is gone shows nothing, and what follows will say so.
            let _ = write!(io::stderr(), "\r{text}{gap}{back}");
            text.clone_into(&mut shown);
        }
    }
}

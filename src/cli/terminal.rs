use std::io::{self, ErrorKind, Write};

use anyhow::Error;

use super::words;
use crate::diagnostic::{MessageLanguage, catalogue::cli as say};
use crate::report::harmless;

/// The two streams of the terminal: answers go to one, findings and failures to the other.
///
/// Colours are taken away if a stream is not a terminal, or `NO_COLOR` is set.
pub(super) struct Terminal {
    failure: Option<io::Error>,
}

impl Terminal {
    pub(super) fn new() -> Self {
        Self { failure: None }
    }

    /// Prints an answer.
    pub(super) fn answer(&mut self, text: &str) {
        let written = anstream::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush());
        self.note(written);
    }

    /// Prints findings.
    pub(super) fn report(&mut self, text: &str) {
        let written = anstream::stderr().write_all(text.as_bytes());
        self.note(written);
    }

    /// Prints why the command could not run.
    pub(super) fn fail(&mut self, error: &Error, language: MessageLanguage) {
        let line = format!("{}\n", harmless(say::could_not(&words(error, language)).in_language(language)));
        self.report(&line);
    }

    /// What could not be printed for another reason than that the reader has gone, if anything.
    pub(super) fn failure(&mut self) -> Option<io::Error> {
        self.failure.take()
    }

    fn note(&mut self, written: io::Result<()>) {
        let failure = written.err().filter(|error| error.kind() != ErrorKind::BrokenPipe);
        self.failure = self.failure.take().or(failure);
    }
}

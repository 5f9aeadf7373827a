#![expect(clippy::disallowed_methods, reason = "writes the file that is asked for")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::outside::refuse_published;
use super::terminal::Terminal;
use crate::diagnostic::MessageLanguage;
use crate::diagnostic::catalogue::coverage as say;
use crate::pipeline;
use crate::source::SourceTree;
use crate::source::disk::shown_path;

/// Where an answer for others goes: a file of its own, as the program writes it.
///
/// A shell that writes it instead may write it otherwise: `PowerShell` 5.1 makes UTF-16 of `>`.
#[derive(Debug, Args)]
pub(super) struct AnswerFile {
    /// The file to write the answer to, outside of the site's own files [default: the terminal]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl AnswerFile {
    /// Whether a file was asked for.
    pub(super) fn is_asked_for(&self) -> bool {
        self.output.is_some()
    }

    /// Fails if the file would be among those of the site at `root`, or among those that are published.
    pub(super) fn refuse_published(&self, root: &Path, tree: &SourceTree) -> anyhow::Result<()> {
        match &self.output {
            Some(file) => refuse_published(file, root, &pipeline::output_folder(tree)),
            None => Ok(()),
        }
    }

    /// Writes the answer to the file that was asked for and says so, or prints it.
    pub(super) fn deliver(
        &self,
        text: &str,
        language: MessageLanguage,
        terminal: &mut Terminal,
    ) -> anyhow::Result<()> {
        let Some(file) = &self.output else {
            terminal.answer(text);
            return Ok(());
        };
        let shown = shown_path(file);
        fs::write(file, text).map_err(|error| say::cannot_write(&shown, &error.to_string()))?;
        terminal.answer(&format!("{}\n", say::report_written(&shown).in_language(language)));
        Ok(())
    }
}

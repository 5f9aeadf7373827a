use std::io;
use std::sync::Arc;

use jiff::civil::Date;

use super::board::Board;
use super::editor::EditorLink;
use super::round::Round;
use crate::diagnostic::Diagnostic;
use crate::serve::{Event, Server, ServerOptions, Snapshot};
use crate::source::SourceTree;
use crate::source::disk::Reading;

/// What a preview is asked for.
#[derive(Debug, Clone)]
pub struct PreviewOptions {
    /// How it is served.
    pub server: ServerOptions,
    /// What opens a file in the editor.
    pub editor: EditorLink,
}

/// A running preview; it stops when it is dropped.
pub struct Preview {
    server: Server,
    board: Arc<Board>,
    snapshot: Snapshot,
}

/// What there is to tell of a round in the terminal.
#[derive(Debug)]
pub struct Summary {
    /// The files.
    pub tree: SourceTree,
    /// The findings, sorted.
    pub findings: Vec<Diagnostic>,
    /// The brands whose pages became others.
    pub changed: Vec<String>,
    /// The brands whose older pages are shown, since those of now have errors.
    pub older: Vec<String>,
}

impl Preview {
    /// Builds what was read for this day, and starts to show it.
    ///
    /// # Errors
    /// Gives the system's error where no port or no private socket can be had.
    pub fn start(options: PreviewOptions, reading: Reading, date: Date) -> io::Result<(Self, Summary)> {
        let (round, snapshot) = Round::of(reading, date, &Snapshot::default());
        let summary = Summary::of(&round, &Snapshot::default(), &snapshot);
        let board = Arc::new(Board::new(options.server.language, options.editor, round));
        let server = Server::start(options.server, snapshot.clone(), Arc::clone(&board) as _)?;
        Ok((Self { server, board, snapshot }, summary))
    }

    /// Builds what was read for this day, and shows it in the place of what was shown.
    pub fn show(&mut self, reading: Reading, date: Date) -> Summary {
        let (round, snapshot) = Round::of(reading, date, &self.snapshot);
        let summary = Summary::of(&round, &self.snapshot, &snapshot);
        self.board.put(round);
        if !summary.changed.is_empty() {
            let number = self.server.publish(snapshot.clone());
            self.snapshot = snapshot;
            self.server.broadcast(&Event::build(number));
        }
        self.server.broadcast(&Event::checked());
        summary
    }

    /// The port that it became.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.server.port()
    }

    /// The ids of the brands that are shown.
    pub fn brands(&self) -> impl Iterator<Item = &str> {
        self.snapshot.brands()
    }
}

impl Summary {
    fn of(round: &Round, before: &Snapshot, after: &Snapshot) -> Self {
        let mut brands: Vec<&str> = before.brands().chain(after.brands()).collect();
        brands.sort_unstable();
        brands.dedup();
        let is_other = |brand: &&str| before.files(brand) != after.files(brand);
        Self {
            tree: round.tree.clone(),
            findings: round.findings.iter().map(|(finding, _)| finding.clone()).collect(),
            older: round
                .brands
                .iter()
                .filter(|(_, brand)| brand.is_older)
                .map(|(id, _)| id.clone())
                .collect(),
            changed: brands.into_iter().filter(is_other).map(str::to_owned).collect(),
        }
    }
}

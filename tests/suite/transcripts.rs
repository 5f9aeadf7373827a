//! What people see in the terminal: `tests/cli/*.md`, run against the real program.
//!
//! `TRYCMD=overwrite` writes what was seen; read it in the diff.

use crate::paths::felles;

#[test]
fn commands_answer_as_written() {
    trycmd::TestCases::new()
        .default_bin_path(felles())
        // Noon on 21 November 2026 in UTC, for commands that ask for no date.
        .env("SOURCE_DATE_EPOCH", "1795262400")
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .case("tests/cli/*.md");
}

//! The `felles` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    felles::cli::run()
}

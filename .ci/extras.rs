//! Writes what comes with a program to download: its manual pages, and what shells need to complete its commands.
//!
//! `cargo run --example extras -- DIR`. Not a command of felles: only who packs it needs this.
#![expect(clippy::disallowed_methods, reason = "writes the files")]

use std::env;
use std::fs;
use std::path::PathBuf;

use clap_complete::{Shell, generate_to};

fn main() -> std::io::Result<()> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(std::io::Error::other("say which folder: cargo run --example extras -- DIR"));
    };
    let (man, completions) = (folder.join("man"), folder.join("completions"));
    fs::create_dir_all(&man)?;
    fs::create_dir_all(&completions)?;
    clap_mangen::generate_to(felles::cli::command(), man)?;
    for shell in [Shell::Bash, Shell::Fish, Shell::PowerShell, Shell::Zsh] {
        generate_to(shell, &mut felles::cli::command(), "felles", &completions)?;
    }
    Ok(())
}

//! The command line: reads what is asked, calls the pipeline, and says what came of it.
//!
//! In: arguments, the environment and the clock, here and nowhere else. Out: an exit status: 0 fine, 1 the
//! content has errors, 2 the command could not run.
//!
//! Invariant: nothing is printed past `terminal.rs`, which survives a closed pipe.

mod answer_file;
mod arguments;
mod build;
mod calendar;
mod check;
mod coverage;
mod day;
mod diff;
mod double_click;
mod explain;
mod export;
mod findings;
mod impact;
mod join;
mod new;
mod outside;
mod part;
mod progress;
mod publish;
mod quoted;
mod review;
mod root;
mod serve;
mod shard;
mod terminal;
mod today;
mod trace;
mod verify;
mod verify_url;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Error;
use clap::{CommandFactory, Parser};

use crate::diagnostic::{Message, MessageLanguage, catalogue::cli as say, catalogue::content::did_you_mean};
use crate::report::harmless;
use arguments::{Arguments, Command};
use double_click::{Clicked, clicked, wait};
use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// All is well.
    Fine,
    /// The content has errors, or what was asked for is not there.
    ContentHasErrors,
}

/// What the program takes, for manual pages and for shells that complete commands.
#[must_use]
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Runs the program.
#[must_use]
pub fn run() -> ExitCode {
    let mut terminal = Terminal::new();
    let code = match clicked() {
        Some(Clicked::Show(site)) => {
            let words: [OsString; 5] =
                ["felles".into(), "serve".into(), "--open".into(), "--root".into(), site.into()];
            let code = answer(Arguments::try_parse_from(words), &mut terminal);
            // What went wrong stands in a window that closes.
            if code != 0 {
                wait(&mut terminal);
            }
            code
        }
        Some(Clicked::Tell(text)) => {
            terminal.answer(&text);
            wait(&mut terminal);
            0
        }
        None => answer(Arguments::try_parse(), &mut terminal),
    };
    ExitCode::from(code)
}

/// Does what is asked; gives the exit status.
fn answer(asked: Result<Arguments, clap::Error>, terminal: &mut Terminal) -> u8 {
    let arguments = match asked {
        Ok(arguments) => arguments,
        Err(answer) => return explain(&answer, terminal),
    };
    let ended = match &arguments.command {
        Command::Build(build) => build::run(build, terminal),
        Command::Publish(publish) => publish::run(publish, terminal),
        Command::Join(join) => join::run(join, terminal),
        Command::Verify(verify) => verify::run(verify, terminal),
        Command::Serve(serve) => serve::run(serve, terminal),
        Command::Check(check) => check::run(check, terminal),
        Command::Explain(explain) => Ok(explain::run(explain, terminal)),
        Command::Calendar(calendar) => calendar::run(calendar, terminal),
        Command::Export(export) => export::run(export, terminal),
        Command::Trace(trace) => trace::run(trace, terminal),
        Command::Impact(impact) => impact::run(impact, terminal),
        Command::Diff(diff) => diff::run(diff, terminal),
        Command::Review(review) => review::run(review, terminal),
        Command::New(new) => new::run(new, terminal),
    };
    let code = match ended {
        Ok(Ending::Fine) => 0,
        Ok(Ending::ContentHasErrors) => 1,
        Err(error) => {
            terminal.fail(&error, arguments.command.language());
            2
        }
    };
    // A reader that went away early is the end of the output, not a failure; a full disk is one.
    let Some(failure) = terminal.failure() else { return code };
    terminal.fail(&say::cannot_print(&failure.to_string()).into(), arguments.command.language());
    2
}

/// Prints the help that was asked for, or why the arguments make no sense; gives the exit status.
fn explain(answer: &clap::Error, terminal: &mut Terminal) -> u8 {
    let text = answer.render().ansi().to_string();
    if answer.use_stderr() {
        terminal.report(&text);
    } else {
        terminal.answer(&text);
    }
    if answer.use_stderr() || terminal.failure().is_some() { 2 } else { 0 }
}

/// Says that what was asked for is not there, and what was probably meant.
fn refuse(what: &Message, meant: Option<&str>, language: MessageLanguage, terminal: &mut Terminal) -> Ending {
    let mut text = format!("{}\n", harmless(what.in_language(language)));
    if let Some(meant) = meant {
        text.push_str(&format!("{}\n", did_you_mean(meant).in_language(language)));
    }
    terminal.report(&text);
    Ending::ContentHasErrors
}

/// What went wrong, in words; errors of libraries speak for themselves.
fn words(error: &Error, language: MessageLanguage) -> String {
    match error.downcast_ref::<Message>() {
        Some(message) => message.in_language(language).to_owned(),
        None => say::unexpected(&error.to_string()).in_language(language).to_owned(),
    }
}

#![expect(
    clippy::disallowed_methods,
    reason = "asks the environment for the editor that the user has chosen"
)]

use std::env;
use std::io::{self, BufRead, IsTerminal};
use std::process::Command;

use super::{ReviewArguments, Reviewed, accept, take_base};
use crate::cli::Ending;
use crate::cli::build::line;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{MessageLanguage, catalogue::review as say};
use crate::merge::PinState;
use crate::report::item_text;

/// What somebody answers.
enum ReviewAnswer {
    Keep,
    TakeBase,
    Edit,
    Skip,
    Quit,
}

/// Shows one item after the other, and asks what is to become of it; the end of the input ends it.
pub(super) fn walk(
    names: &[String],
    asked: &ReviewArguments,
    site: &mut Reviewed,
    terminal: &mut Terminal,
) -> anyhow::Result<Ending> {
    let language = site.language;
    if names.is_empty() {
        terminal.answer(&line(&say::nothing_to_review(), language));
    }
    let mut input = io::stdin().lock();
    for name in names {
        // What was said of another item may have settled this one.
        while let Some(item) = site.item(name).filter(|item| item.state() != PinState::Fresh) {
            let is_translation = item.is_translation();
            let place = item.texts.iter().find(|text| text.state != PinState::Fresh).map(|text| text.own.1);
            let place = place.map(|span| (site.tree.place(span), site.tree.file(span.file).path.to_string()));
            terminal.answer(&item_text(item, &site.tree, language));
            match answer(is_translation, language, &mut input, terminal)? {
                ReviewAnswer::Keep => drop(accept(std::slice::from_ref(name), site, terminal)?),
                ReviewAnswer::TakeBase => drop(take_base(std::slice::from_ref(name), site, terminal)?),
                ReviewAnswer::Edit => {
                    let Some((place, path)) = place else { break };
                    if !edit(&site.root.join(path).display().to_string(), language, terminal) {
                        terminal.answer(&line(&say::edit_there(&place), language));
                        break;
                    }
                    *site = Reviewed::read(asked)?;
                }
                ReviewAnswer::Skip => {
                    terminal.answer(&line(&say::skipped(name), language));
                    break;
                }
                ReviewAnswer::Quit => return Ok(Ending::Fine),
            }
        }
    }
    Ok(Ending::Fine)
}

/// Asks until the answer is one.
fn answer(
    is_translation: bool,
    language: MessageLanguage,
    input: &mut impl BufRead,
    terminal: &mut Terminal,
) -> anyhow::Result<ReviewAnswer> {
    let question = if is_translation { say::ask_translation() } else { say::ask() };
    loop {
        terminal.answer(question.in_language(language));
        let mut answered = String::new();
        if input.read_line(&mut answered)? == 0 {
            terminal.answer("\n");
            return Ok(ReviewAnswer::Quit);
        }
        let answered = answered.trim().to_lowercase();
        let is = |letter: crate::diagnostic::Message| {
            let first = answered.chars().next().map(String::from);
            first.as_deref() == Some(letter.in_language(language))
        };
        // What was typed stands on the terminal already, but not in what is piped.
        if !io::stdin().is_terminal() {
            terminal.answer(&format!("{answered}\n"));
        }
        match () {
            () if is(say::keep_letters()) => return Ok(ReviewAnswer::Keep),
            () if is(say::take_letters()) && !is_translation => return Ok(ReviewAnswer::TakeBase),
            () if is(say::edit_letters()) => return Ok(ReviewAnswer::Edit),
            () if is(say::skip_letters()) => return Ok(ReviewAnswer::Skip),
            () if is(say::quit_letters()) => return Ok(ReviewAnswer::Quit),
            () => {}
        }
    }
}

/// Opens a file in the editor that the user has chosen and waits for it; false if there is none.
fn edit(file: &str, language: MessageLanguage, terminal: &mut Terminal) -> bool {
    let chosen = env::var("VISUAL").or_else(|_| env::var("EDITOR")).unwrap_or_default();
    let mut words = chosen.split_whitespace();
    let Some(program) = words.next() else { return false };
    match Command::new(program).args(words).arg(file).status() {
        Ok(_) => true,
        Err(error) => {
            let failed = say::editor_failed(program, &error.to_string());
            terminal.report(&line(&failed, language));
            false
        }
    }
}

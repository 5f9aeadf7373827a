//! What a double click on the program does.

#![expect(clippy::disallowed_methods, reason = "asks how the program was started, and looks for a site")]

use std::env;
use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};

use super::terminal::Terminal;
use crate::diagnostic::MessageLanguage;
use crate::diagnostic::catalogue::serve as say;
use crate::source::disk::shown_path;

/// How a program was started.
struct ProgramStart {
    arguments: usize,
    /// What it was called as.
    called: PathBuf,
    program: PathBuf,
    here: PathBuf,
    has_terminal: bool,
}

impl ProgramStart {
    /// Whether that was a double click: then Windows starts a program in its own folder, by its whole path,
    /// without arguments, and in a window that closes when it ends.
    fn is_double_click(&self) -> bool {
        self.arguments == 0
            && self.has_terminal
            && self.called.is_absolute()
            && self.program.parent() == Some(&*self.here)
    }
}

/// What a double click is for.
pub(super) enum Clicked {
    /// The site in this folder is shown.
    Show(PathBuf),
    /// There is no site, or not only one.
    Tell(String),
}

/// What to do if the program was started by a double click; None if it was called from a prompt.
pub(super) fn clicked() -> Option<Clicked> {
    let start = ProgramStart {
        arguments: env::args_os().count().saturating_sub(1),
        called: env::args_os().next().map(PathBuf::from)?,
        program: env::current_exe().ok()?,
        here: env::current_dir().ok()?,
        has_terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
    };
    (cfg!(windows) && start.is_double_click()).then(|| what_to_do(&start.here))
}

fn what_to_do(here: &Path) -> Clicked {
    if here.join("site.toml").is_file() {
        return Clicked::Show(here.to_owned());
    }
    let folders = fs::read_dir(here).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut sites: Vec<PathBuf> = folders.filter(|folder| folder.join("site.toml").is_file()).collect();
    sites.sort();
    match (sites.pop(), sites.is_empty()) {
        (Some(site), true) => Clicked::Show(site),
        (None, _) => Clicked::Tell(in_both(&say::how_to_begin())),
        (Some(last), false) => {
            sites.push(last);
            let names = sites.iter().filter_map(|site| site.file_name()).map(shown_path);
            Clicked::Tell(in_both(&say::which_site(&names.collect::<Vec<_>>().join(", "))))
        }
    }
}

/// Nothing says yet which language the reader has.
fn in_both(message: &crate::diagnostic::Message) -> String {
    let [nb, en] = [MessageLanguage::Bokmal, MessageLanguage::English].map(|to| message.in_language(to));
    format!("{nb}\n\n{en}\n")
}

/// Waits until the reader has read, before the window closes.
pub(super) fn wait(terminal: &mut Terminal) {
    terminal.answer(&format!("\n{}", in_both(&say::press_enter())));
    // Whatever comes: the reader is done.
    drop(io::stdin().lock().read_line(&mut String::new()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_program_that_is_called_by_its_whole_path_in_its_own_folder_was_clicked() {
        let root = if cfg!(windows) { r"C:\" } else { "/" };
        let at = |path: &str| Path::new(root).join(path);
        let clicked = || ProgramStart {
            arguments: 0,
            called: at("kari/felles.exe"),
            program: at("kari/felles.exe"),
            here: at("kari"),
            has_terminal: true,
        };
        assert!(clicked().is_double_click());
        assert!(!ProgramStart { arguments: 1, ..clicked() }.is_double_click());
        assert!(!ProgramStart { called: PathBuf::from("felles"), ..clicked() }.is_double_click());
        assert!(!ProgramStart { here: at("kari/nordlys"), ..clicked() }.is_double_click());
        assert!(!ProgramStart { has_terminal: false, ..clicked() }.is_double_click());
    }

    #[test]
    fn a_click_shows_the_only_site_or_says_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        let told = || match what_to_do(here) {
            Clicked::Show(site) => panic!("shows {}", site.display()),
            Clicked::Tell(text) => text,
        };
        assert!(told().contains("felles new site"));
        let make = |site: &str| {
            fs::create_dir_all(here.join(site)).unwrap();
            fs::write(here.join(site).join("site.toml"), "").unwrap();
        };
        let shows = |site: &str| matches!(what_to_do(here), Clicked::Show(path) if path == here.join(site));
        make("nordlys");
        assert!(shows("nordlys"));
        make("havna");
        assert!(told().contains("havna, nordlys"));
        make("");
        assert!(shows(""));
    }
}

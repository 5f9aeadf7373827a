#![expect(
    clippy::disallowed_methods,
    reason = "asks git for an earlier state of the site, in a folder of its own"
)]

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::{PARTS, read_site, shown_path};
use crate::diagnostic::{Message, catalogue::diff as say};
use crate::source::SourceTree;

/// Reads the site at `root` as it was at a revision of git: `HEAD`, `main~3`, a tag, a commit.
///
/// The repository, its index and the files at `root` stay as they are. Returns None if git knows no such
/// revision.
///
/// # Errors
/// If there is no git, `root` is in no repository, or the site was not there.
pub fn read_revision(root: &Path, revision: &str) -> anyhow::Result<Option<SourceTree>> {
    let git = Git { root };
    let Some(prefix) = git.asked(&["rev-parse", "--show-prefix"])? else {
        return Err(say::not_in_git(&shown_path(root)).into());
    };
    let commit = format!("{revision}^{{commit}}");
    let Some(commit) = git.asked(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])? else {
        return Ok(None);
    };
    let folder = tempfile::tempdir()?;
    let (index, files) = (folder.path().join("index"), folder.path().join("site"));
    fs::create_dir_all(&files)?;
    let tree = format!("{commit}:{prefix}");
    git.read(Some(&index), &["read-tree", &tree], &[])?;
    let listed =
        git.read(Some(&index), &[&["ls-files", "-z", "--full-name", "--"], &PARTS[..]].concat(), &[])?;
    // Files are written as a checkout writes them, but nothing is fetched for it.
    let files = files.canonicalize()?;
    let into = format!("--prefix={}/", files.to_string_lossy());
    git.read(Some(&index), &["checkout-index", "-z", "--stdin", "--quiet", &into], &listed)?;
    Ok(Some(read_site(&files)?))
}

/// Git, as it is asked about the site's folder.
struct Git<'p> {
    root: &'p Path,
}

impl Git<'_> {
    /// The one line of an answer; None if git says no.
    fn asked(&self, arguments: &[&str]) -> anyhow::Result<Option<String>> {
        let output = self.command(None, arguments).output().map_err(|error| unstarted(&error))?;
        let text = String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
        Ok(output.status.success().then_some(text))
    }

    /// What git answers, given `input`.
    fn read(&self, index: Option<&Path>, arguments: &[&str], input: &[u8]) -> anyhow::Result<Vec<u8>> {
        let mut command = self.command(index, arguments);
        let mut child = command.spawn().map_err(|error| unstarted(&error))?;
        let to = child.stdin.take();
        let output = std::thread::scope(|scope| {
            // Written beside the reading: both pipes may be full.
            scope.spawn(move || to.map(|mut to| to.write_all(input)));
            child.wait_with_output()
        })?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(say::git_failed(said.lines().next().unwrap_or_default()).into())
    }

    fn command(&self, index: Option<&Path>, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.current_dir(self.root).args(["-c", "filter.lfs.smudge=", "-c", "filter.lfs.required=false"]);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some(index) = index {
            // In a folder below the top, git would look at the files of that folder alone.
            command.env("GIT_INDEX_FILE", index).env("GIT_WORK_TREE", self.root).env_remove("GIT_PREFIX");
        }
        command
    }
}

fn unstarted(error: &std::io::Error) -> Message {
    match error.kind() {
        ErrorKind::NotFound => say::no_git(),
        _ => say::git_failed(&error.to_string()),
    }
}

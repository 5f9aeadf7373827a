//! Gives the program its version: `0.1.0 (5f4482e 2026-11-29)`, with the commit that it is made from and its day.
//!
//! No clock is asked, so that two builds of one commit are the same. Without git, or outside of a checkout, the
//! version stands alone; so it does in builds for tests, which no commit need make anew.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "cargo's way of hearing of the build"
)]

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=.ci/version.rs");
    println!("cargo:rerun-if-env-changed=FELLES_COMMIT");
    let version = env::var("CARGO_PKG_VERSION").expect("cargo says which version it builds");
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = if is_release { commit() } else { None };
    let version = commit.map_or_else(|| version.clone(), |commit| format!("{version} ({commit})"));
    println!("cargo:rustc-env=FELLES_VERSION={version}");
}

/// The commit and its day: what the environment says, else the checkout.
fn commit() -> Option<String> {
    if let Some(commit) = env::var("FELLES_COMMIT").ok().filter(|commit| !commit.is_empty()) {
        return Some(commit);
    }
    // The repository that holds the whole checkout, not one that it happens to lie in.
    let root = env::var("CARGO_MANIFEST_DIR").ok()?;
    if !Path::new(&root).join(".git").exists() {
        return None;
    }
    let log = git(&root, &["rev-parse", "--git-path", "logs/HEAD"])?;
    println!("cargo:rerun-if-changed={}", Path::new(&root).join(log).display());
    git(&root, &["log", "-1", "--abbrev=9", "--date=format:%Y-%m-%d", "--format=%h %cd"])
}

fn git(root: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    Some(said.trim().to_owned()).filter(|said| output.status.success() && !said.is_empty())
}

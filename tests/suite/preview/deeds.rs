//! Whatever is done to the files, what is shown is what a clean build makes: no memo may ever know better.

use felles::source::SourceTree;

use super::shown::{Shown, edited, reading, without};
use crate::fixture::{file, site, with};

/// The deeds, each on the files that the one before left.
struct Deeds {
    first: SourceTree,
    tree: SourceTree,
    random: u64,
}

impl Deeds {
    /// A number below `end`; the same ones in every run (Marsaglia, Xorshift RNGs, 2003).
    fn below(&mut self, end: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % u64::try_from(end).unwrap()).unwrap()
    }

    /// A path of the files as they are now whose name ends so.
    fn path(&mut self, ending: &str) -> Option<String> {
        let paths: Vec<&str> = self.tree.iter().map(|(_, file)| file.path.as_str()).collect();
        let paths: Vec<String> =
            paths.into_iter().filter(|path| path.ends_with(ending)).map(str::to_owned).collect();
        (!paths.is_empty()).then(|| paths[self.below(paths.len())].clone())
    }

    fn edit(&mut self, ending: &str, change: impl FnOnce(&str) -> String) {
        if let Some(path) = self.path(ending) {
            self.tree = edited(&self.tree, &path, change);
        }
    }

    fn next(&mut self) {
        match self.below(13) {
            0 | 1 => self.edit(".md", |text| format!("{text}\n\nEt avsnitt til.\n")),
            2 => self.edit(".toml", |text| format!("{text}\nx =\n")),
            3 => self.edit(".toml", |text| text.replacen('e', "é", 3)),
            4 => self.edit(".toml", |text| text.lines().rev().skip(1).collect::<Vec<_>>().join("\n")),
            5 => self.edit(".css", |text| format!("{text}\nmain {{ margin: 0 }}\n")),
            6 => self.edit(".html", |text| text.replacen("{{", "{{ ", 1)),
            // A house rule comes, or looks for another word.
            12 => {
                let word = ["vi", "du", "journal"][self.below(3)];
                let rule = format!("reason = \"Slik skriver vi\"\navoid.nb = [\"{word}\"]\n");
                self.tree = with(&self.tree, vec![file("content/rules/our-words.toml", rule)]);
            }
            7 => self.edit("hours.toml", |text| text.replace("08:00", "08:30")),
            8 => {
                if let Some(gone) = self.path("") {
                    self.tree = without(&self.tree, |file| file.path.as_str() == gone);
                }
            }
            9 => {
                // A clinic's folder goes.
                let clinic = self.path("clinic.toml").unwrap_or_default();
                let folder = clinic.trim_end_matches("clinic.toml").to_owned();
                if !folder.is_empty() {
                    self.tree = without(&self.tree, |file| file.path.as_str().starts_with(&folder));
                }
            }
            // Another branch is taken, or all is put back.
            _ => self.tree = self.first.clone(),
        }
    }
}

fn check(name: &str, seed: u64, count: usize) {
    let first = site(name);
    let mut shown = Shown::start(reading(&first));
    let mut deeds = Deeds { tree: first.clone(), first, random: seed };
    for _ in 0..count {
        deeds.next();
        shown.show(reading(&deeds.tree));
    }
}

#[test]
fn what_is_shown_after_any_deed_is_a_clean_build() {
    check("fjord", 0x9e37_79b9_7f4a_7c15, 80);
    check("nordlys", 0x2545_f491_4f6c_dd1d, 40);
}

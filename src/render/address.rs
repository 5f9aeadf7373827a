//! Where pages are: addresses, relative links and files, all derived from one path.

use crate::model::{Id, OutputPath};

/// The folder of a page below the brand's root: empty for the front page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PagePath(Vec<String>);

impl PagePath {
    /// The path of these folders.
    pub(super) fn new(folders: impl IntoIterator<Item = String>) -> Self {
        Self(folders.into_iter().collect())
    }

    /// The path of a folder within this one, `legal/privacy` say.
    pub(super) fn join(&self, folder: &str) -> Self {
        Self(self.0.iter().cloned().chain(folder.split('/').map(str::to_owned)).collect())
    }

    /// The absolute path on the host: `/en/privacy/`.
    pub(super) fn absolute(&self) -> String {
        self.0.iter().fold(String::from("/"), |path, folder| path + folder + "/")
    }

    /// The relative path from here to the site's root.
    pub(super) fn to_root(&self) -> String {
        "../".repeat(self.0.len())
    }

    /// The relative link from this page to another.
    pub(super) fn link_to(&self, other: &Self) -> String {
        let same = self.0.iter().zip(&other.0).take_while(|(mine, theirs)| mine == theirs).count();
        let down: String = other.0[same..].iter().flat_map(|folder| [folder.as_str(), "/"]).collect();
        let link = "../".repeat(self.0.len() - same) + &down;
        if link.is_empty() { "./".to_owned() } else { link }
    }

    /// The page's file below the output folder.
    pub(super) fn file(&self, brand: &Id) -> Option<OutputPath> {
        OutputPath::parse(&format!("{brand}{}index.html", self.absolute()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_between_pages_are_relative() {
        let path =
            |text: &str| PagePath::new(text.split('/').filter(|part| !part.is_empty()).map(str::to_owned));
        let check = |from: &str, to: &str, expected: &str| {
            assert_eq!(path(from).link_to(&path(to)), expected, "{from} to {to}");
        };
        check("", "", "./");
        check("", "personvern", "personvern/");
        check("personvern", "", "../");
        check("personvern", "personvern", "./");
        check("personvern", "en/privacy", "../en/privacy/");
        check("en/privacy", "en/cookies", "../cookies/");
    }
}

//! A site with a group, two profiles, one clinic and one brand: the least that every law can be shown on.

use std::collections::BTreeMap;
use std::sync::Arc;

use felles::diagnostic::{Diagnostic, Diagnostics};
use felles::merge::{Clinic, Site};
use felles::model::{Language, SiteInput, TextValue};
use felles::parse::parse_site;
use felles::source::SourceTree;
use felles::source::embedded::base_theme;
use proptest::test_runner::Config;

use crate::fixture::file;

/// How often a law is tried. Failures are reported, not kept in a file: the seeds would be noise in the repository.
pub(crate) fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// The layers of the clinic, the widest first.
pub(crate) const LAYERS: [&str; 4] =
    ["content/group", "content/profiles/one", "content/profiles/two", "content/clinics/oslo"];

/// The clauses of the group, with their contracts.
pub(crate) const CLAUSES: [(&str, &str); 4] =
    [("free-part", "free"), ("parent", "free"), ("locked-part", "locked"), ("extended-part", "extend")];

/// Files by their paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Files(pub(crate) BTreeMap<String, String>);

impl Files {
    /// A site where the group says everything and nobody changes anything.
    pub(crate) fn new() -> Self {
        let mut files = Self(BTreeMap::new());
        files.put(
            "site.toml",
            "format = 1\nlanguages = [\"nb\", \"en\"]\nexample = true\n[security_txt]\nexpires = 2027-01-01\n",
        );
        files.put("content/group/about.toml", ABOUT);
        files.put("content/group/contacts.toml", CONTACTS);
        files.put(
            "content/group/entities.toml",
            "[entities.oslo-as]\nname = \"OSLO AS\"\ncountry = \"NO\"\nnumber = \"812 794 922\"\n",
        );
        files.put("content/group/policy.toml", POLICY);
        for (id, policy) in CLAUSES {
            let front = format!("override = \"{policy}\"");
            files.clause(LAYERS[0], id, &front, &["nb", "en"], true);
        }
        for profile in &LAYERS[1..3] {
            files.put(&format!("{profile}/contacts.toml"), "");
        }
        files.put(
            "content/clinics/oslo/clinic.toml",
            "name = \"Oslo\"\nprofiles = [\"one\", \"two\"]\ncontrollers = [\"oslo-as\"]\n",
        );
        files.put(
            "content/brands/oslo.toml",
            "name = \"Oslo\"\ndomain = \"oslo.example\"\nclinics = [\"oslo\"]\n",
        );
        files
    }

    /// Writes a file.
    pub(crate) fn put(&mut self, path: &str, text: &str) {
        self.0.insert(path.to_owned(), text.to_owned());
    }

    /// Adds to a file.
    pub(crate) fn add(&mut self, path: &str, text: &str) {
        self.0.entry(path.to_owned()).or_default().push_str(text);
    }

    /// Writes a clause whose text in each language says where it comes from: see [`mark`].
    pub(crate) fn clause(&mut self, layer: &str, id: &str, front: &str, languages: &[&str], titled: bool) {
        for language in languages {
            let title = if titled { format!("# Title of {id}\n\n") } else { String::new() };
            let front = if *language == "nb" { format!("+++\n{front}\n+++\n") } else { String::new() };
            let text = format!("{front}{title}{}\n", mark(layer, id, language));
            self.put(&format!("{layer}/clauses/{id}.{language}.md"), &text);
        }
    }

    /// The files as a source tree.
    pub(crate) fn tree(&self) -> SourceTree {
        let files = self.0.iter().map(|(path, text)| Arc::new(file(path, text.as_str())));
        SourceTree::of_shared(files.chain(base_theme().iter().cloned()).collect())
    }
}

/// A word that stands for one layer's text of a clause in one language.
pub(crate) fn mark(layer: &str, id: &str, language: &str) -> String {
    format!("text-of-{}-{id}-{language}", layer.rsplit('/').next().unwrap_or(layer))
}

/// Merges the clinic, and hands it to `look` with everything that was found on the way.
pub(crate) fn merged<T>(
    files: &Files,
    look: impl FnOnce(&Clinic<'_>, &SourceTree, &SiteInput, &[Diagnostic]) -> T,
) -> T {
    let tree = files.tree();
    let mut found = Diagnostics::new();
    let site = parse_site(&tree, &mut found).expect("the site has a site.toml");
    let site = Site::new(site);
    let id = site.input.clinics.keys().next().expect("the site has a clinic");
    let clinic = site.clinic(id.as_str(), &mut found).expect("the clinic is in the site");
    look(&clinic, &tree, &site.input, &found.into_sorted())
}

/// A language by its tag.
pub(crate) fn language(tag: &str) -> Language {
    Language::parse(tag).expect("the tag is a language")
}

const ABOUT: &str = "\
name = \"Gruppen\"
policy_date = \"2026-05\"
dpo = { contact = \"privacy\" }
authority = { name = \"Datatilsynet\", url = \"https://www.datatilsynet.no\" }
";

const CONTACTS: &str = "\
[contacts.privacy]
what_for.nb = \"Personvern\"
what_for.en = \"Privacy\"
phone = \"22 00 00 00\"
";

const POLICY: &str = "\
[documents.privacy]
title = \"Personvern\"
summary = \"Om personvern.\"
path = \"personvern\"
clauses = [
  \"free-part\",
  \"parent\",
  { id = \"locked-part\", under = \"parent\" },
  \"extended-part\",
]
";

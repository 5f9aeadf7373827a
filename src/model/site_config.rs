use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use super::choices::choices;
use super::{Id, Invalid, Language, Node, Reader, TableReader, TextValue, Value};
use crate::diagnostic::catalogue::values as say;
use crate::span::{Located, Span};

choices! {
    /// What a rule's findings weigh: `[levels]`.
    Level {
        /// Not looked for.
        Off = "off",
        /// Published all the same.
        Warning = "warning",
        /// Nothing is published.
        Error = "error",
    }
}

/// A folder of a server: absolute, of letters that mean nothing to a web server's own files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostFolder(String);

impl TextValue for HostFolder {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let folder = text.strip_suffix('/').unwrap_or(text);
        let name = |name: &str| {
            let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
            !name.is_empty() && name.bytes().all(letter) && name.bytes().any(|byte| byte != b'.')
        };
        let is_plain = folder.strip_prefix('/').is_some_and(|folder| folder.split('/').all(name));
        is_plain
            .then(|| Self(folder.to_owned()))
            .ok_or_else(|| Invalid::new(say::not_a_host_folder(text), say::write_a_host_folder()))
    }
}

impl fmt::Display for HostFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where the sites are on the host: `[hosting]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostPaths {
    /// The folder that holds the folder of each brand.
    pub root: HostFolder,
    /// The folder that holds the certificates, a folder for each canonical host.
    pub certificates: HostFolder,
    /// The folder in which certificate authorities look for the answers to their challenges
    /// (RFC 8555, section 8.3).
    pub challenges: HostFolder,
}

impl Default for HostPaths {
    /// Where Debian and Certbot put them, and a folder of our own.
    fn default() -> Self {
        let folder = |path: &str| HostFolder(path.to_owned());
        Self {
            root: folder("/srv/felles/current"),
            certificates: folder("/etc/letsencrypt/live"),
            challenges: folder("/var/www/challenges"),
        }
    }
}

impl Value for HostPaths {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let mut folder = |key| table.field::<HostFolder>(key).map(|folder| folder.value);
        let (root, certificates, challenges) = (folder("root"), folder("certificates"), folder("challenges"));
        table.finish(&[]);
        let usual = Self::default();
        Some(Self {
            root: root.unwrap_or(usual.root),
            certificates: certificates.unwrap_or(usual.certificates),
            challenges: challenges.unwrap_or(usual.challenges),
        })
    }
}

/// What `site.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteConfig {
    /// The start of the file.
    pub span: Span,
    /// The languages of all brands; never empty. A brand that names none has them all, in this order.
    pub languages: Vec<Language>,
    /// Where they are listed.
    pub languages_span: Span,
    /// The language whose text stands in if one is missing.
    pub fallback: BTreeMap<Language, Language>,
    /// Whether the content is an example: every page says so, and facts that are not given are allowed.
    pub example: bool,
    /// Whether the site is not finished: every page says so, and facts that are not given yet are allowed.
    pub draft: bool,
    /// The theme; `base` if none is named.
    pub theme: Option<Located<Id>>,
    /// The output folder, relative to the root.
    pub output: String,
    /// Where the sites are on the host.
    pub hosting: HostPaths,
    /// The levels of rules, by their names, if they are not the rules' own.
    pub levels: BTreeMap<String, Located<Level>>,
    /// The last day on which `.well-known/security.txt` is good (RFC 9116, section 2.5.5).
    pub security_txt_expires: Located<Date>,
}

impl SiteConfig {
    /// Whether it is no clinic's published word: an example or a draft.
    #[must_use]
    pub fn is_unpublished(&self) -> bool {
        self.example || self.draft
    }

    /// The languages to try for `language`, itself first; the chain of fallbacks, each once.
    #[must_use]
    pub fn chain(&self, language: &Language) -> Vec<Language> {
        self.chain_with(language, &BTreeMap::new())
    }

    /// The same with fallbacks that count before those of the site.
    #[must_use]
    pub fn chain_with(&self, language: &Language, first: &BTreeMap<Language, Language>) -> Vec<Language> {
        let mut chain = vec![language.clone()];
        while let Some(next) = chain
            .last()
            .and_then(|last| first.get(last).or_else(|| self.fallback.get(last)))
            .filter(|next| !chain.contains(next))
        {
            chain.push(next.clone());
        }
        chain
    }
}

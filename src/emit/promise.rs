use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::hosting::CONTENT_SECURITY_POLICY;
use crate::model::OutputPath;

/// What holds of every file of a build, and how that was checked.
///
/// A build in which it does not hold has an error, and is not published: no setting takes that away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Promise {
    name: String,
    /// How many files were read for it, by the endings of their names.
    read: BTreeMap<String, usize>,
    checked: String,
}

impl Promise {
    /// What holds of a build of these files.
    pub(super) fn of<T>(files: &BTreeMap<OutputPath, T>) -> Vec<Self> {
        let promise = |name: &str, endings: &[&str], checked: String| Self {
            name: name.to_owned(),
            read: count(files, endings),
            checked,
        };
        vec![
            promise(
                "script-free",
                &["html", "svg"],
                format!(
                    "each page was read as a browser reads it, when it was finished: no script, event handler, embedded page, \
                     inline style or address that runs a script; each drawing was read element by element; no other file is of \
                     a kind that runs; the files for servers send `{CONTENT_SECURITY_POLICY}` with every answer"
                ),
            ),
            promise(
                "no-foreign-request",
                &["css", "html", "svg"],
                "each address that a browser asks for by itself, in pages, stylesheets and drawings, is on the site's own \
                 host; the policy that servers send allows no other"
                    .to_owned(),
            ),
            promise(
                "no-cookie",
                &["html", "svg"],
                "no file can set one, since none runs; no file for servers has a `Set-Cookie`".to_owned(),
            ),
        ]
    }
}

fn count<T>(files: &BTreeMap<OutputPath, T>, endings: &[&str]) -> BTreeMap<String, usize> {
    let ending = |path: &OutputPath| Some(path.as_str().rsplit_once('.')?.1.to_owned());
    let mut counts = BTreeMap::new();
    for ending in files.keys().filter_map(ending).filter(|ending| endings.contains(&ending.as_str())) {
        *counts.entry(ending).or_insert(0) += 1;
    }
    counts
}

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use crate::model::Id;
use crate::pipeline::{Content, Memo};
use crate::preview::build_state::BuildState;
use crate::serve::SiteFiles;
use crate::source::SourceTree;

/// Brands' files as they would be if their clinics and profiles had no texts of their own,
/// made when somebody asks for them.
#[derive(Debug, Default)]
pub(in crate::preview) struct GroupText {
    memo: Memo,
    last: Option<GroupOnly>,
}

/// What a build is made of, without the texts of clinics and profiles.
#[derive(Debug)]
struct GroupOnly {
    of: Weak<BuildState>,
    content: Option<Content>,
    files: BTreeMap<Id, Option<Arc<SiteFiles>>>,
}

impl GroupText {
    /// The files of a brand with the group's texts alone. Returns None if they cannot be made.
    pub(super) fn brand(&mut self, build_state: &Arc<BuildState>, brand: &Id) -> Option<Arc<SiteFiles>> {
        let of = Arc::downgrade(build_state);
        let last = self.last.take().filter(|last| last.of.ptr_eq(&of));
        let group_only = self.last.insert(last.unwrap_or_else(|| {
            let content = Content::read(&without_own_texts(&build_state.tree), &mut self.memo);
            GroupOnly { of, content, files: BTreeMap::new() }
        }));
        let make = || {
            let files = group_only.content.as_ref()?.brand(brand.as_str(), build_state.date)?;
            SiteFiles::of_brands(files, [brand]).remove(brand)
        };
        group_only.files.entry(brand.clone()).or_insert_with(make).clone()
    }
}

fn without_own_texts(tree: &SourceTree) -> SourceTree {
    let files = tree.iter_shared().filter(|file| !is_own_text(file.path.as_str()));
    SourceTree::of_shared(files.cloned().collect())
}

/// Whether a file holds texts of a clinic or a profile, or says which texts stand where;
/// facts, such as names and hours, are kept.
fn is_own_text(path: &str) -> bool {
    let mut parts = path.split('/');
    let is_own = parts.next() == Some("content") && matches!(parts.next(), Some("clinics" | "profiles"));
    is_own && matches!(parts.nth(1), Some("clauses" | "notices" | "policy.toml"))
}

#[cfg(test)]
mod tests {
    use super::is_own_text;

    #[test]
    fn texts_are_taken_away_and_facts_are_kept() {
        let check = |path: &str, expected: bool| assert_eq!(is_own_text(path), expected, "{path}");
        check("content/clinics/havna/clauses/a.nb.md", true);
        check("content/clinics/havna/notices/a.nb.md", true);
        check("content/profiles/ivf/clauses/a.nb.md", true);
        check("content/profiles/ivf/policy.toml", true);
        check("content/profiles/ivf/purposes.toml", false);
        check("content/clinics/clauses/clinic.toml", false);
        check("content/group/clauses/a.nb.md", false);
        check("content/group/policy.toml", false);
        check("themes/base/clinics/a/clauses", false);
    }
}

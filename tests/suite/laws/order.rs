//! The places of new clauses follow from what the files say, and from nothing else.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::small_site::{Files, LAYERS, cases, merged};
use crate::fixture::lines;

/// A new clause: its layer, and the clause that it follows or stands under, the group's first or another new one.
#[derive(Debug, Clone)]
struct New {
    name: u16,
    layer: usize,
    under: bool,
    /// A new clause before this one; without it, the group's first clause.
    behind: Option<usize>,
}

fn new_clauses() -> impl Strategy<Value = Vec<New>> {
    let one = (0..1000_u16, 1..LAYERS.len(), any::<bool>(), proptest::option::weighted(0.3, 0..8_usize))
        .prop_map(|(name, layer, under, behind)| New { name, layer, under, behind });
    proptest::collection::vec(one, 1..8).prop_map(|mut list| {
        list.sort_by_key(|new| new.name);
        list.dedup_by_key(|new| new.name);
        for (i, new) in list.iter_mut().enumerate() {
            // Only what comes earlier in this list, so that there is no circle; under-clauses would go too deep.
            new.behind = new.behind.filter(|behind| *behind < i);
            new.under &= new.behind.is_none();
        }
        list
    })
}

fn id(new: &New) -> String {
    format!("new-{}", new.name)
}

fn site(list: &[New]) -> Files {
    let mut files = Files::new();
    for new in list {
        let target = new.behind.map_or("free-part".to_owned(), |behind| id(&list[behind]));
        let key = if new.under { "under" } else { "after" };
        files.clause(LAYERS[new.layer], &id(new), &format!("{key} = \"{target}\""), &["nb", "en"], true);
    }
    files
}

/// The ids of the document's sections, each with its number.
fn sections(files: &Files) -> Result<Vec<(String, Vec<usize>)>, TestCaseError> {
    merged(files, |clinic, tree, _, found| {
        prop_assert!(found.is_empty(), "{}", lines(found, tree));
        let sections = clinic.documents.iter().flat_map(|document| &document.sections);
        Ok(sections.map(|section| (section.id.to_string(), section.number.clone())).collect())
    })
}

/// The same site with its first profile under a name that sorts last.
fn renamed(files: &Files) -> Files {
    let rename = |text: &str| text.replace("profiles/one", "profiles/zz").replace("\"one\"", "\"zz\"");
    Files(files.0.iter().map(|(path, text)| (rename(path), rename(text))).collect())
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn neighbours_stand_by_layer_then_id(list in new_clauses()) {
        let files = site(&list);
        let shown = sections(&files)?;
        prop_assert_eq!(shown.len(), 4 + list.len());
        let at = |new: &New| shown.iter().position(|(shown, _)| *shown == id(new));
        let mut neighbours: BTreeMap<(Option<usize>, bool), Vec<&New>> = BTreeMap::new();
        for new in &list {
            neighbours.entry((new.behind, new.under)).or_default().push(new);
        }
        for same in neighbours.values_mut() {
            same.sort_by_key(|new| (new.layer, id(new)));
            prop_assert!(same.is_sorted_by_key(|new| at(new)), "{:?}", shown);
        }
        // A profile's name decides nothing; its place in the clinic's list does.
        prop_assert_eq!(shown, sections(&renamed(&files))?);
    }
}

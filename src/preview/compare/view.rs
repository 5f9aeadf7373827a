use serde::Serialize;

use crate::compare::{ComparedPage, ComparedRow, rows};

/// So many passages that are the same, and more, are folded; one beside each difference stays in sight.
const FEW: usize = 3;

/// What differs between two pages.
#[derive(Debug, Serialize)]
pub(super) struct Differences {
    pub sections: Vec<ViewSection>,
    /// How many passages differ.
    pub count: usize,
}

/// Rows that are shown together: as they are, or folded until somebody opens them.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct ViewSection {
    pub is_folded: bool,
    pub rows: Vec<ComparedRow>,
}

/// Returns what differs, passage by passage and within these word by word.
pub(super) fn differences(left: &ComparedPage, right: &ComparedPage) -> Differences {
    let rows = rows(left, right);
    let count = rows.iter().map(|row| row.number).max().unwrap_or(0);
    Differences { sections: folded(rows), count }
}

/// Folds long runs of what is the same.
fn folded(rows: Vec<ComparedRow>) -> Vec<ViewSection> {
    let mut sections: Vec<ViewSection> = Vec::new();
    let differs: Vec<bool> = rows.iter().map(|row| row.number > 0).collect();
    let is_near = |at: usize| differs[at.saturating_sub(1)..differs.len().min(at + 2)].contains(&true);
    for (at, row) in rows.into_iter().enumerate() {
        let is_folded = !is_near(at);
        match sections.last_mut().filter(|section| section.is_folded == is_folded) {
            Some(section) => section.rows.push(row),
            None => sections.push(ViewSection { is_folded, rows: vec![row] }),
        }
    }
    for section in &mut sections {
        section.is_folded &= section.rows.len() >= FEW;
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{ComparedCell, ComparedPart, OwnNames, PageBlock, PageBlockKind};

    fn text(texts: &[&str], own: OwnNames) -> ComparedPage {
        let block = |text: &&str| PageBlock {
            kind: PageBlockKind::Paragraph,
            text: (*text).to_owned(),
            section: None,
        };
        ComparedPage { blocks: texts.iter().map(block).collect(), own }
    }

    /// The cell with what is on this side alone in brackets.
    fn drawn(cell: Option<&ComparedCell>) -> String {
        let part =
            |part: &ComparedPart| if part.is_alone { format!("[{}]", part.text) } else { part.text.clone() };
        cell.map_or("-".to_owned(), |cell| cell.parts.iter().map(part).collect())
    }

    fn rows(differences: &Differences) -> Vec<(usize, String, String)> {
        let rows = differences.sections.iter().flat_map(|section| &section.rows);
        rows.map(|row| (row.number, drawn(row.left.as_ref()), drawn(row.right.as_ref()))).collect()
    }

    fn check(left: &str, right: &str, expected: (&str, &str)) {
        let none = OwnNames::default;
        let found = differences(&text(&[left], none()), &text(&[right], none()));
        let [(_, left, right)] = &rows(&found)[..] else { panic!("{found:?}") };
        assert_eq!((left.as_str(), right.as_str()), expected);
        assert_eq!(found.count, usize::from(expected.0.contains('[') || expected.1.contains('[')));
    }

    #[test]
    fn words_that_differ_are_marked_and_no_others() {
        check("vi lagrer navn.", "vi lagrer navn.", ("vi lagrer navn.", "vi lagrer navn."));
        check("vi lagrer navn.", "vi sletter navn.", ("vi [lagrer] navn.", "vi [sletter] navn."));
        check("vi lagrer navn.", "vi lagrer navn, alltid.", ("vi lagrer navn.", "vi lagrer navn[, alltid]."));
        check("Nå vi lagrer alt her", "vi lagrer her", ("[Nå] vi lagrer [alt] her", "vi lagrer her"));
        // With so little in common it is another passage.
        check("a b c d e f", "a x y z", ("[a b c d e f]", "[a x y z]"));
    }

    #[test]
    fn the_names_of_both_brands_can_count_as_the_same() {
        let (havna, as_) = (
            OwnNames::of(Some("Havna"), &["havna.example"]),
            OwnNames::of(Some("Ås Legehus"), &["aas.example"]),
        );
        let (left, right) = ("Havna lagrer, se havna.example.", "Ås Legehus sletter, se aas.example.");
        let found = differences(&text(&[left], havna), &text(&[right], as_));
        let expected = (
            1,
            "Havna [lagrer], se havna.example.".to_owned(),
            "Ås Legehus [sletter], se aas.example.".to_owned(),
        );
        assert_eq!(rows(&found), [expected]);
    }

    #[test]
    fn long_runs_of_what_is_the_same_are_folded() {
        let check = |left: &[&str], right: &[&str], expected: &[(bool, usize)]| {
            let found = differences(&text(left, OwnNames::default()), &text(right, OwnNames::default()));
            let sections: Vec<_> =
                found.sections.iter().map(|section| (section.is_folded, section.rows.len())).collect();
            assert_eq!(sections, expected, "{left:?} {right:?}");
        };
        check(&[], &[], &[]);
        check(&["a", "b", "c"], &["a", "b", "c"], &[(true, 3)]);
        check(&["a", "b", "c", "d", "e"], &["a", "b", "c", "d", "e", "x"], &[(true, 4), (false, 2)]);
        check(&["x", "a", "b", "c"], &["a", "b", "c"], &[(false, 2), (false, 2)]);
    }
}

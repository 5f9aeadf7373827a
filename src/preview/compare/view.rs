use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::align::{Aligned, ComparedPassage, align};
use super::blocks::{PageBlock, PageBlockKind};
use super::words::OwnNames;

/// So many passages that are the same, and more, are folded; one beside each difference stays in sight.
const FEW: usize = 3;

/// One page as it is compared.
#[derive(Debug)]
pub(super) struct ComparedPage {
    pub blocks: Vec<PageBlock>,
    pub own: OwnNames,
}

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
    pub rows: Vec<ViewRow>,
}

/// Two passages beside each other, or one alone.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct ViewRow {
    /// The number of the difference, from 1 on; 0 if there is none.
    pub number: usize,
    pub left: Option<ViewCell>,
    pub right: Option<ViewCell>,
}

/// A passage in parts.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct ViewCell {
    pub kind: PageBlockKind,
    pub parts: Vec<ViewPart>,
}

/// Words that stand together, and whether they are on this side alone.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct ViewPart {
    pub is_alone: bool,
    pub text: String,
}

/// Returns what differs, passage by passage and within these word by word.
pub(super) fn differences<'t>(left: &'t ComparedPage, right: &'t ComparedPage) -> Differences {
    let passages = |text: &'t ComparedPage| -> Vec<ComparedPassage<'t>> {
        text.blocks.iter().map(|block| ComparedPassage::of(block, &text.own)).collect()
    };
    let (lefts, rights) = (passages(left), passages(right));
    let mut count = 0;
    let mut rows = Vec::new();
    for aligned in align(&lefts, &rights) {
        count += usize::from(!matches!(aligned, Aligned::Same(..)));
        let number = if matches!(aligned, Aligned::Same(..)) { 0 } else { count };
        let (left, right) = match aligned {
            Aligned::Same(at_left, at_right) => {
                (Some(whole(&lefts[at_left], false)), Some(whole(&rights[at_right], false)))
            }
            Aligned::Both(at_left, at_right) => {
                let (left, right) = versions(&lefts[at_left], &rights[at_right]);
                (Some(left), Some(right))
            }
            Aligned::Left(at) => (Some(whole(&lefts[at], true)), None),
            Aligned::Right(at) => (None, Some(whole(&rights[at], true))),
        };
        rows.push(ViewRow { number, left, right });
    }
    Differences { sections: folded(rows), count }
}

fn whole(passage: &ComparedPassage<'_>, is_alone: bool) -> ViewCell {
    ViewCell { kind: passage.kind, parts: vec![ViewPart { is_alone, text: passage.text.to_owned() }] }
}

/// Two versions of a passage; if they have too little in common, all of it differs.
fn versions(left: &ComparedPassage<'_>, right: &ComparedPassage<'_>) -> (ViewCell, ViewCell) {
    if !left.is_like(right) {
        return (whole(left, true), whole(right, true));
    }
    let (mut on_left, mut on_right) = (Vec::new(), Vec::new());
    for part in capture_diff_slices(Algorithm::Myers, &left.keys(), &right.keys()) {
        let is_alone = !matches!(part, DiffOp::Equal { .. });
        add(left, part.old_range(), is_alone, &mut on_left);
        add(right, part.new_range(), is_alone, &mut on_right);
    }
    (ViewCell { kind: left.kind, parts: on_left }, ViewCell { kind: right.kind, parts: on_right })
}

/// Adds these words, and the space before them, which is not a difference.
fn add(passage: &ComparedPassage<'_>, words: Range<usize>, is_alone: bool, parts: &mut Vec<ViewPart>) {
    let Some(last) = words.clone().next_back() else { return };
    let start = passage.words[words.start].place.start;
    let before = words.start.checked_sub(1).map_or(0, |before| passage.words[before].place.end);
    let (gap, text) = (&passage.text[before..start], &passage.text[start..passage.words[last].place.end]);
    let mut push = |text: &str, is_alone: bool| match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(part) if part.is_alone == is_alone => part.text.push_str(text),
        _ => parts.push(ViewPart { is_alone, text: text.to_owned() }),
    };
    push(gap, false);
    push(text, is_alone);
}

/// Folds long runs of what is the same.
fn folded(rows: Vec<ViewRow>) -> Vec<ViewSection> {
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

    fn text(texts: &[&str], own: OwnNames) -> ComparedPage {
        let block = |text: &&str| PageBlock { kind: PageBlockKind::Paragraph, text: (*text).to_owned() };
        ComparedPage { blocks: texts.iter().map(block).collect(), own }
    }

    /// The cell with what is on this side alone in brackets.
    fn drawn(cell: Option<&ViewCell>) -> String {
        let part =
            |part: &ViewPart| if part.is_alone { format!("[{}]", part.text) } else { part.text.clone() };
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

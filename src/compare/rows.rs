use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::align::{Aligned, ComparedPassage, align};
use super::blocks::{PageBlock, PageBlockKind};
use super::words::OwnNames;

/// One page as it is compared.
#[derive(Debug)]
pub(crate) struct ComparedPage {
    pub blocks: Vec<PageBlock>,
    pub own: OwnNames,
}

/// Two passages beside each other, or one alone.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ComparedRow {
    /// The number of the difference, from 1 on; 0 if there is none.
    pub number: usize,
    pub left: Option<ComparedCell>,
    pub right: Option<ComparedCell>,
}

/// A passage in parts.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ComparedCell {
    pub kind: PageBlockKind,
    pub parts: Vec<ComparedPart>,
    /// The anchor of the section that it stands in.
    #[serde(skip)]
    pub section: Option<String>,
}

impl ComparedCell {
    fn new(passage: &ComparedPassage<'_>, parts: Vec<ComparedPart>) -> Self {
        Self { kind: passage.kind, parts, section: passage.section.map(str::to_owned) }
    }

    /// All that it says.
    pub(crate) fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}

/// Words that stand together, and whether they are on this side alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedPart {
    /// Whether the words are on this side alone.
    pub is_alone: bool,
    /// The words, and the space before them.
    pub text: String,
}

/// Returns what differs, passage by passage and within these word by word.
pub(crate) fn rows<'t>(left: &'t ComparedPage, right: &'t ComparedPage) -> Vec<ComparedRow> {
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
        rows.push(ComparedRow { number, left, right });
    }
    rows
}

/// Two texts in parts, with the words that are on one side alone marked.
pub(crate) fn marked(left: &str, right: &str) -> [Vec<ComparedPart>; 2] {
    let page = |text: &str| ComparedPage {
        blocks: vec![PageBlock { kind: PageBlockKind::Paragraph, text: text.to_owned(), section: None }],
        own: OwnNames::default(),
    };
    let found = rows(&page(left), &page(right));
    let side = |of: fn(&ComparedRow) -> &Option<ComparedCell>| {
        found.iter().filter_map(|row| of(row).as_ref()).flat_map(|cell| cell.parts.clone()).collect()
    };
    [side(|row| &row.left), side(|row| &row.right)]
}

fn whole(passage: &ComparedPassage<'_>, is_alone: bool) -> ComparedCell {
    ComparedCell::new(passage, vec![ComparedPart { is_alone, text: passage.text.to_owned() }])
}

/// Two versions of a passage; if they have too little in common, all of it differs.
fn versions(left: &ComparedPassage<'_>, right: &ComparedPassage<'_>) -> (ComparedCell, ComparedCell) {
    if !left.is_like(right) {
        return (whole(left, true), whole(right, true));
    }
    let (mut on_left, mut on_right) = (Vec::new(), Vec::new());
    for part in capture_diff_slices(Algorithm::Myers, &left.keys(), &right.keys()) {
        let is_alone = !matches!(part, DiffOp::Equal { .. });
        add(left, part.old_range(), is_alone, &mut on_left);
        add(right, part.new_range(), is_alone, &mut on_right);
    }
    (ComparedCell::new(left, on_left), ComparedCell::new(right, on_right))
}

/// Adds these words, and the space before them, which is not a difference.
fn add(passage: &ComparedPassage<'_>, words: Range<usize>, is_alone: bool, parts: &mut Vec<ComparedPart>) {
    let Some(last) = words.clone().next_back() else { return };
    let start = passage.words[words.start].place.start;
    let before = words.start.checked_sub(1).map_or(0, |before| passage.words[before].place.end);
    let (gap, text) = (&passage.text[before..start], &passage.text[start..passage.words[last].place.end]);
    let mut push = |text: &str, is_alone: bool| match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(part) if part.is_alone == is_alone => part.text.push_str(text),
        _ => parts.push(ComparedPart { is_alone, text: text.to_owned() }),
    };
    push(gap, false);
    push(text, is_alone);
}

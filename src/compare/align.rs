use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::blocks::{PageBlock, PageBlockKind};
use super::words::{ComparedWord, OwnNames, without_number, words};

/// Up to so many possible pairs the most like ones are looked for; above, passages are paired in their order.
const MOST_PAIRS: usize = 40_000;

/// How like two passages must be, of a hundred, to be two versions of one.
const LIKE: usize = 35;

/// A passage with its words, to be compared.
#[derive(Debug)]
pub(super) struct ComparedPassage<'t> {
    pub kind: PageBlockKind,
    pub text: &'t str,
    pub section: Option<&'t str>,
    pub words: Vec<ComparedWord<'t>>,
    /// The words' keys, sorted.
    sorted: Vec<&'t str>,
}

/// Where a passage stands on the left, on the right, or on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aligned {
    Same(usize, usize),
    /// Two passages beside each other, like or not.
    Both(usize, usize),
    Left(usize),
    Right(usize),
}

impl<'t> ComparedPassage<'t> {
    pub(super) fn of(block: &'t PageBlock, own: &OwnNames) -> Self {
        let mut words = words(&block.text, own);
        if matches!(block.kind, PageBlockKind::Heading | PageBlockKind::Link) {
            without_number(&mut words);
        }
        let mut sorted: Vec<&str> = words.iter().map(|word| word.key).collect();
        sorted.sort_unstable();
        Self { kind: block.kind, text: &block.text, section: block.section.as_deref(), words, sorted }
    }

    /// What its words are compared by.
    pub(super) fn keys(&self) -> Vec<&'t str> {
        self.words.iter().map(|word| word.key).collect()
    }

    /// How many of a hundred words two passages have in common (Dice, 1945).
    fn likeness(&self, other: &Self) -> usize {
        let (mut left, mut right) = (self.sorted.iter().peekable(), other.sorted.iter().peekable());
        let mut common = 0;
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            let order = a.cmp(b);
            common += usize::from(order.is_eq());
            if order.is_le() {
                left.next();
            }
            if order.is_ge() {
                right.next();
            }
        }
        200 * common / (self.sorted.len() + other.sorted.len()).max(1)
    }

    /// Whether the two are versions of one passage, whose words can be compared.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.kind == other.kind && self.likeness(other) >= LIKE
    }
}

/// Returns what stands beside what, in the order of both pages.
pub(super) fn align<'t>(left: &[ComparedPassage<'t>], right: &[ComparedPassage<'t>]) -> Vec<Aligned> {
    let keys = |side: &[ComparedPassage<'t>]| {
        side.iter().map(|passage| (passage.kind, passage.keys())).collect::<Vec<_>>()
    };
    let mut aligned = Vec::new();
    for part in capture_diff_slices(Algorithm::Myers, &keys(left), &keys(right)) {
        if let DiffOp::Equal { old_index, new_index, len } = part {
            aligned.extend((0..len).map(|at| Aligned::Same(old_index + at, new_index + at)));
        } else {
            pair((left, part.old_range()), (right, part.new_range()), &mut aligned);
        }
    }
    aligned
}

type Side<'s, 't> = (&'s [ComparedPassage<'t>], Range<usize>);

/// Puts passages that differ beside each other: first those that are versions of one,
/// then what is left between them.
fn pair((left, lefts): Side<'_, '_>, (right, rights): Side<'_, '_>, aligned: &mut Vec<Aligned>) {
    let (mut from_left, mut from_right) = (lefts.start, rights.start);
    for (at_left, at_right) in likest((left, lefts.clone()), (right, rights.clone())) {
        unlike((left, from_left..at_left), (right, from_right..at_right), aligned);
        aligned.push(Aligned::Both(at_left, at_right));
        (from_left, from_right) = (at_left + 1, at_right + 1);
    }
    unlike((left, from_left..lefts.end), (right, from_right..rights.end), aligned);
}

/// The pairs, in order, whose likenesses add up to the most.
fn likest((left, lefts): Side<'_, '_>, (right, rights): Side<'_, '_>) -> Vec<(usize, usize)> {
    let (rows, columns) = (lefts.len(), rights.len());
    if rows.saturating_mul(columns) > MOST_PAIRS {
        return Vec::new();
    }
    let worth = |row: usize, column: usize| -> usize {
        let (a, b) = (&left[lefts.start + row], &right[rights.start + column]);
        if a.kind == b.kind { Some(a.likeness(b)).filter(|worth| *worth >= LIKE).unwrap_or(0) } else { 0 }
    };
    // What is to be had from here to the end.
    let mut best = vec![vec![0; columns + 1]; rows + 1];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let paired = match worth(row, column) {
                0 => 0,
                worth => worth + best[row + 1][column + 1],
            };
            best[row][column] = paired.max(best[row + 1][column]).max(best[row][column + 1]);
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut pairs = Vec::new();
    while row < rows && column < columns {
        if best[row][column] == best[row + 1][column] {
            row += 1;
        } else if best[row][column] == best[row][column + 1] {
            column += 1;
        } else {
            pairs.push((lefts.start + row, rights.start + column));
            (row, column) = (row + 1, column + 1);
        }
    }
    pairs
}

/// Passages that are not versions of each other: those of the same kind share a line.
fn unlike((left, mut lefts): Side<'_, '_>, (right, mut rights): Side<'_, '_>, aligned: &mut Vec<Aligned>) {
    while !lefts.is_empty() && !rights.is_empty() {
        if left[lefts.start].kind == right[rights.start].kind {
            aligned.push(Aligned::Both(lefts.start, rights.start));
            rights.start += 1;
        } else {
            aligned.push(Aligned::Left(lefts.start));
        }
        lefts.start += 1;
    }
    aligned.extend(lefts.map(Aligned::Left));
    aligned.extend(rights.map(Aligned::Right));
}

#[cfg(test)]
mod tests {
    use super::Aligned::{Both, Left, Right, Same};
    use super::*;

    fn check(left: &[&str], right: &[&str], expected: &[Aligned]) {
        let block = |text: &&str| match text.strip_prefix("# ") {
            Some(text) => PageBlock { kind: PageBlockKind::Heading, text: text.to_owned(), section: None },
            None => PageBlock { kind: PageBlockKind::Paragraph, text: (*text).to_owned(), section: None },
        };
        let none = OwnNames::default();
        let blocks = |texts: &[&str]| texts.iter().map(block).collect::<Vec<_>>();
        let (left_blocks, right_blocks) = (blocks(left), blocks(right));
        let lefts: Vec<_> = left_blocks.iter().map(|block| ComparedPassage::of(block, &none)).collect();
        let rights: Vec<_> = right_blocks.iter().map(|block| ComparedPassage::of(block, &none)).collect();
        assert_eq!(align(&lefts, &rights), expected, "{left:?} {right:?}");
    }

    #[test]
    fn a_changed_passage_stands_beside_its_other_version() {
        check(&[], &[], &[]);
        check(&["a b"], &["a  b"], &[Same(0, 0)]);
        check(&["a", "b"], &["a", "c", "b"], &[Same(0, 0), Right(1), Same(1, 2)]);
        check(&["a", "x", "b"], &["a", "b"], &[Same(0, 0), Left(1), Same(2, 1)]);
        // The version of the left one is the second on the right.
        check(
            &["vi lagrer navnet ditt"],
            &["helt ny setning", "vi lagrer også navnet ditt"],
            &[Right(0), Both(0, 1)],
        );
        check(&["vi lagrer navn", "e f g h"], &["vi sletter navn", "i j k"], &[Both(0, 0), Both(1, 1)]);
        check(&["# 1 Klage"], &["# 1 Hvem", "# 2 Klage"], &[Right(0), Same(0, 1)]);
        check(&["1 år"], &["2 år"], &[Both(0, 0)]);
        // A heading is not a version of a paragraph, whatever it says.
        check(&["# a b c"], &["a b c"], &[Left(0), Right(0)]);
    }

    #[test]
    fn two_pages_with_nothing_in_common_take_no_time_to_speak_of() {
        let texts = |side: &str| (0..3000).map(|at| format!("{side}{at} {side}x")).collect::<Vec<_>>();
        let (left, right) = (texts("a"), texts("b"));
        let (left, right): (Vec<&str>, Vec<&str>) =
            (left.iter().map(String::as_str).collect(), right.iter().map(String::as_str).collect());
        check(&left, &right, &(0..3000).map(|at| Both(at, at)).collect::<Vec<_>>());
    }
}

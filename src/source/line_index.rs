use std::sync::OnceLock;

/// Lines begin at known bytes, and every so many bytes it is known how many letters there are before.
const STEP: usize = 256;

/// Where the lines of a text begin, and how many letters stand before a byte: made when it is first asked
/// for, since most files are without findings. It says nothing that the text does not say.
#[derive(Debug, Clone, Default)]
pub(super) struct LineIndex(OnceLock<IndexTable>);

#[derive(Debug, Clone)]
struct IndexTable {
    lines: Vec<usize>,
    /// The letters before each byte that `STEP` divides.
    letters: Vec<usize>,
}

impl LineIndex {
    /// The number of the line that holds `byte`, counted from one, the byte where the line begins,
    /// and how many letters stand between the two; `byte` is where a letter of the text begins.
    pub(super) fn of(&self, text: &str, byte: usize) -> (usize, usize, usize) {
        let table = self.0.get_or_init(|| IndexTable::of(text));
        let line = table.lines.partition_point(|start| *start <= byte);
        let start = table.lines[line - 1];
        (line, start, table.letters_before(text, byte) - table.letters_before(text, start))
    }
}

impl IndexTable {
    fn of(text: &str) -> Self {
        let ends = text.match_indices('\n').map(|(end, _)| end + 1);
        let mut before = 0;
        let letters = text.as_bytes().chunks(STEP).map(|chunk| {
            let here = before;
            before += letters_in(chunk);
            here
        });
        let letters = letters.collect();
        Self { lines: std::iter::once(0).chain(ends).collect(), letters }
    }

    fn letters_before(&self, text: &str, byte: usize) -> usize {
        let step = (byte / STEP).min(self.letters.len().saturating_sub(1));
        let known = self.letters.get(step).copied().unwrap_or(0);
        known + letters_in(&text.as_bytes()[step * STEP..byte])
    }
}

/// The letters that begin in these bytes.
fn letters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// Two texts are the same whether or not somebody has asked for a place in one of them.
impl PartialEq for LineIndex {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for LineIndex {}

#[cfg(test)]
mod tests {
    use super::LineIndex;

    #[test]
    fn places_are_those_that_counting_from_the_start_gives() {
        let text = "En linje.\n\nBlåbærsyltetøy på brødskiva. ".repeat(60) + &"æ".repeat(700) + "\nslutt";
        let index = LineIndex::default();
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..byte];
            let start = before.rfind('\n').map_or(0, |newline| newline + 1);
            let expected = (before.matches('\n').count() + 1, start, before[start..].chars().count());
            assert_eq!(index.of(&text, byte), expected, "{byte}");
        }
        assert_eq!(LineIndex::default().of("", 0), (1, 0, 0));
    }
}

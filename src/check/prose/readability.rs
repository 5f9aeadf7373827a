use super::reading::{BlockKind, TextBlock};

/// The readability number LIX of a text: words in a sentence, and long words in a hundred.
///
/// Returns None for a text with fewer than 60 words, of which the number says little.
/// A list item is a sentence of its own.
pub(in crate::check) fn readability(blocks: &[TextBlock]) -> Option<usize> {
    const FEWEST_WORDS: usize = 60;
    /// A long word has more letters than this.
    const LONG: usize = 6;
    let running = blocks.iter().filter(|block| match block.kind {
        // What ends without a full stop is not a sentence.
        BlockKind::Paragraph => block.text.trim_end().ends_with(['.', '!', '?', ':']),
        kind => kind == BlockKind::Item,
    });
    let (mut words, mut long, mut sentences) = (0, 0, 0);
    for block in running {
        for range in block.words() {
            words += 1;
            long += usize::from(range.len() > LONG && block.text[range].chars().count() > LONG);
        }
        sentences += block.sentences();
    }
    (words >= FEWEST_WORDS).then(|| words / sentences.max(1) + 100 * long / words)
}

#[cfg(test)]
mod tests {
    use super::super::reading::blocks;
    use super::readability;

    #[test]
    fn short_words_in_short_sentences_are_easy_and_long_ones_are_not() {
        let easy = "Vi tar vare på det du sier. ".repeat(12);
        let hard =
            "Behandlingsansvarlige virksomheter gjennomfører nødvendige personvernkonsekvensvurderinger "
                .repeat(15);
        assert_eq!(readability(&blocks(&easy)), Some(7));
        assert!(readability(&blocks(&format!("{}.", hard.trim()))).unwrap() > 100);
        assert_eq!(readability(&blocks("Kort tekst.")), None);
    }
}

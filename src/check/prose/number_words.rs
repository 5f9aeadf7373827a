//! Numbers that are written as words.

/// The numbers that a period is counted with, in Norwegian and English.
const NUMBERS: [&str; 40] = [
    "en", "ei", "ein", "ett", "eitt", "én", "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni",
    "ti", "elleve", "tolv", "femten", "tjue", "tjuefem", "tretti", "halvt", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty",
    "half", "a",
];

/// Whether a word in small letters is a number.
pub(in crate::check) fn is_number_word(word: &str) -> bool {
    NUMBERS.contains(&word)
}

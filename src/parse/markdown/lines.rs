//! Lines that were meant to stay lines: addresses, points by letter or number, sections, labels.

use std::collections::BTreeSet;

/// A line of an address is no longer.
const LONGEST_ADDRESS_LINE: usize = 60;
/// What stands before the colon of a label is no longer.
const LONGEST_LABEL: usize = 30;

/// The kinds of lines of which several stand below one another.
const KINDS: [fn(&str) -> bool; 8] = [
    is_lettered,
    is_numbered,
    is_section,
    is_labelled,
    is_telephone,
    is_in_roman_numbers,
    is_with_a_letter_and_point,
    is_with_a_price,
];

/// The ends of lines that stay, of those within each paragraph.
pub(super) fn kept_breaks(text: &str, paragraphs: &[Vec<usize>]) -> BTreeSet<usize> {
    let line_from = |start: usize| text[start..].lines().next().unwrap_or_default();
    let mut kept = BTreeSet::new();
    for breaks in paragraphs.iter().filter(|breaks| !breaks.is_empty()) {
        let first = text[..breaks[0]].rfind('\n').map_or(0, |newline| newline + 1);
        let behind = breaks.iter().map(|newline| {
            let rest = &text[*newline..];
            newline + rest.find('\n').map_or(rest.len(), |at| at + 1)
        });
        let lines: Vec<&str> =
            std::iter::once(first).chain(behind).map(|start| bare(line_from(start))).collect();
        let stays = lines_that_stay(&lines);
        kept.extend(
            breaks.iter().zip(stays.into_iter().skip(1)).filter(|(_, stays)| *stays).map(|(at, _)| *at),
        );
    }
    kept
}

/// Whether a line may be one that stays; most texts have none.
pub(super) fn may_stay(line: &str) -> bool {
    let line = bare(line);
    KINDS.iter().chain(&[is_of_an_address as fn(&str) -> bool, is_greeting]).any(|is_kind| is_kind(line))
}

/// A line without the signs of the block that it is in.
fn bare(line: &str) -> &str {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let point = ["- ", "* ", "+ "].iter().find_map(|point| line.strip_prefix(point));
    point.filter(|_| !is_telephone(line)).unwrap_or(line).trim()
}

/// Which lines of a paragraph begin a line on the page, too.
fn lines_that_stay(lines: &[&str]) -> Vec<bool> {
    let is_short = |line: &&str| line.chars().count() <= LONGEST_ADDRESS_LINE;
    if lines.iter().all(is_short) && lines.iter().any(|line| is_of_an_address(line)) {
        return vec![true; lines.len()];
    }
    if lines.iter().all(is_short) && is_greeting(lines[0]) {
        return vec![true; lines.len()];
    }
    let begins: Vec<Option<usize>> =
        lines.iter().map(|line| KINDS.iter().position(|is_kind| is_kind(line))).collect();
    let stays = |at: usize| {
        let Some(kind) = begins[at] else { return false };
        let same = |place: usize| begins[place] == Some(kind);
        let is_announced = |place: usize| place > 0 && lines[place - 1].ends_with(':');
        // One such line may be a wrapped line that happens to begin so; two are meant,
        // if the first is the first of all, or is announced.
        let has_another = (0..lines.len()).any(|other| other != at && same(other));
        is_announced(at)
            || has_another && (same(0) || (1..at).any(|place| same(place) && is_announced(place)))
    };
    (0..lines.len()).map(stays).collect()
}

/// `a) be om innsyn`, `(b) klage`, `ii) retting`
fn is_lettered(line: &str) -> bool {
    let Some((point, _)) = line.strip_prefix('(').unwrap_or(line).split_once(')') else { return false };
    let mut letters = point.chars();
    let is_letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    is_letter || is_roman(point, "ivx")
}

fn is_roman(letters: &str, of: &str) -> bool {
    (1..=4).contains(&letters.len()) && letters.chars().all(|letter| of.contains(letter))
}

/// `17. mai`, `2) ring`, `(3) skriv`
fn is_numbered(line: &str) -> bool {
    let line = line.strip_prefix('(').unwrap_or(line);
    let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    rest.len() < line.len() && line.len() - rest.len() <= 2 && rest.starts_with([')', '.'])
}

/// `+ 47 22 11 22 33 (timer)`
fn is_telephone(line: &str) -> bool {
    line.strip_prefix('+')
        .is_some_and(|number| number.trim_start().starts_with(|sign: char| sign.is_ascii_digit()))
}

/// `§ 1 Formål`, `Artikkel 6`, `Art. 15 Innsyn`
fn is_section(line: &str) -> bool {
    let rest = ["Art.", "Artikkel ", "Article ", "Paragraf ", "Section "]
        .iter()
        .find_map(|word| line.strip_prefix(word));
    line.starts_with('§')
        || rest.is_some_and(|rest| rest.trim_start().starts_with(|sign: char| sign.is_ascii_digit()))
}

/// `IV. Lagring`
fn is_in_roman_numbers(line: &str) -> bool {
    line.split_once(". ").is_some_and(|(number, _)| is_roman(number, "IVX"))
}

/// `a. be om innsyn`
fn is_with_a_letter_and_point(line: &str) -> bool {
    let mut signs = line.chars();
    signs.next().is_some_and(|letter| letter.is_ascii_lowercase())
        && signs.next() == Some('.')
        && signs.next() == Some(' ')
}

/// `Konsultasjon 1 200 kr`, `Blodprøve: 450,-`
fn is_with_a_price(line: &str) -> bool {
    let line = line.trim_end_matches(['.', ',', '\\']);
    let rest = ["kr", "kroner", ",-", ",–", "NOK", "€", "£"].iter().find_map(|unit| line.strip_suffix(unit));
    rest.is_some_and(|rest| rest.trim_end().ends_with(|sign: char| sign.is_ascii_digit()))
}

/// `Med vennlig hilsen`, before the names of those who sign.
fn is_greeting(line: &str) -> bool {
    const GREETINGS: [&str; 9] = [
        "med vennlig hilsen",
        "vennlig hilsen",
        "med venleg helsing",
        "venleg helsing",
        "hilsen",
        "mvh",
        "kind regards",
        "best regards",
        "yours sincerely",
    ];
    let line = line.trim_end_matches([',', '.', '\\', ' ']);
    GREETINGS.iter().any(|greeting| line.eq_ignore_ascii_case(greeting))
}

/// `**Navn:** Klinikken`, `Telefon: 22 11 22 33`
fn is_labelled(line: &str) -> bool {
    let label = line.trim_start_matches(['*', '_']);
    let Some((label, _)) = label.split_once(':') else { return false };
    label.starts_with(char::is_uppercase)
        && label.chars().count() <= LONGEST_LABEL
        && !label.contains(['.', ',', '!', '?', ';'])
}

/// `0155 Oslo`, `SE-111 22 Stockholm`, `post@klinikken.no`, `+47 22 11 22 33`
fn is_of_an_address(line: &str) -> bool {
    let line = line.trim_end_matches([',', '\\']);
    let is_figure = |sign: char| sign.is_ascii_digit();
    let code = line.trim_start_matches(|sign: char| sign.is_ascii_uppercase() || sign == '-');
    let place = code.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
    let figures = code[..code.len() - place.len()].chars().filter(|sign| is_figure(*sign)).count();
    let is_place = place.starts_with(char::is_uppercase)
        && place.chars().all(|sign| sign.is_alphabetic() || " -()".contains(sign));
    let is_phone = line.chars().all(|sign| sign.is_ascii_digit() || "+ ()".contains(sign))
        && line.chars().filter(|sign| is_figure(*sign)).count() >= 8;
    let is_email = line.contains('@') && !line.contains(' ');
    (4..=5).contains(&figures) && code.starts_with(is_figure) && is_place || is_phone || is_email
}

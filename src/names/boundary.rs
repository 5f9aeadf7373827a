//! Where a name begins and ends in running text.

/// What Norwegian adds to a name: the definite forms, the plural, and the genitive of each.
const ENDINGS: [&str; 17] =
    ["s", "en", "ens", "et", "ets", "a", "as", "er", "ers", "ene", "enes", "n", "ns", "ne", "nes", "t", "ts"];

/// The forms in which names of clinics are definite, and the same without the article.
const DEFINITE: [(&str, &str); 7] = [
    ("klinikken", "klinikk"),
    ("senteret", "senter"),
    ("gruppen", "gruppe"),
    ("praksisen", "praksis"),
    ("kontoret", "kontor"),
    ("sykehuset", "sykehus"),
    ("legevakten", "legevakt"),
];

/// A folded name without its article: `Bontoxklinikk` of `Bontoxklinikken`.
pub(super) fn indefinite(key: &str) -> Option<String> {
    DEFINITE.iter().find_map(|(definite, indefinite)| {
        let stem = key.strip_suffix(definite).filter(|stem| stem.chars().count() > 2)?;
        Some(format!("{stem}{indefinite}"))
    })
}

/// Whether a folded word says of itself that it is the one: `klinikken`, `spesialistene`.
pub(super) fn is_definite(word: &str) -> bool {
    word.ends_with("ene") || DEFINITE.iter().any(|(definite, _)| word.ends_with(definite))
}

/// Whether a name may begin after `before`.
pub(super) fn begins_word(before: &str) -> bool {
    !before.ends_with(char::is_alphanumeric)
}

/// Whether a name may end before `after`: with what Norwegian adds to names, or nothing.
pub(super) fn ends_word(after: &str) -> bool {
    let rest = after.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(after.len());
    rest == 0 || ENDINGS.contains(&after[..rest].to_lowercase().as_str())
}

/// Whether a domain may begin after `before`: `x.a.no` is of `a.no`, and `b-a.no` is not.
pub(super) fn begins_domain(before: &str) -> bool {
    !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '-')
}

/// Whether an e-mail address may begin after `before`.
pub(super) fn begins_address(before: &str) -> bool {
    begins_domain(before) && !before.ends_with(['.', '+', '%'])
}

/// Whether a domain may end before `after`; the full stop of a sentence may follow.
pub(super) fn ends_domain(after: &str) -> bool {
    let mut letters = after.chars();
    match letters.next() {
        Some('.') => !letters.next().is_some_and(char::is_alphanumeric),
        Some('-') => !letters.next().is_some_and(|letter| letter.is_ascii_lowercase()),
        next => !next.is_some_and(char::is_alphanumeric),
    }
}

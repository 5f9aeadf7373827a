//! Whether letters that spell a name are that name, or ordinary words.

use super::boundary::is_definite;

/// With fewer letters than this, what stands before a hyphen is not a part of a name: `e-post`.
const SHORTEST_PART: usize = 3;

/// How a name is written by its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Writing {
    /// As it is shown to people, with one space or hyphen for each gap.
    pub shown: String,
    /// Whether it counts in small letters too: its owner writes it so.
    pub any_case: bool,
    /// Whether the texts that all clinics share write it as an ordinary word, in small letters.
    pub is_common: bool,
    /// Whether it is the first word of a longer name.
    pub is_short_form: bool,
}

impl Writing {
    /// A name, as it stands in a folded text.
    pub(super) fn of(shown: &str) -> Self {
        let any_case = !has_capital(shown);
        Self { shown: shown.to_owned(), any_case, is_common: false, is_short_form: false }
    }

    /// Whether it is one word.
    pub(super) fn is_one_word(&self) -> bool {
        !self.shown.contains([' ', '-'])
    }

    /// Whether `found`, which has the name's letters and stands after `before`,
    /// is the name and not an ordinary word.
    pub(super) fn is_meant(&self, before: &str, found: &str) -> bool {
        if self.is_short_form && (self.is_common || parts_more(&self.shown, found)) {
            return false;
        }
        if !self.any_case && !has_capital(found) {
            // `annen-nordlys-bergen` is another owner.
            return !before.ends_with('-') && self.is_meant_in_small_letters(found);
        }
        if parts_more(&self.shown, found) && !self.is_meant_apart(before, found) {
            return false;
        }
        !(self.is_common && has_only_first_capital(found) && begins_sentence(before))
    }

    /// Small letters are a name if words are not written so: with a hyphen,
    /// or if the name itself is not a word.
    fn is_meant_in_small_letters(&self, found: &str) -> bool {
        let parts = || found.split('-');
        let is_hyphenated = parts().count() > 1 && parts().all(|part| part.chars().count() >= SHORTEST_PART);
        let is_as_spaced =
            !found.contains(' ') || !parts_more(&self.shown, found) && !self.shown.contains('-');
        is_hyphenated && !found.contains(' ') || is_coined(&self.shown) && !self.is_common && is_as_spaced
    }

    /// A name in one word is meant in two if the capitals are its own: `Derma Medi Spa`,
    /// and not `med Oslo` or `Din lege`.
    fn is_meant_apart(&self, before: &str, found: &str) -> bool {
        let starts_sentence = begins_sentence(before);
        let parts = || found.split([' ', '-']);
        if parts().all(|part| part.starts_with(char::is_uppercase)) {
            // `Med Oslo` begins a sentence as well as `Derma Medi Spa` does;
            // the second is written as the name is.
            return !starts_sentence || has_the_letters_of(&self.shown, found);
        }
        let ends_as_name = parts().next_back().is_some_and(is_definite);
        has_the_letters_of(&self.shown, found) && (!starts_sentence || ends_as_name)
    }
}

/// Whether a word of the name is not one of the language: a capital within it, `MedBeauty`, `C-Medical`.
/// `E-Post` is too short to say so.
pub(super) fn is_coined(name: &str) -> bool {
    name.split(' ').any(|word| {
        let has_inner = word.chars().skip(1).any(char::is_uppercase);
        let shortest = if word.contains('-') { 9 } else { 5 };
        has_inner && word.contains(char::is_lowercase) && word.chars().count() >= shortest
    })
}

/// Whether `found` has a space where the name has no gap.
fn parts_more(name: &str, found: &str) -> bool {
    let mut letters = name.chars().peekable();
    found.chars().any(|letter| {
        let is_gap = matches!(letters.peek(), Some(' ' | '-'));
        match letter {
            ' ' if !is_gap => true,
            ' ' | '-' => {
                letters.next_if(|_| is_gap);
                false
            }
            _ => {
                letters.next_if(|_| is_gap);
                letters.next();
                false
            }
        }
    })
}

fn has_the_letters_of(name: &str, found: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|letter| !matches!(letter, ' ' | '-'))
    }
    // A name without its article is shorter.
    letters(found).zip(letters(name)).all(|(one, two)| one == two)
}

fn has_capital(text: &str) -> bool {
    text.contains(char::is_uppercase)
}

fn has_only_first_capital(text: &str) -> bool {
    !text.chars().skip(1).any(char::is_uppercase)
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '-', '(', '«', '"', '#', '>']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n', '•'])
}

#[cfg(test)]
mod tests {
    use super::Writing;

    #[track_caller]
    fn check(name: &str, before: &str, found: &str, is_meant: bool) {
        assert_eq!(Writing::of(name).is_meant(before, found), is_meant, "{before}{found}");
    }

    #[test]
    fn small_letters_are_a_name_where_nobody_writes_a_word_so() {
        check("Migrene-klinikken", "hos ", "migrene-klinikken", true);
        check("Migreneklinikken", "hos ", "migrene-klinikken", true);
        check("Migreneklinikken", "hos ", "migreneklinikken", false);
        check("Migrene-klinikken", "hos ", "migrene klinikken", false);
        check("Akutt", "gjelder ", "akutt", false);
        check("E-Post", "på ", "e-post", false);
        check("Migrene-klinikken", "annen-", "migrene-klinikken", false);
        check("MedBeauty", "hos ", "medbeauty", true);
        check("MEDOslo", "hos ", "medoslo", true);
        check("C-Medical", "hos ", "c-medical", true);
        check("bontox", "hos ", "bontox", true);
        check("God Helse", "med ", "god helse", false);
    }

    #[test]
    fn a_name_in_one_word_is_meant_in_two_where_its_capitals_are() {
        check("DermaMediSpa", "", "Derma Medi Spa", true);
        check("DermaMediSpa", "hos ", "DermaMedi-Spa", true);
        check("Migreneklinikken", "", "Migrene klinikken", true);
        check("Migreneklinikken", "hos ", "Migrene Klinikken", true);
        check("MEDOslo", "sammen ", "med Oslo", false);
        check("MEDOslo", "", "Med Oslo", false);
        check("MEDOslo", "hos ", "MED Oslo", true);
        check("Dinlege", "", "Din lege", false);
        check("Oslo Smerteklinikk", "", "Oslo-Smerteklinikk", true);
    }

    #[test]
    fn what_shared_texts_write_as_a_word_is_a_name_within_a_sentence_only() {
        let hud = Writing { is_common: true, ..Writing::of("Hud") };
        assert!(hud.is_meant("Vi er ", "Hud"));
        assert!(!hud.is_meant("Hei. ", "Hud"));
        assert!(hud.is_meant("Hei. ", "HUD"));
        let short = Writing { is_short_form: true, ..Writing::of("Spesialistene") };
        assert!(short.is_meant("", "Spesialistene"));
        assert!(!Writing { is_common: true, ..short }.is_meant("hos ", "Spesialistene"));
    }
}

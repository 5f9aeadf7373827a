use std::fmt;

use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A language of the site, as a BCP 47 tag: `nb`, `nn`, `en`, `se`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    /// Its letters; one of two has a zero behind them.
    letters: [u8; 3],
}

impl Language {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let length = if self.letters[2] == 0 { 2 } else { 3 };
        str::from_utf8(&self.letters[..length]).unwrap_or_default()
    }

    /// Whether the program itself has the names of countries and holidays in it.
    #[must_use]
    pub fn has_names(&self) -> bool {
        NAMED.contains(&self.as_str())
    }

    /// Its place in the program's lists of names, behind what is named; that of English if it has none.
    pub(super) fn column_of_names(&self) -> usize {
        const ENGLISH: usize = 3;
        NAMED.iter().position(|language| *language == self.as_str()).map_or(ENGLISH, |place| place + 1)
    }
}

/// The languages of `countries.tsv` and `holidays.tsv`, in the order of their columns.
const NAMED: [&str; 5] = ["nb", "nn", "en", "sv", "da"];

impl TextValue for Language {
    const IS_SHOWN: bool = false;

    /// Two or three small letters. `no` stands for both written forms of Norwegian and is refused.
    fn parse(text: &str) -> Result<Self, Invalid> {
        if text == "no" {
            return Err(Invalid::new(say::language_no(), say::write_nb_or_nn()));
        }
        let letters = match *text.as_bytes() {
            [one, two] => [one, two, 0],
            [one, two, three] => [one, two, three],
            _ => [0; 3],
        };
        let is_good = letters[..text.len().min(3)].iter().all(u8::is_ascii_lowercase) && letters[0] != 0;
        is_good
            .then_some(Self { letters })
            .ok_or_else(|| Invalid::new(say::not_a_language(text), meant_tag(text)))
    }
}

/// What to write instead of capitals, or of a tag that names a region too: `nb-NO`.
fn meant_tag(text: &str) -> crate::diagnostic::Message {
    let tag = text.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let is_tag = text != tag && Language::parse(&tag).is_ok();
    if is_tag { say::write_it_as(&tag) } else { say::write_nb_or_nn() }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

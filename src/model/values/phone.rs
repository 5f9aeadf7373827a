use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A telephone number: E.164 for machines, grouped by Norwegian custom for people.
///
/// Norwegian numbers have 8 digits and no trunk prefix (Nkom's numbering plan); 3 digits (`113`), 5 digits
/// (`02000`) and 6 digits (`116117`) are short numbers that have no form for calls from abroad.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    country: Option<String>,
    digits: String,
}

impl Phone {
    /// The value of a `tel:` link: E.164, or the short number as it is.
    #[must_use]
    pub fn dialled(&self) -> String {
        match &self.country {
            Some(country) => format!("+{country}{}", self.digits),
            None => self.digits.clone(),
        }
    }

    /// The number as it is printed in Norway: without the country code, unless it is another country's.
    #[must_use]
    pub fn grouped(&self) -> String {
        let d = &self.digits;
        match (self.country.as_deref(), d.len()) {
            (Some("47"), 8) if d.starts_with(['4', '9', '8']) => {
                format!("{} {} {}", &d[..3], &d[3..5], &d[5..])
            }
            (Some("47"), 8) => format!("{} {} {} {}", &d[..2], &d[2..4], &d[4..6], &d[6..]),
            (Some(country), _) => format!("+{country} {d}"),
            (None, 6) => format!("{} {}", &d[..3], &d[3..]),
            (None, _) => d.clone(),
        }
    }
}

impl TextValue for Phone {
    const IS_SHOWN: bool = true;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let not_a_phone = || Invalid::new(say::not_a_phone(text), say::write_a_phone());
        let separator = |letter: &char| {
            letter.is_whitespace() || matches!(letter, '-' | '.' | '(' | ')' | '/' | '\u{2011}')
        };
        let compact: String = text.chars().filter(|letter| !separator(letter)).collect();
        let (abroad, digits) = match compact.strip_prefix('+').or(compact.strip_prefix("00")) {
            Some(rest) => (true, rest),
            None => (false, compact.as_str()),
        };
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(not_a_phone());
        }
        let owned = |country: Option<&str>, digits: &str| Self {
            country: country.map(str::to_owned),
            digits: digits.to_owned(),
        };
        match (abroad, digits.strip_prefix("47"), digits.len()) {
            (true, Some(national), _) => {
                norwegian(national).then(|| owned(Some("47"), national)).ok_or_else(not_a_phone)
            }
            (true, None, 7..=15) if !digits.starts_with('0') => {
                let (country, national) = digits.split_at(country_code_length(digits));
                Ok(owned(Some(country), national))
            }
            (false, _, 8) if norwegian(digits) => Ok(owned(Some("47"), digits)),
            (false, _, 3) if digits.starts_with('1') => Ok(owned(None, digits)),
            (false, _, 5) if digits.starts_with('0') => Ok(owned(None, digits)),
            (false, _, 6) if digits.starts_with("116") => Ok(owned(None, digits)),
            _ => Err(not_a_phone()),
        }
    }
}

fn norwegian(digits: &str) -> bool {
    digits.len() == 8 && !digits.starts_with(['0', '1'])
}

/// Country codes have one digit (1 and 7), two, or three;
/// those of two digits are listed in ITU-T E.164's zones.
fn country_code_length(digits: &str) -> usize {
    const TWO: [&str; 44] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
        "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
        "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    match digits.get(..2) {
        _ if digits.starts_with(['1', '7']) => 1,
        Some(two) if TWO.contains(&two) => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_any_spelling_and_printed_in_one() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let phone = Phone::parse(text).ok().map(|phone| (phone.dialled(), phone.grouped()));
            assert_eq!(phone.as_ref().map(|(a, b)| (a.as_str(), b.as_str())), expected, "{text}");
        };
        check("(0047) 22-50-06-63", Some(("+4722500663", "22 50 06 63")));
        check("+47 41 47 92 86", Some(("+4741479286", "414 79 286")));
        check("800 00 000", Some(("+4780000000", "800 00 000")));
        check("02000", Some(("02000", "02000")));
        check("116117", Some(("116117", "116 117")));
        check("113", Some(("113", "113")));
        check("+46 8 123 456 78", Some(("+46812345678", "+46 812345678")));
        check("+354 5531234", Some(("+3545531234", "+354 5531234")));
        check("2250066", None);
        check("12345678", None);
        check("ring oss", None);
        check("+47", None);
        check("", None);
    }
}

use super::Country;
use super::number_plan::{NumberPlan, country_code, plan};
use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A telephone number: E.164 for machines, grouped by the custom of its country for people.
///
/// Norwegian numbers have 8 digits and no trunk prefix (Nkom's numbering plan); 3 digits (`113`), 5 digits
/// (`02000`) and 6 digits (`116117`) are short numbers that have no form for calls from abroad.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    country: Option<String>,
    digits: String,
    /// Whether it is written without a country code, and so meant for Norway.
    is_national: bool,
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
        let digits = &self.digits;
        match (self.country.as_deref(), digits.len()) {
            (Some("47"), _) => NumberPlan::NORWEGIAN.grouped(digits),
            (Some(country), _) => match plan(country) {
                Some(plan) => format!("+{country} {}", plan.grouped(digits)),
                None => format!("+{country} {digits}"),
            },
            (None, 6) => format!("{} {}", &digits[..3], &digits[3..]),
            (None, _) => digits.clone(),
        }
    }

    /// Whether it is another number in the country of its contact, since it is written without a country's
    /// code.
    #[must_use]
    pub fn is_foreign_to(&self, country: Country) -> bool {
        self.is_national && country != Country::NORWAY
    }

    /// The number with the code of another country, if it can be one of its numbers.
    #[must_use]
    pub fn for_country(&self, country: Country) -> Option<String> {
        let plan = NumberPlan::of_country(country).filter(|plan| plan.takes(&self.digits))?;
        Some(format!("+{} {}", plan.code, plan.grouped(&self.digits)))
    }
}

impl TextValue for Phone {
    const IS_SHOWN: bool = true;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let not_a_phone = || Invalid::new(say::not_a_phone(text), say::write_a_phone());
        let separator = |letter: &char| {
            letter.is_whitespace() || matches!(letter, '-' | '.' | '(' | ')' | '/' | '\u{2011}' | '\u{2013}')
        };
        // What is dialled within the country alone: `+46 (0)8 …`.
        let without_trunk = text.replace("(0)", "");
        let compact: String = without_trunk.chars().filter(|letter| !separator(letter)).collect();
        let (abroad, digits) = match compact.strip_prefix('+').or(compact.strip_prefix("00")) {
            Some(rest) => (true, rest),
            None => (false, compact.as_str()),
        };
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(not_a_phone());
        }
        if abroad {
            return international(digits, text);
        }
        let owned = |country: Option<&str>| Self {
            country: country.map(str::to_owned),
            digits: digits.to_owned(),
            is_national: country.is_some(),
        };
        match digits.len() {
            8 if NumberPlan::NORWEGIAN.takes(digits) => Ok(owned(Some("47"))),
            3 if digits.starts_with('1') => Ok(owned(None)),
            5 if digits.starts_with('0') => Ok(owned(None)),
            6 if digits.starts_with("116") => Ok(owned(None)),
            _ => Err(not_a_phone()),
        }
    }
}

/// A number behind `+`.
fn international(digits: &str, text: &str) -> Result<Phone, Invalid> {
    let Some(code) = country_code(digits) else {
        return Err(Invalid::new(say::no_country_has_the_code(text), say::write_a_phone()));
    };
    let national = &digits[code.len()..];
    let owned = |national: &str| Phone {
        country: Some(code.to_owned()),
        digits: national.to_owned(),
        is_national: false,
    };
    let Some(plan) = plan(code) else {
        // Of other countries only this is known: at most 15 digits in all (ITU-T E.164, 6.2.1).
        let fits = (5..=15 - code.len()).contains(&national.len());
        return fits.then(|| owned(national)).ok_or_else(|| Invalid::new(say::not_a_phone(text), None));
    };
    let national = plan.without_trunk(national);
    if plan.takes(national) {
        return Ok(owned(national));
    }
    Err(Invalid::new(say::not_a_phone(text), say::digits_behind_the_code(code, &plan.lengths())))
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
        check("+46 8 123 456 78", Some(("+46812345678", "+46 8 123 456 78")));
        check("+46 (0)31-12 34 56", Some(("+4631123456", "+46 31 12 34 56")));
        check("0046 070-123 45 67", Some(("+46701234567", "+46 70 123 45 67")));
        check("+45 (0)98 14 45 55", Some(("+4598144555", "+45 98 14 45 55")));
        check("+354 5531234", Some(("+3545531234", "+354 553 1234")));
        check("+44 (0)20 7946 0018", Some(("+442079460018", "+44 20 7946 0018")));
        check("+358 40 123 4567", Some(("+358401234567", "+358 40 123 4567")));
        check("+1 202 555 0143", Some(("+12025550143", "+1 2025550143")));
        check("2250066", None);
        check("12345678", None);
        check("+45 98 14 45 5", None);
        check("+45 098144555 1", None);
        check("+46 8 12", None);
        check("+4 22 33 44 55", None);
        check("+47 0 22 50 06 63", None);
        check("ring oss", None);
        check("+47", None);
        check("", None);
    }

    #[test]
    fn a_number_without_a_code_is_another_one_abroad() {
        let phone = |text: &str| Phone::parse(text).unwrap();
        let [denmark, britain] = ["DK", "GB"].map(|code| Country::parse(code).unwrap());
        assert_eq!(phone("32 57 33 16").for_country(denmark).as_deref(), Some("+45 32 57 33 16"));
        assert_eq!(phone("32 57 33 16").for_country(britain), None, "nine or ten digits");
        assert!(phone("32 57 33 16").is_foreign_to(britain) && phone("32 57 33 16").is_foreign_to(denmark));
        assert!(!phone("+45 32573316").is_foreign_to(denmark) && !phone("113").is_foreign_to(denmark));
        assert!(!phone("32 57 33 16").is_foreign_to(Country::NORWAY));
    }
}

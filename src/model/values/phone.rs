use std::borrow::Cow;

use super::Country;
use super::calling_code::country_code;
use crate::diagnostic::catalogue::values as say;
use crate::model::{Countries, Invalid, TextValue};

/// A telephone number as it is written: its digits, and whether the country's code stands before them.
///
/// Which number it is, is told by the country of its contact: [`Phone::in_country`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    written: String,
    digits: String,
    has_code: bool,
}

/// A telephone number of a country: E.164 for machines, grouped by the custom of its country for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber {
    /// Whose number it is.
    country: Option<Country>,
    /// Behind the country's code.
    dialled: String,
    at_home: String,
    abroad: String,
}

impl PhoneNumber {
    /// The value of a `tel:` link: E.164, or the short number as it is.
    #[must_use]
    pub fn dialled(&self) -> &str {
        &self.dialled
    }

    /// The number as it is printed in a country: without the country's code, unless it is another one's.
    #[must_use]
    pub fn shown_in(&self, country: Option<Country>) -> &str {
        if self.country.is_some() && self.country == country { &self.at_home } else { &self.abroad }
    }

    /// The number as it is printed in its own country.
    #[must_use]
    pub fn at_home(&self) -> &str {
        &self.at_home
    }
}

impl Phone {
    /// The number that it is in the country of its contact.
    ///
    /// # Errors
    /// Says why it is none there.
    pub fn in_country(&self, country: Country, countries: &Countries) -> Result<PhoneNumber, Invalid> {
        if self.has_code {
            return self.behind_a_code(countries);
        }
        let not_a_phone = |help| Err(Invalid::new(say::not_a_phone_in(&self.written, country.code()), help));
        let Some(plan) = countries.of(country).and_then(|facts| facts.phone.as_ref()) else {
            return not_a_phone(say::write_the_code_first());
        };
        if plan.is_short(&self.digits) {
            let at_home = match self.digits.len() {
                6 => format!("{} {}", &self.digits[..3], &self.digits[3..]),
                _ => self.digits.clone(),
            };
            let number =
                PhoneNumber { country: None, dialled: self.digits.clone(), abroad: at_home.clone(), at_home };
            return Ok(number);
        }
        let Some(digits) = plan.behind_code(&self.digits) else {
            return not_a_phone(say::write_a_phone_of(&plan.lengths(), plan.code()));
        };
        Ok(PhoneNumber {
            country: Some(country),
            dialled: format!("+{}{digits}", plan.code()),
            at_home: plan.at_home(digits),
            abroad: format!("+{} {}", plan.code(), plan.abroad(digits)),
        })
    }

    /// A number behind `+`.
    fn behind_a_code(&self, countries: &Countries) -> Result<PhoneNumber, Invalid> {
        let (digits, text) = (self.digits.as_str(), self.written.as_str());
        let Some(code) = country_code(digits) else {
            return Err(Invalid::new(say::no_country_has_the_code(text), say::write_a_phone()));
        };
        let national = &digits[code.len()..];
        let Some((country, plan)) = countries.plan_behind(code) else {
            // Of other countries only this is known: at most 15 digits in all (ITU-T E.164, 6.2.1).
            let fits = (5..=15 - code.len()).contains(&national.len());
            let shown = format!("+{code} {national}");
            let number = PhoneNumber {
                country: None,
                dialled: format!("+{digits}"),
                at_home: shown.clone(),
                abroad: shown,
            };
            return fits.then_some(number).ok_or_else(|| Invalid::new(say::not_a_phone(text), None));
        };
        let Some(national) = plan.without_trunk(national) else {
            return Err(Invalid::new(
                say::not_a_phone(text),
                say::digits_behind_the_code(code, &plan.lengths()),
            ));
        };
        Ok(PhoneNumber {
            country: Some(country),
            dialled: format!("+{code}{national}"),
            at_home: plan.at_home(national),
            abroad: format!("+{code} {}", plan.abroad(national)),
        })
    }

    /// The digits as they are written, for what only compares them.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }
}

impl TextValue for Phone {
    const IS_SHOWN: bool = true;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let separator = |letter: &char| {
            letter.is_whitespace() || matches!(letter, '-' | '.' | '(' | ')' | '/' | '\u{2011}' | '\u{2013}')
        };
        // What is dialled within the country alone: `+46 (0)8 …`.
        let is_abroad = text.trim_start().starts_with(['+', '(']) || text.trim_start().starts_with("00");
        let without_trunk = if is_abroad { Cow::Owned(text.replace("(0)", "")) } else { Cow::Borrowed(text) };
        let compact: String = without_trunk.chars().filter(|letter| !separator(letter)).collect();
        let (has_code, digits) = match compact.strip_prefix('+').or(compact.strip_prefix("00")) {
            Some(rest) => (true, rest),
            None => (false, compact.as_str()),
        };
        let is_good = (2..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_good
            .then(|| Self { written: text.to_owned(), digits: digits.to_owned(), has_code })
            .ok_or_else(|| Invalid::new(say::not_a_phone(text), say::write_a_phone()))
    }
}

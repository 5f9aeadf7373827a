use super::Country;
use crate::diagnostic::catalogue::values as say;
use crate::model::{Countries, Invalid};

/// The number under which a company stands in its country's register, checked if the country's form is known.
///
/// A right check digit does not prove that the company exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyNumber {
    compact: String,
    grouped: String,
}

impl CompanyNumber {
    /// Reads the number by the form of `country`;
    /// spaces, hyphens and points between the digits do not matter.
    ///
    /// # Errors
    /// Says what is wrong with the number.
    pub fn parse(text: &str, country: Country, countries: &Countries) -> Result<Self, Invalid> {
        let form = countries.of(country).and_then(|facts| facts.company_number.as_ref());
        let Some((form, length)) = form.and_then(|form| Some((form, form.length()?))) else {
            let shown: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let plain = !shown.is_empty()
                && shown.len() <= 32
                && shown.chars().all(|letter| letter.is_ascii_alphanumeric() || " -./".contains(letter));
            return plain
                .then_some(Self { compact: shown.clone(), grouped: shown })
                .ok_or_else(|| Invalid::new(say::not_a_company_number(text), None));
        };
        let compact: String =
            text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '.')).collect();
        let number = form.bare(&compact);
        if !form.takes(number) {
            return Err(Invalid::new(say::not_a_company_number(text), say::company_number_length(length)));
        }
        if !form.is_right(number) {
            return Err(Invalid::new(
                say::company_number_check_digit(text),
                say::compare_with_the_register(),
            ));
        }
        Ok(Self { compact: number.to_owned(), grouped: form.grouped(number) })
    }

    /// The number without spaces, for machines.
    #[must_use]
    pub fn compact(&self) -> &str {
        &self.compact
    }

    /// The number as people of its country write it.
    #[must_use]
    pub fn grouped(&self) -> &str {
        &self.grouped
    }
}

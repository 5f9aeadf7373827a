use super::Country;
use crate::diagnostic::catalogue::values as say;
use crate::model::Invalid;

/// The number under which a company stands in its country's register,
/// checked if the country's rule is known.
///
/// Norway: 9 digits, the last a check digit modulo 11 with weights 3 2 7 6 5 4 3 2 (Brønnøysundregistrene).
/// Denmark (CVR): 8 digits, weighted 2 7 6 5 4 3 2 1, divisible by 11. Sweden: 10 digits with a Luhn check
/// digit. A right check digit does not prove that the company exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyNumber {
    digits: String,
    country: Country,
}

/// Whether the check digit of a number of the right length is right.
type IsRight = fn(&[u32]) -> bool;

impl CompanyNumber {
    /// Reads the number by the rule of `country`;
    /// spaces, hyphens and points between the digits do not matter.
    ///
    /// # Errors
    /// Says what is wrong with the number.
    pub fn parse(text: &str, country: Country) -> Result<Self, Invalid> {
        let digits: String =
            text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '.')).collect();
        let digits = digits.strip_suffix("MVA").map(str::to_owned).unwrap_or(digits);
        let rule: Option<(usize, IsRight)> = match country.code() {
            "NO" => Some((9, norwegian)),
            "DK" => Some((8, danish)),
            "SE" => Some((10, luhn)),
            _ => None,
        };
        let Some((length, is_right)) = rule else {
            let shown: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let plain = !shown.is_empty()
                && shown.len() <= 32
                && shown.chars().all(|letter| letter.is_ascii_alphanumeric() || " -./".contains(letter));
            return plain
                .then_some(Self { digits: shown, country })
                .ok_or_else(|| Invalid::new(say::not_a_company_number(text), None));
        };
        let values: Option<Vec<u32>> = digits.chars().map(|digit| digit.to_digit(10)).collect();
        match values {
            Some(values) if values.len() == length && is_right(&values) => Ok(Self { digits, country }),
            Some(values) if values.len() == length => {
                Err(Invalid::new(say::company_number_check_digit(text), say::compare_with_the_register()))
            }
            _ => Err(Invalid::new(say::not_a_company_number(text), say::company_number_length(length))),
        }
    }

    /// The number without spaces, for machines.
    #[must_use]
    pub fn compact(&self) -> &str {
        &self.digits
    }

    /// The number as people of its country write it.
    #[must_use]
    pub fn grouped(&self) -> String {
        let d = &self.digits;
        match self.country.code() {
            "NO" => format!("{} {} {}", &d[..3], &d[3..6], &d[6..]),
            "SE" => format!("{}-{}", &d[..6], &d[6..]),
            _ => d.clone(),
        }
    }
}

fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

fn norwegian(digits: &[u32]) -> bool {
    weighted(digits, &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

fn danish(digits: &[u32]) -> bool {
    weighted(digits, &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

fn luhn(digits: &[u32]) -> bool {
    let doubled =
        |(index, digit): (usize, &u32)| if index % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { *digit };
    digits.iter().enumerate().map(doubled).sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TextValue;

    fn parse(text: &str, country: &str) -> Option<String> {
        CompanyNumber::parse(text, Country::parse(country).unwrap()).ok().map(|number| number.grouped())
    }

    #[test]
    fn a_norwegian_number_needs_its_check_digit() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(parse(text, "NO").as_deref(), expected, "{text}");
        check("983219160", Some("983 219 160"));
        check("812 794 922", Some("812 794 922"));
        check("812\u{a0}794\u{a0}922 MVA", Some("812 794 922"));
        check("123456785", Some("123 456 785"));
        check("988077917", Some("988 077 917"));
        check("123456786", None);
        check("988077918", None);
        check("701730495", None);
        check("12345678", None);
        check("", None);
    }

    #[test]
    fn danish_swedish_and_other_numbers_follow_their_own_rules() {
        assert_eq!(parse("13585628", "DK").as_deref(), Some("13585628"));
        assert_eq!(parse("13585629", "DK"), None);
        assert_eq!(parse("5560125790", "SE").as_deref(), Some("556012-5790"));
        assert_eq!(parse("5560125791", "SE"), None);
        assert_eq!(parse("HRB 12345", "DE").as_deref(), Some("HRB 12345"));
        assert_eq!(parse("<b>", "DE"), None);
    }
}

use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// The unit of a [`Period`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodUnit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// How long something is kept: `5 years`, `21 days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: PeriodUnit,
}

impl Period {
    /// The period as an ISO 8601 duration: `P5Y`.
    #[must_use]
    pub fn iso(self) -> String {
        let letter = match self.unit {
            PeriodUnit::Days => 'D',
            PeriodUnit::Weeks => 'W',
            PeriodUnit::Months => 'M',
            PeriodUnit::Years => 'Y',
        };
        format!("P{}{letter}", self.count)
    }
}

impl TextValue for Period {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let unit = |word: &str| match word {
            "day" | "days" => Some(PeriodUnit::Days),
            "week" | "weeks" => Some(PeriodUnit::Weeks),
            "month" | "months" => Some(PeriodUnit::Months),
            "year" | "years" => Some(PeriodUnit::Years),
            _ => None,
        };
        let read =
            text.split_once(' ').and_then(|(count, word)| Some((count.parse().ok()?, unit(word.trim())?)));
        match read {
            Some((count, unit)) if (1..=999).contains(&count) => Ok(Self { count, unit }),
            _ => {
                let help = meant(text).map_or_else(say::write_a_period, |period| say::write_it_as(&period));
                Err(Invalid::new(say::not_a_period(text), help))
            }
        }
    }
}

/// The period in the words of felles, if it is written in those of people: `5 år`, `fem år`, `10 yrs`.
fn meant(text: &str) -> Option<String> {
    const NUMBERS: [&[&str]; 10] = [
        &["en", "ei", "ett", "one"],
        &["to", "two"],
        &["tre", "three"],
        &["fire", "four"],
        &["fem", "five"],
        &["seks", "six"],
        &["sju", "syv", "seven"],
        &["åtte", "eight"],
        &["ni", "nine"],
        &["ti", "ten"],
    ];
    const UNITS: [(&[&str], &str); 4] = [
        (&["dag", "døgn", "day", "d"], "days"),
        (&["uke", "veke", "week", "w"], "weeks"),
        (&["måned", "månad", "mnd", "month", "mo"], "months"),
        (&["år", "year", "yr", "y"], "years"),
    ];
    let small = text.to_lowercase();
    let small = small.trim().trim_end_matches('.');
    let at = small.find(|sign: char| !sign.is_ascii_digit()).filter(|at| *at > 0);
    let (number, unit) = match at {
        Some(at) => small.split_at(at),
        None => small.split_once(' ')?,
    };
    let of_word = || NUMBERS.iter().position(|words| words.contains(&number)).map(|place| place + 1);
    let count = number.parse().ok().or_else(of_word).filter(|count| (1..=999).contains(count))?;
    let unit = unit.trim();
    let is_unit = |begin: &str| {
        unit == begin || begin.len() > 1 && unit.starts_with(begin) && unit.len() <= begin.len() + 3
    };
    let (_, unit) = UNITS.iter().find(|(begins, _)| begins.iter().any(|begin| is_unit(begin)))?;
    Some(format!("{count} {unit}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_number_and_a_unit() {
        assert_eq!(Period::parse("5 years").map(Period::iso).as_deref(), Ok("P5Y"));
        assert_eq!(Period::parse("21 days").map(Period::iso).as_deref(), Ok("P21D"));
        for bad in ["5", "five years", "5 år", "-1 days", "0 days", "5-10 years", ""] {
            assert!(Period::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_period_in_the_words_of_people_is_understood() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(meant(text).as_deref(), expected, "{text}");
        check("5 år", Some("5 years"));
        check("fem år", Some("5 years"));
        check("6 mnd.", Some("6 months"));
        check("30 dager", Some("30 days"));
        check("3 veker", Some("3 weeks"));
        check("10 yrs", Some("10 years"));
        check("lenge", None);
        check("5-10 years", None);
    }
}

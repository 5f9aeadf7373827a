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
            _ => Err(Invalid::new(say::not_a_period(text), say::write_a_period())),
        }
    }
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
}

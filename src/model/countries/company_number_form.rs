use super::{DigitGroups, NamesByLanguage, NumberPattern, grouped, unreadable};
use crate::model::{Invalid, Line, Node, Reader, TableReader, TextValue, Value};
use crate::span::Located;

/// How the digits of a number are checked against one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DigitCheck {
    /// Every other digit doubled, and the sum of all digits divisible by ten: `luhn`.
    Luhn,
    /// The digits times `weights`, and the sum divisible by eleven: `mod-11`.
    Weighted,
}

impl TextValue for DigitCheck {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        match text {
            "luhn" => Ok(Self::Luhn),
            "mod-11" => Ok(Self::Weighted),
            _ => Err(unreadable(text, "mod-11")),
        }
    }
}

/// How companies are numbered in a country: `[company_number]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyNumberForm {
    /// What the number is called, by language.
    pub label: NamesByLanguage,
    /// What a number looks like without spaces.
    patterns: Vec<NumberPattern>,
    check: Option<DigitCheck>,
    weights: Vec<usize>,
    groups: DigitGroups,
    between: String,
    /// What may stand behind the number and is no part of it: `MVA`.
    suffix: Option<String>,
}

impl Value for CompanyNumberForm {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let label = table.required::<NamesByLanguage>("label");
        let patterns = table.field::<Vec<Located<NumberPattern>>>("patterns");
        let check = table.field::<DigitCheck>("check");
        let (weights, groups) = (table.field::<DigitGroups>("weights"), table.field::<DigitGroups>("groups"));
        let (between, suffix) = (table.field::<Line>("between"), table.field::<Line>("suffix"));
        table.finish(&[]);
        let patterns = patterns.into_iter().flat_map(|patterns| patterns.value);
        Some(Self {
            label: label?.value,
            patterns: patterns.map(|pattern| pattern.value).collect(),
            check: check.map(|check| check.value),
            weights: weights.map(|weights| weights.value.0).unwrap_or_default(),
            groups: groups.map_or(DigitGroups(Vec::new()), |groups| groups.value),
            between: between.map_or_else(|| " ".to_owned(), |between| between.as_str().to_owned()),
            suffix: suffix.map(|suffix| suffix.as_str().to_owned()),
        })
    }
}

impl CompanyNumberForm {
    /// How many signs a number has; None if any will do.
    pub(in crate::model) fn length(&self) -> Option<usize> {
        self.patterns.first().map(NumberPattern::length)
    }

    /// The number without what may stand behind it.
    pub(in crate::model) fn bare<'n>(&self, number: &'n str) -> &'n str {
        self.suffix.as_deref().and_then(|suffix| number.strip_suffix(suffix)).unwrap_or(number)
    }

    /// Whether a number without spaces has the right form.
    pub(in crate::model) fn takes(&self, number: &str) -> bool {
        self.patterns.iter().any(|pattern| pattern.takes(number))
    }

    /// Whether its digits are right.
    pub(in crate::model) fn is_right(&self, number: &str) -> bool {
        let digits = number.bytes().filter(u8::is_ascii_digit).map(|digit| usize::from(digit - b'0'));
        match self.check {
            None => true,
            Some(DigitCheck::Weighted) => {
                let sum: usize = digits.zip(&self.weights).map(|(digit, weight)| digit * weight).sum();
                sum.is_multiple_of(11)
            }
            Some(DigitCheck::Luhn) => {
                let sum = |(index, digit): (usize, usize)| {
                    if index % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit }
                };
                digits.enumerate().map(sum).sum::<usize>().is_multiple_of(10)
            }
        }
    }

    /// The number as people of its country write it.
    pub(in crate::model) fn grouped(&self, number: &str) -> String {
        grouped(number, &self.groups.0).join(&self.between)
    }
}

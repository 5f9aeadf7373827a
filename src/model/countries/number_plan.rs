use super::{DigitGroups, NumberPattern, grouped, unreadable};
use crate::model::{Invalid, Line, Node, Reader, TableReader, TextValue, Value};
use crate::span::Located;

/// How the telephone numbers of a country are built and printed: `[phone]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPlan {
    /// The country's code in calls from abroad.
    code: Digits,
    /// How many digits a number has behind the code, at least and at most.
    digits: DigitRange,
    /// What is dialled before a number within the country alone.
    trunk: Option<Digits>,
    /// The digits that no number begins with.
    never_first: String,
    /// Numbers that are dialled within the country alone.
    short: Vec<NumberPattern>,
    /// How the digits are grouped, by what they begin with; the first that fits counts.
    groups: Vec<GroupsByStart>,
    /// How the digits behind the first group are grouped, by how many they are.
    subscriber: Vec<DigitGroups>,
    /// What stands behind the first group within the country.
    behind_area: String,
}

/// One or more digits.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Digits(String);

/// `8`, or `7-9`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct DigitRange {
    least: usize,
    most: usize,
}

/// `4 8 9: 3 2 3`; without a colon, for all numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
struct GroupsByStart {
    starts: Vec<String>,
    sizes: DigitGroups,
}

impl TextValue for Digits {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let is_good = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_good.then(|| Self(text.to_owned())).ok_or_else(|| unreadable(text, "46"))
    }
}

impl TextValue for DigitRange {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let (least, most) = text.split_once('-').unwrap_or((text, text));
        let range = least.parse().ok().zip(most.parse().ok());
        let range = range.filter(|(least, most)| 1 <= *least && least <= most && *most <= 14);
        range.map(|(least, most)| Self { least, most }).ok_or_else(|| unreadable(text, "7-9"))
    }
}

impl TextValue for GroupsByStart {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let (starts, sizes) = text.split_once(':').unwrap_or(("", text));
        let starts: Vec<String> = starts.split_whitespace().map(str::to_owned).collect();
        let is_good = starts.iter().all(|start| start.bytes().all(|byte| byte.is_ascii_digit()));
        let sizes = DigitGroups::parse(sizes).ok().filter(|_| is_good);
        sizes.map(|sizes| Self { starts, sizes }).ok_or_else(|| unreadable(text, "4 8 9: 3 2 3"))
    }
}

impl Value for NumberPlan {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        fn plain<T>(list: Option<Located<Vec<Located<T>>>>) -> Vec<T> {
            list.into_iter().flat_map(|list| list.value).map(|item| item.value).collect()
        }
        let mut table = TableReader::open(node, reader)?;
        let (code, digits) = (table.required::<Digits>("code"), table.required::<DigitRange>("digits"));
        let (trunk, first) = (table.field::<Digits>("trunk"), table.field::<Digits>("never_first"));
        let (short, groups) = (plain(table.field("short")), plain(table.field("groups")));
        let (subscriber, behind) = (plain(table.field("subscriber")), table.field::<Line>("behind_area"));
        table.finish(&[]);
        Some(Self {
            code: code?.value,
            digits: digits?.value,
            trunk: trunk.map(|trunk| trunk.value),
            never_first: first.map_or_else(|| "0".to_owned(), |first| first.value.0),
            short,
            groups,
            subscriber,
            behind_area: behind.map_or_else(|| " ".to_owned(), |behind| behind.as_str().to_owned()),
        })
    }
}

impl NumberPlan {
    /// The country's code in calls from abroad.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code.0
    }

    /// Whether it is a number that is dialled within the country alone, as `112`.
    pub(in crate::model) fn is_short(&self, digits: &str) -> bool {
        self.short.iter().any(|pattern| pattern.takes(digits))
    }

    /// The number behind the country's code, of one that is dialled within the country.
    pub(in crate::model) fn behind_code<'d>(&self, national: &'d str) -> Option<&'d str> {
        let digits = match &self.trunk {
            Some(trunk) => national.strip_prefix(trunk.0.as_str())?,
            None => national,
        };
        self.takes(digits).then_some(digits)
    }

    /// The number behind the country's code, of one in which the trunk's digit may have been left.
    pub(in crate::model) fn without_trunk<'d>(&self, digits: &'d str) -> Option<&'d str> {
        let trunk = self.trunk.as_ref().map_or("", |trunk| trunk.0.as_str());
        let digits = digits.strip_prefix(trunk).unwrap_or(digits);
        self.takes(digits).then_some(digits)
    }

    /// Whether the digits behind the code can be a number.
    fn takes(&self, digits: &str) -> bool {
        !digits.starts_with(|first| self.never_first.contains(first))
            && (self.digits.least..=self.digits.most).contains(&digits.len())
    }

    /// How many digits a number has, in words for a message: `8`, `7–9`.
    pub(in crate::model) fn lengths(&self) -> String {
        let DigitRange { least, most } = self.digits;
        if least == most { least.to_string() } else { format!("{least}–{most}") }
    }

    /// The digits behind the code as they are printed for calls from abroad.
    pub(in crate::model) fn abroad(&self, digits: &str) -> String {
        self.groups(digits).join(" ")
    }

    /// The digits behind the code as they are printed within the country.
    pub(in crate::model) fn at_home(&self, digits: &str) -> String {
        let trunk = self.trunk.as_ref().map_or("", |trunk| trunk.0.as_str());
        let groups = self.groups(digits);
        match groups.split_first() {
            Some((area, rest)) if !rest.is_empty() => {
                format!("{trunk}{area}{}{}", self.behind_area, rest.join(" "))
            }
            _ => format!("{trunk}{digits}"),
        }
    }

    fn groups<'d>(&self, digits: &'d str) -> Vec<&'d str> {
        let fits = |by: &&GroupsByStart| {
            by.starts.is_empty() || by.starts.iter().any(|start| digits.starts_with(start.as_str()))
        };
        let mut sizes = self.groups.iter().find(fits).map(|by| by.sizes.0.clone()).unwrap_or_default();
        let behind = digits.len().saturating_sub(sizes.iter().sum());
        let subscriber = self.subscriber.iter().find(|groups| groups.0.iter().sum::<usize>() == behind);
        sizes.extend(subscriber.into_iter().flat_map(|groups| &groups.0));
        grouped(digits, &sizes)
    }
}

//! How telephone numbers are built and printed in the countries that clinics of the north write to.

use super::Country;

/// The numbers of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumberPlan {
    /// The country's code in calls from abroad.
    pub code: &'static str,
    country: &'static str,
    /// How many digits a number has behind the code, at least and at most.
    digits: (usize, usize),
    /// Whether numbers begin with a 0 in calls within the country alone.
    has_trunk: bool,
    /// How the digits are grouped: the first entry whose start the number has counts; what is left over
    /// after the groups is the last group.
    groups: &'static [(&'static [&'static str], &'static [usize])],
}

/// By the national numbering plans: Nkom, Digitaliseringsstyrelsen, PTS, Traficom, Fjarskiptastofa, Ofcom
/// and the Bundesnetzagentur.
const PLANS: [NumberPlan; 7] = [
    NumberPlan {
        code: "47",
        country: "NO",
        digits: (8, 8),
        has_trunk: false,
        groups: &[(&["4", "8", "9"], &[3, 2, 3]), (&[""], &[2, 2, 2, 2])],
    },
    NumberPlan {
        code: "45",
        country: "DK",
        digits: (8, 8),
        has_trunk: false,
        groups: &[(&[""], &[2, 2, 2, 2])],
    },
    NumberPlan { code: "46", country: "SE", digits: (7, 9), has_trunk: true, groups: SWEDISH },
    NumberPlan {
        code: "358",
        country: "FI",
        digits: (5, 11),
        has_trunk: true,
        groups: &[(&["9"], &[1, 3, 4]), (&[""], &[2, 3, 4])],
    },
    NumberPlan { code: "354", country: "IS", digits: (7, 9), has_trunk: false, groups: &[(&[""], &[3, 4])] },
    NumberPlan {
        code: "44",
        country: "GB",
        digits: (9, 10),
        has_trunk: true,
        groups: &[(&["2"], &[2, 4, 4]), (&["11", "3", "8"], &[3, 3, 4]), (&[""], &[4, 6])],
    },
    NumberPlan {
        code: "49",
        country: "DE",
        digits: (5, 13),
        has_trunk: true,
        groups: &[(&["30", "40", "69", "89"], &[2]), (&["15", "16", "17"], &[3]), (&[""], &[])],
    },
];

/// Area codes of one and two digits; all others have three. What follows is grouped by its length.
const SWEDISH: &[(&[&str], &[usize])] = &[
    (&["8"], &[1]),
    (
        &[
            "10", "11", "13", "16", "18", "19", "21", "23", "26", "31", "33", "35", "36", "40", "42", "44",
            "46", "54", "60", "63", "70", "72", "73", "76", "79", "90",
        ],
        &[2],
    ),
    (&[""], &[3]),
];

impl NumberPlan {
    /// Norway's.
    pub(super) const NORWEGIAN: Self = PLANS[0];

    /// That of a country.
    pub(super) fn of_country(country: Country) -> Option<Self> {
        PLANS.into_iter().find(|plan| plan.country == country.code())
    }

    /// The number as it is behind the country's code.
    pub(super) fn without_trunk(self, digits: &str) -> &str {
        digits.strip_prefix('0').filter(|_| self.has_trunk).unwrap_or(digits)
    }

    /// Whether the digits behind the code can be a number.
    pub(super) fn takes(self, digits: &str) -> bool {
        let begins_well = match self.code {
            "47" | "45" => !digits.starts_with(['0', '1']),
            _ => !digits.starts_with('0'),
        };
        begins_well && (self.digits.0..=self.digits.1).contains(&digits.len())
    }

    /// How many digits a number has, in words for a message: `8`, `7–9`.
    pub(super) fn lengths(self) -> String {
        let (least, most) = self.digits;
        if least == most { least.to_string() } else { format!("{least}–{most}") }
    }

    /// The digits in the groups in which they are printed.
    pub(super) fn grouped(self, digits: &str) -> String {
        let groups =
            self.groups.iter().find(|(starts, _)| starts.iter().any(|start| digits.starts_with(start)));
        let mut sizes = groups.map(|(_, sizes)| sizes.to_vec()).unwrap_or_default();
        if self.code == "46" {
            let subscriber = digits.len().saturating_sub(sizes.iter().sum());
            sizes.extend_from_slice(match subscriber {
                8 => &[3, 3, 2],
                7 => &[3, 2, 2],
                6 => &[2, 2, 2],
                5 => &[3, 2],
                _ => &[],
            });
        }
        let mut rest = digits;
        let mut parts = Vec::new();
        for size in sizes.into_iter().filter(|size| *size > 0) {
            let Some((part, behind)) = rest.split_at_checked(size).filter(|(_, behind)| !behind.is_empty())
            else {
                break;
            };
            parts.push(part);
            rest = behind;
        }
        parts.push(rest);
        parts.join(" ")
    }
}

/// The plan behind a country's code.
pub(super) fn plan(code: &str) -> Option<NumberPlan> {
    PLANS.into_iter().find(|plan| plan.code == code)
}

/// The country code at the start of a number, if there is one (ITU-T E.164, list of assigned codes).
pub(super) fn country_code(digits: &str) -> Option<&str> {
    const TWO: &str = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 \
        65 66 81 82 84 86 90 91 92 93 94 95 98";
    // The first two digits of three, and the third digits that are assigned.
    const THREE: [(&str, &str); 23] = [
        ("21", "12368"),
        ("22", "0123456789"),
        ("23", "0123456789"),
        ("24", "0123456789"),
        ("25", "012345678"),
        ("26", "0123456789"),
        ("29", "01789"),
        ("35", "0123456789"),
        ("37", "012345678"),
        ("38", "01235679"),
        ("42", "013"),
        ("50", "0123456789"),
        ("59", "0123456789"),
        ("67", "02345679"),
        ("68", "012356789"),
        ("69", "012"),
        ("80", "08"),
        ("85", "02356"),
        ("87", "08"),
        ("88", "012368"),
        ("96", "012345678"),
        ("97", "0123456789"),
        ("99", "2345689"),
    ];
    if digits.starts_with(['1', '7']) {
        return digits.get(..1);
    }
    let two = digits.get(..2)?;
    if TWO.split(' ').any(|code| code == two) {
        return Some(two);
    }
    let third = digits.get(2..3)?;
    let is_assigned = THREE.iter().any(|(start, thirds)| *start == two && thirds.contains(third));
    is_assigned.then(|| digits.get(..3)).flatten()
}

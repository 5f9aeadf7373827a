use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::{Country, Language};
use crate::model::choices::choices;

choices! {
    /// A day with a name in the calendar of Norway, Sweden or Denmark: the public holidays, and the days
    /// before them on which many close early.
    ///
    /// An ordinary Sunday is not a holiday here but a weekday like any other,
    /// since `sunday` is a line of its own in the content.
    Holiday {
        /// 1 January.
        NewYearsDay = "new-years-day",
        /// 5 January, the day before Epiphany.
        TwelfthNight = "twelfth-night",
        /// 6 January.
        Epiphany = "epiphany",
        /// Three days before Easter Sunday.
        MaundyThursday = "maundy-thursday",
        /// Two days before Easter Sunday.
        GoodFriday = "good-friday",
        /// The day before Easter Sunday.
        EasterEve = "easter-eve",
        /// Easter Sunday.
        EasterSunday = "easter-sunday",
        /// The day after Easter Sunday.
        EasterMonday = "easter-monday",
        /// 30 April.
        WalpurgisNight = "walpurgis-night",
        /// 1 May.
        LabourDay = "labour-day",
        /// 17 May in Norway, 5 June in Denmark.
        ConstitutionDay = "constitution-day",
        /// 39 days after Easter Sunday.
        AscensionDay = "ascension-day",
        /// The day before Whit Sunday.
        WhitsunEve = "whitsun-eve",
        /// 49 days after Easter Sunday.
        WhitSunday = "whit-sunday",
        /// 50 days after Easter Sunday.
        WhitMonday = "whit-monday",
        /// 6 June in Sweden.
        NationalDay = "national-day",
        /// The day before Midsummer Day.
        MidsummerEve = "midsummer-eve",
        /// The Saturday from 20 to 26 June.
        MidsummerDay = "midsummer-day",
        /// The Saturday from 31 October to 6 November.
        AllSaintsDay = "all-saints-day",
        /// 24 December.
        ChristmasEve = "christmas-eve",
        /// 25 December.
        ChristmasDay = "christmas-day",
        /// 26 December.
        BoxingDay = "boxing-day",
        /// 31 December.
        NewYearsEve = "new-years-eve",
    }
}

use Holiday::{
    AllSaintsDay, AscensionDay, BoxingDay, ChristmasDay, ChristmasEve, ConstitutionDay, EasterEve,
    EasterMonday, EasterSunday, Epiphany, GoodFriday, LabourDay, MaundyThursday, MidsummerDay, MidsummerEve,
    NationalDay, NewYearsDay, NewYearsEve, TwelfthNight, WalpurgisNight, WhitMonday, WhitSunday, WhitsunEve,
};

/// Public holidays by law, and the other named days, of each country whose calendar is known.
///
/// Norway: LOV-1995-02-24-12 § 2 and LOV-1947-04-26-1. Sweden: lag (1989:253) om allmänna helgdagar. Denmark:
/// the days on which the national church keeps holiday, without Great Prayer Day, which ended with 2023.
const CALENDARS: [(&str, &[Holiday], &[Holiday]); 3] = [
    (
        "NO",
        &[
            NewYearsDay,
            MaundyThursday,
            GoodFriday,
            EasterSunday,
            EasterMonday,
            LabourDay,
            ConstitutionDay,
            AscensionDay,
            WhitSunday,
            WhitMonday,
            ChristmasDay,
            BoxingDay,
        ],
        &[EasterEve, WhitsunEve, ChristmasEve, NewYearsEve],
    ),
    (
        "SE",
        &[
            NewYearsDay,
            Epiphany,
            GoodFriday,
            EasterSunday,
            EasterMonday,
            LabourDay,
            AscensionDay,
            WhitSunday,
            NationalDay,
            MidsummerDay,
            AllSaintsDay,
            ChristmasDay,
            BoxingDay,
        ],
        &[
            TwelfthNight,
            MaundyThursday,
            EasterEve,
            WalpurgisNight,
            WhitsunEve,
            MidsummerEve,
            ChristmasEve,
            NewYearsEve,
        ],
    ),
    (
        "DK",
        &[
            NewYearsDay,
            MaundyThursday,
            GoodFriday,
            EasterSunday,
            EasterMonday,
            AscensionDay,
            WhitSunday,
            WhitMonday,
            ChristmasDay,
            BoxingDay,
        ],
        &[EasterEve, LabourDay, ConstitutionDay, WhitsunEve, ChristmasEve, NewYearsEve],
    ),
];

/// How a holiday finds its date in a year.
enum Falls {
    /// On the same month and day each year.
    On(i8, i8),
    /// So many days after Easter Sunday.
    AfterEaster(i32),
    /// So many days after the first Saturday from a month and day on.
    AfterSaturdayFrom(i8, i8, i32),
}

impl Holiday {
    fn falls(self, country: Country) -> Falls {
        match self {
            NewYearsDay => Falls::On(1, 1),
            TwelfthNight => Falls::On(1, 5),
            Epiphany => Falls::On(1, 6),
            MaundyThursday => Falls::AfterEaster(-3),
            GoodFriday => Falls::AfterEaster(-2),
            EasterEve => Falls::AfterEaster(-1),
            EasterSunday => Falls::AfterEaster(0),
            EasterMonday => Falls::AfterEaster(1),
            WalpurgisNight => Falls::On(4, 30),
            LabourDay => Falls::On(5, 1),
            ConstitutionDay if country.code() == "DK" => Falls::On(6, 5),
            ConstitutionDay => Falls::On(5, 17),
            AscensionDay => Falls::AfterEaster(39),
            WhitsunEve => Falls::AfterEaster(48),
            WhitSunday => Falls::AfterEaster(49),
            WhitMonday => Falls::AfterEaster(50),
            NationalDay => Falls::On(6, 6),
            MidsummerEve => Falls::AfterSaturdayFrom(6, 20, -1),
            MidsummerDay => Falls::AfterSaturdayFrom(6, 20, 0),
            AllSaintsDay => Falls::AfterSaturdayFrom(10, 31, 0),
            ChristmasEve => Falls::On(12, 24),
            ChristmasDay => Falls::On(12, 25),
            BoxingDay => Falls::On(12, 26),
            NewYearsEve => Falls::On(12, 31),
        }
    }

    /// The date in `year`; in Norway if the countries differ.
    #[must_use]
    pub fn in_year(self, year: i16, country: Country) -> Date {
        match self.falls(country) {
            Falls::On(month, day) => date(year, month, day),
            Falls::AfterEaster(days) => easter_sunday(year) + days.days(),
            Falls::AfterSaturdayFrom(month, day, days) => saturday_from(date(year, month, day)) + days.days(),
        }
    }

    /// The named days of a country that fall on a date, the public holidays first.
    pub fn on(day: Date, country: Country) -> impl Iterator<Item = Self> {
        let after_easter = (day - easter_sunday(day.year())).get_days();
        Self::known_in(country).filter(move |holiday| match holiday.falls(country) {
            Falls::On(month, of_month) => (day.month(), day.day()) == (month, of_month),
            Falls::AfterEaster(days) => days == after_easter,
            Falls::AfterSaturdayFrom(..) => holiday.in_year(day.year(), country) == day,
        })
    }

    /// Whether it is a public holiday in a country.
    #[must_use]
    pub fn is_public_in(self, country: Country) -> bool {
        Self::public_in(country).contains(&self)
    }

    /// The public holidays of a country; empty if its calendar is not known.
    #[must_use]
    pub fn public_in(country: Country) -> &'static [Self] {
        calendar(country).map_or(&[], |(_, public, _)| *public)
    }

    /// All named days of a country, the public holidays first.
    pub fn known_in(country: Country) -> impl Iterator<Item = Self> {
        calendar(country).into_iter().flat_map(|(_, public, other)| public.iter().chain(*other).copied())
    }

    /// Whether the holidays of a country are known.
    #[must_use]
    pub fn are_known_in(country: Country) -> bool {
        calendar(country).is_some()
    }

    /// Its name within a sentence; in English if the language has no list of its own.
    #[must_use]
    pub fn name(self, language: &Language) -> &'static str {
        let (nb, nn, en) = self.names();
        match language.as_str() {
            "nb" => nb,
            "nn" => nn,
            _ => en,
        }
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            NewYearsDay => ("nyttårsdag", "nyttårsdag", "New Year’s Day"),
            TwelfthNight => ("helligtrekongersaften", "heilagtrekongarsaftan", "Twelfth Night"),
            Epiphany => ("helligtrekongersdag", "heilagtrekongarsdag", "Epiphany"),
            MaundyThursday => ("skjærtorsdag", "skjertorsdag", "Maundy Thursday"),
            GoodFriday => ("langfredag", "langfredag", "Good Friday"),
            EasterEve => ("påskeaften", "påskeaftan", "Easter Eve"),
            EasterSunday => ("første påskedag", "første påskedag", "Easter Sunday"),
            EasterMonday => ("andre påskedag", "andre påskedag", "Easter Monday"),
            WalpurgisNight => ("valborgsaften", "valborgsaftan", "Walpurgis Night"),
            LabourDay => ("arbeidernes dag", "arbeidarane sin dag", "Labour Day"),
            ConstitutionDay => ("grunnlovsdagen", "grunnlovsdagen", "Constitution Day"),
            AscensionDay => ("Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"),
            WhitsunEve => ("pinseaften", "pinseaftan", "Whitsun Eve"),
            WhitSunday => ("første pinsedag", "første pinsedag", "Whit Sunday"),
            WhitMonday => ("andre pinsedag", "andre pinsedag", "Whit Monday"),
            NationalDay => ("nasjonaldagen", "nasjonaldagen", "National Day"),
            MidsummerEve => ("midtsommeraften", "midtsommaraftan", "Midsummer Eve"),
            MidsummerDay => ("midtsommerdagen", "midtsommardagen", "Midsummer Day"),
            AllSaintsDay => ("allehelgensdag", "allehelgensdag", "All Saints’ Day"),
            ChristmasEve => ("julaften", "julaftan", "Christmas Eve"),
            ChristmasDay => ("første juledag", "første juledag", "Christmas Day"),
            BoxingDay => ("andre juledag", "andre juledag", "Boxing Day"),
            NewYearsEve => ("nyttårsaften", "nyttårsaftan", "New Year’s Eve"),
        }
    }
}

fn calendar(country: Country) -> Option<&'static (&'static str, &'static [Holiday], &'static [Holiday])> {
    CALENDARS.iter().find(|(code, _, _)| *code == country.code())
}

/// The first Saturday on or after a date.
fn saturday_from(start: Date) -> Date {
    let days = start.weekday().until(Weekday::Saturday);
    start + i32::from(days).days()
}

/// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
fn easter_sunday(year: i16) -> Date {
    let year = i32::from(year);
    // Floored division: the date is right, and above all a date, before the year 0 too.
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let moon_correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - moon_correction + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let since_march = epact + to_sunday - 7 * late + 114;
    let part = |number: i32| i8::try_from(number).expect("a month and a day are small");
    let year = i16::try_from(year).expect("the year came as an i16");
    date(year, part(since_march / 31), part(since_march % 31 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TextValue;

    #[test]
    fn easter_and_what_follows_it_fall_where_the_almanac_has_them() {
        let norway = Country::NORWAY;
        for (year, month, day) in
            [(2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2029, 4, 1), (2030, 4, 21)]
        {
            assert_eq!(EasterSunday.in_year(year, norway), date(year, month, day));
        }
        assert_eq!(AscensionDay.in_year(2027, norway), date(2027, 5, 6));
        assert_eq!(WhitMonday.in_year(2027, norway), ConstitutionDay.in_year(2027, norway));
    }

    #[test]
    fn every_year_that_a_date_can_have_has_its_holidays() {
        let edges = [Date::MIN.year(), -1, 0, 1, 2199, Date::MAX.year()];
        for (year, code) in edges.into_iter().flat_map(|year| ["NO", "SE", "DK"].map(|code| (year, code))) {
            let country = Country::parse(code).unwrap();
            for holiday in Holiday::known_in(country) {
                let day = holiday.in_year(year, country);
                assert!(Holiday::on(day, country).any(|on| on == holiday), "{holiday:?} {year}");
            }
        }
        for year in Date::MIN.year()..=Date::MAX.year() {
            assert_eq!(easter_sunday(year).weekday(), Weekday::Sunday, "{year}");
        }
    }

    #[test]
    fn the_saturdays_of_sweden_fall_within_their_weeks() {
        let sweden = Country::parse("SE").unwrap();
        assert_eq!(MidsummerDay.in_year(2026, sweden), date(2026, 6, 20));
        assert_eq!(MidsummerEve.in_year(2027, sweden), date(2027, 6, 25));
        assert_eq!(AllSaintsDay.in_year(2026, sweden), date(2026, 10, 31));
        assert_eq!(AllSaintsDay.in_year(2027, sweden), date(2027, 11, 6));
    }
}

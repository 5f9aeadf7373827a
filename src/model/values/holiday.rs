use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::{Country, Language};
use crate::model::choices::choices;

choices! {
    /// A day with a name in the calendar of Norway, Sweden or Denmark: the public holidays, and the days before them on which many
    /// close early.
    ///
    /// An ordinary Sunday is no holiday here but a weekday like any other, since `sunday` is a line of its own in the content.
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
/// Norway: LOV-1995-02-24-12 § 2 and LOV-1947-04-26-1. Sweden: lag (1989:253) om allmänna helgdagar. Denmark: the days on which the
/// national church keeps holiday, without Great Prayer Day, which ended with 2023.
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

impl Holiday {
    /// The date in `year`; in Norway where the countries differ.
    ///
    /// # Panics
    /// For years outside of 1900 to 2199, which no value of the content has.
    #[must_use]
    pub fn in_year(self, year: i16, country: Country) -> Date {
        let easter = |days: i32| easter_sunday(year) + days.days();
        match self {
            NewYearsDay => date(year, 1, 1),
            TwelfthNight => date(year, 1, 5),
            Epiphany => date(year, 1, 6),
            MaundyThursday => easter(-3),
            GoodFriday => easter(-2),
            EasterEve => easter(-1),
            EasterSunday => easter(0),
            EasterMonday => easter(1),
            WalpurgisNight => date(year, 4, 30),
            LabourDay => date(year, 5, 1),
            ConstitutionDay if country.code() == "DK" => date(year, 6, 5),
            ConstitutionDay => date(year, 5, 17),
            AscensionDay => easter(39),
            WhitsunEve => easter(48),
            WhitSunday => easter(49),
            WhitMonday => easter(50),
            NationalDay => date(year, 6, 6),
            MidsummerEve => saturday_from(date(year, 6, 20)) - 1.day(),
            MidsummerDay => saturday_from(date(year, 6, 20)),
            AllSaintsDay => saturday_from(date(year, 10, 31)),
            ChristmasEve => date(year, 12, 24),
            ChristmasDay => date(year, 12, 25),
            BoxingDay => date(year, 12, 26),
            NewYearsEve => date(year, 12, 31),
        }
    }

    /// The public holidays of a country, or nothing where its calendar is not known.
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

    /// Its name within a sentence; in English where the language has no list of its own.
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
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
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
    fn the_saturdays_of_sweden_fall_within_their_weeks() {
        let sweden = Country::parse("SE").unwrap();
        assert_eq!(MidsummerDay.in_year(2026, sweden), date(2026, 6, 20));
        assert_eq!(MidsummerEve.in_year(2027, sweden), date(2027, 6, 25));
        assert_eq!(AllSaintsDay.in_year(2026, sweden), date(2026, 10, 31));
        assert_eq!(AllSaintsDay.in_year(2027, sweden), date(2027, 11, 6));
    }
}

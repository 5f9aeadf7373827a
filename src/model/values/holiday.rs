use super::Language;
use crate::model::choices::choices;

choices! {
    /// A day with a name in the calendar of a country: the public holidays, and the days before them on which
    /// many close early. When each is, and which countries have it, their files say.
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
        /// 6 December in Finland.
        IndependenceDay = "independence-day",
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

/// Word, bokmål, nynorsk, English, Swedish, Danish; as within a sentence.
const NAMES: &str = include_str!("holidays.tsv");

impl Holiday {
    /// Its name within a sentence; in English if the language has no list of its own.
    #[must_use]
    pub fn name(self, language: &Language) -> &'static str {
        let row = NAMES.lines().find(|row| row.split('\t').next() == Some(self.word()));
        row.and_then(|row| row.split('\t').nth(language.column_of_names())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_holiday_has_its_names() {
        let named: Vec<&str> = NAMES.lines().filter_map(|row| row.split('\t').next()).collect();
        assert_eq!(named, Holiday::WORDS);
        assert!(NAMES.lines().all(|row| row.split('\t').filter(|name| !name.is_empty()).count() == 6));
    }
}

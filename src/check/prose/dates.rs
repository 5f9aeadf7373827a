use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::day_and_month::{DASHES, is_day_and_month};
use super::reading::TextBlock;
use super::tokens::{Token, joins, tokens};
use super::vocabulary::{month, weekday};

/// A date in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct WrittenDate {
    /// Where it stands, the weekday included.
    pub range: Range<usize>,
    /// The weekday, if one is written, and where.
    pub weekday: Option<(Weekday, Range<usize>)>,
    day: i8,
    month: Option<i8>,
    year: Option<i16>,
    /// Whether it is an end of a range: then it stands for itself, whatever is celebrated then.
    ends_range: bool,
}

impl WrittenDate {
    /// Whether it is a holiday or an eve that has the same date each year, and needs none.
    pub(in crate::check) fn is_every_year(&self) -> bool {
        !self.ends_range
            && matches!((self.day, self.month), (1, Some(1 | 5)) | (17, Some(5)) | (24..=26 | 31, Some(12)))
    }

    /// The day, if its year is known and has it.
    pub(in crate::check) fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day).ok()
    }
}

/// What may stand between the two ends of a range.
const CONNECTING: [&str; 16] = [
    "til", "og", "med", "to", "until", "till", "through", "and", "t", "o", "m", "or", "eller", "fra", "from",
    "the",
];

/// All dates of a block that name a day and a month.
pub(in crate::check) fn dates(block: &TextBlock) -> Vec<WrittenDate> {
    let mut found: Vec<WrittenDate> = Vec::new();
    if !block.has_figures {
        return found;
    }
    let (text, tokens) = (block.text.as_str(), block.tokens.as_slice());
    let mut index = 0;
    while index < tokens.len() {
        let reader = Scanner { text, tokens };
        match reader.date_at(index) {
            Some((date, next)) => {
                found.push(date);
                index = next;
            }
            None => index += 1,
        }
    }
    for index in (1..found.len()).rev() {
        let (before, after) = found.split_at_mut(index);
        complete(&mut before[index - 1], &mut after[0], text);
    }
    found.retain(|date| date.month.is_some());
    found
}

/// Gives the first date of a range the month and the year of the last.
fn complete(first: &mut WrittenDate, last: &mut WrittenDate, text: &str) {
    const TO: [&str; 6] = ["til", "t", "to", "until", "till", "through"];
    let between = &text[first.range.end..last.range.start];
    let connects = tokens(between).iter().all(|word| CONNECTING.contains(&&between[word.range.clone()]))
        && between.split(char::is_alphanumeric).all(|gap| joins(gap, &['.', ',', '/', '-', '–', '—', '&']));
    if !connects {
        return;
    }
    if first.month.is_none() && first.day <= last.day {
        first.month = last.month;
    }
    let is_range = between.contains(['-', '–', '—'])
        || tokens(between).iter().any(|word| TO.contains(&&between[word.range.clone()]));
    first.ends_range |= is_range;
    last.ends_range |= is_range;
    if first.year.is_none() && first.month.is_some() {
        let is_in_the_year_before = (first.month, first.day) > (last.month, last.day);
        first.year = last.year.map(|year| year - i16::from(is_in_the_year_before));
    }
}

struct Scanner<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl<'t> Scanner<'t> {
    /// The date that begins at a token, and the token after it.
    fn date_at(&self, start: usize) -> Option<(WrittenDate, usize)> {
        let weekday = weekday(self.word(start)).map(|day| (day, self.tokens[start].range.clone()));
        let mut index = start;
        if weekday.is_some() {
            index = self.follows(start, &[','])?;
            let article = ["den", "the"].contains(&self.word(index));
            index = if article { self.follows(index, &[])? } else { index };
        }
        let (day, month, year, last) =
            self.iso(index).or_else(|| self.day_first(index)).or_else(|| self.month_first(index))?;
        // Without its month it is a date only as the first of a range: `mandag 6.–fredag 10. juli`.
        if month.is_none() && weekday.is_none() {
            return None;
        }
        let range = self.tokens[start].range.start..self.tokens[last].range.end;
        // `24.–26. desember`: the first has its month from the last, and is not looked at by itself.
        let before = self.text[..range.start].trim_end().strip_suffix(DASHES).map(str::trim_end);
        let ends_range = before
            .is_some_and(|before| before.trim_end_matches('.').ends_with(|sign: char| sign.is_ascii_digit()));
        Some((WrittenDate { range, weekday, day, month, year, ends_range }, last + 1))
    }

    /// `12. juni 2026`, `6th of July`, `12.06.2026`, and `12.` by itself.
    fn day_first(&self, index: usize) -> Option<(i8, Option<i8>, Option<i16>, usize)> {
        let day = self.tokens[index].day(self.text)?;
        let alone = Some((day, None, None, index));
        let mut last = index;
        if let Some(suffix) = self.after(last).filter(|next| self.between(last, *next).is_empty()) {
            if !["st", "nd", "rd", "th"].contains(&self.word(suffix)) {
                return None;
            }
            last = suffix;
        }
        if let Some(next) =
            self.after(last).filter(|next| is_day_and_month(self.text, self.tokens, index, *next))
            && let Some(month) =
                self.tokens[next].small_number(self.text).filter(|month| (1..=12).contains(month))
        {
            return Some((day, Some(month), None, next));
        }
        let Some(mut next) = self.follows(last, &['.']) else { return alone };
        if self.word(next) == "of" {
            next = self.follows(next, &[])?;
        }
        if let Some((month, year, last)) = self.month_and_year(next) {
            return Some((day, Some(month), year, last));
        }
        let number = self.tokens[next].small_number(self.text).filter(|month| (1..=12).contains(month));
        let is_joined = |from: usize, to: usize| self.between(from, to) == ".";
        let year = self.after(next).filter(|year| is_joined(last, next) && is_joined(next, *year));
        match (number, year.and_then(|token| Some((self.tokens[token].year(self.text)?, token)))) {
            (Some(month), Some((year, token))) => Some((day, Some(month), Some(year), token)),
            _ => alone,
        }
    }

    fn month_and_year(&self, index: usize) -> Option<(i8, Option<i16>, usize)> {
        let word = month(self.word(index))?;
        let year = |also: &[char]| {
            let next = self.follows(index, also)?;
            Some((self.tokens[next].year(self.text)?, next))
        };
        let year = if word.is_short { year(&['.', ',']) } else { year(&[',']) };
        let ends_with_a_point = self.text[self.tokens[index].range.end..].starts_with('.');
        if word.is_short && year.is_none() && !ends_with_a_point {
            return None;
        }
        Some((word.number, year.map(|(year, _)| year), year.map_or(index, |(_, token)| token)))
    }

    /// `July 6, 2026`
    fn month_first(&self, index: usize) -> Option<(i8, Option<i8>, Option<i16>, usize)> {
        let word = self.word(index);
        let month = word.starts_with(char::is_uppercase).then(|| month(word)).flatten()?;
        let also: &[char] = if month.is_short { &['.'] } else { &[] };
        let mut last = self.follows(index, also).filter(|_| month.is_english)?;
        let day = self.tokens[last].day(self.text)?;
        if let Some(suffix) = self.after(last).filter(|next| self.between(last, *next).is_empty()) {
            last = suffix;
        }
        let year =
            self.follows(last, &[',']).and_then(|next| Some((self.tokens[next].year(self.text)?, next)));
        Some((day, Some(month.number), year.map(|(year, _)| year), year.map_or(last, |(_, token)| token)))
    }

    /// `2026-07-06`
    fn iso(&self, index: usize) -> Option<(i8, Option<i8>, Option<i16>, usize)> {
        let [year, month, day] = self.tokens.get(index..index + 3)? else { return None };
        let is_joined = self.between(index, index + 1) == "-" && self.between(index + 1, index + 2) == "-";
        let month = month.small_number(self.text).filter(|_| is_joined)?;
        Some((day.day(self.text)?, Some(month), Some(year.year(self.text)?), index + 2))
    }

    fn word(&self, index: usize) -> &'t str {
        &self.text[self.tokens[index].range.clone()]
    }

    fn after(&self, index: usize) -> Option<usize> {
        (index + 1 < self.tokens.len()).then_some(index + 1)
    }

    /// The next token, if only signs that keep the two together stand between.
    fn follows(&self, index: usize, also: &[char]) -> Option<usize> {
        self.after(index).filter(|next| joins(self.between(index, *next), also))
    }

    fn between(&self, one: usize, two: usize) -> &str {
        &self.text[self.tokens[one].range.end..self.tokens[two].range.start]
    }
}

#[cfg(test)]
mod tests {
    use super::super::reading::blocks;
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let said = |date: &WrittenDate| {
            let weekday = date.weekday.as_ref().map_or(String::new(), |(day, _)| format!("{day:?} "));
            let year = date.year.map_or("?".to_owned(), |year| year.to_string());
            format!("{weekday}{year}-{}-{}", date.month.unwrap_or_default(), date.day)
        };
        blocks(text).iter().flat_map(dates).map(|date| said(&date)).collect()
    }

    #[test]
    fn dates_are_read_in_the_ways_in_which_people_write_them() {
        let check = |text: &str, expected: &[&str]| assert_eq!(shown(text), expected, "{text}");
        check("Stengt fredag 12. juni 2026.", &["Friday 2026-6-12"]);
        check("mandag 6\\. juli 2026", &["Monday 2026-7-6"]);
        check("7\\. juli er siste dag", &["?-7-7"]);
        check("**Fredagen** den 12. juni\n2026", &["Friday 2026-6-12"]);
        check("Monday 6 July 2026", &["Monday 2026-7-6"]);
        check("Monday, July 6, 2026", &["Monday 2026-7-6"]);
        check("on Monday the 6th of July 2026", &["Monday 2026-7-6"]);
        check("måndag 6. juli 2026, tysdag 7. juli 2026", &["Monday 2026-7-6", "Tuesday 2026-7-7"]);
        check("laurdag 4. juli og sundag 5. juli 2026", &["Saturday 2026-7-4", "Sunday 2026-7-5"]);
        check("fredag 12.06.2026", &["Friday 2026-6-12"]);
        check("Friday 2026-06-12", &["Friday 2026-6-12"]);
        check("Stengt 12. jan. 2026 og 3. feb.", &["2026-1-12", "?-2-3"]);
        check("Stengt 7/8, 7.8. og 21.8.", &["?-8-7", "?-8-7", "?-8-21"]);
        check("Fra 7.8. til 21.8. er det stengt", &["?-8-7", "?-8-21"]);
        check("Stengt 14/6–2/7, og 14/6 – 2/7", &["?-6-14", "?-7-2", "?-6-14", "?-7-2"]);
        check("Stengt 14.06–02.07", &["?-6-14", "?-7-2"]);
        check("Stengt 14.06.–02.07. og 14.6.-2.7.", &["?-6-14", "?-7-2", "?-6-14", "?-7-2"]);
        check("Stengt 24.12", &["?-12-24"]);
        check("Vi åpner igjen 13.08 kl. 08.00", &["?-8-13"]);
        check("Closed Jul 5 and Aug. 12", &["?-7-5", "?-8-12"]);
    }

    #[test]
    fn the_first_day_of_a_range_has_the_year_of_the_last() {
        let check = |text: &str, expected: &[&str]| assert_eq!(shown(text), expected, "{text}");
        check(
            "fra mandag 12. juli til og med søndag 1. august 2027",
            &["Monday 2027-7-12", "Sunday 2027-8-1"],
        );
        check("mandag 6.–fredag 10. juli 2026", &["Monday 2026-7-6", "Friday 2026-7-10"]);
        check("mandag 28. desember–fredag 8. januar 2027", &["Monday 2026-12-28", "Friday 2027-1-8"]);
        check("mandag 12. juli. Vi åpnet 1. august 2027", &["Monday ?-7-12", "2027-8-1"]);
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for text in [
            "mandag 08.00–15.30",
            "you may 10 times",
            "we march 4 abreast",
            "fredag. 12 ganger",
            "artikkel 13 nr. 1",
            "mandag",
            "12. og 13. gang",
            "2 des måneder",
            "døgnåpent 24/7",
            "kl. 8.10. Velkommen",
            "8.10–9.10.",
            "punkt 7.8. sier",
            "§ 7.8. og kap. 3.5. gjelder",
            "Åpent 8/5",
            "7/8 av dagen",
            "1.2.3.",
            "3/4 av dagen, 2.5 % og 7.8",
            "Åpent 10.12–11.12",
            "fra 8.10 til 9.10",
            "Blodtrykk 12/8 og rom 5/6",
            "Avsnitt 5.7–5.9",
            "fra 5.7–6.4 prosent",
            "Ta 2.5 mg",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }
}

//! Days in words, with the places of their dates.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::hours::{Days, Exactness};
use crate::theme::view::{DateView, DaysPart, DaysView};
use crate::theme::{StringPiece, Strings};

/// From one day to another, or one day.
type Run = (Date, Date);

/// Days in words: as they are written, if they are exactly those,
/// `tirsdag og torsdag i uke 28–30 (6.–26. juli 2026)`;
/// else date by date, `20.–23. og 28. desember 2026`, since a holiday can break a range.
pub(in crate::render) fn days(days: &[Date], written: Option<&Days>, strings: &Strings) -> DaysView {
    let runs = runs(days);
    let written = written.filter(|written| {
        let mut all: Vec<Date> = written.iter().collect();
        all.sort_unstable();
        all.dedup();
        all == days
    });
    let parts = match written {
        Some(written) if written.exactness == Exactness::Weeks => in_weeks(written, strings),
        Some(written) if written.exactness == Exactness::Range && !written.weekdays.is_empty() => {
            let weekdays = vec![plain(&weekdays_of(written, strings))];
            fill(
                "weekdays_between",
                &[("weekdays", weekdays), ("dates", dates(&written.runs, strings))],
                strings,
            )
        }
        _ => dates(&runs, strings),
    };
    let machine = |(first, last): &Run| {
        if first == last { first.to_string() } else { format!("{first}/{last}") }
    };
    DaysView {
        text: parts.iter().map(|part| part.text.as_str()).collect(),
        parts,
        runs: runs.iter().map(machine).collect(),
    }
}

/// `fredag 12. juni 2026`
pub(in crate::render) fn weekday_date(date: Date, strings: &Strings) -> DateView {
    let text = super::day_in_words(date, strings);
    let text = strings.fill("weekday_date", &[("weekday", weekday(date, strings)), ("date", &text)]);
    DateView { iso: date.to_string(), text }
}

/// `mandag–torsdag`, `tirsdag og torsdag`; 0 is Monday.
pub(super) fn weekdays(indices: &[usize], strings: &Strings) -> String {
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for index in indices {
        match groups.last_mut() {
            Some((_, last)) if *last + 1 == *index => *last = *index,
            _ => groups.push((*index, *index)),
        }
    }
    let words = groups.into_iter().flat_map(|(first, last)| {
        let name = |index| strings.weekday(index).to_owned();
        match last - first {
            0 => vec![name(first)],
            1 => vec![name(first), name(last)],
            _ => vec![strings.fill("weekday_range", &[("from", &name(first)), ("to", &name(last))])],
        }
    });
    strings.list(&words.collect::<Vec<_>>())
}

fn weekday(date: Date, strings: &Strings) -> &str {
    strings.weekday(usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default())
}

fn weekdays_of(written: &Days, strings: &Strings) -> String {
    let index = |weekday: &jiff::civil::Weekday| usize::try_from(weekday.to_monday_zero_offset()).ok();
    weekdays(&written.weekdays.iter().filter_map(index).collect::<Vec<_>>(), strings)
}

/// `uke 27–29 og 31 (29. juni–19. juli og 27. juli–2. august 2026)`
fn in_weeks(written: &Days, strings: &Strings) -> Vec<DaysPart> {
    let number = |date: Date| date.iso_week_date().week().to_string();
    let numbers: Vec<String> = written
        .runs
        .iter()
        .map(|(first, last)| match (number(*first), number(*last)) {
            (first, last) if first == last => first,
            (first, last) => strings.fill("date_range", &[("from", &first), ("to", &last)]),
        })
        .collect();
    let is_one = written.runs.len() == 1 && written.runs[0].1 == written.runs[0].0 + 6.days();
    let key = if is_one { "one_week" } else { "some_weeks" };
    let numbers = vec![plain(&strings.list(&numbers))];
    let weeks = fill(key, &[("weeks", numbers), ("dates", dates(&written.runs, strings))], strings);
    // All seven days of the week are the week.
    if written.weekdays.is_empty() || written.weekdays.len() == 7 {
        return weeks;
    }
    let weekdays = vec![plain(&weekdays_of(written, strings))];
    fill("weekdays_in_weeks", &[("weekdays", weekdays), ("weeks", weeks)], strings)
}

/// How much of a date is said; what is left out is said by the date after it.
#[derive(Clone, Copy)]
enum Precision {
    Day,
    Month,
    Year,
}

/// `20.–23. og 28. desember 2026`; one day alone has its weekday before it.
fn dates(runs: &[Run], strings: &Strings) -> Vec<DaysPart> {
    if let [(first, last)] = runs
        && first == last
    {
        let DateView { iso, text } = weekday_date(*first, strings);
        return vec![DaysPart { text, iso: Some(iso) }];
    }
    let mut items = Vec::new();
    for (index, (first, last)) in runs.iter().enumerate() {
        let precision = runs.get(index + 1).map_or(Precision::Year, |next| {
            let same = |part: fn(Date) -> (i16, i8)| {
                [*last, next.0, next.1].iter().all(|date| part(*date) == part(*first))
            };
            match () {
                () if same(|date| (date.year(), date.month())) => Precision::Day,
                () if same(|date| (date.year(), 0)) => Precision::Month,
                () => Precision::Year,
            }
        });
        items.push(run(*first, *last, precision, strings));
    }
    let count = items.len();
    let mut parts = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        match index {
            0 => {}
            _ if index + 1 == count => parts.push(plain(strings.get("list_and"))),
            _ => parts.push(plain(", ")),
        }
        parts.extend(item);
    }
    parts
}

/// One run, its end as precise as `precision`.
fn run(first: Date, last: Date, precision: Precision, strings: &Strings) -> Vec<DaysPart> {
    let to = vec![time(last, precision, strings)];
    if first == last {
        return to;
    }
    let precision = match () {
        () if first.year() != last.year() => Precision::Year,
        () if first.month() != last.month() => Precision::Month,
        () => Precision::Day,
    };
    fill("date_range", &[("from", vec![time(first, precision, strings)]), ("to", to)], strings)
}

fn time(date: Date, precision: Precision, strings: &Strings) -> DaysPart {
    let (day, month) = (date.day().to_string(), strings.month(date.month()));
    let text = match precision {
        Precision::Day => strings.fill("day", &[("day", &day)]),
        Precision::Month => strings.fill("day_month", &[("day", &day), ("month", month)]),
        Precision::Year => super::day_in_words(date, strings),
    };
    DaysPart { text, iso: Some(date.to_string()) }
}

/// Days that follow one another, together.
fn runs(days: &[Date]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1.days() == *day => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    runs
}

fn plain(text: &str) -> DaysPart {
    DaysPart { text: text.to_owned(), iso: None }
}

/// The text called `key` with its `{name}`s replaced by what keeps the places of its dates.
fn fill(key: &str, values: &[(&str, Vec<DaysPart>)], strings: &Strings) -> Vec<DaysPart> {
    let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
    let parts = |piece| match piece {
        StringPiece::Text("") => Vec::new(),
        StringPiece::Text(text) => vec![plain(text)],
        StringPiece::Value(index) => values[index].1.clone(),
    };
    strings.pieces(key, &names).into_iter().flat_map(parts).collect()
}

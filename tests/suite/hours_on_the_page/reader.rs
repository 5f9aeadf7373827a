//! Reads the tables of opening hours as a person does: words, and the dates behind them.

use html5gum::{Token, Tokenizer};
use jiff::ToSpan;
use jiff::civil::Date;

/// The words of a language, written here a second time: the theme's own are what is tested.
pub(super) struct Words {
    pub(super) weekdays: [&'static str; 7],
    pub(super) months: [&'static str; 12],
    and: &'static str,
    weeks: &'static [&'static str],
    /// What stands between weekdays and the days that they are of.
    of: &'static [&'static str],
    clock: char,
    closed: &'static str,
    by_appointment: &'static str,
    other_hours: &'static str,
}

pub(super) const NB: Words = Words {
    weekdays: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    months: [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    and: " og ",
    weeks: &["uke "],
    of: &[" i perioden ", " i "],
    clock: '.',
    closed: "stengt",
    by_appointment: "etter avtale",
    other_hours: "Dager med andre tider",
};

pub(super) const EN: Words = Words {
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    and: " and ",
    weeks: &["weeks ", "week "],
    of: &[" in the period ", " in "],
    clock: ':',
    closed: "closed",
    by_appointment: "by appointment",
    other_hours: "Days with different hours",
};

/// What is said of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Closed,
    ByAppointment,
    Open(Vec<(String, String)>),
}

/// The tables of one channel.
#[derive(Debug, Default)]
pub(super) struct Channel {
    pub(super) week: Vec<(Vec<usize>, Said)>,
    pub(super) exceptions: Vec<(Vec<Date>, Said)>,
}

impl Channel {
    /// What a reader of the tables believes of a date; nothing where it is not stated.
    pub(super) fn on(&self, date: Date) -> Option<&Said> {
        let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap();
        let exception = self.exceptions.iter().find(|(days, _)| days.contains(&date)).map(|(_, said)| said);
        exception.or_else(|| self.week.iter().find(|(days, _)| days.contains(&day)).map(|(_, said)| said))
    }
}

/// A piece of a table cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Time(Date, String),
}

/// A row of a table: its heading and its cells, each in pieces.
pub(super) type Row = Vec<Vec<Piece>>;

/// A table, with its caption.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) rows: Vec<Row>,
    /// Which part of the page it stands in: counts the channels.
    channel: usize,
}

/// Reads the channels of a page, in their order.
pub(super) fn channels(html: &str, words: &Words) -> Vec<Channel> {
    let (tables, count) = tables(html);
    let mut channels: Vec<Channel> = (0..count).map(|_| Channel::default()).collect();
    for table in tables.iter().filter(|table| table.channel > 0) {
        let channel = &mut channels[table.channel - 1];
        let is_week = !table.caption.starts_with(words.other_hours);
        for row in &table.rows {
            let said = hours(&text(&row[1]), words);
            if is_week {
                channel.week.push((weekdays(&text(&row[0]), words), said));
            } else {
                channel.exceptions.push((days(&row[0], words), said));
            }
        }
    }
    channels
}

/// All tables of a page, and how many channels it has. What stands in a `more` or a `label` is left out.
pub(super) fn tables(html: &str) -> (Vec<Table>, usize) {
    let (mut tables, mut channel): (Vec<Table>, usize) = (Vec::new(), 0);
    let (mut open, mut time): (Vec<(String, String)>, Option<Date>) = (Vec::new(), None);
    let string = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let (name, class) = (string(&tag.name), tag.attributes.get(&b"class"[..]));
                let class = class.map(|class| string(class)).unwrap_or_default();
                match name.as_str() {
                    "meta" | "link" | "br" => continue,
                    "table" => {
                        let within = open.iter().any(|(_, class)| class == "timetable");
                        tables.push(Table { channel: if within { channel } else { 0 }, ..Table::default() });
                    }
                    "div" if class == "timetable" => channel += 1,
                    "tr" if open.iter().any(|(name, _)| name == "tbody") => {
                        tables.last_mut().unwrap().rows.push(Row::new());
                    }
                    "th" | "td" if open.iter().any(|(name, _)| name == "tbody") => {
                        tables.last_mut().unwrap().rows.last_mut().unwrap().push(Vec::new());
                    }
                    "time" => {
                        let date = tag.attributes.get(&b"datetime"[..]).map(|date| string(date)).unwrap();
                        time = date.parse().ok();
                    }
                    _ => {}
                }
                open.push((name, class));
            }
            Token::EndTag(_) if open.pop().is_some_and(|(name, _)| name == "time") => time = None,
            Token::String(text) => {
                let is_within = |names: &[&str]| open.iter().any(|(name, _)| names.contains(&name.as_str()));
                let is_aside = open.iter().any(|(_, class)| class == "more" || class == "label");
                let text = string(&text);
                if is_aside {
                    continue;
                }
                if is_within(&["caption"]) {
                    tables.last_mut().unwrap().caption.push_str(text.trim());
                } else if is_within(&["tbody"]) && is_within(&["th", "td"]) {
                    let piece = match time {
                        Some(date) => Piece::Time(date, text),
                        None => Piece::Text(text),
                    };
                    tables.last_mut().unwrap().rows.last_mut().unwrap().last_mut().unwrap().push(piece);
                }
            }
            _ => {}
        }
    }
    (tables, channel)
}

/// The words of a cell.
pub(super) fn text(cell: &[Piece]) -> String {
    let words = cell.iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Time(_, text) => text.as_str(),
    });
    words.collect::<String>().trim().to_owned()
}

fn hours(said: &str, words: &Words) -> Said {
    if said == words.closed {
        return Said::Closed;
    }
    if said == words.by_appointment {
        return Said::ByAppointment;
    }
    let clock = |time: &str| {
        let (hour, minute) = time.split_once(words.clock).unwrap_or_else(|| panic!("no time: {time}"));
        format!("{hour}:{minute}")
    };
    let intervals = said.trim_start_matches("kl. ").replace(words.and, ", ");
    let interval = |interval: &str| {
        let (from, to) = interval.split_once('–').unwrap_or_else(|| panic!("no interval: {said}"));
        (clock(from), clock(to))
    };
    Said::Open(intervals.split(", ").map(interval).collect())
}

fn weekdays(said: &str, words: &Words) -> Vec<usize> {
    let index = |name: &str| {
        words.weekdays.iter().position(|weekday| *weekday == name).unwrap_or_else(|| panic!("no day: {name}"))
    };
    let said = said.replace(words.and, ", ");
    let days = said.split(", ").flat_map(|part| match part.split_once('–') {
        Some((from, to)) => index(from)..=index(to),
        None => index(part)..=index(part),
    });
    days.collect()
}

/// The dates of a cell: `tirsdag og torsdag i uke 28–30 (6.–26. juli 2026)`, `20.–23. og 28. desember 2026`.
fn days(cell: &[Piece], words: &Words) -> Vec<Date> {
    let (mut runs, mut is_range): (Vec<(Date, Date)>, bool) = (Vec::new(), false);
    let mut before = String::new();
    for piece in cell {
        match piece {
            Piece::Text(text) if runs.is_empty() => before.push_str(text),
            Piece::Text(text) => is_range = text == "–",
            Piece::Time(date, text) => {
                agrees(*date, text, words);
                match runs.last_mut() {
                    Some((_, last)) if is_range => *last = *date,
                    _ => runs.push((*date, *date)),
                }
                is_range = false;
            }
        }
    }
    let cut = words.weeks.iter().find_map(|word| before.rsplit_once(word));
    let (before, weeks) = cut.map_or((before.as_str(), None), |(before, weeks)| (before, Some(weeks)));
    if let Some(weeks) = weeks {
        let number = |date: Date| date.iso_week_date().week().to_string();
        let week = |(first, last): &(Date, Date)| match (number(*first), number(*last)) {
            (first, last) if first == last => first,
            (first, last) => format!("{first}–{last}"),
        };
        let expected: Vec<String> = runs.iter().map(week).collect();
        let said = weeks.trim_end_matches(" (").replace(words.and, ", ");
        assert_eq!(said, expected.join(", "), "the weeks of {cell:?}");
    }
    let only = words.of.iter().find_map(|of| before.strip_suffix(of)).map(|names| weekdays(names, words));
    assert!(only.is_some() || before.trim().is_empty(), "`{before}` is neither weekdays nor weeks");
    let all = runs.iter().flat_map(|(first, last)| {
        let last = *last;
        first.series(1.day()).take_while(move |date| *date <= last)
    });
    let counts = |date: &Date| {
        only.as_ref().is_none_or(|only| {
            only.contains(&usize::try_from(date.weekday().to_monday_zero_offset()).unwrap())
        })
    };
    all.filter(counts).collect()
}

/// The words of a date say no other day than its machine-readable form.
fn agrees(date: Date, text: &str, words: &Words) {
    let weekday = words.weekdays[usize::try_from(date.weekday().to_monday_zero_offset()).unwrap()];
    let month = words.months[usize::try_from(date.month() - 1).unwrap()];
    for word in text.split(' ') {
        let number = word.trim_end_matches('.').parse::<i16>();
        let agrees = match number {
            Ok(number) => number == i16::from(date.day()) || number == date.year(),
            Err(_) => word == weekday || word == month,
        };
        assert!(agrees, "`{text}` is not {date}");
    }
}

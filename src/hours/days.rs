use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::Exactness;

/// The days that an exception or a service is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    /// How exactly they are written.
    pub exactness: Exactness,
    /// The runs of days, each with its first and last day, in order and apart from one another.
    pub runs: Vec<(Date, Date)>,
    /// Only these days of the week, Monday first; all of them if it is empty.
    pub weekdays: Vec<Weekday>,
}

impl Days {
    /// Whether `date` is one of the days.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.runs.iter().any(|(first, last)| (*first..=*last).contains(&date)) && self.is_on(date.weekday())
    }

    /// All days, in order.
    pub fn iter(&self) -> impl Iterator<Item = Date> {
        let run = |(first, last): &(Date, Date)| {
            let last = *last;
            first.series(1.day()).take_while(move |date| *date <= last)
        };
        self.runs.iter().flat_map(run).filter(|date| self.is_on(date.weekday()))
    }

    /// The last day.
    #[must_use]
    pub fn last(&self) -> Option<Date> {
        let back = |(first, last): &(Date, Date)| {
            let first = *first;
            last.series(-1.day()).take_while(move |date| first <= *date)
        };
        self.runs.iter().rev().flat_map(back).find(|date| self.is_on(date.weekday()))
    }

    /// The same without some days; None if none is left.
    #[must_use]
    pub fn without(mut self, is_left_out: impl Fn(Date) -> bool) -> Option<Self> {
        let left_out: Vec<Date> = self.iter().filter(|date| is_left_out(*date)).collect();
        for date in left_out {
            let around = |(first, last): (Date, Date)| {
                if !(first..=last).contains(&date) {
                    return [Some((first, last)), None];
                }
                let before = (first < date).then(|| (first, date - 1.day()));
                [before, (date < last).then(|| (date + 1.day(), last))]
            };
            self.runs = self.runs.into_iter().flat_map(around).flatten().collect();
        }
        self.last().is_some().then_some(self)
    }

    fn is_on(&self, weekday: Weekday) -> bool {
        self.weekdays.is_empty() || self.weekdays.contains(&weekday)
    }
}

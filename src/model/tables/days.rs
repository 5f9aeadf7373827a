use crate::model::{CalendarDate, HolidaysWithin, Resolved, WeekNumbers, WeekdayName, Year};
use crate::span::{Located, Span};

/// The keys that say on which days something counts; an exception and a service have the same ones.
///
/// One of `date`, `from` with `until`, and `weeks` with `year` is written; `weekdays` narrows the last two.
#[derive(Debug, Clone, Copy)]
pub struct WrittenDays<'r, 'a> {
    /// One day.
    pub date: Option<&'r Resolved<'a, CalendarDate>>,
    /// The first day.
    pub from: Option<&'r Resolved<'a, CalendarDate>>,
    /// The last day.
    pub until: Option<&'r Resolved<'a, CalendarDate>>,
    /// ISO weeks.
    pub weeks: Option<&'r Resolved<'a, WeekNumbers>>,
    /// The year of the weeks.
    pub year: Option<&'r Resolved<'a, Year>>,
    /// Only on these days of the week.
    pub weekdays: Option<&'r Resolved<'a, Vec<Located<WeekdayName>>>>,
    /// Whether holidays within count too.
    pub holidays: Option<&'r Resolved<'a, HolidaysWithin>>,
    /// Where the row is written.
    pub span: Span,
}

impl WrittenDays<'_, '_> {
    /// Where the first of the keys is written, if any is.
    #[must_use]
    pub fn first_key(&self) -> Option<Span> {
        let days = [self.date, self.from, self.until].into_iter().flatten().map(|day| day.origin().span);
        let weeks = self.weeks.map(|weeks| weeks.origin().span);
        let year = self.year.map(|year| year.origin().span);
        let weekdays = self.weekdays.map(|weekdays| weekdays.origin().span);
        days.chain(weeks).chain(year).chain(weekdays).next()
    }
}

/// Gives a table its [`WrittenDays`].
macro_rules! written_days {
    ($name:ident) => {
        impl<'a> $name<'a> {
            /// The keys that say on which days it counts.
            #[must_use]
            pub fn written_days(&self) -> $crate::model::WrittenDays<'_, 'a> {
                $crate::model::WrittenDays {
                    date: self.date.as_ref(),
                    from: self.from.as_ref(),
                    until: self.until.as_ref(),
                    weeks: self.weeks.as_ref(),
                    year: self.year.as_ref(),
                    weekdays: self.weekdays.as_ref(),
                    holidays: self.holidays.as_ref(),
                    span: self.span,
                }
            }
        }
    };
}

pub(super) use written_days;

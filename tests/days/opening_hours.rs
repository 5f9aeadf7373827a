//! The hours of a channel in the language of OpenStreetMap's `opening_hours`, for a program that knows nothing of felles.
//!
//! There, the last rule that matches a day has the whole day. So the ordinary week stands first, then public holidays, days with an
//! entry, weeks, ranges and dates; within each the group before the clinic; and where two are equal the one that is written first
//! stands last. That a range opens no holiday within it cannot be said in one expression: a holiday is asked of one without such ranges.

use std::sync::Arc;

use felles::merge::Clinic;
use felles::model::{
    DayHours, Holiday, HolidayHours, HolidaysWithin, Hours, HoursException, Id, Resolved, WEEKDAYS,
};
use felles::source::SourceTree;
use felles::span::Located;
use jiff::civil::Date;
use opening_hours::localization::Country;
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};

use super::answer::{Answer, joined, minutes};

/// What the other program makes of a channel's rules.
pub(crate) struct Expressions {
    all: Option<OpeningHours>,
    on_holidays: Option<OpeningHours>,
    holidays: Option<OpeningHours>,
}

impl Expressions {
    /// The rules of a channel, as they are written.
    pub(crate) fn of(hours: &Hours<'_>, clinic: &Clinic<'_>, tree: &SourceTree) -> Self {
        let country = country(hours, clinic);
        // A channel that is open on holidays has none.
        let states_a_day = match hours.holidays.as_ref().map(Resolved::get) {
            Some(HolidayHours::AsWeekday) => false,
            Some(HolidayHours::Hours(_)) => true,
            None => hours.week().iter().any(Option::is_some),
        };
        let (mut all, mut holidays) = (week(hours), Vec::new());
        if states_a_day {
            holidays.push("PH open".to_owned());
            all.extend(public_holidays(hours).map(|rule| (rule, true)));
        }
        let mut entries = exceptions_for(hours, clinic);
        // Of two names of one day the closed one counts.
        entries.sort_by_key(|(exception, layer)| (*layer, *exception.hours.get() == DayHours::Closed));
        for (exception, _) in &entries {
            let named = exception.holiday.as_ref().and_then(|holiday| named_day(*holiday.get(), country));
            if let Some(days) = named {
                holidays.push(format!("{days} open"));
                all.push((format!("{days} {}", modifier(exception.hours.get())), true));
            }
        }
        let mut dated = exceptions_for(hours, clinic);
        dated.sort_by_key(|(exception, layer)| (kind(exception), *layer));
        for (exception, _) in &dated {
            let opens = exception.holidays.as_ref().is_some_and(|said| *said.get() == HolidaysWithin::Open);
            let closes = *exception.hours.get() == DayHours::Closed;
            let on_holidays = exception.date.is_some() || opens || closes;
            let rule = |days| format!("{days}{} {}", weekdays(exception), modifier(exception.hours.get()));
            all.extend(selectors(exception, tree).into_iter().map(|days| (rule(days), on_holidays)));
        }
        let every: Vec<String> = all.iter().map(|(rule, _)| rule.clone()).collect();
        let some: Vec<String> = all.into_iter().filter(|(_, kept)| *kept).map(|(rule, _)| rule).collect();
        let [all, on_holidays, holidays] = [every, some, holidays].map(|rules| read(&rules, country));
        Self { all, on_holidays, holidays }
    }

    /// What it says of a day.
    pub(crate) fn on(&self, day: Date) -> Answer {
        ask(if self.is_holiday(day) { self.on_holidays.as_ref() } else { self.all.as_ref() }, day)
    }

    /// Whether a day is a public holiday or has an entry by its name.
    pub(crate) fn is_holiday(&self, day: Date) -> bool {
        !ask(self.holidays.as_ref(), day).is_empty()
    }
}

/// The public holidays that the other program knows, without the eves that it has for Sweden.
///
/// By lag (1989:253) Midsummer Eve, Christmas Eve and New Year's Eve are no public holidays; that they are like Sundays to workers is
/// another law (semesterlag 1977:480).
pub(crate) fn public_holidays_in(country: &str) -> ContextHolidays {
    let known = match country {
        "NO" => Country::NO.holidays(),
        "DK" => Country::DK.holidays(),
        "SE" => Country::SE.holidays(),
        _ => return ContextHolidays::default(),
    };
    let mut public = ContextHolidays::default().get_public().clone();
    for day in known.get_public().iter() {
        let iso = day.to_string();
        let next_too = day.succ_opt().is_some_and(|next| known.get_public().contains(next));
        let midsummer_eve = ("06-19".."06-26").contains(&&iso[5..]) && next_too;
        if country != "SE" || !(midsummer_eve || iso.ends_with("-12-24") || iso.ends_with("-12-31")) {
            public.insert(day);
        }
    }
    ContextHolidays::new(Arc::new(public), Arc::default())
}

fn read(rules: &[String], country: &str) -> Option<OpeningHours> {
    let text = rules.join("; ");
    let read = || -> OpeningHours {
        text.parse().unwrap_or_else(|fault| panic!("`{text}` cannot be read: {fault}"))
    };
    let context = Context::default().with_holidays(public_holidays_in(country));
    (!rules.is_empty()).then(|| read().with_context(context))
}

fn ask(expression: Option<&OpeningHours>, day: Date) -> Answer {
    let Some(expression) = expression else { return Vec::new() };
    let day = day.to_string().parse().expect("both programs write days as ISO 8601 does");
    let stretches = expression.schedule_at(day).into_iter().map(|stretch| {
        let (from, to) = (stretch.range.start.mins_from_midnight(), stretch.range.end.mins_from_midnight());
        let open = if stretch.kind == RuleKind::Open { "open" } else { &stretch.comment };
        (from, to, open.to_owned())
    });
    joined(stretches.filter(|(_, _, said)| !said.is_empty()).collect())
}

/// The country of the visiting address, the department's before the clinic's; else of those who are responsible.
fn country<'a>(hours: &Hours<'a>, clinic: &Clinic<'a>) -> &'a str {
    let department = hours.id.as_str().split_once('.').map(|(department, _)| department);
    let department = department.and_then(|id| clinic.departments.get(id));
    let visited = |role: &str| Some(clinic.contacts.get(role)?.visit.as_ref()?.get().country?.code());
    let responsible = |ids: &[Located<Id>]| {
        ids.iter().find_map(|id| Some(clinic.entities.get(id.as_str())?.country.get().code()))
    };
    let roles = department.and_then(|department| department.contacts.as_ref());
    let of_department = roles.and_then(|roles| roles.get().iter().find_map(|role| visited(role.as_str())));
    of_department
        .or_else(|| responsible(department?.controllers.as_ref()?.get()))
        .or_else(|| clinic.contacts.rows.iter().find_map(|row| visited(row.id.as_str())))
        .or_else(|| responsible(clinic.settings.controllers.get()))
        .unwrap_or_default()
}

/// The exceptions of a channel, the one that is written first last, each with how narrow its layer is.
fn exceptions_for<'c, 'a>(hours: &Hours<'a>, clinic: &'c Clinic<'a>) -> Vec<(&'c HoursException<'a>, usize)> {
    let is_for = |exception: &&HoursException<'a>| {
        let Some(channels) = &exception.channels else { return true };
        channels.get().iter().any(|channel| channel.value.id() == hours.id)
    };
    let layer = |exception: &'c HoursException<'a>| {
        let hours = exception.hours.origin().layer;
        let days = [
            exception.date.as_ref().map(|key| key.origin().layer),
            exception.from.as_ref().map(|key| key.origin().layer),
            exception.weeks.as_ref().map(|key| key.origin().layer),
            exception.holiday.as_ref().map(|key| key.origin().layer),
        ];
        let layers = days.into_iter().flatten().chain([hours]);
        let position = |layer| clinic.layers.iter().position(|known| *known == layer);
        (exception, layers.filter_map(position).max().expect("a layer is one of the clinic's"))
    };
    clinic.exceptions.rows.iter().rev().filter(is_for).map(layer).collect()
}

/// Dates overrule ranges, and they weeks.
fn kind(exception: &HoursException<'_>) -> u8 {
    if exception.date.is_some() {
        3
    } else if exception.from.is_some() {
        2
    } else {
        1
    }
}

fn week(hours: &Hours<'_>) -> Vec<(String, bool)> {
    let days = WEEKDAYS.iter().zip(hours.week());
    let rule = |(day, hours): (&str, &DayHours)| (format!("{} {}", short(day), modifier(hours)), true);
    days.filter_map(|(day, hours)| Some(rule((day, hours?.get())))).collect()
}

fn public_holidays(hours: &Hours<'_>) -> Option<String> {
    match hours.holidays.as_ref().map(Resolved::get) {
        None => Some(format!("PH {}", modifier(&DayHours::Closed))),
        Some(HolidayHours::Hours(hours)) => Some(format!("PH {}", modifier(hours))),
        Some(HolidayHours::AsWeekday) => None,
    }
}

fn modifier(hours: &DayHours) -> String {
    let clock = |time| format!("{:02}:{:02}", minutes(time) / 60, minutes(time) % 60);
    match hours {
        DayHours::Closed => "off \"closed\"".to_owned(),
        DayHours::ByAppointment => "unknown \"by appointment\"".to_owned(),
        DayHours::Open(open) => {
            let times: Vec<String> =
                open.iter().map(|open| format!("{}-{}", clock(open.from), clock(open.to))).collect();
            times.join(",")
        }
    }
}

/// `Mo`, `Tu`: the first two letters.
fn short(weekday: &str) -> String {
    weekday[..1].to_uppercase() + &weekday[1..2]
}

fn weekdays(exception: &HoursException<'_>) -> String {
    let Some(days) = &exception.weekdays else { return String::new() };
    let days: Vec<String> = days.get().iter().map(|day| short(day.value.word())).collect();
    format!(" {}", days.join(","))
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn written(day: Date) -> String {
    format!("{} {} {:02}", day.year(), MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.day())
}

fn selectors(exception: &HoursException<'_>, tree: &SourceTree) -> Vec<String> {
    if let Some(date) = &exception.date {
        return vec![written(date.get().0)];
    }
    if let (Some(from), Some(until)) = (&exception.from, &exception.until) {
        return vec![format!("{}-{}", written(from.get().0), written(until.get().0))];
    }
    let (Some(weeks), Some(year)) = (&exception.weeks, &exception.year) else { return Vec::new() };
    let runs = tree.text_at(weeks.origin().span).trim_matches('"').split(',');
    runs.flat_map(|run| week_selectors(run.trim(), year.get().number())).collect()
}

/// A run of weeks of a year. The year's first weeks are looked for in one half of it and the last ones in the other, each with the
/// days of the neighbouring year that may belong to them.
fn week_selectors(run: &str, year: i16) -> Vec<String> {
    let number = |text: &str| text.parse::<u8>().expect("a week is a number");
    let (first, last) = run.split_once('-').unwrap_or((run, run));
    let (first, last) = (number(first), number(last));
    let weeks: Vec<(i16, u8)> = if first <= last {
        (first..=last).map(|week| (year, week)).collect()
    } else {
        let next = (1..=last).map(|week| (year + 1, week));
        (first..=53).map(|week| (year, week)).chain(next).collect()
    };
    let selector = |(year, week): (i16, u8)| {
        if week <= 26 {
            format!("{} Dec 29-{year} Jul 31 week {week}", year - 1)
        } else {
            format!("{year} Jun 01-{} Jan 03 week {week}", year + 1)
        }
    };
    weeks.into_iter().map(selector).collect()
}

/// The day of a holiday or an eve, where the country has it.
fn named_day(holiday: Holiday, country: &str) -> Option<&'static str> {
    let days: &[(&str, Holiday, &str)] = &[
        ("NO SE DK", Holiday::NewYearsDay, "Jan 01"),
        ("SE", Holiday::TwelfthNight, "Jan 05"),
        ("SE", Holiday::Epiphany, "Jan 06"),
        ("NO SE DK", Holiday::MaundyThursday, "easter -3 days"),
        ("NO SE DK", Holiday::GoodFriday, "easter -2 days"),
        ("NO SE DK", Holiday::EasterEve, "easter -1 day"),
        ("NO SE DK", Holiday::EasterSunday, "easter"),
        ("NO SE DK", Holiday::EasterMonday, "easter +1 day"),
        ("SE", Holiday::WalpurgisNight, "Apr 30"),
        ("NO SE DK", Holiday::LabourDay, "May 01"),
        ("NO", Holiday::ConstitutionDay, "May 17"),
        ("DK", Holiday::ConstitutionDay, "Jun 05"),
        ("NO SE DK", Holiday::AscensionDay, "easter +39 days"),
        ("NO SE DK", Holiday::WhitsunEve, "easter +48 days"),
        ("NO SE DK", Holiday::WhitSunday, "easter +49 days"),
        ("NO DK", Holiday::WhitMonday, "easter +50 days"),
        ("SE", Holiday::NationalDay, "Jun 06"),
        ("SE", Holiday::MidsummerEve, "Jun 19-25 Fr"),
        ("SE", Holiday::MidsummerDay, "Jun 20-26 Sa"),
        ("SE", Holiday::AllSaintsDay, "Oct 31-Nov 06 Sa"),
        ("NO SE DK", Holiday::ChristmasEve, "Dec 24"),
        ("NO SE DK", Holiday::ChristmasDay, "Dec 25"),
        ("NO SE DK", Holiday::BoxingDay, "Dec 26"),
        ("NO SE DK", Holiday::NewYearsEve, "Dec 31"),
    ];
    let found = days.iter().find(|(countries, named, _)| *named == holiday && countries.contains(country));
    found.filter(|_| !country.is_empty()).map(|(_, _, day)| *day)
}

//! When the clinic is open, what it offers on some days only, and last days.
//!
//! What has passed is left out; nothing else here depends on the day.

use jiff::civil::Date;

use super::FactWriter;
use crate::hours::{
    Coming, Days, Exactness, FRONT_PAGE_ROWS, LastDays, Timetable, Why, days_of, service_days, timetables,
};
use crate::model::{
    DayHours, Deadline, Department, Holiday, Hours, HoursException, OfferedService, Resolved, Term,
};
use crate::render::words;
use crate::span::Span;
use crate::theme::Pen;
use crate::theme::view::{
    ContactView, DatesView, DaysPart, DaysView, DeadlineView, ExceptionView, HoursView, ServiceView, TermView,
};

impl<'a> FactWriter<'_, 'a> {
    /// The hours of every channel, as they are told on `today`.
    pub(super) fn hours(self, today: Date) -> Vec<HoursView> {
        timetables(self.clinic).iter().map(|timetable| self.channel(timetable, today)).collect()
    }

    fn channel(self, timetable: &Timetable<'_, 'a>, today: Date) -> HoursView {
        let hours = timetable.hours;
        let row = self.for_row(hours);
        let channel = row.page().say(&format!("channel_{}", timetable.channel));
        let title = match timetable.department {
            Some(department) => row.page().say_with(
                "department_channel",
                &[("department", &row.text(&department.name)), ("channel", &channel)],
            ),
            None => channel,
        };
        HoursView {
            id: hours.id.to_string(),
            title,
            days: words::week(hours, row.page()),
            exceptions: timetable
                .coming(today)
                .iter()
                .enumerate()
                .map(|(index, coming)| {
                    let row = row.exception(coming, index, hours);
                    let strings = self.page();
                    let named =
                        timetable.holiday_of(coming).map(|holiday| strings.holiday(holiday).to_owned());
                    // The day is still what it is called when it has hours of its own.
                    match (named, row.why) {
                        (Some(name), None) => ExceptionView { why: Some(name), ..row },
                        (Some(name), Some(why)) if !why.contains(&name) => {
                            ExceptionView { why: Some(format!("{name}, {why}")), ..row }
                        }
                        (_, why) => ExceptionView { why, ..row },
                    }
                })
                .collect(),
            note: row.optional(hours.note.as_ref()),
            contact: hours
                .contact
                .as_ref()
                .and_then(|role| Some(self.contact(self.clinic.contacts.get(role.get().as_str())?)))
                .map(|contact| only_way(contact, timetable.channel)),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    /// The row of a channel's exceptions at `index`, in the channel's language if it has all its texts there.
    fn exception(self, coming: &Coming<'_, 'a>, index: usize, hours: &Hours<'a>) -> ExceptionView {
        let (exception, holiday) = match coming.why {
            Why::Exception(exception) => (Some(exception), None),
            Why::Holiday(holiday, exception) => (exception, Some(holiday)),
            Why::Weekday => (None, None),
        };
        let row = exception.map_or(self, |exception| self.for_row(exception));
        let written = exception.and_then(|exception| days_of(exception.written_days()).ok());
        let reason = row.optional(exception.and_then(|exception| exception.reason.as_ref()));
        let strings = row.page();
        // A holiday without an entry follows what the week says of holidays.
        let on_holidays = hours.holidays.as_ref().map_or(hours.span, |holidays| holidays.origin().span);
        let days = exception.map_or(on_holidays, days_place);
        let told = exception.map_or(on_holidays, |exception| exception.hours.origin().span);
        let name = |holiday: Holiday| strings.pen.at(days, strings.holiday(holiday).to_owned());
        ExceptionView {
            days: placed(words::days(&coming.days, written.as_ref(), strings), days, &strings.pen),
            text: strings.pen.at(told, words::hours(coming.hours, strings)),
            intervals: words::intervals(coming.hours),
            why: reason.or_else(|| holiday.map(name)),
            on_front_page: index < FRONT_PAGE_ROWS,
            lang: row.lang(self.page()),
        }
    }

    /// What has dates that are not over on `today`: the clinic's own, then that of its departments.
    pub(super) fn dates(self, today: Date) -> Vec<DatesView> {
        let departments = self.clinic.departments.rows.iter().map(Some);
        let views = [None].into_iter().chain(departments).map(|department| self.dates_of(department, today));
        views.filter(|view| !view.services.is_empty() || !view.deadlines.is_empty()).collect()
    }

    fn dates_of(self, department: Option<&Department<'a>>, today: Date) -> DatesView {
        let name = department.map(|department| (self.for_row(department), department));
        let id = department.map(|department| department.id);
        let services =
            self.clinic.services.rows.iter().filter(|row| row.department.as_ref().map(Resolved::get) == id);
        let mut services: Vec<(&OfferedService<'a>, Days)> = services
            .filter_map(|service| Some((service, service_days(service, self.clinic)?)))
            .filter(|(_, days)| days.is_shown_on(today))
            .collect();
        services.sort_by_key(|(_, days)| days.iter().next());
        let deadlines =
            self.clinic.deadlines.rows.iter().filter(|row| row.department.as_ref().map(Resolved::get) == id);
        let mut deadlines: Vec<&Deadline<'a>> =
            deadlines.filter(|deadline| deadline.is_shown_on(today)).collect();
        deadlines.sort_by_key(|deadline| deadline.date.get().0);
        DatesView {
            department: name.map(|(row, department)| row.text(&department.name)),
            department_lang: name.and_then(|(row, _)| row.lang(self.page())),
            services: services.into_iter().map(|(service, days)| self.service(service, &days)).collect(),
            deadlines: deadlines.into_iter().map(|deadline| self.deadline(deadline)).collect(),
        }
    }

    fn service(self, service: &OfferedService<'a>, on: &Days) -> ServiceView {
        let row = self.for_row(service);
        let mut days: Vec<Date> = on.iter().collect();
        days.sort_unstable();
        days.dedup();
        let written = days_of(service.written_days()).ok();
        let hours = service.hours.as_ref().map(Resolved::get);
        let offered = hours != Some(&DayHours::Closed);
        let told = |text: String| match &service.hours {
            Some(hours) => row.at(hours.origin(), text),
            None => text,
        };
        ServiceView {
            id: service.id.to_string(),
            name: row.text(&service.name),
            text: match hours {
                Some(DayHours::Open(_) | DayHours::ByAppointment) => told(words::hours(hours, row.page())),
                Some(DayHours::Closed) | None => {
                    let which = which_days(&days, written.as_ref());
                    told(row.page().say(&format!("{}offered_{which}", if offered { "" } else { "not_" })))
                }
            },
            days: placed(
                words::days(&days, written.as_ref(), row.page()),
                service.written_days().first_key().unwrap_or(service.span),
                &row.page().pen,
            ),
            offered,
            intervals: words::intervals(hours),
            note: row.optional(service.note.as_ref()),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    fn deadline(self, deadline: &Deadline<'a>) -> DeadlineView {
        let row = self.for_row(deadline);
        DeadlineView {
            id: deadline.id.to_string(),
            label: row.text(&deadline.label),
            date: row.date(deadline.date.origin(), words::weekday_date(deadline.date.get().0, row.page())),
            applies_to: row.optional(deadline.applies_to.as_ref()),
            counted: row.optional(deadline.counted.as_ref()),
            attend: deadline.asks_to_attend(),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }

    /// The abbreviations that the hours and dates of a page use.
    pub(super) fn glossary(self, hours: &[HoursView], dates: &[DatesView]) -> Vec<TermView> {
        let shown: Vec<&str> = texts(hours, dates).collect();
        let terms = self.clinic.glossary.rows.iter();
        terms
            .filter(|term| shown.iter().any(|text| has_word(text, term.abbreviation.get().as_str())))
            .map(|term| self.term(term))
            .collect()
    }

    pub(super) fn term(self, term: &Term<'a>) -> TermView {
        let row = self.for_row(term);
        TermView {
            id: term.id.to_string(),
            abbreviation: row.at(term.abbreviation.origin(), term.abbreviation.get().as_str()),
            meaning: row.text(&term.meaning),
            lang: row.lang(self.page()),
            clinics: Vec::new(),
        }
    }
}

/// Where an exception's days are written.
fn days_place(exception: &HoursException<'_>) -> Span {
    let holiday = exception.holiday.as_ref().map(|holiday| holiday.origin().span);
    exception.written_days().first_key().or(holiday).unwrap_or(exception.span)
}

/// Days that are written at `place`.
fn placed(days: DaysView, place: Span, pen: &Pen) -> DaysView {
    let part = |part: DaysPart| DaysPart { text: pen.at(place, part.text), ..part };
    let parts = days.parts.into_iter().map(part).collect();
    DaysView { text: pen.at(place, days.text), parts, ..days }
}

/// How the days of a service are spoken of: `day`, `days`, or `period` if all of them count.
fn which_days(days: &[Date], written: Option<&Days>) -> &'static str {
    let is_whole = |written: &Days| {
        written.exactness != Exactness::Date
            && written.weekdays.is_empty()
            && written.iter().count() == days.len()
    };
    match days {
        [_] => "day",
        _ if written.is_some_and(is_whole) => "period",
        _ => "days",
    }
}

/// The texts of the content that hours and dates show.
fn texts<'v>(hours: &'v [HoursView], dates: &'v [DatesView]) -> impl Iterator<Item = &'v str> {
    let hours = hours.iter().flat_map(|channel| {
        let reasons = channel.exceptions.iter().filter_map(|exception| exception.why.as_deref());
        reasons.chain(channel.note.as_deref())
    });
    let services = dates.iter().flat_map(|dates| &dates.services);
    let services = services.flat_map(|service| [Some(service.name.as_str()), service.note.as_deref()]);
    let deadlines = dates.iter().flat_map(|dates| &dates.deadlines).flat_map(|deadline| {
        [Some(deadline.label.as_str()), deadline.applies_to.as_deref(), deadline.counted.as_deref()]
    });
    hours.chain(services.chain(deadlines).flatten())
}

/// Whether `word` stands in `text` by itself, and not as a part of another word.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// The contact with the way that a channel's hours are of, and no other:
/// the telephone is not answered at the hours of the e-mail.
///
/// One that lacks that way stays as it is; `hours-without-contact` has reported it,
/// or it says why there is none.
fn only_way(contact: ContactView, channel: &str) -> ContactView {
    let none = ContactView {
        phone: None,
        email: None,
        url: None,
        visit: Vec::new(),
        postal: Vec::new(),
        ..contact.clone()
    };
    match channel {
        "phone" if contact.phone.is_some() => ContactView { phone: contact.phone, ..none },
        "email" if contact.email.is_some() => ContactView { email: contact.email, ..none },
        "booking" if contact.url.is_some() => ContactView { url: contact.url, ..none },
        "visit" if !contact.visit.is_empty() => ContactView { visit: contact.visit, ..none },
        _ => contact,
    }
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn an_abbreviation_is_found_as_a_word_of_its_own() {
        let check = |text: &str, expected: bool| assert_eq!(has_word(text, "ET"), expected, "{text}");
        check("Siste innsetting av embryo (ET)", true);
        check("ET-behandling", true);
        check("før fryseforsøk (FET)", false);
        check("ETØ", false);
        check("FET og ET", true);
        check("", false);
    }
}

//! The opening hours for search engines: schema.org types as a data block of the page.
//!
//! They are made of the same [`Timetable`]s as the tables that people read, and not of their words.
//! A day on which nobody can just come, closed or by appointment, opens and closes at midnight:
//! so search engines write it.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::pages::Frame;
use crate::hours::{Coming, Timetable, timetables};
use crate::merge::Clinic;
use crate::model::{Address, ClockTime, Contact, DayHours, Resolved};
use crate::theme::view::{Html, Ready};

const CONTEXT: &str = "https://schema.org";

/// What a page that speaks for several clinics says.
#[derive(Debug, Serialize)]
struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<MedicalClinic>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "MedicalClinic")]
struct MedicalClinic {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'static str>,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<PostalAddress>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    opening_hours_specification: Vec<OpeningHoursSpecification>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    special_opening_hours_specification: Vec<OpeningHoursSpecification>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contact_point: Vec<ContactPoint>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    department: Vec<MedicalClinic>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct PostalAddress {
    #[serde(skip_serializing_if = "Option::is_none")]
    post_office_box_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    street_address: Option<String>,
    postal_code: String,
    address_locality: String,
    address_country: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct ContactPoint {
    contact_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    hours_available: Vec<OpeningHoursSpecification>,
}

/// Hours on days of the week, or from one date to another.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct OpeningHoursSpecification {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    day_of_week: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_through: Option<String>,
    opens: String,
    closes: String,
}

/// The data block of a page that shows the hours of `clinics`, each with the address of its front page.
pub(super) fn data_block<'a>(clinics: &[(&Clinic<'a>, String)], frame: &Frame<'_, 'a>) -> Ready<Html> {
    let mut graph: Vec<MedicalClinic> =
        clinics.iter().map(|(clinic, url)| medical_clinic(clinic, url, frame)).collect();
    let json = match graph.as_mut_slice() {
        [only] => {
            only.context = Some(CONTEXT);
            serde_json::to_string(only)
        }
        _ => serde_json::to_string(&Graph { context: CONTEXT, graph }),
    };
    Ready::html(&escaped(&json.expect("texts are JSON")))
}

/// JSON that cannot end the element that it stands in: these letters are part of JSON only within its texts.
fn escaped(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn medical_clinic<'a>(clinic: &Clinic<'a>, url: &str, frame: &Frame<'_, 'a>) -> MedicalClinic {
    let (own, others): (Vec<_>, Vec<_>) =
        timetables(clinic).into_iter().partition(|timetable| timetable.department.is_none());
    let mut said = place(frame.text(clinic.settings.name.get()), &own, clinic, frame);
    said.url = Some(url.to_owned());
    let general = clinic.contacts.get("general");
    said.telephone = said.telephone.or_else(|| telephone(general, clinic));
    said.email = said.email.or_else(|| email(general));
    said.address = said.address.or_else(|| address(general, clinic));
    for department in &clinic.departments.rows {
        let theirs = others
            .iter()
            .filter(|timetable| timetable.department.is_some_and(|named| named.id == department.id));
        let theirs: Vec<Timetable<'_, 'a>> = theirs.cloned().collect();
        if !theirs.is_empty() {
            said.department.push(place(frame.text(department.name.get()), &theirs, clinic, frame));
        }
    }
    said
}

/// A clinic or a department: where people come, and how else they reach it.
fn place<'a>(
    name: String,
    channels: &[Timetable<'_, 'a>],
    clinic: &Clinic<'a>,
    frame: &Frame<'_, 'a>,
) -> MedicalClinic {
    let today = frame.input.date;
    let contact_of = |timetable: &Timetable<'_, 'a>| {
        timetable.hours.contact.as_ref().and_then(|role| clinic.contacts.get(role.get().as_str()))
    };
    let visit = channels.iter().find(|timetable| timetable.channel == "visit");
    let at_visit = visit.and_then(contact_of);
    let others = channels.iter().filter(|timetable| timetable.channel != "visit");
    let point = |timetable: &Timetable<'_, 'a>| {
        let contact = contact_of(timetable);
        let channel = frame.strings.get(&format!("channel_{}", timetable.channel)).to_owned();
        ContactPoint {
            contact_type: contact.map_or(channel, |contact| frame.text(contact.what_for.get())),
            // The hours are those of the one way, so no other stands beside them.
            telephone: telephone(contact.filter(|_| timetable.channel == "phone"), clinic),
            email: email(contact.filter(|_| timetable.channel == "email")),
            url: contact
                .filter(|_| timetable.channel == "booking")
                .and_then(|contact| contact.url.as_ref())
                .map(|url| url.get().to_string()),
            hours_available: week(timetable).into_iter().chain(special(timetable, today)).collect(),
        }
    };
    MedicalClinic {
        context: None,
        name,
        url: None,
        telephone: telephone(at_visit, clinic),
        email: email(at_visit),
        address: address(at_visit, clinic),
        opening_hours_specification: visit.map(week).unwrap_or_default(),
        special_opening_hours_specification: visit
            .map(|timetable| special(timetable, today))
            .unwrap_or_default(),
        contact_point: others.map(point).collect(),
        department: Vec::new(),
    }
}

fn telephone(contact: Option<&Contact<'_>>, clinic: &Clinic<'_>) -> Option<String> {
    clinic.phone(contact?).map(|number| number.dialled().to_owned())
}

fn email(contact: Option<&Contact<'_>>) -> Option<String> {
    contact?.email.as_ref().map(|email| email.get().shown())
}

/// The address to come to, else the one to write to.
fn address(contact: Option<&Contact<'_>>, clinic: &Clinic<'_>) -> Option<PostalAddress> {
    let contact = contact?;
    let address: &Address = contact.visit.as_ref().or(contact.postal.as_ref()).map(Resolved::get)?;
    Some(PostalAddress {
        post_office_box_number: address.po_box.clone(),
        street_address: (!address.lines.is_empty()).then(|| address.lines.join(", ")),
        postal_code: address.postcode_in(clinic.home(), clinic.countries).ok()?,
        address_locality: address.town.clone(),
        address_country: address.country.unwrap_or(clinic.home()).code(),
    })
}

/// The week: equal days together, days that are not stated left out.
fn week(timetable: &Timetable<'_, '_>) -> Vec<OpeningHoursSpecification> {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let mut groups: Vec<(&DayHours, Vec<&'static str>)> = Vec::new();
    for (day, name) in timetable.hours.week().into_iter().zip(NAMES) {
        let Some(hours) = day.map(Resolved::get) else { continue };
        match groups.iter_mut().find(|(same, _)| *same == hours) {
            Some((_, names)) => names.push(name),
            None => groups.push((hours, vec![name])),
        }
    }
    let specify = |(hours, names): (&DayHours, Vec<&'static str>)| {
        let interval = move |(opens, closes)| OpeningHoursSpecification {
            day_of_week: names.clone(),
            valid_from: None,
            valid_through: None,
            opens,
            closes,
        };
        opening_and_closing(hours).into_iter().map(interval)
    };
    groups.into_iter().flat_map(specify).collect()
}

/// What is to come that differs from the week, for days that follow one another together.
fn special(timetable: &Timetable<'_, '_>, today: Date) -> Vec<OpeningHoursSpecification> {
    timetable.coming(today).iter().flat_map(specify_coming).collect()
}

fn specify_coming(coming: &Coming<'_, '_>) -> Vec<OpeningHoursSpecification> {
    let Some(hours) = coming.hours else { return Vec::new() };
    let mut runs: Vec<(Date, Date)> = Vec::new();
    for day in &coming.days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1.days() == *day => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    let specify = |(first, last): (Date, Date)| {
        let interval = move |(opens, closes)| OpeningHoursSpecification {
            day_of_week: Vec::new(),
            valid_from: Some(first.to_string()),
            valid_through: Some(last.to_string()),
            opens,
            closes,
        };
        opening_and_closing(hours).into_iter().map(interval)
    };
    runs.into_iter().flat_map(specify).collect()
}

fn opening_and_closing(hours: &DayHours) -> Vec<(String, String)> {
    match hours {
        DayHours::Closed => vec![("00:00".to_owned(), "00:00".to_owned())],
        // Neither open nor closed: schema.org has no word for it.
        DayHours::ByAppointment => Vec::new(),
        DayHours::Open(intervals) => {
            intervals.iter().map(|interval| (time(interval.from), time(interval.to))).collect()
        }
    }
}

/// `08:00`; the end of the day is its last minute.
fn time(time: ClockTime) -> String {
    match time.hour_and_minute() {
        (24, _) => "23:59".to_owned(),
        (hour, minute) => format!("{hour:02}:{minute:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_text_cannot_end_the_block() {
        let json = serde_json::to_string("</script><!-- & -->").unwrap();
        let block = escaped(&json);
        assert!(!block.contains(['<', '>', '&']), "{block}");
        assert_eq!(serde_json::from_str::<String>(&block).unwrap(), "</script><!-- & -->");
    }
}

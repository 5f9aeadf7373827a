//! The countries and holidays that a clinic's pages name.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::hours::timetables;
use crate::merge::Clinic;
use crate::model::{Country, Holiday, HolidayCalendar};
use crate::theme::Strings;

/// Reports those that have no name in the language of `strings`.
pub(super) fn check_names(clinic: &Clinic<'_>, strings: &Strings, found: &mut Diagnostics) {
    strings.check_names(&countries(clinic), &holidays(clinic), found);
}

/// The countries that a clinic's tables and addresses name. An address in the clinic's own does not say so.
fn countries(clinic: &Clinic<'_>) -> BTreeSet<Country> {
    let entities = clinic.entities.rows.iter().map(|entity| *entity.country.get());
    let processors = clinic.processors.rows.iter();
    let processors = processors.filter_map(|processor| Some(*processor.country.as_ref()?.get()));
    let contacts = clinic.contacts.rows.iter().flat_map(|contact| [&contact.visit, &contact.postal]);
    let addresses = contacts.chain(clinic.entities.rows.iter().map(|entity| &entity.address));
    let addresses = addresses.flatten().filter_map(|address| address.get().country);
    let abroad = addresses.filter(|country| *country != clinic.home());
    entities.chain(processors).chain(abroad).collect()
}

/// The holidays that a clinic's hours can name.
fn holidays(clinic: &Clinic<'_>) -> BTreeSet<Holiday> {
    let timetables = timetables(clinic);
    timetables.iter().filter_map(|timetable| timetable.calendar).flat_map(HolidayCalendar::known).collect()
}

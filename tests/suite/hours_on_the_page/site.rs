//! A clinic with all kinds of hours, and pages built for a day.

use std::collections::BTreeMap;

use felles::diagnostic::Diagnostics;
use felles::merge::{Clinic, Site};
use felles::parse::parse_site;
use felles::pipeline::{BuildOptions, MemorySink, build};
use felles::source::SourceTree;
use jiff::civil::Date;

use crate::fixture::{file, site, with};

const POLICY: &str = r#"
[documents.hours]
title.nb = "Åpningstider"
title.en = "Opening hours"
summary.nb = "Når vi er her."
summary.en = "When we are here."
path.nb = "apningstider"
path.en = "opening-hours"
clauses = ["opening-hours"]
when = "hours"
"#;

const CLAUSE: &str = "+++\ntable = \"hours\"\n+++\n# Åpningstider\n\nTidene.\n";
const CLAUSE_EN: &str = "# Opening hours\n\nThe hours.\n";

/// Two intervals a day, an hour by appointment, weeks with weekdays, a date within them, a closed range with holidays in it,
/// an open range that holidays break, an opened holiday, an eve, and a day to its very end.
const HOURS: &str = r#"
[visit]
monday = "08:00-11:30, 12:15-15:30"
tuesday = "08:00-11:30, 12:15-15:30"
wednesday = "by appointment"
thursday = "08:00-11:30, 12:15-15:30"
friday = "08:00-14:00"
saturday = "closed"

[phone]
monday = "09:00-11:00"
tuesday = "09:00-11:00"
wednesday = "09:00-11:00"
thursday = "09:00-11:00"
friday = "closed"
contact = "booking"

[skin.phone]
saturday = "00:00-24:00"
sunday = "10:00-12:00"
holidays = "open"
contact = "nobody"

[exceptions.summer-phone]
channels = ["phone"]
weeks = "28-30"
year = 2026
weekdays = ["tuesday", "thursday"]
hours = "13:30-15:00"
reason.nb = "sommertid"
reason.en = "summer hours"

[exceptions.course]
channels = ["phone"]
date = 2026-07-14
hours = "closed"
reason.nb = "kurs"
reason.en = "course"

[exceptions.august]
channels = ["visit"]
weeks = "32-33"
year = 2026
weekdays = ["monday", "tuesday", "thursday", "friday"]
hours = "10:00-12:00"

[exceptions.stocktaking]
channels = ["visit", "skin.phone"]
date = 2026-09-16
hours = "by appointment"

[exceptions.autumn]
channels = ["phone"]
from = 2026-10-05
until = 2026-10-30
weekdays = ["monday", "friday"]
hours = "08:00-09:00"

[exceptions.christmas]
from = 2026-12-21
until = 2027-01-03
hours = "closed"
reason.nb = "jul"
reason.en = "Christmas"

[exceptions.winter]
channels = ["skin.phone"]
weeks = "7, 9-10"
year = 2027
hours = "08:00-09:00"

[exceptions.easter-eve]
channels = ["visit"]
holiday = "easter-eve"
hours = "09:00-11:00"

[exceptions.may]
channels = ["visit"]
from = 2027-05-03
until = 2027-05-21
hours = "09:00-12:00"

[exceptions.national-day]
channels = ["phone"]
holiday = "constitution-day"
hours = "10:00-11:00"
"#;

const CONTACTS: &str = r#"
[contacts.nobody]
what_for.nb = "Hud & hår </script><b>"
what_for.en = "Skin & hair </script><b>"
email = "hud@nordlys.example"
"#;

/// Nordlys Oslo with these hours.
pub(super) fn rich() -> SourceTree {
    let base = site("nordlys");
    let policy = base.find("content/group/policy.toml").unwrap().1.text.clone();
    let files = vec![
        file("content/group/policy.toml", format!("{policy}{POLICY}")),
        file("content/group/clauses/opening-hours.nb.md", CLAUSE),
        file("content/group/clauses/opening-hours.en.md", CLAUSE_EN),
        file("content/clinics/nordlys-oslo/hours.toml", HOURS),
        file("content/clinics/nordlys-oslo/contacts.toml", CONTACTS),
    ];
    with(&base, files)
}

/// The files of a site on a day.
pub(super) fn built(tree: &SourceTree, date: Date) -> BTreeMap<String, String> {
    let sink = MemorySink::new();
    build(tree, BuildOptions { date }, &sink);
    let text = |bytes| String::from_utf8(bytes).unwrap_or_default();
    sink.into_files().into_iter().map(|(path, bytes)| (path.to_string(), text(bytes))).collect()
}

/// The site's files, parsed.
pub(super) fn parsed(tree: &SourceTree) -> Site {
    Site::new(parse_site(tree, &mut Diagnostics::new()).unwrap())
}

/// A clinic of a site.
pub(super) fn clinic<'a>(site: &'a Site, id: &str) -> Clinic<'a> {
    site.clinic(id, &mut Diagnostics::new()).unwrap()
}

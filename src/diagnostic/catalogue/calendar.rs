//! What is said of days: when pages change by themselves, and what is open on one.

use super::Message;

messages! {
    nothing_changes(until: &str) {
        nb: "ingen side endrer seg av seg selv til og med {until}",
        en: "no page changes by itself up to {until}",
    }
    notice_begins(id: &str) { nb: "meldingen `{id}` kommer på siden", en: "notice `{id}` appears" }
    notice_ends(id: &str) { nb: "meldingen `{id}` går av siden", en: "notice `{id}` goes" }
    exception_ends(id: &str) { nb: "unntaket `{id}` i åpningstidene er over", en: "exception `{id}` of the opening hours is over" }
    holiday_ends(day: &Message) { nb: "{day} er over", en: "{day} is over" }
    service_ends(id: &str) { nb: "tilbudet `{id}` er over", en: "service `{id}` is over" }
    deadline_ends(id: &str) { nb: "fristen `{id}` er ute", en: "deadline `{id}` has passed" }
    holidays_of(year: i16) { nb: "helligdagene i {year} kommer på siden", en: "the holidays of {year} appear" }
    security_txt_expires(date: &str) { nb: "`security.txt` utløper {date}: sett en senere dato", en: "`security.txt` expires on {date}: set a later date" }
    security_txt_has_expired() { nb: "`security.txt` er utløpt: sett en senere dato", en: "`security.txt` has expired: set a later date" }
    calendar_summary(changes: usize) { nb: "Personvernsidene endrer seg ({changes})", en: "The privacy pages change ({changes})" }
    not_due(date: &str) {
        nb: "ingen side endrer seg av seg selv før {date}: ingenting å bygge",
        en: "no page changes by itself before {date}: nothing to build",
    }
    until_is_before(until: &str, today: &str) {
        nb: "`--until {until}` er ikke etter {today}",
        en: "`--until {until}` is not after {today}",
    }

    closed() { nb: "stengt", en: "closed" }
    by_appointment() { nb: "etter avtale", en: "by appointment" }
    not_stated() { nb: "ikke oppgitt", en: "not stated" }
    why_exception(id: &str) { nb: "unntaket `{id}`", en: "exception `{id}`" }
    why_holiday(day: &Message) { nb: "helligdag: {day}", en: "holiday: {day}" }
    why_holiday_entry(exception: &str, day: &Message) { nb: "unntaket `{exception}` ({day})", en: "exception `{exception}` ({day})" }
    why_holiday_by_default(day: &Message) {
        nb: "helligdag: {day} (stengt når ikke annet er skrevet)",
        en: "holiday: {day} (closed where nothing else is written)",
    }
    why_nothing() { nb: "ingenting er skrevet om denne ukedagen", en: "nothing is written for this weekday" }
    why_weekday() { nb: "vanlig uke", en: "ordinary week" }
    next_open(date: &str, hours: &str) { nb: "neste gang åpent: {date}, {hours}", en: "open next: {date}, {hours}" }
    no_next_open() { nb: "ikke åpent det neste året", en: "not open within a year" }
    not_a_channel_here(key: &str, clinic: &str) {
        nb: "klinikken `{clinic}` har ingen åpningstider for `{key}`",
        en: "clinic `{clinic}` has no opening hours for `{key}`",
    }
    channels_here_are(channels: &str) { nb: "den har {channels}", en: "it has {channels}" }
}

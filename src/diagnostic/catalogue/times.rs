//! What the rules say of hours, days and deadlines.

use crate::diagnostic::Message;

messages! {
    no_days(row: &str) { nb: "`{row}` sier ikke hvilke dager det gjelder", en: "`{row}` does not say on which days it counts" }
    add_days() {
        nb: "legg til `date = 2026-07-01`, eller `from` og `until`, eller `weeks` og `year`",
        en: "add `date = 2026-07-01`, or `from` and `until`, or `weeks` and `year`",
    }
    add_days_or_a_holiday() {
        nb: "legg til `date = 2026-07-01`, eller `from` og `until`, eller `weeks` og `year`, eller `holiday`",
        en: "add `date = 2026-07-01`, or `from` and `until`, or `weeks` and `year`, or `holiday`",
    }
    days_said_twice(row: &str) { nb: "`{row}` sier dagene på flere måter", en: "`{row}` says its days in several ways" }
    keep_one_way() {
        nb: "behold én: `date`, eller `from` og `until`, eller `weeks` og `year`, eller bare `holiday`",
        en: "keep one: `date`, or `from` and `until`, or `weeks` and `year`, or `holiday` alone",
    }
    half_a_range(row: &str, missing: &str) { nb: "`{row}` mangler `{missing}`", en: "`{row}` lacks `{missing}`" }
    add_the_other_end(missing: &str) {
        nb: "legg til en linje med `{missing}`; en enkelt dag skrives med `date`",
        en: "add a line with `{missing}`; a single day is written with `date`",
    }
    days_end_before_they_begin(row: &str) { nb: "`{row}` slutter før det begynner", en: "`{row}` ends before it begins" }
    correct_the_later_date() { nb: "rett datoen som er feil; over nyttår har `until` neste års tall", en: "correct the date that is wrong; across New Year `until` has the next year" }
    never_counts(name: &str) { nb: "`{name}` gjelder ingen dag", en: "`{name}` counts on no day" }
    open_holidays_or_correct_the_days() {
        nb: "er dagene helligdager som skal være åpne, legg til `holidays = \"open\"`; ellers rett dagene, eller fjern avsnittet",
        en: "if the days are holidays that are open, add `holidays = \"open\"`; else correct the days, or remove the paragraph",
    }
    weeks_backwards(name: &str) { nb: "ukene i `{name}` går baklengs", en: "the weeks of `{name}` run backwards" }
    write_the_earlier_week_first() { nb: "skriv den tidligste uken først", en: "write the earlier week first" }
    longer_than_a_year(row: &str) { nb: "`{row}` gjelder i mer enn et år", en: "`{row}` counts for more than a year" }
    end_it_earlier() {
        nb: "sett en tidligere siste dag; det som alltid gjelder, hører hjemme i de vanlige ukedagene",
        en: "set an earlier last day; what always counts belongs in the ordinary weekdays",
    }
    weeks_without_year(row: &str) { nb: "`{row}` gjelder uker uten årstall", en: "`{row}` is for weeks without a year" }
    add_the_year(year: i16) { nb: "legg til `year = {year}`, eller det året som er ment", en: "add `year = {year}`, or the year that is meant" }
    no_such_week(year: i16, week: i8) { nb: "{year} har ingen uke {week}", en: "{year} has no week {week}" }
    year_ends_with_week(year: i16, week: i8) {
        nb: "{year} slutter med uke {week}; uken etter er uke 1 i det neste året",
        en: "{year} ends with week {week}; the week after it is week 1 of the next year",
    }
    date_is_another_weekday(date: &str, weekday: &Message) {
        nb: "`{date}` er en {weekday}, og det er ikke blant ukedagene",
        en: "`{date}` is a {weekday}, which is not among the weekdays",
    }
    correct_date_or_weekday(weekday: &str) {
        nb: "skriv `weekdays = [\"{weekday}\"]`, eller rett datoen",
        en: "write `weekdays = [\"{weekday}\"]`, or correct the date",
    }
    no_such_weekday_in_range(row: &str) {
        nb: "ingen av ukedagene er mellom første og siste dag i `{row}`",
        en: "none of the weekdays is between the first and the last day of `{row}`",
    }
    correct_range_or_weekday() { nb: "rett datoene eller ukedagene", en: "correct the dates or the weekdays" }
    text_says_another_weekday(said: &str, date: &str, weekday: &Message) {
        nb: "teksten sier `{said}`, men `{date}` er en {weekday}",
        en: "the text says `{said}`, but `{date}` is a {weekday}",
    }
    write_it_or_correct_the_date(text: &str) { nb: "skriv `{text}`, eller rett datoen", en: "write `{text}`, or correct the date" }
    date_in_text_without_year(text: &str) { nb: "`{text}` står uten årstall", en: "`{text}` stands without a year" }
    without_year_too() { nb: "heller ikke her", en: "nor here" }
    add_a_year_once(year: i16) {
        nb: "legg til årstallet, for eksempel `{year}`; én gang i meldingen er nok",
        en: "add the year, for example `{year}`; once in the notice is enough",
    }

    notice_is_over(last: &str) { nb: "meldingen sluttet `{last}` og vises ikke lenger", en: "the notice ended `{last}` and is no longer shown" }
    remove_or_renew_the_notice() {
        nb: "slett filene til meldingen, sett nye datoer, eller skriv `keep = true` hvis den skal brukes igjen",
        en: "delete the files of the notice, set new dates, or write `keep = true` if it is to be used again",
    }
    notice_too_long() { nb: "meldingen vises i mer enn et år", en: "the notice is shown for more than a year" }
    end_the_notice_earlier() {
        nb: "sett en tidligere siste dag; det som alltid gjelder, hører hjemme i en tekst",
        en: "set an earlier last day; what always holds belongs in a clause",
    }

    deadline_on_day_off(id: &str, date: &str, day: &Message) {
        nb: "fristen `{id}` er på en dag da få har åpent: `{date}` er {day}",
        en: "deadline `{id}` is on a day when few are open: `{date}` is {day}",
    }
    move_it_or_write_attend() {
        nb: "velg en annen dag, eller skriv `attend = false` hvis pasienten ikke må møte den dagen",
        en: "choose another day, or write `attend = false` if the patient need not come that day",
    }
    a_weekday(weekday: &Message) { nb: "en {weekday}", en: "a {weekday}" }
    deadline_not_before(id: &str, date: &str, closure: &str) {
        nb: "fristen `{id}` er `{date}`, og skulle vært før `{closure}`",
        en: "deadline `{id}` is `{date}`, and should be before `{closure}`",
    }
    begins_on(date: &str) { nb: "begynner `{date}`", en: "begins `{date}`" }
    move_it_before(date: &str) { nb: "sett en dag før `{date}`, eller rett dagene som fristen skal være før", en: "set a day before `{date}`, or correct the days that the deadline should precede" }
    deadline_when_closed(id: &str, date: &str, channel: &str) {
        nb: "fristen `{id}` er `{date}`, men da er `{channel}` stengt",
        en: "deadline `{id}` is `{date}`, but `{channel}` is closed then",
    }
    closed_here() { nb: "stengt her", en: "closed here" }
    deadline_after_next(id: &str, date: &str, next: &str) {
        nb: "fristen `{id}` er `{date}`, men `{next}`, som skal komme etterpå, er før den",
        en: "deadline `{id}` is `{date}`, but `{next}`, which is to follow, is before it",
    }
    is_on(date: &str) { nb: "er `{date}`", en: "is `{date}`" }
    correct_one_of_the_dates() { nb: "rett den av datoene som er feil, eller `followed_by`", en: "correct whichever date is wrong, or `followed_by`" }
    deadlines_in_a_circle(ids: &str) { nb: "fristene følger hverandre i ring: {ids}", en: "the deadlines follow one another in a circle: {ids}" }
    remove_one_followed_by() { nb: "ta bort `followed_by` i den siste av dem", en: "remove `followed_by` from the last of them" }

    overlapping_exceptions(first: &str, second: &str, channel: &str, date: &str) {
        nb: "`{first}` og `{second}` gir `{channel}` ulike tider `{date}`",
        en: "`{first}` and `{second}` give `{channel}` different hours on `{date}`",
    }
    two_entries_for_a_holiday(first: &str, second: &str, channel: &str, holiday: &Message) {
        nb: "`{first}` og `{second}` gir `{channel}` ulike tider {holiday}",
        en: "`{first}` and `{second}` give `{channel}` different hours on {holiday}",
    }
    other_hours_here() { nb: "de andre tidene", en: "the other hours" }
    keep_one_or_be_more_exact() {
        nb: "behold den ene; gjelder den bare noen av dagene, så skriv dem hver for seg med `date`",
        en: "keep one of them; if it is only for some of the days, write each of those with `date`",
    }
    hours_run_into_the_next_day(day: &Message, next: &Message) {
        nb: "timene for {day} går over midnatt og inn i dem for {next}",
        en: "the hours of {day} go past midnight and into those of {next}",
    }
    still_open_from_here() { nb: "fortsatt åpent herfra", en: "still open from here" }
    end_or_begin_where_they_meet() {
        nb: "la den ene dagen slutte der den neste begynner, for eksempel `\"22:00-07:00\"` før `\"07:00-15:00\"`",
        en: "let the one day end where the next begins, for example `\"22:00-07:00\"` before `\"07:00-15:00\"`",
    }
    keep_one_entry() { nb: "behold den ene", en: "keep one of them" }
    opens_on_day_off(row: &str, channel: &str, date: &str, weekday: &Message) {
        nb: "`{row}` åpner `{channel}` også {weekday} `{date}`, en ukedag uten vanlig åpningstid",
        en: "`{row}` opens `{channel}` on {weekday} `{date}` too, a weekday without ordinary hours",
    }
    name_the_weekdays() {
        nb: "skriv ukedagene: `weekdays = [\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\"]`",
        en: "write the weekdays: `weekdays = [\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\"]`",
    }
    season_without_successor(row: &str, next: &str) {
        nb: "`{row}` er over, og det finnes ingen `{next}`",
        en: "`{row}` is over, and there is no `{next}`",
    }
    add_the_next_season(next: &str) {
        nb: "legg til `{next}` med nye dager, eller slett radene for årene som er over",
        en: "add `{next}` with new days, or delete the rows of the years that are over",
    }

    hours_name_no_contact(channel: &str) { nb: "`{channel}` har åpningstider, men ingen kontakt", en: "`{channel}` has hours, but no contact" }
    name_a_contact(key: &str) {
        nb: "legg til `contact = \"…\"` med en rolle fra `contacts.toml` som har `{key}`",
        en: "add `contact = \"…\"`, a role of `contacts.toml` that has `{key}`",
    }
    contact_of_hours_lacks(channel: &str, contact: &str, key: &str) {
        nb: "`{channel}` har åpningstider, men kontakten `{contact}` har ingen `{key}`",
        en: "`{channel}` has hours, but contact `{contact}` has no `{key}`",
    }
    contact_stands_here() { nb: "kontakten", en: "the contact" }
    add_it_to_the_contact(key: &str, contact: &str) {
        nb: "legg til `{key}` under `[contacts.{contact}]`, eller skriv i `none_because` hvorfor den ikke er oppgitt",
        en: "add `{key}` under `[contacts.{contact}]`, or say in `none_because` why it is not given",
    }
    holidays_unknown(channel: &str, country: &Message) {
        nb: "helligdagene i {country} er ikke kjent, så `{channel}` vises uten dem",
        en: "the public holidays of {country} are not known, so `{channel}` is shown without them",
    }
    write_holidays_as_exceptions() {
        nb: "skriv `holidays = \"open\"`, og de dagene det er stengt, under `[exceptions]` med `date`",
        en: "write `holidays = \"open\"`, and the days on which it is closed under `[exceptions]` with `date`",
    }
    abbreviation_without_meaning(word: &str) { nb: "forkortelsen `{word}` er ikke forklart", en: "the abbreviation `{word}` is not explained" }
    explain_it_in_the_glossary(id: &str, word: &str) {
        nb: "skriv hva den betyr, i `glossary.toml`: `[glossary.{id}]` med `abbreviation = \"{word}\"` og `meaning`; eller skriv ordet helt ut",
        en: "say what it means in `glossary.toml`: `[glossary.{id}]` with `abbreviation = \"{word}\"` and `meaning`; or write the words in full",
    }
}

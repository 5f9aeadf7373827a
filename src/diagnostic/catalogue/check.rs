//! What the rules say.

use crate::diagnostic::Message;

messages! {
    colour_cannot_carry_text(colour: &str) {
        nb: "`{colour}` er for lys til tekst; sidene bruker en mørkere utgave der den bærer tekst",
        en: "`{colour}` is too light for text; the pages use a darker shade where it carries text",
    }
    nearest_colours_are(light: &str, dark: &str) {
        nb: "den nærmeste som kan bære tekst, er `{light}` på lys bunn (`{dark}` på mørk); skriv den, eller la sidene velge den og behold din til pynt",
        en: "the nearest that can carry text is `{light}` on light ground (`{dark}` on dark); write it, or let the pages choose it and keep yours for decoration",
    }
    decoration_not_seen(colour: &str) {
        nb: "`{colour}` kan nesten ikke skilles fra bunnen på lyse eller mørke sider",
        en: "`{colour}` can hardly be told from the ground of light or of dark pages",
    }
    choose_a_middle_colour() {
        nb: "velg en farge som verken er nesten hvit eller nesten svart, eller ta bort linjen: da pynter hovedfargen",
        en: "choose a colour that is neither nearly white nor nearly black, or take the line away: then the main colour decorates",
    }
    security_txt_expired() { nb: "datoen er passert, så `security.txt` gjelder ikke lenger", en: "the date has passed, so `security.txt` is no longer good" }
    security_txt_expires_soon(date: &str) { nb: "`security.txt` går ut `{date}`, om mindre enn 30 dager", en: "`security.txt` expires on `{date}`, in less than 30 days" }
    security_txt_expires_late(date: &str) { nb: "`security.txt` går ut først `{date}`, om mer enn et år", en: "`security.txt` expires only on `{date}`, in more than a year" }
    set_an_earlier_date() { nb: "sett en dag innen et år, så noen ser over den da (RFC 9116, punkt 2.5.5)", en: "set a day within a year, so that somebody looks at it then (RFC 9116, section 2.5.5)" }
    set_a_later_date() { nb: "se over kontaktene, og sett en dato det neste året", en: "look over the contacts, and set a date within the next year" }
    replaced_value() { nb: "erstattet: verdien fra laget under", en: "replaced: the value of the layer below" }
    transfer_without_safeguard(id: &str, country: &str) {
        nb: "mottakeren `{id}` er utenfor EØS ({country}), og overføringsgrunnlaget mangler",
        en: "processor `{id}` is outside the EEA ({country}) and names no transfer safeguard",
    }
    add_safeguard(id: &str) {
        nb: "se i avtalen hva overføringen bygger på, og skriv det under `[processors.{id}]`: `safeguard = \"adequacy-decision\"`, ellers for eksempel `\"standard-contractual-clauses\"`",
        en: "look in the agreement for what the transfer rests on, and write it under `[processors.{id}]`: `safeguard = \"adequacy-decision\"`, else for example `\"standard-contractual-clauses\"`",
    }
    purpose_without_basis(id: &str) { nb: "formålet `{id}` mangler rettslig grunnlag (artikkel 13 nr. 1 bokstav c)", en: "purpose `{id}` has no legal basis (Article 13(1)(c))" }
    add_a_basis() { nb: "legg til et grunnlag, for eksempel `{{ article = \"6(1)(c)\" }}`", en: "add a basis, for example `{{ article = \"6(1)(c)\" }}`" }
    purpose_without_retention(id: &str) { nb: "formålet `{id}` sier ikke hvor lenge opplysningene lagres (artikkel 13 nr. 2 bokstav a)", en: "purpose `{id}` does not say how long its data are kept (Article 13(2)(a))" }
    name_a_retention() { nb: "nevn en oppføring i `retention.toml`", en: "name an entry of `retention.toml`" }
    interest_not_named(id: &str) { nb: "formålet `{id}` bygger på berettiget interesse og sier ikke hvilken (artikkel 13 nr. 1 bokstav d)", en: "purpose `{id}` rests on legitimate interests and does not say which (Article 13(1)(d))" }
    add_the_interest() { nb: "legg til `interest`", en: "add `interest`" }
    health_data_without_condition(id: &str) { nb: "formålet `{id}` bruker helseopplysninger uten et vilkår i artikkel 9 nr. 2", en: "purpose `{id}` uses health data without a condition of Article 9(2)" }
    add_a_condition() { nb: "legg til `condition = \"9(2)(h)\"` i grunnlaget hvis det er helsehjelp, eller det vilkåret som gjelder", en: "add `condition = \"9(2)(h)\"` to the basis if it is health care, or whichever condition holds" }
    contact_without_way(id: &str) { nb: "kontakten `{id}` kan ikke nås på noen måte", en: "contact `{id}` cannot be reached in any way" }
    add_a_way() {
        nb: "legg til `email`, `phone`, `url`, `visit` eller `postal`, eller si hvorfor i `none_because`",
        en: "add `email`, `phone`, `url`, `visit` or `postal`, or say why not in `none_because`",
    }
    retention_without_rule(id: &str) { nb: "`{id}` sier ikke hvor lenge noe lagres", en: "`{id}` does not say how long anything is kept" }
    add_a_retention_rule() { nb: "legg til `period = \"5 years\"`, `event` eller `criterion`", en: "add `period = \"5 years\"`, `event` or `criterion`" }
    controllers_without_arrangement(clinic: &str) {
        nb: "klinikken `{clinic}` har flere behandlingsansvarlige og sier ikke hvordan de deler ansvaret",
        en: "clinic `{clinic}` has several controllers and does not say how they share the responsibility",
    }
    add_arrangement() { nb: "legg til `arrangement = \"joint\"` eller `\"separate\"`", en: "add `arrangement = \"joint\"` or `\"separate\"`" }
    joint_without_summary(clinic: &str) {
        nb: "klinikken `{clinic}` sier ikke hva de felles behandlingsansvarlige har avtalt",
        en: "clinic `{clinic}` does not say what its joint controllers have agreed",
    }
    add_summary() { nb: "legg til `arrangement_summary`", en: "add `arrangement_summary`" }
    controller_details_missing(id: &str, key: &str) {
        nb: "den behandlingsansvarlige `{id}` mangler `{key}` (artikkel 13 nr. 1 bokstav a)",
        en: "controller `{id}` lacks `{key}` (Article 13(1)(a))",
    }
    add_controller_detail(id: &str, key: &str) { nb: "legg til `{key}` under `[entities.{id}]`", en: "add `{key}` under `[entities.{id}]`" }
    no_privacy_contact(clinic: &str) {
        nb: "klinikken `{clinic}` oppgir ingen å spørre om personvern (artikkel 13 nr. 1 bokstav a)",
        en: "clinic `{clinic}` names nobody to ask about privacy (Article 13(1)(a))",
    }
    add_privacy_contact() {
        nb: "legg til `[contacts.privacy]` med e-post, telefon eller adresse",
        en: "add `[contacts.privacy]` with an e-mail address, a phone number or an address",
    }
    condition_without_health_data(id: &str) { nb: "formålet `{id}` bruker ikke helseopplysninger, men har et vilkår for dem (artikkel 9)", en: "purpose `{id}` uses no health data, but has a condition for them (Article 9)" }
    say_that_it_is_health_data() { nb: "skriv `health = true`, eller ta bort `condition`", en: "write `health = true`, or remove `condition`" }
    law_of_another_country(law: &str, of: &Message, home: &Message) {
        nb: "`{law}` gjelder i et annet land ({of}), og klinikken er i {home}",
        en: "`{law}` is of another country ({of}), and the clinic is in {home}",
    }
    write_the_law_of(home: &Message) {
        nb: "skriv det som gjelder i {home}; en tekst for hele gruppen kan ha en egen utgave i en profil for landet",
        en: "write what holds in {home}; a text of the whole group can have a version of its own in a profile for the country",
    }
    and_named_here() { nb: "nevnt her også", en: "named here too" }
    authority_of_another_country(of: &Message, home: &Message) {
        nb: "tilsynet er i et annet land ({of}), og klinikken er i {home}",
        en: "the supervisory authority is in another country ({of}), and the clinic is in {home}",
    }
    name_the_authority(name: &str, url: &str) { nb: "skriv {name}, `{url}`, under `[authority]` i klinikkens eller landets `about.toml`", en: "write {name}, `{url}`, under `[authority]` in `about.toml` of the clinic or of a profile for the country" }
    representative_missing(id: &str, country: &Message) {
        nb: "den behandlingsansvarlige `{id}` er utenfor EØS ({country}) og oppgir ingen representant (artikkel 27)",
        en: "controller `{id}` is outside the EEA ({country}) and names no representative (Article 27)",
    }
    add_the_representative(id: &str) {
        nb: "skriv hvem som er representant i EØS, med adresse: `representative` under `[entities.{id}]`; har selskapet et fast forretningssted i EØS, står grunnen i `allow.toml`",
        en: "write who is the representative in the EEA, with the address: `representative` under `[entities.{id}]`; if the company has an establishment in the EEA, give that as the reason in `allow.toml`",
    }
    journal_kept_too_short(id: &str, country: &Message) {
        nb: "`{id}` lagrer journalen kortere enn loven i {country} krever",
        en: "`{id}` keeps the patient record for less than the law in {country} asks for",
    }
    write_at_least(period: &str) { nb: "skriv minst `{period}`", en: "write at least `{period}`" }
}

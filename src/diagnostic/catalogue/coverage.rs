//! What the rules of completeness and of overrides say, and the report of what is answered.

use crate::diagnostic::Message;

messages! {
    controller() { nb: "Hvem som har ansvaret", en: "Who is responsible" }
    data_protection_officer() { nb: "Personvernombud", en: "Data protection officer" }
    purposes() { nb: "Formål", en: "Purposes" }
    legal_bases() { nb: "Rettslig grunnlag", en: "Legal bases" }
    interests() { nb: "Berettigede interesser", en: "Legitimate interests" }
    recipients() { nb: "Mottakere", en: "Recipients" }
    transfers() { nb: "Overføring ut av EØS", en: "Transfers out of the EEA" }
    retention() { nb: "Lagringstid", en: "Storage time" }
    rights() { nb: "Rettigheter", en: "Rights" }
    withdrawal() { nb: "Trekke samtykke", en: "Withdrawing consent" }
    complaint() { nb: "Klagerett (også artikkel 77)", en: "Right to complain (also Article 77)" }
    duty_to_give() { nb: "Plikt til å gi opplysninger", en: "Duty to give data" }
    automated_decisions() { nb: "Automatiske avgjørelser", en: "Automated decisions" }
    categories() { nb: "Typer opplysninger", en: "Categories of data" }
    sources() { nb: "Kilder", en: "Sources" }
    health_condition() { nb: "Vilkår for helseopplysninger", en: "Condition for health data" }
    statement_date() { nb: "Dato på erklæringen", en: "Date of the statement" }

    in_another_language() { nb: "står bare på et annet språk", en: "is there in another language only" }
    on_no_page() { nb: "står i dataene, men på ingen side", en: "is in the data, but on no page" }
    none_because(reason: &str) { nb: "intet ombud: {reason}", en: "no officer: {reason}" }
    dated(date: &str) { nb: "sist endret {date}", en: "last changed {date}" }
    nobody_outside_the_eea() { nb: "ingen mottaker er oppført utenfor EØS", en: "no recipient is listed outside the EEA" }
    nothing_rests_on_interests() { nb: "ingen formål bygger på artikkel 6 nr. 1 bokstav f", en: "no purpose rests on Article 6(1)(f)" }
    nothing_rests_on_consent() { nb: "ingen formål bygger på samtykke", en: "no purpose rests on consent" }
    no_health_data() { nb: "ingen formål bruker helseopplysninger", en: "no purpose uses health data" }
    all_data_from_the_person() { nb: "alle opplysninger kommer fra personen selv", en: "all data come from the person" }

    in_languages(languages: &str, missing: &Message) { nb: "på `{languages}`: {missing}", en: "in `{languages}`: {missing}" }
    says_it() { nb: "denne sier det", en: "this says it" }
    show_the_clause(id: &str) {
        nb: "`{id}` sier det, men står ikke på noen side: nevn den i `policy.toml`, eller endre `when` eller `unless`",
        en: "`{id}` says it, but is on no page: name it in `policy.toml`, or change its `when` or `unless`",
    }
    show_the_table(table: &str, clause: &str) {
        nb: "la en tekst vise tabellen, for eksempel `clauses/{clause}.nb.md` med `table = \"{table}\"`, og fyll `{table}.toml`",
        en: "let a clause show the table, for example `clauses/{clause}.nb.md` with `table = \"{table}\"`, and fill `{table}.toml`",
    }
    write_a_clause(clause: &str, item: &str) {
        nb: "skriv det i en tekst med `satisfies = [\"{item}\"]`, for eksempel `clauses/{clause}.nb.md`, og nevn den i `policy.toml`",
        en: "say it in a clause with `satisfies = [\"{item}\"]`, for example `clauses/{clause}.nb.md`, and name it in `policy.toml`",
    }
    purposes_not_named() { nb: "ingen side sier hva opplysningene brukes til, og med hvilken rett (artikkel 13 nr. 1 bokstav c)", en: "no page says what data are used for, and by what right (Article 13(1)(c))" }
    recipients_not_named() { nb: "ingen side sier hvem som får opplysninger (artikkel 13 nr. 1 bokstav e)", en: "no page says who gets data (Article 13(1)(e))" }
    transfers_not_named() { nb: "ingen side sier hva som verner opplysninger utenfor EØS (artikkel 13 nr. 1 bokstav f)", en: "no page says what protects data outside the EEA (Article 13(1)(f))" }
    retention_not_named() { nb: "ingen side sier hvor lenge opplysninger lagres (artikkel 13 nr. 2 bokstav a)", en: "no page says how long data are kept (Article 13(2)(a))" }
    rights_missing() { nb: "ingen side sier hvilke rettigheter pasienten har (artikkel 13 nr. 2 bokstav b)", en: "no page says which rights the patient has (Article 13(2)(b))" }
    withdrawal_missing() { nb: "ingen side sier at et samtykke kan trekkes tilbake (artikkel 13 nr. 2 bokstav c)", en: "no page says that a consent can be withdrawn (Article 13(2)(c))" }
    rests_on_consent() { nb: "bygger på samtykke", en: "rests on consent" }
    complaint_right_missing() { nb: "ingen side sier at pasienten kan klage til tilsynsmyndigheten (artikkel 13 nr. 2 bokstav d og artikkel 77)", en: "no page says that the patient can complain to the supervisory authority (Articles 13(2)(d) and 77)" }
    duty_to_give_missing() { nb: "ingen side sier om pasienten må gi opplysninger, og hva som skjer ellers (artikkel 13 nr. 2 bokstav e)", en: "no page says whether the patient must give data, and what happens otherwise (Article 13(2)(e))" }
    automated_decisions_not_mentioned() { nb: "ingen side sier om en maskin alene tar avgjørelser (artikkel 13 nr. 2 bokstav f)", en: "no page says whether a machine alone makes decisions (Article 13(2)(f))" }
    categories_not_named() { nb: "ingen side sier hvilke opplysninger det gjelder (artikkel 14 nr. 1 bokstav d)", en: "no page says which data are meant (Article 14(1)(d))" }
    source_not_named() { nb: "ingen side sier hvor opplysningene kommer fra (artikkel 14 nr. 2 bokstav f)", en: "no page says where data come from (Article 14(2)(f))" }
    statement_is_old(date: &str) { nb: "erklæringen er fra `{date}`, mer enn to år siden", en: "the statement is from `{date}`, more than two years ago" }
    read_it_again() { nb: "les erklæringen, rett det som ikke stemmer lenger, og sett ny `policy_date`", en: "read the statement, correct what no longer holds, and set a new `policy_date`" }

    override_empties(clause: &str, items: &str) {
        nb: "uten `{clause}` sier ingen side det som artikkel {items} krever",
        en: "without `{clause}` no page says what Article {items} asks for",
    }
    answer_it_elsewhere() {
        nb: "behold teksten, eller svar i en annen tekst med samme `satisfies`",
        en: "keep the clause, or answer in another clause with the same `satisfies`",
    }
    clause_without_text(clause: &str, items: &str) {
        nb: "`{clause}` har en overskrift og ingen tekst, men skal svare på artikkel {items}",
        en: "`{clause}` has a title and no text, and is to answer Article {items}",
    }
    write_the_text_or_leave_it_out() {
        nb: "skriv teksten, eller utelat den med `op = \"omit\"` og en `reason`",
        en: "write the text, or leave the clause out with `op = \"omit\"` and a `reason`",
    }
    hidden_without(clause: &str, condition: &str) {
        nb: "`{clause}` står ikke på noen side: den vises bare med `{condition}`, som klinikken ikke har",
        en: "`{clause}` is on no page: it is shown only with `{condition}`, which the clinic does not have",
    }
    hidden_with(clause: &str, condition: &str) {
        nb: "`{clause}` står ikke på noen side: den vises aldri med `{condition}`, som klinikken har",
        en: "`{clause}` is on no page: it is never shown with `{condition}`, which the clinic has",
    }
    the_condition() { nb: "betingelsen", en: "the condition" }
    remove_the_text_or_the_condition() {
        nb: "slett teksten, legg til det betingelsen spør etter, eller skriv i en tekst som vises",
        en: "delete the text, add what the condition asks for, or write in a clause that is shown",
    }
    list_is_shorter(key: &str, ids: &str) { nb: "`{key}` har ikke lenger {ids}", en: "`{key}` no longer has {ids}" }
    add_or_remove(add: &str, remove: &str) {
        nb: "skal de stå, skriv bare det nye: `{{ add = [{add}] }}`; skal de bort, skriv det: `{{ add = [{add}], remove = [{remove}] }}`",
        en: "if they are to stay, write only what is new: `{{ add = [{add}] }}`; if they are to go, say so: `{{ add = [{add}], remove = [{remove}] }}`",
    }
    statement_dated_ahead(date: &str) { nb: "erklæringen er datert `{date}`, som ikke har vært ennå", en: "the statement is dated `{date}`, which has not come yet" }
    write_the_day_of_the_change() { nb: "skriv dagen den sist ble endret", en: "write the day on which it was last changed" }
    unused_entity(id: &str) { nb: "ingenting nevner virksomheten `{id}`", en: "nothing names the entity `{id}`" }
    name_it_as_a_controller(id: &str) {
        nb: "skriv `controllers = [\"{id}\"]` hos den den har ansvaret for, eller ta den bort",
        en: "write `controllers = [\"{id}\"]` where it is responsible, or take it away",
    }
    unused_retention(id: &str) { nb: "ingen formål nevner lagringstiden `{id}`", en: "no purpose names the retention `{id}`" }
    name_the_retention(id: &str) {
        nb: "legg `{id}` til `retention` i formålet den gjelder, eller ta den bort",
        en: "add `{id}` to the `retention` of the purpose that it is for, or remove it",
    }
    unused_cookie_category(id: &str) { nb: "ingen av informasjonskapslene er i kategorien `{id}`", en: "none of the cookies is in the category `{id}`" }
    list_a_cookie_or_remove_it(id: &str) {
        nb: "skriv hvilke informasjonskapsler som er i den (`category = \"{id}\"`), eller ta den bort",
        en: "list the cookies that are in it (`category = \"{id}\"`), or remove it",
    }
    id_like_another(table: &str, id: &str, other: &str) {
        nb: "`{table}.{id}` er ny, og ligner `{table}.{other}`",
        en: "`{table}.{id}` is new, and looks like `{table}.{other}`",
    }
    the_other_row() { nb: "denne finnes alt", en: "this one is there already" }
    use_the_id(table: &str, other: &str) {
        nb: "er den ment, skriv `[{table}.{other}]`; er det to forskjellige, gi den ene et navn som ikke kan forveksles",
        en: "if that is meant, write `[{table}.{other}]`; if they are two things, give one a name that cannot be mistaken",
    }
    unused_profile(id: &str) { nb: "ingen klinikk har profilen `{id}`", en: "no clinic lists the profile `{id}`" }
    list_the_profile(id: &str) {
        nb: "skriv `profiles = [\"{id}\"]` i `clinic.toml` hos klinikkene den er for, eller slett mappen",
        en: "write `profiles = [\"{id}\"]` in the `clinic.toml` of the clinics that it is for, or delete the folder",
    }
    override_repeats_value(key: &str) { nb: "`{key}` er det samme som i laget under", en: "`{key}` is the same as in the layer below" }
    override_repeats_clause(clause: &str) { nb: "`{clause}` sier det samme som i laget under", en: "`{clause}` says the same as in the layer below" }
    same_here() { nb: "det samme", en: "the same" }
    remove_the_line() { nb: "slett linjen; den arver verdien", en: "delete the line; the value is inherited" }
    remove_the_files() { nb: "slett filene; teksten arves", en: "delete the files; the text is inherited" }
    override_for_a_name(clause: &str, value: &str) {
        nb: "`{clause}` er skrevet på nytt bare for `{value}`",
        en: "`{clause}` is written anew for `{value}` alone",
    }
    use_a_placeholder(placeholder: &str) {
        nb: "skriv `{placeholder}` i teksten under, og slett denne",
        en: "write `{placeholder}` in the text below, and delete this one",
    }
    text_below() { nb: "teksten under", en: "the text below" }
    unused_recipient(id: &str) { nb: "mottakeren `{id}` nevnes av ingen formål", en: "no purpose names the recipient `{id}`" }
    name_it_in_a_purpose(id: &str) {
        nb: "legg `{id}` til `recipients` i formålet den gjelder, eller ta den bort",
        en: "add `{id}` to the `recipients` of the purpose that it is for, or remove it",
    }
    cookies_without_consent(id: &str) {
        nb: "kategorien `{id}` måler eller markedsfører uten å spørre først (ekomloven § 3-15)",
        en: "category `{id}` measures or markets without asking first (ekomloven § 3-15)",
    }
    ask_first() { nb: "skriv `consent = true`, og la nettstedet spørre før noe lagres", en: "write `consent = true`, and let the web site ask before anything is stored" }

    report_title() { nb: "Hva sidene sier", en: "What the pages say" }
    report_lead(date: &str) {
        nb: "Hva artikkel 13 og 14 i personvernforordningen ber om, og hva som svarer på det, {date}. Oversikten sier hva som står der, ikke om det er godt nok",
        en: "What GDPR Articles 13 and 14 ask for, and what answers it, on {date}. The table says what is there, not whether it is good enough",
    }
    clinic() { nb: "Klinikk", en: "Clinic" }
    language() { nb: "Språk", en: "Language" }
    state_answered() { nb: "besvart", en: "answered" }
    state_partial() { nb: "delvis", en: "in part" }
    state_missing() { nb: "mangler", en: "missing" }
    state_not_applicable() { nb: "gjelder ikke", en: "not applicable" }
    date_heading() { nb: "dato", en: "date" }
    answers_heading() { nb: "Svarene", en: "The answers" }
    lacks_it() { nb: "uten svar", en: "without an answer" }
    back_to_table() { nb: "til tabellen", en: "to the table" }
    report_written(path: &str) { nb: "skrevet til {path}", en: "written to {path}" }
    output_is_published(path: &str, folder: &str) {
        nb: "`{path}` ligger i `{folder}`, som hører til nettstedet; velg et annet sted",
        en: "`{path}` is in `{folder}`, which belongs to the site; choose another place",
    }
    name_is_not_kept(path: &str, name: &str) {
        nb: "i `{path}` er `{name}` et navn som ikke betyr det samme overalt; velg et som ikke slutter på punktum eller mellomrom",
        en: "in `{path}`, `{name}` is a name that does not mean the same everywhere; choose one that ends in no dot and no space",
    }
    cannot_write(path: &str, cause: &str) { nb: "kan ikke skrive `{path}`: {cause}", en: "cannot write `{path}`: {cause}" }
    no_clinics() { nb: "ingen klinikker", en: "no clinics" }
    law_read_ahead(id: &str, date: &str) { nb: "loven `{id}` er lest {date}, som er i framtiden", en: "the law `{id}` was read on {date}, which is in the future" }
    write_the_day_of_reading() { nb: "skriv dagen da noen leste loven hos Lovdata", en: "write the day when somebody read the law at Lovdata" }
    basis_is_lost(id: &str, laws: &str) { nb: "grunnlagene for `{id}` nevner ikke lenger {laws}", en: "the bases of `{id}` no longer name {laws}" }
    write_the_basis_again() { nb: "skriv grunnlaget med loven også, hvis det fortsatt gjelder", en: "write the basis with that law too, if it still holds" }
    clause_is_shorter(id: &str, before: usize, now: usize) { nb: "teksten `{id}` har {now} ord der den den erstatter, har {before}", en: "clause `{id}` has {now} words where the one that it replaces has {before}" }
    longer_here() { nb: "den lengre teksten", en: "the longer text" }
    say_the_op() { nb: "skriv `op = \"append\"` hvis dette er et tillegg, eller `op = \"replace\"` hvis det skal stå alene", en: "write `op = \"append\"` if this is an addition, or `op = \"replace\"` if it is to stand alone" }
}

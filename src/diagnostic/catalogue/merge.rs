//! What is said when layers are merged.

messages! {
    profiles_are(names: &str) { nb: "profilene er {names}", en: "the profiles are {names}" }
    unknown_profile(id: &str) { nb: "det finnes ingen profil `{id}`", en: "there is no profile `{id}`" }
    unknown_id(table: &str, id: &str) { nb: "`{table}.{id}` finnes ikke", en: "there is no `{table}.{id}`" }
    no_clinic_has(kind: &str, id: &str) { nb: "ingen klinikk har `{kind}.{id}`", en: "no clinic has `{kind}.{id}`" }
    names_what_is_removed(table: &str, id: &str) {
        nb: "`{table}.{id}` nevnes her, men er fjernet for en klinikk",
        en: "`{table}.{id}` is named here, but removed for a clinic",
    }
    removed_here() { nb: "fjernet her", en: "removed here" }
    removes_what_is_not_there(table: &str, id: &str) {
        nb: "`{table}.{id}` fjernes, men finnes ikke i lagene under",
        en: "`{table}.{id}` is removed, but the layers below have none",
    }
    incomplete(table: &str, id: &str, missing: &str) {
        nb: "`{table}.{id}` mangler {missing}",
        en: "`{table}.{id}` lacks {missing}",
    }
    clinic_without_controllers() { nb: "klinikken har ingen behandlingsansvarlig", en: "the clinic has no controller" }
    add_keys_and_the_legal_name(keys: &str) { nb: "legg til {keys}; `name` er det juridiske navnet, slik Enhetsregisteret har det", en: "add {keys}; `name` is the legal name, as the company register has it" }
    add_keys(missing: &str) { nb: "legg til {missing}", en: "add {missing}" }
    about_is_incomplete(missing: &str) { nb: "`about.toml` mangler {missing}", en: "`about.toml` lacks {missing}" }
    add_keys_to_about(missing: &str) { nb: "legg til {missing} i `content/group/about.toml`", en: "add {missing} to `content/group/about.toml`" }
    profile_listed_twice(id: &str) { nb: "profilen `{id}` står to ganger", en: "the profile `{id}` is listed twice" }
    not_in_the_list_below(id: &str) { nb: "`{id}` står ikke i listen som det tas bort fra", en: "`{id}` is not in the list that it is taken from" }
    contact_is_abroad() { nb: "kontakten er i et annet land", en: "the contact is in another country" }
    number_without_country() { nb: "organisasjonsnummeret står uten land", en: "the company number stands without a country" }
    add_country() { nb: "legg til `country = \"NO\"` eller et annet land", en: "add `country = \"NO\"`, or another country" }

    changes_what_is_not_there(id: &str) {
        nb: "teksten `{id}` skal endres, men finnes ikke i lagene under",
        en: "clause `{id}` is to be changed, but the layers below have none",
    }
    remove_op() { nb: "ta bort `op` hvis teksten er ny", en: "remove `op` if the clause is new" }
    clause_is_locked(id: &str) {
        nb: "teksten `{id}` er låst og kan ikke endres her",
        en: "clause `{id}` is locked and cannot be changed here",
    }
    clause_may_only_be_extended(id: &str) {
        nb: "teksten `{id}` kan bare få tillegg",
        en: "clause `{id}` may only be added to",
    }
    set_here() { nb: "bestemt her", en: "set here" }
    ask_the_group() { nb: "be den som har fellesteksten om å endre den", en: "ask whoever keeps the group's text to change it" }
    clause_has_its_place() {
        nb: "teksten har alt en plass i lagene under",
        en: "the clause already has its place in the layers below",
    }
    contract_is_the_groups() {
        nb: "bare laget der teksten er ny, bestemmer hvem som kan endre den",
        en: "only the layer where the clause is new decides who may change it",
    }
    remove_this_key() { nb: "ta bort nøkkelen", en: "remove this key" }
    header_is_misspelt(table: &str, written: &str, named: &str) {
        nb: "ingenting nevner `{table}.{written}`, men flere steder nevner `{table}.{named}`, som ikke finnes",
        en: "nothing names `{table}.{written}`, but several places name `{table}.{named}`, which is not there",
    }
    in_the_list_below(id: &str) { nb: "`{id}` står alt i listen som det legges til i", en: "`{id}` is already in the list that it is added to" }
    remove_the_name() { nb: "ta bort navnet herfra", en: "remove the name from here" }
    named_here() { nb: "nevnt her", en: "named here" }
    unknown_clause(id: &str) { nb: "det finnes ingen tekst `{id}`", en: "there is no clause `{id}`" }
    clinic_is_incomplete(id: &str, missing: &str) { nb: "klinikken `{id}` mangler {missing}", en: "clinic `{id}` lacks {missing}" }
    clause_listed_twice(id: &str) { nb: "teksten `{id}` står to ganger i listen", en: "clause `{id}` is listed twice" }
    clause_in_two_documents(id: &str, other: &str) {
        nb: "teksten `{id}` står også i dokumentet `{other}`",
        en: "clause `{id}` is also in document `{other}`",
    }
    not_listed_above(id: &str) {
        nb: "`{id}` står ikke lenger opp i listen, eller er alt på tredje nivå",
        en: "`{id}` is not listed above, or is on the third level already",
    }
    clause_without_place(id: &str) { nb: "teksten `{id}` står ikke i noe dokument", en: "clause `{id}` is in no document" }
    list_it_in_policy() { nb: "før den opp i `policy.toml`", en: "list it in `policy.toml`" }
    add_after_or_under() {
        nb: "skriv øverst i filen, mellom to linjer `+++`: `after = \"…\"` eller `under = \"…\"`",
        en: "write at the top of the file, between two lines `+++`: `after = \"…\"` or `under = \"…\"`",
    }
    no_document_holds(id: &str) { nb: "ingen av klinikkens dokumenter har teksten `{id}`", en: "no document of the clinic holds clause `{id}`" }
    leaves_out_what_is_not_listed(id: &str) {
        nb: "`{id}` utelates, men står ikke i listen under",
        en: "`{id}` is left out, but the list below does not have it",
    }
    list_is_silent_on(names: &str, folder: &str) {
        nb: "den nye listen i `{folder}` sier ingenting om {names}",
        en: "the new list in `{folder}` says nothing of {names}",
    }
    name_in_left_out(names: &str) { nb: "før opp {names} i `clauses` eller i `left_out`", en: "add {names} to `clauses` or to `left_out`" }
    omits_a_locked_part(id: &str) { nb: "da forsvinner også den låste teksten `{id}`", en: "that would take the locked clause `{id}` away too" }

    stands_under_an_omitted_clause(id: &str) { nb: "teksten står under `{id}`, som utelates, og ville ikke bli vist", en: "the clause stands under `{id}`, which is left out, and would not be shown" }
    left_out_here() { nb: "utelatt her", en: "left out here" }
    use_after() { nb: "bruk `after` med en tekst som vises", en: "use `after` with a clause that is shown" }
    several_publishers(clinic: &str) { nb: "flere merkevarer publiserer klinikken `{clinic}`, og ingen av dem er originalen", en: "several brands publish clinic `{clinic}`, and none of them is the original" }
    name_a_canonical(brand: &str) { nb: "skriv `canonical = \"{brand}\"` eller en av de andre i `clinic.toml`", en: "write `canonical = \"{brand}\"`, or one of the others, in `clinic.toml`" }
    text_lacks_language(field: &str, language: &str) { nb: "`{field}` mangler på `{language}`", en: "`{field}` is missing in `{language}`" }
    add_text(field: &str, language: &str) { nb: "legg til `{field}.{language} = \"…\"`", en: "add `{field}.{language} = \"…\"`" }
    clause_lacks_language(id: &str, language: &str) { nb: "teksten `{id}` mangler på `{language}`", en: "clause `{id}` is missing in `{language}`" }
    write_file(name: &str) { nb: "skriv `{name}` i samme mappe", en: "write `{name}` in the same folder" }

    unpublished_clinic(id: &str) { nb: "ingen merkevare publiserer klinikken `{id}`", en: "no brand publishes clinic `{id}`" }
    name_it_in_a_brand() { nb: "før den opp under `clinics` i en fil i `content/brands/`", en: "name it under `clinics` in a file of `content/brands/`" }
    canonical_does_not_publish(brand: &str, clinic: &str) {
        nb: "merkevaren `{brand}` publiserer ikke klinikken `{clinic}`",
        en: "brand `{brand}` does not publish clinic `{clinic}`",
    }
    empty_table(table: &str, id: &str) { nb: "`[{table}.{id}]` er tom og endrer ingenting", en: "`[{table}.{id}]` is empty and changes nothing" }
    write_what_is_other_here() { nb: "skriv under den det som er annerledes her, eller slett den", en: "write below it what is other here, or delete it" }
    changes_no_name() { nb: "listen endres ikke: `add` og `remove` er tomme", en: "the list is not changed: `add` and `remove` are empty" }
    name_what_changes() { nb: "skriv `{{ add = [\"…\"] }}` eller `{{ remove = [\"…\"] }}`, eller slett linjen", en: "write `{{ add = [\"…\"] }}` or `{{ remove = [\"…\"] }}`, or delete the line" }
    listed_twice(id: &str) { nb: "`{id}` står to ganger", en: "`{id}` is listed twice" }
    duplicate_domain(domain: &str) { nb: "domenet `{domain}` er brukt fra før", en: "domain `{domain}` is taken already" }
    first_here() { nb: "først her", en: "first here" }
    documents_differ(first: &str, other: &str) {
        nb: "klinikkene `{first}` og `{other}` har ikke de samme dokumentene, men deler erklæring",
        en: "clinics `{first}` and `{other}` share a statement, but have different documents",
    }
    clause_differs(id: &str, first: &str, other: &str) {
        nb: "teksten `{id}` er ulik for `{first}` og `{other}`, som deler erklæring",
        en: "clause `{id}` differs between `{first}` and `{other}`, which share a statement",
    }
}

//! What the commands say.

messages! {
    could_not(cause: &str) { nb: "feil: {cause}", en: "error: {cause}" }
    unexpected(cause: &str) { nb: "uventet: {cause}", en: "unexpected: {cause}" }
    source_date_epoch(value: &str) {
        nb: "SOURCE_DATE_EPOCH er `{value}`, som ikke er et antall sekunder",
        en: "SOURCE_DATE_EPOCH is `{value}`, which is no number of seconds",
    }
    date_out_of_range(date: &str) { nb: "`{date}` er utenfor årene 1900 til 2199", en: "`{date}` is outside of the years 1900 to 2199" }
    nothing_published(errors: usize) {
        nb: "feil: {errors}. Ingenting er publisert, og sidene som var der, er urørt",
        en: "errors: {errors}. Nothing was published, and the pages that were there are untouched",
    }
    brands_kept(brands: &str) { nb: "har feil, og er slik de var: {brands}", en: "with errors, and as they were: {brands}" }
    brands_not_published(brands: &str) {
        nb: "har feil, og er ikke publisert, for de har ikke vært det før: {brands}",
        en: "with errors, and not published, since they never were: {brands}",
    }
    and_more(count: usize, path: &str) { nb: "… og {count} til i `{path}`", en: "… and {count} more in `{path}`" }
    found_in_clinics(count: usize, names: &str) { nb: "gjelder {count} klinikker: {names}", en: "for {count} clinics: {names}" }
    and_so_many_more(count: usize) { nb: "(og {count} til)", en: "(and {count} more)" }
    no_rule(name: &str) { nb: "det finnes ingen regel `{name}`", en: "there is no rule `{name}`" }
    rules_are() {
        nb: "Regler. `[levels]` i `site.toml` gir dem et annet nivå, og `allow.toml` tillater det en regel finner",
        en: "Rules. `[levels]` in `site.toml` gives them another level, and `allow.toml` allows what a rule finds",
    }
    other_findings_are() { nb: "Andre funn", en: "Other findings" }
    has_phrases_for(languages: &str) {
        nb: "Regelen har ord og vendinger for tekster på: {languages}",
        en: "The rule has phrases for texts in: {languages}",
    }
    has_phrases_for_all(languages: &str) {
        nb: "Regelen har ord og vendinger for tekster på: {languages}; noen av dem finnes også i tekster på andre språk",
        en: "The rule has phrases for texts in: {languages}; some of them are found in texts in other languages too",
    }
    rules_without_phrases(language: &str, rules: usize) {
        nb: "tekster på `{language}`: {rules} av reglene har ingen ord og vendinger på det språket, og ser ikke på dem",
        en: "texts in `{language}`: {rules} of the rules have no phrases in that language, and do not look at them",
    }
    no_brand(id: &str) { nb: "det finnes ikke noe nettsted `{id}`", en: "there is no brand `{id}`" }
    is_an_error() { nb: "feil", en: "error" }
    is_a_warning() { nb: "advarsel", en: "warning" }
    nothing_found() { nb: "ingen funn", en: "no findings" }
    excused(count: usize) {
        nb: "{count} mangler er ikke nevnt, siden `site.toml` sier at dette er et eksempel eller en kladd; `felles check --all` viser dem",
        en: "{count} gaps are not told, since `site.toml` says that this is an example or a draft; `felles check --all` shows them",
    }
    findings(errors: usize, warnings: usize) { nb: "feil: {errors}, advarsler: {warnings}", en: "errors: {errors}, warnings: {warnings}" }
    nothing_changed(sites: usize, output: &str) {
        nb: "nettsteder i {output}/: {sites}, alle som før",
        en: "sites in {output}/: {sites}, all as they were",
    }
    published(sites: usize, output: &str, written: usize, kept: usize, removed: usize) {
        nb: "nettsteder i {output}/: {sites} (filer skrevet: {written}, som før: {kept}, borte: {removed})",
        en: "sites in {output}/: {sites} (files written: {written}, as they were: {kept}, gone: {removed})",
    }
    no_clinic(id: &str) { nb: "det finnes ingen klinikk `{id}`", en: "there is no clinic `{id}`" }
    no_key(key: &str, clinic: &str) {
        nb: "klinikken `{clinic}` har verken en opplysning eller en tekst `{key}`",
        en: "clinic `{clinic}` has neither a key nor a clause `{key}`",
    }
    because(reason: &str) { nb: "grunn: {reason}", en: "reason: {reason}" }
    layer_group() { nb: "gruppen", en: "group" }
    layer_profile(id: &str) { nb: "profilen {id}", en: "profile {id}" }
    layer_clinic(id: &str) { nb: "klinikken {id}", en: "clinic {id}" }
    action_sets() { nb: "gjelder", en: "in force" }
    action_replaced() { nb: "erstattet", en: "replaced" }
    action_taken_away() { nb: "tatt bort", en: "taken away" }
    action_removes() { nb: "fjerner", en: "removes" }
    action_replaces() { nb: "erstatter", en: "replaces" }
    action_prepends() { nb: "setter foran", en: "prepends" }
    action_appends() { nb: "legger til", en: "appends" }
    action_hidden() { nb: "vises ikke", en: "not shown" }
    action_hides() { nb: "skjuler her", en: "hides it here" }
    action_omits() { nb: "utelater", en: "omits" }
    folder_is_not_empty(folder: &str) { nb: "mappen `{folder}` er ikke tom", en: "the folder `{folder}` is not empty" }
    ask_group() { nb: "Hva heter klinikkgruppen?", en: "What is the clinic group called?" }
    ask_clinic() { nb: "Hva heter den første klinikken?", en: "What is the first clinic called?" }
    ask_brand(default: &str) { nb: "Hva heter merkevaren? [{default}]", en: "What is the brand called? [{default}]" }
    ask_domain() { nb: "Hvilket domene skal siden ligge på?", en: "On which domain will the site be?" }
    flag_is_needed(flag: &str) { nb: "`{flag}` mangler", en: "`{flag}` is missing" }
    name_gives_no_id(name: &str) { nb: "navnet `{name}` har ingen bokstaver a–z", en: "the name `{name}` has no letters a–z" }
    site_is_made(folder: &str, quoted: &str) {
        nb: "`{folder}` er klar: kjør `felles build --root {quoted}`, og åpne `{folder}/content/README.md` for å se hva som står hvor",
        en: "`{folder}` is ready: run `felles build --root {quoted}`, and open `{folder}/content/README.md` to see what is where",
    }
    cannot_print(cause: &str) { nb: "kan ikke skrive svaret: {cause}", en: "cannot print the answer: {cause}" }
    starter_lacks_language(country: &str, language: &str, known: &str) {
        nb: "startteksten for {country} er ikke skrevet på `{language}`, bare på: {known}; velg et av disse, og oversett filene etterpå",
        en: "the starter policy for {country} is not written in `{language}`, only in: {known}; choose one of these, and translate the files afterwards",
    }
}

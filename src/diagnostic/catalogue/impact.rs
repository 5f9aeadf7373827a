//! What `felles impact` says: who sees a text or a value.

messages! {
    seen_on(brands: usize, all_brands: usize, clinics: usize, all_clinics: usize) {
        nb: "vises på {brands} av {all_brands} nettsteder, hos {clinics} av {all_clinics} klinikker",
        en: "shown on {brands} of {all_brands} sites, by {clinics} of {all_clinics} clinics",
    }
    seen_nowhere() { nb: "vises ikke på noe nettsted i dag", en: "shown on no site today" }
    brands() { nb: "nettsteder", en: "sites" }
    clinics() { nb: "klinikker", en: "clinics" }
    shielded(count: usize) { nb: "har sitt eget: {count}", en: "with their own: {count}" }
    hidden(count: usize) { nb: "gjelder, men står ikke på siden: {count}", en: "in force, but not on the page: {count}" }
    and_more(count: usize) { nb: "… og {count} til (`--format json` viser alle)", en: "… and {count} more (`--format json` shows all)" }
    and_more_places(count: usize) { nb: "… og {count} steder til", en: "… and {count} more places" }
    all_clinics() { nb: "alle klinikker", en: "all clinics" }
    layer_brand() { nb: "nettstedet", en: "site of a brand" }
    layer_theme() { nb: "temaet", en: "theme" }
    layer_site() { nb: "alle nettsteder", en: "all sites" }
    by_condition() { nb: "betingelsen er ikke oppfylt her", en: "the condition does not hold here" }
    by_list() { nb: "ingen liste har den med her", en: "no list names it here" }
    by_days() { nb: "vises ikke på denne datoen", en: "not shown on this date" }
    by_language() { nb: "nettstedene har ikke språket", en: "the sites do not have the language" }
    by_brand() { nb: "ingen nettsteder viser klinikken", en: "no brand publishes the clinic" }
    by_nothing() { nb: "sidene forteller det ikke", en: "pages do not tell it" }
    no_such_key(key: &str) {
        nb: "det finnes verken en opplysning, en tekst eller en fil `{key}`",
        en: "there is neither a key nor a clause nor a file `{key}`",
    }
    no_such_line(path: &str, lines: usize) {
        nb: "`{path}` har bare {lines} linjer",
        en: "`{path}` has only {lines} lines",
    }
    nothing_there(place: &str) {
        nb: "ingen side er laget av det som står her: `{place}`",
        en: "no page is made of what stands here: `{place}`",
    }
}

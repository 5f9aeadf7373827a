//! What is said of a theme's templates.

messages! {
    unknown_field(path: &str) {
        nb: "ukjent felt `{path}`",
        en: "unknown field `{path}`",
    }
    unknown_variable(name: &str) {
        nb: "ukjent variabel `{name}`",
        en: "unknown variable `{name}`",
    }
    did_you_mean(name: &str) {
        nb: "mente du `{name}`?",
        en: "did you mean `{name}`?",
    }
    fields_that_exist(path: &str, names: &str) {
        nb: "`{path}` har disse feltene: {names}",
        en: "`{path}` has these fields: {names}",
    }
    variables_that_exist(names: &str) {
        nb: "disse finnes her: {names}",
        en: "these exist here: {names}",
    }
    is_a_list(path: &str) {
        nb: "`{path}` er en liste: gå gjennom den med `for`, eller ta ett element med `[0]`",
        en: "`{path}` is a list: go through it with `for`, or take one element with `[0]`",
    }
    has_no_fields(path: &str) {
        nb: "`{path}` har ingen felter",
        en: "`{path}` has no fields",
    }
    unknown_filter(name: &str) {
        nb: "ukjent filter `{name}`",
        en: "unknown filter `{name}`",
    }
    unknown_test(name: &str) {
        nb: "ukjent test `{name}`",
        en: "unknown test `{name}`",
    }
    unknown_function(name: &str) {
        nb: "ukjent funksjon `{name}`",
        en: "unknown function `{name}`",
    }
    unknown_template(name: &str) {
        nb: "temaet har ingen mal `{name}`",
        en: "the theme has no template `{name}`",
    }
    unknown_block(name: &str) {
        nb: "ingen mal som denne bygger på, har en blokk `{name}`",
        en: "no template that this one extends has a block `{name}`",
    }
    blocks_that_exist(names: &str) {
        nb: "disse blokkene finnes: {names}",
        en: "these blocks exist: {names}",
    }
    unordered_groups() {
        nb: "`group_by` gir gruppene i en ny rekkefølge hver gang, så sidene ville ikke blitt like",
        en: "`group_by` gives its groups in a new order each time, so the pages would not come out the same",
    }
    template_not_checked(name: &str) {
        nb: "feltene i malen `{name}` kan ikke kontrolleres fra dette stedet",
        en: "the fields in the template `{name}` cannot be checked from this place on",
    }
    template_syntax() { nb: "malen er ikke riktig skrevet her", en: "the template is not well formed here" }
    tera_says(words: &str) { nb: "Tera sier: {words}", en: "Tera says: {words}" }
    another_sign_is_expected(there: &str, expected: &str) {
        nb: "her står `{there}`, men det skulle stått `{expected}`",
        en: "there is `{there}` where `{expected}` should be",
    }
    template_ends_too_early() {
        nb: "malen slutter midt i en kode",
        en: "the template ends in the middle of a tag",
    }
    unknown_tag(name: &str) {
        nb: "ukjent kode `{name}`",
        en: "unknown tag `{name}`",
    }
    template_in_a_circle(chain: &str) {
        nb: "malene henter hverandre i ring: {chain}",
        en: "the templates load one another in a circle: {chain}",
    }
    template_not_utf8(name: &str) {
        nb: "malen `{name}` er ikke lagret som UTF-8",
        en: "the template `{name}` is not saved as UTF-8",
    }
    save_as_utf8() {
        nb: "lagre filen på nytt med tegnkodingen UTF-8",
        en: "save the file again with the encoding UTF-8",
    }
    template_missing(theme: &str, name: &str) {
        nb: "temaet `{theme}` mangler malen `{name}`",
        en: "the theme `{theme}` lacks the template `{name}`",
    }
    template_fails(words: &str) {
        nb: "malen kan ikke fylles ut: {words}",
        en: "the template cannot be filled in: {words}",
    }
    no_value_here() {
        nb: "det er ingen verdi her på denne siden",
        en: "there is no value here on this page",
    }
    guard_the_value() {
        nb: "sett det inn i en `if` som spør om verdien finnes",
        en: "put it inside an `if` that asks whether the value exists",
    }
}

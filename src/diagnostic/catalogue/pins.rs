//! What is said of overrides and translations, and of the texts that they were written against.

messages! {
    not_a_fingerprint(text: &str) {
        nb: "`{text}` er ikke et fingeravtrykk av en tekst",
        en: "`{text}` is not the fingerprint of a text",
    }
    let_review_write_it() {
        nb: "slett den; `felles review` skriver den for deg, som `sha256:` og tolv siffer",
        en: "delete it; `felles review` writes it for you, as `sha256:` and twelve digits",
    }
    pin_of_nothing(field: &str) {
        nb: "`base` nevner `{field}`, som ikke er skrevet her",
        en: "`base` names `{field}`, which is not written here",
    }
    remove_the_pin() { nb: "ta den ut av `base`", en: "take it out of `base`" }
    main_language_is_no_translation(language: &str) {
        nb: "`{language}` er språket som de andre er oversatt fra",
        en: "`{language}` is the language that the others are translated from",
    }
    name_the_other_language() {
        nb: "skriv språket som oversettelsen er på, for eksempel `translated_from.en`",
        en: "write the language of the translation, for example `translated_from.en`",
    }

    override_is_stale(key: &str) {
        nb: "`{key}` ble skrevet ut fra noe som er endret siden",
        en: "`{key}` was written against something that has changed since",
    }
    override_is_stale_in(key: &str, language: &str) {
        nb: "`{key}` (`{language}`) ble skrevet ut fra en tekst som er endret siden",
        en: "`{key}` (`{language}`) was written against a text that has changed since",
    }
    base_now() { nb: "slik er det nå i laget under", en: "this is what the layer below has now" }
    base_is_gone(key: &str) {
        nb: "`{key}` ble skrevet ut fra noe som ikke finnes i lagene under lenger",
        en: "`{key}` was written against something that the layers below do not have any more",
    }
    translation_is_stale(id: &str, language: &str, main: &str) {
        nb: "`{id}` er endret på `{main}` siden den ble oversatt til `{language}`",
        en: "`{id}` has changed in `{main}` since it was translated into `{language}`",
    }
    translated_from_this() { nb: "slik er originalen nå", en: "this is the original now" }
    run_review(layer: &str, key: &str) {
        nb: "kjør `felles review {layer} {key}`: den viser hva som er endret, og lar deg beholde, fjerne eller rette",
        en: "run `felles review {layer} {key}`: it shows what changed, and lets you keep, remove or mend it",
    }
    clause_was_renamed(old: &str, new: &str) {
        nb: "`{old}` heter nå `{new}`; teksten er brukt under det nye navnet",
        en: "`{old}` is now called `{new}`; the text is used under the new name",
    }
    renamed_here() { nb: "nytt navn her", en: "renamed here" }
    rename_the_files(file: &str) { nb: "gi filen navnet `{file}`", en: "call the file `{file}`" }
    old_name_is_still_there(old: &str) {
        nb: "`{old}` finnes fortsatt, og kan ikke ha fått nytt navn",
        en: "`{old}` is still there, so it cannot have been renamed",
    }
    remove_renamed_from() {
        nb: "ta bort `renamed_from`, eller filene med det gamle navnet",
        en: "remove `renamed_from`, or the files with the old name",
    }
}

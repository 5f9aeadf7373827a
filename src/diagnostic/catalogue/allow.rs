//! What is said of levels and of what is allowed.

messages! {
    no_rule(name: &str) { nb: "det finnes ingen regel `{name}`", en: "there is no rule `{name}`" }
    level_of_days(rule: &str) {
        nb: "`{rule}` kan ikke være en feil: det er bare dagene som går, som gir slike funn",
        en: "`{rule}` cannot be an error: only the passing of days brings its findings",
    }
    is_promised(rule: &str) {
        nb: "`{rule}` kan ikke slås av: at sidene ikke kjører noe og ikke henter noe fra andre, er lovet pasienter og verter",
        en: "`{rule}` cannot be switched off: that the pages run nothing and fetch nothing from others is promised to patients and hosts",
    }
    mend_the_theme() { nb: "ta bort linjen, og rett temaet der funnet står", en: "take the line away, and mend the theme where the finding is" }
    write_warning_and_deny_by_hand() {
        nb: "skriv `\"warning\"`, så stopper ikke bygget en dag ingen har endret noe; `felles check --deny warnings` gjør advarsler til feil for den som ser over innholdet",
        en: "write `\"warning\"`, so that no build stops on a day when nobody changed anything; `felles check --deny warnings` fails on warnings for a person who looks over the content",
    }
    allowed_until_here() { nb: "var tillatt til denne dagen", en: "was allowed until this day" }
    allowance_has_ended(rule: &str) { nb: "tillatelsen for `{rule}` er over", en: "the allowance for `{rule}` has ended" }
    mend_or_set_a_later_date() {
        nb: "rett det som er tillatt og fjern avsnittet, eller skriv en senere dato og en ny grunn",
        en: "mend what is allowed and remove the paragraph, or write a later date and a new reason",
    }
    allows_nothing(rule: &str) {
        nb: "tillatelsen for `{rule}` gjelder ingenting lenger",
        en: "the allowance for `{rule}` no longer applies to anything",
    }
    remove_the_allowance() { nb: "fjern avsnittet `[[allow]]`", en: "remove the paragraph `[[allow]]`" }
}

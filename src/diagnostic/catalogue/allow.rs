//! What is said of levels and of what is allowed.

messages! {
    no_rule(name: &str) { nb: "det finnes ingen regel `{name}`", en: "there is no rule `{name}`" }
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

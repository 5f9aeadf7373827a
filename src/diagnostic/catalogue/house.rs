//! What house rules say, and what is said of them.

messages! {
    house_rule(words: &str) { nb: "vi skriver ikke `{words}`", en: "we do not write `{words}`" }
    write_instead(words: &str) { nb: "skriv `{words}`", en: "write `{words}`" }
    rule_without_words() {
        nb: "regelen har ingen ord å se etter: både `avoid` og `instead` mangler",
        en: "the rule has no words to look for: `avoid` and `instead` are both missing",
    }
    write_words_to_avoid() {
        nb: "skriv `avoid.nb = [\"ordet\"]`, eller `[instead.nb]` og under den `\"ordet\" = \"det dere skriver i stedet\"`",
        en: "write `avoid.en = [\"the word\"]`, or `[instead.en]` and below it `\"the word\" = \"what you write instead\"`",
    }
    write_a_language_first() {
        nb: "skriv språket etter nøkkelen, som i `avoid.nb = [\"ordet\"]`",
        en: "write the language after the key, as in `avoid.en = [\"the word\"]`",
    }
    write_the_words_and_what_instead() {
        nb: "skriv `[instead.nb]` og under den `\"ordet\" = \"det dere skriver i stedet\"`",
        en: "write `[instead.en]` and below it `\"the word\" = \"what you write instead\"`",
    }
    list_without_words() { nb: "listen er tom", en: "the list is empty" }
    words_are_blank() { nb: "her står det ingen ord", en: "there are no words here" }
    write_words_or_take_the_key_away() { nb: "skriv ord, eller ta bort nøkkelen", en: "write words, or take the key away" }
    star_within_words(words: &str) { nb: "`{words}` har en stjerne som ikke står sist", en: "`{words}` has a star that is not its last sign" }
    write_the_star_last() {
        nb: "skriv stjernen sist: `samtykke*` finner også `samtykket` og `samtykkeskjema`",
        en: "write the star last: `consent*` finds `consents` and `consented` too",
    }
    words_stand_twice(words: &str) { nb: "`{words}` står to ganger", en: "`{words}` stands twice" }
    first_here() { nb: "først her", en: "first here" }
    keep_one_of_them() { nb: "behold en av dem", en: "keep one of them" }
    exception_never_fits(words: &str) {
        nb: "unntaket `{words}` gjelder aldri: ingen av ordene regelen ser etter på det språket, står i det",
        en: "the exception `{words}` never applies: none of the words that the rule looks for in that language stands in it",
    }
    write_words_with_the_exception() {
        nb: "skriv unntaket med ordet som er greit, som `i henhold til lov` der `i henhold til` ellers ikke er det; eller ta det bort",
        en: "write the exception with the words that are fine, such as `pursuant to law` where `pursuant to` is not; or take it away",
    }
    name_is_taken(name: &str) { nb: "`{name}` er allerede navnet på en regel eller et funn i felles", en: "`{name}` is already the name of a rule or a finding of felles" }
    call_the_file_otherwise() { nb: "gi filen et annet navn", en: "give the file another name" }
    house_rules_are(folder: &str) { nb: "Husregler, fra `{folder}`", en: "House rules, from `{folder}`" }
    finds_words(words: &str) { nb: "Ordene {words}", en: "The words {words}" }
    write_what_instead(pairs: &str) { nb: "Skriv dette i stedet: {pairs}", en: "Write this instead: {pairs}" }
    write_it_otherwise() { nb: "Skriv det på en annen måte", en: "Write it in another way" }
    but_not_in(exceptions: &str) { nb: "Ordene er greie i {exceptions}", en: "The words are fine in {exceptions}" }
}

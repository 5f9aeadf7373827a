//! What is said of a file that is not well-formed TOML.

messages! {
    duplicate_key(key: &str) { nb: "`{key}` står to ganger", en: "`{key}` is written twice" }
    keep_one() { nb: "behold bare den ene", en: "keep only one of them" }
    write_the_header_between() {
        nb: "er dette noe annet, så skriv overskriften i hakeparenteser over denne linjen; ellers behold bare det ene",
        en: "if this is something else, write its header in brackets above this line; otherwise keep only one of them",
    }
    first_here() { nb: "først her", en: "first here" }
    nested_too_deeply() { nb: "for mange parenteser i hverandre", en: "too many brackets inside one another" }
    text_not_closed() { nb: "teksten mangler et anførselstegn", en: "the text lacks a quote" }
    close_text() {
        nb: "skriv `\"` både foran og bak teksten; et anførselstegn i selve teksten skrives `\\\"`",
        en: "write `\"` both before and after the text; a quote within the text is written `\\\"`",
    }
    long_text_not_closed() { nb: "teksten mangler sine tre avsluttende anførselstegn", en: "the text lacks its three closing quotes" }
    close_long_text() { nb: "avslutt teksten med `\"\"\"`", en: "end the text with `\"\"\"`" }
    backslash_in_text() { nb: "tegnet etter `\\` har ingen betydning her", en: "the sign after `\\` means nothing here" }
    write_two_backslashes() { nb: "skriv `\\\\` for å vise en `\\`", en: "write `\\\\` to show a `\\`" }
    header_not_closed() { nb: "navnet i hakeparenteser mangler en parentes", en: "the name in brackets lacks a bracket" }
    close_header() { nb: "skriv `[` foran navnet og `]` bak", en: "write `[` before the name and `]` after it" }
    list_not_closed() { nb: "listen mangler en hakeparentes", en: "the list lacks a bracket" }
    close_list() { nb: "begynn listen med `[` og avslutt den med `]`", en: "begin the list with `[` and end it with `]`" }
    braces_not_closed() { nb: "det mangler en krøllparentes", en: "a brace is missing" }
    close_braces() { nb: "begynn med `{{` og avslutt med `}}`", en: "begin with `{{` and end with `}}`" }
    comma_is_missing() { nb: "det mangler et komma", en: "a comma is missing" }
    separate_with_commas() { nb: "sett komma mellom leddene", en: "put commas between the parts" }
    comma_too_many() { nb: "det er et komma for mye", en: "there is one comma too many" }
    remove_the_comma() { nb: "ta bort kommaet", en: "remove the comma" }
    equals_sign_is_missing() { nb: "det mangler et likhetstegn", en: "an equals sign is missing" }
    equals_sign_too_many() { nb: "det er et likhetstegn for mye", en: "there is one equals sign too many" }
    write_key_and_value() { nb: "skriv `nøkkel = \"verdi\"`", en: "write `key = \"value\"`" }
    value_is_missing(key: &str) { nb: "`{key}` har ingen verdi", en: "`{key}` has no value" }
    not_a_key(text: &str) { nb: "`{text}` kan ikke være en nøkkel", en: "`{text}` cannot be a key" }
    keys_are() {
        nb: "nøkler har bare bokstavene a–z, sifre, `-` og `_`",
        en: "keys have only the letters a–z, digits, `-` and `_`",
    }
    key_has_a_value_already(key: &str) { nb: "`{key}` har alt en verdi lenger opp", en: "`{key}` already has a value further up" }
    value_without_quotes(key: &str) { nb: "verdien av `{key}` kan ikke leses", en: "the value of `{key}` cannot be read" }
    put_in_quotes() {
        nb: "sett teksten i anførselstegn: `\"…\"`; en dato skrives `2026-06-20`",
        en: "put the text in quotes: `\"…\"`; a date is written `2026-06-20`",
    }
    no_such_day(day: &str) { nb: "dagen `{day}` finnes ikke", en: "there is no day `{day}`" }
    look_at_the_month() { nb: "se på måneden: den har færre dager, eller året har færre måneder", en: "look at the month: it has fewer days, or the year has fewer months" }
    curly_quotes(sign: &str) { nb: "`{sign}` er ikke et anførselstegn som begynner eller slutter en tekst her", en: "`{sign}` is no quote that starts or ends a text here" }
    write_straight_quotes() { nb: "skriv rette anførselstegn: `\"…\"`; Word og Mac gjør dem skrå av seg selv", en: "write straight quotes: `\"…\"`; Word and a Mac turn them by themselves" }
    other_space(column: usize) { nb: "kolonne {column} har et hardt mellomrom, som ser ut som et vanlig", en: "column {column} holds a no-break space, which looks like an ordinary one" }
    write_an_ordinary_space() { nb: "slett det, og skriv et vanlig mellomrom", en: "delete it, and write an ordinary space" }
    unseen_sign(column: usize, code: &str) { nb: "kolonne {column} har et tegn som ingen ser ({code})", en: "column {column} holds a sign that nobody sees ({code})" }
    delete_the_sign() { nb: "slett tegnet; er det vanskelig å treffe, skriv linjen på nytt", en: "delete the sign; if it is hard to hit, write the line anew" }
    something_after_the_value() { nb: "det står noe på linjen som ikke hører til", en: "there is something on the line that does not belong" }
    one_key_a_line() {
        nb: "skriv én nøkkel på hver linje, og `#` foran en kommentar",
        en: "write one key on each line, and `#` before a comment",
    }
    line_cannot_be_read() { nb: "linjen kan ikke leses", en: "the line cannot be read" }
}

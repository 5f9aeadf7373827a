//! What is said of the files in `content/static/`.

messages! {
    static_file_without_brand(name: &str) {
        nb: "filen `{name}` i `content/static` ligger ikke i mappen til noe nettsted",
        en: "the file `{name}` in `content/static` is in the folder of no brand",
    }
    put_it_below_a_brand() { nb: "flytt den til `content/static/<nettsted>/`", en: "move it to `content/static/<brand>/`" }
    static_folder_of_no_brand(folder: &str) {
        nb: "mappen `content/static/{folder}` heter ikke som noe nettsted",
        en: "the folder `content/static/{folder}` is called like no brand",
    }
    name_it_after_a_brand() {
        nb: "gi mappen samme navn som filen til nettstedet i `content/brands`",
        en: "give the folder the name of the brand's file in `content/brands`",
    }
    rename_the_folder(name: &str) { nb: "mente du `content/static/{name}`?", en: "did you mean `content/static/{name}`?" }
    static_file_name(path: &str) {
        nb: "`{path}` kan ikke være navnet på en fil på et nettsted",
        en: "`{path}` cannot be the name of a file of a site",
    }
    use_plain_letters() {
        nb: "bruk bare bokstavene a–z, tall, `-`, `_` og `.`, og ingen navn som Windows holder av",
        en: "use the letters a–z, digits, `-`, `_` and `.` alone, and no name that Windows keeps for itself",
    }
    static_folder_is_taken(name: &str) {
        nb: "`{name}` er et navn som felles og de som viser sidene, bruker selv",
        en: "`{name}` is a name that felles and those who serve the pages use themselves",
    }
    put_it_elsewhere() { nb: "legg den et annet sted, eller ta den bort", en: "put it elsewhere, or take it away" }
    challenge_is_the_servers() {
        nb: "svar til den som utsteder sertifikater, er tjenerens sak og endrer seg uten at nettstedet gjør det",
        en: "answers to those who issue certificates are the server's, and change without the site",
    }
    set_the_folder_of_challenges() {
        nb: "ta den bort; `challenges` under `[hosting]` i `site.toml` sier hvor tjeneren har dem",
        en: "take it away; `challenges` below `[hosting]` in `site.toml` says where the server has them",
    }
    not_found_is_made() {
        nb: "siden for det som ikke finnes, lager felles på hvert språk",
        en: "felles makes the page for what is not there, in each language",
    }
    static_file_is_large(length: usize, most: usize) {
        nb: "filen er på {length} KB, og her er {most} KB det meste",
        en: "the file has {length} KB, and {most} KB is the most here",
    }
    static_file_kind(ending: &str) {
        nb: "filer som slutter på `.{ending}`, blir ikke publisert: de kan kjøre noe, eller ingen vet hva de er",
        en: "files that end with `.{ending}` are not published: they may run, or nobody knows what they are",
    }
    static_kinds_are(endings: &str) {
        nb: "disse går: {endings}, og navn uten punktum",
        en: "these will do: {endings}, and names without a point",
    }
    static_file_is_no_text(path: &str) { nb: "`{path}` er ikke tekst i UTF-8", en: "`{path}` is no text in UTF-8" }
    save_it_as_utf8() { nb: "lagre den som UTF-8", en: "save it as UTF-8" }
    static_xml_is_broken() { nb: "filen er ikke hel XML, eller har en DOCTYPE", en: "the file is no whole XML, or has a DOCTYPE" }
    static_xml_is_shown() {
        nb: "en nettleser ville vise dette som en side, med alt som den kjører",
        en: "a browser would show this as a page, with all that it runs",
    }
    fetch_it_again() {
        nb: "hent filen på nytt fra den som ba om den",
        en: "get the file again from whoever asked for it",
    }
    static_file_twice(one: &str, other: &str) {
        nb: "`{one}` og `{other}` er samme navn på mange tjenere",
        en: "`{one}` and `{other}` are the same name on many servers",
    }
    rename_one() { nb: "gi den ene et annet navn", en: "give one of them another name" }
    static_file_hides(path: &str, taken: &str) {
        nb: "`{path}` ville ta plassen til `{taken}`, som felles lager",
        en: "`{path}` would take the place of `{taken}`, which felles makes",
    }
    static_file_is_redirected(path: &str) {
        nb: "`/{path}` er en gammel adresse som fører videre, så filen ville ingen få se",
        en: "`/{path}` is an old address that leads on, so nobody would see the file",
    }
    take_the_redirect_or_file_away() {
        nb: "ta bort filen, eller adressen i `[redirects]`",
        en: "take away the file, or the address in `[redirects]`",
    }
    well_known_is_at_the_root(domain: &str) {
        nb: "nettstedet ligger under en sti, og `.well-known` leses bare fra roten av `{domain}`, som er et annet nettsted",
        en: "the site is below a path, and `.well-known` is read from the root of `{domain}` alone, which is another site",
    }
    give_it_to_the_other_site() {
        nb: "gi filen til den som har det nettstedet",
        en: "give the file to whoever has that site",
    }
    static_picture_is_broken(path: &str) {
        nb: "`{path}` er ikke et helt bilde av det slaget navnet sier",
        en: "`{path}` is no whole picture of the kind that its name says",
    }
    export_it_again() { nb: "eksporter bildet på nytt", en: "export the picture again" }
}

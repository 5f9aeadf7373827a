//! What is said when pages are made.

use super::Message;

messages! {
    string_is_no_text(key: &str) { nb: "`{key}` er ikke en tekst", en: "`{key}` is not a text" }
    strings_are_missing(keys: &str) { nb: "temaets språkfil mangler {keys}", en: "the theme's language file lacks {keys}" }
    names_are_missing(table: &str, keys: &str) { nb: "`[{table}]` i temaets språkfil mangler navn på {keys}", en: "`[{table}]` in the theme's language file lacks names of {keys}" }
    add_the_name(table: &str, key: &str) { nb: "skriv en linje for hver under `[{table}]`: `{key} = \"…\"`", en: "write a line for each below `[{table}]`: `{key} = \"…\"`" }
    unread_string(key: &str) { nb: "ingen mal leser teksten `{key}`", en: "no template reads the text `{key}`" }
    theme_lacks_language(language: &str) { nb: "temaet har ingen språkfil for `{language}`", en: "the theme has no language file for `{language}`" }
    unknown_theme(id: &str) { nb: "det finnes ikke noe tema `{id}`", en: "there is no theme `{id}`" }
    unused_theme(id: &str) { nb: "ingenting bruker temaet `{id}`", en: "nothing uses the theme `{id}`" }
    choose_the_theme(id: &str) {
        nb: "skriv `theme = \"{id}\"` i `site.toml`, eller `extends = \"{id}\"` i et annet tema; ellers slett mappen",
        en: "write `theme = \"{id}\"` in `site.toml`, or `extends = \"{id}\"` in another theme; otherwise delete the folder",
    }
    theme_extends_itself(id: &str) { nb: "temaet `{id}` bygger på seg selv", en: "theme `{id}` extends itself" }
    theme_without_stylesheet(id: &str) { nb: "temaet `{id}` har ingen `static/style.css`", en: "theme `{id}` has no `static/style.css`" }
    asset_is_not_published(name: &str) { nb: "`{name}` kan ikke publiseres", en: "`{name}` cannot be published" }
    asset_is_no_picture(name: &str) { nb: "`{name}` er ikke et helt bilde av det slaget navnet sier", en: "`{name}` is not a whole picture of the kind that its name says" }
    assets_are() {
        nb: "bare stilark, bilder (svg, png, jpg, webp, ico), skrifter (woff2) og txt kan publiseres, med rene filnavn",
        en: "only stylesheets, pictures (svg, png, jpg, webp, ico), fonts (woff2) and txt can be published, with plain file names",
    }
    unknown_token(name: &str) { nb: "temaets stilark har ingen egenskap `{name}` å endre", en: "the theme's stylesheet has no token `{name}` to change" }
    tokens_are(names: &str) { nb: "disse finnes: {names}", en: "these exist: {names}" }
    not_a_token_value(value: &str, name: &str) { nb: "`{value}` kan ikke stå for `{name}`", en: "`{value}` cannot stand for `{name}`" }
    write_a_length() { nb: "skriv et mål, for eksempel `0`, `.5rem` eller `4px`", en: "write a length, for example `0`, `.5rem` or `4px`" }
    write_plain_names() { nb: "skriv navn med komma mellom, for eksempel `Arial, sans-serif`", en: "write names with commas between, for example `Arial, sans-serif`" }
    in_the_light() { nb: "på lyse sider", en: "on light pages" }
    in_the_dark() { nb: "på mørke sider", en: "on dark pages" }
    too_little_contrast(front: &str, ground: &str, mode: &Message, has: &str, needs: &str) {
        nb: "`{front}` på `{ground}` har {mode} en kontrast på {has}:1, og trenger {needs}:1",
        en: "`{front}` on `{ground}` has a contrast of {has}:1 {mode}, and needs {needs}:1",
    }
    stands_on_this() { nb: "står på denne", en: "stands on this" }
    stands_on_it() { nb: "står på den", en: "stands on it" }
    move_them_apart(used_for: &str) {
        nb: "gjør den ene mørkere eller den andre lysere (brukt til: {used_for})",
        en: "make the one darker or the other lighter (used for: {used_for})",
    }
    fact_is_removed(path: &str) { nb: "`{path}` er fjernet for en klinikk som viser teksten", en: "`{path}` is removed for a clinic that shows this text" }
    unknown_placeholder(path: &str) { nb: "det finnes ingen opplysning `{path}`", en: "there is no fact `{path}`" }
    not_for_this_clinic() { nb: "ikke for denne klinikken", en: "not for this clinic" }
    fact_not_given(path: &str) {
        nb: "`{path}` er ikke oppgitt for alle som viser teksten",
        en: "`{path}` is not given for all who show this text",
    }
    several_controllers(path: &str) {
        nb: "`{path}` passer ikke der klinikken har flere behandlingsansvarlige",
        en: "`{path}` does not fit a clinic with several controllers",
    }
    use_the_controllers_table() { nb: "bruk `table = \"controllers\"`", en: "use `table = \"controllers\"`" }
    give_the_fact_or_use_when() {
        nb: "oppgi den, eller vis teksten bare der den finnes, med `when`",
        en: "give it, or show the clause only where it is there, with `when`",
    }
    placeholder_differs(path: &str, brand: &str) {
        nb: "`{path}` er ikke lik for alle klinikkene i `{brand}`, som deler erklæring",
        en: "`{path}` is not the same for all clinics of `{brand}`, which share a statement",
    }
    use_brand_name() { nb: "bruk `brand.name`, eller en tabell", en: "use `brand.name`, or a table" }
    placeholder_in_link(path: &str) { nb: "`{path}` kan ikke stå i en lenke", en: "`{path}` cannot stand in a link" }
    link_facts_are() { nb: "i en lenke kan det stå e-post, telefon, nettadresse eller domene", en: "a link can hold an e-mail address, a telephone number, a web address or a domain" }
    no_such_document(id: &str) { nb: "lenken går til siden `{id}`, som ikke finnes", en: "the link leads to page `{id}`, which is not there" }
    no_such_clause(id: &str) { nb: "lenken går til teksten `{id}`, som ikke vises", en: "the link leads to clause `{id}`, which is not shown" }
    two_pages_at(path: &str) { nb: "to sider vil ha adressen `{path}`", en: "two pages want the address `{path}`" }
    shared_facts_differ(field: &str, brand: &str) {
        nb: "`{field}` er ikke lik for alle klinikkene i `{brand}`, som deler erklæring",
        en: "`{field}` is not the same for all clinics of `{brand}`, which share a statement",
    }
    use_statement_each() { nb: "gjør dem like, eller bruk `statement = \"each\"`", en: "make them equal, or use `statement = \"each\"`" }
    redirected_twice(from: &str) { nb: "`{from}` sendes videre to steder", en: "`{from}` is redirected twice" }
    first_redirect() { nb: "først her", en: "first here" }
    redirect_hides_page(from: &str) { nb: "`{from}` er en side på nettstedet, og kan ikke sendes videre", en: "`{from}` is a page of the site, and cannot be redirected" }
    take_the_redirect_away() { nb: "ta bort linjen: adressen virker", en: "take the line away: the address works" }
    redirect_to_no_page(to: &str) { nb: "nettstedet har ingen side på `{to}`", en: "the site has no page at `{to}`" }
    redirect_to_which(id: &str) { nb: "nettstedet har flere klinikker, og hver har sin egen `{id}`", en: "the site has several clinics, and each has its own `{id}`" }
    write_the_address_of_the_page() { nb: "skriv adressen til siden, for eksempel `/nordlys-oslo/personvern/`", en: "write the page's address, for example `/nordlys-oslo/privacy/`" }
    redirect_to_unshown_clause(id: &str) { nb: "ingen side på nettstedet viser punktet `{id}`", en: "no page of the site shows the clause `{id}`" }
    redirect_from_other_host(host: &str) { nb: "`{host}` er ikke et domene for dette nettstedet", en: "`{host}` is no domain of this site" }
    redirect_from_other_path(path: &str, base: &str) {
        nb: "`{path}` ligger ikke under `{base}/`, og hører til det andre nettstedet på domenet",
        en: "`{path}` is not below `{base}/`, and belongs to the other site of the domain",
    }
    address_moved(from: &str, to: &str, count: usize) {
        nb: "sider har fått ny adresse siden forrige bygg: `{from}` er nå `{to}` (adresser i alt: {count})",
        en: "pages have moved since the last build: `{from}` is `{to}` now (addresses in all: {count})",
    }
    write_the_redirects(lines: &str) {
        nb: "de sendes videre så lenge forrige bygg er der. Skriv dette under `[redirects]`, så blir det slik:\n{lines}",
        en: "they are sent on for as long as the last build is there. Write this below `[redirects]`, and it stays so:\n{lines}",
    }
    site_moved(from: &str, to: &str) {
        nb: "nettstedet har flyttet fra `{from}` til `{to}`, og det gamle leder ikke hit",
        en: "the site has moved from `{from}` to `{to}`, and the old one does not lead here",
    }
    add_the_former_alias(host: &str) { nb: "legg `{host}` til i `aliases`", en: "add `{host}` to `aliases`" }
    add_the_alias(host: &str) { nb: "legg `{host}` til i `aliases`, eller ta domenet bort fra adressen", en: "add `{host}` to `aliases`, or take the domain away from the address" }
    too_many_redirects(count: usize, most: usize) {
        nb: "{count} gamle adresser fører videre, og Cloudflare Pages leser bare de første {most}",
        en: "{count} old addresses lead on, and Cloudflare Pages reads the first {most} alone",
    }
    redirect_is_long(length: usize, most: usize) {
        nb: "videresendingen tar {length} tegn, og Cloudflare Pages hopper over linjer på mer enn {most}",
        en: "the redirect takes {length} characters, and Cloudflare Pages passes over lines of more than {most}",
    }
    use_a_server_for_redirects() {
        nb: "vis nettstedet med nginx, Apache eller Caddy, eller ta bort adresser som ingen følger lenger",
        en: "serve the site with nginx, Apache or Caddy, or take away addresses that nobody follows any more",
    }
}

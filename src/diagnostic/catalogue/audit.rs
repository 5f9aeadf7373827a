//! What the rules on finished pages say.

messages! {
    on_page(page: &str) { nb: "på siden `{page}`", en: "on the page `{page}`" }
    loads_from_elsewhere(address: &str) { nb: "siden laster `{address}` fra et annet sted", en: "the page loads `{address}` from elsewhere" }
    put_it_in_static() { nb: "legg filen i `static/` i temaet, og skriv stien dit", en: "put the file in `static/` of the theme, and write its path there" }
    runs_a_script() { nb: "siden kjører et skript", en: "the page runs a script" }
    event_handler(name: &str) { nb: "attributtet `{name}` kjører et skript", en: "the attribute `{name}` runs a script" }
    take_the_script_away() { nb: "ta det bort; sidene skal virke uten skript", en: "take it away; the pages work without scripts" }
    address_runs_a_script(address: &str) { nb: "`{address}` kjører et skript", en: "`{address}` runs a script" }
    moves_an_address(name: &str) { nb: "`<{name}>` endrer en adresse eller en hendelse på siden", en: "`<{name}>` changes an address or an event of the page" }
    embeds_another_page(name: &str) { nb: "`<{name}>` henter en annen side eller et program inn i siden", en: "`<{name}>` brings another page or a program into the page" }
    take_it_out_of_the_page() { nb: "ta det bort, og lenk til det i stedet", en: "take it out, and link to it instead" }
    is_for_no_scripts() { nb: "sidene har ingen skript, så `<noscript>` er overflødig", en: "the pages have no scripts, so `<noscript>` is needless" }
    write_it_without_noscript() { nb: "skriv det som står i den rett i siden, eller ta det bort", en: "write what is in it into the page itself, or take it away" }
    leads_away_by_itself() { nb: "siden sender leseren videre av seg selv", en: "the page sends its reader on by itself" }
    write_a_link_instead() { nb: "skriv en lenke i stedet", en: "write a link instead" }
    inline_style() { nb: "siden har stil utenfor stilarket", en: "the page has styles outside the stylesheet" }
    put_it_in_the_stylesheet() { nb: "flytt det til `static/style.css` i temaet", en: "move it to `static/style.css` of the theme" }
    heading_level_skipped(level: usize, before: usize) { nb: "overskriften på nivå {level} kommer rett etter en på nivå {before}", en: "a heading of level {level} follows one of level {before}" }
    use_the_next_level(level: usize) { nb: "bruk `h{level}`, og la stilarket bestemme størrelsen", en: "use `h{level}`, and let the stylesheet decide its size" }
    no_main_heading() { nb: "siden har ingen hovedoverskrift", en: "the page has no main heading" }
    several_main_headings(count: usize) { nb: "siden har {count} hovedoverskrifter", en: "the page has {count} main headings" }
    one_main_heading() { nb: "la sidens egen tittel være den eneste `h1`", en: "let the page's own title be the only `h1`" }
    page_without_language() { nb: "siden sier ikke hvilket språk den er på", en: "the page does not say its language" }
    say_the_language() { nb: "skriv `<html lang=\"{{{{ page.lang }}}}\">` i malen", en: "write `<html lang=\"{{{{ page.lang }}}}\">` in the template" }
    repeated_anchor(id: &str) { nb: "id-en `{id}` står mer enn én gang på siden", en: "the id `{id}` stands more than once on the page" }
    give_another_id() { nb: "gi en av dem en annen `id`", en: "give one of them another `id`" }
    anchor_without_target(href: &str) { nb: "lenken `{href}` fører til et sted som ikke finnes på siden", en: "the link `{href}` leads to a place that is not on the page" }
    link_to_a_clause() {
        nb: "lenk til en tekst med `[…](clause:<id>)`, eller ta bort det som står etter `#`",
        en: "link to a text with `[…](clause:<id>)`, or take away what stands after `#`",
    }
    one_sided_translation(language: &str, address: &str) {
        nb: "siden viser til `{address}` på språket `{language}`, som ikke viser tilbake",
        en: "the page names `{address}` in the language `{language}`, which does not name it back",
    }
    name_all_languages() { nb: "skriv lenkene fra `page.alternates` i alle maler", en: "write the links from `page.alternates` in every template" }
}

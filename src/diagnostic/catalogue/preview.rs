//! What the preview says in pages: the wall of all brands, the bar below a page, and two pages side by side.
//!
//! What a page's script fills in is given as `{name}`.

messages! {
    fine() { nb: "ingen feil eller varsler", en: "no errors or warnings" }
    errors(count: &str) { nb: "feil: {count}", en: "errors: {count}" }
    warnings(count: &str) { nb: "varsler: {count}", en: "warnings: {count}" }
    checking() { nb: "sjekkes nå", en: "being checked" }
    sites_made(made: &str, all: &str) {
        nb: "{made} av {all} nettsteder er laget",
        en: "{made} of {all} sites are made",
    }
    not_made_yet() { nb: "Lages nå", en: "Being made" }
    lost() { nb: "forhåndsvisningen svarer ikke", en: "the preview does not answer" }
    gone() { nb: "nettstedet finnes ikke lenger", en: "the site no longer exists" }
    open_in_editor(place: &str) { nb: "åpne {place} i redigeringsprogrammet", en: "open {place} in the editor" }

    bar() { nb: "Forhåndsvisning", en: "Preview" }
    all_brands() { nb: "Alle nettsteder", en: "All sites" }
    why() { nb: "Hvorfor?", en: "Why?" }
    date() { nb: "Dato", en: "Date" }
    compare() { nb: "Sammenlign", en: "Compare" }
    older_below() {
        nb: "Siden under er den siste utgaven uten feil",
        en: "The page below is the last version without errors",
    }
    newest_below() {
        nb: "Siden under er den nyeste utgaven, og den har feil",
        en: "The page below is the newest version, and it has errors",
    }
    nothing_found() { nb: "Ingenting å rette", en: "Nothing to mend" }
    page_unreachable() {
        nb: "Siden kan ikke hentes nå. Det som vises, kan være gammelt",
        en: "The page cannot be fetched now. What is shown may be old",
    }
    page_missing() {
        nb: "Denne siden finnes ikke lenger. Det som vises, er den siste utgaven",
        en: "This page no longer exists. What is shown is its last version",
    }
    page_gone() {
        nb: "Dette nettstedet finnes ikke lenger. Det som vises, er den siste utgaven",
        en: "This site no longer exists. What is shown is its last version",
    }
    page_moved() { nb: "Siden har fått en annen adresse", en: "The page has another address now" }
    page_broken() {
        nb: "Forhåndsvisningen ga ingen hel side. Det som vises, kan være gammelt",
        en: "The preview gave no whole page. What is shown may be old",
    }
    go_there() { nb: "Gå dit", en: "Go there" }
    to_front() { nb: "Gå til forsiden", en: "Go to the front page" }

    why_help() {
        nb: "Pek på en del av siden, eller gå med Tab. Alt og klikk, eller Enter, åpner stedet den er skrevet",
        en: "Point at a part of the page, or move with Tab. Alt and click, or Enter, opens the place where it is written",
    }
    why_nothing() {
        nb: "Denne siden sier ikke hvor delene kommer fra",
        en: "This page does not say where its parts come from",
    }
    from_group() { nb: "fra gruppen", en: "from the group" }
    from_profile() { nb: "fra en profil", en: "from a profile" }
    from_clinic() { nb: "fra klinikken", en: "from the clinic" }
    from_brand() { nb: "fra merkevaren", en: "from the brand" }
    from_theme() { nb: "fra temaet", en: "from the theme" }
    layer_brand(id: &str) { nb: "merkevaren {id}", en: "brand {id}" }
    layer_theme() { nb: "temaet", en: "theme" }
    replaced() { nb: "Erstatter", en: "Replaces" }
    shared_by(clinics: &str, sites: &str) {
        nb: "Deles av {clinics} klinikker på {sites} nettsteder",
        en: "Shared by {clinics} clinics on {sites} sites",
    }
    shared_by_sites(sites: &str) { nb: "Én klinikk, på {sites} nettsteder", en: "One clinic, on {sites} sites" }
    on_one_site() { nb: "Bare på ett nettsted", en: "On one site alone" }
    own_text_at() { nb: "Egen tekst hos", en: "Own text at" }
    more_own(count: &str) { nb: "og {count} til", en: "and {count} more" }

    show_as_on() { nb: "Vis siden slik den er den", en: "Show the page as it is on" }
    show() { nb: "Vis", en: "Show" }
    side_by_side() { nb: "Ved siden av i dag", en: "Beside today" }
    no_changes() { nb: "Ingen side endrer seg av seg selv fremover", en: "No page changes by itself from here on" }
    as_on(date: &str) { nb: "Siden slik den er {date}", en: "The page as on {date}" }
    back_to_today() { nb: "tilbake til i dag", en: "back to today" }
    no_such_day(date: &str) {
        nb: "Datoen «{date}» kan ikke vises. Velg en dato som finnes, i årene 1900 til 2199. Siden er vist slik den er i dag",
        en: "The date “{date}” cannot be shown. Choose a date that exists, in the years 1900 to 2199. The page is shown as it is today",
    }
    without_date() { nb: "ta bort datoen", en: "take the date away" }
    compare_with() { nb: "Sammenlign siden med", en: "Compare the page with" }
    the_group() { nb: "gruppens egen tekst", en: "the group's own text" }

    sites(count: usize) { nb: "nettsteder: {count}", en: "sites: {count}" }
    with_errors(count: usize) { nb: "med feil: {count}", en: "with errors: {count}" }
    search() { nb: "Søk etter nettsted", en: "Search for a site" }
    only_errors() { nb: "Bare med feil", en: "Only with errors" }
    keys() {
        nb: "Taster: / søker, piltastene eller j og k går mellom nettstedene, Enter åpner, e viser bare dem med feil, f går til det som må rettes, Escape viser alle igjen",
        en: "Keys: / searches, the arrows or j and k move among the sites, Enter opens, e shows only those with errors, f goes to what is to be mended, Escape shows all again",
    }
    no_match() { nb: "Ingen nettsteder passer", en: "No site matches" }
    no_sites() { nb: "Det finnes ingen nettsteder ennå", en: "There are no sites yet" }
    view_of(brand: &str) { nb: "Forsiden til {brand}", en: "The front page of {brand}" }
    not_shown_yet() {
        nb: "Kan ikke vises før feilene er rettet",
        en: "Cannot be shown until the errors are mended",
    }
    older_shown() { nb: "viser den siste utgaven uten feil", en: "shows the last version without errors" }
    newest_shown() { nb: "viser den nyeste utgaven, med feil", en: "shows the newest version, with errors" }
    next_change() { nb: "Neste endring", en: "Next change" }
    below_here() { nb: "åpne i forhåndsvisningen", en: "open in the preview" }
    found() { nb: "Å rette", en: "To mend" }
    more_found(count: &str) {
        nb: "og {count} til; søk for å se dem",
        en: "and {count} more; search to see them",
    }
    only_of(brand: &str) { nb: "Bare det som gjelder {brand}", en: "Only what concerns {brand}" }
    none_match() {
        nb: "Ingen av feilene og advarslene passer",
        en: "None of the errors and warnings match",
    }
    show_all() { nb: "Vis alt", en: "Show all" }
    unreadable() { nb: "Kan ikke leses", en: "Cannot be read" }
    all_sites_concerned() { nb: "alle nettsteder", en: "all sites" }

    beside_title() { nb: "To sider ved siden av hverandre", en: "Two pages side by side" }
    left() { nb: "Første", en: "First" }
    right() { nb: "Andre", en: "Second" }
    back() { nb: "Tilbake til siden", en: "Back to the page" }
    beside_needs_pages() {
        nb: "adressen må navngi to av forhåndsvisningens egne sider, med `left` og `right`",
        en: "the address must name two of the preview's own pages, as `left` and `right`",
    }

    differences_title() { nb: "Sammenligning", en: "Comparison" }
    passages_differ(count: usize) { nb: "Avsnitt som er ulike: {count}", en: "Passages that differ: {count}" }
    like_passages(count: usize) { nb: "{count} like avsnitt", en: "{count} passages that are the same" }
    differences_keys() {
        nb: "Taster: n går til neste forskjell, p til forrige",
        en: "Keys: n goes to the next difference, p to the previous one",
    }
    previous_difference() { nb: "Forrige forskjell", en: "Previous difference" }
    next_difference() { nb: "Neste forskjell", en: "Next difference" }
    difference(number: &str, count: &str) { nb: "Forskjell {number} av {count}", en: "Difference {number} of {count}" }
    numbers_alike() { nb: "Kapittelnumre regnes som like", en: "The numbers of chapters count as the same" }
    only_left() { nb: "bare i den første", en: "only in the first" }
    only_right() { nb: "bare i den andre", en: "only in the second" }
    end_of_mark() { nb: "slutt", en: "end" }
    not_here() { nb: "Står ikke her", en: "Is not here" }
    names_same() {
        nb: "Regn navnet og domenet til hvert nettsted som like",
        en: "Count each site's own name and domain as the same",
    }
    names_different() { nb: "Vis også ulike navn og domener", en: "Show different names and domains too" }
    turn_around() { nb: "Bytt rekkefølge", en: "Swap the two" }
    group_explained() {
        nb: "Gruppens egen tekst er siden slik den ville vært uten det klinikken og profilene skriver selv. Fakta som navn, åpningstider og kontakter er de samme i begge",
        en: "The group's own text is the page as it would be without what the clinic and its profiles write themselves. Facts such as names, opening hours and contacts are the same in both",
    }
    and() { nb: "og", en: "and" }
    compare_needs_brands() {
        nb: "Adressen må navngi to nettsteder, med left og right. Gruppens egen tekst heter group",
        en: "The address must name two sites, as left and right. The group's own text is called group",
    }
    compare_same_brand() {
        nb: "Begge er det samme nettstedet. Velg to ulike",
        en: "Both are the same site. Choose two different ones",
    }
    compare_unknown_brand(brand: &str) {
        nb: "Det finnes ikke noe nettsted «{brand}» å vise",
        en: "There is no site “{brand}” to show",
    }
    compare_no_page(page: &str, name: &str) {
        nb: "{name} har ingen side på adressen «{page}»",
        en: "{name} has no page at the address “{page}”",
    }
    compare_no_group(name: &str) {
        nb: "Gruppens egen tekst for {name} kan ikke lages nå: siden trenger noe som klinikken eller en profil skriver selv",
        en: "The group's own text for {name} cannot be made now: the pages need something that the clinic or a profile writes",
    }
    pages_of_both() { nb: "Sider som begge har", en: "Pages that both have" }
}

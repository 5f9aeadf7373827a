//! What is said of the content folder and its files.

messages! {
    cannot_read(path: &str, cause: &str) {
        nb: "kan ikke lese `{path}`: {cause}",
        en: "cannot read `{path}`: {cause}",
    }
    may_not_read(path: &str) {
        nb: "du har ikke lov til å lese `{path}`: gi deg selv lesetilgang",
        en: "you are not allowed to read `{path}`: give yourself permission to read it",
    }
    is_not_there(path: &str) {
        nb: "`{path}` finnes ikke, eller er en lenke som ikke leder til noe",
        en: "`{path}` is not there, or is a link that leads nowhere",
    }
    is_being_written(path: &str) {
        nb: "noe skriver i `{path}` hele tiden: vent til det er ferdig, og prøv igjen",
        en: "something writes to `{path}` all the time: wait until it is done, and try again",
    }
    no_site_here(path: &str) {
        nb: "`{path}` er ikke et felles-nettsted: det mangler `site.toml`. `felles new site MAPPE` lager et nytt",
        en: "`{path}` is no felles site: it has no `site.toml`. `felles new site DIR` makes a new one",
    }
    link_leads_out(path: &str) {
        nb: "`{path}` er en lenke ut av nettstedets mappe",
        en: "`{path}` is a link that leads out of the site's folder",
    }
    link_goes_in_a_circle(path: &str) {
        nb: "`{path}` er en lenke som går i ring",
        en: "`{path}` is a link that goes in a circle",
    }
    not_a_regular_file(path: &str) {
        nb: "`{path}` er ikke en vanlig fil",
        en: "`{path}` is not a regular file",
    }
    file_too_long(path: &str) {
        nb: "`{path}` er større enn 16 MB og hører ikke hjemme i innholdet",
        en: "`{path}` is longer than 16 MB and does not belong in the content",
    }
    file_name_is_no_text(path: &str) {
        nb: "filnavnet `{path}` kan ikke brukes",
        en: "the file name `{path}` cannot be used",
    }

    is_a_text(text: &str) { nb: "`\"{text}\"` er en tekst", en: "`\"{text}\"` is a text" }
    is_a_number(text: &str) { nb: "`{text}` er et tall", en: "`{text}` is a number" }
    is_true_or_false(text: &str) { nb: "her står bare `{text}`", en: "this is only `{text}`" }
    is_a_date(text: &str) { nb: "`{text}` er en dato", en: "`{text}` is a date" }
    is_a_list() { nb: "her står en liste", en: "this is a list" }
    is_a_table() { nb: "her står en gruppe av nøkler", en: "this is a group of keys" }
    put_it_in_quotes(text: &str) { nb: "sett det i anførselstegn: `\"{text}\"`", en: "put it in quotes: `\"{text}\"`" }
    write_a_text() { nb: "skriv en tekst i anførselstegn", en: "write a text in quotes" }
    write_a_text_or_one_for_each_language() {
        nb: "skriv en tekst i anførselstegn, eller en for hvert språk: `….nb = \"…\"`, `….en = \"…\"`",
        en: "write a text in quotes, or one for each language: `….nb = \"…\"`, `….en = \"…\"`",
    }
    write_true_or_false() { nb: "skriv `true` eller `false` uten anførselstegn", en: "write `true` or `false` without quotes" }
    write_a_list() { nb: "skriv en liste: `[\"…\", \"…\"]`", en: "write a list: `[\"…\", \"…\"]`" }
    write_a_table() { nb: "skriv nøkler i krøllparenteser: `{{ … = \"…\" }}`", en: "write keys in braces: `{{ … = \"…\" }}`" }
    text_is_empty() { nb: "teksten er tom", en: "the text is empty" }
    control_character(code: &str) { nb: "teksten har et usynlig styretegn, {code}", en: "the text has an invisible control character, {code}" }

    unknown_key(key: &str) { nb: "ukjent nøkkel `{key}`", en: "unknown key `{key}`" }
    and_unknown_here() { nb: "denne er også ukjent her", en: "this is unknown here too" }
    keys_without_header(key: &str) {
        nb: "`{key}` står uten en overskrift som sier hva det gjelder",
        en: "`{key}` stands without a header that says what it is about",
    }
    write_a_header_above(header: &str) {
        nb: "skriv overskriften over denne linjen: `{header}`",
        en: "write the header above this line: `{header}`",
    }
    did_you_mean(name: &str) { nb: "mente du `{name}`?", en: "did you mean `{name}`?" }
    write_a_line_for_each_day(first: &str) { nb: "skriv en linje for hver dag: `{first} = \"08:00-15:30\"`, og så videre", en: "write a line for each day: `{first} = \"08:00-15:30\"`, and so on" }
    write_a_list_or_a_change() {
        nb: "skriv en liste, `[\"x\"]`, eller det som er annerledes enn i laget under: `{{ add = [\"x\"], remove = [\"y\"] }}`",
        en: "write a list, `[\"x\"]`, or what is other than in the layer below: `{{ add = [\"x\"], remove = [\"y\"] }}`",
    }
    keys_here_are(keys: &str) { nb: "nøklene her er {keys}", en: "the keys here are {keys}" }
    move_key_above(key: &str) {
        nb: "`{key}` hører til filen selv: flytt den opp, over den første linjen med `[`",
        en: "`{key}` belongs to the file itself: move it up, above the first line with `[`",
    }
    key_is_missing(key: &str) { nb: "nøkkelen `{key}` mangler", en: "key `{key}` is missing" }
    add_key(key: &str) { nb: "legg til en linje `{key} = …`", en: "add a line `{key} = …`" }
    unknown_language(language: &str) { nb: "`{language}` er ikke et av nettstedets språk", en: "`{language}` is not a language of this site" }
    texts_in_unknown_language(count: usize, language: &str) { nb: "{count} tekster er på `{language}`, som ikke er et av nettstedets språk", en: "{count} texts are in `{language}`, which is not a language of this site" }
    list_the_language(languages: &str) { nb: "skriv språkene som tekstene er på: `languages = [{languages}]`", en: "write the languages that the texts are in: `languages = [{languages}]`" }
    nothing_is_written_in(language: &str) { nb: "ingen tekst er på `{language}`", en: "no text is in `{language}`" }
    write_it_or_let_another_stand_in(language: &str, main: &str) {
        nb: "skriv tekstene, eller la et annet språk stå i stedet til de er skrevet: `[fallback]` og `{language} = \"{main}\"`",
        en: "write the texts, or let another language stand in until they are written: `[fallback]` and `{language} = \"{main}\"`",
    }
    stands_in_for_itself(language: &str) { nb: "`{language}` kan ikke stå i stedet for seg selv", en: "`{language}` cannot stand in for itself" }
    name_another_language(other: &str) { nb: "skriv et annet av nettstedets språk, for eksempel `\"{other}\"`", en: "write another language of the site, for example `\"{other}\"`" }
    languages_here_are(languages: &str) { nb: "språkene i `site.toml` er {languages}", en: "the languages in `site.toml` are {languages}" }
    dpo_is_one_of_two() {
        nb: "skriv enten `contact`, rollen til personvernombudet, eller `none_because`, grunnen til at det ikke er noe",
        en: "write either `contact`, the role of the data protection officer, or `none_because`, the reason for having none",
    }
    path_is_a_language(name: &str) {
        nb: "`{name}` er en språkkode og kan ikke være navnet på en side også",
        en: "`{name}` is a language code and cannot be the name of a page too",
    }
    alias_of_a_path(domain: &str) {
        nb: "`{domain}` kan ikke lede hit: nettstedet ligger under en sti på et domene som er noen andres",
        en: "`{domain}` cannot lead here: the site is below a path of a domain that is another site's",
    }
    redirect_at_the_other_site() {
        nb: "ta det bort, og la den som har det andre nettstedet sende det videre",
        en: "take it away, and let those who have the other site send it on",
    }
    path_is_of_assets() { nb: "i mappen `assets` ligger temaets filer, og ingen side", en: "the folder `assets` holds the theme's files, and no page" }

    not_utf8_windows(offset: usize) {
        nb: "filen er lagret som Windows-1252 (ANSI), ikke UTF-8; første fremmede tegn er byte {offset}",
        en: "the file is saved as Windows-1252 (ANSI), not UTF-8; the first foreign sign is byte {offset}",
    }
    not_utf8_utf16(offset: usize) {
        nb: "filen er lagret som UTF-16, ikke UTF-8 (fra byte {offset})",
        en: "the file is saved as UTF-16, not UTF-8 (from byte {offset})",
    }
    not_text(offset: usize) {
        nb: "filen er ikke en tekstfil (byte {offset})",
        en: "the file is not a text file (byte {offset})",
    }
    save_as_utf8() {
        nb: "åpne filen i Notisblokk, velg Fil, Lagre som, og UTF-8 som koding",
        en: "open the file in Notepad, choose File, Save as, and UTF-8 as the encoding",
    }
    move_it_out() { nb: "flytt filen ut av `content/`", en: "move the file out of `content/`" }
    change_clauses_one_by_one() {
        nb: "en klinikk endrer en tekst med en fil i `clauses/`; en ny rekkefølge hører hjemme i en profil",
        en: "a clinic changes a clause with a file in `clauses/`; a new order belongs in a profile",
    }
    unknown_file(path: &str) { nb: "`{path}` er ikke en fil som felles bruker", en: "`{path}` is not a file that felles uses" }
    file_belongs_to_group_and_profiles(name: &str) {
        nb: "`{name}` kan bare stå i `group/` og i profiler",
        en: "`{name}` can only stand in `group/` and in profiles",
    }
    newer_format(format: &str) {
        nb: "innholdet er skrevet for en nyere felles (format {format}); dette programmet kjenner format 1",
        en: "the content is written for a newer felles (format {format}); this program knows format 1",
    }
    install_newer() { nb: "installer en nyere felles", en: "install a newer felles" }
    output_leaves_the_root(path: &str) {
        nb: "`{path}` kan ikke være mappen for ferdige sider",
        en: "`{path}` cannot be the folder for finished pages",
    }
    write_a_folder_name(works: &str) { nb: "skriv navnet på en mappe ved siden av `site.toml`: `output = \"{works}\"`", en: "write the name of a folder beside `site.toml`: `output = \"{works}\"`" }
    write_a_whole_number() { nb: "skriv et helt tall uten anførselstegn", en: "write a whole number without quotes" }

    removal_needs_a_reason(id: &str) {
        nb: "`{id}` fjernes uten grunn",
        en: "`{id}` is removed without a reason",
    }
    add_a_reason() { nb: "legg til `reason = \"…\"`", en: "add `reason = \"…\"`" }
    removal_with_other_keys(id: &str) {
        nb: "`{id}` både fjernes og endres",
        en: "`{id}` is both removed and changed",
    }
    keep_remove_and_reason() { nb: "behold bare `remove = true` og `reason`", en: "keep only `remove = true` and `reason`" }
    not_a_channel(name: &str) { nb: "`{name}` er verken en kanal eller en avdeling med kanaler", en: "`{name}` is neither a channel nor a department with channels" }
    channels_are(names: &str) { nb: "kanalene er {names}; for en avdeling skriver du `[avdeling.phone]`", en: "the channels are {names}; for a department write `[department.phone]`" }

    settings_begin_otherwise() { nb: "innstillingene må begynne med `+++` på den aller første linjen", en: "settings must begin with `+++` on the very first line" }
    begin_with_plus_signs() {
        nb: "skriv `+++` øverst i filen og `+++` under innstillingene, uten tomme linjer foran",
        en: "write `+++` at the top of the file and `+++` below the settings, with no empty line before",
    }
    one_fence_too_many() { nb: "her er én linje `+++` for mye", en: "here is one line `+++` too many" }
    keep_two_fences() { nb: "behold én `+++` over innstillingene og én under dem", en: "keep one `+++` above the settings and one below them" }
    clause_text_is_empty() { nb: "filen har ingen tekst", en: "the file has no text" }
    write_the_text() { nb: "skriv teksten på dette språket også", en: "write the text in this language too" }
    omitted_clause_has_text() { nb: "teksten utelates, men filen har tekst", en: "the clause is left out, but the file has text" }
    remove_the_text() { nb: "ta bort teksten, eller `op = \"omit\"`", en: "remove the text, or `op = \"omit\"`" }
    after_and_under() { nb: "`after` og `under` kan ikke stå sammen", en: "`after` and `under` cannot stand together" }
    text_above_title() { nb: "det står tekst over overskriften", en: "there is text above the title" }
    move_below_title() { nb: "flytt teksten ned, under linjen med `#`", en: "move the text down, below the line with `#`" }
    pasted_bullet() { nb: "linjen begynner med `•`, og blir ikke en liste", en: "the line begins with `•`, and does not become a list" }
    write_a_hyphen() { nb: "skriv `- ` først på linjen, med en tom linje over listen", en: "write `- ` at the start of the line, with an empty line above the list" }
    language_of_file(language: &str) { nb: "`{language}` er ikke et av språkene i `site.toml`", en: "`{language}` is not one of the languages in `site.toml`" }
    front_matter_not_closed() { nb: "linjen `+++` over teksten mangler sin avsluttende `+++`", en: "the line `+++` above the text lacks its closing `+++`" }
    close_front_matter() { nb: "skriv en linje `+++` mellom innstillingene og teksten", en: "write a line `+++` between the settings and the text" }
    settings_in_two_files() {
        nb: "innstillingene mellom `+++` står i to av tekstens filer",
        en: "the settings between `+++` stand in two of the text's files",
    }
    settings_stand_here() { nb: "står her", en: "stand here" }
    remove_these_lines() { nb: "ta bort linjene fra `+++` til `+++`", en: "remove the lines from `+++` to `+++`" }
    clause_file_name(name: &str) {
        nb: "filnavnet `{name}` sier ikke hvilken tekst og hvilket språk det er",
        en: "the file name `{name}` does not say which clause and language it is",
    }
    name_it_like(example: &str) { nb: "gi filen et navn som `{example}`", en: "name it like `{example}`" }
    nested_too_deeply() { nb: "teksten har for mange lister eller sitater i hverandre", en: "the text has too many lists or quotes inside one another" }
    html_comment() { nb: "en HTML-kommentar skjuler ingenting her: den ville stått i siden, der alle kan lese den", en: "an HTML comment hides nothing here: it would stand in the page, where all can read it" }
    keep_notes_elsewhere() { nb: "ta den bort; et notat kan stå etter `#` i en TOML-fil, eller øverst mellom linjene med `+++`", en: "delete it; a note may stand behind `#` in a TOML file, or at the top between the lines with `+++`" }
    hidden_sign(name: &str, code: &str) {
        nb: "her står et tegn som ingen ser: {name} ({code})",
        en: "there is a sign here that nobody sees: {name} ({code})",
    }
    delete_the_sign() {
        nb: "slett det: søk, skjermlesere og nettlesere leser eller ordner teksten annerledes enn den ser ut",
        en: "delete it: search, screen readers and browsers read or order the text otherwise than it looks",
    }
    unfinished_merge() { nb: "linjen er fra en fletting i git som ikke er gjort ferdig", en: "the line is from a merge in git that was not finished" }
    finish_the_merge() { nb: "velg hvilken av de to utgavene mellom `<<<<<<<` og `>>>>>>>` som gjelder, og ta bort den andre og linjene med tegn", en: "choose which of the two versions between `<<<<<<<` and `>>>>>>>` counts, and delete the other and the lines of signs" }
    raw_html() { nb: "HTML i teksten er ikke tillatt", en: "HTML in the text is not allowed" }
    write_markdown() { nb: "skriv Markdown; et `<` som skal vises, skrives `\\<`", en: "write Markdown; a `<` that is to be shown is written `\\<`" }
    image_in_text() { nb: "bilder i teksten er ikke tillatt", en: "images in the text are not allowed" }
    link_scheme(target: &str) { nb: "en lenke kan ikke gå til `{target}`", en: "a link cannot lead to `{target}`" }
    link_schemes_are() {
        nb: "bruk `https://`, `mailto:`, `tel:`, `doc:<dokument>` eller `clause:<tekst>`",
        en: "use `https://`, `mailto:`, `tel:`, `doc:<document>` or `clause:<clause>`",
    }
    broken_link() { nb: "lenken er ikke skrevet ferdig", en: "the link is not written to its end" }
    write_a_link() { nb: "skriv `[tekst](adresse)` uten mellomrom i adressen", en: "write `[text](address)` without spaces in the address" }
    second_title() { nb: "teksten har flere overskrifter med én `#`", en: "the text has several headings with one `#`" }
    use_two_signs() { nb: "bruk `##` for mellomtitler", en: "use `##` for subheads" }
    heading_without_text() { nb: "mellomtittelen har ingen ord", en: "the subhead has no words" }
    write_the_heading() { nb: "skriv tittelen etter `#`-tegnene, eller ta dem bort", en: "write the heading after the `#` signs, or delete them" }
    heading_skips_level() { nb: "mellomtittelen hopper over et nivå", en: "the subhead skips a level" }
    use_one_sign_less() { nb: "ta bort en `#`", en: "remove one `#`" }
    placeholder_not_closed() { nb: "`{{{{` mangler sin `}}}}`", en: "`{{{{` lacks its `}}}}`" }
    placeholder_is_no_path(text: &str) {
        nb: "`{text}` er ikke navnet på en opplysning",
        en: "`{text}` is not the name of a fact",
    }
    write_a_placeholder() {
        nb: "skriv et navn med punktum mellom leddene, som `{{{{ clinic.name }}}}`; `\\{{{{` viser selve tegnene",
        en: "write a name with points between its parts, like `{{{{ clinic.name }}}}`; `\\{{{{` shows the signs themselves",
    }
    title_is_missing() { nb: "teksten har ingen overskrift", en: "the text has no title" }
    start_with_a_title() {
        nb: "begynn med en linje `# Overskrift`; skal teksten bare legges til en annen, skriv `op = \"append\"` i innstillingene",
        en: "begin with a line `# Title`; if the text is only added to another, write `op = \"append\"` in the settings",
    }
    title_in_extension() { nb: "et tillegg har ingen egen overskrift", en: "an addition has no title of its own" }
    remove_the_title() { nb: "ta bort linjen med `#`, eller bruk `op = \"replace\"`", en: "remove the line with `#`, or use `op = \"replace\"`" }
    formatted_title() { nb: "overskriften kan bare være ren tekst", en: "the title can only be plain text" }
    no_languages() { nb: "nettstedet har ingen språk", en: "the site has no languages" }
    write_it(text: &str) { nb: "skriv `{text}`", en: "write `{text}`" }
    clause_omitted_without_a_reason() { nb: "teksten utelates uten grunn", en: "the clause is left out without a reason" }
    notice_ends_before_it_begins() { nb: "meldingen slutter før den begynner", en: "the notice ends before it begins" }
    begins_here() { nb: "begynner her", en: "begins here" }
    notice_without_end() { nb: "meldingen har ingen siste dag og ingen grunn til det", en: "the notice has no last day and no reason for that" }
    site_without_brands() { nb: "nettstedet har ingen merkevare", en: "the site has no brand" }
    add_a_brand() {
        nb: "lag en fil i `content/brands/` med `name`, `domain` og `clinics`",
        en: "make a file in `content/brands/` with `name`, `domain` and `clinics`",
    }
    brand_without_clinics() { nb: "merkevaren har ingen klinikker", en: "the brand has no clinics" }
    file_is_missing(path: &str) { nb: "`{path}` mangler", en: "there is no `{path}`" }
    put_the_file_back() { nb: "legg filen tilbake; alle klinikkene bygger på den", en: "put the file back; every clinic builds on it" }
    clinic_file_is_missing(id: &str) { nb: "klinikken `{id}` har ingen `clinic.toml`", en: "clinic `{id}` has no `clinic.toml`" }
}

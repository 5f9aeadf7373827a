//! What the preview says, in the terminal and in answers that are no page of a site.

messages! {
    serving(sites: usize) { nb: "forhåndsvisning av nettsteder: {sites}. Stopp med Ctrl-C", en: "preview of sites: {sites}. Stop with Ctrl-C" }
    no_editor_address(given: &str, example: &str) {
        nb: "`--editor` skal være en adresse med `{{path}}` i, som `{example}`; det er ikke `{given}`",
        en: "`--editor` must be an address with `{{path}}` in it, such as `{example}`; `{given}` is none",
    }
    all_sites() { nb: "alle", en: "all" }
    port_is_busy(wanted: &str, port: &str) {
        nb: "port {wanted} er opptatt av et annet program, så det ble port {port}",
        en: "port {wanted} is in use by another program, so this is port {port}",
    }
    all_checked(sites: usize) {
        nb: "ferdig: alle nettsteder er sjekket ({sites})",
        en: "done: all sites are checked ({sites})",
    }
    is_public(address: &str) {
        nb: "advarsel: alle som når `{address}`, kan lese forhåndsvisningen, også det som ikke er publisert ennå",
        en: "warning: everybody who can reach `{address}` can read the preview, also what is not published yet",
    }
    has_errors(errors: usize) {
        nb: "feil: {errors}. Det som kan bygges, vises likevel",
        en: "errors: {errors}. What can be built is shown all the same",
    }
    cannot_serve(address: &str, cause: &str) {
        nb: "kan ikke starte forhåndsvisningen på `{address}`: {cause}",
        en: "cannot start the preview at `{address}`: {cause}",
    }
    no_free_port(port: &str) {
        nb: "fant ingen ledig port fra {port} og oppover; velg en annen med `--port`",
        en: "found no free port from {port} on; choose another with `--port`",
    }
    may_not_use_port(port: &str) {
        nb: "du har ikke lov til å bruke port {port}; velg en annen med `--port`",
        en: "you may not use port {port}; choose another with `--port`",
    }
    no_address_of_this_machine(address: &str) {
        nb: "`{address}` er ingen adresse på denne maskinen",
        en: "`{address}` is no address of this machine",
    }
    shown_anew(sites: &str) { nb: "vist på nytt: {sites}", en: "shown anew: {sites}" }
    no_longer_shown(sites: &str) { nb: "vises ikke lenger: {sites}", en: "no longer shown: {sites}" }
    all_is_mended() { nb: "ingen feil eller varsler lenger", en: "no errors or warnings any more" }
    same_pages() { nb: "sidene er de samme", en: "the pages are the same" }
    older_are_shown(sites: &str) {
        nb: "har feil, så den siste utgaven uten feil vises fortsatt: {sites}",
        en: "have errors, so their last version without errors is still shown: {sites}",
    }
    cannot_open(cause: &str) {
        nb: "kan ikke åpne nettleseren ({cause}); åpne adressen selv",
        en: "cannot open the browser ({cause}); open the address yourself",
    }
    how_to_begin() {
        nb: "felles lager personvernsider for klinikker. I denne mappen er det ikke noe nettsted ennå. Slik begynner du:\n\
             \n  1. Klikk i adressefeltet øverst i filvinduet, skriv powershell og trykk Enter\
             \n  2. Skriv   .\\felles new site mitt-nettsted   og trykk Enter, og svar på spørsmålene\
             \n  3. Dobbeltklikk på felles igjen: da åpnes nettstedet i nettleseren",
        en: "felles makes privacy sites for clinics. There is no site in this folder yet. To begin:\n\
             \n  1. Click into the address at the top of the file window, type powershell and press Enter\
             \n  2. Type   .\\felles new site my-site --lang en   and press Enter, and answer the questions\
             \n  3. Double-click felles again: the site opens in the browser",
    }
    which_site(names: &str) {
        nb: "Her ligger flere nettsteder: {names}. Legg felles i mappen til det du vil se, og dobbeltklikk der",
        en: "There are several sites here: {names}. Put felles into the folder of the one that you want to see, and double-click there",
    }
    press_enter() { nb: "Trykk Enter for å lukke vinduet", en: "Press Enter to close the window" }
    stopped() { nb: "forhåndsvisningen er stoppet", en: "the preview has stopped" }
    no_page_here() { nb: "det finnes ingen side her", en: "there is no page here" }
    site_cannot_be_shown(id: &str) {
        nb: "Nettstedet {id} kan ikke vises ennå",
        en: "The site {id} cannot be shown yet",
    }
    host_is_not_allowed(name: &str) {
        nb: "forhåndsvisningen svarer ikke under navnet `{name}`, så ingen annen side kan utgi seg for den. Når du \
             maskinen under det navnet, så start forhåndsvisningen på nytt med `--allow-host {name}`",
        en: "the preview does not answer under the name `{name}`, so that no other page can pose as it. If you reach \
             the machine under that name, start the preview again with `--allow-host {name}`",
    }
    no_host_name(text: &str) {
        nb: "`{text}` er ikke navnet på en maskin; skriv det uten `http://` og uten port, for eksempel `klinikk-pc.local`",
        en: "`{text}` is not a machine's name; write it without `http://` and without a port, as in `klinikk-pc.local`",
    }
    not_our_host() {
        nb: "forhåndsvisningen har ikke noe nettsted med dette navnet",
        en: "the preview has no site of this name",
    }
    not_same_origin() {
        nb: "bare forhåndsvisningens egne sider får dette",
        en: "only the preview's own pages get this",
    }
}

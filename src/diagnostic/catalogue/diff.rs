//! What `felles diff` says: what would change on the sites.

messages! {
    report_title() { nb: "Hva som endres", en: "What changes" }
    against(what: &str) { nb: "Det som bygges nå, mot {what}", en: "What is built now, against {what}" }
    nothing_differs() { nb: "ingenting endres", en: "nothing changes" }
    brands_change(count: usize, all: usize) {
        nb: "{count} av {all} nettsteder endres",
        en: "{count} of {all} sites change",
    }
    material() { nb: "Vesentlig: pasientene skal få vite om det", en: "Material: patients are to be told" }
    editorial() { nb: "Redaksjonelt", en: "Editorial" }
    on_brands(count: usize, all: usize) { nb: "{count} av {all} nettsteder", en: "{count} of {all} sites" }
    with_own(brands: &str) { nb: "har sitt eget: {brands}", en: "with their own: {brands}" }
    came() { nb: "ny", en: "new" }
    went() { nb: "borte", en: "gone" }
    pages_heading() { nb: "Sider", en: "Pages" }
    new_page() { nb: "ny side", en: "new page" }
    gone_page() { nb: "siden er borte", en: "page is gone" }
    moved_page(from: &str) { nb: "flyttet fra {from}", en: "moved from {from}" }
    files_heading() { nb: "Andre filer", en: "Other files" }
    layout_alone() { nb: "samme ord", en: "the same words" }
    then() { nb: "før", en: "before" }
    now() { nb: "nå", en: "now" }
    undated(count: usize) {
        nb: "noe vesentlig endres, og erklæringen har fremdeles den gamle datoen (nettsteder: {count}): sett en ny `policy_date`, og skriv i `what_is_new` hva som er nytt",
        en: "something material changes, and the statement still has its old date (sites: {count}): set a new `policy_date`, and say in `what_is_new` what is new",
    }
    nothing_built(folder: &str) {
        nb: "ingenting er bygget i `{folder}`: kjør `felles build` først, eller si hva det skal sammenlignes med: `--against MAPPE|REVISJON`",
        en: "nothing has been built in `{folder}`: run `felles build` first, or say what to compare with: `--against DIR|REVISION`",
    }
    no_such_state(asked: &str) {
        nb: "`{asked}` er verken en mappe som felles har bygget, eller en revisjon i git",
        en: "`{asked}` is neither a folder that felles has built nor a revision of git",
    }
    not_in_git(folder: &str) {
        nb: "`{folder}` er ikke i noe git-arkiv, så det finnes ingen tidligere utgave der",
        en: "`{folder}` is in no git repository, so there is no earlier state of it there",
    }
    git_failed(what: &str) { nb: "git kan ikke lese revisjonen: {what}", en: "git cannot read the revision: {what}" }
    no_git() { nb: "programmet git finnes ikke på denne maskinen", en: "the program git is not on this machine" }
    then_has_errors() {
        nb: "innholdet hadde feil den gangen, så noe av det mangler i sammenligningen",
        en: "the content had errors then, so some of it is missing in the comparison",
    }
}

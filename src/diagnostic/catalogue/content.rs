//! What is said of the content folder and its files.

messages! {
    cannot_read(path: &str, cause: &str) {
        nb: "kan ikke lese `{path}`: {cause}",
        en: "cannot read `{path}`: {cause}",
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
}

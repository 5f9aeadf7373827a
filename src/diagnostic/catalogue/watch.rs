//! Sentences about watching the site's files.

messages! {
    looks_instead(cause: &str) {
        nb: "systemet varsler ikke om endringer ({cause}); felles ser etter selv, flere ganger i sekundet",
        en: "the system does not tell of changes ({cause}); felles looks for itself, several times a second",
    }
}

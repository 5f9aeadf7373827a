//! What is said of releases.

messages! {
    published_release(id: &str, path: &str) { nb: "utgave {id} vises nå fra `{path}/current`", en: "release {id} is served from `{path}/current` now" }
    already_published(id: &str, path: &str) {
        nb: "ingenting er endret: utgave {id} vises fra `{path}/current` som før",
        en: "nothing has changed: release {id} is served from `{path}/current` as before",
    }
    brand_changes(new: usize, changed: usize, gone: usize) {
        nb: "nye filer: {new}, endret: {changed}, borte: {gone}",
        en: "new files: {new}, changed: {changed}, gone: {gone}",
    }
    archive_written(path: &str, sites: usize, files: usize, name: &str, sum: &str) {
        nb: "`{path}` er klar: nettsteder: {sites}, filer: {files}, i mappen `{name}`. Den som skal sette den på en tjener, leser \
             HOSTING.txt der.\n  SHA-256: {sum}",
        en: "`{path}` is ready: sites: {sites}, files: {files}, in the folder `{name}`. Whoever puts it on a server reads \
             HOSTING.txt there.\n  SHA-256: {sum}",
    }
    releases_forgotten(count: usize) { nb: "eldre utgaver som er slettet: {count}", en: "older releases deleted: {count}" }
    releases_left(ids: &str) {
        nb: "disse eldre utgavene kunne ikke slettes, og blir forsøkt slettet neste gang: {ids}",
        en: "these older releases could not be deleted, and will be tried again the next time: {ids}",
    }
    release_has_others(id: &str, files: &str) {
        nb: "utgave {id} vises ikke lenger, men har noe som felles ikke har laget, og blir liggende: {files}. Det som hører til et \
             nettsted, har sin plass i `content/static/<nettsted>/`; `--allow-deleting` sletter det med utgaven",
        en: "release {id} is not served any more, but has what felles did not make, and stays: {files}. What belongs to a site has \
             its place in `content/static/<brand>/`; `--allow-deleting` deletes it with the release",
    }
    would_change() { nb: "en ny utgave ville endre dette:", en: "a new release would change this:" }
    would_change_nothing() { nb: "en ny utgave ville ikke endre noe", en: "a new release would change nothing" }
    went_back(from: &str, to: &str) { nb: "utgave {to} vises igjen, i stedet for {from}", en: "release {to} is served again, in the place of {from}" }
    no_release_yet() { nb: "ingen utgave er publisert her", en: "no release has been published here" }
    release_line(date: &str, files: usize, carried: usize) {
        nb: "for {date}, filer: {files}, fra eldre utgaver: {carried}",
        en: "for {date}, files: {files}, of older releases: {carried}",
    }
    is_served() { nb: "vises", en: "served" }
    is_kept() { nb: "tatt vare på", en: "kept" }
    was_withdrawn() { nb: "trukket tilbake", en: "withdrawn" }
    as_published(files: usize, path: &str) { nb: "alle {files} filer i `{path}` er slik de ble publisert", en: "all {files} files in `{path}` are as they were published" }
    not_as_published(count: usize, files: usize, path: &str) {
        nb: "avvik i `{path}`: {count} (publiserte filer: {files})",
        en: "deviations in `{path}`: {count} (files published: {files})",
    }
    no_site_at(url: &str, path: &str) { nb: "`{path}` har ikke noe nettsted på `{url}`", en: "`{path}` has no site at `{url}`" }
    served_as_published(asked: usize, url: &str) {
        nb: "{url} svarer slik det ble publisert (adresser: {asked})",
        en: "{url} answers as it was published (addresses: {asked})",
    }
    served_otherwise(count: usize, asked: usize, url: &str) {
        nb: "avvik på {url}: {count} (adresser: {asked})",
        en: "deviations at {url}: {count} (addresses: {asked})",
    }
    certificate_holds(host: &str, days: usize) {
        nb: "sertifikatet for {host} gjelder i {days} dager til",
        en: "the certificate of {host} holds for {days} more days",
    }
    more_deviations(count: usize) { nb: "… og {count} til", en: "… and {count} more" }
    no_answer(cause: &str) { nb: "intet svar: {cause}", en: "no answer: {cause}" }
    other_status(expected: usize, found: usize) { nb: "svarer {found}, skal svare {expected}", en: "answers {found}, is to answer {expected}" }
    header_missing(name: &str, expected: &str) { nb: "hodet {name} mangler: {expected}", en: "the header {name} is missing: {expected}" }
    other_header(name: &str, expected: &str, found: &str) {
        nb: "hodet {name} er `{found}`, skal være `{expected}`",
        en: "the header {name} is `{found}`, is to be `{expected}`",
    }
    other_bytes() { nb: "andre bytes enn de som ble publisert", en: "other bytes than were published" }
    bytes_of_release(id: &str) { nb: "er fra den eldre utgaven {id}", en: "is of the earlier release {id}" }
    certificate_expires(days: usize) { nb: "sertifikatet går ut om {days} dager", en: "the certificate expires in {days} days" }
    is_changed() { nb: "endret  ", en: "changed " }
    is_missing() { nb: "mangler ", en: "missing " }
    is_extra() { nb: "ukjent  ", en: "unknown " }
}

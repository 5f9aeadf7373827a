//! What is said of the folder that finished pages are written to.

messages! {
    cannot_write(path: &str, cause: &str) {
        nb: "kan ikke skrive `{path}`: {cause}",
        en: "cannot write `{path}`: {cause}",
    }
    cannot_read_finished(path: &str, cause: &str) {
        nb: "kan ikke lese den ferdige siden `{path}`: {cause}",
        en: "cannot read the finished page `{path}`: {cause}",
    }
    cannot_clean_up(path: &str, cause: &str) {
        nb: "kan ikke slette `{path}`, som en avbrutt bygging etterlot: {cause}",
        en: "cannot delete `{path}`, which an interrupted build left behind: {cause}",
    }
    cannot_make_durable(path: &str, cause: &str) {
        nb: "kan ikke få `{path}` trygt ned på disken: {cause}. De gamle sidene står urørt",
        en: "cannot get `{path}` safely onto the disk: {cause}. The old pages stay as they were",
    }
    cannot_switch(path: &str, cause: &str) {
        nb: "kan ikke bytte ut `{path}` i ett steg: {cause}. De gamle sidene står urørt. \
             Er det et monteringspunkt eller en nettverksdisk, så velg en mappe på en lokal disk eller en undermappe",
        en: "cannot replace `{path}` in one step: {cause}. The old pages stay as they were. \
             If it is a mount point or a network disk, choose a folder on a local disk or a folder inside it",
    }
    output_is_held_open(path: &str, cause: &str) {
        nb: "kan ikke bytte ut `{path}`: {cause}. De gamle sidene står urørt. Et annet program har mappen eller noe i den \
             åpent: lukk filvinduer, ledetekster og nettlesere som står i den, sett synkronisering på pause, og bygg igjen",
        en: "cannot replace `{path}`: {cause}. The old pages stay as they were. Another program has the folder or something \
             in it open: close file windows, prompts and browsers that are in it, pause what syncs it, and build again",
    }
    output_is_too_much(path: &str) {
        nb: "`{path}` kan ikke være mappen for ferdige sider: den byttes ut i sin helhet, og her ligger nettstedets \
             kilder, hjemmemappen din eller hele disken. Velg en egen mappe, for eksempel `public`",
        en: "`{path}` cannot be the folder for finished pages: it is replaced as a whole, and it holds the site's \
             sources, your home folder or the whole disk. Choose a folder of its own, such as `public`",
    }
    output_is_among_the_sources(path: &str) {
        nb: "`{path}` kan ikke være mappen for ferdige sider: den ligger blant nettstedets kilder. \
             Velg en egen mappe, for eksempel `public`",
        en: "`{path}` cannot be the folder for finished pages: it lies among the site's sources. \
             Choose a folder of its own, such as `public`",
    }
    output_is_a_link(path: &str) {
        nb: "`{path}` er en lenke, og felles bytter bare ut ekte mapper: oppgi mappen som lenken peker på",
        en: "`{path}` is a link, and felles replaces real folders only: name the folder that it points to",
    }
    output_is_no_folder(path: &str) {
        nb: "`{path}` er ikke en mappe, så ferdige sider kan ikke legges der",
        en: "`{path}` is no folder, so finished pages cannot go there",
    }
    output_is_not_ours(path: &str) {
        nb: "`{path}` er ikke tom og har ingen `manifest.json` fra denne utgaven av felles, så den blir ikke rørt: \
             velg en annen mappe, eller tøm den selv",
        en: "`{path}` is not empty and has no `manifest.json` of this version of felles, so it is left alone: \
             choose another folder, or empty it yourself",
    }
    staging_is_not_ours(path: &str) {
        nb: "`{path}` er i veien, og felles har ikke laget den: flytt eller slett den",
        en: "`{path}` is in the way, and felles did not make it: move or delete it",
    }
    another_build(path: &str) {
        nb: "en annen bygging skriver til `{path}` akkurat nå: vent til den er ferdig",
        en: "another build is writing to `{path}` right now: wait until it is done",
    }
    would_shrink(path: &str, removed: usize, live: usize) {
        nb: "byggingen ville fjerne {removed} av {live} filer i `{path}`, altså over halvparten: \
             er det meningen, så bygg med `--allow-shrinking`",
        en: "this build would remove {removed} of the {live} files in `{path}`, which is more than half: \
             if that is meant, build with `--allow-shrinking`",
    }
    would_delete(path: &str, files: &str) {
        nb: "i `{path}` ligger det noe som felles ikke har laget, og som ville bli borte: {files}. Det som hører til et nettsted, har \
             sin plass i `content/static/<nettsted>/`; flytt resten, eller bygg med `--allow-deleting`",
        en: "`{path}` holds what felles did not make, and what would be gone: {files}. What belongs to a site has its place in \
             `content/static/<brand>/`; move the rest, or build with `--allow-deleting`",
    }
    releases_are_not_ours(path: &str) {
        nb: "`{path}` er ikke tom, og felles har ikke laget det som ligger der: velg en annen mappe, eller tøm den selv",
        en: "`{path}` is not empty, and felles did not make what is there: choose another folder, or empty it yourself",
    }
    current_is_not_ours(path: &str) {
        nb: "`{path}` er ikke en lenke til en utgave: flytt eller slett den",
        en: "`{path}` is no link to a release: move or delete it",
    }
    history_is_damaged(path: &str) {
        nb: "`{path}` kan ikke leses: hent den tilbake fra en sikkerhetskopi, eller publiser til en ny mappe",
        en: "`{path}` cannot be read: bring it back from a backup, or publish to a new folder",
    }
    another_publishing(path: &str) {
        nb: "noen andre publiserer til `{path}` akkurat nå: vent til det er ferdig",
        en: "somebody else is publishing to `{path}` right now: wait until it is done",
    }
    cannot_switch_release(path: &str, cause: &str) {
        nb: "kan ikke la `{path}` vise til den nye utgaven: {cause}. Den gamle står urørt",
        en: "cannot let `{path}` lead to the new release: {cause}. The old one stays as it was",
    }
    release_would_shrink(brands: &str) {
        nb: "utgaven ville fjerne over halvparten av filene til {brands}: er det meningen, så publiser med `--allow-shrinking`",
        en: "the release would remove more than half of the files of {brands}: if that is meant, publish with `--allow-shrinking`",
    }
    no_release_before(path: &str) {
        nb: "`{path}` har ingen tidligere utgave å gå tilbake til",
        en: "`{path}` has no earlier release to go back to",
    }
    archive_name(path: &str) {
        nb: "arkivet `{path}` må ha et navn som slutter på `.tar.gz`",
        en: "the archive `{path}` must have a name that ends with `.tar.gz`",
    }
    archive_is_not_ours(path: &str) {
        nb: "`{path}` er ikke et arkiv som felles har laget, så det blir ikke rørt: velg et annet navn",
        en: "`{path}` is no archive that felles made, so it is left alone: choose another name",
    }
    nothing_to_verify(path: &str) {
        nb: "`{path}` har ingen `manifest.json` fra denne utgaven av felles, så det er ingenting å sammenligne med",
        en: "`{path}` has no `manifest.json` of this version of felles, so there is nothing to compare it with",
    }
}

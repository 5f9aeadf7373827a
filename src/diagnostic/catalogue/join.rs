//! What is said of shards, and of joining them.

messages! {
    shard_with_errors(errors: usize) {
        nb: "feil: {errors}. Denne delen har ingen sider; `felles join` viser feilene i alle delene",
        en: "errors: {errors}. This shard has no pages; `felles join` shows the errors of all shards",
    }
    shard_over_build(path: &str, shard: &str) {
        nb: "i `{path}` ligger det noe annet enn del {shard}, og det ville bli borte: bygg til en egen mappe med `--to`",
        en: "`{path}` holds something else than shard {shard}, which would be gone: build to a folder of its own with `--to`",
    }
    no_shards() { nb: "det er ingen deler å sette sammen", en: "there are no shards to join" }
    not_a_shard(path: &str) {
        nb: "`{path}` er ikke en del av en bygging: lag den med `felles build --shard K/N --to {path}`",
        en: "`{path}` is no shard of a build: make it with `felles build --shard K/N --to {path}`",
    }
    shard_is_changed(path: &str, file: &str) {
        nb: "`{file}` i `{path}` er ikke slik den ble bygget: bygg delen på nytt, og kopier hele mappen",
        en: "`{file}` in `{path}` is not as it was built: build the shard again, and copy the whole folder",
    }
    shards_do_not_fit(one: &str, other: &str) {
        nb: "`{one}` og `{other}` er ikke deler av samme bygging: bygg alle av samme innhold, for samme dag, med samme felles, \
             samme valg og like mange deler",
        en: "`{one}` and `{other}` are no shards of the same build: build all of the same content, for the same day, with the \
             same felles, the same flags and as many shards",
    }
    shard_twice(shard: &str, one: &str, other: &str) {
        nb: "del {shard} er der to ganger: `{one}` og `{other}`",
        en: "shard {shard} is there twice: `{one}` and `{other}`",
    }
    shards_missing(shards: &str) { nb: "disse delene mangler: {shards}", en: "these shards are missing: {shards}" }
    join_over_shard(path: &str, shard: &str) {
        nb: "`{path}` og `{shard}` ligger i hverandre: velg en annen mappe for det hele",
        en: "`{path}` and `{shard}` are in one another: choose another folder for the whole",
    }
}

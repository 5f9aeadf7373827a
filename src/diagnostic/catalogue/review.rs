//! What `felles review` says and asks.

messages! {
    changed_meanwhile(path: &str) {
        nb: "`{path}` er endret på disken mens du så på den; ingenting er skrevet der. Kjør kommandoen på nytt",
        en: "`{path}` changed on the disk while you looked at it; nothing was written there. Run the command again",
    }
    cannot_change(path: &str, cause: &str) { nb: "kan ikke endre `{path}`: {cause}", en: "cannot change `{path}`: {cause}" }
    cannot_edit(path: &str) {
        nb: "kan ikke endre `{path}`: rett først det som `felles check` finner i den",
        en: "cannot change `{path}`: mend first what `felles check` finds in it",
    }

    stale(count: usize) { nb: "skrevet ut fra noe som er endret siden: {count}", en: "written against something that has changed since: {count}" }
    unpinned(count: usize) { nb: "ikke notert hva den er skrevet ut fra: {count}", en: "not noted what it was written against: {count}" }
    fresh(count: usize) { nb: "går sammen med det de er skrevet ut fra: {count}", en: "go with what they were written against: {count}" }
    nothing_to_review() {
        nb: "alt går sammen med det det er skrevet ut fra",
        en: "everything goes with what it was written against",
    }
    no_item(name: &str) {
        nb: "ingenting her heter `{name}`: se navnene med `felles review --list`",
        en: "nothing here is called `{name}`: see the names with `felles review --list`",
    }
    nothing_of(layer: &str, key: &str) {
        nb: "`{layer}` har ikke noe eget som heter `{key}`",
        en: "`{layer}` has nothing of its own that is called `{key}`",
    }
    errors_first(count: usize) {
        nb: "innholdet har feil ({count}): rett dem først, se `felles check`",
        en: "the content has errors ({count}): mend them first, see `felles check`",
    }
    say_which() {
        nb: "si hvilke: navn fra `felles review --list`, eller `--all`",
        en: "say which: names from `felles review --list`, or `--all`",
    }

    kept(name: &str) { nb: "beholdt: {name}", en: "kept: {name}" }
    removed(name: &str) { nb: "fjernet, så laget under gjelder: {name}", en: "removed, so that the layer below counts: {name}" }
    skipped(name: &str) { nb: "hoppet over: {name}", en: "skipped: {name}" }
    translation_has_no_base(name: &str) {
        nb: "`{name}` er en oversettelse: det er ingenting under den på samme språk",
        en: "`{name}` is a translation: there is nothing below it in its language",
    }
    no_change_of(clause: &str) {
        nb: "ingenting er skrevet ut fra en eldre `{clause}`",
        en: "nothing was written against an older `{clause}`",
    }
    says_the_same(language: &str, clause: &str) {
        nb: "`{clause}` (`{language}`) sier det samme som før:",
        en: "`{clause}` (`{language}`) says the same as before:",
    }
    several_earlier(clause: &str) {
        nb: "det finnes flere eldre tekster: si hvilken, som `{clause}@` og sifrene",
        en: "there are several earlier texts: say which, as `{clause}@` and its digits",
    }

    what_changed() { nb: "endret under:", en: "changed below:" }
    original_changed() { nb: "endret i originalen:", en: "changed in the original:" }
    below_now() { nb: "under nå:", en: "below now:" }
    nothing_below_now() { nb: "under nå: ingenting", en: "below now: nothing" }
    ours() { nb: "her:", en: "here:" }
    ours_left_out() { nb: "her: utelatt", en: "here: left out" }
    then_not_kept() {
        nb: "den gamle teksten er ikke tatt vare på",
        en: "the earlier text was not kept",
    }
    ask() { nb: "(b)ehold, (f)jern, (r)ediger, (h)opp over, (a)vslutt? ", en: "(k)eep, (t)ake the base, (e)dit, (s)kip, (q)uit? " }
    ask_translation() { nb: "(b)ehold, (r)ediger, (h)opp over, (a)vslutt? ", en: "(k)eep, (e)dit, (s)kip, (q)uit? " }
    keep_letters() { nb: "b", en: "k" }
    take_letters() { nb: "f", en: "t" }
    edit_letters() { nb: "r", en: "e" }
    skip_letters() { nb: "h", en: "s" }
    quit_letters() { nb: "a", en: "q" }
    edit_there(place: &str) { nb: "rett den her: {place}", en: "edit it here: {place}" }
    editor_failed(editor: &str, cause: &str) { nb: "kan ikke starte `{editor}`: {cause}", en: "cannot start `{editor}`: {cause}" }
}

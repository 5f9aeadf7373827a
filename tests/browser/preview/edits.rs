//! An edit is in the open page without a reload, and a fault is beside it until it is mended.

use serde_json::json;

use super::{BAR, FINE, bar_says, panel_is_open};
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

/// What somebody changes: a file, what she writes in the place of what, and where that is seen on the page.
struct Edit {
    page: &'static str,
    file: &'static str,
    old: &'static str,
    new: &'static str,
    /// What is true in the page then.
    seen: &'static str,
    /// What she writes by mistake.
    fault: &'static str,
}

const EDITS: [Edit; 5] = [
    Edit {
        page: "/personvern/",
        file: "content/group/clauses/complaint.nb.md",
        old: "Du kan klage til",
        new: "Du kan alltid klage til",
        seen: "document.body.textContent.includes('Du kan alltid klage til')",
        fault: "{{ clinic.nmae }}",
    },
    Edit {
        page: "/apningstider/",
        file: "content/clinics/nordlys/hours.toml",
        old: "monday = \"08:00-15:30\"",
        new: "monday = \"09:15-15:30\"",
        seen: "/09[:.]15/.test(document.body.textContent)",
        fault: "monday = \"25:00-26:00\"",
    },
    Edit {
        page: "/personvern/",
        file: "themes/plain/templates/page.html",
        old: "<h1",
        new: "<p id=\"added\">added</p>\n<h1",
        seen: "document.getElementById('added')",
        fault: "{% if %}<h1",
    },
    Edit {
        page: "/personvern/",
        file: "themes/plain/static/style.css",
        old: "body",
        new: "h1 { color: rgb(1, 2, 3) }\nbody",
        seen: "getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'
            && document.querySelectorAll('link[rel=stylesheet]').length === 1",
        fault: "h1 { background: url(https://elsewhere.example/a.png) }\nbody",
    },
    Edit {
        page: "/personvern/",
        file: "content/brands/nordlys.toml",
        old: "name = \"Nordlys\"",
        new: "name = \"Sørlys\"",
        seen: "document.title.includes('Sørlys')",
        fault: "\"<b id='evil'>name</b>\" = \"Nordlys\"",
    },
];

/// The copy's page is long, so that it can be scrolled, and has something to open, to focus and to mark.
fn arrange(program: &Program) {
    program.edit(
        "themes/plain/templates/page.html",
        "</main>",
        "<details id=\"more\"><summary>More</summary><p id=\"marked\">Something to mark.</p></details></main>",
    );
    let style = program.read("themes/plain/static/style.css");
    program
        .write("themes/plain/static/style.css", &format!("{style}\nmain > * {{ margin-bottom: 30rem }}\n"));
}

fn open(program: &Program) -> Browser {
    let browser = Browser::start();
    open_page(&browser, program, "/personvern/");
    browser
}

fn open_page(browser: &Browser, program: &Program, page: &str) {
    browser.open(&program.at(Some("nordlys"), page), Look::wide(1280));
    until(browser, "the bar is there", &bar_says(FINE));
    // A page that is loaded anew forgets this.
    browser.run("window.isTheSame = true");
}

#[test]
fn every_edit_is_shown_and_every_fault_comes_and_goes_without_a_reload() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", arrange);
    let browser = Browser::start();
    for Edit { page, file, old, new, seen, fault } in EDITS {
        open_page(&browser, &program, page);
        let title = browser.run("return document.title");
        program.edit(file, old, fault);
        until(
            &browser,
            file,
            &format!(
                "{} && {BAR}.querySelector('.findings').textContent.includes('{file}')",
                panel_is_open()
            ),
        );
        until(&browser, "it says that the page is older", &format!("{BAR}.querySelector('.older')"));
        assert_eq!(browser.run("return document.title"), title, "{file}: the last good page stays");
        assert_eq!(
            browser.run(&format!("return {BAR}.getElementById('evil')")),
            json!(null),
            "markup is text"
        );
        program.edit(file, fault, old);
        until(
            &browser,
            "the panel goes when the fault is mended",
            &format!("!{} && {}", panel_is_open(), bar_says(FINE)),
        );
        assert_eq!(browser.run(&format!("return Boolean({seen})")), false, "{file}: not yet");
        program.edit(file, old, new);
        until(&browser, file, seen);
        assert_eq!(browser.run("return window.isTheSame"), true, "{file}: the page was not loaded anew");
    }
}

#[test]
fn a_fault_of_one_clinic_is_shown_on_its_own_pages_alone() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program);
    program.edit("content/clinics/havna/clinic.toml", "name", "nmae");
    let build = "return Number(document.querySelector('script[data-build]').dataset.build)";
    // Another edit after it: once that is shown, the fault was there before.
    program.edit("content/group/clauses/complaint.nb.md", "Du kan klage til", "Du kan alltid klage til");
    until(&browser, "the others go on", "document.body.textContent.includes('Du kan alltid klage til')");
    assert!(browser.run(build).as_u64() > Some(1));
    until(&browser, "nothing is wrong here", &format!("{} && !{}", bar_says(FINE), panel_is_open()));
    browser.open(&program.at(Some("havna"), "/"), Look::wide(1280));
    until(&browser, "the panel is there", &panel_is_open());
}

#[test]
fn where_the_reader_is_and_what_she_has_opened_and_marked_stays() {
    const PLACE: &str = "return [
        document.getElementById('more').open,
        document.activeElement.closest('details')?.id,
        getSelection().toString(),
        Math.round(document.getElementById('more').getBoundingClientRect().top),
    ]";
    let program = Program::serve("tests/sites/fjord", "2026-07-01", arrange);
    let browser = open(&program);
    browser.run(
        "const more = document.getElementById('more');
        more.open = true;
        more.querySelector('summary').focus();
        getSelection().selectAllChildren(document.getElementById('marked'));
        more.scrollIntoView({block: 'start', behavior: 'instant'});",
    );
    let before = browser.run(PLACE);
    assert_eq!(before[2], "Something to mark.");
    assert!(browser.run("return scrollY").as_f64() > Some(1000.0), "the page is scrolled");
    // Above the reader a paragraph grows, and one is added.
    program.edit("content/group/clauses/why-we-use-data.nb.md", "Vi bruker", "Hei.\n\nVi bruker alltid");
    until(&browser, "the edit is shown", "document.body.textContent.includes('Vi bruker alltid')");
    until(
        &browser,
        "she is where she was",
        &format!("JSON.stringify((() => {{ {PLACE} }})()) === `{before}`"),
    );
    assert_eq!(browser.run("return window.isTheSame"), true);
}

#[test]
fn a_page_that_is_gone_stays_with_words_about_it() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program);
    program.edit("content/group/policy.toml", "path.nb = \"personvern\"", "path.nb = \"om-personvern\"");
    until(
        &browser,
        "it says so",
        &format!("{BAR}.querySelector('.notice').textContent.includes('no longer exists')"),
    );
    assert_eq!(
        browser.run("return [window.isTheSame, Boolean(document.getElementById('complaint'))]"),
        json!([true, true])
    );
    assert_eq!(
        browser.run(&format!("return {BAR}.querySelector('.notice a').href")),
        program.at(Some("nordlys"), "/")
    );
    program.edit("content/group/policy.toml", "path.nb = \"om-personvern\"", "path.nb = \"personvern\"");
    until(&browser, "the words go with the page's return", &format!("{BAR}.querySelector('.notice').hidden"));
}

//! The bar below a page: why it says something, other days, and nothing of it for axe to find.

use serde_json::json;

use super::{BAR, FINE, bar_says, button, panel_is_open, violations};
use crate::axe::axe;
use crate::driver::{Browser, Look};
use crate::program::{Program, until};

fn open(program: &Program, brand: &str, path: &str) -> Browser {
    let browser = Browser::start();
    browser.open(&program.at(Some(brand), path), Look::wide(1280));
    until(&browser, "the bar is there", &bar_says(FINE));
    browser
}

/// Puts a paragraph that begins so in the middle of the window; gives a point on its first words, or nothing where there is none.
fn point_on(browser: &Browser, words: &str) -> Option<(f64, f64)> {
    let script = format!(
        "const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {{
            if (!walk.currentNode.data.trimStart().startsWith({})) continue;
            walk.currentNode.parentElement.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const range = document.createRange();
            range.selectNodeContents(walk.currentNode);
            const box = range.getClientRects()[0];
            return [box.x + Math.min(20, box.width / 2), box.y + box.height / 2];
        }}
        return null;",
        json!(words)
    );
    let place = browser.run(&script);
    Some((place[0].as_f64()?, place[1].as_f64()?))
}

/// The paragraphs of a text in one line each, without anything that a page shows otherwise, with their lines.
fn plain_paragraphs(text: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let is_empty = |line: Option<&&str>| line.is_none_or(|line| line.is_empty());
    let plain = |(index, line): (usize, &&str)| {
        let is_alone = is_empty(lines.get(index + 1)) && (index == 0 || is_empty(lines.get(index - 1)));
        let is_plain = line.len() > 40
            && !line.contains(['{', '[', '*', '_', '"', '\'', '='])
            && line.starts_with(char::is_uppercase);
        (is_alone && is_plain).then(|| (index + 1, line.chars().take(40).collect()))
    };
    lines.iter().enumerate().filter_map(plain).collect()
}

#[test]
fn alt_and_a_click_open_the_line_of_a_sentence_of_any_layer() {
    let program = Program::serve("", "2026-11-21", |_| {});
    let layers = [
        ("c-medical", "content/group"),
        ("c-medical", "content/profiles/ivf"),
        ("legevakt-x", "content/clinics/legevakt-x"),
    ];
    for (brand, folder) in layers {
        let browser = open(&program, brand, "/personvern/");
        let mut tried = 0;
        for file in program.files(&format!("{folder}/clauses")).iter().filter(|file| file.ends_with(".nb.md"))
        {
            let path = format!("{folder}/clauses/{file}");
            let Some((line, (x, y))) = plain_paragraphs(&program.read(&path))
                .into_iter()
                .find_map(|(line, words)| Some((line, point_on(&browser, &words)?)))
            else {
                continue;
            };
            // The page has no marks yet: the click asks for them.
            browser.click_with_alt(x, y);
            let place = format!("location.search.endsWith({})", json!(format!("/{path}:{line}:1")));
            until(&browser, &format!("{path}:{line} opens"), &place);
            tried += 1;
            break;
        }
        assert_eq!(tried, 1, "the page shows no plain paragraph of {folder}");
    }
}

#[test]
fn parts_say_where_they_are_from_to_a_keyboard_too() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "nordlys", "/personvern/");
    browser.run(&format!("{}.focus()", button(1)));
    browser.press("Enter");
    let replacing = "document.querySelector('main [data-felles-replaced][tabindex]')";
    until(&browser, "the parts are marked", replacing);
    let places = browser.run(&format!(
        "const part = {replacing}; part.focus();
        return [part.dataset.fellesFrom, part.dataset.fellesReplaced.split(' ')[0]]"
    ));
    let shown = |index: usize| {
        let place = places[index].as_str().expect("a place");
        place.rsplitn(2, ':').last().expect("a path and a line").to_owned()
    };
    let card = format!("return {BAR}.querySelector('.card').innerText");
    let said = browser.run(&card);
    let said = said.as_str().expect("a text");
    assert!(said.contains(&shown(0)) && said.contains(&format!("Replaces {}", shown(1))), "{said}");
    browser.press("Escape");
    until(&browser, "the marks go", "!document.querySelector('[data-felles-from]')");
}

#[test]
fn links_of_a_page_of_another_day_lead_to_that_day() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "nordlys", "/personvern/?date=2026-12-30");
    let strip = browser.run(&format!("return {BAR}.querySelector('.day').innerText"));
    assert_eq!(strip, "The page as on 30 December 2026 – back to today");
    browser.run("document.querySelector('a[href=\"../\"]').click()");
    until(
        &browser,
        "the front page is of that day too",
        "location.pathname === '/' && location.search === '?date=2026-12-30'",
    );
    until(&browser, "the bar is there", BAR);
    browser.run(&format!("{BAR}.querySelector('.day a').click()"));
    until(&browser, "today is today", "location.pathname === '/' && location.search === ''");
}

#[test]
fn a_panel_is_folded_by_escape_and_axe_finds_nothing_in_it() {
    let program = Program::serve("", "2026-11-21", |_| {});
    let browser = Browser::start();
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": axe()}));
    browser.open(&program.at(Some("c-medical"), "/"), Look::wide(1280));
    until(&browser, "the bar is there", &bar_says(FINE));
    let clinic = program.read("content/clinics/c-medical/clinic.toml");
    program.write("content/clinics/c-medical/clinic.toml", &format!("nmae = 1\n{clinic}"));
    until(&browser, "the panel is there", &panel_is_open());
    let mut found = violations(&browser, "the panel");
    browser.press("Escape");
    until(&browser, "it is folded", &format!("!{}", panel_is_open()));
    assert_eq!(
        browser.run(&format!("return Boolean({})", bar_says("errors: 1"))),
        true,
        "the bar still says it"
    );
    browser.run(&format!("{}.click()", button(2)));
    found.extend(violations(&browser, "the dates"));
    assert_eq!(found, Vec::<String>::new());
}

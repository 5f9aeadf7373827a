//! Why a page says something: where each part comes from, and the line that opens.

use serde_json::json;

use super::{BAR, button, open};
use crate::driver::Browser;
use crate::program::{Program, until};

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
            catch_what_opens(&browser);
            // The page has no marks yet: the click asks for them.
            browser.click_with_alt(x, y);
            let place = format!("opened?.endsWith({})", json!(format!("/{path}:{line}:1")));
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
fn the_card_says_who_shares_a_part_and_leads_to_those_with_their_own() {
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "nordlys", "/personvern/");
    browser.run(&format!("{}.focus()", button(1)));
    browser.press("Enter");
    let part = "document.querySelector('#who-gets-data p[data-felles-layer=group][tabindex]')";
    until(&browser, "the parts are marked", part);
    browser.run(&format!("{part}.focus()"));
    let link = format!("{BAR}.querySelector('.card .shared a')");
    until(&browser, "the card says who shares it", &link);
    let said = browser.run(&format!("return {BAR}.querySelector('.card .shared').innerText"));
    assert_eq!(said, json!("Shared by 2 clinics on 4 sites. Own text at havna"));
    let href = browser.run(&format!("return {link}.href"));
    let href = href.as_str().expect("an address");
    assert!(href.starts_with("http://havna.localhost:") && href.ends_with("/personvern/"), "{href}");
}

/// Keeps what would open in `opened`, and stays on the page.
fn catch_what_opens(browser: &Browser) {
    browser.run(
        "window.opened = null;
        navigation.addEventListener('navigate', event => {
            window.opened = event.destination.url;
            event.preventDefault();
        });",
    );
}

/// Puts the first element of this selector that is shown and has this text in the middle of the window; gives a point on its
/// text, and the text.
fn point_on_element(browser: &Browser, selector: &str, text: &str) -> (f64, f64, String) {
    let script = format!(
        "const rangeOf = node => {{
            const range = document.createRange();
            range.selectNodeContents(node);
            return range;
        }};
        for (const element of document.querySelectorAll({})) {{
            const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {{
                const {{ data }} = walk.currentNode;
                const range = rangeOf(walk.currentNode);
                if (data.trim() === '' || !data.includes({}) || !(range.getClientRects()[0]?.width > 10)) continue;
                element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                const box = range.getClientRects()[0];
                return [box.x + 5, box.y + box.height / 2, data.trim()];
            }}
        }}",
        json!(selector),
        json!(text)
    );
    let place = browser.run(&script);
    let number = |index: usize| place[index].as_f64().expect("the element is there");
    (number(0), number(1), place[2].as_str().expect("it has a text").to_owned())
}

#[test]
fn the_first_click_with_alt_opens_every_kind_of_part() {
    let program = Program::serve("", "2026-11-21", |_| {});
    let browser = open(&program, "c-medical", "/personvern/");
    catch_what_opens(&browser);
    for (selector, text) in [
        ("h1", ""),
        (".lead", ""),
        ("nav.pages a", ""),
        ("main h2", ""),
        ("main th", ""),
        ("main td", ""),
        ("main dd", ""),
        ("main caption", ""),
        ("main a", "personvernombud"),
        ("footer a", ""),
    ] {
        let (x, y, words) = point_on_element(&browser, selector, text);
        let before = browser.run("window.opened = null; return [scrollX, scrollY]");
        assert_eq!(browser.run("return document.querySelector('[data-felles-from]')"), json!(null));
        browser.click_with_alt(x, y);
        until(&browser, &format!("{selector} opens"), "opened !== null");
        let place = browser.run("return new URLSearchParams(new URL(opened).search).get('opened')");
        let place = place.as_str().expect("a place").to_owned();
        let (path, line) = place.rsplit_once(':').expect("a column").0.rsplit_once(':').expect("a line");
        let line = line.parse::<usize>().expect("a number");
        let text = program.read(path);
        let written = text.lines().nth(line - 1).expect("the file has the line");
        let first: String = words.chars().take(8).collect();
        // The number of a heading is written nowhere; what opens is the heading beside it.
        let first = if words.parse::<usize>() == Ok(1) { "# ".to_owned() } else { first };
        assert!(written.contains(&first), "{selector}: {words}: {place}: {written}");
        // What a click asked for goes when it has been used.
        until(&browser, "the marks go", "!document.querySelector('[data-felles-from]')");
        assert_eq!(browser.run("return [scrollX, scrollY]"), before, "{selector}");
    }
}

#[test]
fn every_layer_has_a_line_and_words_of_its_own() {
    let program = Program::serve("", "2026-11-21", |_| {});
    let browser = open(&program, "c-medical", "/personvern/");
    browser.run(&format!("{}.click()", button(1)));
    until(&browser, "the parts are marked", "document.querySelector('[data-felles-layer]')");
    let mut lines = Vec::new();
    for (layer, kind, words) in [
        ("group", "group", " · group"),
        ("profile ivf", "profile", " · profile ivf"),
        ("clinic c-medical", "clinic", " · clinic c-medical"),
        ("brand", "brand", " · brand c-medical"),
        ("theme", "theme", " · theme"),
    ] {
        let found = browser.run(&format!(
            "const line = element => {{
                const {{ outlineStyle, outlineWidth }} = getComputedStyle(element);
                return `${{outlineStyle}} ${{outlineWidth}}`;
            }};
            const part = [...document.querySelectorAll('[data-felles-layer=\"{layer}\"]')].find(part => part.checkVisibility());
            const mark = line(part);
            part.dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true }}));
            const legend = {BAR}.querySelector('.legend .{kind}');
            return [mark, line(legend), {BAR}.querySelector('.what').textContent, legend.textContent];"
        ));
        assert_eq!(found[0], found[1], "{layer}: the legend shows the mark");
        let said = found[2].as_str().expect("a text");
        assert!(said.ends_with(words), "{layer}: {said}");
        assert!(found[3].as_str().is_some_and(|text| text.contains(kind)), "{found}");
        assert!(!lines.contains(&found[0]), "{layer}: {lines:?} {found}");
        lines.push(found[0].clone());
    }
}

#[test]
fn marks_follow_lines_that_move_in_files_that_say_the_same() {
    const FILE: &str = "content/group/clauses/who-gets-data.nb.md";
    const WORDS: &str = "De følger avtalen vår.";
    let program = Program::serve("tests/sites/fjord", "2026-07-01", |_| {});
    let browser = open(&program, "nordlys", "/personvern/");
    catch_what_opens(&browser);
    let text = program.read(FILE);
    let start = text.find(WORDS).expect("it is in the file");
    let line = text[..start].lines().count() + 1;
    let (x, y) = point_on(&browser, WORDS).expect("it is on the page");
    let opens = |line: usize| {
        browser.run("window.opened = null");
        browser.click_with_alt(x, y);
        until(&browser, &format!("line {line}"), &format!("opened?.endsWith('/{FILE}:{line}:1')"));
    };
    let served = |line: usize| {
        format!(
            "(() => {{
                const request = new XMLHttpRequest();
                request.open('GET', '?why', false);
                request.send();
                return request.responseText.includes('{FILE}:{line}:1');
            }})()"
        )
    };
    opens(line);
    let moved = |by: usize| format!("{}{}{}", &text[..start], "\n".repeat(by), &text[start..]);
    program.write(FILE, &moved(4));
    until(&browser, "the preview has read it", &served(line + 4));
    opens(line + 4);
    // The same with the marks shown: they and the card follow by themselves.
    browser.run(&format!("{}.click()", button(1)));
    let part = |line: usize| format!("document.querySelector('[data-felles-from=\"{FILE}:{line}:1\"]')");
    until(&browser, "the parts are marked", &part(line + 4));
    browser.run(&format!(
        "{}.dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true }}))",
        part(line + 4)
    ));
    program.write(FILE, &moved(7));
    until(&browser, "the marks follow", &part(line + 7));
    let card = format!("{BAR}.querySelector('.card').textContent.includes('{FILE}:{}')", line + 7);
    until(&browser, "the card follows", &card);
}

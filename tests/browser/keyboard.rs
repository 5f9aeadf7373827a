//! A walk through a page with the Tab key.

use serde_json::{Value, json};

use crate::driver::{Browser, Look};
use crate::server::page;

/// What has the focus: its place among all that can have it, its box in the window, its outline, and what covers its middle.
const HERE: &str = "const it = document.activeElement, box = it.getClientRects()[0] ?? it.getBoundingClientRect(), style = getComputedStyle(it);
    const all = [...document.querySelectorAll('a[href], summary')].filter(it => it.checkVisibility());
    const on_top = document.elementFromPoint(box.x + Math.min(box.width, 20) / 2, box.y + Math.min(box.height, 20) / 2);
    return {
        at: all.indexOf(it), of: all.length, html: it.outerHTML.slice(0, 80),
        top: box.top + scrollY, left: box.left,
        in_window: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        uncovered: on_top === null || it.contains(on_top) || on_top.contains(it),
    };";

fn still(width: u32) -> Look {
    Look { preference: Some(("prefers-reduced-motion", "reduce")), ..Look::wide(width) }
}

#[test]
fn tab_visits_everything_in_its_order_and_shows_where_it_is() {
    let browser = Browser::start();
    for path in ["c-medical/", "c-medical/personvern/", "legevakt-x/", "c-medical/apningstider/"] {
        for width in [390, 1280] {
            browser.open(&page(path), still(width));
            walk(&browser, &format!("{path} at {width}"), width < 600);
        }
    }
}

/// On a narrow screen all is one column, so what comes next is never above what came before.
fn walk(browser: &Browser, place: &str, one_column: bool) {
    let count = browser
        .run("return [...document.querySelectorAll('a[href], summary')].filter(it => it.checkVisibility()).length")
        .as_i64()
        .expect("a number");
    assert!(count > 8, "{place}: there is something to visit");
    let mut top = f64::MIN;
    for expected in 0..count {
        browser.press("Tab");
        let here = browser.run(HERE);
        assert_eq!(here["at"], expected, "{place}: the order is that of the page: {here:#}");
        for holds in ["in_window", "outline", "uncovered"] {
            assert_eq!(here[holds], true, "{place}: {holds}: {here:#}");
        }
        // The first is the link that skips; it lies over the page's top.
        if one_column && expected > 0 {
            let now = here["top"].as_f64().expect("a number");
            assert!(now > top - 60.0, "{place}: the focus jumps up from {top}: {here:#}");
            top = now;
        }
    }
    browser.press("Tab");
    // To the browser's own buttons, or around to the first where it has none.
    let after = browser.run(HERE)["at"].as_i64();
    assert!(matches!(after, Some(-1 | 0)), "{place}: the last one lets the focus go: {after:?}");
}

#[test]
fn the_first_tab_offers_to_skip_to_the_content() {
    let browser = Browser::start();
    for width in [390, 1280] {
        browser.open(&page("c-medical/personvern/"), still(width));
        let hidden = "return document.querySelector('.skip-link').getBoundingClientRect().bottom <= 0";
        assert_eq!(browser.run(hidden), true, "it is not seen before");
        browser.press("Tab");
        let shown: Value = browser.run(
            "const box = document.activeElement.getBoundingClientRect();
            return [document.activeElement.className, box.top >= 0, box.height >= 24]",
        );
        assert_eq!(shown, json!(["skip-link", true, true]));
        browser.press("Enter");
        assert_eq!(browser.run("return document.activeElement.id"), "content");
        browser.press("Tab");
        assert_eq!(
            browser.run("return document.querySelector('main').contains(document.activeElement)"),
            true,
            "the next is in the content"
        );
    }
}

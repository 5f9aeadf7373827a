//! Narrow windows, wide letters, chosen colours, no motion: what a reader may ask of a page.

use serde_json::{Value, json};

use crate::driver::{Browser, Look};
use crate::server::{page, pages};

/// Pages of every kind: a front page, a long statement, cookies, processors, opening hours.
fn kinds() -> Vec<String> {
    let paths =
        ["", "personvern/", "informasjonskapsler/", "databehandlere/", "apningstider/", "en/privacy/"];
    paths.iter().map(|path| page(&format!("c-medical/{path}"))).collect()
}

/// The elements that are wider than the window, by what starts them.
const TOO_WIDE: &str = "const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > room + 1);
    return ['scrolls sideways', ...wide.slice(0, 5).map(it => it.outerHTML.slice(0, 80))];";

fn none(found: &Value, page: &str, what: &str) {
    assert!(found.as_array().is_some_and(Vec::is_empty), "{page}: {what}: {found:#}");
}

#[test]
fn no_page_scrolls_sideways_at_320_or_at_400_per_cent() {
    let browser = Browser::start();
    for page in pages() {
        browser.open(&page, Look::wide(320));
        none(&browser.run(TOO_WIDE), &page, "at 320 px");
        browser.look(Look { zoom: 4, ..Look::wide(320) });
        assert_eq!(browser.run("return [innerWidth, devicePixelRatio]"), json!([320, 4]));
        none(&browser.run(TOO_WIDE), &page, "at 400 %");
    }
}

#[test]
fn wide_spacing_of_text_clips_nothing() {
    // WCAG 1.4.12, to the letter.
    const SPACED: &str = "const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
            p { margin-bottom: 2em !important; }`);
        document.adoptedStyleSheets = [sheet];
        return getComputedStyle(document.querySelector('main p')).letterSpacing;";
    const CLIPPED: &str = "return [...document.querySelectorAll('body *')].filter(it => {
            const style = getComputedStyle(it);
            if (it.matches('.unseen') || style.display === 'inline' || style.clipPath !== 'none') return false;
            const hides = axis => ['hidden', 'clip'].includes(axis);
            return hides(style.overflowX) && it.scrollWidth > it.clientWidth + 1
                || hides(style.overflowY) && it.scrollHeight > it.clientHeight + 1;
        }).map(it => it.outerHTML.slice(0, 90));";
    let browser = Browser::start();
    for page in kinds() {
        for width in [320, 1280] {
            browser.open(&page, Look::wide(width));
            let spacing = browser.run(SPACED);
            assert_ne!(spacing, json!("normal"), "the spacing is in force");
            none(&browser.run(CLIPPED), &page, "clipped");
            none(&browser.run(TOO_WIDE), &page, "with wide spacing");
        }
    }
}

#[test]
fn what_is_clicked_is_large_enough() {
    // WCAG 2.5.8: 24 by 24, but for links within a sentence.
    const SMALL: &str = "return [...document.querySelectorAll('a[href], button, summary')].filter(it => {
            const box = it.getBoundingClientRect();
            const seen = box.width > 1 && getComputedStyle(it).visibility === 'visible' && it.checkVisibility();
            const row = it.closest('li, dd, dt, th, td, p');
            const in_sentence = getComputedStyle(it).display === 'inline'
                && row && row.textContent.trim() !== it.textContent.trim();
            return seen && !in_sentence && (box.width < 24 || box.height < 24) && !alone(it, box);
        }).map(it => it.outerHTML.slice(0, 100));
        // A smaller one counts where a circle of 24 around its middle touches no other.
        function alone(it, box) {
            const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
            const [x, y] = middle(box);
            return [...document.querySelectorAll('a[href], button, summary')].every(other => {
                const there = other.getBoundingClientRect();
                if (other === it || there.width < 2 || !other.checkVisibility()) return true;
                const dx = Math.max(there.left - x, 0, x - there.right), dy = Math.max(there.top - y, 0, y - there.bottom);
                return Math.hypot(dx, dy) >= 12;
            });
        }";
    let browser = Browser::start();
    for page in kinds() {
        for width in [320, 1280] {
            browser.open(&page, Look::wide(width));
            none(&browser.run(SMALL), &page, "too small to hit");
        }
    }
}

#[test]
fn chosen_colours_leave_borders_and_focus() {
    const EDGES: &str = "return ['.answers', '.ask', '.steps', '.button', '.choices li'].filter(name => {
            const it = document.querySelector(name), style = getComputedStyle(it);
            return style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1
                || style.borderTopColor === getComputedStyle(document.body).backgroundColor;
        });";
    let browser = Browser::start();
    let page = page("legevakt-x/");
    for dark in [false, true] {
        browser.open(&page, Look { dark, preference: Some(("forced-colors", "active")), ..Look::wide(1280) });
        assert_eq!(browser.run("return matchMedia('(forced-colors: active)').matches"), json!(true));
        none(&browser.run(EDGES), &page, "no edge");
        for _ in 0..6 {
            browser.press("Tab");
            let outline = browser.run(
                "const it = document.activeElement, style = getComputedStyle(it);
                return [it.tagName, style.outlineStyle, parseFloat(style.outlineWidth) >= 2,
                    style.outlineColor !== getComputedStyle(document.body).backgroundColor]",
            );
            assert_eq!(outline, json!(["A", "solid", true, true]));
        }
    }
}

#[test]
fn nothing_moves_for_those_who_ask_for_stillness() {
    const MOVING: &str = "return [...document.querySelectorAll('*')].filter(it => {
            const style = getComputedStyle(it);
            return style.transitionDuration.split(', ').some(time => parseFloat(time) > 0)
                || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
        }).map(it => it.tagName);";
    let browser = Browser::start();
    let page = page("c-medical/personvern/");
    let asked = |wish| Look { preference: Some(("prefers-reduced-motion", wish)), ..Look::wide(1280) };
    browser.open(&page, asked("reduce"));
    none(&browser.run(MOVING), &page, "moves");
    browser.look(asked("no-preference"));
    assert_ne!(browser.run(MOVING), json!([]), "others have the page move, or this test could not fail");
}

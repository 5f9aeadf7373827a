//! What a page asks of the network and of the reader's device, and whether it stands still while it loads.

use serde_json::json;

use crate::driver::{Browser, Look};
use crate::program::until;
use crate::server::{SERVER, pages};

#[test]
fn a_page_asks_for_its_own_files_alone_and_leaves_nothing_behind() {
    let browser = Browser::start();
    for page in pages() {
        browser.open(&page, Look::wide(390));
        // What was asked for is told to the page a little after it has come.
        until(
            &browser,
            &format!("{page} has its stylesheet"),
            "performance.getEntriesByType('resource').some(it => it.name.includes('/assets/style'))",
        );
        let asked = browser.run("return performance.getEntriesByType('resource').map(it => it.name)");
        let asked: Vec<&str> =
            asked.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
        let foreign: Vec<_> = asked.iter().filter(|name| !name.starts_with(&SERVER.origin)).collect();
        assert!(foreign.is_empty(), "{page} asks elsewhere: {foreign:?}");
        let left = browser.run("return [document.cookie, localStorage.length, sessionStorage.length]");
        assert_eq!(left, json!(["", 0, 0]), "{page}");
    }
}

#[test]
fn nothing_shifts_while_a_page_loads() {
    /// What moved, from which box to which, with the size of each shift; nothing where nothing did.
    const SHIFTS: &str = "const moved = [];
        const box = it => [it.x, it.y, it.width, it.height].join(' ');
        const add = entries => entries.forEach(entry => moved.push([entry.value, ...entry.sources.map(it =>
            (it.node?.outerHTML ?? it.node?.textContent ?? 'gone').slice(0, 80)
                + ': ' + box(it.previousRect) + ' to ' + box(it.currentRect))]));
        const observer = new PerformanceObserver(list => add(list.getEntries()));
        observer.observe({type: 'layout-shift', buffered: true});
        const frames = count => count === 0
            ? (add(observer.takeRecords()), done(moved))
            : requestAnimationFrame(() => frames(count - 1));
        PerformanceObserver.supportedEntryTypes.includes('layout-shift') ? frames(10) : done('not measured');";
    let browser = Browser::start();
    for page in pages() {
        for width in [390, 1280] {
            browser.open(&page, Look::wide(width));
            assert_eq!(browser.wait_for(SHIFTS), json!([]), "{page} at {width}");
        }
    }
}

#[test]
fn a_page_that_has_come_in_part_has_what_is_there_where_it_stays() {
    /// Takes the page away from its end, node by node, and gives what then stood elsewhere on the first screen: where
    /// the page ended, the node, and both its places. Browsers count what moves by 3 pixels or more. The head of the
    /// site is taken to come as one.
    const MOVED: &str = "
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        const range = document.createRange();
        const box = node => {
            if (node.nodeType === Node.ELEMENT_NODE) return node.getBoundingClientRect();
            range.selectNodeContents(node);
            return range.getClientRects()[0];
        };
        const on_screen = box => box && box.width && box.height && box.top < innerHeight && box.left < innerWidth;
        const places = new Map(nodes
            .filter(node => node.nodeType === Node.ELEMENT_NODE || node.textContent.trim())
            .map(node => [node, box(node)])
            .filter(([, box]) => on_screen(box)));
        const name = node => (node.outerHTML ?? node.textContent).trim().slice(0, 80);
        const moved = [];
        nodes.filter(node => !node.parentElement.closest('.site-header')).reverse().forEach((last, at) => {
            const [end, matters] = [name(last), places.delete(last)];
            last.remove();
            if (!matters && at % 50) return;
            places.forEach((was, node) => {
                const is = box(node);
                if (on_screen(is) && Math.max(Math.abs(is.left - was.left), Math.abs(is.top - was.top)) >= 3) {
                    moved.push([end, name(node), [is.left, is.top], [was.left, was.top]]);
                    places.delete(node);
                }
            });
        });
        return moved.concat(places.size < 10 ? ['the head of the site is all that was looked at'] : []);";
    let browser = Browser::start();
    for page in pages() {
        for width in [390, 1280] {
            browser.open(&page, Look::wide(width));
            assert_eq!(browser.run(MOVED), json!([]), "{page} at {width}");
        }
    }
}

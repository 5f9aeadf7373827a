//! What a page asks of the network and of the reader's device, and whether it stands still while it loads.

use serde_json::json;

use crate::driver::{Browser, Look};
use crate::server::{SERVER, pages};

#[test]
fn a_page_asks_for_its_own_files_alone_and_leaves_nothing_behind() {
    let browser = Browser::start();
    for page in pages() {
        browser.open(&page, Look::wide(390));
        let asked = browser.run("return performance.getEntriesByType('resource').map(it => it.name)");
        let asked: Vec<&str> =
            asked.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
        assert!(
            asked.iter().any(|name| name.contains("/assets/style")),
            "{page} has its stylesheet: {asked:?}"
        );
        let foreign: Vec<_> = asked.iter().filter(|name| !name.starts_with(&SERVER.origin)).collect();
        assert!(foreign.is_empty(), "{page} asks elsewhere: {foreign:?}");
        let left = browser.run("return [document.cookie, localStorage.length, sessionStorage.length]");
        assert_eq!(left, json!(["", 0, 0]), "{page}");
    }
}

#[test]
fn nothing_shifts_while_a_page_loads() {
    const SHIFT: &str = "let sum = 0;
        const observer = new PerformanceObserver(list => add(list.getEntries()));
        const add = entries => entries.forEach(entry => sum += entry.value);
        observer.observe({type: 'layout-shift', buffered: true});
        const frames = count => count === 0
            ? (add(observer.takeRecords()), done(sum))
            : requestAnimationFrame(() => frames(count - 1));
        PerformanceObserver.supportedEntryTypes.includes('layout-shift') ? frames(10) : done('not measured');";
    let browser = Browser::start();
    for page in pages() {
        for width in [390, 1280] {
            browser.open(&page, Look::wide(width));
            assert_eq!(browser.wait_for(SHIFT).as_f64(), Some(0.0), "{page} at {width}");
        }
    }
}

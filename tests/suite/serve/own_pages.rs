//! The preview's own pages: markup in what they show is text, and no other origin gets at them (hardening E2, E9).
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "breaks a file of the copy")]

use std::fs;

use super::client::{Client, get, until};
use super::program::Program;

#[test]
fn markup_and_escape_codes_in_a_message_are_shown_as_text_and_the_last_good_pages_stay() {
    let program = Program::serve("");
    let port = program.port();
    let before = get(port, "nordlys.localhost", "/?production");
    let brand = program.site().join("site/content/brands/nordlys.toml");
    let text = fs::read_to_string(&brand).unwrap();
    fs::write(&brand, format!("\"<img src=x onerror=alert(1)>\\u001b[2J\" = 1\n{text}")).unwrap();
    until("the wall shows it", || get(port, "localhost", "/").text().contains("onerror"));
    let wall = get(port, "localhost", "/").text();
    assert!(wall.contains("&lt;img src=x onerror=alert(1)&gt;") && !wall.contains("<img"), "{wall}");
    assert!(!wall.contains('\u{1b}'), "{wall}");
    let state = get(port, "nordlys.localhost", "/_felles/state?brand=nordlys").text();
    let state: serde_json::Value = serde_json::from_str(&state).unwrap();
    assert_eq!(state["brands"][0]["state"], "errors");
    assert_eq!(state["findings"][0]["message"], "unknown key `<img src=x onerror=alert(1)>␛[2J`");
    let after = get(port, "nordlys.localhost", "/?production");
    assert_eq!((after.status, after.body), (200, before.body));
}

#[test]
fn every_own_page_has_a_strict_policy_is_never_kept_and_is_for_its_own_origin() {
    let program = Program::serve("");
    let port = program.port();
    for target in [
        "/",
        "/_felles/beside?left=/&right=/en/",
        "/_felles/preview.js",
        "/_felles/words.js",
        "/_felles/brands.json",
    ] {
        let reply = get(port, "localhost", target);
        assert_eq!((reply.status, reply.header("cache-control")), (200, Some("no-store")), "{target}");
        assert_eq!(reply.header("access-control-allow-origin"), None, "{target}");
        let policy = reply.header("content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"),
            "{target}: {policy}"
        );
        if target != "/" {
            let foreign = Client::new(port).ask("GET", "localhost", target, "Sec-Fetch-Site: cross-site\r\n");
            assert_eq!(foreign.status, 403, "{target}");
        }
    }
    let foreign = get(port, "localhost", "/_felles/beside?left=//evil.example/&right=/");
    assert_eq!(foreign.status, 400);
    assert!(!foreign.text().contains("evil"));
}

//! Who shares a part of a page, as the card of "Why?" asks for it.

use serde_json::{Value, json};

use super::shown::{Shown, reading};
use crate::fixture::{shipped, site};
use crate::serve::client::Client;

fn asked(shown: &Shown, brand: &str, at: &str, page: &str) -> Value {
    let reply = shown.get(&format!("/_felles/impact.json?brand={brand}&at={at}&page={page}"));
    serde_json::from_str(&reply.text()).unwrap_or_else(|_| panic!("{at}: {}", reply.text()))
}

#[test]
fn a_text_of_the_group_says_how_many_share_it_and_links_to_those_with_their_own() {
    let shown = Shown::start(reading(&shipped()));
    let answer = asked(&shown, "dermamedispa", "content/group/clauses/newsletter.nb.md:7:1", "/personvern/");
    let own = json!([{"clinic": "c-medical", "brand": "c-medical", "page": "/personvern/"}]);
    assert_eq!(answer, json!({"sites": 2, "clinics": 2, "own": own, "more": 0}));
}

#[test]
fn a_value_of_a_clinic_that_several_brands_publish_is_on_all_of_them() {
    let shown = Shown::start(reading(&site("fjord")));
    let answer = asked(&shown, "nordlys", "content/clinics/nordlys/contacts.toml:2:9", "/personvern/");
    assert_eq!(answer, json!({"sites": 3, "clinics": 1, "own": [], "more": 0}));
}

#[test]
fn what_is_no_part_of_a_page_has_no_answer_and_no_page_elsewhere_gets_one() {
    let shown = Shown::start(reading(&site("fjord")));
    for at in
        ["", "x", "content/group/about.toml", "content/none.toml:1:1", "../site.toml:1:1", "site.toml:9999:1"]
    {
        let reply = shown.get(&format!("/_felles/impact.json?brand=nordlys&at={at}&page=/"));
        assert_eq!(reply.status, 404, "{at}");
    }
    let target = "/_felles/impact.json?brand=nordlys&at=content/group/about.toml:1:8&page=/";
    assert_eq!(shown.get(target).status, 200);
    for lines in [
        "Sec-Fetch-Site: cross-site\r\n",
        "Origin: http://evil.example\r\n",
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: document\r\n",
    ] {
        assert_eq!(Client::new(shown.preview.port()).ask("GET", "localhost", target, lines).status, 403);
    }
}

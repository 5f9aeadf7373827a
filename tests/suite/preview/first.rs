//! What somebody looks at is made before the rest.

use std::sync::atomic::{AtomicBool, Ordering};

use felles::source::SourceTree;

use super::shown::{Shown, edited, reading};
use crate::fixture::{DATE, file, site, with};
use crate::serve::client::Client;

/// More brands than are remembered as looked at.
const COPIES: usize = 20;

fn many() -> SourceTree {
    let tree = site("fjord");
    let brand = tree.find("content/brands/havna.toml").unwrap().1.text.clone();
    let copy = |number: usize| {
        let path = format!("content/brands/copy-{number}.toml");
        file(&path, brand.replace("havna.example", &format!("copy-{number}.example")))
    };
    with(&tree, (0..COPIES).map(copy).collect())
}

#[test]
fn the_small_views_of_the_wall_do_not_come_before_the_page_that_somebody_reads() {
    let tree = many();
    let mut shown = Shown::start(reading(&tree));
    assert_eq!(shown.get("/_/nordlys/").status, 200);
    for number in 0..COPIES {
        let copy = format!("/_/copy-{number}/");
        let view = shown.get(&format!("{copy}?view")).text();
        // A page brings its stylesheet with it.
        let (_, style) = view.split_once("<link rel=\"stylesheet\" href=\"").expect("it has a stylesheet");
        assert_eq!(shown.get(&format!("{copy}{}", style.split('"').next().unwrap())).status, 200);
    }
    let newer =
        edited(&tree, "content/group/about.toml", |text| text.replacen("name = \"", "name = \"Nye ", 1));
    let was_first = AtomicBool::new(false);
    let port = shown.preview.port();
    let is_checking = |query: &str| {
        let state = Client::new(port).ask("GET", "localhost", &format!("/_felles/state{query}"), "").body;
        serde_json::from_slice::<serde_json::Value>(&state).unwrap()["checking"] == true
    };
    let look = || {
        if is_checking("") && !is_checking("?brand=nordlys") {
            was_first.store(true, Ordering::Relaxed);
        }
        false
    };
    shown.preview.show(reading(&newer), DATE, &look).expect("nothing makes it outdated");
    assert!(was_first.into_inner(), "the page that somebody reads waited for all the others");
}

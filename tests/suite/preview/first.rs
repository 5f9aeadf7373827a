//! What somebody looks at is made before the rest.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use felles::preview::{BuildWatch, Progress};
use felles::source::SourceTree;

use super::shown::{Shown, edited, listening, reading};
use crate::fixture::{DATE, build_in_memory, file, site, with};
use crate::serve::client::{Client, Reply, until};

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
    let watch = BuildWatch { is_outdated: &look, ..BuildWatch::default() };
    shown.preview.show(reading(&newer), DATE, watch).expect("nothing makes it outdated");
    assert!(was_first.into_inner(), "the page that somebody reads waited for all the others");
}

/// A deadline against a hang; nothing takes this long.
const LONG: Duration = Duration::from_secs(20);

/// Asks for these addresses before anything is built, then shows the tree; the last few brands are held back until all are answered.
fn first_answers(tree: &SourceTree, asked: &[(&str, &str)], awaited: &[&str]) -> Vec<Reply> {
    let mut preview = listening(&reading(tree));
    let mut clients: Vec<Client> = asked.iter().map(|_| Client::new(preview.port())).collect();
    for (client, (host, target)) in clients.iter_mut().zip(asked) {
        client.send(format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    }
    until("the requests wait", || preview.awaited() == awaited);
    let (release, held) = mpsc::channel::<()>();
    let held = Mutex::new(held);
    let progress = |Progress { made, all }: Progress| {
        if made + 4 >= all {
            // Nothing is ever sent: this ends when all are answered.
            let held = held.lock().unwrap_or_else(PoisonError::into_inner);
            assert_ne!(held.recv_timeout(LONG), Err(RecvTimeoutError::Timeout), "everything was waited for");
        }
    };
    std::thread::scope(|scope| {
        let answers = scope.spawn(move || {
            let answers = clients.iter_mut().map(|client| client.reply(false)).collect();
            drop(release);
            answers
        });
        preview.show(reading(tree), DATE, BuildWatch { progress: &progress, ..BuildWatch::default() });
        assert_eq!(preview.awaited(), Vec::<String>::new());
        answers.join().unwrap()
    })
}

fn state(port: u16) -> serde_json::Value {
    serde_json::from_slice(&Client::new(port).ask("GET", "localhost", "/_felles/state", "").body).unwrap()
}

#[test]
fn a_page_is_answered_before_everything_is_built() {
    let tree = many();
    let (files, _) = build_in_memory(&tree);
    // The last in the order of ids, at both of its addresses, and two that are compared.
    let asked = [
        ("sorpollen.localhost", "/?production"),
        ("localhost", "/_/sorpollen/?production"),
        ("localhost", "/_felles/compare?left=havna&right=nordlys&page=personvern/"),
    ];
    let answers = first_answers(&tree, &asked, &["havna", "nordlys", "sorpollen"]);
    for page in &answers[..2] {
        assert_eq!((page.status, &page.body), (200, &files["sorpollen/index.html"]));
    }
    assert_eq!(answers[2].status, 200);
}

#[test]
fn the_wall_is_answered_at_once_and_calls_nothing_fine_that_was_not_checked() {
    let tree = many();
    let preview = listening(&reading(&tree));
    let state = state(preview.port());
    let brands = state["brands"].as_array().unwrap();
    assert_eq!(brands.len(), preview.brands().len());
    assert!(brands.iter().all(|brand| brand["state"] == "checking"), "{brands:?}");
    assert_eq!((&state["made"], &state["all"]), (&0.into(), &brands.len().into()));
    let wall = Client::new(preview.port()).ask("GET", "localhost", "/", "");
    let text = wall.text();
    assert!(text.contains(&format!(">0 of {} sites are made<", brands.len())), "{text}");
    assert!(!text.contains(">no errors or warnings<") && !text.contains("Cannot be shown"), "{text}");
    assert_eq!(text.matches("<p>Being made</p>").count(), brands.len());
}

#[test]
fn a_page_of_a_brand_that_comes_to_nothing_is_not_waited_for_for_ever() {
    let tree = many();
    let broken = edited(&tree, "content/brands/sorpollen.toml", |text| text.replacen("domain", "web", 1));
    let page = &first_answers(&broken, &[("sorpollen.localhost", "/")], &["sorpollen"])[0];
    assert_eq!(page.status, 404);
    assert!(page.text().contains("The site sorpollen cannot be shown yet"), "{}", page.text());
}

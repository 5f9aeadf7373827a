//! What the real nginx, Apache and Caddy answer, with the files that felles writes for them, compared with what felles says that they
//! answer: for every brand, host, page, file and old address, and for addresses that nobody should send.
//!
//! `cargo test` leaves these tests out, since they need the three servers; `.ci/run` installs them and runs
//! `cargo test --test hosts`. The servers run on loopback as the user who tests, on ports that are free, and change nothing on the
//! machine. `curl` asks them, and so does `felles verify`; `openssl` makes the certificates.

#![expect(clippy::disallowed_methods, reason = "writes what servers read, and reads what they answer")]

mod ask;
mod cases;
mod publishing;
mod server;
mod site;
mod verify;

use ask::ask;
use cases::{cases, check};
use server::{Server, apache, apache_with_htaccess, caddy, nginx};
use site::Site;

fn compare(start: fn(&Site) -> Server) {
    let site = Site::build();
    let server = start(&site);
    let cases = cases(&site);
    let answers = ask(&server, &cases);
    let wrong: Vec<String> =
        cases.iter().zip(&answers).filter_map(|(case, answer)| check(&site, &server, case, answer)).collect();
    let shown = wrong.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(
        wrong.is_empty(),
        "{} of {} answers are others:\n{shown}\n{}",
        wrong.len(),
        cases.len(),
        server.log()
    );
}

#[test]
fn nginx_answers_as_felles_says() {
    compare(nginx);
}

#[test]
fn apache_answers_as_felles_says() {
    compare(apache);
}

#[test]
fn apache_with_nothing_but_htaccess_answers_as_felles_says() {
    compare(apache_with_htaccess);
}

#[test]
fn caddy_answers_as_felles_says() {
    compare(caddy);
}

//! Requests for a brand that is still to be made wait for it, and nobody waits for them.

use std::sync::Arc;

use felles::model::Id;
use felles::serve::{Limits, Server, SiteFiles, Snapshot};

use super::client::{Client, HEALTHY, get, serve_snapshot, slowest_of};

/// More than the server has threads that answer.
const CROWD: usize = 50;

fn files() -> Arc<SiteFiles> {
    let mut files = SiteFiles::default();
    files.put("index.html", b"<!doctype html><head><title>a</title></head>".as_slice().into());
    Arc::new(files)
}

/// A snapshot in which nordlys is made, and havna is or is not.
fn snapshot(havna: Option<Arc<SiteFiles>>) -> Snapshot {
    let id = |brand: &str| Id::from_name(brand).unwrap();
    Snapshot::new([(id("nordlys"), Some(files())), (id("havna"), havna)])
}

fn waiting(server: &Server, host: &str, target: &str) -> Client {
    let mut client = Client::new(server.port());
    client.send(format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    client
}

#[test]
fn many_requests_wait_for_a_brand_without_a_thread_and_all_are_answered() {
    let server = serve_snapshot(snapshot(None), Limits::of_this_process());
    let mut crowd: Vec<Client> = (0..CROWD)
        .map(|at| match at % 2 {
            0 => waiting(&server, "havna.localhost", "/"),
            _ => waiting(&server, "localhost", "/_/havna/"),
        })
        .collect();
    assert!(slowest_of(20, server.port()) < HEALTHY);
    for target in ["/", "/_felles/state", "/_/nordlys/", "/_/elsewhere/"] {
        assert!([200, 404].contains(&get(server.port(), "localhost", target).status), "{target}");
    }
    // A build that does not have it yet changes nothing.
    server.publish(snapshot(None));
    assert!(slowest_of(20, server.port()) < HEALTHY);
    server.publish(snapshot(Some(files())));
    for client in &mut crowd {
        assert_eq!(client.reply(false).status, 200);
        // The line goes on as ever.
        assert_eq!(client.ask("GET", "nordlys.localhost", "/", "").status, 200);
    }
}

#[test]
fn a_crowd_that_waits_is_closed_for_those_who_come_later() {
    let limits = Limits { connections: 20, ..Limits::of_this_process() };
    let server = serve_snapshot(snapshot(None), limits);
    let mut crowd = Vec::new();
    for _ in 0..CROWD {
        crowd.push(waiting(&server, "havna.localhost", "/"));
        assert!(slowest_of(1, server.port()) < HEALTHY);
    }
    assert!(crowd[0].is_hung_up());
}

#[test]
fn a_brand_that_is_gone_is_waited_for_no_longer() {
    let server = serve_snapshot(snapshot(None), Limits::of_this_process());
    let mut client = waiting(&server, "havna.localhost", "/");
    server.publish(Snapshot::new([(Id::from_name("nordlys").unwrap(), Some(files()))]));
    assert_eq!(client.reply(false).status, 421);
}

//! Pages hear of builds, however many they are (hardening E7).

use std::time::Duration;

use felles::serve::{Event, Server};

use super::client::{Client, HEALTHY, serve_with, slowest_of};

fn listen(server: &Server) -> Client {
    let mut client = Client::new(server.port());
    client.send(
        "GET /_felles/events HTTP/1.1\r\nHost: nordlys.localhost\r\nSec-Fetch-Site: same-origin\r\n\r\n",
    );
    let head = client.read_to("\r\n\r\n");
    assert!(
        head.starts_with("HTTP/1.1 200 ") && head.contains("Content-Type: text/event-stream\r\n"),
        "{head}"
    );
    assert!(!head.contains("Content-Length"), "{head}");
    client.read_to("event: build\ndata: ");
    client.read_to("\n\n");
    client
}

#[test]
fn two_hundred_pages_hear_of_a_build_and_the_dead_hold_up_nobody() {
    let server = serve_with(|limits| limits.connections = 400);
    let mut living: Vec<Client> = (0..200).map(|_| listen(&server)).collect();
    assert!(slowest_of(7, server.port()) < HEALTHY, "while two hundred listen, pages load");
    server.broadcast(&Event::build(2));
    for client in &mut living {
        client.read_to("event: build\ndata: 2\n\n");
    }
    living.truncate(100);
    for build in 3..6 {
        server.broadcast(&Event::build(build));
    }
    for client in &mut living {
        client.read_to("data: 5\n\n");
    }
}

#[test]
fn a_page_that_does_not_read_its_events_is_let_go_and_others_hear_all() {
    let server = serve_with(|_| {});
    let (mut deaf, mut living) = (listen(&server), listen(&server));
    let large = Event::new("finding", "x".repeat(60 * 1024));
    for _ in 0..200 {
        server.broadcast(&large);
        living.read_to("\n\n");
    }
    let read = deaf.count_rest(usize::MAX);
    assert!(read < 200 * 60 * 1024, "{read}");
}

#[test]
fn who_listens_hears_a_sign_of_life_and_stays() {
    let server = serve_with(|limits| {
        limits.heartbeat = Duration::from_millis(20);
        limits.head = Duration::from_millis(40);
        limits.stalled = Duration::from_millis(40);
    });
    let mut client = listen(&server);
    for _ in 0..5 {
        assert_eq!(client.read_to(":\n\n"), ":\n\n");
    }
}

#[test]
fn a_crowd_that_listens_leaves_room_for_those_who_read() {
    let server = serve_with(|limits| limits.connections = 40);
    let mut reader = Client::new(server.port());
    let listening: Vec<Client> = (0..80).map(|_| listen(&server)).collect();
    assert!(slowest_of(20, server.port()) < HEALTHY);
    assert_eq!(reader.ask("GET", "nordlys.localhost", "/", "").status, 200);
    drop(listening);
}

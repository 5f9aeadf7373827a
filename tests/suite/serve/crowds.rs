//! Clients that are many, slow, deaf or gone: somebody who only wants to read a page does not notice (hardening E6).
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "asks the system what the program has open")]

use std::fs;
use std::io::Write;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::client::{Client, HEALTHY, LARGE, get, serve_with, slowest_of, until};
use super::program::Program;

/// More than a preview needs for itself, a client's worth of answers and the pages of a small site.
const MOST_MEMORY: usize = 160 * 1024;

const REQUEST: &str = "GET /large.txt HTTP/1.1\r\nHost: nordlys.localhost\r\n\r\n";

/// Lets this process have the sockets of a crowd.
fn allow_sockets(wanted: u64) {
    let limit = getrlimit(Resource::Nofile);
    if limit.current.is_some_and(|current| current < wanted) {
        setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum: limit.maximum }).unwrap();
    }
}

/// The memory that the program has used at its height, in kilobytes.
fn memory(program: &Program) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", program.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

fn descriptors(program: &Program) -> usize {
    fs::read_dir(format!("/proc/{}/fd", program.id())).unwrap().count()
}

#[test]
fn fifteen_hundred_idle_sockets_cost_no_thread_and_hold_up_nobody() {
    allow_sockets(2500);
    let program = Program::serve("");
    let threads = |program: &Program| fs::read_dir(format!("/proc/{}/task", program.id())).unwrap().count();
    let before = threads(&program);
    let idle: Vec<Client> = (0..1500)
        .map(|at| {
            let mut client = Client::new(program.port());
            if at % 2 == 0 {
                client.send("GET / HTTP/1.1\r\nHost: localh");
            }
            client
        })
        .collect();
    assert!(slowest_of(20, program.port()) < HEALTHY);
    // A thread for each would be fifteen hundred; some of its own may start late.
    assert!(threads(&program) <= before + 16, "{before} threads became {}", threads(&program));
    assert!(memory(&program) < MOST_MEMORY, "{} kB", memory(&program));
    drop(idle);
    until("the idle are let go", || descriptors(&program) < 100);
}

#[test]
fn three_hundred_clients_at_256_descriptors_hold_up_nobody() {
    let program = Program::serve("ulimit -n 256;");
    let mut clients: Vec<Client> = (0..300).map(|_| Client::new(program.port())).collect();
    assert!(slowest_of(20, program.port()) < HEALTHY);
    // Those who came last are still there, and are answered.
    for client in clients.iter_mut().rev().take(50) {
        assert_eq!(client.ask("GET", "nordlys.localhost", "/", "").status, 200);
    }
    assert!(descriptors(&program) <= 256);
    drop(clients);
    until("the program recovers", || descriptors(&program) < 100);
    assert!(slowest_of(20, program.port()) < HEALTHY);
}

#[test]
fn clients_that_never_read_hold_up_nobody_and_cost_bounded_memory() {
    let program = Program::serve("");
    let request = "GET /?production HTTP/1.1\r\nHost: nordlys.localhost\r\n\r\n";
    let deaf: Vec<Client> = (0..100)
        .map(|_| {
            let mut client = Client::new(program.port());
            client.socket.set_nonblocking(true).unwrap();
            // As much as the system takes: thousands of pages are asked for, and none is read.
            let requests = request.repeat(1000);
            let _ = client.socket.write(requests.as_bytes());
            client
        })
        .collect();
    assert!(slowest_of(20, program.port()) < HEALTHY);
    assert!(memory(&program) < MOST_MEMORY, "{} kB", memory(&program));
    drop(deaf);
    until("the deaf are let go", || descriptors(&program) < 100);
}

#[test]
fn answers_that_nobody_takes_make_room_for_others() {
    let server = serve_with(|limits| limits.waiting_bytes = LARGE);
    let mut deaf: Vec<Client> = (0..6).map(|_| Client::new(server.port())).collect();
    for client in &mut deaf {
        client.send(REQUEST);
        assert!(slowest_of(1, server.port()) < HEALTHY);
    }
    // The system itself takes some of each answer; of the rest no more waits than may, and the first are let go.
    let mut whole = 0;
    for mut client in deaf {
        let head = client.read_to("\r\n\r\n");
        assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
        whole += usize::from(client.count_rest(LARGE) == LARGE);
    }
    assert!((1..=4).contains(&whole), "{whole} of 6 were kept");
}

#[test]
fn a_client_that_takes_nothing_for_long_is_let_go() {
    let server = serve_with(|limits| limits.stalled = Duration::from_millis(100));
    let mut deaf = Client::new(server.port());
    deaf.send(REQUEST);
    until("the deaf is let go", || deaf.socket.write(b"\r\n").is_err());
}

#[test]
fn a_head_that_does_not_end_in_time_is_refused() {
    let server = serve_with(|limits| limits.head = Duration::from_millis(100));
    let mut slow = Client::new(server.port());
    slow.send("GET / HTTP/1.1\r\nHost: nordlys");
    assert_eq!(slow.reply(false).status, 408);
    assert!(slow.is_hung_up());
    let mut silent = Client::new(server.port());
    assert!(silent.is_hung_up());
}

#[test]
fn clients_that_break_off_within_an_answer_cost_nobody_theirs() {
    let server = serve_with(|_| {});
    for _ in 0..50 {
        let mut client = Client::new(server.port());
        client.send(REQUEST);
        client.read_to("\r\n");
        // What it has not read makes the system break the line off instead of closing it.
        drop(client);
    }
    assert!(slowest_of(20, server.port()) < HEALTHY);
    assert_eq!(get(server.port(), "nordlys.localhost", "/large.txt").body.len(), LARGE);
}

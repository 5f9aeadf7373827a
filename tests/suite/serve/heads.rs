//! Which requests are read at all (hardening E3, E5).

use super::client::{Client, HEALTHY, get, serve_with, slowest_of};

/// Every refusal says which it is, and hangs up.
fn check(port: u16, request: impl AsRef<[u8]>, expected: u16) {
    let shown = String::from_utf8_lossy(&request.as_ref()[..request.as_ref().len().min(100)]).into_owned();
    let mut client = Client::new(port);
    client.send(request);
    let reply = client.reply(false);
    assert_eq!(reply.status, expected, "{shown:?}");
    assert_eq!(reply.header("connection"), Some("close"), "{shown:?}");
    assert!(client.is_hung_up(), "{shown:?}");
}

#[test]
fn only_get_and_head_without_a_body_are_answered() {
    let server = serve_with(|_| {});
    let port = server.port();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH", "BREW", "get"] {
        check(port, format!("{method} / HTTP/1.1\r\nHost: localhost\r\n\r\n"), 405);
    }
    for (method, expected) in [("GET", 413), ("HEAD", 413), ("POST", 405)] {
        for length in ["1", "100000000000000", "18446744073709551617"] {
            let head = format!("{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n");
            check(port, head.clone(), expected);
            check(port, head + "part of the body", expected);
        }
    }
    assert!(slowest_of(3, port) < HEALTHY);
}

#[test]
fn heads_that_are_too_long_are_refused_before_they_end() {
    let server = serve_with(|_| {});
    let port = server.port();
    check(port, format!("GET /{}", "a".repeat(8 * 1024)), 414);
    check(port, format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}", "a".repeat(32 * 1024)), 431);
    check(port, format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "X: y\r\n".repeat(64)), 431);
    let reply = get(port, "nordlys.localhost", &format!("/?{}", "a".repeat(7 * 1024)));
    assert_eq!(reply.status, 200);
}

#[test]
fn heads_that_can_be_read_in_two_ways_are_refused() {
    let server = serve_with(|_| {});
    let port = server.port();
    for lines in [
        "Host: localhost\n",
        "Host: localhost\r\nX: a\rb\r\n",
        "Host: localhost\r\nX: a\0b\r\n",
        "Host: localhost\r\nContent-Length: 0\r\nContent-Length: 0\r\n",
        "Host: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
        "Host: localhost\r\nContent-Length: 0x1\r\n",
        "Host: localhost\r\nTransfer-Encoding: chunked\r\n",
        "Host: localhost\r\nTransfer-Encoding: xchunked\r\n",
        "Host: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Host: localhost\r\n folded: a\r\n",
        "Host : localhost\r\n",
        ": localhost\r\nHost: localhost\r\n",
    ] {
        check(port, format!("GET / HTTP/1.1\r\n{lines}\r\n"), 400);
    }
    for start in [
        "GET / HTTP/1.1\n",
        "\r\nGET / HTTP/1.1\r\n",
        "GET /\0 HTTP/1.1\r\n",
        "GET http://localhost/ HTTP/1.1\r\n",
    ] {
        check(port, format!("{start}Host: localhost\r\n\r\n"), 400);
    }
    check(port, "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505);
    check(port, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400);
}

#[test]
fn one_line_carries_many_requests_in_order_also_sent_at_once() {
    let server = serve_with(|_| {});
    let mut client = Client::new(server.port());
    let request = |target: &str| format!("GET {target} HTTP/1.1\r\nHost: nordlys.localhost\r\n\r\n");
    client.send(format!("{}{}{}", request("/"), request("/missing"), request("/_felles/state")));
    let statuses = [(); 3].map(|()| client.reply(false).status);
    assert_eq!(statuses, [200, 404, 200]);
    assert_eq!(client.ask("GET", "nordlys.localhost", "/", "").header("connection"), Some("keep-alive"));
    assert_eq!(
        client.ask("GET", "nordlys.localhost", "/", "Connection: close\r\n").header("connection"),
        Some("close")
    );
    assert!(client.is_hung_up());
    let mut old = Client::new(server.port());
    old.send("GET / HTTP/1.0\r\nHost: nordlys.localhost\r\n\r\n");
    assert_eq!(old.reply(false).status, 200);
    assert!(old.is_hung_up());
}

//! Who is let in: names of this machine, and pages of the same origin (hardening E1, E2).

use super::client::{Client, Reply, build_of, get, serve_with};

fn is_refused_without_a_byte(reply: &Reply, what: &str) {
    assert!((400..500).contains(&reply.status), "{what}: {}", reply.status);
    assert!(!reply.text().contains("<title>"), "{what}: {}", reply.text());
    assert_eq!(reply.header("access-control-allow-origin"), None, "{what}");
}

#[test]
fn only_names_of_this_machine_get_files() {
    let server = serve_with(|_| {});
    let port = server.port();
    for (host, target) in [
        ("nordlys.localhost", "/"),
        ("NORDLYS.localhost:1", "/"),
        ("localhost", "/_/nordlys/"),
        ("127.0.0.1", "/_/nordlys/"),
        ("[::1]", "/_/nordlys/"),
    ] {
        assert_eq!(get(port, host, target).status, 200, "{host}{target}");
    }
    for host in
        ["evil.example", "nordlys.evil.example", "localhost.evil.example", "192.0.2.1", "x.localhost", ""]
    {
        for target in ["/", "/_/nordlys/", "/_felles/state", "/_felles/events"] {
            is_refused_without_a_byte(&get(port, host, target), &format!("{host}{target}"));
        }
    }
    for lines in ["", "Host: localhost\r\nHost: localhost\r\n", "Host: localhost\r\nhost: evil.example\r\n"] {
        let mut client = Client::new(port);
        client.send(format!("GET /_/nordlys/ HTTP/1.1\r\n{lines}\r\n"));
        is_refused_without_a_byte(&client.reply(false), lines);
        assert!(client.is_hung_up());
    }
}

#[test]
fn only_pages_of_the_same_origin_hear_events_and_read_the_state() {
    let server = serve_with(|_| {});
    let port = server.port();
    let ask = |target: &str, lines: &str| Client::new(port).ask("GET", "localhost:8000", target, lines);
    for target in ["/_felles/events", "/_felles/state", "/_felles/preview.js", "/_felles/other"] {
        for lines in [
            "Origin: null\r\n",
            "Origin: http://evil.example\r\n",
            "Origin: http://nordlys.localhost:8000\r\n",
            "Origin: https://localhost:8000\r\n",
            "Sec-Fetch-Site: cross-site\r\n",
            "Sec-Fetch-Site: same-site\r\n",
            "Origin: http://localhost:8000\r\nSec-Fetch-Site: cross-site\r\n",
        ] {
            let reply = ask(target, lines);
            is_refused_without_a_byte(&reply, lines);
            assert_eq!(reply.status, 403, "{target} {lines}");
        }
    }
    for lines in ["", "Origin: http://localhost:8000\r\nSec-Fetch-Site: same-origin\r\n"] {
        for target in ["/_felles/events", "/_felles/state"] {
            let reply = ask(target, lines);
            assert_eq!(
                (reply.status, reply.header("access-control-allow-origin")),
                (200, None),
                "{target} {lines}"
            );
        }
    }
    // Somebody may open a page by a link, but neither a stream nor the state.
    for target in ["/_felles/events", "/_felles/state"] {
        assert_eq!(
            ask(target, "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: document\r\n").status,
            403,
            "{target}"
        );
    }
}

#[test]
fn no_preview_takes_the_build_of_another_for_its_own() {
    let [one, other] = [(); 2].map(|()| serve_with(|_| {}));
    assert_ne!(build_of(one.port()), build_of(other.port()));
}

#[test]
fn a_brand_is_found_without_the_last_slash_too() {
    let server = serve_with(|_| {});
    let reply = Client::new(server.port()).ask("GET", "localhost", "/_/nordlys?date=x", "");
    assert_eq!((reply.status, reply.header("location")), (301, Some("/_/nordlys/?date=x")));
    assert_eq!(Client::new(server.port()).ask("GET", "localhost", "/_/nobody", "").status, 404);
}

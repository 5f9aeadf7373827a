//! What is answered: the files of the build, and nothing else (hardening E4, E8, E10).

use std::sync::Arc;

use felles::hosting::{BrandAddresses, HostedBrand, is_for_hosts, production};
use felles::model::{BasePath, Domain, Id, OldAddress, SiteAddress, TextValue};
use felles::serve::{Event, Limits};

use super::client::{Client, SCRIPT, build_of, files, get, serve, serve_with, snapshot};

fn address(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

#[test]
fn with_production_every_file_has_the_bytes_and_headers_of_a_build() {
    let files = files();
    let server = serve(&files, Limits::of_this_process());
    let mut client = Client::new(server.port());
    let mut pages = 0;
    for (path, bytes) in &files {
        let of_brand = |(brand, path): &(&str, &str)| !brand.starts_with('_') && !is_for_hosts(path);
        let Some((brand, path)) = path.split_once('/').filter(of_brand) else {
            continue;
        };
        let host = format!("{brand}.localhost");
        let target = format!("/{}?production", address(path));
        let reply = client.ask("GET", &host, &target, "");
        assert_eq!((reply.status, &reply.body), (200, bytes), "{host}{target}");
        for header in production(path) {
            assert_eq!(
                reply.header(&header.name.to_ascii_lowercase()),
                Some(&*header.value),
                "{host}{target}"
            );
        }
        let below = client.ask("GET", "localhost", &format!("/_/{brand}{target}"), "");
        assert_eq!((below.status, &below.body), (200, bytes), "{host}{target}");
        let preview = client.ask("GET", &host, target.trim_end_matches("?production"), "");
        assert_eq!(
            preview.body == *bytes,
            !reply.header("content-type").unwrap().starts_with("text/html"),
            "{path}"
        );
        pages += 1;
    }
    assert!(pages > 40, "{pages}");
}

#[test]
fn the_script_of_the_preview_is_in_no_build() {
    let files = files();
    let server = serve(&files, Limits::of_this_process());
    let script = get(server.port(), "localhost", "/_felles/preview.js");
    assert_eq!(script.text(), SCRIPT);
    assert_eq!(script.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(script.header("cache-control"), Some("no-store"));
    let page = get(server.port(), "nordlys.localhost", "/").text();
    let number = build_of(server.port());
    let tag =
        &format!("<script type=\"module\" src=\"/_felles/preview.js\" data-build=\"{number}\"></script>");
    assert!(page.contains(tag), "{page}");
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("_felles") && !text.contains("preview.js"), "{path}");
    }
}

#[test]
fn no_spelling_of_a_way_out_leads_anywhere() {
    let server = serve_with(|_| {});
    for path in [
        "/../../../../etc/passwd",
        "/..",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/%252e%252e/",
        "/..%5c..%5cwindows",
        "/..\\..\\windows",
        "/%c0%ae%c0%ae/",
        "/./index.html",
        "//etc/passwd",
        "//evil.example/..",
        "/index.html%00.txt",
        "/index.html/",
        "/file:///etc/passwd",
        "/C:/windows",
        "/_hosting/nordlys/nginx.conf",
        "/manifest.json",
        "/site.toml",
    ] {
        for (host, prefix) in [("nordlys.localhost", ""), ("localhost", "/_/nordlys"), ("localhost", "")] {
            let reply = get(server.port(), host, &format!("{prefix}{path}"));
            assert_eq!((reply.status, reply.header("location")), (404, None), "{host}{prefix}{path}");
        }
    }
    assert_eq!(get(server.port(), "localhost", "/_/..//").status, 404);
    assert_eq!(get(server.port(), "localhost", "/_/elsewhere/").status, 404);
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let files = files();
    let server = serve(&files, Limits::of_this_process());
    let mut client = Client::new(server.port());
    for target in
        ["/", "/?production", "/privacy.json", "/missing/", "/en", "/_felles/state", "/_felles/preview.js"]
    {
        let mut of = |method: &str| {
            let mut reply = client.ask(method, "nordlys.localhost", target, "");
            reply.headers.retain(|(name, _)| name != "date");
            reply
        };
        let (get, head) = (of("GET"), of("HEAD"));
        assert_eq!((get.status, &get.headers), (head.status, &head.headers), "{target}");
        assert!(head.body.is_empty());
        assert_eq!(get.header("content-length").unwrap(), get.body.len().to_string(), "{target}");
    }
}

#[test]
fn what_the_browser_has_is_not_sent_again_until_it_changes() {
    let files = files();
    let server = serve(&files, Limits::of_this_process());
    let mut client = Client::new(server.port());
    for (target, changes) in [("/", true), ("/?production", false), ("/privacy.json", false)] {
        let tag = client.ask("GET", "nordlys.localhost", target, "").header("etag").unwrap().to_owned();
        let has = format!("If-None-Match: \"x\", {tag}\r\n");
        let same = client.ask("GET", "nordlys.localhost", target, &has);
        assert_eq!(
            (same.status, same.header("content-length"), same.header("etag")),
            (304, None, Some(&*tag)),
            "{target}"
        );
        server.publish(snapshot(&files));
        // A page of the preview knows its build, so it is another after each.
        let next = client.ask("GET", "nordlys.localhost", target, &has);
        assert_eq!(next.status, if changes { 200 } else { 304 }, "{target}");
    }
}

#[test]
fn redirects_and_missing_pages_stay_with_the_brand() {
    let files = files();
    let server = serve(&files, Limits::of_this_process());
    let port = server.port();
    let redirect = |host: &str, target: &str| {
        let reply = get(port, host, target);
        assert_eq!(reply.status, 301, "{host}{target}");
        reply.header("location").unwrap().to_owned()
    };
    assert_eq!(redirect("nordlys.localhost", "/en"), "/en/");
    assert_eq!(redirect("nordlys.localhost", "/en?production"), "/en/?production");
    assert_eq!(redirect("localhost", "/_/nordlys/en"), "/_/nordlys/en/");
    let page = &files["nordlys/404.html"];
    for (host, target) in [("nordlys.localhost", "/x?production"), ("localhost", "/_/nordlys/x?production")] {
        let reply = get(port, host, target);
        assert_eq!((reply.status, &reply.body, reply.header("etag")), (404, page, None), "{host}{target}");
    }
    assert!(get(port, "localhost", "/").text().contains("<title>front</title>"));
}

#[test]
fn an_old_address_leads_to_its_page_as_in_production() {
    let hosted = HostedBrand {
        id: Id::from_name("nordlys").unwrap(),
        domain: Domain::parse("nordlys.example").unwrap(),
        base: BasePath::default(),
        for_root: Vec::new(),
        addresses: BrandAddresses::default(),
        other_hosts: Vec::new(),
        not_found_in: Vec::new(),
        moved: vec![
            (OldAddress::parse("/?p=1107").unwrap(), "/personvern/".to_owned()),
            (OldAddress::parse("/åpent").unwrap(), "/en/".to_owned()),
        ],
    };
    let below = SiteAddress::parse("klinikk.example/om/oss").unwrap();
    let below = HostedBrand { base: below.base, domain: below.domain, ..hosted.clone() };
    let server = serve(&files(), Limits::of_this_process());
    server.publish(snapshot(&files()).with_hosted([Arc::new(below)]));
    // A site below a path is there with the path, as in production, and without.
    let page = get(server.port(), "nordlys.localhost", "/en/?production");
    assert_eq!(page.status, 200);
    assert_eq!(get(server.port(), "nordlys.localhost", "/om/oss/en/?production").body, page.body);
    server.publish(snapshot(&files()).with_hosted([Arc::new(hosted)]));
    assert_eq!(get(server.port(), "nordlys.localhost", "/om/oss/en/?production").status, 404);
    let check = |host: &str, target: &str, expected: Option<&str>| {
        let reply = get(server.port(), host, target);
        assert_eq!(reply.header("location"), expected, "{host}{target}");
        assert_eq!(reply.status == 301, expected.is_some(), "{host}{target}");
    };
    check("nordlys.localhost", "/?p=1107", Some("/personvern/"));
    check("nordlys.localhost", "/?p=11078", None);
    check("nordlys.localhost", "/%C3%A5pent/?a=b", Some("/en/"));
    check("nordlys.localhost", "/%e5pent", Some("/en/"));
    check("localhost", "/_/nordlys/%E5pent", Some("/_/nordlys/en/"));
    check("havna.localhost", "/%E5pent", None);
}

#[test]
fn files_for_servers_are_no_visitors() {
    let files = files();
    let server = serve(&files, Limits::of_this_process());
    for file in [".htaccess", ".nojekyll", "CNAME", "_headers", "_redirects"] {
        assert!(files.contains_key(&format!("nordlys/{file}")), "{file}");
        assert_eq!(
            get(server.port(), "nordlys.localhost", &format!("/{file}?production")).status,
            404,
            "{file}"
        );
    }
}

#[test]
fn a_new_build_takes_the_place_of_the_old_in_one_step() {
    let pages = |text: &str| {
        let page = |path: &str| (format!("nordlys/{path}"), text.as_bytes().to_vec());
        [page("index.html"), page("a.txt")].into()
    };
    let server = serve(&pages("one"), Limits::of_this_process());
    let text = |target: &str| get(server.port(), "nordlys.localhost", target).text();
    assert_eq!((text("/?production"), text("/a.txt")), ("one".to_owned(), "one".to_owned()));
    let number = build_of(server.port()) + 1;
    assert_eq!(server.publish(snapshot(&pages("two"))), number);
    server.broadcast(&Event::build(number));
    assert_eq!((text("/?production"), text("/a.txt")), ("two".to_owned(), "two".to_owned()));
    assert_eq!(text("/_felles/state"), format!("{{\"build\":{number}}}"));
}

//! What `felles verify` finds at an address, on the real nginx.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::server::{Server, apache, nginx, nginx_with};
use super::site::Site;

/// Runs the program; gives its exit status, and what it says as JSON.
fn verify(site: &Site, server: &Server, url: &str, against: &Path) -> (i32, Value) {
    let port = |port: u16, to: u16| format!("{port}:127.0.0.1:{to}");
    let output = Command::new(env!("CARGO_BIN_EXE_felles"))
        .args(["verify", url, "--format", "json", "--against"])
        .arg(against)
        .args([
            "--connect-to",
            &port(443, server.ports.encrypted),
            "--connect-to",
            &port(80, server.ports.clear),
        ])
        .arg("--ca")
        .arg(site.authority())
        .output()
        .expect("the program is built");
    let said = String::from_utf8_lossy(&output.stdout);
    let json = serde_json::from_str(&said);
    let json = json.unwrap_or_else(|_| panic!("{said}{}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code().expect("it ends by itself"), json)
}

/// Address and kind of all that is found.
fn found(report: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let deviations = report["deviations"].as_array().expect("a list");
    deviations.iter().map(|one| (text(&one["address"]), text(&one["what"]))).collect()
}

fn published(site: &Site) -> std::path::PathBuf {
    site.folder().join("public")
}

#[test]
fn what_is_served_as_it_was_published_is_found_so_on_every_server() {
    let site = Site::build();
    for server in [nginx(&site), apache(&site)] {
        for brand in &site.brands {
            let url = format!("https://{}{}/", brand.domain.ascii(), brand.base.as_str());
            let (status, report) = verify(&site, &server, &url, &published(&site));
            assert_eq!((status, found(&report)), (0, Vec::new()), "{url} {report}");
            assert!(report["asked"].as_u64() > Some(20), "{report}");
            let days = report["certificates"][brand.domain.ascii()].as_u64();
            assert!(matches!(days, Some(58..=60)), "{report}");
        }
    }
}

#[test]
fn a_changed_byte_a_missing_file_and_one_that_nobody_published_are_found() {
    let site = Site::build();
    // The files of the server are those that were published, and one of each kind is not.
    let live = published(&site);
    let kept = site.folder().join("kept");
    let copied = Command::new("cp").arg("-r").arg(&live).arg(&kept).status();
    assert!(copied.expect("cp is there").success());
    let page = live.join("bontox/en/index.html");
    let mut bytes = fs::read(&page).expect("it is there");
    bytes[300] ^= 1;
    fs::write(&page, bytes).expect("it can be written");
    fs::remove_file(live.join("bontox/privacy.json")).expect("it is there");
    // Without the line that keeps what is for servers from visitors.
    let server = nginx_with(&site, |settings| settings.replace("_headers|_redirects|", "_redirects|"));
    let (status, report) = verify(&site, &server, "https://bontox.no", &kept);
    let expected = [
        ("https://www.bontox.no/_headers", "status"),
        ("https://www.bontox.no/en/", "changed"),
        ("https://www.bontox.no/privacy.json", "status"),
    ];
    let expected = expected.map(|(address, what)| (address.to_owned(), what.to_owned()));
    assert_eq!((status, found(&report)), (1, expected.to_vec()), "{report}");
}

#[test]
fn a_missing_header_and_a_wrong_redirect_are_found() {
    let site = Site::build();
    let server = nginx_with(&site, |settings| {
        settings.replace("    add_header Referrer-Policy \"no-referrer\" always;\n", "")
    });
    let (status, report) = verify(&site, &server, "https://www.bontox.no/", &published(&site));
    let headers = found(&report);
    assert_eq!(status, 1);
    assert!(headers.iter().all(|(_, what)| what == "header"), "{report}");
    assert_eq!(Some(headers.len() as u64), report["asked"].as_u64(), "each answer lacks it");
    drop(server);

    let server = nginx_with(&site, |settings| {
        settings.replace("return 301 https://www.bontox.no$request_uri", "return 302 https://www.bontox.no/")
    });
    let (status, report) = verify(&site, &server, "https://www.bontox.no/", &published(&site));
    let expected = ["http://bontox.no", "http://www.bontox.no", "https://bontox.no"];
    let expected = expected.map(|host| (format!("{host}/felles-verify?a=b&c"), "status".to_owned()));
    assert_eq!((status, found(&report)), (1, expected.to_vec()), "{report}");
}

#[test]
fn an_old_release_is_found_by_its_name() {
    let site = Site::build();
    let (source, releases) = (site.folder().join("source"), site.folder().join("www"));
    let publish = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_felles"));
        command.args(["publish", "--date", "2026-11-21", "--to"]).arg(&releases).arg("--root").arg(&source);
        let output = command.output().expect("the program is built");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        fs::read_link(releases.join("current")).expect("it is a link").file_name().map(ToOwned::to_owned)
    };
    let old = publish().expect("a release has a name");
    let server = nginx(&site);
    assert_eq!(verify(&site, &server, "https://www.bontox.no", &releases).0, 0);
    let brand = source.join("content/brands/bontox.toml");
    let text = fs::read_to_string(&brand).expect("it is there");
    fs::write(&brand, text.replace("\"warm\"", "\"bold\"")).expect("it can be written");
    publish();
    let (status, report) = verify(&site, &server, "https://www.bontox.no", &releases);
    let deviations = report["deviations"].as_array().expect("a list");
    let of_old = deviations.iter().filter(|one| one["what"] == "old-release");
    let releases: Vec<&str> = of_old.filter_map(|one| one["release"].as_str()).collect();
    assert!(status == 1 && !releases.is_empty(), "{report}");
    assert!(releases.iter().all(|release| *release == old.to_string_lossy()), "{report}");
}

#[test]
fn a_certificate_that_nobody_believes_is_no_answer() {
    let site = Site::build();
    let server = nginx(&site);
    let output = Command::new(env!("CARGO_BIN_EXE_felles"))
        .args(["verify", "https://www.bontox.no", "--lang", "en", "--against"])
        .arg(published(&site))
        .args(["--connect-to", &format!("443:127.0.0.1:{}", server.ports.encrypted)])
        .args(["--connect-to", &format!("80:127.0.0.1:{}", server.ports.clear)])
        .output()
        .expect("the program is built");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("no answer: ") && said.contains("UnknownIssuer"), "{said}");
}

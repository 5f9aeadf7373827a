//! Publishing while nginx serves: every answer is whole and of one release, and every page finds its stylesheet (hardening A1, A12).
//!
//! `FELLES_PUBLISHES=500 cargo test --test hosts publishing` publishes more often than the tests do by themselves.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use felles::emit::{BuildFacts, NewRelease, PublishOptions, ReleaseFolder, roll_back};
use felles::model::OutputPath;
use felles::pipeline::Sink;
use jiff::civil::date;

use crate::server::{Ports, Server, program};
use crate::site::write;

/// How often is published, unless somebody says otherwise.
const PUBLISHES: usize = 60;

/// Who asks, all the time.
const READERS: usize = 4;

/// A page that is told to be torn by its lines: all are of one release.
fn page(number: usize) -> String {
    let mut page = format!("<link rel=stylesheet href=/assets/style.{number:016x}.css>\n");
    for _ in 0..2000 + number % 7 * 100 {
        writeln!(page, "release {number:06}").expect("a text takes every letter");
    }
    page + "end\n"
}

fn publish(folder: &Path, number: usize) {
    let options = PublishOptions {
        source_root: folder.to_owned(),
        allow_shrinking: false,
        allow_deleting: false,
        keep: 10,
    };
    let releases = ReleaseFolder::find(&folder.join("www")).expect("the folder is ours");
    let release = NewRelease::open(releases, options).expect("nobody else publishes");
    let style = format!("/* {number:06} */\n").repeat(300);
    for (path, text) in [
        ("nordlys/index.html".to_owned(), page(number)),
        (format!("nordlys/assets/style.{number:016x}.css"), style),
    ] {
        release.accept(&OutputPath::parse(&path).expect("it is plain"), text.as_bytes());
    }
    let facts =
        BuildFacts { date: date(2026, 11, 29), fingerprint: "00".to_owned(), allowed_stale: Vec::new() };
    release.finish(facts).expect("it can be published");
}

fn nginx(folder: &Path) -> Server {
    Server::start(folder, "nginx", |Ports { clear, encrypted }| {
        let temporary = |name: &str| format!("{name}_temp_path {}/{name};\n", folder.display());
        let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(temporary).concat();
        let settings = format!(
            "daemon off;\npid {0}/pid;\nerror_log stderr;\nworker_processes 2;\nevents {{}}\nhttp {{\naccess_log off;\n\
             keepalive_requests 1000000;\n{places}types {{ text/html html; text/css css; }}\n\
             server {{ listen 127.0.0.1:{clear}; listen 127.0.0.1:{encrypted}; root {0}/www/current/nordlys; gzip_static off; }}\n}}\n",
            folder.display()
        );
        write(&folder.join("nginx.conf"), settings.as_bytes());
        let mut command = program("nginx");
        command.args(["-e", "stderr", "-p"]).arg(folder).arg("-c").arg(folder.join("nginx.conf"));
        command
    })
}

/// A client that keeps its connection.
struct Client(BufReader<TcpStream>);

impl Client {
    fn new(port: u16) -> Self {
        Self(BufReader::new(TcpStream::connect(("127.0.0.1", port)).expect("the server listens")))
    }

    fn get(&mut self, path: &str) -> (u16, String) {
        let request = format!("GET {path} HTTP/1.1\r\nHost: nordlys.example\r\n\r\n");
        self.0.get_mut().write_all(request.as_bytes()).expect("the server reads");
        let (mut status, mut length) = (0, 0);
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).expect("the server answers");
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
                status = rest[..3].parse().expect("a status is a number");
            }
            if let Some(rest) = line.strip_prefix("Content-Length: ") {
                length = rest.parse().expect("a length is a number");
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).expect("the answer is as long as it says");
        (status, String::from_utf8(body).expect("it is text"))
    }
}

/// What was answered.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    pages: usize,
    other_statuses: usize,
    torn: usize,
    without_stylesheet: usize,
}

/// Asks for the page and what it loads, until it is told to stop.
fn read(port: u16, is_done: &AtomicBool) -> Seen {
    let (mut client, mut seen) = (Client::new(port), Seen::default());
    while !is_done.load(Ordering::Relaxed) {
        let (status, text) = client.get("/");
        seen.pages += 1;
        if status != 200 {
            seen.other_statuses += 1;
            continue;
        }
        let number =
            text.lines().nth(1).and_then(|line| line.strip_prefix("release ")?.parse::<usize>().ok());
        let Some(number) = number.filter(|number| text == page(*number)) else {
            seen.torn += 1;
            continue;
        };
        let (status, style) = client.get(&format!("/assets/style.{number:016x}.css"));
        if status != 200 || !style.starts_with(&format!("/* {number:06} */")) {
            seen.without_stylesheet += 1;
        }
    }
    seen
}

#[test]
fn whoever_asks_while_releases_are_published_gets_whole_pages_with_their_stylesheets() {
    let wanted = std::env::var("FELLES_PUBLISHES").ok();
    let publishes = wanted.map_or(PUBLISHES, |count| count.parse().expect("FELLES_PUBLISHES is a number"));
    let folder = tempfile::tempdir().expect("a folder can be made");
    publish(folder.path(), 0);
    let server = nginx(folder.path());
    let is_done = AtomicBool::new(false);
    let seen: Vec<Seen> = thread::scope(|scope| {
        let readers: Vec<_> =
            (0..READERS).map(|_| scope.spawn(|| read(server.ports.clear, &is_done))).collect();
        for number in 1..=publishes {
            publish(folder.path(), number);
            if number % 20 == 0 {
                let releases = ReleaseFolder::find(&folder.path().join("www")).expect("the folder is ours");
                roll_back(releases, folder.path()).expect("there is one before");
            }
        }
        is_done.store(true, Ordering::Relaxed);
        readers.into_iter().map(|reader| reader.join().expect("a reader does not fail")).collect()
    });
    let pages: usize = seen.iter().map(|seen| seen.pages).sum();
    assert!(pages > publishes, "{pages} pages are not many for {publishes} releases");
    for seen in &seen {
        assert_eq!(*seen, Seen { pages: seen.pages, ..Seen::default() }, "{}", server.log());
    }
}

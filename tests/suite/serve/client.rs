//! A preview in this process, and a client that can do what no browser would.
#![expect(clippy::disallowed_methods, reason = "waits for answers with a deadline")]

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use felles::diagnostic::MessageLanguage;
use felles::hosting::ContentType;
use felles::model::{Id, OutputPath};
use felles::serve::{
    AllowedHosts, Limits, OwnPages, Reach, Request, Response, Server, ServerOptions, SiteFiles, Snapshot,
};
use serde_json::{Map, Value};

use crate::fixture::{build_in_memory, site};

/// A deadline against a hang; nothing takes this long.
pub(super) const LONG: Duration = Duration::from_secs(20);

/// Ten times what a healthy client may have to wait.
pub(super) const HEALTHY: Duration = Duration::from_secs(1);

/// The files of a site of several brands.
pub(super) fn files() -> BTreeMap<String, Vec<u8>> {
    build_in_memory(&site("fjord")).0
}

/// These files as a snapshot; their first folders are the brands.
pub(super) fn snapshot(files: &BTreeMap<String, Vec<u8>>) -> Snapshot {
    let folders = files.keys().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder);
    let brands: Vec<Id> =
        folders.filter(|folder| !folder.starts_with('_')).filter_map(Id::from_name).collect();
    let files = files.iter().map(|(path, bytes)| (OutputPath::parse(path).unwrap(), bytes.clone()));
    let made = SiteFiles::of_brands(files.collect(), &brands);
    Snapshot::new(made.into_iter().map(|(brand, files)| (brand, Some(files))))
}

/// A preview of a small page and a large file, that bears what `change` says.
pub(super) fn serve_with(change: impl FnOnce(&mut Limits)) -> Server {
    let mut limits = Limits::of_this_process();
    change(&mut limits);
    let page = b"<!doctype html><head><title>a</title></head>".to_vec();
    let files = [("nordlys/index.html", page), ("nordlys/large.txt", vec![b'a'; LARGE])];
    serve(&files.map(|(path, bytes)| (path.to_owned(), bytes)).into(), limits)
}

/// More than the system keeps for a client that does not read.
pub(super) const LARGE: usize = 16 * 1024 * 1024;

/// The least that a preview has beside its sites: a front page, and the script that pages get.
struct Front;

/// The script that pages get here.
pub(super) const SCRIPT: &str = "export {};";

impl OwnPages for Front {
    fn answer(&self, asked: &Request, _: &Snapshot) -> Option<Response> {
        let (name, text) = match asked.path() {
            "/" => ("front.html", "<!doctype html><title>front</title>"),
            "/_felles/preview.js" => ("preview.js", SCRIPT),
            _ => return None,
        };
        Some(Response::new(200, ContentType::of(name), text.as_bytes().to_vec()))
    }

    fn state(&self, _: &Request) -> Map<String, Value> {
        Map::new()
    }

    fn files_on_request(&self, _: &Request, _: &str) -> Option<Arc<SiteFiles>> {
        None
    }
}

pub(super) fn serve(files: &BTreeMap<String, Vec<u8>>, limits: Limits) -> Server {
    serve_snapshot(snapshot(files), limits)
}

pub(super) fn serve_snapshot(first: Snapshot, limits: Limits) -> Server {
    let hosts = AllowedHosts { reach: Reach::Loopback, names: Vec::new() };
    let options = ServerOptions { hosts, port: 0, language: MessageLanguage::English, limits };
    Server::start(options, first, Arc::new(Front)).unwrap()
}

/// What came back: the status, the headers with small names, and the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values =
            self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let value = values.next();
        assert_eq!(values.next(), None, "{name} comes twice");
        value
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A line to a preview.
pub(crate) struct Client {
    pub socket: TcpStream,
    read: Vec<u8>,
}

impl Client {
    pub(crate) fn new(port: u16) -> Self {
        let socket = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        socket.set_read_timeout(Some(LONG)).unwrap();
        socket.set_write_timeout(Some(LONG)).unwrap();
        Self { socket, read: Vec::new() }
    }

    /// Sends these bytes, and no more.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.socket.write_all(bytes.as_ref()).unwrap();
    }

    /// Asks for a path of `host`, with more lines of headers.
    pub(crate) fn ask(&mut self, method: &str, host: &str, target: &str, lines: &str) -> Reply {
        self.send(format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\n{lines}\r\n"));
        self.reply(method == "HEAD")
    }

    /// Reads until this text has come, and gives all up to its end.
    pub(super) fn read_to(&mut self, text: &str) -> String {
        loop {
            let end = self.read.windows(text.len()).position(|bytes| bytes == text.as_bytes());
            if let Some(end) = end {
                let read: Vec<u8> = self.read.drain(..end + text.len()).collect();
                return String::from_utf8_lossy(&read).into_owned();
            }
            assert!(self.read_more(), "the preview hung up before {text:?}");
        }
    }

    pub(crate) fn reply(&mut self, is_head: bool) -> Reply {
        let head = self.read_to("\r\n\r\n");
        let mut lines = head.trim_end().split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap();
        let header = |line: &str| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_ascii_lowercase(), value.to_owned())
        };
        let headers = lines.map(header).collect();
        let mut reply = Reply { status, headers, body: Vec::new() };
        let length = reply.header("content-length").map_or(0, |length| length.parse().unwrap());
        while !is_head && self.read.len() < length {
            assert!(self.read_more(), "the preview hung up within an answer");
        }
        reply.body = self.read.drain(..if is_head { 0 } else { length }).collect();
        reply
    }

    /// Reads to the end of the line, but not more than `most` bytes; gives how many there were.
    pub(super) fn count_rest(&mut self, most: usize) -> usize {
        let mut count = 0;
        loop {
            count += std::mem::take(&mut self.read).len();
            if count >= most || !self.read_more() {
                return count;
            }
        }
    }

    /// Whether the preview hangs up, after nothing more than what was read.
    pub(super) fn is_hung_up(&mut self) -> bool {
        self.read.is_empty() && !self.read_more()
    }

    fn read_more(&mut self) -> bool {
        let mut piece = [0; 16 * 1024];
        match self.socket.read(&mut piece) {
            Ok(length) => {
                self.read.extend_from_slice(&piece[..length]);
                length > 0
            }
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::ConnectionReset, "no answer came in time");
                false
            }
        }
    }
}

/// Asks once, on a line of its own.
pub(super) fn get(port: u16, host: &str, target: &str) -> Reply {
    Client::new(port).ask("GET", host, target, "")
}

/// Looks until it is so.
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < LONG, "{what}");
        std::thread::yield_now();
    }
}

/// The longest of `times` visits of somebody who only wants to read a page.
pub(super) fn slowest_of(times: usize, port: u16) -> Duration {
    let visit = |_| {
        let start = Instant::now();
        assert_eq!(get(port, "nordlys.localhost", "/").status, 200);
        start.elapsed()
    };
    (0..times).map(visit).max().unwrap()
}

/// The number of the build in place.
pub(crate) fn build_of(port: u16) -> u64 {
    let state: serde_json::Value =
        serde_json::from_slice(&get(port, "localhost", "/_felles/state").body).unwrap();
    state["build"].as_u64().expect("the state has the number of the build")
}

//! The shipped site, built once, and a server for it that allows a page nothing but its own stylesheet.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::LazyLock;

use felles::pipeline::{BuildOptions, MemorySink, build};
use felles::source::disk;

/// The strictest policy under which the pages must look as they should.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; \
    base-uri 'none'; frame-ancestors 'none'";

/// A running server.
pub(crate) struct Server {
    /// `http://127.0.0.1:4711`
    pub origin: String,
}

/// The server, started by whoever asks first; it ends with the tests.
pub(crate) static SERVER: LazyLock<Server> = LazyLock::new(|| {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let origin = format!("http://{}", listener.local_addr().expect("the port is bound"));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A thread each: a browser opens connections ahead of their use.
            std::thread::spawn(move || drop(answer(stream)));
        }
    });
    Server { origin }
});

/// Every file of the shipped site by its path.
static FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let tree = disk::read_site(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the site can be read");
    let sink = MemorySink::new();
    build(&tree, BuildOptions { date: jiff::civil::date(2026, 11, 21) }, &sink);
    sink.into_files().into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect()
});

/// The addresses of all pages.
pub(crate) fn pages() -> Vec<String> {
    let pages = FILES.keys().filter_map(|path| Some(path.strip_suffix("index.html")?.to_owned()));
    let not_found = FILES.keys().filter(|path| path.ends_with("/404.html")).cloned();
    let pages: Vec<String> = pages.chain(not_found).collect();
    assert!(pages.len() > 60, "the shipped site is built: {pages:?}");
    pages.iter().map(|page| format!("{}/{page}", SERVER.origin)).collect()
}

/// The address of one page, below the output folder.
pub(crate) fn page(path: &str) -> String {
    assert!(FILES.contains_key(&format!("{path}index.html")), "the shipped site has {path}");
    format!("{}/{path}", SERVER.origin)
}

fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.by_ref().take(8192).read_line(&mut request)?;
    let mut line = String::new();
    while reader.by_ref().take(8192).read_line(&mut line)? > 2 {
        line.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or_default().trim_start_matches('/');
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    // The page of what is not found is written for the root of its own host.
    let found = FILES.get(&path).or_else(|| {
        let brand = SERVER_ROOT_BRANDS.iter().find(|brand| FILES.contains_key(&format!("{brand}/{path}")))?;
        FILES.get(&format!("{brand}/{path}"))
    });
    let kind = match path.rsplit('.').next() {
        Some("css") => "text/css",
        Some("html") => "text/html; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    let (status, body): (_, &[u8]) = found.map_or(("404 Not Found", b""), |body| ("200 OK", body));
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(body)
}

/// The brands, whose roots stand in for the host's.
static SERVER_ROOT_BRANDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let roots = FILES.keys().filter_map(|path| path.strip_suffix("/404.html").map(str::to_owned));
    roots.collect()
});

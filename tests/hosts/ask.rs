use std::fs;
use std::process::Command;

use felles::hosting::Scheme;

use super::cases::Case;
use super::server::{Ports, Server};

/// What came back.
#[derive(Debug)]
pub(crate) struct Received {
    /// Nothing at all is 0.
    pub status: u16,
    /// With their names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Received {
    /// All values of a header.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let named = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        named.map(|(_, value)| value.as_str()).collect()
    }
}

/// Asks all of it, over few connections.
pub(crate) fn ask(server: &Server, cases: &[Case]) -> Vec<Received> {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let Ports { clear, encrypted } = server.ports;
    let requests = cases.iter().enumerate().map(|(number, case)| {
        let scheme = match case.scheme {
            Scheme::Http => "http",
            Scheme::Https => "https",
        };
        let file = |ending: &str| folder.path().join(format!("{number}.{ending}")).display().to_string();
        let method = match case.method {
            "GET" => String::new(),
            "HEAD" => "head\n".to_owned(),
            other => format!("request = \"{other}\"\n"),
        };
        let request = format!(
            "url = \"{scheme}://{}{}\"\n{method}output = \"{}\"\ndump-header = \"{}\"\npath-as-is\ngloboff\ninsecure\n\
             http1.1\nsilent\nmax-time = 30\nconnect-to = \":80:127.0.0.1:{clear}\"\n\
             connect-to = \":443:127.0.0.1:{encrypted}\"\n",
            case.host,
            case.raw.replace('\\', "\\\\"),
            file("body"),
            file("head"),
        );
        (case.scheme, request)
    });
    let requests: Vec<(Scheme, String)> = requests.collect();
    // Each by itself: a program that was told to come encrypted does so from then on (RFC 6797).
    for scheme in [Scheme::Http, Scheme::Https] {
        let of_scheme: Vec<&str> =
            requests.iter().filter(|(of, _)| *of == scheme).map(|(_, request)| request.as_str()).collect();
        let list = folder.path().join("requests");
        fs::write(&list, of_scheme.join("next\n")).expect("a file can be written");
        // It ends with the fault of the last; what came of each is in its files.
        Command::new("curl").arg("--config").arg(&list).output().expect("curl is installed");
    }
    (0..cases.len())
        .map(|number| {
            let read =
                |ending: &str| fs::read(folder.path().join(format!("{number}.{ending}"))).unwrap_or_default();
            let head = String::from_utf8_lossy(&read("head")).into_owned();
            let mut lines = head.lines();
            let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or(0);
            let headers = lines.filter_map(|line| line.split_once(':'));
            Received {
                status,
                headers: headers
                    .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
                    .collect(),
                body: read("body"),
            }
        })
        .collect()
}

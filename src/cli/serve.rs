use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::mpsc::channel;

use super::arguments::{Format, Serve};
use super::findings::show;
use super::terminal::Terminal;
use super::today::build_date;
use super::{Ending, language_for};
use crate::diagnostic::{Message, MessageLanguage, Severity, catalogue::serve as say};
use crate::pipeline::{self, BuildOptions, MemorySink};
use crate::serve::{BrandList, Limits, Reach, Server, ServerOptions, Snapshot};
use crate::source::disk;

/// Builds every brand's site in memory and shows them until somebody stops it.
pub(super) fn run(asked: &Serve, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let date = build_date(asked.date)?;
    let tree = disk::read_site(&asked.common.root)?;
    let language = language_for(asked.common.lang.map(Into::into), &tree);
    let sink = MemorySink::new();
    let outcome = pipeline::build(&tree, BuildOptions { date }, &sink);
    show(&outcome.findings, &tree, language, Format::Human, terminal);
    let errors = outcome.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        terminal.report(&line(&say::has_errors(errors), language));
    }
    let brands: Vec<_> = outcome.brands.iter().map(|brand| &brand.id).collect();
    let snapshot = Snapshot::new(sink.into_files(), brands.iter().copied());
    let reach = asked.host.map_or(Reach::Loopback, Reach::Address);
    let options = ServerOptions { reach, port: asked.port, language, limits: Limits::of_this_process() };
    let own_pages = BrandList { language: html_language(language) };
    let (stop, stopped) = channel();
    // Nobody listens any more if it is pressed again while the preview stops.
    ctrlc::set_handler(move || _ = stop.send(()))?;
    let server = Server::start(options, snapshot, Arc::new(own_pages))
        .map_err(|error| say::cannot_serve(&wanted(asked), &error.to_string()))?;
    if server.port() != asked.port && asked.port != 0 {
        let (wanted, port) = (asked.port.to_string(), server.port().to_string());
        terminal.report(&line(&say::port_is_busy(&wanted, &port), language));
    }
    if reach.is_public() {
        terminal.report(&line(&say::is_public(&wanted(asked)), language));
    }
    let brands: Vec<&str> = brands.iter().map(|brand| brand.as_str()).collect();
    terminal.answer(&addresses(asked.host, server.port(), &brands, language));
    // The handler lives as long as the program, so there is something to wait for.
    stopped.recv()?;
    drop(server);
    terminal.answer(&line(&say::stopped(), language));
    Ok(Ending::Fine)
}

/// The addresses to open: that of all brands, then each brand's own.
///
/// At an address of the network brands have no names of their own.
fn addresses(host: Option<IpAddr>, port: u16, brands: &[&str], language: MessageLanguage) -> String {
    let all = say::all_sites();
    let all = all.in_language(language);
    let widest = brands.iter().chain([&all]).map(|name| name.chars().count()).max().unwrap_or(0);
    let address = |brand: Option<&str>| match (host, brand) {
        (None, Some(brand)) => format!("http://{brand}.localhost:{port}/"),
        (None, None) => format!("http://localhost:{port}/"),
        (Some(host), brand) => {
            let folder = brand.map(|brand| format!("_/{brand}/")).unwrap_or_default();
            format!("http://{}/{folder}", SocketAddr::new(host, port))
        }
    };
    let mut text = line(&say::serving(brands.len()), language);
    text.push_str(&format!("  {all:widest$}  {}\n", address(None)));
    for brand in brands {
        text.push_str(&format!("  {brand:widest$}  {}\n", address(Some(brand))));
    }
    text
}

fn wanted(asked: &Serve) -> String {
    SocketAddr::new(asked.host.unwrap_or(Ipv4Addr::LOCALHOST.into()), asked.port).to_string()
}

fn html_language(language: MessageLanguage) -> &'static str {
    match language {
        MessageLanguage::Bokmal => "nb",
        MessageLanguage::English => "en",
    }
}

fn line(message: &Message, language: MessageLanguage) -> String {
    format!("{}\n", message.in_language(language))
}

#[cfg(test)]
mod tests {
    use super::addresses;
    use crate::diagnostic::MessageLanguage::English;

    #[test]
    fn addresses_are_those_that_a_browser_can_open() {
        let check = |host: Option<&str>, expected: &[&str]| {
            let text = addresses(host.map(|host| host.parse().unwrap()), 8000, &["nordlys"], English);
            let shown: Vec<&str> = text.lines().skip(1).map(str::trim).collect();
            assert_eq!(shown, expected, "{host:?}");
        };
        check(None, &["all      http://localhost:8000/", "nordlys  http://nordlys.localhost:8000/"]);
        check(
            Some("192.0.2.1"),
            &["all      http://192.0.2.1:8000/", "nordlys  http://192.0.2.1:8000/_/nordlys/"],
        );
        check(Some("::1"), &["all      http://[::1]:8000/", "nordlys  http://[::1]:8000/_/nordlys/"]);
    }
}

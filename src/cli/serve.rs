use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use clap::Args;
use jiff::civil::Date;

use super::Ending;
use super::arguments::Common;
use super::findings::{FindingsFormat, show};
use super::progress::ProgressLine;
use super::terminal::Terminal;
use super::today::build_date;
use crate::diagnostic::catalogue::{cli::could_not, serve as say};
use crate::diagnostic::{Diagnostic, Message, MessageLanguage, Severity};
use crate::preview::{BuildWatch, DEFAULT_EDITOR, EditorLink, Preview, PreviewOptions, Summary};
use crate::report::harmless;
use crate::serve::watch::{Noticing, Watch, WatchEvent};
use crate::serve::{AllowedHosts, HostName, Limits, Reach, ServerOptions};
use crate::source::disk::{SiteReader, SiteReading, Unreadable};

/// Show every brand's site in the browser, from memory: nothing is published
#[derive(Debug, Args)]
pub(super) struct ServeArguments {
    #[command(flatten)]
    pub common: Common,
    /// The day to show the pages of [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// The port; where another program has it, the next that is free
    #[arg(long, value_name = "PORT", default_value_t = 8000)]
    pub port: u16,
    /// The address to listen at, for others on the network [default: this machine alone]
    #[arg(long, value_name = "ADDRESS")]
    pub host: Option<IpAddr>,
    /// A name under which others reach this machine, as klinikk-pc.local; may be given several times
    #[arg(long, value_name = "NAME", value_parser = host_name)]
    pub allow_host: Vec<HostName>,
    /// Open the page of all sites in the browser
    #[arg(long)]
    pub open: bool,
    /// Look for changes several times a second, for drives that tell of none, such as those of a network
    #[arg(long)]
    pub poll: bool,
    /// The address that opens a file in your editor
    #[arg(long, value_name = "URL", default_value = DEFAULT_EDITOR)]
    pub editor: String,
}

/// A name for the command line, whose own messages are in English.
fn host_name(text: &str) -> Result<HostName, String> {
    HostName::parse(text).map_err(|message| message.in_language(MessageLanguage::English).to_owned())
}

/// How often the calendar is looked at: at midnight pages may be others.
const DAY_CHECK: Duration = Duration::from_secs(30);

/// What the command waits for.
enum ServeSignal {
    WatchEvent(WatchEvent),
    Stop,
}

/// What is heard, and how much of it makes a build outdated: newer files, or the end.
struct Hearing {
    heard: Receiver<ServeSignal>,
    waiting: Arc<AtomicUsize>,
}

impl Hearing {
    fn next(&self, longest: Option<Duration>) -> Result<ServeSignal, RecvTimeoutError> {
        let heard = match longest {
            Some(longest) => self.heard.recv_timeout(longest)?,
            None => self.heard.recv().map_err(|_| RecvTimeoutError::Disconnected)?,
        };
        if !matches!(heard, ServeSignal::WatchEvent(WatchEvent::LooksInstead(_))) {
            self.waiting.fetch_sub(1, Ordering::AcqRel);
        }
        Ok(heard)
    }
}

/// Shows every brand's site as the files are, until somebody stops it.
pub(super) fn run(asked: &ServeArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let date = build_date(asked.date)?;
    let reader = SiteReader::open(&asked.common.root())?;
    let editor = EditorLink::new(&asked.editor, &reader.home().to_string_lossy())
        .ok_or_else(|| say::no_editor_address(&asked.editor, DEFAULT_EDITOR))?;
    let (hear, heard) = channel();
    let (stop, waiting) = (hear.clone(), Arc::new(AtomicUsize::new(0)));
    let (stops, tells) = (Arc::clone(&waiting), Arc::clone(&waiting));
    // Nobody listens any more if it is pressed again while the preview stops.
    ctrlc::set_handler(move || {
        stops.fetch_add(1, Ordering::AcqRel);
        _ = stop.send(ServeSignal::Stop);
    })?;
    let noticing = if asked.poll { Noticing::Looking } else { Noticing::Events };
    let _watch = Watch::start(reader, noticing, move |told| {
        if matches!(told, WatchEvent::Changed(_)) {
            tells.fetch_add(1, Ordering::AcqRel);
        }
        _ = hear.send(ServeSignal::WatchEvent(told));
    })?;
    let heard = Hearing { heard, waiting };
    let Some((reading, complaints)) = first_reading(&heard)? else { return Ok(Ending::Fine) };
    let language = asked.common.language(&reading.tree);
    for message in &complaints {
        terminal.report(&line(message, language));
    }
    let reach = asked.host.map_or(Reach::Loopback, Reach::Address);
    let hosts = AllowedHosts { reach, names: asked.allow_host.clone() };
    // Where the files are on this machine is nobody else's matter, and their editors would not find them.
    let editor = (!hosts.is_public()).then_some(editor);
    let server = ServerOptions { hosts, port: asked.port, language, limits: Limits::of_this_process() };
    let preview = Preview::start(PreviewOptions { server, editor }, &reading, date)
        .map_err(|error| cannot_serve(asked.host, asked.port, &error))?;
    let told = (Vec::new(), Vec::new());
    let mut showing = Showing { asked, language, terminal, preview, reading, date, told, has_built: false };
    showing.tell_addresses();
    showing.build(&heard)?;
    showing.go_on(&heard)
}

/// The first reading, and what the watch said before it. Returns None if somebody stopped it already.
///
/// # Errors
/// There is no site.
fn first_reading(heard: &Hearing) -> anyhow::Result<Option<(SiteReading, Vec<Message>)>> {
    let mut complaints = Vec::new();
    loop {
        match heard.next(None)? {
            ServeSignal::Stop => return Ok(None),
            ServeSignal::WatchEvent(WatchEvent::LooksInstead(message)) => complaints.push(message),
            ServeSignal::WatchEvent(WatchEvent::Changed(mut reading)) => {
                // A folder without a site is a mistake at the start, and a moment of moving files later on.
                if reading.tree.find("site.toml").is_none() && !reading.unreadable.is_empty() {
                    return Err(reading.unreadable.swap_remove(0).message.into());
                }
                return Ok(Some((reading, complaints)));
            }
        }
    }
}

/// A preview that is shown, and whom it is told to.
struct Showing<'a> {
    asked: &'a ServeArguments,
    language: MessageLanguage,
    terminal: &'a mut Terminal,
    preview: Preview,
    reading: SiteReading,
    date: Date,
    /// What was told last: what could not be read, and what was found.
    told: (Vec<Unreadable>, Vec<Diagnostic>),
    /// Whether all sites were made and checked once.
    has_built: bool,
}

impl Showing<'_> {
    fn go_on(mut self, heard: &Hearing) -> anyhow::Result<Ending> {
        loop {
            match heard.next(Some(DAY_CHECK)) {
                Ok(ServeSignal::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(ServeSignal::WatchEvent(WatchEvent::LooksInstead(message))) => {
                    self.terminal.report(&line(&message, self.language));
                }
                Ok(ServeSignal::WatchEvent(WatchEvent::Changed(reading))) => {
                    self.reading = reading;
                    self.build(heard)?;
                }
                Err(RecvTimeoutError::Timeout) if build_date(self.asked.date)? != self.date => {
                    self.build(heard)?;
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
        let language = self.language;
        drop(self.preview);
        self.terminal.answer(&line(&say::stopped(), language));
        Ok(Ending::Fine)
    }

    fn build(&mut self, heard: &Hearing) -> anyhow::Result<()> {
        self.date = build_date(self.asked.date)?;
        // What is still to be heard makes this outdated; then that is shown instead.
        let waiting = &*heard.waiting;
        let is_outdated = || waiting.load(Ordering::Acquire) > 0;
        let line_of_progress = ProgressLine::new(self.language);
        let watch =
            BuildWatch { is_outdated: &is_outdated, progress: &|progress| line_of_progress.tell(progress) };
        let summary = self.preview.show(self.reading.clone(), self.date, watch);
        line_of_progress.end();
        let Some(summary) = summary else { return Ok(()) };
        self.tell_findings(&summary);
        if !std::mem::replace(&mut self.has_built, true) {
            self.terminal.answer(&line(&say::all_checked(self.preview.brands().len()), self.language));
            return Ok(());
        }
        let told = match (summary.changed.as_slice(), summary.gone.as_slice()) {
            ([], []) => vec![say::same_pages()],
            ([], gone) => vec![say::no_longer_shown(&listed(gone))],
            (changed, []) => vec![say::shown_anew(&listed(changed))],
            (changed, gone) => vec![say::shown_anew(&listed(changed)), say::no_longer_shown(&listed(gone))],
        };
        for message in told {
            self.terminal.answer(&line(&message, self.language));
        }
        Ok(())
    }

    /// Tells what is wrong, unless it was told before.
    fn tell_findings(&mut self, summary: &Summary) {
        let (unreadable, findings) = (&self.reading.unreadable, &summary.findings);
        if (&self.told.0, &self.told.1) == (unreadable, findings) {
            return;
        }
        for thing in unreadable {
            let said = could_not(thing.message.in_language(self.language));
            self.terminal.report(&line(&said, self.language));
        }
        show(findings, &summary.tree, self.language, FindingsFormat::Human, self.terminal);
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        if errors + unreadable.len() > 0 {
            self.terminal.report(&line(&say::has_errors(errors + unreadable.len()), self.language));
        }
        if !summary.older.is_empty() {
            self.terminal.report(&line(&say::older_are_shown(&listed(&summary.older)), self.language));
        }
        let was_wrong = self.told != (Vec::new(), Vec::new());
        if was_wrong && unreadable.is_empty() && findings.is_empty() {
            self.terminal.answer(&line(&say::all_is_mended(), self.language));
        }
        self.told = (unreadable.clone(), findings.clone());
    }

    fn tell_addresses(&mut self) {
        let Self { asked, language, terminal, preview, .. } = self;
        let port = preview.port();
        if port != asked.port && asked.port != 0 {
            terminal.report(&line(&say::port_is_busy(&asked.port.to_string(), &port.to_string()), *language));
        }
        if asked.host.is_some_and(|host| Reach::Address(host).is_public()) {
            terminal.report(&line(&say::is_public(&address(asked.host, port)), *language));
        }
        for name in &asked.allow_host {
            terminal.report(&line(&say::is_public(&name.to_string()), *language));
        }
        let brands = preview.brands();
        let brands: Vec<&str> = brands.iter().map(String::as_str).collect();
        terminal.answer(&addresses(asked.host, port, &brands, *language));
        if asked.open
            && let Err(error) = open::that_detached(address_of_all(asked.host, port))
        {
            terminal.report(&line(&say::cannot_open(&error.to_string()), *language));
        }
    }
}

/// The addresses to open: that of all brands, then each brand's own.
///
/// At an address of the network brands have no names of their own.
fn addresses(host: Option<IpAddr>, port: u16, brands: &[&str], language: MessageLanguage) -> String {
    let shown = brands.get(..MOST_TOLD).unwrap_or(brands);
    let all = say::all_sites();
    let all = all.in_language(language);
    let widest = shown.iter().chain([&all]).map(|name| name.chars().count()).max().unwrap_or(0);
    let address = |brand: &str| match host {
        None => format!("http://{brand}.localhost:{port}/"),
        Some(_) => format!("{}_/{brand}/", address_of_all(host, port)),
    };
    let mut text = line(&say::serving(brands.len()), language);
    text.push_str(&format!("  {all:widest$}  {}\n", address_of_all(host, port)));
    for brand in shown {
        text.push_str(&format!("  {brand:widest$}  {}\n", address(brand)));
    }
    if shown.len() < brands.len() {
        text.push_str(&format!("  … ({})\n", brands.len()));
    }
    text
}

/// How many names are told; the page of all sites has the others.
const MOST_TOLD: usize = 12;

/// A few names, and how many there are if these are not all.
fn listed(names: &[String]) -> String {
    match names.get(..MOST_TOLD) {
        Some(first) if names.len() > MOST_TOLD => format!("{}, … ({})", first.join(", "), names.len()),
        _ => names.join(", "),
    }
}

fn address_of_all(host: Option<IpAddr>, port: u16) -> String {
    match host {
        None => format!("http://localhost:{port}/"),
        Some(host) => format!("http://{}/", SocketAddr::new(Reach::Address(host).at(), port)),
    }
}

fn address(host: Option<IpAddr>, port: u16) -> String {
    SocketAddr::new(host.unwrap_or(Ipv4Addr::LOCALHOST.into()), port).to_string()
}

fn cannot_serve(host: Option<IpAddr>, port: u16, error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::AddrInUse => say::no_free_port(&port.to_string()),
        // Systems keep the first ports for themselves.
        io::ErrorKind::PermissionDenied if port < 1024 => say::may_not_use_port(&port.to_string()),
        io::ErrorKind::AddrNotAvailable => {
            let host = host.unwrap_or(Ipv4Addr::LOCALHOST.into());
            say::no_address_of_this_machine(&host.to_string())
        }
        _ => say::cannot_serve(&address(host, port), &error.to_string()),
    }
}

fn line(message: &Message, language: MessageLanguage) -> String {
    format!("{}\n", harmless(message.in_language(language)))
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::{addresses, cannot_serve, listed};
    use crate::diagnostic::MessageLanguage::English;

    #[test]
    fn a_thousand_names_are_no_page_of_them() {
        let names = |count: usize| (1..=count).map(|name| name.to_string()).collect::<Vec<_>>();
        assert_eq!(listed(&names(2)), "1, 2");
        assert_eq!(listed(&names(12)), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12");
        assert_eq!(listed(&names(1000)), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … (1000)");
    }

    #[test]
    fn why_nothing_can_be_served_is_said_in_plain_words() {
        let check = |kind: ErrorKind, port: u16, expected: &str| {
            let said = cannot_serve(Some("192.0.2.1".parse().unwrap()), port, &Error::from(kind));
            assert_eq!(said.in_language(English), expected);
        };
        check(ErrorKind::AddrInUse, 65535, "found no free port from 65535 on; choose another with `--port`");
        check(ErrorKind::PermissionDenied, 80, "you may not use port 80; choose another with `--port`");
        check(ErrorKind::AddrNotAvailable, 0, "`192.0.2.1` is no address of this machine");
        check(
            ErrorKind::PermissionDenied,
            8400,
            "cannot start the preview at `192.0.2.1:8400`: permission denied",
        );
    }

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
        let many: Vec<String> = (1..=13).map(|brand| format!("brand-{brand:02}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let text = addresses(None, 8000, &many, English);
        assert!(
            text.contains("brand-12") && !text.contains("brand-13") && text.ends_with("\n  … (13)\n"),
            "{text}"
        );
        check(Some("::1"), &["all      http://[::1]:8000/", "nordlys  http://[::1]:8000/_/nordlys/"]);
    }
}

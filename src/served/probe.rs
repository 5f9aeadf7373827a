use std::collections::BTreeSet;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::hosting::{HostedBrand, Scheme, ServerAnswer, is_for_hosts};

/// A request, and what the model says that it is answered with.
#[derive(Debug)]
pub(super) struct Probe {
    /// The address.
    pub address: String,
    /// What is to come back.
    pub expected: ServerAnswer,
}

/// Where nothing is, on a server that is set up as it is told: what is often left there by mistake among it.
const NOTHING: [&str; 6] =
    ["/felles-verify", "/felles-verify/x.html", "/.htaccess", "/_headers", "/.git/HEAD", "/.env"];

/// The requests that show all of a site: every file and page, what leads to them, and what is not there.
///
/// `former` are the files of earlier releases, which are to be gone.
pub(super) fn probes(brand: &HostedBrand, files: &BTreeSet<&str>, former: &BTreeSet<String>) -> Vec<Probe> {
    let base = brand.base.as_str();
    let mut addresses: Vec<(Scheme, String, String)> = Vec::new();
    let own = || brand.domain.ascii().to_owned();
    let of_former = former.iter().map(String::as_str);
    for file in files.iter().copied().chain(of_former).filter(|file| !is_for_hosts(file) && !is_form(file)) {
        let address = format!("{base}/{file}");
        if let Some(page) = address.strip_suffix("index.html") {
            addresses.push((Scheme::Https, own(), page.to_owned()));
            let without = page.strip_suffix('/').filter(|page| !page.is_empty());
            addresses.extend(without.map(|page| (Scheme::Https, own(), format!("{page}?a=b"))));
        } else {
            addresses.push((Scheme::Https, own(), address));
        }
    }
    for (from, _) in &brand.moved {
        let encoded = |text: &str, kept: &str| -> String {
            let letters = text.chars().map(|letter| match letter {
                letter if kept.contains(letter) => letter.to_string(),
                letter => utf8_percent_encode(&letter.to_string(), NON_ALPHANUMERIC).to_string(),
            });
            letters.collect()
        };
        let query: Vec<String> = from.parameters().iter().map(|one| encoded(one, "=")).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        let address = format!("{}{mark}{}", encoded(from.path(), "/-._"), query.join("&"));
        addresses.push((Scheme::Https, own(), address));
    }
    for folder in std::iter::once("").chain(brand.not_found_in.iter().map(String::as_str)) {
        let folder = if folder.is_empty() { String::new() } else { format!("/{folder}") };
        addresses.extend(NOTHING.map(|path| (Scheme::Https, own(), format!("{base}{folder}{path}"))));
    }
    if brand.base.is_root() {
        for host in brand.hosts() {
            let raw = || "/felles-verify?a=b&c".to_owned();
            addresses.push((Scheme::Http, host.to_owned(), raw()));
            if host != brand.domain.ascii() {
                addresses.push((Scheme::Https, host.to_owned(), raw()));
            }
        }
    }
    let probe = |(scheme, host, raw): (Scheme, String, String)| {
        let expected = brand.answer(scheme, &host, &raw, |file| files.contains(file))?;
        let name = if scheme == Scheme::Http { "http" } else { "https" };
        Some(Probe { address: format!("{name}://{host}{raw}"), expected })
    };
    addresses.into_iter().filter_map(probe).collect()
}

/// Whether this is the compressed form of another file, which no address leads to.
fn is_form(file: &str) -> bool {
    matches!(file.rsplit_once('.'), Some((_, "br" | "gz")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::probes;
    use crate::hosting::{BrandAddresses, HostedBrand};
    use crate::model::{BasePath, Domain, Id, OldAddress, TextValue};

    #[test]
    fn every_file_redirect_and_gap_is_asked_for_once() {
        let brand = HostedBrand {
            id: Id::parse("a").unwrap(),
            domain: Domain::parse("a.example").unwrap(),
            base: BasePath::default(),
            for_root: Vec::new(),
            other_hosts: vec!["www.a.example".to_owned()],
            not_found_in: vec!["en".to_owned()],
            addresses: BrandAddresses::default(),
            moved: vec![(OldAddress::parse("/om oss/å.aspx?p=1").unwrap(), "/en/".to_owned())],
        };
        let files = BTreeSet::from([
            ".htaccess",
            "404.html",
            "en/404.html",
            "en/index.html",
            "index.html",
            "index.html.gz",
        ]);
        let former = BTreeSet::from(["gammel/index.html".to_owned()]);
        let probes = probes(&brand, &files, &former);
        let status = |address: &str| {
            let mut found = probes.iter().filter(|probe| probe.address == address);
            let status = found.next().map(|probe| probe.expected.status);
            assert!(found.next().is_none(), "{address}");
            status
        };
        assert_eq!(status("https://a.example/"), Some(200));
        assert_eq!(status("https://a.example/en/"), Some(200));
        assert_eq!(status("https://a.example/en?a=b"), Some(301));
        assert_eq!(status("https://a.example/gammel/"), Some(404));
        assert_eq!(status("https://a.example/om%20oss/%C3%A5.aspx?p=1"), Some(301));
        assert_eq!(status("https://a.example/en/.git/HEAD"), Some(404));
        assert_eq!(status("http://a.example/felles-verify?a=b&c"), Some(301));
        assert_eq!(status("https://www.a.example/felles-verify?a=b&c"), Some(301));
        assert_eq!(status("https://a.example/index.html.gz"), None);
        assert_eq!(status("https://a.example/.htaccess"), Some(404));
    }
}

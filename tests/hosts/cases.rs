use felles::hosting::{HostedBrand, Scheme, is_for_hosts};

use super::ask::Received;
use super::server::Server;
use super::site::{OTHER_SITE, Site};

/// One request, and what to expect of it.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub scheme: Scheme,
    pub host: String,
    /// The path and the query, as they are sent.
    pub raw: String,
    pub method: &'static str,
    expected: Expected,
}

#[derive(Debug, Clone)]
enum Expected {
    /// What the model says of the brand of this number.
    Answer(usize),
    /// No page and no redirect: what a server cannot read at all it may refuse in its own words.
    Nothing(usize),
    /// The answer of the other site of the host.
    OtherSite,
    /// No answer of any site.
    Refusal,
    /// The answer to a certificate authority's challenge.
    Challenge,
    /// Only `GET` and `HEAD` are answered.
    OtherMethod,
}

/// Addresses that lead to no page, in spellings that servers read each in its own way.
const ODD: [&str; 16] = [
    "//",
    "//evil.example/",
    "//evil.example/..",
    "/en//",
    "/.//en/",
    "/%65n/",
    "/en/%2e/",
    "/%0d%0aX-Evil:%20y",
    "/en%0d%0aX-Evil:%20y/",
    "/x%0d%0aLocation:%20https://evil.example/",
    "/\\evil.example/",
    "/en/index.html/",
    "/EN/",
    "/a%20b",
    "/%C3%A5",
    "/.htaccess",
];

/// What some servers refuse before they look at any of their rules.
const UNREADABLE: [&str; 9] = [
    "/../",
    "/..%2fetc/passwd",
    "/%2f%2fevil.example/",
    "/en%2F",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%00",
    "/en/%00",
    "/../../etc/passwd",
    "/%",
];

pub(crate) fn cases(site: &Site) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |scheme, host: &str, raw: &str, method, expected| {
        cases.push(Case { scheme, host: host.to_owned(), raw: raw.to_owned(), method, expected });
    };
    for (number, brand) in site.brands.iter().enumerate() {
        let own = brand.domain.ascii();
        let base = brand.base.as_str();
        let below = |raw: &str| format!("{base}{raw}");
        for raw in paths(site, brand) {
            add(Scheme::Https, own, &below(&raw), "GET", Expected::Answer(number));
        }
        if !brand.base.is_root() {
            for raw in ["/", "/om-oss/", "/om-oss/personvernet", "/robots.txt", "/en/"] {
                add(Scheme::Https, own, raw, "GET", Expected::OtherSite);
            }
            for raw in ["", "?a=b&c", "?p=7&x", "/%C3%A5pningstider/?x", "/%E5pningstider"] {
                add(Scheme::Https, own, &below(raw), "GET", Expected::Answer(number));
            }
        }
        for host in brand.hosts().filter(|_| brand.base.is_root()) {
            for raw in
                ["/", "/en/?a=b&c=%C3%A5", "/none/%C3%A5?x//y", "//evil.example/", "/%0d%0aX-Evil:%20y"]
            {
                add(Scheme::Http, host, raw, "GET", Expected::Answer(number));
                add(Scheme::Https, host, raw, "GET", Expected::Answer(number));
            }
            add(Scheme::Http, host, "/.well-known/acme-challenge/token", "GET", Expected::Challenge);
        }
        for raw in ODD {
            add(Scheme::Https, own, &below(raw), "GET", Expected::Answer(number));
        }
        for raw in UNREADABLE {
            add(Scheme::Https, own, &below(raw), "GET", Expected::Nothing(number));
        }
        add(Scheme::Https, own, &below("/"), "HEAD", Expected::Answer(number));
        add(Scheme::Https, own, &below("/none"), "HEAD", Expected::Answer(number));
        for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
            add(Scheme::Https, own, &below("/"), method, Expected::OtherMethod);
        }
    }
    for scheme in [Scheme::Http, Scheme::Https] {
        for host in ["evil.example", "www.x.evil.example", "localhost", "127.0.0.1"] {
            add(scheme, host, "/", "GET", Expected::Refusal);
        }
    }
    cases
}

/// Every file and page, with and without what may be left out, old addresses, and what is not there.
fn paths(site: &Site, brand: &HostedBrand) -> Vec<String> {
    let folder = format!("{}/", brand.id);
    let mut paths: Vec<String> = [
        "/none",
        "/none/",
        "/none.html",
        "/en/none",
        "/en/none/none/?a",
        "/assets",
        "/assets/",
        "/om",
        "/om/",
        "/en",
        "/en?a=b&c",
        "/assets/style.0123456789abcdef.css",
        "/index.html?a",
        "/404.html",
        "/en/404.html",
        "/personvernerkl%C3%A6ring",
        "/personvernerkl%c3%a6ring/?utm_source=x",
        "/personvernerkl%E6ring",
        "/?p=1107",
        "/?a=b&p=1107&c=d",
        "/?p=11078",
        "/?xp=1107",
        "/index.php?side=om+oss&id=7",
        "/index.php?side=om%20oss&x&id=7",
        "/index.php?id=7",
        "/index.php",
        "/Om%20oss/%C3%A5pent.aspx",
        "/Om%20oss/%E5pent.aspx",
        "/Om%20oss/a%CC%8Apent.aspx",
        "/om%20oss/%C3%A5pent.aspx",
        "/behandling/%C3%A5",
        "/behandling/a%CC%8A",
        "/gammel.html",
        "/gammelxhtml",
        "/index.html.gz",
        "/x.br?y",
    ]
    .map(str::to_owned)
    .into();
    for path in site.files.keys().filter_map(|path| path.strip_prefix(&folder)) {
        paths.push(format!("/{path}"));
        assert!(!path.starts_with('.') || path.starts_with(".well-known/") || is_for_hosts(path));
        if let Some(page) = path.strip_suffix("index.html") {
            paths.push(format!("/{page}"));
            paths.push(format!("/{page}?a=b"));
            if let Some(page) = page.strip_suffix('/') {
                paths.push(format!("/{page}"));
                paths.push(format!("/{page}?a=/b/&c"));
            }
        }
    }
    paths
}

/// What is wrong with an answer, if anything.
pub(crate) fn check(site: &Site, server: &Server, case: &Case, received: &Received) -> Option<String> {
    let fault = match case.expected {
        Expected::Answer(number) => check_answer(site, &site.brands[number], case, received).err(),
        Expected::Nothing(number) => {
            let is_refused = matches!(received.status, 400 | 404) && received.all("location").is_empty();
            let as_missing = || check_answer(site, &site.brands[number], case, received);
            (!is_refused && as_missing().is_err()).then(|| "neither refused nor missing".to_owned())
        }
        Expected::OtherSite => {
            (received.body != OTHER_SITE.as_bytes()).then(|| "not the other site's".to_owned())
        }
        Expected::Refusal if !server.refuses_unknown_hosts => None,
        Expected::Refusal => {
            let is_nothing =
                received.status == 0 || received.status == 421 && received.all("location").is_empty();
            (!is_nothing).then(|| "an answer".to_owned())
        }
        Expected::Challenge if server.answers_challenges_itself => None,
        Expected::Challenge => {
            (received.body != b"the answer").then(|| "not the challenge's answer".to_owned())
        }
        Expected::OtherMethod => {
            let has_policy = !received.all("content-security-policy").is_empty();
            (received.status != 405 || !has_policy).then(|| "not refused with all headers".to_owned())
        }
    }?;
    let Case { scheme, host, raw, method, .. } = case;
    Some(format!("{method} {scheme:?} {host}{raw}: {fault}: {} {:?}", received.status, received.headers))
}

fn check_answer(site: &Site, brand: &HostedBrand, case: &Case, received: &Received) -> Result<(), String> {
    let has = |path: &str| site.file(brand, path).is_some();
    let answer = brand.answer(case.scheme, &case.host, &case.raw, has).ok_or("the host is the brand's")?;
    if received.status != answer.status {
        return Err(format!("the status is to be {}", answer.status));
    }
    for header in &answer.headers {
        let values = received.all(header.name);
        if values != [header.value.as_str()] {
            return Err(format!("{} is to be {:?}, and is {values:?}", header.name, header.value));
        }
    }
    if !received.all("x-evil").is_empty() {
        return Err("a header that the request wrote".to_owned());
    }
    if answer.file.is_none() != received.all("location").len().eq(&1) {
        return Err("a redirect or none".to_owned());
    }
    let Some(file) = answer.file.filter(|_| case.method == "GET") else { return Ok(()) };
    if site.file(brand, &file).is_some_and(|bytes| *bytes == received.body) {
        Ok(())
    } else {
        Err(format!("the body is to be {file}"))
    }
}

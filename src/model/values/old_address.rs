use std::fmt;

use percent_encoding::percent_decode_str;

use super::Domain;
use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};
use crate::source::composed;

/// An address of a former site, as a browser asks its server for it: `/om-oss/personvern.html`, `/?p=1107`.
///
/// It is held with its letters, whatever encoding it was copied in: the same address is one value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OldAddress {
    /// Without the `/` at its end, if it has more than that one.
    path: String,
    /// `p=1107`, in the order in which they are written.
    parameters: Vec<String>,
    host: Option<Domain>,
}

impl OldAddress {
    /// The path, which starts with a `/` and ends with none unless it is all there is.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The parameters without which it is another address.
    #[must_use]
    pub fn parameters(&self) -> &[String] {
        &self.parameters
    }

    /// The host, if it was written with one.
    #[must_use]
    pub fn host(&self) -> Option<&Domain> {
        self.host.as_ref()
    }

    /// The address without its host.
    #[must_use]
    pub fn on_any_host(&self) -> (&str, &[String]) {
        (&self.path, &self.parameters)
    }
}

impl TextValue for OldAddress {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let invalid = || Invalid::new(say::not_an_old_address(text), say::write_an_old_address());
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let (host, local) = match rest {
            Some(rest) => {
                let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
                (Some(Domain::parse(&rest[..end]).map_err(|_| invalid())?), &rest[end..])
            }
            None => (None, text),
        };
        if local.contains('#') {
            return Err(Invalid::new(say::address_with_fragment(text), say::leave_the_fragment_out()));
        }
        let (path, query) = local.split_once('?').unwrap_or((local, ""));
        let path = if path.is_empty() && host.is_some() { "/" } else { path };
        let path = decoded_address(path);
        let parameters: Vec<String> = query
            .split('&')
            .filter(|parameter| !parameter.is_empty())
            .map(|one| decoded_address(&one.replace('+', " ")))
            .collect();
        let names: Vec<&str> = path.split('/').collect();
        let inner = names.len() - 1;
        let is_path = path.starts_with('/')
            && names.iter().enumerate().all(|(at, name)| match *name {
                "" => at == 0 || at == inner,
                name => name.chars().any(|letter| letter != '.'),
            });
        let is_plain = path.chars().chain(parameters.iter().flat_map(|one| one.chars())).all(is_plain);
        if !is_path || !is_plain || text.len() > LONGEST {
            return Err(invalid());
        }
        let shorter = path.strip_suffix('/').filter(|path| !path.is_empty());
        Ok(Self { path: shorter.unwrap_or(&path).to_owned(), parameters, host })
    }
}

/// In bytes. Cloudflare Pages takes a thousand characters a line.
const LONGEST: usize = 400;

/// What means something to a web server's own files stands in no address that goes into one.
fn is_plain(letter: char) -> bool {
    letter == ' '
        || !letter.is_control() && !letter.is_whitespace() && !"\"'`\\;$<>{}|^%#*[]".contains(letter)
}

/// The letters of an address that may be percent-encoded, from UTF-8 or else from Latin-1 as older sites
/// wrote it.
pub(crate) fn decoded_address(text: &str) -> String {
    let bytes = percent_decode_str(text).collect();
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect());
    composed(&text).into_owned()
}

impl fmt::Display for OldAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, parameters, .. } = self;
        write!(f, "{path}{}{}", if parameters.is_empty() { "" } else { "?" }, parameters.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::OldAddress;
    use crate::model::TextValue;

    #[test]
    fn an_address_is_the_same_in_every_encoding() {
        let check = |text: &str, expected: &str| {
            assert_eq!(OldAddress::parse(text).unwrap().to_string(), expected, "{text}");
        };
        check("/om-oss/", "/om-oss");
        check("/", "/");
        check("/?p=1107", "/?p=1107");
        check("https://www.nordlys.example?page_id=7&lang=no", "/?page_id=7&lang=no");
        check("http://nordlys.example/Personvern.aspx", "/Personvern.aspx");
        for spelling in [
            "/åpningstider",
            "/%C3%A5pningstider/",
            "/%c3%a5pningstider",
            "/%E5pningstider",
            "/a%CC%8Apningstider",
        ] {
            check(spelling, "/åpningstider");
        }
        check("/Om%20oss/Personvern.html?side=v%C3%A5re+kurs", "/Om oss/Personvern.html?side=våre kurs");
    }

    #[test]
    fn what_no_browser_asks_for_or_a_server_would_misread_is_refused() {
        for bad in [
            "",
            "personvern",
            "/a//b",
            "/a/../b",
            "/./",
            "//evil.example",
            "/a#b",
            "/a\nb",
            "/a\"b",
            "/a;b",
            "/a$b",
            "/a{b}",
            "/a%0d%0ab",
            "/a%00",
            "/a%22",
            "/blogg/*",
            "/a%25b",
            "/a\\b",
            "https://x/y",
            "ftp://x.no/y",
        ] {
            assert!(OldAddress::parse(bad).is_err(), "{bad:?}");
        }
        assert!(OldAddress::parse(&format!("/{}", "a".repeat(400))).is_err());
    }
}

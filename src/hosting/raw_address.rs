//! Addresses as browsers send them: patterns that nginx, Apache and Caddy understand alike.
//!
//! Servers decode an address, each in its own way, before they compare it; what came over the line is the
//! same for all. So every pattern is for that. None needs a backslash, a quotation mark or a brace,
//! which mean something in the servers' own files.

use std::fmt::Write;

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::model::{BasePath, OldAddress, decoded_address};

/// A path that a page or a file can have; every other spelling is none.
const PLAIN: &str =
    "/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/|[.]well-known/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?(?:[?].*)?$";

/// A file whose name carries the checksum of its content.
const HASHED: &str = "/assets/[^/?]+[.][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]\
    [0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][.][^./?]+(?:[?].*)?$";

/// What no visitor gets: files for servers, and compressed forms of others.
const FOR_HOSTS: &str = "/(?:CNAME|_headers|_redirects|[^?]*[.](?:br|gz))(?:[?].*)?$";

/// The patterns of the addresses of a site.
pub(super) struct SitePatterns {
    /// [`PLAIN`], below the base.
    pub plain: String,
    /// [`HASHED`], below the base.
    pub hashed: String,
    /// [`FOR_HOSTS`], below the base.
    pub for_hosts: String,
}

impl SitePatterns {
    /// The patterns of a site below this path, whose letters mean nothing in a pattern.
    pub(super) fn below(base: &BasePath) -> Self {
        let below = |pattern: &str| format!("^{}{pattern}", base.as_str());
        Self { plain: below(PLAIN), hashed: below(HASHED), for_hosts: below(FOR_HOSTS) }
    }
}

/// The pattern of an address within the first line of a request, as Apache has it.
pub(super) fn in_request(pattern: &str) -> String {
    let inner = pattern.strip_prefix('^').and_then(|pattern| pattern.strip_suffix('$')).unwrap_or(pattern);
    format!("^[A-Z]+ {inner} HTTP/")
}

/// Whether this path, without its query, is one that a page or a file can have.
pub(super) fn is_plain(path: &str) -> bool {
    let name = |name: &str| {
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        name == ".well-known" || !name.starts_with('.') && !name.is_empty() && name.bytes().all(letter)
    };
    let Some(path) = path.strip_prefix('/') else { return false };
    let (folders, last) = path.rsplit_once('/').map_or((None, path), |(folders, last)| (Some(folders), last));
    folders.is_none_or(|folders| folders.split('/').all(name))
        && (last.is_empty() || name(last) && last != ".well-known")
        && !matches!(path.rsplit_once('.'), Some((_, "br" | "gz")))
}

/// The pattern of an old address: in every encoding, with a `/` at its end or without,
/// with other parameters beside its own.
pub(super) fn pattern(address: &OldAddress) -> String {
    let mut pattern = String::from("^");
    address.path().chars().for_each(|letter| letter_pattern(letter, &mut pattern));
    if address.path() != "/" {
        pattern.push_str("/?");
    }
    let parameters = address.parameters();
    for (at, parameter) in parameters.iter().enumerate() {
        pattern.push_str(if at == 0 { "[?](?:.*&)?" } else { "&(?:.*&)?" });
        parameter.chars().for_each(|letter| letter_pattern(letter, &mut pattern));
    }
    pattern.push_str(if parameters.is_empty() { "(?:[?].*)?$" } else { "(?:&.*)?$" });
    pattern
}

fn letter_pattern(letter: char, pattern: &mut String) {
    if letter.is_ascii_alphanumeric() || "/-_~=&".contains(letter) {
        pattern.push(letter);
    } else if letter == ' ' {
        pattern.push_str("(?:%20|[+])");
    } else if letter.is_ascii() {
        write!(pattern, "(?:[{letter}]|{})", percent(&[letter as u8])).expect("a text takes every letter");
    } else {
        let mut room = [0; 4];
        let whole = letter.encode_utf8(&mut room).to_owned();
        let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(&whole).into_owned();
        let mut spellings = vec![whole.clone(), percent(whole.as_bytes())];
        if apart != whole {
            spellings.push(percent_of_foreign(&apart));
        }
        spellings.extend(u8::try_from(u32::from(letter)).ok().map(|latin| percent(&[latin])));
        write!(pattern, "(?:{})", spellings.join("|")).expect("a text takes every letter");
    }
}

/// Letters of ASCII as they are, the others encoded.
fn percent_of_foreign(text: &str) -> String {
    let mut room = [0; 4];
    let encoded = |letter: char| match letter {
        ascii if ascii.is_ascii_alphanumeric() => ascii.to_string(),
        other => percent(other.encode_utf8(&mut room).as_bytes()),
    };
    text.chars().map(encoded).collect()
}

/// Percent-encoded bytes, in small or large digits.
fn percent(bytes: &[u8]) -> String {
    let digit = |digit: u8| match char::from_digit(digit.into(), 16).unwrap_or_default() {
        letter @ 'a'..='f' => format!("[{letter}{}]", letter.to_ascii_uppercase()),
        figure => figure.to_string(),
    };
    let encoded = |byte: &u8| format!("%{}{}", digit(byte >> 4), digit(byte & 15));
    bytes.iter().map(encoded).collect::<Vec<_>>().concat()
}

/// Whether a raw address, path and query, is this old one.
pub(super) fn matches(address: &OldAddress, raw: &str) -> bool {
    let (path, query) = raw.split_once('?').unwrap_or((raw, ""));
    let spelled = decoded_address;
    let path = spelled(path);
    let shorter = path.strip_suffix('/').filter(|path| !path.is_empty()).unwrap_or(&path);
    let mut asked = query.split('&').map(|one| spelled(&one.replace('+', " ")));
    shorter == address.path() && address.parameters().iter().all(|wanted| asked.any(|one| one == *wanted))
}

#[cfg(test)]
mod tests {
    use super::{is_plain, matches, pattern};
    use crate::model::{OldAddress, TextValue};

    #[test]
    fn a_pattern_has_every_spelling_and_nothing_that_a_server_would_misread() {
        let check = |address: &str, expected: &str| {
            assert_eq!(pattern(&OldAddress::parse(address).unwrap()), expected, "{address}");
        };
        check("/om-oss/", "^/om-oss/?(?:[?].*)?$");
        check("/", "^/(?:[?].*)?$");
        check("/?p=1107", "^/[?](?:.*&)?p=1107(?:&.*)?$");
        check("/a.php?x=1&y=2", "^/a(?:[.]|%2[eE])php/?[?](?:.*&)?x=1&(?:.*&)?y=2(?:&.*)?$");
        check("/ø b", "^/(?:ø|%[cC]3%[bB]8|%[fF]8)(?:%20|[+])b/?(?:[?].*)?$");
        check("/å", "^/(?:å|%[cC]3%[aA]5|a%[cC][cC]%8[aA]|%[eE]5)/?(?:[?].*)?$");
    }

    #[test]
    fn only_plain_spellings_are_paths() {
        for path in ["/", "/en/", "/en/privacy/", "/privacy.json", "/.well-known/security.txt", "/_a/b"] {
            assert!(is_plain(path), "{path}");
        }
        for path in
            ["", "x", "//", "/..", "/./a", "/a//b", "/%65n/", "/a b", "/.htaccess", "/a.gz", "/a\\b", "/é"]
        {
            assert!(!is_plain(path), "{path}");
        }
    }

    #[test]
    fn an_old_address_is_known_in_every_encoding() {
        let check = |address: &str, raw: &str, expected: bool| {
            assert_eq!(matches(&OldAddress::parse(address).unwrap(), raw), expected, "{address} {raw}");
        };
        check("/åpent", "/%C3%A5pent/?utm=1", true);
        check("/åpent", "/%E5pent", true);
        check("/åpent", "/a%cc%8apent", true);
        check("/åpent", "/apent", false);
        check("/?p=1107", "/?a=b&p=1107&c", true);
        check("/?p=1107", "/?p=11078", false);
        check("/?p=1107", "/", false);
    }
}

//! Web addresses, e-mail addresses and domains in running text: each is one word.

use std::ops::Range;

/// An address within a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct WrittenAddress {
    /// All of it.
    whole: Range<usize>,
    /// Only the domain; all of an e-mail address.
    host: Range<usize>,
}

impl WrittenAddress {
    /// Whether something that stands at `range` is only a part of the address.
    pub(in crate::check) fn parts(&self, range: &Range<usize>) -> bool {
        let is_inside = |at: usize| self.whole.start < at && at < self.whole.end;
        is_inside(range.start) && range.start != self.host.start
            || is_inside(range.end) && range.end != self.host.end
    }
}

/// The longest last part of a domain: `example`, `photography` are;
/// what is longer is two sentences without a space between them.
const LONGEST_LAST: usize = 12;

/// All addresses of a text, in order.
pub(super) fn addresses(text: &str) -> Vec<WrittenAddress> {
    let mut found: Vec<WrittenAddress> = Vec::new();
    // A word is read once, however many of its signs join letters: a text may be one word.
    let mut read = 0;
    for (at, _) in text.match_indices(['.', '@']) {
        let joins =
            text[..at].ends_with(char::is_alphanumeric) && text[at + 1..].starts_with(char::is_alphanumeric);
        if joins && at >= read {
            let word = word_around(text, at);
            read = word.end;
            found.extend(address_of(text, word));
        }
    }
    found
}

fn word_around(text: &str, at: usize) -> Range<usize> {
    let is_part = |letter: char| letter.is_alphanumeric() || "-._@/:%+~#?=&".contains(letter);
    let start = text[..at]
        .rfind(|letter: char| !is_part(letter))
        .map_or(0, |before| before + text[before..].chars().next().map_or(0, char::len_utf8));
    start..text[at..].find(|letter: char| !is_part(letter)).map_or(text.len(), |after| at + after)
}

fn address_of(text: &str, word: Range<usize>) -> Option<WrittenAddress> {
    let start = word.start;
    let end = start + text[word].trim_end_matches(['.', ':', '?', '-', '/']).len();
    let whole = &text[start..end];
    if whole.contains('@') {
        return Some(WrittenAddress { whole: start..end, host: start..end });
    }
    let after_scheme = whole.find("://").map_or(0, |scheme| scheme + 3);
    let host = whole[after_scheme..].split(['/', ':', '?', '#']).next().unwrap_or_default();
    let is_bare = after_scheme == 0;
    let first = start + after_scheme + if host.starts_with("www.") { 4 } else { 0 };
    let host_range = first..start + after_scheme + host.len();
    (!is_bare || is_domain(host)).then_some(WrittenAddress { whole: start..end, host: host_range })
}

/// Whether words with stops between them are a domain, and not two sentences without a space,
/// an abbreviation or a date.
fn is_domain(host: &str) -> bool {
    let Some((before, last)) = host.rsplit_once('.') else { return false };
    let begins_sentence = last.starts_with(char::is_uppercase) && before.ends_with(char::is_lowercase);
    (2..=LONGEST_LAST).contains(&last.len())
        && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !begins_sentence
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn addresses_are_found_and_what_only_looks_like_one_is_not() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = addresses(text);
            let shown: Vec<(&str, &str)> = found
                .iter()
                .map(|address| (&text[address.whole.clone()], &text[address.host.clone()]))
                .collect();
            assert_eq!(shown, expected, "{text}");
        };
        check("Vi på nordlys-oslo.no svarer.", &[("nordlys-oslo.no", "nordlys-oslo.no")]);
        check("Se https://www.nordlys.no/aldri/.", &[("https://www.nordlys.no/aldri", "nordlys.no")]);
        check("Skriv til info@no-reply.no, takk", &[("info@no-reply.no", "info@no-reply.no")]);
        check(
            "(no.example) og aldri-mer.no:",
            &[("no.example", "no.example"), ("aldri-mer.no", "aldri-mer.no")],
        );
        check("Blåbær.no. Vi", &[("Blåbær.no", "Blåbær.no")]);
        check("Vi gjør det ikke.Ring oss bl.a. 12.06.2026, jf. § 3.", &[]);
        check("Det står i loven.helsepersonelloven gjelder", &[]);
        check("a.b.helsepersonelloven a.b.no.", &[("a.b.no", "a.b.no")]);
    }
}

/// The address of a page of this very origin, out of a value of a query. Returns None for any other.
///
/// Browsers read `//host`, `/\host` and `/`, tab, `/host` as other origins,
/// so only plain letters are let through.
pub(super) fn own_page(value: &str) -> Option<String> {
    let address = decoded(value)?;
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/-._~%?=&+:,".contains(letter);
    let is_own = address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/_felles");
    (is_own && address.chars().all(is_plain)).then_some(address)
}

/// The text that a query writes with `%` and `+`. Returns None if it is not UTF-8.
pub(in crate::preview) fn decoded(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                let digits = std::str::from_utf8(&digits).ok()?;
                u8::from_str_radix(digits, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::own_page;

    #[test]
    fn only_pages_of_this_origin_are_let_through() {
        let check = |value: &str, expected: Option<&str>| {
            assert_eq!(own_page(value).as_deref(), expected, "{value}");
        };
        check("/en/personvern/", Some("/en/personvern/"));
        check("%2F_%2Fnordlys%2F%3Fdate%3D2027-07-13", Some("/_/nordlys/?date=2027-07-13"));
        for value in [
            "",
            "en/",
            "http://evil.example/",
            "//evil.example/",
            "%2f%2fevil.example/",
            "/%5Cevil.example/",
            "/%09/evil.example/",
            "/%0a/evil.example/",
            "javascript:alert(1)",
            "/\"onload=\"",
            "/%3Cscript%3E",
            "/a%2",
            "/%ff",
            "/_felles/beside",
        ] {
            check(value, None);
        }
    }
}

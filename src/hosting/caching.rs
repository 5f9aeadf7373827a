/// How long a browser may keep a file (RFC 9111, and RFC 8246 for `immutable`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    /// A year, without asking: the name changes with the content.
    Immutable,
    /// For as long as the server says at each visit that it is still the same: last summer's notice must go.
    Revalidated,
}

impl Caching {
    /// How long the file at `path`, below its brand's folder, may be kept.
    #[must_use]
    pub fn of(path: &str) -> Self {
        if has_checksum(path) { Self::Immutable } else { Self::Revalidated }
    }

    /// The value of `Cache-Control`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            // A proxy that hides mail addresses behind a script of its own would break the page.
            Self::Revalidated => "no-cache, no-transform",
        }
    }
}

/// Whether this is `assets/<name>.<16 hex digits>.<ending>`, as the theme's files are published.
fn has_checksum(path: &str) -> bool {
    let name = path.strip_prefix("assets/").and_then(|name| name.rsplit_once('.'));
    let checksum = name.and_then(|(stem, _)| stem.rsplit_once('.')).map(|(_, checksum)| checksum);
    checksum.is_some_and(|hex| {
        hex.len() == 16 && hex.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::Caching;

    #[test]
    fn only_a_name_with_a_checksum_is_kept_for_a_year() {
        let check = |path: &str, expected: Caching| assert_eq!(Caching::of(path), expected, "{path}");
        check("assets/style.0123456789abcdef.css", Caching::Immutable);
        check("assets/a.b.0123456789abcdef.woff2", Caching::Immutable);
        check("assets/style.css", Caching::Revalidated);
        check("assets/style.0123456789abcde.css", Caching::Revalidated);
        check("assets/style.0123456789abcdeg.css", Caching::Revalidated);
        check("style.0123456789abcdef.css", Caching::Revalidated);
        check("index.html", Caching::Revalidated);
    }
}

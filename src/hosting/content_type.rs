/// The media type of a file, with the encoding of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContentType(&'static str);

/// A page.
pub const HTML: ContentType = ContentType("text/html; charset=utf-8");

/// The endings that felles publishes; RFC 8259 gives JSON no `charset`, it is UTF-8 always.
const BY_ENDING: [(&str, ContentType); 13] = [
    ("css", ContentType("text/css; charset=utf-8")),
    ("html", HTML),
    ("ico", ContentType("image/vnd.microsoft.icon")),
    ("ics", ContentType("text/calendar; charset=utf-8")),
    ("jpg", ContentType("image/jpeg")),
    ("js", ContentType("text/javascript; charset=utf-8")),
    ("json", ContentType("application/json")),
    ("png", ContentType("image/png")),
    ("svg", ContentType("image/svg+xml")),
    ("txt", ContentType("text/plain; charset=utf-8")),
    ("webp", ContentType("image/webp")),
    ("woff2", ContentType("font/woff2")),
    ("xml", ContentType("application/xml; charset=utf-8")),
];

impl ContentType {
    /// The type of the file at `path`; bytes without a meaning if the ending is not one of ours.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
        let known = ending.and_then(|ending| BY_ENDING.iter().find(|(known, _)| *known == ending));
        known.map_or(Self("application/octet-stream"), |(_, content_type)| *content_type)
    }

    /// The endings that are known, each with its type.
    pub(super) fn by_ending() -> impl Iterator<Item = (&'static str, Self)> {
        BY_ENDING.into_iter()
    }

    /// The value of `Content-Type`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::ContentType;

    #[test]
    fn the_ending_alone_decides() {
        let check =
            |path: &str, expected: &str| assert_eq!(ContentType::of(path).as_str(), expected, "{path}");
        check("index.html", "text/html; charset=utf-8");
        check("assets/style.0123456789abcdef.css", "text/css; charset=utf-8");
        check(".well-known/security.txt", "text/plain; charset=utf-8");
        check("privacy.json", "application/json");
        check("assets/nordlys-icon.0123456789abcdef.svg", "image/svg+xml");
        check("html", "application/octet-stream");
        check("page.HTML", "application/octet-stream");
        check("folder.html/file", "application/octet-stream");
    }
}

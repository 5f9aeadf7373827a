use crate::source::disk::plain;

/// The address that opens a file of the site in an editor.
#[derive(Debug, Clone)]
pub struct EditorLink {
    pattern: String,
    /// The site's folder, with `/` between the parts and at its start.
    root: String,
}

/// What opens a file in Visual Studio Code.
pub const DEFAULT_EDITOR: &str = "vscode://file{path}:{line}:{column}";

impl EditorLink {
    /// Addresses like `pattern`, with `{path}`, `{line}` and `{column}` in it, of files below `root`.
    ///
    /// `{path}` is the whole path and begins with a `/`, on Windows too: `/C:/sites/nordlys/site.toml`.
    ///
    /// Returns None if the pattern is not an address (RFC 3986, section 3.1), or has no `{path}`:
    /// then no link would work.
    #[must_use]
    pub fn new(pattern: &str, root: &str) -> Option<Self> {
        let (scheme, _) = pattern.split_once(':')?;
        let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        if !is_scheme || !pattern.contains("{path}") || pattern.contains(char::is_whitespace) {
            return None;
        }
        let root = plain(root);
        // A folder of a network drive begins with two slashes, and a disk's letter with none.
        let slash = if root.starts_with('/') { "" } else { "/" };
        Some(Self { pattern: pattern.to_owned(), root: format!("{slash}{}", root.trim_end_matches('/')) })
    }

    /// The address of a place in the file at `path` below the site's folder.
    #[must_use]
    pub fn to(&self, path: &str, line: usize, column: usize) -> String {
        let path = encoded(&format!("{}/{path}", self.root));
        let pattern =
            self.pattern.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        pattern.replace("{path}", &path)
    }

    /// The address of any place: that with `{path}` for a path below the site's folder,
    /// `{line}` and `{column}` left to fill in.
    #[must_use]
    pub fn pattern(&self) -> String {
        self.pattern.replace("{path}", &format!("{}/{{path}}", encoded(&self.root)))
    }
}

/// The path as a part of an address (RFC 3986, section 3.3).
fn encoded(path: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b':' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    path.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::{DEFAULT_EDITOR, EditorLink};

    #[test]
    fn a_place_has_an_address_on_every_system() {
        let check = |root: &str, expected: &str| {
            let link = EditorLink::new(DEFAULT_EDITOR, root).unwrap();
            assert_eq!(link.to("content/group/about.toml", 3, 5), expected);
        };
        check("/srv/nordlys", "vscode://file/srv/nordlys/content/group/about.toml:3:5");
        check("/srv/mine sider/", "vscode://file/srv/mine%20sider/content/group/about.toml:3:5");
        check(r"\\?\C:\Nordlys", "vscode://file/C:/Nordlys/content/group/about.toml:3:5");
        check(r"\\?\UNC\server\nordlys", "vscode://file//server/nordlys/content/group/about.toml:3:5");
    }

    #[test]
    fn another_editor_has_another_pattern() {
        let link = EditorLink::new("idea://open?file={path}&line={line}", "/srv/å").unwrap();
        assert_eq!(link.to("site.toml", 1, 2), "idea://open?file=/srv/%C3%A5/site.toml&line=1");
        assert_eq!(link.pattern(), "idea://open?file=/srv/%C3%A5/{path}&line={line}");
    }

    #[test]
    fn what_is_no_address_of_a_file_is_none() {
        for pattern in
            ["code {path}", "{path}", "/usr/bin/code", "vscode://file", "a b://{path}", "://{path}", ""]
        {
            assert!(EditorLink::new(pattern, "/srv").is_none(), "{pattern}");
        }
    }
}

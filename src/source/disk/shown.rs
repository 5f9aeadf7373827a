use std::path::Path;

/// A path as messages show it, with `/` between its parts on every system, as the paths of the content are.
///
/// Windows writes a real path as `\\?\C:\…`, and joins what people wrote with either slash.
#[must_use]
pub fn shown_path(path: impl AsRef<Path>) -> String {
    let path = path.as_ref().display().to_string();
    if cfg!(windows) { plain(&path) } else { path }
}

/// A path of Windows without the sign that it is a real one, with `/` between its parts:
/// `C:/sites/nordlys`, and `//server/share/nordlys` on a network drive.
#[must_use]
pub fn plain(path: &str) -> String {
    let path = path.replace('\\', "/");
    match (path.strip_prefix("//?/UNC/"), path.strip_prefix("//?/")) {
        (Some(network), _) => format!("//{network}"),
        (None, Some(disk)) => disk.to_owned(),
        (None, None) => path,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_path_of_windows_is_told_as_a_person_would_write_it() {
        let check = |path: &str, expected: &str| assert_eq!(plain(path), expected);
        check(r"\\?\C:\Users\kari\nordlys", "C:/Users/kari/nordlys");
        check(r"nordlys\public/nordlys/index.html", "nordlys/public/nordlys/index.html");
        check(r"\\?\UNC\server\felles\nordlys", "//server/felles/nordlys");
        check(r"\\server\felles\nordlys", "//server/felles/nordlys");
        check("nordlys/public", "nordlys/public");
    }
}

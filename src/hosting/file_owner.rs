/// Whose a file of the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileOwner<'p> {
    /// A brand's: one of its site, or one that tells hosts of it.
    Brand(&'p str),
    /// The build's: it is of all brands together.
    Build,
}

/// Whose the file at `path` below the output folder is.
#[must_use]
pub fn file_owner(path: &str) -> FileOwner<'_> {
    let Some((folder, below)) = path.split_once('/') else { return FileOwner::Build };
    if folder != "_hosting" {
        return FileOwner::Brand(folder);
    }
    match below.split_once('/') {
        Some(("nginx" | "apache" | "caddy", name)) => {
            FileOwner::Brand(name.split('.').next().unwrap_or(name))
        }
        Some(("root", below)) => FileOwner::Brand(below.split('/').next().unwrap_or(below)),
        _ => FileOwner::Build,
    }
}

#[cfg(test)]
mod tests {
    use super::{FileOwner, file_owner};

    #[test]
    fn every_file_is_somebodys() {
        let check = |path: &str, expected: FileOwner<'_>| assert_eq!(file_owner(path), expected, "{path}");
        check("nordlys/index.html", FileOwner::Brand("nordlys"));
        check("_hosting/nginx/nordlys.conf", FileOwner::Brand("nordlys"));
        check("_hosting/caddy/nordlys.location", FileOwner::Brand("nordlys"));
        check("_hosting/root/nordlys/.well-known/security.txt", FileOwner::Brand("nordlys"));
        check("_hosting/nginx.conf", FileOwner::Build);
        check("_hosting/HOSTING.txt", FileOwner::Build);
        check("_hosting/addresses.json", FileOwner::Build);
        check("_hosting/felles-build.timer", FileOwner::Build);
        check("next-change.json", FileOwner::Build);
    }
}

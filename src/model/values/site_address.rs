use super::{Domain, Id};
use crate::model::{Invalid, TextValue};

/// Where a brand's site is: a host of its own (`klinikk.no`), or a path on the host of another site
/// (`klinikk.no/personvern`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteAddress {
    /// The host.
    pub domain: Domain,
    /// What the path of each of its addresses starts with.
    pub base: BasePath,
}

/// The path below which a site is: empty, or `/personvern`. It has no `/` at its end.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct BasePath(String);

impl BasePath {
    /// The base of a site that has its host for itself.
    pub const ROOT: &Self = &Self(String::new());

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the site has its host for itself.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The rest of a path that is the base or below it: empty, or with a `/` at its start.
    #[must_use]
    pub fn below<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(self.as_str()).filter(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl TextValue for SiteAddress {
    const IS_SHOWN: bool = true;

    /// A domain, with names of folders behind it if any.
    fn parse(text: &str) -> Result<Self, Invalid> {
        // As it is copied from a browser's address bar.
        let pasted = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or(text);
        let pasted = pasted.strip_suffix('/').unwrap_or(pasted);
        let (host, path) = pasted.split_once('/').map_or((pasted, ""), |(host, path)| (host, path));
        if path.is_empty() {
            return Ok(Self { domain: Domain::parse(text)?, base: BasePath::default() });
        }
        // Any other path is told as what it is: no domain.
        if path.split('/').any(|name| Id::parse(name).is_err()) {
            Domain::parse(text)?;
        }
        Ok(Self { domain: Domain::parse(host)?, base: BasePath(format!("/{path}")) })
    }
}

#[cfg(test)]
mod tests {
    use super::SiteAddress;
    use crate::model::TextValue;

    #[test]
    fn a_site_has_a_host_or_a_path_on_one() {
        let check = |text: &str, host: &str, base: &str| {
            let address = SiteAddress::parse(text).unwrap();
            assert_eq!((address.domain.ascii(), address.base.as_str()), (host, base), "{text}");
        };
        check("klinikk.no", "klinikk.no", "");
        check("https://klinikk.no/", "klinikk.no", "");
        check("klinikk.no/personvern", "klinikk.no", "/personvern");
        check("https://Klinikk.no/om-oss/personvern/", "klinikk.no", "/om-oss/personvern");
        for bad in [
            "klinikk.no/Å",
            "klinikk.no//x",
            "klinikk.no/x?y",
            "klinikk.no/../x",
            "klinikk.no/a.b",
            "/x",
            "x/y",
        ] {
            assert!(SiteAddress::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn only_whole_names_are_below_a_base() {
        let address = SiteAddress::parse("klinikk.no/personvern").unwrap();
        let below = |path: &'static str| address.base.below(path);
        assert_eq!(below("/personvern"), Some(""));
        assert_eq!(below("/personvern/en/"), Some("/en/"));
        assert_eq!(below("/personvernet"), None);
        assert_eq!(below("/"), None);
    }
}

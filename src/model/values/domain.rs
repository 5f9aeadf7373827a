use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A host name under which a brand is published; compared and written for servers in ACE, shown in Unicode.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Domain {
    ascii: String,
    shown: String,
}

impl Domain {
    /// The name as the DNS holds it: `xn--blbrsyltety-y8ao3x.no`.
    #[must_use]
    pub fn ascii(&self) -> &str {
        &self.ascii
    }

    /// The name as people read it: `blåbærsyltetøy.no`.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }
}

impl TextValue for Domain {
    const IS_SHOWN: bool = true;

    /// At least two labels of letters, digits and hyphens once in ACE (RFC 5891), 253 bytes in all;
    /// no port or path.
    fn parse(text: &str) -> Result<Self, Invalid> {
        // As it is copied from a browser's address bar.
        let pasted = text.strip_prefix("https://").or(text.strip_prefix("http://"));
        let text = pasted.unwrap_or(text);
        let text = text.strip_suffix('/').unwrap_or(text);
        let bare = text.split_once("://").map_or(text, |(_, rest)| rest);
        let bare = bare.split(['/', ':', '?', '#']).next().unwrap_or_default();
        let help =
            if bare != text && bare.contains('.') { say::write_it_as(bare) } else { say::write_a_domain() };
        let invalid = || Invalid::new(say::not_a_domain(text), help.clone());
        let ascii = idna::domain_to_ascii_strict(text).map_err(|_| invalid())?;
        let label = |label: &str| {
            let plain =
                label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            plain && (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
        };
        let named =
            ascii.rsplit('.').next().is_some_and(|top| top.bytes().any(|byte| byte.is_ascii_lowercase()));
        if ascii.len() > 253 || !ascii.contains('.') || !named || !ascii.split('.').all(label) {
            return Err(invalid());
        }
        let (shown, decoded) = idna::domain_to_unicode(&ascii);
        decoded.map_err(|_| invalid())?;
        Ok(Self { ascii, shown })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_norwegian_name_is_shown_with_its_letters_and_held_without() {
        let domain = Domain::parse("Blåbærsyltetøy.no").unwrap();
        assert_eq!((domain.ascii(), domain.shown()), ("xn--blbrsyltety-y8ao3x.no", "blåbærsyltetøy.no"));
        assert_eq!(Domain::parse("xn--blbrsyltety-y8ao3x.no").unwrap(), domain);
        assert_eq!(Domain::parse("https://blåbærsyltetøy.no/").unwrap(), domain);
    }

    #[test]
    fn what_is_no_host_is_refused() {
        for bad in [
            "https://x.no/personvern",
            "ftp://x.no",
            "x.no:80",
            "localhost",
            "-x.no",
            "x..no",
            "x no",
            "x;y.no",
            "x{.no",
            "10.0.0.1",
            "",
            "x.no\n",
        ] {
            assert!(Domain::parse(bad).is_err(), "{bad:?}");
        }
    }
}

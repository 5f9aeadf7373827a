use std::fmt;

use super::Domain;
use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// An e-mail address; its host in small letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Email {
    local: String,
    host: Domain,
}

impl Email {
    /// The address as people read it.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}@{}", self.local, self.host.shown())
    }

    /// The address as a `mailto:` link holds it, the host in the form of the DNS.
    #[must_use]
    pub fn linked(&self) -> String {
        format!("{}@{}", self.local, self.host.ascii())
    }
}

impl TextValue for Email {
    const IS_SHOWN: bool = true;

    /// The local part may hold what RFC 5322 calls dot-atom text,
    /// less the signs that mean something in a `mailto:` link.
    fn parse(text: &str) -> Result<Self, Invalid> {
        let invalid = || Invalid::new(say::not_an_email(text), say::write_an_email());
        let (local, host) = text.split_once('@').ok_or_else(invalid)?;
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte);
        let plain =
            local.split('.').all(|part| !part.is_empty()) && local.bytes().all(letter) && local.len() <= 64;
        let host = Domain::parse(host).ok().filter(|_| plain).ok_or_else(invalid)?;
        Ok(Self { local: local.to_owned(), host })
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_at_sign_and_a_real_host() {
        for good in ["time@medoslo.no", "personvern+1@x.example", "Post@Klinikk.no"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "time@medoslo",
            "time medoslo.no",
            "a@b@c.no",
            "@x.no",
            "x@",
            "a..b@x.no",
            "a?cc=b@x.no",
            "a\r\nb@x.no",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
    }
}

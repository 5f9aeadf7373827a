use std::fmt;
use std::net::IpAddr;

use super::bind::Reach;
use crate::diagnostic::Message;
use crate::diagnostic::catalogue::serve as say;

/// A name under which others reach this machine: `klinikk-pc.local`, or that of a tunnel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostName(String);

impl HostName {
    /// The name, in small letters and as DNS holds it; it is no address, and has neither scheme nor port.
    ///
    /// # Errors
    /// Says how it is to be written.
    pub fn parse(text: &str) -> Result<Self, Message> {
        let is_part = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        let name = idna::domain_to_ascii(text).unwrap_or_default();
        let is_name = name.len() <= 253 && name.split('.').all(is_part) && name.parse::<IpAddr>().is_err();
        if is_name { Ok(Self(name)) } else { Err(say::no_host_name(text)) }
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The hosts that browsers may name.
#[derive(Debug, Clone)]
pub struct AllowedHosts {
    /// Which addresses of this machine.
    pub reach: Reach,
    /// Which names beside `localhost` and those of the brands below it.
    pub names: Vec<HostName>,
}

impl AllowedHosts {
    /// Whether somebody has allowed this name.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.names.iter().any(|allowed| allowed.0.eq_ignore_ascii_case(name))
    }

    /// Whether others than this machine can reach the preview: a tunnel brings them by a name.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.reach.is_public() || !self.names.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::HostName;

    #[test]
    fn names_of_machines_are_names_and_addresses_are_not() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(
                HostName::parse(text).ok().map(|name| name.to_string()).as_deref(),
                expected,
                "{text:?}"
            );
        };
        check("klinikk-pc.local", Some("klinikk-pc.local"));
        check("KLINIKK-PC", Some("klinikk-pc"));
        check("resepsjon_2.lan", Some("resepsjon_2.lan"));
        check("brå-hår.trycloudflare.com", Some("xn--br-hr-nrac.trycloudflare.com"));
        for text in [
            "",
            ".",
            "a..b",
            "a.local.",
            "http://a.local",
            "a.local:8000",
            "a/b",
            "*.local",
            "192.0.2.1",
            "[::1]",
            "a b",
            "a\r\nb",
        ] {
            check(text, None);
        }
    }
}

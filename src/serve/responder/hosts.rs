use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::Snapshot;
use crate::diagnostic::Message;
use crate::diagnostic::catalogue::serve as say;
use crate::serve::allowed_hosts::{AllowedHosts, HostName};

/// Whose host a request names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HostOwner<'h> {
    /// A brand's own: `<brand>.localhost`.
    Brand(&'h str),
    /// That of all brands: `localhost`, an address of this machine, or a name that somebody has allowed.
    All,
}

/// Whose host this is. Returns None if it is not one of the preview's.
///
/// A page elsewhere can have its own name lead to this machine (DNS rebinding), but not change the name.
/// The port is not compared: behind a tunnel it is another.
pub(super) fn owner_of<'s>(host: &str, hosts: &AllowedHosts, site: &'s Snapshot) -> Option<HostOwner<'s>> {
    let name = without_port(host)?;
    if name.eq_ignore_ascii_case("localhost") || hosts.has_name(name) {
        return Some(HostOwner::All);
    }
    let v6 = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let address = match v6 {
        Some(v6) => v6.parse::<Ipv6Addr>().ok().map(IpAddr::from),
        None => name.parse::<Ipv4Addr>().ok().map(IpAddr::from),
    };
    if let Some(address) = address {
        return hosts.reach.includes(address).then_some(HostOwner::All);
    }
    let (brand, end) = name.split_once('.')?;
    let brand = site.brand(&brand.to_ascii_lowercase())?;
    end.eq_ignore_ascii_case("localhost").then_some(HostOwner::Brand(brand))
}

/// What is answered to a host that is not one of the preview's: how to allow it, if it is a name.
pub(super) fn refusal(host: &str) -> Message {
    match without_port(host).map(HostName::parse) {
        Some(Ok(name)) => say::host_is_not_allowed(&name.to_string()),
        _ => say::not_our_host(),
    }
}

fn without_port(host: &str) -> Option<&str> {
    let end_of_name = host.rfind(']').map_or(0, |at| at + 1);
    let Some(colon) = host[end_of_name..].find(':') else { return Some(host) };
    let (name, port) = (&host[..end_of_name + colon], &host[end_of_name + colon + 1..]);
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    is_port.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{HostOwner, owner_of, refusal};
    use crate::diagnostic::MessageLanguage;
    use crate::serve::Snapshot;
    use crate::serve::allowed_hosts::{AllowedHosts, HostName};
    use crate::serve::bind::Reach;

    fn check_with(names: &[&str], host: &str, expected: Option<HostOwner<'_>>) {
        let site = Snapshot::of_brands(["nordlys", "fjord-hud"]);
        let names = names.iter().map(|name| HostName::parse(name).unwrap()).collect();
        let hosts = AllowedHosts { reach: Reach::Loopback, names };
        assert_eq!(owner_of(host, &hosts, &site), expected, "{host:?}");
    }

    fn check(host: &str, expected: Option<HostOwner<'_>>) {
        check_with(&[], host, expected);
    }

    #[test]
    fn names_that_are_allowed_are_ours_and_none_beside_them() {
        let names = ["klinikk-pc.local", "a1b2.tunnel.example"];
        for host in ["klinikk-pc.local:8000", "Klinikk-PC.local", "a1b2.tunnel.example"] {
            check_with(&names, host, Some(HostOwner::All));
        }
        for host in [
            "local",
            "x.klinikk-pc.local",
            "klinikk-pc.local.evil.example",
            "tunnel.example",
            "klinikk-pc.local:x",
        ] {
            check_with(&names, host, None);
        }
    }

    #[test]
    fn a_name_is_told_how_it_is_allowed() {
        let said = |host: &str| refusal(host).in_language(MessageLanguage::English).to_owned();
        assert!(said("Klinikk-PC.local:8000").contains("`--allow-host klinikk-pc.local`"));
        for host in ["", "192.0.2.1", "[::1]x", "a@b", "<b>.example", "a\u{1b}.example"] {
            assert!(!said(host).contains("--allow-host"), "{host}");
        }
    }

    #[test]
    fn hosts_of_this_machine_are_ours() {
        check("localhost:8000", Some(HostOwner::All));
        check("LocalHost", Some(HostOwner::All));
        check("127.0.0.1:8000", Some(HostOwner::All));
        check("[::1]:8000", Some(HostOwner::All));
        check("[::1]", Some(HostOwner::All));
        check("nordlys.localhost:8000", Some(HostOwner::Brand("nordlys")));
        check("Fjord-Hud.localhost:1", Some(HostOwner::Brand("fjord-hud")));
    }

    #[test]
    fn all_others_are_not() {
        for host in [
            "",
            "evil.example",
            "nordlys.evil.example",
            "nordlys.localhost.evil.example",
            "elsewhere.localhost",
            "a.nordlys.localhost",
            "nordlys",
            "nordlys.localhost:",
            "nordlys.localhost:x",
            "nordlys.localhost:99999",
            "localhost.",
            "localhost:80:80",
            "localhost@evil.example",
            "evil.example@localhost",
            "localhost, localhost",
            "192.0.2.1",
            "0.0.0.0",
            "127.1",
            "2130706433",
            "[::ffff:192.0.2.1]",
            "::1",
            "[::1",
            "::1]",
            "[::1]x",
        ] {
            check(host, None);
        }
    }
}

//! The public sockets.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

use mio::net::TcpListener;

/// Who can reach the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// This machine alone.
    Loopback,
    /// Whoever can reach this address.
    Address(IpAddr),
}

impl Reach {
    /// The address to listen at, and others that would be good.
    fn addresses(self) -> (IpAddr, Vec<IpAddr>) {
        match self {
            // Browsers try both for `localhost`, in either order.
            Self::Loopback => (Ipv4Addr::LOCALHOST.into(), vec![Ipv6Addr::LOCALHOST.into()]),
            Self::Address(address) => (address, Vec::new()),
        }
    }

    /// Whether browsers may name this address as their host.
    pub(super) fn includes(self, address: IpAddr) -> bool {
        match self {
            Self::Loopback => address.is_loopback(),
            Self::Address(own) => own == address || own.is_unspecified() || address.is_loopback(),
        }
    }

    /// An address at which it is reached: if it listens at all of the machine's,
    /// the one that leads to others.
    #[must_use]
    pub fn at(self) -> IpAddr {
        let (address, _) = self.addresses();
        if !address.is_unspecified() {
            return address;
        }
        // Nothing is sent: the system only says from where it would send to an address elsewhere (RFC 5737,
        // RFC 3849).
        let elsewhere: IpAddr = match address {
            IpAddr::V4(_) => Ipv4Addr::new(192, 0, 2, 1).into(),
            IpAddr::V6(_) => Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1).into(),
        };
        let own = UdpSocket::bind(SocketAddr::new(address, 0)).and_then(|socket| {
            socket.connect(SocketAddr::new(elsewhere, 9))?;
            Ok(socket.local_addr()?.ip())
        });
        own.unwrap_or_else(|_| {
            if address.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() }
        })
    }

    /// Whether others than this machine can reach the preview.
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, Self::Address(address) if !address.is_loopback())
    }
}

/// How many ports are tried, from the one that is wanted on.
const TRIES: u16 = 100;

/// Opens the sockets on `port`, or the next one that is free on all addresses; gives the port that it became.
///
/// The port 0 is any that is free.
pub(super) fn bind(reach: Reach, port: u16) -> io::Result<(Vec<TcpListener>, u16)> {
    let mut taken = io::Error::from(ErrorKind::AddrInUse);
    for step in 0..TRIES {
        let wanted = if port == 0 { Some(0) } else { port.checked_add(step) };
        let Some(wanted) = wanted else { break };
        match bind_all(reach, wanted) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => taken = error,
            bound => return bound,
        }
    }
    Err(taken)
}

fn bind_all(reach: Reach, port: u16) -> io::Result<(Vec<TcpListener>, u16)> {
    let (first, others) = reach.addresses();
    let listener = TcpListener::bind(SocketAddr::new(first, port))?;
    let port = listener.local_addr()?.port();
    let mut listeners = vec![listener];
    for address in others {
        match TcpListener::bind(SocketAddr::new(address, port)) {
            Ok(listener) => listeners.push(listener),
            // Somebody else's pages at `localhost` would be worse than another port.
            Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
            // A machine without IPv6 does without.
            Err(_) => {}
        }
    }
    Ok((listeners, port))
}

#[cfg(test)]
mod tests {
    use super::{Reach, bind};

    #[test]
    fn a_busy_port_is_the_next_free_one() {
        let (held, port) = bind(Reach::Loopback, 0).unwrap();
        let (_next, other) = bind(Reach::Loopback, port).unwrap();
        assert!(other > port, "{other} after {port}");
        for listener in held {
            assert!(listener.local_addr().unwrap().ip().is_loopback());
        }
    }

    #[test]
    fn an_address_that_is_shown_leads_somewhere() {
        let at = |address: &str| Reach::Address(address.parse().unwrap()).at();
        assert_eq!(at("192.0.2.7").to_string(), "192.0.2.7");
        for all in ["0.0.0.0", "::"] {
            assert!(!at(all).is_unspecified(), "{all}");
        }
    }

    #[test]
    fn an_address_of_the_network_is_reached_under_its_name_and_loopback_ones() {
        let check = |reach: Reach, address: &str, expected: bool| {
            assert_eq!(reach.includes(address.parse().unwrap()), expected, "{reach:?} {address}");
        };
        let own = Reach::Address("192.0.2.1".parse().unwrap());
        check(Reach::Loopback, "127.0.0.2", true);
        check(Reach::Loopback, "::1", true);
        check(Reach::Loopback, "192.0.2.1", false);
        check(own, "192.0.2.1", true);
        check(own, "127.0.0.1", true);
        check(own, "192.0.2.2", false);
        check(Reach::Address("0.0.0.0".parse().unwrap()), "192.0.2.2", true);
    }
}

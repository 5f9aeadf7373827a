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
    first_free(port, |port| bind_all(reach, port))
}

fn first_free<T>(port: u16, mut bind: impl FnMut(u16) -> io::Result<T>) -> io::Result<T> {
    let mut taken = io::Error::from(ErrorKind::AddrInUse);
    for step in 0..TRIES {
        let wanted = if port == 0 { Some(0) } else { port.checked_add(step) };
        let Some(wanted) = wanted else { break };
        match bind(wanted) {
            Err(error) if is_taken(&error, wanted) => taken = error,
            bound => return bound,
        }
    }
    Err(taken)
}

/// Whether the next port may be free although this one is not.
///
/// Windows keeps ranges of ports for its virtual machines, and says that they may not be used. Elsewhere that
/// is said of the first thousand, where the next one is no better.
fn is_taken(error: &io::Error, port: u16) -> bool {
    error.kind() == ErrorKind::AddrInUse || error.kind() == ErrorKind::PermissionDenied && port >= 1024
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
            Err(error) if is_taken(&error, port) => return Err(error),
            // A machine without IPv6 does without.
            Err(_) => {}
        }
    }
    Ok((listeners, port))
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::{Reach, TRIES, bind, first_free};

    #[test]
    fn a_port_that_the_system_keeps_for_itself_is_passed_over() {
        let check = |port: u16, kept: u16, expected: Result<u16, ErrorKind>| {
            let bind =
                |port| if port < kept { Err(Error::from(ErrorKind::PermissionDenied)) } else { Ok(port) };
            assert_eq!(first_free(port, bind).map_err(|error| error.kind()), expected, "{port} {kept}");
        };
        check(8000, 8000, Ok(8000));
        check(8000, 8080, Ok(8080));
        check(8000, 8000 + TRIES, Err(ErrorKind::PermissionDenied));
        check(80, 1024, Err(ErrorKind::PermissionDenied));
        check(65535, 65535, Ok(65535));
    }

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

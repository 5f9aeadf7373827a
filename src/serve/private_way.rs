//! The way from the guard to the server behind it, which nobody else can take.
//!
//! On Unix it is a socket with mode 0600 in a new folder with mode 0700. Windows has no such sockets in the standard
//! library: there it is a loopback port that the system chooses. On both, every request carries a secret of 128 bits
//! that is made at the start and never leaves the process, and without it nothing is answered.

use std::io;

/// The header that holds the secret; the guard writes requests anew, so no client can send it.
pub(super) const SECRET: &str = "X-Felles-Secret";

#[cfg(unix)]
pub(super) type Line = std::os::unix::net::UnixStream;
#[cfg(not(unix))]
pub(super) type Line = std::net::TcpStream;

#[cfg(unix)]
type InnerListener = std::os::unix::net::UnixListener;
#[cfg(not(unix))]
type InnerListener = std::net::TcpListener;

/// The address of the inner server, and the secret; on Unix, dropping it takes the socket away.
#[derive(Debug)]
pub(super) struct PrivateWay {
    secret: String,
    #[cfg(unix)]
    folder: tempfile::TempDir,
    #[cfg(not(unix))]
    address: std::net::SocketAddr,
}

/// The name of the socket in its folder.
#[cfg(unix)]
const SOCKET: &str = "s";

impl PrivateWay {
    /// Opens a new way, and the end of it at which to listen.
    #[cfg(unix)]
    pub(super) fn open() -> io::Result<(Self, InnerListener)> {
        use std::fs::Permissions;
        use std::os::unix::fs::PermissionsExt;
        let mode = Permissions::from_mode;
        let folder = tempfile::Builder::new().prefix("felles-").permissions(mode(0o700)).tempdir()?;
        let socket = folder.path().join(SOCKET);
        let listener = InnerListener::bind(&socket)?;
        std::fs::set_permissions(&socket, mode(0o600))?;
        Ok((Self { secret: new_secret()?, folder }, listener))
    }

    /// Opens a new way, and the end of it at which to listen.
    #[cfg(not(unix))]
    pub(super) fn open() -> io::Result<(Self, InnerListener)> {
        let listener = InnerListener::bind((std::net::Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        Ok((Self { secret: new_secret()?, address }, listener))
    }

    /// A new line to the inner server.
    pub(super) fn connect(&self) -> io::Result<Line> {
        #[cfg(unix)]
        return Line::connect(self.folder.path().join(SOCKET));
        #[cfg(not(unix))]
        return Line::connect(self.address);
    }

    /// What every request must carry.
    pub(super) fn secret(&self) -> &str {
        &self.secret
    }
}

fn new_secret() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(format!("{:032x}", u128::from_le_bytes(bytes)))
}

#[cfg(all(test, unix))]
#[expect(clippy::disallowed_methods, reason = "looks at the socket's mode")]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::{PrivateWay, SOCKET};

    #[test]
    fn the_socket_is_its_owners_and_goes_with_the_way() {
        let (way, listener) = PrivateWay::open().unwrap();
        let folder = way.folder.path().to_owned();
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join(SOCKET))), (0o700, 0o600));
        assert_eq!(way.secret().len(), 32);
        drop((way, listener));
        assert!(!folder.exists());
    }
}

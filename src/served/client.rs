//! Asks servers: the only place of felles that opens a connection to another machine.

use std::net::{SocketAddr, ToSocketAddrs};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use ureq::http::Uri;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, config::Config};

/// A server that takes longer is one that does not answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// No page or picture that felles publishes is longer.
const LONGEST_BODY: u64 = 64 * 1024 * 1024;

/// Whom to ask, and whose certificates to believe.
#[derive(Debug, Clone, Default)]
pub struct ClientOptions {
    /// Other places to ask in the place of what names lead to.
    pub connect_to: Vec<ConnectTo>,
    /// Certificates in PEM, in the place of those that browsers believe.
    pub authorities: Option<Vec<u8>>,
}

/// Where to connect to for a port, whatever the host: `443:127.0.0.1:8443`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectTo {
    port: u16,
    address: SocketAddr,
}

impl FromStr for ConnectTo {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split_once(':');
        let parsed = parts.and_then(|(port, address)| {
            Some(Self { port: port.parse().ok()?, address: address.parse().ok()? })
        });
        parsed.ok_or("write it as PORT:ADDRESS:PORT, for example 443:127.0.0.1:8443")
    }
}

/// Asks for addresses, one at a time.
pub struct Client {
    agent: Agent,
    pub(super) roots: Arc<RootCertStore>,
    connect_to: Vec<ConnectTo>,
}

/// What came back.
#[derive(Debug)]
pub(super) struct Received {
    pub status: u16,
    headers: ureq::http::HeaderMap,
    pub body: Vec<u8>,
}

impl Received {
    /// All values of a header.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let values = self.headers.get_all(name).iter();
        values.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).collect()
    }
}

impl Client {
    /// A client that follows no redirect and believes no certificate without its authority.
    ///
    /// # Errors
    /// If the authorities are not certificates in PEM.
    pub fn new(options: ClientOptions) -> anyhow::Result<Self> {
        let ClientOptions { connect_to, authorities } = options;
        let mut roots = RootCertStore::empty();
        let mut tls = TlsConfig::builder();
        if let Some(pem) = authorities {
            let mut certificates: Vec<Certificate<'static>> = Vec::new();
            for item in parse_pem(&pem) {
                if let PemItem::Certificate(certificate) = item? {
                    roots.add(CertificateDer::from(certificate.der().to_vec()))?;
                    certificates.push(certificate);
                }
            }
            anyhow::ensure!(!certificates.is_empty(), "no certificate in PEM");
            tls = tls.root_certs(RootCerts::new_with_certs(&certificates));
        } else {
            roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
            tls = tls.root_certs(RootCerts::WebPki);
        }
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(PATIENCE))
            .accept_encoding("identity")
            .user_agent(concat!("felles/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls.build());
        if !connect_to.is_empty() {
            config = config.proxy(None);
        }
        let resolver = NamesInstead { connect_to: connect_to.clone(), names: DefaultResolver::default() };
        let agent = Agent::with_parts(config.build(), DefaultConnector::default(), resolver);
        Ok(Self { agent, roots: Arc::new(roots), connect_to })
    }

    pub(super) fn get(&self, address: &str) -> Result<Received, ureq::Error> {
        let response = self.agent.get(address).call()?;
        let (head, mut body) = response.into_parts();
        let body = body.with_config().limit(LONGEST_BODY).read_to_vec()?;
        Ok(Received { status: head.status.as_u16(), headers: head.headers, body })
    }

    /// Where the server of a host is, for connections over TLS.
    pub(super) fn encrypted(&self, host: &str) -> std::io::Result<SocketAddr> {
        if let Some(instead) = instead_of(443, &self.connect_to) {
            return Ok(instead);
        }
        let mut found = (host, 443).to_socket_addrs()?;
        found.next().ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound))
    }
}

fn instead_of(port: u16, connect_to: &[ConnectTo]) -> Option<SocketAddr> {
    connect_to.iter().find(|instead| instead.port == port).map(|instead| instead.address)
}

/// Looks names up, unless another place is to be asked.
#[derive(Debug)]
struct NamesInstead {
    connect_to: Vec<ConnectTo>,
    names: DefaultResolver,
}

impl Resolver for NamesInstead {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let usual = if uri.scheme_str() == Some("https") { 443 } else { 80 };
        match instead_of(uri.port_u16().unwrap_or(usual), &self.connect_to) {
            Some(address) => {
                let mut found = self.empty();
                found.push(address);
                Ok(found)
            }
            None => self.names.resolve(uri, config, timeout),
        }
    }
}

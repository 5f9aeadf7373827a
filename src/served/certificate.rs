//! For how long a server's certificate is good.

use std::net::TcpStream;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::ring::default_provider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme};

use super::client::Client;

/// Beyond this, nobody need be told.
const MOST_DAYS: usize = 400;

/// In seconds.
const DAY: u64 = 24 * 60 * 60;

const CONNECTING: Duration = Duration::from_secs(10);

/// The number of whole days, at most 400, for which the certificate of `host` will be as good as it is now.
pub(super) fn days_left(client: &Client, host: &str) -> anyhow::Result<usize> {
    let provider = Arc::new(default_provider());
    let roots = Arc::clone(&client.roots);
    let today = WebPkiServerVerifier::builder_with_provider(roots, Arc::clone(&provider)).build()?;
    let verifier = Arc::new(DaysLeft { today, days: OnceLock::new() });
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(&verifier) as Arc<dyn ServerCertVerifier>)
        .with_no_client_auth();
    let mut socket = TcpStream::connect_timeout(&client.encrypted(host)?, CONNECTING)?;
    socket.set_read_timeout(Some(CONNECTING))?;
    let mut connection = ClientConnection::new(Arc::new(config), ServerName::try_from(host.to_owned())?)?;
    while connection.is_handshaking() {
        connection.complete_io(&mut socket)?;
    }
    Ok(verifier.days.get().copied().unwrap_or_default())
}

/// Refuses what the usual verifier refuses, and asks it of later days too.
#[derive(Debug)]
struct DaysLeft {
    today: Arc<WebPkiServerVerifier>,
    days: OnceLock<usize>,
}

impl ServerCertVerifier for DaysLeft {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let on = |days: usize| {
            let day = UnixTime::since_unix_epoch(Duration::from_secs(now.as_secs() + days as u64 * DAY));
            self.today.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, day)
        };
        let verified = on(0)?;
        let (mut good, mut bad) = (0, MOST_DAYS + 1);
        while bad - good > 1 {
            let middle = usize::midpoint(good, bad);
            if on(middle).is_ok() { good = middle } else { bad = middle }
        }
        self.days.get_or_init(|| good);
        Ok(verified)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.today.verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.today.verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.today.supported_verify_schemes()
    }
}

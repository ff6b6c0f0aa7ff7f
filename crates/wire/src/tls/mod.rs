//! TLS on the port that also speaks plain HTTP: the certificate, and the handshake with ALPN.
//! Does not: verify clients, or renew a certificate (restart with the new one).

mod self_signed;

use std::io;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use levada_env::Env;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

pub use self_signed::CERTIFICATE_FILE;

/// The first byte of a TLS connection: a record that holds a handshake. No HTTP begins so.
const HANDSHAKE_RECORD: u8 = 0x16;

/// Where the certificate comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TlsSource {
    /// PEM files: the certificate with its chain, and its key.
    Files { certificate: PathBuf, key: PathBuf },
    /// Made once for `names` (host names and addresses) and kept in `dir`.
    SelfSigned { dir: PathBuf, names: Vec<String> },
}

#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    #[error("cannot read or write {path}: {reason}")]
    File { path: String, reason: io::Error },
    #[error("{path} holds no {wanted} in PEM form: {reason}")]
    Pem { path: String, wanted: &'static str, reason: String },
    #[error("the certificate in {path} cannot be used: {reason}")]
    Unusable { path: String, reason: String },
    #[error("cannot make a certificate for {names}: {reason}; check the names")]
    Make { names: String, reason: String },
}

/// A certificate ready to serve. Cheap to clone.
#[derive(Clone)]
pub struct Tls(TlsAcceptor);

impl Tls {
    /// # Errors
    /// A file is missing or holds something else, or certificate and key do not fit.
    pub fn open(source: &TlsSource, env: &Env) -> Result<Self, TlsError> {
        match source {
            TlsSource::Files { certificate, key } => {
                Self::of(certificate, &read(certificate)?, key, &read(key)?)
            }
            TlsSource::SelfSigned { dir, names } => {
                let (path, pem) = self_signed::load_or_make(dir, names, env)?;
                Self::of(&path, &pem, &path, &pem)
            }
        }
    }

    fn of(chain_path: &Path, chain: &[u8], key_path: &Path, key: &[u8]) -> Result<Self, TlsError> {
        let path = chain_path.display().to_string();
        let no_pem = |path: &Path, wanted, reason| {
            let path = path.display().to_string();
            TlsError::Pem { path, wanted, reason }
        };
        let certificates: Vec<_> = CertificateDer::pem_slice_iter(chain)
            .collect::<Result<_, _>>()
            .map_err(|error| no_pem(chain_path, "certificate", error.to_string()))?;
        let key = PrivateKeyDer::from_pem_slice(key)
            .map_err(|error| no_pem(key_path, "private key", error.to_string()))?;
        let unusable = |error: rustls::Error| {
            let reason = error.to_string();
            TlsError::Unusable { path: path.clone(), reason }
        };
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(unusable)?
            .with_no_client_auth()
            .with_single_cert(certificates, key)
            .map_err(unusable)?;
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }

    /// Whether the client on `stream` begins with a handshake. Waits for its first byte, and
    /// takes nothing.
    pub(crate) async fn begins_on(stream: &TcpStream) -> io::Result<bool> {
        let mut first = [0];
        let length = stream.peek(&mut first).await?;
        Ok(length == 1 && first == [HANDSHAKE_RECORD])
    }

    pub(crate) async fn accept(&self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        self.0.accept(stream).await
    }
}

fn read(path: &Path) -> Result<Vec<u8>, TlsError> {
    let error = |reason| TlsError::File { path: path.display().to_string(), reason };
    std::fs::read(path).map_err(error)
}

/// Every name under which this machine's clients are likely to call, for a self-signed
/// certificate.
pub fn local_names(listen: IpAddr) -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    let listen = (!listen.is_unspecified()).then(|| listen.to_string());
    names.extend(listen.filter(|name| !["127.0.0.1", "::1"].contains(&name.as_str())));
    names
}

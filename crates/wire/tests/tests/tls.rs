//! TLS and plain HTTP on one port.
//! Does not: test other people's certificates.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::rt::TokioIo;
use levada_env::Env;
use levada_wire::tls::{CERTIFICATE_FILE, Tls, TlsSource, local_names};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::toy::{Server, answer, begin_http2_on, begin_on, get, json};

const PUT: &str = r#"{"StreamName":"s","PartitionKey":"k","Data":"aGk="}"#;

async fn open(dir: &Path) -> Server {
    let env = Env::real();
    let names = local_names("127.0.0.1".parse().unwrap());
    let tls = Tls::open(&TlsSource::SelfSigned { dir: dir.to_owned(), names }, &env).unwrap();
    Server::start_with_tls(BTreeMap::new(), env, Some(tls)).await
}

/// A client that trusts the certificate in `dir` and nothing else.
async fn connect(
    server: &Server,
    dir: &Path,
    name: &str,
    protocol: &str,
) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    let path = dir.join(CERTIFICATE_FILE);
    roots.add(CertificateDer::from_pem_file(path).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![protocol.as_bytes().to_vec()];
    let stream = server.connect().await.into_inner();
    let name = ServerName::try_from(name.to_owned()).unwrap();
    TlsConnector::from(Arc::new(config)).connect(name, stream).await
}

#[tokio::test]
async fn a_client_that_trusts_the_certificate_speaks_either_version_of_http() {
    let dir = tempfile::tempdir().unwrap();
    let server = open(dir.path()).await;
    for name in ["localhost", "127.0.0.1"] {
        for protocol in ["http/1.1", "h2"] {
            let stream = connect(&server, dir.path(), name, protocol).await.unwrap();
            assert_eq!(stream.get_ref().1.alpn_protocol(), Some(protocol.as_bytes()));
            let request = json("Kinesis_20131202.PutRecord", PUT);
            let response = match protocol {
                "h2" => begin_http2_on(TokioIo::new(stream), request).await,
                _ => begin_on(TokioIo::new(stream), request).await,
            };
            assert_eq!(answer(response).await.json()["SequenceNumber"], "6869");
        }
    }
}

#[tokio::test]
async fn the_same_port_still_speaks_plain_http() {
    let dir = tempfile::tempdir().unwrap();
    let server = open(dir.path()).await;
    let put = || json("Kinesis_20131202.PutRecord", PUT);
    assert_eq!(server.send(put()).await.status, 200);
    assert_eq!(server.send_http2(put()).await.status, 200);
}

#[tokio::test]
async fn a_name_the_certificate_does_not_have_is_not_trusted() {
    let dir = tempfile::tempdir().unwrap();
    let server = open(dir.path()).await;
    assert!(connect(&server, dir.path(), "elsewhere", "h2").await.is_err());
}

#[tokio::test]
async fn half_a_handshake_holds_nobody_else_and_not_the_shutdown() {
    let dir = tempfile::tempdir().unwrap();
    let server = open(dir.path()).await;
    let silent = server.connect().await;
    let mut broken = server.connect().await.into_inner();
    broken.write_all(b"\x16 is no handshake").await.unwrap();
    let mut rest = Vec::new();
    let _ = broken.read_to_end(&mut rest).await;
    assert_eq!(server.send(get("/")).await.status, 200);
    server.shutdown.begin();
    let ended = tokio::time::timeout(Duration::from_secs(5), server.served).await;
    ended.expect("a silent client must not hold the server").unwrap();
    drop(silent);
}

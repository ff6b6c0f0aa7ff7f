//! Signing of requests, Signature Version 4.
//! Does not: verify (see `wire`), or sign query strings.

use chrono::DateTime;
use hmac::{Hmac, Mac};
use levada_types::Timestamp;
use sha2::{Digest, Sha256};

use crate::Endpoint;

pub(crate) struct Unsigned<'a> {
    pub service: &'a str,
    pub method: &'a str,
    /// Already percent-encoded.
    pub path: &'a str,
    /// Already percent-encoded, sorted by name, without the question mark.
    pub query: &'a str,
    pub body: &'a [u8],
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// The headers to add: date, content hash, token, authorization.
pub(crate) fn sign(
    endpoint: &Endpoint,
    request: &Unsigned<'_>,
    now: Timestamp,
) -> Vec<(&'static str, String)> {
    let now = DateTime::from_timestamp_millis(now.as_millis()).unwrap_or_default();
    let stamp = now.format("%Y%m%dT%H%M%SZ").to_string();
    let date = &stamp[..8];
    let content_hash = hex::encode(Sha256::digest(request.body));
    let scope = format!("{date}/{}/{}/aws4_request", endpoint.region, request.service);
    let signed_names = "host;x-amz-content-sha256;x-amz-date";
    let canonical = format!(
        "{}\n{}\n{}\nhost:{}\nx-amz-content-sha256:{content_hash}\nx-amz-date:{stamp}\n\n{signed_names}\n{content_hash}",
        request.method,
        request.path,
        request.query,
        endpoint.authority(),
    );
    let to_sign = format!(
        "AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{}",
        hex::encode(Sha256::digest(canonical.as_bytes()))
    );
    let credentials = &endpoint.credentials;
    let mut key = hmac(format!("AWS4{}", credentials.secret_key).as_bytes(), date);
    for part in [&endpoint.region, request.service, "aws4_request"] {
        key = hmac(&key, part);
    }
    let signature = hex::encode(hmac(&key, &to_sign));
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={signed_names}, Signature={signature}",
        credentials.access_key
    );
    let mut headers = vec![
        ("x-amz-date", stamp),
        ("x-amz-content-sha256", content_hash),
        ("authorization", authorization),
    ];
    headers.extend(credentials.session_token.clone().map(|t| ("x-amz-security-token", t)));
    headers
}

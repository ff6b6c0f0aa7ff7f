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
    /// With names in lower case; those that begin with `x-amz-` are signed, as AWS asks for.
    pub headers: &'a [(&'a str, String)],
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
    let authority = endpoint.authority();
    let own = request.headers.iter().filter(|(name, _)| name.starts_with("x-amz-"));
    let mut signed: Vec<(&str, &str)> = own.map(|(name, value)| (*name, value.as_str())).collect();
    signed.extend([
        ("host", authority),
        ("x-amz-content-sha256", &*content_hash),
        ("x-amz-date", &*stamp),
    ]);
    let token = endpoint.credentials.session_token.as_deref();
    signed.extend(token.map(|token| ("x-amz-security-token", token)));
    signed.sort_unstable();
    let signed_names = signed.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(";");
    let lines: String = signed.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
    let canonical = format!(
        "{}\n{}\n{}\n{lines}\n{signed_names}\n{content_hash}",
        request.method, request.path, request.query,
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

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use levada_wire::Authorizer;
    use levada_wire::sigv4::{Signed, verify};

    use super::*;
    use crate::Credentials;

    struct OneKey;

    impl Authorizer for OneKey {
        fn secret(&self, access_key: &str) -> Option<String> {
            (access_key == "id").then(|| "secret".to_owned())
        }

        fn signatures_required(&self) -> bool {
            true
        }
    }

    #[test]
    fn a_signed_call_is_let_in_with_every_header_that_has_to_be_signed() {
        let credentials = Credentials {
            access_key: "id".into(),
            secret_key: "secret".into(),
            session_token: Some("token".into()),
        };
        let endpoint = Endpoint::new("http://localhost:4566", "us-east-1", credentials);
        let target = ("x-amz-target", "Kinesis_20131202.ListStreams".to_owned());
        let own = vec![("content-type", "application/x-amz-json-1.1".to_owned()), target];
        let body = Bytes::from_static(b"{}");
        let now = Timestamp(1_541_066_400_000);
        let unsigned = Unsigned {
            service: "kinesis",
            method: "POST",
            path: "/",
            query: "",
            headers: &own,
            body: &body,
        };
        let mut request = http::Request::post("/").header("host", "localhost:4566");
        for (name, value) in own.iter().cloned().chain(sign(&endpoint, &unsigned, now)) {
            request = request.header(name, value);
        }
        let request = request.body(body).unwrap();
        let signed = Signed {
            method: request.method(),
            uri: request.uri(),
            headers: request.headers(),
            body: request.body(),
        };
        assert_eq!(verify(signed, &OneKey, now), Ok("id".to_owned()));
    }
}

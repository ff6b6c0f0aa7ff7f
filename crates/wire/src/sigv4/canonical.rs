//! The canonical form of a request: the text of which a signature is made.
//! Does not: judge anything.

use http::{HeaderMap, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Presented, Signed};

/// Unreserved characters stay as they are.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub fn request(request: Signed<'_>, presented: &Presented, body_hash: &str) -> String {
    let mut text = format!(
        "{}\n{}\n{}\n",
        request.method,
        path(request.uri.path(), presented.scope.service == "s3"),
        query(request.uri.query().unwrap_or(""))
    );
    for name in &presented.signed_headers {
        text.push_str(name);
        text.push(':');
        text.push_str(&header(name, request.uri, request.headers));
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&presented.signed_headers.join(";"));
    text.push('\n');
    text.push_str(body_hash);
    text
}

/// Every service but S3 encodes what is already encoded once more.
fn path(path: &str, single: bool) -> String {
    match path {
        "" => "/".to_owned(),
        path if single => path.to_owned(),
        path => {
            let segments =
                path.split('/').map(|part| utf8_percent_encode(part, ENCODED).to_string());
            segments.collect::<Vec<_>>().join("/")
        }
    }
}

fn query(query: &str) -> String {
    let encoded = |text: &str| {
        let bytes: Vec<u8> = percent_decode_str(text).collect();
        percent_encoding::percent_encode(&bytes, ENCODED).to_string()
    };
    let mut pairs: Vec<(String, String)> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (encoded(name), encoded(value)))
        .filter(|(name, _)| name != "X-Amz-Signature")
        .collect();
    pairs.sort();
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}

/// The value as it is signed. HTTP/2 clients send the host as `:authority` only, and some sign
/// it under that name.
fn header(name: &str, uri: &Uri, headers: &HeaderMap) -> String {
    let host = || headers.get(http::header::HOST).map(|host| bytes_text(host.as_bytes()));
    let authority = || uri.authority().map(ToString::to_string);
    match name {
        ":authority" => authority().or_else(host).unwrap_or_default(),
        "host" => host().or_else(authority).unwrap_or_default(),
        name => {
            let values = headers.get_all(name).iter().map(|value| bytes_text(value.as_bytes()));
            values.collect::<Vec<_>>().join(",")
        }
    }
}

/// Trimmed, with runs of spaces as one.
fn bytes_text(value: &[u8]) -> String {
    let text = String::from_utf8_lossy(value);
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

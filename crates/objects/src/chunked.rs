//! Takes the `aws-chunked` framing off a body whose signature nobody checks.
//! Does not: verify chunk signatures; with configured keys `s3s` does that itself.

use bytes::{Buf, Bytes, BytesMut};
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderName, HeaderValue};
use http::{HeaderMap, Request};
use http_body_util::{BodyExt, Limited};
use s3s::Body;

use crate::limits::{OBJECT_BYTES_MAX, TRAILER_BYTES_MAX};

const CONTENT_SHA256: &str = "x-amz-content-sha256";

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the body could not be read, or is longer than {OBJECT_BYTES_MAX} bytes")]
    Body,
    #[error("malformed aws-chunked body: {0}")]
    Malformed(&'static str),
}

/// Gives the plain body with the trailing checksums as headers; other requests pass unchanged.
pub async fn unwrap(request: Request<Body>) -> Result<Request<Body>, Refused> {
    let (mut parts, body) = request.into_parts();
    let declared = parts.headers.remove(CONTENT_SHA256);
    let streaming = declared.is_some_and(|value| value.as_bytes().starts_with(b"STREAMING-"));
    if !streaming {
        return Ok(Request::from_parts(parts, body));
    }
    // A chunk's framing is at most about a hundred bytes for at least 8 KiB of content.
    let limit = OBJECT_BYTES_MAX + OBJECT_BYTES_MAX / 16 + TRAILER_BYTES_MAX;
    let framed = Limited::new(body, limit).collect().await.map_err(|_| Refused::Body)?.to_bytes();
    let (content, trailers) = decode(framed)?;
    let headers = &mut parts.headers;
    headers.extend(trailers);
    headers.remove("x-amz-decoded-content-length");
    headers.remove("x-amz-trailer");
    headers.remove(http::header::TRANSFER_ENCODING);
    headers.insert(CONTENT_LENGTH, HeaderValue::from(content.len()));
    strip_encoding(headers);
    Ok(Request::from_parts(parts, Body::from(content)))
}

fn strip_encoding(headers: &mut HeaderMap) {
    let given = headers.remove(CONTENT_ENCODING);
    let Some(text) = given.as_ref().and_then(|value| value.to_str().ok()) else { return };
    let rest: Vec<&str> =
        text.split(',').map(str::trim).filter(|coding| *coding != "aws-chunked").collect();
    if let Ok(value) = HeaderValue::from_str(&rest.join(","))
        && !rest.is_empty()
    {
        headers.insert(CONTENT_ENCODING, value);
    }
}

/// `<hex size>[;chunk-signature=…]\r\n<content>\r\n … 0[;…]\r\n<trailers>\r\n`.
fn decode(mut framed: Bytes) -> Result<(Bytes, HeaderMap), Refused> {
    let mut content = BytesMut::with_capacity(framed.len());
    loop {
        let head = line(&mut framed)?;
        let size = head.split(|b| *b == b';').next().unwrap_or_default();
        let size = std::str::from_utf8(size)
            .ok()
            .and_then(|text| usize::from_str_radix(text, 16).ok())
            .ok_or(Refused::Malformed("a chunk's size is not a hexadecimal number"))?;
        if size == 0 {
            return Ok((content.freeze(), trailers(framed)?));
        }
        if framed.len() < size {
            return Err(Refused::Malformed("a chunk is shorter than its size"));
        }
        content.extend_from_slice(&framed.split_to(size));
        if !line(&mut framed)?.is_empty() {
            return Err(Refused::Malformed("a chunk is longer than its size"));
        }
    }
}

fn line(rest: &mut Bytes) -> Result<Bytes, Refused> {
    let end = rest
        .windows(2)
        .position(|pair| pair == b"\r\n")
        .ok_or(Refused::Malformed("a line does not end"))?;
    let line = rest.split_to(end);
    rest.advance(2);
    Ok(line)
}

fn trailers(mut rest: Bytes) -> Result<HeaderMap, Refused> {
    let mut trailers = HeaderMap::new();
    if rest.len() > TRAILER_BYTES_MAX {
        return Err(Refused::Malformed("the trailer is too long"));
    }
    while !rest.is_empty() {
        let text = line(&mut rest)?;
        let Some(colon) = text.iter().position(|b| *b == b':') else { continue };
        let name = HeaderName::from_bytes(&text[..colon]);
        let value = HeaderValue::from_bytes(text[colon + 1..].trim_ascii());
        if let (Ok(name), Ok(value)) = (name, value)
            && name.as_str().starts_with("x-amz-checksum-")
        {
            trailers.insert(name, value);
        }
    }
    Ok(trailers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_trailing_checksums_kept() {
        let framed = "5;chunk-signature=ab\r\nhello\r\n6\r\n world\r\n0\r\n\
                      x-amz-checksum-crc32:DUoRhQ==\r\nx-amz-trailer-signature:00\r\n\r\n";
        let (content, trailers) = decode(Bytes::from(framed)).unwrap();
        assert_eq!(content, "hello world");
        assert_eq!(trailers["x-amz-checksum-crc32"], "DUoRhQ==");
        assert_eq!(trailers.len(), 1);
    }

    #[test]
    fn framing_that_lies_is_refused() {
        for framed in ["", "5\r\nhell", "2\r\nhello\r\n0\r\n\r\n", "zz\r\n", "5 \r\nhello\r\n"] {
            assert!(decode(Bytes::from(framed)).is_err(), "{framed:?}");
        }
    }
}

//! Verifying AWS Signature Version 4 on requests as clients really send them.
//! Does not: sign, know secrets (see `Authorizer`), or verify S3's chunked bodies.

mod canonical;
mod presented;

use bytes::Bytes;
use hmac::{Hmac, Mac};
use http::{HeaderMap, Method, Uri};
use levada_types::Timestamp;
use sha2::{Digest, Sha256};

use crate::Authorizer;
use crate::limits::{PRESIGNED_SECS_MAX, SKEW_MINUTES_MAX};

pub use presented::{Presented, Scope};

/// What a signature covers.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    pub method: &'a Method,
    pub uri: &'a Uri,
    pub headers: &'a HeaderMap,
    pub body: &'a Bytes,
}

/// Why a request is not let in. Protocols name each of these differently.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthFailure {
    #[error("Missing Authentication Token")]
    Missing,
    #[error("{0}")]
    Incomplete(String),
    #[error("The security token included in the request is invalid.")]
    UnknownKey,
    #[error("{0}")]
    Invalid(String),
}

const MISMATCH: &str = "The request signature we calculated does not match the signature you \
    provided. Check your AWS Secret Access Key and signing method. Consult the service \
    documentation for details.";

/// The access key that signed the request.
pub fn verify(
    request: Signed<'_>,
    authorizer: &dyn Authorizer,
    now: Timestamp,
) -> Result<String, AuthFailure> {
    let presented = Presented::read(request.uri, request.headers)?;
    check_time(&presented, now)?;
    check_coverage(&presented, request.headers)?;
    let secret = authorizer.secret(&presented.scope.access_key).ok_or(AuthFailure::UnknownKey)?;
    let body_hash = hex::encode(Sha256::digest(request.body));
    check_declared_hash(request.headers, &body_hash)?;
    let canonical = canonical::request(request, &presented, &body_hash);
    let to_sign = format!(
        "AWS4-HMAC-SHA256\n{}\n{}\n{}",
        presented.time_text,
        presented.scope.text(),
        hex::encode(Sha256::digest(canonical))
    );
    // `verify_slice` compares in constant time.
    keyed(&signing_key(&secret, &presented.scope))
        .chain_update(to_sign)
        .verify_slice(&presented.signature)
        .map_err(|_| AuthFailure::Invalid(MISMATCH.to_owned()))?;
    Ok(presented.scope.access_key)
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of any length")
}

fn signing_key(secret: &str, scope: &Scope) -> Vec<u8> {
    let start = format!("AWS4{secret}").into_bytes();
    [scope.date.as_str(), &scope.region, &scope.service, "aws4_request"]
        .iter()
        .fold(start, |key, part| keyed(&key).chain_update(part).finalize().into_bytes().to_vec())
}

fn check_time(presented: &Presented, now: Timestamp) -> Result<(), AuthFailure> {
    let invalid = |text| Err(AuthFailure::Invalid(text));
    if !presented.time_text.starts_with(&presented.scope.date) {
        return invalid(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from \
             HTTP"
                .to_owned(),
        );
    }
    let (signed, now) = (presented.time_secs, now.as_secs());
    let skew = SKEW_MINUTES_MAX * 60;
    let iso = presented::iso_basic;
    if signed > now + skew {
        return invalid(format!(
            "Signature not yet current: {} is still later than {} ({} + {SKEW_MINUTES_MAX} min.)",
            iso(signed),
            iso(now + skew),
            iso(now)
        ));
    }
    let lifetime = match presented.expires_secs {
        Some(secs) if !(0..=PRESIGNED_SECS_MAX).contains(&secs) => {
            return invalid(format!(
                "X-Amz-Expires must be from 0 to {PRESIGNED_SECS_MAX} seconds, not {secs}"
            ));
        }
        Some(secs) => secs,
        None => skew,
    };
    if signed + lifetime < now {
        return invalid(format!(
            "Signature expired: {} is now earlier than {} ({} - {} min.)",
            iso(signed),
            iso(now - lifetime),
            iso(now),
            lifetime / 60
        ));
    }
    Ok(())
}

/// A signature that leaves out the host or the target could be carried to another request.
fn check_coverage(presented: &Presented, headers: &HeaderMap) -> Result<(), AuthFailure> {
    let covers = |name: &str| presented.signed_headers.iter().any(|signed| signed == name);
    if !covers("host") && !covers(":authority") {
        return Err(AuthFailure::Invalid(
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.".to_owned(),
        ));
    }
    if headers.contains_key("x-amz-target") && !covers("x-amz-target") {
        return Err(AuthFailure::Invalid(
            "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.".to_owned(),
        ));
    }
    Ok(())
}

fn check_declared_hash(headers: &HeaderMap, body_hash: &str) -> Result<(), AuthFailure> {
    match headers.get("x-amz-content-sha256") {
        Some(declared) if declared.as_bytes() != body_hash.as_bytes() => Err(AuthFailure::Invalid(
            "The provided x-amz-content-sha256 header does not match what was computed.".to_owned(),
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;

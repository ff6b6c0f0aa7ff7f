//! The signature a request presents: in its `Authorization` header or in its query.
//! Does not: believe any of it.

use chrono::{DateTime, NaiveDateTime};
use http::{HeaderMap, Uri};
use percent_encoding::percent_decode_str;

use super::AuthFailure;
use crate::limits::SIGNED_HEADERS_MAX;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
const ISO_BASIC: &str = "%Y%m%dT%H%M%SZ";

/// `AKID/20150830/us-east-1/kinesis/aws4_request`, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    pub access_key: String,
    pub date: String,
    pub region: String,
    pub service: String,
}

impl Scope {
    pub fn parse(credential: &str) -> Option<Self> {
        // From the right: nothing but the key may hold a slash.
        let mut parts = credential.rsplitn(5, '/');
        let (terminator, service) = (parts.next()?, parts.next()?);
        let (region, date, access_key) = (parts.next()?, parts.next()?, parts.next()?);
        (terminator == "aws4_request" && !access_key.is_empty()).then(|| Self {
            access_key: access_key.to_owned(),
            date: date.to_owned(),
            region: region.to_owned(),
            service: service.to_owned(),
        })
    }

    /// The scope without the key, as it is signed.
    pub fn text(&self) -> String {
        format!("{}/{}/{}/aws4_request", self.date, self.region, self.service)
    }

    /// The scope a request names, whether or not its signature holds.
    pub fn peek(uri: &Uri, headers: &HeaderMap) -> Option<Self> {
        match authorization(headers) {
            Some(header) => Self::parse(&parameter(header, "Credential")?),
            None => Self::parse(&query_value(uri, "X-Amz-Credential")?),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presented {
    pub scope: Scope,
    /// In the order in which they were signed.
    pub signed_headers: Vec<String>,
    pub signature: Vec<u8>,
    /// `20150830T123600Z`
    pub time_text: String,
    pub time_secs: i64,
    /// `Some` for a presigned URL, whose query holds the signature.
    pub expires_secs: Option<i64>,
}

impl Presented {
    pub fn read(uri: &Uri, headers: &HeaderMap) -> Result<Self, AuthFailure> {
        let in_query = query_value(uri, "X-Amz-Algorithm").is_some();
        match (authorization(headers), in_query) {
            (Some(_), true) => Err(AuthFailure::Invalid(
                "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP \
                 header."
                    .to_owned(),
            )),
            (Some(header), false) => Self::from_header(header, headers),
            (None, true) => Self::from_query(uri),
            (None, false) => Err(AuthFailure::Missing),
        }
    }

    fn from_header(header: &str, headers: &HeaderMap) -> Result<Self, AuthFailure> {
        if header.split([' ', '\t']).next() != Some(ALGORITHM) {
            return Err(AuthFailure::Incomplete(format!(
                "Authorization header must begin with {ALGORITHM}."
            )));
        }
        let time_text = date_header(headers);
        let wanted = ["Credential", "Signature", "SignedHeaders"];
        let found = wanted.map(|name| parameter(header, name));
        let mut missing: String = wanted
            .iter()
            .zip(&found)
            .filter(|(_, found)| found.is_none())
            .map(|(name, _)| format!("Authorization header requires '{name}' parameter. "))
            .collect();
        if time_text.is_none() {
            missing.push_str(
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' \
                 header. ",
            );
        }
        match (found, time_text) {
            ([Some(credential), Some(signature), Some(signed)], Some(time)) => {
                Self::assemble(&credential, &signature, &signed, time, None)
            }
            _ => Err(AuthFailure::Incomplete(format!("{missing}Authorization={ALGORITHM}"))),
        }
    }

    fn from_query(uri: &Uri) -> Result<Self, AuthFailure> {
        let value = |name| {
            query_value(uri, name).ok_or_else(|| {
                AuthFailure::Incomplete(format!(
                    "AWS query-string parameters must include '{name}'. \
                     Re-examine the query-string parameters."
                ))
            })
        };
        if value("X-Amz-Algorithm")? != ALGORITHM {
            return Err(AuthFailure::Incomplete(format!("X-Amz-Algorithm must be {ALGORITHM}.")));
        }
        let expires = value("X-Amz-Expires")?.parse().map_err(|_| {
            AuthFailure::Incomplete("X-Amz-Expires must be a number of seconds.".to_owned())
        })?;
        Self::assemble(
            &value("X-Amz-Credential")?,
            &value("X-Amz-Signature")?,
            &value("X-Amz-SignedHeaders")?,
            value("X-Amz-Date")?,
            Some(expires),
        )
    }

    fn assemble(
        credential: &str,
        signature: &str,
        signed_headers: &str,
        time_text: String,
        expires_secs: Option<i64>,
    ) -> Result<Self, AuthFailure> {
        let scope = Scope::parse(credential).ok_or_else(|| {
            AuthFailure::Incomplete(
                "Credential must have exactly 5 slash-delimited elements: \
                 keyid/date/region/service/aws4_request."
                    .to_owned(),
            )
        })?;
        let time = NaiveDateTime::parse_from_str(&time_text, ISO_BASIC).map_err(|_| {
            AuthFailure::Incomplete(format!(
                "Date must be in ISO-8601 'basic format'. Got '{time_text}'."
            ))
        })?;
        let signed_headers: Vec<String> =
            signed_headers.split(';').map(str::to_lowercase).take(SIGNED_HEADERS_MAX + 1).collect();
        if signed_headers.len() > SIGNED_HEADERS_MAX {
            return Err(AuthFailure::Incomplete(format!(
                "SignedHeaders names more than {SIGNED_HEADERS_MAX} headers."
            )));
        }
        Ok(Self {
            scope,
            signed_headers,
            // What is no hexadecimal text can match no signature.
            signature: hex::decode(signature).unwrap_or_default(),
            time_text,
            time_secs: time.and_utc().timestamp(),
            expires_secs,
        })
    }
}

/// Seconds since the epoch as `20150830T123600Z`.
pub fn iso_basic(secs: i64) -> String {
    DateTime::from_timestamp(secs, 0)
        .map_or_else(|| secs.to_string(), |time| time.format(ISO_BASIC).to_string())
}

fn authorization(headers: &HeaderMap) -> Option<&str> {
    headers.get(http::header::AUTHORIZATION)?.to_str().ok()
}

/// `X-Amz-Date`, else `Date` in either of the forms clients use, in the basic ISO form.
fn date_header(headers: &HeaderMap) -> Option<String> {
    if let Some(time) = headers.get("x-amz-date") {
        return time.to_str().ok().map(str::to_owned);
    }
    let text = headers.get(http::header::DATE)?.to_str().ok()?;
    match DateTime::parse_from_rfc2822(text) {
        Ok(time) => Some(iso_basic(time.timestamp())),
        Err(_) => Some(text.to_owned()),
    }
}

/// A parameter of the header, such as `Signature` in `… SignedHeaders=host, Signature=00ff`.
fn parameter(header: &str, name: &str) -> Option<String> {
    let (_, parameters) = header.split_once([' ', '\t'])?;
    parameters
        .split(',')
        .filter_map(|parameter| parameter.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}

fn query_value(uri: &Uri, name: &str) -> Option<String> {
    uri.query()?
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| percent_decode_str(value).decode_utf8_lossy().into_owned())
}

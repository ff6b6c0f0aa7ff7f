//! How one request of the JSON and CBOR protocols wants its answer, and answers in that form.
//! Does not: call operations.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Response};
use levada_env::Env;
use serde_json::Map;

use super::response;
use crate::cbor::Times;
use crate::http::{Body, streamed};
use crate::operation::encode;
use crate::{AnswerForm, AwsError, Events, Fault, Protocol, ServiceApi};

const CBOR: &str = "application/x-amz-cbor-1.1";
const DYNAMODB: &str = "dynamodb";
const EVENT_STREAM: &str = "application/vnd.amazon.eventstream";

/// Names itself in requests and answers.
pub const SMITHY_PROTOCOL: HeaderName = HeaderName::from_static("smithy-protocol");
pub const RPC_V2_CBOR: &str = "rpc-v2-cbor";

/// The two families that name an operation by a service's prefix and its own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `X-Amz-Target: Kinesis_20131202.PutRecord`, in JSON or Kinesis's CBOR.
    AwsJson,
    /// `POST /service/Kinesis_20131202/operation/PutRecord`.
    RpcV2Cbor,
}

pub struct Style {
    pub form: AnswerForm,
    content_type: String,
    dialect: Dialect,
    service: &'static str,
    /// A client of the query protocol of old, which knows errors by that protocol's names.
    wants_query_errors: bool,
}

impl Style {
    pub fn of(headers: &HeaderMap, dialect: Dialect, api: Option<&ServiceApi>) -> Self {
        let asked = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
        let asked = asked.split(';').next().unwrap_or("").trim();
        let version = match api.map(|api| api.protocol) {
            Some(Protocol::AwsJson { version, .. }) => version,
            _ => "1.1",
        };
        let (form, content_type) = match (dialect, asked) {
            (Dialect::RpcV2Cbor, _) => {
                (AnswerForm::Cbor(Times::TaggedSeconds), "application/cbor".to_owned())
            }
            (_, CBOR) => (AnswerForm::Cbor(Times::Millis), CBOR.to_owned()),
            (_, "application/x-amz-json-1.0" | "application/x-amz-json-1.1") => {
                (AnswerForm::Json, asked.to_owned())
            }
            _ => (AnswerForm::Json, format!("application/x-amz-json-{version}")),
        };
        let mode = headers.get("x-amzn-query-mode").map(HeaderValue::as_bytes);
        let wants_query_errors = mode.is_some_and(|mode| mode.eq_ignore_ascii_case(b"true"))
            && api.is_some_and(|api| api.query().is_some());
        let service = api.map_or("", |api| api.name);
        Self { form, content_type, dialect, service, wants_query_errors }
    }

    pub fn success(&self, body: Bytes, request_id: &str, env: &Env) -> Response<Body> {
        let is_empty = body.is_empty();
        let mut response = self.response(200, body, request_id, env);
        if is_empty && self.dialect == Dialect::RpcV2Cbor {
            response.headers_mut().remove(CONTENT_TYPE);
        }
        response
    }

    /// Events go out as they come, until the server shuts down.
    pub fn events(&self, events: Events, request_id: &str, env: &Env) -> Response<Body> {
        let shutdown = env.shutdown.clone();
        let until = async move { shutdown.begun().await };
        let messages = events.messages(self.content_type.clone(), until);
        let mut response = self.response(200, Bytes::new(), request_id, env);
        *response.body_mut() = streamed(messages);
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(EVENT_STREAM));
        response
    }

    pub fn error(
        &self,
        error: &AwsError,
        api: Option<&ServiceApi>,
        request_id: &str,
        env: &Env,
    ) -> Response<Body> {
        let mut body = Map::new();
        body.insert("__type".to_owned(), self.error_type(&error.code).into());
        body.insert("message".to_owned(), error.message.clone().into());
        body.extend((*error.members).clone());
        let body = encode(&body, self.form).expect("a JSON tree can be written to memory");
        let mut response = self.response(error.status, body, request_id, env);
        if self.wants_query_errors {
            let code = api.map_or(error.code.as_ref(), |api| api.query_code(&error.code));
            let fault = match error.fault() {
                Fault::Sender => "Sender",
                Fault::Receiver => "Receiver",
            };
            insert(&mut response, "x-amzn-query-error", &format!("{code};{fault}"));
        }
        response
    }

    fn response(&self, status: u16, body: Bytes, request_id: &str, env: &Env) -> Response<Body> {
        let checksum = (self.service == DYNAMODB).then(|| crc32(&body));
        let mut response = response(status, &self.content_type, request_id, body);
        if let Some(checksum) = checksum {
            insert(&mut response, "x-amz-crc32", &checksum.to_string());
        }
        if self.service == "kinesis" {
            insert(&mut response, "x-amz-id-2", &extended_id(env));
        }
        if self.dialect == Dialect::RpcV2Cbor {
            response.headers_mut().insert(SMITHY_PROTOCOL, HeaderValue::from_static(RPC_V2_CBOR));
        }
        response
    }

    /// DynamoDB's clients expect names with their origin.
    fn error_type(&self, code: &str) -> String {
        let origin = match (self.service, code) {
            (DYNAMODB, "ValidationException") => "com.amazon.coral.validate#",
            (
                DYNAMODB,
                "SerializationException"
                | "UnknownOperationException"
                | "UnsupportedOperationException"
                | "UnrecognizedClientException"
                | "MissingAuthenticationTokenException"
                | "IncompleteSignatureException"
                | "InvalidSignatureException",
            ) => "com.amazon.coral.service#",
            (DYNAMODB, _) => "com.amazonaws.dynamodb.v20120810#",
            _ => "",
        };
        format!("{origin}{code}")
    }
}

fn insert(response: &mut Response<Body>, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

fn crc32(body: &[u8]) -> u64 {
    crc_fast::checksum(crc_fast::CrcAlgorithm::Crc32IsoHdlc, body)
}

/// AWS's second request id: opaque to clients, quoted in support cases.
fn extended_id(env: &Env) -> String {
    use base64::Engine as _;
    let mut bytes = [0; 48];
    env.random.fill(&mut bytes);
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

//! AWS JSON 1.0 and 1.1, and Kinesis's CBOR 1.1, which differs in the bytes only.
//! Does not: route; the target is taken apart before.

use std::sync::Arc;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Response};
use levada_env::Env;
use serde_json::{Map, Value};

use super::{Exchange, json_code, response, run, unknown_operation};
use crate::http::{Body, streamed};
use crate::{Answer, AnswerForm, AwsError, Document, Events, Protocol, ServiceApi};

const CBOR: &str = "application/x-amz-cbor-1.1";
const DYNAMODB: &str = "dynamodb";

/// How one request wants its answer.
pub struct Style {
    form: AnswerForm,
    content_type: String,
    service: &'static str,
}

impl Style {
    pub fn of(headers: &HeaderMap, api: Option<&ServiceApi>) -> Self {
        let asked = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
        let asked = asked.split(';').next().unwrap_or("").trim();
        let version = match api.map(|api| api.protocol) {
            Some(Protocol::AwsJson { version, .. }) => version,
            _ => "1.1",
        };
        let content_type = match asked {
            CBOR | "application/x-amz-json-1.0" | "application/x-amz-json-1.1" => asked.to_owned(),
            _ => format!("application/x-amz-json-{version}"),
        };
        let form = if asked == CBOR { AnswerForm::Cbor } else { AnswerForm::Json };
        Self { form, content_type, service: api.map_or("", |api| api.name) }
    }

    fn response(&self, status: u16, body: Bytes, request_id: &str, env: &Env) -> Response<Body> {
        let checksum = (self.service == DYNAMODB).then(|| crc32(&body));
        let mut response = response(status, &self.content_type, request_id, body);
        let mut insert = |name, value: String| {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        };
        if let Some(checksum) = checksum {
            insert("x-amz-crc32", checksum.to_string());
        }
        if self.service == "kinesis" {
            insert("x-amz-id-2", extended_id(env));
        }
        response
    }

    /// Events go out as they come, until the server shuts down.
    fn events(&self, events: Events, request_id: &str, env: &Env) -> Response<Body> {
        let shutdown = env.shutdown.clone();
        let until = async move { shutdown.begun().await };
        let messages = events.messages(self.content_type.clone(), until);
        let mut response = self.response(200, Bytes::new(), request_id, env);
        *response.body_mut() = streamed(messages);
        let kind = HeaderValue::from_static("application/vnd.amazon.eventstream");
        response.headers_mut().insert(CONTENT_TYPE, kind);
        response
    }

    pub fn error(&self, error: &AwsError, request_id: &str, env: &Env) -> Response<Body> {
        let mut body = Map::new();
        body.insert("__type".to_owned(), self.error_type(&error.code).into());
        body.insert("message".to_owned(), error.message.clone().into());
        body.extend((*error.members).clone());
        let body = match self.form {
            AnswerForm::Json => Value::from(body).to_string().into_bytes(),
            AnswerForm::Cbor => {
                let mut bytes = Vec::new();
                ciborium::into_writer(&body, &mut bytes)
                    .expect("a JSON tree can be written to memory");
                bytes
            }
        };
        self.response(error.status, body.into(), request_id, env)
    }

    /// DynamoDB's clients expect names with their origin.
    fn error_type(&self, code: &str) -> String {
        let origin = match (self.service, code) {
            (DYNAMODB, "ValidationException") => "com.amazon.coral.validate#",
            (
                DYNAMODB,
                "SerializationException"
                | "UnknownOperationException"
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

pub async fn answer(
    exchange: Exchange<'_>,
    api: Option<Arc<ServiceApi>>,
    operation: &str,
) -> Response<Body> {
    let style = Style::of(&exchange.parts.headers, api.as_deref());
    match call(&exchange, &style, api, operation).await {
        Ok(Answer::Whole(body)) => style.response(200, body, &exchange.request_id, exchange.env),
        Ok(Answer::Events(events)) => style.events(events, &exchange.request_id, exchange.env),
        Err(error) => style.error(&error, &exchange.request_id, exchange.env),
    }
}

async fn call(
    exchange: &Exchange<'_>,
    style: &Style,
    api: Option<Arc<ServiceApi>>,
    operation: &str,
) -> Result<Answer, AwsError> {
    let api = api
        .filter(|api| api.operation_names().any(|known| known == operation))
        .ok_or_else(|| unknown_operation(operation))?;
    let caller = exchange
        .authenticate(api.is_open(operation))
        .map_err(|failure| AwsError::sender(json_code(&failure), failure.to_string()))?;
    let body = exchange.body.clone();
    let document = match style.form {
        AnswerForm::Json => Document::Json(body),
        AnswerForm::Cbor => Document::Cbor(body),
    };
    let has_output = api.model.and_then(|model| model.operation(operation));
    let has_output = has_output.is_none_or(|operation| operation.has_output);
    let answer = run(api, operation.to_owned(), caller, document, style.form).await?;
    Ok(if has_output { answer } else { Answer::Whole(Bytes::new()) })
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

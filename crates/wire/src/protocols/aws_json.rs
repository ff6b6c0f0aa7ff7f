//! AWS JSON 1.0 and 1.1, Kinesis's CBOR 1.1 and rpc-v2-cbor, which differ in how an operation is
//! named and in the bytes only.
//! Does not: route; the operation's name is taken apart before.

use std::sync::Arc;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Response};

use super::style::{Dialect, Style};
use super::{Exchange, json_code, run};
use crate::http::Body;
use crate::{Answer, AnswerForm, AwsError, Document, ServiceApi};

pub async fn answer(
    exchange: Exchange<'_>,
    dialect: Dialect,
    api: Option<Arc<ServiceApi>>,
    operation: &str,
) -> Response<Body> {
    let style = Style::of(&exchange.parts.headers, dialect, api.as_deref());
    match call(&exchange, &style, api.clone(), operation).await {
        Ok(Answer::Whole(body)) => style.success(body, &exchange.request_id, exchange.env),
        Ok(Answer::Events(events)) => style.events(events, &exchange.request_id, exchange.env),
        Err(error) => style.error(&error, api.as_deref(), &exchange.request_id, exchange.env),
    }
}

async fn call(
    exchange: &Exchange<'_>,
    style: &Style,
    api: Option<Arc<ServiceApi>>,
    operation: &str,
) -> Result<Answer, AwsError> {
    let api = api.ok_or_else(|| {
        let message = format!("the operation `{operation}` is of no service that is served here");
        AwsError::sender("UnknownOperationException", message)
    })?;
    if !api.operation_names().any(|known| known == operation) {
        return Err(api.unserved(operation));
    }
    let caller = exchange
        .authenticate(api.is_open(operation))
        .map_err(|failure| AwsError::sender(json_code(&failure), failure.to_string()))?;
    let content = exchange.content.clone();
    let document = match style.form {
        AnswerForm::Json => Document::Json(content),
        AnswerForm::Cbor(times) => {
            check_is_cbor(&exchange.parts.headers)?;
            Document::Cbor(content, times)
        }
    };
    let has_output = api.model.and_then(|model| model.operation(operation));
    let has_output = has_output.is_none_or(|operation| operation.has_output);
    let answer = run(api, operation.to_owned(), caller, document, style.form).await?;
    Ok(if has_output { answer } else { Answer::Whole(Bytes::new()) })
}

/// A request by path may say that it brings something else.
fn check_is_cbor(headers: &HeaderMap) -> Result<(), AwsError> {
    let kind = headers.get(CONTENT_TYPE).map_or(&b""[..], |kind| kind.as_bytes());
    if kind.is_empty() || kind.windows(4).any(|part| part.eq_ignore_ascii_case(b"cbor")) {
        return Ok(());
    }
    let kind = String::from_utf8_lossy(kind);
    Err(AwsError::new(
        "UnsupportedMediaTypeException",
        415,
        format!("expected the content type application/cbor, found {kind}"),
    ))
}

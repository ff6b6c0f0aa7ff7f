//! REST with JSON bodies (Lambda): members travel in the path, the query, headers and the body.
//! Does not: know the paths; they come from the service model.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, Uri};
use levada_model::ServiceModel;
use levada_model::service::{Binding, Http, OperationModel, Place};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::form::from_text;
use super::{Exchange, json_code, response, run_whole};
use crate::http::Body;
use crate::{AwsError, Document, Fault, ServiceApi};

const JSON: &str = "application/json";

/// An operation whose path fits, with the path's labels.
pub struct Match {
    operation: &'static OperationModel,
    http: &'static Http,
    labels: Vec<(&'static str, String)>,
}

pub fn find(model: &'static ServiceModel, method: &Method, path: &str) -> Option<Match> {
    model.operations.iter().find_map(|operation| {
        let http = operation.http.as_ref().filter(|http| http.method == method.as_str())?;
        let labels = labels(http.uri, path)?;
        Some(Match { operation, http, labels })
    })
}

/// The labels of `template` in `path`; `None` if it does not fit. A slash at the end is taken,
/// since older clients send one.
fn labels(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let mut parts = path.trim_end_matches('/').split('/');
    let mut labels = Vec::new();
    for wanted in template.trim_end_matches('/').split('/') {
        let part = parts.next()?;
        match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !part.is_empty() => {
                labels.push((name, percent_decode_str(part).decode_utf8().ok()?.into_owned()));
            }
            None if wanted == part => {}
            _ => return None,
        }
    }
    parts.next().is_none().then_some(labels)
}

pub async fn answer(exchange: Exchange<'_>, api: Arc<ServiceApi>, found: Match) -> Response<Body> {
    match call(&exchange, api, &found).await {
        Ok(response) => response,
        Err(error) => self::error(&error, &exchange.request_id),
    }
}

async fn call(
    exchange: &Exchange<'_>,
    api: Arc<ServiceApi>,
    found: &Match,
) -> Result<Response<Body>, AwsError> {
    let name = found.operation.name;
    let caller = exchange
        .authenticate(api.is_open(name))
        .map_err(|failure| AwsError::new(json_code(&failure), 403, failure.to_string()))?;
    let document = document(exchange, found)?;
    let body = run_whole(api, name.to_owned(), caller, document).await?;
    write(found, body, &exchange.request_id)
}

fn malformed(message: String) -> AwsError {
    AwsError::sender("SerializationException", message)
}

fn document(exchange: &Exchange<'_>, found: &Match) -> Result<Document, AwsError> {
    let mut members: Map<String, Value> = match found.http.input_payload {
        Some(_) => Map::new(),
        None if exchange.body.trim_ascii().is_empty() => Map::new(),
        None if found.http.input.is_empty() => return Ok(Document::Json(exchange.body.clone())),
        None => serde_json::from_slice(&exchange.body).map_err(|e| malformed(e.to_string()))?,
    };
    if let Some(payload) = found.http.input_payload {
        members.insert(payload.to_owned(), STANDARD.encode(&exchange.body).into());
    }
    for binding in found.http.input {
        let text = bound_text(binding, found, &exchange.parts.uri, &exchange.parts.headers);
        if let Some(text) = text {
            let value = from_text(&text, binding.shape)
                .map_err(|error| malformed(format!("{}: {}", binding.member, error.message)))?;
            members.insert(binding.member.to_owned(), value);
        }
    }
    Ok(Document::Tree(members.into()))
}

fn bound_text(binding: &Binding, found: &Match, uri: &Uri, headers: &HeaderMap) -> Option<String> {
    match binding.place {
        Place::Uri => {
            let label = found.labels.iter().find(|(name, _)| *name == binding.name);
            label.map(|(_, text)| text.clone())
        }
        Place::Query => uri
            .query()?
            .split('&')
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .find(|(name, _)| *name == binding.name)
            .map(|(_, text)| percent_decode_str(text).decode_utf8_lossy().into_owned()),
        Place::Header => headers.get(binding.name)?.to_str().ok().map(str::to_owned),
        Place::Status => None,
    }
}

fn write(found: &Match, body: Bytes, request_id: &str) -> Result<Response<Body>, AwsError> {
    let http = found.http;
    if http.output.is_empty() && http.output_payload.is_none() {
        let body = if found.operation.has_output { body } else { Bytes::new() };
        return Ok(response(http.status, JSON, request_id, body));
    }
    let internal = |error: &dyn std::fmt::Display| AwsError::internal(error.to_string());
    let mut members: Map<String, Value> =
        serde_json::from_slice(&body).map_err(|error| internal(&error))?;
    let mut status = http.status;
    let mut headers = HeaderMap::new();
    for binding in http.output {
        let Some(value) = members.remove(binding.member) else { continue };
        match binding.place {
            Place::Status => {
                let code = value.as_u64().and_then(|code| u16::try_from(code).ok());
                status = code.unwrap_or(http.status);
            }
            _ => {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let name = HeaderName::from_bytes(binding.name.as_bytes());
                let name = name.map_err(|error| internal(&error))?;
                headers.insert(name, HeaderValue::from_str(&text).map_err(|e| internal(&e))?);
            }
        }
    }
    let body: Bytes = match http.output_payload.map(|payload| members.remove(payload)) {
        Some(Some(payload)) => {
            STANDARD.decode(payload.as_str().unwrap_or_default()).map_err(|e| internal(&e))?.into()
        }
        Some(None) => Bytes::new(),
        None if status == 204 => Bytes::new(),
        None => Value::from(members).to_string().into(),
    };
    let mut response = response(status, JSON, request_id, body);
    response.headers_mut().extend(headers);
    Ok(response)
}

pub fn error(error: &AwsError, request_id: &str) -> Response<Body> {
    let origin = match error.fault() {
        Fault::Sender => "User",
        Fault::Receiver => "Service",
    };
    // Lambda's exceptions spell the message either way; clients read the one they know.
    let mut body = json!({"Type": origin, "message": error.message, "Message": error.message});
    if let Some(body) = body.as_object_mut() {
        body.extend((*error.members).clone());
    }
    let mut response = response(error.status, JSON, request_id, body.to_string().into());
    if let Ok(code) = HeaderValue::from_str(&error.code) {
        response.headers_mut().insert("x-amzn-errortype", code);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_decoded_and_a_last_slash_is_taken() {
        let template = "/2015-03-31/functions/{FunctionName}/invocations";
        let found = labels(template, "/2015-03-31/functions/arn%3Aaws%3Alambda/invocations/");
        assert_eq!(found.unwrap(), [("FunctionName", "arn:aws:lambda".to_owned())]);
        assert!(labels(template, "/2015-03-31/functions//invocations").is_none());
        assert!(labels(template, "/2015-03-31/functions/f").is_none());
        assert!(labels(template, "/2015-03-31/functions/f/invocations/x").is_none());
    }
}

//! One HTTP call in one of the AWS protocols, signed, with its error read back as a fact.
//! Does not: retry; callers know what may be repeated.

use std::time::Duration;

use bytes::Bytes;
use futures::{Stream, TryStreamExt as _};
use levada_env::Env;
use serde_json::Value;

use crate::Endpoint;
use crate::limits::CALL_TIMEOUT_SECS;
use crate::sigv4::{Unsigned, sign};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The service answered with an error.
    #[error("{code}: {message}")]
    Service { status: u16, code: String, message: String },
    /// Levada's answer to a batch sent again: the producer's records before `next` are stored.
    #[error("records before number {next} are already stored")]
    Repeated { next: u64 },
    /// No answer: nothing, or everything, may have happened.
    #[error("no answer from {url}: {reason}")]
    Transport { url: String, reason: String },
    #[error("answer from {url} cannot be read: {reason}")]
    Malformed { url: String, reason: String },
}

impl CallError {
    pub fn code(&self) -> &str {
        match self {
            Self::Service { code, .. } => code,
            Self::Repeated { .. } => "ProducerRepeatException",
            Self::Transport { .. } => "Transport",
            Self::Malformed { .. } => "Malformed",
        }
    }

    /// The same call may succeed later: no answer, a server fault, or throttling.
    pub fn may_retry(&self) -> bool {
        match self {
            Self::Service { status, code, .. } => {
                *status >= 500
                    || code.contains("Throttl")
                    || code == "ProvisionedThroughputExceededException"
                    || code == "ServiceUnavailableException"
                    || code == "LimitExceededException"
            }
            Self::Repeated { .. } => false,
            Self::Transport { .. } | Self::Malformed { .. } => true,
        }
    }
}

/// Cheap to clone; keeps connections open between calls.
#[derive(Clone)]
pub struct Client {
    endpoint: Endpoint,
    http: reqwest::Client,
    env: Env,
}

struct Request<'a> {
    service: &'a str,
    method: &'a str,
    path: &'a str,
    query: &'a str,
    headers: Vec<(&'a str, String)>,
    body: Bytes,
}

impl Client {
    /// `env.machine_clock` dates the signatures.
    pub fn new(endpoint: Endpoint, env: Env) -> Self {
        // A second call in one process finds the provider installed, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(CALL_TIMEOUT_SECS))
            .tcp_nodelay(true)
            .no_proxy()
            .build()
            .expect("a client without files or proxies to read can always be built");
        Self { endpoint, http, env }
    }

    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    pub fn env(&self) -> &Env {
        &self.env
    }

    /// AWS JSON: `target` is `Prefix_version.Operation`, `version` `1.0` or `1.1`.
    pub async fn json(
        &self,
        service: &str,
        target: &str,
        version: &str,
        body: &Value,
    ) -> Result<Value, CallError> {
        self.json_with(service, target, version, body, Vec::new()).await
    }

    pub(crate) async fn json_with(
        &self,
        service: &str,
        target: &str,
        version: &str,
        body: &Value,
        extra_headers: Vec<(&str, String)>,
    ) -> Result<Value, CallError> {
        let mut headers = vec![
            ("content-type", format!("application/x-amz-json-{version}")),
            ("x-amz-target", target.to_owned()),
        ];
        headers.extend(extra_headers);
        let body = Bytes::from(body.to_string());
        let request = Request { service, method: "POST", path: "/", query: "", headers, body };
        let answer = self.read(request).await?;
        self.read_json(&answer)
    }

    /// AWS JSON 1.1 with a body that is JSON already; the answer as it came.
    pub async fn json_bytes(
        &self,
        service: &str,
        target: &str,
        body: Bytes,
    ) -> Result<Bytes, CallError> {
        let response = self.post_json(service, target, body).await?;
        let url = self.endpoint.url.clone();
        response.bytes().await.map_err(|error| transport(url, error))
    }

    /// An operation that answers with an event stream: pieces of it as they arrive.
    pub async fn json_events(
        &self,
        service: &str,
        target: &str,
        body: Bytes,
    ) -> Result<impl Stream<Item = Result<Bytes, CallError>> + Send + use<>, CallError> {
        let response = self.post_json(service, target, body).await?;
        let url = self.endpoint.url.clone();
        Ok(response.bytes_stream().map_err(move |error| transport(url.clone(), error)))
    }

    /// The response of a call that succeeded.
    async fn post_json(
        &self,
        service: &str,
        target: &str,
        body: Bytes,
    ) -> Result<reqwest::Response, CallError> {
        let headers = vec![
            ("content-type", "application/x-amz-json-1.1".to_owned()),
            ("x-amz-target", target.to_owned()),
        ];
        let request = Request { service, method: "POST", path: "/", query: "", headers, body };
        self.send(request).await
    }

    /// AWS query: form-encoded `parameters` with `Action` and `Version` among them; XML back.
    pub async fn query(
        &self,
        service: &str,
        parameters: &[(&str, &str)],
    ) -> Result<String, CallError> {
        let encode = |text: &str| percent_encode(text, false);
        let form: Vec<String> =
            parameters.iter().map(|(k, v)| format!("{}={}", encode(k), encode(v))).collect();
        let headers = vec![("content-type", "application/x-www-form-urlencoded".to_owned())];
        let body = Bytes::from(form.join("&"));
        let request = Request { service, method: "POST", path: "/", query: "", headers, body };
        Ok(String::from_utf8_lossy(&self.read(request).await?).into_owned())
    }

    /// REST: `path` unescaped and beginning with `/`, `query` pairs in any order.
    pub async fn rest(
        &self,
        service: &str,
        method: &str,
        path: &str,
        query: &[(&str, &str)],
        body: Bytes,
    ) -> Result<Bytes, CallError> {
        let path = percent_encode(path, true);
        let mut pairs: Vec<String> = query
            .iter()
            .map(|(k, v)| format!("{}={}", percent_encode(k, false), percent_encode(v, false)))
            .collect();
        pairs.sort();
        let query = pairs.join("&");
        let headers = Vec::new();
        self.read(Request { service, method, path: &path, query: &query, headers, body }).await
    }

    /// REST with a JSON body and answer; an empty answer is `null`.
    pub async fn rest_json(
        &self,
        service: &str,
        method: &str,
        path: &str,
        body: &Value,
    ) -> Result<Value, CallError> {
        let body = if body.is_null() { Bytes::new() } else { Bytes::from(body.to_string()) };
        let answer = self.rest(service, method, path, &[], body).await?;
        self.read_json(&answer)
    }

    fn read_json(&self, answer: &[u8]) -> Result<Value, CallError> {
        if answer.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_slice(answer).map_err(|e| CallError::Malformed {
            url: self.endpoint.url.clone(),
            reason: e.to_string(),
        })
    }

    async fn read(&self, request: Request<'_>) -> Result<Bytes, CallError> {
        let response = self.send(request).await?;
        response.bytes().await.map_err(|error| transport(self.endpoint.url.clone(), error))
    }

    async fn send(&self, request: Request<'_>) -> Result<reqwest::Response, CallError> {
        let Request { service, method, path, query, headers, body } = request;
        let unsigned = Unsigned { service, method, path, query, headers: &headers, body: &body };
        let signed = sign(&self.endpoint, &unsigned, self.env.machine_clock.now());
        let mark = if query.is_empty() { "" } else { "?" };
        let url = format!("{}{path}{mark}{query}", self.endpoint.url);
        let broken = |error| transport(self.endpoint.url.clone(), error);
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap_or_default();
        let mut builder = self.http.request(method, &url).body(body.clone());
        for (name, value) in headers.into_iter().chain(signed) {
            builder = builder.header(name, value);
        }
        let response = builder.send().await.map_err(broken)?;
        let status = response.status().as_u16();
        if status < 300 {
            return Ok(response);
        }
        let error_type = response
            .headers()
            .get("x-amzn-errortype")
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned);
        let bytes = response.bytes().await.map_err(broken)?;
        Err(service_error(status, error_type, &bytes))
    }
}

fn transport(url: String, error: reqwest::Error) -> CallError {
    CallError::Transport { url, reason: error.without_url().to_string() }
}

/// Reads JSON and XML error bodies alike.
fn service_error(status: u16, error_type: Option<String>, body: &[u8]) -> CallError {
    let text = String::from_utf8_lossy(body);
    let between = |open: &str, close: &str| {
        let rest = text.split_once(open)?.1;
        Some(rest.split_once(close)?.0.to_owned())
    };
    let json: Option<Value> = serde_json::from_slice(body).ok();
    let member = |names: &[&str]| {
        let json = json.as_ref()?;
        names.iter().find_map(|name| json.get(name)?.as_str().map(str::to_owned))
    };
    let code = error_type
        .or_else(|| member(&["__type", "code"]))
        .or_else(|| between("<Code>", "</Code>"))
        .unwrap_or_else(|| format!("Http{status}"));
    let code = code.rsplit('#').next().unwrap_or(&code).split(':').next().unwrap_or("").to_owned();
    let next = json.as_ref().and_then(|json| json.get("Next")?.as_u64());
    if let ("ProducerRepeatException", Some(next)) = (code.as_str(), next) {
        return CallError::Repeated { next };
    }
    let message = member(&["message", "Message"])
        .or_else(|| between("<Message>", "</Message>"))
        .unwrap_or_default();
    CallError::Service { status, code, message }
}

/// RFC 3986 as SigV4 wants it: everything but unreserved characters, and slashes in paths.
fn percent_encode(text: &str, keep_slash: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            b'/' if keep_slash => out.push('/'),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_every_protocol_give_code_and_message() {
        let json = br#"{"__type":"com.amazonaws.dynamodb.v20120810#ResourceInUseException","message":"m"}"#;
        let xml = b"<ErrorResponse><Error><Code>NotFound</Code><Message>gone</Message></Error></ErrorResponse>";
        let of = |error: CallError| match error {
            CallError::Service { code, message, .. } => (code, message),
            other => panic!("{other}"),
        };
        let dynamo = of(service_error(400, None, json));
        assert_eq!(dynamo, ("ResourceInUseException".into(), "m".into()));
        assert_eq!(of(service_error(404, None, xml)), ("NotFound".into(), "gone".into()));
        let rest = of(service_error(409, Some("ResourceConflictException:".into()), b"{}"));
        assert_eq!(rest.0, "ResourceConflictException");
    }

    #[test]
    fn only_calls_that_may_succeed_later_are_retried() {
        let error = |status, code: &str| CallError::Service {
            status,
            code: code.into(),
            message: String::new(),
        };
        assert!(error(500, "InternalFailure").may_retry());
        assert!(error(400, "ProvisionedThroughputExceededException").may_retry());
        assert!(!error(400, "ResourceNotFoundException").may_retry());
    }
}

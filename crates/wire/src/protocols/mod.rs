//! The protocols: each decodes a request for its operation and writes the answer in its form.
//! Does not: know any service's behaviour.

pub mod aws_json;
mod form;
pub mod query;
pub mod rest;
pub mod style;
mod xml;

use std::sync::Arc;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{HeaderValue, Response};
use levada_env::Env;
use levada_types::{Identity, ProducerId};

use crate::http::{Body, full};
use crate::operation::events_unspoken;
use crate::sigv4::{self, AuthFailure, Scope, Signed};
use crate::{Answer, AnswerForm, Authorizer, AwsError, Caller, Document, ServiceApi};

/// One request with its whole body, and what is needed to answer it.
pub struct Exchange<'a> {
    pub authorizer: &'a dyn Authorizer,
    pub identity: &'a Identity,
    pub env: &'a Env,
    pub parts: Parts,
    /// As it came, which is what a signature covers.
    pub body: Bytes,
    /// What the body holds, once it is inflated.
    pub content: Bytes,
    pub request_id: String,
}

impl Exchange<'_> {
    /// Who calls. `open` operations may be called without a signature even where signatures are
    /// required; a signature that is there must hold all the same.
    pub fn authenticate(&self, open: bool) -> Result<Caller, AuthFailure> {
        let (uri, headers) = (&self.parts.uri, &self.parts.headers);
        let access_key = if self.authorizer.signatures_required() {
            let request = Signed { method: &self.parts.method, uri, headers, body: &self.body };
            match sigv4::verify(request, self.authorizer, self.env.machine_clock.now()) {
                Err(AuthFailure::Missing) if open => None,
                verified => Some(verified?),
            }
        } else {
            Scope::peek(uri, headers).map(|scope| scope.access_key)
        };
        let (identity, request_id) = (self.identity.clone(), self.request_id.clone());
        Ok(Caller { access_key, identity, request_id, producer: producer_of(headers) })
    }
}

/// The producer identity of a request that may be repeated. Headers that are incomplete or
/// malformed are as good as none: the request is then an ordinary one.
fn producer_of(headers: &http::HeaderMap) -> Option<ProducerId> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    Some(ProducerId {
        id: text("x-levada-producer-id").filter(|id| (1..=128).contains(&id.len()))?.to_owned(),
        epoch: text("x-levada-producer-epoch")?.parse().ok()?,
        sequence: text("x-levada-producer-sequence")?.parse().ok()?,
    })
}

/// Runs an operation to its end even if the client goes away, so that nothing stays half done.
pub async fn run(
    api: Arc<ServiceApi>,
    operation: String,
    caller: Caller,
    body: Document,
    form: AnswerForm,
) -> Result<Answer, AwsError> {
    let (service, name, request_id) = (api.name, operation.clone(), caller.request_id.clone());
    let known = Arc::clone(&api);
    let task = tokio::spawn(async move { api.answer(&operation, caller, body, form).await });
    let answer = match task.await {
        Ok(Some(answer)) => answer,
        Ok(None) => Err(known.unserved(&name)),
        Err(ended) => Err(AwsError::internal(if ended.is_panic() {
            "the operation failed unexpectedly"
        } else {
            "the server is shutting down"
        })),
    };
    if let Err(error) = &answer
        && error.status >= 500
    {
        tracing::error!(service, operation = name, request_id, %error, "an operation failed");
    }
    answer
}

/// [`run`] for protocols that have no form for events.
pub async fn run_whole(
    api: Arc<ServiceApi>,
    operation: String,
    caller: Caller,
    body: Document,
) -> Result<Bytes, AwsError> {
    match run(api, operation, caller, body, AnswerForm::Json).await? {
        Answer::Whole(bytes) => Ok(bytes),
        Answer::Events(_) => Err(events_unspoken()),
    }
}

/// The name of an authentication failure in the JSON protocols.
pub fn json_code(failure: &AuthFailure) -> &'static str {
    match failure {
        AuthFailure::Missing => "MissingAuthenticationTokenException",
        AuthFailure::Incomplete(_) => "IncompleteSignatureException",
        AuthFailure::UnknownKey => "UnrecognizedClientException",
        AuthFailure::Invalid(_) => "InvalidSignatureException",
    }
}

/// An answer with the headers that all protocols share. `Date` comes from the connection.
pub fn response(status: u16, content_type: &str, request_id: &str, body: Bytes) -> Response<Body> {
    let mut response = Response::new(full(body));
    *response.status_mut() =
        http::StatusCode::from_u16(status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    let mut insert = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    insert(CONTENT_TYPE, content_type);
    insert(http::HeaderName::from_static("x-amzn-requestid"), request_id);
    response
}

/// The answer to a request that names no operation at all.
pub fn undetermined(request_id: &str) -> Response<Body> {
    let body = "<AccessDeniedException>\n  <Message>Unable to determine service/operation name \
        to be authorized</Message>\n</AccessDeniedException>\n";
    response(403, "application/xml", request_id, Bytes::from_static(body.as_bytes()))
}

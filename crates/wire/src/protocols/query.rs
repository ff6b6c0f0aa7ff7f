//! The query protocol: form-encoded requests, XML answers (SNS, STS).
//! Does not: choose a service's error codes, except for what this crate itself finds.

use std::fmt::Write as _;
use std::sync::Arc;

use http::Response;
use levada_model::service::Shape;
use serde_json::Value;

use super::form::Form;
use super::{Exchange, response, run_whole, xml};
use crate::http::Body;
use crate::sigv4::{AuthFailure, Scope};
use crate::{AwsError, Document, ServiceApi};

static NO_MEMBERS: Shape = Shape::Structure(&[]);

pub async fn answer(exchange: Exchange<'_>, services: &[Arc<ServiceApi>]) -> Response<Body> {
    match call(&exchange, services).await {
        Ok(body) => response(200, "text/xml", &exchange.request_id, body.into()),
        Err((error, api)) => self::error(&error, api.as_deref(), &exchange.request_id),
    }
}

type Refused = (AwsError, Option<Arc<ServiceApi>>);

async fn call(exchange: &Exchange<'_>, services: &[Arc<ServiceApi>]) -> Result<String, Refused> {
    let form = read(exchange).map_err(|error| (error, None))?;
    let operation = form.text("Action").unwrap_or_default().to_owned();
    let api = find(exchange, services, &form, &operation).map_err(|error| (error, None))?;
    let refused = |error| (error, Some(Arc::clone(&api)));
    let caller = exchange
        .authenticate(api.is_open(&operation))
        .map_err(|failure| refused(auth_error(&failure)))?;
    let shapes = api.model.and_then(|model| model.operation(&operation)?.query.as_ref());
    let (input, output) = shapes.map_or((&NO_MEMBERS, &NO_MEMBERS), |it| (it.input, it.output));
    let document = Document::Tree(form.document(input).map_err(refused)?);
    let body =
        run_whole(Arc::clone(&api), operation.clone(), caller, document).await.map_err(refused)?;
    let value = serde_json::from_slice(&body)
        .map_err(|error| refused(AwsError::internal(error.to_string())))?;
    Ok(success(&api, &operation, &value, output, &exchange.request_id))
}

/// Parameters come in the query and, with POST, in the body.
fn read(exchange: &Exchange<'_>) -> Result<Form, AwsError> {
    let mut form = Form::default();
    form.add(exchange.parts.uri.query().unwrap_or_default())?;
    let body = std::str::from_utf8(&exchange.content)
        .map_err(|_| AwsError::sender("MalformedInput", "the form is not UTF-8"))?;
    form.add(body.trim())?;
    Ok(form)
}

fn find(
    exchange: &Exchange<'_>,
    services: &[Arc<ServiceApi>],
    form: &Form,
    operation: &str,
) -> Result<Arc<ServiceApi>, AwsError> {
    if operation.is_empty() {
        return Err(AwsError::sender("MissingAction", "The request must contain an Action."));
    }
    let version = form.text("Version");
    let scope = Scope::peek(&exchange.parts.uri, &exchange.parts.headers);
    let scope = scope.as_ref().map(|scope| scope.service.as_str());
    let of_version = |api: &&Arc<ServiceApi>| {
        api.query().is_some_and(|(known, _)| version.is_none_or(|version| version == known))
    };
    let has = |api: &&Arc<ServiceApi>| api.operation_names().any(|name| name == operation);
    let mut candidates = services.iter().filter(of_version).filter(has);
    let first = candidates.clone().next();
    let signed_for = candidates.find(|api| Some(api.name) == scope);
    signed_for.or(first).cloned().ok_or_else(|| {
        let known = services.iter().filter(of_version).map(|api| api.unserved(operation));
        let unsupported = known.into_iter().find(|e| e.code == "UnsupportedOperationException");
        unsupported.unwrap_or_else(|| {
            let version = version.unwrap_or("none");
            let message = format!("Could not find operation {operation} for version {version}");
            AwsError::sender("InvalidAction", message)
        })
    })
}

fn auth_error(failure: &AuthFailure) -> AwsError {
    let code = match failure {
        AuthFailure::Missing => "MissingAuthenticationToken",
        AuthFailure::Incomplete(_) => "IncompleteSignature",
        AuthFailure::UnknownKey => "InvalidClientTokenId",
        AuthFailure::Invalid(_) => "SignatureDoesNotMatch",
    };
    AwsError::new(code, 403, failure.to_string())
}

fn namespace(api: Option<&ServiceApi>) -> String {
    api.and_then(ServiceApi::query)
        .map_or_else(String::new, |(_, namespace)| format!(" xmlns=\"{namespace}\""))
}

fn success(
    api: &ServiceApi,
    operation: &str,
    value: &Value,
    shape: &Shape,
    request_id: &str,
) -> String {
    let mut out = format!("<{operation}Response{}>", namespace(Some(api)));
    let model = api.model.and_then(|model| model.operation(operation));
    if model.is_none_or(|model| model.has_output) {
        xml::element(&mut out, &format!("{operation}Result"), value, shape);
    }
    let _ = write!(
        out,
        "<ResponseMetadata><RequestId>{request_id}</RequestId></ResponseMetadata>\
         </{operation}Response>"
    );
    out
}

pub fn error(error: &AwsError, api: Option<&ServiceApi>, request_id: &str) -> Response<Body> {
    // What the model forbids has its own name in each service of this protocol.
    let code = match (api.map(|api| api.name), error.code.as_ref()) {
        (Some("sns"), "ValidationException") => "InvalidParameter",
        (_, "ValidationException") => "ValidationError",
        (_, code) => api.map_or(code, |api| api.query_code(code)),
    };
    let fault = if error.status >= 500 { "Receiver" } else { "Sender" };
    let mut body = format!(
        "<ErrorResponse{}><Error><Type>{fault}</Type><Code>{code}</Code><Message>",
        namespace(api)
    );
    xml::escaped(&mut body, &error.message);
    let _ = write!(body, "</Message></Error><RequestId>{request_id}</RequestId></ErrorResponse>");
    response(error.status, "text/xml", request_id, body.into())
}

//! `Operation`: one AWS operation, one file, one line in its service's list.
//! Does not: read or write bytes; the protocols call [`ErasedOperation::call`] with a decoded
//! document and encode what comes back.

use std::future::Future;
use std::marker::PhantomData;
use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use futures::future::BoxFuture;
use levada_model::{ServiceModel, Validate, Violations};
use levada_types::{Identity, ProducerId};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::AwsError;
use crate::cbor::{self, Times};
use crate::json;
use crate::streaming::Events;

/// Who calls, as far as the signature tells.
#[derive(Clone, Debug)]
pub struct Caller {
    /// `None` when the request was not signed and signatures are not required.
    pub access_key: Option<String>,
    pub identity: Identity,
    pub request_id: String,
    /// Set when the request carries `x-levada-producer-*` headers: its records may be sent
    /// again and are stored once.
    pub producer: Option<ProducerId>,
}

/// Decides whether a request may be served at all; implemented by `iam`.
pub trait Authorizer: Send + Sync + 'static {
    /// The secret of an access key; `None` when the key is unknown.
    fn secret(&self, access_key: &str) -> Option<String>;

    /// False on loopback without configured keys: any or no credentials are accepted.
    fn signatures_required(&self) -> bool;
}

/// How a service's requests and answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// `application/x-amz-json-1.0` or `-1.1`, routed by `X-Amz-Target: <prefix>.<Operation>`.
    AwsJson { target_prefix: &'static str, version: &'static str },
    /// Form-encoded request, XML answer, routed by `Action` and `Version`.
    Query { version: &'static str, xml_namespace: &'static str },
    /// Routed by method and path; see `model`'s HTTP bindings.
    RestJson,
}

pub trait Operation: Send + Sync + 'static {
    const NAME: &'static str;
    type Service: Send + Sync + 'static;
    type Input: DeserializeOwned + Validate + Send + 'static;
    type Output: Serialize + Send + 'static;
    type Error: Into<AwsError> + Send + 'static;

    fn call(
        service: &Arc<Self::Service>,
        caller: &Caller,
        input: Self::Input,
    ) -> impl Future<Output = Result<Self::Output, Self::Error>> + Send;
}

/// A request body in the form its protocol gave it.
#[derive(Clone, Debug)]
pub enum Document {
    Json(Bytes),
    Cbor(Bytes, Times),
    /// Already a tree: query forms and REST-JSON requests are put together before they come here.
    Tree(serde_json::Value),
}

/// An answer in the form its protocol wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerForm {
    Json,
    Cbor(Times),
}

/// What an operation answers with, encoded.
pub enum Answer {
    Whole(Bytes),
    Events(Events),
}

/// An operation with its types forgotten; what routing tables hold.
#[async_trait]
pub trait ErasedOperation<S>: Send + Sync + 'static {
    fn name(&self) -> &'static str;

    /// Decodes, validates, calls, encodes.
    async fn call(
        &self,
        service: &Arc<S>,
        caller: &Caller,
        body: Document,
        form: AnswerForm,
    ) -> Result<Answer, AwsError>;
}

/// `Erased::<put_record::PutRecord>::new()` makes a list entry of an operation.
pub struct Erased<O>(PhantomData<fn() -> O>);

impl<O: Operation> Erased<O> {
    #[expect(clippy::new_ret_no_self, reason = "a list of operations holds boxed trait objects")]
    pub fn new() -> Box<dyn ErasedOperation<O::Service>> {
        Box::new(Self(PhantomData))
    }
}

fn malformed(error: &dyn std::fmt::Display) -> AwsError {
    AwsError::sender("SerializationException", error.to_string())
}

fn decode<T: DeserializeOwned>(body: Document) -> Result<T, AwsError> {
    match body {
        Document::Json(bytes) if bytes.is_empty() => {
            serde_json::from_slice(b"{}").map_err(|e| malformed(&e))
        }
        Document::Json(bytes) => serde_json::from_slice(&bytes).map_err(|e| malformed(&e)),
        // In rpc-v2-cbor an operation without members may be called with no body.
        Document::Cbor(bytes, times @ Times::TaggedSeconds) if bytes.is_empty() => {
            cbor::from_slice(&[0xa0], times).map_err(|e| malformed(&e))
        }
        Document::Cbor(bytes, times) => cbor::from_slice(&bytes, times).map_err(|e| malformed(&e)),
        // Through text: one decoder for every shape compiles in half the time of two.
        Document::Tree(tree) => serde_json::from_str(&tree.to_string()).map_err(|e| malformed(&e)),
    }
}

/// Decodes a request and checks it against its model.
pub(crate) fn checked<T: DeserializeOwned + Validate>(body: Document) -> Result<T, AwsError> {
    let input: T = decode(body)?;
    let mut violations = Violations::default();
    input.validate(&levada_model::Path::Top, &mut violations);
    match violations.into_message() {
        Some(message) => Err(AwsError::validation(message)),
        None => Ok(input),
    }
}

pub(crate) fn encode<T: Serialize>(output: &T, form: AnswerForm) -> Result<Bytes, AwsError> {
    match form {
        AnswerForm::Json => {
            json::to_vec(output).map(Bytes::from).map_err(|e| AwsError::internal(e.to_string()))
        }
        AnswerForm::Cbor(times) => cbor::to_vec(output, times)
            .map(Bytes::from)
            .map_err(|e| AwsError::internal(e.to_string())),
    }
}

#[async_trait]
impl<O: Operation> ErasedOperation<O::Service> for Erased<O> {
    fn name(&self) -> &'static str {
        O::NAME
    }

    async fn call(
        &self,
        service: &Arc<O::Service>,
        caller: &Caller,
        body: Document,
        form: AnswerForm,
    ) -> Result<Answer, AwsError> {
        let input: O::Input = checked(body)?;
        let output = O::call(service, caller, input).await.map_err(Into::into)?;
        encode(&output, form).map(Answer::Whole)
    }
}

/// The answer where a protocol has no form for events.
pub(crate) fn events_unspoken() -> AwsError {
    let message = "events are sent over AWS JSON and CBOR only; call with one of these";
    AwsError::sender("UnsupportedOperationException", message)
}

/// A service with its operations, ready to be routed to; made by each service's `api()`.
pub struct ServiceApi {
    /// The SigV4 signing name, such as `kinesis`.
    pub name: &'static str,
    pub protocol: Protocol,
    /// The service model, which the query and REST protocols cannot do without.
    pub(crate) model: Option<&'static ServiceModel>,
    operations: Vec<BoundOperation>,
    open: &'static [&'static str],
}

type Call = dyn Fn(Caller, Document, AnswerForm) -> BoxFuture<'static, Result<Answer, AwsError>>
    + Send
    + Sync;

struct BoundOperation {
    name: &'static str,
    call: Box<Call>,
}

impl ServiceApi {
    /// The service model is found by `name` and `protocol`.
    pub fn new<S: Send + Sync + 'static>(
        name: &'static str,
        protocol: Protocol,
        service: &Arc<S>,
        operations: Vec<Box<dyn ErasedOperation<S>>>,
    ) -> Self {
        let operations = operations
            .into_iter()
            .map(|operation| {
                let service = Arc::clone(service);
                let name = operation.name();
                let operation: Arc<dyn ErasedOperation<S>> = Arc::from(operation);
                let call: Box<Call> = Box::new(move |caller, body, form| {
                    let (service, operation) = (Arc::clone(&service), Arc::clone(&operation));
                    Box::pin(async move { operation.call(&service, &caller, body, form).await })
                });
                BoundOperation { name, call }
            })
            .collect();
        let model = levada_model::SERVICES.iter().copied().find(|model| {
            model.signing_name == name
                && match protocol {
                    Protocol::AwsJson { target_prefix, .. } => {
                        model.target_prefix == Some(target_prefix)
                    }
                    Protocol::Query { version, .. } => model.api_version == version,
                    Protocol::RestJson => true,
                }
        });
        Self { name, protocol, model, operations, open: &[] }
    }

    /// Name and protocol as the service model has them.
    pub fn of<S: Send + Sync + 'static>(
        model: &'static ServiceModel,
        service: &Arc<S>,
        operations: Vec<Box<dyn ErasedOperation<S>>>,
    ) -> Self {
        let protocol = match (model.target_prefix, model.json_version, model.xml_namespace) {
            (Some(target_prefix), version, _) => {
                Protocol::AwsJson { target_prefix, version: version.unwrap_or("1.1") }
            }
            (None, _, Some(xml_namespace)) => {
                Protocol::Query { version: model.api_version, xml_namespace }
            }
            (None, _, None) => Protocol::RestJson,
        };
        let api = Self::new(model.signing_name, protocol, service, operations);
        Self { model: Some(model), ..api }
    }

    /// These operations may be called without a signature even where signatures are required:
    /// links that people click, such as a subscription's confirmation.
    #[must_use]
    pub fn open_to_all(self, operations: &'static [&'static str]) -> Self {
        Self { open: operations, ..self }
    }

    /// Version and XML namespace of a service that speaks the query protocol, alone or beside
    /// AWS JSON.
    pub(crate) fn query(&self) -> Option<(&'static str, &'static str)> {
        match self.protocol {
            Protocol::Query { version, xml_namespace } => Some((version, xml_namespace)),
            Protocol::AwsJson { .. } => {
                let model = self.model?;
                model.xml_namespace.map(|namespace| (model.api_version, namespace))
            }
            Protocol::RestJson => None,
        }
    }

    /// The name of an error in the query protocol.
    pub(crate) fn query_code<'a>(&self, code: &'a str) -> &'a str {
        let known = self.model.map_or(&[][..], |model| model.query_errors);
        known.iter().find(|(name, _)| *name == code).map_or(code, |(_, in_query)| in_query)
    }

    /// Why `operation` cannot be called: AWS has it and this server does not, or nobody has.
    pub(crate) fn unserved(&self, operation: &str) -> AwsError {
        let exists = self.model.is_some_and(|model| {
            model.unserved.contains(&operation) || model.operation(operation).is_some()
        });
        if !exists {
            let message = format!("the operation `{operation}` is not served here");
            return AwsError::sender("UnknownOperationException", message);
        }
        let message = format!(
            "`{operation}` is not served by Levada; its documentation lists what is served of {}",
            self.name
        );
        AwsError::sender("UnsupportedOperationException", message)
    }

    pub(crate) fn is_open(&self, operation: &str) -> bool {
        self.open.contains(&operation)
    }

    pub fn operation_names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.operations.iter().map(|operation| operation.name)
    }

    /// `None` when the service has no such operation.
    pub async fn answer(
        &self,
        operation: &str,
        caller: Caller,
        body: Document,
        form: AnswerForm,
    ) -> Option<Result<Answer, AwsError>> {
        let found = self.operations.iter().find(|bound| bound.name == operation)?;
        Some((found.call)(caller, body, form).await)
    }

    /// [`answer`](Self::answer) of an operation that sends no events.
    pub async fn call(
        &self,
        operation: &str,
        caller: Caller,
        body: Document,
        form: AnswerForm,
    ) -> Option<Result<Bytes, AwsError>> {
        let answer = self.answer(operation, caller, body, form).await?;
        Some(answer.and_then(|answer| match answer {
            Answer::Whole(bytes) => Ok(bytes),
            Answer::Events(_) => Err(events_unspoken()),
        }))
    }
}

//! Operations that answer with a stream of events, such as `SubscribeToShard`.
//! Does not: buffer. An event is asked for when the one before it has gone to the transport, so a
//! slow reader holds one event and what its connection takes.

use std::future::{Future, ready};
use std::marker::PhantomData;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use futures::stream::{self, BoxStream};
use futures::{Stream, StreamExt as _};
use levada_model::{Empty, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::event_stream::Message;
use crate::operation::{Answer, checked, encode};
use crate::{AnswerForm, AwsError, Caller, Document, ErasedOperation};

/// Events as an operation gives them. The first error is sent and ends the stream.
pub type EventStream<E> = BoxStream<'static, Result<E, AwsError>>;

/// Like [`Operation`](crate::Operation), but after it has begun there is no answer, only events.
///
/// The stream is dropped when its client goes away, and when the server shuts down. It must itself
/// send what keeps an idle client waiting, and end in time.
pub trait StreamingOperation: Send + Sync + 'static {
    const NAME: &'static str;
    /// The type that each event says to be, such as `SubscribeToShardEvent`.
    const EVENT: &'static str;
    type Service: Send + Sync + 'static;
    type Input: DeserializeOwned + Validate + Send + 'static;
    type Event: Serialize + Send + 'static;
    type Error: Into<AwsError> + Send + 'static;

    /// An error here is an ordinary error answer; later ones travel in the stream.
    fn call(
        service: &Arc<Self::Service>,
        caller: &Caller,
        input: Self::Input,
    ) -> impl Future<Output = Result<EventStream<Self::Event>, Self::Error>> + Send;
}

/// `Streaming::<subscribe_to_shard::SubscribeToShard>::new()` makes a list entry of an operation.
pub struct Streaming<O>(PhantomData<fn() -> O>);

impl<O: StreamingOperation> Streaming<O> {
    #[expect(clippy::new_ret_no_self, reason = "a list of operations holds boxed trait objects")]
    pub fn new() -> Box<dyn ErasedOperation<O::Service>> {
        Box::new(Self(PhantomData))
    }
}

#[async_trait]
impl<O: StreamingOperation> ErasedOperation<O::Service> for Streaming<O> {
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
        let events = O::call(service, caller, input).await.map_err(Into::into)?;
        let events = events.map(move |event| event.and_then(|event| encode(&event, form)));
        // A panic would take every other request of the connection with it.
        let payloads = AssertUnwindSafe(events).catch_unwind().map(|caught| {
            caught.unwrap_or_else(|_| Err(AwsError::internal("the events failed unexpectedly")))
        });
        Ok(Answer::Events(Events { name: O::EVENT, form, payloads: payloads.boxed() }))
    }
}

/// A stream of encoded events.
pub struct Events {
    name: &'static str,
    form: AnswerForm,
    payloads: BoxStream<'static, Result<Bytes, AwsError>>,
}

impl Events {
    /// The stream's messages as they travel, `initial-response` first. It ends with the first
    /// error, or when `until` is done.
    pub(crate) fn messages(
        self,
        content_type: String,
        until: impl Future<Output = ()> + Send + 'static,
    ) -> impl Stream<Item = Bytes> + Send + 'static {
        let Self { name, form, payloads } = self;
        let first = ready(("initial-response", encode(&Empty {}, form)));
        let source = stream::once(first).chain(payloads.map(move |payload| (name, payload)));
        let sent = stream::unfold(Some(source), move |source| {
            let content_type = content_type.clone();
            async move {
                let mut source = source?;
                let (name, payload) = source.next().await?;
                match payload.and_then(|payload| event(name, &content_type, payload)) {
                    Ok(message) => Some((message, Some(source))),
                    Err(error) => Some((exception(&error, form, &content_type)?, None)),
                }
            }
        });
        sent.take_until(Box::pin(until))
    }
}

fn event(name: &str, content_type: &str, payload: Bytes) -> Result<Bytes, AwsError> {
    let headers =
        [(":event-type", name), (":content-type", content_type), (":message-type", "event")];
    Message::new(&headers, payload).encode().map_err(|e| AwsError::internal(e.to_string()))
}

/// `None` when not even the error fits into a message; the stream then just ends.
fn exception(error: &AwsError, form: AnswerForm, content_type: &str) -> Option<Bytes> {
    // Streams have their own name for it.
    let code = match error.code.as_ref() {
        "InternalFailure" => "InternalFailureException",
        code => code,
    };
    if error.status >= 500 {
        tracing::error!(%error, "a stream of events failed");
    }
    let mut body = (*error.members).clone();
    body.insert("message".to_owned(), error.message.clone().into());
    let headers = [
        (":exception-type", code),
        (":content-type", content_type),
        (":message-type", "exception"),
    ];
    Message::new(&headers, encode(&body, form).ok()?).encode().ok()
}

//! `DeregisterStreamConsumer`: a consumer is gone when the call returns, and its subscriptions end.
//! Does not: touch its stream.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::service::Streams;
use crate::target;

pub struct DeregisterStreamConsumer;

impl Operation for DeregisterStreamConsumer {
    const NAME: &'static str = "DeregisterStreamConsumer";
    type Service = Streams;
    type Input = model::DeregisterStreamConsumerInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let (stream, name) = (input.stream_arn, input.consumer_name);
        let key = target::consumer_named(streams, stream, name, input.consumer_arn)?;
        streams.deregister_consumer(&key).await?;
        Ok(Empty {})
    }
}

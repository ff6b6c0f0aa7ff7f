//! `RegisterStreamConsumer`: a consumer with a throughput of its own; it may subscribe at once.
//! Does not: subscribe it.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::{self, required};
use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct RegisterStreamConsumer;

impl Operation for RegisterStreamConsumer {
    const NAME: &'static str = "RegisterStreamConsumer";
    type Service = Streams;
    type Input = model::RegisterStreamConsumerInput;
    type Output = model::RegisterStreamConsumerOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: None, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let name = required(input.consumer_name, "ConsumerName")?;
        let tags = input.tags.unwrap_or_default();
        let consumer = streams.register_consumer(&stream.name, name, tags).await?;
        // What AWS answers while it makes the consumer; here it is active already.
        let consumer = shapes::consumer(&streams.identity, &stream, &consumer, "CREATING");
        Ok(model::RegisterStreamConsumerOutput { consumer: Some(consumer) })
    }
}

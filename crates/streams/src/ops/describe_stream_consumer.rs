//! `DescribeStreamConsumer`: a consumer by its ARN, or by its name and its stream's ARN.
//! Does not: say who is subscribed.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::service::Streams;
use crate::target;

pub struct DescribeStreamConsumer;

impl Operation for DescribeStreamConsumer {
    const NAME: &'static str = "DescribeStreamConsumer";
    type Service = Streams;
    type Input = model::DescribeStreamConsumerInput;
    type Output = model::DescribeStreamConsumerOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let (stream, name) = (input.stream_arn, input.consumer_name);
        let key = target::consumer_named(streams, stream, name, input.consumer_arn)?;
        let (stream, consumer) = streams.find_consumer(&key)?;
        let shown = shapes::consumer(&streams.identity, &stream, &consumer, shapes::ACTIVE);
        let description = model::ConsumerDescription {
            consumer_name: shown.consumer_name,
            consumer_arn: shown.consumer_arn,
            consumer_status: shown.consumer_status,
            consumer_creation_timestamp: shown.consumer_creation_timestamp,
            stream_arn: Some(stream.arn(&streams.identity).to_string()),
        };
        Ok(model::DescribeStreamConsumerOutput { consumer_description: Some(description) })
    }
}

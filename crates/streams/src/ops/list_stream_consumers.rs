//! `ListStreamConsumers`: a page of a stream's consumers by name.
//! Does not: show those of earlier streams of the name.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::limits::LIST_CONSUMER_COUNT;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct ListStreamConsumers;

impl Operation for ListStreamConsumers {
    const NAME: &'static str = "ListStreamConsumers";
    type Service = Streams;
    type Input = model::ListStreamConsumersInput;
    type Output = model::ListStreamConsumersOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: None, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let limit = shapes::count(input.max_results, LIST_CONSUMER_COUNT);
        let creation = input.stream_creation_timestamp;
        let list = match input.next_token {
            Some(_) if creation.is_some() => {
                let both = "NextToken and StreamCreationTimestamp cannot be provided together.";
                return Err(Error::InvalidArgument(both.into()));
            }
            Some(token) => streams.list_consumers_on(stream, &token, limit)?,
            None => {
                shapes::check_creation(streams, &stream, creation)?;
                streams.list_consumers(stream, None, limit)
            }
        };
        let identity = &streams.identity;
        let shown = list
            .consumers
            .iter()
            .map(|consumer| shapes::consumer(identity, &list.stream, consumer, shapes::ACTIVE));
        Ok(model::ListStreamConsumersOutput {
            consumers: Some(shown.collect()),
            next_token: list.next,
        })
    }
}

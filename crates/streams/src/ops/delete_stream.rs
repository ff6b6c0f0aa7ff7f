//! `DeleteStream`: a stream and all its records, gone when the call returns.
//! Does not: delete a stream with registered consumers unless told to.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct DeleteStream;

impl Operation for DeleteStream {
    const NAME: &'static str = "DeleteStream";
    type Service = Streams;
    type Input = model::DeleteStreamInput;
    type Output = Empty;
    type Error = Error;

    async fn call(streams: &Arc<Streams>, _: &Caller, input: Self::Input) -> Result<Empty, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let with_consumers = input.enforce_consumer_deletion.unwrap_or(false);
        streams.delete(&stream.name, with_consumers).await?;
        Ok(Empty {})
    }
}

//! `DeleteStream`: a stream and all its records, gone when the call returns.
//! Does not: look for consumers of the stream; they read an error.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::service::Streams;
use crate::target;

pub struct DeleteStream;

impl Operation for DeleteStream {
    const NAME: &'static str = "DeleteStream";
    type Service = Streams;
    type Input = model::DeleteStreamInput;
    type Output = Empty;
    type Error = Error;

    async fn call(streams: &Arc<Streams>, _: &Caller, input: Self::Input) -> Result<Empty, Error> {
        let name = target::of(streams, input.stream_name, input.stream_arn)?;
        streams.delete(&name).await?;
        Ok(Empty {})
    }
}

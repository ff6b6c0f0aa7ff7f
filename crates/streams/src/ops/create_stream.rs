//! `CreateStream`: a stream with its shards, ready for records when the call returns.
//! Does not: reshard, or set a throughput to be warm for.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_types::StreamName;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::{NewStream, Streams};

pub struct CreateStream;

impl Operation for CreateStream {
    const NAME: &'static str = "CreateStream";
    type Service = Streams;
    type Input = model::CreateStreamInput;
    type Output = Empty;
    type Error = Error;

    async fn call(streams: &Arc<Streams>, _: &Caller, input: Self::Input) -> Result<Empty, Error> {
        streams.create(parse(input)?).await?;
        Ok(Empty {})
    }
}

fn parse(input: model::CreateStreamInput) -> Result<NewStream, Error> {
    let invalid = Error::InvalidArgument;
    let name = StreamName::try_from(required(input.stream_name, "StreamName")?)
        .map_err(|error| invalid(error.to_string()))?;
    let mode = input.stream_mode_details.and_then(|details| details.stream_mode);
    let mut wanted = match (mode.as_deref(), input.shard_count) {
        (Some("ON_DEMAND"), None) => NewStream::on_demand(name),
        (Some("ON_DEMAND"), Some(_)) => {
            return Err(invalid("ShardCount cannot be specified for ON_DEMAND streams.".into()));
        }
        (_, Some(count)) => NewStream::provisioned(name, u32::try_from(count).unwrap_or(0)),
        (_, None) => {
            return Err(invalid("ShardCount must be specified for PROVISIONED streams.".into()));
        }
    };
    if let Some(kib) = input.max_record_size_in_ki_b.and_then(|kib| u32::try_from(kib).ok()) {
        wanted.record_kib_max = kib;
    }
    wanted.tags = input.tags.unwrap_or_default();
    Ok(wanted)
}

//! `DescribeStream`: a stream with a page of its shards.
//! Does not: filter shards (see `list_shards`).

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_types::ShardId;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::limits::DESCRIBE_SHARD_COUNT;
use crate::listing::ShardFilter;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct DescribeStream;

impl Operation for DescribeStream {
    const NAME: &'static str = "DescribeStream";
    type Service = Streams;
    type Input = model::DescribeStreamInput;
    type Output = model::DescribeStreamOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let after = input
            .exclusive_start_shard_id
            .map(|text| ShardId::parse(&text))
            .transpose()
            .map_err(|error| Error::InvalidArgument(error.to_string()))?;
        let limit = shapes::count(input.limit, DESCRIBE_SHARD_COUNT);
        let list = streams.list_shards(&stream, ShardFilter::All, after, limit);
        let description = model::StreamDescription {
            stream_name: Some(stream.name.to_string()),
            stream_arn: Some(stream.arn(&streams.identity).to_string()),
            stream_status: Some(stream.status().into()),
            stream_mode_details: Some(shapes::mode(stream.mode)),
            shards: Some(list.shards.iter().map(shapes::shard).collect()),
            has_more_shards: Some(list.next.is_some()),
            retention_period_hours: i32::try_from(stream.retention_hours).ok(),
            stream_creation_timestamp: Some(shapes::epoch(stream.created)),
            enhanced_monitoring: Some(shapes::enhanced_monitoring(&stream)),
            key_id: shapes::key_id(&stream),
            encryption_type: Some(stream.encryption_type().into()),
        };
        Ok(model::DescribeStreamOutput { stream_description: Some(description) })
    }
}

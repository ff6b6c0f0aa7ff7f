//! `MergeShards`: one shard takes over from two whose ranges meet.
//! Does not: merge shards of several streams.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct MergeShards;

impl Operation for MergeShards {
    const NAME: &'static str = "MergeShards";
    type Service = Streams;
    type Input = model::MergeShardsInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let one = required(input.shard_to_merge, "ShardToMerge")?;
        let other = required(input.adjacent_shard_to_merge, "AdjacentShardToMerge")?;
        streams.merge(&stream.name, &one, &other).await?;
        Ok(Empty {})
    }
}

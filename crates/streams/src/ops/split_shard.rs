//! `SplitShard`: two shards take over from one, at a hash key of the caller's.
//! Does not: choose the key.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_types::HashKey;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct SplitShard;

impl Operation for SplitShard {
    const NAME: &'static str = "SplitShard";
    type Service = Streams;
    type Input = model::SplitShardInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let shard = required(input.shard_to_split, "ShardToSplit")?;
        let at = required(input.new_starting_hash_key, "NewStartingHashKey")?;
        let at = HashKey::parse(&at).map_err(|error| Error::InvalidArgument(error.to_string()))?;
        streams.split(&stream.name, &shard, at).await?;
        Ok(Empty {})
    }
}

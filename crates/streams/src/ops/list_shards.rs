//! `ListShards`: a page of the shards that a filter shows.
//! Does not: hold state between pages; the token does.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_types::{ShardId, Timestamp};
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::limits::LIST_SHARD_COUNT;
use crate::listing::{ShardFilter, ShardList};
use crate::service::Streams;
use crate::target::{self, Named};

pub struct ListShards;

impl Operation for ListShards {
    const NAME: &'static str = "ListShards";
    type Service = Streams;
    type Input = model::ListShardsInput;
    type Output = model::ListShardsOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let list = list(streams, input)?;
        let shards = list.shards.iter().map(shapes::shard).collect();
        Ok(model::ListShardsOutput { shards: Some(shards), next_token: list.next })
    }
}

fn list(streams: &Streams, input: model::ListShardsInput) -> Result<ShardList, Error> {
    let limit = shapes::count(input.max_results, LIST_SHARD_COUNT);
    let creation = input.stream_creation_timestamp;
    let given = [
        ("StreamName", input.stream_name.is_some()),
        ("StreamARN", input.stream_arn.is_some()),
        ("StreamId", input.stream_id.is_some()),
        ("ExclusiveStartShardId", input.exclusive_start_shard_id.is_some()),
        ("StreamCreationTimestamp", creation.is_some()),
        ("ShardFilter", input.shard_filter.is_some()),
    ];
    if let Some(token) = input.next_token {
        return match given.iter().find(|(_, given)| *given) {
            Some((member, _)) => Err(Error::InvalidArgument(format!(
                "NextToken and {member} cannot be provided together."
            ))),
            None => streams.list_shards_on(&token, limit),
        };
    }
    if input.stream_name.is_none() && input.stream_arn.is_none() && input.stream_id.is_none() {
        let message = "Either NextToken or StreamName should be provided.";
        return Err(Error::InvalidArgument(message.into()));
    }
    let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
    let stream = target::stream(streams, named)?;
    shapes::check_creation(streams, &stream, creation)?;
    let after = input.exclusive_start_shard_id.as_deref().map(shard_id).transpose()?;
    let filter = input.shard_filter.map_or(Ok(ShardFilter::All), filter)?;
    Ok(streams.list_shards(&stream, filter, after, limit))
}

fn shard_id(text: &str) -> Result<ShardId, Error> {
    ShardId::parse(text).map_err(|error| Error::InvalidArgument(error.to_string()))
}

fn filter(given: model::ShardFilter) -> Result<ShardFilter, Error> {
    let kind = given.type_.unwrap_or_default();
    let needs =
        |member: &str| Error::InvalidArgument(format!("ShardFilter {kind} needs a {member}."));
    let time = || given.timestamp.map(|at| Timestamp(at.0)).ok_or_else(|| needs("Timestamp"));
    match kind.as_str() {
        "AFTER_SHARD_ID" => {
            let text = given.shard_id.as_deref().ok_or_else(|| needs("ShardId"))?;
            Ok(ShardFilter::AfterShard(shard_id(text)?))
        }
        "AT_LATEST" => Ok(ShardFilter::AtLatest),
        "AT_TRIM_HORIZON" => Ok(ShardFilter::AtTrimHorizon),
        "AT_TIMESTAMP" => Ok(ShardFilter::At(time()?)),
        "FROM_TRIM_HORIZON" => Ok(ShardFilter::FromTrimHorizon),
        "FROM_TIMESTAMP" => Ok(ShardFilter::From(time()?)),
        _ => Err(Error::InvalidArgument(format!("unknown ShardFilter type {kind}."))),
    }
}

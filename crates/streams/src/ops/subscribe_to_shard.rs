//! `SubscribeToShard`: a shard's records pushed to a consumer as they are stored.
//! Does not: frame events; `levada_wire` does.

use std::sync::Arc;

use futures::StreamExt as _;
use levada_model::kinesis as model;
use levada_wire::{AwsError, Caller, EventStream, StreamingOperation};

use super::get_shard_iterator;
use super::shapes::{self, required};
use crate::error::Error;
use crate::service::Streams;
use crate::subscription::Pushed;
use crate::target;

pub struct SubscribeToShard;

impl StreamingOperation for SubscribeToShard {
    const NAME: &'static str = "SubscribeToShard";
    const EVENT: &'static str = "SubscribeToShardEvent";
    type Service = Streams;
    type Input = model::SubscribeToShardInput;
    type Event = model::SubscribeToShardEvent;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<EventStream<Self::Event>, Error> {
        let consumer = required(input.consumer_arn, "ConsumerARN")?;
        let consumer = target::consumer(streams, &consumer)?;
        let shard = required(input.shard_id, "ShardId")?;
        let from = required(input.starting_position, "StartingPosition")?;
        let kind = required(from.type_, "Type")?;
        let start = get_shard_iterator::parse(&kind, from.sequence_number, from.timestamp)?;
        if input.dry_run == Some(true) {
            streams.check_subscription(&consumer, &shard, start).await?;
            return Err(Error::DryRun);
        }
        let events = streams.subscribe(&consumer, &shard, start).await?;
        Ok(events.map(|pushed| pushed.map(event).map_err(AwsError::from)).boxed())
    }
}

fn event(pushed: Pushed) -> model::SubscribeToShardEvent {
    let children = pushed.children.iter().map(shapes::child).collect::<Vec<_>>();
    model::SubscribeToShardEvent {
        records: Some(pushed.records.into_iter().map(shapes::record).collect()),
        continuation_sequence_number: pushed.continuation,
        millis_behind_latest: Some(pushed.millis_behind),
        child_shards: (!children.is_empty()).then_some(children),
    }
}

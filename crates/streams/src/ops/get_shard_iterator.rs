//! `GetShardIterator`: a place in a shard to read from, valid for five minutes.
//! Does not: read.

use std::sync::Arc;

use levada_model::Epoch;
use levada_model::kinesis as model;
use levada_types::Timestamp;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::read::Start;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct GetShardIterator;

impl Operation for GetShardIterator {
    const NAME: &'static str = "GetShardIterator";
    type Service = Streams;
    type Input = model::GetShardIteratorInput;
    type Output = model::GetShardIteratorOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let kind = shapes::required(input.shard_iterator_type, "ShardIteratorType")?;
        let start = parse(&kind, input.starting_sequence_number, input.timestamp)?;
        let shard = shapes::required(input.shard_id, "ShardId")?;
        let token = streams.iterate(&stream, &shard, start).await?;
        Ok(model::GetShardIteratorOutput { shard_iterator: Some(token) })
    }
}

/// Shared with `SubscribeToShard`.
pub fn parse(
    kind: &str,
    sequence: Option<String>,
    timestamp: Option<Epoch>,
) -> Result<Start, Error> {
    let mismatch = |what: &str| {
        Err(Error::InvalidArgument(format!(
            "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and \
             StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. \
             Request specified {kind} and {what}."
        )))
    };
    match (kind, sequence) {
        ("AT_SEQUENCE_NUMBER", Some(text)) => Ok(Start::AtSequence(text)),
        ("AFTER_SEQUENCE_NUMBER", Some(text)) => Ok(Start::AfterSequence(text)),
        ("AT_SEQUENCE_NUMBER" | "AFTER_SEQUENCE_NUMBER", None) => {
            mismatch("no StartingSequenceNumber")
        }
        (_, Some(_)) => mismatch("also a StartingSequenceNumber"),
        ("TRIM_HORIZON", None) => Ok(Start::TrimHorizon),
        ("AT_TIMESTAMP", None) => {
            let Epoch(ms) = timestamp.ok_or_else(|| {
                Error::InvalidArgument(
                    "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. \
                     Current value is null"
                        .into(),
                )
            })?;
            Ok(Start::AtTimestamp(Timestamp(ms)))
        }
        (_, None) => Ok(Start::Latest),
    }
}

//! `PutRecord`: appends one record to the shard that owns its hash key.
//! Does not: wait where a shard's rate is exceeded.

use std::fmt;
use std::sync::Arc;

use levada_model::kinesis as model;
use levada_types::HashKey;
use levada_wire::{Caller, Operation};

use super::shapes::{self, required};
use crate::append::{NewRecord, check_sizes};
use crate::error::Error;
use crate::service::Streams;
use crate::stream::{Distribution, Stream};
use crate::target::{self, Named};

pub struct PutRecord;

impl Operation for PutRecord {
    const NAME: &'static str = "PutRecord";
    type Service = Streams;
    type Input = model::PutRecordInput;
    type Output = model::PutRecordOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let record = NewRecord {
            partition_key: partition_key(&stream, input.partition_key, "partitionKey")?,
            explicit_hash_key: explicit_hash_key(input.explicit_hash_key.as_deref())?,
            data: required(input.data, "Data")?.0,
        };
        let named = ("data", record.partition_key.as_str(), &record.data);
        check_sizes(&stream, std::iter::once(named))?;
        if let Some(text) = &input.sequence_number_for_ordering {
            streams.check_ordering(&stream, text)?;
        }
        shapes::check_dry_run(input.dry_run)?;
        let placed = streams.put_records(&stream, vec![record], None).await?;
        let placed = required(placed.into_iter().next(), "Data")??;
        Ok(model::PutRecordOutput {
            shard_id: Some(placed.shard.to_string()),
            sequence_number: Some(placed.sequence.to_string()),
            encryption_type: shapes::encryption_type(&stream),
        })
    }
}

/// Shared with `PutRecords`; `path` names the member.
pub fn partition_key(
    stream: &Stream,
    key: Option<String>,
    path: impl fmt::Display,
) -> Result<String, Error> {
    match (key, stream.distribution) {
        (Some(key), _) => Ok(key),
        (None, Distribution::Auto) => Ok(String::new()),
        (None, Distribution::UserPartitionKey) => Err(Error::Validation(format!(
            "1 validation error detected: Value null at '{path}' failed to satisfy constraint: \
             Member must not be null"
        ))),
    }
}

/// Shared with `PutRecords`.
pub fn explicit_hash_key(text: Option<&str>) -> Result<Option<HashKey>, Error> {
    text.map(|text| {
        HashKey::parse(text).map_err(|_| {
            Error::InvalidArgument(format!(
                "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. \
                 Specified value was {text}"
            ))
        })
    })
    .transpose()
}

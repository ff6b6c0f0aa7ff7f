//! `PutRecords`: appends up to 500 records in one durable batch.
//! Does not: fail single records but for the rates of their shards, where those are limited.

use std::sync::Arc;

use levada_log::Producer;
use levada_model::kinesis as model;
use levada_wire::{AwsError, Caller, Operation};

use super::put_record::{explicit_hash_key, partition_key};
use super::shapes::{self, required};
use crate::append::{MemberPath, NewRecord, Placed, check_sizes};
use crate::error::Error;
use crate::limits::PUT_RECORD_COUNT_MAX;
use crate::service::Streams;
use crate::stream::Stream;
use crate::target::{self, Named};

pub struct PutRecords;

impl Operation for PutRecords {
    const NAME: &'static str = "PutRecords";
    type Service = Streams;
    type Input = model::PutRecordsInput;
    type Output = model::PutRecordsOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let entries = input.records.unwrap_or_default();
        if !(1..=PUT_RECORD_COUNT_MAX).contains(&entries.len()) {
            let message = format!("expected 1 to {PUT_RECORD_COUNT_MAX} records");
            return Err(Error::InvalidArgument(message));
        }
        let records = entries.into_iter().zip(1..).map(|entry| record(&stream, entry));
        let records = records.collect::<Result<Vec<_>, _>>()?;
        let named = records.iter().zip(1..).map(|(record, number)| {
            let path = MemberPath { record: number, member: "data" };
            (path, record.partition_key.as_str(), &record.data)
        });
        check_sizes(&stream, named)?;
        shapes::check_dry_run(input.dry_run)?;
        let producer = caller.producer.clone().map(Producer::from);
        let placed = streams.put_records(&stream, records, producer).await?;
        let failed = placed.iter().filter(|placed| placed.is_err()).count();
        Ok(model::PutRecordsOutput {
            failed_record_count: i32::try_from(failed).ok(),
            records: Some(placed.into_iter().map(result).collect()),
            encryption_type: shapes::encryption_type(&stream),
        })
    }
}

fn record(
    stream: &Stream,
    (entry, number): (model::PutRecordsRequestEntry, usize),
) -> Result<NewRecord, Error> {
    let path = MemberPath { record: number, member: "partitionKey" };
    Ok(NewRecord {
        partition_key: partition_key(stream, entry.partition_key, path)?,
        explicit_hash_key: explicit_hash_key(entry.explicit_hash_key.as_deref())?,
        data: required(entry.data, "Data")?.0,
    })
}

fn result(placed: Result<Placed, Error>) -> model::PutRecordsResultEntry {
    match placed {
        Ok(placed) => model::PutRecordsResultEntry {
            sequence_number: Some(placed.sequence.to_string()),
            shard_id: Some(placed.shard.to_string()),
            ..Default::default()
        },
        Err(error) => {
            let error = AwsError::from(error);
            model::PutRecordsResultEntry {
                error_code: Some(error.code.into_owned()),
                error_message: Some(error.message),
                ..Default::default()
            }
        }
    }
}

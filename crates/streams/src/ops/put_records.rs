//! `PutRecords`: appends up to 500 records in one durable batch, all or none.
//! Does not: fail single records; nothing here can take one and refuse another.

use std::sync::Arc;

use levada_log::Producer;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::put_record::explicit_hash_key;
use super::shapes::required;
use crate::append::{NewRecord, Placed, check_sizes};
use crate::error::Error;
use crate::limits::PUT_RECORD_COUNT_MAX;
use crate::service::Streams;
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
        let records = entries.into_iter().map(record).collect::<Result<Vec<_>, _>>()?;
        let named = records.iter().zip(1..).map(|(record, number)| {
            let path = format!("records.{number}.member.data");
            (path, record.partition_key.as_str(), &record.data)
        });
        check_sizes(&stream, named)?;
        let producer = caller.producer.clone().map(Producer::from);
        let placed = streams.append(&stream, &records, producer).await?;
        Ok(model::PutRecordsOutput {
            failed_record_count: Some(0),
            records: Some(placed.into_iter().map(result).collect()),
            encryption_type: None,
        })
    }
}

fn record(entry: model::PutRecordsRequestEntry) -> Result<NewRecord, Error> {
    Ok(NewRecord {
        partition_key: required(entry.partition_key, "PartitionKey")?,
        explicit_hash_key: explicit_hash_key(entry.explicit_hash_key.as_deref())?,
        data: required(entry.data, "Data")?.0,
    })
}

fn result(placed: Placed) -> model::PutRecordsResultEntry {
    model::PutRecordsResultEntry {
        sequence_number: Some(placed.sequence.to_string()),
        shard_id: Some(placed.shard.to_string()),
        ..Default::default()
    }
}

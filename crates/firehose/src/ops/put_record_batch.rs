//! `PutRecordBatch`: up to 500 records and 4 MiB, stored together or not at all.
//! Does not: fail in parts; `FailedPutCount` is 0 whenever there is an answer.

use std::sync::Arc;

use levada_log::Producer;
use levada_model::firehose as model;
use levada_wire::{Caller, Operation};

use super::shapes::{self, required};
use crate::error::Error;
use crate::service::Firehose;

pub struct PutRecordBatch;

impl Operation for PutRecordBatch {
    const NAME: &'static str = "PutRecordBatch";
    type Service = Firehose;
    type Input = model::PutRecordBatchInput;
    type Output = model::PutRecordBatchOutput;
    type Error = Error;

    async fn call(
        firehose: &Arc<Firehose>,
        caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let stream = firehose.find(&shapes::name(input.delivery_stream_name)?)?;
        let mut records = Vec::new();
        for record in required(input.records, "Records")? {
            records.push(required(record.data, "Records.Data")?.0);
        }
        let producer = caller.producer.clone().map(Producer::from);
        let receipt = firehose.put(&stream, records, producer).await?;
        let indexes = receipt.first_index..receipt.first_index + receipt.count;
        let entry = |index| model::PutRecordBatchResponseEntry {
            record_id: Some(stream.sequence(index, receipt.arrived).to_string()),
            ..Default::default()
        };
        Ok(model::PutRecordBatchOutput {
            failed_put_count: Some(0),
            encrypted: Some(false),
            request_responses: Some(indexes.map(entry).collect()),
        })
    }
}

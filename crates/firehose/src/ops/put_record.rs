//! `PutRecord`: one record into a delivery stream's buffer.
//! Does not: throttle.

use std::sync::Arc;

use levada_model::firehose as model;
use levada_wire::{Caller, Operation};

use super::shapes::{self, required};
use crate::error::Error;
use crate::service::Firehose;

pub struct PutRecord;

impl Operation for PutRecord {
    const NAME: &'static str = "PutRecord";
    type Service = Firehose;
    type Input = model::PutRecordInput;
    type Output = model::PutRecordOutput;
    type Error = Error;

    async fn call(
        firehose: &Arc<Firehose>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let stream = firehose.find(&shapes::name(input.delivery_stream_name)?)?;
        let record = required(input.record, "Record")?;
        let data = required(record.data, "Record.Data")?.0;
        let receipt = firehose.put(&stream, vec![data], None).await?;
        let id = stream.sequence(receipt.first_index, receipt.arrived).to_string();
        Ok(model::PutRecordOutput { record_id: Some(id), encrypted: Some(false) })
    }
}

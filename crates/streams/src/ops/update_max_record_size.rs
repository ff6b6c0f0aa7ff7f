//! `UpdateMaxRecordSize`: records of a stream may be as large as this, up to 10 MiB.
//! Does not: touch what is stored.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct UpdateMaxRecordSize;

impl Operation for UpdateMaxRecordSize {
    const NAME: &'static str = "UpdateMaxRecordSize";
    type Service = Streams;
    type Input = model::UpdateMaxRecordSizeInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: None, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let kib = required(input.max_record_size_in_ki_b, "MaxRecordSizeInKiB")?;
        streams.set_record_size(&stream.name, u32::try_from(kib).unwrap_or(0)).await?;
        Ok(Empty {})
    }
}

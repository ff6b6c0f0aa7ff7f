//! `IncreaseStreamRetentionPeriod`: records are kept longer.
//! Does not: bring back what is gone.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::settings::Direction;
use crate::target::{self, Named};

pub struct IncreaseStreamRetentionPeriod;

impl Operation for IncreaseStreamRetentionPeriod {
    const NAME: &'static str = "IncreaseStreamRetentionPeriod";
    type Service = Streams;
    type Input = model::IncreaseStreamRetentionPeriodInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let hours = required(input.retention_period_hours, "RetentionPeriodHours")?;
        streams.set_retention(&stream.name, hours.into(), Direction::Increase).await?;
        Ok(Empty {})
    }
}

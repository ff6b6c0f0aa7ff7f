//! `UpdateStreamRecordDistributionStrategy`: shards take turns, or partition keys decide.
//! Does not: move what is stored.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::stream::Distribution;
use crate::target::{self, Named};

pub struct UpdateStreamRecordDistributionStrategy;

impl Operation for UpdateStreamRecordDistributionStrategy {
    const NAME: &'static str = "UpdateStreamRecordDistributionStrategy";
    type Service = Streams;
    type Input = model::UpdateStreamRecordDistributionStrategyInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: None, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let strategy = required(input.record_distribution_strategy, "RecordDistributionStrategy")?;
        streams.set_distribution(&stream.name, Distribution::parse(&strategy)?).await?;
        Ok(Empty {})
    }
}

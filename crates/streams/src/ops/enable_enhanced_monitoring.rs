//! `EnableEnhancedMonitoring`: shard-level metrics of a stream are enabled.
//! Does not: publish them.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::{monitoring, required};
use crate::error::Error;
use crate::service::Streams;
use crate::settings::ShardMetric;
use crate::target::{self, Named};

pub struct EnableEnhancedMonitoring;

impl Operation for EnableEnhancedMonitoring {
    const NAME: &'static str = "EnableEnhancedMonitoring";
    type Service = Streams;
    type Input = model::EnableEnhancedMonitoringInput;
    type Output = model::EnhancedMonitoringOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let names = required(input.shard_level_metrics, "ShardLevelMetrics")?;
        let metrics = ShardMetric::parse(&names)?;
        let done = streams.enable_metrics(&stream.name, &metrics).await?;
        Ok(monitoring(&streams.identity, &done))
    }
}

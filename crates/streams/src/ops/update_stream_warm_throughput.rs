//! `UpdateStreamWarmThroughput`: an on-demand stream has shards for so much, also when idle.
//! Does not: limit the stream to it.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::{self, required};
use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct UpdateStreamWarmThroughput;

impl Operation for UpdateStreamWarmThroughput {
    const NAME: &'static str = "UpdateStreamWarmThroughput";
    type Service = Streams;
    type Input = model::UpdateStreamWarmThroughputInput;
    type Output = model::UpdateStreamWarmThroughputOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let mibps = required(input.warm_throughput_mi_bps, "WarmThroughputMiBps")?;
        let wanted = u32::try_from(mibps).unwrap_or(0);
        let stream = streams.set_warm_throughput(&stream.name, wanted).await?;
        Ok(model::UpdateStreamWarmThroughputOutput {
            stream_arn: Some(stream.arn(&streams.identity).to_string()),
            stream_name: Some(stream.name.to_string()),
            warm_throughput: shapes::warm_throughput(&stream),
        })
    }
}

//! `UpdateShardCount`: a provisioned stream with another number of equal shards.
//! Does not: scale beyond double or below half; the service has that rule.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct UpdateShardCount;

impl Operation for UpdateShardCount {
    const NAME: &'static str = "UpdateShardCount";
    type Service = Streams;
    type Input = model::UpdateShardCountInput;
    type Output = model::UpdateShardCountOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let target = required(input.target_shard_count, "TargetShardCount")?;
        let wanted = u32::try_from(target).unwrap_or(u32::MAX);
        let before = streams.update_shard_count(&stream.name, wanted).await?;
        Ok(model::UpdateShardCountOutput {
            stream_name: Some(stream.name.to_string()),
            current_shard_count: i32::try_from(before).ok(),
            target_shard_count: Some(target),
            stream_arn: Some(stream.arn(&streams.identity).to_string()),
        })
    }
}

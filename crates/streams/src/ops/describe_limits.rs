//! `DescribeLimits`: how many shards and on-demand streams there are, and how many there may be.
//! Does not: count what is closed.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::service::Streams;

pub struct DescribeLimits;

impl Operation for DescribeLimits {
    const NAME: &'static str = "DescribeLimits";
    type Service = Streams;
    type Input = model::DescribeLimitsInput;
    type Output = model::DescribeLimitsOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        _: Self::Input,
    ) -> Result<Self::Output, Error> {
        let (counts, limits) = (streams.counts(), streams.account_limits());
        Ok(model::DescribeLimitsOutput {
            shard_limit: i32::try_from(limits.shards).ok(),
            open_shard_count: i32::try_from(counts.provisioned_shards).ok(),
            on_demand_stream_count: i32::try_from(counts.on_demand_streams).ok(),
            on_demand_stream_count_limit: i32::try_from(limits.on_demand_streams).ok(),
            ..Default::default()
        })
    }
}

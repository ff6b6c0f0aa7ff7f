//! `CreateStream`: a stream with its shards, ready for records when the call returns.
//! Does not: reshard.

use std::collections::BTreeMap;
use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_types::StreamName;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::{NewStream, Streams};
use crate::settings::check_distribution;
use crate::stream::{Distribution, Mode};
use crate::tags::check_tags;

pub struct CreateStream;

impl Operation for CreateStream {
    const NAME: &'static str = "CreateStream";
    type Service = Streams;
    type Input = model::CreateStreamInput;
    type Output = Empty;
    type Error = Error;

    async fn call(streams: &Arc<Streams>, _: &Caller, input: Self::Input) -> Result<Empty, Error> {
        streams.create(parse(input)?).await?;
        Ok(Empty {})
    }
}

fn parse(input: model::CreateStreamInput) -> Result<NewStream, Error> {
    let invalid = Error::InvalidArgument;
    let name = StreamName::try_from(required(input.stream_name, "StreamName")?)
        .map_err(|error| invalid(error.to_string()))?;
    let mode = input.stream_mode_details.and_then(|details| details.stream_mode);
    let mode = mode.map_or(Ok(Mode::Provisioned), |text| Mode::parse(&text))?;
    let mut wanted = match (mode, input.shard_count) {
        (Mode::OnDemand, None) => NewStream::on_demand(name),
        (Mode::OnDemand, Some(_)) => {
            return Err(invalid("ShardCount cannot be specified for ON_DEMAND streams.".into()));
        }
        (Mode::Provisioned, Some(count)) => {
            NewStream::provisioned(name, u32::try_from(count).unwrap_or(0))
        }
        (Mode::Provisioned, None) => {
            return Err(invalid("ShardCount must be specified for PROVISIONED streams.".into()));
        }
    };
    if let Some(mibps) = input.warm_throughput_mi_bps {
        let mibps = u32::try_from(mibps).unwrap_or(0);
        wanted = wanted.warm(mibps)?;
    }
    if let Some(kib) = input.max_record_size_in_ki_b.and_then(|kib| u32::try_from(kib).ok()) {
        wanted.record_kib_max = kib;
    }
    if let Some(text) = input.record_distribution_strategy {
        wanted.distribution = Distribution::parse(&text)?;
        check_distribution(wanted.mode, wanted.distribution)?;
    }
    wanted.tags = input.tags.unwrap_or_default();
    check_tags(&BTreeMap::new(), &wanted.tags, || {
        format!("Failed to create stream {}", wanted.name)
    })?;
    Ok(wanted)
}

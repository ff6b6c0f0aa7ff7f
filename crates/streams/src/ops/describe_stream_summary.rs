//! `DescribeStreamSummary`: a stream without its shards.
//! Does not: count consumers; there are none.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::service::Streams;
use crate::stream::Mode;
use crate::target::{self, Named};

pub struct DescribeStreamSummary;

impl Operation for DescribeStreamSummary {
    const NAME: &'static str = "DescribeStreamSummary";
    type Service = Streams;
    type Input = model::DescribeStreamSummaryInput;
    type Output = model::DescribeStreamSummaryOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let summary = model::StreamDescriptionSummary {
            stream_name: Some(stream.name.to_string()),
            stream_arn: Some(stream.arn(&streams.identity).to_string()),
            stream_id: Some(stream.id(&streams.identity)),
            stream_status: Some(stream.status().into()),
            stream_mode_details: Some(shapes::mode(stream.mode)),
            retention_period_hours: i32::try_from(stream.retention_hours).ok(),
            stream_creation_timestamp: Some(shapes::epoch(stream.created)),
            enhanced_monitoring: Some(shapes::enhanced_monitoring(&stream)),
            key_id: shapes::key_id(&stream),
            encryption_type: Some(stream.encryption_type().into()),
            open_shard_count: shapes::open_shard_count(&stream),
            consumer_count: i32::try_from(stream.consumers.len()).ok(),
            record_distribution_strategy: (stream.mode == Mode::OnDemand)
                .then(|| stream.distribution.as_str().to_owned()),
            warm_throughput: shapes::warm_throughput(&stream),
            max_record_size_in_ki_b: i32::try_from(stream.record_kib_max).ok(),
            ..Default::default()
        };
        Ok(model::DescribeStreamSummaryOutput { stream_description_summary: Some(summary) })
    }
}

//! `UpdateStreamMode`: a stream becomes on-demand or provisioned, with the shards it has.
//! Does not: move records.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::stream::Mode;
use crate::target::{self, Named};

pub struct UpdateStreamMode;

impl Operation for UpdateStreamMode {
    const NAME: &'static str = "UpdateStreamMode";
    type Service = Streams;
    type Input = model::UpdateStreamModeInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: None, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let details = required(input.stream_mode_details, "StreamModeDetails")?;
        let mode = Mode::parse(&required(details.stream_mode, "StreamMode")?)?;
        let warm = input.warm_throughput_mi_bps.map(|mibps| u32::try_from(mibps).unwrap_or(0));
        streams.set_mode(&stream.name, mode, warm).await?;
        Ok(Empty {})
    }
}

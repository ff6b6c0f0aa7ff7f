//! `ListDeliveryStreams`: names in alphabetical order, page by page.
//! Does not: know other types than DirectPut; asking for them gives none.

use std::sync::Arc;

use levada_model::firehose as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::limits::LIST_DEFAULT;
use crate::service::Firehose;
use crate::stream::DeliveryStreamName;

pub struct ListDeliveryStreams;

impl Operation for ListDeliveryStreams {
    const NAME: &'static str = "ListDeliveryStreams";
    type Service = Firehose;
    type Input = model::ListDeliveryStreamsInput;
    type Output = model::ListDeliveryStreamsOutput;
    type Error = Error;

    async fn call(
        firehose: &Arc<Firehose>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok());
        let after = input.exclusive_start_delivery_stream_name;
        let after = after.as_deref().map(DeliveryStreamName::parse).transpose()?;
        let (names, more) = match input.delivery_stream_type.as_deref() {
            None | Some("DirectPut") => {
                firehose.list(after.as_ref(), limit.unwrap_or(LIST_DEFAULT))
            }
            Some(_) => (Vec::new(), false),
        };
        Ok(model::ListDeliveryStreamsOutput {
            delivery_stream_names: Some(names.iter().map(ToString::to_string).collect()),
            has_more_delivery_streams: Some(more),
        })
    }
}

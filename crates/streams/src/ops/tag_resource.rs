//! `TagResource`: tags of a stream or consumer, by its ARN.
//! Does not: tag what another service owns.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target;

pub struct TagResource;

impl Operation for TagResource {
    const NAME: &'static str = "TagResource";
    type Service = Streams;
    type Input = model::TagResourceInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = required(input.resource_arn, "ResourceARN")?;
        let resource = target::resource(streams, &arn)?;
        streams.add_tags(&resource, required(input.tags, "Tags")?).await?;
        Ok(Empty {})
    }
}

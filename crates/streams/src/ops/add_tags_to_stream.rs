//! `AddTagsToStream`: tags of a stream, by its name or ARN.
//! Does not: tag consumers (see `tag_resource`).

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named, Resource};

pub struct AddTagsToStream;

impl Operation for AddTagsToStream {
    const NAME: &'static str = "AddTagsToStream";
    type Service = Streams;
    type Input = model::AddTagsToStreamInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let tags = required(input.tags, "Tags")?;
        streams.add_tags(&Resource::Stream(stream.name.clone()), tags).await?;
        Ok(Empty {})
    }
}

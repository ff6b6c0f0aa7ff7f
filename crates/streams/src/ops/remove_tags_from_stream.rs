//! `RemoveTagsFromStream`: tags of a stream are removed; missing ones are no error.
//! Does not: untag consumers (see `untag_resource`).

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named, Resource};

pub struct RemoveTagsFromStream;

impl Operation for RemoveTagsFromStream {
    const NAME: &'static str = "RemoveTagsFromStream";
    type Service = Streams;
    type Input = model::RemoveTagsFromStreamInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let keys = required(input.tag_keys, "TagKeys")?;
        streams.remove_tags(&Resource::Stream(stream.name.clone()), &keys).await?;
        Ok(Empty {})
    }
}

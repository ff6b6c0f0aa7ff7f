//! `ListTagsForStream`: a page of a stream's tags by key.
//! Does not: show tags of consumers.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::limits::LIST_TAG_COUNT;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct ListTagsForStream;

impl Operation for ListTagsForStream {
    const NAME: &'static str = "ListTagsForStream";
    type Service = Streams;
    type Input = model::ListTagsForStreamInput;
    type Output = model::ListTagsForStreamOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let limit = shapes::count(input.limit, LIST_TAG_COUNT);
        let after = input.exclusive_start_tag_key.unwrap_or_default();
        let mut rest = stream.tags.iter().filter(|(key, _)| **key > after);
        let tags = rest.by_ref().take(limit).map(shapes::tag).collect();
        Ok(model::ListTagsForStreamOutput {
            tags: Some(tags),
            has_more_tags: Some(rest.next().is_some()),
        })
    }
}

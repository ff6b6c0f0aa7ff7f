//! `ListTagsForResource`: all tags of a stream or consumer, by its ARN.
//! Does not: page; there are at most fifty.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::{self, required};
use crate::error::Error;
use crate::service::Streams;
use crate::target;

pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    const NAME: &'static str = "ListTagsForResource";
    type Service = Streams;
    type Input = model::ListTagsForResourceInput;
    type Output = model::ListTagsForResourceOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = required(input.resource_arn, "ResourceARN")?;
        let resource = target::resource(streams, &arn)?;
        let tags = streams.tags(&resource)?.iter().map(shapes::tag).collect();
        Ok(model::ListTagsForResourceOutput { tags: Some(tags) })
    }
}

//! `UntagResource`: tags of a stream or consumer are removed, by its ARN.
//! Does not: report missing tags.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target;

pub struct UntagResource;

impl Operation for UntagResource {
    const NAME: &'static str = "UntagResource";
    type Service = Streams;
    type Input = model::UntagResourceInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = required(input.resource_arn, "ResourceARN")?;
        let resource = target::resource(streams, &arn)?;
        streams.remove_tags(&resource, &required(input.tag_keys, "TagKeys")?).await?;
        Ok(Empty {})
    }
}

//! `TagResource`: tags of an application, new or in the place of old ones.
//! Does not: apply settings among them before the next start or update.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct TagResource;

impl Operation for TagResource {
    const NAME: &'static str = "TagResource";
    type Service = Analytics;
    type Input = model::TagResourceRequest;
    type Output = model::TagResourceResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = required(input.resource_arn, "ResourceARN")?;
        let tags = required(input.tags, "Tags")?.into_iter();
        let tags = tags.map(|tag| (tag.key.unwrap_or_default(), tag.value.unwrap_or_default()));
        analytics.tag(&arn, tags.collect()).await?;
        Ok(model::TagResourceResponse {})
    }
}

//! `ListTagsForResource`: an application's tags.
//! Does not: give those of other services.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    const NAME: &'static str = "ListTagsForResource";
    type Service = Analytics;
    type Input = model::ListTagsForResourceRequest;
    type Output = model::ListTagsForResourceResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = required(input.resource_arn, "ResourceARN")?;
        let tags = analytics.by_arn(&arn).await?.tags.into_iter();
        let tags = tags.map(|(key, value)| model::Tag { key: Some(key), value: Some(value) });
        Ok(model::ListTagsForResourceResponse { tags: Some(tags.collect()) })
    }
}

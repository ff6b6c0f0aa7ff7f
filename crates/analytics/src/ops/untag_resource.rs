//! `UntagResource`: tags of an application are taken away.
//! Does not: mind keys that it does not have.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Analytics;

pub struct UntagResource;

impl Operation for UntagResource {
    const NAME: &'static str = "UntagResource";
    type Service = Analytics;
    type Input = model::UntagResourceRequest;
    type Output = model::UntagResourceResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = required(input.resource_arn, "ResourceARN")?;
        analytics.untag(&arn, &required(input.tag_keys, "TagKeys")?).await?;
        Ok(model::UntagResourceResponse {})
    }
}

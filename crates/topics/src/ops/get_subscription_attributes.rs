//! `GetSubscriptionAttributes`: what a subscription is.
//! Does not: show tokens.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Topics;

pub struct GetSubscriptionAttributes;

impl Operation for GetSubscriptionAttributes {
    const NAME: &'static str = "GetSubscriptionAttributes";
    type Service = Topics;
    type Input = model::GetSubscriptionAttributesInput;
    type Output = model::GetSubscriptionAttributesResponse;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = input.subscription_arn.unwrap_or_default();
        let subscription = topics.subscription(&arn).await?;
        let attributes = Some(convert::subscription_attributes(topics, &subscription));
        Ok(model::GetSubscriptionAttributesResponse { attributes })
    }
}

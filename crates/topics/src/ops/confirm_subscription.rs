//! `ConfirmSubscription`: turns a token that came back into a confirmed subscription.
//! Does not: need a signature: people click the link.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Topics;
use crate::subscribe::Confirmed;

pub struct ConfirmSubscription;

impl Operation for ConfirmSubscription {
    const NAME: &'static str = "ConfirmSubscription";
    type Service = Topics;
    type Input = model::ConfirmSubscriptionInput;
    type Output = model::ConfirmSubscriptionResponse;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let topic = convert::topic(input.topic_arn.as_deref())?;
        let asked = input.authenticate_on_unsubscribe.as_deref() == Some("true");
        let by = Confirmed {
            token: input.token.unwrap_or_default(),
            unsubscribe_needs_signature: asked && caller.access_key.is_some(),
        };
        let subscription = topics.confirm(&topic, &by).await?;
        let arn = subscription.arn(&topics.identity).to_string();
        Ok(model::ConfirmSubscriptionResponse { subscription_arn: Some(arn) })
    }
}

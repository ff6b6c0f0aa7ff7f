//! `ListSubscriptionsByTopic`: a topic's subscriptions, in pages.
//! Does not: show tokens.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::limits;
use crate::service::Topics;

pub struct ListSubscriptionsByTopic;

impl Operation for ListSubscriptionsByTopic {
    const NAME: &'static str = "ListSubscriptionsByTopic";
    type Service = Topics;
    type Input = model::ListSubscriptionsByTopicInput;
    type Output = model::ListSubscriptionsByTopicResponse;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let topic = convert::topic(input.topic_arn.as_deref())?;
        let after = convert::key_of_token(input.next_token.as_deref())?;
        let limit = limits::PAGE_ITEMS + 1;
        let found = topics.subscriptions(Some(&topic), after.as_deref(), limit).await?;
        let (subscriptions, next_token) = convert::subscription_page(topics, found);
        Ok(model::ListSubscriptionsByTopicResponse { subscriptions, next_token })
    }
}

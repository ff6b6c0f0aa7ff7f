//! `ListSubscriptions`: all subscriptions, in pages.
//! Does not: show tokens.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::limits;
use crate::service::Topics;

pub struct ListSubscriptions;

impl Operation for ListSubscriptions {
    const NAME: &'static str = "ListSubscriptions";
    type Service = Topics;
    type Input = model::ListSubscriptionsInput;
    type Output = model::ListSubscriptionsResponse;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let after = convert::key_of_token(input.next_token.as_deref())?;
        let found = topics.subscriptions(None, after.as_deref(), limits::PAGE_ITEMS + 1).await?;
        let (subscriptions, next_token) = convert::subscription_page(topics, found);
        Ok(model::ListSubscriptionsResponse { subscriptions, next_token })
    }
}

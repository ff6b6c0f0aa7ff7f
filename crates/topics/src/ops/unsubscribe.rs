//! `Unsubscribe`: ends a subscription.
//! Does not: need a signature, unless its confirmation asked for one.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::service::Topics;

pub struct Unsubscribe;

impl Operation for Unsubscribe {
    const NAME: &'static str = "Unsubscribe";
    type Service = Topics;
    type Input = model::UnsubscribeInput;
    type Output = levada_model::Empty;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = input.subscription_arn.unwrap_or_default();
        topics.unsubscribe(&arn, caller.access_key.is_some()).await?;
        Ok(levada_model::Empty {})
    }
}

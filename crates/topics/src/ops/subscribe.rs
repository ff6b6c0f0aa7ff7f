//! `Subscribe`: adds an endpoint to a topic, and asks it to confirm.
//! Does not: filter messages.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Topics;

pub struct Subscribe;

impl Operation for Subscribe {
    const NAME: &'static str = "Subscribe";
    type Service = Topics;
    type Input = model::SubscribeInput;
    type Output = model::SubscribeResponse;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let always_arn = input.return_subscription_arn == Some(true);
        let subscription = topics.subscribe(convert::new_subscription(input)?).await?;
        let arn = if always_arn || subscription.is_confirmed() {
            subscription.arn(&topics.identity).to_string()
        } else {
            "pending confirmation".to_owned()
        };
        Ok(model::SubscribeResponse { subscription_arn: Some(arn) })
    }
}

//! `DeleteTopic`: removes a topic with its subscriptions.
//! Does not: mind whether it is there.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Topics;

pub struct DeleteTopic;

impl Operation for DeleteTopic {
    const NAME: &'static str = "DeleteTopic";
    type Service = Topics;
    type Input = model::DeleteTopicInput;
    type Output = levada_model::Empty;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        topics.delete_topic(&convert::topic(input.topic_arn.as_deref())?).await?;
        Ok(levada_model::Empty {})
    }
}

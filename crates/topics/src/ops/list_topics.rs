//! `ListTopics`: all topics, in pages.
//! Does not: show their attributes.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::limits;
use crate::service::Topics;
use crate::topic::Topic;

pub struct ListTopics;

impl Operation for ListTopics {
    const NAME: &'static str = "ListTopics";
    type Service = Topics;
    type Input = model::ListTopicsInput;
    type Output = model::ListTopicsResponse;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let after = convert::key_of_token(input.next_token.as_deref())?;
        let mut found = topics.topics(after.as_deref(), limits::PAGE_ITEMS + 1).await?;
        let more = found.len() > limits::PAGE_ITEMS;
        found.truncate(limits::PAGE_ITEMS);
        let last = found.last().filter(|_| more);
        let next_token = last.map(|last| convert::token_of_key(last.name.as_str()));
        let arn = |topic: &Topic| Some(topics.topic_arn(&topic.name).to_string());
        let found = found.iter().map(|topic| model::Topic { topic_arn: arn(topic) }).collect();
        Ok(model::ListTopicsResponse { topics: Some(found), next_token })
    }
}

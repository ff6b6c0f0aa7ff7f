//! `CreateTopic`: a topic of this name, new or not.
//! Does not: know FIFO topics, encryption or policies.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Topics;
use crate::topic::TopicName;

pub struct CreateTopic;

impl Operation for CreateTopic {
    const NAME: &'static str = "CreateTopic";
    type Service = Topics;
    type Input = model::CreateTopicInput;
    type Output = model::CreateTopicResponse;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = TopicName::parse(&input.name.unwrap_or_default())?;
        let display_name = convert::topic_attributes(
            input.attributes.unwrap_or_default(),
            input.tags.unwrap_or_default().is_empty(),
        )?;
        let arn = topics.create_topic(name, display_name).await?.to_string();
        Ok(model::CreateTopicResponse { topic_arn: Some(arn) })
    }
}

//! `Publish`: a message to everybody who has subscribed to a topic.
//! Does not: reach phones or single endpoints.

use std::sync::Arc;

use levada_model::sns as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Topics;

pub struct Publish;

impl Operation for Publish {
    const NAME: &'static str = "Publish";
    type Service = Topics;
    type Input = model::PublishInput;
    type Output = model::PublishResponse;
    type Error = Error;

    async fn call(
        topics: &Arc<Topics>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let (topic, draft) = convert::draft(input)?;
        let message_id = Some(topics.publish(&topic, draft).await?);
        Ok(model::PublishResponse { message_id, sequence_number: None })
    }
}

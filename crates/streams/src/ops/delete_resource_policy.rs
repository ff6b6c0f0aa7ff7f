//! `DeleteResourcePolicy`: the stored policy of a stream or consumer is removed.
//! Does not: accept that there is none.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target;

pub struct DeleteResourcePolicy;

impl Operation for DeleteResourcePolicy {
    const NAME: &'static str = "DeleteResourcePolicy";
    type Service = Streams;
    type Input = model::DeleteResourcePolicyInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = required(input.resource_arn, "ResourceARN")?;
        let resource = target::resource(streams, &arn)?;
        streams.delete_policy(&resource).await?;
        Ok(Empty {})
    }
}

//! `PutResourcePolicy`: a policy is stored with a stream or consumer.
//! Does not: enforce it.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target;

pub struct PutResourcePolicy;

impl Operation for PutResourcePolicy {
    const NAME: &'static str = "PutResourcePolicy";
    type Service = Streams;
    type Input = model::PutResourcePolicyInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = required(input.resource_arn, "ResourceARN")?;
        let resource = target::resource(streams, &arn)?;
        streams.put_policy(&resource, required(input.policy, "Policy")?).await?;
        Ok(Empty {})
    }
}

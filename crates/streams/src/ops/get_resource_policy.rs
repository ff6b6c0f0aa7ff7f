//! `GetResourcePolicy`: the stored policy of a stream or consumer, as it was put.
//! Does not: say what it allows.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target;

pub struct GetResourcePolicy;

impl Operation for GetResourcePolicy {
    const NAME: &'static str = "GetResourcePolicy";
    type Service = Streams;
    type Input = model::GetResourcePolicyInput;
    type Output = model::GetResourcePolicyOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let arn = required(input.resource_arn, "ResourceARN")?;
        let resource = target::resource(streams, &arn)?;
        Ok(model::GetResourcePolicyOutput { policy: Some(streams.policy(&resource)?) })
    }
}

//! `CreateEventSourceMapping`: starts to hand a stream's records to a function.
//! Does not: hold the rules of batches (see `mapping`).

use std::sync::Arc;

use levada_model::lambda as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Functions;

pub struct CreateEventSourceMapping;

impl Operation for CreateEventSourceMapping {
    const NAME: &'static str = "CreateEventSourceMapping";
    type Service = Functions;
    type Input = model::CreateEventSourceMappingRequest;
    type Output = model::EventSourceMappingConfiguration;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let new = convert::new_mapping(functions, input)?;
        let mapping = functions.create_mapping(new).await?;
        let state = mapping.enabled.then_some("Creating");
        Ok(convert::mapping(functions, mapping, state))
    }
}

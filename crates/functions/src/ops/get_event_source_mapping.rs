//! `GetEventSourceMapping`: a mapping's settings and state.
//! Does not: tell how far it has read.

use std::sync::Arc;

use levada_model::lambda as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Functions;

pub struct GetEventSourceMapping;

impl Operation for GetEventSourceMapping {
    const NAME: &'static str = "GetEventSourceMapping";
    type Service = Functions;
    type Input = model::GetEventSourceMappingRequest;
    type Output = model::EventSourceMappingConfiguration;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let mapping = functions.mapping(&input.uuid.unwrap_or_default()).await?;
        Ok(convert::mapping(functions, mapping, None))
    }
}

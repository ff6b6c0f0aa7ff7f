//! `DeleteEventSourceMapping`: stops a mapping and forgets its checkpoints.
//! Does not: wait for a batch in flight to succeed.

use std::sync::Arc;

use levada_model::lambda as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Functions;

pub struct DeleteEventSourceMapping;

impl Operation for DeleteEventSourceMapping {
    const NAME: &'static str = "DeleteEventSourceMapping";
    type Service = Functions;
    type Input = model::DeleteEventSourceMappingRequest;
    type Output = model::EventSourceMappingConfiguration;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let uuid = input.uuid.unwrap_or_default();
        let mapping = functions.delete_mapping(&uuid).await?;
        Ok(convert::mapping(functions, mapping, Some("Deleting")))
    }
}

//! `AddApplicationInput`: a stream or delivery stream for the code to read.
//! Does not: start the application; a running one goes on with it.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::{new_input, required};
use crate::config::Change;
use crate::error::Error;
use crate::service::Analytics;

pub struct AddApplicationInput;

impl Operation for AddApplicationInput {
    const NAME: &'static str = "AddApplicationInput";
    type Service = Analytics;
    type Input = model::AddApplicationInputRequest;
    type Output = model::AddApplicationInputResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let added = new_input(required(input.input, "Input")?)?;
        analytics.update(&name, version, vec![Change::AddInput(added)]).await?;
        Ok(model::AddApplicationInputResponse {})
    }
}

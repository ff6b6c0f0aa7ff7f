//! `AddApplicationOutput`: a place for the rows of one in-application stream.
//! Does not: start the application; a running one goes on with it.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::{new_output, required};
use crate::config::Change;
use crate::error::Error;
use crate::service::Analytics;

pub struct AddApplicationOutput;

impl Operation for AddApplicationOutput {
    const NAME: &'static str = "AddApplicationOutput";
    type Service = Analytics;
    type Input = model::AddApplicationOutputRequest;
    type Output = model::AddApplicationOutputResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let added = new_output(required(input.output, "Output")?)?;
        analytics.update(&name, version, vec![Change::AddOutput(added)]).await?;
        Ok(model::AddApplicationOutputResponse {})
    }
}

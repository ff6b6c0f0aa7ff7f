//! `AddApplicationInput`: the source of a SQL application.
//! Does not: start the application; a running one goes on with the change.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::config::Change;
use crate::error::Error;
use crate::ops::shapes::required;
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
        let added = shapes::new_input(required(input.input, "Input")?)?;
        let application = analytics.update(&name, version, vec![Change::AddInput(added)]).await?;
        Ok(model::AddApplicationInputResponse {
            application_arn: Some(shapes::arn(analytics, &application)),
            application_version_id: shapes::version_id(&application),
            input_descriptions: shapes::sql(analytics, &application)?.input_descriptions,
        })
    }
}

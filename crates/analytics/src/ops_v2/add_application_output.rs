//! `AddApplicationOutput`: a place for the rows of one in-application stream.
//! Does not: start the application; a running one goes on with the change.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::config::Change;
use crate::error::Error;
use crate::ops::shapes::required;
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
        let added = shapes::new_output(required(input.output, "Output")?)?;
        let application = analytics.update(&name, version, vec![Change::AddOutput(added)]).await?;
        Ok(model::AddApplicationOutputResponse {
            application_arn: Some(shapes::arn(analytics, &application)),
            application_version_id: shapes::version_id(&application),
            output_descriptions: shapes::sql(analytics, &application)?.output_descriptions,
        })
    }
}

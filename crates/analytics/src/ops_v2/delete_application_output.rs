//! `DeleteApplicationOutput`: rows of its in-application stream go there no more.
//! Does not: start the application; a running one goes on with the change.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::config::Change;
use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct DeleteApplicationOutput;

impl Operation for DeleteApplicationOutput {
    const NAME: &'static str = "DeleteApplicationOutput";
    type Service = Analytics;
    type Input = model::DeleteApplicationOutputRequest;
    type Output = model::DeleteApplicationOutputResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let id = required(input.output_id, "OutputId")?;
        let application = analytics.update(&name, version, vec![Change::DeleteOutput(id)]).await?;
        Ok(model::DeleteApplicationOutputResponse {
            application_arn: Some(shapes::arn(analytics, &application)),
            application_version_id: shapes::version_id(&application),
        })
    }
}

//! `DeleteApplicationInputProcessingConfiguration`: records are decoded as they come again.
//! Does not: start the application; a running one goes on with the change.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::config::Change;
use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct DeleteApplicationInputProcessingConfiguration;

impl Operation for DeleteApplicationInputProcessingConfiguration {
    const NAME: &'static str = "DeleteApplicationInputProcessingConfiguration";
    type Service = Analytics;
    type Input = model::DeleteApplicationInputProcessingConfigurationRequest;
    type Output = model::DeleteApplicationInputProcessingConfigurationResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let id = required(input.input_id, "InputId")?;
        let application = analytics
            .update(&name, version, vec![Change::Processor { input: id, function: None }])
            .await?;
        Ok(model::DeleteApplicationInputProcessingConfigurationResponse {
            application_arn: Some(shapes::arn(analytics, &application)),
            application_version_id: shapes::version_id(&application),
        })
    }
}

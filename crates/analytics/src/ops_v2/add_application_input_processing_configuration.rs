//! `AddApplicationInputProcessingConfiguration`: a function that sees an input's records
//! before they are decoded.
//! Does not: start the application; a running one goes on with the change.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::config::Change;
use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct AddApplicationInputProcessingConfiguration;

impl Operation for AddApplicationInputProcessingConfiguration {
    const NAME: &'static str = "AddApplicationInputProcessingConfiguration";
    type Service = Analytics;
    type Input = model::AddApplicationInputProcessingConfigurationRequest;
    type Output = model::AddApplicationInputProcessingConfigurationResponse;
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
        let processing = input.input_processing_configuration;
        let function = shapes::processor(required(processing, "InputProcessingConfiguration")?)?;
        let change = Change::Processor { input: id.clone(), function: Some(function) };
        let application = analytics.update(&name, version, vec![change]).await?;
        let inputs = shapes::sql(analytics, &application)?.input_descriptions.unwrap_or_default();
        let described = inputs.into_iter().find(|input| input.input_id.as_ref() == Some(&id));
        Ok(model::AddApplicationInputProcessingConfigurationResponse {
            application_arn: Some(shapes::arn(analytics, &application)),
            application_version_id: shapes::version_id(&application),
            input_id: Some(id),
            input_processing_configuration_description: described
                .and_then(|input| input.input_processing_configuration_description),
        })
    }
}

//! `AddApplicationInputProcessingConfiguration`: a function that sees an input's records
//! before they are decoded.
//! Does not: start the application; a running one goes on with the change.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::{processor, required};
use crate::config::Change;
use crate::error::Error;
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
        let function = processor(required(processing, "InputProcessingConfiguration")?)?;
        let change = Change::Processor { input: id, function: Some(function) };
        analytics.update(&name, version, vec![change]).await?;
        Ok(model::AddApplicationInputProcessingConfigurationResponse {})
    }
}

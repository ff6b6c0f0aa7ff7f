//! `StartApplication`: reading from a fixed position on when the call returns.
//! Does not: wait until the first record is read.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::{required, start_position};
use crate::error::Error;
use crate::service::Analytics;

pub struct StartApplication;

impl Operation for StartApplication {
    const NAME: &'static str = "StartApplication";
    type Service = Analytics;
    type Input = model::StartApplicationRequest;
    type Output = model::StartApplicationResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let mut positions = Vec::new();
        for configuration in input.input_configurations.unwrap_or_default() {
            let id = required(configuration.id, "Id")?;
            let position = configuration.input_starting_position_configuration;
            let position = position.and_then(|position| position.input_starting_position);
            positions.push((id, position.as_deref().map(start_position).transpose()?));
        }
        analytics.start(&name, positions).await?;
        Ok(model::StartApplicationResponse {})
    }
}

//! `StopApplication`: no more reading; what is computed is still delivered.
//! Does not: wait until the state is READY.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Analytics;

pub struct StopApplication;

impl Operation for StopApplication {
    const NAME: &'static str = "StopApplication";
    type Service = Analytics;
    type Input = model::StopApplicationRequest;
    type Output = model::StopApplicationResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        analytics.stop(&name).await?;
        Ok(model::StopApplicationResponse {})
    }
}

//! `StopApplication`: no more reading; what is computed is still delivered.
//! Does not: wait until the state is READY, or stop by force.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::ops::shapes::required;
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
        if input.force == Some(true) {
            let message = "Force is for Flink applications only".to_owned();
            return Err(Error::InvalidArgument(message));
        }
        analytics.stop(&name).await?;
        Ok(model::StopApplicationResponse { operation_id: None })
    }
}

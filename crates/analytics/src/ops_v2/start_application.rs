//! `StartApplication`: reading from a fixed position on when the call returns.
//! Does not: wait until the first record is read.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::ops::shapes::required;
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
        let positions = shapes::positions(input.run_configuration)?;
        analytics.start(&name, positions).await?;
        Ok(model::StartApplicationResponse { operation_id: None })
    }
}

//! `DeleteApplication`: the application and everything it remembers, at once, running or not.
//! Does not: touch its sources and targets.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;
use levada_types::Timestamp;

pub struct DeleteApplication;

impl Operation for DeleteApplication {
    const NAME: &'static str = "DeleteApplication";
    type Service = Analytics;
    type Input = model::DeleteApplicationRequest;
    type Output = model::DeleteApplicationResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let created = required(input.create_timestamp, "CreateTimestamp")?;
        analytics.delete(&name, Timestamp(created.0)).await?;
        Ok(model::DeleteApplicationResponse {})
    }
}

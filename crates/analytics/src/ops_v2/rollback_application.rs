//! `RollbackApplication`: the version before the current one becomes the next one.
//! Does not: go back to the state of windows: they begin anew where the code differs.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct RollbackApplication;

impl Operation for RollbackApplication {
    const NAME: &'static str = "RollbackApplication";
    type Service = Analytics;
    type Input = model::RollbackApplicationRequest;
    type Output = model::RollbackApplicationResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let application = analytics.roll_back(&name, version).await?;
        let detail = shapes::detail(analytics, application)?;
        Ok(model::RollbackApplicationResponse {
            application_detail: Some(detail),
            operation_id: None,
        })
    }
}

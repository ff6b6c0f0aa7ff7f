//! `UpdateApplication`: code, inputs, outputs and reference data of a ready or running application.
//! Does not: lose rows: a running application goes on where it was.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::{self, required};
use crate::error::Error;
use crate::service::Analytics;

pub struct UpdateApplication;

impl Operation for UpdateApplication {
    const NAME: &'static str = "UpdateApplication";
    type Service = Analytics;
    type Input = model::UpdateApplicationRequest;
    type Output = model::UpdateApplicationResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let update = required(input.application_update, "ApplicationUpdate")?;
        analytics.update(&name, version, shapes::changes(update)?).await?;
        Ok(model::UpdateApplicationResponse {})
    }
}

//! `UpdateApplication`: code, inputs, outputs and reference data of a ready or running application.
//! Does not: lose rows: a running application goes on where it was.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::ops::shapes::required;
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
        let name = required(input.application_name.clone(), "ApplicationName")?;
        let version = shapes::version(
            analytics,
            &name,
            input.current_application_version_id,
            input.conditional_token.clone(),
        )
        .await?;
        let application = analytics.update(&name, version, shapes::changes(input)?).await?;
        let detail = shapes::detail(analytics, application)?;
        Ok(model::UpdateApplicationResponse {
            application_detail: Some(detail),
            operation_id: None,
        })
    }
}

//! `CreateApplication`: a SQL application, checked and ready to be started.
//! Does not: know other runtimes than SQL-1_0.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::service::Analytics;

pub struct CreateApplication;

impl Operation for CreateApplication {
    const NAME: &'static str = "CreateApplication";
    type Service = Analytics;
    type Input = model::CreateApplicationRequest;
    type Output = model::CreateApplicationResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let application = analytics.create(shapes::new_application(input)?).await?;
        let detail = shapes::detail(analytics, application)?;
        Ok(model::CreateApplicationResponse { application_detail: Some(detail) })
    }
}

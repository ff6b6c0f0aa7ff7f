//! `DescribeApplication`: configuration, version and state.
//! Does not: tell how far the application has read.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct DescribeApplication;

impl Operation for DescribeApplication {
    const NAME: &'static str = "DescribeApplication";
    type Service = Analytics;
    type Input = model::DescribeApplicationRequest;
    type Output = model::DescribeApplicationResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let detail = shapes::detail(analytics, analytics.describe(&name).await?)?;
        Ok(model::DescribeApplicationResponse { application_detail: Some(detail) })
    }
}

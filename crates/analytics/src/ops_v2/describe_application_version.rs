//! `DescribeApplicationVersion`: the configuration as it was at one version.
//! Does not: keep more than the newest thousand.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct DescribeApplicationVersion;

impl Operation for DescribeApplicationVersion {
    const NAME: &'static str = "DescribeApplicationVersion";
    type Service = Analytics;
    type Input = model::DescribeApplicationVersionRequest;
    type Output = model::DescribeApplicationVersionResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version = required(input.application_version_id, "ApplicationVersionId")?;
        let version = u64::try_from(version).unwrap_or(0);
        let detail = shapes::detail(analytics, analytics.version(&name, version).await?)?;
        Ok(model::DescribeApplicationVersionResponse { application_version_detail: Some(detail) })
    }
}

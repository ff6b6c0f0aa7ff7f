//! `AddApplicationCloudWatchLoggingOption`: where messages about the application should go.
//! Does not: send them there: they go to the server's own log.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::config::Change;
use crate::error::Error;
use crate::service::Analytics;

pub struct AddApplicationCloudWatchLoggingOption;

impl Operation for AddApplicationCloudWatchLoggingOption {
    const NAME: &'static str = "AddApplicationCloudWatchLoggingOption";
    type Service = Analytics;
    type Input = model::AddApplicationCloudWatchLoggingOptionRequest;
    type Output = model::AddApplicationCloudWatchLoggingOptionResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let option = required(input.cloud_watch_logging_option, "CloudWatchLoggingOption")?;
        let stream = required(option.log_stream_arn, "LogStreamARN")?;
        let change = Change::AddLogOption(stream, option.role_arn.unwrap_or_default());
        analytics.update(&name, version, vec![change]).await?;
        Ok(model::AddApplicationCloudWatchLoggingOptionResponse {})
    }
}

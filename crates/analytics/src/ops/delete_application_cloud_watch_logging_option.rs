//! `DeleteApplicationCloudWatchLoggingOption`: a place for messages is not named any more.
//! Does not: touch what is stored there.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::config::Change;
use crate::error::Error;
use crate::service::Analytics;

pub struct DeleteApplicationCloudWatchLoggingOption;

impl Operation for DeleteApplicationCloudWatchLoggingOption {
    const NAME: &'static str = "DeleteApplicationCloudWatchLoggingOption";
    type Service = Analytics;
    type Input = model::DeleteApplicationCloudWatchLoggingOptionRequest;
    type Output = model::DeleteApplicationCloudWatchLoggingOptionResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let id = required(input.cloud_watch_logging_option_id, "CloudWatchLoggingOptionId")?;
        analytics.update(&name, version, vec![Change::DeleteLogOption(id)]).await?;
        Ok(model::DeleteApplicationCloudWatchLoggingOptionResponse {})
    }
}

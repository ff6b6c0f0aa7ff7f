//! `DeleteApplicationCloudWatchLoggingOption`: a place for messages is not named any more.
//! Does not: touch what is stored there.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::config::Change;
use crate::error::Error;
use crate::ops::shapes::required;
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
        let version = shapes::version(
            analytics,
            &name,
            input.current_application_version_id,
            input.conditional_token,
        )
        .await?;
        let id = required(input.cloud_watch_logging_option_id, "CloudWatchLoggingOptionId")?;
        let change = Change::DeleteLogOption(id);
        let application = analytics.update(&name, version, vec![change]).await?;
        Ok(model::DeleteApplicationCloudWatchLoggingOptionResponse {
            application_arn: Some(shapes::arn(analytics, &application)),
            application_version_id: shapes::version_id(&application),
            cloud_watch_logging_option_descriptions: Some(shapes::log_options(&application)),
            operation_id: None,
        })
    }
}

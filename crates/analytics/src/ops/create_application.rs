//! `CreateApplication`: an application, checked and ready to be started.
//! Does not: start it, or look whether its sources exist.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::describe;
use super::shapes::{self, required};
use crate::config::NewApplication;
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
        let application = analytics.create(parse(input)?).await?;
        let summary = describe::summary(&analytics.identity, &application);
        Ok(model::CreateApplicationResponse { application_summary: Some(summary) })
    }
}

fn parse(input: model::CreateApplicationRequest) -> Result<NewApplication, Error> {
    let inputs = input.inputs.unwrap_or_default().into_iter().map(shapes::new_input);
    let outputs = input.outputs.unwrap_or_default().into_iter().map(shapes::new_output);
    let log_options = input.cloud_watch_logging_options.unwrap_or_default();
    let tags = input.tags.unwrap_or_default();
    Ok(NewApplication {
        name: required(input.application_name, "ApplicationName")?,
        description: input.application_description.unwrap_or_default(),
        code: input.application_code.unwrap_or_default(),
        service_role: String::new(),
        references: Vec::new(),
        inputs: inputs.collect::<Result<_, _>>()?,
        outputs: outputs.collect::<Result<_, _>>()?,
        log_options: log_options
            .into_iter()
            .map(|o| (o.log_stream_arn.unwrap_or_default(), o.role_arn.unwrap_or_default()))
            .collect(),
        tags: tags
            .into_iter()
            .map(|tag| (tag.key.unwrap_or_default(), tag.value.unwrap_or_default()))
            .collect(),
    })
}

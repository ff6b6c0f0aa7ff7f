//! `DeleteApplicationOutput`: rows of its in-application stream go there no more.
//! Does not: lose rows that are computed: they are delivered first.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::config::Change;
use crate::error::Error;
use crate::service::Analytics;

pub struct DeleteApplicationOutput;

impl Operation for DeleteApplicationOutput {
    const NAME: &'static str = "DeleteApplicationOutput";
    type Service = Analytics;
    type Input = model::DeleteApplicationOutputRequest;
    type Output = model::DeleteApplicationOutputResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let id = required(input.output_id, "OutputId")?;
        analytics.update(&name, version, vec![Change::DeleteOutput(id)]).await?;
        Ok(model::DeleteApplicationOutputResponse {})
    }
}

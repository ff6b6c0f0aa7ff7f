//! `DeleteApplicationReferenceDataSource`: its table is no longer one of the application.
//! Does not: touch what is stored there.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::config::Change;
use crate::error::Error;
use crate::service::Analytics;

pub struct DeleteApplicationReferenceDataSource;

impl Operation for DeleteApplicationReferenceDataSource {
    const NAME: &'static str = "DeleteApplicationReferenceDataSource";
    type Service = Analytics;
    type Input = model::DeleteApplicationReferenceDataSourceRequest;
    type Output = model::DeleteApplicationReferenceDataSourceResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let id = required(input.reference_id, "ReferenceId")?;
        analytics.update(&name, version, vec![Change::DeleteReference(id)]).await?;
        Ok(model::DeleteApplicationReferenceDataSourceResponse {})
    }
}

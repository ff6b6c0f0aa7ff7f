//! `AddApplicationReferenceDataSource`: a table that is loaded from an object.
//! Does not: start the application; a running one goes on with the change.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::config::Change;
use crate::error::Error;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct AddApplicationReferenceDataSource;

impl Operation for AddApplicationReferenceDataSource {
    const NAME: &'static str = "AddApplicationReferenceDataSource";
    type Service = Analytics;
    type Input = model::AddApplicationReferenceDataSourceRequest;
    type Output = model::AddApplicationReferenceDataSourceResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let version =
            required(input.current_application_version_id, "CurrentApplicationVersionId")?;
        let added =
            shapes::new_reference(required(input.reference_data_source, "ReferenceDataSource")?)?;
        let application =
            analytics.update(&name, version, vec![Change::AddReference(added)]).await?;
        Ok(model::AddApplicationReferenceDataSourceResponse {
            application_arn: Some(shapes::arn(analytics, &application)),
            application_version_id: shapes::version_id(&application),
            reference_data_source_descriptions: shapes::sql(analytics, &application)?
                .reference_data_source_descriptions,
        })
    }
}

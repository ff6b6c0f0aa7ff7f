//! `DescribeContinuousBackups`: that a table has no recovery to a point in time.
//! Does not: keep backups.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Tables;

pub struct DescribeContinuousBackups;

impl Operation for DescribeContinuousBackups {
    const NAME: &'static str = "DescribeContinuousBackups";
    type Service = Tables;
    type Input = model::DescribeContinuousBackupsInput;
    type Output = model::DescribeContinuousBackupsOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        tables.find_named(&required(input.table_name, "TableName")?)?;
        let recovery = model::PointInTimeRecoveryDescription {
            point_in_time_recovery_status: Some("DISABLED".to_owned()),
            ..Default::default()
        };
        let described = model::ContinuousBackupsDescription {
            continuous_backups_status: Some("ENABLED".to_owned()),
            point_in_time_recovery_description: Some(recovery),
        };
        Ok(model::DescribeContinuousBackupsOutput {
            continuous_backups_description: Some(described),
        })
    }
}

//! `UpdateTimeToLive`: items end when the second in an attribute has come, or no longer do.
//! Does not: wait until items that are there already are in the order of expiry.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Tables;

pub struct UpdateTimeToLive;

impl Operation for UpdateTimeToLive {
    const NAME: &'static str = "UpdateTimeToLive";
    type Service = Tables;
    type Input = model::UpdateTimeToLiveInput;
    type Output = model::UpdateTimeToLiveOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.table_name, "TableName")?;
        let given = required(input.time_to_live_specification, "TimeToLiveSpecification")?;
        let attribute = required(given.attribute_name.clone(), "AttributeName")?;
        if given.enabled == Some(true) {
            tables.enable_expiry(&name, &attribute).await?;
        } else {
            tables.disable_expiry(&name, &attribute).await?;
        }
        Ok(model::UpdateTimeToLiveOutput { time_to_live_specification: Some(given) })
    }
}

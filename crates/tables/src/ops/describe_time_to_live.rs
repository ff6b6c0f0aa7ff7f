//! `DescribeTimeToLive`: whether items of a table end, and by which attribute.
//! Does not: tell how many are due.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Tables;

pub struct DescribeTimeToLive;

impl Operation for DescribeTimeToLive {
    const NAME: &'static str = "DescribeTimeToLive";
    type Service = Tables;
    type Input = model::DescribeTimeToLiveInput;
    type Output = model::DescribeTimeToLiveOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let table = tables.find_named(&required(input.table_name, "TableName")?)?;
        let attribute = table.row.expiry.as_ref().map(|setting| setting.attribute.clone());
        let status = if attribute.is_some() { "ENABLED" } else { "DISABLED" };
        let described = model::TimeToLiveDescription {
            time_to_live_status: Some(status.to_owned()),
            attribute_name: attribute,
        };
        Ok(model::DescribeTimeToLiveOutput { time_to_live_description: Some(described) })
    }
}

//! `DescribeTable`: a table's schema, and its size counted now.
//! Does not: serve sizes from a cache; the service counts every six hours, we at the call.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::description::counted;
use super::shapes::required;
use crate::error::Error;
use crate::service::Tables;

pub struct DescribeTable;

impl Operation for DescribeTable {
    const NAME: &'static str = "DescribeTable";
    type Service = Tables;
    type Input = model::DescribeTableInput;
    type Output = model::DescribeTableOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let table = tables.find_named(&required(input.table_name, "TableName")?)?;
        Ok(model::DescribeTableOutput { table: Some(counted(tables, &table).await?) })
    }
}

//! `DeleteTable`: a table and all its items, gone when the call returns.
//! Does not: keep a backup.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::description::uncounted;
use super::shapes::required;
use crate::error::Error;
use crate::service::Tables;

pub struct DeleteTable;

impl Operation for DeleteTable {
    const NAME: &'static str = "DeleteTable";
    type Service = Tables;
    type Input = model::DeleteTableInput;
    type Output = model::DeleteTableOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let table = tables.delete(&required(input.table_name, "TableName")?).await?;
        let described = uncounted(tables, &table, "DELETING");
        Ok(model::DeleteTableOutput { table_description: Some(described) })
    }
}

//! `GetItem`: one item by its key, whole or in parts.
//! Does not: read anything but committed data; every read is consistent.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::{capacity, parts, read_units, required};
use crate::convert::{self, item_to_model};
use crate::error::Error;
use crate::project::project;
use crate::service::Tables;
use crate::value::item_size;

pub struct GetItem;

impl Operation for GetItem {
    const NAME: &'static str = "GetItem";
    type Service = Tables;
    type Input = model::GetItemInput;
    type Output = model::GetItemOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let key = convert::item(required(input.key, "Key")?)?;
        let paths = parts(
            input.projection_expression.as_deref(),
            input.attributes_to_get,
            input.expression_attribute_names,
        )?;
        let table = tables.find(&required(input.table_name, "TableName")?)?;
        let item = tables.get(&table, &table.row.schema.of_key(&key)?).await?;
        let units = read_units(item.as_ref().map_or(0, item_size), input.consistent_read);
        let shown = item.map(|item| match &paths {
            Some(paths) => project(&item, paths),
            None => item,
        });
        Ok(model::GetItemOutput {
            item: shown.map(item_to_model),
            consumed_capacity: capacity(input.return_consumed_capacity.as_deref(), &table, units),
        })
    }
}

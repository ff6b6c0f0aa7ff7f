//! `TransactGetItems`: up to 100 items of several tables, all as they were at one moment.
//! Does not: lock anything; it reads again when a writer came between.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::{capacities, parts, read_units, required};
use crate::convert::{self, item_to_model};
use crate::error::Error;
use crate::project::project;
use crate::service::Tables;
use crate::value::item_size;

pub struct TransactGetItems;

impl Operation for TransactGetItems {
    const NAME: &'static str = "TransactGetItems";
    type Service = Tables;
    type Input = model::TransactGetItemsInput;
    type Output = model::TransactGetItemsOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let (mut keys, mut shown) = (Vec::new(), Vec::new());
        for item in required(input.transact_items, "TransactItems")? {
            let get = required(item.get, "Get")?;
            let names = get.expression_attribute_names;
            shown.push(parts(get.projection_expression.as_deref(), None, names)?);
            let table = tables.find(&required(get.table_name, "TableName")?)?;
            let key = convert::item(required(get.key, "Key")?)?;
            let row_key = table.row.schema.of_key(&key)?;
            keys.push((table, row_key));
        }
        let items = tables.read_together(&keys).await?;
        let units = items
            .iter()
            .map(|item| 2.0 * read_units(item.as_ref().map_or(0, item_size), Some(true)));
        let read_from = keys.iter().map(|(table, _)| table);
        let consumed_capacity =
            capacities(input.return_consumed_capacity.as_deref(), read_from.zip(units));
        let responses = items.into_iter().zip(shown).map(|(item, paths)| model::ItemResponse {
            item: item.map(|item| match paths {
                Some(paths) => item_to_model(project(&item, &paths)),
                None => item_to_model(item),
            }),
        });
        Ok(model::TransactGetItemsOutput {
            responses: Some(responses.collect()),
            consumed_capacity,
        })
    }
}

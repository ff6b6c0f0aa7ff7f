//! `ListTables`: a page of table names.
//! Does not: describe them.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::limits::LIST_TABLE_COUNT;
use crate::service::Tables;

pub struct ListTables;

impl Operation for ListTables {
    const NAME: &'static str = "ListTables";
    type Service = Tables;
    type Input = model::ListTablesInput;
    type Output = model::ListTablesOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let limit = input
            .limit
            .and_then(|limit| usize::try_from(limit).ok())
            .map_or(LIST_TABLE_COUNT, |limit| limit.min(LIST_TABLE_COUNT));
        let (names, more) = tables.list(input.exclusive_start_table_name.as_deref(), limit);
        let last = names.last().filter(|_| more).cloned();
        Ok(model::ListTablesOutput { table_names: Some(names), last_evaluated_table_name: last })
    }
}

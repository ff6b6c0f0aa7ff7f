//! `BatchWriteItem`: up to 25 puts and deletions over several tables. They happen together here,
//! which is more than is promised.
//! Does not: leave items unprocessed, or take conditions.

use std::collections::BTreeSet;
use std::sync::Arc;

use levada_meta::Transaction;
use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::intent;
use super::shapes::{capacities, invalid, required, write_units};
use crate::error::Error;
use crate::limits::BATCH_WRITES_MAX;
use crate::service::Tables;
use crate::write::Intent;

pub struct BatchWriteItem;

impl Operation for BatchWriteItem {
    const NAME: &'static str = "BatchWriteItem";
    type Service = Tables;
    type Input = model::BatchWriteItemInput;
    type Output = model::BatchWriteItemOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let mut intents = Vec::new();
        for (table, requests) in required(input.request_items, "RequestItems")? {
            for request in requests {
                intents.push(parse(tables, &table, request)?);
            }
        }
        check(&intents)?;
        let written_to: Vec<_> = intents.iter().map(|i| Arc::clone(&i.table)).collect();
        let written = tables.write_all(intents, Transaction::default()).await?;
        let units = written.iter().map(|w| write_units([w.before.as_ref(), w.after.as_ref()]));
        let wanted = input.return_consumed_capacity.as_deref();
        Ok(model::BatchWriteItemOutput {
            unprocessed_items: Some(Default::default()),
            consumed_capacity: capacities(wanted, written_to.iter().zip(units)),
            ..Default::default()
        })
    }
}

fn parse(tables: &Tables, table: &str, request: model::WriteRequest) -> Result<Intent, Error> {
    let table_name = Some(table.to_owned());
    match (request.put_request, request.delete_request) {
        (Some(put), None) => {
            let put = model::Put { item: put.item, table_name, ..Default::default() };
            intent::put(tables, put, None)
        }
        (None, Some(delete)) => {
            let delete = model::Delete { key: delete.key, table_name, ..Default::default() };
            intent::delete(tables, delete, None)
        }
        _ => Err(invalid(
            "Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest",
        )),
    }
}

fn check(intents: &[Intent]) -> Result<(), Error> {
    if intents.len() > BATCH_WRITES_MAX {
        return Err(invalid("Too many items requested for the BatchWriteItem call"));
    }
    let mut seen = BTreeSet::new();
    if !intents.iter().all(|intent| seen.insert((intent.table.row.uid, &intent.key))) {
        return Err(invalid("Provided list of item keys contains duplicates"));
    }
    Ok(())
}

//! `TransactWriteItems`: up to 100 puts, updates, deletions and condition checks, all or none.
//! Does not: conflict with other transactions on an item; they wait for each other.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};
use sha2::{Digest, Sha256};

use super::intent::{self, OldUpdate};
use super::shapes::{capacities, invalid, required, write_units};
use crate::error::Error;
use crate::service::Tables;
use crate::transact::Token;
use crate::write::Intent;

pub struct TransactWriteItems;

impl Operation for TransactWriteItems {
    const NAME: &'static str = "TransactWriteItems";
    type Service = Tables;
    type Input = model::TransactWriteItemsInput;
    type Output = model::TransactWriteItemsOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let items = required(input.transact_items, "TransactItems")?;
        let token = input.client_request_token.map(|token| token_of(token, &items)).transpose()?;
        let parsed = items.into_iter().map(|item| parse(tables, item));
        let intents = parsed.collect::<Result<Vec<_>, Error>>()?;
        let written_to: Vec<_> = intents.iter().map(|i| Arc::clone(&i.table)).collect();
        let written = tables.transact(intents, token).await?;
        // Preparing and committing an item take its units twice.
        let units =
            written.iter().map(|w| 2.0 * write_units([w.before.as_ref(), w.after.as_ref()]));
        let wanted = input.return_consumed_capacity.as_deref();
        Ok(model::TransactWriteItemsOutput {
            consumed_capacity: capacities(wanted, written_to.iter().zip(units)),
            ..Default::default()
        })
    }
}

fn token_of(token: String, items: &[model::TransactWriteItem]) -> Result<Token, Error> {
    let text = serde_json::to_vec(items).map_err(|error| invalid(error.to_string()))?;
    let digest = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Token { token, digest })
}

fn parse(tables: &Tables, item: model::TransactWriteItem) -> Result<Intent, Error> {
    match (item.condition_check, item.put, item.delete, item.update) {
        (Some(check), None, None, None) => intent::check(tables, check),
        (None, Some(put), None, None) => intent::put(tables, put, None),
        (None, None, Some(delete), None) => intent::delete(tables, delete, None),
        (None, None, None, Some(update)) => intent::update(tables, update, OldUpdate::default()),
        _ => Err(invalid("TransactItems can only contain one of Check, Put, Update or Delete")),
    }
}

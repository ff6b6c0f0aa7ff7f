//! `UpdateItem`: changes an item in place, or makes one of its key, if its condition holds.
//! Does not: take the legacy AttributeUpdates.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::{attributes, capacity, guard, invalid, refuse, required, write_units};
use crate::convert;
use crate::error::Error;
use crate::expr::{self, Path, Scope, Update};
use crate::key::KeySchema;
use crate::project::project;
use crate::service::Tables;
use crate::update::apply;
use crate::value::Item;
use crate::write::{Written, check_size};

pub struct UpdateItem;

impl Operation for UpdateItem {
    const NAME: &'static str = "UpdateItem";
    type Service = Tables;
    type Input = model::UpdateItemInput;
    type Output = model::UpdateItemOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        refuse(&[
            ("AttributeUpdates", input.attribute_updates.is_some()),
            ("Expected", input.expected.is_some()),
            ("ConditionalOperator", input.conditional_operator.is_some()),
        ])?;
        let key = convert::item(required(input.key, "Key")?)?;
        let mut scope = Scope::new(
            input.expression_attribute_names,
            input.expression_attribute_values,
            &[
                ("UpdateExpression", input.update_expression.is_some()),
                ("ConditionExpression", input.condition_expression.is_some()),
            ],
        )?;
        let update = match input.update_expression.as_deref() {
            Some(text) => expr::update(text, &mut scope)?,
            None => Update::default(),
        };
        let guard = guard(
            input.condition_expression.as_deref(),
            input.return_values_on_condition_check_failure.as_deref(),
            &mut scope,
        )?;
        scope.finish()?;
        let table = tables.find(&required(input.table_name, "TableName")?)?;
        let row_key = table.row.schema.of_key(&key)?;
        check_targets(&update, &table.row.schema)?;
        let change = |before: Option<&Item>| {
            let after = apply(&update, before.unwrap_or(&key))?;
            check_size(&after, "Item size to update has exceeded the maximum allowed size")?;
            Ok(Some(after))
        };
        let written = tables.write(&table, row_key, &guard, change).await?;
        let units = write_units([written.before.as_ref(), written.after.as_ref()]);
        Ok(model::UpdateItemOutput {
            consumed_capacity: capacity(input.return_consumed_capacity.as_deref(), &table, units),
            attributes: attributes(returned(input.return_values.as_deref(), written, &update)),
            ..Default::default()
        })
    }
}

fn check_targets(update: &Update, schema: &KeySchema) -> Result<(), Error> {
    match update.targets().find(|path| schema.has(&path.attribute)) {
        Some(path) => Err(invalid(format!(
            "One or more parameter values were invalid: Cannot update attribute {}. This \
             attribute is part of the key",
            path.attribute
        ))),
        None => Ok(()),
    }
}

fn returned(wanted: Option<&str>, written: Written, update: &Update) -> Option<Item> {
    let updated = |item: Option<Item>| {
        let paths: Vec<Path> = update.targets().cloned().collect();
        item.map(|item| project(&item, &paths))
    };
    match wanted {
        Some("ALL_OLD") => written.before,
        Some("ALL_NEW") => written.after,
        Some("UPDATED_OLD") => updated(written.before),
        Some("UPDATED_NEW") => updated(written.after),
        _ => None,
    }
}

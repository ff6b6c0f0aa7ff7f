//! `UpdateItem`: changes an item in place, or makes one of its key, if its condition holds.
//! Does not: change key attributes.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::intent::{self, OldUpdate};
use super::shapes::{attributes, capacity, write_units};
use crate::error::Error;
use crate::expr::Path;
use crate::legacy;
use crate::project::project;
use crate::service::Tables;
use crate::value::Item;
use crate::write::{Change, Written};

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
        let expressions = [
            ("UpdateExpression", input.update_expression.is_some()),
            ("ConditionExpression", input.condition_expression.is_some()),
        ];
        let old = [("AttributeUpdates", input.attribute_updates.is_some())];
        legacy::check_not_mixed(&old, &expressions)?;
        let operator = input.conditional_operator.as_deref();
        let old = OldUpdate {
            expected: intent::expected(input.expected, operator, &expressions)?,
            update: input.attribute_updates.map(legacy::updates).transpose()?,
        };
        let update = model::Update {
            key: input.key,
            update_expression: input.update_expression,
            table_name: input.table_name,
            condition_expression: input.condition_expression,
            expression_attribute_names: input.expression_attribute_names,
            expression_attribute_values: input.expression_attribute_values,
            return_values_on_condition_check_failure: input
                .return_values_on_condition_check_failure,
        };
        let intent = intent::update(tables, update, old)?;
        let table = Arc::clone(&intent.table);
        let targets: Vec<Path> = match &intent.change {
            Change::Update { update, .. } => update.targets().cloned().collect(),
            Change::Put(_) | Change::Delete | Change::Keep => Vec::new(),
        };
        let written = tables.write(intent).await?;
        let units = write_units([written.before.as_ref(), written.after.as_ref()]);
        Ok(model::UpdateItemOutput {
            consumed_capacity: capacity(input.return_consumed_capacity.as_deref(), &table, units),
            attributes: attributes(returned(input.return_values.as_deref(), written, &targets)),
            ..Default::default()
        })
    }
}

fn returned(wanted: Option<&str>, written: Written, targets: &[Path]) -> Option<Item> {
    let updated = |item: Option<Item>| item.map(|item| project(&item, targets));
    match wanted {
        Some("ALL_OLD") => written.before,
        Some("ALL_NEW") => written.after,
        Some("UPDATED_OLD") => updated(written.before),
        Some("UPDATED_NEW") => updated(written.after),
        _ => None,
    }
}

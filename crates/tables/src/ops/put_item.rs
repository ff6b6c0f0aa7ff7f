//! `PutItem`: stores a whole item, if its condition holds.
//! Does not: merge with the item that was there.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::{attributes, capacity, guard, refuse, required, wants_old, write_units};
use crate::convert;
use crate::error::Error;
use crate::expr::Scope;
use crate::service::Tables;
use crate::write::check_size;

pub struct PutItem;

impl Operation for PutItem {
    const NAME: &'static str = "PutItem";
    type Service = Tables;
    type Input = model::PutItemInput;
    type Output = model::PutItemOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        refuse(&[
            ("Expected", input.expected.is_some()),
            ("ConditionalOperator", input.conditional_operator.is_some()),
        ])?;
        let wants_old = wants_old(input.return_values.as_deref())?;
        let item = convert::item(required(input.item, "Item")?)?;
        let mut scope = Scope::new(
            input.expression_attribute_names,
            input.expression_attribute_values,
            &[("ConditionExpression", input.condition_expression.is_some())],
        )?;
        let guard = guard(
            input.condition_expression.as_deref(),
            input.return_values_on_condition_check_failure.as_deref(),
            &mut scope,
        )?;
        scope.finish()?;
        let table = tables.find(&required(input.table_name, "TableName")?)?;
        let key = table.row.schema.of_item(&item)?;
        check_size(&item, "Item size has exceeded the maximum allowed size")?;
        let written = tables.write(&table, key, &guard, |_| Ok(Some(item.clone()))).await?;
        let units = write_units([written.before.as_ref(), written.after.as_ref()]);
        Ok(model::PutItemOutput {
            consumed_capacity: capacity(input.return_consumed_capacity.as_deref(), &table, units),
            attributes: attributes(written.before.filter(|_| wants_old)),
            ..Default::default()
        })
    }
}

//! `DeleteItem`: removes an item, if its condition holds; an absent one is no error.
//! Does not: remove single attributes (see `update_item`).

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::intent;
use super::shapes::{attributes, capacity, wants_old, write_units};
use crate::error::Error;
use crate::service::Tables;

pub struct DeleteItem;

impl Operation for DeleteItem {
    const NAME: &'static str = "DeleteItem";
    type Service = Tables;
    type Input = model::DeleteItemInput;
    type Output = model::DeleteItemOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let wants_old = wants_old(input.return_values.as_deref())?;
        let expected = intent::expected(
            input.expected,
            input.conditional_operator.as_deref(),
            &[("ConditionExpression", input.condition_expression.is_some())],
        )?;
        let delete = model::Delete {
            key: input.key,
            table_name: input.table_name,
            condition_expression: input.condition_expression,
            expression_attribute_names: input.expression_attribute_names,
            expression_attribute_values: input.expression_attribute_values,
            return_values_on_condition_check_failure: input
                .return_values_on_condition_check_failure,
        };
        let intent = intent::delete(tables, delete, expected)?;
        let table = Arc::clone(&intent.table);
        let written = tables.write(intent).await?;
        let units = write_units([written.before.as_ref(), None]);
        Ok(model::DeleteItemOutput {
            consumed_capacity: capacity(input.return_consumed_capacity.as_deref(), &table, units),
            attributes: attributes(written.before.filter(|_| wants_old)),
            ..Default::default()
        })
    }
}

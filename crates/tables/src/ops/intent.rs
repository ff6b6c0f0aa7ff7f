//! What the item operations and the parts of a transaction ask for, as intents to write.
//! Does not: write.

use std::collections::BTreeMap;

use levada_model::dynamodb as model;

use super::shapes::{invalid, required};
use crate::convert;
use crate::error::Error;
use crate::expr::{self, Condition, Kind, Scope, Update};
use crate::key::KeySchema;
use crate::legacy;
use crate::service::Tables;
use crate::write::{Change, Guard, Intent};

/// `Expected` and `ConditionalOperator` of an operation that may take expressions instead.
pub fn expected(
    given: Option<BTreeMap<String, model::ExpectedAttributeValue>>,
    operator: Option<&str>,
    expressions: &[(&str, bool)],
) -> Result<Option<Condition>, Error> {
    let old = [("Expected", given.is_some()), ("ConditionalOperator", operator.is_some())];
    legacy::check_not_mixed(&old, expressions)?;
    legacy::expected(given, operator)
}

/// The guard of a ConditionExpression, or of what the old interface expects.
fn guard(
    expression: Option<&str>,
    expected: Option<Condition>,
    on_failure: Option<&str>,
    scope: &mut Scope,
) -> Result<Guard, Error> {
    let condition = match expression {
        Some(text) => Some(expr::condition(Kind::Condition, text, scope)?),
        None => expected,
    };
    Ok(Guard { condition, show_item: on_failure == Some("ALL_OLD") })
}

/// `expected` is the old interface's condition, which transactions do not have.
pub fn put(tables: &Tables, put: model::Put, expected: Option<Condition>) -> Result<Intent, Error> {
    let item = convert::item(required(put.item, "Item")?)?;
    let mut scope = Scope::new(
        put.expression_attribute_names,
        put.expression_attribute_values,
        &[("ConditionExpression", put.condition_expression.is_some())],
    )?;
    let guard = guard(
        put.condition_expression.as_deref(),
        expected,
        put.return_values_on_condition_check_failure.as_deref(),
        &mut scope,
    )?;
    scope.finish()?;
    let table = tables.find(&required(put.table_name, "TableName")?)?;
    let key = table.row.schema.of_item(&item)?;
    Ok(Intent { table, key, guard, change: Change::Put(item) })
}

pub fn delete(
    tables: &Tables,
    delete: model::Delete,
    expected: Option<Condition>,
) -> Result<Intent, Error> {
    let check = model::ConditionCheck {
        key: delete.key,
        table_name: delete.table_name,
        condition_expression: delete.condition_expression,
        expression_attribute_names: delete.expression_attribute_names,
        expression_attribute_values: delete.expression_attribute_values,
        return_values_on_condition_check_failure: delete.return_values_on_condition_check_failure,
    };
    Ok(Intent { change: Change::Delete, ..of_key(tables, check, expected)? })
}

pub fn check(tables: &Tables, check: model::ConditionCheck) -> Result<Intent, Error> {
    of_key(tables, check, None)
}

fn of_key(
    tables: &Tables,
    given: model::ConditionCheck,
    expected: Option<Condition>,
) -> Result<Intent, Error> {
    let key = convert::item(required(given.key, "Key")?)?;
    let mut scope = Scope::new(
        given.expression_attribute_names,
        given.expression_attribute_values,
        &[("ConditionExpression", given.condition_expression.is_some())],
    )?;
    let guard = guard(
        given.condition_expression.as_deref(),
        expected,
        given.return_values_on_condition_check_failure.as_deref(),
        &mut scope,
    )?;
    scope.finish()?;
    let table = tables.find(&required(given.table_name, "TableName")?)?;
    let key = table.row.schema.of_key(&key)?;
    Ok(Intent { table, key, guard, change: Change::Keep })
}

/// What the old interface says of an update.
#[derive(Default)]
pub struct OldUpdate {
    pub expected: Option<Condition>,
    /// With whether an item is made where there is none.
    pub update: Option<(Update, bool)>,
}

pub fn update(tables: &Tables, given: model::Update, old: OldUpdate) -> Result<Intent, Error> {
    let key = convert::item(required(given.key, "Key")?)?;
    let mut scope = Scope::new(
        given.expression_attribute_names,
        given.expression_attribute_values,
        &[
            ("UpdateExpression", given.update_expression.is_some()),
            ("ConditionExpression", given.condition_expression.is_some()),
        ],
    )?;
    let (update, makes_item) = match given.update_expression.as_deref() {
        Some(text) => (expr::update(text, &mut scope)?, true),
        None => old.update.unwrap_or((Update::default(), true)),
    };
    let guard = guard(
        given.condition_expression.as_deref(),
        old.expected,
        given.return_values_on_condition_check_failure.as_deref(),
        &mut scope,
    )?;
    scope.finish()?;
    let table = tables.find(&required(given.table_name, "TableName")?)?;
    let row_key = table.row.schema.of_key(&key)?;
    check_targets(&update, &table.row.schema)?;
    Ok(Intent { table, key: row_key, guard, change: Change::Update { update, key, makes_item } })
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

//! `Query`: items of one hash key, of a table or an index, in the order of their range keys.
//! Does not: fetch what an index does not project.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::page::{Page, Shown, check_filter, filter, paths, start_key};
use super::shapes::{capacity, invalid, read_units, required};
use crate::error::Error;
use crate::expr::{self, Scope};
use crate::legacy;
use crate::search::Search;
use crate::service::Tables;
use crate::view::View;

pub struct Query;

impl Operation for Query {
    const NAME: &'static str = "Query";
    type Service = Tables;
    type Input = model::QueryInput;
    type Output = model::QueryOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        mut input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let table = tables.find(&required(input.table_name.take(), "TableName")?)?;
        let consistent = input.consistent_read;
        let wanted = input.return_consumed_capacity.take();
        let view = View::of(&table.row, input.index_name.as_deref(), consistent)?;
        let (search, shown) = parse(&view, input)?;
        let found = tables.search(&view.space(), &search).await?;
        let capacity = capacity(wanted.as_deref(), &table, read_units(found.bytes, consistent));
        Ok(Page::of(found, &shown, &view).into_query(capacity))
    }
}

fn parse(view: &View<'_>, input: model::QueryInput) -> Result<(Search, Shown), Error> {
    let expressions = [
        ("FilterExpression", input.filter_expression.is_some()),
        ("KeyConditionExpression", input.key_condition_expression.is_some()),
        ("ProjectionExpression", input.projection_expression.is_some()),
    ];
    let old = [
        ("AttributesToGet", input.attributes_to_get.is_some()),
        ("ConditionalOperator", input.conditional_operator.is_some()),
        ("KeyConditions", input.key_conditions.is_some()),
        ("QueryFilter", input.query_filter.is_some()),
    ];
    legacy::check_not_mixed(&old, &expressions)?;
    let mut scope = Scope::new(
        input.expression_attribute_names,
        input.expression_attribute_values,
        &expressions,
    )?;
    let old_filter = legacy::filter(input.query_filter, input.conditional_operator.as_deref())?;
    let filter = filter(input.filter_expression.as_deref(), old_filter, &mut scope)?;
    let paths = paths(input.projection_expression.as_deref(), input.attributes_to_get, &mut scope)?;
    let condition = match (input.key_condition_expression, input.key_conditions) {
        (Some(text), _) => expr::key_condition(&text, &mut scope, view.schema())?,
        (None, Some(conditions)) => legacy::key_conditions(conditions, view.schema())?,
        (None, None) => {
            return Err(invalid(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified \
                 in the request.",
            ));
        }
    };
    scope.finish()?;
    check_filter(filter.as_ref(), view.schema())?;
    let stretch = view.stretch(&condition);
    let after = start_key(input.exclusive_start_key, view)?;
    if after.as_ref().is_some_and(|key| !stretch.contains(key)) {
        return Err(invalid(
            "The provided starting key is outside query boundaries based on provided conditions",
        ));
    }
    let search = Search {
        stretch,
        descending: input.scan_index_forward == Some(false),
        filter,
        limit: input.limit.and_then(|limit| usize::try_from(limit).ok()),
        after,
        part: None,
    };
    Ok((search, Shown::of(view, input.select.as_deref(), paths)?))
}

//! `Query`: items of one hash key in the order of their range keys.
//! Does not: query indexes; there are none.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::page::{Page, Shown, check_filter, start_key};
use super::shapes::{capacity, invalid, read_units, refuse, required};
use crate::error::Error;
use crate::expr::{self, Kind, Scope};
use crate::range::Stretch;
use crate::search::Search;
use crate::service::{OpenTable, Tables};

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
        let (search, shown) = parse(&table, input)?;
        let found = tables.search(&table, &search).await?;
        let capacity = capacity(wanted.as_deref(), &table, read_units(found.bytes, consistent));
        Ok(Page::of(found, &shown, &table.row.schema).into_query(capacity))
    }
}

fn parse(table: &OpenTable, input: model::QueryInput) -> Result<(Search, Shown), Error> {
    refuse(&[
        ("KeyConditions", input.key_conditions.is_some()),
        ("QueryFilter", input.query_filter.is_some()),
        ("AttributesToGet", input.attributes_to_get.is_some()),
        ("ConditionalOperator", input.conditional_operator.is_some()),
    ])?;
    if let Some(index) = input.index_name {
        return Err(invalid(format!("The table does not have the specified index: {index}")));
    }
    let schema = &table.row.schema;
    let mut scope = Scope::new(
        input.expression_attribute_names,
        input.expression_attribute_values,
        &[
            ("FilterExpression", input.filter_expression.is_some()),
            ("KeyConditionExpression", input.key_condition_expression.is_some()),
            ("ProjectionExpression", input.projection_expression.is_some()),
        ],
    )?;
    let Some(text) = input.key_condition_expression else {
        return Err(invalid(
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in \
             the request.",
        ));
    };
    let filter = input
        .filter_expression
        .map(|text| expr::condition(Kind::Filter, &text, &mut scope))
        .transpose()?;
    let paths =
        input.projection_expression.map(|text| expr::projection(&text, &mut scope)).transpose()?;
    let condition = expr::key_condition(&text, &mut scope, schema)?;
    scope.finish()?;
    check_filter(filter.as_ref(), schema)?;
    let stretch = Stretch::of(&condition);
    let after = start_key(input.exclusive_start_key, schema)?;
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
    Ok((search, Shown::of(input.select.as_deref(), paths)?))
}

//! `Scan`: every item of a table or an index, or of one of its parts.
//! Does not: fetch what an index does not project.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::page::{Page, Shown, filter, paths, start_key};
use super::shapes::{capacity, invalid, read_units, required};
use crate::error::Error;
use crate::expr::Scope;
use crate::legacy;
use crate::range::Stretch;
use crate::search::{Part, Search};
use crate::service::Tables;
use crate::view::View;

pub struct Scan;

impl Operation for Scan {
    const NAME: &'static str = "Scan";
    type Service = Tables;
    type Input = model::ScanInput;
    type Output = model::ScanOutput;
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
        Ok(Page::of(found, &shown, &view).into_scan(capacity))
    }
}

fn parse(view: &View<'_>, input: model::ScanInput) -> Result<(Search, Shown), Error> {
    let expressions = [
        ("FilterExpression", input.filter_expression.is_some()),
        ("ProjectionExpression", input.projection_expression.is_some()),
    ];
    let old = [
        ("AttributesToGet", input.attributes_to_get.is_some()),
        ("ConditionalOperator", input.conditional_operator.is_some()),
        ("ScanFilter", input.scan_filter.is_some()),
    ];
    legacy::check_not_mixed(&old, &expressions)?;
    let mut scope = Scope::new(
        input.expression_attribute_names,
        input.expression_attribute_values,
        &expressions,
    )?;
    let old_filter = legacy::filter(input.scan_filter, input.conditional_operator.as_deref())?;
    let filter = filter(input.filter_expression.as_deref(), old_filter, &mut scope)?;
    let paths = paths(input.projection_expression.as_deref(), input.attributes_to_get, &mut scope)?;
    scope.finish()?;
    let search = Search {
        stretch: Stretch::default(),
        descending: false,
        filter,
        limit: input.limit.and_then(|limit| usize::try_from(limit).ok()),
        after: start_key(input.exclusive_start_key, view)?,
        part: part(input.segment, input.total_segments)?,
    };
    Ok((search, Shown::of(view, input.select.as_deref(), paths)?))
}

fn part(segment: Option<i32>, total: Option<i32>) -> Result<Option<Part>, Error> {
    match (segment, total) {
        (None, None) => Ok(None),
        (Some(_), None) => Err(invalid(
            "The TotalSegments parameter is required but was not present in the request when \
             Segment parameter is present",
        )),
        (None, Some(_)) => Err(invalid(
            "The Segment parameter is required but was not present in the request when parameter \
             TotalSegments is present",
        )),
        (Some(number), Some(total)) if number >= total => Err(invalid(format!(
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: \
             Segment: {number} is not less than TotalSegments: {total}"
        ))),
        (Some(number), Some(total)) => {
            let count = |n: i32| u64::try_from(n).unwrap_or(0);
            Ok(Some(Part { number: count(number), total: count(total) }))
        }
    }
}

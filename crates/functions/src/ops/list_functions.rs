//! `ListFunctions`: functions by name, in pages.
//! Does not: list versions; there is one.

use std::sync::Arc;

use levada_model::lambda as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::limits;
use crate::service::Functions;

pub struct ListFunctions;

impl Operation for ListFunctions {
    const NAME: &'static str = "ListFunctions";
    type Service = Functions;
    type Input = model::ListFunctionsRequest;
    type Output = model::ListFunctionsResponse;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let limit = page_size(input.max_items);
        let mut found = functions.list(input.marker.as_deref(), limit + 1).await?;
        let more = found.len() > limit;
        found.truncate(limit);
        let next_marker = found.last().filter(|_| more).map(|last| last.name.to_string());
        let functions =
            found.into_iter().map(|found| convert::configuration(functions, found)).collect();
        Ok(model::ListFunctionsResponse { next_marker, functions: Some(functions) })
    }
}

fn page_size(asked: Option<i32>) -> usize {
    asked
        .and_then(|n| usize::try_from(n).ok())
        .unwrap_or(limits::LIST_ITEMS_DEFAULT)
        .clamp(1, limits::LIST_ITEMS_DEFAULT)
}

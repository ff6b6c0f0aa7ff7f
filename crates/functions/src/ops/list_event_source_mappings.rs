//! `ListEventSourceMappings`: mappings of a function or a stream, in pages.
//! Does not: tell how far they have read.

use std::sync::Arc;

use levada_model::lambda as model;
use levada_types::Arn;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::limits;
use crate::service::Functions;

pub struct ListEventSourceMappings;

impl Operation for ListEventSourceMappings {
    const NAME: &'static str = "ListEventSourceMappings";
    type Service = Functions;
    type Input = model::ListEventSourceMappingsRequest;
    type Output = model::ListEventSourceMappingsResponse;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let text = input.function_name.as_deref();
        let function = text.map(|text| convert::name(functions, Some(text))).transpose()?;
        let source = input.event_source_arn.as_deref().map(Arn::parse).transpose();
        let source = source.map_err(|e| Error::invalid(e.to_string()))?;
        let limit = page_size(input.max_items);
        let mut found = functions
            .list_mappings(function.as_ref(), source.as_ref(), input.marker.as_deref(), limit + 1)
            .await?;
        let more = found.len() > limit;
        found.truncate(limit);
        let next_marker = found.last().filter(|_| more).map(|last| last.uuid.clone());
        let found = found.into_iter().map(|found| convert::mapping(functions, found, None));
        let event_source_mappings = Some(found.collect());
        Ok(model::ListEventSourceMappingsResponse { next_marker, event_source_mappings })
    }
}

fn page_size(asked: Option<i32>) -> usize {
    asked
        .and_then(|n| usize::try_from(n).ok())
        .unwrap_or(limits::LIST_MAPPINGS_DEFAULT)
        .clamp(1, limits::LIST_MAPPINGS_DEFAULT)
}

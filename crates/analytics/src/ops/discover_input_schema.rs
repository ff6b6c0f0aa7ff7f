//! `DiscoverInputSchema`: a schema from sampled records, with the records.
//! Does not: store anything.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::{describe, shapes};
use crate::error::Error;
use crate::service::Analytics;

pub struct DiscoverInputSchema;

impl Operation for DiscoverInputSchema {
    const NAME: &'static str = "DiscoverInputSchema";
    type Service = Analytics;
    type Input = model::DiscoverInputSchemaRequest;
    type Output = model::DiscoverInputSchemaResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let (sample, processor) = shapes::sample(input)?;
        let found = analytics.discover(sample, processor).await?;
        Ok(model::DiscoverInputSchemaResponse {
            input_schema: Some(describe::schema_shape(found.schema)),
            parsed_input_records: Some(found.parsed),
            processed_input_records: Some(found.processed),
            raw_input_records: Some(found.raw),
        })
    }
}

//! `DiscoverInputSchema`: a schema from sampled records, with the records.
//! Does not: store anything.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::ops::{describe, shapes as house};
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
        let (sample, processor) = house::sample(shapes::same(&input)?)?;
        let found = analytics.discover(sample, processor).await?;
        Ok(model::DiscoverInputSchemaResponse {
            input_schema: Some(shapes::same(&describe::schema_shape(found.schema))?),
            parsed_input_records: Some(found.parsed),
            processed_input_records: Some(found.processed),
            raw_input_records: Some(found.raw),
        })
    }
}

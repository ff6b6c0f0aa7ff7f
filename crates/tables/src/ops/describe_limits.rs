//! `DescribeLimits`: AWS's default limits of provisioned units.
//! Does not: enforce them; nothing is throttled.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::service::Tables;

pub struct DescribeLimits;

const ACCOUNT_UNITS_MAX: i64 = 80_000;
const TABLE_UNITS_MAX: i64 = 40_000;

impl Operation for DescribeLimits {
    const NAME: &'static str = "DescribeLimits";
    type Service = Tables;
    type Input = model::DescribeLimitsInput;
    type Output = model::DescribeLimitsOutput;
    type Error = Error;

    async fn call(_: &Arc<Tables>, _: &Caller, _: Self::Input) -> Result<Self::Output, Error> {
        Ok(model::DescribeLimitsOutput {
            account_max_read_capacity_units: Some(ACCOUNT_UNITS_MAX),
            account_max_write_capacity_units: Some(ACCOUNT_UNITS_MAX),
            table_max_read_capacity_units: Some(TABLE_UNITS_MAX),
            table_max_write_capacity_units: Some(TABLE_UNITS_MAX),
        })
    }
}

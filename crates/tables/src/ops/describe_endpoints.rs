//! `DescribeEndpoints`: where clients that discover endpoints go on: here.
//! Does not: know names that a proxy in front has.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::service::Tables;

pub struct DescribeEndpoints;

const CACHE_MINUTES: i64 = 1440;

impl Operation for DescribeEndpoints {
    const NAME: &'static str = "DescribeEndpoints";
    type Service = Tables;
    type Input = model::DescribeEndpointsRequest;
    type Output = model::DescribeEndpointsResponse;
    type Error = Error;

    async fn call(tables: &Arc<Tables>, _: &Caller, _: Self::Input) -> Result<Self::Output, Error> {
        let endpoint = model::Endpoint {
            address: Some(tables.address.clone()),
            cache_period_in_minutes: Some(CACHE_MINUTES),
        };
        Ok(model::DescribeEndpointsResponse { endpoints: Some(vec![endpoint]) })
    }
}

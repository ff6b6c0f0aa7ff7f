//! `DescribeAccountSettings`: the account's throughput commitment.
//! Does not: bill.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::service::Streams;

pub struct DescribeAccountSettings;

impl Operation for DescribeAccountSettings {
    const NAME: &'static str = "DescribeAccountSettings";
    type Service = Streams;
    type Input = model::DescribeAccountSettingsInput;
    type Output = model::DescribeAccountSettingsOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        _: Self::Input,
    ) -> Result<Self::Output, Error> {
        let commitment = streams.commitment().await?;
        let shown = shapes::commitment(&commitment, streams.env.clock.now());
        Ok(model::DescribeAccountSettingsOutput {
            minimum_throughput_billing_commitment: Some(shown),
        })
    }
}

//! `UpdateAccountSettings`: the account's throughput commitment begins or ends.
//! Does not: bill.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::{self, required};
use crate::error::Error;
use crate::service::Streams;

pub struct UpdateAccountSettings;

impl Operation for UpdateAccountSettings {
    const NAME: &'static str = "UpdateAccountSettings";
    type Service = Streams;
    type Input = model::UpdateAccountSettingsInput;
    type Output = model::UpdateAccountSettingsOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let member = "MinimumThroughputBillingCommitment";
        let wanted = required(input.minimum_throughput_billing_commitment, member)?;
        let status = required(wanted.status, "Status")?;
        let commitment = streams.commit_throughput(status == "ENABLED").await?;
        let shown = shapes::commitment(&commitment, streams.env.clock.now());
        Ok(model::UpdateAccountSettingsOutput {
            minimum_throughput_billing_commitment: Some(shown),
        })
    }
}

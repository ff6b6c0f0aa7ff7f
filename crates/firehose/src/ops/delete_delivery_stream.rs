//! `DeleteDeliveryStream`: at once, with what was not delivered.
//! Does not: need `AllowForceDelete`; no key grant has to be retired.

use std::sync::Arc;

use levada_model::firehose as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::service::Firehose;

pub struct DeleteDeliveryStream;

impl Operation for DeleteDeliveryStream {
    const NAME: &'static str = "DeleteDeliveryStream";
    type Service = Firehose;
    type Input = model::DeleteDeliveryStreamInput;
    type Output = model::DeleteDeliveryStreamOutput;
    type Error = Error;

    async fn call(
        firehose: &Arc<Firehose>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        firehose.delete(&shapes::name(input.delivery_stream_name)?).await?;
        Ok(model::DeleteDeliveryStreamOutput::default())
    }
}

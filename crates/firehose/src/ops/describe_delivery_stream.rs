//! `DescribeDeliveryStream`: configuration without passwords.
//! Does not: page; a delivery stream has one destination.

use std::sync::Arc;

use levada_model::{Epoch, firehose as model};
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::service::Firehose;

pub struct DescribeDeliveryStream;

impl Operation for DescribeDeliveryStream {
    const NAME: &'static str = "DescribeDeliveryStream";
    type Service = Firehose;
    type Input = model::DescribeDeliveryStreamInput;
    type Output = model::DescribeDeliveryStreamOutput;
    type Error = Error;

    async fn call(
        firehose: &Arc<Firehose>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let stream = firehose.find(&shapes::name(input.delivery_stream_name)?)?;
        let description = model::DeliveryStreamDescription {
            delivery_stream_name: Some(stream.name.to_string()),
            delivery_stream_arn: Some(stream.arn(&firehose.identity).to_string()),
            delivery_stream_status: Some("ACTIVE".into()),
            delivery_stream_encryption_configuration: Some(
                model::DeliveryStreamEncryptionConfiguration {
                    status: Some("DISABLED".into()),
                    ..Default::default()
                },
            ),
            delivery_stream_type: Some("DirectPut".into()),
            version_id: Some(stream.version.to_string()),
            create_timestamp: Some(Epoch(stream.created.as_millis())),
            destinations: Some(vec![shapes::destination(&stream.destination)]),
            has_more_destinations: Some(false),
            ..Default::default()
        };
        Ok(model::DescribeDeliveryStreamOutput { delivery_stream_description: Some(description) })
    }
}

//! `CreateDeliveryStream`: from DirectPut to objects or a warehouse.
//! Does not: accept what would be silently ignored; it says what is not supported.

use std::sync::Arc;

use levada_model::firehose as model;
use levada_wire::{Caller, Operation};

use super::shapes::{self, required, unsupported};
use crate::error::Error;
use crate::service::{Firehose, NewDeliveryStream};
use crate::stream::DeliveryStreamName;

pub struct CreateDeliveryStream;

impl Operation for CreateDeliveryStream {
    const NAME: &'static str = "CreateDeliveryStream";
    type Service = Firehose;
    type Input = model::CreateDeliveryStreamInput;
    type Output = model::CreateDeliveryStreamOutput;
    type Error = Error;

    async fn call(
        firehose: &Arc<Firehose>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let created = firehose.create(parse(input)?).await?;
        let arn = created.arn(&firehose.identity).to_string();
        Ok(model::CreateDeliveryStreamOutput { delivery_stream_arn: Some(arn) })
    }
}

fn parse(input: model::CreateDeliveryStreamInput) -> Result<NewDeliveryStream, Error> {
    refuse_other_sources(&input)?;
    refuse_other_destinations(&input)?;
    let name = required(input.delivery_stream_name, "DeliveryStreamName")?;
    let mut tags = std::collections::BTreeMap::new();
    for tag in input.tags.unwrap_or_default() {
        let key = required(tag.key, "Tags.Key")?;
        if tags.insert(key.clone(), tag.value.unwrap_or_default()).is_some() {
            return Err(Error::InvalidArgument(format!("tag `{key}` is given twice")));
        }
    }
    let destinations = (
        input.s3_destination_configuration,
        input.extended_s3_destination_configuration,
        input.redshift_destination_configuration,
    );
    let destination = match destinations {
        (Some(config), None, None) => shapes::s3(config)?.into_destination(),
        (None, Some(config), None) => shapes::extended_s3(config)?.into_destination(),
        (None, None, Some(config)) => shapes::redshift(config)?,
        (None, None, None) => {
            return Err(Error::InvalidArgument("No destination configuration found".into()));
        }
        _ => {
            return Err(Error::InvalidArgument(
                "Exactly one destination configuration is supported for a Firehose".into(),
            ));
        }
    };
    Ok(NewDeliveryStream { name: DeliveryStreamName::parse(&name)?, tags, destination })
}

fn refuse_other_sources(input: &model::CreateDeliveryStreamInput) -> Result<(), Error> {
    match input.delivery_stream_type.as_deref() {
        None | Some("DirectPut") => {}
        Some(other) => return Err(unsupported(&format!("DeliveryStreamType {other}"))),
    }
    let given = [
        ("KinesisStreamSourceConfiguration", input.kinesis_stream_source_configuration.is_some()),
        ("MSKSourceConfiguration", input.msk_source_configuration.is_some()),
        ("DatabaseSourceConfiguration", input.database_source_configuration.is_some()),
        (
            "DeliveryStreamEncryptionConfigurationInput",
            input.delivery_stream_encryption_configuration_input.is_some(),
        ),
    ];
    refuse_first(&given)
}

fn refuse_other_destinations(input: &model::CreateDeliveryStreamInput) -> Result<(), Error> {
    let given = [
        (
            "ElasticsearchDestinationConfiguration",
            input.elasticsearch_destination_configuration.is_some(),
        ),
        (
            "AmazonopensearchserviceDestinationConfiguration",
            input.amazonopensearchservice_destination_configuration.is_some(),
        ),
        (
            "AmazonOpenSearchServerlessDestinationConfiguration",
            input.amazon_open_search_serverless_destination_configuration.is_some(),
        ),
        ("SplunkDestinationConfiguration", input.splunk_destination_configuration.is_some()),
        (
            "HttpEndpointDestinationConfiguration",
            input.http_endpoint_destination_configuration.is_some(),
        ),
        ("SnowflakeDestinationConfiguration", input.snowflake_destination_configuration.is_some()),
        ("IcebergDestinationConfiguration", input.iceberg_destination_configuration.is_some()),
    ];
    refuse_first(&given)
}

fn refuse_first(given: &[(&str, bool)]) -> Result<(), Error> {
    match given.iter().find(|(_, is_given)| *is_given) {
        Some((name, _)) => Err(unsupported(name)),
        None => Ok(()),
    }
}

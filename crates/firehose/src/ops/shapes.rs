//! Shapes of the model to settings of destinations, and back.
//! Does not: check what the settings check themselves.

use levada_destinations::redshift::RedshiftConfig;
use levada_destinations::s3::{Buffering, Compression, S3Config};
use levada_destinations::{DestinationConfig, Secret};
use levada_model::firehose as model;

use crate::error::Error;
use crate::stream::DeliveryStreamName;

const DESTINATION_ID: &str = "destinationId-000000000001";
const REDSHIFT_RETRY_SECS: u32 = 3_600;

/// The model has checked that required members are there; this words it for the rest.
pub fn required<T>(value: Option<T>, member: &str) -> Result<T, Error> {
    value.ok_or_else(|| Error::InvalidArgument(format!("{member} is required")))
}

pub fn unsupported(what: &str) -> Error {
    Error::InvalidArgument(format!("{what} is not supported by this server"))
}

pub fn name(text: Option<String>) -> Result<DeliveryStreamName, Error> {
    DeliveryStreamName::parse(&required(text, "DeliveryStreamName")?)
}

/// Objects as a destination of their own.
pub struct Objects(S3Config);

impl Objects {
    pub fn into_destination(self) -> DestinationConfig {
        DestinationConfig::S3(self.0)
    }
}

fn bucket(arn: Option<String>) -> Result<String, Error> {
    let arn = required(arn, "BucketARN")?;
    match arn.split_once(":s3:::") {
        Some((_, bucket)) if arn.starts_with("arn:") => Ok(bucket.to_owned()),
        _ => Err(Error::InvalidArgument(format!("`{arn}` is not a bucket's ARN"))),
    }
}

fn buffering(hints: Option<model::BufferingHints>) -> Result<Buffering, Error> {
    let hints = hints.unwrap_or_default();
    let whole = |value: i32| u32::try_from(value).unwrap_or(0);
    match (hints.size_in_m_bs, hints.interval_in_seconds) {
        (None, None) => Ok(Buffering::default()),
        (Some(size), Some(interval)) => {
            Ok(Buffering { size_mib: whole(size), interval_secs: whole(interval) })
        }
        _ => Err(Error::InvalidArgument(
            "SizeInMBs and IntervalInSeconds of BufferingHints must be given together".into(),
        )),
    }
}

fn compression(format: Option<String>) -> Result<Compression, Error> {
    let Some(format) = format else { return Ok(Compression::default()) };
    Compression::parse(&format).ok_or_else(|| unsupported(&format!("CompressionFormat {format}")))
}

fn refuse_encryption(config: Option<&model::EncryptionConfiguration>) -> Result<(), Error> {
    match config.and_then(|config| config.kms_encryption_config.as_ref()) {
        Some(_) => Err(unsupported("KMSEncryptionConfig")),
        None => Ok(()),
    }
}

fn refuse_processing(config: Option<&model::ProcessingConfiguration>) -> Result<(), Error> {
    match config {
        Some(config) if config.enabled == Some(true) => Err(unsupported("ProcessingConfiguration")),
        _ => Ok(()),
    }
}

fn refuse_backup(mode: Option<&str>) -> Result<(), Error> {
    match mode {
        Some("Enabled") => Err(unsupported("S3BackupMode Enabled")),
        _ => Ok(()),
    }
}

fn plain_s3(config: model::S3DestinationConfiguration) -> Result<S3Config, Error> {
    refuse_encryption(config.encryption_configuration.as_ref())?;
    Ok(S3Config {
        bucket: bucket(config.bucket_arn)?,
        role_arn: required(config.role_arn, "RoleARN")?,
        prefix: config.prefix,
        error_output_prefix: config.error_output_prefix,
        buffering: buffering(config.buffering_hints)?,
        compression: compression(config.compression_format)?,
        file_extension: None,
        time_zone: None,
    })
}

pub fn s3(config: model::S3DestinationConfiguration) -> Result<Objects, Error> {
    plain_s3(config).map(Objects)
}

pub fn extended_s3(config: model::ExtendedS3DestinationConfiguration) -> Result<Objects, Error> {
    refuse_encryption(config.encryption_configuration.as_ref())?;
    refuse_processing(config.processing_configuration.as_ref())?;
    refuse_backup(config.s3_backup_mode.as_deref())?;
    // A conversion configuration without `Enabled` is enabled, as AWS documents it.
    let conversion = config.data_format_conversion_configuration;
    if conversion.is_some_and(|conversion| conversion.enabled != Some(false)) {
        return Err(unsupported("DataFormatConversionConfiguration"));
    }
    let partitioning = config.dynamic_partitioning_configuration;
    if partitioning.is_some_and(|partitioning| partitioning.enabled == Some(true)) {
        return Err(unsupported("DynamicPartitioningConfiguration"));
    }
    Ok(Objects(S3Config {
        bucket: bucket(config.bucket_arn)?,
        role_arn: required(config.role_arn, "RoleARN")?,
        prefix: config.prefix,
        error_output_prefix: config.error_output_prefix,
        buffering: buffering(config.buffering_hints)?,
        compression: compression(config.compression_format)?,
        file_extension: config.file_extension,
        time_zone: config.custom_time_zone,
    }))
}

pub fn redshift(
    config: model::RedshiftDestinationConfiguration,
) -> Result<DestinationConfig, Error> {
    refuse_processing(config.processing_configuration.as_ref())?;
    refuse_backup(config.s3_backup_mode.as_deref())?;
    let secrets = config.secrets_manager_configuration;
    if secrets.is_some_and(|secrets| secrets.enabled == Some(true)) {
        return Err(unsupported("SecretsManagerConfiguration"));
    }
    let copy = required(config.copy_command, "CopyCommand")?;
    let retry = config.retry_options.and_then(|options| options.duration_in_seconds);
    Ok(DestinationConfig::Redshift(RedshiftConfig {
        jdbc_url: required(config.cluster_jdbcurl, "ClusterJDBCURL")?,
        role_arn: required(config.role_arn, "RoleARN")?,
        username: required(config.username, "Username")?,
        password: Secret::new(required(config.password, "Password")?),
        table: required(copy.data_table_name, "CopyCommand.DataTableName")?,
        columns: copy.data_table_columns,
        copy_options: copy.copy_options,
        retry_secs: retry.and_then(|s| u32::try_from(s).ok()).unwrap_or(REDSHIFT_RETRY_SECS),
        s3: plain_s3(required(config.s3_configuration, "S3Configuration")?)?,
    }))
}

fn bucket_arn(config: &S3Config) -> Option<String> {
    Some(format!("arn:aws:s3:::{}", config.bucket))
}

fn hints(config: &S3Config) -> Option<model::BufferingHints> {
    Some(model::BufferingHints {
        size_in_m_bs: i32::try_from(config.buffering.size_mib).ok(),
        interval_in_seconds: i32::try_from(config.buffering.interval_secs).ok(),
    })
}

fn no_encryption() -> Option<model::EncryptionConfiguration> {
    Some(model::EncryptionConfiguration {
        no_encryption_config: Some("NoEncryption".into()),
        ..Default::default()
    })
}

fn described_s3(config: &S3Config) -> model::S3DestinationDescription {
    model::S3DestinationDescription {
        role_arn: Some(config.role_arn.clone()),
        bucket_arn: bucket_arn(config),
        prefix: config.prefix.clone(),
        error_output_prefix: config.error_output_prefix.clone(),
        buffering_hints: hints(config),
        compression_format: Some(config.compression.name().into()),
        encryption_configuration: no_encryption(),
        ..Default::default()
    }
}

fn described_extended(config: &S3Config) -> model::ExtendedS3DestinationDescription {
    model::ExtendedS3DestinationDescription {
        role_arn: Some(config.role_arn.clone()),
        bucket_arn: bucket_arn(config),
        prefix: config.prefix.clone(),
        error_output_prefix: config.error_output_prefix.clone(),
        buffering_hints: hints(config),
        compression_format: Some(config.compression.name().into()),
        encryption_configuration: no_encryption(),
        s3_backup_mode: Some("Disabled".into()),
        file_extension: config.file_extension.clone(),
        custom_time_zone: config.time_zone.clone(),
        ..Default::default()
    }
}

fn described_redshift(config: &RedshiftConfig) -> model::RedshiftDestinationDescription {
    model::RedshiftDestinationDescription {
        role_arn: Some(config.role_arn.clone()),
        cluster_jdbcurl: Some(config.jdbc_url.clone()),
        copy_command: Some(model::CopyCommand {
            data_table_name: Some(config.table.clone()),
            data_table_columns: config.columns.clone(),
            copy_options: config.copy_options.clone(),
        }),
        username: Some(config.username.clone()),
        retry_options: Some(model::RedshiftRetryOptions {
            duration_in_seconds: i32::try_from(config.retry_secs).ok(),
        }),
        s3_destination_description: Some(described_s3(&config.s3)),
        s3_backup_mode: Some("Disabled".into()),
        ..Default::default()
    }
}

/// Never a password.
pub fn destination(config: &DestinationConfig) -> model::DestinationDescription {
    let mut description = model::DestinationDescription {
        destination_id: Some(DESTINATION_ID.into()),
        ..Default::default()
    };
    match config {
        DestinationConfig::S3(config) => {
            description.s3_destination_description = Some(described_s3(config));
            description.extended_s3_destination_description = Some(described_extended(config));
        }
        DestinationConfig::Redshift(config) => {
            description.redshift_destination_description = Some(described_redshift(config));
        }
    }
    description
}

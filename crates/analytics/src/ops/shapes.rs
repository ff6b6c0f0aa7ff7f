//! Between the API's shapes and the service's words, both ways.
//! Does not: check what the model's constraints check.

use levada_model::{Epoch, kinesisanalytics as model};
use levada_sql_lang::parse_type;
use levada_types::{Arn, Identity};

use crate::application::{
    Application, Input, Output, OutputFormat, Reference, Resource, StartPosition,
};
use crate::config::{
    Change, InputUpdate, NewInput, NewOutput, NewReference, OutputUpdate, ReferenceUpdate,
};
use crate::error::Error;
use crate::schema::{RecordFormat, SchemaColumn, SourceSchema};

fn invalid(message: impl Into<String>) -> Error {
    Error::InvalidArgument(message.into())
}

pub fn required<T>(member: Option<T>, name: &str) -> Result<T, Error> {
    member.ok_or_else(|| invalid(format!("{name} is required")))
}

pub fn start_position(text: &str) -> Result<StartPosition, Error> {
    let all = [StartPosition::Now, StartPosition::TrimHorizon, StartPosition::LastStoppedPoint];
    all.into_iter().find(|position| position.name() == text).ok_or_else(|| {
        invalid(format!(
            "InputStartingPosition `{text}`: expected NOW, TRIM_HORIZON or LAST_STOPPED_POINT"
        ))
    })
}

/// A stream or delivery stream by its ARN.
fn resource(arn: Option<String>, role: Option<String>) -> Result<Resource, Error> {
    let text = required(arn, "ResourceARN")?;
    let arn = Arn::parse(&text).map_err(|error| invalid(error.to_string()))?;
    let is_known = match arn.service.as_str() {
        "kinesis" => arn.resource.starts_with("stream/"),
        "firehose" => arn.resource.starts_with("deliverystream/"),
        _ => false,
    };
    if !is_known {
        return Err(invalid(format!("`{text}` is no stream and no delivery stream")));
    }
    Ok(Resource { arn, role: role.unwrap_or_default() })
}

/// Exactly one of a stream and a delivery stream.
fn either(
    stream: Option<Result<Resource, Error>>,
    delivery_stream: Option<Result<Resource, Error>>,
    what: &str,
) -> Result<Resource, Error> {
    match (stream, delivery_stream) {
        (Some(resource), None) | (None, Some(resource)) => resource,
        _ => Err(invalid(format!("{what}: expected one stream or one delivery stream"))),
    }
}

pub fn new_input(input: model::Input) -> Result<NewInput, Error> {
    if input.input_processing_configuration.is_some() {
        return Err(invalid("InputProcessingConfiguration is not supported"));
    }
    if input.input_parallelism.and_then(|p| p.count).unwrap_or(1) != 1 {
        return Err(invalid("InputParallelism: only a Count of 1 is supported"));
    }
    let stream = input.kinesis_streams_input.map(|r| resource(r.resource_arn, r.role_arn));
    let delivery = input.kinesis_firehose_input.map(|r| resource(r.resource_arn, r.role_arn));
    Ok(NewInput {
        name_prefix: required(input.name_prefix, "NamePrefix")?,
        source: either(stream, delivery, "Input")?,
        schema: schema(required(input.input_schema, "InputSchema")?)?,
    })
}

pub fn new_output(output: model::Output) -> Result<NewOutput, Error> {
    if output.lambda_output.is_some() {
        return Err(invalid("LambdaOutput is not supported"));
    }
    let stream = output.kinesis_streams_output.map(|r| resource(r.resource_arn, r.role_arn));
    let delivery = output.kinesis_firehose_output.map(|r| resource(r.resource_arn, r.role_arn));
    Ok(NewOutput {
        name: required(output.name, "Name")?,
        target: either(stream, delivery, "Output")?,
        format: output_format(output.destination_schema)?,
    })
}

fn output_format(schema: Option<model::DestinationSchema>) -> Result<OutputFormat, Error> {
    match schema.and_then(|schema| schema.record_format_type).as_deref() {
        Some("JSON") => Ok(OutputFormat::Json),
        Some("CSV") => Ok(OutputFormat::Csv),
        _ => Err(invalid("DestinationSchema: expected the RecordFormatType JSON or CSV")),
    }
}

pub fn new_reference(source: model::ReferenceDataSource) -> Result<NewReference, Error> {
    let object = required(source.s3_reference_data_source, "S3ReferenceDataSource")?;
    Ok(NewReference {
        table: required(source.table_name, "TableName")?,
        bucket: bucket(&required(object.bucket_arn, "BucketARN")?)?,
        key: required(object.file_key, "FileKey")?,
        role: object.reference_role_arn.unwrap_or_default(),
        schema: schema(required(source.reference_schema, "ReferenceSchema")?)?,
    })
}

/// `b` of `arn:aws:s3:::b`.
fn bucket(arn: &str) -> Result<String, Error> {
    let name = Arn::parse(arn).ok().filter(|arn| arn.service == "s3").map(|arn| arn.resource);
    name.ok_or_else(|| invalid(format!("BucketARN `{arn}`: expected arn:aws:s3:::bucket")))
}

/// A schema in the API's shape, checked.
pub fn schema(schema: model::SourceSchema) -> Result<SourceSchema, Error> {
    let format = record_format(required(schema.record_format, "RecordFormat")?)?;
    let columns = columns(required(schema.record_columns, "RecordColumns")?)?;
    let schema = SourceSchema { format, columns };
    schema.check()?;
    Ok(schema)
}

fn record_format(format: model::RecordFormat) -> Result<RecordFormat, Error> {
    let mapping = format.mapping_parameters.unwrap_or_default();
    match format.record_format_type.as_deref() {
        Some("JSON") => {
            let json = mapping.json_mapping_parameters.unwrap_or_default();
            let row_path = json.record_row_path.unwrap_or_else(|| "$".to_owned());
            Ok(RecordFormat::Json { row_path })
        }
        Some("CSV") => {
            let csv = mapping.csv_mapping_parameters.unwrap_or_default();
            Ok(RecordFormat::Csv {
                row_delimiter: csv.record_row_delimiter.unwrap_or_else(|| "\n".to_owned()),
                column_delimiter: csv.record_column_delimiter.unwrap_or_else(|| ",".to_owned()),
            })
        }
        _ => Err(invalid("RecordFormat: expected the RecordFormatType JSON or CSV")),
    }
}

fn columns(columns: Vec<model::RecordColumn>) -> Result<Vec<SchemaColumn>, Error> {
    let columns = columns.into_iter().map(|column| {
        let name = required(column.name, "Name")?;
        let sql_type = required(column.sql_type, "SqlType")?;
        let ty = parse_type(&sql_type).map_err(|errors| {
            let reason = errors.first().map_or("", |error| error.message.as_str());
            invalid(format!("SqlType `{sql_type}` of column `{name}`: {reason}"))
        })?;
        Ok(SchemaColumn { name, mapping: column.mapping, sql_type, ty })
    });
    columns.collect()
}

/// Every change of one UpdateApplication request.
pub fn changes(update: model::ApplicationUpdate) -> Result<Vec<Change>, Error> {
    let mut changes: Vec<Change> =
        update.application_code_update.map(Change::Code).into_iter().collect();
    for input in update.input_updates.unwrap_or_default() {
        changes.push(input_change(input)?);
    }
    for output in update.output_updates.unwrap_or_default() {
        changes.push(output_change(output)?);
    }
    for reference in update.reference_data_source_updates.unwrap_or_default() {
        changes.push(reference_change(reference)?);
    }
    if !update.cloud_watch_logging_option_updates.unwrap_or_default().is_empty() {
        return Err(invalid("CloudWatchLoggingOptionUpdates is not supported"));
    }
    Ok(changes)
}

fn input_change(update: model::InputUpdate) -> Result<Change, Error> {
    if update.input_processing_configuration_update.is_some() {
        return Err(invalid("InputProcessingConfigurationUpdate is not supported"));
    }
    if update.input_parallelism_update.and_then(|p| p.count_update).unwrap_or(1) != 1 {
        return Err(invalid("InputParallelismUpdate: only a Count of 1 is supported"));
    }
    let stream = update.kinesis_streams_input_update;
    let stream = stream.map(|r| resource(r.resource_arn_update, r.role_arn_update));
    let delivery = update.kinesis_firehose_input_update;
    let delivery = delivery.map(|r| resource(r.resource_arn_update, r.role_arn_update));
    let schema = update.input_schema_update.unwrap_or_default();
    let update_of = InputUpdate {
        name_prefix: update.name_prefix_update,
        source: stream.or(delivery).transpose()?,
        format: schema.record_format_update.map(record_format).transpose()?,
        columns: schema.record_column_updates.map(columns).transpose()?,
    };
    Ok(Change::Input { id: required(update.input_id, "InputId")?, update: update_of })
}

fn output_change(update: model::OutputUpdate) -> Result<Change, Error> {
    if update.lambda_output_update.is_some() {
        return Err(invalid("LambdaOutputUpdate is not supported"));
    }
    let stream = update.kinesis_streams_output_update;
    let stream = stream.map(|r| resource(r.resource_arn_update, r.role_arn_update));
    let delivery = update.kinesis_firehose_output_update;
    let delivery = delivery.map(|r| resource(r.resource_arn_update, r.role_arn_update));
    let schema = update.destination_schema_update;
    let update_of = OutputUpdate {
        name: update.name_update,
        target: stream.or(delivery).transpose()?,
        format: schema.map(|schema| output_format(Some(schema))).transpose()?,
    };
    Ok(Change::Output { id: required(update.output_id, "OutputId")?, update: update_of })
}

fn reference_change(update: model::ReferenceDataSourceUpdate) -> Result<Change, Error> {
    let object = update.s3_reference_data_source_update.unwrap_or_default();
    let update_of = ReferenceUpdate {
        table: update.table_name_update,
        bucket: object.bucket_arn_update.map(|arn| bucket(&arn)).transpose()?,
        key: object.file_key_update,
        role: object.reference_role_arn_update,
        schema: update.reference_schema_update.map(schema).transpose()?,
    };
    Ok(Change::Reference { id: required(update.reference_id, "ReferenceId")?, update: update_of })
}

pub fn summary(identity: &Identity, application: &Application) -> model::ApplicationSummary {
    model::ApplicationSummary {
        application_name: Some(application.name.clone()),
        application_arn: Some(identity.application(&application.name).to_string()),
        application_status: Some(application.status.name().to_owned()),
    }
}

pub fn detail(identity: &Identity, application: Application) -> model::ApplicationDetail {
    let arn = identity.application(&application.name).to_string();
    let log_options = application.log_options.into_iter().map(|option| {
        model::CloudWatchLoggingOptionDescription {
            cloud_watch_logging_option_id: Some(option.id),
            log_stream_arn: Some(option.stream),
            role_arn: Some(option.role),
        }
    });
    let references = application.references.into_iter().map(reference_description);
    model::ApplicationDetail {
        application_name: Some(application.name),
        application_description: Some(application.description),
        application_arn: Some(arn),
        application_status: Some(application.status.name().to_owned()),
        create_timestamp: Some(Epoch(application.created.as_millis())),
        last_update_timestamp: Some(Epoch(application.updated.as_millis())),
        input_descriptions: Some(application.inputs.into_iter().map(input_description).collect()),
        output_descriptions: Some(
            application.outputs.into_iter().map(output_description).collect(),
        ),
        reference_data_source_descriptions: Some(references.collect()),
        cloud_watch_logging_option_descriptions: Some(log_options.collect()),
        application_code: Some(application.code),
        application_version_id: i64::try_from(application.version).ok(),
    }
}

fn input_description(input: Input) -> model::InputDescription {
    let stream = input.stream();
    let is_delivery_stream = input.source.is_delivery_stream();
    let (arn, role) = (Some(input.source.arn.to_string()), Some(input.source.role));
    let mut description = model::InputDescription {
        input_id: Some(input.id),
        name_prefix: Some(input.name_prefix),
        in_app_stream_names: Some(vec![stream]),
        input_schema: Some(schema_shape(input.schema)),
        input_parallelism: Some(model::InputParallelism { count: Some(1) }),
        input_starting_position_configuration: input.start.map(|start| {
            let input_starting_position = Some(start.name().to_owned());
            model::InputStartingPositionConfiguration { input_starting_position }
        }),
        ..Default::default()
    };
    if is_delivery_stream {
        let resource = model::KinesisFirehoseInputDescription { resource_arn: arn, role_arn: role };
        description.kinesis_firehose_input_description = Some(resource);
    } else {
        let resource = model::KinesisStreamsInputDescription { resource_arn: arn, role_arn: role };
        description.kinesis_streams_input_description = Some(resource);
    }
    description
}

fn output_description(output: Output) -> model::OutputDescription {
    let is_delivery_stream = output.target.is_delivery_stream();
    let (arn, role) = (Some(output.target.arn.to_string()), Some(output.target.role));
    let format = match output.format {
        OutputFormat::Json => "JSON",
        OutputFormat::Csv => "CSV",
    };
    let mut description = model::OutputDescription {
        output_id: Some(output.id),
        name: Some(output.name),
        destination_schema: Some(model::DestinationSchema {
            record_format_type: Some(format.to_owned()),
        }),
        ..Default::default()
    };
    if is_delivery_stream {
        let resource =
            model::KinesisFirehoseOutputDescription { resource_arn: arn, role_arn: role };
        description.kinesis_firehose_output_description = Some(resource);
    } else {
        let resource = model::KinesisStreamsOutputDescription { resource_arn: arn, role_arn: role };
        description.kinesis_streams_output_description = Some(resource);
    }
    description
}

fn reference_description(reference: Reference) -> model::ReferenceDataSourceDescription {
    model::ReferenceDataSourceDescription {
        reference_id: Some(reference.id),
        table_name: Some(reference.table),
        s3_reference_data_source_description: Some(model::S3ReferenceDataSourceDescription {
            bucket_arn: Some(format!("arn:aws:s3:::{}", reference.bucket)),
            file_key: Some(reference.key),
            reference_role_arn: Some(reference.role),
        }),
        reference_schema: Some(schema_shape(reference.schema)),
    }
}

fn schema_shape(schema: SourceSchema) -> model::SourceSchema {
    let format_name = schema.format.name().to_owned();
    let mapping_parameters = match schema.format {
        RecordFormat::Json { row_path } => model::MappingParameters {
            json_mapping_parameters: Some(model::JSONMappingParameters {
                record_row_path: Some(row_path),
            }),
            csv_mapping_parameters: None,
        },
        RecordFormat::Csv { row_delimiter, column_delimiter } => model::MappingParameters {
            json_mapping_parameters: None,
            csv_mapping_parameters: Some(model::CSVMappingParameters {
                record_row_delimiter: Some(row_delimiter),
                record_column_delimiter: Some(column_delimiter),
            }),
        },
    };
    let columns = schema.columns.into_iter().map(|column| model::RecordColumn {
        name: Some(column.name),
        mapping: column.mapping,
        sql_type: Some(column.sql_type),
    });
    model::SourceSchema {
        record_format: Some(model::RecordFormat {
            record_format_type: Some(format_name),
            mapping_parameters: Some(mapping_parameters),
        }),
        record_encoding: Some("UTF-8".to_owned()),
        record_columns: Some(columns.collect()),
    }
}

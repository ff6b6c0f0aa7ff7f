//! The API's shapes as the service's words.
//! Does not: check what the model's constraints check, or answer (see `describe`).

use levada_model::kinesisanalytics as model;
use levada_sql_lang::parse_type;
use levada_types::{Arn, StartAt};

use crate::application::{Kind, OutputFormat, Resource, StartPosition};
use crate::config::{
    Change, InputUpdate, NewInput, NewOutput, NewReference, OutputUpdate, ReferenceUpdate,
    ResourceUpdate,
};
use crate::discover::Sample;
use crate::error::Error;
use crate::limits::INPUT_PARALLELISM_MAX;
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

/// The resource that an ARN names, if it is of this kind.
fn arn_of(kind: Kind, text: &str) -> Result<Arn, Error> {
    let arn = Arn::parse(text).map_err(|error| invalid(error.to_string()))?;
    let (service, prefix, what) = match kind {
        Kind::Stream => ("kinesis", "stream/", "stream"),
        Kind::DeliveryStream => ("firehose", "deliverystream/", "delivery stream"),
        Kind::Function => ("lambda", "function:", "function"),
    };
    if arn.service != service || !arn.resource.starts_with(prefix) {
        return Err(invalid(format!("ResourceARN `{text}`: expected the ARN of a {what}")));
    }
    Ok(arn)
}

fn resource(kind: Kind, arn: Option<String>, role: Option<String>) -> Result<Resource, Error> {
    let arn = arn_of(kind, &required(arn, "ResourceARN")?)?;
    Ok(Resource { arn, role: role.unwrap_or_default() })
}

fn resource_update(
    kind: Kind,
    arn: Option<String>,
    role: Option<String>,
) -> Result<ResourceUpdate, Error> {
    Ok(ResourceUpdate { arn: arn.map(|text| arn_of(kind, &text)).transpose()?, role })
}

/// Exactly one of several.
fn only<T>(given: Vec<T>, what: &str) -> Result<T, Error> {
    let count = given.len();
    let mut given = given.into_iter();
    match (given.next(), count) {
        (Some(one), 1) => Ok(one),
        _ => Err(invalid(format!("{what}, got {count}"))),
    }
}

/// At most one of several.
fn at_most_one<T>(given: Vec<T>, what: &str) -> Result<Option<T>, Error> {
    if given.is_empty() { Ok(None) } else { only(given, what).map(Some) }
}

pub fn new_input(input: model::Input) -> Result<NewInput, Error> {
    let mut sources = Vec::new();
    if let Some(r) = input.kinesis_streams_input {
        sources.push(resource(Kind::Stream, r.resource_arn, r.role_arn)?);
    }
    if let Some(r) = input.kinesis_firehose_input {
        sources.push(resource(Kind::DeliveryStream, r.resource_arn, r.role_arn)?);
    }
    Ok(NewInput {
        name_prefix: required(input.name_prefix, "NamePrefix")?,
        source: only(sources, "Input: expected one stream or one delivery stream")?,
        schema: schema(required(input.input_schema, "InputSchema")?)?,
        parallelism: parallelism(input.input_parallelism.and_then(|p| p.count))?.unwrap_or(1),
        processor: input.input_processing_configuration.map(processor).transpose()?,
    })
}

fn parallelism(count: Option<i32>) -> Result<Option<u32>, Error> {
    let checked = |count: i32| {
        let count = u32::try_from(count).ok().filter(|c| (1..=INPUT_PARALLELISM_MAX).contains(c));
        count.ok_or_else(|| {
            invalid(format!("InputParallelism: expected a Count from 1 to {INPUT_PARALLELISM_MAX}"))
        })
    };
    count.map(checked).transpose()
}

pub fn processor(configuration: model::InputProcessingConfiguration) -> Result<Resource, Error> {
    let processor = required(configuration.input_lambda_processor, "InputLambdaProcessor")?;
    resource(Kind::Function, processor.resource_arn, processor.role_arn)
}

pub fn new_output(output: model::Output) -> Result<NewOutput, Error> {
    let mut targets = Vec::new();
    if let Some(r) = output.kinesis_streams_output {
        targets.push(resource(Kind::Stream, r.resource_arn, r.role_arn)?);
    }
    if let Some(r) = output.kinesis_firehose_output {
        targets.push(resource(Kind::DeliveryStream, r.resource_arn, r.role_arn)?);
    }
    if let Some(r) = output.lambda_output {
        targets.push(resource(Kind::Function, r.resource_arn, r.role_arn)?);
    }
    Ok(NewOutput {
        name: required(output.name, "Name")?,
        target: only(targets, "Output: expected one stream, delivery stream or function")?,
        format: output_format(output.destination_schema)?,
    })
}

/// What DiscoverInputSchema looks at, and the function that sees it first.
pub fn sample(
    input: model::DiscoverInputSchemaRequest,
) -> Result<(Sample, Option<Resource>), Error> {
    let position = input.input_starting_position_configuration;
    let position = position.and_then(|position| position.input_starting_position);
    let position = position.as_deref().map(start_position).transpose()?;
    let sample = match (input.resource_arn, input.s3_configuration) {
        (Some(text), None) => {
            let arn = arn_of(Kind::Stream, &text)
                .or_else(|error| arn_of(Kind::DeliveryStream, &text).map_err(|_| error))?;
            let start = position.and_then(StartPosition::start_at).unwrap_or(StartAt::Latest);
            Sample::Source { arn, start }
        }
        (None, Some(object)) => Sample::Object {
            bucket: bucket(&required(object.bucket_arn, "BucketARN")?)?,
            key: required(object.file_key, "FileKey")?,
        },
        _ => return Err(invalid("expected either ResourceARN or S3Configuration")),
    };
    Ok((sample, input.input_processing_configuration.map(processor).transpose()?))
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
    for option in update.cloud_watch_logging_option_updates.unwrap_or_default() {
        changes.push(Change::LogOption {
            id: required(option.cloud_watch_logging_option_id, "CloudWatchLoggingOptionId")?,
            stream: option.log_stream_arn_update,
            role: option.role_arn_update,
        });
    }
    Ok(changes)
}

pub fn input_change(update: model::InputUpdate) -> Result<Change, Error> {
    let mut sources = Vec::new();
    if let Some(r) = update.kinesis_streams_input_update {
        sources.push(resource_update(Kind::Stream, r.resource_arn_update, r.role_arn_update)?);
    }
    if let Some(r) = update.kinesis_firehose_input_update {
        let kind = Kind::DeliveryStream;
        sources.push(resource_update(kind, r.resource_arn_update, r.role_arn_update)?);
    }
    let processing = update.input_processing_configuration_update;
    let processor = processing.and_then(|update| update.input_lambda_processor_update);
    let processor = processor
        .map(|r| resource_update(Kind::Function, r.resource_arn_update, r.role_arn_update));
    let schema = update.input_schema_update.unwrap_or_default();
    let update_of = InputUpdate {
        name_prefix: update.name_prefix_update,
        source: at_most_one(sources, "InputUpdate: expected one source")?,
        format: schema.record_format_update.map(record_format).transpose()?,
        columns: schema.record_column_updates.map(columns).transpose()?,
        parallelism: parallelism(update.input_parallelism_update.and_then(|p| p.count_update))?,
        processor: processor.transpose()?,
    };
    Ok(Change::Input { id: required(update.input_id, "InputId")?, update: update_of })
}

pub fn output_change(update: model::OutputUpdate) -> Result<Change, Error> {
    let mut targets = Vec::new();
    if let Some(r) = update.kinesis_streams_output_update {
        targets.push(resource_update(Kind::Stream, r.resource_arn_update, r.role_arn_update)?);
    }
    if let Some(r) = update.kinesis_firehose_output_update {
        let kind = Kind::DeliveryStream;
        targets.push(resource_update(kind, r.resource_arn_update, r.role_arn_update)?);
    }
    if let Some(r) = update.lambda_output_update {
        targets.push(resource_update(Kind::Function, r.resource_arn_update, r.role_arn_update)?);
    }
    let schema = update.destination_schema_update;
    let update_of = OutputUpdate {
        name: update.name_update,
        target: at_most_one(targets, "OutputUpdate: expected one target")?,
        format: schema.map(|schema| output_format(Some(schema))).transpose()?,
    };
    Ok(Change::Output { id: required(update.output_id, "OutputId")?, update: update_of })
}

pub fn reference_change(update: model::ReferenceDataSourceUpdate) -> Result<Change, Error> {
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

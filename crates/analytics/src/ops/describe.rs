//! The service's words as the API's shapes.
//! Does not: read requests (see `shapes`).

use levada_model::{Epoch, kinesisanalytics as model};
use levada_types::Identity;

use crate::application::{Application, Input, Kind, Output, OutputFormat, Reference};
use crate::schema::{RecordFormat, SourceSchema};

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
            role_arn: role(option.role),
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
    let streams = input.streams();
    let processor = input.processor.map(|function| model::InputLambdaProcessorDescription {
        resource_arn: Some(function.arn.to_string()),
        role_arn: role(function.role),
    });
    let is_delivery_stream = input.source.is_delivery_stream();
    let (arn, role_arn) = (Some(input.source.arn.to_string()), role(input.source.role));
    let mut description = model::InputDescription {
        input_id: Some(input.id),
        name_prefix: Some(input.name_prefix),
        in_app_stream_names: Some(streams),
        input_schema: Some(schema_shape(input.schema)),
        input_parallelism: Some(model::InputParallelism {
            count: i32::try_from(input.parallelism).ok(),
        }),
        input_processing_configuration_description: processor.map(|processor| {
            let input_lambda_processor_description = Some(processor);
            model::InputProcessingConfigurationDescription { input_lambda_processor_description }
        }),
        input_starting_position_configuration: input.start.map(|start| {
            let input_starting_position = Some(start.name().to_owned());
            model::InputStartingPositionConfiguration { input_starting_position }
        }),
        ..Default::default()
    };
    if is_delivery_stream {
        let resource = model::KinesisFirehoseInputDescription { resource_arn: arn, role_arn };
        description.kinesis_firehose_input_description = Some(resource);
    } else {
        let resource = model::KinesisStreamsInputDescription { resource_arn: arn, role_arn };
        description.kinesis_streams_input_description = Some(resource);
    }
    description
}

fn output_description(output: Output) -> model::OutputDescription {
    let kind = output.target.kind();
    let (resource_arn, role_arn) = (Some(output.target.arn.to_string()), role(output.target.role));
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
    match kind {
        Kind::Stream => {
            let target = model::KinesisStreamsOutputDescription { resource_arn, role_arn };
            description.kinesis_streams_output_description = Some(target);
        }
        Kind::DeliveryStream => {
            let target = model::KinesisFirehoseOutputDescription { resource_arn, role_arn };
            description.kinesis_firehose_output_description = Some(target);
        }
        Kind::Function => {
            let target = model::LambdaOutputDescription { resource_arn, role_arn };
            description.lambda_output_description = Some(target);
        }
    }
    description
}

/// Applications made by v2 have one role, and their resources none.
fn role(role: String) -> Option<String> {
    Some(role).filter(|role| !role.is_empty())
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

pub fn schema_shape(schema: SourceSchema) -> model::SourceSchema {
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

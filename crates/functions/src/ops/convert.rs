//! Between the Lambda API's shapes and the domain's types.
//! Does not: call the service.

use chrono::DateTime;
use levada_model::Epoch;
use levada_model::lambda as model;

use crate::error::Error;
use crate::function::Function;
use crate::mapping::{BatchRules, Mapping, NewMapping, Start};
use crate::service::{Functions, code_sha256_base64};
use crate::{Code, FunctionName, NewFunction, Runtime, limits};

fn missing(member: &str) -> Error {
    Error::invalid(format!("{member} is required"))
}

fn unsupported(what: &str) -> Error {
    Error::invalid(format!("{what} is not supported by this server"))
}

fn small(value: Option<i32>, default: u32) -> u32 {
    value.map_or(default, |value| u32::try_from(value).unwrap_or(0))
}

pub fn name(functions: &Functions, text: Option<&str>) -> Result<FunctionName, Error> {
    FunctionName::parse(text.unwrap_or_default(), &functions.identity)
}

/// There is one version of every function.
pub fn check_qualifier(
    functions: &Functions,
    name: &FunctionName,
    qualifier: Option<&str>,
) -> Result<(), Error> {
    match qualifier {
        None | Some("$LATEST") => Ok(()),
        Some(other) => {
            Err(Error::FunctionNotFound { arn: format!("{}:{other}", functions.arn(name)) })
        }
    }
}

pub fn new_function(
    functions: &Functions,
    input: model::CreateFunctionRequest,
) -> Result<NewFunction, Error> {
    refuse_unsupported_function(&input)?;
    let runtime = Runtime::parse(input.runtime.as_deref().ok_or_else(|| missing("Runtime"))?)?;
    let handler = match (&runtime, input.handler) {
        (_, Some(handler)) => handler,
        (Runtime::Provided { .. }, None) => "bootstrap".to_owned(),
        (Runtime::Python { .. }, None) => return Err(missing("Handler")),
    };
    Ok(NewFunction {
        name: name(functions, input.function_name.as_deref())?,
        runtime,
        role: input.role.ok_or_else(|| missing("Role"))?,
        handler,
        description: input.description.unwrap_or_default(),
        timeout_secs: small(input.timeout, limits::TIMEOUT_SECS_DEFAULT),
        memory_mib: small(input.memory_size, limits::MEMORY_MIB_DEFAULT),
        environment: input.environment.and_then(|e| e.variables).unwrap_or_default(),
        code: code(input.code.unwrap_or_default())?,
    })
}

/// What would be accepted and not done is refused instead.
fn refuse_unsupported_function(input: &model::CreateFunctionRequest) -> Result<(), Error> {
    let filled = |list: &Option<Vec<String>>| list.as_ref().is_some_and(|list| !list.is_empty());
    let dead_letters =
        input.dead_letter_config.as_ref().is_some_and(|config| config.target_arn.is_some());
    for (asked, what) in [
        (input.package_type.as_deref() == Some("Image"), "PackageType Image"),
        (filled(&input.layers), "Layers"),
        (input.publish == Some(true), "Publish"),
        (dead_letters, "DeadLetterConfig"),
        (input.file_system_configs.as_ref().is_some_and(|c| !c.is_empty()), "FileSystemConfigs"),
        (input.code_signing_config_arn.is_some(), "CodeSigningConfigArn"),
        (input.tags.as_ref().is_some_and(|tags| !tags.is_empty()), "Tags"),
    ] {
        if asked {
            return Err(unsupported(what));
        }
    }
    Ok(())
}

fn code(code: model::FunctionCode) -> Result<Code, Error> {
    match (code.zip_file, code.s3_bucket, code.s3_key, code.s3_object_version) {
        (Some(zip), None, None, None) => Ok(Code::Zip(zip.0)),
        (None, Some(bucket), Some(key), None) => Ok(Code::Object { bucket, key }),
        (_, _, _, Some(_)) => Err(unsupported("Code.S3ObjectVersion")),
        (Some(_), _, _, _) => Err(Error::invalid(
            "Please do not provide other FunctionCode parameters when providing a ZipFile.",
        )),
        (None, _, _, _) => Err(Error::invalid(
            "Please provide a source for function code: ZipFile, or S3Bucket and S3Key.",
        )),
    }
}

pub fn configuration(functions: &Functions, function: Function) -> model::FunctionConfiguration {
    let modified = DateTime::from_timestamp_millis(function.modified.as_millis());
    let variables = function.environment;
    let environment = (!variables.is_empty())
        .then_some(model::EnvironmentResponse { variables: Some(variables), error: None });
    model::FunctionConfiguration {
        function_arn: Some(functions.arn(&function.name).to_string()),
        function_name: Some(function.name.to_string()),
        runtime: Some(function.runtime.name().to_owned()),
        role: Some(function.role),
        handler: Some(function.handler),
        code_size: Some(i64::try_from(function.code_bytes).unwrap_or(i64::MAX)),
        description: Some(function.description),
        timeout: i32::try_from(function.timeout_secs).ok(),
        memory_size: i32::try_from(function.memory_mib).ok(),
        last_modified: modified.map(|t| t.format("%Y-%m-%dT%H:%M:%S%.3f+0000").to_string()),
        code_sha256: Some(code_sha256_base64(&function.code_sha256)),
        version: Some("$LATEST".to_owned()),
        environment,
        revision_id: Some(function.revision),
        state: Some("Active".to_owned()),
        last_update_status: Some("Successful".to_owned()),
        package_type: Some("Zip".to_owned()),
        ..Default::default()
    }
}

pub fn new_mapping(
    functions: &Functions,
    input: model::CreateEventSourceMappingRequest,
) -> Result<NewMapping, Error> {
    refuse_unsupported_mapping(&input)?;
    let arn = input.event_source_arn.as_deref().ok_or_else(|| missing("EventSourceArn"))?;
    let source = levada_types::Arn::parse(arn).map_err(|e| Error::invalid(e.to_string()))?;
    if source.service != "kinesis" || !source.resource.starts_with("stream/") {
        return Err(Error::invalid(format!(
            "Unrecognized event source {arn}: expected the ARN of a Kinesis stream"
        )));
    }
    let start = match (input.starting_position.as_deref(), input.starting_position_timestamp) {
        (Some("TRIM_HORIZON"), _) => Start::TrimHorizon,
        (Some("LATEST"), _) => Start::Latest,
        (Some("AT_TIMESTAMP"), Some(Epoch(ms))) => {
            Start::AtTimestamp(levada_types::Timestamp::from_millis(ms))
        }
        (Some("AT_TIMESTAMP"), None) => return Err(missing("StartingPositionTimestamp")),
        _ => {
            return Err(Error::invalid(
                "1 validation error detected: Value null at \
            'startingPosition' failed to satisfy constraint: Member must not be null.",
            ));
        }
    };
    Ok(NewMapping {
        function: name(functions, input.function_name.as_deref())?,
        source,
        start,
        enabled: input.enabled.unwrap_or(true),
        rules: rules(&input)?,
    })
}

fn rules(input: &model::CreateEventSourceMappingRequest) -> Result<BatchRules, Error> {
    let records_max = small(input.batch_size, limits::BATCH_SIZE_DEFAULT);
    if !(1..=limits::BATCH_SIZE_MAX).contains(&records_max) {
        return Err(Error::invalid(format!("BatchSize must be 1 to {}", limits::BATCH_SIZE_MAX)));
    }
    let window = input.maximum_batching_window_in_seconds.unwrap_or(0);
    let window_secs = u32::try_from(window)
        .ok()
        .filter(|secs| *secs <= limits::BATCH_WINDOW_SECS_MAX)
        .ok_or_else(|| Error::invalid("MaximumBatchingWindowInSeconds must be 0 to 300"))?;
    let retries = input.maximum_retry_attempts.unwrap_or(-1);
    if !(-1..=limits::RETRY_ATTEMPTS_MAX).contains(&retries) {
        return Err(Error::invalid("MaximumRetryAttempts must be -1 to 10000"));
    }
    let age = input.maximum_record_age_in_seconds.unwrap_or(-1);
    if age != -1 && !(limits::RECORD_AGE_SECS_MIN..=limits::RECORD_AGE_SECS_MAX).contains(&age) {
        return Err(Error::invalid("MaximumRecordAgeInSeconds must be -1, or 60 to 604800"));
    }
    let types = input.function_response_types.as_deref().unwrap_or_default();
    Ok(BatchRules {
        records_max,
        window_secs,
        retries_max: u32::try_from(retries).ok(),
        age_secs_max: u32::try_from(age).ok(),
        bisect: input.bisect_batch_on_function_error.unwrap_or(false),
        report_failures: types.iter().any(|kind| kind == "ReportBatchItemFailures"),
    })
}

fn refuse_unsupported_mapping(input: &model::CreateEventSourceMappingRequest) -> Result<(), Error> {
    let filters = input.filter_criteria.as_ref().and_then(|criteria| criteria.filters.as_ref());
    for (asked, what) in [
        (filters.is_some_and(|filters| !filters.is_empty()), "FilterCriteria"),
        (input.parallelization_factor.is_some_and(|n| n > 1), "ParallelizationFactor over 1"),
        (input.tumbling_window_in_seconds.is_some_and(|n| n > 0), "TumblingWindowInSeconds"),
        (input.destination_config.as_ref().is_some_and(|d| d.on_failure.is_some()), "OnFailure"),
        (input.tags.as_ref().is_some_and(|tags| !tags.is_empty()), "Tags"),
    ] {
        if asked {
            return Err(unsupported(what));
        }
    }
    Ok(())
}

/// `state` is the mapping's own unless it is about to change.
pub fn mapping(
    functions: &Functions,
    mapping: Mapping,
    state: Option<&str>,
) -> model::EventSourceMappingConfiguration {
    let settled = if mapping.enabled { "Enabled" } else { "Disabled" };
    let (position, timestamp) = match mapping.start {
        Start::TrimHorizon => ("TRIM_HORIZON", None),
        Start::Latest => ("LATEST", None),
        Start::AtTimestamp(time) => ("AT_TIMESTAMP", Some(Epoch(time.as_millis()))),
    };
    let rules = mapping.rules;
    let unlimited = |limit: Option<u32>| limit.map_or(Some(-1), |n| i32::try_from(n).ok());
    let types = rules.report_failures.then(|| "ReportBatchItemFailures".to_owned());
    model::EventSourceMappingConfiguration {
        event_source_mapping_arn: Some(
            functions.identity.event_source_mapping(&mapping.uuid).to_string(),
        ),
        last_processing_result: Some(functions.mappings.last_result(&mapping.uuid).to_owned()),
        uuid: Some(mapping.uuid),
        starting_position: Some(position.to_owned()),
        starting_position_timestamp: timestamp,
        batch_size: i32::try_from(rules.records_max).ok(),
        maximum_batching_window_in_seconds: i32::try_from(rules.window_secs).ok(),
        parallelization_factor: Some(1),
        event_source_arn: Some(mapping.source.to_string()),
        function_arn: Some(functions.arn(&mapping.function).to_string()),
        last_modified: Some(Epoch(mapping.modified.as_millis())),
        state: Some(state.unwrap_or(settled).to_owned()),
        state_transition_reason: Some("User action".to_owned()),
        maximum_record_age_in_seconds: unlimited(rules.age_secs_max),
        bisect_batch_on_function_error: Some(rules.bisect),
        maximum_retry_attempts: unlimited(rules.retries_max),
        tumbling_window_in_seconds: Some(0),
        function_response_types: Some(types.into_iter().collect()),
        ..Default::default()
    }
}

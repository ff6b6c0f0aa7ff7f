//! Between v2's shapes and the service's words. Where v2's SQL shapes are those of v1 without
//! roles, they are read and written through v1's: one conversion serves both.
//! Does not: check what the model's constraints check.

use levada_model::{Epoch, kinesisanalytics as v1, kinesisanalyticsv2 as model};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::application::{Application, Resource, StartPosition};
use crate::config::{Change, NewApplication, NewInput, NewOutput, NewReference};
use crate::error::Error;
use crate::ops::{describe, shapes};
use crate::service::Analytics;

const RUNTIME: &str = "SQL-1_0";
const PLAIN_TEXT: &str = "PLAINTEXT";

fn invalid(message: impl Into<String>) -> Error {
    Error::InvalidArgument(message.into())
}

/// A shape of one version as the shape of the same members in the other.
pub fn same<A: Serialize, B: DeserializeOwned>(shape: &A) -> Result<B, Error> {
    let tree = serde_json::to_value(shape).and_then(serde_json::from_value);
    tree.map_err(|error| invalid(error.to_string()))
}

pub fn new_input(input: model::Input) -> Result<NewInput, Error> {
    shapes::new_input(same(&input)?)
}

pub fn new_output(output: model::Output) -> Result<NewOutput, Error> {
    shapes::new_output(same(&output)?)
}

pub fn new_reference(source: model::ReferenceDataSource) -> Result<NewReference, Error> {
    shapes::new_reference(same(&source)?)
}

pub fn processor(configuration: model::InputProcessingConfiguration) -> Result<Resource, Error> {
    shapes::processor(same(&configuration)?)
}

pub fn new_application(input: model::CreateApplicationRequest) -> Result<NewApplication, Error> {
    let runtime = shapes::required(input.runtime_environment, "RuntimeEnvironment")?;
    check_runtime(&runtime)?;
    if input.application_mode.as_deref().is_some_and(|mode| mode != "STREAMING") {
        return Err(Error::Unsupported("ApplicationMode: expected STREAMING".to_owned()));
    }
    let configuration = input.application_configuration.unwrap_or_default();
    check_sql_only(&configuration)?;
    let sql = configuration.sql_application_configuration.unwrap_or_default();
    let inputs = sql.inputs.unwrap_or_default().into_iter().map(new_input);
    let outputs = sql.outputs.unwrap_or_default().into_iter().map(new_output);
    let references = sql.reference_data_sources.unwrap_or_default().into_iter();
    let log_options = input.cloud_watch_logging_options.unwrap_or_default().into_iter();
    let tags = input.tags.unwrap_or_default().into_iter();
    Ok(NewApplication {
        name: shapes::required(input.application_name, "ApplicationName")?,
        description: input.application_description.unwrap_or_default(),
        code: configuration
            .application_code_configuration
            .map(code)
            .transpose()?
            .unwrap_or_default(),
        service_role: input.service_execution_role.unwrap_or_default(),
        inputs: inputs.collect::<Result<_, _>>()?,
        outputs: outputs.collect::<Result<_, _>>()?,
        references: references.map(new_reference).collect::<Result<_, _>>()?,
        log_options: log_options
            .map(|option| (option.log_stream_arn.unwrap_or_default(), String::new()))
            .collect(),
        tags: tags.map(|t| (t.key.unwrap_or_default(), t.value.unwrap_or_default())).collect(),
    })
}

fn check_runtime(runtime: &str) -> Result<(), Error> {
    if runtime == RUNTIME {
        return Ok(());
    }
    Err(Error::Unsupported(format!("RuntimeEnvironment {runtime}: only {RUNTIME} is supported")))
}

/// Configuration that only other runtimes have.
fn check_sql_only(configuration: &model::ApplicationConfiguration) -> Result<(), Error> {
    let model::ApplicationConfiguration {
        sql_application_configuration: _,
        application_code_configuration: _,
        application_snapshot_configuration: snapshots,
        application_system_rollback_configuration: rollback,
        flink_application_configuration: flink,
        environment_properties: environment,
        vpc_configurations: vpcs,
        zeppelin_application_configuration: zeppelin,
        application_encryption_configuration: encryption,
    } = configuration;
    let given = [
        ("FlinkApplicationConfiguration", flink.is_some()),
        ("EnvironmentProperties", environment.is_some()),
        ("VpcConfigurations", vpcs.as_ref().is_some_and(|vpcs| !vpcs.is_empty())),
        ("ZeppelinApplicationConfiguration", zeppelin.is_some()),
        ("ApplicationEncryptionConfiguration", encryption.is_some()),
        (
            "ApplicationSnapshotConfiguration",
            snapshots.as_ref().is_some_and(|s| s.snapshots_enabled == Some(true)),
        ),
        (
            "ApplicationSystemRollbackConfiguration",
            rollback.as_ref().is_some_and(|r| r.rollback_enabled == Some(true)),
        ),
    ];
    refuse_given(&given)
}

fn refuse_given(given: &[(&str, bool)]) -> Result<(), Error> {
    match given.iter().find(|(_, is_given)| *is_given) {
        Some((name, _)) => {
            Err(invalid(format!("{name} is not supported for applications with {RUNTIME}")))
        }
        None => Ok(()),
    }
}

fn code(configuration: model::ApplicationCodeConfiguration) -> Result<String, Error> {
    if configuration.code_content_type.as_deref() != Some(PLAIN_TEXT) {
        return Err(invalid(format!("CodeContentType: expected {PLAIN_TEXT} for {RUNTIME}")));
    }
    let text = configuration.code_content.and_then(|content| content.text_content);
    shapes::required(text, "TextContent")
}

/// Every change of one UpdateApplication request.
pub fn changes(input: model::UpdateApplicationRequest) -> Result<Vec<Change>, Error> {
    if let Some(runtime) = &input.runtime_environment_update {
        check_runtime(runtime)?;
    }
    let update = input.application_configuration_update.unwrap_or_default();
    refuse_given(&[
        (
            "FlinkApplicationConfigurationUpdate",
            update.flink_application_configuration_update.is_some(),
        ),
        ("EnvironmentPropertyUpdates", update.environment_property_updates.is_some()),
        ("VpcConfigurationUpdates", update.vpc_configuration_updates.is_some()),
        (
            "ZeppelinApplicationConfigurationUpdate",
            update.zeppelin_application_configuration_update.is_some(),
        ),
        (
            "ApplicationEncryptionConfigurationUpdate",
            update.application_encryption_configuration_update.is_some(),
        ),
        (
            "ApplicationSnapshotConfigurationUpdate",
            update.application_snapshot_configuration_update.is_some(),
        ),
        (
            "ApplicationSystemRollbackConfigurationUpdate",
            update.application_system_rollback_configuration_update.is_some(),
        ),
        ("RunConfigurationUpdate", input.run_configuration_update.is_some()),
    ])?;
    let code = update.application_code_configuration_update;
    let code = code.and_then(|code| code.code_content_update);
    let mut changes: Vec<Change> =
        code.and_then(|code| code.text_content_update).map(Change::Code).into_iter().collect();
    let sql = update.sql_application_configuration_update.unwrap_or_default();
    for input in sql.input_updates.unwrap_or_default() {
        changes.push(shapes::input_change(same(&input)?)?);
    }
    for output in sql.output_updates.unwrap_or_default() {
        changes.push(shapes::output_change(same(&output)?)?);
    }
    for reference in sql.reference_data_source_updates.unwrap_or_default() {
        changes.push(shapes::reference_change(same(&reference)?)?);
    }
    for option in input.cloud_watch_logging_option_updates.unwrap_or_default() {
        let id = option.cloud_watch_logging_option_id;
        changes.push(Change::LogOption {
            id: shapes::required(id, "CloudWatchLoggingOptionId")?,
            stream: option.log_stream_arn_update,
            role: None,
        });
    }
    changes.extend(input.service_execution_role_update.map(Change::ServiceRole));
    Ok(changes)
}

/// Starting positions by input id.
pub fn positions(
    run: Option<model::RunConfiguration>,
) -> Result<Vec<(String, Option<StartPosition>)>, Error> {
    let run = run.unwrap_or_default();
    refuse_given(&[
        ("FlinkRunConfiguration", run.flink_run_configuration.is_some()),
        ("ApplicationRestoreConfiguration", run.application_restore_configuration.is_some()),
    ])?;
    let positions = run.sql_run_configurations.unwrap_or_default().into_iter().map(|sql| {
        let position = sql.input_starting_position_configuration;
        let position = position.and_then(|position| position.input_starting_position);
        let position = position.as_deref().map(shapes::start_position).transpose()?;
        Ok((shapes::required(sql.input_id, "InputId")?, position))
    });
    positions.collect()
}

pub fn arn(analytics: &Analytics, application: &Application) -> String {
    analytics.identity.application(&application.name).to_string()
}

pub fn version_id(application: &Application) -> Option<i64> {
    i64::try_from(application.version).ok()
}

/// Stands for an application's version in requests.
fn token(application: &Application) -> String {
    format!("{}-{}", application.created.as_millis(), application.version)
}

/// The version that a request was made for, by its number or its token.
pub async fn version(
    analytics: &Analytics,
    name: &str,
    version: Option<i64>,
    conditional: Option<String>,
) -> Result<i64, Error> {
    let given = match (version, conditional) {
        (Some(version), None) => return Ok(version),
        (None, Some(given)) => given,
        _ => {
            let expected = "either CurrentApplicationVersionId or ConditionalToken";
            return Err(invalid(format!("expected {expected}")));
        }
    };
    let application = analytics.describe(name).await?;
    if given != token(&application) {
        return Err(Error::Changed(name.to_owned()));
    }
    version_id(&application).ok_or_else(|| invalid("the version has no number"))
}

/// Where a page of versions begins.
pub fn version_token(token: Option<String>) -> Result<u64, Error> {
    let parsed = token.map(|token| token.parse().map_err(|_| invalid("NextToken is not ours")));
    Ok(parsed.transpose()?.unwrap_or(0))
}

pub fn summary(analytics: &Analytics, application: &Application) -> model::ApplicationSummary {
    model::ApplicationSummary {
        application_name: Some(application.name.clone()),
        application_arn: Some(arn(analytics, application)),
        application_status: Some(application.status.name().to_owned()),
        application_version_id: version_id(application),
        runtime_environment: Some(RUNTIME.to_owned()),
        application_mode: None,
    }
}

pub fn version_summary(application: &Application) -> model::ApplicationVersionSummary {
    model::ApplicationVersionSummary {
        application_version_id: version_id(application),
        application_status: Some(application.status.name().to_owned()),
    }
}

pub fn log_options(application: &Application) -> Vec<model::CloudWatchLoggingOptionDescription> {
    let options =
        application.log_options.iter().map(|option| model::CloudWatchLoggingOptionDescription {
            cloud_watch_logging_option_id: Some(option.id.clone()),
            log_stream_arn: Some(option.stream.clone()),
            role_arn: None,
        });
    options.collect()
}

/// Inputs, outputs and reference data sources.
pub fn sql(
    analytics: &Analytics,
    application: &Application,
) -> Result<model::SqlApplicationConfigurationDescription, Error> {
    let v1::ApplicationDetail {
        input_descriptions,
        output_descriptions,
        reference_data_source_descriptions,
        ..
    } = describe::detail(&analytics.identity, application.clone());
    Ok(model::SqlApplicationConfigurationDescription {
        input_descriptions: same(&input_descriptions)?,
        output_descriptions: same(&output_descriptions)?,
        reference_data_source_descriptions: same(&reference_data_source_descriptions)?,
    })
}

pub fn detail(
    analytics: &Analytics,
    application: Application,
) -> Result<model::ApplicationDetail, Error> {
    let code = model::ApplicationCodeConfigurationDescription {
        code_content_type: Some(PLAIN_TEXT.to_owned()),
        code_content_description: Some(model::CodeContentDescription {
            code_size: i64::try_from(application.code.len()).ok(),
            text_content: Some(application.code.clone()),
            ..Default::default()
        }),
    };
    let number = |version: u64| i64::try_from(version).ok();
    let rolled_back = application.rolled_back;
    Ok(model::ApplicationDetail {
        application_arn: Some(arn(analytics, &application)),
        application_configuration_description: Some(model::ApplicationConfigurationDescription {
            sql_application_configuration_description: Some(sql(analytics, &application)?),
            application_code_configuration_description: Some(code),
            ..Default::default()
        }),
        cloud_watch_logging_option_descriptions: Some(log_options(&application)),
        application_status: Some(application.status.name().to_owned()),
        application_version_id: version_id(&application),
        conditional_token: Some(token(&application)),
        create_timestamp: Some(Epoch(application.created.as_millis())),
        last_update_timestamp: Some(Epoch(application.updated.as_millis())),
        application_version_create_timestamp: Some(Epoch(application.updated.as_millis())),
        application_version_updated_from: application.updated_from.and_then(number),
        application_version_rolled_back_from: rolled_back.and_then(|(from, _)| number(from)),
        application_version_rolled_back_to: rolled_back.and_then(|(_, to)| number(to)),
        runtime_environment: Some(RUNTIME.to_owned()),
        service_execution_role: Some(application.service_role),
        application_description: Some(application.description),
        application_name: Some(application.name),
        ..Default::default()
    })
}

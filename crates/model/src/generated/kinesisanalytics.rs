//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = "one prelude serves every service")]
use super::prelude::*;

pub static SERVICE: ServiceModel = ServiceModel {
    name: "kinesisanalytics",
    signing_name: "kinesisanalytics",
    api_version: "2015-08-14",
    target_prefix: Some("KinesisAnalytics_20150814"),
    json_version: Some("1.1"),
    xml_namespace: None,
    unserved: &[],
    query_errors: &[],
    operations: &[
        OperationModel {
            name: "AddApplicationCloudWatchLoggingOption",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "AddApplicationInput",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "AddApplicationInputProcessingConfiguration",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "AddApplicationOutput",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "AddApplicationReferenceDataSource",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "CreateApplication",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteApplication",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteApplicationCloudWatchLoggingOption",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteApplicationInputProcessingConfiguration",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteApplicationOutput",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteApplicationReferenceDataSource",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeApplication",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DiscoverInputSchema",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListApplications",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListTagsForResource",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "StartApplication",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "StopApplication",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "TagResource",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UntagResource",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateApplication",
            has_output: true,
            query: None,
            http: None,
        },
    ],
};

static APPLICATION_CODE: Text = Text {
    min: Some(0),
    max: Some(102400),
    pattern: None,
    values: &[],
    secret: false,
};

static APPLICATION_DESCRIPTION: Text = Text {
    min: Some(0),
    max: Some(1024),
    pattern: None,
    values: &[],
    secret: false,
};

static APPLICATION_NAME: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static APPLICATION_VERSION_ID: Range = Range { min: Some(1), max: Some(999999999) };

static BUCKET_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:.*", "arn:.*")),
    values: &[],
    secret: false,
};

static FILE_KEY: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: None,
    values: &[],
    secret: false,
};

static ID: Text = Text {
    min: Some(1),
    max: Some(50),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static IN_APP_STREAM_NAME: Text = Text {
    min: Some(1),
    max: Some(32),
    pattern: None,
    values: &[],
    secret: false,
};

static IN_APP_TABLE_NAME: Text = Text {
    min: Some(1),
    max: Some(32),
    pattern: None,
    values: &[],
    secret: false,
};

static INPUT_PARALLELISM_COUNT: Range = Range { min: Some(1), max: Some(64) };

static INPUT_STARTING_POSITION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NOW", "TRIM_HORIZON", "LAST_STOPPED_POINT"],
    secret: false,
};

static KINESIS_ANALYTICS_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:aws:kinesisanalytics:[a-z]{2}-[a-z]+-\\d{1}+:\\d{12}+:application/[a-zA-Z0-9_.-]{1,128}", "arn:aws:kinesisanalytics:[a-z]{2}-[a-z]+-[0-9]{1}+:[0-9]{12}+:application/[a-zA-Z0-9_.-]{1,128}")),
    values: &[],
    secret: false,
};

static LIST_APPLICATIONS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(50) };

static LOG_STREAM_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:.*", "arn:.*")),
    values: &[],
    secret: false,
};

static RECORD_COLUMN_DELIMITER: Text = Text {
    min: Some(1),
    max: None,
    pattern: None,
    values: &[],
    secret: false,
};

static RECORD_COLUMN_SQL_TYPE: Text = Text {
    min: Some(1),
    max: None,
    pattern: None,
    values: &[],
    secret: false,
};

static RECORD_COLUMNS: Length = Length { min: Some(1), max: Some(1000) };

static RECORD_ENCODING: Text = Text {
    min: None,
    max: None,
    pattern: Some(Pattern::new("UTF-8", "UTF-8")),
    values: &[],
    secret: false,
};

static RECORD_FORMAT_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["JSON", "CSV"],
    secret: false,
};

static RECORD_ROW_DELIMITER: Text = Text {
    min: Some(1),
    max: None,
    pattern: None,
    values: &[],
    secret: false,
};

static RECORD_ROW_PATH: Text = Text {
    min: Some(1),
    max: None,
    pattern: None,
    values: &[],
    secret: false,
};

static RESOURCE_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:.*", "arn:.*")),
    values: &[],
    secret: false,
};

static ROLE_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:aws:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+", "arn:aws:iam::[0-9]{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+")),
    values: &[],
    secret: false,
};

static TAG_KEY: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: None,
    values: &[],
    secret: false,
};

static TAG_KEYS: Length = Length { min: Some(1), max: Some(200) };

static TAG_VALUE: Text = Text {
    min: Some(0),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

static TAGS: Length = Length { min: Some(1), max: Some(200) };

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationCloudWatchLoggingOptionRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "CloudWatchLoggingOption", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option: Option<CloudWatchLoggingOption>,
}

impl Validate for AddApplicationCloudWatchLoggingOptionRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "cloudWatchLoggingOption", self.cloud_watch_logging_option.is_none());
        found.structure(at, "cloudWatchLoggingOption", self.cloud_watch_logging_option.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationCloudWatchLoggingOptionResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationInputProcessingConfigurationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "InputId", skip_serializing_if = "Option::is_none")]
    pub input_id: Option<String>,
    #[serde(rename = "InputProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub input_processing_configuration: Option<InputProcessingConfiguration>,
}

impl Validate for AddApplicationInputProcessingConfigurationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "inputId", self.input_id.is_none());
        found.text(at, "inputId", self.input_id.as_ref(), &ID);
        found.required(at, "inputProcessingConfiguration", self.input_processing_configuration.is_none());
        found.structure(at, "inputProcessingConfiguration", self.input_processing_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationInputProcessingConfigurationResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationInputRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "Input", skip_serializing_if = "Option::is_none")]
    pub input: Option<Input>,
}

impl Validate for AddApplicationInputRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "input", self.input.is_none());
        found.structure(at, "input", self.input.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationInputResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationOutputRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "Output", skip_serializing_if = "Option::is_none")]
    pub output: Option<Output>,
}

impl Validate for AddApplicationOutputRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "output", self.output.is_none());
        found.structure(at, "output", self.output.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationOutputResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationReferenceDataSourceRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "ReferenceDataSource", skip_serializing_if = "Option::is_none")]
    pub reference_data_source: Option<ReferenceDataSource>,
}

impl Validate for AddApplicationReferenceDataSourceRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "referenceDataSource", self.reference_data_source.is_none());
        found.structure(at, "referenceDataSource", self.reference_data_source.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationReferenceDataSourceResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationDetail {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "ApplicationDescription", skip_serializing_if = "Option::is_none")]
    pub application_description: Option<String>,
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationStatus", skip_serializing_if = "Option::is_none")]
    pub application_status: Option<String>,
    #[serde(rename = "CreateTimestamp", skip_serializing_if = "Option::is_none")]
    pub create_timestamp: Option<Epoch>,
    #[serde(rename = "LastUpdateTimestamp", skip_serializing_if = "Option::is_none")]
    pub last_update_timestamp: Option<Epoch>,
    #[serde(rename = "InputDescriptions", skip_serializing_if = "Option::is_none")]
    pub input_descriptions: Option<Vec<InputDescription>>,
    #[serde(rename = "OutputDescriptions", skip_serializing_if = "Option::is_none")]
    pub output_descriptions: Option<Vec<OutputDescription>>,
    #[serde(rename = "ReferenceDataSourceDescriptions", skip_serializing_if = "Option::is_none")]
    pub reference_data_source_descriptions: Option<Vec<ReferenceDataSourceDescription>>,
    #[serde(rename = "CloudWatchLoggingOptionDescriptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_descriptions: Option<Vec<CloudWatchLoggingOptionDescription>>,
    #[serde(rename = "ApplicationCode", skip_serializing_if = "Option::is_none")]
    pub application_code: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationSummary {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationStatus", skip_serializing_if = "Option::is_none")]
    pub application_status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationUpdate {
    #[serde(rename = "InputUpdates", skip_serializing_if = "Option::is_none")]
    pub input_updates: Option<Vec<InputUpdate>>,
    #[serde(rename = "ApplicationCodeUpdate", skip_serializing_if = "Option::is_none")]
    pub application_code_update: Option<String>,
    #[serde(rename = "OutputUpdates", skip_serializing_if = "Option::is_none")]
    pub output_updates: Option<Vec<OutputUpdate>>,
    #[serde(rename = "ReferenceDataSourceUpdates", skip_serializing_if = "Option::is_none")]
    pub reference_data_source_updates: Option<Vec<ReferenceDataSourceUpdate>>,
    #[serde(rename = "CloudWatchLoggingOptionUpdates", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_updates: Option<Vec<CloudWatchLoggingOptionUpdate>>,
}

impl Validate for ApplicationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "inputUpdates", self.input_updates.as_ref());
        found.text(at, "applicationCodeUpdate", self.application_code_update.as_ref(), &APPLICATION_CODE);
        found.structures(at, "outputUpdates", self.output_updates.as_ref());
        found.structures(at, "referenceDataSourceUpdates", self.reference_data_source_updates.as_ref());
        found.structures(at, "cloudWatchLoggingOptionUpdates", self.cloud_watch_logging_option_updates.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CSVMappingParameters {
    #[serde(rename = "RecordRowDelimiter", skip_serializing_if = "Option::is_none")]
    pub record_row_delimiter: Option<String>,
    #[serde(rename = "RecordColumnDelimiter", skip_serializing_if = "Option::is_none")]
    pub record_column_delimiter: Option<String>,
}

impl Validate for CSVMappingParameters {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "recordRowDelimiter", self.record_row_delimiter.is_none());
        found.text(at, "recordRowDelimiter", self.record_row_delimiter.as_ref(), &RECORD_ROW_DELIMITER);
        found.required(at, "recordColumnDelimiter", self.record_column_delimiter.is_none());
        found.text(at, "recordColumnDelimiter", self.record_column_delimiter.as_ref(), &RECORD_COLUMN_DELIMITER);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CloudWatchLoggingOption {
    #[serde(rename = "LogStreamARN", skip_serializing_if = "Option::is_none")]
    pub log_stream_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

impl Validate for CloudWatchLoggingOption {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "logStreamARN", self.log_stream_arn.is_none());
        found.text(at, "logStreamARN", self.log_stream_arn.as_ref(), &LOG_STREAM_ARN);
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CloudWatchLoggingOptionDescription {
    #[serde(rename = "CloudWatchLoggingOptionId", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_id: Option<String>,
    #[serde(rename = "LogStreamARN", skip_serializing_if = "Option::is_none")]
    pub log_stream_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CloudWatchLoggingOptionUpdate {
    #[serde(rename = "CloudWatchLoggingOptionId", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_id: Option<String>,
    #[serde(rename = "LogStreamARNUpdate", skip_serializing_if = "Option::is_none")]
    pub log_stream_arn_update: Option<String>,
    #[serde(rename = "RoleARNUpdate", skip_serializing_if = "Option::is_none")]
    pub role_arn_update: Option<String>,
}

impl Validate for CloudWatchLoggingOptionUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "cloudWatchLoggingOptionId", self.cloud_watch_logging_option_id.is_none());
        found.text(at, "cloudWatchLoggingOptionId", self.cloud_watch_logging_option_id.as_ref(), &ID);
        found.text(at, "logStreamARNUpdate", self.log_stream_arn_update.as_ref(), &LOG_STREAM_ARN);
        found.text(at, "roleARNUpdate", self.role_arn_update.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "ApplicationDescription", skip_serializing_if = "Option::is_none")]
    pub application_description: Option<String>,
    #[serde(rename = "Inputs", skip_serializing_if = "Option::is_none")]
    pub inputs: Option<Vec<Input>>,
    #[serde(rename = "Outputs", skip_serializing_if = "Option::is_none")]
    pub outputs: Option<Vec<Output>>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<Vec<CloudWatchLoggingOption>>,
    #[serde(rename = "ApplicationCode", skip_serializing_if = "Option::is_none")]
    pub application_code: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

impl Validate for CreateApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.text(at, "applicationDescription", self.application_description.as_ref(), &APPLICATION_DESCRIPTION);
        found.structures(at, "inputs", self.inputs.as_ref());
        found.structures(at, "outputs", self.outputs.as_ref());
        found.structures(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.text(at, "applicationCode", self.application_code.as_ref(), &APPLICATION_CODE);
        found.list(at, "tags", self.tags.as_ref(), &TAGS);
        found.structures(at, "tags", self.tags.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateApplicationResponse {
    #[serde(rename = "ApplicationSummary", skip_serializing_if = "Option::is_none")]
    pub application_summary: Option<ApplicationSummary>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationCloudWatchLoggingOptionRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "CloudWatchLoggingOptionId", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_id: Option<String>,
}

impl Validate for DeleteApplicationCloudWatchLoggingOptionRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "cloudWatchLoggingOptionId", self.cloud_watch_logging_option_id.is_none());
        found.text(at, "cloudWatchLoggingOptionId", self.cloud_watch_logging_option_id.as_ref(), &ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationCloudWatchLoggingOptionResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationInputProcessingConfigurationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "InputId", skip_serializing_if = "Option::is_none")]
    pub input_id: Option<String>,
}

impl Validate for DeleteApplicationInputProcessingConfigurationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "inputId", self.input_id.is_none());
        found.text(at, "inputId", self.input_id.as_ref(), &ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationInputProcessingConfigurationResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationOutputRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "OutputId", skip_serializing_if = "Option::is_none")]
    pub output_id: Option<String>,
}

impl Validate for DeleteApplicationOutputRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "outputId", self.output_id.is_none());
        found.text(at, "outputId", self.output_id.as_ref(), &ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationOutputResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationReferenceDataSourceRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "ReferenceId", skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<String>,
}

impl Validate for DeleteApplicationReferenceDataSourceRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "referenceId", self.reference_id.is_none());
        found.text(at, "referenceId", self.reference_id.as_ref(), &ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationReferenceDataSourceResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CreateTimestamp", skip_serializing_if = "Option::is_none")]
    pub create_timestamp: Option<Epoch>,
}

impl Validate for DeleteApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "createTimestamp", self.create_timestamp.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
}

impl Validate for DescribeApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeApplicationResponse {
    #[serde(rename = "ApplicationDetail", skip_serializing_if = "Option::is_none")]
    pub application_detail: Option<ApplicationDetail>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DestinationSchema {
    #[serde(rename = "RecordFormatType", skip_serializing_if = "Option::is_none")]
    pub record_format_type: Option<String>,
}

impl Validate for DestinationSchema {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "recordFormatType", self.record_format_type.is_none());
        found.text(at, "recordFormatType", self.record_format_type.as_ref(), &RECORD_FORMAT_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DiscoverInputSchemaRequest {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "InputStartingPositionConfiguration", skip_serializing_if = "Option::is_none")]
    pub input_starting_position_configuration: Option<InputStartingPositionConfiguration>,
    #[serde(rename = "S3Configuration", skip_serializing_if = "Option::is_none")]
    pub s3_configuration: Option<S3Configuration>,
    #[serde(rename = "InputProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub input_processing_configuration: Option<InputProcessingConfiguration>,
}

impl Validate for DiscoverInputSchemaRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.structure(at, "inputStartingPositionConfiguration", self.input_starting_position_configuration.as_ref());
        found.structure(at, "s3Configuration", self.s3_configuration.as_ref());
        found.structure(at, "inputProcessingConfiguration", self.input_processing_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DiscoverInputSchemaResponse {
    #[serde(rename = "InputSchema", skip_serializing_if = "Option::is_none")]
    pub input_schema: Option<SourceSchema>,
    #[serde(rename = "ParsedInputRecords", skip_serializing_if = "Option::is_none")]
    pub parsed_input_records: Option<Vec<Vec<String>>>,
    #[serde(rename = "ProcessedInputRecords", skip_serializing_if = "Option::is_none")]
    pub processed_input_records: Option<Vec<String>>,
    #[serde(rename = "RawInputRecords", skip_serializing_if = "Option::is_none")]
    pub raw_input_records: Option<Vec<String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Input {
    #[serde(rename = "NamePrefix", skip_serializing_if = "Option::is_none")]
    pub name_prefix: Option<String>,
    #[serde(rename = "InputProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub input_processing_configuration: Option<InputProcessingConfiguration>,
    #[serde(rename = "KinesisStreamsInput", skip_serializing_if = "Option::is_none")]
    pub kinesis_streams_input: Option<KinesisStreamsInput>,
    #[serde(rename = "KinesisFirehoseInput", skip_serializing_if = "Option::is_none")]
    pub kinesis_firehose_input: Option<KinesisFirehoseInput>,
    #[serde(rename = "InputParallelism", skip_serializing_if = "Option::is_none")]
    pub input_parallelism: Option<InputParallelism>,
    #[serde(rename = "InputSchema", skip_serializing_if = "Option::is_none")]
    pub input_schema: Option<SourceSchema>,
}

impl Validate for Input {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "namePrefix", self.name_prefix.is_none());
        found.text(at, "namePrefix", self.name_prefix.as_ref(), &IN_APP_STREAM_NAME);
        found.structure(at, "inputProcessingConfiguration", self.input_processing_configuration.as_ref());
        found.structure(at, "kinesisStreamsInput", self.kinesis_streams_input.as_ref());
        found.structure(at, "kinesisFirehoseInput", self.kinesis_firehose_input.as_ref());
        found.structure(at, "inputParallelism", self.input_parallelism.as_ref());
        found.required(at, "inputSchema", self.input_schema.is_none());
        found.structure(at, "inputSchema", self.input_schema.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputConfiguration {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "InputStartingPositionConfiguration", skip_serializing_if = "Option::is_none")]
    pub input_starting_position_configuration: Option<InputStartingPositionConfiguration>,
}

impl Validate for InputConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "id", self.id.is_none());
        found.text(at, "id", self.id.as_ref(), &ID);
        found.required(at, "inputStartingPositionConfiguration", self.input_starting_position_configuration.is_none());
        found.structure(at, "inputStartingPositionConfiguration", self.input_starting_position_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputDescription {
    #[serde(rename = "InputId", skip_serializing_if = "Option::is_none")]
    pub input_id: Option<String>,
    #[serde(rename = "NamePrefix", skip_serializing_if = "Option::is_none")]
    pub name_prefix: Option<String>,
    #[serde(rename = "InAppStreamNames", skip_serializing_if = "Option::is_none")]
    pub in_app_stream_names: Option<Vec<String>>,
    #[serde(rename = "InputProcessingConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub input_processing_configuration_description: Option<InputProcessingConfigurationDescription>,
    #[serde(rename = "KinesisStreamsInputDescription", skip_serializing_if = "Option::is_none")]
    pub kinesis_streams_input_description: Option<KinesisStreamsInputDescription>,
    #[serde(rename = "KinesisFirehoseInputDescription", skip_serializing_if = "Option::is_none")]
    pub kinesis_firehose_input_description: Option<KinesisFirehoseInputDescription>,
    #[serde(rename = "InputSchema", skip_serializing_if = "Option::is_none")]
    pub input_schema: Option<SourceSchema>,
    #[serde(rename = "InputParallelism", skip_serializing_if = "Option::is_none")]
    pub input_parallelism: Option<InputParallelism>,
    #[serde(rename = "InputStartingPositionConfiguration", skip_serializing_if = "Option::is_none")]
    pub input_starting_position_configuration: Option<InputStartingPositionConfiguration>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputLambdaProcessor {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

impl Validate for InputLambdaProcessor {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputLambdaProcessorDescription {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputLambdaProcessorUpdate {
    #[serde(rename = "ResourceARNUpdate", skip_serializing_if = "Option::is_none")]
    pub resource_arn_update: Option<String>,
    #[serde(rename = "RoleARNUpdate", skip_serializing_if = "Option::is_none")]
    pub role_arn_update: Option<String>,
}

impl Validate for InputLambdaProcessorUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
        found.text(at, "roleARNUpdate", self.role_arn_update.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputParallelism {
    #[serde(rename = "Count", skip_serializing_if = "Option::is_none")]
    pub count: Option<i32>,
}

impl Validate for InputParallelism {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "count", self.count.as_ref(), &INPUT_PARALLELISM_COUNT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputParallelismUpdate {
    #[serde(rename = "CountUpdate", skip_serializing_if = "Option::is_none")]
    pub count_update: Option<i32>,
}

impl Validate for InputParallelismUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "countUpdate", self.count_update.as_ref(), &INPUT_PARALLELISM_COUNT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputProcessingConfiguration {
    #[serde(rename = "InputLambdaProcessor", skip_serializing_if = "Option::is_none")]
    pub input_lambda_processor: Option<InputLambdaProcessor>,
}

impl Validate for InputProcessingConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "inputLambdaProcessor", self.input_lambda_processor.is_none());
        found.structure(at, "inputLambdaProcessor", self.input_lambda_processor.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputProcessingConfigurationDescription {
    #[serde(rename = "InputLambdaProcessorDescription", skip_serializing_if = "Option::is_none")]
    pub input_lambda_processor_description: Option<InputLambdaProcessorDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputProcessingConfigurationUpdate {
    #[serde(rename = "InputLambdaProcessorUpdate", skip_serializing_if = "Option::is_none")]
    pub input_lambda_processor_update: Option<InputLambdaProcessorUpdate>,
}

impl Validate for InputProcessingConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "inputLambdaProcessorUpdate", self.input_lambda_processor_update.is_none());
        found.structure(at, "inputLambdaProcessorUpdate", self.input_lambda_processor_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputSchemaUpdate {
    #[serde(rename = "RecordFormatUpdate", skip_serializing_if = "Option::is_none")]
    pub record_format_update: Option<RecordFormat>,
    #[serde(rename = "RecordEncodingUpdate", skip_serializing_if = "Option::is_none")]
    pub record_encoding_update: Option<String>,
    #[serde(rename = "RecordColumnUpdates", skip_serializing_if = "Option::is_none")]
    pub record_column_updates: Option<Vec<RecordColumn>>,
}

impl Validate for InputSchemaUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "recordFormatUpdate", self.record_format_update.as_ref());
        found.text(at, "recordEncodingUpdate", self.record_encoding_update.as_ref(), &RECORD_ENCODING);
        found.list(at, "recordColumnUpdates", self.record_column_updates.as_ref(), &RECORD_COLUMNS);
        found.structures(at, "recordColumnUpdates", self.record_column_updates.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputStartingPositionConfiguration {
    #[serde(rename = "InputStartingPosition", skip_serializing_if = "Option::is_none")]
    pub input_starting_position: Option<String>,
}

impl Validate for InputStartingPositionConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "inputStartingPosition", self.input_starting_position.as_ref(), &INPUT_STARTING_POSITION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputUpdate {
    #[serde(rename = "InputId", skip_serializing_if = "Option::is_none")]
    pub input_id: Option<String>,
    #[serde(rename = "NamePrefixUpdate", skip_serializing_if = "Option::is_none")]
    pub name_prefix_update: Option<String>,
    #[serde(rename = "InputProcessingConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub input_processing_configuration_update: Option<InputProcessingConfigurationUpdate>,
    #[serde(rename = "KinesisStreamsInputUpdate", skip_serializing_if = "Option::is_none")]
    pub kinesis_streams_input_update: Option<KinesisStreamsInputUpdate>,
    #[serde(rename = "KinesisFirehoseInputUpdate", skip_serializing_if = "Option::is_none")]
    pub kinesis_firehose_input_update: Option<KinesisFirehoseInputUpdate>,
    #[serde(rename = "InputSchemaUpdate", skip_serializing_if = "Option::is_none")]
    pub input_schema_update: Option<InputSchemaUpdate>,
    #[serde(rename = "InputParallelismUpdate", skip_serializing_if = "Option::is_none")]
    pub input_parallelism_update: Option<InputParallelismUpdate>,
}

impl Validate for InputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "inputId", self.input_id.is_none());
        found.text(at, "inputId", self.input_id.as_ref(), &ID);
        found.text(at, "namePrefixUpdate", self.name_prefix_update.as_ref(), &IN_APP_STREAM_NAME);
        found.structure(at, "inputProcessingConfigurationUpdate", self.input_processing_configuration_update.as_ref());
        found.structure(at, "kinesisStreamsInputUpdate", self.kinesis_streams_input_update.as_ref());
        found.structure(at, "kinesisFirehoseInputUpdate", self.kinesis_firehose_input_update.as_ref());
        found.structure(at, "inputSchemaUpdate", self.input_schema_update.as_ref());
        found.structure(at, "inputParallelismUpdate", self.input_parallelism_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct JSONMappingParameters {
    #[serde(rename = "RecordRowPath", skip_serializing_if = "Option::is_none")]
    pub record_row_path: Option<String>,
}

impl Validate for JSONMappingParameters {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "recordRowPath", self.record_row_path.is_none());
        found.text(at, "recordRowPath", self.record_row_path.as_ref(), &RECORD_ROW_PATH);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisFirehoseInput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

impl Validate for KinesisFirehoseInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisFirehoseInputDescription {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisFirehoseInputUpdate {
    #[serde(rename = "ResourceARNUpdate", skip_serializing_if = "Option::is_none")]
    pub resource_arn_update: Option<String>,
    #[serde(rename = "RoleARNUpdate", skip_serializing_if = "Option::is_none")]
    pub role_arn_update: Option<String>,
}

impl Validate for KinesisFirehoseInputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
        found.text(at, "roleARNUpdate", self.role_arn_update.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisFirehoseOutput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

impl Validate for KinesisFirehoseOutput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisFirehoseOutputDescription {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisFirehoseOutputUpdate {
    #[serde(rename = "ResourceARNUpdate", skip_serializing_if = "Option::is_none")]
    pub resource_arn_update: Option<String>,
    #[serde(rename = "RoleARNUpdate", skip_serializing_if = "Option::is_none")]
    pub role_arn_update: Option<String>,
}

impl Validate for KinesisFirehoseOutputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
        found.text(at, "roleARNUpdate", self.role_arn_update.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamsInput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

impl Validate for KinesisStreamsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamsInputDescription {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamsInputUpdate {
    #[serde(rename = "ResourceARNUpdate", skip_serializing_if = "Option::is_none")]
    pub resource_arn_update: Option<String>,
    #[serde(rename = "RoleARNUpdate", skip_serializing_if = "Option::is_none")]
    pub role_arn_update: Option<String>,
}

impl Validate for KinesisStreamsInputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
        found.text(at, "roleARNUpdate", self.role_arn_update.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamsOutput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

impl Validate for KinesisStreamsOutput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamsOutputDescription {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamsOutputUpdate {
    #[serde(rename = "ResourceARNUpdate", skip_serializing_if = "Option::is_none")]
    pub resource_arn_update: Option<String>,
    #[serde(rename = "RoleARNUpdate", skip_serializing_if = "Option::is_none")]
    pub role_arn_update: Option<String>,
}

impl Validate for KinesisStreamsOutputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
        found.text(at, "roleARNUpdate", self.role_arn_update.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LambdaOutput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

impl Validate for LambdaOutput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LambdaOutputDescription {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LambdaOutputUpdate {
    #[serde(rename = "ResourceARNUpdate", skip_serializing_if = "Option::is_none")]
    pub resource_arn_update: Option<String>,
    #[serde(rename = "RoleARNUpdate", skip_serializing_if = "Option::is_none")]
    pub role_arn_update: Option<String>,
}

impl Validate for LambdaOutputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
        found.text(at, "roleARNUpdate", self.role_arn_update.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationsRequest {
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "ExclusiveStartApplicationName", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_application_name: Option<String>,
}

impl Validate for ListApplicationsRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "limit", self.limit.as_ref(), &LIST_APPLICATIONS_INPUT_LIMIT);
        found.text(at, "exclusiveStartApplicationName", self.exclusive_start_application_name.as_ref(), &APPLICATION_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationsResponse {
    #[serde(rename = "ApplicationSummaries", skip_serializing_if = "Option::is_none")]
    pub application_summaries: Option<Vec<ApplicationSummary>>,
    #[serde(rename = "HasMoreApplications", skip_serializing_if = "Option::is_none")]
    pub has_more_applications: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceRequest {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
}

impl Validate for ListTagsForResourceRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &KINESIS_ANALYTICS_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceResponse {
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MappingParameters {
    #[serde(rename = "JSONMappingParameters", skip_serializing_if = "Option::is_none")]
    pub json_mapping_parameters: Option<JSONMappingParameters>,
    #[serde(rename = "CSVMappingParameters", skip_serializing_if = "Option::is_none")]
    pub csv_mapping_parameters: Option<CSVMappingParameters>,
}

impl Validate for MappingParameters {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "jSONMappingParameters", self.json_mapping_parameters.as_ref());
        found.structure(at, "cSVMappingParameters", self.csv_mapping_parameters.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Output {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "KinesisStreamsOutput", skip_serializing_if = "Option::is_none")]
    pub kinesis_streams_output: Option<KinesisStreamsOutput>,
    #[serde(rename = "KinesisFirehoseOutput", skip_serializing_if = "Option::is_none")]
    pub kinesis_firehose_output: Option<KinesisFirehoseOutput>,
    #[serde(rename = "LambdaOutput", skip_serializing_if = "Option::is_none")]
    pub lambda_output: Option<LambdaOutput>,
    #[serde(rename = "DestinationSchema", skip_serializing_if = "Option::is_none")]
    pub destination_schema: Option<DestinationSchema>,
}

impl Validate for Output {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "name", self.name.is_none());
        found.text(at, "name", self.name.as_ref(), &IN_APP_STREAM_NAME);
        found.structure(at, "kinesisStreamsOutput", self.kinesis_streams_output.as_ref());
        found.structure(at, "kinesisFirehoseOutput", self.kinesis_firehose_output.as_ref());
        found.structure(at, "lambdaOutput", self.lambda_output.as_ref());
        found.required(at, "destinationSchema", self.destination_schema.is_none());
        found.structure(at, "destinationSchema", self.destination_schema.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OutputDescription {
    #[serde(rename = "OutputId", skip_serializing_if = "Option::is_none")]
    pub output_id: Option<String>,
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "KinesisStreamsOutputDescription", skip_serializing_if = "Option::is_none")]
    pub kinesis_streams_output_description: Option<KinesisStreamsOutputDescription>,
    #[serde(rename = "KinesisFirehoseOutputDescription", skip_serializing_if = "Option::is_none")]
    pub kinesis_firehose_output_description: Option<KinesisFirehoseOutputDescription>,
    #[serde(rename = "LambdaOutputDescription", skip_serializing_if = "Option::is_none")]
    pub lambda_output_description: Option<LambdaOutputDescription>,
    #[serde(rename = "DestinationSchema", skip_serializing_if = "Option::is_none")]
    pub destination_schema: Option<DestinationSchema>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OutputUpdate {
    #[serde(rename = "OutputId", skip_serializing_if = "Option::is_none")]
    pub output_id: Option<String>,
    #[serde(rename = "NameUpdate", skip_serializing_if = "Option::is_none")]
    pub name_update: Option<String>,
    #[serde(rename = "KinesisStreamsOutputUpdate", skip_serializing_if = "Option::is_none")]
    pub kinesis_streams_output_update: Option<KinesisStreamsOutputUpdate>,
    #[serde(rename = "KinesisFirehoseOutputUpdate", skip_serializing_if = "Option::is_none")]
    pub kinesis_firehose_output_update: Option<KinesisFirehoseOutputUpdate>,
    #[serde(rename = "LambdaOutputUpdate", skip_serializing_if = "Option::is_none")]
    pub lambda_output_update: Option<LambdaOutputUpdate>,
    #[serde(rename = "DestinationSchemaUpdate", skip_serializing_if = "Option::is_none")]
    pub destination_schema_update: Option<DestinationSchema>,
}

impl Validate for OutputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "outputId", self.output_id.is_none());
        found.text(at, "outputId", self.output_id.as_ref(), &ID);
        found.text(at, "nameUpdate", self.name_update.as_ref(), &IN_APP_STREAM_NAME);
        found.structure(at, "kinesisStreamsOutputUpdate", self.kinesis_streams_output_update.as_ref());
        found.structure(at, "kinesisFirehoseOutputUpdate", self.kinesis_firehose_output_update.as_ref());
        found.structure(at, "lambdaOutputUpdate", self.lambda_output_update.as_ref());
        found.structure(at, "destinationSchemaUpdate", self.destination_schema_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordColumn {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Mapping", skip_serializing_if = "Option::is_none")]
    pub mapping: Option<String>,
    #[serde(rename = "SqlType", skip_serializing_if = "Option::is_none")]
    pub sql_type: Option<String>,
}

impl Validate for RecordColumn {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "name", self.name.is_none());
        found.required(at, "sqlType", self.sql_type.is_none());
        found.text(at, "sqlType", self.sql_type.as_ref(), &RECORD_COLUMN_SQL_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordFormat {
    #[serde(rename = "RecordFormatType", skip_serializing_if = "Option::is_none")]
    pub record_format_type: Option<String>,
    #[serde(rename = "MappingParameters", skip_serializing_if = "Option::is_none")]
    pub mapping_parameters: Option<MappingParameters>,
}

impl Validate for RecordFormat {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "recordFormatType", self.record_format_type.is_none());
        found.text(at, "recordFormatType", self.record_format_type.as_ref(), &RECORD_FORMAT_TYPE);
        found.structure(at, "mappingParameters", self.mapping_parameters.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReferenceDataSource {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "S3ReferenceDataSource", skip_serializing_if = "Option::is_none")]
    pub s3_reference_data_source: Option<S3ReferenceDataSource>,
    #[serde(rename = "ReferenceSchema", skip_serializing_if = "Option::is_none")]
    pub reference_schema: Option<SourceSchema>,
}

impl Validate for ReferenceDataSource {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &IN_APP_TABLE_NAME);
        found.structure(at, "s3ReferenceDataSource", self.s3_reference_data_source.as_ref());
        found.required(at, "referenceSchema", self.reference_schema.is_none());
        found.structure(at, "referenceSchema", self.reference_schema.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReferenceDataSourceDescription {
    #[serde(rename = "ReferenceId", skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<String>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "S3ReferenceDataSourceDescription", skip_serializing_if = "Option::is_none")]
    pub s3_reference_data_source_description: Option<S3ReferenceDataSourceDescription>,
    #[serde(rename = "ReferenceSchema", skip_serializing_if = "Option::is_none")]
    pub reference_schema: Option<SourceSchema>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReferenceDataSourceUpdate {
    #[serde(rename = "ReferenceId", skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<String>,
    #[serde(rename = "TableNameUpdate", skip_serializing_if = "Option::is_none")]
    pub table_name_update: Option<String>,
    #[serde(rename = "S3ReferenceDataSourceUpdate", skip_serializing_if = "Option::is_none")]
    pub s3_reference_data_source_update: Option<S3ReferenceDataSourceUpdate>,
    #[serde(rename = "ReferenceSchemaUpdate", skip_serializing_if = "Option::is_none")]
    pub reference_schema_update: Option<SourceSchema>,
}

impl Validate for ReferenceDataSourceUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "referenceId", self.reference_id.is_none());
        found.text(at, "referenceId", self.reference_id.as_ref(), &ID);
        found.text(at, "tableNameUpdate", self.table_name_update.as_ref(), &IN_APP_TABLE_NAME);
        found.structure(at, "s3ReferenceDataSourceUpdate", self.s3_reference_data_source_update.as_ref());
        found.structure(at, "referenceSchemaUpdate", self.reference_schema_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3Configuration {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "FileKey", skip_serializing_if = "Option::is_none")]
    pub file_key: Option<String>,
}

impl Validate for S3Configuration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.required(at, "fileKey", self.file_key.is_none());
        found.text(at, "fileKey", self.file_key.as_ref(), &FILE_KEY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ReferenceDataSource {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "FileKey", skip_serializing_if = "Option::is_none")]
    pub file_key: Option<String>,
    #[serde(rename = "ReferenceRoleARN", skip_serializing_if = "Option::is_none")]
    pub reference_role_arn: Option<String>,
}

impl Validate for S3ReferenceDataSource {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.required(at, "fileKey", self.file_key.is_none());
        found.text(at, "fileKey", self.file_key.as_ref(), &FILE_KEY);
        found.required(at, "referenceRoleARN", self.reference_role_arn.is_none());
        found.text(at, "referenceRoleARN", self.reference_role_arn.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ReferenceDataSourceDescription {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "FileKey", skip_serializing_if = "Option::is_none")]
    pub file_key: Option<String>,
    #[serde(rename = "ReferenceRoleARN", skip_serializing_if = "Option::is_none")]
    pub reference_role_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ReferenceDataSourceUpdate {
    #[serde(rename = "BucketARNUpdate", skip_serializing_if = "Option::is_none")]
    pub bucket_arn_update: Option<String>,
    #[serde(rename = "FileKeyUpdate", skip_serializing_if = "Option::is_none")]
    pub file_key_update: Option<String>,
    #[serde(rename = "ReferenceRoleARNUpdate", skip_serializing_if = "Option::is_none")]
    pub reference_role_arn_update: Option<String>,
}

impl Validate for S3ReferenceDataSourceUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "bucketARNUpdate", self.bucket_arn_update.as_ref(), &BUCKET_ARN);
        found.text(at, "fileKeyUpdate", self.file_key_update.as_ref(), &FILE_KEY);
        found.text(at, "referenceRoleARNUpdate", self.reference_role_arn_update.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceSchema {
    #[serde(rename = "RecordFormat", skip_serializing_if = "Option::is_none")]
    pub record_format: Option<RecordFormat>,
    #[serde(rename = "RecordEncoding", skip_serializing_if = "Option::is_none")]
    pub record_encoding: Option<String>,
    #[serde(rename = "RecordColumns", skip_serializing_if = "Option::is_none")]
    pub record_columns: Option<Vec<RecordColumn>>,
}

impl Validate for SourceSchema {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "recordFormat", self.record_format.is_none());
        found.structure(at, "recordFormat", self.record_format.as_ref());
        found.text(at, "recordEncoding", self.record_encoding.as_ref(), &RECORD_ENCODING);
        found.required(at, "recordColumns", self.record_columns.is_none());
        found.list(at, "recordColumns", self.record_columns.as_ref(), &RECORD_COLUMNS);
        found.structures(at, "recordColumns", self.record_columns.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StartApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "InputConfigurations", skip_serializing_if = "Option::is_none")]
    pub input_configurations: Option<Vec<InputConfiguration>>,
}

impl Validate for StartApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "inputConfigurations", self.input_configurations.is_none());
        found.structures(at, "inputConfigurations", self.input_configurations.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StartApplicationResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StopApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
}

impl Validate for StopApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StopApplicationResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Validate for Tag {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "key", self.key.is_none());
        found.text(at, "key", self.key.as_ref(), &TAG_KEY);
        found.text(at, "value", self.value.as_ref(), &TAG_VALUE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceRequest {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

impl Validate for TagResourceRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &KINESIS_ANALYTICS_ARN);
        found.required(at, "tags", self.tags.is_none());
        found.list(at, "tags", self.tags.as_ref(), &TAGS);
        found.structures(at, "tags", self.tags.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceRequest {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "TagKeys", skip_serializing_if = "Option::is_none")]
    pub tag_keys: Option<Vec<String>>,
}

impl Validate for UntagResourceRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &KINESIS_ANALYTICS_ARN);
        found.required(at, "tagKeys", self.tag_keys.is_none());
        found.list(at, "tagKeys", self.tag_keys.as_ref(), &TAG_KEYS);
        found.texts(at, "tagKeys", self.tag_keys.as_ref(), &TAG_KEY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "ApplicationUpdate", skip_serializing_if = "Option::is_none")]
    pub application_update: Option<ApplicationUpdate>,
}

impl Validate for UpdateApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "applicationUpdate", self.application_update.is_none());
        found.structure(at, "applicationUpdate", self.application_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateApplicationResponse {
}

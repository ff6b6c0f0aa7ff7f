//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = "one prelude serves every service")]
use super::prelude::*;

pub static SERVICE: ServiceModel = ServiceModel {
    name: "kinesisanalyticsv2",
    signing_name: "kinesisanalytics",
    api_version: "2018-05-23",
    target_prefix: Some("KinesisAnalytics_20180523"),
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
            name: "AddApplicationVpcConfiguration",
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
            name: "CreateApplicationPresignedUrl",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "CreateApplicationSnapshot",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "CreateSnapshot",
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
            name: "DeleteApplicationSnapshot",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteApplicationVpcConfiguration",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteSnapshot",
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
            name: "DescribeApplicationOperation",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeApplicationSnapshot",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeApplicationVersion",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeSnapshot",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeSnapshotOperation",
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
            name: "ExportSnapshot",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ImportSnapshot",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListApplicationOperations",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListApplicationSnapshots",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListApplicationVersions",
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
            name: "ListSnapshotOperations",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListSnapshots",
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
            name: "RollbackApplication",
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
        OperationModel {
            name: "UpdateApplicationMaintenanceConfiguration",
            has_output: true,
            query: None,
            http: None,
        },
    ],
};

static APPLICATION_DESCRIPTION: Text = Text {
    min: Some(0),
    max: Some(1024),
    pattern: None,
    values: &[],
    secret: false,
};

static APPLICATION_MAINTENANCE_WINDOW_START_TIME: Text = Text {
    min: Some(5),
    max: Some(5),
    pattern: Some(Pattern::new("([01][0-9]|2[0-3]):[0-5][0-9]", "([01][0-9]|2[0-3]):[0-5][0-9]")),
    values: &[],
    secret: false,
};

static APPLICATION_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["STREAMING", "INTERACTIVE"],
    secret: false,
};

static APPLICATION_NAME: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static APPLICATION_RESTORE_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["SKIP_RESTORE_FROM_SNAPSHOT", "RESTORE_FROM_LATEST_SNAPSHOT", "RESTORE_FROM_CUSTOM_SNAPSHOT"],
    secret: false,
};

static APPLICATION_VERSION_ID: Range = Range { min: Some(1), max: Some(999999999) };

static ARTIFACT_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["UDF", "DEPENDENCY_JAR"],
    secret: false,
};

static BASE_PATH: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: Some(Pattern::new("[a-zA-Z0-9/!-_.*'()]+", "[a-zA-Z0-9/!-_.*'()]+")),
    values: &[],
    secret: false,
};

static BUCKET_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:.*", "arn:.*")),
    values: &[],
    secret: false,
};

static CHECKPOINT_INTERVAL: Range = Range { min: Some(1), max: None };

static CODE_CONTENT_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["PLAINTEXT", "ZIPFILE"],
    secret: false,
};

static CONDITIONAL_TOKEN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("[a-zA-Z0-9-_+/=]+", "[a-zA-Z0-9-_+/=]+")),
    values: &[],
    secret: false,
};

static CONFIGURATION_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["DEFAULT", "CUSTOM"],
    secret: false,
};

static CUSTOM_ARTIFACTS_CONFIGURATION_LIST: Length = Length { min: None, max: Some(50) };

static DATABASE_ARN: Text = Text {
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
    pattern: Some(Pattern::new("[^-\\s<>&]*", "[^-\\s<>&]*")),
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

static KEY_ID: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: None,
    values: &[],
    secret: false,
};

static KEY_PREFIX: Text = Text {
    min: Some(1),
    max: Some(200),
    pattern: None,
    values: &[],
    secret: false,
};

static KEY_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["AWS_OWNED_KEY", "CUSTOMER_MANAGED_KEY"],
    secret: false,
};

static KINESIS_ANALYTICS_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:.*", "arn:.*")),
    values: &[],
    secret: false,
};

static LIST_APPLICATION_OPERATIONS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(50) };

static LIST_APPLICATION_VERSIONS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(50) };

static LIST_APPLICATIONS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(50) };

static LIST_SNAPSHOT_OPERATIONS_LIMIT: Range = Range { min: Some(1), max: Some(50) };

static LIST_SNAPSHOTS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(50) };

static LIST_SNAPSHOTS_LIMIT: Range = Range { min: Some(1), max: Some(50) };

static LOG_LEVEL: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["INFO", "WARN", "ERROR", "DEBUG"],
    secret: false,
};

static LOG_STREAM_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:.*", "arn:.*")),
    values: &[],
    secret: false,
};

static MAVEN_ARTIFACT_ID: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static MAVEN_GROUP_ID: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static MAVEN_VERSION: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static METRICS_LEVEL: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["APPLICATION", "TASK", "OPERATOR", "PARALLELISM"],
    secret: false,
};

static MIN_PAUSE_BETWEEN_CHECKPOINTS: Range = Range { min: Some(0), max: None };

static NEXT_TOKEN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: None,
    values: &[],
    secret: false,
};

static OBJECT_VERSION: Text = Text {
    min: Some(0),
    max: Some(1024),
    pattern: None,
    values: &[],
    secret: false,
};

static OPERATION: Text = Text {
    min: Some(1),
    max: Some(64),
    pattern: None,
    values: &[],
    secret: false,
};

static OPERATION_ID: Text = Text {
    min: Some(1),
    max: Some(64),
    pattern: None,
    values: &[],
    secret: false,
};

static OPERATION_STATUS: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["IN_PROGRESS", "CANCELLED", "SUCCESSFUL", "FAILED"],
    secret: false,
};

static PARALLELISM: Range = Range { min: Some(1), max: None };

static PARALLELISM_PER_KPU: Range = Range { min: Some(1), max: None };

static PROPERTY_GROUPS: Length = Length { min: None, max: Some(50) };

static PROPERTY_KEY: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: None,
    values: &[],
    secret: false,
};

static PROPERTY_MAP: Length = Length { min: Some(1), max: Some(50) };

static PROPERTY_VALUE: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: None,
    values: &[],
    secret: false,
};

static RECORD_COLUMN_DELIMITER: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: None,
    values: &[],
    secret: false,
};

static RECORD_COLUMN_MAPPING: Text = Text {
    min: Some(0),
    max: Some(65535),
    pattern: None,
    values: &[],
    secret: false,
};

static RECORD_COLUMN_NAME: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: Some(Pattern::new("[^-\\s<>&]*", "[^-\\s<>&]*")),
    values: &[],
    secret: false,
};

static RECORD_COLUMN_SQL_TYPE: Text = Text {
    min: Some(1),
    max: Some(100),
    pattern: None,
    values: &[],
    secret: false,
};

static RECORD_COLUMNS: Length = Length { min: Some(1), max: Some(1000) };

static RECORD_ENCODING: Text = Text {
    min: Some(5),
    max: Some(5),
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
    max: Some(1024),
    pattern: None,
    values: &[],
    secret: false,
};

static RECORD_ROW_PATH: Text = Text {
    min: Some(1),
    max: Some(65535),
    pattern: Some(Pattern::new("^(?=^\\$)(?=^\\S+$).*$", "\\$\\S*")),
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
    pattern: Some(Pattern::new("arn:.*", "arn:.*")),
    values: &[],
    secret: false,
};

static RUNTIME_ENVIRONMENT: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["SQL-1_0", "FLINK-1_6", "FLINK-1_8", "ZEPPELIN-FLINK-1_0", "FLINK-1_11", "FLINK-1_13", "ZEPPELIN-FLINK-2_0", "FLINK-1_15", "ZEPPELIN-FLINK-3_0", "FLINK-1_18", "FLINK-1_19", "FLINK-1_20", "FLINK-2_2", "FLINK-2_3"],
    secret: false,
};

static SECURITY_GROUP_IDS: Length = Length { min: Some(1), max: Some(5) };

static SESSION_EXPIRATION_DURATION_IN_SECONDS: Range = Range { min: Some(1800), max: Some(43200) };

static SNAPSHOT_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: None,
    values: &[],
    secret: false,
};

static SNAPSHOT_FORMAT: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["CANONICAL"],
    secret: false,
};

static SNAPSHOT_INITIATOR: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["USER", "SYSTEM"],
    secret: false,
};

static SNAPSHOT_INITIATOR_OPERATION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["CreateSnapshot", "ImportSnapshot", "SystemCreateSnapshot"],
    secret: false,
};

static SNAPSHOT_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["APPLICATION_SNAPSHOTS_LEGACY", "ENHANCED_SNAPSHOTS"],
    secret: false,
};

static SNAPSHOT_NAME: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static SNAPSHOT_OPERATION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["CreateSnapshot", "DeleteSnapshot", "ImportSnapshot", "ExportSnapshot", "SystemCreateSnapshot"],
    secret: false,
};

static SNAPSHOT_OPERATION_ID: Text = Text {
    min: Some(1),
    max: Some(64),
    pattern: None,
    values: &[],
    secret: false,
};

static SNAPSHOT_OPERATION_STATUS: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["IN_PROGRESS", "SUCCESSFUL", "FAILED", "CANCELLED"],
    secret: false,
};

static SNAPSHOT_STATUS: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["CREATING", "READY", "DELETING", "FAILED"],
    secret: false,
};

static SNAPSHOT_V2_DESCRIPTION: Text = Text {
    min: Some(0),
    max: Some(1024),
    pattern: Some(Pattern::new("[^\\u0000-\\u001F\\u007F]*", "[^\\u0000-\\u001F\\u007F]*")),
    values: &[],
    secret: false,
};

static SNAPSHOT_V2_NAME: Text = Text {
    min: Some(1),
    max: Some(100),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static STORAGE_LOCATION_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["S3"],
    secret: false,
};

static SUBNET_IDS: Length = Length { min: Some(1), max: Some(16) };

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

static TEXT_CONTENT: Text = Text {
    min: Some(0),
    max: Some(102400),
    pattern: None,
    values: &[],
    secret: false,
};

static URL_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["FLINK_DASHBOARD_URL", "ZEPPELIN_UI_URL"],
    secret: false,
};

static ZIP_FILE_CONTENT: Length = Length { min: Some(0), max: Some(52428800) };

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationCloudWatchLoggingOptionRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "CloudWatchLoggingOption", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option: Option<CloudWatchLoggingOption>,
    #[serde(rename = "ConditionalToken", skip_serializing_if = "Option::is_none")]
    pub conditional_token: Option<String>,
}

impl Validate for AddApplicationCloudWatchLoggingOptionRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "cloudWatchLoggingOption", self.cloud_watch_logging_option.is_none());
        found.structure(at, "cloudWatchLoggingOption", self.cloud_watch_logging_option.as_ref());
        found.text(at, "conditionalToken", self.conditional_token.as_ref(), &CONDITIONAL_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationCloudWatchLoggingOptionResponse {
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "CloudWatchLoggingOptionDescriptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_descriptions: Option<Vec<CloudWatchLoggingOptionDescription>>,
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
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
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "InputId", skip_serializing_if = "Option::is_none")]
    pub input_id: Option<String>,
    #[serde(rename = "InputProcessingConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub input_processing_configuration_description: Option<InputProcessingConfigurationDescription>,
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
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "InputDescriptions", skip_serializing_if = "Option::is_none")]
    pub input_descriptions: Option<Vec<InputDescription>>,
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
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "OutputDescriptions", skip_serializing_if = "Option::is_none")]
    pub output_descriptions: Option<Vec<OutputDescription>>,
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
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "ReferenceDataSourceDescriptions", skip_serializing_if = "Option::is_none")]
    pub reference_data_source_descriptions: Option<Vec<ReferenceDataSourceDescription>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationVpcConfigurationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "VpcConfiguration", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration: Option<VpcConfiguration>,
    #[serde(rename = "ConditionalToken", skip_serializing_if = "Option::is_none")]
    pub conditional_token: Option<String>,
}

impl Validate for AddApplicationVpcConfigurationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "vpcConfiguration", self.vpc_configuration.is_none());
        found.structure(at, "vpcConfiguration", self.vpc_configuration.as_ref());
        found.text(at, "conditionalToken", self.conditional_token.as_ref(), &CONDITIONAL_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddApplicationVpcConfigurationResponse {
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "VpcConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration_description: Option<VpcConfigurationDescription>,
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationCodeConfiguration {
    #[serde(rename = "CodeContent", skip_serializing_if = "Option::is_none")]
    pub code_content: Option<CodeContent>,
    #[serde(rename = "CodeContentType", skip_serializing_if = "Option::is_none")]
    pub code_content_type: Option<String>,
}

impl Validate for ApplicationCodeConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "codeContent", self.code_content.as_ref());
        found.required(at, "codeContentType", self.code_content_type.is_none());
        found.text(at, "codeContentType", self.code_content_type.as_ref(), &CODE_CONTENT_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationCodeConfigurationDescription {
    #[serde(rename = "CodeContentType", skip_serializing_if = "Option::is_none")]
    pub code_content_type: Option<String>,
    #[serde(rename = "CodeContentDescription", skip_serializing_if = "Option::is_none")]
    pub code_content_description: Option<CodeContentDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationCodeConfigurationUpdate {
    #[serde(rename = "CodeContentTypeUpdate", skip_serializing_if = "Option::is_none")]
    pub code_content_type_update: Option<String>,
    #[serde(rename = "CodeContentUpdate", skip_serializing_if = "Option::is_none")]
    pub code_content_update: Option<CodeContentUpdate>,
}

impl Validate for ApplicationCodeConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "codeContentTypeUpdate", self.code_content_type_update.as_ref(), &CODE_CONTENT_TYPE);
        found.structure(at, "codeContentUpdate", self.code_content_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationConfiguration {
    #[serde(rename = "SqlApplicationConfiguration", skip_serializing_if = "Option::is_none")]
    pub sql_application_configuration: Option<SqlApplicationConfiguration>,
    #[serde(rename = "FlinkApplicationConfiguration", skip_serializing_if = "Option::is_none")]
    pub flink_application_configuration: Option<FlinkApplicationConfiguration>,
    #[serde(rename = "EnvironmentProperties", skip_serializing_if = "Option::is_none")]
    pub environment_properties: Option<EnvironmentProperties>,
    #[serde(rename = "ApplicationCodeConfiguration", skip_serializing_if = "Option::is_none")]
    pub application_code_configuration: Option<ApplicationCodeConfiguration>,
    #[serde(rename = "ApplicationSnapshotConfiguration", skip_serializing_if = "Option::is_none")]
    pub application_snapshot_configuration: Option<ApplicationSnapshotConfiguration>,
    #[serde(rename = "ApplicationSystemRollbackConfiguration", skip_serializing_if = "Option::is_none")]
    pub application_system_rollback_configuration: Option<ApplicationSystemRollbackConfiguration>,
    #[serde(rename = "VpcConfigurations", skip_serializing_if = "Option::is_none")]
    pub vpc_configurations: Option<Vec<VpcConfiguration>>,
    #[serde(rename = "ZeppelinApplicationConfiguration", skip_serializing_if = "Option::is_none")]
    pub zeppelin_application_configuration: Option<ZeppelinApplicationConfiguration>,
    #[serde(rename = "ApplicationEncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub application_encryption_configuration: Option<ApplicationEncryptionConfiguration>,
}

impl Validate for ApplicationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "sqlApplicationConfiguration", self.sql_application_configuration.as_ref());
        found.structure(at, "flinkApplicationConfiguration", self.flink_application_configuration.as_ref());
        found.structure(at, "environmentProperties", self.environment_properties.as_ref());
        found.structure(at, "applicationCodeConfiguration", self.application_code_configuration.as_ref());
        found.structure(at, "applicationSnapshotConfiguration", self.application_snapshot_configuration.as_ref());
        found.structure(at, "applicationSystemRollbackConfiguration", self.application_system_rollback_configuration.as_ref());
        found.structures(at, "vpcConfigurations", self.vpc_configurations.as_ref());
        found.structure(at, "zeppelinApplicationConfiguration", self.zeppelin_application_configuration.as_ref());
        found.structure(at, "applicationEncryptionConfiguration", self.application_encryption_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationConfigurationDescription {
    #[serde(rename = "SqlApplicationConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub sql_application_configuration_description: Option<SqlApplicationConfigurationDescription>,
    #[serde(rename = "ApplicationCodeConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub application_code_configuration_description: Option<ApplicationCodeConfigurationDescription>,
    #[serde(rename = "RunConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub run_configuration_description: Option<RunConfigurationDescription>,
    #[serde(rename = "FlinkApplicationConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub flink_application_configuration_description: Option<FlinkApplicationConfigurationDescription>,
    #[serde(rename = "EnvironmentPropertyDescriptions", skip_serializing_if = "Option::is_none")]
    pub environment_property_descriptions: Option<EnvironmentPropertyDescriptions>,
    #[serde(rename = "ApplicationSnapshotConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub application_snapshot_configuration_description: Option<ApplicationSnapshotConfigurationDescription>,
    #[serde(rename = "ApplicationSystemRollbackConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub application_system_rollback_configuration_description: Option<ApplicationSystemRollbackConfigurationDescription>,
    #[serde(rename = "VpcConfigurationDescriptions", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration_descriptions: Option<Vec<VpcConfigurationDescription>>,
    #[serde(rename = "ZeppelinApplicationConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub zeppelin_application_configuration_description: Option<ZeppelinApplicationConfigurationDescription>,
    #[serde(rename = "ApplicationEncryptionConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub application_encryption_configuration_description: Option<ApplicationEncryptionConfigurationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationConfigurationUpdate {
    #[serde(rename = "SqlApplicationConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub sql_application_configuration_update: Option<SqlApplicationConfigurationUpdate>,
    #[serde(rename = "ApplicationCodeConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub application_code_configuration_update: Option<ApplicationCodeConfigurationUpdate>,
    #[serde(rename = "FlinkApplicationConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub flink_application_configuration_update: Option<FlinkApplicationConfigurationUpdate>,
    #[serde(rename = "EnvironmentPropertyUpdates", skip_serializing_if = "Option::is_none")]
    pub environment_property_updates: Option<EnvironmentPropertyUpdates>,
    #[serde(rename = "ApplicationSnapshotConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub application_snapshot_configuration_update: Option<ApplicationSnapshotConfigurationUpdate>,
    #[serde(rename = "ApplicationSystemRollbackConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub application_system_rollback_configuration_update: Option<ApplicationSystemRollbackConfigurationUpdate>,
    #[serde(rename = "VpcConfigurationUpdates", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration_updates: Option<Vec<VpcConfigurationUpdate>>,
    #[serde(rename = "ZeppelinApplicationConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub zeppelin_application_configuration_update: Option<ZeppelinApplicationConfigurationUpdate>,
    #[serde(rename = "ApplicationEncryptionConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub application_encryption_configuration_update: Option<ApplicationEncryptionConfigurationUpdate>,
}

impl Validate for ApplicationConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "sqlApplicationConfigurationUpdate", self.sql_application_configuration_update.as_ref());
        found.structure(at, "applicationCodeConfigurationUpdate", self.application_code_configuration_update.as_ref());
        found.structure(at, "flinkApplicationConfigurationUpdate", self.flink_application_configuration_update.as_ref());
        found.structure(at, "environmentPropertyUpdates", self.environment_property_updates.as_ref());
        found.structure(at, "applicationSnapshotConfigurationUpdate", self.application_snapshot_configuration_update.as_ref());
        found.structure(at, "applicationSystemRollbackConfigurationUpdate", self.application_system_rollback_configuration_update.as_ref());
        found.structures(at, "vpcConfigurationUpdates", self.vpc_configuration_updates.as_ref());
        found.structure(at, "zeppelinApplicationConfigurationUpdate", self.zeppelin_application_configuration_update.as_ref());
        found.structure(at, "applicationEncryptionConfigurationUpdate", self.application_encryption_configuration_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationDetail {
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationDescription", skip_serializing_if = "Option::is_none")]
    pub application_description: Option<String>,
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "RuntimeEnvironment", skip_serializing_if = "Option::is_none")]
    pub runtime_environment: Option<String>,
    #[serde(rename = "ServiceExecutionRole", skip_serializing_if = "Option::is_none")]
    pub service_execution_role: Option<String>,
    #[serde(rename = "ApplicationStatus", skip_serializing_if = "Option::is_none")]
    pub application_status: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "CreateTimestamp", skip_serializing_if = "Option::is_none")]
    pub create_timestamp: Option<Epoch>,
    #[serde(rename = "LastUpdateTimestamp", skip_serializing_if = "Option::is_none")]
    pub last_update_timestamp: Option<Epoch>,
    #[serde(rename = "ApplicationConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub application_configuration_description: Option<ApplicationConfigurationDescription>,
    #[serde(rename = "CloudWatchLoggingOptionDescriptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_descriptions: Option<Vec<CloudWatchLoggingOptionDescription>>,
    #[serde(rename = "ApplicationMaintenanceConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub application_maintenance_configuration_description: Option<ApplicationMaintenanceConfigurationDescription>,
    #[serde(rename = "ApplicationVersionUpdatedFrom", skip_serializing_if = "Option::is_none")]
    pub application_version_updated_from: Option<i64>,
    #[serde(rename = "ApplicationVersionRolledBackFrom", skip_serializing_if = "Option::is_none")]
    pub application_version_rolled_back_from: Option<i64>,
    #[serde(rename = "ApplicationVersionCreateTimestamp", skip_serializing_if = "Option::is_none")]
    pub application_version_create_timestamp: Option<Epoch>,
    #[serde(rename = "ConditionalToken", skip_serializing_if = "Option::is_none")]
    pub conditional_token: Option<String>,
    #[serde(rename = "ApplicationVersionRolledBackTo", skip_serializing_if = "Option::is_none")]
    pub application_version_rolled_back_to: Option<i64>,
    #[serde(rename = "ApplicationMode", skip_serializing_if = "Option::is_none")]
    pub application_mode: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationEncryptionConfiguration {
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "KeyType", skip_serializing_if = "Option::is_none")]
    pub key_type: Option<String>,
}

impl Validate for ApplicationEncryptionConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "keyId", self.key_id.as_ref(), &KEY_ID);
        found.required(at, "keyType", self.key_type.is_none());
        found.text(at, "keyType", self.key_type.as_ref(), &KEY_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationEncryptionConfigurationDescription {
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "KeyType", skip_serializing_if = "Option::is_none")]
    pub key_type: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationEncryptionConfigurationUpdate {
    #[serde(rename = "KeyIdUpdate", skip_serializing_if = "Option::is_none")]
    pub key_id_update: Option<String>,
    #[serde(rename = "KeyTypeUpdate", skip_serializing_if = "Option::is_none")]
    pub key_type_update: Option<String>,
}

impl Validate for ApplicationEncryptionConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "keyIdUpdate", self.key_id_update.as_ref(), &KEY_ID);
        found.required(at, "keyTypeUpdate", self.key_type_update.is_none());
        found.text(at, "keyTypeUpdate", self.key_type_update.as_ref(), &KEY_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationMaintenanceConfigurationDescription {
    #[serde(rename = "ApplicationMaintenanceWindowStartTime", skip_serializing_if = "Option::is_none")]
    pub application_maintenance_window_start_time: Option<String>,
    #[serde(rename = "ApplicationMaintenanceWindowEndTime", skip_serializing_if = "Option::is_none")]
    pub application_maintenance_window_end_time: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationMaintenanceConfigurationUpdate {
    #[serde(rename = "ApplicationMaintenanceWindowStartTimeUpdate", skip_serializing_if = "Option::is_none")]
    pub application_maintenance_window_start_time_update: Option<String>,
}

impl Validate for ApplicationMaintenanceConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationMaintenanceWindowStartTimeUpdate", self.application_maintenance_window_start_time_update.is_none());
        found.text(at, "applicationMaintenanceWindowStartTimeUpdate", self.application_maintenance_window_start_time_update.as_ref(), &APPLICATION_MAINTENANCE_WINDOW_START_TIME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationOperationDescription {
    #[serde(rename = "ApplicationOperationId", skip_serializing_if = "Option::is_none")]
    pub application_operation_id: Option<String>,
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationOperationInfo {
    #[serde(rename = "Operation", skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<Epoch>,
    #[serde(rename = "EndTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<Epoch>,
    #[serde(rename = "OperationStatus", skip_serializing_if = "Option::is_none")]
    pub operation_status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationOperationInfoDetails {
    #[serde(rename = "Operation", skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<Epoch>,
    #[serde(rename = "EndTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<Epoch>,
    #[serde(rename = "OperationStatus", skip_serializing_if = "Option::is_none")]
    pub operation_status: Option<String>,
    #[serde(rename = "ApplicationVersionChangeDetails", skip_serializing_if = "Option::is_none")]
    pub application_version_change_details: Option<ApplicationVersionChangeDetails>,
    #[serde(rename = "OperationFailureDetails", skip_serializing_if = "Option::is_none")]
    pub operation_failure_details: Option<OperationFailureDetails>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationRestoreConfiguration {
    #[serde(rename = "ApplicationRestoreType", skip_serializing_if = "Option::is_none")]
    pub application_restore_type: Option<String>,
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "SnapshotArn", skip_serializing_if = "Option::is_none")]
    pub snapshot_arn: Option<String>,
}

impl Validate for ApplicationRestoreConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationRestoreType", self.application_restore_type.is_none());
        found.text(at, "applicationRestoreType", self.application_restore_type.as_ref(), &APPLICATION_RESTORE_TYPE);
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_NAME);
        found.text(at, "snapshotArn", self.snapshot_arn.as_ref(), &SNAPSHOT_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationSnapshotConfiguration {
    #[serde(rename = "SnapshotsEnabled", skip_serializing_if = "Option::is_none")]
    pub snapshots_enabled: Option<bool>,
    #[serde(rename = "SnapshotMode", skip_serializing_if = "Option::is_none")]
    pub snapshot_mode: Option<String>,
}

impl Validate for ApplicationSnapshotConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "snapshotsEnabled", self.snapshots_enabled.is_none());
        found.text(at, "snapshotMode", self.snapshot_mode.as_ref(), &SNAPSHOT_MODE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationSnapshotConfigurationDescription {
    #[serde(rename = "SnapshotsEnabled", skip_serializing_if = "Option::is_none")]
    pub snapshots_enabled: Option<bool>,
    #[serde(rename = "SnapshotMode", skip_serializing_if = "Option::is_none")]
    pub snapshot_mode: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationSnapshotConfigurationUpdate {
    #[serde(rename = "SnapshotsEnabledUpdate", skip_serializing_if = "Option::is_none")]
    pub snapshots_enabled_update: Option<bool>,
    #[serde(rename = "SnapshotModeUpdate", skip_serializing_if = "Option::is_none")]
    pub snapshot_mode_update: Option<String>,
}

impl Validate for ApplicationSnapshotConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "snapshotsEnabledUpdate", self.snapshots_enabled_update.is_none());
        found.text(at, "snapshotModeUpdate", self.snapshot_mode_update.as_ref(), &SNAPSHOT_MODE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationSummary {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationStatus", skip_serializing_if = "Option::is_none")]
    pub application_status: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "RuntimeEnvironment", skip_serializing_if = "Option::is_none")]
    pub runtime_environment: Option<String>,
    #[serde(rename = "ApplicationMode", skip_serializing_if = "Option::is_none")]
    pub application_mode: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationSystemRollbackConfiguration {
    #[serde(rename = "RollbackEnabled", skip_serializing_if = "Option::is_none")]
    pub rollback_enabled: Option<bool>,
}

impl Validate for ApplicationSystemRollbackConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "rollbackEnabled", self.rollback_enabled.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationSystemRollbackConfigurationDescription {
    #[serde(rename = "RollbackEnabled", skip_serializing_if = "Option::is_none")]
    pub rollback_enabled: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationSystemRollbackConfigurationUpdate {
    #[serde(rename = "RollbackEnabledUpdate", skip_serializing_if = "Option::is_none")]
    pub rollback_enabled_update: Option<bool>,
}

impl Validate for ApplicationSystemRollbackConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "rollbackEnabledUpdate", self.rollback_enabled_update.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationVersionChangeDetails {
    #[serde(rename = "ApplicationVersionUpdatedFrom", skip_serializing_if = "Option::is_none")]
    pub application_version_updated_from: Option<i64>,
    #[serde(rename = "ApplicationVersionUpdatedTo", skip_serializing_if = "Option::is_none")]
    pub application_version_updated_to: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplicationVersionSummary {
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "ApplicationStatus", skip_serializing_if = "Option::is_none")]
    pub application_status: Option<String>,
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
pub struct CatalogConfiguration {
    #[serde(rename = "GlueDataCatalogConfiguration", skip_serializing_if = "Option::is_none")]
    pub glue_data_catalog_configuration: Option<GlueDataCatalogConfiguration>,
}

impl Validate for CatalogConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "glueDataCatalogConfiguration", self.glue_data_catalog_configuration.is_none());
        found.structure(at, "glueDataCatalogConfiguration", self.glue_data_catalog_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogConfigurationDescription {
    #[serde(rename = "GlueDataCatalogConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub glue_data_catalog_configuration_description: Option<GlueDataCatalogConfigurationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogConfigurationUpdate {
    #[serde(rename = "GlueDataCatalogConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub glue_data_catalog_configuration_update: Option<GlueDataCatalogConfigurationUpdate>,
}

impl Validate for CatalogConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "glueDataCatalogConfigurationUpdate", self.glue_data_catalog_configuration_update.is_none());
        found.structure(at, "glueDataCatalogConfigurationUpdate", self.glue_data_catalog_configuration_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckpointConfiguration {
    #[serde(rename = "ConfigurationType", skip_serializing_if = "Option::is_none")]
    pub configuration_type: Option<String>,
    #[serde(rename = "CheckpointingEnabled", skip_serializing_if = "Option::is_none")]
    pub checkpointing_enabled: Option<bool>,
    #[serde(rename = "CheckpointInterval", skip_serializing_if = "Option::is_none")]
    pub checkpoint_interval: Option<i64>,
    #[serde(rename = "MinPauseBetweenCheckpoints", skip_serializing_if = "Option::is_none")]
    pub min_pause_between_checkpoints: Option<i64>,
}

impl Validate for CheckpointConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "configurationType", self.configuration_type.is_none());
        found.text(at, "configurationType", self.configuration_type.as_ref(), &CONFIGURATION_TYPE);
        found.long(at, "checkpointInterval", self.checkpoint_interval.as_ref(), &CHECKPOINT_INTERVAL);
        found.long(at, "minPauseBetweenCheckpoints", self.min_pause_between_checkpoints.as_ref(), &MIN_PAUSE_BETWEEN_CHECKPOINTS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckpointConfigurationDescription {
    #[serde(rename = "ConfigurationType", skip_serializing_if = "Option::is_none")]
    pub configuration_type: Option<String>,
    #[serde(rename = "CheckpointingEnabled", skip_serializing_if = "Option::is_none")]
    pub checkpointing_enabled: Option<bool>,
    #[serde(rename = "CheckpointInterval", skip_serializing_if = "Option::is_none")]
    pub checkpoint_interval: Option<i64>,
    #[serde(rename = "MinPauseBetweenCheckpoints", skip_serializing_if = "Option::is_none")]
    pub min_pause_between_checkpoints: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckpointConfigurationUpdate {
    #[serde(rename = "ConfigurationTypeUpdate", skip_serializing_if = "Option::is_none")]
    pub configuration_type_update: Option<String>,
    #[serde(rename = "CheckpointingEnabledUpdate", skip_serializing_if = "Option::is_none")]
    pub checkpointing_enabled_update: Option<bool>,
    #[serde(rename = "CheckpointIntervalUpdate", skip_serializing_if = "Option::is_none")]
    pub checkpoint_interval_update: Option<i64>,
    #[serde(rename = "MinPauseBetweenCheckpointsUpdate", skip_serializing_if = "Option::is_none")]
    pub min_pause_between_checkpoints_update: Option<i64>,
}

impl Validate for CheckpointConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "configurationTypeUpdate", self.configuration_type_update.as_ref(), &CONFIGURATION_TYPE);
        found.long(at, "checkpointIntervalUpdate", self.checkpoint_interval_update.as_ref(), &CHECKPOINT_INTERVAL);
        found.long(at, "minPauseBetweenCheckpointsUpdate", self.min_pause_between_checkpoints_update.as_ref(), &MIN_PAUSE_BETWEEN_CHECKPOINTS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CloudWatchLoggingOption {
    #[serde(rename = "LogStreamARN", skip_serializing_if = "Option::is_none")]
    pub log_stream_arn: Option<String>,
}

impl Validate for CloudWatchLoggingOption {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "logStreamARN", self.log_stream_arn.is_none());
        found.text(at, "logStreamARN", self.log_stream_arn.as_ref(), &LOG_STREAM_ARN);
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
}

impl Validate for CloudWatchLoggingOptionUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "cloudWatchLoggingOptionId", self.cloud_watch_logging_option_id.is_none());
        found.text(at, "cloudWatchLoggingOptionId", self.cloud_watch_logging_option_id.as_ref(), &ID);
        found.text(at, "logStreamARNUpdate", self.log_stream_arn_update.as_ref(), &LOG_STREAM_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CodeContent {
    #[serde(rename = "TextContent", skip_serializing_if = "Option::is_none")]
    pub text_content: Option<String>,
    #[serde(rename = "ZipFileContent", skip_serializing_if = "Option::is_none")]
    pub zip_file_content: Option<Blob>,
    #[serde(rename = "S3ContentLocation", skip_serializing_if = "Option::is_none")]
    pub s3_content_location: Option<S3ContentLocation>,
}

impl Validate for CodeContent {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "textContent", self.text_content.as_ref(), &TEXT_CONTENT);
        found.blob(at, "zipFileContent", self.zip_file_content.as_ref(), &ZIP_FILE_CONTENT);
        found.structure(at, "s3ContentLocation", self.s3_content_location.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CodeContentDescription {
    #[serde(rename = "TextContent", skip_serializing_if = "Option::is_none")]
    pub text_content: Option<String>,
    #[serde(rename = "CodeMD5", skip_serializing_if = "Option::is_none")]
    pub code_md5: Option<String>,
    #[serde(rename = "CodeSize", skip_serializing_if = "Option::is_none")]
    pub code_size: Option<i64>,
    #[serde(rename = "S3ApplicationCodeLocationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_application_code_location_description: Option<S3ApplicationCodeLocationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CodeContentUpdate {
    #[serde(rename = "TextContentUpdate", skip_serializing_if = "Option::is_none")]
    pub text_content_update: Option<String>,
    #[serde(rename = "ZipFileContentUpdate", skip_serializing_if = "Option::is_none")]
    pub zip_file_content_update: Option<Blob>,
    #[serde(rename = "S3ContentLocationUpdate", skip_serializing_if = "Option::is_none")]
    pub s3_content_location_update: Option<S3ContentLocationUpdate>,
}

impl Validate for CodeContentUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "textContentUpdate", self.text_content_update.as_ref(), &TEXT_CONTENT);
        found.blob(at, "zipFileContentUpdate", self.zip_file_content_update.as_ref(), &ZIP_FILE_CONTENT);
        found.structure(at, "s3ContentLocationUpdate", self.s3_content_location_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateApplicationPresignedUrlRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "UrlType", skip_serializing_if = "Option::is_none")]
    pub url_type: Option<String>,
    #[serde(rename = "SessionExpirationDurationInSeconds", skip_serializing_if = "Option::is_none")]
    pub session_expiration_duration_in_seconds: Option<i64>,
}

impl Validate for CreateApplicationPresignedUrlRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "urlType", self.url_type.is_none());
        found.text(at, "urlType", self.url_type.as_ref(), &URL_TYPE);
        found.long(at, "sessionExpirationDurationInSeconds", self.session_expiration_duration_in_seconds.as_ref(), &SESSION_EXPIRATION_DURATION_IN_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateApplicationPresignedUrlResponse {
    #[serde(rename = "AuthorizedUrl", skip_serializing_if = "Option::is_none")]
    pub authorized_url: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "ApplicationDescription", skip_serializing_if = "Option::is_none")]
    pub application_description: Option<String>,
    #[serde(rename = "RuntimeEnvironment", skip_serializing_if = "Option::is_none")]
    pub runtime_environment: Option<String>,
    #[serde(rename = "ServiceExecutionRole", skip_serializing_if = "Option::is_none")]
    pub service_execution_role: Option<String>,
    #[serde(rename = "ApplicationConfiguration", skip_serializing_if = "Option::is_none")]
    pub application_configuration: Option<ApplicationConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<Vec<CloudWatchLoggingOption>>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "ApplicationMode", skip_serializing_if = "Option::is_none")]
    pub application_mode: Option<String>,
}

impl Validate for CreateApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.text(at, "applicationDescription", self.application_description.as_ref(), &APPLICATION_DESCRIPTION);
        found.required(at, "runtimeEnvironment", self.runtime_environment.is_none());
        found.text(at, "runtimeEnvironment", self.runtime_environment.as_ref(), &RUNTIME_ENVIRONMENT);
        found.required(at, "serviceExecutionRole", self.service_execution_role.is_none());
        found.text(at, "serviceExecutionRole", self.service_execution_role.as_ref(), &ROLE_ARN);
        found.structure(at, "applicationConfiguration", self.application_configuration.as_ref());
        found.structures(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.list(at, "tags", self.tags.as_ref(), &TAGS);
        found.structures(at, "tags", self.tags.as_ref());
        found.text(at, "applicationMode", self.application_mode.as_ref(), &APPLICATION_MODE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateApplicationResponse {
    #[serde(rename = "ApplicationDetail", skip_serializing_if = "Option::is_none")]
    pub application_detail: Option<ApplicationDetail>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateApplicationSnapshotRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
}

impl Validate for CreateApplicationSnapshotRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateApplicationSnapshotResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateSnapshotRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "SnapshotDescription", skip_serializing_if = "Option::is_none")]
    pub snapshot_description: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

impl Validate for CreateSnapshotRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_V2_NAME);
        found.text(at, "snapshotDescription", self.snapshot_description.as_ref(), &SNAPSHOT_V2_DESCRIPTION);
        found.list(at, "tags", self.tags.as_ref(), &TAGS);
        found.structures(at, "tags", self.tags.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateSnapshotResponse {
    #[serde(rename = "SnapshotArn", skip_serializing_if = "Option::is_none")]
    pub snapshot_arn: Option<String>,
    #[serde(rename = "SnapshotStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_status: Option<String>,
    #[serde(rename = "SnapshotOperationId", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_id: Option<String>,
    #[serde(rename = "SnapshotOperationStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomArtifactConfiguration {
    #[serde(rename = "ArtifactType", skip_serializing_if = "Option::is_none")]
    pub artifact_type: Option<String>,
    #[serde(rename = "S3ContentLocation", skip_serializing_if = "Option::is_none")]
    pub s3_content_location: Option<S3ContentLocation>,
    #[serde(rename = "MavenReference", skip_serializing_if = "Option::is_none")]
    pub maven_reference: Option<MavenReference>,
}

impl Validate for CustomArtifactConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "artifactType", self.artifact_type.is_none());
        found.text(at, "artifactType", self.artifact_type.as_ref(), &ARTIFACT_TYPE);
        found.structure(at, "s3ContentLocation", self.s3_content_location.as_ref());
        found.structure(at, "mavenReference", self.maven_reference.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomArtifactConfigurationDescription {
    #[serde(rename = "ArtifactType", skip_serializing_if = "Option::is_none")]
    pub artifact_type: Option<String>,
    #[serde(rename = "S3ContentLocationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_content_location_description: Option<S3ContentLocation>,
    #[serde(rename = "MavenReferenceDescription", skip_serializing_if = "Option::is_none")]
    pub maven_reference_description: Option<MavenReference>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationCloudWatchLoggingOptionRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "CloudWatchLoggingOptionId", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_id: Option<String>,
    #[serde(rename = "ConditionalToken", skip_serializing_if = "Option::is_none")]
    pub conditional_token: Option<String>,
}

impl Validate for DeleteApplicationCloudWatchLoggingOptionRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "cloudWatchLoggingOptionId", self.cloud_watch_logging_option_id.is_none());
        found.text(at, "cloudWatchLoggingOptionId", self.cloud_watch_logging_option_id.as_ref(), &ID);
        found.text(at, "conditionalToken", self.conditional_token.as_ref(), &CONDITIONAL_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationCloudWatchLoggingOptionResponse {
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "CloudWatchLoggingOptionDescriptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_descriptions: Option<Vec<CloudWatchLoggingOptionDescription>>,
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
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
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
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
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
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
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
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
pub struct DeleteApplicationSnapshotRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "SnapshotCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub snapshot_creation_timestamp: Option<Epoch>,
}

impl Validate for DeleteApplicationSnapshotRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_NAME);
        found.required(at, "snapshotCreationTimestamp", self.snapshot_creation_timestamp.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationSnapshotResponse {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationVpcConfigurationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "VpcConfigurationId", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration_id: Option<String>,
    #[serde(rename = "ConditionalToken", skip_serializing_if = "Option::is_none")]
    pub conditional_token: Option<String>,
}

impl Validate for DeleteApplicationVpcConfigurationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.required(at, "vpcConfigurationId", self.vpc_configuration_id.is_none());
        found.text(at, "vpcConfigurationId", self.vpc_configuration_id.as_ref(), &ID);
        found.text(at, "conditionalToken", self.conditional_token.as_ref(), &CONDITIONAL_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteApplicationVpcConfigurationResponse {
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteSnapshotRequest {
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "SnapshotCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub snapshot_creation_timestamp: Option<Epoch>,
}

impl Validate for DeleteSnapshotRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_V2_NAME);
        found.required(at, "snapshotCreationTimestamp", self.snapshot_creation_timestamp.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteSnapshotResponse {
    #[serde(rename = "SnapshotArn", skip_serializing_if = "Option::is_none")]
    pub snapshot_arn: Option<String>,
    #[serde(rename = "SnapshotStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_status: Option<String>,
    #[serde(rename = "SnapshotOperationId", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_id: Option<String>,
    #[serde(rename = "SnapshotOperationStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeployAsApplicationConfiguration {
    #[serde(rename = "S3ContentLocation", skip_serializing_if = "Option::is_none")]
    pub s3_content_location: Option<S3ContentBaseLocation>,
}

impl Validate for DeployAsApplicationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "s3ContentLocation", self.s3_content_location.is_none());
        found.structure(at, "s3ContentLocation", self.s3_content_location.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeployAsApplicationConfigurationDescription {
    #[serde(rename = "S3ContentLocationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_content_location_description: Option<S3ContentBaseLocationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeployAsApplicationConfigurationUpdate {
    #[serde(rename = "S3ContentLocationUpdate", skip_serializing_if = "Option::is_none")]
    pub s3_content_location_update: Option<S3ContentBaseLocationUpdate>,
}

impl Validate for DeployAsApplicationConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "s3ContentLocationUpdate", self.s3_content_location_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeApplicationOperationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
}

impl Validate for DescribeApplicationOperationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "operationId", self.operation_id.is_none());
        found.text(at, "operationId", self.operation_id.as_ref(), &OPERATION_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeApplicationOperationResponse {
    #[serde(rename = "ApplicationOperationInfoDetails", skip_serializing_if = "Option::is_none")]
    pub application_operation_info_details: Option<ApplicationOperationInfoDetails>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "IncludeAdditionalDetails", skip_serializing_if = "Option::is_none")]
    pub include_additional_details: Option<bool>,
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
pub struct DescribeApplicationSnapshotRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
}

impl Validate for DescribeApplicationSnapshotRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeApplicationSnapshotResponse {
    #[serde(rename = "SnapshotDetails", skip_serializing_if = "Option::is_none")]
    pub snapshot_details: Option<SnapshotDetails>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeApplicationVersionRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
}

impl Validate for DescribeApplicationVersionRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "applicationVersionId", self.application_version_id.is_none());
        found.long(at, "applicationVersionId", self.application_version_id.as_ref(), &APPLICATION_VERSION_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeApplicationVersionResponse {
    #[serde(rename = "ApplicationVersionDetail", skip_serializing_if = "Option::is_none")]
    pub application_version_detail: Option<ApplicationDetail>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeSnapshotOperationRequest {
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "SnapshotOperationId", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_id: Option<String>,
}

impl Validate for DescribeSnapshotOperationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_V2_NAME);
        found.required(at, "snapshotOperationId", self.snapshot_operation_id.is_none());
        found.text(at, "snapshotOperationId", self.snapshot_operation_id.as_ref(), &SNAPSHOT_OPERATION_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeSnapshotOperationResponse {
    #[serde(rename = "SnapshotOperationInfoDetails", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_info_details: Option<SnapshotOperationInfoDetails>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeSnapshotRequest {
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
}

impl Validate for DescribeSnapshotRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_V2_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeSnapshotResponse {
    #[serde(rename = "SnapshotInfoDetails", skip_serializing_if = "Option::is_none")]
    pub snapshot_info_details: Option<SnapshotInfoDetails>,
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
    #[serde(rename = "ServiceExecutionRole", skip_serializing_if = "Option::is_none")]
    pub service_execution_role: Option<String>,
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
        found.required(at, "serviceExecutionRole", self.service_execution_role.is_none());
        found.text(at, "serviceExecutionRole", self.service_execution_role.as_ref(), &ROLE_ARN);
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
pub struct EncryptionConfigurationDescription {
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "KeyType", skip_serializing_if = "Option::is_none")]
    pub key_type: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EnvironmentProperties {
    #[serde(rename = "PropertyGroups", skip_serializing_if = "Option::is_none")]
    pub property_groups: Option<Vec<PropertyGroup>>,
}

impl Validate for EnvironmentProperties {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "propertyGroups", self.property_groups.is_none());
        found.list(at, "propertyGroups", self.property_groups.as_ref(), &PROPERTY_GROUPS);
        found.structures(at, "propertyGroups", self.property_groups.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EnvironmentPropertyDescriptions {
    #[serde(rename = "PropertyGroupDescriptions", skip_serializing_if = "Option::is_none")]
    pub property_group_descriptions: Option<Vec<PropertyGroup>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EnvironmentPropertyUpdates {
    #[serde(rename = "PropertyGroups", skip_serializing_if = "Option::is_none")]
    pub property_groups: Option<Vec<PropertyGroup>>,
}

impl Validate for EnvironmentPropertyUpdates {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "propertyGroups", self.property_groups.is_none());
        found.list(at, "propertyGroups", self.property_groups.as_ref(), &PROPERTY_GROUPS);
        found.structures(at, "propertyGroups", self.property_groups.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ErrorInfo {
    #[serde(rename = "ErrorString", skip_serializing_if = "Option::is_none")]
    pub error_string: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExportDestinationConfiguration {
    #[serde(rename = "DestinationType", skip_serializing_if = "Option::is_none")]
    pub destination_type: Option<String>,
    #[serde(rename = "ExportRoleArn", skip_serializing_if = "Option::is_none")]
    pub export_role_arn: Option<String>,
    #[serde(rename = "DestinationEncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub destination_encryption_configuration: Option<SnapshotEncryptionConfiguration>,
    #[serde(rename = "DestinationS3PrefixLocation", skip_serializing_if = "Option::is_none")]
    pub destination_s3_prefix_location: Option<S3PrefixLocation>,
}

impl Validate for ExportDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "destinationType", self.destination_type.is_none());
        found.text(at, "destinationType", self.destination_type.as_ref(), &STORAGE_LOCATION_TYPE);
        found.required(at, "exportRoleArn", self.export_role_arn.is_none());
        found.text(at, "exportRoleArn", self.export_role_arn.as_ref(), &ROLE_ARN);
        found.structure(at, "destinationEncryptionConfiguration", self.destination_encryption_configuration.as_ref());
        found.required(at, "destinationS3PrefixLocation", self.destination_s3_prefix_location.is_none());
        found.structure(at, "destinationS3PrefixLocation", self.destination_s3_prefix_location.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExportSnapshotRequest {
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "ExportDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub export_destination_configuration: Option<ExportDestinationConfiguration>,
}

impl Validate for ExportSnapshotRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_V2_NAME);
        found.required(at, "exportDestinationConfiguration", self.export_destination_configuration.is_none());
        found.structure(at, "exportDestinationConfiguration", self.export_destination_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExportSnapshotResponse {
    #[serde(rename = "SnapshotOperationId", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_id: Option<String>,
    #[serde(rename = "SnapshotOperationStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FlinkApplicationConfiguration {
    #[serde(rename = "CheckpointConfiguration", skip_serializing_if = "Option::is_none")]
    pub checkpoint_configuration: Option<CheckpointConfiguration>,
    #[serde(rename = "MonitoringConfiguration", skip_serializing_if = "Option::is_none")]
    pub monitoring_configuration: Option<MonitoringConfiguration>,
    #[serde(rename = "ParallelismConfiguration", skip_serializing_if = "Option::is_none")]
    pub parallelism_configuration: Option<ParallelismConfiguration>,
}

impl Validate for FlinkApplicationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "checkpointConfiguration", self.checkpoint_configuration.as_ref());
        found.structure(at, "monitoringConfiguration", self.monitoring_configuration.as_ref());
        found.structure(at, "parallelismConfiguration", self.parallelism_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FlinkApplicationConfigurationDescription {
    #[serde(rename = "CheckpointConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub checkpoint_configuration_description: Option<CheckpointConfigurationDescription>,
    #[serde(rename = "MonitoringConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub monitoring_configuration_description: Option<MonitoringConfigurationDescription>,
    #[serde(rename = "ParallelismConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub parallelism_configuration_description: Option<ParallelismConfigurationDescription>,
    #[serde(rename = "JobPlanDescription", skip_serializing_if = "Option::is_none")]
    pub job_plan_description: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FlinkApplicationConfigurationUpdate {
    #[serde(rename = "CheckpointConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub checkpoint_configuration_update: Option<CheckpointConfigurationUpdate>,
    #[serde(rename = "MonitoringConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub monitoring_configuration_update: Option<MonitoringConfigurationUpdate>,
    #[serde(rename = "ParallelismConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub parallelism_configuration_update: Option<ParallelismConfigurationUpdate>,
}

impl Validate for FlinkApplicationConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "checkpointConfigurationUpdate", self.checkpoint_configuration_update.as_ref());
        found.structure(at, "monitoringConfigurationUpdate", self.monitoring_configuration_update.as_ref());
        found.structure(at, "parallelismConfigurationUpdate", self.parallelism_configuration_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FlinkRunConfiguration {
    #[serde(rename = "AllowNonRestoredState", skip_serializing_if = "Option::is_none")]
    pub allow_non_restored_state: Option<bool>,
}

impl Validate for FlinkRunConfiguration {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GlueDataCatalogConfiguration {
    #[serde(rename = "DatabaseARN", skip_serializing_if = "Option::is_none")]
    pub database_arn: Option<String>,
}

impl Validate for GlueDataCatalogConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "databaseARN", self.database_arn.is_none());
        found.text(at, "databaseARN", self.database_arn.as_ref(), &DATABASE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GlueDataCatalogConfigurationDescription {
    #[serde(rename = "DatabaseARN", skip_serializing_if = "Option::is_none")]
    pub database_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GlueDataCatalogConfigurationUpdate {
    #[serde(rename = "DatabaseARNUpdate", skip_serializing_if = "Option::is_none")]
    pub database_arn_update: Option<String>,
}

impl Validate for GlueDataCatalogConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "databaseARNUpdate", self.database_arn_update.is_none());
        found.text(at, "databaseARNUpdate", self.database_arn_update.as_ref(), &DATABASE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportSnapshotRequest {
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "ImportSourceConfiguration", skip_serializing_if = "Option::is_none")]
    pub import_source_configuration: Option<ImportSourceConfiguration>,
    #[serde(rename = "DestinationEncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub destination_encryption_configuration: Option<SnapshotEncryptionConfiguration>,
    #[serde(rename = "SnapshotDescription", skip_serializing_if = "Option::is_none")]
    pub snapshot_description: Option<String>,
    #[serde(rename = "SnapshotFormat", skip_serializing_if = "Option::is_none")]
    pub snapshot_format: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

impl Validate for ImportSnapshotRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_V2_NAME);
        found.required(at, "importSourceConfiguration", self.import_source_configuration.is_none());
        found.structure(at, "importSourceConfiguration", self.import_source_configuration.as_ref());
        found.structure(at, "destinationEncryptionConfiguration", self.destination_encryption_configuration.as_ref());
        found.text(at, "snapshotDescription", self.snapshot_description.as_ref(), &SNAPSHOT_V2_DESCRIPTION);
        found.text(at, "snapshotFormat", self.snapshot_format.as_ref(), &SNAPSHOT_FORMAT);
        found.list(at, "tags", self.tags.as_ref(), &TAGS);
        found.structures(at, "tags", self.tags.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportSnapshotResponse {
    #[serde(rename = "SnapshotArn", skip_serializing_if = "Option::is_none")]
    pub snapshot_arn: Option<String>,
    #[serde(rename = "SnapshotStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_status: Option<String>,
    #[serde(rename = "SnapshotOperationId", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_id: Option<String>,
    #[serde(rename = "SnapshotOperationStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportSourceConfiguration {
    #[serde(rename = "SourceType", skip_serializing_if = "Option::is_none")]
    pub source_type: Option<String>,
    #[serde(rename = "ImportRoleArn", skip_serializing_if = "Option::is_none")]
    pub import_role_arn: Option<String>,
    #[serde(rename = "SourceEncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub source_encryption_configuration: Option<SnapshotEncryptionConfiguration>,
    #[serde(rename = "SourceS3PrefixLocation", skip_serializing_if = "Option::is_none")]
    pub source_s3_prefix_location: Option<S3PrefixLocation>,
}

impl Validate for ImportSourceConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "sourceType", self.source_type.is_none());
        found.text(at, "sourceType", self.source_type.as_ref(), &STORAGE_LOCATION_TYPE);
        found.required(at, "importRoleArn", self.import_role_arn.is_none());
        found.text(at, "importRoleArn", self.import_role_arn.as_ref(), &ROLE_ARN);
        found.structure(at, "sourceEncryptionConfiguration", self.source_encryption_configuration.as_ref());
        found.required(at, "sourceS3PrefixLocation", self.source_s3_prefix_location.is_none());
        found.structure(at, "sourceS3PrefixLocation", self.source_s3_prefix_location.as_ref());
    }
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
}

impl Validate for InputLambdaProcessor {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
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
}

impl Validate for InputLambdaProcessorUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARNUpdate", self.resource_arn_update.is_none());
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
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
        found.required(at, "countUpdate", self.count_update.is_none());
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
}

impl Validate for KinesisFirehoseInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
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
}

impl Validate for KinesisFirehoseInputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARNUpdate", self.resource_arn_update.is_none());
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisFirehoseOutput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
}

impl Validate for KinesisFirehoseOutput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
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
}

impl Validate for KinesisFirehoseOutputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARNUpdate", self.resource_arn_update.is_none());
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamsInput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
}

impl Validate for KinesisStreamsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
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
}

impl Validate for KinesisStreamsInputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARNUpdate", self.resource_arn_update.is_none());
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamsOutput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
}

impl Validate for KinesisStreamsOutput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
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
}

impl Validate for KinesisStreamsOutputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARNUpdate", self.resource_arn_update.is_none());
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LambdaOutput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
}

impl Validate for LambdaOutput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
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
}

impl Validate for LambdaOutputUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARNUpdate", self.resource_arn_update.is_none());
        found.text(at, "resourceARNUpdate", self.resource_arn_update.as_ref(), &RESOURCE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationOperationsRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "Operation", skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    #[serde(rename = "OperationStatus", skip_serializing_if = "Option::is_none")]
    pub operation_status: Option<String>,
}

impl Validate for ListApplicationOperationsRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.integer(at, "limit", self.limit.as_ref(), &LIST_APPLICATION_OPERATIONS_INPUT_LIMIT);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
        found.text(at, "operation", self.operation.as_ref(), &OPERATION);
        found.text(at, "operationStatus", self.operation_status.as_ref(), &OPERATION_STATUS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationOperationsResponse {
    #[serde(rename = "ApplicationOperationInfoList", skip_serializing_if = "Option::is_none")]
    pub application_operation_info_list: Option<Vec<ApplicationOperationInfo>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationSnapshotsRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListApplicationSnapshotsRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.integer(at, "limit", self.limit.as_ref(), &LIST_SNAPSHOTS_INPUT_LIMIT);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationSnapshotsResponse {
    #[serde(rename = "SnapshotSummaries", skip_serializing_if = "Option::is_none")]
    pub snapshot_summaries: Option<Vec<SnapshotDetails>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationVersionsRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListApplicationVersionsRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.integer(at, "limit", self.limit.as_ref(), &LIST_APPLICATION_VERSIONS_INPUT_LIMIT);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationVersionsResponse {
    #[serde(rename = "ApplicationVersionSummaries", skip_serializing_if = "Option::is_none")]
    pub application_version_summaries: Option<Vec<ApplicationVersionSummary>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationsRequest {
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListApplicationsRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "limit", self.limit.as_ref(), &LIST_APPLICATIONS_INPUT_LIMIT);
        found.text(at, "nextToken", self.next_token.as_ref(), &APPLICATION_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListApplicationsResponse {
    #[serde(rename = "ApplicationSummaries", skip_serializing_if = "Option::is_none")]
    pub application_summaries: Option<Vec<ApplicationSummary>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListSnapshotOperationsRequest {
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "SnapshotOperation", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation: Option<String>,
    #[serde(rename = "SnapshotOperationStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_status: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListSnapshotOperationsRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "snapshotName", self.snapshot_name.is_none());
        found.text(at, "snapshotName", self.snapshot_name.as_ref(), &SNAPSHOT_V2_NAME);
        found.text(at, "snapshotOperation", self.snapshot_operation.as_ref(), &SNAPSHOT_OPERATION);
        found.text(at, "snapshotOperationStatus", self.snapshot_operation_status.as_ref(), &SNAPSHOT_OPERATION_STATUS);
        found.integer(at, "limit", self.limit.as_ref(), &LIST_SNAPSHOT_OPERATIONS_LIMIT);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListSnapshotOperationsResponse {
    #[serde(rename = "SnapshotOperationInfoList", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_info_list: Option<Vec<SnapshotOperationInfo>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListSnapshotsRequest {
    #[serde(rename = "SourceApplicationName", skip_serializing_if = "Option::is_none")]
    pub source_application_name: Option<String>,
    #[serde(rename = "SnapshotInitiator", skip_serializing_if = "Option::is_none")]
    pub snapshot_initiator: Option<String>,
    #[serde(rename = "SnapshotInitiatorOperation", skip_serializing_if = "Option::is_none")]
    pub snapshot_initiator_operation: Option<String>,
    #[serde(rename = "SnapshotStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_status: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListSnapshotsRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "sourceApplicationName", self.source_application_name.as_ref(), &APPLICATION_NAME);
        found.text(at, "snapshotInitiator", self.snapshot_initiator.as_ref(), &SNAPSHOT_INITIATOR);
        found.text(at, "snapshotInitiatorOperation", self.snapshot_initiator_operation.as_ref(), &SNAPSHOT_INITIATOR_OPERATION);
        found.text(at, "snapshotStatus", self.snapshot_status.as_ref(), &SNAPSHOT_STATUS);
        found.integer(at, "limit", self.limit.as_ref(), &LIST_SNAPSHOTS_LIMIT);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListSnapshotsResponse {
    #[serde(rename = "SnapshotInfoList", skip_serializing_if = "Option::is_none")]
    pub snapshot_info_list: Option<Vec<SnapshotInfo>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
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
pub struct MavenReference {
    #[serde(rename = "GroupId", skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
    #[serde(rename = "ArtifactId", skip_serializing_if = "Option::is_none")]
    pub artifact_id: Option<String>,
    #[serde(rename = "Version", skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

impl Validate for MavenReference {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "groupId", self.group_id.is_none());
        found.text(at, "groupId", self.group_id.as_ref(), &MAVEN_GROUP_ID);
        found.required(at, "artifactId", self.artifact_id.is_none());
        found.text(at, "artifactId", self.artifact_id.as_ref(), &MAVEN_ARTIFACT_ID);
        found.required(at, "version", self.version.is_none());
        found.text(at, "version", self.version.as_ref(), &MAVEN_VERSION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonitoringConfiguration {
    #[serde(rename = "ConfigurationType", skip_serializing_if = "Option::is_none")]
    pub configuration_type: Option<String>,
    #[serde(rename = "MetricsLevel", skip_serializing_if = "Option::is_none")]
    pub metrics_level: Option<String>,
    #[serde(rename = "LogLevel", skip_serializing_if = "Option::is_none")]
    pub log_level: Option<String>,
}

impl Validate for MonitoringConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "configurationType", self.configuration_type.is_none());
        found.text(at, "configurationType", self.configuration_type.as_ref(), &CONFIGURATION_TYPE);
        found.text(at, "metricsLevel", self.metrics_level.as_ref(), &METRICS_LEVEL);
        found.text(at, "logLevel", self.log_level.as_ref(), &LOG_LEVEL);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonitoringConfigurationDescription {
    #[serde(rename = "ConfigurationType", skip_serializing_if = "Option::is_none")]
    pub configuration_type: Option<String>,
    #[serde(rename = "MetricsLevel", skip_serializing_if = "Option::is_none")]
    pub metrics_level: Option<String>,
    #[serde(rename = "LogLevel", skip_serializing_if = "Option::is_none")]
    pub log_level: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonitoringConfigurationUpdate {
    #[serde(rename = "ConfigurationTypeUpdate", skip_serializing_if = "Option::is_none")]
    pub configuration_type_update: Option<String>,
    #[serde(rename = "MetricsLevelUpdate", skip_serializing_if = "Option::is_none")]
    pub metrics_level_update: Option<String>,
    #[serde(rename = "LogLevelUpdate", skip_serializing_if = "Option::is_none")]
    pub log_level_update: Option<String>,
}

impl Validate for MonitoringConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "configurationTypeUpdate", self.configuration_type_update.as_ref(), &CONFIGURATION_TYPE);
        found.text(at, "metricsLevelUpdate", self.metrics_level_update.as_ref(), &METRICS_LEVEL);
        found.text(at, "logLevelUpdate", self.log_level_update.as_ref(), &LOG_LEVEL);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OperationFailureDetails {
    #[serde(rename = "RollbackOperationId", skip_serializing_if = "Option::is_none")]
    pub rollback_operation_id: Option<String>,
    #[serde(rename = "ErrorInfo", skip_serializing_if = "Option::is_none")]
    pub error_info: Option<ErrorInfo>,
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
pub struct ParallelismConfiguration {
    #[serde(rename = "ConfigurationType", skip_serializing_if = "Option::is_none")]
    pub configuration_type: Option<String>,
    #[serde(rename = "Parallelism", skip_serializing_if = "Option::is_none")]
    pub parallelism: Option<i32>,
    #[serde(rename = "ParallelismPerKPU", skip_serializing_if = "Option::is_none")]
    pub parallelism_per_kpu: Option<i32>,
    #[serde(rename = "AutoScalingEnabled", skip_serializing_if = "Option::is_none")]
    pub auto_scaling_enabled: Option<bool>,
}

impl Validate for ParallelismConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "configurationType", self.configuration_type.is_none());
        found.text(at, "configurationType", self.configuration_type.as_ref(), &CONFIGURATION_TYPE);
        found.integer(at, "parallelism", self.parallelism.as_ref(), &PARALLELISM);
        found.integer(at, "parallelismPerKPU", self.parallelism_per_kpu.as_ref(), &PARALLELISM_PER_KPU);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ParallelismConfigurationDescription {
    #[serde(rename = "ConfigurationType", skip_serializing_if = "Option::is_none")]
    pub configuration_type: Option<String>,
    #[serde(rename = "Parallelism", skip_serializing_if = "Option::is_none")]
    pub parallelism: Option<i32>,
    #[serde(rename = "ParallelismPerKPU", skip_serializing_if = "Option::is_none")]
    pub parallelism_per_kpu: Option<i32>,
    #[serde(rename = "CurrentParallelism", skip_serializing_if = "Option::is_none")]
    pub current_parallelism: Option<i32>,
    #[serde(rename = "AutoScalingEnabled", skip_serializing_if = "Option::is_none")]
    pub auto_scaling_enabled: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ParallelismConfigurationUpdate {
    #[serde(rename = "ConfigurationTypeUpdate", skip_serializing_if = "Option::is_none")]
    pub configuration_type_update: Option<String>,
    #[serde(rename = "ParallelismUpdate", skip_serializing_if = "Option::is_none")]
    pub parallelism_update: Option<i32>,
    #[serde(rename = "ParallelismPerKPUUpdate", skip_serializing_if = "Option::is_none")]
    pub parallelism_per_kpu_update: Option<i32>,
    #[serde(rename = "AutoScalingEnabledUpdate", skip_serializing_if = "Option::is_none")]
    pub auto_scaling_enabled_update: Option<bool>,
}

impl Validate for ParallelismConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "configurationTypeUpdate", self.configuration_type_update.as_ref(), &CONFIGURATION_TYPE);
        found.integer(at, "parallelismUpdate", self.parallelism_update.as_ref(), &PARALLELISM);
        found.integer(at, "parallelismPerKPUUpdate", self.parallelism_per_kpu_update.as_ref(), &PARALLELISM_PER_KPU);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PropertyGroup {
    #[serde(rename = "PropertyGroupId", skip_serializing_if = "Option::is_none")]
    pub property_group_id: Option<String>,
    #[serde(rename = "PropertyMap", skip_serializing_if = "Option::is_none")]
    pub property_map: Option<BTreeMap<String, String>>,
}

impl Validate for PropertyGroup {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "propertyGroupId", self.property_group_id.is_none());
        found.text(at, "propertyGroupId", self.property_group_id.as_ref(), &ID);
        found.required(at, "propertyMap", self.property_map.is_none());
        found.map(at, "propertyMap", self.property_map.as_ref(), &PROPERTY_MAP);
        found.map_keys(at, "propertyMap", self.property_map.as_ref(), &PROPERTY_KEY);
        found.map_texts(at, "propertyMap", self.property_map.as_ref(), &PROPERTY_VALUE);
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
        found.text(at, "name", self.name.as_ref(), &RECORD_COLUMN_NAME);
        found.text(at, "mapping", self.mapping.as_ref(), &RECORD_COLUMN_MAPPING);
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
pub struct RollbackApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
}

impl Validate for RollbackApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "currentApplicationVersionId", self.current_application_version_id.is_none());
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RollbackApplicationResponse {
    #[serde(rename = "ApplicationDetail", skip_serializing_if = "Option::is_none")]
    pub application_detail: Option<ApplicationDetail>,
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunConfiguration {
    #[serde(rename = "FlinkRunConfiguration", skip_serializing_if = "Option::is_none")]
    pub flink_run_configuration: Option<FlinkRunConfiguration>,
    #[serde(rename = "SqlRunConfigurations", skip_serializing_if = "Option::is_none")]
    pub sql_run_configurations: Option<Vec<SqlRunConfiguration>>,
    #[serde(rename = "ApplicationRestoreConfiguration", skip_serializing_if = "Option::is_none")]
    pub application_restore_configuration: Option<ApplicationRestoreConfiguration>,
}

impl Validate for RunConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "sqlRunConfigurations", self.sql_run_configurations.as_ref());
        found.structure(at, "applicationRestoreConfiguration", self.application_restore_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunConfigurationDescription {
    #[serde(rename = "ApplicationRestoreConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub application_restore_configuration_description: Option<ApplicationRestoreConfiguration>,
    #[serde(rename = "FlinkRunConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub flink_run_configuration_description: Option<FlinkRunConfiguration>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunConfigurationUpdate {
    #[serde(rename = "FlinkRunConfiguration", skip_serializing_if = "Option::is_none")]
    pub flink_run_configuration: Option<FlinkRunConfiguration>,
    #[serde(rename = "ApplicationRestoreConfiguration", skip_serializing_if = "Option::is_none")]
    pub application_restore_configuration: Option<ApplicationRestoreConfiguration>,
}

impl Validate for RunConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "applicationRestoreConfiguration", self.application_restore_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ApplicationCodeLocationDescription {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "FileKey", skip_serializing_if = "Option::is_none")]
    pub file_key: Option<String>,
    #[serde(rename = "ObjectVersion", skip_serializing_if = "Option::is_none")]
    pub object_version: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3Configuration {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "FileKey", skip_serializing_if = "Option::is_none")]
    pub file_key: Option<String>,
}

impl Validate for S3Configuration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.required(at, "fileKey", self.file_key.is_none());
        found.text(at, "fileKey", self.file_key.as_ref(), &FILE_KEY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ContentBaseLocation {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "BasePath", skip_serializing_if = "Option::is_none")]
    pub base_path: Option<String>,
}

impl Validate for S3ContentBaseLocation {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.text(at, "basePath", self.base_path.as_ref(), &BASE_PATH);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ContentBaseLocationDescription {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "BasePath", skip_serializing_if = "Option::is_none")]
    pub base_path: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ContentBaseLocationUpdate {
    #[serde(rename = "BucketARNUpdate", skip_serializing_if = "Option::is_none")]
    pub bucket_arn_update: Option<String>,
    #[serde(rename = "BasePathUpdate", skip_serializing_if = "Option::is_none")]
    pub base_path_update: Option<String>,
}

impl Validate for S3ContentBaseLocationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "bucketARNUpdate", self.bucket_arn_update.as_ref(), &BUCKET_ARN);
        found.text(at, "basePathUpdate", self.base_path_update.as_ref(), &BASE_PATH);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ContentLocation {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "FileKey", skip_serializing_if = "Option::is_none")]
    pub file_key: Option<String>,
    #[serde(rename = "ObjectVersion", skip_serializing_if = "Option::is_none")]
    pub object_version: Option<String>,
}

impl Validate for S3ContentLocation {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.required(at, "fileKey", self.file_key.is_none());
        found.text(at, "fileKey", self.file_key.as_ref(), &FILE_KEY);
        found.text(at, "objectVersion", self.object_version.as_ref(), &OBJECT_VERSION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ContentLocationUpdate {
    #[serde(rename = "BucketARNUpdate", skip_serializing_if = "Option::is_none")]
    pub bucket_arn_update: Option<String>,
    #[serde(rename = "FileKeyUpdate", skip_serializing_if = "Option::is_none")]
    pub file_key_update: Option<String>,
    #[serde(rename = "ObjectVersionUpdate", skip_serializing_if = "Option::is_none")]
    pub object_version_update: Option<String>,
}

impl Validate for S3ContentLocationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "bucketARNUpdate", self.bucket_arn_update.as_ref(), &BUCKET_ARN);
        found.text(at, "fileKeyUpdate", self.file_key_update.as_ref(), &FILE_KEY);
        found.text(at, "objectVersionUpdate", self.object_version_update.as_ref(), &OBJECT_VERSION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3PrefixLocation {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "KeyPrefix", skip_serializing_if = "Option::is_none")]
    pub key_prefix: Option<String>,
}

impl Validate for S3PrefixLocation {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.required(at, "keyPrefix", self.key_prefix.is_none());
        found.text(at, "keyPrefix", self.key_prefix.as_ref(), &KEY_PREFIX);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3ReferenceDataSource {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "FileKey", skip_serializing_if = "Option::is_none")]
    pub file_key: Option<String>,
}

impl Validate for S3ReferenceDataSource {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.text(at, "fileKey", self.file_key.as_ref(), &FILE_KEY);
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
}

impl Validate for S3ReferenceDataSourceUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "bucketARNUpdate", self.bucket_arn_update.as_ref(), &BUCKET_ARN);
        found.text(at, "fileKeyUpdate", self.file_key_update.as_ref(), &FILE_KEY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotDetails {
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "SnapshotStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_status: Option<String>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
    #[serde(rename = "SnapshotCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub snapshot_creation_timestamp: Option<Epoch>,
    #[serde(rename = "RuntimeEnvironment", skip_serializing_if = "Option::is_none")]
    pub runtime_environment: Option<String>,
    #[serde(rename = "ApplicationEncryptionConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub application_encryption_configuration_description: Option<ApplicationEncryptionConfigurationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotEncryptionConfiguration {
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "KeyType", skip_serializing_if = "Option::is_none")]
    pub key_type: Option<String>,
}

impl Validate for SnapshotEncryptionConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "keyId", self.key_id.as_ref(), &KEY_ID);
        found.required(at, "keyType", self.key_type.is_none());
        found.text(at, "keyType", self.key_type.as_ref(), &KEY_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotErrorInfo {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorString", skip_serializing_if = "Option::is_none")]
    pub error_string: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotInfo {
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "SnapshotArn", skip_serializing_if = "Option::is_none")]
    pub snapshot_arn: Option<String>,
    #[serde(rename = "SnapshotStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_status: Option<String>,
    #[serde(rename = "SnapshotCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub snapshot_creation_timestamp: Option<Epoch>,
    #[serde(rename = "SnapshotInitiator", skip_serializing_if = "Option::is_none")]
    pub snapshot_initiator: Option<String>,
    #[serde(rename = "SnapshotInitiatorOperation", skip_serializing_if = "Option::is_none")]
    pub snapshot_initiator_operation: Option<String>,
    #[serde(rename = "SourceApplicationName", skip_serializing_if = "Option::is_none")]
    pub source_application_name: Option<String>,
    #[serde(rename = "SnapshotFormat", skip_serializing_if = "Option::is_none")]
    pub snapshot_format: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotInfoDetails {
    #[serde(rename = "SnapshotName", skip_serializing_if = "Option::is_none")]
    pub snapshot_name: Option<String>,
    #[serde(rename = "SnapshotArn", skip_serializing_if = "Option::is_none")]
    pub snapshot_arn: Option<String>,
    #[serde(rename = "SnapshotDescription", skip_serializing_if = "Option::is_none")]
    pub snapshot_description: Option<String>,
    #[serde(rename = "SnapshotStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_status: Option<String>,
    #[serde(rename = "SnapshotCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub snapshot_creation_timestamp: Option<Epoch>,
    #[serde(rename = "RuntimeEnvironment", skip_serializing_if = "Option::is_none")]
    pub runtime_environment: Option<String>,
    #[serde(rename = "SnapshotSizeInBytes", skip_serializing_if = "Option::is_none")]
    pub snapshot_size_in_bytes: Option<i64>,
    #[serde(rename = "SnapshotEncryptionConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub snapshot_encryption_configuration_description: Option<SnapshotEncryptionConfiguration>,
    #[serde(rename = "SnapshotInitiator", skip_serializing_if = "Option::is_none")]
    pub snapshot_initiator: Option<String>,
    #[serde(rename = "SnapshotInitiatorOperation", skip_serializing_if = "Option::is_none")]
    pub snapshot_initiator_operation: Option<String>,
    #[serde(rename = "SnapshotSourceDescription", skip_serializing_if = "Option::is_none")]
    pub snapshot_source_description: Option<SnapshotSourceDescription>,
    #[serde(rename = "SnapshotFormat", skip_serializing_if = "Option::is_none")]
    pub snapshot_format: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotOperationFailureDetails {
    #[serde(rename = "ErrorInfo", skip_serializing_if = "Option::is_none")]
    pub error_info: Option<SnapshotErrorInfo>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotOperationInfo {
    #[serde(rename = "SnapshotOperationId", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_id: Option<String>,
    #[serde(rename = "SnapshotOperation", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation: Option<String>,
    #[serde(rename = "SnapshotOperationStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_status: Option<String>,
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<Epoch>,
    #[serde(rename = "EndTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotOperationInfoDetails {
    #[serde(rename = "SnapshotOperationId", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_id: Option<String>,
    #[serde(rename = "SnapshotOperation", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation: Option<String>,
    #[serde(rename = "SnapshotOperationStatus", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_status: Option<String>,
    #[serde(rename = "SnapshotArn", skip_serializing_if = "Option::is_none")]
    pub snapshot_arn: Option<String>,
    #[serde(rename = "SourceEncryptionConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub source_encryption_configuration_description: Option<EncryptionConfigurationDescription>,
    #[serde(rename = "DestinationEncryptionConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub destination_encryption_configuration_description: Option<EncryptionConfigurationDescription>,
    #[serde(rename = "SnapshotSourceLocationDescription", skip_serializing_if = "Option::is_none")]
    pub snapshot_source_location_description: Option<SnapshotOperationLocationDescription>,
    #[serde(rename = "SnapshotDestinationLocationDescription", skip_serializing_if = "Option::is_none")]
    pub snapshot_destination_location_description: Option<SnapshotOperationLocationDescription>,
    #[serde(rename = "ApplicationOperationDescription", skip_serializing_if = "Option::is_none")]
    pub application_operation_description: Option<ApplicationOperationDescription>,
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<Epoch>,
    #[serde(rename = "EndTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<Epoch>,
    #[serde(rename = "SnapshotOperationFailureDetails", skip_serializing_if = "Option::is_none")]
    pub snapshot_operation_failure_details: Option<SnapshotOperationFailureDetails>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotOperationLocationDescription {
    #[serde(rename = "LocationType", skip_serializing_if = "Option::is_none")]
    pub location_type: Option<String>,
    #[serde(rename = "S3PrefixLocation", skip_serializing_if = "Option::is_none")]
    pub s3_prefix_location: Option<SnapshotOperationS3PrefixLocation>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotOperationS3PrefixLocation {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "KeyPrefix", skip_serializing_if = "Option::is_none")]
    pub key_prefix: Option<String>,
    #[serde(rename = "ExportedPrefix", skip_serializing_if = "Option::is_none")]
    pub exported_prefix: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotSourceDescription {
    #[serde(rename = "S3PrefixLocation", skip_serializing_if = "Option::is_none")]
    pub s3_prefix_location: Option<S3PrefixLocation>,
    #[serde(rename = "SourceApplicationDescription", skip_serializing_if = "Option::is_none")]
    pub source_application_description: Option<SourceApplicationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceApplicationDescription {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "ApplicationCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub application_creation_timestamp: Option<Epoch>,
    #[serde(rename = "ApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub application_version_id: Option<i64>,
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
pub struct SqlApplicationConfiguration {
    #[serde(rename = "Inputs", skip_serializing_if = "Option::is_none")]
    pub inputs: Option<Vec<Input>>,
    #[serde(rename = "Outputs", skip_serializing_if = "Option::is_none")]
    pub outputs: Option<Vec<Output>>,
    #[serde(rename = "ReferenceDataSources", skip_serializing_if = "Option::is_none")]
    pub reference_data_sources: Option<Vec<ReferenceDataSource>>,
}

impl Validate for SqlApplicationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "inputs", self.inputs.as_ref());
        found.structures(at, "outputs", self.outputs.as_ref());
        found.structures(at, "referenceDataSources", self.reference_data_sources.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SqlApplicationConfigurationDescription {
    #[serde(rename = "InputDescriptions", skip_serializing_if = "Option::is_none")]
    pub input_descriptions: Option<Vec<InputDescription>>,
    #[serde(rename = "OutputDescriptions", skip_serializing_if = "Option::is_none")]
    pub output_descriptions: Option<Vec<OutputDescription>>,
    #[serde(rename = "ReferenceDataSourceDescriptions", skip_serializing_if = "Option::is_none")]
    pub reference_data_source_descriptions: Option<Vec<ReferenceDataSourceDescription>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SqlApplicationConfigurationUpdate {
    #[serde(rename = "InputUpdates", skip_serializing_if = "Option::is_none")]
    pub input_updates: Option<Vec<InputUpdate>>,
    #[serde(rename = "OutputUpdates", skip_serializing_if = "Option::is_none")]
    pub output_updates: Option<Vec<OutputUpdate>>,
    #[serde(rename = "ReferenceDataSourceUpdates", skip_serializing_if = "Option::is_none")]
    pub reference_data_source_updates: Option<Vec<ReferenceDataSourceUpdate>>,
}

impl Validate for SqlApplicationConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "inputUpdates", self.input_updates.as_ref());
        found.structures(at, "outputUpdates", self.output_updates.as_ref());
        found.structures(at, "referenceDataSourceUpdates", self.reference_data_source_updates.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SqlRunConfiguration {
    #[serde(rename = "InputId", skip_serializing_if = "Option::is_none")]
    pub input_id: Option<String>,
    #[serde(rename = "InputStartingPositionConfiguration", skip_serializing_if = "Option::is_none")]
    pub input_starting_position_configuration: Option<InputStartingPositionConfiguration>,
}

impl Validate for SqlRunConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "inputId", self.input_id.is_none());
        found.text(at, "inputId", self.input_id.as_ref(), &ID);
        found.required(at, "inputStartingPositionConfiguration", self.input_starting_position_configuration.is_none());
        found.structure(at, "inputStartingPositionConfiguration", self.input_starting_position_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StartApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "RunConfiguration", skip_serializing_if = "Option::is_none")]
    pub run_configuration: Option<RunConfiguration>,
}

impl Validate for StartApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.structure(at, "runConfiguration", self.run_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StartApplicationResponse {
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StopApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "Force", skip_serializing_if = "Option::is_none")]
    pub force: Option<bool>,
}

impl Validate for StopApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StopApplicationResponse {
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
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
pub struct UpdateApplicationMaintenanceConfigurationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "ApplicationMaintenanceConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub application_maintenance_configuration_update: Option<ApplicationMaintenanceConfigurationUpdate>,
}

impl Validate for UpdateApplicationMaintenanceConfigurationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.required(at, "applicationMaintenanceConfigurationUpdate", self.application_maintenance_configuration_update.is_none());
        found.structure(at, "applicationMaintenanceConfigurationUpdate", self.application_maintenance_configuration_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateApplicationMaintenanceConfigurationResponse {
    #[serde(rename = "ApplicationARN", skip_serializing_if = "Option::is_none")]
    pub application_arn: Option<String>,
    #[serde(rename = "ApplicationMaintenanceConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub application_maintenance_configuration_description: Option<ApplicationMaintenanceConfigurationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateApplicationRequest {
    #[serde(rename = "ApplicationName", skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    #[serde(rename = "CurrentApplicationVersionId", skip_serializing_if = "Option::is_none")]
    pub current_application_version_id: Option<i64>,
    #[serde(rename = "ApplicationConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub application_configuration_update: Option<ApplicationConfigurationUpdate>,
    #[serde(rename = "ServiceExecutionRoleUpdate", skip_serializing_if = "Option::is_none")]
    pub service_execution_role_update: Option<String>,
    #[serde(rename = "RunConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub run_configuration_update: Option<RunConfigurationUpdate>,
    #[serde(rename = "CloudWatchLoggingOptionUpdates", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_option_updates: Option<Vec<CloudWatchLoggingOptionUpdate>>,
    #[serde(rename = "ConditionalToken", skip_serializing_if = "Option::is_none")]
    pub conditional_token: Option<String>,
    #[serde(rename = "RuntimeEnvironmentUpdate", skip_serializing_if = "Option::is_none")]
    pub runtime_environment_update: Option<String>,
}

impl Validate for UpdateApplicationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
        found.text(at, "applicationName", self.application_name.as_ref(), &APPLICATION_NAME);
        found.long(at, "currentApplicationVersionId", self.current_application_version_id.as_ref(), &APPLICATION_VERSION_ID);
        found.structure(at, "applicationConfigurationUpdate", self.application_configuration_update.as_ref());
        found.text(at, "serviceExecutionRoleUpdate", self.service_execution_role_update.as_ref(), &ROLE_ARN);
        found.structure(at, "runConfigurationUpdate", self.run_configuration_update.as_ref());
        found.structures(at, "cloudWatchLoggingOptionUpdates", self.cloud_watch_logging_option_updates.as_ref());
        found.text(at, "conditionalToken", self.conditional_token.as_ref(), &CONDITIONAL_TOKEN);
        found.text(at, "runtimeEnvironmentUpdate", self.runtime_environment_update.as_ref(), &RUNTIME_ENVIRONMENT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateApplicationResponse {
    #[serde(rename = "ApplicationDetail", skip_serializing_if = "Option::is_none")]
    pub application_detail: Option<ApplicationDetail>,
    #[serde(rename = "OperationId", skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VpcConfiguration {
    #[serde(rename = "SubnetIds", skip_serializing_if = "Option::is_none")]
    pub subnet_ids: Option<Vec<String>>,
    #[serde(rename = "SecurityGroupIds", skip_serializing_if = "Option::is_none")]
    pub security_group_ids: Option<Vec<String>>,
}

impl Validate for VpcConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "subnetIds", self.subnet_ids.is_none());
        found.list(at, "subnetIds", self.subnet_ids.as_ref(), &SUBNET_IDS);
        found.required(at, "securityGroupIds", self.security_group_ids.is_none());
        found.list(at, "securityGroupIds", self.security_group_ids.as_ref(), &SECURITY_GROUP_IDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VpcConfigurationDescription {
    #[serde(rename = "VpcConfigurationId", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration_id: Option<String>,
    #[serde(rename = "VpcId", skip_serializing_if = "Option::is_none")]
    pub vpc_id: Option<String>,
    #[serde(rename = "SubnetIds", skip_serializing_if = "Option::is_none")]
    pub subnet_ids: Option<Vec<String>>,
    #[serde(rename = "SecurityGroupIds", skip_serializing_if = "Option::is_none")]
    pub security_group_ids: Option<Vec<String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VpcConfigurationUpdate {
    #[serde(rename = "VpcConfigurationId", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration_id: Option<String>,
    #[serde(rename = "SubnetIdUpdates", skip_serializing_if = "Option::is_none")]
    pub subnet_id_updates: Option<Vec<String>>,
    #[serde(rename = "SecurityGroupIdUpdates", skip_serializing_if = "Option::is_none")]
    pub security_group_id_updates: Option<Vec<String>>,
}

impl Validate for VpcConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "vpcConfigurationId", self.vpc_configuration_id.is_none());
        found.text(at, "vpcConfigurationId", self.vpc_configuration_id.as_ref(), &ID);
        found.list(at, "subnetIdUpdates", self.subnet_id_updates.as_ref(), &SUBNET_IDS);
        found.list(at, "securityGroupIdUpdates", self.security_group_id_updates.as_ref(), &SECURITY_GROUP_IDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ZeppelinApplicationConfiguration {
    #[serde(rename = "MonitoringConfiguration", skip_serializing_if = "Option::is_none")]
    pub monitoring_configuration: Option<ZeppelinMonitoringConfiguration>,
    #[serde(rename = "CatalogConfiguration", skip_serializing_if = "Option::is_none")]
    pub catalog_configuration: Option<CatalogConfiguration>,
    #[serde(rename = "DeployAsApplicationConfiguration", skip_serializing_if = "Option::is_none")]
    pub deploy_as_application_configuration: Option<DeployAsApplicationConfiguration>,
    #[serde(rename = "CustomArtifactsConfiguration", skip_serializing_if = "Option::is_none")]
    pub custom_artifacts_configuration: Option<Vec<CustomArtifactConfiguration>>,
}

impl Validate for ZeppelinApplicationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "monitoringConfiguration", self.monitoring_configuration.as_ref());
        found.structure(at, "catalogConfiguration", self.catalog_configuration.as_ref());
        found.structure(at, "deployAsApplicationConfiguration", self.deploy_as_application_configuration.as_ref());
        found.list(at, "customArtifactsConfiguration", self.custom_artifacts_configuration.as_ref(), &CUSTOM_ARTIFACTS_CONFIGURATION_LIST);
        found.structures(at, "customArtifactsConfiguration", self.custom_artifacts_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ZeppelinApplicationConfigurationDescription {
    #[serde(rename = "MonitoringConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub monitoring_configuration_description: Option<ZeppelinMonitoringConfigurationDescription>,
    #[serde(rename = "CatalogConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub catalog_configuration_description: Option<CatalogConfigurationDescription>,
    #[serde(rename = "DeployAsApplicationConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub deploy_as_application_configuration_description: Option<DeployAsApplicationConfigurationDescription>,
    #[serde(rename = "CustomArtifactsConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub custom_artifacts_configuration_description: Option<Vec<CustomArtifactConfigurationDescription>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ZeppelinApplicationConfigurationUpdate {
    #[serde(rename = "MonitoringConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub monitoring_configuration_update: Option<ZeppelinMonitoringConfigurationUpdate>,
    #[serde(rename = "CatalogConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub catalog_configuration_update: Option<CatalogConfigurationUpdate>,
    #[serde(rename = "DeployAsApplicationConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub deploy_as_application_configuration_update: Option<DeployAsApplicationConfigurationUpdate>,
    #[serde(rename = "CustomArtifactsConfigurationUpdate", skip_serializing_if = "Option::is_none")]
    pub custom_artifacts_configuration_update: Option<Vec<CustomArtifactConfiguration>>,
}

impl Validate for ZeppelinApplicationConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "monitoringConfigurationUpdate", self.monitoring_configuration_update.as_ref());
        found.structure(at, "catalogConfigurationUpdate", self.catalog_configuration_update.as_ref());
        found.structure(at, "deployAsApplicationConfigurationUpdate", self.deploy_as_application_configuration_update.as_ref());
        found.list(at, "customArtifactsConfigurationUpdate", self.custom_artifacts_configuration_update.as_ref(), &CUSTOM_ARTIFACTS_CONFIGURATION_LIST);
        found.structures(at, "customArtifactsConfigurationUpdate", self.custom_artifacts_configuration_update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ZeppelinMonitoringConfiguration {
    #[serde(rename = "LogLevel", skip_serializing_if = "Option::is_none")]
    pub log_level: Option<String>,
}

impl Validate for ZeppelinMonitoringConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "logLevel", self.log_level.is_none());
        found.text(at, "logLevel", self.log_level.as_ref(), &LOG_LEVEL);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ZeppelinMonitoringConfigurationDescription {
    #[serde(rename = "LogLevel", skip_serializing_if = "Option::is_none")]
    pub log_level: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ZeppelinMonitoringConfigurationUpdate {
    #[serde(rename = "LogLevelUpdate", skip_serializing_if = "Option::is_none")]
    pub log_level_update: Option<String>,
}

impl Validate for ZeppelinMonitoringConfigurationUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "logLevelUpdate", self.log_level_update.is_none());
        found.text(at, "logLevelUpdate", self.log_level_update.as_ref(), &LOG_LEVEL);
    }
}

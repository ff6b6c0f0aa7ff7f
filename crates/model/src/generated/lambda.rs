//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = "one prelude serves every service")]
use super::prelude::*;

pub static SERVICE: ServiceModel = ServiceModel {
    name: "lambda",
    signing_name: "lambda",
    api_version: "2015-03-31",
    target_prefix: None,
    json_version: None,
    xml_namespace: None,
    unserved: &["AddLayerVersionPermission", "AddPermission", "CheckpointDurableExecution", "CreateAlias", "CreateCapacityProvider", "CreateCodeSigningConfig", "CreateFunctionUrlConfig", "DeleteAlias", "DeleteCapacityProvider", "DeleteCodeSigningConfig", "DeleteDurableExecution", "DeleteFunctionCodeSigningConfig", "DeleteFunctionConcurrency", "DeleteFunctionEventInvokeConfig", "DeleteFunctionUrlConfig", "DeleteLayerVersion", "DeleteProvisionedConcurrencyConfig", "DeleteResourcePolicy", "GetAccountSettings", "GetAlias", "GetCapacityProvider", "GetCodeSigningConfig", "GetDurableExecution", "GetDurableExecutionHistory", "GetDurableExecutionState", "GetFunctionCodeSigningConfig", "GetFunctionConcurrency", "GetFunctionEventInvokeConfig", "GetFunctionRecursionConfig", "GetFunctionScalingConfig", "GetFunctionUrlConfig", "GetLayerVersion", "GetLayerVersionByArn", "GetLayerVersionPolicy", "GetPolicy", "GetProvisionedConcurrencyConfig", "GetResourcePolicy", "GetRuntimeManagementConfig", "InvokeAsync", "InvokeWithResponseStream", "ListAliases", "ListCapacityProviders", "ListCodeSigningConfigs", "ListDurableExecutionsByFunction", "ListFunctionEventInvokeConfigs", "ListFunctionUrlConfigs", "ListFunctionVersionsByCapacityProvider", "ListFunctionsByCodeSigningConfig", "ListLayerVersions", "ListLayers", "ListProvisionedConcurrencyConfigs", "ListTags", "ListVersionsByFunction", "PauseDurableExecution", "PublishLayerVersion", "PublishVersion", "PutFunctionCodeSigningConfig", "PutFunctionConcurrency", "PutFunctionEventInvokeConfig", "PutFunctionRecursionConfig", "PutFunctionScalingConfig", "PutProvisionedConcurrencyConfig", "PutResourcePolicy", "PutRuntimeManagementConfig", "RemoveLayerVersionPermission", "RemovePermission", "ResumeDurableExecution", "SendDurableExecutionCallbackFailure", "SendDurableExecutionCallbackHeartbeat", "SendDurableExecutionCallbackSuccess", "StopDurableExecution", "TagResource", "UntagResource", "UpdateAlias", "UpdateCapacityProvider", "UpdateCodeSigningConfig", "UpdateEventSourceMapping", "UpdateFunctionCode", "UpdateFunctionConfiguration", "UpdateFunctionEventInvokeConfig", "UpdateFunctionUrlConfig"],
    query_errors: &[],
    operations: &[
        OperationModel {
            name: "CreateEventSourceMapping",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "POST",
                uri: "/2015-03-31/event-source-mappings",
                status: 202,
                input_payload: None,
                input: &[
                ],
                output_payload: None,
                output: &[
                ],
            }),
        },
        OperationModel {
            name: "CreateFunction",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "POST",
                uri: "/2015-03-31/functions",
                status: 201,
                input_payload: None,
                input: &[
                ],
                output_payload: None,
                output: &[
                ],
            }),
        },
        OperationModel {
            name: "DeleteEventSourceMapping",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "DELETE",
                uri: "/2015-03-31/event-source-mappings/{UUID}",
                status: 202,
                input_payload: None,
                input: &[
                    Binding { member: "UUID", place: Place::Uri, name: "UUID", shape: &Shape::Text },
                ],
                output_payload: None,
                output: &[
                ],
            }),
        },
        OperationModel {
            name: "DeleteFunction",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "DELETE",
                uri: "/2015-03-31/functions/{FunctionName}",
                status: 200,
                input_payload: None,
                input: &[
                    Binding { member: "FunctionName", place: Place::Uri, name: "FunctionName", shape: &Shape::Text },
                    Binding { member: "Qualifier", place: Place::Query, name: "Qualifier", shape: &Shape::Text },
                ],
                output_payload: None,
                output: &[
                    Binding { member: "StatusCode", place: Place::Status, name: "StatusCode", shape: &Shape::Integer },
                ],
            }),
        },
        OperationModel {
            name: "GetEventSourceMapping",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "GET",
                uri: "/2015-03-31/event-source-mappings/{UUID}",
                status: 200,
                input_payload: None,
                input: &[
                    Binding { member: "UUID", place: Place::Uri, name: "UUID", shape: &Shape::Text },
                ],
                output_payload: None,
                output: &[
                ],
            }),
        },
        OperationModel {
            name: "GetFunction",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "GET",
                uri: "/2015-03-31/functions/{FunctionName}",
                status: 200,
                input_payload: None,
                input: &[
                    Binding { member: "FunctionName", place: Place::Uri, name: "FunctionName", shape: &Shape::Text },
                    Binding { member: "Qualifier", place: Place::Query, name: "Qualifier", shape: &Shape::Text },
                ],
                output_payload: None,
                output: &[
                ],
            }),
        },
        OperationModel {
            name: "GetFunctionConfiguration",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "GET",
                uri: "/2015-03-31/functions/{FunctionName}/configuration",
                status: 200,
                input_payload: None,
                input: &[
                    Binding { member: "FunctionName", place: Place::Uri, name: "FunctionName", shape: &Shape::Text },
                    Binding { member: "Qualifier", place: Place::Query, name: "Qualifier", shape: &Shape::Text },
                ],
                output_payload: None,
                output: &[
                ],
            }),
        },
        OperationModel {
            name: "Invoke",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "POST",
                uri: "/2015-03-31/functions/{FunctionName}/invocations",
                status: 200,
                input_payload: Some("Payload"),
                input: &[
                    Binding { member: "FunctionName", place: Place::Uri, name: "FunctionName", shape: &Shape::Text },
                    Binding { member: "InvocationType", place: Place::Header, name: "X-Amz-Invocation-Type", shape: &Shape::Text },
                    Binding { member: "LogType", place: Place::Header, name: "X-Amz-Log-Type", shape: &Shape::Text },
                    Binding { member: "ClientContext", place: Place::Header, name: "X-Amz-Client-Context", shape: &Shape::Text },
                    Binding { member: "DurableExecutionName", place: Place::Header, name: "X-Amz-Durable-Execution-Name", shape: &Shape::Text },
                    Binding { member: "Qualifier", place: Place::Query, name: "Qualifier", shape: &Shape::Text },
                    Binding { member: "TenantId", place: Place::Header, name: "X-Amz-Tenant-Id", shape: &Shape::Text },
                ],
                output_payload: Some("Payload"),
                output: &[
                    Binding { member: "StatusCode", place: Place::Status, name: "StatusCode", shape: &Shape::Integer },
                    Binding { member: "FunctionError", place: Place::Header, name: "X-Amz-Function-Error", shape: &Shape::Text },
                    Binding { member: "LogResult", place: Place::Header, name: "X-Amz-Log-Result", shape: &Shape::Text },
                    Binding { member: "ExecutedVersion", place: Place::Header, name: "X-Amz-Executed-Version", shape: &Shape::Text },
                    Binding { member: "DurableExecutionArn", place: Place::Header, name: "X-Amz-Durable-Execution-Arn", shape: &Shape::Text },
                ],
            }),
        },
        OperationModel {
            name: "ListEventSourceMappings",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "GET",
                uri: "/2015-03-31/event-source-mappings",
                status: 200,
                input_payload: None,
                input: &[
                    Binding { member: "EventSourceArn", place: Place::Query, name: "EventSourceArn", shape: &Shape::Text },
                    Binding { member: "FunctionName", place: Place::Query, name: "FunctionName", shape: &Shape::Text },
                    Binding { member: "Marker", place: Place::Query, name: "Marker", shape: &Shape::Text },
                    Binding { member: "MaxItems", place: Place::Query, name: "MaxItems", shape: &Shape::Integer },
                ],
                output_payload: None,
                output: &[
                ],
            }),
        },
        OperationModel {
            name: "ListFunctions",
            has_output: true,
            query: None,
            http: Some(Http {
                method: "GET",
                uri: "/2015-03-31/functions",
                status: 200,
                input_payload: None,
                input: &[
                    Binding { member: "MasterRegion", place: Place::Query, name: "MasterRegion", shape: &Shape::Text },
                    Binding { member: "FunctionVersion", place: Place::Query, name: "FunctionVersion", shape: &Shape::Text },
                    Binding { member: "Marker", place: Place::Query, name: "Marker", shape: &Shape::Text },
                    Binding { member: "MaxItems", place: Place::Query, name: "MaxItems", shape: &Shape::Integer },
                ],
                output_payload: None,
                output: &[
                ],
            }),
        },
    ],
};

static APPLICATION_LOG_LEVEL: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"],
    secret: false,
};

static ARCHITECTURE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["x86_64", "arm64"],
    secret: false,
};

static ARCHITECTURES_LIST: Length = Length { min: Some(1), max: Some(1) };

static ARN: Text = Text {
    min: Some(0),
    max: Some(10000),
    pattern: None,
    values: &[],
    secret: false,
};

static BATCH_SIZE: Range = Range { min: Some(1), max: Some(10000) };

static CAPACITY_PROVIDER_ARN: Text = Text {
    min: Some(1),
    max: Some(140),
    pattern: Some(Pattern::new("arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:capacity-provider:[a-zA-Z0-9-_]+", "arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-[0-9]{1}:[0-9]{12}:capacity-provider:[a-zA-Z0-9-_]+")),
    values: &[],
    secret: false,
};

static CODE_SIGNING_CONFIG_ARN: Text = Text {
    min: Some(0),
    max: Some(200),
    pattern: Some(Pattern::new("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}", "arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-[0-9]{1}:[0-9]{12}:code-signing-config:csc-[a-z0-9]{17}")),
    values: &[],
    secret: false,
};

static COLLECTION_NAME: Text = Text {
    min: Some(1),
    max: Some(57),
    pattern: None,
    values: &[],
    secret: false,
};

static DATABASE_NAME: Text = Text {
    min: Some(1),
    max: Some(63),
    pattern: Some(Pattern::new("[^ /\\.$\\x22]*", "[^ /\\.$\\x22]*")),
    values: &[],
    secret: false,
};

static DESCRIPTION: Text = Text {
    min: Some(0),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

static DESTINATION_ARN: Text = Text {
    min: Some(0),
    max: Some(350),
    pattern: Some(Pattern::new("$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)", "$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-[0-9]{1})?:([0-9]{12})?:(.*)")),
    values: &[],
    secret: false,
};

static DIRECT_S3_READ: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ENABLED", "DISABLED", "AUTO"],
    secret: false,
};

static DURABLE_EXECUTION_NAME: Text = Text {
    min: Some(1),
    max: Some(64),
    pattern: Some(Pattern::new("[a-zA-Z0-9-_]+", "[a-zA-Z0-9-_]+")),
    values: &[],
    secret: false,
};

static END_POINT_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["KAFKA_BOOTSTRAP_SERVERS"],
    secret: false,
};

static ENDPOINT: Text = Text {
    min: Some(1),
    max: Some(300),
    pattern: Some(Pattern::new("(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]*[a-zA-Z0-9])\\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\\-]*[A-Za-z0-9]):[0-9]{1,5}", "(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]*[a-zA-Z0-9])\\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\\-]*[A-Za-z0-9]):[0-9]{1,5}")),
    values: &[],
    secret: false,
};

static ENDPOINT_LISTS: Length = Length { min: Some(1), max: Some(10) };

static ENDPOINTS: Length = Length { min: Some(1), max: Some(2) };

static ENVIRONMENT_VARIABLE_NAME: Text = Text {
    min: None,
    max: None,
    pattern: Some(Pattern::new("[a-zA-Z]([a-zA-Z0-9_])+", "[a-zA-Z]([a-zA-Z0-9_])+")),
    values: &[],
    secret: true,
};

static EPHEMERAL_STORAGE_SIZE: Range = Range { min: Some(512), max: Some(32768) };

static EVENT_SOURCE_MAPPING_METRIC: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["EventCount", "ErrorCount", "KafkaMetrics"],
    secret: false,
};

static EVENT_SOURCE_MAPPING_METRIC_LIST: Length = Length { min: Some(0), max: Some(3) };

static EVENT_SOURCE_MAPPING_SYSTEM_LOG_LEVEL: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["DEBUG", "INFO", "WARN"],
    secret: false,
};

static EVENT_SOURCE_POSITION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"],
    secret: false,
};

static EXECUTION_ENVIRONMENT_MEMORY_GI_B_PER_V_CPU: Range = Range { min: Some(2), max: Some(8) };

static EXECUTION_TIMEOUT: Range = Range { min: Some(1), max: Some(31622400) };

static FILE_SYSTEM_ARN: Text = Text {
    min: Some(0),
    max: Some(256),
    pattern: Some(Pattern::new("arn:aws[a-zA-Z-]*:elasticfilesystem:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:access-point/fsap-[a-f0-9]{17}$|^arn:aws[-a-z]*:s3files:[0-9a-z-:]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40}", "arn:aws[a-zA-Z-]*:elasticfilesystem:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-[0-9]{1}:[0-9]{12}:access-point/fsap-[a-f0-9]{17}$|^arn:aws[-a-z]*:s3files:[0-9a-z-:]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40}")),
    values: &[],
    secret: false,
};

static FILE_SYSTEM_CONFIG_LIST: Length = Length { min: Some(0), max: Some(1) };

static FULL_DOCUMENT: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["UpdateLookup", "Default"],
    secret: false,
};

static FUNCTION_NAME: Text = Text {
    min: Some(1),
    max: Some(140),
    pattern: None,
    values: &[],
    secret: false,
};

static FUNCTION_RESPONSE_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ReportBatchItemFailures"],
    secret: false,
};

static FUNCTION_RESPONSE_TYPE_LIST: Length = Length { min: Some(0), max: Some(1) };

static FUNCTION_RUNTIME_ALIAS: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: None,
    values: &[],
    secret: false,
};

static FUNCTION_RUNTIME_ARN: Text = Text {
    min: Some(48),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:[a-z-]+:lambda:[a-z0-9-]+:\\d{12}:runtime/.+", "arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:runtime/.+")),
    values: &[],
    secret: false,
};

static FUNCTION_VERSION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ALL"],
    secret: false,
};

static FUNCTION_VERSION_LATEST_PUBLISHED: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["LATEST_PUBLISHED"],
    secret: false,
};

static HANDLER: Text = Text {
    min: Some(0),
    max: Some(128),
    pattern: Some(Pattern::new("[^\\s]+", "[^\\s]+")),
    values: &[],
    secret: false,
};

static INVOCATION_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["Event", "RequestResponse", "DryRun"],
    secret: false,
};

static KMS_KEY_ARN: Text = Text {
    min: Some(0),
    max: Some(10000),
    pattern: Some(Pattern::new("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()", "(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()")),
    values: &[],
    secret: false,
};

static KAFKA_EVENT_SOURCE_MAPPING_CONSUMPTION_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["Stream", "Queue"],
    secret: false,
};

static KAFKA_SCHEMA_REGISTRY_AUTH_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["BASIC_AUTH", "CLIENT_CERTIFICATE_TLS_AUTH", "SERVER_ROOT_CA_CERTIFICATE", "OAUTHBEARER_AUTH"],
    secret: false,
};

static KAFKA_SCHEMA_VALIDATION_ATTRIBUTE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["KEY", "VALUE"],
    secret: false,
};

static LAYER_VERSION_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("((arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+))", "((arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-[0-9]{1}:[0-9]{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+))")),
    values: &[],
    secret: false,
};

static LOCAL_MOUNT_PATH: Text = Text {
    min: Some(0),
    max: Some(160),
    pattern: Some(Pattern::new("/mnt/[a-zA-Z0-9-_.]+", "/mnt/[a-zA-Z0-9-_.]+")),
    values: &[],
    secret: false,
};

static LOG_FORMAT: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["JSON", "Text"],
    secret: false,
};

static LOG_GROUP: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("[\\.\\-_/#A-Za-z0-9]+", "[\\.\\-_/#A-Za-z0-9]+")),
    values: &[],
    secret: false,
};

static LOG_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["None", "Tail"],
    secret: false,
};

static MASTER_REGION: Text = Text {
    min: Some(1),
    max: Some(50),
    pattern: Some(Pattern::new("ALL|(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}", "ALL|(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-[0-9]{1}")),
    values: &[],
    secret: false,
};

static MAX_LIST_ITEMS: Range = Range { min: Some(1), max: Some(10000) };

static MAXIMUM_BATCHING_WINDOW_IN_SECONDS: Range = Range { min: Some(0), max: Some(300) };

static MAXIMUM_CONCURRENCY: Range = Range { min: Some(2), max: Some(1000) };

static MAXIMUM_NUMBER_OF_POLLERS: Range = Range { min: Some(1), max: Some(10000) };

static MAXIMUM_RECORD_AGE_IN_SECONDS: Range = Range { min: Some(-1), max: Some(604800) };

static MAXIMUM_RETRY_ATTEMPTS_EVENT_SOURCE_MAPPING: Range = Range { min: Some(-1), max: Some(10000) };

static MEMORY_SIZE: Range = Range { min: Some(128), max: Some(32768) };

static MINIMUM_NUMBER_OF_POLLERS: Range = Range { min: Some(1), max: Some(200) };

static NAMESPACED_FUNCTION_NAME: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

static NUMERIC_LATEST_PUBLISHED_OR_ALIAS_QUALIFIER: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+", "\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+")),
    values: &[],
    secret: false,
};

static PACKAGE_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["Zip", "Image"],
    secret: false,
};

static PARALLELIZATION_FACTOR: Range = Range { min: Some(1), max: Some(10) };

static PATTERN: Text = Text {
    min: Some(0),
    max: Some(4096),
    pattern: None,
    values: &[],
    secret: false,
};

static PER_EXECUTION_ENVIRONMENT_MAX_CONCURRENCY: Range = Range { min: Some(1), max: Some(1600) };

static PROVISIONED_POLLER_GROUP_NAME: Text = Text {
    min: Some(0),
    max: Some(128),
    pattern: Some(Pattern::new("[a-zA-Z0-9-_]*", "[a-zA-Z0-9-_]*")),
    values: &[],
    secret: false,
};

static QUEUE: Text = Text {
    min: Some(1),
    max: Some(1000),
    pattern: None,
    values: &[],
    secret: false,
};

static QUEUES: Length = Length { min: Some(1), max: Some(1) };

static RESOURCE_ARN: Text = Text {
    min: Some(0),
    max: Some(10000),
    pattern: Some(Pattern::new("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()", "(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()")),
    values: &[],
    secret: false,
};

static RETENTION_PERIOD_IN_DAYS: Range = Range { min: Some(1), max: Some(90) };

static ROLE_ARN: Text = Text {
    min: Some(0),
    max: Some(10000),
    pattern: None,
    values: &[],
    secret: false,
};

static RUNTIME: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["nodejs", "nodejs4.3", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x", "nodejs22.x", "nodejs24.x", "java8", "java8.al2", "java11", "java17", "java21", "java25", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1", "dotnet6", "dotnet8", "dotnet10", "nodejs4.3-edge", "go1.x", "ruby2.5", "ruby2.7", "ruby3.2", "ruby3.3", "ruby3.4", "ruby4.0", "provided", "provided.al2", "provided.al2023", "nodejs26.x", "python3.15", "java8.al2023", "java11.al2023", "java17.al2023", "custom"],
    secret: false,
};

static S3_BUCKET: Text = Text {
    min: Some(3),
    max: Some(63),
    pattern: Some(Pattern::new("[0-9A-Za-z\\.\\-_]*(?<!\\.)", "([0-9A-Za-z._-]*[0-9A-Za-z_-])?")),
    values: &[],
    secret: false,
};

static S3_KEY: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static S3_OBJECT_STORAGE_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["COPY", "REFERENCE"],
    secret: false,
};

static S3_OBJECT_VERSION: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static SCHEMA_REGISTRY_EVENT_RECORD_FORMAT: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["JSON", "SOURCE"],
    secret: false,
};

static SCHEMA_REGISTRY_URI: Text = Text {
    min: Some(1),
    max: Some(10000),
    pattern: Some(Pattern::new("[a-zA-Z0-9-\\/*:_+=.@-]*", "[a-zA-Z0-9-\\/*:_+=.@-]*")),
    values: &[],
    secret: false,
};

static SECURITY_GROUP_ID: Text = Text {
    min: Some(0),
    max: Some(1024),
    pattern: Some(Pattern::new("sg-[0-9a-zA-Z]*", "sg-[0-9a-zA-Z]*")),
    values: &[],
    secret: false,
};

static SECURITY_GROUP_IDS: Length = Length { min: Some(0), max: Some(5) };

static SNAP_START_APPLY_ON: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["PublishedVersions", "None"],
    secret: false,
};

static SOURCE_ACCESS_CONFIGURATIONS: Length = Length { min: Some(0), max: Some(23) };

static SOURCE_ACCESS_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["BASIC_AUTH", "VPC_SUBNET", "VPC_SECURITY_GROUP", "SASL_SCRAM_512_AUTH", "SASL_SCRAM_256_AUTH", "VIRTUAL_HOST", "CLIENT_CERTIFICATE_TLS_AUTH", "SERVER_ROOT_CA_CERTIFICATE", "OAUTHBEARER_AUTH", "OAUTHBEARER_SCOPE", "OAUTHBEARER_AUDIENCE", "OAUTHBEARER_LOGICAL_CLUSTER", "OAUTHBEARER_IDENTITY_POOL", "IAM_AUTH", "IAM_OAUTHBEARER_AUTH"],
    secret: false,
};

static STRING_LIST: Length = Length { min: Some(0), max: Some(1500) };

static SUBNET_ID: Text = Text {
    min: Some(0),
    max: Some(1024),
    pattern: Some(Pattern::new("subnet-[0-9a-z]*", "subnet-[0-9a-z]*")),
    values: &[],
    secret: false,
};

static SUBNET_IDS: Length = Length { min: Some(0), max: Some(16) };

static SYSTEM_LOG_LEVEL: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["DEBUG", "INFO", "WARN"],
    secret: false,
};

static TAG_KEY: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)", "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)")),
    values: &[],
    secret: false,
};

static TAG_VALUE: Text = Text {
    min: Some(0),
    max: Some(256),
    pattern: Some(Pattern::new("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)", "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)")),
    values: &[],
    secret: false,
};

static TENANT_ID: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: Some(Pattern::new("[a-zA-Z0-9\\._:\\/=+\\-@ ]+", "[a-zA-Z0-9\\._:\\/=+\\-@ ]+")),
    values: &[],
    secret: false,
};

static TENANT_ISOLATION_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["PER_TENANT"],
    secret: false,
};

static TIMEOUT: Range = Range { min: Some(1), max: Some(5400) };

static TOPIC: Text = Text {
    min: Some(1),
    max: Some(249),
    pattern: Some(Pattern::new("[^.]([a-zA-Z0-9\\-_.]+)", "[^.]([a-zA-Z0-9\\-_.]+)")),
    values: &[],
    secret: false,
};

static TOPICS: Length = Length { min: Some(1), max: Some(1) };

static TRACING_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["Active", "PassThrough"],
    secret: false,
};

static TUMBLING_WINDOW_IN_SECONDS: Range = Range { min: Some(0), max: Some(900) };

static URI: Text = Text {
    min: Some(1),
    max: Some(200),
    pattern: Some(Pattern::new("[ a-zA-Z0-9-\\/*:_+=.@-]*", "[ a-zA-Z0-9-\\/*:_+=.@-]*")),
    values: &[],
    secret: false,
};

static UUID_STRING: Text = Text {
    min: Some(36),
    max: Some(36),
    pattern: None,
    values: &[],
    secret: false,
};

static WORKING_DIRECTORY: Text = Text {
    min: Some(0),
    max: Some(1000),
    pattern: None,
    values: &[],
    secret: false,
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcceleratorConfig {
    #[serde(rename = "AcceleratorMemorySize", skip_serializing_if = "Option::is_none")]
    pub accelerator_memory_size: Option<i32>,
}

impl Validate for AcceleratorConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "acceleratorMemorySize", self.accelerator_memory_size.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AmazonManagedKafkaEventSourceConfig {
    #[serde(rename = "ConsumerGroupId", skip_serializing_if = "Option::is_none")]
    pub consumer_group_id: Option<String>,
    #[serde(rename = "SchemaRegistryConfig", skip_serializing_if = "Option::is_none")]
    pub schema_registry_config: Option<KafkaSchemaRegistryConfig>,
}

impl Validate for AmazonManagedKafkaEventSourceConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "consumerGroupId", self.consumer_group_id.as_ref(), &URI);
        found.structure(at, "schemaRegistryConfig", self.schema_registry_config.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CapacityProviderConfig {
    #[serde(rename = "LambdaManagedInstancesCapacityProviderConfig", skip_serializing_if = "Option::is_none")]
    pub lambda_managed_instances_capacity_provider_config: Option<LambdaManagedInstancesCapacityProviderConfig>,
}

impl Validate for CapacityProviderConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "lambdaManagedInstancesCapacityProviderConfig", self.lambda_managed_instances_capacity_provider_config.is_none());
        found.structure(at, "lambdaManagedInstancesCapacityProviderConfig", self.lambda_managed_instances_capacity_provider_config.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Concurrency {
    #[serde(rename = "ReservedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub reserved_concurrent_executions: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateEventSourceMappingRequest {
    #[serde(rename = "EventSourceArn", skip_serializing_if = "Option::is_none")]
    pub event_source_arn: Option<String>,
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "BatchSize", skip_serializing_if = "Option::is_none")]
    pub batch_size: Option<i32>,
    #[serde(rename = "FilterCriteria", skip_serializing_if = "Option::is_none")]
    pub filter_criteria: Option<FilterCriteria>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "MetricsConfig", skip_serializing_if = "Option::is_none")]
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    #[serde(rename = "ScalingConfig", skip_serializing_if = "Option::is_none")]
    pub scaling_config: Option<ScalingConfig>,
    #[serde(rename = "MaximumBatchingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_batching_window_in_seconds: Option<i32>,
    #[serde(rename = "ParallelizationFactor", skip_serializing_if = "Option::is_none")]
    pub parallelization_factor: Option<i32>,
    #[serde(rename = "StartingPosition", skip_serializing_if = "Option::is_none")]
    pub starting_position: Option<String>,
    #[serde(rename = "StartingPositionTimestamp", skip_serializing_if = "Option::is_none")]
    pub starting_position_timestamp: Option<Epoch>,
    #[serde(rename = "DestinationConfig", skip_serializing_if = "Option::is_none")]
    pub destination_config: Option<DestinationConfig>,
    #[serde(rename = "MaximumRecordAgeInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_record_age_in_seconds: Option<i32>,
    #[serde(rename = "BisectBatchOnFunctionError", skip_serializing_if = "Option::is_none")]
    pub bisect_batch_on_function_error: Option<bool>,
    #[serde(rename = "MaximumRetryAttempts", skip_serializing_if = "Option::is_none")]
    pub maximum_retry_attempts: Option<i32>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    #[serde(rename = "TumblingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub tumbling_window_in_seconds: Option<i32>,
    #[serde(rename = "Topics", skip_serializing_if = "Option::is_none")]
    pub topics: Option<Vec<String>>,
    #[serde(rename = "Queues", skip_serializing_if = "Option::is_none")]
    pub queues: Option<Vec<String>>,
    #[serde(rename = "SourceAccessConfigurations", skip_serializing_if = "Option::is_none")]
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    #[serde(rename = "SelfManagedEventSource", skip_serializing_if = "Option::is_none")]
    pub self_managed_event_source: Option<SelfManagedEventSource>,
    #[serde(rename = "FunctionResponseTypes", skip_serializing_if = "Option::is_none")]
    pub function_response_types: Option<Vec<String>>,
    #[serde(rename = "AmazonManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    #[serde(rename = "SelfManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    #[serde(rename = "DocumentDBEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    #[serde(rename = "ProvisionedPollerConfig", skip_serializing_if = "Option::is_none")]
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

impl Validate for CreateEventSourceMappingRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "eventSourceArn", self.event_source_arn.as_ref(), &ARN);
        found.required(at, "functionName", self.function_name.is_none());
        found.text(at, "functionName", self.function_name.as_ref(), &NAMESPACED_FUNCTION_NAME);
        found.integer(at, "batchSize", self.batch_size.as_ref(), &BATCH_SIZE);
        found.structure(at, "filterCriteria", self.filter_criteria.as_ref());
        found.text(at, "kMSKeyArn", self.kms_key_arn.as_ref(), &KMS_KEY_ARN);
        found.structure(at, "metricsConfig", self.metrics_config.as_ref());
        found.structure(at, "loggingConfig", self.logging_config.as_ref());
        found.structure(at, "scalingConfig", self.scaling_config.as_ref());
        found.integer(at, "maximumBatchingWindowInSeconds", self.maximum_batching_window_in_seconds.as_ref(), &MAXIMUM_BATCHING_WINDOW_IN_SECONDS);
        found.integer(at, "parallelizationFactor", self.parallelization_factor.as_ref(), &PARALLELIZATION_FACTOR);
        found.text(at, "startingPosition", self.starting_position.as_ref(), &EVENT_SOURCE_POSITION);
        found.structure(at, "destinationConfig", self.destination_config.as_ref());
        found.integer(at, "maximumRecordAgeInSeconds", self.maximum_record_age_in_seconds.as_ref(), &MAXIMUM_RECORD_AGE_IN_SECONDS);
        found.integer(at, "maximumRetryAttempts", self.maximum_retry_attempts.as_ref(), &MAXIMUM_RETRY_ATTEMPTS_EVENT_SOURCE_MAPPING);
        found.map_keys(at, "tags", self.tags.as_ref(), &TAG_KEY);
        found.map_texts(at, "tags", self.tags.as_ref(), &TAG_VALUE);
        found.integer(at, "tumblingWindowInSeconds", self.tumbling_window_in_seconds.as_ref(), &TUMBLING_WINDOW_IN_SECONDS);
        found.list(at, "topics", self.topics.as_ref(), &TOPICS);
        found.texts(at, "topics", self.topics.as_ref(), &TOPIC);
        found.list(at, "queues", self.queues.as_ref(), &QUEUES);
        found.texts(at, "queues", self.queues.as_ref(), &QUEUE);
        found.list(at, "sourceAccessConfigurations", self.source_access_configurations.as_ref(), &SOURCE_ACCESS_CONFIGURATIONS);
        found.structures(at, "sourceAccessConfigurations", self.source_access_configurations.as_ref());
        found.structure(at, "selfManagedEventSource", self.self_managed_event_source.as_ref());
        found.list(at, "functionResponseTypes", self.function_response_types.as_ref(), &FUNCTION_RESPONSE_TYPE_LIST);
        found.texts(at, "functionResponseTypes", self.function_response_types.as_ref(), &FUNCTION_RESPONSE_TYPE);
        found.structure(at, "amazonManagedKafkaEventSourceConfig", self.amazon_managed_kafka_event_source_config.as_ref());
        found.structure(at, "selfManagedKafkaEventSourceConfig", self.self_managed_kafka_event_source_config.as_ref());
        found.structure(at, "documentDBEventSourceConfig", self.document_db_event_source_config.as_ref());
        found.structure(at, "provisionedPollerConfig", self.provisioned_poller_config.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateFunctionRequest {
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "Runtime", skip_serializing_if = "Option::is_none")]
    pub runtime: Option<String>,
    #[serde(rename = "Role", skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(rename = "Handler", skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    #[serde(rename = "Code", skip_serializing_if = "Option::is_none")]
    pub code: Option<FunctionCode>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Timeout", skip_serializing_if = "Option::is_none")]
    pub timeout: Option<i32>,
    #[serde(rename = "MemorySize", skip_serializing_if = "Option::is_none")]
    pub memory_size: Option<i32>,
    #[serde(rename = "Publish", skip_serializing_if = "Option::is_none")]
    pub publish: Option<bool>,
    #[serde(rename = "PublishTo", skip_serializing_if = "Option::is_none")]
    pub publish_to: Option<String>,
    #[serde(rename = "VpcConfig", skip_serializing_if = "Option::is_none")]
    pub vpc_config: Option<VpcConfig>,
    #[serde(rename = "PackageType", skip_serializing_if = "Option::is_none")]
    pub package_type: Option<String>,
    #[serde(rename = "DeadLetterConfig", skip_serializing_if = "Option::is_none")]
    pub dead_letter_config: Option<DeadLetterConfig>,
    #[serde(rename = "Environment", skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "TracingConfig", skip_serializing_if = "Option::is_none")]
    pub tracing_config: Option<TracingConfig>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    #[serde(rename = "Layers", skip_serializing_if = "Option::is_none")]
    pub layers: Option<Vec<String>>,
    #[serde(rename = "FileSystemConfigs", skip_serializing_if = "Option::is_none")]
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    #[serde(rename = "CodeSigningConfigArn", skip_serializing_if = "Option::is_none")]
    pub code_signing_config_arn: Option<String>,
    #[serde(rename = "ImageConfig", skip_serializing_if = "Option::is_none")]
    pub image_config: Option<ImageConfig>,
    #[serde(rename = "Architectures", skip_serializing_if = "Option::is_none")]
    pub architectures: Option<Vec<String>>,
    #[serde(rename = "EphemeralStorage", skip_serializing_if = "Option::is_none")]
    pub ephemeral_storage: Option<EphemeralStorage>,
    #[serde(rename = "SnapStart", skip_serializing_if = "Option::is_none")]
    pub snap_start: Option<SnapStart>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<LoggingConfig>,
    #[serde(rename = "TenancyConfig", skip_serializing_if = "Option::is_none")]
    pub tenancy_config: Option<TenancyConfig>,
    #[serde(rename = "CapacityProviderConfig", skip_serializing_if = "Option::is_none")]
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    #[serde(rename = "DurableConfig", skip_serializing_if = "Option::is_none")]
    pub durable_config: Option<DurableConfig>,
    #[serde(rename = "RuntimeConfig", skip_serializing_if = "Option::is_none")]
    pub runtime_config: Option<FunctionRuntimeConfig>,
    #[serde(rename = "AcceleratorConfig", skip_serializing_if = "Option::is_none")]
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl Validate for CreateFunctionRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "functionName", self.function_name.is_none());
        found.text(at, "functionName", self.function_name.as_ref(), &FUNCTION_NAME);
        found.text(at, "runtime", self.runtime.as_ref(), &RUNTIME);
        found.text(at, "role", self.role.as_ref(), &ROLE_ARN);
        found.text(at, "handler", self.handler.as_ref(), &HANDLER);
        found.required(at, "code", self.code.is_none());
        found.structure(at, "code", self.code.as_ref());
        found.text(at, "description", self.description.as_ref(), &DESCRIPTION);
        found.integer(at, "timeout", self.timeout.as_ref(), &TIMEOUT);
        found.integer(at, "memorySize", self.memory_size.as_ref(), &MEMORY_SIZE);
        found.text(at, "publishTo", self.publish_to.as_ref(), &FUNCTION_VERSION_LATEST_PUBLISHED);
        found.structure(at, "vpcConfig", self.vpc_config.as_ref());
        found.text(at, "packageType", self.package_type.as_ref(), &PACKAGE_TYPE);
        found.structure(at, "deadLetterConfig", self.dead_letter_config.as_ref());
        found.structure(at, "environment", self.environment.as_ref());
        found.text(at, "kMSKeyArn", self.kms_key_arn.as_ref(), &KMS_KEY_ARN);
        found.structure(at, "tracingConfig", self.tracing_config.as_ref());
        found.map_keys(at, "tags", self.tags.as_ref(), &TAG_KEY);
        found.map_texts(at, "tags", self.tags.as_ref(), &TAG_VALUE);
        found.texts(at, "layers", self.layers.as_ref(), &LAYER_VERSION_ARN);
        found.list(at, "fileSystemConfigs", self.file_system_configs.as_ref(), &FILE_SYSTEM_CONFIG_LIST);
        found.structures(at, "fileSystemConfigs", self.file_system_configs.as_ref());
        found.text(at, "codeSigningConfigArn", self.code_signing_config_arn.as_ref(), &CODE_SIGNING_CONFIG_ARN);
        found.structure(at, "imageConfig", self.image_config.as_ref());
        found.list(at, "architectures", self.architectures.as_ref(), &ARCHITECTURES_LIST);
        found.texts(at, "architectures", self.architectures.as_ref(), &ARCHITECTURE);
        found.structure(at, "ephemeralStorage", self.ephemeral_storage.as_ref());
        found.structure(at, "snapStart", self.snap_start.as_ref());
        found.structure(at, "loggingConfig", self.logging_config.as_ref());
        found.structure(at, "tenancyConfig", self.tenancy_config.as_ref());
        found.structure(at, "capacityProviderConfig", self.capacity_provider_config.as_ref());
        found.structure(at, "durableConfig", self.durable_config.as_ref());
        found.structure(at, "runtimeConfig", self.runtime_config.as_ref());
        found.structure(at, "acceleratorConfig", self.accelerator_config.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeadLetterConfig {
    #[serde(rename = "TargetArn", skip_serializing_if = "Option::is_none")]
    pub target_arn: Option<String>,
}

impl Validate for DeadLetterConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "targetArn", self.target_arn.as_ref(), &RESOURCE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteEventSourceMappingRequest {
    #[serde(rename = "UUID", skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

impl Validate for DeleteEventSourceMappingRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "uUID", self.uuid.is_none());
        found.text(at, "uUID", self.uuid.as_ref(), &UUID_STRING);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteFunctionRequest {
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

impl Validate for DeleteFunctionRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "functionName", self.function_name.is_none());
        found.text(at, "functionName", self.function_name.as_ref(), &NAMESPACED_FUNCTION_NAME);
        found.text(at, "qualifier", self.qualifier.as_ref(), &NUMERIC_LATEST_PUBLISHED_OR_ALIAS_QUALIFIER);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteFunctionResponse {
    #[serde(rename = "StatusCode", skip_serializing_if = "Option::is_none")]
    pub status_code: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DestinationConfig {
    #[serde(rename = "OnSuccess", skip_serializing_if = "Option::is_none")]
    pub on_success: Option<OnSuccess>,
    #[serde(rename = "OnFailure", skip_serializing_if = "Option::is_none")]
    pub on_failure: Option<OnFailure>,
}

impl Validate for DestinationConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "onSuccess", self.on_success.as_ref());
        found.structure(at, "onFailure", self.on_failure.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentDBEventSourceConfig {
    #[serde(rename = "DatabaseName", skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    #[serde(rename = "CollectionName", skip_serializing_if = "Option::is_none")]
    pub collection_name: Option<String>,
    #[serde(rename = "FullDocument", skip_serializing_if = "Option::is_none")]
    pub full_document: Option<String>,
}

impl Validate for DocumentDBEventSourceConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "databaseName", self.database_name.as_ref(), &DATABASE_NAME);
        found.text(at, "collectionName", self.collection_name.as_ref(), &COLLECTION_NAME);
        found.text(at, "fullDocument", self.full_document.as_ref(), &FULL_DOCUMENT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DurableConfig {
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "RetentionPeriodInDays", skip_serializing_if = "Option::is_none")]
    pub retention_period_in_days: Option<i32>,
    #[serde(rename = "ExecutionTimeout", skip_serializing_if = "Option::is_none")]
    pub execution_timeout: Option<i32>,
}

impl Validate for DurableConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "kMSKeyArn", self.kms_key_arn.as_ref(), &KMS_KEY_ARN);
        found.integer(at, "retentionPeriodInDays", self.retention_period_in_days.as_ref(), &RETENTION_PERIOD_IN_DAYS);
        found.integer(at, "executionTimeout", self.execution_timeout.as_ref(), &EXECUTION_TIMEOUT);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Environment {
    #[serde(rename = "Variables", skip_serializing_if = "Option::is_none")]
    pub variables: Option<BTreeMap<String, String>>,
}

impl std::fmt::Debug for Environment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Environment")
            .field("variables", &self.variables.as_ref().map(|_| "***"))
            .finish()
    }
}

impl Validate for Environment {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.map_keys(at, "variables", self.variables.as_ref(), &ENVIRONMENT_VARIABLE_NAME);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EnvironmentError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl std::fmt::Debug for EnvironmentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnvironmentError")
            .field("error_code", &self.error_code)
            .field("message", &self.message.as_ref().map(|_| "***"))
            .finish()
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EnvironmentResponse {
    #[serde(rename = "Variables", skip_serializing_if = "Option::is_none")]
    pub variables: Option<BTreeMap<String, String>>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<EnvironmentError>,
}

impl std::fmt::Debug for EnvironmentResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnvironmentResponse")
            .field("variables", &self.variables.as_ref().map(|_| "***"))
            .field("error", &self.error)
            .finish()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EphemeralStorage {
    #[serde(rename = "Size", skip_serializing_if = "Option::is_none")]
    pub size: Option<i32>,
}

impl Validate for EphemeralStorage {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "size", self.size.is_none());
        found.integer(at, "size", self.size.as_ref(), &EPHEMERAL_STORAGE_SIZE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventSourceMappingConfiguration {
    #[serde(rename = "UUID", skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    #[serde(rename = "StartingPosition", skip_serializing_if = "Option::is_none")]
    pub starting_position: Option<String>,
    #[serde(rename = "StartingPositionTimestamp", skip_serializing_if = "Option::is_none")]
    pub starting_position_timestamp: Option<Epoch>,
    #[serde(rename = "BatchSize", skip_serializing_if = "Option::is_none")]
    pub batch_size: Option<i32>,
    #[serde(rename = "MaximumBatchingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_batching_window_in_seconds: Option<i32>,
    #[serde(rename = "ParallelizationFactor", skip_serializing_if = "Option::is_none")]
    pub parallelization_factor: Option<i32>,
    #[serde(rename = "EventSourceArn", skip_serializing_if = "Option::is_none")]
    pub event_source_arn: Option<String>,
    #[serde(rename = "FilterCriteria", skip_serializing_if = "Option::is_none")]
    pub filter_criteria: Option<FilterCriteria>,
    #[serde(rename = "FilterCriteriaError", skip_serializing_if = "Option::is_none")]
    pub filter_criteria_error: Option<FilterCriteriaError>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "MetricsConfig", skip_serializing_if = "Option::is_none")]
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    #[serde(rename = "ScalingConfig", skip_serializing_if = "Option::is_none")]
    pub scaling_config: Option<ScalingConfig>,
    #[serde(rename = "FunctionArn", skip_serializing_if = "Option::is_none")]
    pub function_arn: Option<String>,
    #[serde(rename = "LastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<Epoch>,
    #[serde(rename = "LastProcessingResult", skip_serializing_if = "Option::is_none")]
    pub last_processing_result: Option<String>,
    #[serde(rename = "State", skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(rename = "StateTransitionReason", skip_serializing_if = "Option::is_none")]
    pub state_transition_reason: Option<String>,
    #[serde(rename = "DestinationConfig", skip_serializing_if = "Option::is_none")]
    pub destination_config: Option<DestinationConfig>,
    #[serde(rename = "Topics", skip_serializing_if = "Option::is_none")]
    pub topics: Option<Vec<String>>,
    #[serde(rename = "Queues", skip_serializing_if = "Option::is_none")]
    pub queues: Option<Vec<String>>,
    #[serde(rename = "SourceAccessConfigurations", skip_serializing_if = "Option::is_none")]
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    #[serde(rename = "SelfManagedEventSource", skip_serializing_if = "Option::is_none")]
    pub self_managed_event_source: Option<SelfManagedEventSource>,
    #[serde(rename = "MaximumRecordAgeInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_record_age_in_seconds: Option<i32>,
    #[serde(rename = "BisectBatchOnFunctionError", skip_serializing_if = "Option::is_none")]
    pub bisect_batch_on_function_error: Option<bool>,
    #[serde(rename = "MaximumRetryAttempts", skip_serializing_if = "Option::is_none")]
    pub maximum_retry_attempts: Option<i32>,
    #[serde(rename = "TumblingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub tumbling_window_in_seconds: Option<i32>,
    #[serde(rename = "FunctionResponseTypes", skip_serializing_if = "Option::is_none")]
    pub function_response_types: Option<Vec<String>>,
    #[serde(rename = "AmazonManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    #[serde(rename = "SelfManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    #[serde(rename = "DocumentDBEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    #[serde(rename = "EventSourceMappingArn", skip_serializing_if = "Option::is_none")]
    pub event_source_mapping_arn: Option<String>,
    #[serde(rename = "ProvisionedPollerConfig", skip_serializing_if = "Option::is_none")]
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventSourceMappingLoggingConfig {
    #[serde(rename = "SystemLogLevel", skip_serializing_if = "Option::is_none")]
    pub system_log_level: Option<String>,
}

impl Validate for EventSourceMappingLoggingConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "systemLogLevel", self.system_log_level.as_ref(), &EVENT_SOURCE_MAPPING_SYSTEM_LOG_LEVEL);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventSourceMappingMetricsConfig {
    #[serde(rename = "Metrics", skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<String>>,
}

impl Validate for EventSourceMappingMetricsConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.list(at, "metrics", self.metrics.as_ref(), &EVENT_SOURCE_MAPPING_METRIC_LIST);
        found.texts(at, "metrics", self.metrics.as_ref(), &EVENT_SOURCE_MAPPING_METRIC);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FileSystemConfig {
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "LocalMountPath", skip_serializing_if = "Option::is_none")]
    pub local_mount_path: Option<String>,
    #[serde(rename = "S3FilesConfig", skip_serializing_if = "Option::is_none")]
    pub s3_files_config: Option<S3FilesConfig>,
}

impl Validate for FileSystemConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "arn", self.arn.is_none());
        found.text(at, "arn", self.arn.as_ref(), &FILE_SYSTEM_ARN);
        found.required(at, "localMountPath", self.local_mount_path.is_none());
        found.text(at, "localMountPath", self.local_mount_path.as_ref(), &LOCAL_MOUNT_PATH);
        found.structure(at, "s3FilesConfig", self.s3_files_config.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    #[serde(rename = "Pattern", skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
}

impl Validate for Filter {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "pattern", self.pattern.as_ref(), &PATTERN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FilterCriteria {
    #[serde(rename = "Filters", skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<Filter>>,
}

impl Validate for FilterCriteria {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "filters", self.filters.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FilterCriteriaError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FunctionCode {
    #[serde(rename = "ZipFile", skip_serializing_if = "Option::is_none")]
    pub zip_file: Option<Blob>,
    #[serde(rename = "S3Bucket", skip_serializing_if = "Option::is_none")]
    pub s3_bucket: Option<String>,
    #[serde(rename = "S3Key", skip_serializing_if = "Option::is_none")]
    pub s3_key: Option<String>,
    #[serde(rename = "S3ObjectVersion", skip_serializing_if = "Option::is_none")]
    pub s3_object_version: Option<String>,
    #[serde(rename = "S3ObjectStorageMode", skip_serializing_if = "Option::is_none")]
    pub s3_object_storage_mode: Option<String>,
    #[serde(rename = "ImageUri", skip_serializing_if = "Option::is_none")]
    pub image_uri: Option<String>,
    #[serde(rename = "SourceKMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub source_kms_key_arn: Option<String>,
}

impl Validate for FunctionCode {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "s3Bucket", self.s3_bucket.as_ref(), &S3_BUCKET);
        found.text(at, "s3Key", self.s3_key.as_ref(), &S3_KEY);
        found.text(at, "s3ObjectVersion", self.s3_object_version.as_ref(), &S3_OBJECT_VERSION);
        found.text(at, "s3ObjectStorageMode", self.s3_object_storage_mode.as_ref(), &S3_OBJECT_STORAGE_MODE);
        found.text(at, "sourceKMSKeyArn", self.source_kms_key_arn.as_ref(), &KMS_KEY_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FunctionCodeLocation {
    #[serde(rename = "RepositoryType", skip_serializing_if = "Option::is_none")]
    pub repository_type: Option<String>,
    #[serde(rename = "Location", skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    #[serde(rename = "ImageUri", skip_serializing_if = "Option::is_none")]
    pub image_uri: Option<String>,
    #[serde(rename = "ResolvedImageUri", skip_serializing_if = "Option::is_none")]
    pub resolved_image_uri: Option<String>,
    #[serde(rename = "ResolvedS3Object", skip_serializing_if = "Option::is_none")]
    pub resolved_s3_object: Option<ResolvedS3Object>,
    #[serde(rename = "SourceKMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub source_kms_key_arn: Option<String>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<FunctionCodeLocationError>,
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FunctionCodeLocationError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl std::fmt::Debug for FunctionCodeLocationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FunctionCodeLocationError")
            .field("error_code", &self.error_code)
            .field("message", &self.message.as_ref().map(|_| "***"))
            .finish()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FunctionConfiguration {
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "FunctionArn", skip_serializing_if = "Option::is_none")]
    pub function_arn: Option<String>,
    #[serde(rename = "Runtime", skip_serializing_if = "Option::is_none")]
    pub runtime: Option<String>,
    #[serde(rename = "Role", skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(rename = "Handler", skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    #[serde(rename = "CodeSize", skip_serializing_if = "Option::is_none")]
    pub code_size: Option<i64>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Timeout", skip_serializing_if = "Option::is_none")]
    pub timeout: Option<i32>,
    #[serde(rename = "MemorySize", skip_serializing_if = "Option::is_none")]
    pub memory_size: Option<i32>,
    #[serde(rename = "LastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    #[serde(rename = "CodeSha256", skip_serializing_if = "Option::is_none")]
    pub code_sha256: Option<String>,
    #[serde(rename = "Version", skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    #[serde(rename = "VpcConfig", skip_serializing_if = "Option::is_none")]
    pub vpc_config: Option<VpcConfigResponse>,
    #[serde(rename = "DeadLetterConfig", skip_serializing_if = "Option::is_none")]
    pub dead_letter_config: Option<DeadLetterConfig>,
    #[serde(rename = "Environment", skip_serializing_if = "Option::is_none")]
    pub environment: Option<EnvironmentResponse>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "TracingConfig", skip_serializing_if = "Option::is_none")]
    pub tracing_config: Option<TracingConfigResponse>,
    #[serde(rename = "MasterArn", skip_serializing_if = "Option::is_none")]
    pub master_arn: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
    #[serde(rename = "Layers", skip_serializing_if = "Option::is_none")]
    pub layers: Option<Vec<Layer>>,
    #[serde(rename = "State", skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(rename = "StateReason", skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<String>,
    #[serde(rename = "StateReasonCode", skip_serializing_if = "Option::is_none")]
    pub state_reason_code: Option<String>,
    #[serde(rename = "LastUpdateStatus", skip_serializing_if = "Option::is_none")]
    pub last_update_status: Option<String>,
    #[serde(rename = "LastUpdateStatusReason", skip_serializing_if = "Option::is_none")]
    pub last_update_status_reason: Option<String>,
    #[serde(rename = "LastUpdateStatusReasonCode", skip_serializing_if = "Option::is_none")]
    pub last_update_status_reason_code: Option<String>,
    #[serde(rename = "FileSystemConfigs", skip_serializing_if = "Option::is_none")]
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    #[serde(rename = "SigningProfileVersionArn", skip_serializing_if = "Option::is_none")]
    pub signing_profile_version_arn: Option<String>,
    #[serde(rename = "SigningJobArn", skip_serializing_if = "Option::is_none")]
    pub signing_job_arn: Option<String>,
    #[serde(rename = "PackageType", skip_serializing_if = "Option::is_none")]
    pub package_type: Option<String>,
    #[serde(rename = "ImageConfigResponse", skip_serializing_if = "Option::is_none")]
    pub image_config_response: Option<ImageConfigResponse>,
    #[serde(rename = "Architectures", skip_serializing_if = "Option::is_none")]
    pub architectures: Option<Vec<String>>,
    #[serde(rename = "EphemeralStorage", skip_serializing_if = "Option::is_none")]
    pub ephemeral_storage: Option<EphemeralStorage>,
    #[serde(rename = "SnapStart", skip_serializing_if = "Option::is_none")]
    pub snap_start: Option<SnapStartResponse>,
    #[serde(rename = "RuntimeVersionConfig", skip_serializing_if = "Option::is_none")]
    pub runtime_version_config: Option<RuntimeVersionConfig>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<LoggingConfig>,
    #[serde(rename = "TenancyConfig", skip_serializing_if = "Option::is_none")]
    pub tenancy_config: Option<TenancyConfig>,
    #[serde(rename = "CapacityProviderConfig", skip_serializing_if = "Option::is_none")]
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    #[serde(rename = "ConfigSha256", skip_serializing_if = "Option::is_none")]
    pub config_sha256: Option<String>,
    #[serde(rename = "DurableConfig", skip_serializing_if = "Option::is_none")]
    pub durable_config: Option<DurableConfig>,
    #[serde(rename = "RuntimeConfig", skip_serializing_if = "Option::is_none")]
    pub runtime_config: Option<FunctionRuntimeConfig>,
    #[serde(rename = "AcceleratorConfig", skip_serializing_if = "Option::is_none")]
    pub accelerator_config: Option<AcceleratorConfig>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FunctionRuntimeConfig {
    #[serde(rename = "RuntimeArn", skip_serializing_if = "Option::is_none")]
    pub runtime_arn: Option<String>,
    #[serde(rename = "RuntimeAlias", skip_serializing_if = "Option::is_none")]
    pub runtime_alias: Option<String>,
}

impl Validate for FunctionRuntimeConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "runtimeArn", self.runtime_arn.is_none());
        found.text(at, "runtimeArn", self.runtime_arn.as_ref(), &FUNCTION_RUNTIME_ARN);
        found.required(at, "runtimeAlias", self.runtime_alias.is_none());
        found.text(at, "runtimeAlias", self.runtime_alias.as_ref(), &FUNCTION_RUNTIME_ALIAS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetEventSourceMappingRequest {
    #[serde(rename = "UUID", skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

impl Validate for GetEventSourceMappingRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "uUID", self.uuid.is_none());
        found.text(at, "uUID", self.uuid.as_ref(), &UUID_STRING);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetFunctionConfigurationRequest {
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

impl Validate for GetFunctionConfigurationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "functionName", self.function_name.is_none());
        found.text(at, "functionName", self.function_name.as_ref(), &NAMESPACED_FUNCTION_NAME);
        found.text(at, "qualifier", self.qualifier.as_ref(), &NUMERIC_LATEST_PUBLISHED_OR_ALIAS_QUALIFIER);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetFunctionRequest {
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

impl Validate for GetFunctionRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "functionName", self.function_name.is_none());
        found.text(at, "functionName", self.function_name.as_ref(), &NAMESPACED_FUNCTION_NAME);
        found.text(at, "qualifier", self.qualifier.as_ref(), &NUMERIC_LATEST_PUBLISHED_OR_ALIAS_QUALIFIER);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetFunctionResponse {
    #[serde(rename = "Configuration", skip_serializing_if = "Option::is_none")]
    pub configuration: Option<FunctionConfiguration>,
    #[serde(rename = "Code", skip_serializing_if = "Option::is_none")]
    pub code: Option<FunctionCodeLocation>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    #[serde(rename = "TagsError", skip_serializing_if = "Option::is_none")]
    pub tags_error: Option<TagsError>,
    #[serde(rename = "Concurrency", skip_serializing_if = "Option::is_none")]
    pub concurrency: Option<Concurrency>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImageConfig {
    #[serde(rename = "EntryPoint", skip_serializing_if = "Option::is_none")]
    pub entry_point: Option<Vec<String>>,
    #[serde(rename = "Command", skip_serializing_if = "Option::is_none")]
    pub command: Option<Vec<String>>,
    #[serde(rename = "WorkingDirectory", skip_serializing_if = "Option::is_none")]
    pub working_directory: Option<String>,
}

impl Validate for ImageConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.list(at, "entryPoint", self.entry_point.as_ref(), &STRING_LIST);
        found.list(at, "command", self.command.as_ref(), &STRING_LIST);
        found.text(at, "workingDirectory", self.working_directory.as_ref(), &WORKING_DIRECTORY);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImageConfigError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl std::fmt::Debug for ImageConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImageConfigError")
            .field("error_code", &self.error_code)
            .field("message", &self.message.as_ref().map(|_| "***"))
            .finish()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImageConfigResponse {
    #[serde(rename = "ImageConfig", skip_serializing_if = "Option::is_none")]
    pub image_config: Option<ImageConfig>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<ImageConfigError>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InvocationRequest {
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "InvocationType", skip_serializing_if = "Option::is_none")]
    pub invocation_type: Option<String>,
    #[serde(rename = "LogType", skip_serializing_if = "Option::is_none")]
    pub log_type: Option<String>,
    #[serde(rename = "ClientContext", skip_serializing_if = "Option::is_none")]
    pub client_context: Option<String>,
    #[serde(rename = "DurableExecutionName", skip_serializing_if = "Option::is_none")]
    pub durable_execution_name: Option<String>,
    #[serde(rename = "Payload", skip_serializing_if = "Option::is_none")]
    pub payload: Option<Blob>,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "TenantId", skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<String>,
}

impl Validate for InvocationRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "functionName", self.function_name.is_none());
        found.text(at, "functionName", self.function_name.as_ref(), &NAMESPACED_FUNCTION_NAME);
        found.text(at, "invocationType", self.invocation_type.as_ref(), &INVOCATION_TYPE);
        found.text(at, "logType", self.log_type.as_ref(), &LOG_TYPE);
        found.text(at, "durableExecutionName", self.durable_execution_name.as_ref(), &DURABLE_EXECUTION_NAME);
        found.text(at, "qualifier", self.qualifier.as_ref(), &NUMERIC_LATEST_PUBLISHED_OR_ALIAS_QUALIFIER);
        found.text(at, "tenantId", self.tenant_id.as_ref(), &TENANT_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InvocationResponse {
    #[serde(rename = "StatusCode", skip_serializing_if = "Option::is_none")]
    pub status_code: Option<i32>,
    #[serde(rename = "FunctionError", skip_serializing_if = "Option::is_none")]
    pub function_error: Option<String>,
    #[serde(rename = "LogResult", skip_serializing_if = "Option::is_none")]
    pub log_result: Option<String>,
    #[serde(rename = "Payload", skip_serializing_if = "Option::is_none")]
    pub payload: Option<Blob>,
    #[serde(rename = "ExecutedVersion", skip_serializing_if = "Option::is_none")]
    pub executed_version: Option<String>,
    #[serde(rename = "DurableExecutionArn", skip_serializing_if = "Option::is_none")]
    pub durable_execution_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KafkaSchemaRegistryAccessConfig {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    #[serde(rename = "URI", skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
}

impl Validate for KafkaSchemaRegistryAccessConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "type", self.type_.as_ref(), &KAFKA_SCHEMA_REGISTRY_AUTH_TYPE);
        found.text(at, "uRI", self.uri.as_ref(), &ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KafkaSchemaRegistryConfig {
    #[serde(rename = "SchemaRegistryURI", skip_serializing_if = "Option::is_none")]
    pub schema_registry_uri: Option<String>,
    #[serde(rename = "EventRecordFormat", skip_serializing_if = "Option::is_none")]
    pub event_record_format: Option<String>,
    #[serde(rename = "AccessConfigs", skip_serializing_if = "Option::is_none")]
    pub access_configs: Option<Vec<KafkaSchemaRegistryAccessConfig>>,
    #[serde(rename = "SchemaValidationConfigs", skip_serializing_if = "Option::is_none")]
    pub schema_validation_configs: Option<Vec<KafkaSchemaValidationConfig>>,
}

impl Validate for KafkaSchemaRegistryConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "schemaRegistryURI", self.schema_registry_uri.as_ref(), &SCHEMA_REGISTRY_URI);
        found.text(at, "eventRecordFormat", self.event_record_format.as_ref(), &SCHEMA_REGISTRY_EVENT_RECORD_FORMAT);
        found.structures(at, "accessConfigs", self.access_configs.as_ref());
        found.structures(at, "schemaValidationConfigs", self.schema_validation_configs.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KafkaSchemaValidationConfig {
    #[serde(rename = "Attribute", skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
}

impl Validate for KafkaSchemaValidationConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "attribute", self.attribute.as_ref(), &KAFKA_SCHEMA_VALIDATION_ATTRIBUTE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LambdaManagedInstancesCapacityProviderConfig {
    #[serde(rename = "CapacityProviderArn", skip_serializing_if = "Option::is_none")]
    pub capacity_provider_arn: Option<String>,
    #[serde(rename = "PerExecutionEnvironmentMaxConcurrency", skip_serializing_if = "Option::is_none")]
    pub per_execution_environment_max_concurrency: Option<i32>,
    #[serde(rename = "ExecutionEnvironmentMemoryGiBPerVCpu", skip_serializing_if = "Option::is_none")]
    pub execution_environment_memory_gi_b_per_v_cpu: Option<f64>,
}

impl Validate for LambdaManagedInstancesCapacityProviderConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "capacityProviderArn", self.capacity_provider_arn.is_none());
        found.text(at, "capacityProviderArn", self.capacity_provider_arn.as_ref(), &CAPACITY_PROVIDER_ARN);
        found.integer(at, "perExecutionEnvironmentMaxConcurrency", self.per_execution_environment_max_concurrency.as_ref(), &PER_EXECUTION_ENVIRONMENT_MAX_CONCURRENCY);
        found.double(at, "executionEnvironmentMemoryGiBPerVCpu", self.execution_environment_memory_gi_b_per_v_cpu.as_ref(), &EXECUTION_ENVIRONMENT_MEMORY_GI_B_PER_V_CPU);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Layer {
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "CodeSize", skip_serializing_if = "Option::is_none")]
    pub code_size: Option<i64>,
    #[serde(rename = "SigningProfileVersionArn", skip_serializing_if = "Option::is_none")]
    pub signing_profile_version_arn: Option<String>,
    #[serde(rename = "SigningJobArn", skip_serializing_if = "Option::is_none")]
    pub signing_job_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListEventSourceMappingsRequest {
    #[serde(rename = "EventSourceArn", skip_serializing_if = "Option::is_none")]
    pub event_source_arn: Option<String>,
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

impl Validate for ListEventSourceMappingsRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "eventSourceArn", self.event_source_arn.as_ref(), &ARN);
        found.text(at, "functionName", self.function_name.as_ref(), &NAMESPACED_FUNCTION_NAME);
        found.integer(at, "maxItems", self.max_items.as_ref(), &MAX_LIST_ITEMS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListEventSourceMappingsResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "EventSourceMappings", skip_serializing_if = "Option::is_none")]
    pub event_source_mappings: Option<Vec<EventSourceMappingConfiguration>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListFunctionsRequest {
    #[serde(rename = "MasterRegion", skip_serializing_if = "Option::is_none")]
    pub master_region: Option<String>,
    #[serde(rename = "FunctionVersion", skip_serializing_if = "Option::is_none")]
    pub function_version: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

impl Validate for ListFunctionsRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "masterRegion", self.master_region.as_ref(), &MASTER_REGION);
        found.text(at, "functionVersion", self.function_version.as_ref(), &FUNCTION_VERSION);
        found.integer(at, "maxItems", self.max_items.as_ref(), &MAX_LIST_ITEMS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListFunctionsResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "Functions", skip_serializing_if = "Option::is_none")]
    pub functions: Option<Vec<FunctionConfiguration>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LoggingConfig {
    #[serde(rename = "LogFormat", skip_serializing_if = "Option::is_none")]
    pub log_format: Option<String>,
    #[serde(rename = "ApplicationLogLevel", skip_serializing_if = "Option::is_none")]
    pub application_log_level: Option<String>,
    #[serde(rename = "SystemLogLevel", skip_serializing_if = "Option::is_none")]
    pub system_log_level: Option<String>,
    #[serde(rename = "LogGroup", skip_serializing_if = "Option::is_none")]
    pub log_group: Option<String>,
}

impl Validate for LoggingConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "logFormat", self.log_format.as_ref(), &LOG_FORMAT);
        found.text(at, "applicationLogLevel", self.application_log_level.as_ref(), &APPLICATION_LOG_LEVEL);
        found.text(at, "systemLogLevel", self.system_log_level.as_ref(), &SYSTEM_LOG_LEVEL);
        found.text(at, "logGroup", self.log_group.as_ref(), &LOG_GROUP);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OnFailure {
    #[serde(rename = "Destination", skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
}

impl Validate for OnFailure {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "destination", self.destination.as_ref(), &DESTINATION_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OnSuccess {
    #[serde(rename = "Destination", skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
}

impl Validate for OnSuccess {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "destination", self.destination.as_ref(), &DESTINATION_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProvisionedPollerConfig {
    #[serde(rename = "MinimumPollers", skip_serializing_if = "Option::is_none")]
    pub minimum_pollers: Option<i32>,
    #[serde(rename = "MaximumPollers", skip_serializing_if = "Option::is_none")]
    pub maximum_pollers: Option<i32>,
    #[serde(rename = "PollerGroupName", skip_serializing_if = "Option::is_none")]
    pub poller_group_name: Option<String>,
}

impl Validate for ProvisionedPollerConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "minimumPollers", self.minimum_pollers.as_ref(), &MINIMUM_NUMBER_OF_POLLERS);
        found.integer(at, "maximumPollers", self.maximum_pollers.as_ref(), &MAXIMUM_NUMBER_OF_POLLERS);
        found.text(at, "pollerGroupName", self.poller_group_name.as_ref(), &PROVISIONED_POLLER_GROUP_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ResolvedS3Object {
    #[serde(rename = "S3Bucket", skip_serializing_if = "Option::is_none")]
    pub s3_bucket: Option<String>,
    #[serde(rename = "S3Key", skip_serializing_if = "Option::is_none")]
    pub s3_key: Option<String>,
    #[serde(rename = "S3ObjectVersion", skip_serializing_if = "Option::is_none")]
    pub s3_object_version: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RuntimeVersionConfig {
    #[serde(rename = "RuntimeVersionArn", skip_serializing_if = "Option::is_none")]
    pub runtime_version_arn: Option<String>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<RuntimeVersionError>,
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RuntimeVersionError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl std::fmt::Debug for RuntimeVersionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RuntimeVersionError")
            .field("error_code", &self.error_code)
            .field("message", &self.message.as_ref().map(|_| "***"))
            .finish()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3FilesConfig {
    #[serde(rename = "DirectS3Read", skip_serializing_if = "Option::is_none")]
    pub direct_s3_read: Option<String>,
}

impl Validate for S3FilesConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "directS3Read", self.direct_s3_read.as_ref(), &DIRECT_S3_READ);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScalingConfig {
    #[serde(rename = "MaximumConcurrency", skip_serializing_if = "Option::is_none")]
    pub maximum_concurrency: Option<i32>,
}

impl Validate for ScalingConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "maximumConcurrency", self.maximum_concurrency.as_ref(), &MAXIMUM_CONCURRENCY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SelfManagedEventSource {
    #[serde(rename = "Endpoints", skip_serializing_if = "Option::is_none")]
    pub endpoints: Option<BTreeMap<String, Vec<String>>>,
}

impl Validate for SelfManagedEventSource {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.map(at, "endpoints", self.endpoints.as_ref(), &ENDPOINTS);
        found.map_keys(at, "endpoints", self.endpoints.as_ref(), &END_POINT_TYPE);
        found.map_lists(at, "endpoints", self.endpoints.as_ref(), &ENDPOINT_LISTS);
        found.map_list_texts(at, "endpoints", self.endpoints.as_ref(), &ENDPOINT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SelfManagedKafkaEventSourceConfig {
    #[serde(rename = "ConsumerGroupId", skip_serializing_if = "Option::is_none")]
    pub consumer_group_id: Option<String>,
    #[serde(rename = "SchemaRegistryConfig", skip_serializing_if = "Option::is_none")]
    pub schema_registry_config: Option<KafkaSchemaRegistryConfig>,
    #[serde(rename = "ConsumptionMode", skip_serializing_if = "Option::is_none")]
    pub consumption_mode: Option<String>,
}

impl Validate for SelfManagedKafkaEventSourceConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "consumerGroupId", self.consumer_group_id.as_ref(), &URI);
        found.structure(at, "schemaRegistryConfig", self.schema_registry_config.as_ref());
        found.text(at, "consumptionMode", self.consumption_mode.as_ref(), &KAFKA_EVENT_SOURCE_MAPPING_CONSUMPTION_MODE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapStart {
    #[serde(rename = "ApplyOn", skip_serializing_if = "Option::is_none")]
    pub apply_on: Option<String>,
}

impl Validate for SnapStart {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "applyOn", self.apply_on.as_ref(), &SNAP_START_APPLY_ON);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapStartResponse {
    #[serde(rename = "ApplyOn", skip_serializing_if = "Option::is_none")]
    pub apply_on: Option<String>,
    #[serde(rename = "OptimizationStatus", skip_serializing_if = "Option::is_none")]
    pub optimization_status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceAccessConfiguration {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    #[serde(rename = "URI", skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
}

impl Validate for SourceAccessConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "type", self.type_.as_ref(), &SOURCE_ACCESS_TYPE);
        found.text(at, "uRI", self.uri.as_ref(), &URI);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TagsError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TenancyConfig {
    #[serde(rename = "TenantIsolationMode", skip_serializing_if = "Option::is_none")]
    pub tenant_isolation_mode: Option<String>,
}

impl Validate for TenancyConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tenantIsolationMode", self.tenant_isolation_mode.is_none());
        found.text(at, "tenantIsolationMode", self.tenant_isolation_mode.as_ref(), &TENANT_ISOLATION_MODE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TracingConfig {
    #[serde(rename = "Mode", skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
}

impl Validate for TracingConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "mode", self.mode.as_ref(), &TRACING_MODE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TracingConfigResponse {
    #[serde(rename = "Mode", skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VpcConfig {
    #[serde(rename = "SubnetIds", skip_serializing_if = "Option::is_none")]
    pub subnet_ids: Option<Vec<String>>,
    #[serde(rename = "SecurityGroupIds", skip_serializing_if = "Option::is_none")]
    pub security_group_ids: Option<Vec<String>>,
    #[serde(rename = "Ipv6AllowedForDualStack", skip_serializing_if = "Option::is_none")]
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

impl Validate for VpcConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.list(at, "subnetIds", self.subnet_ids.as_ref(), &SUBNET_IDS);
        found.texts(at, "subnetIds", self.subnet_ids.as_ref(), &SUBNET_ID);
        found.list(at, "securityGroupIds", self.security_group_ids.as_ref(), &SECURITY_GROUP_IDS);
        found.texts(at, "securityGroupIds", self.security_group_ids.as_ref(), &SECURITY_GROUP_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VpcConfigResponse {
    #[serde(rename = "SubnetIds", skip_serializing_if = "Option::is_none")]
    pub subnet_ids: Option<Vec<String>>,
    #[serde(rename = "SecurityGroupIds", skip_serializing_if = "Option::is_none")]
    pub security_group_ids: Option<Vec<String>>,
    #[serde(rename = "VpcId", skip_serializing_if = "Option::is_none")]
    pub vpc_id: Option<String>,
    #[serde(rename = "Ipv6AllowedForDualStack", skip_serializing_if = "Option::is_none")]
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = "one prelude serves every service")]
use super::prelude::*;

pub static SERVICE: ServiceModel = ServiceModel {
    name: "kinesis",
    signing_name: "kinesis",
    api_version: "2013-12-02",
    target_prefix: Some("Kinesis_20131202"),
    json_version: Some("1.1"),
    xml_namespace: None,
    unserved: &[],
    query_errors: &[],
    operations: &[
        OperationModel {
            name: "AcknowledgeDeadLetterQueueRecords",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "AcknowledgeQueueRecords",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "AddTagsToStream",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "CreateChannel",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "CreateQueue",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "CreateStream",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DecreaseStreamRetentionPeriod",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteChannel",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteQueue",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteResourcePolicy",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteStream",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeregisterStreamConsumer",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeAccountSettings",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeChannel",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeLimits",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeQueue",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeStream",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeStreamConsumer",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeStreamSummary",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DisableEnhancedMonitoring",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "EnableEnhancedMonitoring",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "GetRecords",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "GetResourcePolicy",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "GetShardIterator",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "IncreaseStreamRetentionPeriod",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListChannels",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListQueues",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListShards",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListStreamConsumers",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListStreams",
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
            name: "ListTagsForStream",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "MergeShards",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "PutRecord",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "PutRecords",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "PutResourcePolicy",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ReceiveDeadLetterQueueRecords",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ReceiveQueueRecords",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "RegisterStreamConsumer",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "RemoveTagsFromStream",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "RestoreDeadLetterQueueRecords",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "SplitShard",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "StartStreamEncryption",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "StopStreamEncryption",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "SubscribeToShard",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "TagResource",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UntagResource",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateAccountSettings",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateChannel",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateDeadLetterQueueRecordsVisibility",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateMaxRecordSize",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateQueue",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateQueueRecordsVisibility",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateShardCount",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateStreamMode",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateStreamRecordDistributionStrategy",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateStreamWarmThroughput",
            has_output: true,
            query: None,
            http: None,
        },
    ],
};

static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_LIST: Length = Length { min: Some(1), max: Some(10) };

static ACKNOWLEDGE_QUEUE_RECORDS_REQUEST_ENTRY_LIST: Length = Length { min: Some(1), max: Some(10) };

static BUCKET_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:aws[-a-z0-9]*:s3:::[a-z0-9._-]{3,63}", "arn:aws[-a-z0-9]*:s3:::[a-z0-9._-]{3,63}")),
    values: &[],
    secret: false,
};

static CHANNEL_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:aws.*:kinesis:.*:\\d{12}:channel/\\S+", "arn:aws.*:kinesis:.*:[0-9]{12}:channel/\\S+")),
    values: &[],
    secret: false,
};

static CHANNEL_ENCRYPTION_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["KMS"],
    secret: false,
};

static CHANNEL_NAME: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static CHANNEL_STREAM_CONFIGURATION_LIST: Length = Length { min: Some(1), max: Some(10000) };

static CLOUD_WATCH_LOG_GROUP_NAME: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("[\\.\\-_/#A-Za-z0-9]+", "[\\.\\-_/#A-Za-z0-9]+")),
    values: &[],
    secret: false,
};

static CLOUD_WATCH_LOG_STREAM_NAME: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("[^:*]*", "[^:*]*")),
    values: &[],
    secret: false,
};

static CONSUMER_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+", "^(arn):aws.*:kinesis:.*:[0-9]{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+")),
    values: &[],
    secret: false,
};

static CONSUMER_NAME: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static DATA: Length = Length { min: Some(0), max: Some(10485760) };

static DESCRIBE_STREAM_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static ENCRYPTION_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NONE", "KMS"],
    secret: false,
};

static EXPECTED_BUCKET_OWNER: Text = Text {
    min: Some(12),
    max: Some(12),
    pattern: Some(Pattern::new("\\d{12}", "[0-9]{12}")),
    values: &[],
    secret: false,
};

static GSR_SCHEMA_ARN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:aws[-a-z0-9]*:glue:[-a-z0-9]+:\\d{12}:schema/[-a-zA-Z0-9_$#.]+/[-a-zA-Z0-9_$#.]+", "arn:aws[-a-z0-9]*:glue:[-a-z0-9]+:[0-9]{12}:schema/[-a-zA-Z0-9_$#.]+/[-a-zA-Z0-9_$#.]+")),
    values: &[],
    secret: false,
};

static GET_RECORDS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static HASH_KEY: Text = Text {
    min: None,
    max: None,
    pattern: Some(Pattern::new("^(0|([1-9]\\d{0,38}))$", "^(0|([1-9][0-9]{0,38}))$")),
    values: &[],
    secret: false,
};

static KEY_ID: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: None,
    values: &[],
    secret: false,
};

static LIST_CHANNELS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static LIST_QUEUES_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static LIST_SHARDS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static LIST_STREAM_CONSUMERS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static LIST_STREAMS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static LIST_TAGS_FOR_STREAM_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(50) };

static MAX_RECEIVE_COUNT: Range = Range { min: Some(1), max: Some(1000) };

static MAX_RECORD_SIZE_IN_KI_B: Range = Range { min: Some(1024), max: Some(10240) };

static METRICS_NAME: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["IncomingBytes", "IncomingRecords", "OutgoingBytes", "OutgoingRecords", "WriteProvisionedThroughputExceeded", "ReadProvisionedThroughputExceeded", "IteratorAgeMilliseconds", "ALL"],
    secret: false,
};

static METRICS_NAME_LIST: Length = Length { min: Some(1), max: Some(7) };

static MINIMUM_THROUGHPUT_BILLING_COMMITMENT_INPUT_STATUS: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ENABLED", "DISABLED"],
    secret: false,
};

static NATURAL_INTEGER_OBJECT: Range = Range { min: Some(0), max: None };

static NEXT_TOKEN: Text = Text {
    min: Some(1),
    max: Some(1048576),
    pattern: None,
    values: &[],
    secret: false,
};

static PARTITION_FIELD_LIST: Length = Length { min: Some(1), max: Some(10) };

static PARTITION_KEY: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

static PARTITION_SOURCE_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: Some(Pattern::new("[a-zA-Z0-9\\.\\_]+", "[a-zA-Z0-9\\.\\_]+")),
    values: &[],
    secret: false,
};

static PARTITION_TRANSFORM: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["TIME_HOUR"],
    secret: false,
};

static POSITIVE_INTEGER_OBJECT: Range = Range { min: Some(1), max: None };

static PUT_RECORDS_REQUEST_ENTRY_LIST: Length = Length { min: Some(1), max: Some(500) };

static QUEUE_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+", "arn:aws.*:kinesis:.*:[0-9]{12}:queue/\\S+")),
    values: &[],
    secret: false,
};

static QUEUE_NAME: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static QUEUE_STARTING_POSITION_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"],
    secret: false,
};

static QUEUE_STREAM_CONFIGURATION_LIST: Length = Length { min: Some(1), max: Some(10000) };

static QUEUE_STREAM_FILTER_LIST: Length = Length { min: Some(1), max: Some(10000) };

static RECEIPT_HANDLE: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: None,
    values: &[],
    secret: false,
};

static RECEIVE_QUEUE_RECORDS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10) };

static RECEIVE_QUEUE_RECORDS_WAIT_TIME_SECONDS: Range = Range { min: Some(1), max: Some(20) };

static RECORD_DISTRIBUTION_STRATEGY: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["AUTO", "USER_PARTITION_KEY"],
    secret: false,
};

static RECORD_FORMAT_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["GSR_JSON", "JSON", "STRING", "BYTE_ARRAY"],
    secret: false,
};

static RESOURCE_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:aws.*:kinesis:.*:\\d{12}:.*(stream|channel|queue)/\\S+", "arn:aws.*:kinesis:.*:[0-9]{12}:.*(stream|channel|queue)/\\S+")),
    values: &[],
    secret: false,
};

static RESTORE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_LIST: Length = Length { min: Some(1), max: Some(10) };

static ROLE_ARN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:aws[-a-z0-9]*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+", "arn:aws[-a-z0-9]*:iam::[0-9]{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+")),
    values: &[],
    secret: false,
};

static S3_COMPRESSION_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NONE", "GZIP", "ZSTD"],
    secret: false,
};

static S3_ERROR_OUTPUT_PREFIX: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("[0-9A-Za-z!\\-_'.*()\\/]+", "[0-9A-Za-z!\\-_'.*()\\/]+")),
    values: &[],
    secret: false,
};

static S3_OUTPUT_KEY_TEMPLATE: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: Some(Pattern::new("[0-9A-Za-z!\\-_'.*()\\/=:{}]+", "[0-9A-Za-z!\\-_'.*()\\/=:{}]+")),
    values: &[],
    secret: false,
};

static S3_STORAGE_CLASS: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["STANDARD", "INTELLIGENT_TIERING", "GLACIER_IR"],
    secret: false,
};

static S3_TABLES_COMPRESSION_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NONE", "ZSTD", "SNAPPY"],
    secret: false,
};

static S3_TABLES_CONFIGURATION_LIST: Length = Length { min: Some(1), max: Some(10000) };

static S3_TABLES_NAMESPACE: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: Some(Pattern::new("[0-9a-z_]+", "[0-9a-z_]+")),
    values: &[],
    secret: false,
};

static S3_TABLES_TABLE_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: Some(Pattern::new("[0-9a-z_]+", "[0-9a-z_]+")),
    values: &[],
    secret: false,
};

static SCALING_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["UNIFORM_SCALING"],
    secret: false,
};

static SEQUENCE_NUMBER: Text = Text {
    min: None,
    max: None,
    pattern: Some(Pattern::new("^(0|([1-9]\\d{0,128}))$", "^(0|([1-9][0-9]{0,128}))$")),
    values: &[],
    secret: false,
};

static SHARD_FILTER_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["AFTER_SHARD_ID", "AT_TRIM_HORIZON", "FROM_TRIM_HORIZON", "AT_LATEST", "AT_TIMESTAMP", "FROM_TIMESTAMP"],
    secret: false,
};

static SHARD_ID: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static SHARD_ITERATOR: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: None,
    values: &[],
    secret: false,
};

static SHARD_ITERATOR_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"],
    secret: false,
};

static STREAM_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+", "arn:aws.*:kinesis:.*:[0-9]{12}:stream/\\S+")),
    values: &[],
    secret: false,
};

static STREAM_FILTER_LIST: Length = Length { min: Some(1), max: Some(10000) };

static STREAM_ID: Text = Text {
    min: Some(1),
    max: Some(24),
    pattern: Some(Pattern::new("[a-z0-9]{20}-[a-z0-9]{3}", "[a-z0-9]{20}-[a-z0-9]{3}")),
    values: &[],
    secret: false,
};

static STREAM_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["PROVISIONED", "ON_DEMAND"],
    secret: false,
};

static STREAM_NAME: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static TABLE_BUCKET_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:aws[-a-z0-9]*:s3tables:[-a-z0-9]+:\\d{12}:bucket/[a-z0-9_-]{3,63}", "arn:aws[-a-z0-9]*:s3tables:[-a-z0-9]+:[0-9]{12}:bucket/[a-z0-9_-]{3,63}")),
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

static TAG_KEY_LIST: Length = Length { min: Some(1), max: Some(50) };

static TAG_MAP: Length = Length { min: Some(1), max: Some(200) };

static TAG_VALUE: Text = Text {
    min: Some(0),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

static TARGET_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["BUILT_IN", "NONE"],
    secret: false,
};

static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_LIST: Length = Length { min: Some(1), max: Some(10) };

static UPDATE_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_LIST: Length = Length { min: Some(1), max: Some(10) };

static VISIBILITY_TIMEOUT_SECONDS: Range = Range { min: Some(0), max: Some(43200) };

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeDeadLetterQueueRecordsErrorEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeDeadLetterQueueRecordsInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "Entries", skip_serializing_if = "Option::is_none")]
    pub entries: Option<Vec<AcknowledgeDeadLetterQueueRecordsRequestEntry>>,
}

impl Validate for AcknowledgeDeadLetterQueueRecordsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
        found.required(at, "entries", self.entries.is_none());
        found.list(at, "entries", self.entries.as_ref(), &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_LIST);
        found.structures(at, "entries", self.entries.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeDeadLetterQueueRecordsOutput {
    #[serde(rename = "Successful", skip_serializing_if = "Option::is_none")]
    pub successful: Option<Vec<AcknowledgeDeadLetterQueueRecordsResultEntry>>,
    #[serde(rename = "Failed", skip_serializing_if = "Option::is_none")]
    pub failed: Option<Vec<AcknowledgeDeadLetterQueueRecordsErrorEntry>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeDeadLetterQueueRecordsRequestEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
}

impl Validate for AcknowledgeDeadLetterQueueRecordsRequestEntry {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "receiptHandle", self.receipt_handle.is_none());
        found.text(at, "receiptHandle", self.receipt_handle.as_ref(), &RECEIPT_HANDLE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeDeadLetterQueueRecordsResultEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeQueueRecordsErrorEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeQueueRecordsInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "Entries", skip_serializing_if = "Option::is_none")]
    pub entries: Option<Vec<AcknowledgeQueueRecordsRequestEntry>>,
}

impl Validate for AcknowledgeQueueRecordsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
        found.required(at, "entries", self.entries.is_none());
        found.list(at, "entries", self.entries.as_ref(), &ACKNOWLEDGE_QUEUE_RECORDS_REQUEST_ENTRY_LIST);
        found.structures(at, "entries", self.entries.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeQueueRecordsOutput {
    #[serde(rename = "Successful", skip_serializing_if = "Option::is_none")]
    pub successful: Option<Vec<AcknowledgeQueueRecordsResultEntry>>,
    #[serde(rename = "Failed", skip_serializing_if = "Option::is_none")]
    pub failed: Option<Vec<AcknowledgeQueueRecordsErrorEntry>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeQueueRecordsRequestEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
}

impl Validate for AcknowledgeQueueRecordsRequestEntry {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "receiptHandle", self.receipt_handle.is_none());
        found.text(at, "receiptHandle", self.receipt_handle.as_ref(), &RECEIPT_HANDLE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeQueueRecordsResultEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddTagsToStreamInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for AddTagsToStreamInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "tags", self.tags.is_none());
        found.map(at, "tags", self.tags.as_ref(), &TAG_MAP);
        found.map_keys(at, "tags", self.tags.as_ref(), &TAG_KEY);
        found.map_texts(at, "tags", self.tags.as_ref(), &TAG_VALUE);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelDescription {
    #[serde(rename = "ChannelName", skip_serializing_if = "Option::is_none")]
    pub channel_name: Option<String>,
    #[serde(rename = "ChannelARN", skip_serializing_if = "Option::is_none")]
    pub channel_arn: Option<String>,
    #[serde(rename = "ChannelId", skip_serializing_if = "Option::is_none")]
    pub channel_id: Option<String>,
    #[serde(rename = "ChannelStatus", skip_serializing_if = "Option::is_none")]
    pub channel_status: Option<String>,
    #[serde(rename = "ChannelStatusReason", skip_serializing_if = "Option::is_none")]
    pub channel_status_reason: Option<String>,
    #[serde(rename = "ChannelCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub channel_creation_timestamp: Option<Epoch>,
    #[serde(rename = "ServiceExecutionRoleARN", skip_serializing_if = "Option::is_none")]
    pub service_execution_role_arn: Option<String>,
    #[serde(rename = "StreamConfigurationList", skip_serializing_if = "Option::is_none")]
    pub stream_configuration_list: Option<Vec<ChannelStreamDescription>>,
    #[serde(rename = "S3DestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub s3_destination_configuration: Option<S3DestinationDescription>,
    #[serde(rename = "S3TablesDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub s3_tables_destination_configuration: Option<S3TablesDestinationDescription>,
    #[serde(rename = "EncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<ChannelEncryptionConfiguration>,
    #[serde(rename = "LoggingConfiguration", skip_serializing_if = "Option::is_none")]
    pub logging_configuration: Option<ChannelLoggingConfiguration>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelEncryptionConfiguration {
    #[serde(rename = "EncryptionType", skip_serializing_if = "Option::is_none")]
    pub encryption_type: Option<String>,
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
}

impl Validate for ChannelEncryptionConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "encryptionType", self.encryption_type.is_none());
        found.text(at, "encryptionType", self.encryption_type.as_ref(), &CHANNEL_ENCRYPTION_TYPE);
        found.required(at, "keyId", self.key_id.is_none());
        found.text(at, "keyId", self.key_id.as_ref(), &KEY_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelLoggingConfiguration {
    #[serde(rename = "CloudWatchLogs", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logs: Option<CloudWatchLogs>,
}

impl Validate for ChannelLoggingConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "cloudWatchLogs", self.cloud_watch_logs.is_none());
        found.structure(at, "cloudWatchLogs", self.cloud_watch_logs.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelLoggingUpdateInput {
    #[serde(rename = "CloudWatchLogs", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logs: Option<CloudWatchLogsUpdateInput>,
}

impl Validate for ChannelLoggingUpdateInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "cloudWatchLogs", self.cloud_watch_logs.is_none());
        found.structure(at, "cloudWatchLogs", self.cloud_watch_logs.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelStreamConfiguration {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "RecordConfiguration", skip_serializing_if = "Option::is_none")]
    pub record_configuration: Option<RecordConfiguration>,
}

impl Validate for ChannelStreamConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamARN", self.stream_arn.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.required(at, "recordConfiguration", self.record_configuration.is_none());
        found.structure(at, "recordConfiguration", self.record_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelStreamDescription {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
    #[serde(rename = "RecordConfiguration", skip_serializing_if = "Option::is_none")]
    pub record_configuration: Option<RecordConfiguration>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelStreamIdentifier {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelSummary {
    #[serde(rename = "ChannelName", skip_serializing_if = "Option::is_none")]
    pub channel_name: Option<String>,
    #[serde(rename = "ChannelARN", skip_serializing_if = "Option::is_none")]
    pub channel_arn: Option<String>,
    #[serde(rename = "ChannelId", skip_serializing_if = "Option::is_none")]
    pub channel_id: Option<String>,
    #[serde(rename = "ChannelStatus", skip_serializing_if = "Option::is_none")]
    pub channel_status: Option<String>,
    #[serde(rename = "ChannelStatusReason", skip_serializing_if = "Option::is_none")]
    pub channel_status_reason: Option<String>,
    #[serde(rename = "ChannelCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub channel_creation_timestamp: Option<Epoch>,
    #[serde(rename = "ChannelDestinationType", skip_serializing_if = "Option::is_none")]
    pub channel_destination_type: Option<String>,
    #[serde(rename = "Streams", skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<ChannelStreamIdentifier>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChildShard {
    #[serde(rename = "ShardId", skip_serializing_if = "Option::is_none")]
    pub shard_id: Option<String>,
    #[serde(rename = "ParentShards", skip_serializing_if = "Option::is_none")]
    pub parent_shards: Option<Vec<String>>,
    #[serde(rename = "HashKeyRange", skip_serializing_if = "Option::is_none")]
    pub hash_key_range: Option<HashKeyRange>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CloudWatchLogs {
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "LogGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "LogStreamName", skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
}

impl Validate for CloudWatchLogs {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "enabled", self.enabled.is_none());
        found.text(at, "logGroupName", self.log_group_name.as_ref(), &CLOUD_WATCH_LOG_GROUP_NAME);
        found.text(at, "logStreamName", self.log_stream_name.as_ref(), &CLOUD_WATCH_LOG_STREAM_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CloudWatchLogsUpdateInput {
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "LogGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "LogStreamName", skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
}

impl Validate for CloudWatchLogsUpdateInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "enabled", self.enabled.is_none());
        found.text(at, "logGroupName", self.log_group_name.as_ref(), &CLOUD_WATCH_LOG_GROUP_NAME);
        found.text(at, "logStreamName", self.log_stream_name.as_ref(), &CLOUD_WATCH_LOG_STREAM_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Consumer {
    #[serde(rename = "ConsumerName", skip_serializing_if = "Option::is_none")]
    pub consumer_name: Option<String>,
    #[serde(rename = "ConsumerARN", skip_serializing_if = "Option::is_none")]
    pub consumer_arn: Option<String>,
    #[serde(rename = "ConsumerStatus", skip_serializing_if = "Option::is_none")]
    pub consumer_status: Option<String>,
    #[serde(rename = "ConsumerCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub consumer_creation_timestamp: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConsumerDescription {
    #[serde(rename = "ConsumerName", skip_serializing_if = "Option::is_none")]
    pub consumer_name: Option<String>,
    #[serde(rename = "ConsumerARN", skip_serializing_if = "Option::is_none")]
    pub consumer_arn: Option<String>,
    #[serde(rename = "ConsumerStatus", skip_serializing_if = "Option::is_none")]
    pub consumer_status: Option<String>,
    #[serde(rename = "ConsumerCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub consumer_creation_timestamp: Option<Epoch>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateChannelInput {
    #[serde(rename = "ChannelName", skip_serializing_if = "Option::is_none")]
    pub channel_name: Option<String>,
    #[serde(rename = "ServiceExecutionRoleARN", skip_serializing_if = "Option::is_none")]
    pub service_execution_role_arn: Option<String>,
    #[serde(rename = "StreamConfigurationList", skip_serializing_if = "Option::is_none")]
    pub stream_configuration_list: Option<Vec<ChannelStreamConfiguration>>,
    #[serde(rename = "S3DestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub s3_destination_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "S3TablesDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub s3_tables_destination_configuration: Option<S3TablesDestinationConfiguration>,
    #[serde(rename = "EncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<ChannelEncryptionConfiguration>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    #[serde(rename = "LoggingConfiguration", skip_serializing_if = "Option::is_none")]
    pub logging_configuration: Option<ChannelLoggingConfiguration>,
}

impl Validate for CreateChannelInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "channelName", self.channel_name.is_none());
        found.text(at, "channelName", self.channel_name.as_ref(), &CHANNEL_NAME);
        found.required(at, "serviceExecutionRoleARN", self.service_execution_role_arn.is_none());
        found.text(at, "serviceExecutionRoleARN", self.service_execution_role_arn.as_ref(), &ROLE_ARN);
        found.required(at, "streamConfigurationList", self.stream_configuration_list.is_none());
        found.list(at, "streamConfigurationList", self.stream_configuration_list.as_ref(), &CHANNEL_STREAM_CONFIGURATION_LIST);
        found.structures(at, "streamConfigurationList", self.stream_configuration_list.as_ref());
        found.structure(at, "s3DestinationConfiguration", self.s3_destination_configuration.as_ref());
        found.structure(at, "s3TablesDestinationConfiguration", self.s3_tables_destination_configuration.as_ref());
        found.structure(at, "encryptionConfiguration", self.encryption_configuration.as_ref());
        found.map(at, "tags", self.tags.as_ref(), &TAG_MAP);
        found.map_keys(at, "tags", self.tags.as_ref(), &TAG_KEY);
        found.map_texts(at, "tags", self.tags.as_ref(), &TAG_VALUE);
        found.structure(at, "loggingConfiguration", self.logging_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateChannelOutput {
    #[serde(rename = "ChannelDescription", skip_serializing_if = "Option::is_none")]
    pub channel_description: Option<ChannelDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateQueueInput {
    #[serde(rename = "QueueName", skip_serializing_if = "Option::is_none")]
    pub queue_name: Option<String>,
    #[serde(rename = "StreamConfigurationList", skip_serializing_if = "Option::is_none")]
    pub stream_configuration_list: Option<Vec<QueueStreamConfiguration>>,
    #[serde(rename = "QueueAttributes", skip_serializing_if = "Option::is_none")]
    pub queue_attributes: Option<QueueAttributes>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}

impl Validate for CreateQueueInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueName", self.queue_name.is_none());
        found.text(at, "queueName", self.queue_name.as_ref(), &QUEUE_NAME);
        found.required(at, "streamConfigurationList", self.stream_configuration_list.is_none());
        found.list(at, "streamConfigurationList", self.stream_configuration_list.as_ref(), &QUEUE_STREAM_CONFIGURATION_LIST);
        found.structures(at, "streamConfigurationList", self.stream_configuration_list.as_ref());
        found.structure(at, "queueAttributes", self.queue_attributes.as_ref());
        found.map(at, "tags", self.tags.as_ref(), &TAG_MAP);
        found.map_keys(at, "tags", self.tags.as_ref(), &TAG_KEY);
        found.map_texts(at, "tags", self.tags.as_ref(), &TAG_VALUE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateQueueOutput {
    #[serde(rename = "QueueDescription", skip_serializing_if = "Option::is_none")]
    pub queue_description: Option<QueueDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateStreamInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "ShardCount", skip_serializing_if = "Option::is_none")]
    pub shard_count: Option<i32>,
    #[serde(rename = "StreamModeDetails", skip_serializing_if = "Option::is_none")]
    pub stream_mode_details: Option<StreamModeDetails>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    #[serde(rename = "WarmThroughputMiBps", skip_serializing_if = "Option::is_none")]
    pub warm_throughput_mi_bps: Option<i32>,
    #[serde(rename = "MaxRecordSizeInKiB", skip_serializing_if = "Option::is_none")]
    pub max_record_size_in_ki_b: Option<i32>,
    #[serde(rename = "RecordDistributionStrategy", skip_serializing_if = "Option::is_none")]
    pub record_distribution_strategy: Option<String>,
}

impl Validate for CreateStreamInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamName", self.stream_name.is_none());
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.integer(at, "shardCount", self.shard_count.as_ref(), &POSITIVE_INTEGER_OBJECT);
        found.structure(at, "streamModeDetails", self.stream_mode_details.as_ref());
        found.map(at, "tags", self.tags.as_ref(), &TAG_MAP);
        found.map_keys(at, "tags", self.tags.as_ref(), &TAG_KEY);
        found.map_texts(at, "tags", self.tags.as_ref(), &TAG_VALUE);
        found.integer(at, "warmThroughputMiBps", self.warm_throughput_mi_bps.as_ref(), &NATURAL_INTEGER_OBJECT);
        found.integer(at, "maxRecordSizeInKiB", self.max_record_size_in_ki_b.as_ref(), &MAX_RECORD_SIZE_IN_KI_B);
        found.text(at, "recordDistributionStrategy", self.record_distribution_strategy.as_ref(), &RECORD_DISTRIBUTION_STRATEGY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeadLetterConfiguration {
    #[serde(rename = "TargetType", skip_serializing_if = "Option::is_none")]
    pub target_type: Option<String>,
    #[serde(rename = "MaxReceiveCount", skip_serializing_if = "Option::is_none")]
    pub max_receive_count: Option<i32>,
}

impl Validate for DeadLetterConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "targetType", self.target_type.is_none());
        found.text(at, "targetType", self.target_type.as_ref(), &TARGET_TYPE);
        found.integer(at, "maxReceiveCount", self.max_receive_count.as_ref(), &MAX_RECEIVE_COUNT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeadLetterQueueS3Configuration {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "ExpectedBucketOwner", skip_serializing_if = "Option::is_none")]
    pub expected_bucket_owner: Option<String>,
    #[serde(rename = "ErrorOutputPrefix", skip_serializing_if = "Option::is_none")]
    pub error_output_prefix: Option<String>,
}

impl Validate for DeadLetterQueueS3Configuration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.required(at, "expectedBucketOwner", self.expected_bucket_owner.is_none());
        found.text(at, "expectedBucketOwner", self.expected_bucket_owner.as_ref(), &EXPECTED_BUCKET_OWNER);
        found.text(at, "errorOutputPrefix", self.error_output_prefix.as_ref(), &S3_ERROR_OUTPUT_PREFIX);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DecreaseStreamRetentionPeriodInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "RetentionPeriodHours", skip_serializing_if = "Option::is_none")]
    pub retention_period_hours: Option<i32>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for DecreaseStreamRetentionPeriodInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "retentionPeriodHours", self.retention_period_hours.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteChannelInput {
    #[serde(rename = "ChannelARN", skip_serializing_if = "Option::is_none")]
    pub channel_arn: Option<String>,
}

impl Validate for DeleteChannelInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "channelARN", self.channel_arn.is_none());
        found.text(at, "channelARN", self.channel_arn.as_ref(), &CHANNEL_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteQueueInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
}

impl Validate for DeleteQueueInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteResourcePolicyInput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for DeleteResourcePolicyInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteStreamInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "EnforceConsumerDeletion", skip_serializing_if = "Option::is_none")]
    pub enforce_consumer_deletion: Option<bool>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for DeleteStreamInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeregisterStreamConsumerInput {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "ConsumerName", skip_serializing_if = "Option::is_none")]
    pub consumer_name: Option<String>,
    #[serde(rename = "ConsumerARN", skip_serializing_if = "Option::is_none")]
    pub consumer_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for DeregisterStreamConsumerInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "consumerName", self.consumer_name.as_ref(), &CONSUMER_NAME);
        found.text(at, "consumerARN", self.consumer_arn.as_ref(), &CONSUMER_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeAccountSettingsInput {
}

impl Validate for DescribeAccountSettingsInput {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeAccountSettingsOutput {
    #[serde(rename = "MinimumThroughputBillingCommitment", skip_serializing_if = "Option::is_none")]
    pub minimum_throughput_billing_commitment: Option<MinimumThroughputBillingCommitmentOutput>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeChannelInput {
    #[serde(rename = "ChannelARN", skip_serializing_if = "Option::is_none")]
    pub channel_arn: Option<String>,
}

impl Validate for DescribeChannelInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "channelARN", self.channel_arn.is_none());
        found.text(at, "channelARN", self.channel_arn.as_ref(), &CHANNEL_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeChannelOutput {
    #[serde(rename = "ChannelDescription", skip_serializing_if = "Option::is_none")]
    pub channel_description: Option<ChannelDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeLimitsInput {
}

impl Validate for DescribeLimitsInput {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeLimitsOutput {
    #[serde(rename = "ShardLimit", skip_serializing_if = "Option::is_none")]
    pub shard_limit: Option<i32>,
    #[serde(rename = "OpenShardCount", skip_serializing_if = "Option::is_none")]
    pub open_shard_count: Option<i32>,
    #[serde(rename = "OnDemandStreamCount", skip_serializing_if = "Option::is_none")]
    pub on_demand_stream_count: Option<i32>,
    #[serde(rename = "OnDemandStreamCountLimit", skip_serializing_if = "Option::is_none")]
    pub on_demand_stream_count_limit: Option<i32>,
    #[serde(rename = "ChannelCount", skip_serializing_if = "Option::is_none")]
    pub channel_count: Option<i32>,
    #[serde(rename = "ChannelCountLimit", skip_serializing_if = "Option::is_none")]
    pub channel_count_limit: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeQueueInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
}

impl Validate for DescribeQueueInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeQueueOutput {
    #[serde(rename = "QueueDescription", skip_serializing_if = "Option::is_none")]
    pub queue_description: Option<QueueDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeStreamConsumerInput {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "ConsumerName", skip_serializing_if = "Option::is_none")]
    pub consumer_name: Option<String>,
    #[serde(rename = "ConsumerARN", skip_serializing_if = "Option::is_none")]
    pub consumer_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for DescribeStreamConsumerInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "consumerName", self.consumer_name.as_ref(), &CONSUMER_NAME);
        found.text(at, "consumerARN", self.consumer_arn.as_ref(), &CONSUMER_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeStreamConsumerOutput {
    #[serde(rename = "ConsumerDescription", skip_serializing_if = "Option::is_none")]
    pub consumer_description: Option<ConsumerDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeStreamInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "ExclusiveStartShardId", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_shard_id: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for DescribeStreamInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.integer(at, "limit", self.limit.as_ref(), &DESCRIBE_STREAM_INPUT_LIMIT);
        found.text(at, "exclusiveStartShardId", self.exclusive_start_shard_id.as_ref(), &SHARD_ID);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeStreamOutput {
    #[serde(rename = "StreamDescription", skip_serializing_if = "Option::is_none")]
    pub stream_description: Option<StreamDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeStreamSummaryInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for DescribeStreamSummaryInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeStreamSummaryOutput {
    #[serde(rename = "StreamDescriptionSummary", skip_serializing_if = "Option::is_none")]
    pub stream_description_summary: Option<StreamDescriptionSummary>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DisableEnhancedMonitoringInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "ShardLevelMetrics", skip_serializing_if = "Option::is_none")]
    pub shard_level_metrics: Option<Vec<String>>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for DisableEnhancedMonitoringInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "shardLevelMetrics", self.shard_level_metrics.is_none());
        found.list(at, "shardLevelMetrics", self.shard_level_metrics.as_ref(), &METRICS_NAME_LIST);
        found.texts(at, "shardLevelMetrics", self.shard_level_metrics.as_ref(), &METRICS_NAME);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EnableEnhancedMonitoringInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "ShardLevelMetrics", skip_serializing_if = "Option::is_none")]
    pub shard_level_metrics: Option<Vec<String>>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for EnableEnhancedMonitoringInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "shardLevelMetrics", self.shard_level_metrics.is_none());
        found.list(at, "shardLevelMetrics", self.shard_level_metrics.as_ref(), &METRICS_NAME_LIST);
        found.texts(at, "shardLevelMetrics", self.shard_level_metrics.as_ref(), &METRICS_NAME);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EnhancedMetrics {
    #[serde(rename = "ShardLevelMetrics", skip_serializing_if = "Option::is_none")]
    pub shard_level_metrics: Option<Vec<String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EnhancedMonitoringOutput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "CurrentShardLevelMetrics", skip_serializing_if = "Option::is_none")]
    pub current_shard_level_metrics: Option<Vec<String>>,
    #[serde(rename = "DesiredShardLevelMetrics", skip_serializing_if = "Option::is_none")]
    pub desired_shard_level_metrics: Option<Vec<String>>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetRecordsInput {
    #[serde(rename = "ShardIterator", skip_serializing_if = "Option::is_none")]
    pub shard_iterator: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "DryRun", skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<bool>,
}

impl Validate for GetRecordsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "shardIterator", self.shard_iterator.is_none());
        found.text(at, "shardIterator", self.shard_iterator.as_ref(), &SHARD_ITERATOR);
        found.integer(at, "limit", self.limit.as_ref(), &GET_RECORDS_INPUT_LIMIT);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetRecordsOutput {
    #[serde(rename = "Records", skip_serializing_if = "Option::is_none")]
    pub records: Option<Vec<Record>>,
    #[serde(rename = "NextShardIterator", skip_serializing_if = "Option::is_none")]
    pub next_shard_iterator: Option<String>,
    #[serde(rename = "MillisBehindLatest", skip_serializing_if = "Option::is_none")]
    pub millis_behind_latest: Option<i64>,
    #[serde(rename = "ChildShards", skip_serializing_if = "Option::is_none")]
    pub child_shards: Option<Vec<ChildShard>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetResourcePolicyInput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for GetResourcePolicyInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetResourcePolicyOutput {
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetShardIteratorInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "ShardId", skip_serializing_if = "Option::is_none")]
    pub shard_id: Option<String>,
    #[serde(rename = "ShardIteratorType", skip_serializing_if = "Option::is_none")]
    pub shard_iterator_type: Option<String>,
    #[serde(rename = "StartingSequenceNumber", skip_serializing_if = "Option::is_none")]
    pub starting_sequence_number: Option<String>,
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Epoch>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "DryRun", skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<bool>,
}

impl Validate for GetShardIteratorInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "shardId", self.shard_id.is_none());
        found.text(at, "shardId", self.shard_id.as_ref(), &SHARD_ID);
        found.required(at, "shardIteratorType", self.shard_iterator_type.is_none());
        found.text(at, "shardIteratorType", self.shard_iterator_type.as_ref(), &SHARD_ITERATOR_TYPE);
        found.text(at, "startingSequenceNumber", self.starting_sequence_number.as_ref(), &SEQUENCE_NUMBER);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetShardIteratorOutput {
    #[serde(rename = "ShardIterator", skip_serializing_if = "Option::is_none")]
    pub shard_iterator: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HashKeyRange {
    #[serde(rename = "StartingHashKey", skip_serializing_if = "Option::is_none")]
    pub starting_hash_key: Option<String>,
    #[serde(rename = "EndingHashKey", skip_serializing_if = "Option::is_none")]
    pub ending_hash_key: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IncreaseStreamRetentionPeriodInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "RetentionPeriodHours", skip_serializing_if = "Option::is_none")]
    pub retention_period_hours: Option<i32>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for IncreaseStreamRetentionPeriodInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "retentionPeriodHours", self.retention_period_hours.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListChannelsInput {
    #[serde(rename = "StreamFilter", skip_serializing_if = "Option::is_none")]
    pub stream_filter: Option<Vec<StreamFilter>>,
    #[serde(rename = "MaxResults", skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListChannelsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.list(at, "streamFilter", self.stream_filter.as_ref(), &STREAM_FILTER_LIST);
        found.structures(at, "streamFilter", self.stream_filter.as_ref());
        found.integer(at, "maxResults", self.max_results.as_ref(), &LIST_CHANNELS_INPUT_LIMIT);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListChannelsOutput {
    #[serde(rename = "ChannelSummaries", skip_serializing_if = "Option::is_none")]
    pub channel_summaries: Option<Vec<ChannelSummary>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListQueuesInput {
    #[serde(rename = "MaxResults", skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "StreamFilter", skip_serializing_if = "Option::is_none")]
    pub stream_filter: Option<Vec<QueueStreamFilter>>,
}

impl Validate for ListQueuesInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "maxResults", self.max_results.as_ref(), &LIST_QUEUES_INPUT_LIMIT);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
        found.list(at, "streamFilter", self.stream_filter.as_ref(), &QUEUE_STREAM_FILTER_LIST);
        found.structures(at, "streamFilter", self.stream_filter.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListQueuesOutput {
    #[serde(rename = "QueueSummaries", skip_serializing_if = "Option::is_none")]
    pub queue_summaries: Option<Vec<QueueSummary>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListShardsInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "ExclusiveStartShardId", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_shard_id: Option<String>,
    #[serde(rename = "MaxResults", skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i32>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
    #[serde(rename = "ShardFilter", skip_serializing_if = "Option::is_none")]
    pub shard_filter: Option<ShardFilter>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for ListShardsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
        found.text(at, "exclusiveStartShardId", self.exclusive_start_shard_id.as_ref(), &SHARD_ID);
        found.integer(at, "maxResults", self.max_results.as_ref(), &LIST_SHARDS_INPUT_LIMIT);
        found.structure(at, "shardFilter", self.shard_filter.as_ref());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListShardsOutput {
    #[serde(rename = "Shards", skip_serializing_if = "Option::is_none")]
    pub shards: Option<Vec<Shard>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListStreamConsumersInput {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i32>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for ListStreamConsumersInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamARN", self.stream_arn.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
        found.integer(at, "maxResults", self.max_results.as_ref(), &LIST_STREAM_CONSUMERS_INPUT_LIMIT);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListStreamConsumersOutput {
    #[serde(rename = "Consumers", skip_serializing_if = "Option::is_none")]
    pub consumers: Option<Vec<Consumer>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListStreamsInput {
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "ExclusiveStartStreamName", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_stream_name: Option<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListStreamsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "limit", self.limit.as_ref(), &LIST_STREAMS_INPUT_LIMIT);
        found.text(at, "exclusiveStartStreamName", self.exclusive_start_stream_name.as_ref(), &STREAM_NAME);
        found.text(at, "nextToken", self.next_token.as_ref(), &NEXT_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListStreamsOutput {
    #[serde(rename = "StreamNames", skip_serializing_if = "Option::is_none")]
    pub stream_names: Option<Vec<String>>,
    #[serde(rename = "HasMoreStreams", skip_serializing_if = "Option::is_none")]
    pub has_more_streams: Option<bool>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "StreamSummaries", skip_serializing_if = "Option::is_none")]
    pub stream_summaries: Option<Vec<StreamSummary>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceInput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for ListTagsForResourceInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceOutput {
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForStreamInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "ExclusiveStartTagKey", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_tag_key: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for ListTagsForStreamInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.text(at, "exclusiveStartTagKey", self.exclusive_start_tag_key.as_ref(), &TAG_KEY);
        found.integer(at, "limit", self.limit.as_ref(), &LIST_TAGS_FOR_STREAM_INPUT_LIMIT);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForStreamOutput {
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "HasMoreTags", skip_serializing_if = "Option::is_none")]
    pub has_more_tags: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MergeShardsInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "ShardToMerge", skip_serializing_if = "Option::is_none")]
    pub shard_to_merge: Option<String>,
    #[serde(rename = "AdjacentShardToMerge", skip_serializing_if = "Option::is_none")]
    pub adjacent_shard_to_merge: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for MergeShardsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "shardToMerge", self.shard_to_merge.is_none());
        found.text(at, "shardToMerge", self.shard_to_merge.as_ref(), &SHARD_ID);
        found.required(at, "adjacentShardToMerge", self.adjacent_shard_to_merge.is_none());
        found.text(at, "adjacentShardToMerge", self.adjacent_shard_to_merge.as_ref(), &SHARD_ID);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MinimumThroughputBillingCommitmentInput {
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

impl Validate for MinimumThroughputBillingCommitmentInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "status", self.status.is_none());
        found.text(at, "status", self.status.as_ref(), &MINIMUM_THROUGHPUT_BILLING_COMMITMENT_INPUT_STATUS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MinimumThroughputBillingCommitmentOutput {
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "StartedAt", skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Epoch>,
    #[serde(rename = "EndedAt", skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Epoch>,
    #[serde(rename = "EarliestAllowedEndAt", skip_serializing_if = "Option::is_none")]
    pub earliest_allowed_end_at: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PartitionField {
    #[serde(rename = "Transform", skip_serializing_if = "Option::is_none")]
    pub transform: Option<String>,
    #[serde(rename = "SourceName", skip_serializing_if = "Option::is_none")]
    pub source_name: Option<String>,
}

impl Validate for PartitionField {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "transform", self.transform.is_none());
        found.text(at, "transform", self.transform.as_ref(), &PARTITION_TRANSFORM);
        found.required(at, "sourceName", self.source_name.is_none());
        found.text(at, "sourceName", self.source_name.as_ref(), &PARTITION_SOURCE_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PartitionSpec {
    #[serde(rename = "PartitionFields", skip_serializing_if = "Option::is_none")]
    pub partition_fields: Option<Vec<PartitionField>>,
}

impl Validate for PartitionSpec {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "partitionFields", self.partition_fields.is_none());
        found.list(at, "partitionFields", self.partition_fields.as_ref(), &PARTITION_FIELD_LIST);
        found.structures(at, "partitionFields", self.partition_fields.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "Data", skip_serializing_if = "Option::is_none")]
    pub data: Option<Blob>,
    #[serde(rename = "PartitionKey", skip_serializing_if = "Option::is_none")]
    pub partition_key: Option<String>,
    #[serde(rename = "ExplicitHashKey", skip_serializing_if = "Option::is_none")]
    pub explicit_hash_key: Option<String>,
    #[serde(rename = "SequenceNumberForOrdering", skip_serializing_if = "Option::is_none")]
    pub sequence_number_for_ordering: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "DryRun", skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<bool>,
}

impl Validate for PutRecordInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "data", self.data.is_none());
        found.blob(at, "data", self.data.as_ref(), &DATA);
        found.text(at, "partitionKey", self.partition_key.as_ref(), &PARTITION_KEY);
        found.text(at, "explicitHashKey", self.explicit_hash_key.as_ref(), &HASH_KEY);
        found.text(at, "sequenceNumberForOrdering", self.sequence_number_for_ordering.as_ref(), &SEQUENCE_NUMBER);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordOutput {
    #[serde(rename = "ShardId", skip_serializing_if = "Option::is_none")]
    pub shard_id: Option<String>,
    #[serde(rename = "SequenceNumber", skip_serializing_if = "Option::is_none")]
    pub sequence_number: Option<String>,
    #[serde(rename = "EncryptionType", skip_serializing_if = "Option::is_none")]
    pub encryption_type: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordsInput {
    #[serde(rename = "Records", skip_serializing_if = "Option::is_none")]
    pub records: Option<Vec<PutRecordsRequestEntry>>,
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "DryRun", skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<bool>,
}

impl Validate for PutRecordsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "records", self.records.is_none());
        found.list(at, "records", self.records.as_ref(), &PUT_RECORDS_REQUEST_ENTRY_LIST);
        found.structures(at, "records", self.records.as_ref());
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordsOutput {
    #[serde(rename = "FailedRecordCount", skip_serializing_if = "Option::is_none")]
    pub failed_record_count: Option<i32>,
    #[serde(rename = "Records", skip_serializing_if = "Option::is_none")]
    pub records: Option<Vec<PutRecordsResultEntry>>,
    #[serde(rename = "EncryptionType", skip_serializing_if = "Option::is_none")]
    pub encryption_type: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordsRequestEntry {
    #[serde(rename = "Data", skip_serializing_if = "Option::is_none")]
    pub data: Option<Blob>,
    #[serde(rename = "ExplicitHashKey", skip_serializing_if = "Option::is_none")]
    pub explicit_hash_key: Option<String>,
    #[serde(rename = "PartitionKey", skip_serializing_if = "Option::is_none")]
    pub partition_key: Option<String>,
}

impl Validate for PutRecordsRequestEntry {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "data", self.data.is_none());
        found.blob(at, "data", self.data.as_ref(), &DATA);
        found.text(at, "explicitHashKey", self.explicit_hash_key.as_ref(), &HASH_KEY);
        found.text(at, "partitionKey", self.partition_key.as_ref(), &PARTITION_KEY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordsResultEntry {
    #[serde(rename = "SequenceNumber", skip_serializing_if = "Option::is_none")]
    pub sequence_number: Option<String>,
    #[serde(rename = "ShardId", skip_serializing_if = "Option::is_none")]
    pub shard_id: Option<String>,
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutResourcePolicyInput {
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
}

impl Validate for PutResourcePolicyInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
        found.required(at, "policy", self.policy.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueAttributes {
    #[serde(rename = "VisibilityTimeoutSeconds", skip_serializing_if = "Option::is_none")]
    pub visibility_timeout_seconds: Option<i32>,
    #[serde(rename = "DeadLetterConfiguration", skip_serializing_if = "Option::is_none")]
    pub dead_letter_configuration: Option<DeadLetterConfiguration>,
}

impl Validate for QueueAttributes {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "visibilityTimeoutSeconds", self.visibility_timeout_seconds.as_ref(), &VISIBILITY_TIMEOUT_SECONDS);
        found.structure(at, "deadLetterConfiguration", self.dead_letter_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueDescription {
    #[serde(rename = "QueueName", skip_serializing_if = "Option::is_none")]
    pub queue_name: Option<String>,
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "QueueStatus", skip_serializing_if = "Option::is_none")]
    pub queue_status: Option<String>,
    #[serde(rename = "QueueCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub queue_creation_timestamp: Option<Epoch>,
    #[serde(rename = "StreamConfigurationList", skip_serializing_if = "Option::is_none")]
    pub stream_configuration_list: Option<Vec<QueueStreamConfiguration>>,
    #[serde(rename = "QueueAttributes", skip_serializing_if = "Option::is_none")]
    pub queue_attributes: Option<QueueAttributes>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueRecord {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
    #[serde(rename = "RecordId", skip_serializing_if = "Option::is_none")]
    pub record_id: Option<String>,
    #[serde(rename = "PartitionKey", skip_serializing_if = "Option::is_none")]
    pub partition_key: Option<String>,
    #[serde(rename = "Data", skip_serializing_if = "Option::is_none")]
    pub data: Option<Blob>,
    #[serde(rename = "ApproximateArrivalTimestamp", skip_serializing_if = "Option::is_none")]
    pub approximate_arrival_timestamp: Option<Epoch>,
    #[serde(rename = "FirstReceiveTimestamp", skip_serializing_if = "Option::is_none")]
    pub first_receive_timestamp: Option<Epoch>,
    #[serde(rename = "ReceiveCount", skip_serializing_if = "Option::is_none")]
    pub receive_count: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueStartingPosition {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Epoch>,
}

impl Validate for QueueStartingPosition {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "type", self.type_.is_none());
        found.text(at, "type", self.type_.as_ref(), &QUEUE_STARTING_POSITION_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueStreamConfiguration {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StartingPosition", skip_serializing_if = "Option::is_none")]
    pub starting_position: Option<QueueStartingPosition>,
}

impl Validate for QueueStreamConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamARN", self.stream_arn.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.structure(at, "startingPosition", self.starting_position.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueStreamFilter {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
}

impl Validate for QueueStreamFilter {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamARN", self.stream_arn.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueStreamIdentifier {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueSummary {
    #[serde(rename = "QueueName", skip_serializing_if = "Option::is_none")]
    pub queue_name: Option<String>,
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "QueueStatus", skip_serializing_if = "Option::is_none")]
    pub queue_status: Option<String>,
    #[serde(rename = "QueueCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub queue_creation_timestamp: Option<Epoch>,
    #[serde(rename = "Streams", skip_serializing_if = "Option::is_none")]
    pub streams: Option<Vec<QueueStreamIdentifier>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReceiveDeadLetterQueueRecordsInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "WaitTimeSeconds", skip_serializing_if = "Option::is_none")]
    pub wait_time_seconds: Option<i32>,
    #[serde(rename = "VisibilityTimeoutSeconds", skip_serializing_if = "Option::is_none")]
    pub visibility_timeout_seconds: Option<i32>,
}

impl Validate for ReceiveDeadLetterQueueRecordsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
        found.integer(at, "limit", self.limit.as_ref(), &RECEIVE_QUEUE_RECORDS_INPUT_LIMIT);
        found.integer(at, "waitTimeSeconds", self.wait_time_seconds.as_ref(), &RECEIVE_QUEUE_RECORDS_WAIT_TIME_SECONDS);
        found.integer(at, "visibilityTimeoutSeconds", self.visibility_timeout_seconds.as_ref(), &VISIBILITY_TIMEOUT_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReceiveDeadLetterQueueRecordsOutput {
    #[serde(rename = "QueueRecords", skip_serializing_if = "Option::is_none")]
    pub queue_records: Option<Vec<QueueRecord>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReceiveQueueRecordsInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "WaitTimeSeconds", skip_serializing_if = "Option::is_none")]
    pub wait_time_seconds: Option<i32>,
    #[serde(rename = "VisibilityTimeoutSeconds", skip_serializing_if = "Option::is_none")]
    pub visibility_timeout_seconds: Option<i32>,
}

impl Validate for ReceiveQueueRecordsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
        found.integer(at, "limit", self.limit.as_ref(), &RECEIVE_QUEUE_RECORDS_INPUT_LIMIT);
        found.integer(at, "waitTimeSeconds", self.wait_time_seconds.as_ref(), &RECEIVE_QUEUE_RECORDS_WAIT_TIME_SECONDS);
        found.integer(at, "visibilityTimeoutSeconds", self.visibility_timeout_seconds.as_ref(), &VISIBILITY_TIMEOUT_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReceiveQueueRecordsOutput {
    #[serde(rename = "QueueRecords", skip_serializing_if = "Option::is_none")]
    pub queue_records: Option<Vec<QueueRecord>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    #[serde(rename = "SequenceNumber", skip_serializing_if = "Option::is_none")]
    pub sequence_number: Option<String>,
    #[serde(rename = "ApproximateArrivalTimestamp", skip_serializing_if = "Option::is_none")]
    pub approximate_arrival_timestamp: Option<Epoch>,
    #[serde(rename = "Data", skip_serializing_if = "Option::is_none")]
    pub data: Option<Blob>,
    #[serde(rename = "PartitionKey", skip_serializing_if = "Option::is_none")]
    pub partition_key: Option<String>,
    #[serde(rename = "EncryptionType", skip_serializing_if = "Option::is_none")]
    pub encryption_type: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordConfiguration {
    #[serde(rename = "RecordFormatType", skip_serializing_if = "Option::is_none")]
    pub record_format_type: Option<String>,
    #[serde(rename = "GSRSchemaARN", skip_serializing_if = "Option::is_none")]
    pub gsr_schema_arn: Option<String>,
}

impl Validate for RecordConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "recordFormatType", self.record_format_type.is_none());
        found.text(at, "recordFormatType", self.record_format_type.as_ref(), &RECORD_FORMAT_TYPE);
        found.text(at, "gSRSchemaARN", self.gsr_schema_arn.as_ref(), &GSR_SCHEMA_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RegisterStreamConsumerInput {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "ConsumerName", skip_serializing_if = "Option::is_none")]
    pub consumer_name: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}

impl Validate for RegisterStreamConsumerInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamARN", self.stream_arn.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.required(at, "consumerName", self.consumer_name.is_none());
        found.text(at, "consumerName", self.consumer_name.as_ref(), &CONSUMER_NAME);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
        found.map(at, "tags", self.tags.as_ref(), &TAG_MAP);
        found.map_keys(at, "tags", self.tags.as_ref(), &TAG_KEY);
        found.map_texts(at, "tags", self.tags.as_ref(), &TAG_VALUE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RegisterStreamConsumerOutput {
    #[serde(rename = "Consumer", skip_serializing_if = "Option::is_none")]
    pub consumer: Option<Consumer>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RemoveTagsFromStreamInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "TagKeys", skip_serializing_if = "Option::is_none")]
    pub tag_keys: Option<Vec<String>>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for RemoveTagsFromStreamInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "tagKeys", self.tag_keys.is_none());
        found.list(at, "tagKeys", self.tag_keys.as_ref(), &TAG_KEY_LIST);
        found.texts(at, "tagKeys", self.tag_keys.as_ref(), &TAG_KEY);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RestoreDeadLetterQueueRecordsErrorEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RestoreDeadLetterQueueRecordsInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "Entries", skip_serializing_if = "Option::is_none")]
    pub entries: Option<Vec<RestoreDeadLetterQueueRecordsRequestEntry>>,
}

impl Validate for RestoreDeadLetterQueueRecordsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
        found.required(at, "entries", self.entries.is_none());
        found.list(at, "entries", self.entries.as_ref(), &RESTORE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_LIST);
        found.structures(at, "entries", self.entries.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RestoreDeadLetterQueueRecordsOutput {
    #[serde(rename = "Successful", skip_serializing_if = "Option::is_none")]
    pub successful: Option<Vec<RestoreDeadLetterQueueRecordsResultEntry>>,
    #[serde(rename = "Failed", skip_serializing_if = "Option::is_none")]
    pub failed: Option<Vec<RestoreDeadLetterQueueRecordsErrorEntry>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RestoreDeadLetterQueueRecordsRequestEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
}

impl Validate for RestoreDeadLetterQueueRecordsRequestEntry {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "receiptHandle", self.receipt_handle.is_none());
        found.text(at, "receiptHandle", self.receipt_handle.as_ref(), &RECEIPT_HANDLE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RestoreDeadLetterQueueRecordsResultEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3DestinationConfiguration {
    #[serde(rename = "DataFreshnessInSeconds", skip_serializing_if = "Option::is_none")]
    pub data_freshness_in_seconds: Option<i32>,
    #[serde(rename = "DeadLetterQueueS3Configuration", skip_serializing_if = "Option::is_none")]
    pub dead_letter_queue_s3_configuration: Option<DeadLetterQueueS3Configuration>,
    #[serde(rename = "StorageConfiguration", skip_serializing_if = "Option::is_none")]
    pub storage_configuration: Option<S3StorageConfiguration>,
}

impl Validate for S3DestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "deadLetterQueueS3Configuration", self.dead_letter_queue_s3_configuration.as_ref());
        found.required(at, "storageConfiguration", self.storage_configuration.is_none());
        found.structure(at, "storageConfiguration", self.storage_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3DestinationDescription {
    #[serde(rename = "DataFreshnessInSeconds", skip_serializing_if = "Option::is_none")]
    pub data_freshness_in_seconds: Option<i32>,
    #[serde(rename = "DeadLetterQueueS3Configuration", skip_serializing_if = "Option::is_none")]
    pub dead_letter_queue_s3_configuration: Option<DeadLetterQueueS3Configuration>,
    #[serde(rename = "StorageConfiguration", skip_serializing_if = "Option::is_none")]
    pub storage_configuration: Option<S3StorageConfiguration>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3DestinationUpdateInput {
    #[serde(rename = "DataFreshnessInSeconds", skip_serializing_if = "Option::is_none")]
    pub data_freshness_in_seconds: Option<i32>,
}

impl Validate for S3DestinationUpdateInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "dataFreshnessInSeconds", self.data_freshness_in_seconds.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3StorageConfiguration {
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "ExpectedBucketOwner", skip_serializing_if = "Option::is_none")]
    pub expected_bucket_owner: Option<String>,
    #[serde(rename = "OutputKeyTemplate", skip_serializing_if = "Option::is_none")]
    pub output_key_template: Option<String>,
    #[serde(rename = "StorageClass", skip_serializing_if = "Option::is_none")]
    pub storage_class: Option<String>,
    #[serde(rename = "CompressionType", skip_serializing_if = "Option::is_none")]
    pub compression_type: Option<String>,
}

impl Validate for S3StorageConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.required(at, "expectedBucketOwner", self.expected_bucket_owner.is_none());
        found.text(at, "expectedBucketOwner", self.expected_bucket_owner.as_ref(), &EXPECTED_BUCKET_OWNER);
        found.text(at, "outputKeyTemplate", self.output_key_template.as_ref(), &S3_OUTPUT_KEY_TEMPLATE);
        found.text(at, "storageClass", self.storage_class.as_ref(), &S3_STORAGE_CLASS);
        found.required(at, "compressionType", self.compression_type.is_none());
        found.text(at, "compressionType", self.compression_type.as_ref(), &S3_COMPRESSION_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3TablesConfiguration {
    #[serde(rename = "TableBucketARN", skip_serializing_if = "Option::is_none")]
    pub table_bucket_arn: Option<String>,
    #[serde(rename = "Namespace", skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "CompressionType", skip_serializing_if = "Option::is_none")]
    pub compression_type: Option<String>,
    #[serde(rename = "PartitionSpec", skip_serializing_if = "Option::is_none")]
    pub partition_spec: Option<PartitionSpec>,
}

impl Validate for S3TablesConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableBucketARN", self.table_bucket_arn.is_none());
        found.text(at, "tableBucketARN", self.table_bucket_arn.as_ref(), &TABLE_BUCKET_ARN);
        found.required(at, "namespace", self.namespace.is_none());
        found.text(at, "namespace", self.namespace.as_ref(), &S3_TABLES_NAMESPACE);
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &S3_TABLES_TABLE_NAME);
        found.required(at, "compressionType", self.compression_type.is_none());
        found.text(at, "compressionType", self.compression_type.as_ref(), &S3_TABLES_COMPRESSION_TYPE);
        found.structure(at, "partitionSpec", self.partition_spec.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3TablesDestinationConfiguration {
    #[serde(rename = "DataFreshnessInSeconds", skip_serializing_if = "Option::is_none")]
    pub data_freshness_in_seconds: Option<i32>,
    #[serde(rename = "DeadLetterQueueS3Configuration", skip_serializing_if = "Option::is_none")]
    pub dead_letter_queue_s3_configuration: Option<DeadLetterQueueS3Configuration>,
    #[serde(rename = "S3TablesConfigurationList", skip_serializing_if = "Option::is_none")]
    pub s3_tables_configuration_list: Option<Vec<S3TablesConfiguration>>,
}

impl Validate for S3TablesDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "deadLetterQueueS3Configuration", self.dead_letter_queue_s3_configuration.is_none());
        found.structure(at, "deadLetterQueueS3Configuration", self.dead_letter_queue_s3_configuration.as_ref());
        found.required(at, "s3TablesConfigurationList", self.s3_tables_configuration_list.is_none());
        found.list(at, "s3TablesConfigurationList", self.s3_tables_configuration_list.as_ref(), &S3_TABLES_CONFIGURATION_LIST);
        found.structures(at, "s3TablesConfigurationList", self.s3_tables_configuration_list.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3TablesDestinationDescription {
    #[serde(rename = "DataFreshnessInSeconds", skip_serializing_if = "Option::is_none")]
    pub data_freshness_in_seconds: Option<i32>,
    #[serde(rename = "DeadLetterQueueS3Configuration", skip_serializing_if = "Option::is_none")]
    pub dead_letter_queue_s3_configuration: Option<DeadLetterQueueS3Configuration>,
    #[serde(rename = "S3TablesConfigurationList", skip_serializing_if = "Option::is_none")]
    pub s3_tables_configuration_list: Option<Vec<S3TablesConfiguration>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3TablesDestinationUpdateInput {
    #[serde(rename = "DataFreshnessInSeconds", skip_serializing_if = "Option::is_none")]
    pub data_freshness_in_seconds: Option<i32>,
}

impl Validate for S3TablesDestinationUpdateInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "dataFreshnessInSeconds", self.data_freshness_in_seconds.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SequenceNumberRange {
    #[serde(rename = "StartingSequenceNumber", skip_serializing_if = "Option::is_none")]
    pub starting_sequence_number: Option<String>,
    #[serde(rename = "EndingSequenceNumber", skip_serializing_if = "Option::is_none")]
    pub ending_sequence_number: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shard {
    #[serde(rename = "ShardId", skip_serializing_if = "Option::is_none")]
    pub shard_id: Option<String>,
    #[serde(rename = "ParentShardId", skip_serializing_if = "Option::is_none")]
    pub parent_shard_id: Option<String>,
    #[serde(rename = "AdjacentParentShardId", skip_serializing_if = "Option::is_none")]
    pub adjacent_parent_shard_id: Option<String>,
    #[serde(rename = "HashKeyRange", skip_serializing_if = "Option::is_none")]
    pub hash_key_range: Option<HashKeyRange>,
    #[serde(rename = "SequenceNumberRange", skip_serializing_if = "Option::is_none")]
    pub sequence_number_range: Option<SequenceNumberRange>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ShardFilter {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    #[serde(rename = "ShardId", skip_serializing_if = "Option::is_none")]
    pub shard_id: Option<String>,
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Epoch>,
}

impl Validate for ShardFilter {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "type", self.type_.is_none());
        found.text(at, "type", self.type_.as_ref(), &SHARD_FILTER_TYPE);
        found.text(at, "shardId", self.shard_id.as_ref(), &SHARD_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SplitShardInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "ShardToSplit", skip_serializing_if = "Option::is_none")]
    pub shard_to_split: Option<String>,
    #[serde(rename = "NewStartingHashKey", skip_serializing_if = "Option::is_none")]
    pub new_starting_hash_key: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for SplitShardInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "shardToSplit", self.shard_to_split.is_none());
        found.text(at, "shardToSplit", self.shard_to_split.as_ref(), &SHARD_ID);
        found.required(at, "newStartingHashKey", self.new_starting_hash_key.is_none());
        found.text(at, "newStartingHashKey", self.new_starting_hash_key.as_ref(), &HASH_KEY);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StartStreamEncryptionInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "EncryptionType", skip_serializing_if = "Option::is_none")]
    pub encryption_type: Option<String>,
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for StartStreamEncryptionInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "encryptionType", self.encryption_type.is_none());
        found.text(at, "encryptionType", self.encryption_type.as_ref(), &ENCRYPTION_TYPE);
        found.required(at, "keyId", self.key_id.is_none());
        found.text(at, "keyId", self.key_id.as_ref(), &KEY_ID);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StartingPosition {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    #[serde(rename = "SequenceNumber", skip_serializing_if = "Option::is_none")]
    pub sequence_number: Option<String>,
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Epoch>,
}

impl Validate for StartingPosition {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "type", self.type_.is_none());
        found.text(at, "type", self.type_.as_ref(), &SHARD_ITERATOR_TYPE);
        found.text(at, "sequenceNumber", self.sequence_number.as_ref(), &SEQUENCE_NUMBER);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StopStreamEncryptionInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "EncryptionType", skip_serializing_if = "Option::is_none")]
    pub encryption_type: Option<String>,
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for StopStreamEncryptionInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "encryptionType", self.encryption_type.is_none());
        found.text(at, "encryptionType", self.encryption_type.as_ref(), &ENCRYPTION_TYPE);
        found.required(at, "keyId", self.key_id.is_none());
        found.text(at, "keyId", self.key_id.as_ref(), &KEY_ID);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StreamDescription {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamStatus", skip_serializing_if = "Option::is_none")]
    pub stream_status: Option<String>,
    #[serde(rename = "StreamModeDetails", skip_serializing_if = "Option::is_none")]
    pub stream_mode_details: Option<StreamModeDetails>,
    #[serde(rename = "Shards", skip_serializing_if = "Option::is_none")]
    pub shards: Option<Vec<Shard>>,
    #[serde(rename = "HasMoreShards", skip_serializing_if = "Option::is_none")]
    pub has_more_shards: Option<bool>,
    #[serde(rename = "RetentionPeriodHours", skip_serializing_if = "Option::is_none")]
    pub retention_period_hours: Option<i32>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
    #[serde(rename = "EnhancedMonitoring", skip_serializing_if = "Option::is_none")]
    pub enhanced_monitoring: Option<Vec<EnhancedMetrics>>,
    #[serde(rename = "EncryptionType", skip_serializing_if = "Option::is_none")]
    pub encryption_type: Option<String>,
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StreamDescriptionSummary {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "StreamStatus", skip_serializing_if = "Option::is_none")]
    pub stream_status: Option<String>,
    #[serde(rename = "StreamModeDetails", skip_serializing_if = "Option::is_none")]
    pub stream_mode_details: Option<StreamModeDetails>,
    #[serde(rename = "RetentionPeriodHours", skip_serializing_if = "Option::is_none")]
    pub retention_period_hours: Option<i32>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
    #[serde(rename = "EnhancedMonitoring", skip_serializing_if = "Option::is_none")]
    pub enhanced_monitoring: Option<Vec<EnhancedMetrics>>,
    #[serde(rename = "EncryptionType", skip_serializing_if = "Option::is_none")]
    pub encryption_type: Option<String>,
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "OpenShardCount", skip_serializing_if = "Option::is_none")]
    pub open_shard_count: Option<i32>,
    #[serde(rename = "ConsumerCount", skip_serializing_if = "Option::is_none")]
    pub consumer_count: Option<i32>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<WarmThroughputObject>,
    #[serde(rename = "MaxRecordSizeInKiB", skip_serializing_if = "Option::is_none")]
    pub max_record_size_in_ki_b: Option<i32>,
    #[serde(rename = "ChannelCount", skip_serializing_if = "Option::is_none")]
    pub channel_count: Option<i32>,
    #[serde(rename = "RecordDistributionStrategy", skip_serializing_if = "Option::is_none")]
    pub record_distribution_strategy: Option<String>,
    #[serde(rename = "QueueCount", skip_serializing_if = "Option::is_none")]
    pub queue_count: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StreamFilter {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
}

impl Validate for StreamFilter {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamARN", self.stream_arn.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StreamModeDetails {
    #[serde(rename = "StreamMode", skip_serializing_if = "Option::is_none")]
    pub stream_mode: Option<String>,
}

impl Validate for StreamModeDetails {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamMode", self.stream_mode.is_none());
        found.text(at, "streamMode", self.stream_mode.as_ref(), &STREAM_MODE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StreamSummary {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamStatus", skip_serializing_if = "Option::is_none")]
    pub stream_status: Option<String>,
    #[serde(rename = "StreamModeDetails", skip_serializing_if = "Option::is_none")]
    pub stream_mode_details: Option<StreamModeDetails>,
    #[serde(rename = "StreamCreationTimestamp", skip_serializing_if = "Option::is_none")]
    pub stream_creation_timestamp: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SubscribeToShardEvent {
    #[serde(rename = "Records", skip_serializing_if = "Option::is_none")]
    pub records: Option<Vec<Record>>,
    #[serde(rename = "ContinuationSequenceNumber", skip_serializing_if = "Option::is_none")]
    pub continuation_sequence_number: Option<String>,
    #[serde(rename = "MillisBehindLatest", skip_serializing_if = "Option::is_none")]
    pub millis_behind_latest: Option<i64>,
    #[serde(rename = "ChildShards", skip_serializing_if = "Option::is_none")]
    pub child_shards: Option<Vec<ChildShard>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SubscribeToShardInput {
    #[serde(rename = "ConsumerARN", skip_serializing_if = "Option::is_none")]
    pub consumer_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "ShardId", skip_serializing_if = "Option::is_none")]
    pub shard_id: Option<String>,
    #[serde(rename = "StartingPosition", skip_serializing_if = "Option::is_none")]
    pub starting_position: Option<StartingPosition>,
    #[serde(rename = "DryRun", skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<bool>,
}

impl Validate for SubscribeToShardInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "consumerARN", self.consumer_arn.is_none());
        found.text(at, "consumerARN", self.consumer_arn.as_ref(), &CONSUMER_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
        found.required(at, "shardId", self.shard_id.is_none());
        found.text(at, "shardId", self.shard_id.as_ref(), &SHARD_ID);
        found.required(at, "startingPosition", self.starting_position.is_none());
        found.structure(at, "startingPosition", self.starting_position.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SubscribeToShardOutput {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceInput {
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for TagResourceInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tags", self.tags.is_none());
        found.map(at, "tags", self.tags.as_ref(), &TAG_MAP);
        found.map_keys(at, "tags", self.tags.as_ref(), &TAG_KEY);
        found.map_texts(at, "tags", self.tags.as_ref(), &TAG_VALUE);
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceInput {
    #[serde(rename = "TagKeys", skip_serializing_if = "Option::is_none")]
    pub tag_keys: Option<Vec<String>>,
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for UntagResourceInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tagKeys", self.tag_keys.is_none());
        found.list(at, "tagKeys", self.tag_keys.as_ref(), &TAG_KEY_LIST);
        found.texts(at, "tagKeys", self.tag_keys.as_ref(), &TAG_KEY);
        found.required(at, "resourceARN", self.resource_arn.is_none());
        found.text(at, "resourceARN", self.resource_arn.as_ref(), &RESOURCE_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateAccountSettingsInput {
    #[serde(rename = "MinimumThroughputBillingCommitment", skip_serializing_if = "Option::is_none")]
    pub minimum_throughput_billing_commitment: Option<MinimumThroughputBillingCommitmentInput>,
}

impl Validate for UpdateAccountSettingsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "minimumThroughputBillingCommitment", self.minimum_throughput_billing_commitment.is_none());
        found.structure(at, "minimumThroughputBillingCommitment", self.minimum_throughput_billing_commitment.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateAccountSettingsOutput {
    #[serde(rename = "MinimumThroughputBillingCommitment", skip_serializing_if = "Option::is_none")]
    pub minimum_throughput_billing_commitment: Option<MinimumThroughputBillingCommitmentOutput>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateChannelInput {
    #[serde(rename = "ChannelARN", skip_serializing_if = "Option::is_none")]
    pub channel_arn: Option<String>,
    #[serde(rename = "S3DestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub s3_destination_configuration: Option<S3DestinationUpdateInput>,
    #[serde(rename = "S3TablesDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub s3_tables_destination_configuration: Option<S3TablesDestinationUpdateInput>,
    #[serde(rename = "LoggingConfiguration", skip_serializing_if = "Option::is_none")]
    pub logging_configuration: Option<ChannelLoggingUpdateInput>,
}

impl Validate for UpdateChannelInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "channelARN", self.channel_arn.is_none());
        found.text(at, "channelARN", self.channel_arn.as_ref(), &CHANNEL_ARN);
        found.structure(at, "s3DestinationConfiguration", self.s3_destination_configuration.as_ref());
        found.structure(at, "s3TablesDestinationConfiguration", self.s3_tables_destination_configuration.as_ref());
        found.structure(at, "loggingConfiguration", self.logging_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateChannelOutput {
    #[serde(rename = "ChannelDescription", skip_serializing_if = "Option::is_none")]
    pub channel_description: Option<ChannelDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateDeadLetterQueueRecordsVisibilityErrorEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateDeadLetterQueueRecordsVisibilityInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "Entries", skip_serializing_if = "Option::is_none")]
    pub entries: Option<Vec<UpdateDeadLetterQueueRecordsVisibilityRequestEntry>>,
}

impl Validate for UpdateDeadLetterQueueRecordsVisibilityInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
        found.required(at, "entries", self.entries.is_none());
        found.list(at, "entries", self.entries.as_ref(), &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_LIST);
        found.structures(at, "entries", self.entries.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateDeadLetterQueueRecordsVisibilityOutput {
    #[serde(rename = "Successful", skip_serializing_if = "Option::is_none")]
    pub successful: Option<Vec<UpdateDeadLetterQueueRecordsVisibilityResultEntry>>,
    #[serde(rename = "Failed", skip_serializing_if = "Option::is_none")]
    pub failed: Option<Vec<UpdateDeadLetterQueueRecordsVisibilityErrorEntry>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateDeadLetterQueueRecordsVisibilityRequestEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
    #[serde(rename = "VisibilityTimeoutSeconds", skip_serializing_if = "Option::is_none")]
    pub visibility_timeout_seconds: Option<i32>,
}

impl Validate for UpdateDeadLetterQueueRecordsVisibilityRequestEntry {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "receiptHandle", self.receipt_handle.is_none());
        found.text(at, "receiptHandle", self.receipt_handle.as_ref(), &RECEIPT_HANDLE);
        found.required(at, "visibilityTimeoutSeconds", self.visibility_timeout_seconds.is_none());
        found.integer(at, "visibilityTimeoutSeconds", self.visibility_timeout_seconds.as_ref(), &VISIBILITY_TIMEOUT_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateDeadLetterQueueRecordsVisibilityResultEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateMaxRecordSizeInput {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "MaxRecordSizeInKiB", skip_serializing_if = "Option::is_none")]
    pub max_record_size_in_ki_b: Option<i32>,
}

impl Validate for UpdateMaxRecordSizeInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
        found.required(at, "maxRecordSizeInKiB", self.max_record_size_in_ki_b.is_none());
        found.integer(at, "maxRecordSizeInKiB", self.max_record_size_in_ki_b.as_ref(), &MAX_RECORD_SIZE_IN_KI_B);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateQueueInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "QueueAttributes", skip_serializing_if = "Option::is_none")]
    pub queue_attributes: Option<QueueAttributes>,
}

impl Validate for UpdateQueueInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
        found.required(at, "queueAttributes", self.queue_attributes.is_none());
        found.structure(at, "queueAttributes", self.queue_attributes.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateQueueOutput {
    #[serde(rename = "QueueDescription", skip_serializing_if = "Option::is_none")]
    pub queue_description: Option<QueueDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateQueueRecordsVisibilityErrorEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateQueueRecordsVisibilityInput {
    #[serde(rename = "QueueARN", skip_serializing_if = "Option::is_none")]
    pub queue_arn: Option<String>,
    #[serde(rename = "Entries", skip_serializing_if = "Option::is_none")]
    pub entries: Option<Vec<UpdateQueueRecordsVisibilityRequestEntry>>,
}

impl Validate for UpdateQueueRecordsVisibilityInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "queueARN", self.queue_arn.is_none());
        found.text(at, "queueARN", self.queue_arn.as_ref(), &QUEUE_ARN);
        found.required(at, "entries", self.entries.is_none());
        found.list(at, "entries", self.entries.as_ref(), &UPDATE_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_LIST);
        found.structures(at, "entries", self.entries.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateQueueRecordsVisibilityOutput {
    #[serde(rename = "Successful", skip_serializing_if = "Option::is_none")]
    pub successful: Option<Vec<UpdateQueueRecordsVisibilityResultEntry>>,
    #[serde(rename = "Failed", skip_serializing_if = "Option::is_none")]
    pub failed: Option<Vec<UpdateQueueRecordsVisibilityErrorEntry>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateQueueRecordsVisibilityRequestEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
    #[serde(rename = "VisibilityTimeoutSeconds", skip_serializing_if = "Option::is_none")]
    pub visibility_timeout_seconds: Option<i32>,
}

impl Validate for UpdateQueueRecordsVisibilityRequestEntry {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "receiptHandle", self.receipt_handle.is_none());
        found.text(at, "receiptHandle", self.receipt_handle.as_ref(), &RECEIPT_HANDLE);
        found.required(at, "visibilityTimeoutSeconds", self.visibility_timeout_seconds.is_none());
        found.integer(at, "visibilityTimeoutSeconds", self.visibility_timeout_seconds.as_ref(), &VISIBILITY_TIMEOUT_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateQueueRecordsVisibilityResultEntry {
    #[serde(rename = "ReceiptHandle", skip_serializing_if = "Option::is_none")]
    pub receipt_handle: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateShardCountInput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "TargetShardCount", skip_serializing_if = "Option::is_none")]
    pub target_shard_count: Option<i32>,
    #[serde(rename = "ScalingType", skip_serializing_if = "Option::is_none")]
    pub scaling_type: Option<String>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
}

impl Validate for UpdateShardCountInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "targetShardCount", self.target_shard_count.is_none());
        found.integer(at, "targetShardCount", self.target_shard_count.as_ref(), &POSITIVE_INTEGER_OBJECT);
        found.required(at, "scalingType", self.scaling_type.is_none());
        found.text(at, "scalingType", self.scaling_type.as_ref(), &SCALING_TYPE);
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateShardCountOutput {
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "CurrentShardCount", skip_serializing_if = "Option::is_none")]
    pub current_shard_count: Option<i32>,
    #[serde(rename = "TargetShardCount", skip_serializing_if = "Option::is_none")]
    pub target_shard_count: Option<i32>,
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateStreamModeInput {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "StreamModeDetails", skip_serializing_if = "Option::is_none")]
    pub stream_mode_details: Option<StreamModeDetails>,
    #[serde(rename = "WarmThroughputMiBps", skip_serializing_if = "Option::is_none")]
    pub warm_throughput_mi_bps: Option<i32>,
}

impl Validate for UpdateStreamModeInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamARN", self.stream_arn.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
        found.required(at, "streamModeDetails", self.stream_mode_details.is_none());
        found.structure(at, "streamModeDetails", self.stream_mode_details.as_ref());
        found.integer(at, "warmThroughputMiBps", self.warm_throughput_mi_bps.as_ref(), &NATURAL_INTEGER_OBJECT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateStreamRecordDistributionStrategyInput {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "RecordDistributionStrategy", skip_serializing_if = "Option::is_none")]
    pub record_distribution_strategy: Option<String>,
}

impl Validate for UpdateStreamRecordDistributionStrategyInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamARN", self.stream_arn.is_none());
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
        found.required(at, "recordDistributionStrategy", self.record_distribution_strategy.is_none());
        found.text(at, "recordDistributionStrategy", self.record_distribution_strategy.as_ref(), &RECORD_DISTRIBUTION_STRATEGY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateStreamWarmThroughputInput {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "StreamId", skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    #[serde(rename = "WarmThroughputMiBps", skip_serializing_if = "Option::is_none")]
    pub warm_throughput_mi_bps: Option<i32>,
}

impl Validate for UpdateStreamWarmThroughputInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamARN", self.stream_arn.as_ref(), &STREAM_ARN);
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.text(at, "streamId", self.stream_id.as_ref(), &STREAM_ID);
        found.required(at, "warmThroughputMiBps", self.warm_throughput_mi_bps.is_none());
        found.integer(at, "warmThroughputMiBps", self.warm_throughput_mi_bps.as_ref(), &NATURAL_INTEGER_OBJECT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateStreamWarmThroughputOutput {
    #[serde(rename = "StreamARN", skip_serializing_if = "Option::is_none")]
    pub stream_arn: Option<String>,
    #[serde(rename = "StreamName", skip_serializing_if = "Option::is_none")]
    pub stream_name: Option<String>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<WarmThroughputObject>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WarmThroughputObject {
    #[serde(rename = "TargetMiBps", skip_serializing_if = "Option::is_none")]
    pub target_mi_bps: Option<i32>,
    #[serde(rename = "CurrentMiBps", skip_serializing_if = "Option::is_none")]
    pub current_mi_bps: Option<i32>,
}

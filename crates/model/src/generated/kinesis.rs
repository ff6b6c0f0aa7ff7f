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
    operations: &[
        OperationModel {
            name: "CreateStream",
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
            name: "DescribeStream",
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
            name: "GetRecords",
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
            name: "ListShards",
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
    ],
};

static DATA: Length = Length { min: Some(0), max: Some(10485760) };

static DESCRIBE_STREAM_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static GET_RECORDS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static HASH_KEY: Text = Text {
    min: None,
    max: None,
    pattern: Some(Pattern::new("0|([1-9]\\d{0,38})", "0|([1-9][0-9]{0,38})")),
    values: &[],
    secret: false,
};

static LIST_SHARDS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static LIST_STREAMS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static MAX_RECORD_SIZE_IN_KI_B: Range = Range { min: Some(1024), max: Some(10240) };

static NATURAL_INTEGER_OBJECT: Range = Range { min: Some(0), max: None };

static NEXT_TOKEN: Text = Text {
    min: Some(1),
    max: Some(1048576),
    pattern: None,
    values: &[],
    secret: false,
};

static PARTITION_KEY: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

static POSITIVE_INTEGER_OBJECT: Range = Range { min: Some(1), max: None };

static PUT_RECORDS_REQUEST_ENTRY_LIST: Length = Length { min: Some(1), max: Some(500) };

static SEQUENCE_NUMBER: Text = Text {
    min: None,
    max: None,
    pattern: Some(Pattern::new("0|([1-9]\\d{0,128})", "0|([1-9][0-9]{0,128})")),
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

static TAG_KEY: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: None,
    values: &[],
    secret: false,
};

static TAG_MAP: Length = Length { min: Some(1), max: Some(200) };

static TAG_VALUE: Text = Text {
    min: Some(0),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

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
pub struct EnhancedMetrics {
    #[serde(rename = "ShardLevelMetrics", skip_serializing_if = "Option::is_none")]
    pub shard_level_metrics: Option<Vec<String>>,
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
}

impl Validate for PutRecordInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "streamName", self.stream_name.as_ref(), &STREAM_NAME);
        found.required(at, "data", self.data.is_none());
        found.blob(at, "data", self.data.as_ref(), &DATA);
        found.required(at, "partitionKey", self.partition_key.is_none());
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
        found.required(at, "partitionKey", self.partition_key.is_none());
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
pub struct WarmThroughputObject {
    #[serde(rename = "TargetMiBps", skip_serializing_if = "Option::is_none")]
    pub target_mi_bps: Option<i32>,
    #[serde(rename = "CurrentMiBps", skip_serializing_if = "Option::is_none")]
    pub current_mi_bps: Option<i32>,
}

//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = "one prelude serves every service")]
use super::prelude::*;

pub static SERVICE: ServiceModel = ServiceModel {
    name: "firehose",
    signing_name: "firehose",
    api_version: "2015-08-04",
    target_prefix: Some("Firehose_20150804"),
    json_version: Some("1.1"),
    xml_namespace: None,
    unserved: &["ListTagsForDeliveryStream", "StartDeliveryStreamEncryption", "StopDeliveryStreamEncryption", "TagDeliveryStream", "UntagDeliveryStream", "UpdateDestination"],
    query_errors: &[],
    operations: &[
        OperationModel {
            name: "CreateDeliveryStream",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteDeliveryStream",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeDeliveryStream",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListDeliveryStreams",
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
            name: "PutRecordBatch",
            has_output: true,
            query: None,
            http: None,
        },
    ],
};

static AWSKMS_KEY_ARN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:(key|alias)/[a-zA-Z_0-9+=,.@\\-_/]+", "arn:.*:kms:[a-zA-Z0-9\\-]+:[0-9]{12}:(key|alias)/[a-zA-Z_0-9+=,.@\\-_/]+")),
    values: &[],
    secret: false,
};

static AWSKMS_KEY_ARN_FOR_SSE: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:key/[a-zA-Z_0-9+=,.@\\-_/]+", "arn:.*:kms:[a-zA-Z0-9\\-]+:[0-9]{12}:key/[a-zA-Z_0-9+=,.@\\-_/]+")),
    values: &[],
    secret: false,
};

static AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_INTERVAL_IN_SECONDS: Range = Range { min: Some(0), max: Some(900) };

static AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_SIZE_IN_M_BS: Range = Range { min: Some(1), max: Some(100) };

static AMAZON_OPEN_SEARCH_SERVERLESS_COLLECTION_ENDPOINT: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: None,
    values: &[],
    secret: false,
};

static AMAZON_OPEN_SEARCH_SERVERLESS_INDEX_NAME: Text = Text {
    min: Some(1),
    max: Some(80),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_DURATION_IN_SECONDS: Range = Range { min: Some(0), max: Some(7200) };

static AMAZON_OPEN_SEARCH_SERVERLESS_S3_BACKUP_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["FailedDocumentsOnly", "AllDocuments"],
    secret: false,
};

static AMAZONOPENSEARCHSERVICE_BUFFERING_INTERVAL_IN_SECONDS: Range = Range { min: Some(0), max: Some(900) };

static AMAZONOPENSEARCHSERVICE_BUFFERING_SIZE_IN_M_BS: Range = Range { min: Some(1), max: Some(100) };

static AMAZONOPENSEARCHSERVICE_CLUSTER_ENDPOINT: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: None,
    values: &[],
    secret: false,
};

static AMAZONOPENSEARCHSERVICE_DOMAIN_ARN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:.*:es:[a-zA-Z0-9\\-]+:\\d{12}:domain/[a-z][-0-9a-z]{2,27}", "arn:.*:es:[a-zA-Z0-9\\-]+:[0-9]{12}:domain/[a-z][-0-9a-z]{2,27}")),
    values: &[],
    secret: false,
};

static AMAZONOPENSEARCHSERVICE_INDEX_NAME: Text = Text {
    min: Some(1),
    max: Some(80),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static AMAZONOPENSEARCHSERVICE_INDEX_ROTATION_PERIOD: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NoRotation", "OneHour", "OneDay", "OneWeek", "OneMonth"],
    secret: false,
};

static AMAZONOPENSEARCHSERVICE_RETRY_DURATION_IN_SECONDS: Range = Range { min: Some(0), max: Some(7200) };

static AMAZONOPENSEARCHSERVICE_S3_BACKUP_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["FailedDocumentsOnly", "AllDocuments"],
    secret: false,
};

static AMAZONOPENSEARCHSERVICE_TYPE_NAME: Text = Text {
    min: Some(0),
    max: Some(100),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static BLOCK_SIZE_BYTES: Range = Range { min: Some(67108864), max: None };

static BUCKET_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:.*:s3:::[\\w\\.\\-]{1,255}", "arn:.*:s3:::[0-9A-Za-z_\\.\\-]{1,255}")),
    values: &[],
    secret: false,
};

static CLUSTER_JDBCURL: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: None,
    values: &[],
    secret: false,
};

static COMPRESSION_FORMAT: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY"],
    secret: false,
};

static CONNECTIVITY: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["PUBLIC", "PRIVATE"],
    secret: false,
};

static CONTENT_ENCODING: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NONE", "GZIP"],
    secret: false,
};

static COPY_OPTIONS: Text = Text {
    min: Some(0),
    max: Some(10240),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static CUSTOM_TIME_ZONE: Text = Text {
    min: Some(0),
    max: Some(50),
    pattern: Some(Pattern::new("^$|[a-zA-Z/_]+", "^$|[a-zA-Z/_]+")),
    values: &[],
    secret: false,
};

static DATA: Length = Length { min: Some(0), max: Some(1024000) };

static DATA_TABLE_COLUMNS: Text = Text {
    min: Some(0),
    max: Some(10240),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static DATA_TABLE_NAME: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static DATABASE_COLUMN_NAME: Text = Text {
    min: Some(1),
    max: Some(194),
    pattern: Some(Pattern::new("[\\u0001-\\uFFFF]*", "[^\\x00]*")),
    values: &[],
    secret: false,
};

static DATABASE_ENDPOINT: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: Some(Pattern::new("^(?!\\s*$).+", ".*\\S.*")),
    values: &[],
    secret: false,
};

static DATABASE_NAME: Text = Text {
    min: Some(1),
    max: Some(64),
    pattern: Some(Pattern::new("[\\u0001-\\uFFFF]*", "[^\\x00]*")),
    values: &[],
    secret: false,
};

static DATABASE_PORT: Range = Range { min: Some(0), max: Some(65535) };

static DATABASE_TABLE_NAME: Text = Text {
    min: Some(1),
    max: Some(129),
    pattern: Some(Pattern::new("[\\u0001-\\uFFFF]*", "[^\\x00]*")),
    values: &[],
    secret: false,
};

static DATABASE_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["MySQL", "PostgreSQL"],
    secret: false,
};

static DEFAULT_DOCUMENT_ID_FORMAT: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["FIREHOSE_DEFAULT", "NO_DOCUMENT_ID"],
    secret: false,
};

static DELIVERY_STREAM_NAME: Text = Text {
    min: Some(1),
    max: Some(64),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static DELIVERY_STREAM_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["DirectPut", "KinesisStreamAsSource", "MSKAsSource", "DatabaseAsSource"],
    secret: false,
};

static DESCRIBE_DELIVERY_STREAM_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static DESTINATION_ID: Text = Text {
    min: Some(1),
    max: Some(100),
    pattern: Some(Pattern::new("[a-zA-Z0-9-]+", "[a-zA-Z0-9-]+")),
    values: &[],
    secret: false,
};

static ELASTICSEARCH_BUFFERING_INTERVAL_IN_SECONDS: Range = Range { min: Some(0), max: Some(900) };

static ELASTICSEARCH_BUFFERING_SIZE_IN_M_BS: Range = Range { min: Some(1), max: Some(100) };

static ELASTICSEARCH_CLUSTER_ENDPOINT: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: None,
    values: &[],
    secret: false,
};

static ELASTICSEARCH_DOMAIN_ARN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:.*:es:[a-zA-Z0-9\\-]+:\\d{12}:domain/[a-z][-0-9a-z]{2,27}", "arn:.*:es:[a-zA-Z0-9\\-]+:[0-9]{12}:domain/[a-z][-0-9a-z]{2,27}")),
    values: &[],
    secret: false,
};

static ELASTICSEARCH_INDEX_NAME: Text = Text {
    min: Some(1),
    max: Some(80),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static ELASTICSEARCH_INDEX_ROTATION_PERIOD: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NoRotation", "OneHour", "OneDay", "OneWeek", "OneMonth"],
    secret: false,
};

static ELASTICSEARCH_RETRY_DURATION_IN_SECONDS: Range = Range { min: Some(0), max: Some(7200) };

static ELASTICSEARCH_S3_BACKUP_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["FailedDocumentsOnly", "AllDocuments"],
    secret: false,
};

static ELASTICSEARCH_TYPE_NAME: Text = Text {
    min: Some(0),
    max: Some(100),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static ERROR_OUTPUT_PREFIX: Text = Text {
    min: Some(0),
    max: Some(1024),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static FILE_EXTENSION: Text = Text {
    min: Some(0),
    max: Some(128),
    pattern: Some(Pattern::new("^$|\\.[0-9a-z!\\-_.*'()]+", "^$|\\.[0-9a-z!\\-_.*'()]+")),
    values: &[],
    secret: false,
};

static GLUE_DATA_CATALOG_ARN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:.*:glue:.*:\\d{12}:catalog(?:(/[a-z0-9_-]+){1,2})?", "arn:.*:glue:.*:[0-9]{12}:catalog(?:(/[a-z0-9_-]+){1,2})?")),
    values: &[],
    secret: false,
};

static HEC_ACKNOWLEDGMENT_TIMEOUT_IN_SECONDS: Range = Range { min: Some(180), max: Some(600) };

static HEC_ENDPOINT: Text = Text {
    min: Some(0),
    max: Some(2048),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static HEC_ENDPOINT_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["Raw", "Event"],
    secret: false,
};

static HEC_TOKEN: Text = Text {
    min: Some(0),
    max: Some(2048),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static HTTP_ENDPOINT_ACCESS_KEY: Text = Text {
    min: Some(0),
    max: Some(4096),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: true,
};

static HTTP_ENDPOINT_ATTRIBUTE_NAME: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: Some(Pattern::new("^(?!\\s*$).+", ".*\\S.*")),
    values: &[],
    secret: true,
};

static HTTP_ENDPOINT_ATTRIBUTE_VALUE: Text = Text {
    min: Some(0),
    max: Some(1024),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: true,
};

static HTTP_ENDPOINT_BUFFERING_INTERVAL_IN_SECONDS: Range = Range { min: Some(0), max: Some(900) };

static HTTP_ENDPOINT_BUFFERING_SIZE_IN_M_BS: Range = Range { min: Some(1), max: Some(64) };

static HTTP_ENDPOINT_COMMON_ATTRIBUTES_LIST: Length = Length { min: Some(0), max: Some(50) };

static HTTP_ENDPOINT_NAME: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: Some(Pattern::new("^(?!\\s*$).+", ".*\\S.*")),
    values: &[],
    secret: false,
};

static HTTP_ENDPOINT_RETRY_DURATION_IN_SECONDS: Range = Range { min: Some(0), max: Some(7200) };

static HTTP_ENDPOINT_S3_BACKUP_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["FailedDataOnly", "AllData"],
    secret: false,
};

static HTTP_ENDPOINT_URL: Text = Text {
    min: Some(1),
    max: Some(1000),
    pattern: None,
    values: &[],
    secret: true,
};

static ICEBERG_S3_BACKUP_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["FailedDataOnly", "AllData"],
    secret: false,
};

static INTERVAL_IN_SECONDS: Range = Range { min: Some(0), max: Some(900) };

static KEY_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["AWS_OWNED_CMK", "CUSTOMER_MANAGED_CMK"],
    secret: false,
};

static KINESIS_STREAM_ARN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:.*:kinesis:[a-zA-Z0-9\\-]+:\\d{12}:stream/[a-zA-Z0-9_.-]+", "arn:.*:kinesis:[a-zA-Z0-9\\-]+:[0-9]{12}:stream/[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static LIST_DELIVERY_STREAMS_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(10000) };

static LOG_GROUP_NAME: Text = Text {
    min: Some(0),
    max: Some(512),
    pattern: Some(Pattern::new("[\\.\\-_/#A-Za-z0-9]*", "[\\.\\-_/#A-Za-z0-9]*")),
    values: &[],
    secret: false,
};

static LOG_STREAM_NAME: Text = Text {
    min: Some(0),
    max: Some(512),
    pattern: Some(Pattern::new("[^:*]*", "[^:*]*")),
    values: &[],
    secret: false,
};

static MSK_CLUSTER_ARN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:.*", "arn:.*")),
    values: &[],
    secret: false,
};

static NO_ENCRYPTION_CONFIG: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NoEncryption"],
    secret: false,
};

static NON_EMPTY_STRING: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: Some(Pattern::new("^(?!\\s*$).+", ".*\\S.*")),
    values: &[],
    secret: false,
};

static NON_EMPTY_STRING_WITHOUT_WHITESPACE: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: Some(Pattern::new("^\\S+$", "^\\S+$")),
    values: &[],
    secret: false,
};

static NON_NEGATIVE_INTEGER_OBJECT: Range = Range { min: Some(0), max: None };

static ORC_COMPRESSION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NONE", "ZLIB", "SNAPPY"],
    secret: false,
};

static ORC_FORMAT_VERSION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["V0_11", "V0_12"],
    secret: false,
};

static ORC_ROW_INDEX_STRIDE: Range = Range { min: Some(1000), max: None };

static ORC_STRIPE_SIZE_BYTES: Range = Range { min: Some(8388608), max: None };

static PARQUET_COMPRESSION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["UNCOMPRESSED", "GZIP", "SNAPPY"],
    secret: false,
};

static PARQUET_PAGE_SIZE_BYTES: Range = Range { min: Some(65536), max: None };

static PARQUET_WRITER_VERSION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["V1", "V2"],
    secret: false,
};

static PASSWORD: Text = Text {
    min: Some(6),
    max: Some(512),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: true,
};

static PREFIX: Text = Text {
    min: Some(0),
    max: Some(1024),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: false,
};

static PROCESSOR_PARAMETER_NAME: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["LambdaArn", "NumberOfRetries", "MetadataExtractionQuery", "JsonParsingEngine", "RoleArn", "BufferSizeInMBs", "BufferIntervalInSeconds", "SubRecordType", "Delimiter", "CompressionFormat", "DataMessageExtraction"],
    secret: false,
};

static PROCESSOR_PARAMETER_VALUE: Text = Text {
    min: Some(1),
    max: Some(5120),
    pattern: Some(Pattern::new("^(?!\\s*$).+", ".*\\S.*")),
    values: &[],
    secret: false,
};

static PROCESSOR_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["RecordDeAggregation", "Decompression", "CloudWatchLogProcessing", "Lambda", "MetadataExtraction", "AppendDelimiterToRecord"],
    secret: false,
};

static PROPORTION: Range = Range { min: Some(0), max: Some(1) };

static PUT_RECORD_BATCH_REQUEST_ENTRY_LIST: Length = Length { min: Some(1), max: Some(500) };

static REDSHIFT_RETRY_DURATION_IN_SECONDS: Range = Range { min: Some(0), max: Some(7200) };

static REDSHIFT_S3_BACKUP_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["Disabled", "Enabled"],
    secret: false,
};

static RETRY_DURATION_IN_SECONDS: Range = Range { min: Some(0), max: Some(7200) };

static ROLE_ARN: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new("arn:.*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+", "arn:.*:iam::[0-9]{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+")),
    values: &[],
    secret: false,
};

static S3_BACKUP_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["Disabled", "Enabled"],
    secret: false,
};

static SSL_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["Disabled", "Enabled"],
    secret: false,
};

static SECRET_ARN: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("arn:.*:secretsmanager:[a-zA-Z0-9\\-]+:\\d{12}:secret:[a-zA-Z0-9\\-/_+=.@!]+", "arn:.*:secretsmanager:[a-zA-Z0-9\\-]+:[0-9]{12}:secret:[a-zA-Z0-9\\-/_+=.@!]+")),
    values: &[],
    secret: false,
};

static SECURITY_GROUP_ID_LIST: Length = Length { min: Some(1), max: Some(5) };

static SIZE_IN_M_BS: Range = Range { min: Some(1), max: Some(128) };

static SNOWFLAKE_ACCOUNT_URL: Text = Text {
    min: Some(24),
    max: Some(2048),
    pattern: None,
    values: &[],
    secret: true,
};

static SNOWFLAKE_BUFFERING_INTERVAL_IN_SECONDS: Range = Range { min: Some(0), max: Some(900) };

static SNOWFLAKE_BUFFERING_SIZE_IN_M_BS: Range = Range { min: Some(1), max: Some(128) };

static SNOWFLAKE_CONTENT_COLUMN_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: true,
};

static SNOWFLAKE_DATA_LOADING_OPTION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["JSON_MAPPING", "VARIANT_CONTENT_MAPPING", "VARIANT_CONTENT_AND_METADATA_MAPPING"],
    secret: false,
};

static SNOWFLAKE_DATABASE: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: true,
};

static SNOWFLAKE_KEY_PASSPHRASE: Text = Text {
    min: Some(7),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: true,
};

static SNOWFLAKE_META_DATA_COLUMN_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: true,
};

static SNOWFLAKE_PRIVATE_KEY: Text = Text {
    min: Some(256),
    max: Some(4096),
    pattern: Some(Pattern::new("^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=)?$", "^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=)?$")),
    values: &[],
    secret: true,
};

static SNOWFLAKE_PRIVATE_LINK_VPCE_ID: Text = Text {
    min: Some(47),
    max: Some(255),
    pattern: Some(Pattern::new("([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$", "([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$")),
    values: &[],
    secret: true,
};

static SNOWFLAKE_RETRY_DURATION_IN_SECONDS: Range = Range { min: Some(0), max: Some(7200) };

static SNOWFLAKE_ROLE: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: true,
};

static SNOWFLAKE_S3_BACKUP_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["FailedDataOnly", "AllData"],
    secret: false,
};

static SNOWFLAKE_SCHEMA: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: true,
};

static SNOWFLAKE_TABLE: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: true,
};

static SNOWFLAKE_USER: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: true,
};

static SPLUNK_BUFFERING_INTERVAL_IN_SECONDS: Range = Range { min: Some(0), max: Some(60) };

static SPLUNK_BUFFERING_SIZE_IN_M_BS: Range = Range { min: Some(1), max: Some(5) };

static SPLUNK_RETRY_DURATION_IN_SECONDS: Range = Range { min: Some(0), max: Some(7200) };

static SPLUNK_S3_BACKUP_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["FailedEventsOnly", "AllEvents"],
    secret: false,
};

static STRING_WITH_LETTERS_DIGITS_UNDERSCORES_DOTS: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: Some(Pattern::new("[a-zA-Z0-9\\.\\_]+", "[a-zA-Z0-9\\.\\_]+")),
    values: &[],
    secret: false,
};

static SUBNET_ID_LIST: Length = Length { min: Some(1), max: Some(16) };

static TAG_DELIVERY_STREAM_INPUT_TAG_LIST: Length = Length { min: Some(1), max: Some(50) };

static TAG_KEY: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: Some(Pattern::new("^(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@%]*$", "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%]*")),
    values: &[],
    secret: false,
};

static TAG_VALUE: Text = Text {
    min: Some(0),
    max: Some(256),
    pattern: Some(Pattern::new("^[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@%]*$", "^[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@%]*$")),
    values: &[],
    secret: false,
};

static THROUGHPUT_HINT_IN_M_BS: Range = Range { min: Some(1), max: Some(100) };

static TOPIC_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: Some(Pattern::new("[a-zA-Z0-9\\\\._\\\\-]+", "[a-zA-Z0-9\\\\._\\\\-]+")),
    values: &[],
    secret: false,
};

static USERNAME: Text = Text {
    min: Some(1),
    max: Some(512),
    pattern: Some(Pattern::new(".*", ".*")),
    values: &[],
    secret: true,
};

static VPC_ENDPOINT_SERVICE_NAME: Text = Text {
    min: Some(47),
    max: Some(255),
    pattern: Some(Pattern::new("([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$", "([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$")),
    values: &[],
    secret: false,
};

static WAREHOUSE_LOCATION: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: Some(Pattern::new("s3:\\/\\/.*", "s3:\\/\\/.*")),
    values: &[],
    secret: false,
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AmazonOpenSearchServerlessBufferingHints {
    #[serde(rename = "IntervalInSeconds", skip_serializing_if = "Option::is_none")]
    pub interval_in_seconds: Option<i32>,
    #[serde(rename = "SizeInMBs", skip_serializing_if = "Option::is_none")]
    pub size_in_m_bs: Option<i32>,
}

impl Validate for AmazonOpenSearchServerlessBufferingHints {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "intervalInSeconds", self.interval_in_seconds.as_ref(), &AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_INTERVAL_IN_SECONDS);
        found.integer(at, "sizeInMBs", self.size_in_m_bs.as_ref(), &AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_SIZE_IN_M_BS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AmazonOpenSearchServerlessDestinationConfiguration {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "CollectionEndpoint", skip_serializing_if = "Option::is_none")]
    pub collection_endpoint: Option<String>,
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<AmazonOpenSearchServerlessBufferingHints>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<AmazonOpenSearchServerlessRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3Configuration", skip_serializing_if = "Option::is_none")]
    pub s3_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "VpcConfiguration", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration: Option<VpcConfiguration>,
}

impl Validate for AmazonOpenSearchServerlessDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.text(at, "collectionEndpoint", self.collection_endpoint.as_ref(), &AMAZON_OPEN_SEARCH_SERVERLESS_COLLECTION_ENDPOINT);
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &AMAZON_OPEN_SEARCH_SERVERLESS_INDEX_NAME);
        found.structure(at, "bufferingHints", self.buffering_hints.as_ref());
        found.structure(at, "retryOptions", self.retry_options.as_ref());
        found.text(at, "s3BackupMode", self.s3_backup_mode.as_ref(), &AMAZON_OPEN_SEARCH_SERVERLESS_S3_BACKUP_MODE);
        found.required(at, "s3Configuration", self.s3_configuration.is_none());
        found.structure(at, "s3Configuration", self.s3_configuration.as_ref());
        found.structure(at, "processingConfiguration", self.processing_configuration.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.structure(at, "vpcConfiguration", self.vpc_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AmazonOpenSearchServerlessDestinationDescription {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "CollectionEndpoint", skip_serializing_if = "Option::is_none")]
    pub collection_endpoint: Option<String>,
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<AmazonOpenSearchServerlessBufferingHints>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<AmazonOpenSearchServerlessRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_destination_description: Option<S3DestinationDescription>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "VpcConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration_description: Option<VpcConfigurationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AmazonOpenSearchServerlessRetryOptions {
    #[serde(rename = "DurationInSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_in_seconds: Option<i32>,
}

impl Validate for AmazonOpenSearchServerlessRetryOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "durationInSeconds", self.duration_in_seconds.as_ref(), &AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_DURATION_IN_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AmazonopensearchserviceBufferingHints {
    #[serde(rename = "IntervalInSeconds", skip_serializing_if = "Option::is_none")]
    pub interval_in_seconds: Option<i32>,
    #[serde(rename = "SizeInMBs", skip_serializing_if = "Option::is_none")]
    pub size_in_m_bs: Option<i32>,
}

impl Validate for AmazonopensearchserviceBufferingHints {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "intervalInSeconds", self.interval_in_seconds.as_ref(), &AMAZONOPENSEARCHSERVICE_BUFFERING_INTERVAL_IN_SECONDS);
        found.integer(at, "sizeInMBs", self.size_in_m_bs.as_ref(), &AMAZONOPENSEARCHSERVICE_BUFFERING_SIZE_IN_M_BS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AmazonopensearchserviceDestinationConfiguration {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "DomainARN", skip_serializing_if = "Option::is_none")]
    pub domain_arn: Option<String>,
    #[serde(rename = "ClusterEndpoint", skip_serializing_if = "Option::is_none")]
    pub cluster_endpoint: Option<String>,
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "TypeName", skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    #[serde(rename = "IndexRotationPeriod", skip_serializing_if = "Option::is_none")]
    pub index_rotation_period: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<AmazonopensearchserviceBufferingHints>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<AmazonopensearchserviceRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3Configuration", skip_serializing_if = "Option::is_none")]
    pub s3_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "VpcConfiguration", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration: Option<VpcConfiguration>,
    #[serde(rename = "DocumentIdOptions", skip_serializing_if = "Option::is_none")]
    pub document_id_options: Option<DocumentIdOptions>,
}

impl Validate for AmazonopensearchserviceDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.text(at, "domainARN", self.domain_arn.as_ref(), &AMAZONOPENSEARCHSERVICE_DOMAIN_ARN);
        found.text(at, "clusterEndpoint", self.cluster_endpoint.as_ref(), &AMAZONOPENSEARCHSERVICE_CLUSTER_ENDPOINT);
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &AMAZONOPENSEARCHSERVICE_INDEX_NAME);
        found.text(at, "typeName", self.type_name.as_ref(), &AMAZONOPENSEARCHSERVICE_TYPE_NAME);
        found.text(at, "indexRotationPeriod", self.index_rotation_period.as_ref(), &AMAZONOPENSEARCHSERVICE_INDEX_ROTATION_PERIOD);
        found.structure(at, "bufferingHints", self.buffering_hints.as_ref());
        found.structure(at, "retryOptions", self.retry_options.as_ref());
        found.text(at, "s3BackupMode", self.s3_backup_mode.as_ref(), &AMAZONOPENSEARCHSERVICE_S3_BACKUP_MODE);
        found.required(at, "s3Configuration", self.s3_configuration.is_none());
        found.structure(at, "s3Configuration", self.s3_configuration.as_ref());
        found.structure(at, "processingConfiguration", self.processing_configuration.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.structure(at, "vpcConfiguration", self.vpc_configuration.as_ref());
        found.structure(at, "documentIdOptions", self.document_id_options.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AmazonopensearchserviceDestinationDescription {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "DomainARN", skip_serializing_if = "Option::is_none")]
    pub domain_arn: Option<String>,
    #[serde(rename = "ClusterEndpoint", skip_serializing_if = "Option::is_none")]
    pub cluster_endpoint: Option<String>,
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "TypeName", skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    #[serde(rename = "IndexRotationPeriod", skip_serializing_if = "Option::is_none")]
    pub index_rotation_period: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<AmazonopensearchserviceBufferingHints>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<AmazonopensearchserviceRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_destination_description: Option<S3DestinationDescription>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "VpcConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration_description: Option<VpcConfigurationDescription>,
    #[serde(rename = "DocumentIdOptions", skip_serializing_if = "Option::is_none")]
    pub document_id_options: Option<DocumentIdOptions>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AmazonopensearchserviceRetryOptions {
    #[serde(rename = "DurationInSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_in_seconds: Option<i32>,
}

impl Validate for AmazonopensearchserviceRetryOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "durationInSeconds", self.duration_in_seconds.as_ref(), &AMAZONOPENSEARCHSERVICE_RETRY_DURATION_IN_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AuthenticationConfiguration {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "Connectivity", skip_serializing_if = "Option::is_none")]
    pub connectivity: Option<String>,
}

impl Validate for AuthenticationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.required(at, "connectivity", self.connectivity.is_none());
        found.text(at, "connectivity", self.connectivity.as_ref(), &CONNECTIVITY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BufferingHints {
    #[serde(rename = "SizeInMBs", skip_serializing_if = "Option::is_none")]
    pub size_in_m_bs: Option<i32>,
    #[serde(rename = "IntervalInSeconds", skip_serializing_if = "Option::is_none")]
    pub interval_in_seconds: Option<i32>,
}

impl Validate for BufferingHints {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "sizeInMBs", self.size_in_m_bs.as_ref(), &SIZE_IN_M_BS);
        found.integer(at, "intervalInSeconds", self.interval_in_seconds.as_ref(), &INTERVAL_IN_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogConfiguration {
    #[serde(rename = "CatalogARN", skip_serializing_if = "Option::is_none")]
    pub catalog_arn: Option<String>,
    #[serde(rename = "WarehouseLocation", skip_serializing_if = "Option::is_none")]
    pub warehouse_location: Option<String>,
}

impl Validate for CatalogConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "catalogARN", self.catalog_arn.as_ref(), &GLUE_DATA_CATALOG_ARN);
        found.text(at, "warehouseLocation", self.warehouse_location.as_ref(), &WAREHOUSE_LOCATION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CloudWatchLoggingOptions {
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "LogGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "LogStreamName", skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
}

impl Validate for CloudWatchLoggingOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "logGroupName", self.log_group_name.as_ref(), &LOG_GROUP_NAME);
        found.text(at, "logStreamName", self.log_stream_name.as_ref(), &LOG_STREAM_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CopyCommand {
    #[serde(rename = "DataTableName", skip_serializing_if = "Option::is_none")]
    pub data_table_name: Option<String>,
    #[serde(rename = "DataTableColumns", skip_serializing_if = "Option::is_none")]
    pub data_table_columns: Option<String>,
    #[serde(rename = "CopyOptions", skip_serializing_if = "Option::is_none")]
    pub copy_options: Option<String>,
}

impl Validate for CopyCommand {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "dataTableName", self.data_table_name.is_none());
        found.text(at, "dataTableName", self.data_table_name.as_ref(), &DATA_TABLE_NAME);
        found.text(at, "dataTableColumns", self.data_table_columns.as_ref(), &DATA_TABLE_COLUMNS);
        found.text(at, "copyOptions", self.copy_options.as_ref(), &COPY_OPTIONS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateDeliveryStreamInput {
    #[serde(rename = "DeliveryStreamName", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_name: Option<String>,
    #[serde(rename = "DeliveryStreamType", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_type: Option<String>,
    #[serde(rename = "DirectPutSourceConfiguration", skip_serializing_if = "Option::is_none")]
    pub direct_put_source_configuration: Option<DirectPutSourceConfiguration>,
    #[serde(rename = "KinesisStreamSourceConfiguration", skip_serializing_if = "Option::is_none")]
    pub kinesis_stream_source_configuration: Option<KinesisStreamSourceConfiguration>,
    #[serde(rename = "DeliveryStreamEncryptionConfigurationInput", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_encryption_configuration_input: Option<DeliveryStreamEncryptionConfigurationInput>,
    #[serde(rename = "S3DestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub s3_destination_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "ExtendedS3DestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub extended_s3_destination_configuration: Option<ExtendedS3DestinationConfiguration>,
    #[serde(rename = "RedshiftDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub redshift_destination_configuration: Option<RedshiftDestinationConfiguration>,
    #[serde(rename = "ElasticsearchDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub elasticsearch_destination_configuration: Option<ElasticsearchDestinationConfiguration>,
    #[serde(rename = "AmazonopensearchserviceDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub amazonopensearchservice_destination_configuration: Option<AmazonopensearchserviceDestinationConfiguration>,
    #[serde(rename = "SplunkDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub splunk_destination_configuration: Option<SplunkDestinationConfiguration>,
    #[serde(rename = "HttpEndpointDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub http_endpoint_destination_configuration: Option<HttpEndpointDestinationConfiguration>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "AmazonOpenSearchServerlessDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub amazon_open_search_serverless_destination_configuration: Option<AmazonOpenSearchServerlessDestinationConfiguration>,
    #[serde(rename = "MSKSourceConfiguration", skip_serializing_if = "Option::is_none")]
    pub msk_source_configuration: Option<MSKSourceConfiguration>,
    #[serde(rename = "SnowflakeDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub snowflake_destination_configuration: Option<SnowflakeDestinationConfiguration>,
    #[serde(rename = "IcebergDestinationConfiguration", skip_serializing_if = "Option::is_none")]
    pub iceberg_destination_configuration: Option<IcebergDestinationConfiguration>,
    #[serde(rename = "DatabaseSourceConfiguration", skip_serializing_if = "Option::is_none")]
    pub database_source_configuration: Option<DatabaseSourceConfiguration>,
}

impl Validate for CreateDeliveryStreamInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "deliveryStreamName", self.delivery_stream_name.is_none());
        found.text(at, "deliveryStreamName", self.delivery_stream_name.as_ref(), &DELIVERY_STREAM_NAME);
        found.text(at, "deliveryStreamType", self.delivery_stream_type.as_ref(), &DELIVERY_STREAM_TYPE);
        found.structure(at, "directPutSourceConfiguration", self.direct_put_source_configuration.as_ref());
        found.structure(at, "kinesisStreamSourceConfiguration", self.kinesis_stream_source_configuration.as_ref());
        found.structure(at, "deliveryStreamEncryptionConfigurationInput", self.delivery_stream_encryption_configuration_input.as_ref());
        found.structure(at, "s3DestinationConfiguration", self.s3_destination_configuration.as_ref());
        found.structure(at, "extendedS3DestinationConfiguration", self.extended_s3_destination_configuration.as_ref());
        found.structure(at, "redshiftDestinationConfiguration", self.redshift_destination_configuration.as_ref());
        found.structure(at, "elasticsearchDestinationConfiguration", self.elasticsearch_destination_configuration.as_ref());
        found.structure(at, "amazonopensearchserviceDestinationConfiguration", self.amazonopensearchservice_destination_configuration.as_ref());
        found.structure(at, "splunkDestinationConfiguration", self.splunk_destination_configuration.as_ref());
        found.structure(at, "httpEndpointDestinationConfiguration", self.http_endpoint_destination_configuration.as_ref());
        found.list(at, "tags", self.tags.as_ref(), &TAG_DELIVERY_STREAM_INPUT_TAG_LIST);
        found.structures(at, "tags", self.tags.as_ref());
        found.structure(at, "amazonOpenSearchServerlessDestinationConfiguration", self.amazon_open_search_serverless_destination_configuration.as_ref());
        found.structure(at, "mSKSourceConfiguration", self.msk_source_configuration.as_ref());
        found.structure(at, "snowflakeDestinationConfiguration", self.snowflake_destination_configuration.as_ref());
        found.structure(at, "icebergDestinationConfiguration", self.iceberg_destination_configuration.as_ref());
        found.structure(at, "databaseSourceConfiguration", self.database_source_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateDeliveryStreamOutput {
    #[serde(rename = "DeliveryStreamARN", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DataFormatConversionConfiguration {
    #[serde(rename = "SchemaConfiguration", skip_serializing_if = "Option::is_none")]
    pub schema_configuration: Option<SchemaConfiguration>,
    #[serde(rename = "InputFormatConfiguration", skip_serializing_if = "Option::is_none")]
    pub input_format_configuration: Option<InputFormatConfiguration>,
    #[serde(rename = "OutputFormatConfiguration", skip_serializing_if = "Option::is_none")]
    pub output_format_configuration: Option<OutputFormatConfiguration>,
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

impl Validate for DataFormatConversionConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "schemaConfiguration", self.schema_configuration.as_ref());
        found.structure(at, "inputFormatConfiguration", self.input_format_configuration.as_ref());
        found.structure(at, "outputFormatConfiguration", self.output_format_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseColumnList {
    #[serde(rename = "Include", skip_serializing_if = "Option::is_none")]
    pub include: Option<Vec<String>>,
    #[serde(rename = "Exclude", skip_serializing_if = "Option::is_none")]
    pub exclude: Option<Vec<String>>,
}

impl Validate for DatabaseColumnList {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.texts(at, "include", self.include.as_ref(), &DATABASE_COLUMN_NAME);
        found.texts(at, "exclude", self.exclude.as_ref(), &DATABASE_COLUMN_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseList {
    #[serde(rename = "Include", skip_serializing_if = "Option::is_none")]
    pub include: Option<Vec<String>>,
    #[serde(rename = "Exclude", skip_serializing_if = "Option::is_none")]
    pub exclude: Option<Vec<String>>,
}

impl Validate for DatabaseList {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.texts(at, "include", self.include.as_ref(), &DATABASE_NAME);
        found.texts(at, "exclude", self.exclude.as_ref(), &DATABASE_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseSnapshotInfo {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "Table", skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    #[serde(rename = "RequestTimestamp", skip_serializing_if = "Option::is_none")]
    pub request_timestamp: Option<Epoch>,
    #[serde(rename = "RequestedBy", skip_serializing_if = "Option::is_none")]
    pub requested_by: Option<String>,
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "FailureDescription", skip_serializing_if = "Option::is_none")]
    pub failure_description: Option<FailureDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseSourceAuthenticationConfiguration {
    #[serde(rename = "SecretsManagerConfiguration", skip_serializing_if = "Option::is_none")]
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

impl Validate for DatabaseSourceAuthenticationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "secretsManagerConfiguration", self.secrets_manager_configuration.is_none());
        found.structure(at, "secretsManagerConfiguration", self.secrets_manager_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseSourceConfiguration {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    #[serde(rename = "Endpoint", skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    #[serde(rename = "Port", skip_serializing_if = "Option::is_none")]
    pub port: Option<i32>,
    #[serde(rename = "SSLMode", skip_serializing_if = "Option::is_none")]
    pub ssl_mode: Option<String>,
    #[serde(rename = "Databases", skip_serializing_if = "Option::is_none")]
    pub databases: Option<DatabaseList>,
    #[serde(rename = "Tables", skip_serializing_if = "Option::is_none")]
    pub tables: Option<DatabaseTableList>,
    #[serde(rename = "Columns", skip_serializing_if = "Option::is_none")]
    pub columns: Option<DatabaseColumnList>,
    #[serde(rename = "SurrogateKeys", skip_serializing_if = "Option::is_none")]
    pub surrogate_keys: Option<Vec<String>>,
    #[serde(rename = "SnapshotWatermarkTable", skip_serializing_if = "Option::is_none")]
    pub snapshot_watermark_table: Option<String>,
    #[serde(rename = "DatabaseSourceAuthenticationConfiguration", skip_serializing_if = "Option::is_none")]
    pub database_source_authentication_configuration: Option<DatabaseSourceAuthenticationConfiguration>,
    #[serde(rename = "DatabaseSourceVPCConfiguration", skip_serializing_if = "Option::is_none")]
    pub database_source_vpc_configuration: Option<DatabaseSourceVPCConfiguration>,
}

impl Validate for DatabaseSourceConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "type", self.type_.is_none());
        found.text(at, "type", self.type_.as_ref(), &DATABASE_TYPE);
        found.required(at, "endpoint", self.endpoint.is_none());
        found.text(at, "endpoint", self.endpoint.as_ref(), &DATABASE_ENDPOINT);
        found.required(at, "port", self.port.is_none());
        found.integer(at, "port", self.port.as_ref(), &DATABASE_PORT);
        found.text(at, "sSLMode", self.ssl_mode.as_ref(), &SSL_MODE);
        found.required(at, "databases", self.databases.is_none());
        found.structure(at, "databases", self.databases.as_ref());
        found.required(at, "tables", self.tables.is_none());
        found.structure(at, "tables", self.tables.as_ref());
        found.structure(at, "columns", self.columns.as_ref());
        found.texts(at, "surrogateKeys", self.surrogate_keys.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.required(at, "snapshotWatermarkTable", self.snapshot_watermark_table.is_none());
        found.text(at, "snapshotWatermarkTable", self.snapshot_watermark_table.as_ref(), &DATABASE_TABLE_NAME);
        found.required(at, "databaseSourceAuthenticationConfiguration", self.database_source_authentication_configuration.is_none());
        found.structure(at, "databaseSourceAuthenticationConfiguration", self.database_source_authentication_configuration.as_ref());
        found.required(at, "databaseSourceVPCConfiguration", self.database_source_vpc_configuration.is_none());
        found.structure(at, "databaseSourceVPCConfiguration", self.database_source_vpc_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseSourceDescription {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    #[serde(rename = "Endpoint", skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    #[serde(rename = "Port", skip_serializing_if = "Option::is_none")]
    pub port: Option<i32>,
    #[serde(rename = "SSLMode", skip_serializing_if = "Option::is_none")]
    pub ssl_mode: Option<String>,
    #[serde(rename = "Databases", skip_serializing_if = "Option::is_none")]
    pub databases: Option<DatabaseList>,
    #[serde(rename = "Tables", skip_serializing_if = "Option::is_none")]
    pub tables: Option<DatabaseTableList>,
    #[serde(rename = "Columns", skip_serializing_if = "Option::is_none")]
    pub columns: Option<DatabaseColumnList>,
    #[serde(rename = "SurrogateKeys", skip_serializing_if = "Option::is_none")]
    pub surrogate_keys: Option<Vec<String>>,
    #[serde(rename = "SnapshotWatermarkTable", skip_serializing_if = "Option::is_none")]
    pub snapshot_watermark_table: Option<String>,
    #[serde(rename = "SnapshotInfo", skip_serializing_if = "Option::is_none")]
    pub snapshot_info: Option<Vec<DatabaseSnapshotInfo>>,
    #[serde(rename = "DatabaseSourceAuthenticationConfiguration", skip_serializing_if = "Option::is_none")]
    pub database_source_authentication_configuration: Option<DatabaseSourceAuthenticationConfiguration>,
    #[serde(rename = "DatabaseSourceVPCConfiguration", skip_serializing_if = "Option::is_none")]
    pub database_source_vpc_configuration: Option<DatabaseSourceVPCConfiguration>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseSourceVPCConfiguration {
    #[serde(rename = "VpcEndpointServiceName", skip_serializing_if = "Option::is_none")]
    pub vpc_endpoint_service_name: Option<String>,
}

impl Validate for DatabaseSourceVPCConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "vpcEndpointServiceName", self.vpc_endpoint_service_name.is_none());
        found.text(at, "vpcEndpointServiceName", self.vpc_endpoint_service_name.as_ref(), &VPC_ENDPOINT_SERVICE_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseTableList {
    #[serde(rename = "Include", skip_serializing_if = "Option::is_none")]
    pub include: Option<Vec<String>>,
    #[serde(rename = "Exclude", skip_serializing_if = "Option::is_none")]
    pub exclude: Option<Vec<String>>,
}

impl Validate for DatabaseTableList {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.texts(at, "include", self.include.as_ref(), &DATABASE_TABLE_NAME);
        found.texts(at, "exclude", self.exclude.as_ref(), &DATABASE_TABLE_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteDeliveryStreamInput {
    #[serde(rename = "DeliveryStreamName", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_name: Option<String>,
    #[serde(rename = "AllowForceDelete", skip_serializing_if = "Option::is_none")]
    pub allow_force_delete: Option<bool>,
}

impl Validate for DeleteDeliveryStreamInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "deliveryStreamName", self.delivery_stream_name.is_none());
        found.text(at, "deliveryStreamName", self.delivery_stream_name.as_ref(), &DELIVERY_STREAM_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteDeliveryStreamOutput {
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeliveryStreamDescription {
    #[serde(rename = "DeliveryStreamName", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_name: Option<String>,
    #[serde(rename = "DeliveryStreamARN", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_arn: Option<String>,
    #[serde(rename = "DeliveryStreamStatus", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_status: Option<String>,
    #[serde(rename = "FailureDescription", skip_serializing_if = "Option::is_none")]
    pub failure_description: Option<FailureDescription>,
    #[serde(rename = "DeliveryStreamEncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_encryption_configuration: Option<DeliveryStreamEncryptionConfiguration>,
    #[serde(rename = "DeliveryStreamType", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_type: Option<String>,
    #[serde(rename = "VersionId", skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
    #[serde(rename = "CreateTimestamp", skip_serializing_if = "Option::is_none")]
    pub create_timestamp: Option<Epoch>,
    #[serde(rename = "LastUpdateTimestamp", skip_serializing_if = "Option::is_none")]
    pub last_update_timestamp: Option<Epoch>,
    #[serde(rename = "Source", skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceDescription>,
    #[serde(rename = "Destinations", skip_serializing_if = "Option::is_none")]
    pub destinations: Option<Vec<DestinationDescription>>,
    #[serde(rename = "HasMoreDestinations", skip_serializing_if = "Option::is_none")]
    pub has_more_destinations: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeliveryStreamEncryptionConfiguration {
    #[serde(rename = "KeyARN", skip_serializing_if = "Option::is_none")]
    pub key_arn: Option<String>,
    #[serde(rename = "KeyType", skip_serializing_if = "Option::is_none")]
    pub key_type: Option<String>,
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "FailureDescription", skip_serializing_if = "Option::is_none")]
    pub failure_description: Option<FailureDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeliveryStreamEncryptionConfigurationInput {
    #[serde(rename = "KeyARN", skip_serializing_if = "Option::is_none")]
    pub key_arn: Option<String>,
    #[serde(rename = "KeyType", skip_serializing_if = "Option::is_none")]
    pub key_type: Option<String>,
}

impl Validate for DeliveryStreamEncryptionConfigurationInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "keyARN", self.key_arn.as_ref(), &AWSKMS_KEY_ARN_FOR_SSE);
        found.required(at, "keyType", self.key_type.is_none());
        found.text(at, "keyType", self.key_type.as_ref(), &KEY_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeDeliveryStreamInput {
    #[serde(rename = "DeliveryStreamName", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_name: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "ExclusiveStartDestinationId", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_destination_id: Option<String>,
}

impl Validate for DescribeDeliveryStreamInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "deliveryStreamName", self.delivery_stream_name.is_none());
        found.text(at, "deliveryStreamName", self.delivery_stream_name.as_ref(), &DELIVERY_STREAM_NAME);
        found.integer(at, "limit", self.limit.as_ref(), &DESCRIBE_DELIVERY_STREAM_INPUT_LIMIT);
        found.text(at, "exclusiveStartDestinationId", self.exclusive_start_destination_id.as_ref(), &DESTINATION_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeDeliveryStreamOutput {
    #[serde(rename = "DeliveryStreamDescription", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_description: Option<DeliveryStreamDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Deserializer {
    #[serde(rename = "OpenXJsonSerDe", skip_serializing_if = "Option::is_none")]
    pub open_x_json_ser_de: Option<OpenXJsonSerDe>,
    #[serde(rename = "HiveJsonSerDe", skip_serializing_if = "Option::is_none")]
    pub hive_json_ser_de: Option<HiveJsonSerDe>,
}

impl Validate for Deserializer {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "openXJsonSerDe", self.open_x_json_ser_de.as_ref());
        found.structure(at, "hiveJsonSerDe", self.hive_json_ser_de.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DestinationDescription {
    #[serde(rename = "DestinationId", skip_serializing_if = "Option::is_none")]
    pub destination_id: Option<String>,
    #[serde(rename = "S3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_destination_description: Option<S3DestinationDescription>,
    #[serde(rename = "ExtendedS3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub extended_s3_destination_description: Option<ExtendedS3DestinationDescription>,
    #[serde(rename = "RedshiftDestinationDescription", skip_serializing_if = "Option::is_none")]
    pub redshift_destination_description: Option<RedshiftDestinationDescription>,
    #[serde(rename = "ElasticsearchDestinationDescription", skip_serializing_if = "Option::is_none")]
    pub elasticsearch_destination_description: Option<ElasticsearchDestinationDescription>,
    #[serde(rename = "AmazonopensearchserviceDestinationDescription", skip_serializing_if = "Option::is_none")]
    pub amazonopensearchservice_destination_description: Option<AmazonopensearchserviceDestinationDescription>,
    #[serde(rename = "SplunkDestinationDescription", skip_serializing_if = "Option::is_none")]
    pub splunk_destination_description: Option<SplunkDestinationDescription>,
    #[serde(rename = "HttpEndpointDestinationDescription", skip_serializing_if = "Option::is_none")]
    pub http_endpoint_destination_description: Option<HttpEndpointDestinationDescription>,
    #[serde(rename = "SnowflakeDestinationDescription", skip_serializing_if = "Option::is_none")]
    pub snowflake_destination_description: Option<SnowflakeDestinationDescription>,
    #[serde(rename = "AmazonOpenSearchServerlessDestinationDescription", skip_serializing_if = "Option::is_none")]
    pub amazon_open_search_serverless_destination_description: Option<AmazonOpenSearchServerlessDestinationDescription>,
    #[serde(rename = "IcebergDestinationDescription", skip_serializing_if = "Option::is_none")]
    pub iceberg_destination_description: Option<IcebergDestinationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DestinationTableConfiguration {
    #[serde(rename = "DestinationTableName", skip_serializing_if = "Option::is_none")]
    pub destination_table_name: Option<String>,
    #[serde(rename = "DestinationDatabaseName", skip_serializing_if = "Option::is_none")]
    pub destination_database_name: Option<String>,
    #[serde(rename = "UniqueKeys", skip_serializing_if = "Option::is_none")]
    pub unique_keys: Option<Vec<String>>,
    #[serde(rename = "PartitionSpec", skip_serializing_if = "Option::is_none")]
    pub partition_spec: Option<PartitionSpec>,
    #[serde(rename = "S3ErrorOutputPrefix", skip_serializing_if = "Option::is_none")]
    pub s3_error_output_prefix: Option<String>,
}

impl Validate for DestinationTableConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "destinationTableName", self.destination_table_name.is_none());
        found.text(at, "destinationTableName", self.destination_table_name.as_ref(), &STRING_WITH_LETTERS_DIGITS_UNDERSCORES_DOTS);
        found.required(at, "destinationDatabaseName", self.destination_database_name.is_none());
        found.text(at, "destinationDatabaseName", self.destination_database_name.as_ref(), &STRING_WITH_LETTERS_DIGITS_UNDERSCORES_DOTS);
        found.texts(at, "uniqueKeys", self.unique_keys.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.structure(at, "partitionSpec", self.partition_spec.as_ref());
        found.text(at, "s3ErrorOutputPrefix", self.s3_error_output_prefix.as_ref(), &ERROR_OUTPUT_PREFIX);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DirectPutSourceConfiguration {
    #[serde(rename = "ThroughputHintInMBs", skip_serializing_if = "Option::is_none")]
    pub throughput_hint_in_m_bs: Option<i32>,
}

impl Validate for DirectPutSourceConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "throughputHintInMBs", self.throughput_hint_in_m_bs.is_none());
        found.integer(at, "throughputHintInMBs", self.throughput_hint_in_m_bs.as_ref(), &THROUGHPUT_HINT_IN_M_BS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DirectPutSourceDescription {
    #[serde(rename = "ThroughputHintInMBs", skip_serializing_if = "Option::is_none")]
    pub throughput_hint_in_m_bs: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentIdOptions {
    #[serde(rename = "DefaultDocumentIdFormat", skip_serializing_if = "Option::is_none")]
    pub default_document_id_format: Option<String>,
}

impl Validate for DocumentIdOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "defaultDocumentIdFormat", self.default_document_id_format.is_none());
        found.text(at, "defaultDocumentIdFormat", self.default_document_id_format.as_ref(), &DEFAULT_DOCUMENT_ID_FORMAT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DynamicPartitioningConfiguration {
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<RetryOptions>,
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

impl Validate for DynamicPartitioningConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "retryOptions", self.retry_options.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ElasticsearchBufferingHints {
    #[serde(rename = "IntervalInSeconds", skip_serializing_if = "Option::is_none")]
    pub interval_in_seconds: Option<i32>,
    #[serde(rename = "SizeInMBs", skip_serializing_if = "Option::is_none")]
    pub size_in_m_bs: Option<i32>,
}

impl Validate for ElasticsearchBufferingHints {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "intervalInSeconds", self.interval_in_seconds.as_ref(), &ELASTICSEARCH_BUFFERING_INTERVAL_IN_SECONDS);
        found.integer(at, "sizeInMBs", self.size_in_m_bs.as_ref(), &ELASTICSEARCH_BUFFERING_SIZE_IN_M_BS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ElasticsearchDestinationConfiguration {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "DomainARN", skip_serializing_if = "Option::is_none")]
    pub domain_arn: Option<String>,
    #[serde(rename = "ClusterEndpoint", skip_serializing_if = "Option::is_none")]
    pub cluster_endpoint: Option<String>,
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "TypeName", skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    #[serde(rename = "IndexRotationPeriod", skip_serializing_if = "Option::is_none")]
    pub index_rotation_period: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<ElasticsearchBufferingHints>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<ElasticsearchRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3Configuration", skip_serializing_if = "Option::is_none")]
    pub s3_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "VpcConfiguration", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration: Option<VpcConfiguration>,
    #[serde(rename = "DocumentIdOptions", skip_serializing_if = "Option::is_none")]
    pub document_id_options: Option<DocumentIdOptions>,
}

impl Validate for ElasticsearchDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.text(at, "domainARN", self.domain_arn.as_ref(), &ELASTICSEARCH_DOMAIN_ARN);
        found.text(at, "clusterEndpoint", self.cluster_endpoint.as_ref(), &ELASTICSEARCH_CLUSTER_ENDPOINT);
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &ELASTICSEARCH_INDEX_NAME);
        found.text(at, "typeName", self.type_name.as_ref(), &ELASTICSEARCH_TYPE_NAME);
        found.text(at, "indexRotationPeriod", self.index_rotation_period.as_ref(), &ELASTICSEARCH_INDEX_ROTATION_PERIOD);
        found.structure(at, "bufferingHints", self.buffering_hints.as_ref());
        found.structure(at, "retryOptions", self.retry_options.as_ref());
        found.text(at, "s3BackupMode", self.s3_backup_mode.as_ref(), &ELASTICSEARCH_S3_BACKUP_MODE);
        found.required(at, "s3Configuration", self.s3_configuration.is_none());
        found.structure(at, "s3Configuration", self.s3_configuration.as_ref());
        found.structure(at, "processingConfiguration", self.processing_configuration.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.structure(at, "vpcConfiguration", self.vpc_configuration.as_ref());
        found.structure(at, "documentIdOptions", self.document_id_options.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ElasticsearchDestinationDescription {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "DomainARN", skip_serializing_if = "Option::is_none")]
    pub domain_arn: Option<String>,
    #[serde(rename = "ClusterEndpoint", skip_serializing_if = "Option::is_none")]
    pub cluster_endpoint: Option<String>,
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "TypeName", skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    #[serde(rename = "IndexRotationPeriod", skip_serializing_if = "Option::is_none")]
    pub index_rotation_period: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<ElasticsearchBufferingHints>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<ElasticsearchRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_destination_description: Option<S3DestinationDescription>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "VpcConfigurationDescription", skip_serializing_if = "Option::is_none")]
    pub vpc_configuration_description: Option<VpcConfigurationDescription>,
    #[serde(rename = "DocumentIdOptions", skip_serializing_if = "Option::is_none")]
    pub document_id_options: Option<DocumentIdOptions>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ElasticsearchRetryOptions {
    #[serde(rename = "DurationInSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_in_seconds: Option<i32>,
}

impl Validate for ElasticsearchRetryOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "durationInSeconds", self.duration_in_seconds.as_ref(), &ELASTICSEARCH_RETRY_DURATION_IN_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EncryptionConfiguration {
    #[serde(rename = "NoEncryptionConfig", skip_serializing_if = "Option::is_none")]
    pub no_encryption_config: Option<String>,
    #[serde(rename = "KMSEncryptionConfig", skip_serializing_if = "Option::is_none")]
    pub kms_encryption_config: Option<KMSEncryptionConfig>,
}

impl Validate for EncryptionConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "noEncryptionConfig", self.no_encryption_config.as_ref(), &NO_ENCRYPTION_CONFIG);
        found.structure(at, "kMSEncryptionConfig", self.kms_encryption_config.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExtendedS3DestinationConfiguration {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "Prefix", skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    #[serde(rename = "ErrorOutputPrefix", skip_serializing_if = "Option::is_none")]
    pub error_output_prefix: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<BufferingHints>,
    #[serde(rename = "CompressionFormat", skip_serializing_if = "Option::is_none")]
    pub compression_format: Option<String>,
    #[serde(rename = "EncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<EncryptionConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3BackupConfiguration", skip_serializing_if = "Option::is_none")]
    pub s3_backup_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "DataFormatConversionConfiguration", skip_serializing_if = "Option::is_none")]
    pub data_format_conversion_configuration: Option<DataFormatConversionConfiguration>,
    #[serde(rename = "DynamicPartitioningConfiguration", skip_serializing_if = "Option::is_none")]
    pub dynamic_partitioning_configuration: Option<DynamicPartitioningConfiguration>,
    #[serde(rename = "FileExtension", skip_serializing_if = "Option::is_none")]
    pub file_extension: Option<String>,
    #[serde(rename = "CustomTimeZone", skip_serializing_if = "Option::is_none")]
    pub custom_time_zone: Option<String>,
}

impl Validate for ExtendedS3DestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.text(at, "prefix", self.prefix.as_ref(), &PREFIX);
        found.text(at, "errorOutputPrefix", self.error_output_prefix.as_ref(), &ERROR_OUTPUT_PREFIX);
        found.structure(at, "bufferingHints", self.buffering_hints.as_ref());
        found.text(at, "compressionFormat", self.compression_format.as_ref(), &COMPRESSION_FORMAT);
        found.structure(at, "encryptionConfiguration", self.encryption_configuration.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.structure(at, "processingConfiguration", self.processing_configuration.as_ref());
        found.text(at, "s3BackupMode", self.s3_backup_mode.as_ref(), &S3_BACKUP_MODE);
        found.structure(at, "s3BackupConfiguration", self.s3_backup_configuration.as_ref());
        found.structure(at, "dataFormatConversionConfiguration", self.data_format_conversion_configuration.as_ref());
        found.structure(at, "dynamicPartitioningConfiguration", self.dynamic_partitioning_configuration.as_ref());
        found.text(at, "fileExtension", self.file_extension.as_ref(), &FILE_EXTENSION);
        found.text(at, "customTimeZone", self.custom_time_zone.as_ref(), &CUSTOM_TIME_ZONE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExtendedS3DestinationDescription {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "Prefix", skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    #[serde(rename = "ErrorOutputPrefix", skip_serializing_if = "Option::is_none")]
    pub error_output_prefix: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<BufferingHints>,
    #[serde(rename = "CompressionFormat", skip_serializing_if = "Option::is_none")]
    pub compression_format: Option<String>,
    #[serde(rename = "EncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<EncryptionConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3BackupDescription", skip_serializing_if = "Option::is_none")]
    pub s3_backup_description: Option<S3DestinationDescription>,
    #[serde(rename = "DataFormatConversionConfiguration", skip_serializing_if = "Option::is_none")]
    pub data_format_conversion_configuration: Option<DataFormatConversionConfiguration>,
    #[serde(rename = "DynamicPartitioningConfiguration", skip_serializing_if = "Option::is_none")]
    pub dynamic_partitioning_configuration: Option<DynamicPartitioningConfiguration>,
    #[serde(rename = "FileExtension", skip_serializing_if = "Option::is_none")]
    pub file_extension: Option<String>,
    #[serde(rename = "CustomTimeZone", skip_serializing_if = "Option::is_none")]
    pub custom_time_zone: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FailureDescription {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    #[serde(rename = "Details", skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HiveJsonSerDe {
    #[serde(rename = "TimestampFormats", skip_serializing_if = "Option::is_none")]
    pub timestamp_formats: Option<Vec<String>>,
}

impl Validate for HiveJsonSerDe {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.texts(at, "timestampFormats", self.timestamp_formats.as_ref(), &NON_EMPTY_STRING);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HttpEndpointBufferingHints {
    #[serde(rename = "SizeInMBs", skip_serializing_if = "Option::is_none")]
    pub size_in_m_bs: Option<i32>,
    #[serde(rename = "IntervalInSeconds", skip_serializing_if = "Option::is_none")]
    pub interval_in_seconds: Option<i32>,
}

impl Validate for HttpEndpointBufferingHints {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "sizeInMBs", self.size_in_m_bs.as_ref(), &HTTP_ENDPOINT_BUFFERING_SIZE_IN_M_BS);
        found.integer(at, "intervalInSeconds", self.interval_in_seconds.as_ref(), &HTTP_ENDPOINT_BUFFERING_INTERVAL_IN_SECONDS);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct HttpEndpointCommonAttribute {
    #[serde(rename = "AttributeName", skip_serializing_if = "Option::is_none")]
    pub attribute_name: Option<String>,
    #[serde(rename = "AttributeValue", skip_serializing_if = "Option::is_none")]
    pub attribute_value: Option<String>,
}

impl std::fmt::Debug for HttpEndpointCommonAttribute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HttpEndpointCommonAttribute")
            .field("attribute_name", &self.attribute_name.as_ref().map(|_| "***"))
            .field("attribute_value", &self.attribute_value.as_ref().map(|_| "***"))
            .finish()
    }
}

impl Validate for HttpEndpointCommonAttribute {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "attributeName", self.attribute_name.is_none());
        found.text(at, "attributeName", self.attribute_name.as_ref(), &HTTP_ENDPOINT_ATTRIBUTE_NAME);
        found.required(at, "attributeValue", self.attribute_value.is_none());
        found.text(at, "attributeValue", self.attribute_value.as_ref(), &HTTP_ENDPOINT_ATTRIBUTE_VALUE);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct HttpEndpointConfiguration {
    #[serde(rename = "Url", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "AccessKey", skip_serializing_if = "Option::is_none")]
    pub access_key: Option<String>,
}

impl std::fmt::Debug for HttpEndpointConfiguration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HttpEndpointConfiguration")
            .field("url", &self.url.as_ref().map(|_| "***"))
            .field("name", &self.name)
            .field("access_key", &self.access_key.as_ref().map(|_| "***"))
            .finish()
    }
}

impl Validate for HttpEndpointConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "url", self.url.is_none());
        found.text(at, "url", self.url.as_ref(), &HTTP_ENDPOINT_URL);
        found.text(at, "name", self.name.as_ref(), &HTTP_ENDPOINT_NAME);
        found.text(at, "accessKey", self.access_key.as_ref(), &HTTP_ENDPOINT_ACCESS_KEY);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct HttpEndpointDescription {
    #[serde(rename = "Url", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl std::fmt::Debug for HttpEndpointDescription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HttpEndpointDescription")
            .field("url", &self.url.as_ref().map(|_| "***"))
            .field("name", &self.name)
            .finish()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HttpEndpointDestinationConfiguration {
    #[serde(rename = "EndpointConfiguration", skip_serializing_if = "Option::is_none")]
    pub endpoint_configuration: Option<HttpEndpointConfiguration>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<HttpEndpointBufferingHints>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "RequestConfiguration", skip_serializing_if = "Option::is_none")]
    pub request_configuration: Option<HttpEndpointRequestConfiguration>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<HttpEndpointRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3Configuration", skip_serializing_if = "Option::is_none")]
    pub s3_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "SecretsManagerConfiguration", skip_serializing_if = "Option::is_none")]
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

impl Validate for HttpEndpointDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "endpointConfiguration", self.endpoint_configuration.is_none());
        found.structure(at, "endpointConfiguration", self.endpoint_configuration.as_ref());
        found.structure(at, "bufferingHints", self.buffering_hints.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.structure(at, "requestConfiguration", self.request_configuration.as_ref());
        found.structure(at, "processingConfiguration", self.processing_configuration.as_ref());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.structure(at, "retryOptions", self.retry_options.as_ref());
        found.text(at, "s3BackupMode", self.s3_backup_mode.as_ref(), &HTTP_ENDPOINT_S3_BACKUP_MODE);
        found.required(at, "s3Configuration", self.s3_configuration.is_none());
        found.structure(at, "s3Configuration", self.s3_configuration.as_ref());
        found.structure(at, "secretsManagerConfiguration", self.secrets_manager_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HttpEndpointDestinationDescription {
    #[serde(rename = "EndpointConfiguration", skip_serializing_if = "Option::is_none")]
    pub endpoint_configuration: Option<HttpEndpointDescription>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<HttpEndpointBufferingHints>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "RequestConfiguration", skip_serializing_if = "Option::is_none")]
    pub request_configuration: Option<HttpEndpointRequestConfiguration>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<HttpEndpointRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_destination_description: Option<S3DestinationDescription>,
    #[serde(rename = "SecretsManagerConfiguration", skip_serializing_if = "Option::is_none")]
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HttpEndpointRequestConfiguration {
    #[serde(rename = "ContentEncoding", skip_serializing_if = "Option::is_none")]
    pub content_encoding: Option<String>,
    #[serde(rename = "CommonAttributes", skip_serializing_if = "Option::is_none")]
    pub common_attributes: Option<Vec<HttpEndpointCommonAttribute>>,
}

impl Validate for HttpEndpointRequestConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "contentEncoding", self.content_encoding.as_ref(), &CONTENT_ENCODING);
        found.list(at, "commonAttributes", self.common_attributes.as_ref(), &HTTP_ENDPOINT_COMMON_ATTRIBUTES_LIST);
        found.structures(at, "commonAttributes", self.common_attributes.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HttpEndpointRetryOptions {
    #[serde(rename = "DurationInSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_in_seconds: Option<i32>,
}

impl Validate for HttpEndpointRetryOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "durationInSeconds", self.duration_in_seconds.as_ref(), &HTTP_ENDPOINT_RETRY_DURATION_IN_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergDestinationConfiguration {
    #[serde(rename = "DestinationTableConfigurationList", skip_serializing_if = "Option::is_none")]
    pub destination_table_configuration_list: Option<Vec<DestinationTableConfiguration>>,
    #[serde(rename = "SchemaEvolutionConfiguration", skip_serializing_if = "Option::is_none")]
    pub schema_evolution_configuration: Option<SchemaEvolutionConfiguration>,
    #[serde(rename = "TableCreationConfiguration", skip_serializing_if = "Option::is_none")]
    pub table_creation_configuration: Option<TableCreationConfiguration>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<BufferingHints>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<RetryOptions>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "AppendOnly", skip_serializing_if = "Option::is_none")]
    pub append_only: Option<bool>,
    #[serde(rename = "CatalogConfiguration", skip_serializing_if = "Option::is_none")]
    pub catalog_configuration: Option<CatalogConfiguration>,
    #[serde(rename = "S3Configuration", skip_serializing_if = "Option::is_none")]
    pub s3_configuration: Option<S3DestinationConfiguration>,
}

impl Validate for IcebergDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "destinationTableConfigurationList", self.destination_table_configuration_list.as_ref());
        found.structure(at, "schemaEvolutionConfiguration", self.schema_evolution_configuration.as_ref());
        found.structure(at, "tableCreationConfiguration", self.table_creation_configuration.as_ref());
        found.structure(at, "bufferingHints", self.buffering_hints.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.structure(at, "processingConfiguration", self.processing_configuration.as_ref());
        found.text(at, "s3BackupMode", self.s3_backup_mode.as_ref(), &ICEBERG_S3_BACKUP_MODE);
        found.structure(at, "retryOptions", self.retry_options.as_ref());
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.required(at, "catalogConfiguration", self.catalog_configuration.is_none());
        found.structure(at, "catalogConfiguration", self.catalog_configuration.as_ref());
        found.required(at, "s3Configuration", self.s3_configuration.is_none());
        found.structure(at, "s3Configuration", self.s3_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergDestinationDescription {
    #[serde(rename = "DestinationTableConfigurationList", skip_serializing_if = "Option::is_none")]
    pub destination_table_configuration_list: Option<Vec<DestinationTableConfiguration>>,
    #[serde(rename = "SchemaEvolutionConfiguration", skip_serializing_if = "Option::is_none")]
    pub schema_evolution_configuration: Option<SchemaEvolutionConfiguration>,
    #[serde(rename = "TableCreationConfiguration", skip_serializing_if = "Option::is_none")]
    pub table_creation_configuration: Option<TableCreationConfiguration>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<BufferingHints>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<RetryOptions>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "AppendOnly", skip_serializing_if = "Option::is_none")]
    pub append_only: Option<bool>,
    #[serde(rename = "CatalogConfiguration", skip_serializing_if = "Option::is_none")]
    pub catalog_configuration: Option<CatalogConfiguration>,
    #[serde(rename = "S3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_destination_description: Option<S3DestinationDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputFormatConfiguration {
    #[serde(rename = "Deserializer", skip_serializing_if = "Option::is_none")]
    pub deserializer: Option<Deserializer>,
}

impl Validate for InputFormatConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "deserializer", self.deserializer.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KMSEncryptionConfig {
    #[serde(rename = "AWSKMSKeyARN", skip_serializing_if = "Option::is_none")]
    pub awskms_key_arn: Option<String>,
}

impl Validate for KMSEncryptionConfig {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "aWSKMSKeyARN", self.awskms_key_arn.is_none());
        found.text(at, "aWSKMSKeyARN", self.awskms_key_arn.as_ref(), &AWSKMS_KEY_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamSourceConfiguration {
    #[serde(rename = "KinesisStreamARN", skip_serializing_if = "Option::is_none")]
    pub kinesis_stream_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
}

impl Validate for KinesisStreamSourceConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "kinesisStreamARN", self.kinesis_stream_arn.is_none());
        found.text(at, "kinesisStreamARN", self.kinesis_stream_arn.as_ref(), &KINESIS_STREAM_ARN);
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KinesisStreamSourceDescription {
    #[serde(rename = "KinesisStreamARN", skip_serializing_if = "Option::is_none")]
    pub kinesis_stream_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "DeliveryStartTimestamp", skip_serializing_if = "Option::is_none")]
    pub delivery_start_timestamp: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListDeliveryStreamsInput {
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "DeliveryStreamType", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_type: Option<String>,
    #[serde(rename = "ExclusiveStartDeliveryStreamName", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_delivery_stream_name: Option<String>,
}

impl Validate for ListDeliveryStreamsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "limit", self.limit.as_ref(), &LIST_DELIVERY_STREAMS_INPUT_LIMIT);
        found.text(at, "deliveryStreamType", self.delivery_stream_type.as_ref(), &DELIVERY_STREAM_TYPE);
        found.text(at, "exclusiveStartDeliveryStreamName", self.exclusive_start_delivery_stream_name.as_ref(), &DELIVERY_STREAM_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListDeliveryStreamsOutput {
    #[serde(rename = "DeliveryStreamNames", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_names: Option<Vec<String>>,
    #[serde(rename = "HasMoreDeliveryStreams", skip_serializing_if = "Option::is_none")]
    pub has_more_delivery_streams: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MSKSourceConfiguration {
    #[serde(rename = "MSKClusterARN", skip_serializing_if = "Option::is_none")]
    pub msk_cluster_arn: Option<String>,
    #[serde(rename = "TopicName", skip_serializing_if = "Option::is_none")]
    pub topic_name: Option<String>,
    #[serde(rename = "AuthenticationConfiguration", skip_serializing_if = "Option::is_none")]
    pub authentication_configuration: Option<AuthenticationConfiguration>,
    #[serde(rename = "ReadFromTimestamp", skip_serializing_if = "Option::is_none")]
    pub read_from_timestamp: Option<Epoch>,
}

impl Validate for MSKSourceConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "mSKClusterARN", self.msk_cluster_arn.is_none());
        found.text(at, "mSKClusterARN", self.msk_cluster_arn.as_ref(), &MSK_CLUSTER_ARN);
        found.required(at, "topicName", self.topic_name.is_none());
        found.text(at, "topicName", self.topic_name.as_ref(), &TOPIC_NAME);
        found.required(at, "authenticationConfiguration", self.authentication_configuration.is_none());
        found.structure(at, "authenticationConfiguration", self.authentication_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MSKSourceDescription {
    #[serde(rename = "MSKClusterARN", skip_serializing_if = "Option::is_none")]
    pub msk_cluster_arn: Option<String>,
    #[serde(rename = "TopicName", skip_serializing_if = "Option::is_none")]
    pub topic_name: Option<String>,
    #[serde(rename = "AuthenticationConfiguration", skip_serializing_if = "Option::is_none")]
    pub authentication_configuration: Option<AuthenticationConfiguration>,
    #[serde(rename = "DeliveryStartTimestamp", skip_serializing_if = "Option::is_none")]
    pub delivery_start_timestamp: Option<Epoch>,
    #[serde(rename = "ReadFromTimestamp", skip_serializing_if = "Option::is_none")]
    pub read_from_timestamp: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OpenXJsonSerDe {
    #[serde(rename = "ConvertDotsInJsonKeysToUnderscores", skip_serializing_if = "Option::is_none")]
    pub convert_dots_in_json_keys_to_underscores: Option<bool>,
    #[serde(rename = "CaseInsensitive", skip_serializing_if = "Option::is_none")]
    pub case_insensitive: Option<bool>,
    #[serde(rename = "ColumnToJsonKeyMappings", skip_serializing_if = "Option::is_none")]
    pub column_to_json_key_mappings: Option<BTreeMap<String, String>>,
}

impl Validate for OpenXJsonSerDe {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.map_keys(at, "columnToJsonKeyMappings", self.column_to_json_key_mappings.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.map_texts(at, "columnToJsonKeyMappings", self.column_to_json_key_mappings.as_ref(), &NON_EMPTY_STRING);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OrcSerDe {
    #[serde(rename = "StripeSizeBytes", skip_serializing_if = "Option::is_none")]
    pub stripe_size_bytes: Option<i32>,
    #[serde(rename = "BlockSizeBytes", skip_serializing_if = "Option::is_none")]
    pub block_size_bytes: Option<i32>,
    #[serde(rename = "RowIndexStride", skip_serializing_if = "Option::is_none")]
    pub row_index_stride: Option<i32>,
    #[serde(rename = "EnablePadding", skip_serializing_if = "Option::is_none")]
    pub enable_padding: Option<bool>,
    #[serde(rename = "PaddingTolerance", skip_serializing_if = "Option::is_none")]
    pub padding_tolerance: Option<f64>,
    #[serde(rename = "Compression", skip_serializing_if = "Option::is_none")]
    pub compression: Option<String>,
    #[serde(rename = "BloomFilterColumns", skip_serializing_if = "Option::is_none")]
    pub bloom_filter_columns: Option<Vec<String>>,
    #[serde(rename = "BloomFilterFalsePositiveProbability", skip_serializing_if = "Option::is_none")]
    pub bloom_filter_false_positive_probability: Option<f64>,
    #[serde(rename = "DictionaryKeyThreshold", skip_serializing_if = "Option::is_none")]
    pub dictionary_key_threshold: Option<f64>,
    #[serde(rename = "FormatVersion", skip_serializing_if = "Option::is_none")]
    pub format_version: Option<String>,
}

impl Validate for OrcSerDe {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "stripeSizeBytes", self.stripe_size_bytes.as_ref(), &ORC_STRIPE_SIZE_BYTES);
        found.integer(at, "blockSizeBytes", self.block_size_bytes.as_ref(), &BLOCK_SIZE_BYTES);
        found.integer(at, "rowIndexStride", self.row_index_stride.as_ref(), &ORC_ROW_INDEX_STRIDE);
        found.double(at, "paddingTolerance", self.padding_tolerance.as_ref(), &PROPORTION);
        found.text(at, "compression", self.compression.as_ref(), &ORC_COMPRESSION);
        found.texts(at, "bloomFilterColumns", self.bloom_filter_columns.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.double(at, "bloomFilterFalsePositiveProbability", self.bloom_filter_false_positive_probability.as_ref(), &PROPORTION);
        found.double(at, "dictionaryKeyThreshold", self.dictionary_key_threshold.as_ref(), &PROPORTION);
        found.text(at, "formatVersion", self.format_version.as_ref(), &ORC_FORMAT_VERSION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OutputFormatConfiguration {
    #[serde(rename = "Serializer", skip_serializing_if = "Option::is_none")]
    pub serializer: Option<Serializer>,
}

impl Validate for OutputFormatConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "serializer", self.serializer.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ParquetSerDe {
    #[serde(rename = "BlockSizeBytes", skip_serializing_if = "Option::is_none")]
    pub block_size_bytes: Option<i32>,
    #[serde(rename = "PageSizeBytes", skip_serializing_if = "Option::is_none")]
    pub page_size_bytes: Option<i32>,
    #[serde(rename = "Compression", skip_serializing_if = "Option::is_none")]
    pub compression: Option<String>,
    #[serde(rename = "EnableDictionaryCompression", skip_serializing_if = "Option::is_none")]
    pub enable_dictionary_compression: Option<bool>,
    #[serde(rename = "MaxPaddingBytes", skip_serializing_if = "Option::is_none")]
    pub max_padding_bytes: Option<i32>,
    #[serde(rename = "WriterVersion", skip_serializing_if = "Option::is_none")]
    pub writer_version: Option<String>,
}

impl Validate for ParquetSerDe {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "blockSizeBytes", self.block_size_bytes.as_ref(), &BLOCK_SIZE_BYTES);
        found.integer(at, "pageSizeBytes", self.page_size_bytes.as_ref(), &PARQUET_PAGE_SIZE_BYTES);
        found.text(at, "compression", self.compression.as_ref(), &PARQUET_COMPRESSION);
        found.integer(at, "maxPaddingBytes", self.max_padding_bytes.as_ref(), &NON_NEGATIVE_INTEGER_OBJECT);
        found.text(at, "writerVersion", self.writer_version.as_ref(), &PARQUET_WRITER_VERSION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PartitionField {
    #[serde(rename = "SourceName", skip_serializing_if = "Option::is_none")]
    pub source_name: Option<String>,
}

impl Validate for PartitionField {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "sourceName", self.source_name.is_none());
        found.text(at, "sourceName", self.source_name.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PartitionSpec {
    #[serde(rename = "Identity", skip_serializing_if = "Option::is_none")]
    pub identity: Option<Vec<PartitionField>>,
}

impl Validate for PartitionSpec {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "identity", self.identity.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProcessingConfiguration {
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "Processors", skip_serializing_if = "Option::is_none")]
    pub processors: Option<Vec<Processor>>,
}

impl Validate for ProcessingConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "processors", self.processors.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Processor {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    #[serde(rename = "Parameters", skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Vec<ProcessorParameter>>,
}

impl Validate for Processor {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "type", self.type_.is_none());
        found.text(at, "type", self.type_.as_ref(), &PROCESSOR_TYPE);
        found.structures(at, "parameters", self.parameters.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProcessorParameter {
    #[serde(rename = "ParameterName", skip_serializing_if = "Option::is_none")]
    pub parameter_name: Option<String>,
    #[serde(rename = "ParameterValue", skip_serializing_if = "Option::is_none")]
    pub parameter_value: Option<String>,
}

impl Validate for ProcessorParameter {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "parameterName", self.parameter_name.is_none());
        found.text(at, "parameterName", self.parameter_name.as_ref(), &PROCESSOR_PARAMETER_NAME);
        found.required(at, "parameterValue", self.parameter_value.is_none());
        found.text(at, "parameterValue", self.parameter_value.as_ref(), &PROCESSOR_PARAMETER_VALUE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordBatchInput {
    #[serde(rename = "DeliveryStreamName", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_name: Option<String>,
    #[serde(rename = "Records", skip_serializing_if = "Option::is_none")]
    pub records: Option<Vec<Record>>,
}

impl Validate for PutRecordBatchInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "deliveryStreamName", self.delivery_stream_name.is_none());
        found.text(at, "deliveryStreamName", self.delivery_stream_name.as_ref(), &DELIVERY_STREAM_NAME);
        found.required(at, "records", self.records.is_none());
        found.list(at, "records", self.records.as_ref(), &PUT_RECORD_BATCH_REQUEST_ENTRY_LIST);
        found.structures(at, "records", self.records.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordBatchOutput {
    #[serde(rename = "FailedPutCount", skip_serializing_if = "Option::is_none")]
    pub failed_put_count: Option<i32>,
    #[serde(rename = "Encrypted", skip_serializing_if = "Option::is_none")]
    pub encrypted: Option<bool>,
    #[serde(rename = "RequestResponses", skip_serializing_if = "Option::is_none")]
    pub request_responses: Option<Vec<PutRecordBatchResponseEntry>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordBatchResponseEntry {
    #[serde(rename = "RecordId", skip_serializing_if = "Option::is_none")]
    pub record_id: Option<String>,
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordInput {
    #[serde(rename = "DeliveryStreamName", skip_serializing_if = "Option::is_none")]
    pub delivery_stream_name: Option<String>,
    #[serde(rename = "Record", skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
}

impl Validate for PutRecordInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "deliveryStreamName", self.delivery_stream_name.is_none());
        found.text(at, "deliveryStreamName", self.delivery_stream_name.as_ref(), &DELIVERY_STREAM_NAME);
        found.required(at, "record", self.record.is_none());
        found.structure(at, "record", self.record.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRecordOutput {
    #[serde(rename = "RecordId", skip_serializing_if = "Option::is_none")]
    pub record_id: Option<String>,
    #[serde(rename = "Encrypted", skip_serializing_if = "Option::is_none")]
    pub encrypted: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    #[serde(rename = "Data", skip_serializing_if = "Option::is_none")]
    pub data: Option<Blob>,
}

impl Validate for Record {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "data", self.data.is_none());
        found.blob(at, "data", self.data.as_ref(), &DATA);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RedshiftDestinationConfiguration {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "ClusterJDBCURL", skip_serializing_if = "Option::is_none")]
    pub cluster_jdbcurl: Option<String>,
    #[serde(rename = "CopyCommand", skip_serializing_if = "Option::is_none")]
    pub copy_command: Option<CopyCommand>,
    #[serde(rename = "Username", skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    #[serde(rename = "Password", skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<RedshiftRetryOptions>,
    #[serde(rename = "S3Configuration", skip_serializing_if = "Option::is_none")]
    pub s3_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3BackupConfiguration", skip_serializing_if = "Option::is_none")]
    pub s3_backup_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "SecretsManagerConfiguration", skip_serializing_if = "Option::is_none")]
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

impl std::fmt::Debug for RedshiftDestinationConfiguration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RedshiftDestinationConfiguration")
            .field("role_arn", &self.role_arn)
            .field("cluster_jdbcurl", &self.cluster_jdbcurl)
            .field("copy_command", &self.copy_command)
            .field("username", &self.username.as_ref().map(|_| "***"))
            .field("password", &self.password.as_ref().map(|_| "***"))
            .field("retry_options", &self.retry_options)
            .field("s3_configuration", &self.s3_configuration)
            .field("processing_configuration", &self.processing_configuration)
            .field("s3_backup_mode", &self.s3_backup_mode)
            .field("s3_backup_configuration", &self.s3_backup_configuration)
            .field("cloud_watch_logging_options", &self.cloud_watch_logging_options)
            .field("secrets_manager_configuration", &self.secrets_manager_configuration)
            .finish()
    }
}

impl Validate for RedshiftDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.required(at, "clusterJDBCURL", self.cluster_jdbcurl.is_none());
        found.text(at, "clusterJDBCURL", self.cluster_jdbcurl.as_ref(), &CLUSTER_JDBCURL);
        found.required(at, "copyCommand", self.copy_command.is_none());
        found.structure(at, "copyCommand", self.copy_command.as_ref());
        found.text(at, "username", self.username.as_ref(), &USERNAME);
        found.text(at, "password", self.password.as_ref(), &PASSWORD);
        found.structure(at, "retryOptions", self.retry_options.as_ref());
        found.required(at, "s3Configuration", self.s3_configuration.is_none());
        found.structure(at, "s3Configuration", self.s3_configuration.as_ref());
        found.structure(at, "processingConfiguration", self.processing_configuration.as_ref());
        found.text(at, "s3BackupMode", self.s3_backup_mode.as_ref(), &REDSHIFT_S3_BACKUP_MODE);
        found.structure(at, "s3BackupConfiguration", self.s3_backup_configuration.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.structure(at, "secretsManagerConfiguration", self.secrets_manager_configuration.as_ref());
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RedshiftDestinationDescription {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "ClusterJDBCURL", skip_serializing_if = "Option::is_none")]
    pub cluster_jdbcurl: Option<String>,
    #[serde(rename = "CopyCommand", skip_serializing_if = "Option::is_none")]
    pub copy_command: Option<CopyCommand>,
    #[serde(rename = "Username", skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<RedshiftRetryOptions>,
    #[serde(rename = "S3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_destination_description: Option<S3DestinationDescription>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3BackupDescription", skip_serializing_if = "Option::is_none")]
    pub s3_backup_description: Option<S3DestinationDescription>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "SecretsManagerConfiguration", skip_serializing_if = "Option::is_none")]
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

impl std::fmt::Debug for RedshiftDestinationDescription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RedshiftDestinationDescription")
            .field("role_arn", &self.role_arn)
            .field("cluster_jdbcurl", &self.cluster_jdbcurl)
            .field("copy_command", &self.copy_command)
            .field("username", &self.username.as_ref().map(|_| "***"))
            .field("retry_options", &self.retry_options)
            .field("s3_destination_description", &self.s3_destination_description)
            .field("processing_configuration", &self.processing_configuration)
            .field("s3_backup_mode", &self.s3_backup_mode)
            .field("s3_backup_description", &self.s3_backup_description)
            .field("cloud_watch_logging_options", &self.cloud_watch_logging_options)
            .field("secrets_manager_configuration", &self.secrets_manager_configuration)
            .finish()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RedshiftRetryOptions {
    #[serde(rename = "DurationInSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_in_seconds: Option<i32>,
}

impl Validate for RedshiftRetryOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "durationInSeconds", self.duration_in_seconds.as_ref(), &REDSHIFT_RETRY_DURATION_IN_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RetryOptions {
    #[serde(rename = "DurationInSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_in_seconds: Option<i32>,
}

impl Validate for RetryOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "durationInSeconds", self.duration_in_seconds.as_ref(), &RETRY_DURATION_IN_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3DestinationConfiguration {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "Prefix", skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    #[serde(rename = "ErrorOutputPrefix", skip_serializing_if = "Option::is_none")]
    pub error_output_prefix: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<BufferingHints>,
    #[serde(rename = "CompressionFormat", skip_serializing_if = "Option::is_none")]
    pub compression_format: Option<String>,
    #[serde(rename = "EncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<EncryptionConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
}

impl Validate for S3DestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.required(at, "bucketARN", self.bucket_arn.is_none());
        found.text(at, "bucketARN", self.bucket_arn.as_ref(), &BUCKET_ARN);
        found.text(at, "prefix", self.prefix.as_ref(), &PREFIX);
        found.text(at, "errorOutputPrefix", self.error_output_prefix.as_ref(), &ERROR_OUTPUT_PREFIX);
        found.structure(at, "bufferingHints", self.buffering_hints.as_ref());
        found.text(at, "compressionFormat", self.compression_format.as_ref(), &COMPRESSION_FORMAT);
        found.structure(at, "encryptionConfiguration", self.encryption_configuration.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3DestinationDescription {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "BucketARN", skip_serializing_if = "Option::is_none")]
    pub bucket_arn: Option<String>,
    #[serde(rename = "Prefix", skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    #[serde(rename = "ErrorOutputPrefix", skip_serializing_if = "Option::is_none")]
    pub error_output_prefix: Option<String>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<BufferingHints>,
    #[serde(rename = "CompressionFormat", skip_serializing_if = "Option::is_none")]
    pub compression_format: Option<String>,
    #[serde(rename = "EncryptionConfiguration", skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<EncryptionConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SchemaConfiguration {
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "CatalogId", skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName", skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "Region", skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    #[serde(rename = "VersionId", skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
}

impl Validate for SchemaConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "roleARN", self.role_arn.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.text(at, "catalogId", self.catalog_id.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.text(at, "databaseName", self.database_name.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.text(at, "tableName", self.table_name.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.text(at, "region", self.region.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.text(at, "versionId", self.version_id.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SchemaEvolutionConfiguration {
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

impl Validate for SchemaEvolutionConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "enabled", self.enabled.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SecretsManagerConfiguration {
    #[serde(rename = "SecretARN", skip_serializing_if = "Option::is_none")]
    pub secret_arn: Option<String>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

impl Validate for SecretsManagerConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "secretARN", self.secret_arn.as_ref(), &SECRET_ARN);
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.required(at, "enabled", self.enabled.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Serializer {
    #[serde(rename = "ParquetSerDe", skip_serializing_if = "Option::is_none")]
    pub parquet_ser_de: Option<ParquetSerDe>,
    #[serde(rename = "OrcSerDe", skip_serializing_if = "Option::is_none")]
    pub orc_ser_de: Option<OrcSerDe>,
}

impl Validate for Serializer {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "parquetSerDe", self.parquet_ser_de.as_ref());
        found.structure(at, "orcSerDe", self.orc_ser_de.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnowflakeBufferingHints {
    #[serde(rename = "SizeInMBs", skip_serializing_if = "Option::is_none")]
    pub size_in_m_bs: Option<i32>,
    #[serde(rename = "IntervalInSeconds", skip_serializing_if = "Option::is_none")]
    pub interval_in_seconds: Option<i32>,
}

impl Validate for SnowflakeBufferingHints {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "sizeInMBs", self.size_in_m_bs.as_ref(), &SNOWFLAKE_BUFFERING_SIZE_IN_M_BS);
        found.integer(at, "intervalInSeconds", self.interval_in_seconds.as_ref(), &SNOWFLAKE_BUFFERING_INTERVAL_IN_SECONDS);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SnowflakeDestinationConfiguration {
    #[serde(rename = "AccountUrl", skip_serializing_if = "Option::is_none")]
    pub account_url: Option<String>,
    #[serde(rename = "PrivateKey", skip_serializing_if = "Option::is_none")]
    pub private_key: Option<String>,
    #[serde(rename = "KeyPassphrase", skip_serializing_if = "Option::is_none")]
    pub key_passphrase: Option<String>,
    #[serde(rename = "User", skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    #[serde(rename = "Database", skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    #[serde(rename = "Schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    #[serde(rename = "Table", skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    #[serde(rename = "SnowflakeRoleConfiguration", skip_serializing_if = "Option::is_none")]
    pub snowflake_role_configuration: Option<SnowflakeRoleConfiguration>,
    #[serde(rename = "DataLoadingOption", skip_serializing_if = "Option::is_none")]
    pub data_loading_option: Option<String>,
    #[serde(rename = "MetaDataColumnName", skip_serializing_if = "Option::is_none")]
    pub meta_data_column_name: Option<String>,
    #[serde(rename = "ContentColumnName", skip_serializing_if = "Option::is_none")]
    pub content_column_name: Option<String>,
    #[serde(rename = "SnowflakeVpcConfiguration", skip_serializing_if = "Option::is_none")]
    pub snowflake_vpc_configuration: Option<SnowflakeVpcConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<SnowflakeRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3Configuration", skip_serializing_if = "Option::is_none")]
    pub s3_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "SecretsManagerConfiguration", skip_serializing_if = "Option::is_none")]
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<SnowflakeBufferingHints>,
}

impl std::fmt::Debug for SnowflakeDestinationConfiguration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SnowflakeDestinationConfiguration")
            .field("account_url", &self.account_url.as_ref().map(|_| "***"))
            .field("private_key", &self.private_key.as_ref().map(|_| "***"))
            .field("key_passphrase", &self.key_passphrase.as_ref().map(|_| "***"))
            .field("user", &self.user.as_ref().map(|_| "***"))
            .field("database", &self.database.as_ref().map(|_| "***"))
            .field("schema", &self.schema.as_ref().map(|_| "***"))
            .field("table", &self.table.as_ref().map(|_| "***"))
            .field("snowflake_role_configuration", &self.snowflake_role_configuration)
            .field("data_loading_option", &self.data_loading_option)
            .field("meta_data_column_name", &self.meta_data_column_name.as_ref().map(|_| "***"))
            .field("content_column_name", &self.content_column_name.as_ref().map(|_| "***"))
            .field("snowflake_vpc_configuration", &self.snowflake_vpc_configuration)
            .field("cloud_watch_logging_options", &self.cloud_watch_logging_options)
            .field("processing_configuration", &self.processing_configuration)
            .field("role_arn", &self.role_arn)
            .field("retry_options", &self.retry_options)
            .field("s3_backup_mode", &self.s3_backup_mode)
            .field("s3_configuration", &self.s3_configuration)
            .field("secrets_manager_configuration", &self.secrets_manager_configuration)
            .field("buffering_hints", &self.buffering_hints)
            .finish()
    }
}

impl Validate for SnowflakeDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "accountUrl", self.account_url.is_none());
        found.text(at, "accountUrl", self.account_url.as_ref(), &SNOWFLAKE_ACCOUNT_URL);
        found.text(at, "privateKey", self.private_key.as_ref(), &SNOWFLAKE_PRIVATE_KEY);
        found.text(at, "keyPassphrase", self.key_passphrase.as_ref(), &SNOWFLAKE_KEY_PASSPHRASE);
        found.text(at, "user", self.user.as_ref(), &SNOWFLAKE_USER);
        found.required(at, "database", self.database.is_none());
        found.text(at, "database", self.database.as_ref(), &SNOWFLAKE_DATABASE);
        found.required(at, "schema", self.schema.is_none());
        found.text(at, "schema", self.schema.as_ref(), &SNOWFLAKE_SCHEMA);
        found.required(at, "table", self.table.is_none());
        found.text(at, "table", self.table.as_ref(), &SNOWFLAKE_TABLE);
        found.structure(at, "snowflakeRoleConfiguration", self.snowflake_role_configuration.as_ref());
        found.text(at, "dataLoadingOption", self.data_loading_option.as_ref(), &SNOWFLAKE_DATA_LOADING_OPTION);
        found.text(at, "metaDataColumnName", self.meta_data_column_name.as_ref(), &SNOWFLAKE_META_DATA_COLUMN_NAME);
        found.text(at, "contentColumnName", self.content_column_name.as_ref(), &SNOWFLAKE_CONTENT_COLUMN_NAME);
        found.structure(at, "snowflakeVpcConfiguration", self.snowflake_vpc_configuration.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.structure(at, "processingConfiguration", self.processing_configuration.as_ref());
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.structure(at, "retryOptions", self.retry_options.as_ref());
        found.text(at, "s3BackupMode", self.s3_backup_mode.as_ref(), &SNOWFLAKE_S3_BACKUP_MODE);
        found.required(at, "s3Configuration", self.s3_configuration.is_none());
        found.structure(at, "s3Configuration", self.s3_configuration.as_ref());
        found.structure(at, "secretsManagerConfiguration", self.secrets_manager_configuration.as_ref());
        found.structure(at, "bufferingHints", self.buffering_hints.as_ref());
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SnowflakeDestinationDescription {
    #[serde(rename = "AccountUrl", skip_serializing_if = "Option::is_none")]
    pub account_url: Option<String>,
    #[serde(rename = "User", skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    #[serde(rename = "Database", skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    #[serde(rename = "Schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    #[serde(rename = "Table", skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    #[serde(rename = "SnowflakeRoleConfiguration", skip_serializing_if = "Option::is_none")]
    pub snowflake_role_configuration: Option<SnowflakeRoleConfiguration>,
    #[serde(rename = "DataLoadingOption", skip_serializing_if = "Option::is_none")]
    pub data_loading_option: Option<String>,
    #[serde(rename = "MetaDataColumnName", skip_serializing_if = "Option::is_none")]
    pub meta_data_column_name: Option<String>,
    #[serde(rename = "ContentColumnName", skip_serializing_if = "Option::is_none")]
    pub content_column_name: Option<String>,
    #[serde(rename = "SnowflakeVpcConfiguration", skip_serializing_if = "Option::is_none")]
    pub snowflake_vpc_configuration: Option<SnowflakeVpcConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<SnowflakeRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_destination_description: Option<S3DestinationDescription>,
    #[serde(rename = "SecretsManagerConfiguration", skip_serializing_if = "Option::is_none")]
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<SnowflakeBufferingHints>,
}

impl std::fmt::Debug for SnowflakeDestinationDescription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SnowflakeDestinationDescription")
            .field("account_url", &self.account_url.as_ref().map(|_| "***"))
            .field("user", &self.user.as_ref().map(|_| "***"))
            .field("database", &self.database.as_ref().map(|_| "***"))
            .field("schema", &self.schema.as_ref().map(|_| "***"))
            .field("table", &self.table.as_ref().map(|_| "***"))
            .field("snowflake_role_configuration", &self.snowflake_role_configuration)
            .field("data_loading_option", &self.data_loading_option)
            .field("meta_data_column_name", &self.meta_data_column_name.as_ref().map(|_| "***"))
            .field("content_column_name", &self.content_column_name.as_ref().map(|_| "***"))
            .field("snowflake_vpc_configuration", &self.snowflake_vpc_configuration)
            .field("cloud_watch_logging_options", &self.cloud_watch_logging_options)
            .field("processing_configuration", &self.processing_configuration)
            .field("role_arn", &self.role_arn)
            .field("retry_options", &self.retry_options)
            .field("s3_backup_mode", &self.s3_backup_mode)
            .field("s3_destination_description", &self.s3_destination_description)
            .field("secrets_manager_configuration", &self.secrets_manager_configuration)
            .field("buffering_hints", &self.buffering_hints)
            .finish()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnowflakeRetryOptions {
    #[serde(rename = "DurationInSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_in_seconds: Option<i32>,
}

impl Validate for SnowflakeRetryOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "durationInSeconds", self.duration_in_seconds.as_ref(), &SNOWFLAKE_RETRY_DURATION_IN_SECONDS);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SnowflakeRoleConfiguration {
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "SnowflakeRole", skip_serializing_if = "Option::is_none")]
    pub snowflake_role: Option<String>,
}

impl std::fmt::Debug for SnowflakeRoleConfiguration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SnowflakeRoleConfiguration")
            .field("enabled", &self.enabled)
            .field("snowflake_role", &self.snowflake_role.as_ref().map(|_| "***"))
            .finish()
    }
}

impl Validate for SnowflakeRoleConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "snowflakeRole", self.snowflake_role.as_ref(), &SNOWFLAKE_ROLE);
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SnowflakeVpcConfiguration {
    #[serde(rename = "PrivateLinkVpceId", skip_serializing_if = "Option::is_none")]
    pub private_link_vpce_id: Option<String>,
}

impl std::fmt::Debug for SnowflakeVpcConfiguration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SnowflakeVpcConfiguration")
            .field("private_link_vpce_id", &self.private_link_vpce_id.as_ref().map(|_| "***"))
            .finish()
    }
}

impl Validate for SnowflakeVpcConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "privateLinkVpceId", self.private_link_vpce_id.is_none());
        found.text(at, "privateLinkVpceId", self.private_link_vpce_id.as_ref(), &SNOWFLAKE_PRIVATE_LINK_VPCE_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceDescription {
    #[serde(rename = "DirectPutSourceDescription", skip_serializing_if = "Option::is_none")]
    pub direct_put_source_description: Option<DirectPutSourceDescription>,
    #[serde(rename = "KinesisStreamSourceDescription", skip_serializing_if = "Option::is_none")]
    pub kinesis_stream_source_description: Option<KinesisStreamSourceDescription>,
    #[serde(rename = "MSKSourceDescription", skip_serializing_if = "Option::is_none")]
    pub msk_source_description: Option<MSKSourceDescription>,
    #[serde(rename = "DatabaseSourceDescription", skip_serializing_if = "Option::is_none")]
    pub database_source_description: Option<DatabaseSourceDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SplunkBufferingHints {
    #[serde(rename = "IntervalInSeconds", skip_serializing_if = "Option::is_none")]
    pub interval_in_seconds: Option<i32>,
    #[serde(rename = "SizeInMBs", skip_serializing_if = "Option::is_none")]
    pub size_in_m_bs: Option<i32>,
}

impl Validate for SplunkBufferingHints {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "intervalInSeconds", self.interval_in_seconds.as_ref(), &SPLUNK_BUFFERING_INTERVAL_IN_SECONDS);
        found.integer(at, "sizeInMBs", self.size_in_m_bs.as_ref(), &SPLUNK_BUFFERING_SIZE_IN_M_BS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SplunkDestinationConfiguration {
    #[serde(rename = "HECEndpoint", skip_serializing_if = "Option::is_none")]
    pub hec_endpoint: Option<String>,
    #[serde(rename = "HECEndpointType", skip_serializing_if = "Option::is_none")]
    pub hec_endpoint_type: Option<String>,
    #[serde(rename = "HECToken", skip_serializing_if = "Option::is_none")]
    pub hec_token: Option<String>,
    #[serde(rename = "HECAcknowledgmentTimeoutInSeconds", skip_serializing_if = "Option::is_none")]
    pub hec_acknowledgment_timeout_in_seconds: Option<i32>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<SplunkRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3Configuration", skip_serializing_if = "Option::is_none")]
    pub s3_configuration: Option<S3DestinationConfiguration>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<SplunkBufferingHints>,
    #[serde(rename = "SecretsManagerConfiguration", skip_serializing_if = "Option::is_none")]
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

impl Validate for SplunkDestinationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "hECEndpoint", self.hec_endpoint.is_none());
        found.text(at, "hECEndpoint", self.hec_endpoint.as_ref(), &HEC_ENDPOINT);
        found.required(at, "hECEndpointType", self.hec_endpoint_type.is_none());
        found.text(at, "hECEndpointType", self.hec_endpoint_type.as_ref(), &HEC_ENDPOINT_TYPE);
        found.text(at, "hECToken", self.hec_token.as_ref(), &HEC_TOKEN);
        found.integer(at, "hECAcknowledgmentTimeoutInSeconds", self.hec_acknowledgment_timeout_in_seconds.as_ref(), &HEC_ACKNOWLEDGMENT_TIMEOUT_IN_SECONDS);
        found.structure(at, "retryOptions", self.retry_options.as_ref());
        found.text(at, "s3BackupMode", self.s3_backup_mode.as_ref(), &SPLUNK_S3_BACKUP_MODE);
        found.required(at, "s3Configuration", self.s3_configuration.is_none());
        found.structure(at, "s3Configuration", self.s3_configuration.as_ref());
        found.structure(at, "processingConfiguration", self.processing_configuration.as_ref());
        found.structure(at, "cloudWatchLoggingOptions", self.cloud_watch_logging_options.as_ref());
        found.structure(at, "bufferingHints", self.buffering_hints.as_ref());
        found.structure(at, "secretsManagerConfiguration", self.secrets_manager_configuration.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SplunkDestinationDescription {
    #[serde(rename = "HECEndpoint", skip_serializing_if = "Option::is_none")]
    pub hec_endpoint: Option<String>,
    #[serde(rename = "HECEndpointType", skip_serializing_if = "Option::is_none")]
    pub hec_endpoint_type: Option<String>,
    #[serde(rename = "HECToken", skip_serializing_if = "Option::is_none")]
    pub hec_token: Option<String>,
    #[serde(rename = "HECAcknowledgmentTimeoutInSeconds", skip_serializing_if = "Option::is_none")]
    pub hec_acknowledgment_timeout_in_seconds: Option<i32>,
    #[serde(rename = "RetryOptions", skip_serializing_if = "Option::is_none")]
    pub retry_options: Option<SplunkRetryOptions>,
    #[serde(rename = "S3BackupMode", skip_serializing_if = "Option::is_none")]
    pub s3_backup_mode: Option<String>,
    #[serde(rename = "S3DestinationDescription", skip_serializing_if = "Option::is_none")]
    pub s3_destination_description: Option<S3DestinationDescription>,
    #[serde(rename = "ProcessingConfiguration", skip_serializing_if = "Option::is_none")]
    pub processing_configuration: Option<ProcessingConfiguration>,
    #[serde(rename = "CloudWatchLoggingOptions", skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    #[serde(rename = "BufferingHints", skip_serializing_if = "Option::is_none")]
    pub buffering_hints: Option<SplunkBufferingHints>,
    #[serde(rename = "SecretsManagerConfiguration", skip_serializing_if = "Option::is_none")]
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SplunkRetryOptions {
    #[serde(rename = "DurationInSeconds", skip_serializing_if = "Option::is_none")]
    pub duration_in_seconds: Option<i32>,
}

impl Validate for SplunkRetryOptions {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.integer(at, "durationInSeconds", self.duration_in_seconds.as_ref(), &SPLUNK_RETRY_DURATION_IN_SECONDS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableCreationConfiguration {
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

impl Validate for TableCreationConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "enabled", self.enabled.is_none());
    }
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
pub struct VpcConfiguration {
    #[serde(rename = "SubnetIds", skip_serializing_if = "Option::is_none")]
    pub subnet_ids: Option<Vec<String>>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "SecurityGroupIds", skip_serializing_if = "Option::is_none")]
    pub security_group_ids: Option<Vec<String>>,
}

impl Validate for VpcConfiguration {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "subnetIds", self.subnet_ids.is_none());
        found.list(at, "subnetIds", self.subnet_ids.as_ref(), &SUBNET_ID_LIST);
        found.texts(at, "subnetIds", self.subnet_ids.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
        found.required(at, "roleARN", self.role_arn.is_none());
        found.text(at, "roleARN", self.role_arn.as_ref(), &ROLE_ARN);
        found.required(at, "securityGroupIds", self.security_group_ids.is_none());
        found.list(at, "securityGroupIds", self.security_group_ids.as_ref(), &SECURITY_GROUP_ID_LIST);
        found.texts(at, "securityGroupIds", self.security_group_ids.as_ref(), &NON_EMPTY_STRING_WITHOUT_WHITESPACE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VpcConfigurationDescription {
    #[serde(rename = "SubnetIds", skip_serializing_if = "Option::is_none")]
    pub subnet_ids: Option<Vec<String>>,
    #[serde(rename = "RoleARN", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "SecurityGroupIds", skip_serializing_if = "Option::is_none")]
    pub security_group_ids: Option<Vec<String>>,
    #[serde(rename = "VpcId", skip_serializing_if = "Option::is_none")]
    pub vpc_id: Option<String>,
}

//! The one list of services and operations whose shapes are generated.
//! Does not: say which of them are served; each service's `ops/mod.rs` does.

pub struct Service {
    /// The Rust module, and the stem of the vendored model.
    pub module: &'static str,
    /// The directory in botocore's `data`, with the API version.
    pub source: &'static str,
    pub operations: &'static [&'static str],
}

pub const SERVICES: &[Service] = &[
    Service {
        module: "dynamodb",
        source: "dynamodb/2012-08-10",
        operations: &[
            "CreateTable",
            "DeleteItem",
            "DeleteTable",
            "DescribeTable",
            "GetItem",
            "ListTables",
            "PutItem",
            "Query",
            "Scan",
            "UpdateItem",
        ],
    },
    Service {
        module: "firehose",
        source: "firehose/2015-08-04",
        operations: &[
            "CreateDeliveryStream",
            "DeleteDeliveryStream",
            "DescribeDeliveryStream",
            "ListDeliveryStreams",
            "PutRecord",
            "PutRecordBatch",
        ],
    },
    Service {
        module: "kinesis",
        source: "kinesis/2013-12-02",
        operations: &[
            "CreateStream",
            "DeleteStream",
            "DescribeStream",
            "DescribeStreamSummary",
            "GetRecords",
            "GetShardIterator",
            "ListShards",
            "ListStreams",
            "PutRecord",
            "PutRecords",
        ],
    },
    Service {
        module: "kinesisanalytics",
        source: "kinesisanalytics/2015-08-14",
        operations: &[
            "AddApplicationInput",
            "AddApplicationOutput",
            "AddApplicationReferenceDataSource",
            "CreateApplication",
            "DeleteApplication",
            "DescribeApplication",
            "ListApplications",
            "StartApplication",
            "StopApplication",
            "UpdateApplication",
        ],
    },
    Service {
        module: "lambda",
        source: "lambda/2015-03-31",
        operations: &[
            "CreateEventSourceMapping",
            "CreateFunction",
            "DeleteEventSourceMapping",
            "DeleteFunction",
            "GetEventSourceMapping",
            "GetFunction",
            "GetFunctionConfiguration",
            "Invoke",
            "ListEventSourceMappings",
            "ListFunctions",
        ],
    },
    Service {
        module: "sns",
        source: "sns/2010-03-31",
        operations: &[
            "ConfirmSubscription",
            "CreateTopic",
            "DeleteTopic",
            "GetSubscriptionAttributes",
            "ListSubscriptions",
            "ListSubscriptionsByTopic",
            "ListTopics",
            "Publish",
            "Subscribe",
            "Unsubscribe",
        ],
    },
    Service { module: "sts", source: "sts/2011-06-15", operations: &["GetCallerIdentity"] },
];

//! Every key the Kinesis Agent's file may hold, so that a misspelt one is refused at start.
//! Does not: say what a key does; see the stock agent's manual and `docs/agent.md`.

/// Keys that this agent acts upon.
pub const TOP: &[&str] = &[
    "awsAccessKeyId",
    "awsSecretAccessKey",
    "checkpointFile",
    "firehose.endpoint",
    "flows",
    "kinesis.endpoint",
    "kinesis.region",
    "log.statusReportingPeriodSeconds",
];

/// Keys of the stock agent that have no meaning here; they are named in a warning.
pub const TOP_IGNORED: &[&str] = &[
    "assumeRoleARN",
    "assumeRoleExternalId",
    "checkpointTimeToLiveDays",
    "checkpoints.connectionTimeoutSeconds",
    "checkpoints.queryTimeoutSeconds",
    "cloudwatch.emitMetrics",
    "cloudwatch.endpoint",
    "cloudwatch.metricsBufferTimeMillis",
    "cloudwatch.metricsQueueSize",
    "cloudwatch.namespace",
    "cloudwatch.tagInstance",
    "connectionTTLMillis",
    "connectionTimeoutMillis",
    "log.emitInternalMetrics",
    "log.emitMetrics",
    "maxConnections",
    "maxSendingThreads",
    "maxSendingThreadsPerCore",
    "sendingThreadsKeepAliveMillis",
    "sendingThreadsMaxQueueSize",
    "shutdownTimeoutMillis",
    "socketTimeoutMillis",
    "sts.endpoint",
    "useHttpGzip",
    "useTcpKeepAlive",
    "userAgent",
    "userAgentOverride",
    "userDefinedCredentialsProvider.classname",
    "userDefinedCredentialsProvider.location",
];

pub const FLOW: &[&str] = &[
    "dataProcessingOptions",
    "deliveryStream",
    "filePattern",
    "initialPosition",
    "kinesisStream",
    "maxBufferAgeMillis",
    "maxBufferSizeBytes",
    "maxBufferSizeRecords",
    "maxTimeBetweenFileTrackerRefreshMillis",
    "minTimeBetweenFilePollsMillis",
    "partitionKeyOption",
    "retryInitialBackoffMillis",
    "retryMaxBackoffMillis",
    "skipHeaderLines",
    "truncatedRecordTerminator",
];

pub const FLOW_IGNORED: &[&str] =
    &["publishQueueCapacity", "waitOnEmptyPublishQueueMillis", "waitOnFullPublishQueueMillis"];

/// Keys that change what is sent and that this agent cannot honour yet: refused, not ignored.
pub const FLOW_UNSUPPORTED: &[&str] =
    &["aggregatedRecordSizeBytes", "fileFooterPattern", "multiLineStartPattern"];

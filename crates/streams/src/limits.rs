//! Every limit of the service, named with its unit.
//! Does not: hold the model's constraints; those are checked before an operation is called.

use std::time::Duration;

/// Shards of a new on-demand stream.
pub const ON_DEMAND_SHARD_COUNT: u32 = 4;
/// Shards of one stream.
pub const SHARD_COUNT_MAX: u32 = 10_000;
/// Open shards of an account's provisioned streams, and its on-demand streams.
pub const ACCOUNT_SHARD_COUNT_MAX: usize = 20_000;
pub const ON_DEMAND_STREAM_COUNT_MAX: usize = 50;
/// Calls per stream within 24 hours, where limits are on.
pub const SCALINGS_PER_DAY: usize = 10;
pub const MODE_CHANGES_PER_DAY: usize = 2;
/// Product time between two looks at the load of on-demand streams.
pub const SCALING_INTERVAL: Duration = Duration::from_secs(60);
/// Days for which a highest load counts.
pub const PEAK_DAYS: i64 = 30;
/// Retention of a new stream, and the least there is.
pub const RETENTION_HOURS: u32 = 24;
/// The longest retention there is.
pub const RETENTION_HOURS_MAX: u32 = 8_760;
/// Throughput that an on-demand stream may be kept warm for, in MiB per second.
pub const WARM_MIBPS_MAX: u32 = 10_000;
/// Consumers of one stream.
pub const CONSUMER_COUNT_MAX: usize = 20;
/// Consumers of a ListStreamConsumers answer, unless asked otherwise.
pub const LIST_CONSUMER_COUNT: usize = 100;
/// Records, and their data's bytes, of one event pushed to a consumer.
pub const EVENT_RECORD_COUNT_MAX: usize = 10_000;
pub const EVENT_BYTES_MAX: usize = 1024 * 1024;
/// Machine time that a subscription lasts.
pub const SUBSCRIPTION_LENGTH: Duration = Duration::from_secs(300);
/// Machine time between events of an idle subscription.
pub const KEEP_ALIVE: Duration = Duration::from_secs(5);
/// Machine time after which another call takes a subscription over.
pub const TAKE_OVER_AFTER: Duration = Duration::from_secs(5);
/// Tags of one resource.
pub const TAG_COUNT_MAX: usize = 50;
/// Tags of a ListTagsForStream answer, unless asked otherwise.
pub const LIST_TAG_COUNT: usize = 50;
/// Bytes of a resource policy.
pub const POLICY_BYTES_MAX: usize = 20_480;
/// Machine time that a put waits for the end of a reshard that has closed its shard.
pub const CHANGE_WAIT: Duration = Duration::from_secs(10);
/// Largest record's data of a stream that asked for nothing else, in KiB.
pub const RECORD_KIB: u32 = 1024;
/// Records of one PutRecords call.
pub const PUT_RECORD_COUNT_MAX: usize = 500;
/// Data and partition keys of one PutRecords call.
pub const PUT_BYTES_MAX: usize = 10 * 1024 * 1024;
/// Characters of a partition key.
pub const PARTITION_KEY_CHARS_MAX: usize = 256;
/// Records of one GetRecords answer.
pub const READ_RECORD_COUNT_MAX: usize = 10_000;
/// Record bytes of one GetRecords answer.
pub const READ_BYTES_MAX: usize = 10 * 1024 * 1024;
/// Age at which a shard iterator or a page token is refused, in the machine's time: it is a
/// timeout of clients, which no scaling of the product's time may shorten.
pub const TOKEN_AGE_MAX: Duration = Duration::from_secs(300);
/// Shards of a DescribeStream answer, unless asked otherwise.
pub const DESCRIBE_SHARD_COUNT: usize = 100;
/// Shards of a ListShards answer, unless asked otherwise.
pub const LIST_SHARD_COUNT: usize = 1_000;
/// Streams of a ListStreams answer, unless asked otherwise.
pub const LIST_STREAM_COUNT: usize = 100;

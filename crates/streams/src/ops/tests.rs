//! The operations through `ServiceApi`, in JSON, as a protocol calls them.
//! Does not: repeat what the domain's own tests show.

use std::time::Duration;

use levada_types::{HashKey, Identity};
use levada_wire::{AnswerForm, AwsError, Caller, Document, ServiceApi};
use serde_json::{Value, json};

use crate::service::Options;
use crate::testing::{Fixture, START};

pub struct Client(ServiceApi);

impl Client {
    pub fn new(fixture: &Fixture) -> Self {
        Self(fixture.streams.api())
    }

    pub async fn ask(&self, operation: &str, input: Value) -> Result<Value, AwsError> {
        let caller = Caller {
            access_key: None,
            identity: Identity::default(),
            request_id: "r".into(),
            producer: None,
        };
        let body = Document::Json(input.to_string().into());
        let answer = self.0.call(operation, caller, body, AnswerForm::Json).await;
        let bytes = answer.expect("the operation is in the list")?;
        Ok(serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }

    async fn ok(&self, operation: &str, input: Value) -> Value {
        self.ask(operation, input).await.unwrap()
    }

    async fn refused(&self, operation: &str, input: Value) -> (String, String) {
        let error = self.ask(operation, input).await.unwrap_err();
        (error.code.into_owned(), error.message)
    }
}

#[tokio::test]
async fn a_client_creates_describes_puts_reads_and_deletes() {
    let fixture = Fixture::new().await;
    let client = Client::new(&fixture);
    client.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 2})).await;
    let described = client.ok("DescribeStream", json!({"StreamName": "s", "Limit": 1})).await;
    let described = &described["StreamDescription"];
    assert_eq!(described["StreamStatus"], "ACTIVE");
    assert_eq!(described["HasMoreShards"], true);
    assert_eq!(described["RetentionPeriodHours"], 24);
    assert_eq!(described["StreamCreationTimestamp"], START.as_secs_f64());
    let shard = &described["Shards"][0];
    assert_eq!(shard["HashKeyRange"]["EndingHashKey"], (u128::MAX / 2).to_string());
    let arn = described["StreamARN"].clone();
    let rest = json!({"StreamARN": arn, "ExclusiveStartShardId": shard["ShardId"], "Limit": 1});
    let described = client.ok("DescribeStream", rest).await;
    assert_eq!(described["StreamDescription"]["HasMoreShards"], false);
    let put = json!({"StreamARN": arn, "Records": [
        {"Data": "aGk=", "PartitionKey": "a", "ExplicitHashKey": "0"},
        {"Data": "", "PartitionKey": "b"},
    ]});
    let put = client.ok("PutRecords", put).await;
    assert_eq!(put["FailedRecordCount"], 0);
    assert_eq!(put["Records"][0]["ShardId"], "shardId-000000000000");
    assert_eq!(put["Records"].as_array().unwrap().len(), 2);
    let at = json!({"StreamName": "s", "ShardId": "shardId-000000000000",
        "ShardIteratorType": "AT_SEQUENCE_NUMBER",
        "StartingSequenceNumber": put["Records"][0]["SequenceNumber"]});
    let iterator = client.ok("GetShardIterator", at).await["ShardIterator"].clone();
    let read = client.ok("GetRecords", json!({"ShardIterator": iterator})).await;
    assert_eq!(read["Records"][0]["Data"], "aGk=");
    assert_eq!(read["Records"][0]["PartitionKey"], "a");
    assert_eq!(read["Records"][0]["ApproximateArrivalTimestamp"], START.as_secs_f64());
    assert_eq!(read["MillisBehindLatest"], 0);
    assert!(read["NextShardIterator"].is_string());
    client.ok("DeleteStream", json!({"StreamName": "s"})).await;
    let (code, message) = client.refused("GetRecords", json!({"ShardIterator": iterator})).await;
    assert_eq!(code, "ResourceNotFoundException");
    assert_eq!(
        message,
        "Shard shardId-000000000000 in stream s under account 000000000000 does not exist"
    );
}

#[tokio::test]
async fn streams_are_listed_in_pages_with_their_summaries() {
    let fixture = Fixture::new().await;
    let client = Client::new(&fixture);
    let on_demand = json!({"StreamName": "a", "StreamModeDetails": {"StreamMode": "ON_DEMAND"}});
    client.ok("CreateStream", on_demand).await;
    client.ok("CreateStream", json!({"StreamName": "b", "ShardCount": 1})).await;
    let first = client.ok("ListStreams", json!({"Limit": 1})).await;
    assert_eq!(first["StreamNames"], json!(["a"]));
    assert_eq!(first["HasMoreStreams"], true);
    assert_eq!(first["StreamSummaries"][0]["StreamModeDetails"]["StreamMode"], "ON_DEMAND");
    let second = client.ok("ListStreams", json!({"NextToken": first["NextToken"]})).await;
    assert_eq!(second["StreamNames"], json!(["b"]));
    assert_eq!(second["HasMoreStreams"], false);
    let summary = client.ok("DescribeStreamSummary", json!({"StreamName": "a"})).await;
    assert_eq!(summary["StreamDescriptionSummary"]["OpenShardCount"], 4);
}

#[tokio::test]
async fn shards_are_listed_with_ranges_that_tile_and_token_rules_hold() {
    let fixture = Fixture::new().await;
    let client = Client::new(&fixture);
    client.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 5})).await;
    let ask = json!({"StreamName": "s", "MaxResults": 3, "ShardFilter": {"Type": "AT_LATEST"}});
    let first = client.ok("ListShards", ask).await;
    let token = &first["NextToken"];
    let second = client.ok("ListShards", json!({"NextToken": token})).await;
    assert_eq!(second.get("NextToken"), None);
    let mut expected = 0u128;
    for list in [&first, &second] {
        for shard in list["Shards"].as_array().unwrap() {
            let bound = |name: &str| {
                HashKey::parse(shard["HashKeyRange"][name].as_str().unwrap()).unwrap().0
            };
            assert_eq!(bound("StartingHashKey"), expected);
            expected = bound("EndingHashKey").wrapping_add(1);
        }
    }
    assert_eq!(expected, 0);
    let both = json!({"StreamName": "s", "NextToken": token});
    let (code, message) = client.refused("ListShards", both).await;
    assert_eq!(code, "InvalidArgumentException");
    assert_eq!(message, "NextToken and StreamName cannot be provided together.");
    let (code, _) = client.refused("ListShards", json!({})).await;
    assert_eq!(code, "InvalidArgumentException");
}

#[tokio::test]
async fn a_stream_is_split_merged_and_scaled_with_its_lineage_to_see() {
    let fixture = Fixture::new().await;
    let client = Client::new(&fixture);
    client.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 1})).await;
    let split = json!({"StreamName": "s", "ShardToSplit": "shardId-000000000000",
        "NewStartingHashKey": "100"});
    assert_eq!(client.ok("SplitShard", split).await, json!({}));
    let merge = json!({"StreamName": "s", "ShardToMerge": "shardId-000000000001",
        "AdjacentShardToMerge": "shardId-000000000002"});
    client.ok("MergeShards", merge).await;
    let scale = json!({"StreamName": "s", "TargetShardCount": 2,
        "ScalingType": "UNIFORM_SCALING"});
    let scaled = client.ok("UpdateShardCount", scale).await;
    assert_eq!((&scaled["CurrentShardCount"], &scaled["TargetShardCount"]), (&json!(1), &json!(2)));
    let listed = client.ok("ListShards", json!({"StreamName": "s"})).await;
    let shard = |number: usize| &listed["Shards"][number];
    assert_eq!(shard(2)["HashKeyRange"]["StartingHashKey"], "100");
    assert_eq!(shard(2)["ParentShardId"], "shardId-000000000000");
    assert_eq!(shard(3)["ParentShardId"], "shardId-000000000001");
    assert_eq!(shard(3)["AdjacentParentShardId"], "shardId-000000000002");
    let number = |number: usize, end: &str| {
        shard(number)["SequenceNumberRange"][end].as_str().map(str::to_owned)
    };
    assert!(number(3, "StartingSequenceNumber") > number(2, "EndingSequenceNumber"));
    assert!(number(5, "StartingSequenceNumber") > number(3, "EndingSequenceNumber"));
    assert_eq!(number(5, "EndingSequenceNumber"), None);
    let open = json!({"StreamName": "s", "ShardFilter": {"Type": "AT_LATEST"}});
    let open = client.ok("ListShards", open).await;
    assert_eq!(open["Shards"].as_array().unwrap().len(), 2);
    let at = json!({"StreamName": "s", "ShardId": "shardId-000000000000",
        "ShardIteratorType": "TRIM_HORIZON"});
    let iterator = client.ok("GetShardIterator", at).await["ShardIterator"].clone();
    let read = client.ok("GetRecords", json!({"ShardIterator": iterator})).await;
    assert_eq!(read.get("NextShardIterator"), None);
    let children = read["ChildShards"].as_array().unwrap();
    assert_eq!(children[0]["ShardId"], "shardId-000000000001");
    assert_eq!(children[0]["ParentShards"], json!(["shardId-000000000000"]));
    assert_eq!(children[1]["HashKeyRange"]["StartingHashKey"], "100");
}

#[tokio::test]
async fn everything_about_a_stream_can_be_changed_and_is_described() {
    let fixture = Fixture::new().await;
    let client = Client::new(&fixture);
    client.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 1})).await;
    let arn = "arn:aws:kinesis:us-east-1:000000000000:stream/s";
    let hours = json!({"StreamARN": arn, "RetentionPeriodHours": 48});
    client.ok("IncreaseStreamRetentionPeriod", hours).await;
    let size = json!({"StreamARN": arn, "MaxRecordSizeInKiB": 2048});
    client.ok("UpdateMaxRecordSize", size).await;
    let metrics = json!({"StreamName": "s", "ShardLevelMetrics": ["ALL"]});
    let enabled = client.ok("EnableEnhancedMonitoring", metrics).await;
    assert_eq!(enabled["CurrentShardLevelMetrics"], json!([]));
    assert_eq!(enabled["DesiredShardLevelMetrics"].as_array().unwrap().len(), 7);
    let some = json!({"StreamName": "s", "ShardLevelMetrics": ["IncomingBytes"]});
    client.ok("DisableEnhancedMonitoring", some).await;
    let mode = json!({"StreamARN": arn, "StreamModeDetails": {"StreamMode": "ON_DEMAND"}});
    client.ok("UpdateStreamMode", mode).await;
    let warm = json!({"StreamARN": arn, "WarmThroughputMiBps": 6});
    let warm = client.ok("UpdateStreamWarmThroughput", warm).await;
    assert_eq!(warm["WarmThroughput"], json!({"TargetMiBps": 6, "CurrentMiBps": 6}));
    let tags = json!({"ResourceARN": arn, "Tags": {"a": "1", "b": "2"}});
    client.ok("TagResource", tags).await;
    client.ok("RemoveTagsFromStream", json!({"StreamName": "s", "TagKeys": ["a"]})).await;
    let listed = client.ok("ListTagsForStream", json!({"StreamName": "s"})).await;
    assert_eq!(listed["Tags"], json!([{"Key": "b", "Value": "2"}]));
    let register = json!({"StreamARN": arn, "ConsumerName": "c", "Tags": {"x": "y"}});
    let registered = client.ok("RegisterStreamConsumer", register).await;
    let consumer = registered["Consumer"]["ConsumerARN"].clone();
    let tags = client.ok("ListTagsForResource", json!({"ResourceARN": consumer})).await;
    assert_eq!(tags["Tags"], json!([{"Key": "x", "Value": "y"}]));
    let described = json!({"StreamARN": arn, "ConsumerName": "c"});
    let described = client.ok("DescribeStreamConsumer", described).await;
    assert_eq!(described["ConsumerDescription"]["ConsumerARN"], consumer);
    assert_eq!(described["ConsumerDescription"]["ConsumerStatus"], "ACTIVE");
    let listed = client.ok("ListStreamConsumers", json!({"StreamARN": arn})).await;
    assert_eq!(listed["Consumers"][0]["ConsumerName"], "c");
    let summary = client.ok("DescribeStreamSummary", json!({"StreamName": "s"})).await;
    let summary = &summary["StreamDescriptionSummary"];
    assert_eq!(summary["RetentionPeriodHours"], 48);
    assert_eq!(summary["MaxRecordSizeInKiB"], 2048);
    assert_eq!(summary["ConsumerCount"], 1);
    assert_eq!(summary["OpenShardCount"], 6);
    assert_eq!(summary["StreamModeDetails"]["StreamMode"], "ON_DEMAND");
    let shown = summary["EnhancedMonitoring"][0]["ShardLevelMetrics"].as_array().unwrap();
    assert_eq!(shown.len(), 6);
    let by_id = json!({"StreamId": summary["StreamId"]});
    let by_id = client.ok("DescribeStream", by_id).await;
    assert_eq!(by_id["StreamDescription"]["StreamName"], "s");
    let limits = client.ok("DescribeLimits", json!({})).await;
    assert_eq!((&limits["OpenShardCount"], &limits["OnDemandStreamCount"]), (&json!(0), &json!(1)));
    let (code, _) = client.refused("DeleteStream", json!({"StreamName": "s"})).await;
    assert_eq!(code, "ResourceInUseException");
    client.ok("DeregisterStreamConsumer", json!({"ConsumerARN": consumer})).await;
    client.ok("DeleteStream", json!({"StreamName": "s"})).await;
}

#[tokio::test]
async fn a_full_disk_throttles_puts_record_by_record_and_reads_go_on() {
    let fixture = Fixture::new().await;
    let client = Client::new(&fixture);
    client.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 1})).await;
    let one = json!({"StreamName": "s", "Data": "", "PartitionKey": "k"});
    client.ok("PutRecord", one.clone()).await;
    fixture.memory_log.set_full(true);
    let (code, message) = client.refused("PutRecord", one.clone()).await;
    assert_eq!(code, "ProvisionedThroughputExceededException");
    assert!(message.starts_with("Rate exceeded for shard shardId-000000000000"), "{message}");
    let entry = json!({"Data": "", "PartitionKey": "k"});
    let two = json!({"StreamName": "s", "Records": [entry.clone(), entry]});
    let put = client.ok("PutRecords", two).await;
    assert_eq!(put["FailedRecordCount"], 2);
    assert_eq!(put["Records"][1]["ErrorCode"], "ProvisionedThroughputExceededException");
    let at = json!({"StreamName": "s", "ShardId": "shardId-000000000000",
        "ShardIteratorType": "TRIM_HORIZON"});
    let iterator = client.ok("GetShardIterator", at).await["ShardIterator"].clone();
    let read = client.ok("GetRecords", json!({"ShardIterator": iterator})).await;
    assert_eq!(read["Records"].as_array().unwrap().len(), 1);
    fixture.memory_log.set_full(false);
    client.ok("PutRecord", one).await;
}

#[tokio::test]
async fn where_rates_are_limited_what_is_over_them_is_refused_record_by_record() {
    let fixture = Fixture::with(Options { limits: true, ..Options::default() }).await;
    let client = Client::new(&fixture);
    client.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 2})).await;
    let entry = |key: &str| json!({"Data": "", "PartitionKey": "k", "ExplicitHashKey": key});
    let low = |count| (0..count).map(|_| entry("0")).collect::<Vec<_>>();
    for _ in 0..2 {
        let put = json!({"StreamName": "s", "Records": low(495)});
        assert_eq!(client.ok("PutRecords", put).await["FailedRecordCount"], 0);
    }
    let mut records = low(12);
    records.push(entry(&u128::MAX.to_string()));
    let put = client.ok("PutRecords", json!({"StreamName": "s", "Records": records})).await;
    assert_eq!(put["FailedRecordCount"], 2);
    let results = put["Records"].as_array().unwrap();
    let refused: Vec<_> = results.iter().map(|result| result["ErrorCode"].is_string()).collect();
    assert_eq!(refused, [vec![false; 10], vec![true, true, false]].concat());
    assert_eq!(results[10]["ErrorCode"], "ProvisionedThroughputExceededException");
    let message = "Rate exceeded for shard shardId-000000000000 in stream s under account \
         000000000000.";
    assert_eq!(results[10]["ErrorMessage"], message);
    assert_eq!(results[10].get("SequenceNumber"), None);
    let one = json!({"StreamName": "s", "Data": "", "PartitionKey": "k", "ExplicitHashKey": "0"});
    let refused = client.refused("PutRecord", one.clone()).await;
    assert_eq!(refused, ("ProvisionedThroughputExceededException".into(), message.into()));
    fixture.clock.advance(Duration::from_millis(1));
    client.ok("PutRecord", one).await;
    let at = json!({"StreamName": "s", "ShardId": "shardId-000000000000",
        "ShardIteratorType": "TRIM_HORIZON"});
    let iterator = client.ok("GetShardIterator", at).await["ShardIterator"].clone();
    let read = json!({"ShardIterator": iterator});
    for _ in 0..5 {
        let read = client.ok("GetRecords", read.clone()).await;
        assert_eq!(read["Records"].as_array().unwrap().len(), 1_001);
    }
    let (code, _) = client.refused("GetRecords", read).await;
    assert_eq!(code, "ProvisionedThroughputExceededException");
    client.ok("DescribeLimits", json!({})).await;
    let (code, _) = client.refused("DescribeLimits", json!({})).await;
    assert_eq!(code, "LimitExceededException");
    fixture.clock.advance(Duration::from_secs(1));
    let wide = json!({"StreamName": "w", "ShardCount": 10_000});
    client.ok("CreateStream", wide).await;
    let wide = json!({"StreamName": "v", "ShardCount": 9_999});
    let (code, message) = client.refused("CreateStream", wide).await;
    assert_eq!(code, "LimitExceededException");
    assert!(message.contains("Current shard count for the account: 10002."), "{message}");
}

#[tokio::test]
async fn a_stream_is_scaled_ten_times_a_day_where_limits_are_on() {
    let fixture = Fixture::with(Options { limits: true, ..Options::default() }).await;
    let client = Client::new(&fixture);
    client.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 1})).await;
    for n in 0..10 {
        let target = json!({"StreamName": "s", "TargetShardCount": 2 - n % 2,
            "ScalingType": "UNIFORM_SCALING"});
        client.ok("UpdateShardCount", target).await;
    }
    fixture.clock.advance(Duration::from_secs(3600));
    let target = json!({"StreamName": "s", "TargetShardCount": 2,
        "ScalingType": "UNIFORM_SCALING"});
    let (code, _) = client.refused("UpdateShardCount", target.clone()).await;
    assert_eq!(code, "LimitExceededException");
    fixture.clock.advance(Duration::from_secs(23 * 3600));
    client.ok("UpdateShardCount", target).await;
}

#[tokio::test]
async fn shards_take_turns_where_partition_keys_are_not_to_decide() {
    let fixture = Fixture::new().await;
    let client = Client::new(&fixture);
    let create = json!({"StreamName": "s", "RecordDistributionStrategy": "AUTO",
        "StreamModeDetails": {"StreamMode": "ON_DEMAND"}});
    client.ok("CreateStream", create).await;
    let records: Vec<_> = (0..8).map(|_| json!({"Data": "", "PartitionKey": "same"})).collect();
    let put = json!({"StreamName": "s", "Records": records});
    let shards = |put: &Value| {
        let results = put["Records"].as_array().unwrap();
        let ids = results.iter().map(|result| result["ShardId"].as_str().unwrap().to_owned());
        ids.collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!(shards(&client.ok("PutRecords", put.clone()).await), 4);
    client.ok("PutRecord", json!({"StreamName": "s", "Data": ""})).await;
    let summary = client.ok("DescribeStreamSummary", json!({"StreamName": "s"})).await;
    let summary = &summary["StreamDescriptionSummary"];
    assert_eq!(summary["RecordDistributionStrategy"], "AUTO");
    let arn = &summary["StreamARN"];
    let by_key = json!({"StreamARN": arn, "RecordDistributionStrategy": "USER_PARTITION_KEY"});
    client.ok("UpdateStreamRecordDistributionStrategy", by_key).await;
    assert_eq!(shards(&client.ok("PutRecords", put).await), 1);
    let (code, message) = client.refused("PutRecord", json!({"StreamName": "s", "Data": ""})).await;
    assert_eq!(code, "ValidationException");
    assert!(message.contains("Value null at 'partitionKey'"), "{message}");
    let provisioned = json!({"StreamName": "p", "ShardCount": 1,
        "RecordDistributionStrategy": "AUTO"});
    let (code, _) = client.refused("CreateStream", provisioned).await;
    assert_eq!(code, "InvalidArgumentException");
}

#[tokio::test]
async fn a_dry_run_says_what_would_happen_and_does_nothing() {
    let fixture = Fixture::new().await;
    let client = Client::new(&fixture);
    client.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 1})).await;
    let put = json!({"StreamName": "s", "Data": "", "PartitionKey": "k", "DryRun": true});
    assert_eq!(client.refused("PutRecord", put).await.0, "DryRunOperationException");
    let records = json!([{"Data": "", "PartitionKey": "k"}]);
    let put = json!({"StreamName": "s", "Records": records, "DryRun": true});
    assert_eq!(client.refused("PutRecords", put).await.0, "DryRunOperationException");
    let put = json!({"StreamName": "s", "Data": "", "DryRun": true});
    assert_eq!(client.refused("PutRecord", put).await.0, "ValidationException");
    let at = json!({"StreamName": "s", "ShardId": "shardId-000000000000",
        "ShardIteratorType": "TRIM_HORIZON"});
    let iterator = client.ok("GetShardIterator", at).await["ShardIterator"].clone();
    let read = json!({"ShardIterator": iterator, "DryRun": true});
    assert_eq!(client.refused("GetRecords", read).await.0, "DryRunOperationException");
    let read = json!({"ShardIterator": "AAAA", "DryRun": true});
    assert_eq!(client.refused("GetRecords", read).await.0, "InvalidArgumentException");
    let read = client.ok("GetRecords", json!({"ShardIterator": iterator})).await;
    assert_eq!(read["Records"], json!([]));
}

#[tokio::test]
async fn wrong_requests_get_the_services_code_and_words() {
    let fixture = Fixture::new().await;
    let client = Client::new(&fixture);
    client.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 1})).await;
    let big = "A".repeat((1 << 20) / 3 * 4 + 8);
    let cases = [
        (
            "CreateStream",
            json!({"StreamName": "s", "ShardCount": 1}),
            "ResourceInUseException",
            "Stream s under account 000000000000 already exists.",
        ),
        (
            "DescribeStream",
            json!({"StreamName": "none"}),
            "ResourceNotFoundException",
            "Stream none under account 000000000000 not found.",
        ),
        (
            "PutRecord",
            json!({"StreamName": "s", "Data": "", "PartitionKey": "k",
                "ExplicitHashKey": "340282366920938463463374607431768211456"}),
            "InvalidArgumentException",
            "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. \
             Specified value was 340282366920938463463374607431768211456",
        ),
        (
            "PutRecord",
            json!({"StreamName": "s", "Data": big, "PartitionKey": "k"}),
            "ValidationException",
            "1 validation error detected: Value at 'data' failed to satisfy constraint: \
             Member must have length less than or equal to 1048576",
        ),
        (
            "PutRecord",
            json!({"StreamName": "s", "Data": "", "PartitionKey": "k",
                "SequenceNumberForOrdering": "12"}),
            "InvalidArgumentException",
            "ExclusiveMinimumSequenceNumber 12 used in PutRecord on stream s under account \
             000000000000 is invalid.",
        ),
        (
            "GetShardIterator",
            json!({"StreamName": "s", "ShardId": "shardId-000000000000",
                "ShardIteratorType": "AT_SEQUENCE_NUMBER"}),
            "InvalidArgumentException",
            "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and \
             StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. \
             Request specified AT_SEQUENCE_NUMBER and no StartingSequenceNumber.",
        ),
        (
            "GetRecords",
            json!({"ShardIterator": "AAAA"}),
            "InvalidArgumentException",
            "Invalid ShardIterator.",
        ),
    ];
    for (operation, input, code, message) in cases {
        let refused = client.refused(operation, input).await;
        assert_eq!(refused, (code.to_owned(), message.to_owned()), "{operation}");
    }
    let (code, _) = client.refused("CreateStream", json!({"StreamName": "x"})).await;
    assert_eq!(code, "InvalidArgumentException");
    let (code, _) = client.refused("CreateStream", json!({"StreamName": "no spaces"})).await;
    assert_eq!(code, "ValidationException");
}

/// What of the model is refused with `UnsupportedOperationException`; docs/apis.md says the same.
const NOT_SERVED: [&str; 17] = [
    "AcknowledgeDeadLetterQueueRecords",
    "AcknowledgeQueueRecords",
    "CreateChannel",
    "CreateQueue",
    "DeleteChannel",
    "DeleteQueue",
    "DescribeChannel",
    "DescribeQueue",
    "ListChannels",
    "ListQueues",
    "ReceiveDeadLetterQueueRecords",
    "ReceiveQueueRecords",
    "RestoreDeadLetterQueueRecords",
    "UpdateChannel",
    "UpdateDeadLetterQueueRecordsVisibility",
    "UpdateQueue",
    "UpdateQueueRecordsVisibility",
];

#[tokio::test]
async fn every_operation_of_the_model_is_served_but_queues_and_channels() {
    let fixture = Fixture::new().await;
    let api = fixture.streams.api();
    let served: Vec<_> = api.operation_names().collect();
    assert!(served.is_sorted(), "{served:?}");
    let model = levada_model::service("kinesis").unwrap();
    let names = model.operations.iter().map(|operation| operation.name);
    let missing: Vec<_> = names.filter(|name| !served.contains(name)).collect();
    assert_eq!(missing, NOT_SERVED);
}

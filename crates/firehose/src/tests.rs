//! What delivery streams promise, on virtual time.
//! Does not: repeat what destinations' own tests show.

use std::time::Duration;

use bytes::Bytes;
use levada_types::{
    FlowError, OutgoingRecord, ProducerId, RecordSink, RecordSource, ShardId, StartAt,
};
use levada_wire::{AnswerForm, AwsError, Caller, Document};
use serde_json::{Value, json};

use crate::store::{Bounds, Cursor, shard_key};
use crate::testing::{Fixture, START, bucket, name, s3};

const MIB: usize = 1024 * 1024;

#[tokio::test]
async fn a_batch_is_delivered_when_its_interval_is_over_and_not_before() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("tolls", s3(5, 60)).await;
    fixture.put(&stream, &["a", "b"]).await;
    fixture.clock.advance(Duration::from_secs(59));
    fixture.put(&stream, &["c"]).await;
    fixture.settle().await;
    assert!(fixture.objects().await.is_empty());
    fixture.clock.advance(Duration::from_secs(1));
    let objects = fixture.delivered(&stream, 4, 1).await;
    assert!(objects[0].0.starts_with("tolls/2023/11/14/22/tolls-1-2023-11-14-22-13-20-"));
    assert_eq!(objects[0].1, "abc");
}

#[tokio::test]
async fn a_batch_is_delivered_when_it_is_full() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("tolls", s3(1, 900)).await;
    let record = "x".repeat(400 * 1024);
    for _ in 0..5 {
        fixture.put(&stream, &[&record]).await;
    }
    let objects = fixture.delivered(&stream, 5, 2).await;
    assert!(objects.iter().all(|(_, content)| content.len() == 2 * 400 * 1024));
    fixture.clock.advance(Duration::from_secs(900));
    fixture.delivered(&stream, 6, 3).await;
}

#[tokio::test]
async fn a_backlog_is_cut_where_it_would_have_been_cut_in_time() {
    let mut fixture = Fixture::new().await;
    let stream = fixture.create("tolls", s3(5, 60)).await;
    fixture.settle().await;
    for text in ["a", "b", "c"] {
        fixture.put(&stream, &[text]).await;
        // Nobody is there to deliver while time passes.
        fixture.crash_and_reopen().await;
        fixture.clock.advance(Duration::from_secs(40));
    }
    fixture.clock.advance(Duration::from_secs(60));
    let objects = fixture.delivered(&stream, 4, 2).await;
    let contents: Vec<&[u8]> = objects.iter().map(|(_, content)| &content[..]).collect();
    assert_eq!(contents, [&b"ab"[..], b"c"]);
}

#[tokio::test]
async fn a_crash_between_delivery_and_checkpoint_overwrites_the_same_object() {
    let mut fixture = Fixture::new().await;
    let stream = fixture.create("tolls", s3(5, 60)).await;
    fixture.put(&stream, &["a", "b"]).await;
    fixture.clock.advance(Duration::from_secs(60));
    let before = fixture.delivered(&stream, 3, 1).await;
    let pending = Some(Bounds { first: 1, end: 3, oldest: START });
    let cursor = Cursor { next: 1, pending };
    fixture.crash().await;
    fixture.store.cursors.put(&shard_key(stream.shard), &cursor).await.unwrap();
    fixture.put(&stream, &["c"]).await;
    fixture.crash_and_reopen().await;
    let after = fixture.delivered(&stream, 3, 1).await;
    assert_eq!(after, before);
    fixture.clock.advance(Duration::from_secs(60));
    let objects = fixture.delivered(&stream, 4, 2).await;
    let contents: Vec<&[u8]> = objects.iter().map(|(_, content)| &content[..]).collect();
    assert_eq!(contents, [&b"ab"[..], b"c"]);
}

#[tokio::test]
async fn records_survive_a_crash_and_are_delivered_afterwards() {
    let mut fixture = Fixture::new().await;
    let stream = fixture.create("tolls", s3(5, 60)).await;
    fixture.put(&stream, &["a"]).await;
    fixture.crash_and_reopen().await;
    fixture.clock.advance(Duration::from_secs(60));
    assert_eq!(fixture.delivered(&stream, 2, 1).await[0].1, "a");
}

#[tokio::test]
async fn a_missing_bucket_delays_delivery_and_loses_nothing() {
    use levada_blob::BlobStore as _;
    let fixture = Fixture::new().await;
    fixture.blob.delete_bucket(&bucket()).await.unwrap();
    let stream = fixture.create("tolls", s3(5, 0)).await;
    fixture.put(&stream, &["a"]).await;
    fixture.settle().await;
    fixture.blob.create_bucket(&bucket()).await.unwrap();
    fixture.clock.advance(Duration::from_secs(120));
    assert_eq!(fixture.delivered(&stream, 2, 1).await[0].1, "a");
}

#[tokio::test]
async fn a_deleted_stream_leaves_neither_records_nor_rows() {
    let mut fixture = Fixture::new().await;
    let stream = fixture.create("tolls", s3(5, 60)).await;
    fixture.put(&stream, &["a"]).await;
    fixture.clock.advance(Duration::from_secs(60));
    fixture.delivered(&stream, 2, 1).await;
    fixture.firehose.delete(&name("tolls")).await.unwrap();
    assert!(fixture.log.shards().is_empty());
    assert!(fixture.store.cursors.all().await.unwrap().is_empty());
    assert!(fixture.store.doomed.all().await.unwrap().is_empty());
    fixture.crash_and_reopen().await;
    assert!(fixture.firehose.find(&name("tolls")).is_err());
    let again = fixture.create("tolls", s3(5, 60)).await;
    fixture.put(&again, &["a"]).await;
    fixture.clock.advance(Duration::from_secs(60));
    fixture.delivered(&again, 2, 2).await;
}

#[tokio::test]
async fn a_delivery_stream_is_a_source_with_one_shard_and_a_sink() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("tolls", s3(5, 900)).await;
    let arn = stream.arn(&fixture.firehose.identity);
    let record = || OutgoingRecord { partition_key: "k".into(), data: Bytes::from_static(b"a") };
    let producer = || Some(ProducerId { id: "p".into(), epoch: 1, sequence: 0 });
    let sink: &dyn RecordSink = fixture.firehose.as_ref();
    assert_eq!(sink.put(&arn, vec![record(), record()], producer()).await, Ok(()));
    let repeated = sink.put(&arn, vec![record(), record()], producer()).await;
    assert_eq!(repeated, Err(FlowError::Overlap { next: 2 }));
    let source: &dyn RecordSource = fixture.firehose.as_ref();
    let shard = source.shards(&arn).await.unwrap()[0].id;
    let from = source.position(&arn, shard, StartAt::TrimHorizon).await.unwrap();
    let read = source.read(&arn, shard, from, 10).await.unwrap();
    assert_eq!(read.records.len(), 2);
    assert_eq!(read.records[1].sequence_number, stream.sequence(2, START).to_string());
    assert_eq!((read.next, read.horizon, read.finished), (3, START, false));
    let missing = source.read(&arn, ShardId(1), 1, 1).await;
    assert!(matches!(missing, Err(FlowError::NotFound(_))));
    let identity = &fixture.firehose.identity;
    let wrong = source.shards(&identity.stream("tolls")).await;
    assert!(matches!(wrong, Err(FlowError::Refused(_))));
    let absent = source.shards(&identity.delivery_stream("none")).await;
    assert!(matches!(absent, Err(FlowError::NotFound(_))));
}

async fn ask(fixture: &Fixture, operation: &str, input: Value) -> Result<Value, AwsError> {
    let identity = levada_types::Identity::default();
    let caller = Caller { access_key: None, identity, request_id: "r".into(), producer: None };
    let body = Document::Json(input.to_string().into());
    let api = fixture.firehose.api();
    let answer = api.call(operation, caller, body, AnswerForm::Json).await;
    let bytes = answer.expect("the operation is in the list")?;
    Ok(serde_json::from_slice(&bytes).unwrap_or(Value::Null))
}

fn redshift() -> Value {
    json!({
        "RoleARN": "arn:aws:iam::000000000000:role/r",
        "ClusterJDBCURL": "jdbc:redshift://localhost:5439/levada",
        "CopyCommand": {"DataTableName": "t", "CopyOptions": "JSON 'auto'"},
        "Username": "loader", "Password": "hunter2hunter2",
        "S3Configuration": {
            "RoleARN": "arn:aws:iam::000000000000:role/r", "BucketARN": "arn:aws:s3:::archive",
            "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 900},
        },
    })
}

#[tokio::test]
async fn a_client_creates_describes_lists_puts_and_deletes() {
    let fixture = Fixture::new().await;
    let create = json!({
        "DeliveryStreamName": "tolls",
        "ExtendedS3DestinationConfiguration": {
            "RoleARN": "arn:aws:iam::000000000000:role/r", "BucketARN": "arn:aws:s3:::archive",
            "Prefix": "raw/!{timestamp:yyyy}/", "ErrorOutputPrefix": "bad/",
            "CompressionFormat": "GZIP",
        },
    });
    let created = ask(&fixture, "CreateDeliveryStream", create.clone()).await.unwrap();
    let arn = "arn:aws:firehose:us-east-1:000000000000:deliverystream/tolls";
    assert_eq!(created["DeliveryStreamARN"], arn);
    let twice = ask(&fixture, "CreateDeliveryStream", create).await.unwrap_err();
    assert_eq!(twice.code, "ResourceInUseException");
    let named = json!({"DeliveryStreamName": "tolls"});
    let described = ask(&fixture, "DescribeDeliveryStream", named.clone()).await.unwrap();
    let described = &described["DeliveryStreamDescription"];
    assert_eq!(described["DeliveryStreamStatus"], "ACTIVE");
    let s3 = &described["Destinations"][0]["ExtendedS3DestinationDescription"];
    assert_eq!(s3["BufferingHints"], json!({"SizeInMBs": 5, "IntervalInSeconds": 300}));
    assert_eq!(s3["BucketARN"], "arn:aws:s3:::archive");
    let put = json!({"DeliveryStreamName": "tolls", "Record": {"Data": "aGk="}});
    let put = ask(&fixture, "PutRecord", put).await.unwrap();
    assert_eq!(put["RecordId"].as_str().unwrap().len(), 56);
    let batch = json!({"DeliveryStreamName": "tolls", "Records": [{"Data": "aGk="}, {"Data": ""}]});
    let batch = ask(&fixture, "PutRecordBatch", batch).await.unwrap();
    assert_eq!(batch["FailedPutCount"], 0);
    assert_eq!(batch["RequestResponses"].as_array().unwrap().len(), 2);
    let listed = ask(&fixture, "ListDeliveryStreams", json!({})).await.unwrap();
    let expected = json!({"DeliveryStreamNames": ["tolls"], "HasMoreDeliveryStreams": false});
    assert_eq!(listed, expected);
    ask(&fixture, "DeleteDeliveryStream", named.clone()).await.unwrap();
    let gone = ask(&fixture, "DescribeDeliveryStream", named).await.unwrap_err();
    assert_eq!(gone.code, "ResourceNotFoundException");
    assert_eq!(gone.message, "Firehose tolls under account 000000000000 not found.");
}

#[tokio::test]
async fn a_password_is_kept_and_never_shown() {
    let fixture = Fixture::new().await;
    let create =
        json!({"DeliveryStreamName": "load", "RedshiftDestinationConfiguration": redshift()});
    ask(&fixture, "CreateDeliveryStream", create).await.unwrap();
    let named = json!({"DeliveryStreamName": "load"});
    let described = ask(&fixture, "DescribeDeliveryStream", named).await.unwrap();
    assert!(!described.to_string().contains("hunter2"));
    let shown = &described["DeliveryStreamDescription"]["Destinations"][0];
    let shown = &shown["RedshiftDestinationDescription"];
    assert_eq!(shown["RetryOptions"]["DurationInSeconds"], 3600);
    let stored = fixture.firehose.find(&name("load")).unwrap();
    assert!(!format!("{stored:?}").contains("hunter2"));
}

#[tokio::test]
async fn what_cannot_be_served_is_refused_by_name_and_leaves_nothing() {
    let fixture = Fixture::new().await;
    let s3 = |more: Value| {
        let mut config = json!({
            "RoleARN": "arn:aws:iam::000000000000:role/r", "BucketARN": "arn:aws:s3:::archive",
        });
        for (key, value) in more.as_object().unwrap() {
            config[key] = value.clone();
        }
        json!({"DeliveryStreamName": "d", "ExtendedS3DestinationConfiguration": config})
    };
    let mut both = s3(json!({}));
    both["RedshiftDestinationConfiguration"] = redshift();
    let typed = json!({"DeliveryStreamName": "d", "DeliveryStreamType": "MSKAsSource"});
    for (input, expected) in [
        (json!({"DeliveryStreamName": "d"}), "No destination"),
        (both, "Exactly one destination"),
        (typed, "DeliveryStreamType MSKAsSource"),
        (s3(json!({"CompressionFormat": "ZIP"})), "CompressionFormat ZIP"),
        (s3(json!({"BufferingHints": {"SizeInMBs": 1}})), "must be given together"),
        (s3(json!({"Prefix": "!{x:y}"})), "not a known expression"),
        (s3(json!({"ProcessingConfiguration": {"Enabled": true}})), "ProcessingConfiguration"),
        (s3(json!({"S3BackupMode": "Enabled"})), "S3BackupMode"),
    ] {
        let refused = ask(&fixture, "CreateDeliveryStream", input).await.unwrap_err();
        assert_eq!(refused.code, "InvalidArgumentException");
        assert!(refused.message.contains(expected), "{}", refused.message);
    }
    assert!(fixture.firehose.list(None, 10).0.is_empty());
    assert!(fixture.log.shards().is_empty());
}

#[tokio::test]
async fn records_over_the_limits_are_refused_whole() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("tolls", s3(5, 60)).await;
    let put = |sizes: &[usize]| {
        let records = sizes.iter().map(|size| Bytes::from(vec![b'x'; *size])).collect();
        fixture.firehose.put(&stream, records, None)
    };
    assert!(put(&[1_024_001]).await.is_err());
    assert!(put(&[1_000_000; 5]).await.is_err());
    assert_eq!(fixture.log.tip(stream.shard).unwrap().next, 1);
    assert!(put(&[1_024_000]).await.is_ok());
    assert!(put(&[MIB / 2; 8]).await.is_ok());
}

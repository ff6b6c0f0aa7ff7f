//! Streams over the log on disk: what was acknowledged is there after the power was cut.
//! Does not: test the log's own formats, or go over the network.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

use std::collections::BTreeMap;
use std::sync::Arc;

use levada_env::Env;
use levada_env::disk::{RealDisk, SimDisk};
use levada_log::{DiskLog, Options, PayloadSeal};
use levada_meta::SqliteStore;
use levada_streams::{KeyRing, Streams};
use levada_types::{Identity, Timestamp};
use levada_wire::{AnswerForm, AwsError, Caller, Document};
use serde_json::{Value, json};

async fn ask(streams: &Arc<Streams>, operation: &str, input: Value) -> Result<Value, AwsError> {
    let caller = Caller {
        access_key: None,
        identity: Identity::default(),
        request_id: "r".into(),
        producer: None,
    };
    let body = Document::Json(input.to_string().into());
    let answer = streams.api().call(operation, caller, body, AnswerForm::Json).await;
    Ok(serde_json::from_slice(&answer.expect("the operation is in the list")?).unwrap_or_default())
}

/// What a client was told: shard and sequence number of each datum.
type Acknowledged = BTreeMap<String, (String, String)>;

async fn put_until_the_power_goes(
    streams: &Arc<Streams>,
    stream: &str,
    round: u64,
    acknowledged: &mut Acknowledged,
) {
    for call in 0..200 {
        let texts: Vec<String> = (0..5).map(|n| format!("{round:02}{call:05}{n}")).collect();
        let records: Vec<Value> =
            texts.iter().map(|text| json!({"Data": text, "PartitionKey": text})).collect();
        let put = json!({"StreamName": stream, "Records": records});
        let Ok(answer) = ask(streams, "PutRecords", put).await else { return };
        for (text, result) in texts.into_iter().zip(answer["Records"].as_array().unwrap()) {
            let member = |name: &str| result[name].as_str().unwrap().to_owned();
            acknowledged.insert(text, (member("ShardId"), member("SequenceNumber")));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acknowledged_record_reads_back_under_its_number_after_every_power_cut() {
    for seed in 0..4 {
        let dir = tempfile::tempdir().unwrap();
        let disk = SimDisk::new(seed);
        let (env, clock) = Env::virtual_at(Timestamp(1_700_000_000_000), seed);
        let open = || async {
            let options = Options::small("/log");
            let (log, _) = DiskLog::open(options, Arc::new(disk.clone()), &env).unwrap();
            let meta = Arc::new(SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap());
            Streams::open(log, meta, Identity::default(), env.clone()).await.unwrap()
        };
        let mut streams = open().await;
        let create = json!({"StreamName": "s", "ShardCount": 3});
        ask(&streams, "CreateStream", create).await.unwrap();
        let mut acknowledged = Acknowledged::new();
        for round in 0..3 {
            disk.cut_power_after(20 + 37 * (seed + round));
            put_until_the_power_goes(&streams, "s", round, &mut acknowledged).await;
            assert!(!disk.has_power());
            drop(streams);
            disk.crash();
            clock.advance(std::time::Duration::from_secs(1));
            streams = open().await;
            for (text, (shard, number)) in &acknowledged {
                let at = json!({"StreamName": "s", "ShardId": shard,
                    "ShardIteratorType": "AT_SEQUENCE_NUMBER", "StartingSequenceNumber": number});
                let at = ask(&streams, "GetShardIterator", at).await.unwrap();
                let read = json!({"ShardIterator": at["ShardIterator"], "Limit": 1});
                let read = ask(&streams, "GetRecords", read).await.unwrap();
                let record = &read["Records"][0];
                assert_eq!(record["SequenceNumber"], number.as_str(), "seed {seed}");
                assert_eq!(record["Data"], text.as_str(), "seed {seed}");
            }
        }
        assert!(!acknowledged.is_empty());
    }
}

/// Every byte of every file below `dir`.
fn all_bytes(dir: &std::path::Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bytes.extend(all_bytes(&path));
        } else {
            bytes.extend(std::fs::read(path).unwrap());
        }
    }
    bytes
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|part| part == needle.as_bytes())
}

async fn put_text(streams: &Arc<Streams>, text: &str) -> Value {
    // The wire has base64; what lies on disk are the bytes themselves.
    let data = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, text);
    let put = json!({"StreamName": "s", "Data": data, "PartitionKey": format!("key of {text}")});
    ask(streams, "PutRecord", put).await.unwrap()
}

async fn read_texts(streams: &Arc<Streams>) -> Result<Vec<(String, Value)>, AwsError> {
    let at = json!({"StreamName": "s", "ShardId": "shardId-000000000000",
        "ShardIteratorType": "TRIM_HORIZON"});
    let at = ask(streams, "GetShardIterator", at).await?;
    let read = ask(streams, "GetRecords", json!({"ShardIterator": at["ShardIterator"]})).await?;
    let text = |record: &Value| {
        let engine = &base64::engine::general_purpose::STANDARD;
        let data = base64::Engine::decode(engine, record["Data"].as_str().unwrap()).unwrap();
        (String::from_utf8(data).unwrap(), record["EncryptionType"].clone())
    };
    Ok(read["Records"].as_array().unwrap().iter().map(text).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn records_of_an_encrypted_stream_lie_on_disk_as_nobody_can_read_them() {
    let dir = tempfile::tempdir().unwrap();
    let (env, clock) = Env::virtual_at(Timestamp(1_700_000_000_000), 1);
    let open = |dir: &std::path::Path| {
        let (dir, env) = (dir.to_owned(), env.clone());
        async move {
            let ring = KeyRing::open(&dir, "master.key", &env).unwrap();
            let seal: Arc<dyn PayloadSeal> = ring.clone();
            let options = Options { seal: Some(seal), ..Options::small(dir.join("log")) };
            let (log, _) = DiskLog::open(options, Arc::new(RealDisk), &env).unwrap();
            let meta = Arc::new(SqliteStore::open(&dir.join("meta.sqlite")).unwrap());
            let options = levada_streams::Options { key_ring: Some(ring), ..Default::default() };
            let identity = Identity::default();
            Streams::open_with(log, meta, identity, env, options).await.unwrap()
        }
    };
    let streams = open(dir.path()).await;
    ask(&streams, "CreateStream", json!({"StreamName": "s", "ShardCount": 1})).await.unwrap();
    assert_eq!(put_text(&streams, "plain-before").await.get("EncryptionType"), None);
    clock.advance(std::time::Duration::from_secs(1));
    let start = json!({"StreamName": "s", "EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"});
    ask(&streams, "StartStreamEncryption", start.clone()).await.unwrap();
    for n in 0..200 {
        let put = put_text(&streams, &format!("sealed-secret-{n:03}")).await;
        assert_eq!(put["EncryptionType"], "KMS");
    }
    let described = ask(&streams, "DescribeStream", json!({"StreamName": "s"})).await.unwrap();
    assert_eq!(described["StreamDescription"]["KeyId"], "alias/aws/kinesis");
    // A crash: what the ring's files hold is what comes back.
    drop(streams);
    let streams = open(dir.path()).await;
    let bytes = all_bytes(dir.path());
    assert!(holds(&bytes, "plain-before"), "the search finds what is not encrypted");
    assert!(!holds(&bytes, "sealed-secret"), "a record lies on disk as plain text");
    assert!(!holds(&bytes, "key of sealed"), "a partition key lies on disk as plain text");
    let read = read_texts(&streams).await.unwrap();
    assert_eq!(read.len(), 201);
    assert_eq!(read[0], ("plain-before".to_owned(), Value::Null));
    assert_eq!(read[200], ("sealed-secret-199".to_owned(), json!("KMS")));
    ask(&streams, "StopStreamEncryption", start).await.unwrap();
    put_text(&streams, "plain-after").await;
    drop(streams);
    let streams = open(dir.path()).await;
    assert!(holds(&all_bytes(dir.path()), "plain-after"));
    assert_eq!(read_texts(&streams).await.unwrap().len(), 202);
    // Another master key: nothing is lost, and nothing can be read.
    drop(streams);
    let master = std::fs::read(dir.path().join("master.key")).unwrap();
    std::fs::remove_file(dir.path().join("master.key")).unwrap();
    let streams = open(dir.path()).await;
    let refused = read_texts(&streams).await.unwrap_err();
    assert_eq!(refused.code, "KMSInvalidStateException");
    drop(streams);
    std::fs::write(dir.path().join("master.key"), master).unwrap();
    let streams = open(dir.path()).await;
    assert_eq!(read_texts(&streams).await.unwrap().len(), 202);
}

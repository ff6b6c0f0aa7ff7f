//! Streams over the log on disk: what was acknowledged is there after the power was cut.
//! Does not: test the log's own formats, or go over the network.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

use std::collections::BTreeMap;
use std::sync::Arc;

use levada_env::Env;
use levada_env::disk::SimDisk;
use levada_log::{DiskLog, Options};
use levada_meta::SqliteStore;
use levada_streams::Streams;
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

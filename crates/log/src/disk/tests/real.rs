//! The log on the machine's own disk, driven by its threads.
//! Does not: cut the power; see `crash`.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use levada_env::Env;
use levada_env::disk::RealDisk;
use levada_types::ShardUid;

use crate::{AppendBatch, DiskLog, Options, RecordLog, ShardAppend};

const DAY: Duration = Duration::from_secs(86_400);

fn one(shard: u64, payloads: &[&[u8]]) -> AppendBatch {
    let payloads = payloads.iter().map(|payload| Bytes::copy_from_slice(payload)).collect();
    AppendBatch { producer: None, appends: vec![ShardAppend { shard: ShardUid(shard), payloads }] }
}

#[tokio::test(flavor = "multi_thread")]
async fn records_of_concurrent_appends_are_there_after_reopening() {
    let dir = tempfile::tempdir().unwrap();
    let env = Env::real();
    let open = || DiskLog::open(Options::small(dir.path()), Arc::new(RealDisk), &env).unwrap();
    let (log, report) = open();
    assert_eq!((report.batches, report.records), (0, 0));
    let tasks: Vec<_> = (0..8)
        .map(|shard| {
            let log = Arc::clone(&log);
            tokio::spawn(async move {
                log.open_shard(ShardUid(shard), DAY).await.unwrap();
                for n in 0..100u32 {
                    let payload = vec![shard as u8; n as usize * 50];
                    log.append(one(shard, &[&n.to_le_bytes(), &payload])).await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    drop(log);
    let (log, report) = open();
    assert_eq!(report.torn_tail_bytes, 0);
    for shard in 0..8 {
        let mut from = 0;
        let mut read = Vec::new();
        loop {
            let more = log.read(ShardUid(shard), from, 77, 100_000).await.unwrap();
            if more.entries.is_empty() {
                break;
            }
            from = more.next;
            read.extend(more.entries);
        }
        assert_eq!(read.len(), 200, "shard {shard}");
        for (n, entries) in read.chunks(2).enumerate() {
            assert_eq!(entries[0].index, n as u64 * 2 + 1);
            assert_eq!(entries[0].payload, (n as u32).to_le_bytes().as_slice());
            assert_eq!(entries[1].payload, vec![shard as u8; n * 50]);
        }
    }
}

#[tokio::test]
async fn a_second_opening_of_the_directory_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let env = Env::real();
    let open = || DiskLog::open(Options::small(dir.path()), Arc::new(RealDisk), &env);
    let (log, _) = open().unwrap();
    let refused = open().err().unwrap();
    assert!(refused.to_string().contains("another process"), "{refused}");
    drop(log);
    open().unwrap();
}

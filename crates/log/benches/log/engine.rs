//! The record log under load: a closed loop of so many appends in flight.
//! Does not: compare; see `main`.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use levada_env::Env;
use levada_env::disk::RealDisk;
use levada_log::{AppendBatch, DiskLog, Options, RecordLog, RecoveryReport, ShardAppend, Written};
use levada_types::ShardUid;

use crate::report::Latencies;

pub const DAY: Duration = Duration::from_secs(86_400);

/// One measurement.
#[derive(Clone, Copy)]
pub struct Load {
    pub record_bytes: usize,
    pub in_flight: u64,
    pub shards: u64,
    pub time: Duration,
    /// Records of each append.
    pub records: u64,
}

pub struct Reached {
    pub records_per_second: f64,
    pub latencies: Latencies,
    pub batch_bytes: f64,
    pub ring_bytes_per_second: f64,
    /// Bytes written to the disk per byte of payload.
    pub amplification: f64,
}

/// A log, and whether it writes past the page cache.
pub struct Opened {
    pub log: Arc<DiskLog>,
    pub direct: bool,
}

pub fn open(dir: &Path, options: impl FnOnce(Options) -> Options) -> Opened {
    let (log, report) = reopen(dir, options);
    Opened { log, direct: report.direct_writes }
}

pub fn reopen(
    dir: &Path,
    options: impl FnOnce(Options) -> Options,
) -> (Arc<DiskLog>, RecoveryReport) {
    let options = options(Options::at(dir));
    DiskLog::open(options, Arc::new(RealDisk), &Env::real()).expect("open")
}

/// No segment is written while this log is measured: its ring holds 2 GiB.
pub fn ring_only(options: Options) -> Options {
    Options {
        ring_file_bytes: 64 << 20,
        ring_files: 32,
        ring_files_max: 32,
        flush_bytes: u64::MAX,
        ..options
    }
}

pub async fn make_shards(log: &Arc<DiskLog>, shards: u64) {
    let opening = (1..=shards).map(|uid| {
        let log = Arc::clone(log);
        tokio::spawn(async move { log.open_shard(ShardUid(uid), DAY).await.expect("open a shard") })
    });
    for task in opening.collect::<Vec<_>>() {
        task.await.expect("open a shard");
    }
}

fn batch(shard: u64, payload: &Bytes, records: u64) -> AppendBatch {
    let payloads = vec![payload.clone(); records as usize];
    let appends = vec![ShardAppend { shard: ShardUid(shard), payloads }];
    AppendBatch { producer: None, appends }
}

/// Appends with `load.in_flight` tasks that each wait for their answer, then go on.
pub async fn append(log: &Arc<DiskLog>, load: Load) -> Reached {
    let stop = Arc::new(AtomicBool::new(false));
    let before = log.written();
    let began = Instant::now();
    let tasks: Vec<_> = (0..load.in_flight)
        .map(|task| {
            let (log, stop) = (Arc::clone(log), Arc::clone(&stop));
            tokio::spawn(async move {
                let payload = Bytes::from(vec![task as u8; load.record_bytes]);
                let (mut latencies, mut shard) = (Latencies::default(), task);
                while !stop.load(Ordering::Relaxed) {
                    let started = Instant::now();
                    let batch = batch(shard % load.shards + 1, &payload, load.records);
                    log.append(batch).await.expect("append");
                    latencies.add(started.elapsed());
                    shard += load.in_flight;
                }
                latencies
            })
        })
        .collect();
    tokio::time::sleep(load.time).await;
    stop.store(true, Ordering::Relaxed);
    let mut latencies = Latencies::default();
    for task in tasks {
        latencies.merge(task.await.expect("an appending task"));
    }
    reached(latencies, before, log.written(), began.elapsed(), load)
}

fn reached(
    latencies: Latencies,
    before: Written,
    after: Written,
    took: Duration,
    load: Load,
) -> Reached {
    let ring = (after.ring_bytes - before.ring_bytes) as f64;
    let segments = (after.segment_bytes - before.segment_bytes) as f64;
    let batches = (after.batches - before.batches) as f64;
    let records = latencies.count() as f64 * load.records as f64;
    let payload = records * load.record_bytes as f64;
    Reached {
        records_per_second: records / took.as_secs_f64(),
        latencies,
        batch_bytes: ring / batches.max(1.0),
        ring_bytes_per_second: ring / took.as_secs_f64(),
        amplification: (ring + segments) / payload,
    }
}

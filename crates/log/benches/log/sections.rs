//! What is measured beside appends: reads, recovery, memory, and the peers.
//! Does not: hold the loops themselves.

use std::process::Command;
use std::time::{Duration, Instant};

use bytes::Bytes;
use levada_log::{AppendBatch, Options, RecordLog, ShardAppend};
use levada_types::ShardUid;

use crate::engine::{self, Load, make_shards, ring_only};
use crate::peers::{Kind, Peer};
use crate::report::{heading, mib};
use crate::{Bench, bare, block_on, priority};

const MANY_SHARDS: u64 = 10_000;
const RECOVERED_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// So many records of 1 KiB for one shard.
fn batch(shard: u64, count: usize, payload: &Bytes) -> AppendBatch {
    let payloads = vec![payload.clone(); count];
    AppendBatch { producer: None, appends: vec![ShardAppend { shard: ShardUid(shard), payloads }] }
}

impl Bench {
    /// One shard out of many is read from its beginning, after segments were joined.
    pub fn reads(&self) {
        heading("catch-up reads: shards out of 10,000 from the disk, beside random 64 KiB reads");
        let dir = self.fresh("reads");
        let options = |options: Options| Options {
            rewrite_pause: Duration::from_secs(1),
            tail_bytes_max: 0,
            block_cache_bytes: 0,
            ..options
        };
        let opened = engine::open(&dir, options);
        let log = &opened.log;
        block_on(make_shards(log, MANY_SHARDS));
        let payload = Bytes::from(vec![7; 1024]);
        for round in 0..90 {
            for shard in 1..=MANY_SHARDS {
                let append = log.append(batch(shard, 1, &payload));
                if shard == MANY_SHARDS || (shard + round) % 500 == 0 {
                    block_on(append).expect("append");
                } else {
                    tokio::spawn({
                        let log = std::sync::Arc::clone(log);
                        let batch = batch(shard, 1, &payload);
                        async move { log.append(batch).await }
                    });
                }
            }
        }
        let settled = |segments: usize| segments < 16;
        let began = Instant::now();
        let segments = dir.join("segments");
        let count = || std::fs::read_dir(&segments).expect("list segments").count();
        while !settled(count()) && began.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(200));
        }
        let (began, mut bytes, mut shard) = (Instant::now(), 0, 1);
        while began.elapsed() < self.time {
            let mut from = 0;
            loop {
                let read = block_on(log.read(ShardUid(shard), from, 10_000, 1 << 20));
                let read = read.expect("read");
                if read.entries.is_empty() {
                    break;
                }
                bytes += read.entries.iter().map(|entry| entry.payload.len()).sum::<usize>();
                from = read.next;
            }
            shard = (shard + 7_919) % MANY_SHARDS + 1;
        }
        let reached = bytes as f64 / began.elapsed().as_secs_f64();
        let bare = bare::prepare(&self.dir);
        let limit = bare::random_reads(&bare, self.time);
        println!(
            "{} segments; engine {:.0} MiB/s, bare {:.0} MiB/s, ratio {:.2}",
            count(),
            mib(reached),
            mib(limit),
            reached / limit
        );
        drop(opened);
        std::fs::remove_dir_all(dir).expect("remove the log");
    }

    pub fn recovery(&self) {
        heading("recovery of a ring of 2 GiB");
        let dir = self.fresh("recovery");
        let opened = engine::open(&dir, ring_only);
        block_on(make_shards(&opened.log, 1_000));
        let payload = Bytes::from(vec![7; 1024]);
        let mut shard = 0;
        while opened.log.written().ring_bytes < RECOVERED_BYTES * 95 / 100 {
            shard = shard % 1_000 + 1;
            block_on(opened.log.append(batch(shard, 1_000, &payload))).expect("append");
        }
        drop(opened);
        let (log, report) = engine::reopen(&dir, ring_only);
        println!(
            "{:.2} GiB, {} batches, {} records in {:.2} s",
            report.bytes as f64 / (1024.0 * 1024.0 * 1024.0),
            report.batches,
            report.records,
            report.duration.as_secs_f64()
        );
        drop(log);
        std::fs::remove_dir_all(dir).expect("remove the log");
    }

    pub fn memory(&self) {
        heading("memory and open files with 10,000 shards and 256 MiB appended");
        let program = std::env::current_exe().expect("this program");
        let child = Command::new(program).arg("memory-of-this-process").status();
        assert!(child.expect("run this program").success());
    }

    /// Runs in a process of its own.
    pub fn memory_of_this_process(&self) {
        let dir = self.fresh("memory");
        let opened = engine::open(&dir, |options| options);
        block_on(make_shards(&opened.log, MANY_SHARDS));
        print_memory("shards made");
        let payload = Bytes::from(vec![7; 1024]);
        for round in 0..26 {
            for group in 0..100 {
                let appends = (1..=100).map(|shard| ShardAppend {
                    shard: ShardUid(group * 100 + shard),
                    payloads: vec![payload.clone()],
                });
                let batch = AppendBatch { producer: None, appends: appends.collect() };
                block_on(opened.log.append(batch)).expect("append");
            }
            if round == 0 {
                print_memory("one record each");
            }
        }
        print_memory("256 MiB appended");
        std::fs::remove_dir_all(dir).expect("remove the log");
    }

    pub fn peers(&self) {
        heading(
            "beside Redis streams (appendfsync always) and NATS JetStream (sync_interval always)",
        );
        println!("1 KiB; \"none\": not installed, or a version that cannot sync every write");
        println!("       in flight   engine/s   redis/s   ratio    nats/s   ratio");
        let redis = Peer::start(Kind::Redis, &self.dir.join("redis"));
        let nats = Peer::start(Kind::Nats, &self.dir.join("nats"));
        for in_flight in [1, 100, 1_000] {
            let dir = self.fresh("log");
            let opened = engine::open(&dir, |options| options);
            priority::raise_writers();
            block_on(make_shards(&opened.log, 1_000));
            let load =
                Load { record_bytes: 1024, in_flight, shards: 1_000, time: self.time, records: 1 };
            block_on(engine::append(&opened.log, Load { time: self.time / 3, ..load }));
            let engine = block_on(engine::append(&opened.log, load)).records_per_second;
            drop(opened);
            std::fs::remove_dir_all(dir).expect("remove the log");
            let of = |peer: &Option<Peer>| match peer {
                Some(peer) => {
                    let (reached, _) = peer.append(1024, in_flight, self.time);
                    format!("{reached:>9.0} {:>7.1}", engine / reached)
                }
                None => "     none       -".into(),
            };
            println!("{in_flight:>16} {engine:>10.0} {} {}", of(&redis), of(&nats));
        }
    }
}

fn print_memory(when: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or("");
        line.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024
    };
    let files = std::fs::read_dir("/proc/self/fd").map(Iterator::count).unwrap_or(0);
    println!(
        "{when:>18}: {:>4} MiB resident ({} at most), {files} open files, {} threads",
        of("VmRSS:"),
        of("VmHWM:"),
        std::fs::read_dir("/proc/self/task").map(Iterator::count).unwrap_or(0)
    );
}

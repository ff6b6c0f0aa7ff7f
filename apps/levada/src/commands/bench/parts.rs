//! The parts of a PutRecords call's way through the server, each by itself in a loop on one thread.
//! Does not: know the whole path; see `profile`.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use base64_simd::STANDARD;
use bytes::Bytes;
use levada_env::Env;
use levada_env::disk::RealDisk;
use levada_log::{AppendBatch, DiskLog, Options, RecordLog as _, ShardAppend};
use levada_model::kinesis::{PutRecordsInput, PutRecordsOutput, PutRecordsResultEntry};
use levada_model::{Path, Validate as _, Violations};
use levada_types::{HashKey, SequenceNumber, ShardId, ShardUid, Timestamp};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::process::{Process, thread_cpu};

/// CPU time that each loop runs for.
const LOOP_CPU: Duration = Duration::from_millis(600);

/// Appends of the engine's loop.
const APPENDS: u32 = 1_500;

/// Appends in flight: enough for group commit to gather what comes while a sync runs.
const APPENDS_IN_FLIGHT: u32 = 8;

/// When the shard of the printed sequence numbers was created.
const CREATED: Timestamp = Timestamp(1_541_066_400_000);

pub struct Part {
    pub name: &'static str,
    /// CPU time of one call.
    pub cpu: Duration,
}

#[derive(Deserialize)]
struct BorrowedRequest<'a> {
    #[serde(rename = "Records", borrow)]
    records: Vec<BorrowedRecord<'a>>,
}

#[derive(Deserialize)]
struct BorrowedRecord<'a> {
    #[serde(rename = "Data")]
    data: &'a str,
    #[serde(rename = "PartitionKey")]
    partition_key: &'a str,
}

/// All parts but HTTP, for a body of PutRecords.
pub fn measure(body: &Bytes, shards: u32) -> Result<Vec<Part>> {
    let request: BorrowedRequest<'_> = serde_json::from_slice(body)?;
    let texts: Vec<&str> = request.records.iter().map(|record| record.data).collect();
    let keys: Vec<&str> = request.records.iter().map(|record| record.partition_key).collect();
    let input: PutRecordsInput = serde_json::from_slice(body)?;
    let payloads = texts.iter().map(|text| Ok(Bytes::from(STANDARD.decode_to_vec(text)?)));
    let payloads: Vec<Bytes> = payloads.collect::<Result<_>>()?;
    let answer = answer(payloads.len());
    Ok(vec![
        alone("SHA-256 of the body (signature)", || {
            black_box(Sha256::digest(body));
        })?,
        alone("JSON", || {
            let parsed: Result<BorrowedRequest<'_>, _> = serde_json::from_slice(body);
            black_box(parsed.is_ok());
        })?,
        alone("base64", || {
            for text in &texts {
                black_box(STANDARD.decode_to_vec(text).is_ok());
            }
        })?,
        alone("constraints", || {
            let mut violations = Violations::default();
            input.validate(&Path::Top, &mut violations);
            black_box(violations);
        })?,
        alone("MD5 of the partition keys (routing)", || {
            for key in &keys {
                black_box(HashKey::of_partition_key(key));
            }
        })?,
        alone("copies: the body once, the payloads once", || {
            black_box(body.to_vec());
            for payload in &payloads {
                black_box(payload.to_vec());
            }
        })?,
        engine(&payloads, shards)?,
        alone("sequence numbers and shard ids as texts", || {
            for index in 0..payloads.len() as u64 {
                let number = SequenceNumber::new(CREATED, index, CREATED, 1);
                black_box((number.to_string(), ShardId(1).to_string()));
            }
        })?,
        alone("JSON of the answer", || {
            black_box(serde_json::to_vec(&answer).is_ok());
        })?,
    ])
}

fn alone(name: &'static str, mut once: impl FnMut()) -> Result<Part> {
    let clock = || thread_cpu().context("/proc/thread-self/schedstat is needed");
    once();
    let started = clock()?;
    let mut calls = 0_u32;
    while clock()? < started + LOOP_CPU {
        once();
        calls += 1;
    }
    Ok(Part { name, cpu: (clock()? - started) / calls })
}

/// The record log on this machine's disk: CPU of all its threads, syncs and segments included.
fn engine(payloads: &[Bytes], shards: u32) -> Result<Part> {
    let folder = tempfile::tempdir()?;
    let env = Env::real();
    let (log, _) = DiskLog::open(Options::at(folder.path()), Arc::new(RealDisk), &env)?;
    let this = Process(std::process::id());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let used = runtime.block_on(async {
        for shard in 0..shards {
            log.open_shard(ShardUid(u64::from(shard) + 1), Duration::from_secs(86_400)).await?;
        }
        let before = this.cpu().context("/proc is needed")?;
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..APPENDS_IN_FLIGHT {
            let (log, batch) = (Arc::clone(&log), batch(payloads, shards));
            tasks.spawn(async move {
                for _ in 0..APPENDS / APPENDS_IN_FLIGHT {
                    log.append(batch.clone()).await?;
                }
                Ok::<_, levada_log::AppendError>(())
            });
        }
        while let Some(done) = tasks.join_next().await {
            done??;
        }
        anyhow::Ok(this.cpu().context("/proc is needed")? - before)
    })?;
    log.close();
    let appends = APPENDS / APPENDS_IN_FLIGHT * APPENDS_IN_FLIGHT;
    Ok(Part { name: "record log (append, sync, segments)", cpu: used / appends })
}

fn batch(payloads: &[Bytes], shards: u32) -> AppendBatch {
    let per_shard = payloads.len().div_ceil(shards as usize).max(1);
    let appends = payloads.chunks(per_shard).zip(1..).map(|(payloads, shard)| ShardAppend {
        shard: ShardUid(shard),
        payloads: payloads.to_vec(),
    });
    AppendBatch { producer: None, appends: appends.collect() }
}

fn answer(records: usize) -> PutRecordsOutput {
    let entry = PutRecordsResultEntry {
        sequence_number: Some("49590338271490256608559692538361571095921575989136588898".into()),
        shard_id: Some("shardId-000000000001".into()),
        ..PutRecordsResultEntry::default()
    };
    PutRecordsOutput {
        failed_record_count: Some(0),
        records: Some(vec![entry; records]),
        ..PutRecordsOutput::default()
    }
}

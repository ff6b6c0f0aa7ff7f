//! `levada bench put`: PutRecords in a closed loop from several connections.
//! Does not: retry; a failed call is counted.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use levada_client::Client;
use serde_json::{Value, json};

use super::Target;
use super::measure::Measured;
use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    target: Target,
    /// Seconds to run
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Calls in flight
    #[arg(long, default_value_t = 8)]
    connections: u64,
    /// Records per call, at most 500
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u64).range(1..=500))]
    batch: u64,
    /// Bytes per record
    #[arg(long, default_value_t = 1024)]
    record_bytes: usize,
    /// Shards, when the stream is created
    #[arg(long, default_value_t = 4)]
    shards: u32,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    environment::runtime()?.block_on(async {
        let client = arguments.target.client()?;
        ensure_stream(&client, &arguments).await?;
        let started = Instant::now();
        let until = started + Duration::from_secs(arguments.seconds);
        let arguments = Arc::new(arguments);
        let keys = Arc::new(AtomicU64::new(0));
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..arguments.connections {
            let work = load(client.clone(), Arc::clone(&arguments), Arc::clone(&keys), until);
            tasks.spawn(work);
        }
        let mut measured = Measured::default();
        while let Some(one) = tasks.join_next().await {
            measured.add(one?);
        }
        let failed = measured.records == 0;
        measured.print("put", started.elapsed());
        Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    })
}

async fn ensure_stream(client: &Client, arguments: &Arguments) -> Result<()> {
    let name = &arguments.target.stream;
    let create = json!({"StreamName": name, "ShardCount": arguments.shards});
    match client.json("kinesis", "Kinesis_20131202.CreateStream", "1.1", &create).await {
        Ok(_) => {}
        Err(error) if error.code() == "ResourceInUseException" => {}
        Err(error) => return Err(error.into()),
    }
    for _ in 0..600 {
        let summary = json!({"StreamName": name});
        let target = "Kinesis_20131202.DescribeStreamSummary";
        let answer = client.json("kinesis", target, "1.1", &summary).await?;
        if answer["StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE" {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("stream {name} does not become active")
}

async fn load(
    client: Client,
    arguments: Arc<Arguments>,
    keys: Arc<AtomicU64>,
    until: Instant,
) -> Measured {
    let data = STANDARD.encode(vec![b'x'; arguments.record_bytes]);
    let mut measured = Measured::default();
    while Instant::now() < until {
        let records: Vec<Value> = (0..arguments.batch)
            .map(|_| {
                let key = keys.fetch_add(1, Ordering::Relaxed);
                json!({"PartitionKey": key.to_string(), "Data": data})
            })
            .collect();
        let body = json!({"StreamName": arguments.target.stream, "Records": records});
        let called = Instant::now();
        match client.json("kinesis", "Kinesis_20131202.PutRecords", "1.1", &body).await {
            Ok(answer) => {
                let failed = answer["FailedRecordCount"].as_u64().unwrap_or(0);
                let stored = arguments.batch.saturating_sub(failed);
                measured.records += stored;
                measured.bytes += stored * arguments.record_bytes as u64;
                measured.errors += u64::from(failed > 0);
            }
            Err(_) => measured.errors += 1,
        }
        measured.latencies.push(called.elapsed());
    }
    measured
}

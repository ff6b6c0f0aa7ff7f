//! `levada bench read`: GetRecords from every shard, from its oldest record to its end.
//! Does not: follow resharding.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
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
    /// Records per call, at most 10,000
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    limit: u64,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    environment::runtime()?.block_on(async {
        let client = arguments.target.client()?;
        let stream = arguments.target.stream.clone();
        let shards = shards(&client, &stream).await?;
        let started = Instant::now();
        let mut tasks = tokio::task::JoinSet::new();
        for shard in shards {
            tasks.spawn(drain(client.clone(), stream.clone(), shard, arguments.limit));
        }
        let mut measured = Measured::default();
        while let Some(one) = tasks.join_next().await {
            measured.add(one??);
        }
        measured.print("read", started.elapsed());
        Ok(ExitCode::SUCCESS)
    })
}

async fn call(client: &Client, operation: &str, body: Value) -> Result<Value> {
    let target = format!("Kinesis_20131202.{operation}");
    Ok(client.json("kinesis", &target, "1.1", &body).await?)
}

async fn shards(client: &Client, stream: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut request = json!({"StreamName": stream});
    loop {
        let page = call(client, "ListShards", request).await?;
        let shards = page["Shards"].as_array().into_iter().flatten();
        found.extend(shards.filter_map(|shard| shard["ShardId"].as_str().map(str::to_owned)));
        match page["NextToken"].as_str() {
            Some(token) => request = json!({"NextToken": token}),
            None => return Ok(found),
        }
    }
}

async fn drain(client: Client, stream: String, shard: String, limit: u64) -> Result<Measured> {
    let start = json!({
        "StreamName": stream, "ShardId": shard, "ShardIteratorType": "TRIM_HORIZON",
    });
    let mut iterator = call(&client, "GetShardIterator", start).await?["ShardIterator"].clone();
    let mut measured = Measured::default();
    while iterator.is_string() {
        let called = Instant::now();
        let request = json!({"ShardIterator": iterator, "Limit": limit});
        let mut page = call(&client, "GetRecords", request).await?;
        measured.latencies.push(called.elapsed());
        let records = page["Records"].as_array().map_or(&[][..], Vec::as_slice);
        for record in records {
            let data = STANDARD.decode(record["Data"].as_str().unwrap_or(""))?;
            measured.bytes += data.len() as u64;
        }
        measured.records += records.len() as u64;
        let at_end = page["MillisBehindLatest"].as_i64() == Some(0);
        if records.is_empty() && at_end {
            break;
        }
        iterator = page["NextShardIterator"].take();
    }
    Ok(measured)
}

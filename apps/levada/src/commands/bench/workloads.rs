//! The four loads that endpoints are compared by.
//! Does not: print.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::{Bytes, BytesMut};
use futures::StreamExt as _;
use levada_wire::event_stream::Message;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::kinesis::{Stream, stored};
use super::measure::Measured;

/// Calls `operation` in a closed loop from `connections` tasks, each with one call in flight.
pub async fn closed_loop(
    stream: &Stream,
    operation: &'static str,
    bodies: Vec<Bytes>,
    batch: u64,
    connections: u64,
    time: Duration,
) -> Result<(Measured, Duration)> {
    let started = Instant::now();
    let bodies = Arc::new(bodies);
    let turn = Arc::new(AtomicUsize::new(0));
    let mut tasks = JoinSet::new();
    for _ in 0..connections {
        let (stream, bodies, turn) = (stream.clone(), Arc::clone(&bodies), Arc::clone(&turn));
        tasks.spawn(async move {
            let mut measured = Measured::default();
            while started.elapsed() < time {
                let place = turn.fetch_add(1, Ordering::Relaxed) % bodies.len();
                let Some(body) = bodies.get(place).cloned() else { break };
                let called = Instant::now();
                match stream.call_bytes(operation, body).await {
                    Ok(answer) => {
                        let stored = stored(&answer, batch);
                        measured.records += stored;
                        measured.errors += u64::from(stored < batch);
                    }
                    Err(_) => measured.errors += 1,
                }
                measured.latencies.push(called.elapsed());
            }
            measured
        });
    }
    let mut all = Measured::default();
    while let Some(one) = tasks.join_next().await {
        all.add(one?);
    }
    Ok((all, started.elapsed()))
}

/// Reads every shard from its oldest record to its end, all shards at once.
pub async fn drain(stream: &Stream, limit: u64) -> Result<(Measured, Duration)> {
    let started = Instant::now();
    let mut tasks: JoinSet<Result<Measured>> = JoinSet::new();
    for shard in stream.shards().await? {
        let stream = stream.clone();
        tasks.spawn(async move {
            let mut measured = Measured::default();
            let mut iterator = stream.from_the_beginning(&shard).await?;
            while let Some(current) = iterator {
                let called = Instant::now();
                let page = stream.page(&current, limit).await?;
                measured.latencies.push(called.elapsed());
                measured.records += page.records;
                measured.bytes += page.bytes;
                iterator = page.next.filter(|_| !page.at_end);
            }
            Ok(measured)
        });
    }
    let mut all = Measured::default();
    while let Some(one) = tasks.join_next().await {
        all.add(one??);
    }
    Ok((all, started.elapsed()))
}

/// From the moment PutRecord is called to the moment a subscriber has the record, at a steady
/// rate well below what the endpoint can take.
pub async fn put_to_push(stream: &Stream, every: Duration, count: u32) -> Result<Measured> {
    let arn = stream.summary().await?["StreamARN"].as_str().unwrap_or("").to_owned();
    let consumer = consumer(stream, &arn).await?;
    let shards = stream.shards().await?;
    let shard = shards.first().context("the stream has no shard")?;
    let subscribe = json!({
        "ConsumerARN": consumer, "ShardId": shard, "StartingPosition": {"Type": "LATEST"},
    });
    let events = stream.call_events("SubscribeToShard", &subscribe).await?;
    let started = Instant::now();
    let reader = tokio::spawn(push_latencies(Box::pin(events), started, count));
    // The subscription begins a moment after the answer does.
    tokio::time::sleep(Duration::from_millis(300)).await;
    for _ in 0..count {
        let sent = started.elapsed().as_nanos().to_string();
        let body = json!({
            "StreamName": stream.name, "Data": STANDARD.encode(sent), "PartitionKey": "k",
            "ExplicitHashKey": "0",
        });
        stream.call("PutRecord", &body).await?;
        tokio::time::sleep(every).await;
    }
    let latencies = tokio::time::timeout(Duration::from_secs(20), reader)
        .await
        .context("records that were put were not pushed within 20 s")???;
    Ok(Measured { records: latencies.len() as u64, latencies, ..Measured::default() })
}

async fn consumer(stream: &Stream, arn: &str) -> Result<String> {
    let name = json!({"StreamARN": arn, "ConsumerName": "bench"});
    match stream.call("RegisterStreamConsumer", &name).await {
        Ok(_) => {}
        Err(error) if error.code() == "ResourceInUseException" => {}
        Err(error) => return Err(error.into()),
    }
    for _ in 0..200 {
        let answer = stream.call("DescribeStreamConsumer", &name).await?;
        let description = &answer["ConsumerDescription"];
        if description["ConsumerStatus"] == "ACTIVE" {
            return Ok(description["ConsumerARN"].as_str().unwrap_or("").to_owned());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("the consumer does not become active")
}

/// Reads events until `count` records have come; a record holds when it was sent.
async fn push_latencies(
    mut events: impl futures::Stream<Item = Result<Bytes, levada_client::CallError>> + Unpin,
    started: Instant,
    count: u32,
) -> Result<Vec<Duration>> {
    let mut buffer = BytesMut::new();
    let mut latencies = Vec::new();
    while latencies.len() < count as usize {
        let piece = events.next().await.context("the subscription ended early")??;
        buffer.extend_from_slice(&piece);
        while let Some(message) = Message::decode(&mut buffer)? {
            let arrived = started.elapsed();
            ensure!(message.header(":message-type") == Some("event"), "{message:?}");
            let event: Value = serde_json::from_slice(&message.payload).unwrap_or_default();
            for record in event["Records"].as_array().into_iter().flatten() {
                let data = STANDARD.decode(record["Data"].as_str().unwrap_or(""))?;
                let sent: u64 = String::from_utf8_lossy(&data).parse()?;
                latencies.push(arrived.saturating_sub(Duration::from_nanos(sent)));
            }
        }
    }
    Ok(latencies)
}

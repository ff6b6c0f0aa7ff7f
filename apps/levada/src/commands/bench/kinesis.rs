//! The calls that the benchmarks make, with bodies built once.
//! Does not: measure.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use levada_client::{CallError, Client};
use serde::Deserialize;
use serde_json::{Value, json};

/// Bodies that differ in their partition keys, so that records spread over shards.
const BODIES: usize = 64;

/// A stream of one endpoint.
#[derive(Clone)]
pub struct Stream {
    pub client: Client,
    pub name: String,
}

/// What a page of GetRecords holds that a benchmark looks at.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Page<'a> {
    #[serde(borrow)]
    records: Vec<PageRecord<'a>>,
    next_shard_iterator: Option<String>,
    millis_behind_latest: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct PageRecord<'a> {
    #[serde(borrow)]
    data: std::borrow::Cow<'a, str>,
}

/// Records and payload bytes of one page, and where the next begins.
pub struct Drained {
    pub records: u64,
    pub bytes: u64,
    pub next: Option<String>,
    pub at_end: bool,
}

fn target(operation: &str) -> String {
    format!("Kinesis_20131202.{operation}")
}

impl Stream {
    pub async fn call(&self, operation: &str, body: &Value) -> Result<Value, CallError> {
        self.client.json("kinesis", &target(operation), "1.1", body).await
    }

    pub async fn call_bytes(&self, operation: &str, body: Bytes) -> Result<Bytes, CallError> {
        self.client.json_bytes("kinesis", &target(operation), body).await
    }

    pub async fn call_events(
        &self,
        operation: &str,
        body: &Value,
    ) -> Result<impl futures::Stream<Item = Result<Bytes, CallError>> + use<>, CallError> {
        let body = Bytes::from(body.to_string());
        self.client.json_events("kinesis", &target(operation), body).await
    }

    /// Creates the stream unless it is there, and waits until it is active.
    pub async fn ensure(&self, shards: u32) -> Result<()> {
        let create = json!({"StreamName": self.name, "ShardCount": shards});
        match self.call("CreateStream", &create).await {
            Ok(_) => {}
            Err(error) if error.code() == "ResourceInUseException" => {}
            Err(error) => return Err(error.into()),
        }
        for _ in 0..600 {
            if self.summary().await?["StreamStatus"] == "ACTIVE" {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        bail!("stream {} does not become active", self.name)
    }

    pub async fn summary(&self) -> Result<Value> {
        let answer = self.call("DescribeStreamSummary", &json!({"StreamName": self.name})).await?;
        Ok(answer["StreamDescriptionSummary"].clone())
    }

    pub async fn shards(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        let mut request = json!({"StreamName": self.name});
        loop {
            let page = self.call("ListShards", &request).await?;
            let shards = page["Shards"].as_array().into_iter().flatten();
            found.extend(shards.filter_map(|shard| shard["ShardId"].as_str().map(str::to_owned)));
            match page["NextToken"].as_str() {
                Some(token) => request = json!({"NextToken": token}),
                None => return Ok(found),
            }
        }
    }

    /// An iterator at the shard's oldest record.
    pub async fn from_the_beginning(&self, shard: &str) -> Result<Option<String>> {
        let request = json!({
            "StreamName": self.name, "ShardId": shard, "ShardIteratorType": "TRIM_HORIZON",
        });
        let answer = self.call("GetShardIterator", &request).await?;
        Ok(answer["ShardIterator"].as_str().map(str::to_owned))
    }

    /// One page of records; their data is counted, not decoded.
    pub async fn page(&self, iterator: &str, limit: u64) -> Result<Drained> {
        let request = json!({"ShardIterator": iterator, "Limit": limit}).to_string();
        let answer = self.call_bytes("GetRecords", Bytes::from(request)).await?;
        let page: Page<'_> = serde_json::from_slice(&answer).context("GetRecords")?;
        let bytes = page.records.iter().map(|record| data_bytes(&record.data)).sum();
        Ok(Drained {
            records: page.records.len() as u64,
            bytes,
            next: page.next_shard_iterator,
            at_end: page.records.is_empty() && page.millis_behind_latest == Some(0),
        })
    }

    /// PutRecords bodies of `batch` records each, to be sent in turn.
    pub fn put_records_bodies(&self, batch: u64, record_bytes: usize) -> Vec<Bytes> {
        let data = STANDARD.encode(vec![b'x'; record_bytes]);
        let body = |place: usize| {
            let records: Vec<Value> = (0..batch)
                .map(|n| json!({"Data": data, "PartitionKey": format!("{place}-{n}")}))
                .collect();
            Bytes::from(json!({"StreamName": self.name, "Records": records}).to_string())
        };
        (0..BODIES).map(body).collect()
    }

    pub fn put_record_bodies(&self, record_bytes: usize) -> Vec<Bytes> {
        let data = STANDARD.encode(vec![b'x'; record_bytes]);
        let body = |place: usize| {
            let key = place.to_string();
            json!({"StreamName": self.name, "PartitionKey": key, "Data": data}).to_string()
        };
        (0..BODIES).map(|place| Bytes::from(body(place))).collect()
    }
}

/// Bytes that a base64 text stands for.
fn data_bytes(text: &str) -> u64 {
    let padding = text.bytes().rev().take_while(|byte| *byte == b'=').count();
    (text.len() / 4 * 3 - padding) as u64
}

/// The members of a PutRecords answer that tell how many records were stored.
pub fn stored(answer: &[u8], batch: u64) -> u64 {
    #[derive(Deserialize)]
    struct Answer {
        #[serde(rename = "FailedRecordCount")]
        failed: Option<u64>,
    }
    let failed = serde_json::from_slice::<Answer>(answer).ok().map(|answer| answer.failed);
    batch.saturating_sub(failed.map_or(batch, |failed| failed.unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_counted_as_it_would_be_decoded() {
        for length in 0..10 {
            assert_eq!(data_bytes(&STANDARD.encode(vec![0; length])), length as u64);
        }
    }

    #[test]
    fn an_answer_that_cannot_be_read_stored_nothing() {
        assert_eq!(stored(b"{\"FailedRecordCount\":3}", 10), 7);
        assert_eq!(stored(b"{}", 10), 10);
        assert_eq!(stored(b"oops", 10), 0);
    }
}

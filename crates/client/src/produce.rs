//! Putting batches of records into a stream or delivery stream, in order, each exactly once.
//!
//! A batch carries a producer identity in `x-levada-producer-*` headers. Levada stores the batch
//! once however often it is sent; an AWS endpoint ignores the headers, and delivery is then at
//! least once as with any client.
//!
//! Does not: decide when a batch is full (see `agent`).

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde_json::{Value, json};

use crate::limits::{
    BATCH_RECORDS_MAX, DELIVERY_BATCH_BYTES_MAX, DELIVERY_RECORD_BYTES_MAX, STREAM_BATCH_BYTES_MAX,
    STREAM_RECORD_BYTES_MAX,
};
use crate::{CallError, Client};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    Stream(String),
    DeliveryStream(String),
}

impl Destination {
    pub fn name(&self) -> &str {
        match self {
            Self::Stream(name) | Self::DeliveryStream(name) => name,
        }
    }

    pub fn batch_records_max(&self) -> usize {
        BATCH_RECORDS_MAX
    }

    /// Bytes of data (and partition keys) in one call.
    pub fn batch_bytes_max(&self) -> usize {
        match self {
            Self::Stream(_) => STREAM_BATCH_BYTES_MAX,
            Self::DeliveryStream(_) => DELIVERY_BATCH_BYTES_MAX,
        }
    }

    /// Bytes of one record's data. A stream's limit counts the partition key too; 256 bytes are
    /// kept free for it.
    pub fn record_bytes_max(&self) -> usize {
        match self {
            Self::Stream(_) => STREAM_RECORD_BYTES_MAX - 256,
            Self::DeliveryStream(_) => DELIVERY_RECORD_BYTES_MAX,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Ignored by delivery streams.
    pub partition_key: String,
    pub data: Bytes,
}

/// `sequence` numbers the batch's first record; a producer counts on by records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProducerIdentity {
    pub id: String,
    pub epoch: u64,
    pub sequence: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutgoingBatch {
    pub records: Vec<Record>,
    pub producer: ProducerIdentity,
}

/// Pauses between tries, in product time: doubling from `initial` to `max`, with jitter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Backoff {
    initial: Duration,
    max: Duration,
}

impl Client {
    /// Sends until every record is stored. Failed records alone are sent again; errors that a
    /// retry cannot mend are returned. Ends early, with the last error, at shutdown.
    pub async fn put_batch(
        &self,
        destination: &Destination,
        batch: OutgoingBatch,
        initial_backoff: Duration,
        max_backoff: Duration,
    ) -> Result<(), CallError> {
        let backoff = Backoff { initial: initial_backoff, max: max_backoff };
        let mut pending = batch.records;
        let mut identity = Some(batch.producer);
        let mut tries = 0;
        loop {
            let error = match self.put_once(destination, &pending, identity.as_ref()).await {
                Ok(failed) if failed.is_empty() => return Ok(()),
                Ok(failed) => {
                    // A partial failure comes only from endpoints that do not know the identity,
                    // and what is left is no longer the batch that it names.
                    identity = None;
                    let mut position = 0;
                    pending.retain(|_| {
                        position += 1;
                        failed.contains(&(position - 1))
                    });
                    CallError::Service {
                        status: 500,
                        code: "PartialFailure".into(),
                        message: format!("{} records were not taken", pending.len()),
                    }
                }
                Err(CallError::Repeated { next }) => {
                    let Some(left) = after(&mut identity, &mut pending, next) else {
                        return Ok(());
                    };
                    pending = left;
                    continue;
                }
                Err(error) if error.may_retry() => error,
                Err(error) => return Err(error),
            };
            if self.env().shutdown.has_begun() {
                return Err(error);
            }
            self.pause(backoff, tries).await;
            tries += 1;
        }
    }

    async fn pause(&self, backoff: Backoff, tries: u32) {
        let span = backoff.initial.saturating_mul(1 << tries.min(16)).min(backoff.max);
        let ms = u64::try_from(span.as_millis()).unwrap_or(u64::MAX).max(1);
        let jittered = ms / 2 + self.env().random.below(ms / 2 + 1);
        // Scaled clocks make product pauses tiny; a machine pause keeps a dead server from
        // being hammered.
        let floor = self.env().machine_clock.sleep(Duration::from_millis(10));
        tokio::select! {
            () = self.env().shutdown.begun() => {}
            ((), ()) = async {
                tokio::join!(self.env().clock.sleep(Duration::from_millis(jittered)), floor)
            } => {}
        }
    }

    /// The positions of records that were not taken.
    async fn put_once(
        &self,
        destination: &Destination,
        records: &[Record],
        identity: Option<&ProducerIdentity>,
    ) -> Result<Vec<usize>, CallError> {
        let headers = identity.map_or_else(Vec::new, |identity| {
            vec![
                ("x-levada-producer-id", identity.id.clone()),
                ("x-levada-producer-epoch", identity.epoch.to_string()),
                ("x-levada-producer-sequence", identity.sequence.to_string()),
            ]
        });
        let (service, target, body, results) = match destination {
            Destination::Stream(name) => {
                let records: Vec<Value> = records
                    .iter()
                    .map(|r| json!({"PartitionKey": r.partition_key, "Data": STANDARD.encode(&r.data)}))
                    .collect();
                let body = json!({"StreamName": name, "Records": records});
                ("kinesis", "Kinesis_20131202.PutRecords", body, "Records")
            }
            Destination::DeliveryStream(name) => {
                let records: Vec<Value> =
                    records.iter().map(|r| json!({"Data": STANDARD.encode(&r.data)})).collect();
                let body = json!({"DeliveryStreamName": name, "Records": records});
                ("firehose", "Firehose_20150804.PutRecordBatch", body, "RequestResponses")
            }
        };
        let answer = self.json_with(service, target, "1.1", &body, headers).await?;
        let results = answer.get(results).and_then(Value::as_array).ok_or_else(|| {
            let reason = format!("no {results} in the answer");
            CallError::Malformed { url: self.endpoint().url.clone(), reason }
        })?;
        Ok((0..records.len())
            .filter(|n| {
                results.get(*n).is_none_or(|r| r.get("ErrorCode").is_some_and(|c| !c.is_null()))
            })
            .collect())
    }
}

/// What is left of a batch whose producer's records before `next` are stored; `None` when
/// nothing is.
fn after(
    identity: &mut Option<ProducerIdentity>,
    pending: &mut Vec<Record>,
    next: u64,
) -> Option<Vec<Record>> {
    let identity = identity.as_mut()?;
    let stored = usize::try_from(next.saturating_sub(identity.sequence)).unwrap_or(usize::MAX);
    if stored == 0 || stored >= pending.len() {
        return None;
    }
    identity.sequence = next;
    Some(pending.split_off(stored))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity() -> Option<ProducerIdentity> {
        Some(ProducerIdentity { id: "p".into(), epoch: 0, sequence: 10 })
    }

    fn records(count: u8) -> Vec<Record> {
        let record = |n: u8| Record { partition_key: n.to_string(), data: Bytes::new() };
        (0..count).map(record).collect()
    }

    #[test]
    fn only_the_part_that_is_not_stored_is_sent_again() {
        let mut producer = identity();
        let left = after(&mut producer, &mut records(3), 12).unwrap();
        assert_eq!(left, records(3)[2..]);
        assert_eq!(producer.unwrap().sequence, 12);
    }

    #[test]
    fn a_batch_that_is_stored_whole_is_done() {
        assert_eq!(after(&mut identity(), &mut records(3), 13), None);
        assert_eq!(after(&mut identity(), &mut records(3), 40), None);
    }
}

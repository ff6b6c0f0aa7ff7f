//! The task of one delivery stream: cut a batch, note its bounds, deliver it, move on.
//! Does not: end while its stream exists, except with the process.

use std::sync::Arc;

use levada_destinations::{Batch, BatchRecord, Destination, Outcome, Progress};
use levada_env::{Env, Shutdown};
use levada_log::{ReadError, RecordLog};

use crate::buffer::Buffer;
use crate::error::Error;
use crate::limits::INTERNAL_RETRY_PAUSE;
use crate::store::{Bounds, Cursor, Store, shard_key};
use crate::stream::DeliveryStream;

pub struct Delivery {
    pub stream: Arc<DeliveryStream>,
    pub destination: Arc<dyn Destination>,
    pub log: Arc<dyn RecordLog>,
    pub store: Store,
    pub env: Env,
}

impl Delivery {
    /// Runs until `shutdown`. What is under way is dropped at any point: the next start repeats
    /// it from the control store.
    pub async fn run(self, shutdown: Shutdown) {
        tokio::select! {
            () = self.deliver_for_ever() => {}
            () = shutdown.begun() => {}
        }
    }

    async fn deliver_for_ever(&self) {
        let name = self.stream.name.as_str();
        loop {
            match self.deliver_one().await {
                Ok(()) => {}
                // The stream is being deleted.
                Err(Error::Read(ReadError::UnknownShard(_))) => return,
                Err(error) => {
                    tracing::error!(stream = name, %error, "delivery cannot go on; trying again");
                    self.env.machine_clock.sleep(INTERNAL_RETRY_PAUSE).await;
                }
            }
        }
    }

    /// Waits for one batch and brings it to its end.
    async fn deliver_one(&self) -> Result<(), Error> {
        let key = shard_key(self.stream.shard);
        let cursor =
            self.store.cursors.get(&key).await?.map_or(Cursor::START, |stored| stored.value);
        let buffer = Buffer {
            log: Arc::clone(&self.log),
            shard: self.stream.shard,
            buffering: self.stream.destination.s3().buffering,
            env: self.env.clone(),
        };
        let repeated = match cursor.pending {
            Some(bounds) => {
                let records = buffer.again(bounds).await.map_err(Error::Read)?;
                records.map(|records| (bounds, records))
            }
            None => None,
        };
        let (bounds, records) = match repeated {
            Some(batch) => batch,
            None => {
                let batch = buffer.next_batch(cursor.next).await.map_err(Error::Read)?;
                self.report_expired(cursor.next, batch.0.first);
                let pending = Cursor { next: cursor.next, pending: Some(batch.0) };
                self.store.cursors.put(&key, &pending).await?;
                batch
            }
        };
        self.bring_to_its_end(&self.batch(bounds, records)).await;
        let done = Cursor { next: bounds.end, pending: None };
        Ok(self.store.cursors.put(&key, &done).await?)
    }

    fn report_expired(&self, wanted: u64, found: u64) {
        if found > wanted {
            let (stream, lost) = (self.stream.name.as_str(), found - wanted);
            tracing::error!(stream, lost, "records expired before they could be delivered");
        }
    }

    fn batch(&self, bounds: Bounds, records: Vec<BatchRecord>) -> Batch {
        let Bounds { first, end, oldest } = bounds;
        Batch {
            stream: self.stream.name.as_str().to_owned(),
            version: self.stream.version,
            buffer: self.stream.shard.0,
            first,
            end,
            oldest,
            records,
        }
    }

    /// Returns when the destination has the batch, or has given it up by its own rules.
    async fn bring_to_its_end(&self, batch: &Batch) {
        let stream = batch.stream.as_str();
        let mut progress = Progress {
            attempt: 0,
            began: self.env.clock.now(),
            began_machine: self.env.machine_clock.now(),
        };
        loop {
            match self.destination.deliver(batch, progress).await {
                Outcome::Delivered => {
                    let (first, records) = (batch.first, batch.records.len());
                    tracing::debug!(stream, first, records, "delivered a batch");
                    return;
                }
                Outcome::Rejected { why } => {
                    let (first, end) = (batch.first, batch.end);
                    tracing::error!(stream, first, end, why, "gave up a batch");
                    return;
                }
                Outcome::Retry { after, why } => {
                    let attempt = progress.attempt;
                    tracing::warn!(stream, attempt, why, "delivery failed; trying again");
                    self.env.clock.sleep(after).await;
                    progress.attempt = progress.attempt.saturating_add(1);
                }
            }
        }
    }
}

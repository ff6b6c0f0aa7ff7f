//! Cuts the log into batches: by size or by interval, whichever comes first.
//! Does not: deliver them.
//!
//! Only stored sizes and arrival times decide where a batch ends, never when it was read.

use std::sync::Arc;

use levada_destinations::BatchRecord;
use levada_destinations::s3::Buffering;
use levada_env::Env;
use levada_log::{LogEntry, LogRead, ReadError, RecordLog};
use levada_types::{ShardUid, StoredRecord, Timestamp};

use crate::limits::{BATCH_GROWTH_PART, HORIZON_PAUSE, READ_BYTES_MAX, READ_RECORDS_MAX};
use crate::store::Bounds;

pub struct Buffer {
    pub log: Arc<dyn RecordLog>,
    pub shard: ShardUid,
    pub buffering: Buffering,
    pub env: Env,
}

/// A batch on its way to being full.
struct Filling {
    bounds: Bounds,
    bytes: usize,
    records: Vec<BatchRecord>,
}

impl Filling {
    fn begin(entry: &LogEntry) -> Self {
        let bounds = Bounds { first: entry.index, end: entry.index, oldest: entry.arrived };
        Self { bounds, bytes: 0, records: Vec::new() }
    }

    fn take(&mut self, entry: LogEntry) -> Result<(), ReadError> {
        self.bounds.end = entry.index + 1;
        let record = decode(entry)?;
        self.bytes += record.data.len();
        self.records.push(record);
        Ok(())
    }
}

fn decode(entry: LogEntry) -> Result<BatchRecord, ReadError> {
    let index = entry.index;
    let stored = StoredRecord::decode(&entry.payload).map_err(|error| ReadError::Corrupt {
        place: format!("record {index}"),
        reason: error.to_string(),
    })?;
    Ok(BatchRecord { arrived: entry.arrived, data: stored.data })
}

impl Buffer {
    async fn read(&self, from: u64) -> Result<LogRead, ReadError> {
        self.log.read(self.shard, from, READ_RECORDS_MAX, READ_BYTES_MAX).await
    }

    /// Waits until a batch from index `from` on is full or due, and gives it.
    pub async fn next_batch(&self, from: u64) -> Result<(Bounds, Vec<BatchRecord>), ReadError> {
        let size_max = self.buffering.bytes();
        let mut cursor = from;
        let mut filling: Option<Filling> = None;
        loop {
            let read = self.read(cursor).await?;
            cursor = read.next;
            for entry in read.entries {
                let batch = filling.get_or_insert_with(|| Filling::begin(&entry));
                let due = self.due(batch);
                // A payload is its data and a few bytes more, so this never overshoots.
                let full = !batch.records.is_empty()
                    && (batch.bytes >= size_max || batch.bytes + entry.payload.len() > size_max);
                let late = !batch.records.is_empty() && entry.arrived >= due;
                if full || late {
                    return Ok(finish(filling));
                }
                batch.take(entry)?;
            }
            match &filling {
                None => self.log.wait(self.shard, cursor).await?,
                Some(batch) if batch.bytes >= size_max => return Ok(finish(filling)),
                // Nothing that would belong to the batch can still come.
                Some(batch) if read.horizon >= self.due(batch) && self.at_tip(cursor)? => {
                    return Ok(finish(filling));
                }
                Some(batch) if self.at_tip(cursor)? => self.wait_more(batch, cursor).await?,
                Some(_) => {}
            }
        }
    }

    fn due(&self, batch: &Filling) -> Timestamp {
        batch.bounds.oldest.plus(self.buffering.interval())
    }

    fn at_tip(&self, cursor: u64) -> Result<bool, ReadError> {
        Ok(cursor >= self.log.tip(self.shard)?.next)
    }

    /// Until the batch is due or has grown by a part of itself: waking for every record would
    /// cost more than reading them.
    async fn wait_more(&self, batch: &Filling, cursor: u64) -> Result<(), ReadError> {
        let due = self.due(batch);
        if self.env.clock.now() >= due {
            // The log's horizon lags behind the clock while an append is under way.
            self.env.machine_clock.sleep(HORIZON_PAUSE).await;
            return Ok(());
        }
        let grown = cursor + batch.records.len() as u64 / BATCH_GROWTH_PART;
        tokio::select! {
            () = self.env.clock.sleep_until(due) => Ok(()),
            waited = self.log.wait(self.shard, grown) => waited,
        }
    }

    /// Reads the records of a batch that was cut before. `None` when some have expired.
    pub async fn again(&self, bounds: Bounds) -> Result<Option<Vec<BatchRecord>>, ReadError> {
        let mut records = Vec::new();
        let mut cursor = bounds.first;
        while cursor < bounds.end {
            let read = self.read(cursor).await?;
            match read.entries.first() {
                Some(entry) if entry.index == cursor => {}
                _ => return Ok(None),
            }
            cursor = read.next;
            for entry in read.entries {
                if entry.index < bounds.end {
                    records.push(decode(entry)?);
                }
            }
        }
        Ok(Some(records))
    }
}

fn finish(filling: Option<Filling>) -> (Bounds, Vec<BatchRecord>) {
    let filling = filling.expect("a batch is finished only after it was begun");
    (filling.bounds, filling.records)
}

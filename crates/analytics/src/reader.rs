//! All shards of a source as one sequence, in the order (arrival, shard, index).
//! Does not: decode. A record is delivered only when no earlier one can come any more, so the
//! same log always gives the same sequence, however reads are cut.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use futures::future::{FutureExt, select_all};
use levada_types::{
    Arn, FlowError, HashRange, RecordSource, ShardId, SourceRecord, StartAt, Timestamp,
};

use crate::limits::{READ_RECORD_COUNT, WAITING_RECORD_COUNT};

pub struct SourceReader {
    source: Arc<dyn RecordSource>,
    arn: Arn,
    shards: BTreeMap<ShardId, ShardReader>,
    bound: Timestamp,
}

struct ShardReader {
    /// Index to read next.
    next: u64,
    /// Index of the next record to deliver.
    delivered: u64,
    horizon: Timestamp,
    finished: bool,
    /// Read and not delivered, as records of other shards may come before them.
    waiting: VecDeque<SourceRecord>,
    /// Hash keys of the shard, once it has been listed.
    range: Option<HashRange>,
}

impl ShardReader {
    fn at(index: u64) -> Self {
        Self {
            next: index,
            delivered: index,
            horizon: Timestamp(i64::MIN),
            finished: false,
            waiting: VecDeque::new(),
            range: None,
        }
    }
}

/// A record with where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrived {
    pub shard: ShardId,
    /// Hash keys of the shard; `None` when the source does not list it any more.
    pub range: Option<HashRange>,
    pub record: SourceRecord,
}

/// Records in their final order, and the time before which no more will come.
pub struct Delivery {
    pub records: Vec<Arrived>,
    pub bound: Timestamp,
}

impl SourceReader {
    pub fn new(
        source: Arc<dyn RecordSource>,
        arn: Arn,
        positions: &BTreeMap<ShardId, u64>,
        bound: Timestamp,
    ) -> Self {
        let shards = positions.iter().map(|(id, index)| (*id, ShardReader::at(*index)));
        Self { source, arn, shards: shards.collect(), bound }
    }

    /// Index of the next record to deliver, by shard.
    pub fn positions(&self) -> BTreeMap<ShardId, u64> {
        self.shards.iter().map(|(id, shard)| (*id, shard.delivered)).collect()
    }

    /// Reads what is there. Never waits for records; the bound advances with the clock when the
    /// source is idle.
    pub async fn poll(&mut self) -> Result<Delivery, FlowError> {
        loop {
            self.read().await?;
            // Listed after the reads: a shard that comes up later has no record before their
            // horizons.
            if !self.discover().await? {
                break;
            }
        }
        let open = self.shards.values().filter(|shard| !shard.finished);
        let bound = open.map(|shard| shard.horizon).min().unwrap_or(self.bound);
        self.bound = self.bound.max(bound);
        Ok(Delivery { records: self.deliver(), bound: self.bound })
    }

    async fn read(&mut self) -> Result<(), FlowError> {
        let open = self.shards.values().filter(|shard| !shard.finished);
        let slowest = open.map(|shard| shard.horizon).min();
        for (id, shard) in &mut self.shards {
            // The shard that holds all others back is read however much of it waits: its
            // waiting records may all have arrived in the same millisecond.
            let is_slowest = Some(shard.horizon) == slowest;
            if shard.finished || (shard.waiting.len() >= WAITING_RECORD_COUNT && !is_slowest) {
                continue;
            }
            let batch = self.source.read(&self.arn, *id, shard.next, READ_RECORD_COUNT).await?;
            shard.next = batch.next;
            shard.horizon = shard.horizon.max(batch.horizon);
            shard.finished = batch.finished;
            shard.waiting.extend(batch.records);
            if shard.waiting.is_empty() {
                shard.delivered = shard.next;
            }
        }
        Ok(())
    }

    /// Whether there are shards that have not been read yet. They are children of known ones,
    /// and read from their beginning.
    async fn discover(&mut self) -> Result<bool, FlowError> {
        let listed = self.source.shards(&self.arn).await?;
        self.shards.retain(|id, shard| {
            let is_listed = listed.iter().any(|other| other.id == *id);
            is_listed || !(shard.finished && shard.waiting.is_empty())
        });
        let mut found = false;
        for shard in listed {
            if let Some(known) = self.shards.get_mut(&shard.id) {
                known.range = Some(shard.range);
                continue;
            }
            let index = self.source.position(&self.arn, shard.id, StartAt::TrimHorizon).await?;
            let range = Some(shard.range);
            self.shards.insert(shard.id, ShardReader { range, ..ShardReader::at(index) });
            found = true;
        }
        Ok(found)
    }

    fn deliver(&mut self) -> Vec<Arrived> {
        let mut records = Vec::new();
        for (id, shard) in &mut self.shards {
            while let Some(record) = shard.waiting.pop_front_if(|r| r.arrived < self.bound) {
                shard.delivered = record.index + 1;
                records.push(Arrived { shard: *id, range: shard.range, record });
            }
        }
        records.sort_by_key(|one| (one.record.arrived, one.shard, one.record.index));
        records
    }

    /// Whether records wait for the clock to pass their millisecond.
    pub fn has_waiting(&self) -> bool {
        self.shards.values().any(|shard| !shard.waiting.is_empty())
    }

    /// Returns when a shard has something to read; never, when all are finished.
    pub async fn changed(&self) {
        let open = self.shards.iter().filter(|(_, shard)| !shard.finished);
        let waits: Vec<_> =
            open.map(|(id, shard)| self.source.wait(&self.arn, *id, shard.next).boxed()).collect();
        if waits.is_empty() {
            return std::future::pending().await;
        }
        // A failure shows again, with its reason, at the next read.
        let _ = select_all(waits).await;
    }
}

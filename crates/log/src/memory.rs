//! `MemoryLog`: the same promises but durability, for tests of the services above.
//! Does not: write anything anywhere.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use levada_env::Clock;
use levada_types::{ShardUid, Timestamp};
use parking_lot::Mutex;
use tokio::sync::Notify;

use crate::{
    AppendBatch, AppendError, LogEntry, LogRead, Producer, ReadError, Receipt, RecordLog, Tip,
};

pub struct MemoryLog {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
    changed: Notify,
    full: AtomicBool,
}

#[derive(Default)]
struct State {
    shards: BTreeMap<ShardUid, Shard>,
    producers: HashMap<String, (u64, u64)>,
}

struct Shard {
    retention: Duration,
    entries: Vec<LogEntry>,
    next: u64,
    last_arrived: Option<Timestamp>,
    /// No later record arrives before this: the newest arrival or the newest promise.
    floor: Timestamp,
    closed: bool,
}

impl Shard {
    fn expire(&mut self, now: Timestamp) {
        let limit = now.minus(self.retention);
        let keep_from = self.entries.partition_point(|entry| entry.arrived < limit);
        self.entries.drain(..keep_from);
    }

    fn tip(&self) -> Tip {
        let first = self.entries.first().map_or(self.next, |entry| entry.index);
        Tip { first, next: self.next, last_arrived: self.last_arrived, closed: self.closed }
    }
}

impl MemoryLog {
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            state: Mutex::default(),
            changed: Notify::new(),
            full: AtomicBool::new(false),
        }
    }

    /// While `full`, appends answer [`AppendError::Full`], as on a disk without room.
    pub fn set_full(&self, full: bool) {
        self.full.store(full, Ordering::Relaxed);
    }

    fn with<T>(
        &self,
        shard: ShardUid,
        act: impl FnOnce(&mut Shard, Timestamp) -> T,
    ) -> Result<T, ReadError> {
        let now = self.clock.now();
        let mut state = self.state.lock();
        let found = state.shards.get_mut(&shard).ok_or(ReadError::UnknownShard(shard))?;
        found.expire(now);
        Ok(act(found, now))
    }
}

fn check_producer(state: &State, producer: &Producer) -> Result<(), AppendError> {
    let (epoch, next) = state.producers.get(&producer.id).copied().unwrap_or((0, 0));
    if producer.epoch < epoch {
        Err(AppendError::Fenced { current: epoch, given: producer.epoch })
    } else if producer.sequence < next {
        Err(AppendError::Duplicate { next })
    } else if producer.sequence > next {
        Err(AppendError::Gap { next, given: producer.sequence })
    } else {
        Ok(())
    }
}

#[async_trait]
impl RecordLog for MemoryLog {
    async fn open_shard(&self, shard: ShardUid, retention: Duration) -> Result<(), AppendError> {
        let mut state = self.state.lock();
        let entry = state.shards.entry(shard).or_insert_with(|| Shard {
            retention,
            entries: Vec::new(),
            next: 1,
            last_arrived: None,
            floor: Timestamp(i64::MIN),
            closed: false,
        });
        entry.retention = retention;
        Ok(())
    }

    async fn delete_shard(&self, shard: ShardUid) -> Result<(), AppendError> {
        self.state.lock().shards.remove(&shard);
        self.changed.notify_waiters();
        Ok(())
    }

    async fn close_shard(&self, shard: ShardUid) -> Result<Tip, AppendError> {
        let tip = self
            .with(shard, |found, _| {
                found.closed = true;
                found.tip()
            })
            .map_err(|_| AppendError::UnknownShard(shard))?;
        self.changed.notify_waiters();
        Ok(tip)
    }

    async fn trim_shard(&self, shard: ShardUid, first: u64) -> Result<(), AppendError> {
        self.with(shard, |found, _| found.entries.retain(|entry| entry.index >= first))
            .map_err(|_| AppendError::UnknownShard(shard))
    }

    async fn append(&self, batch: AppendBatch) -> Result<Vec<Receipt>, AppendError> {
        if self.full.load(Ordering::Relaxed) {
            return Err(AppendError::Full);
        }
        let now = self.clock.now();
        let mut state = self.state.lock();
        for append in &batch.appends {
            match state.shards.get(&append.shard) {
                None => return Err(AppendError::UnknownShard(append.shard)),
                Some(shard) if shard.closed => return Err(AppendError::Closed(append.shard)),
                Some(_) => {}
            }
        }
        if let Some(producer) = &batch.producer {
            check_producer(&state, producer)?;
        }
        let mut receipts = Vec::with_capacity(batch.appends.len());
        let mut appended = 0;
        for append in batch.appends {
            let shard = state
                .shards
                .get_mut(&append.shard)
                .ok_or(AppendError::UnknownShard(append.shard))?;
            let arrived = shard.floor.max(now);
            let first_index = shard.next;
            let count = append.payloads.len() as u64;
            for payload in append.payloads {
                shard.entries.push(LogEntry { index: shard.next, arrived, payload });
                shard.next += 1;
            }
            if count > 0 {
                shard.last_arrived = Some(arrived);
                shard.floor = arrived;
            }
            appended += count;
            receipts.push(Receipt { shard: append.shard, first_index, count, arrived });
        }
        if let Some(Producer { id, epoch, sequence }) = batch.producer {
            state.producers.insert(id, (epoch, sequence + appended));
        }
        drop(state);
        self.changed.notify_waiters();
        Ok(receipts)
    }

    async fn read(
        &self,
        shard: ShardUid,
        from: u64,
        records_max: usize,
        bytes_max: usize,
    ) -> Result<LogRead, ReadError> {
        self.with(shard, |found, now| {
            let from = from.max(found.tip().first);
            let start = found.entries.partition_point(|entry| entry.index < from);
            let mut bytes = 0;
            let entries: Vec<LogEntry> = found.entries[start..]
                .iter()
                .take(records_max)
                .enumerate()
                .take_while(|(n, entry)| {
                    bytes += entry.payload.len();
                    *n == 0 || bytes <= bytes_max
                })
                .map(|(_, entry)| entry.clone())
                .collect();
            let next = entries.last().map_or(from, |entry| entry.index + 1);
            // Later records must not arrive before the promise just given.
            let horizon = if next >= found.next {
                found.floor = found.floor.max(now);
                found.floor
            } else {
                entries.last().map_or(now, |entry| entry.arrived)
            };
            LogRead { entries, next, horizon }
        })
    }

    async fn seek_time(&self, shard: ShardUid, time: Timestamp) -> Result<u64, ReadError> {
        self.with(shard, |found, _| {
            let at = found.entries.partition_point(|entry| entry.arrived < time);
            found.entries.get(at).map_or(found.next, |entry| entry.index)
        })
    }

    fn tip(&self, shard: ShardUid) -> Result<Tip, ReadError> {
        self.with(shard, |found, _| found.tip())
    }

    async fn wait(&self, shard: ShardUid, from: u64) -> Result<(), ReadError> {
        loop {
            let changed = self.changed.notified();
            let tip = match self.tip(shard) {
                Ok(tip) => tip,
                Err(_) => return Ok(()),
            };
            if tip.next > from || tip.closed {
                return Ok(());
            }
            changed.await;
        }
    }

    fn producer_next(&self, producer_id: &str) -> u64 {
        self.state.lock().producers.get(producer_id).map_or(0, |(_, next)| *next)
    }

    fn shards(&self) -> Vec<ShardUid> {
        self.state.lock().shards.keys().copied().collect()
    }
}

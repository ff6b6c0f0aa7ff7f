//! The intake: checks appends, assigns index and arrival in one order, queues them for the
//! writer.
//! Does not: make anything readable or durable.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use levada_env::{Clock, Env};
use levada_types::{ShardUid, Timestamp};
use tokio::sync::oneshot;

use super::format::batch::HEADER_BYTES;
use super::format::entry::{ENTRY_HEADER_BYTES, NewEntry};
use super::format::manifest::{Checkpoint, ProducerState};
use super::format::run::Payloads;
use super::observe;
use super::options::Options;
use super::prepare::{Prepared, PreparedAppend};
use crate::{AppendError, Producer, Receipt};

/// Bytes of a producer's id that an entry can hold.
const PRODUCER_ID_BYTES_MAX: usize = u16::MAX as usize;

pub(crate) struct Intake {
    clock: Arc<dyn Clock>,
    machine_clock: Arc<dyn Clock>,
    shards: HashMap<ShardUid, Assigned>,
    producers: HashMap<String, ProducerSlot>,
    pub(crate) queue: VecDeque<Item>,
    queued_bytes: usize,
    queued_bytes_max: usize,
    append_bytes_max: usize,
    /// The ring has no room for the batch that is next; what is queued waits.
    pub(crate) blocked: bool,
    /// The disk had no room when records were last moved into segments or the ring was grown.
    pub(crate) disk_full: bool,
    /// The latest horizon any reader was promised.
    pub(crate) promised_ms: Option<i64>,
    /// Why nothing is taken any more.
    pub(crate) stopped: Option<String>,
    /// Nothing more is taken; what is queued is still written.
    pub(crate) closing: bool,
}

/// What has been assigned, synced or not.
struct Assigned {
    retention: Duration,
    expired_ms: i64,
    closed: bool,
    next: u64,
    /// No later record arrives before this: the newest arrival or the newest promise.
    floor: Timestamp,
    /// Arrivals of the runs that are not readable yet, in order.
    pending: VecDeque<Timestamp>,
}

struct ProducerSlot {
    assigned: ProducerState,
    durable_next: u64,
}

/// One request's entries: in one batch, all or none.
pub(crate) struct Item {
    pub(crate) entries: Vec<NewEntry>,
    pub(crate) bytes: usize,
    pub(crate) done: oneshot::Sender<()>,
}

impl Item {
    /// An item that nobody waits for.
    pub(crate) fn new(entries: Vec<NewEntry>) -> Self {
        let bytes = entries.iter().map(NewEntry::stored_bytes).sum();
        Self { entries, bytes, done: oneshot::channel().0 }
    }
}

/// The promise of an answer: `outcome` counts once `done` says that everything queued before
/// is durable.
pub(crate) struct Ticket<T> {
    pub(crate) outcome: Result<T, AppendError>,
    pub(crate) done: oneshot::Receiver<()>,
}

impl Intake {
    pub(crate) fn new(checkpoint: &Checkpoint, options: &Options, env: &Env) -> Self {
        let shards = checkpoint.shards.iter().map(|(uid, shard)| {
            let newest_ms = shard.last_arrived_ms.max(checkpoint.clock_ms);
            let assigned = Assigned {
                retention: shard.retention,
                expired_ms: shard.expired_ms,
                closed: shard.closed,
                next: shard.next,
                floor: Timestamp(newest_ms.unwrap_or(i64::MIN)),
                pending: VecDeque::new(),
            };
            (*uid, assigned)
        });
        let producers = checkpoint.producers.iter().map(|(id, state)| {
            (id.clone(), ProducerSlot { assigned: *state, durable_next: state.next })
        });
        Self {
            clock: Arc::clone(&env.clock),
            machine_clock: Arc::clone(&env.machine_clock),
            shards: shards.collect(),
            producers: producers.collect(),
            queue: VecDeque::new(),
            queued_bytes: 0,
            queued_bytes_max: options.queue_bytes_max,
            append_bytes_max: options.batch_bytes_max - HEADER_BYTES,
            blocked: false,
            disk_full: false,
            promised_ms: None,
            stopped: None,
            closing: false,
        }
    }

    fn check_running(&self) -> Result<(), AppendError> {
        match &self.stopped {
            Some(why) => Err(AppendError::Stopped(why.clone())),
            None if self.closing => Err(AppendError::Stopped("shutting down".into())),
            None => Ok(()),
        }
    }

    fn enqueue<T>(&mut self, entries: Vec<NewEntry>, outcome: Result<T, AppendError>) -> Ticket<T> {
        let (done, answered) = oneshot::channel();
        let item = Item { done, ..Item::new(entries) };
        self.queued_bytes += item.bytes;
        self.queue.push_back(item);
        Ticket { outcome, done: answered }
    }

    /// Nothing to store, but the answer must wait until what came before is durable.
    fn barrier<T>(&mut self, outcome: Result<T, AppendError>) -> Ticket<T> {
        self.enqueue(Vec::new(), outcome)
    }

    pub(crate) fn open_shard(
        &mut self,
        shard: ShardUid,
        retention: Duration,
    ) -> Result<Ticket<()>, AppendError> {
        self.check_running()?;
        let mut expired_ms = i64::MIN;
        match self.shards.get_mut(&shard) {
            Some(known) if known.retention == retention => return Ok(self.barrier(Ok(()))),
            Some(known) => {
                // As AWS does: a longer retention does not bring back what had expired.
                known.expired_ms = known.expired_ms.max(self.clock.now().minus(known.retention).0);
                expired_ms = known.expired_ms;
                known.retention = retention;
            }
            None => {
                let assigned = Assigned {
                    retention,
                    expired_ms,
                    closed: false,
                    next: 1,
                    floor: Timestamp(i64::MIN),
                    pending: VecDeque::new(),
                };
                self.shards.insert(shard, assigned);
            }
        }
        Ok(self.enqueue(vec![NewEntry::Open { shard, retention, expired_ms }], Ok(())))
    }

    pub(crate) fn delete_shard(&mut self, shard: ShardUid) -> Result<Ticket<()>, AppendError> {
        self.check_running()?;
        if self.shards.remove(&shard).is_none() {
            return Ok(self.barrier(Ok(())));
        }
        Ok(self.enqueue(vec![NewEntry::Delete { shard }], Ok(())))
    }

    pub(crate) fn close_shard(&mut self, shard: ShardUid) -> Result<Ticket<()>, AppendError> {
        self.check_running()?;
        let known = self.shards.get_mut(&shard).ok_or(AppendError::UnknownShard(shard))?;
        if std::mem::replace(&mut known.closed, true) {
            return Ok(self.barrier(Ok(())));
        }
        Ok(self.enqueue(vec![NewEntry::Close { shard }], Ok(())))
    }

    pub(crate) fn trim_shard(
        &mut self,
        shard: ShardUid,
        first: u64,
    ) -> Result<Ticket<()>, AppendError> {
        self.check_running()?;
        let known = self.shards.get(&shard).ok_or(AppendError::UnknownShard(shard))?;
        let first = first.min(known.next);
        Ok(self.enqueue(vec![NewEntry::Trim { shard, first }], Ok(())))
    }

    pub(crate) fn manifest_in_place(&mut self, number: u64) {
        self.enqueue::<()>(vec![NewEntry::Manifest { number }], Ok(()));
    }

    pub(crate) fn append(
        &mut self,
        batch: impl Into<Prepared>,
        now: Timestamp,
    ) -> Result<Ticket<Vec<Receipt>>, AppendError> {
        let batch = batch.into();
        self.check_running()?;
        for append in &batch.appends {
            match self.shards.get(&append.shard) {
                None => return Err(AppendError::UnknownShard(append.shard)),
                Some(known) if known.closed => return Err(AppendError::Closed(append.shard)),
                Some(_) => {}
            }
        }
        if let Some(producer) = &batch.producer {
            match self.check_producer(producer) {
                Ok(()) => {}
                // "Stored" is true only once the first attempt is durable.
                Err(repeat @ AppendError::Duplicate { .. }) => return Ok(self.barrier(Err(repeat))),
                Err(other) => return Err(other),
            }
        }
        self.check_room(&batch)?;
        let mut entries = Vec::with_capacity(batch.appends.len() + 1);
        let mut receipts = Vec::with_capacity(batch.appends.len());
        let mut appended = 0;
        for append in batch.appends {
            let receipt = self.assign(&append, now)?;
            appended += receipt.count;
            receipts.push(receipt);
            let (shard, arrived_ms) = (append.shard, receipt.arrived.0);
            let mut first = receipt.first_index;
            for payloads in append.runs {
                let next = first + u64::from(payloads.count());
                entries.push(NewEntry::Data { shard, first, arrived_ms, payloads });
                first = next;
            }
        }
        if let Some(Producer { id, epoch, sequence }) = batch.producer {
            let next = sequence + appended;
            let state = ProducerState { epoch, next, used_ms: self.machine_clock.now().0 };
            let slot = ProducerSlot { assigned: state, durable_next: 0 };
            self.producers.entry(id.clone()).or_insert(slot).assigned = state;
            entries.push(NewEntry::Producer { id, state });
        }
        Ok(self.enqueue(entries, Ok(receipts)))
    }

    fn check_producer(&self, producer: &Producer) -> Result<(), AppendError> {
        let (epoch, next) = self
            .producers
            .get(&producer.id)
            .map_or((0, 0), |slot| (slot.assigned.epoch, slot.assigned.next));
        if producer.id.len() > PRODUCER_ID_BYTES_MAX {
            let (bytes, limit) = (producer.id.len(), PRODUCER_ID_BYTES_MAX);
            Err(AppendError::TooLarge { bytes, limit })
        } else if producer.epoch < epoch {
            Err(AppendError::Fenced { current: epoch, given: producer.epoch })
        } else if producer.sequence < next {
            Err(AppendError::Duplicate { next })
        } else if producer.sequence > next {
            Err(AppendError::Gap { next, given: producer.sequence })
        } else {
            Ok(())
        }
    }

    fn check_room(&self, batch: &Prepared) -> Result<(), AppendError> {
        let framed = |payloads: &Payloads| ENTRY_HEADER_BYTES + 8 + payloads.stored_bytes();
        let producer = batch.producer.as_ref().map_or(0, |producer| 34 + producer.id.len());
        let runs = batch.appends.iter().flat_map(|append| &append.runs);
        let bytes = producer + runs.map(framed).sum::<usize>();
        if bytes > self.append_bytes_max {
            return Err(AppendError::TooLarge { bytes, limit: self.append_bytes_max });
        }
        let stuck = self.blocked && self.disk_full;
        if stuck || self.queued_bytes + bytes > self.queued_bytes_max {
            return Err(AppendError::Full);
        }
        Ok(())
    }

    fn assign(&mut self, append: &PreparedAppend, now: Timestamp) -> Result<Receipt, AppendError> {
        let shard = append.shard;
        let known = self.shards.get_mut(&shard).ok_or(AppendError::UnknownShard(shard))?;
        let arrived = known.floor.max(now);
        let receipt = Receipt { shard, first_index: known.next, count: append.count(), arrived };
        if receipt.count > 0 {
            known.next += receipt.count;
            known.floor = arrived;
            known.pending.extend(append.runs.iter().map(|_| arrived));
        }
        Ok(receipt)
    }

    /// The time before which no record can arrive that is not readable yet. It is a promise:
    /// a clock that steps back does not break it. Ask before looking at what is readable.
    pub(crate) fn promise(&mut self, shard: ShardUid, now: Timestamp) -> Option<Timestamp> {
        let known = self.shards.get_mut(&shard)?;
        if let Some(first_pending) = known.pending.front() {
            return Some(*first_pending);
        }
        known.floor = known.floor.max(now);
        self.promised_ms = self.promised_ms.max(Some(known.floor.0));
        Some(known.floor)
    }

    /// The items of the next batch: at least one when any waits, together at most
    /// `bytes_soft` unless the first alone is larger. Their count and bytes.
    pub(crate) fn next_batch(&self, bytes_soft: usize) -> (usize, usize) {
        let mut bytes = 0;
        let mut count = 0;
        for item in &self.queue {
            if count > 0 && bytes + item.bytes > bytes_soft {
                break;
            }
            bytes += item.bytes;
            count += 1;
        }
        (count, bytes)
    }

    pub(crate) fn take(&mut self, count: usize) -> Vec<Item> {
        let items: Vec<Item> = self.queue.drain(..count).collect();
        self.queued_bytes -= items.iter().map(|item| item.bytes).sum::<usize>();
        observe::queued(self.queued_bytes);
        items
    }

    /// `items` are durable and readable.
    pub(crate) fn settle(&mut self, items: &[Item]) {
        for entry in items.iter().flat_map(|item| &item.entries) {
            match entry {
                NewEntry::Data { shard, .. } => {
                    if let Some(known) = self.shards.get_mut(shard) {
                        known.pending.pop_front();
                    }
                }
                NewEntry::Producer { id, state } => {
                    if let Some(slot) = self.producers.get_mut(id) {
                        slot.durable_next = state.next;
                    }
                }
                _ => {}
            }
        }
    }

    /// What is durable of a producer's records.
    pub(crate) fn producer_next(&self, id: &str) -> u64 {
        self.producers.get(id).map_or(0, |slot| slot.durable_next)
    }

    /// Takes nothing more; who waits is told by the dropped senders.
    pub(crate) fn stop(&mut self, why: &str) {
        self.stopped.get_or_insert_with(|| why.to_owned());
        self.queue.clear();
        self.queued_bytes = 0;
    }
}

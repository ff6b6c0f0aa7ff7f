//! The intake: checks appends, assigns index and arrival in one order, queues them for the
//! writer.
//! Does not: make anything readable or durable.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use levada_env::{Clock, Env};
use levada_types::{ShardUid, Timestamp};
use tokio::sync::oneshot;

use super::filling::Filling;
use super::format::batch::HEADER_BYTES;
use super::format::entry::NewEntry;
use super::format::manifest::{Checkpoint, NEVER_USED, ProducerState};
use super::format::run::Payloads;
use super::observe;
use super::options::Options;
use super::prepare::{Prepared, PreparedAppend};
use super::uid_map::UidMap;
use crate::{AppendError, Producer, Receipt};

/// Bytes of a producer's id that an entry can hold.
const PRODUCER_ID_BYTES_MAX: usize = u16::MAX as usize;

pub(crate) struct Intake {
    clock: Arc<dyn Clock>,
    machine_clock: Arc<dyn Clock>,
    shards: UidMap<Assigned>,
    producers: HashMap<String, ProducerSlot>,
    /// Batches that wait for the writer; the last one takes more.
    queue: VecDeque<Filling>,
    /// Of the newest batch begun.
    batch_number: u64,
    /// Batches up to this are durable and readable.
    published: u64,
    /// Bytes of the batch before, to expect again.
    bytes_expected: usize,
    batch_bytes_soft: usize,
    queued_bytes: usize,
    queued_bytes_max: usize,
    producers_max: usize,
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
    /// Arrivals of what is not readable yet, in order: the first of each batch, by its number.
    /// Batches published since may still stand at the front.
    pending: VecDeque<(u64, Timestamp)>,
}

struct ProducerSlot {
    assigned: ProducerState,
    durable_next: u64,
}

/// The promise of an answer: `outcome` counts once `done` says that everything queued before
/// is durable.
pub(crate) struct Ticket<T> {
    pub(crate) outcome: Result<T, AppendError>,
    pub(crate) done: oneshot::Receiver<()>,
}

impl Assigned {
    fn forget_published(&mut self, published: u64) {
        while self.pending.front().is_some_and(|(number, _)| *number <= published) {
            self.pending.pop_front();
        }
    }
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
        let now_ms = env.machine_clock.now().0;
        let producers = checkpoint.producers.iter().map(|(id, state)| {
            // The oldest logs did not say when a producer was last used.
            let known = state.used_ms != NEVER_USED;
            let used_ms = if known { state.used_ms } else { now_ms };
            let state = &ProducerState { used_ms, ..*state };
            (id.clone(), ProducerSlot { assigned: *state, durable_next: state.next })
        });
        Self {
            clock: Arc::clone(&env.clock),
            machine_clock: Arc::clone(&env.machine_clock),
            shards: shards.collect(),
            producers: producers.collect(),
            queue: VecDeque::new(),
            batch_number: 0,
            published: 0,
            bytes_expected: 0,
            batch_bytes_soft: options.batch_bytes_soft,
            queued_bytes: 0,
            queued_bytes_max: options.queue_bytes_max,
            producers_max: options.producers_max,
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

    /// The batch that takes `bytes` more.
    fn filling(&mut self, bytes: usize) -> &mut Filling {
        let fits =
            |last: &Filling| last.bytes() + bytes <= self.batch_bytes_soft || last.entries == 0;
        if !self.queue.back().is_some_and(fits) {
            self.batch_number += 1;
            let expected = if bytes == 0 { 0 } else { bytes.max(self.bytes_expected) };
            self.queue.push_back(Filling::new(self.batch_number, expected));
        }
        let last = self.queue.len() - 1;
        &mut self.queue[last]
    }

    /// Queues entries that must be in one batch.
    fn enqueue<T>(
        &mut self,
        entries: impl IntoIterator<Item = NewEntry>,
        bytes: usize,
        outcome: Result<T, AppendError>,
    ) -> Ticket<T> {
        let (done, answered) = oneshot::channel();
        self.queued_bytes += bytes;
        let filling = self.filling(bytes);
        for entry in entries {
            filling.add(entry);
        }
        filling.waiters.push(done);
        Ticket { outcome, done: answered }
    }

    fn enqueue_one<T>(&mut self, entry: NewEntry, outcome: T) -> Ticket<T> {
        let bytes = entry.stored_bytes();
        self.enqueue([entry], bytes, Ok(outcome))
    }

    /// Nothing to store, but the answer must wait until what came before is durable.
    fn barrier<T>(&mut self, outcome: Result<T, AppendError>) -> Ticket<T> {
        self.enqueue([], 0, outcome)
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
        Ok(self.enqueue_one(NewEntry::Open { shard, retention, expired_ms }, ()))
    }

    pub(crate) fn delete_shard(&mut self, shard: ShardUid) -> Result<Ticket<()>, AppendError> {
        self.check_running()?;
        if self.shards.remove(&shard).is_none() {
            return Ok(self.barrier(Ok(())));
        }
        Ok(self.enqueue_one(NewEntry::Delete { shard }, ()))
    }

    pub(crate) fn close_shard(&mut self, shard: ShardUid) -> Result<Ticket<()>, AppendError> {
        self.check_running()?;
        let known = self.shards.get_mut(&shard).ok_or(AppendError::UnknownShard(shard))?;
        if std::mem::replace(&mut known.closed, true) {
            return Ok(self.barrier(Ok(())));
        }
        Ok(self.enqueue_one(NewEntry::Close { shard }, ()))
    }

    pub(crate) fn trim_shard(
        &mut self,
        shard: ShardUid,
        first: u64,
    ) -> Result<Ticket<()>, AppendError> {
        self.check_running()?;
        let known = self.shards.get(&shard).ok_or(AppendError::UnknownShard(shard))?;
        let first = first.min(known.next);
        Ok(self.enqueue_one(NewEntry::Trim { shard, first }, ()))
    }

    pub(crate) fn manifest_in_place(&mut self, number: u64) {
        self.enqueue_one(NewEntry::Manifest { number }, ());
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
        let bytes = self.check_room(&batch)?;
        let Prepared { producer, appends } = batch;
        let number = self.filling(bytes).number;
        let mut receipts = Vec::with_capacity(appends.len());
        for append in &appends {
            receipts.push(self.assign(append, number, now)?);
        }
        let producer = producer.map(|Producer { id, epoch, sequence }| {
            let next = sequence + receipts.iter().map(|receipt| receipt.count).sum::<u64>();
            let state = ProducerState { epoch, next, used_ms: self.machine_clock.now().0 };
            let slot = ProducerSlot { assigned: state, durable_next: 0 };
            self.producers.entry(id.clone()).or_insert(slot).assigned = state;
            NewEntry::Producer { id, state }
        });
        let firsts = receipts.iter().map(|receipt| (receipt.first_index, receipt.arrived.0));
        let placed: Vec<(u64, i64)> = firsts.collect();
        let data = appends
            .into_iter()
            .zip(placed)
            .flat_map(|(append, (first, arrived_ms))| append.into_entries(first, arrived_ms));
        Ok(self.enqueue(data.chain(producer), bytes, Ok(receipts)))
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

    /// Bytes the batch takes, framing included.
    fn check_room(&self, batch: &Prepared) -> Result<usize, AppendError> {
        let framed = |payloads: &Payloads| NewEntry::RUN_AT + payloads.stored_bytes();
        let producer = batch.producer.as_ref().map_or(0, |producer| 34 + producer.id.len());
        let runs = batch.appends.iter().flat_map(PreparedAppend::runs);
        let bytes = producer + runs.map(framed).sum::<usize>();
        if bytes > self.append_bytes_max {
            return Err(AppendError::TooLarge { bytes, limit: self.append_bytes_max });
        }
        let known = |producer: &Producer| self.producers.contains_key(&producer.id);
        let one_more = batch.producer.as_ref().is_some_and(|producer| !known(producer));
        let stuck = (self.blocked && self.disk_full)
            || (one_more && self.producers.len() >= self.producers_max);
        if stuck || self.queued_bytes + bytes > self.queued_bytes_max {
            return Err(AppendError::Full);
        }
        Ok(bytes)
    }

    /// Index and arrival for what stands in batch `number`.
    fn assign(
        &mut self,
        append: &PreparedAppend,
        number: u64,
        now: Timestamp,
    ) -> Result<Receipt, AppendError> {
        let (shard, published) = (append.shard, self.published);
        let known = self.shards.get_mut(&shard).ok_or(AppendError::UnknownShard(shard))?;
        let arrived = known.floor.max(now);
        let receipt = Receipt { shard, first_index: known.next, count: append.count(), arrived };
        if receipt.count > 0 {
            known.next += receipt.count;
            known.floor = arrived;
            known.forget_published(published);
            if known.pending.back().is_none_or(|(of, _)| *of != number) {
                known.pending.push_back((number, arrived));
            }
        }
        Ok(receipt)
    }

    /// The time before which no record can arrive that is not readable yet. It is a promise:
    /// a clock that steps back does not break it. Ask before looking at what is readable.
    pub(crate) fn promise(&mut self, shard: ShardUid, now: Timestamp) -> Option<Timestamp> {
        let known = self.shards.get_mut(&shard)?;
        known.forget_published(self.published);
        if let Some((_, first_pending)) = known.pending.front() {
            return Some(*first_pending);
        }
        known.floor = known.floor.max(now);
        self.promised_ms = self.promised_ms.max(Some(known.floor.0));
        Some(known.floor)
    }

    /// Ring bytes of the batch that is next; 0 when it only has waiters.
    pub(crate) fn next_stored_bytes(&self) -> Option<u64> {
        self.queue.front().map(Filling::stored_bytes)
    }

    pub(crate) fn has_work(&self) -> bool {
        !self.queue.is_empty()
    }

    pub(crate) fn take(&mut self) -> Option<Filling> {
        let batch = self.queue.pop_front()?;
        if batch.entries > 0 {
            self.bytes_expected = batch.bytes();
        }
        self.queued_bytes -= batch.bytes().min(self.queued_bytes);
        observe::queued(self.queued_bytes);
        Some(batch)
    }

    /// Batch `number` is durable and readable; so far have the producers in it come.
    pub(crate) fn published(&mut self, number: u64, producers: Vec<(String, u64)>) {
        self.published = self.published.max(number);
        for (id, next) in producers {
            if let Some(slot) = self.producers.get_mut(&id) {
                slot.durable_next = next;
            }
        }
    }

    /// Forgets producers that have appended nothing since `limit_ms`.
    pub(crate) fn forget_producers(&mut self, limit_ms: i64) {
        self.producers.retain(|_, slot| slot.assigned.used_ms >= limit_ms);
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

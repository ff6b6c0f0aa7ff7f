//! The writer: turns what is queued into batches, one write and one sync each, then makes them
//! readable and answers. One thread runs it.
//! Does not: retry anything; an error from write or sync ends the log.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use bytes::Bytes;
use levada_env::disk::aligned_buffer;
use levada_types::{ShardUid, Timestamp};

use super::flush::Frozen;
use super::format::batch::{BatchHeader, HEADER_BYTES};
use super::format::entry::{Entry, NewEntry};
use super::format::manifest::{Checkpoint, LowWater, ShardState};
use super::format::run::Run;
use super::format::{Malformed, crc32c, whole_blocks};
use super::intake::Item;
use super::observe;
use super::ring::RingFile;
use super::shared::{Sabotage, Shared};
use super::view::ShardView;

pub(crate) struct Writer {
    pub(crate) shared: Arc<Shared>,
    /// After the newest batch. Its file is `active` once this process has written.
    pub(crate) position: LowWater,
    pub(crate) active: Option<RingFile>,
    /// The highest generation seen in the ring.
    pub(crate) generation: u64,
    pub(crate) replay: Replay,
    /// When the oldest unflushed bytes were written, machine time.
    pub(crate) unflushed_since: Option<Timestamp>,
    /// No later batch says yet that the newest one was durable.
    pub(crate) unmarked: bool,
}

/// The state after the newest durable batch; recovery builds it, the writer goes on with it.
#[derive(Default)]
pub(crate) struct Replay {
    pub(crate) checkpoint: Checkpoint,
    pub(crate) unflushed: Vec<(ShardUid, Run)>,
    /// Ring bytes of the batches since the last freeze.
    pub(crate) unflushed_bytes: u64,
    /// The highest manifest that a batch says was in place.
    pub(crate) manifest_seen: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    Idle,
    Wrote,
    /// The ring has no room until the flusher has freed or added a file.
    Blocked,
}

impl Replay {
    /// Lets one durable entry happen: records become readable, shards open, close and go.
    pub(crate) fn apply(&mut self, shared: &Shared, entry: Entry) -> Result<(), Malformed> {
        match entry {
            Entry::Data { shard, run } => self.apply_data(shared, shard, run)?,
            Entry::Open { shard, retention, expired_ms } => {
                let fresh = ShardState {
                    retention,
                    closed: false,
                    next: 1,
                    last_arrived_ms: None,
                    trimmed: 1,
                    expired_ms,
                };
                let state = self.checkpoint.shards.entry(shard).or_insert(fresh);
                state.retention = retention;
                state.expired_ms = state.expired_ms.max(expired_ms);
                let mut views = shared.views.write();
                let view = views.entry(shard).or_insert_with(|| Arc::new(ShardView::new(state)));
                let mut view = view.state.lock();
                view.retention = retention;
                view.expired_ms = state.expired_ms;
            }
            Entry::Close { shard } => {
                if let Some(state) = self.checkpoint.shards.get_mut(&shard) {
                    state.closed = true;
                }
                if let Ok(view) = shared.view(shard) {
                    view.state.lock().closed = true;
                    view.changed.notify_waiters();
                }
            }
            Entry::Delete { shard } => {
                self.checkpoint.shards.remove(&shard);
                if let Some(view) = shared.views.write().remove(&shard) {
                    view.state.lock().deleted = true;
                    view.changed.notify_waiters();
                }
            }
            Entry::Producer { id, state } => {
                self.checkpoint.producers.insert(id, state);
            }
            Entry::Manifest { number } => self.manifest_seen = self.manifest_seen.max(number),
            Entry::Trim { shard, first } => {
                if let Some(state) = self.checkpoint.shards.get_mut(&shard) {
                    state.trimmed = state.trimmed.max(first.min(state.next));
                }
                if let Ok(view) = shared.view(shard) {
                    view.state.lock().trim(first);
                }
            }
            Entry::Clock { ms } => {
                self.checkpoint.clock_ms = self.checkpoint.clock_ms.max(Some(ms));
            }
        }
        Ok(())
    }

    fn apply_data(&mut self, shared: &Shared, shard: ShardUid, run: Run) -> Result<(), Malformed> {
        let state = self.checkpoint.shards.get_mut(&shard);
        let state = state.ok_or_else(|| Malformed(format!("records of unknown {shard:?}")))?;
        state.next = run.end();
        state.last_arrived_ms = Some(run.arrived_ms);
        let view = shared.view(shard).map_err(|error| Malformed(error.to_string()))?;
        view.state.lock().push(run.clone())?;
        view.changed.notify_waiters();
        self.unflushed.push((shard, run));
        Ok(())
    }
}

impl Writer {
    /// Writes one batch of what is queued, if anything is.
    pub(crate) fn turn(&mut self) -> Turn {
        let shared = Arc::clone(&self.shared);
        let (items, bytes) = {
            let mut intake = shared.intake.lock();
            let (count, bytes) = intake.next_batch(shared.options.batch_bytes_soft);
            if count == 0 || intake.stopped.is_some() {
                return Turn::Idle;
            }
            if bytes > 0 && !self.make_room((HEADER_BYTES + bytes) as u64) {
                intake.blocked = true;
                drop(intake);
                self.freeze();
                return Turn::Blocked;
            }
            intake.blocked = false;
            (intake.take(count), bytes)
        };
        if shared.sabotage == Sabotage::AcknowledgeBeforeSync {
            let early = items.into_iter().map(|Item { entries, bytes, done }| {
                let _ = done.send(());
                Item { entries, bytes, done: tokio::sync::oneshot::channel().0 }
            });
            self.write_and_settle(early.collect(), bytes);
        } else {
            self.write_and_settle(items, bytes);
        }
        Turn::Wrote
    }

    fn write_and_settle(&mut self, items: Vec<Item>, bytes: usize) {
        let result = if bytes == 0 { Ok(()) } else { self.write(&items, bytes) };
        match result {
            Ok(()) => {
                self.shared.intake.lock().settle(&items);
                for item in items {
                    // Whoever asked may have gone; the record stays.
                    let _ = item.done.send(());
                }
                self.freeze_if_due();
            }
            Err(why) => self.shared.fail(&why),
        }
    }

    /// Writes a batch without records after the newest one, when nothing else follows. Recovery then
    /// tells damage to the newest acknowledged records from a write that was cut off.
    /// The batch also says how far readers were promised that nothing older will come.
    pub(crate) fn mark_the_end(&mut self) {
        let (stopped, closing, promised_ms) = {
            let intake = self.shared.intake.lock();
            (intake.stopped.is_some(), intake.closing, intake.promised_ms)
        };
        let clock_ms = promised_ms.filter(|_| promised_ms > self.replay.checkpoint.clock_ms);
        if stopped || !(self.unmarked || (closing && clock_ms.is_some())) {
            return;
        }
        let mark = Item::new(clock_ms.map(|ms| NewEntry::Clock { ms }).into_iter().collect());
        let bytes = mark.bytes;
        if !self.make_room((HEADER_BYTES + bytes) as u64) {
            return;
        }
        match self.write(&[mark], bytes) {
            Ok(()) => self.unmarked = false,
            Err(why) => self.shared.fail(&why),
        }
    }

    /// Makes sure that the next batch of `bytes` has a file; false when none is free.
    fn make_room(&mut self, bytes: u64) -> bool {
        let stored = whole_blocks(bytes);
        if let Some(active) = &self.active
            && self.position.offset + stored <= active.len
        {
            return true;
        }
        let Some(file) = self.shared.ring.take(self.generation + 1) else {
            return false;
        };
        self.generation += 1;
        self.position.file = file.id;
        self.position.generation = self.generation;
        self.position.offset = 0;
        self.active = Some(file);
        if self.shared.ring.wants_file() {
            self.shared.flush.lock().ring_wanted = true;
            self.shared.flush_wake.notify_one();
        }
        true
    }

    /// One batch: encode, write, sync, make readable.
    fn write(&mut self, items: &[Item], bytes: usize) -> Result<(), String> {
        let stored = whole_blocks((HEADER_BYTES + bytes) as u64);
        let (mut batch, start) = aligned_buffer(stored as usize);
        let body_start = start + HEADER_BYTES;
        batch.resize(body_start, 0);
        for entry in items.iter().flat_map(|item| &item.entries) {
            entry.encode(&mut batch);
        }
        let number = self.position.batch + 1;
        let header = BatchHeader {
            entries: items.iter().map(|item| item.entries.len() as u32).sum(),
            store: self.shared.store,
            generation: self.position.generation,
            number,
            durable_upto: number - 1,
            previous: self.position.checksum,
            body_len: (batch.len() - body_start) as u32,
            body_crc: crc32c(&batch[body_start..]),
        };
        let (header_bytes, checksum) = header.encode();
        batch[start..body_start].copy_from_slice(&header_bytes);
        let body_end = batch.len();
        batch.resize(start + stored as usize, 0);
        let started = Instant::now();
        self.store(&batch[start..]).map_err(|error| format!("write of batch {number}: {error}"))?;
        observe::batch_stored(stored as usize, started.elapsed());
        self.position.batch = number;
        self.position.checksum = checksum;
        self.position.offset += stored;
        self.unmarked = header.entries > 0;
        let body = Bytes::from(batch).slice(body_start..body_end);
        self.publish(&body, header.entries, stored).map_err(|malformed| malformed.0)
    }

    fn store(&self, batch: &[u8]) -> io::Result<()> {
        let active = self.active.as_ref().ok_or(io::ErrorKind::NotFound)?;
        active.file.write_at(batch, self.position.offset)?;
        match self.shared.sabotage {
            Sabotage::SkipSync => Ok(()),
            Sabotage::RetryFailedSync => active.file.sync().or_else(|_| active.file.sync()),
            _ => active.file.sync(),
        }
    }

    fn publish(&mut self, body: &Bytes, entries: u32, stored: u64) -> Result<(), Malformed> {
        for entry in Entry::decode_all(body, entries)? {
            self.replay.apply(&self.shared, entry)?;
        }
        self.shared.written.batches.fetch_add(1, Ordering::Relaxed);
        self.shared.written.ring_bytes.fetch_add(stored, Ordering::Relaxed);
        self.replay.unflushed_bytes += stored;
        self.shared.unflushed_bytes.fetch_add(stored, Ordering::Relaxed);
        observe::unflushed(&self.shared);
        if self.unflushed_since.is_none() {
            self.unflushed_since = Some(self.shared.machine_clock.now());
        }
        Ok(())
    }

    /// Hands everything unflushed to the flusher when it is much or old.
    pub(crate) fn freeze_if_due(&mut self) {
        let options = &self.shared.options;
        let old = self
            .unflushed_since
            .is_some_and(|since| self.shared.machine_clock.now().since(since) >= options.flush_age);
        if old || self.replay.unflushed_bytes >= options.flush_bytes {
            self.freeze();
        }
    }

    /// Hands everything unflushed to the flusher, unless it is busy or there is nothing.
    pub(crate) fn freeze(&mut self) {
        let mut slot = self.shared.flush.lock();
        slot.ring_wanted |= self.shared.ring.wants_file();
        if !slot.busy && self.replay.unflushed_bytes > 0 {
            slot.busy = true;
            slot.job = Some(Frozen {
                runs: std::mem::take(&mut self.replay.unflushed),
                bytes: std::mem::take(&mut self.replay.unflushed_bytes),
                checkpoint: self.replay.checkpoint.clone(),
                low_water: self.position,
            });
            self.unflushed_since = None;
        }
        drop(slot);
        self.shared.flush_wake.notify_one();
    }
}

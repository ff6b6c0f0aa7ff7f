//! The writer: turns what is queued into batches, one write and one sync each, then makes them
//! readable and answers. One thread runs it.
//! Does not: retry anything; an error from write or sync ends the log.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use bytes::Bytes;
use levada_env::disk::aligned_buffer;
use levada_types::Timestamp;

use super::flush::Frozen;
use super::format::batch::{BatchHeader, HEADER_BYTES};
use super::format::entry::{Entry, NewEntry};
use super::format::manifest::LowWater;
use super::format::{Malformed, crc32c, whole_blocks};
use super::intake::Item;
use super::observe;
use super::replay::Replay;
use super::ring::RingFile;
use super::shared::{Sabotage, Shared};

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    Idle,
    Wrote,
    /// The ring has no room until the flusher has freed or added a file.
    Blocked,
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

//! The writer: puts queued batches into the ring, one write and one sync each. One thread runs
//! it; when more is queued, another publishes what it has written.
//! Does not: retry anything; an error from write or sync ends the log.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use bytes::Bytes;
use parking_lot::Mutex;

use super::filling::{Filling, Stored};
use super::format::batch::BatchHeader;
use super::format::crc32c;
use super::format::entry::NewEntry;
use super::format::manifest::LowWater;
use super::observe;
use super::publish::{Done, Publisher};
use super::ring::RingFile;
use super::shared::{Sabotage, Shared};

pub(crate) struct Writer {
    pub(crate) shared: Arc<Shared>,
    /// After the newest batch written. Its file is `active` once this process has written.
    pub(crate) position: LowWater,
    pub(crate) active: Option<RingFile>,
    /// The highest generation seen in the ring.
    pub(crate) generation: u64,
    pub(crate) publisher: Arc<Mutex<Publisher>>,
    /// Another thread publishes while this one writes on.
    pub(crate) handoff: bool,
    /// The horizon that the newest mark says was promised.
    pub(crate) marked_ms: Option<i64>,
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

/// Written batches that may wait for the publisher's thread.
const DONE_BATCHES_MAX: usize = 4;

impl Writer {
    /// Writes one batch of what is queued, if anything is.
    pub(crate) fn turn(&mut self) -> Turn {
        let shared = Arc::clone(&self.shared);
        let mut batch = {
            let mut intake = shared.intake.lock();
            let Some(stored) = intake.next_stored_bytes() else { return Turn::Idle };
            if intake.stopped.is_some() {
                return Turn::Idle;
            }
            if stored > 0 && !self.make_room(stored) {
                intake.blocked = true;
                drop(intake);
                self.publish_all();
                self.freeze();
                return Turn::Blocked;
            }
            intake.blocked = false;
            match intake.take() {
                Some(batch) => batch,
                None => return Turn::Idle,
            }
        };
        if shared.sabotage == Sabotage::AcknowledgeBeforeSync {
            for waiter in batch.waiters.drain(..) {
                let _ = waiter.send(());
            }
        }
        if let Err(why) = self.write(batch) {
            shared.fail(&why);
        }
        Turn::Wrote
    }

    /// Writes a batch without records after the newest one, when nothing else follows. Recovery then
    /// tells damage to the newest acknowledged records from a write that was cut off.
    /// The batch also says how far readers were promised that nothing older will come.
    pub(crate) fn mark_the_end(&mut self) {
        let (stopped, closing, promised_ms) = {
            let intake = self.shared.intake.lock();
            (intake.stopped.is_some(), intake.closing, intake.promised_ms)
        };
        let clock_ms = promised_ms.filter(|_| promised_ms > self.marked_ms);
        if stopped || !(self.unmarked || (closing && clock_ms.is_some())) {
            return;
        }
        let mut mark = Filling::new(0, 0);
        if let Some(ms) = clock_ms {
            mark.add(NewEntry::Clock { ms });
        }
        if !self.make_room(mark.stored_bytes()) {
            return;
        }
        match self.write(mark) {
            Ok(()) => {
                self.unmarked = false;
                self.marked_ms = self.marked_ms.max(clock_ms);
            }
            Err(why) => self.shared.fail(&why),
        }
    }

    /// Makes sure that the next batch of `stored` bytes has a file; false when none is free.
    fn make_room(&mut self, stored: u64) -> bool {
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

    /// One batch: checksum, write, sync, on to the publisher.
    fn write(&mut self, mut batch: Filling) -> Result<(), String> {
        let stored = batch.stored_bytes();
        let mut body = Bytes::new();
        if stored > 0 {
            body = self.store(&mut batch)?;
            self.position.offset += stored;
            self.unmarked = batch.entries > 0;
            self.shared.written.batches.fetch_add(1, Ordering::Relaxed);
            self.shared.written.ring_bytes.fetch_add(stored, Ordering::Relaxed);
        }
        let done = Done { batch, body, stored, position: self.position };
        self.hand_over(done);
        Ok(())
    }

    fn store(&mut self, batch: &mut Filling) -> Result<Bytes, String> {
        let number = self.position.batch + 1;
        let header = BatchHeader {
            entries: batch.entries,
            store: self.shared.store,
            generation: self.position.generation,
            number,
            durable_upto: number - 1,
            previous: self.position.checksum,
            body_len: batch.bytes() as u32,
            body_crc: crc32c(batch.body()),
        };
        let (header_bytes, checksum) = header.encode();
        let Stored { bytes, body_end } = batch.finish(&header_bytes);
        let started = Instant::now();
        self.write_and_sync(bytes).map_err(|error| format!("write of batch {number}: {error}"))?;
        observe::batch_stored(bytes.len(), started.elapsed());
        self.position.batch = number;
        self.position.checksum = checksum;
        Ok(batch.take_body(body_end))
    }

    fn write_and_sync(&self, bytes: &[u8]) -> io::Result<()> {
        let active = self.active.as_ref().ok_or(io::ErrorKind::NotFound)?;
        active.file.write_at(bytes, self.position.offset)?;
        match self.shared.sabotage {
            Sabotage::SkipSync => Ok(()),
            Sabotage::RetryFailedSync => active.file.sync().or_else(|_| active.file.sync()),
            _ => active.file.sync(),
        }
    }

    /// While more is queued the disk should not wait for readers to be told; when nothing is,
    /// telling them here saves a change of threads.
    fn hand_over(&mut self, done: Done) {
        let waiting = {
            let mut queue = self.shared.done.lock();
            queue.batches.push_back(done);
            queue.batches.len()
        };
        let busy = self.handoff && self.shared.intake.lock().has_work();
        if busy && waiting <= DONE_BATCHES_MAX {
            self.shared.done_wake.notify_one();
        } else {
            self.publish_all();
        }
    }

    pub(crate) fn publish_all(&self) {
        self.publisher.lock().drain();
    }

    pub(crate) fn freeze_if_due(&mut self) {
        self.publisher.lock().freeze_if_due();
    }

    pub(crate) fn freeze(&mut self) {
        self.publisher.lock().freeze();
    }
}

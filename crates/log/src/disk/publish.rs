//! The publisher: makes what a durable batch holds readable, answers who waits for it, and
//! hands the flusher what is much or old.
//! Does not: write or sync.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use bytes::Bytes;
use levada_types::Timestamp;

use super::filling::{Effect, Filling};
use super::flush::Frozen;
use super::format::Malformed;
use super::format::entry::Entry;
use super::format::manifest::{LowWater, NEVER_USED};
use super::observe;
use super::replay::Replay;
use super::shared::Shared;

/// A batch that is on stable storage and not yet readable.
pub(crate) struct Done {
    pub(crate) batch: Filling,
    pub(crate) body: Bytes,
    /// Bytes it takes in the ring.
    pub(crate) stored: u64,
    /// After it.
    pub(crate) position: LowWater,
}

pub(crate) struct Publisher {
    pub(crate) shared: Arc<Shared>,
    pub(crate) replay: Replay,
    /// After the newest batch that is readable.
    pub(crate) position: LowWater,
    /// When the oldest unflushed bytes were written, machine time.
    pub(crate) unflushed_since: Option<Timestamp>,
}

impl Publisher {
    /// Publishes what has been written, in order.
    pub(crate) fn drain(&mut self) {
        loop {
            let Some(done) = self.shared.done.lock().batches.pop_front() else { return };
            if let Err(malformed) = self.publish(done) {
                return self.shared.fail(&malformed.0);
            }
        }
    }

    fn publish(&mut self, done: Done) -> Result<(), Malformed> {
        let Done { batch, body, stored, position } = done;
        self.position = position;
        let mut producers = Vec::new();
        for effect in batch.effects {
            match effect {
                Effect::Records { shard, place } => {
                    let run = Effect::run(place, &body);
                    // Nobody can have deleted it: deleting is an entry of its own.
                    let views = self.shared.views.read();
                    let view = views.get(&shard);
                    let view =
                        view.ok_or_else(|| Malformed(format!("records of unknown {shard:?}")))?;
                    view.state.lock().push(run.clone());
                    view.changed.notify_waiters();
                    self.replay.unflushed.push((shard, run));
                }
                Effect::Other(entry) => {
                    if let Entry::Producer { id, state } = &entry {
                        producers.push((id.clone(), state.next));
                    }
                    self.replay.apply(&self.shared, entry)?;
                }
            }
        }
        self.count(stored);
        if batch.number > 0 {
            self.shared.intake.lock().published(batch.number, producers);
        }
        for waiter in batch.waiters {
            // Whoever asked may have gone; the record stays.
            let _ = waiter.send(());
        }
        self.freeze_if_due();
        Ok(())
    }

    fn count(&mut self, stored: u64) {
        if stored == 0 {
            return;
        }
        self.replay.unflushed_bytes += stored;
        self.shared.unflushed_bytes.fetch_add(stored, Ordering::Relaxed);
        observe::unflushed(&self.shared);
        if self.unflushed_since.is_none() {
            self.unflushed_since = Some(self.shared.machine_clock.now());
        }
    }

    /// Hands everything unflushed to the flusher when it is much or old.
    pub(crate) fn freeze_if_due(&mut self) {
        let options = &self.shared.options;
        let much = self.replay.unflushed_bytes >= options.flush_bytes;
        let old = || {
            let since = self.unflushed_since;
            since.is_some_and(|at| self.shared.machine_clock.now().since(at) >= options.flush_age)
        };
        if much || old() {
            self.freeze();
        }
    }

    /// Those that have long appended nothing; before the flusher is handed the others.
    fn forget_producers(&mut self) {
        let now = self.shared.machine_clock.now();
        let limit_ms = now.minus(self.shared.options.producer_forgotten_after).0;
        let producers = &mut self.replay.checkpoint.producers;
        for state in producers.values_mut().filter(|state| state.used_ms == NEVER_USED) {
            state.used_ms = now.0;
        }
        producers.retain(|_, state| state.used_ms >= limit_ms);
        self.shared.intake.lock().forget_producers(limit_ms);
    }

    /// Hands everything unflushed to the flusher, unless it is busy or there is nothing.
    pub(crate) fn freeze(&mut self) {
        let shared = Arc::clone(&self.shared);
        if self.replay.unflushed_bytes > 0 && !shared.flush.lock().busy {
            self.forget_producers();
        }
        let mut slot = shared.flush.lock();
        slot.ring_wanted |= shared.ring.wants_file();
        if !slot.busy && self.replay.unflushed_bytes > 0 {
            slot.busy = true;
            self.replay.catch_up(&shared);
            slot.job = Some(Frozen {
                runs: std::mem::take(&mut self.replay.unflushed),
                bytes: std::mem::take(&mut self.replay.unflushed_bytes),
                checkpoint: self.replay.checkpoint.clone(),
                low_water: self.position,
            });
            self.unflushed_since = None;
        }
        drop(slot);
        shared.flush_wake.notify_one();
    }
}

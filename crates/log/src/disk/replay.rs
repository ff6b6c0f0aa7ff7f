//! Replay: from entries of durable batches to the state after them. Recovery builds it, the
//! writer goes on with it.
//! Does not: read or write files.

use std::sync::Arc;

use levada_types::ShardUid;

use super::format::Malformed;
use super::format::entry::Entry;
use super::format::lost::Losses;
use super::format::manifest::{Checkpoint, ShardState};
use super::format::run::Run;
use super::shared::Shared;
use super::view::ShardView;

/// The state after the newest durable batch.
#[derive(Default)]
pub(crate) struct Replay {
    pub(crate) checkpoint: Checkpoint,
    pub(crate) unflushed: Vec<(ShardUid, Run)>,
    /// Ring bytes of the batches since the last freeze.
    pub(crate) unflushed_bytes: u64,
    /// The highest manifest that a batch says was in place.
    pub(crate) manifest_seen: u64,
}

impl Checkpoint {
    /// Lets one durable entry happen to everything that is not a record. Indexes continue
    /// without gaps, but for those that were given up.
    pub(crate) fn apply(&mut self, entry: &Entry, lost: &Losses) -> Result<(), Malformed> {
        match entry {
            Entry::Data { shard, run } => {
                let state = self.shards.get_mut(shard);
                let state =
                    state.ok_or_else(|| Malformed(format!("records of unknown {shard:?}")))?;
                let lost = lost.covers(*shard, state.next, run.first);
                if run.first != state.next && !lost {
                    return Err(Malformed(format!(
                        "expected record {} of the shard next, found {}",
                        state.next, run.first
                    )));
                }
                state.next = run.end();
                state.last_arrived_ms = Some(run.arrived_ms);
            }
            Entry::Open { shard, retention, expired_ms } => {
                let fresh = ShardState {
                    retention: *retention,
                    closed: false,
                    next: 1,
                    last_arrived_ms: None,
                    trimmed: 1,
                    expired_ms: *expired_ms,
                };
                let state = self.shards.entry(*shard).or_insert(fresh);
                state.retention = *retention;
                state.expired_ms = state.expired_ms.max(*expired_ms);
            }
            Entry::Close { shard } => {
                if let Some(state) = self.shards.get_mut(shard) {
                    state.closed = true;
                }
            }
            Entry::Delete { shard } => {
                self.shards.remove(shard);
            }
            Entry::Producer { id, state } => {
                self.producers.insert(id.clone(), *state);
            }
            Entry::Manifest { .. } => {}
            Entry::Trim { shard, first } => {
                if let Some(state) = self.shards.get_mut(shard) {
                    state.trimmed = state.trimmed.max((*first).min(state.next));
                }
            }
            Entry::Clock { ms } => self.clock_ms = self.clock_ms.max(Some(*ms)),
        }
        Ok(())
    }

    /// Passes over what was given up at a shard's very end: those indexes are never given again.
    pub(crate) fn skip_lost(&mut self, lost: &Losses) {
        for (shard, state) in &mut self.shards {
            state.next = lost.skip(*shard, state.next);
        }
    }
}

impl Replay {
    /// Lets one durable entry happen: records become readable, shards open, close and go.
    pub(crate) fn apply(&mut self, shared: &Shared, entry: Entry) -> Result<(), Malformed> {
        self.checkpoint.apply(&entry, &shared.lost)?;
        match entry {
            Entry::Data { shard, run } => {
                let view = shared.view(shard).map_err(|error| Malformed(error.to_string()))?;
                view.state.lock().push(run.clone());
                view.changed.notify_waiters();
                self.unflushed.push((shard, run));
            }
            Entry::Open { shard, .. } => {
                if let Some(state) = self.checkpoint.shards.get(&shard) {
                    let mut views = shared.views.write();
                    let fresh = || Arc::new(ShardView::new(state));
                    let mut view = views.entry(shard).or_insert_with(fresh).state.lock();
                    view.retention = state.retention;
                    view.expired_ms = state.expired_ms;
                }
            }
            Entry::Close { shard } => {
                if let Ok(view) = shared.view(shard) {
                    view.state.lock().closed = true;
                    view.changed.notify_waiters();
                }
            }
            Entry::Delete { shard } => {
                if let Some(view) = shared.views.write().remove(&shard) {
                    view.state.lock().deleted = true;
                    view.changed.notify_waiters();
                }
            }
            Entry::Manifest { number } => self.manifest_seen = self.manifest_seen.max(number),
            Entry::Trim { shard, first } => {
                if let Ok(view) = shared.view(shard) {
                    view.state.lock().trim(first);
                }
            }
            Entry::Producer { .. } | Entry::Clock { .. } => {}
        }
        Ok(())
    }

    /// Takes over from the views what publishing left to them.
    pub(crate) fn catch_up(&mut self, shared: &Shared) {
        let views = shared.views.read();
        for (shard, state) in &mut self.checkpoint.shards {
            if let Some(view) = views.get(shard) {
                let view = view.state.lock();
                state.next = view.next;
                state.last_arrived_ms = view.last_arrived_ms;
            }
        }
    }

    /// Nothing follows: readers too pass over what was given up at a shard's end.
    pub(crate) fn skip_lost(&mut self, shared: &Shared) {
        self.checkpoint.skip_lost(&shared.lost);
        for (shard, state) in &self.checkpoint.shards {
            if let Ok(view) = shared.view(*shard) {
                view.state.lock().next = state.next;
            }
        }
    }
}

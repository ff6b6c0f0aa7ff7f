//! The deliveries of one subscription that wait in memory, oldest first.
//! Does not: keep anything over a restart; the rows do.

use std::collections::VecDeque;

use levada_env::Shutdown;
use levada_types::Timestamp;
use parking_lot::Mutex;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::Pending;

/// A pending row as it is in the store.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub key: String,
    pub version: u64,
    pub pending: Pending,
}

pub struct Queue {
    waiting: Mutex<VecDeque<Waiting>>,
    pub wake: Notify,
    pub stop: Shutdown,
    pub worker: Mutex<Option<JoinHandle<()>>>,
}

/// What a worker does now.
pub enum Next {
    Try(Waiting),
    SleepUntil(Timestamp),
    Nothing,
}

impl Queue {
    pub fn new(stop: Shutdown) -> Self {
        Self {
            waiting: Mutex::new(VecDeque::new()),
            wake: Notify::new(),
            stop,
            worker: Mutex::new(None),
        }
    }

    pub fn len(&self) -> usize {
        self.waiting.lock().len()
    }

    pub fn push(&self, waiting: Waiting) {
        self.waiting.lock().push_back(waiting);
        self.wake.notify_one();
    }

    /// One that was taken goes back to its place before the younger ones.
    pub fn put_back(&self, waiting: Waiting) {
        self.waiting.lock().push_front(waiting);
    }

    /// Takes the oldest that is due.
    pub fn next(&self, now: Timestamp) -> Next {
        let mut waiting = self.waiting.lock();
        if let Some(place) = waiting.iter().position(|waiting| waiting.pending.due <= now)
            && let Some(found) = waiting.remove(place)
        {
            return Next::Try(found);
        }
        let earliest = waiting.iter().map(|waiting| waiting.pending.due).min();
        earliest.map_or(Next::Nothing, Next::SleepUntil)
    }

    pub fn drain(&self) -> Vec<Waiting> {
        self.waiting.lock().drain(..).collect()
    }
}

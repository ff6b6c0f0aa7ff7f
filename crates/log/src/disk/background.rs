//! The threads that may lag behind: one scrubs segments, one moves them to the cold store.
//! Does not: hold up appends or reads.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::cold::{ColdMover, Move};
use super::scrub::{Scrubber, time_for};
use super::shared::Shared;

/// From the end of one pass over all segments to the beginning of the next, real time.
const SCRUB_PAUSE: Duration = Duration::from_secs(3600);
/// The mover looks for old segments at least so often, and tries a failed store again.
const MOVE_PAUSE: Duration = Duration::from_secs(60);

/// Starts those that the options ask for.
pub(crate) fn start(shared: &Arc<Shared>) -> io::Result<Vec<JoinHandle<()>>> {
    let mut threads = Vec::new();
    if shared.options.scrub_bytes_per_second > 0 {
        let scrubbed = Arc::clone(shared);
        let thread = thread::Builder::new().name("log-scrub".into());
        threads.push(thread.spawn(move || run_scrubber(&scrubbed))?);
    }
    if let Some(cold) = &shared.cold {
        let mover = ColdMover::new(Arc::clone(shared), Arc::clone(cold));
        let moved = Arc::clone(shared);
        let thread = thread::Builder::new().name("log-cold".into());
        threads.push(thread.spawn(move || run_mover(&moved, mover))?);
    }
    Ok(threads)
}

/// Tells the threads to end; they do within one read or one call to the store.
pub(crate) fn end(shared: &Shared) {
    *shared.background_ended.lock() = true;
    shared.background_wake.notify_all();
}

/// Waits until the end has come or `time` has passed; whether to go on.
fn wait(shared: &Shared, time: Duration) -> bool {
    let until = Instant::now() + time;
    let mut ended = shared.background_ended.lock();
    while !*ended {
        if shared.background_wake.wait_until(&mut ended, until).timed_out() {
            return !*ended;
        }
    }
    false
}

fn run_scrubber(shared: &Arc<Shared>) {
    let scrubber = Scrubber::new(Arc::clone(shared));
    let rate = shared.options.scrub_bytes_per_second;
    loop {
        let whole = scrubber.pass(|bytes| wait(shared, time_for(bytes, rate)));
        if !whole || !wait(shared, SCRUB_PAUSE) {
            return;
        }
    }
}

fn run_mover(shared: &Shared, mut mover: ColdMover) {
    loop {
        match mover.turn() {
            Ok(Move::Nothing | Move::Proposed) => {}
            Err(error) => tracing::warn!(%error, "the cold store failed; it is tried again"),
        }
        let mut ended = shared.background_ended.lock();
        if !*ended {
            shared.background_wake.wait_for(&mut ended, MOVE_PAUSE);
        }
        if *ended {
            return;
        }
    }
}

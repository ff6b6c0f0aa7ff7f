//! The threads of a log: one writes, one publishes while that one writes on, one moves records
//! into segments.
//! Does not: decide what is written or moved.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use parking_lot::Mutex;

use super::flush::Flusher;
use super::publish::Publisher;
use super::shared::Shared;
use super::writer::{Turn, Writer};

/// Real time after which a waiting writer looks whether its bytes have become old.
const WRITER_PAUSE: Duration = Duration::from_secs(1);
/// Real time after which a waiting flusher looks for segments that retention has passed, and
/// tries again on a disk without room.
const FLUSHER_PAUSE: Duration = Duration::from_secs(5);

/// The running threads, in the order in which they end.
pub(crate) struct Threads {
    writing: JoinHandle<()>,
    publishing: JoinHandle<()>,
    flushing: JoinHandle<()>,
}

pub(crate) fn start(mut writer: Writer, flusher: Flusher) -> io::Result<Threads> {
    let named = |name: &str| thread::Builder::new().name(name.into());
    writer.handoff = true;
    let (shared, publisher) = (Arc::clone(&writer.shared), Arc::clone(&writer.publisher));
    let flushing = named("log-flush").spawn(move || run_flusher(flusher))?;
    let publishing = named("log-publish").spawn(move || run_publisher(&shared, &publisher))?;
    let writing = named("log-write").spawn(move || run_writer(writer))?;
    Ok(Threads { writing, publishing, flushing })
}

impl Threads {
    /// Waits until each has done what is left. A panicked thread has said so already, through
    /// `failed`.
    pub(crate) fn end(self, shared: &Shared) {
        let _ = self.writing.join();
        shared.done.lock().ended = true;
        shared.done_wake.notify_all();
        let _ = self.publishing.join();
        shared.flush.lock().ended = true;
        shared.flush_wake.notify_all();
        let _ = self.flushing.join();
    }
}

fn run_publisher(shared: &Arc<Shared>, publisher: &Mutex<Publisher>) {
    let _end = EndWhenDropped(Arc::clone(shared));
    loop {
        {
            let mut done = shared.done.lock();
            while done.batches.is_empty() && !done.ended {
                shared.done_wake.wait(&mut done);
            }
            if done.batches.is_empty() {
                return;
            }
        }
        publisher.lock().drain();
    }
}

fn run_writer(mut writer: Writer) {
    let shared = Arc::clone(&writer.shared);
    let _end = EndWhenDropped(Arc::clone(&shared));
    if !levada_env::raise_thread_priority() {
        tracing::debug!("the log's writer runs at normal priority: raising it is not allowed");
    }
    writer.freeze_if_due();
    loop {
        let turn = writer.turn();
        let mut intake = shared.intake.lock();
        match turn {
            Turn::Wrote => continue,
            Turn::Blocked if intake.blocked && intake.stopped.is_none() => {
                let waited = shared.work.wait_for(&mut intake, WRITER_PAUSE);
                if waited.timed_out() && intake.closing {
                    return intake.stop("there was no room for the last records");
                }
            }
            Turn::Blocked => continue,
            Turn::Idle if intake.stopped.is_some() => return,
            Turn::Idle if intake.has_work() => continue,
            Turn::Idle if intake.closing => {
                drop(intake);
                return writer.mark_the_end();
            }
            Turn::Idle => {
                let idle = shared.work.wait_for(&mut intake, WRITER_PAUSE).timed_out();
                drop(intake);
                if idle {
                    writer.mark_the_end();
                    writer.freeze_if_due();
                }
            }
        }
    }
}

fn run_flusher(mut flusher: Flusher) {
    let shared = Arc::clone(&flusher.shared);
    let _end = EndWhenDropped(Arc::clone(&shared));
    while shared.intake.lock().stopped.is_none() {
        let done = flusher.turn();
        let mut slot = shared.flush.lock();
        if slot.ended {
            return;
        }
        let asked = slot.job.is_some() || slot.moved.is_some() || slot.snapshot.is_some();
        let nothing = !asked && !slot.ring_wanted && !flusher.is_rewriting();
        if !done || nothing {
            shared.flush_wake.wait_for(&mut slot, FLUSHER_PAUSE);
        }
        if slot.ended {
            return;
        }
    }
}

/// A thread that ends by a panic must not leave appends waiting for ever.
struct EndWhenDropped(Arc<Shared>);

impl Drop for EndWhenDropped {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.fail("a thread of the record log has panicked");
        }
    }
}

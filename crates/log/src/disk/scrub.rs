//! The scrubber: reads segments in the background, at a bounded rate, and says what is damaged.
//! Does not: repair anything, or read what is in the cold store (the store answers for that).

use std::io;
use std::sync::Arc;
use std::time::Duration;

use levada_telemetry::metrics::list;

use super::options::OpenError;
use super::segment::{Segment, check_block};
use super::shared::Shared;
use super::tools::Misfit;

/// Places that are remembered for the health report; all are counted and logged.
const DAMAGE_MAX: usize = 100;

pub(crate) struct Scrubber {
    shared: Arc<Shared>,
}

impl Scrubber {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    /// Checks every segment once. `go_on` is told how many bytes were read last, waits as long
    /// as the rate wants, and says whether to go on. False when it did not.
    pub(crate) fn pass(&self, mut go_on: impl FnMut(u64) -> bool) -> bool {
        let segments = self.shared.segments.lock().clone();
        for segment in segments.iter().filter(|segment| !segment.file.is_cold()) {
            if !self.check(segment, &mut go_on) {
                return false;
            }
        }
        list::LOG_SCRUB_PASSES.increment();
        true
    }

    fn check(&self, segment: &Arc<Segment>, go_on: &mut impl FnMut(u64) -> bool) -> bool {
        let Shared { disk, store, lost, .. } = &*self.shared;
        let opened = Segment::open(&**disk, segment.path.clone(), *store, segment.reference());
        let blocks = match opened {
            Ok((_, blocks)) => blocks,
            // Retention has removed it, or it has moved.
            Err(OpenError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                return true;
            }
            Err(OpenError::Corrupt { offset, reason, .. }) => {
                self.report(segment, offset, reason);
                return true;
            }
            Err(other) => {
                self.report(segment, 0, other.to_string());
                return true;
            }
        };
        for block in blocks {
            if !lost.covers(block.shard, block.first, block.end())
                && let Err(reason) = check_block(segment, &block)
            {
                self.report(segment, block.offset, reason);
            }
            list::LOG_SCRUBBED_BYTES.add(u64::from(block.len));
            if !go_on(u64::from(block.len)) {
                return false;
            }
        }
        true
    }

    fn report(&self, segment: &Segment, offset: u64, reason: String) {
        let mut damage = self.shared.damage.lock();
        let known = |found: &Misfit| (&found.file, found.offset) == (&segment.path, offset);
        if damage.iter().any(known) {
            return;
        }
        list::LOG_SCRUB_DAMAGED_BLOCKS.increment();
        let file = segment.path.display().to_string();
        tracing::error!(file, offset, reason, "stored records are damaged");
        if damage.len() < DAMAGE_MAX {
            damage.push(Misfit { file: segment.path.clone(), offset, reason });
        }
    }
}

/// How long reading `bytes` should take.
pub(crate) fn time_for(bytes: u64, bytes_per_second: u64) -> Duration {
    Duration::from_secs_f64(bytes as f64 / bytes_per_second.max(1) as f64)
}

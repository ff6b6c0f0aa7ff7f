//! What is written to the shards of on-demand streams, counted from one look to the next.
//! Does not: decide anything (see `scaling`), or count what provisioned streams take.

use std::collections::HashMap;
use std::time::Duration;

use levada_types::{ShardUid, Timestamp};
use parking_lot::Mutex;

use crate::throttle::{SHARD_WRITE_BYTES, SHARD_WRITE_RECORDS};

/// Records and their bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub records: u64,
    pub bytes: u64,
}

impl Written {
    /// As a share of what a shard takes, in thousandths: 1,000 is a full shard.
    pub fn share(self, span: Duration) -> u64 {
        let millis = u64::try_from(span.as_millis()).unwrap_or(u64::MAX).max(1);
        let share = |count: u64, rate: i64| {
            // Count per second over rate, times 1,000, in one division.
            let count = u128::from(count) * 1_000_000;
            let full = u128::from(millis) * u128::from(rate.unsigned_abs());
            u64::try_from(count / full).unwrap_or(u64::MAX)
        };
        share(self.records, SHARD_WRITE_RECORDS).max(share(self.bytes, SHARD_WRITE_BYTES))
    }
}

/// Counts since the last look.
#[derive(Default)]
pub struct Load {
    counts: Mutex<HashMap<ShardUid, Written>>,
    looked: Mutex<Option<Timestamp>>,
}

impl Load {
    pub fn add(&self, shard: ShardUid, written: Written) {
        let mut counts = self.counts.lock();
        let count = counts.entry(shard).or_default();
        count.records += written.records;
        count.bytes += written.bytes;
    }

    /// Everything since the last look, and how long that was ago.
    pub fn look(&self, now: Timestamp) -> (HashMap<ShardUid, Written>, Duration) {
        let before = self.looked.lock().replace(now).unwrap_or(now);
        (std::mem::take(&mut *self.counts.lock()), now.since(before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_of_records_or_bytes_whichever_is_more() {
        let second = Duration::from_secs(1);
        let share = |records, bytes| Written { records, bytes }.share(second);
        assert_eq!(
            (share(1_000, 0), share(0, 1 << 20), share(500, 1 << 21)),
            (1_000, 1_000, 2_000)
        );
        let minute = Written { records: 6_000, bytes: 0 }.share(60 * second);
        assert_eq!(minute, 100);
    }

    #[test]
    fn a_look_takes_what_came_since_the_one_before() {
        let load = Load::default();
        let (shard, one) = (ShardUid(1), Written { records: 1, bytes: 5 });
        load.look(Timestamp(1_000));
        load.add(shard, one);
        load.add(shard, one);
        let (counts, span) = load.look(Timestamp(3_000));
        assert_eq!(counts[&shard], Written { records: 2, bytes: 10 });
        assert_eq!(span, Duration::from_secs(2));
        assert!(load.look(Timestamp(4_000)).0.is_empty());
    }
}

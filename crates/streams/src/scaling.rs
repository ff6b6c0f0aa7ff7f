//! On-demand streams follow their load: hot shards are split, cold neighbours merged.
//! Does not: touch provisioned streams, or refuse a record while it thinks.
//!
//! The rule, looked at every minute of product time, with loads in full shards (1 MiB or 1,000
//! records per second, whichever is more):
//!
//! - A stream is given twice its highest minute of the last 30 days, at least 4 shards and what
//!   its warm throughput asks for, at most [`SHARD_COUNT_MAX`].
//! - While it has less, its hottest shards are split in the middle, each once a minute at most.
//! - A shard above 80 % is split even so, up to twice what the stream is given.
//! - While it has more, neighbours that are below 25 % together are merged, coldest first.

use std::sync::{Arc, Weak};

use levada_types::{HashKey, HashRange, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits::{ON_DEMAND_SHARD_COUNT, PEAK_DAYS, SCALING_INTERVAL, SHARD_COUNT_MAX};
use crate::plan::{Change, may_split};
use crate::service::Streams;
use crate::stream::{Mode, Stream};

/// Thousandths of a full shard.
const HOT: u64 = 800;
const COLD: u64 = 250;
const FULL: u64 = 1_000;

/// A day's highest minute. Persisted within a stream's row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Peak {
    /// Days since the epoch, UTC.
    pub day: i64,
    /// Thousandths of a full shard, over the whole stream.
    pub load: u64,
}

/// Notes `load` among the days' peaks and forgets old days. Answers whether the row is worth
/// writing: a new day, a tenth more, or something forgotten.
pub fn note_peak(peaks: &mut Vec<Peak>, load: u64, now: Timestamp) -> bool {
    let day = now.as_secs().div_euclid(24 * 3600);
    let before = peaks.len();
    peaks.retain(|peak| day - peak.day < PEAK_DAYS);
    let forgotten = peaks.len() < before;
    match peaks.iter_mut().find(|peak| peak.day == day) {
        Some(peak) if load <= peak.load.saturating_add(peak.load / 10) => forgotten,
        Some(peak) => {
            peak.load = load;
            true
        }
        None if load == 0 => forgotten,
        None => {
            peaks.push(Peak { day, load });
            true
        }
    }
}

/// How many shards an on-demand stream is given.
pub fn target(stream: &Stream) -> u32 {
    let peak = stream.peaks.iter().map(|peak| peak.load).max().unwrap_or(0);
    let doubled = peak.saturating_mul(2).div_ceil(FULL);
    let least = ON_DEMAND_SHARD_COUNT.max(stream.warm_mibps.unwrap_or(0));
    u32::try_from(doubled).unwrap_or(u32::MAX).max(least).min(SHARD_COUNT_MAX)
}

/// What to change now. `open` are the open shards by their ranges, with their loads.
pub fn decide(open: &[(HashRange, u64)], target: u32) -> Vec<Change> {
    let (count, target) = (open.len(), target as usize);
    let mut by_load: Vec<usize> = (0..count).collect();
    by_load.sort_by_key(|place| open.get(*place).map_or(0, |(_, load)| u64::MAX - load));
    if count < target {
        let splits = by_load.iter().filter_map(|place| middle(open, *place));
        return splits.take(target - count).collect();
    }
    let room = target.saturating_mul(2).min(SHARD_COUNT_MAX as usize).saturating_sub(count);
    let is_hot = |place: &&usize| open.get(**place).is_some_and(|(_, load)| *load > HOT);
    let hot: Vec<Change> =
        by_load.iter().filter(is_hot).filter_map(|place| middle(open, *place)).take(room).collect();
    if hot.is_empty() { merges(open, count - target) } else { hot }
}

fn middle(open: &[(HashRange, u64)], place: usize) -> Option<Change> {
    let (range, _) = open.get(place)?;
    let at = HashKey(range.start.0 + (range.end.0 - range.start.0) / 2 + 1);
    may_split(*range, at).then_some(Change::Split { place, at })
}

fn merges(open: &[(HashRange, u64)], most: usize) -> Vec<Change> {
    let sum = |pair: &[(HashRange, u64)]| pair.iter().map(|(_, load)| *load).sum::<u64>();
    let mut pairs: Vec<(u64, usize)> = open.windows(2).map(sum).zip(0..).collect();
    pairs.retain(|(load, _)| *load < COLD);
    pairs.sort_unstable();
    let mut taken = vec![false; open.len()];
    let mut changes = Vec::new();
    for (_, place) in pairs {
        let Some([left, right]) = taken.get_mut(place..place + 2) else { continue };
        if changes.len() < most && !*left && !*right {
            (*left, *right) = (true, true);
            changes.push(Change::Merge { place });
        }
    }
    changes
}

/// Looks at the streams until the service is gone or shuts down.
pub async fn run(streams: Weak<Streams>) {
    loop {
        let Some(env) = streams.upgrade().map(|streams| streams.env.clone()) else { return };
        tokio::select! {
            () = env.clock.sleep(SCALING_INTERVAL) => {}
            () = env.shutdown.begun() => return,
        }
        let Some(streams) = streams.upgrade() else { return };
        if let Err(error) = streams.scale_on_demand().await {
            tracing::error!(%error, "on-demand streams could not be scaled");
        }
    }
}

impl Streams {
    /// One look at every on-demand stream.
    pub(crate) async fn scale_on_demand(&self) -> Result<(), Error> {
        let (written, span) = self.load.look(self.env.clock.now());
        if span.is_zero() {
            return Ok(());
        }
        let mut on_demand: Vec<Arc<Stream>> = Vec::new();
        self.each(|stream| {
            if stream.mode == Mode::OnDemand {
                on_demand.push(Arc::clone(stream));
            }
        });
        for stream in on_demand {
            let load_of = |uid| written.get(uid).map_or(0, |written| written.share(span));
            let load: u64 = stream.shards.iter().map(|shard| load_of(&shard.uid)).sum();
            let _one_at_a_time = self.control.lock().await;
            let Ok(current) = self.find(&stream.name) else { continue };
            if current.uid != stream.uid || current.mode != Mode::OnDemand {
                continue;
            }
            let mut current = self.finish(current).await?;
            let mut noted = (*current).clone();
            if note_peak(&mut noted.peaks, load, self.env.clock.now()) {
                current = self.keep(noted).await?;
            }
            let open: Vec<(HashRange, u64)> =
                current.open_by_range().map(|shard| (shard.range, load_of(&shard.uid))).collect();
            let changes = decide(&open, target(&current));
            if !changes.is_empty() {
                let (name, count) = (&current.name, changes.len());
                tracing::info!(stream = %name, open = open.len(), count, "scaling with the load");
                self.change(&current, &changes, Vec::new()).await?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::*;
    use crate::append::NewRecord;
    use crate::service::NewStream;
    use crate::testing::{Fixture, name, record};

    fn tiles(loads: &[u64]) -> Vec<(HashRange, u64)> {
        HashRange::tile(loads.len() as u32).into_iter().zip(loads.iter().copied()).collect()
    }

    fn places(changes: &[Change]) -> Vec<usize> {
        let place = |change: &Change| match change {
            Change::Split { place, .. } | Change::Merge { place } | Change::Replace { place } => {
                *place
            }
        };
        changes.iter().map(place).collect()
    }

    #[test]
    fn the_hottest_are_split_first_and_the_coldest_neighbours_merged_first() {
        let open = tiles(&[10, 900, 20, 500]);
        assert_eq!(places(&decide(&open, 6)), [1, 3]);
        assert_eq!(places(&decide(&open, 4)), [1]);
        assert_eq!(places(&decide(&tiles(&[900; 8]), 4)), [] as [usize; 0]);
        let cold = tiles(&[10, 200, 5, 5, 100, 100, 0, 300]);
        assert_eq!(places(&decide(&cold, 4)), [2, 5, 0]);
        assert_eq!(places(&decide(&cold, 7)), [2]);
        assert!(decide(&tiles(&[0; 4]), 4).is_empty());
    }

    #[test]
    fn a_peak_counts_for_thirty_days() {
        let mut peaks = Vec::new();
        let day = |n: i64| Timestamp(n * 24 * 3_600_000);
        assert!(note_peak(&mut peaks, 1_000, day(0)));
        assert!(!note_peak(&mut peaks, 1_050, day(0)));
        assert!(note_peak(&mut peaks, 2_000, day(0)));
        assert!(note_peak(&mut peaks, 10, day(29)));
        assert_eq!(peaks.iter().map(|peak| peak.load).max(), Some(2_000));
        note_peak(&mut peaks, 10, day(30));
        assert_eq!(peaks, [Peak { day: 29, load: 10 }, Peak { day: 30, load: 10 }]);
    }

    /// Writes `mib` MiB to each of `keys` within a minute of product time, then lets it pass.
    async fn minute(fixture: &Fixture, keys: &[HashKey], mib: usize) {
        let stream = fixture.streams.find(&name("s")).unwrap();
        let data = bytes::Bytes::from(vec![0; 1 << 20]);
        for key in keys {
            for _ in 0..mib {
                let one = NewRecord {
                    explicit_hash_key: Some(*key),
                    data: data.clone(),
                    ..record("k", "")
                };
                fixture.streams.append(&stream, &[one], None).await.unwrap();
            }
        }
        fixture.clock.advance(SCALING_INTERVAL);
        // The look runs in a task of its own; a day's first load is noted when it has looked.
        let mut changes = fixture.streams.changes();
        let _ = timeout(Duration::from_millis(200), changes.changed()).await;
        while timeout(Duration::from_millis(50), changes.changed()).await.is_ok() {}
    }

    fn open(fixture: &Fixture) -> u32 {
        fixture.streams.find(&name("s")).unwrap().open_shard_count()
    }

    #[tokio::test]
    async fn a_stream_grows_with_its_load_and_shrinks_when_its_peak_is_forgotten() {
        let fixture = Fixture::new().await;
        fixture.streams.create(NewStream::on_demand(name("s"))).await.unwrap();
        minute(&fixture, &[], 0).await;
        assert_eq!(open(&fixture), 4);
        // 3 MiB/s over the whole stream: twice of it is 6 shards.
        let keys: Vec<HashKey> = HashRange::tile(4).iter().map(|range| range.start).collect();
        minute(&fixture, &keys, 45).await;
        assert_eq!(open(&fixture), 6);
        // One shard is hot: it is split, the others are not.
        minute(&fixture, &keys[3..], 60).await;
        assert_eq!(open(&fixture), 7);
        // A quiet hour changes nothing that the peak asks for.
        for _ in 0..10 {
            minute(&fixture, &[], 0).await;
        }
        assert_eq!(open(&fixture), 6);
        fixture.clock.advance(Duration::from_secs(31 * 24 * 3600));
        for _ in 0..4 {
            minute(&fixture, &[], 0).await;
        }
        assert_eq!(open(&fixture), 4);
        let again = fixture.reopen().await;
        assert_eq!(again.find(&name("s")).unwrap().open_shard_count(), 4);
    }

    #[tokio::test]
    async fn a_provisioned_stream_is_left_alone_and_keeps_its_shards_when_it_becomes_on_demand() {
        let fixture = Fixture::new().await;
        fixture.create("s", 9).await;
        minute(&fixture, &[HashKey(0)], 90).await;
        assert_eq!(open(&fixture), 9);
        fixture.streams.set_mode(&name("s"), Mode::OnDemand, None).await.unwrap();
        minute(&fixture, &[], 0).await;
        assert_eq!(open(&fixture), 9);
    }
}

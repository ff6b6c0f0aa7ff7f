//! AWS's rates, where they are switched on: token buckets of shards, operations and subscribers.
//! Does not: say what a refused call is told (see `Error::Throttled`), or count on-demand load.

use std::collections::HashMap;
use std::hash::Hash;

use levada_types::{ShardUid, Timestamp};
use parking_lot::Mutex;

/// Bytes or records, in thousandths, so that whole milliseconds refill whole numbers.
const SCALE: i64 = 1000;
/// Buckets kept before full ones are forgotten.
const BUCKET_COUNT_MAX: usize = 20_000;

const MIB: i64 = 1024 * 1024;
pub const SHARD_WRITE_RECORDS: i64 = 1_000;
pub const SHARD_WRITE_BYTES: i64 = MIB;
pub const SHARD_READ_CALLS: i64 = 5;
pub const SHARD_READ_BYTES: i64 = 2 * MIB;
pub const SHARD_ITERATOR_CALLS: i64 = 5;
const SUBSCRIBE_CALLS: i64 = 1;

/// Calls per second of an account, by operation, as AWS documents them.
const OPERATION_CALLS: &[(&str, i64)] = &[
    ("AddTagsToStream", 5),
    ("CreateStream", 5),
    ("DecreaseStreamRetentionPeriod", 5),
    ("DeleteResourcePolicy", 5),
    ("DeleteStream", 5),
    ("DeregisterStreamConsumer", 5),
    ("DescribeAccountSettings", 5),
    ("DescribeLimits", 1),
    ("DescribeStream", 10),
    ("DescribeStreamConsumer", 20),
    ("DescribeStreamSummary", 20),
    ("DisableEnhancedMonitoring", 5),
    ("EnableEnhancedMonitoring", 5),
    ("GetResourcePolicy", 5),
    ("IncreaseStreamRetentionPeriod", 5),
    ("ListShards", 1_000),
    ("ListStreamConsumers", 5),
    ("ListStreams", 5),
    ("ListTagsForResource", 5),
    ("ListTagsForStream", 5),
    ("MergeShards", 5),
    ("PutResourcePolicy", 5),
    ("RegisterStreamConsumer", 5),
    ("RemoveTagsFromStream", 5),
    ("SplitShard", 5),
    ("StartStreamEncryption", 5),
    ("StopStreamEncryption", 5),
    ("TagResource", 5),
    ("UntagResource", 5),
    ("UpdateAccountSettings", 5),
    ("UpdateMaxRecordSize", 5),
    ("UpdateShardCount", 10),
    ("UpdateStreamMode", 5),
    ("UpdateStreamRecordDistributionStrategy", 5),
    ("UpdateStreamWarmThroughput", 5),
];

/// Refills with `rate` tokens per second up to one second's worth. Taking more than there is
/// leaves a debt.
#[derive(Clone, Copy, Debug)]
pub struct Bucket {
    rate: i64,
    /// Thousandths of tokens; negative while in debt.
    level: i64,
    at: Timestamp,
}

impl Bucket {
    pub fn full(rate: i64, now: Timestamp) -> Self {
        Self { rate, level: rate * SCALE, at: now }
    }

    fn refill(&mut self, now: Timestamp) {
        let elapsed = now.0.saturating_sub(self.at.0).max(0);
        let gained = elapsed.saturating_mul(self.rate);
        self.level = self.level.saturating_add(gained).min(self.rate * SCALE);
        self.at = self.at.max(now);
    }

    /// Whether `count` fits now. What is more than a second's worth fits into a full bucket.
    fn fits(&mut self, count: i64, now: Timestamp) -> bool {
        self.refill(now);
        self.level >= count.min(self.rate).saturating_mul(SCALE)
    }

    fn take(&mut self, count: i64) {
        self.level = self.level.saturating_sub(count.saturating_mul(SCALE));
    }

    /// Takes `count` if it fits.
    pub fn try_take(&mut self, count: i64, now: Timestamp) -> bool {
        let fits = self.fits(count, now);
        if fits {
            self.take(count);
        }
        fits
    }

    /// Whether nothing is owed.
    fn is_free(&mut self, now: Timestamp) -> bool {
        self.refill(now);
        self.level >= 0
    }

    /// Takes what was read. More than a second's worth uses up the burst too: after 10 MiB at
    /// 2 MiB per second, AWS refuses calls for five seconds.
    pub fn owe(&mut self, count: i64, now: Timestamp) {
        self.refill(now);
        if count > self.rate {
            self.level = self.level.min(0);
        }
        self.take(count);
    }

    /// When nothing will be owed.
    pub fn free_at(&self) -> Timestamp {
        let owed = self.level.saturating_neg().max(0);
        Timestamp(self.at.0.saturating_add((owed + self.rate - 1) / self.rate))
    }

    fn is_full(&mut self, now: Timestamp) -> bool {
        self.refill(now);
        self.level >= self.rate * SCALE
    }
}

struct Buckets<K>(Mutex<HashMap<K, Bucket>>);

impl<K> Default for Buckets<K> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash> Buckets<K> {
    fn with<T>(&self, key: K, rate: i64, now: Timestamp, act: impl FnOnce(&mut Bucket) -> T) -> T {
        let mut buckets = self.0.lock();
        if buckets.len() >= BUCKET_COUNT_MAX {
            buckets.retain(|_, bucket| !bucket.is_full(now));
        }
        act(buckets.entry(key).or_insert_with(|| Bucket::full(rate, now)))
    }
}

struct WriteBuckets {
    records: Bucket,
    bytes: Bucket,
}

/// All rates of one process, which owns every shard.
#[derive(Default)]
pub struct Throttle {
    writes: Mutex<HashMap<ShardUid, WriteBuckets>>,
    read_calls: Buckets<ShardUid>,
    read_bytes: Buckets<ShardUid>,
    iterator_calls: Buckets<ShardUid>,
    operations: Buckets<&'static str>,
    subscribes: Buckets<(String, ShardUid)>,
}

impl Throttle {
    /// Whether a shard takes a record of `bytes` (data and partition key) now.
    pub fn write(&self, shard: ShardUid, bytes: usize, now: Timestamp) -> bool {
        let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
        let mut writes = self.writes.lock();
        if writes.len() >= BUCKET_COUNT_MAX {
            writes
                .retain(|_, buckets| !buckets.records.is_full(now) || !buckets.bytes.is_full(now));
        }
        let buckets = writes.entry(shard).or_insert_with(|| WriteBuckets {
            records: Bucket::full(SHARD_WRITE_RECORDS, now),
            bytes: Bucket::full(SHARD_WRITE_BYTES, now),
        });
        let fits = buckets.records.fits(1, now) && buckets.bytes.fits(bytes, now);
        if fits {
            buckets.records.take(1);
            buckets.bytes.take(bytes);
        }
        fits
    }

    /// Whether a shard may be read now.
    pub fn read(&self, shard: ShardUid, now: Timestamp) -> bool {
        self.read_bytes.with(shard, SHARD_READ_BYTES, now, |bucket| bucket.is_free(now))
            && self.read_calls.with(shard, SHARD_READ_CALLS, now, |bucket| bucket.try_take(1, now))
    }

    /// Notes what a read gave.
    pub fn has_read(&self, shard: ShardUid, bytes: usize, now: Timestamp) {
        let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
        self.read_bytes.with(shard, SHARD_READ_BYTES, now, |bucket| bucket.owe(bytes, now));
    }

    pub fn iterator(&self, shard: ShardUid, now: Timestamp) -> bool {
        let take = |bucket: &mut Bucket| bucket.try_take(1, now);
        self.iterator_calls.with(shard, SHARD_ITERATOR_CALLS, now, take)
    }

    /// Whether an operation of the control plane may be called now.
    pub fn operation(&self, name: &str, now: Timestamp) -> bool {
        let found = OPERATION_CALLS.binary_search_by_key(&name, |(other, _)| other);
        let Some((name, rate)) = found.ok().and_then(|place| OPERATION_CALLS.get(place)) else {
            return true;
        };
        self.operations.with(name, *rate, now, |bucket| bucket.try_take(1, now))
    }

    pub fn subscribe(&self, consumer: &str, shard: ShardUid, now: Timestamp) -> bool {
        let take = |bucket: &mut Bucket| bucket.try_take(1, now);
        self.subscribes.with((consumer.to_owned(), shard), SUBSCRIBE_CALLS, now, take)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARD: ShardUid = ShardUid(1);

    #[test]
    fn a_shard_takes_a_thousand_records_a_second_and_not_one_more() {
        let throttle = Throttle::default();
        let taken =
            |ms: i64| (0..2_000).filter(|_| throttle.write(SHARD, 10, Timestamp(ms))).count();
        assert_eq!(taken(0), 1_000);
        assert_eq!(taken(0), 0);
        assert_eq!(taken(1), 1);
        assert_eq!(taken(251), 250);
        assert_eq!(taken(60_000), 1_000);
        assert_eq!(
            (0..2_000).filter(|_| throttle.write(ShardUid(2), 1, Timestamp(0))).count(),
            1_000
        );
    }

    #[test]
    fn a_shard_takes_a_mebibyte_a_second_and_a_large_record_is_paid_for_afterwards() {
        let throttle = Throttle::default();
        let write = |bytes: i64, ms| throttle.write(SHARD, bytes as usize, Timestamp(ms));
        assert!(write(MIB / 2, 0) && write(MIB / 2, 0));
        assert!(!write(1_100, 1));
        assert!(write(MIB, 1_001));
        assert!(write(10 * MIB, 2_001));
        assert!(!write(1_000, 11_001));
        assert!(write(1_000, 11_002));
    }

    #[test]
    fn a_shard_is_read_five_times_a_second_and_rests_after_ten_mebibytes() {
        let throttle = Throttle::default();
        let read = |ms| throttle.read(SHARD, Timestamp(ms));
        assert_eq!((0..9).filter(|_| read(0)).count(), 5);
        assert!(!read(199));
        assert!(read(200));
        throttle.has_read(SHARD, 10 * MIB as usize, Timestamp(1_000));
        assert!(!read(5_999));
        assert!(read(6_000));
    }

    #[test]
    fn operations_have_their_own_rates_and_the_list_is_sorted() {
        assert!(OPERATION_CALLS.is_sorted());
        let throttle = Throttle::default();
        let count = |name| (0..50).filter(|_| throttle.operation(name, Timestamp(0))).count();
        assert_eq!(
            (count("CreateStream"), count("DescribeStream"), count("PutRecord")),
            (5, 10, 50)
        );
        assert!(throttle.operation("CreateStream", Timestamp(200)));
        let model = levada_model::service("kinesis").unwrap();
        for (name, _) in OPERATION_CALLS {
            assert!(model.operation(name).is_some(), "{name}");
        }
    }

    #[test]
    fn a_debt_is_paid_when_it_says() {
        let mut bucket = Bucket::full(1_000, Timestamp(0));
        bucket.owe(3_000, Timestamp(0));
        let free = bucket.free_at();
        assert!(!bucket.is_free(Timestamp(free.0 - 1)));
        assert!(bucket.is_free(free));
    }
}

//! Appending records: each goes to the shard that owns its hash key, all in one log batch.
//! Does not: throttle, or retry.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use bytes::Bytes;
use levada_log::{AppendBatch, AppendError, Producer, ShardAppend};
use levada_types::{HashKey, SequenceNumber, ShardId, ShardUid, StoredRecord, Timestamp};

use crate::error::Error;
use crate::limits::{PARTITION_KEY_CHARS_MAX, PUT_BYTES_MAX};
use crate::load::Written;
use crate::service::Streams;
use crate::stream::{Distribution, Mode, Shard, Stream};

/// A record on its way in.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRecord {
    pub partition_key: String,
    /// Overrides the partition key's hash.
    pub explicit_hash_key: Option<HashKey>,
    pub data: Bytes,
}

impl NewRecord {
    fn hash_key(&self) -> HashKey {
        self.explicit_hash_key.unwrap_or_else(|| HashKey::of_partition_key(&self.partition_key))
    }
}

/// Where a record went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub shard: ShardId,
    pub sequence: SequenceNumber,
}

/// A member of one of PutRecords' records, as messages name it. Printed only where a record is
/// refused: a call has up to 500 of them.
#[derive(Clone, Copy, Debug)]
pub struct MemberPath {
    /// From 1 on.
    pub record: usize,
    pub member: &'static str,
}

impl fmt::Display for MemberPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "records.{}.member.{}", self.record, self.member)
    }
}

/// Refuses what AWS refuses; the first of each record names its data as the API's messages do.
pub fn check_sizes<'a>(
    stream: &Stream,
    records: impl Iterator<Item = (impl fmt::Display, &'a str, &'a Bytes)>,
) -> Result<(), Error> {
    let limit = stream.record_bytes_max();
    let mut total = 0;
    for (path, partition_key, data) in records {
        if data.len() > limit {
            return Err(Error::Validation(format!(
                "1 validation error detected: Value at '{path}' failed to satisfy constraint: \
                 Member must have length less than or equal to {limit}"
            )));
        }
        let least = usize::from(stream.distribution == Distribution::UserPartitionKey);
        if !(least..=PARTITION_KEY_CHARS_MAX).contains(&partition_key.chars().count()) {
            return Err(Error::InvalidArgument(format!(
                "expected partition keys of 1 to {PARTITION_KEY_CHARS_MAX} characters"
            )));
        }
        total += data.len() + partition_key.len();
    }
    if total > PUT_BYTES_MAX {
        return Err(Error::InvalidArgument("Records size exceeds 10 MiB limit".into()));
    }
    Ok(())
}

impl Streams {
    /// Appends what its shards take now, where rates are limited; everything otherwise. Durable
    /// when it returns. Answers in the records' order; the errors are those of a shard's rates.
    pub(crate) async fn put_records(
        &self,
        stream: &Arc<Stream>,
        mut records: Vec<NewRecord>,
        producer: Option<Producer>,
    ) -> Result<Vec<Result<Placed, Error>>, Error> {
        self.spread(stream, &mut records);
        let Some(throttle) = &self.throttle else {
            return self.append_or_refuse_each(stream, &records, producer).await;
        };
        let now = self.env.clock.now();
        let refusals: Vec<Option<Error>> = records
            .iter()
            .map(|record| {
                let shard = stream.route(record.hash_key())?;
                let bytes = record.partition_key.len() + record.data.len();
                (!throttle.write(shard.uid, bytes, now)).then(|| self.throttled(stream, shard.id))
            })
            .collect();
        if let Some(refusal) = refusals.iter().flatten().next()
            && producer.is_some()
        {
            // A producer counts its records: it sends all of them again.
            return Err(refusal.clone());
        }
        let taken = records.into_iter().zip(&refusals).filter(|(_, refused)| refused.is_none());
        let taken: Vec<NewRecord> = taken.map(|(record, _)| record).collect();
        if taken.is_empty() {
            return Ok(refusals.into_iter().flatten().map(Err).collect());
        }
        let mut placed = self.append_or_refuse_each(stream, &taken, producer).await?.into_iter();
        let outcome = |refusal| match refusal {
            Some(error) => Some(Err(error)),
            None => placed.next(),
        };
        Ok(refusals.into_iter().filter_map(outcome).collect())
    }

    /// Where the log has no room, every record is told so by itself, unless a producer counts
    /// them.
    async fn append_or_refuse_each(
        &self,
        stream: &Arc<Stream>,
        records: &[NewRecord],
        producer: Option<Producer>,
    ) -> Result<Vec<Result<Placed, Error>>, Error> {
        let counted = producer.is_some();
        match self.append(stream, records, producer).await {
            Ok(placed) => Ok(placed.into_iter().map(Ok).collect()),
            Err(refusal @ Error::Throttled { .. }) if !counted => {
                let refuse = |record: &NewRecord| {
                    let shard = stream.route(record.hash_key());
                    Err(shard.map_or(refusal.clone(), |shard| self.throttled(stream, shard.id)))
                };
                Ok(records.iter().map(refuse).collect())
            }
            Err(other) => Err(other),
        }
    }

    /// Where records are to be spread evenly, gives each the key of the shard whose turn it is.
    pub(crate) fn spread(&self, stream: &Stream, records: &mut [NewRecord]) {
        if stream.distribution == Distribution::UserPartitionKey {
            return;
        }
        let first = self.turn.fetch_add(records.len(), Ordering::Relaxed);
        for (record, turn) in records.iter_mut().zip(first..) {
            record.explicit_hash_key = stream.in_turn(turn).map(|shard| shard.range.start);
        }
    }

    pub(crate) fn throttled(&self, stream: &Stream, shard: ShardId) -> Error {
        let account = self.identity.account.clone();
        Error::Throttled { shard, stream: stream.name.clone(), account }
    }

    /// Appends all records, or none; durable when it returns. Answers in the records' order.
    /// Records of one shard get rising sequence numbers in that order. Records of a shard that
    /// is being resharded go to its children.
    pub(crate) async fn append(
        &self,
        stream: &Arc<Stream>,
        records: &[NewRecord],
        producer: Option<Producer>,
    ) -> Result<Vec<Placed>, Error> {
        let encode = |record: &NewRecord| {
            let payload = StoredRecord::encode_parts(&record.partition_key, &record.data);
            (record.hash_key(), payload)
        };
        let payloads: Vec<(HashKey, Bytes)> = records.iter().map(encode).collect();
        let mut stream = Arc::clone(stream);
        loop {
            match self.append_once(&stream, &payloads, producer.clone()).await {
                Err(Error::NoOpenShard | Error::Append(AppendError::Closed(_))) => {
                    stream = self.changed(&stream).await?;
                }
                outcome => return outcome,
            }
        }
    }

    async fn append_once(
        &self,
        stream: &Stream,
        payloads: &[(HashKey, Bytes)],
        producer: Option<Producer>,
    ) -> Result<Vec<Placed>, Error> {
        let mut appends: Vec<ShardAppend> = Vec::new();
        let mut append_of_shard: HashMap<ShardId, usize> = HashMap::new();
        // Per record: its shard, its append in the batch, its place within that append.
        let mut places: Vec<(&Shard, usize, u64)> = Vec::with_capacity(payloads.len());
        for (key, payload) in payloads {
            let shard = stream.route(*key).ok_or(Error::NoOpenShard)?;
            let at = *append_of_shard.entry(shard.id).or_insert_with(|| {
                appends.push(ShardAppend { shard: shard.uid, payloads: Vec::new() });
                appends.len() - 1
            });
            places.push((shard, at, appends[at].payloads.len() as u64));
            appends[at].payloads.push(payload.clone());
        }
        let written: Vec<(ShardUid, Written)> = match stream.mode {
            Mode::OnDemand => appends.iter().map(written).collect(),
            Mode::Provisioned => Vec::new(),
        };
        let batch = AppendBatch { producer, appends };
        let receipts = self.log.append(batch).await.map_err(|error| match error {
            // The catalog only holds streams whose shards are in the log: it was just deleted.
            AppendError::UnknownShard(_) => self.not_found(stream.name.as_str()),
            // A disk without room is told as AWS tells of too much load: try again later.
            AppendError::Full => match places.first() {
                Some((shard, ..)) => self.throttled(stream, shard.id),
                None => Error::Append(AppendError::Full),
            },
            other => Error::Append(other),
        })?;
        for (shard, written) in written {
            self.load.add(shard, written);
        }
        let placed = places.into_iter().map(|(shard, at, place)| {
            let receipt = &receipts[at];
            let sequence = shard.sequence(receipt.first_index + place, receipt.arrived);
            Placed { shard: shard.id, sequence }
        });
        Ok(placed.collect())
    }

    /// Refuses a SequenceNumberForOrdering that no record can have. One that a record has needs
    /// no more: a later put of a shard always gets a higher number.
    pub(crate) fn check_ordering(&self, stream: &Stream, text: &str) -> Result<(), Error> {
        let now = self.env.clock.now();
        let valid = SequenceNumber::parse(text).is_ok_and(|number| {
            // The log never lets arrival times fall, so its newest may be ahead of the clock;
            // and a child's first number is a second ahead.
            let shard = stream.shard(ShardId(number.shard));
            let newest = shard.and_then(|shard| self.log.tip(shard.uid).ok()?.last_arrived);
            let created = shard.map_or(Timestamp::EPOCH, |shard| shard.created);
            let limit = newest.unwrap_or(Timestamp::EPOCH).max(created).max(now);
            i64::try_from(number.arrived_secs).is_ok_and(|secs| secs <= limit.as_secs())
        });
        if valid {
            return Ok(());
        }
        Err(Error::InvalidArgument(format!(
            "ExclusiveMinimumSequenceNumber {text} used in PutRecord on stream {} under account \
             {} is invalid.",
            stream.name, self.identity.account
        )))
    }
}

fn written(append: &ShardAppend) -> (ShardUid, Written) {
    let records = append.payloads.len() as u64;
    let bytes = append.payloads.iter().map(|payload| payload.len() as u64).sum();
    (append.shard, Written { records, bytes })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::time::Duration;

    use super::*;
    use crate::testing::{Fixture, record};

    #[tokio::test]
    async fn every_record_lands_in_the_shard_that_owns_its_key_with_rising_numbers() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 3).await;
        let keys: Vec<String> = (0..50).map(|n| format!("key-{n}")).collect();
        let mut newest: BTreeMap<ShardId, SequenceNumber> = BTreeMap::new();
        for _ in 0..3 {
            let records: Vec<_> = keys.iter().map(|key| record(key, key)).collect();
            let placed = fixture.streams.append(&stream, &records, None).await.unwrap();
            for (key, placed) in keys.iter().zip(placed) {
                let owner = stream.shard(placed.shard).unwrap();
                assert!(owner.range.contains(HashKey::of_partition_key(key)));
                assert!(placed.sequence > owner.starting_sequence());
                let before = newest.insert(placed.shard, placed.sequence);
                assert!(before.is_none_or(|before| before < placed.sequence));
            }
            fixture.clock.advance(Duration::from_secs(2));
        }
        assert_eq!(newest.len(), 3);
    }

    #[tokio::test]
    async fn an_explicit_hash_key_overrides_the_partition_key() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 2).await;
        let at = |key| NewRecord { explicit_hash_key: Some(HashKey(key)), ..record("k", "d") };
        let records = vec![at(0), at(u128::MAX)];
        let placed = fixture.streams.append(&stream, &records, None).await.unwrap();
        assert_eq!(placed.iter().map(|p| p.shard.0).collect::<Vec<_>>(), [0, 1]);
    }

    #[tokio::test]
    async fn ordering_numbers_must_parse_and_not_come_from_the_future() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 1).await;
        let placed = fixture.put(&stream, &["a"]).await[0];
        let check = |text: &str| fixture.streams.check_ordering(&stream, text);
        assert_eq!(check(&placed.sequence.to_string()), Ok(()));
        assert!(check("17").is_err());
        let future = SequenceNumber { arrived_secs: 1_700_000_001, ..placed.sequence };
        assert!(check(&future.to_string()).is_err());
        fixture.clock.advance(Duration::from_secs(1));
        assert_eq!(check(&future.to_string()), Ok(()));
    }

    #[tokio::test]
    async fn records_over_the_limits_are_refused() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 1).await;
        let mib = Bytes::from(vec![0; 1 << 20]);
        let over = Bytes::from(vec![0; (1 << 20) + 1]);
        let check = |data: &Bytes, key: &str, count: usize| {
            let records =
                (1..=count).map(|n| (MemberPath { record: n, member: "data" }, key, data));
            check_sizes(&stream, records)
        };
        assert_eq!(check(&mib, "k", 9), Ok(()));
        let Err(Error::Validation(message)) = check(&over, "k", 1) else { panic!() };
        assert!(message.contains("'records.1.member.data'"), "{message}");
        assert!(message.ends_with("less than or equal to 1048576"), "{message}");
        assert!(matches!(check(&mib, "k", 10), Err(Error::InvalidArgument(_))));
        assert!(check(&mib, "", 1).is_err());
        assert!(check(&mib, &"é".repeat(257), 1).is_err());
        assert_eq!(check(&mib, &"é".repeat(256), 1), Ok(()));
    }
}

//! Reading: from where a shard iterator begins, and what one GetRecords call gives.
//! Does not: wait for records; an empty answer is an answer.

use std::sync::Arc;

use levada_log::ReadError;
use levada_types::{SequenceNumber, ShardId, StoredRecord, StreamName, Timestamp};

use crate::error::Error;
use crate::iterator::ShardIterator;
use crate::limits::{READ_BYTES_MAX, READ_RECORD_COUNT_MAX, TOKEN_AGE_MAX};
use crate::service::Streams;
use crate::stream::{Shard, Stream};

/// The five ways to begin reading.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    AtSequence(String),
    AfterSequence(String),
    TrimHorizon,
    Latest,
    AtTimestamp(Timestamp),
}

/// A record as GetRecords gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadRecord {
    pub sequence: SequenceNumber,
    pub arrived: Timestamp,
    pub record: StoredRecord,
    /// Whether it arrived while its stream was encrypted as it still is.
    pub encrypted: bool,
}

impl ReadRecord {
    /// Data and partition key.
    pub fn bytes(&self) -> usize {
        self.record.partition_key.len() + self.record.data.len()
    }
}

/// One GetRecords answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub records: Vec<ReadRecord>,
    /// `None` after the last record of a closed shard.
    pub next: Option<String>,
    /// 0 when the reader has everything that is there.
    pub millis_behind: i64,
    /// Only when `next` is `None`.
    pub children: Vec<Shard>,
}

/// What one read of a shard gave.
pub struct ShardRead {
    pub records: Vec<ReadRecord>,
    /// The log index to read next.
    pub next: u64,
    /// 0 when the reader has everything that is there.
    pub millis_behind: i64,
    /// The shard is closed, `next` is past its last record, and its children are there.
    pub finished: bool,
}

impl Streams {
    fn read_error(&self, error: ReadError, stream: &StreamName, shard: ShardId) -> Error {
        match error {
            ReadError::UnknownShard(_) => self.no_shard(stream, shard),
            other => Error::Read(other),
        }
    }

    pub(crate) fn no_shard(&self, stream: &StreamName, shard: ShardId) -> Error {
        let account = self.identity.account.clone();
        Error::ShardNotFound { shard, stream: stream.clone(), account }
    }

    /// The error for a text that names no shard of the stream.
    pub(crate) fn no_such_shard(&self, stream: &Stream, shard: &str) -> Error {
        Error::NoShardId {
            shard: shard.to_owned(),
            stream: stream.name.clone(),
            account: self.identity.account.clone(),
        }
    }

    /// An iterator from `start` in the shard called `shard`.
    pub async fn iterate(
        &self,
        stream: &Stream,
        shard: &str,
        start: Start,
    ) -> Result<String, Error> {
        let id = ShardId::parse(shard).map_err(|_| self.no_such_shard(stream, shard))?;
        let shard = stream.shard(id).ok_or_else(|| self.no_shard(&stream.name, id))?;
        if let Some(throttle) = &self.throttle
            && !throttle.iterator(shard.uid, self.env.clock.now())
        {
            return Err(self.throttled(stream, id));
        }
        let position = self.start_position(stream, shard, start).await?;
        Ok(self.iterator(stream, id, position))
    }

    fn iterator(&self, stream: &Stream, shard: ShardId, position: u64) -> String {
        let (issued, stream_uid) = (self.env.machine_clock.now(), stream.uid);
        let iterator =
            ShardIterator { issued, stream: stream.name.clone(), stream_uid, shard, position };
        iterator.seal(&self.seal)
    }

    pub(crate) async fn start_position(
        &self,
        stream: &Stream,
        shard: &Shard,
        start: Start,
    ) -> Result<u64, Error> {
        let lift = |error| self.read_error(error, &stream.name, shard.id);
        match start {
            Start::AtSequence(text) => Ok(self.sequence_of(stream, shard, &text)?.index),
            Start::AfterSequence(text) => {
                Ok(self.sequence_of(stream, shard, &text)?.index.saturating_add(1))
            }
            Start::TrimHorizon => Ok(self.log.tip(shard.uid).map_err(lift)?.first),
            Start::Latest => Ok(self.log.tip(shard.uid).map_err(lift)?.next),
            Start::AtTimestamp(time) => {
                let now = self.env.clock.now();
                if time > now {
                    let (time, now) = (time.as_millis(), now.as_millis());
                    return Err(Error::InvalidArgument(format!(
                        "The timestampInMillis parameter cannot be greater than the \
                         currentTimestampInMillis. timestampInMillis: {time}, \
                         currentTimestampInMillis: {now}"
                    )));
                }
                self.log.seek_time(shard.uid, time).await.map_err(lift)
            }
        }
    }

    /// A sequence number that this shard gave, or could have given.
    fn sequence_of(
        &self,
        stream: &Stream,
        shard: &Shard,
        text: &str,
    ) -> Result<SequenceNumber, Error> {
        let invalid = |why: &str| {
            Error::InvalidArgument(format!(
                "StartingSequenceNumber {text} used in GetShardIterator on shard {} in stream {} \
                 under account {} is invalid{why}.",
                shard.id, stream.name, self.identity.account
            ))
        };
        let number = SequenceNumber::parse(text).map_err(|_| invalid(""))?;
        if number.shard != shard.id.0 {
            return Err(Error::InvalidArgument(format!(
                "Invalid StartingSequenceNumber. It encodes {}, while it was used in a call to a \
                 shard with {}",
                ShardId(number.shard),
                shard.id
            )));
        }
        if number.shard_created_secs != shard.starting_sequence().shard_created_secs {
            return Err(invalid(" because it did not come from this stream"));
        }
        Ok(number)
    }

    /// Opens an iterator and finds its stream; refuses foreign, changed and old ones.
    fn open_iterator(&self, token: &str) -> Result<(ShardIterator, Arc<Stream>), Error> {
        let iterator = ShardIterator::open(&self.seal, token).ok_or(Error::InvalidIterator)?;
        let (issued, now) = (iterator.issued, self.env.machine_clock.now());
        if now.since(issued) > TOKEN_AGE_MAX {
            return Err(Error::ExpiredIterator { issued, now });
        }
        let found = self.find(&iterator.stream).ok();
        match found.filter(|stream| stream.uid == iterator.stream_uid) {
            Some(stream) => Ok((iterator, stream)),
            None => Err(self.no_shard(&iterator.stream, iterator.shard)),
        }
    }

    /// An iterator that may be read from now, of the stream the caller named besides, if any.
    pub(crate) fn check_iterator(
        &self,
        token: &str,
        expected: Option<&StreamName>,
    ) -> Result<(ShardIterator, Arc<Stream>), Error> {
        let (iterator, stream) = self.open_iterator(token)?;
        if expected.is_some_and(|name| *name != stream.name) {
            return Err(Error::InvalidArgument(
                "StreamARN does not match the stream of ShardIterator.".into(),
            ));
        }
        Ok((iterator, stream))
    }

    /// Reads on from an iterator: up to `limit` records and 10 MiB. `expected` is the stream the
    /// caller named besides, if any.
    pub async fn read_page(
        &self,
        token: &str,
        limit: usize,
        expected: Option<&StreamName>,
    ) -> Result<Page, Error> {
        let (iterator, stream) = self.check_iterator(token, expected)?;
        let id = iterator.shard;
        let shard = stream.shard(id).ok_or_else(|| self.no_shard(&stream.name, id))?;
        let count_max = limit.min(READ_RECORD_COUNT_MAX);
        if let Some(throttle) = &self.throttle
            && !throttle.read(shard.uid, self.env.clock.now())
        {
            return Err(self.throttled(&stream, id));
        }
        let read =
            self.read_shard(&stream, shard, iterator.position, count_max, READ_BYTES_MAX).await?;
        if let Some(throttle) = &self.throttle {
            let bytes = read.records.iter().map(ReadRecord::bytes).sum();
            throttle.has_read(shard.uid, bytes, self.env.clock.now());
        }
        let children = stream.children(id).filter(|_| read.finished).cloned().collect();
        Ok(Page {
            records: read.records,
            next: (!read.finished).then(|| self.iterator(&stream, id, read.next)),
            millis_behind: read.millis_behind,
            children,
        })
    }

    /// Up to `count_max` records and `bytes_max` bytes of a shard from index `from` on.
    pub(crate) async fn read_shard(
        &self,
        stream: &Stream,
        shard: &Shard,
        from: u64,
        count_max: usize,
        bytes_max: usize,
    ) -> Result<ShardRead, Error> {
        let lift = |error| self.read_error(error, &stream.name, shard.id);
        let read = self.log.read(shard.uid, from, count_max, bytes_max).await.map_err(lift)?;
        // Closed in the catalog means closed in the log before, so the tip is final.
        let tip = self.log.tip(shard.uid).map_err(lift)?;
        let caught_up = read.next >= tip.next;
        let millis_behind = match read.entries.last() {
            Some(last) if !caught_up => self.env.clock.now().since(last.arrived).as_millis(),
            _ => 0,
        };
        let since = stream.encryption.as_ref().map(|encryption| encryption.since);
        let records = read.entries.into_iter().map(|entry| {
            let record = StoredRecord::decode(&entry.payload)
                .map_err(|error| Error::Malformed(error.to_string()))?;
            let sequence = shard.sequence(entry.index, entry.arrived);
            let encrypted = since.is_some_and(|since| entry.arrived >= since);
            Ok(ReadRecord { sequence, arrived: entry.arrived, record, encrypted })
        });
        Ok(ShardRead {
            records: records.collect::<Result<_, Error>>()?,
            next: read.next,
            millis_behind: i64::try_from(millis_behind).unwrap_or(i64::MAX),
            finished: shard.closed.is_some() && caught_up,
        })
    }

    /// Returns when a record at or after `from` is readable, or the shard is at its end and its
    /// children are there. May return early.
    pub(crate) async fn wait_readable(
        &self,
        stream: &Arc<Stream>,
        shard: ShardId,
        from: u64,
    ) -> Result<(), Error> {
        let found = stream.shard(shard).ok_or_else(|| self.no_shard(&stream.name, shard))?;
        let lift = |error| self.read_error(error, &stream.name, shard);
        self.log.wait(found.uid, from).await.map_err(lift)?;
        let is_final = self.log.tip(found.uid).is_ok_and(|tip| tip.closed && tip.next <= from);
        if is_final && found.closed.is_none() {
            // Its children are about to be there; until then there is nothing to be told.
            self.changed(stream).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use levada_types::HashKey;

    use super::*;
    use crate::append::NewRecord;
    use crate::testing::{Fixture, START, name, record};

    fn texts(page: &Page) -> Vec<String> {
        let text = |read: &ReadRecord| String::from_utf8(read.record.data.to_vec()).unwrap();
        page.records.iter().map(text).collect()
    }

    async fn read_from(fixture: &Fixture, stream: &Stream, start: Start) -> Page {
        let token = fixture.streams.iterate(stream, "shardId-000000000000", start).await.unwrap();
        fixture.streams.read_page(&token, 100, None).await.unwrap()
    }

    #[tokio::test]
    async fn each_way_to_begin_reads_from_its_own_place() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 1).await;
        let a = fixture.put(&stream, &["a"]).await[0];
        fixture.clock.advance(Duration::from_millis(10));
        let b = fixture.put(&stream, &["b", "c"]).await[0];
        let number = |placed: crate::append::Placed| placed.sequence.to_string();
        let at = |ms: i64| Start::AtTimestamp(Timestamp(START.0 + ms));
        let cases = [
            (Start::TrimHorizon, "abc"),
            (Start::Latest, ""),
            (Start::AtSequence(number(a)), "abc"),
            (Start::AfterSequence(number(a)), "bc"),
            (Start::AtSequence(number(b)), "bc"),
            (Start::AfterSequence(number(b)), "c"),
            (Start::AtSequence(stream.shards[0].starting_sequence().to_string()), "abc"),
            (at(-1), "abc"),
            (at(0), "abc"),
            (at(1), "bc"),
            (at(10), "bc"),
        ];
        for (start, expected) in cases {
            let page = read_from(&fixture, &stream, start.clone()).await;
            assert_eq!(texts(&page).concat(), expected, "{start:?}");
            assert_eq!(page.millis_behind, 0, "{start:?}");
        }
        let future = Start::AtTimestamp(Timestamp(START.0 + 11));
        let refused = fixture.streams.iterate(&stream, "shardId-000000000000", future).await;
        assert!(matches!(refused, Err(Error::InvalidArgument(_))));
    }

    #[tokio::test]
    async fn a_reader_follows_its_iterators_and_misses_nothing() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 1).await;
        let start = Start::Latest;
        let mut token =
            fixture.streams.iterate(&stream, "shardId-000000000000", start).await.unwrap();
        let mut seen = Vec::new();
        let mut numbers = Vec::new();
        for round in 0..5 {
            let data = [format!("{round}a"), format!("{round}b")];
            let placed = fixture.put(&stream, &[&data[0], &data[1]]).await;
            numbers.extend(placed.iter().map(|placed| placed.sequence));
            for _ in 0..3 {
                let page = fixture.streams.read_page(&token, 1, None).await.unwrap();
                for read in &page.records {
                    assert_eq!(read.sequence, numbers[seen.len()]);
                    seen.push(read.record.data.clone());
                }
                token = page.next.unwrap();
            }
            fixture.clock.advance(Duration::from_secs(1));
        }
        assert_eq!(seen.len(), 10);
    }

    #[tokio::test]
    async fn a_reader_behind_is_told_by_how_much_and_on_an_idle_shard_not_at_all() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 1).await;
        fixture.put(&stream, &["a", "b"]).await;
        fixture.clock.advance(Duration::from_secs(60));
        let token = fixture
            .streams
            .iterate(&stream, "shardId-000000000000", Start::TrimHorizon)
            .await
            .unwrap();
        let first = fixture.streams.read_page(&token, 1, None).await.unwrap();
        assert_eq!(first.millis_behind, 60_000);
        let second = fixture.streams.read_page(&first.next.unwrap(), 1, None).await.unwrap();
        assert_eq!((texts(&second), second.millis_behind), (vec!["b".to_owned()], 0));
        let third = fixture.streams.read_page(&second.next.unwrap(), 1, None).await.unwrap();
        assert_eq!((third.records.len(), third.millis_behind), (0, 0));
    }

    #[tokio::test]
    async fn iterators_end_only_after_the_last_record_of_a_closed_shard() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 2).await;
        let low = |data| NewRecord { explicit_hash_key: Some(HashKey(0)), ..record("k", data) };
        fixture.streams.append(&stream, &[low("a"), low("b")], None).await.unwrap();
        let [left, right] = ["shardId-000000000000", "shardId-000000000001"];
        fixture.streams.merge(&name("s"), left, right).await.unwrap();
        let stream = fixture.streams.find(&name("s")).unwrap();
        let token = fixture.streams.iterate(&stream, left, Start::TrimHorizon).await.unwrap();
        let first = fixture.streams.read_page(&token, 1, None).await.unwrap();
        let second = fixture.streams.read_page(&first.next.unwrap(), 1, None).await.unwrap();
        assert_eq!((texts(&second), second.next), (vec!["b".to_owned()], None));
        assert_eq!(second.children, stream.shards[2..]);
        let latest = fixture.streams.iterate(&stream, left, Start::Latest).await.unwrap();
        let page = fixture.streams.read_page(&latest, 1, None).await.unwrap();
        assert_eq!((page.records.len(), page.next, page.children.len()), (0, None, 1));
    }

    #[tokio::test]
    async fn a_changed_iterator_is_refused() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 1).await;
        let token = fixture
            .streams
            .iterate(&stream, "shardId-000000000000", Start::TrimHorizon)
            .await
            .unwrap();
        let mut changed = token.clone();
        changed.replace_range(20..21, if &token[20..21] == "A" { "B" } else { "A" });
        let refused = fixture.streams.read_page(&changed, 1, None).await;
        assert_eq!(refused, Err(Error::InvalidIterator));
    }

    #[tokio::test]
    async fn an_iterator_lives_five_minutes_and_dies_with_its_stream() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 1).await;
        let token = fixture
            .streams
            .iterate(&stream, "shardId-000000000000", Start::TrimHorizon)
            .await
            .unwrap();
        fixture.clock.advance(Duration::from_secs(300));
        assert!(fixture.streams.read_page(&token, 1, None).await.is_ok());
        let other = fixture.streams.read_page(&token, 1, Some(&name("other"))).await;
        assert!(matches!(other, Err(Error::InvalidArgument(_))));
        fixture.streams.delete(&name("s"), false).await.unwrap();
        fixture.create("s", 1).await;
        let orphan = fixture.streams.read_page(&token, 1, None).await;
        assert!(matches!(orphan, Err(Error::ShardNotFound { .. })), "{orphan:?}");
        fixture.clock.advance(Duration::from_millis(1));
        let old = fixture.streams.read_page(&token, 1, None).await;
        let Err(Error::ExpiredIterator { .. }) = &old else { panic!("{old:?}") };
        assert_eq!(
            old.unwrap_err().to_string(),
            "Iterator expired. The iterator was created at time Tue Nov 14 22:13:20 UTC 2023 \
             while right now it is Tue Nov 14 22:18:20 UTC 2023 which is further in the future \
             than the tolerated delay of 300000 milliseconds."
        );
    }

    #[tokio::test]
    async fn numbers_of_other_shards_and_streams_are_refused_in_the_services_words() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 2).await;
        fixture.clock.advance(Duration::from_secs(5));
        let other = fixture.create("t", 2).await;
        let ask = |text: String| {
            let streams = &fixture.streams;
            let stream = &stream;
            async move {
                let start = Start::AtSequence(text);
                streams.iterate(stream, "shardId-000000000000", start).await.unwrap_err()
            }
        };
        let foreign_shard = ask(stream.shards[1].starting_sequence().to_string()).await;
        assert_eq!(
            foreign_shard.to_string(),
            "Invalid StartingSequenceNumber. It encodes shardId-000000000001, while it was used \
             in a call to a shard with shardId-000000000000"
        );
        let foreign_stream = ask(other.shards[0].starting_sequence().to_string()).await;
        assert!(foreign_stream.to_string().ends_with("because it did not come from this stream."));
        assert!(ask("12".into()).await.to_string().ends_with("is invalid."));
        let missing = |shard: &'static str| {
            let streams = &fixture.streams;
            let stream = &stream;
            async move { streams.iterate(stream, shard, Start::Latest).await.unwrap_err() }
        };
        assert!(matches!(missing("shardId-000000000002").await, Error::ShardNotFound { .. }));
        assert!(matches!(missing("nonsense").await, Error::NoShardId { .. }));
    }
}

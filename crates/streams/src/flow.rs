//! Streams as other services meet them: a source of records and a sink for them.
//! Does not: speak of clients' iterators; a reader here keeps log indices.

use async_trait::async_trait;
use levada_log::{AppendError, Producer, ReadError};
use levada_types::{
    Arn, FlowError, OutgoingRecord, ProducerId, ReadBatch, RecordSink, RecordSource, ShardId,
    SourceRecord, SourceShard, StartAt, StoredRecord,
};

use crate::append::{MemberPath, NewRecord, check_sizes};
use crate::error::Error;
use crate::limits::READ_BYTES_MAX;
use crate::service::Streams;
use crate::stream::Shard;
use crate::target;

impl From<Error> for FlowError {
    fn from(error: Error) -> Self {
        let text = error.to_string();
        match error {
            Error::StreamNotFound { .. }
            | Error::NotFound(_)
            | Error::ShardNotFound { .. }
            | Error::NoShardId { .. } => Self::NotFound(text),
            Error::Append(AppendError::Duplicate { next }) => Self::Overlap { next },
            Error::Append(
                AppendError::Full
                | AppendError::Stopped(_)
                | AppendError::Closed(_)
                | AppendError::NotSealed { .. },
            )
            | Error::NoOpenShard
            | Error::Throttled { .. }
            | Error::Meta(_)
            | Error::Read(ReadError::Io(_) | ReadError::Sealed { .. }) => Self::Retry(text),
            Error::Append(
                AppendError::Fenced { .. }
                | AppendError::Gap { .. }
                | AppendError::TooLarge { .. }
                | AppendError::UnknownShard(_),
            )
            | Error::Read(ReadError::Corrupt { .. } | ReadError::UnknownShard(_))
            | Error::Malformed(_)
            | Error::InvalidArgument(_)
            | Error::Validation(_)
            | Error::InUse(_)
            | Error::DryRun
            | Error::LimitExceeded(_)
            | Error::StreamExists { .. }
            | Error::TooManyShards { .. }
            | Error::InvalidIterator
            | Error::ExpiredIterator { .. }
            | Error::InvalidNextToken
            | Error::ExpiredNextToken => Self::Refused(text),
        }
    }
}

impl Streams {
    fn source_stream(&self, arn: &Arn) -> Result<std::sync::Arc<crate::Stream>, FlowError> {
        Ok(self.find(&target::of_arn(self, arn)?)?)
    }

    fn source_shard(&self, arn: &Arn, id: ShardId) -> Result<Shard, FlowError> {
        let stream = self.source_stream(arn)?;
        let shard = stream.shard(id).ok_or_else(|| self.no_shard(&stream.name, id))?;
        Ok(shard.clone())
    }
}

fn read_failed(arn: &Arn, error: ReadError) -> FlowError {
    match error {
        ReadError::UnknownShard(_) => FlowError::NotFound(arn.to_string()),
        other => Error::Read(other).into(),
    }
}

#[async_trait]
impl RecordSource for Streams {
    async fn shards(&self, source: &Arn) -> Result<Vec<SourceShard>, FlowError> {
        let stream = self.source_stream(source)?;
        let horizon = self.env.clock.now().minus(stream.retention());
        let alive: Vec<&Shard> =
            stream.shards.iter().filter(|shard| !shard.is_expired(horizon)).collect();
        // Ids rise from parents to children. A parent that is gone needs no finishing.
        let shards = alive.iter().map(|shard| {
            let is_alive = |id: &ShardId| alive.binary_search_by_key(id, |other| other.id).is_ok();
            let parents = shard.parents.iter().copied().filter(|id| is_alive(id)).collect();
            SourceShard { id: shard.id, range: shard.range, parents }
        });
        Ok(shards.collect())
    }

    async fn position(
        &self,
        source: &Arn,
        shard: ShardId,
        start: StartAt,
    ) -> Result<u64, FlowError> {
        let uid = self.source_shard(source, shard)?.uid;
        let lift = |error| read_failed(source, error);
        match start {
            StartAt::TrimHorizon => Ok(self.log.tip(uid).map_err(lift)?.first),
            StartAt::Latest => Ok(self.log.tip(uid).map_err(lift)?.next),
            StartAt::Time(time) => self.log.seek_time(uid, time).await.map_err(lift),
        }
    }

    async fn read(
        &self,
        source: &Arn,
        shard: ShardId,
        from: u64,
        records_max: usize,
    ) -> Result<ReadBatch, FlowError> {
        let shard = self.source_shard(source, shard)?;
        let lift = |error| read_failed(source, error);
        let read =
            self.log.read(shard.uid, from, records_max, READ_BYTES_MAX).await.map_err(lift)?;
        // Closed in the catalog means closed in the log before, so the tip is final.
        let tip = self.log.tip(shard.uid).map_err(lift)?;
        let records = read.entries.into_iter().map(|entry| {
            let StoredRecord { partition_key, data } = StoredRecord::decode(&entry.payload)
                .map_err(|error| FlowError::Refused(error.to_string()))?;
            Ok(SourceRecord {
                index: entry.index,
                sequence_number: shard.sequence(entry.index, entry.arrived).to_string(),
                partition_key,
                arrived: entry.arrived,
                data,
            })
        });
        Ok(ReadBatch {
            records: records.collect::<Result<_, FlowError>>()?,
            next: read.next,
            horizon: read.horizon,
            finished: shard.closed.is_some() && read.next >= tip.next,
        })
    }

    async fn wait(&self, source: &Arn, shard: ShardId, from: u64) -> Result<(), FlowError> {
        let stream = self.source_stream(source)?;
        Ok(self.wait_readable(&stream, shard, from).await?)
    }
}

#[async_trait]
impl RecordSink for Streams {
    async fn put(
        &self,
        target: &Arn,
        records: Vec<OutgoingRecord>,
        producer: Option<ProducerId>,
    ) -> Result<(), FlowError> {
        let stream = self.source_stream(target)?;
        if records.is_empty() {
            return Ok(());
        }
        let named = records.iter().zip(1..).map(|(record, number)| {
            let path = MemberPath { record: number, member: "data" };
            (path, record.partition_key.as_str(), &record.data)
        });
        check_sizes(&stream, named)?;
        let record = |OutgoingRecord { partition_key, data }| NewRecord {
            partition_key,
            explicit_hash_key: None,
            data,
        };
        let mut records: Vec<NewRecord> = records.into_iter().map(record).collect();
        self.spread(&stream, &mut records);
        // The log counts the payloads of the whole batch, over all its shards, and the batch is
        // stored whole or not at all: so its count is the caller's, whichever shard took which.
        let producer = producer.map(Producer::from);
        self.append(&stream, &records, producer).await?;
        Ok(())
    }

    async fn producer_next(&self, producer_id: &str) -> Result<u64, FlowError> {
        Ok(self.log.producer_next(producer_id))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use bytes::Bytes;
    use levada_types::Timestamp;

    use super::*;
    use crate::testing::{Fixture, START};

    fn outgoing(count: usize) -> Vec<OutgoingRecord> {
        let record = |n: usize| OutgoingRecord {
            partition_key: format!("k{n}"),
            data: Bytes::from(n.to_string()),
        };
        (0..count).map(record).collect()
    }

    #[tokio::test]
    async fn a_source_reads_what_a_sink_put_with_the_numbers_clients_see() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 2).await;
        let (streams, arn) = (&fixture.streams, stream.arn(&fixture.streams.identity));
        streams.put(&arn, outgoing(20), None).await.unwrap();
        fixture.clock.advance(Duration::from_secs(1));
        let mut seen = 0;
        for shard in streams.shards(&arn).await.unwrap() {
            let from = streams.position(&arn, shard.id, StartAt::TrimHorizon).await.unwrap();
            let batch = streams.read(&arn, shard.id, from, 100).await.unwrap();
            for record in &batch.records {
                let key = levada_types::HashKey::of_partition_key(&record.partition_key);
                assert!(shard.range.contains(key));
                let sequence = stream.shard(shard.id).unwrap().sequence(record.index, START);
                assert_eq!(record.sequence_number, sequence.to_string());
            }
            assert_eq!(batch.horizon, Timestamp(START.0 + 1_000));
            assert!(!batch.finished);
            let latest = streams.position(&arn, shard.id, StartAt::Latest).await.unwrap();
            assert_eq!(batch.next, latest);
            seen += batch.records.len();
        }
        assert_eq!(seen, 20);
    }

    #[tokio::test]
    async fn a_repeated_put_over_several_shards_is_told_what_is_stored() {
        let fixture = Fixture::new().await;
        let arn = fixture.create("s", 3).await.arn(&fixture.streams.identity);
        let at = |epoch, sequence| Some(ProducerId { id: "p".into(), epoch, sequence });
        let put = |count, producer| fixture.streams.put(&arn, outgoing(count), producer);
        assert_eq!(put(10, at(2, 0)).await, Ok(()));
        assert_eq!(fixture.streams.producer_next("p").await, Ok(10));
        assert_eq!(put(10, at(2, 0)).await, Err(FlowError::Overlap { next: 10 }));
        assert_eq!(put(10, at(2, 5)).await, Err(FlowError::Overlap { next: 10 }));
        assert_eq!(put(5, at(2, 10)).await, Ok(()));
        assert!(matches!(put(1, at(1, 15)).await, Err(FlowError::Refused(_))));
        assert_eq!(fixture.streams.producer_next("p").await, Ok(15));
    }

    #[tokio::test]
    async fn foreign_and_missing_streams_are_told_apart_from_wrong_calls() {
        let fixture = Fixture::new().await;
        let identity = fixture.streams.identity.clone();
        let missing = fixture.streams.shards(&identity.stream("none")).await;
        assert!(matches!(missing, Err(FlowError::NotFound(_))));
        let wrong = fixture.streams.shards(&identity.topic("t")).await;
        assert!(matches!(wrong, Err(FlowError::Refused(_))));
    }

    #[tokio::test]
    async fn a_waiting_reader_wakes_with_the_record() {
        let fixture = Fixture::new().await;
        let arn = fixture.create("s", 1).await.arn(&fixture.streams.identity);
        let waiting = fixture.streams.wait(&arn, ShardId(0), 1);
        let putting = fixture.streams.put(&arn, outgoing(1), None);
        let (waited, put) = futures::future::join(waiting, putting).await;
        assert_eq!((waited, put), (Ok(()), Ok(())));
    }
}

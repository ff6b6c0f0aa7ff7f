//! Delivery streams as other services meet them: a source with one shard, and a sink.
//! Does not: move delivery's own checkpoint; every reader keeps its own index.

use std::sync::Arc;

use async_trait::async_trait;
use levada_log::{Producer, ReadError};
use levada_types::{
    Arn, FlowError, HashKey, HashRange, OutgoingRecord, ProducerId, ReadBatch, RecordSink,
    RecordSource, ShardId, SourceRecord, SourceShard, StartAt, StoredRecord,
};

use crate::error::Error;
use crate::limits::READ_BYTES_MAX;
use crate::service::Firehose;
use crate::stream::{DeliveryStream, DeliveryStreamName};

const ONLY_SHARD: ShardId = ShardId(0);

impl Firehose {
    fn named(&self, arn: &Arn) -> Result<Arc<DeliveryStream>, FlowError> {
        if arn.service != "firehose" || !arn.resource.starts_with("deliverystream/") {
            return Err(FlowError::Refused(format!("{arn} is not a delivery stream")));
        }
        Ok(self.find(&DeliveryStreamName::parse(arn.resource_name())?)?)
    }

    fn sharded(&self, arn: &Arn, shard: ShardId) -> Result<Arc<DeliveryStream>, FlowError> {
        let stream = self.named(arn)?;
        if shard != ONLY_SHARD {
            return Err(FlowError::NotFound(format!("{shard} of {arn}")));
        }
        Ok(stream)
    }
}

fn read_failed(arn: &Arn, error: ReadError) -> FlowError {
    match error {
        ReadError::UnknownShard(_) => FlowError::NotFound(arn.to_string()),
        other => Error::Read(other).into(),
    }
}

#[async_trait]
impl RecordSource for Firehose {
    async fn shards(&self, source: &Arn) -> Result<Vec<SourceShard>, FlowError> {
        self.named(source)?;
        let range = HashRange { start: HashKey(0), end: HashKey(u128::MAX) };
        Ok(vec![SourceShard { id: ONLY_SHARD, range, parents: Vec::new() }])
    }

    async fn position(
        &self,
        source: &Arn,
        shard: ShardId,
        start: StartAt,
    ) -> Result<u64, FlowError> {
        let uid = self.sharded(source, shard)?.shard;
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
        let stream = self.sharded(source, shard)?;
        let lift = |error| read_failed(source, error);
        let read =
            self.log.read(stream.shard, from, records_max, READ_BYTES_MAX).await.map_err(lift)?;
        let records = read.entries.into_iter().map(|entry| {
            let StoredRecord { partition_key, data } = StoredRecord::decode(&entry.payload)
                .map_err(|error| FlowError::Refused(error.to_string()))?;
            Ok(SourceRecord {
                index: entry.index,
                sequence_number: stream.sequence(entry.index, entry.arrived).to_string(),
                partition_key,
                arrived: entry.arrived,
                data,
            })
        });
        Ok(ReadBatch {
            records: records.collect::<Result<_, FlowError>>()?,
            next: read.next,
            horizon: read.horizon,
            finished: false,
        })
    }

    async fn wait(&self, source: &Arn, shard: ShardId, from: u64) -> Result<(), FlowError> {
        let uid = self.sharded(source, shard)?.shard;
        self.log.wait(uid, from).await.map_err(|error| read_failed(source, error))
    }
}

#[async_trait]
impl RecordSink for Firehose {
    /// Partition keys are dropped: a delivery stream has none.
    async fn put(
        &self,
        target: &Arn,
        records: Vec<OutgoingRecord>,
        producer: Option<ProducerId>,
    ) -> Result<(), FlowError> {
        let stream = self.named(target)?;
        if records.is_empty() {
            return Ok(());
        }
        let records = records.into_iter().map(|record| record.data).collect();
        let producer = producer.map(Producer::from);
        self.put(&stream, records, producer).await?;
        Ok(())
    }

    async fn producer_next(&self, producer_id: &str) -> Result<u64, FlowError> {
        Ok(self.log.producer_next(producer_id))
    }
}

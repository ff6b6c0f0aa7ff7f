//! One door to all streams: calls go to the service that the ARN names.
//! Does not: know anything of streams or delivery streams but their ARN's service.

use std::sync::Arc;

use async_trait::async_trait;
use levada_types::{
    Arn, FlowError, OutgoingRecord, ProducerId, ReadBatch, RecordSink, RecordSource, ShardId,
    SourceShard, StartAt,
};

/// What a service offers to readers and writers of its records.
pub trait Flow: RecordSource + RecordSink {}

impl<T: RecordSource + RecordSink> Flow for T {}

/// Flows by the ARN's service, such as `kinesis`.
pub struct FlowRouter {
    flows: Vec<(&'static str, Arc<dyn Flow>)>,
}

impl FlowRouter {
    pub fn new(flows: Vec<(&'static str, Arc<dyn Flow>)>) -> Self {
        Self { flows }
    }

    fn of(&self, arn: &Arn) -> Result<&Arc<dyn Flow>, FlowError> {
        let found = self.flows.iter().find(|(service, _)| *service == arn.service);
        found.map(|(_, flow)| flow).ok_or_else(|| {
            FlowError::Refused(format!("{arn} is neither stream nor delivery stream"))
        })
    }
}

#[async_trait]
impl RecordSource for FlowRouter {
    async fn shards(&self, source: &Arn) -> Result<Vec<SourceShard>, FlowError> {
        self.of(source)?.shards(source).await
    }

    async fn position(
        &self,
        source: &Arn,
        shard: ShardId,
        start: StartAt,
    ) -> Result<u64, FlowError> {
        self.of(source)?.position(source, shard, start).await
    }

    async fn read(
        &self,
        source: &Arn,
        shard: ShardId,
        from: u64,
        records_max: usize,
    ) -> Result<ReadBatch, FlowError> {
        self.of(source)?.read(source, shard, from, records_max).await
    }

    async fn wait(&self, source: &Arn, shard: ShardId, from: u64) -> Result<(), FlowError> {
        self.of(source)?.wait(source, shard, from).await
    }
}

#[async_trait]
impl RecordSink for FlowRouter {
    async fn put(
        &self,
        target: &Arn,
        records: Vec<OutgoingRecord>,
        producer: Option<ProducerId>,
    ) -> Result<(), FlowError> {
        self.of(target)?.put(target, records, producer).await
    }

    async fn producer_next(&self, producer_id: &str) -> Result<u64, FlowError> {
        // All flows stand on one log, and the log keeps producers.
        match self.flows.first() {
            Some((_, flow)) => flow.producer_next(producer_id).await,
            None => Ok(0),
        }
    }
}

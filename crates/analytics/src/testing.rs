//! A service over a memory log, a store in a temporary directory and virtual time, for this
//! crate's tests. A stream is a name; its shards are shards of the log.
//! Does not: leave anything behind.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use levada_blob::{BlobStore, BucketName, MemoryBlobStore, ObjectKey};
use levada_env::{Env, VirtualClock};
use levada_log::{
    AppendBatch, AppendError, MemoryLog, Producer, ReadError, RecordLog, ShardAppend,
};
use levada_meta::{MetaStore, SqliteStore};
use levada_types::{
    Arn, FlowError, HashRange, Identity, OutgoingRecord, ProducerId, ReadBatch, RecordSink,
    RecordSource, ShardId, ShardUid, SourceRecord, SourceShard, StartAt, StoredRecord, Timestamp,
};
use levada_wire::{AnswerForm, AwsError, Caller, Document, ServiceApi};
use serde_json::Value as Json;

use crate::service::{Analytics, Seams};

pub const START: Timestamp = Timestamp(1_541_066_400_000);
const SHARD_COUNT: u32 = 2;
const WEEK: Duration = Duration::from_secs(7 * 86_400);

/// Streams `in` and `out` over one log.
pub struct Streams {
    log: Arc<dyn RecordLog>,
}

impl Streams {
    async fn open(log: Arc<dyn RecordLog>) -> Arc<Self> {
        for uid in 0..u64::from(2 * SHARD_COUNT) {
            log.open_shard(ShardUid(uid), WEEK).await.unwrap();
        }
        Arc::new(Self { log })
    }

    fn uid(arn: &Arn, shard: ShardId) -> Result<ShardUid, FlowError> {
        let first = match arn.resource_name() {
            "in" => 0,
            "out" => SHARD_COUNT,
            _ => return Err(FlowError::NotFound(arn.to_string())),
        };
        Ok(ShardUid(u64::from(first + shard.0)))
    }
}

fn read_failed(error: ReadError) -> FlowError {
    FlowError::Retry(error.to_string())
}

#[async_trait]
impl RecordSource for Streams {
    async fn shards(&self, source: &Arn) -> Result<Vec<SourceShard>, FlowError> {
        Self::uid(source, ShardId(0))?;
        let whole = HashRange::tile(1)[0];
        let shards = (0..SHARD_COUNT).map(|id| SourceShard {
            id: ShardId(id),
            range: whole,
            parents: Vec::new(),
        });
        Ok(shards.collect())
    }

    async fn position(&self, arn: &Arn, shard: ShardId, at: StartAt) -> Result<u64, FlowError> {
        let tip = self.log.tip(Self::uid(arn, shard)?).map_err(read_failed)?;
        Ok(if at == StartAt::TrimHorizon { tip.first } else { tip.next })
    }

    async fn read(
        &self,
        arn: &Arn,
        shard: ShardId,
        from: u64,
        records_max: usize,
    ) -> Result<ReadBatch, FlowError> {
        // Small reads, so that the cutting of batches shows if it can.
        let uid = Self::uid(arn, shard)?;
        let read =
            self.log.read(uid, from, records_max.min(7), 1_000).await.map_err(read_failed)?;
        let records = read.entries.into_iter().map(|entry| SourceRecord {
            index: entry.index,
            sequence_number: entry.index.to_string(),
            partition_key: String::new(),
            arrived: entry.arrived,
            data: StoredRecord::decode(&entry.payload).unwrap().data,
        });
        let records = records.collect();
        Ok(ReadBatch { records, next: read.next, horizon: read.horizon, finished: false })
    }

    async fn wait(&self, arn: &Arn, shard: ShardId, from: u64) -> Result<(), FlowError> {
        self.log.wait(Self::uid(arn, shard)?, from).await.map_err(read_failed)
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
        let shard = Self::uid(target, ShardId(0))?;
        let payloads = records
            .iter()
            .map(|record| StoredRecord::encode_parts(&record.partition_key, &record.data))
            .collect();
        let producer = producer.map(Producer::from);
        let batch = AppendBatch { producer, appends: vec![ShardAppend { shard, payloads }] };
        match self.log.append(batch).await {
            Ok(_) => Ok(()),
            Err(AppendError::Duplicate { next }) => Err(FlowError::Overlap { next }),
            Err(error) => Err(FlowError::Refused(error.to_string())),
        }
    }

    async fn producer_next(&self, producer_id: &str) -> Result<u64, FlowError> {
        Ok(self.log.producer_next(producer_id))
    }
}

pub struct Fixture {
    pub analytics: Arc<Analytics>,
    pub clock: Arc<VirtualClock>,
    pub env: Env,
    pub streams: Arc<Streams>,
    pub blobs: Arc<MemoryBlobStore>,
    meta: Arc<dyn MetaStore>,
    api: ServiceApi,
    _directory: tempfile::TempDir,
}

impl Fixture {
    pub async fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let (env, clock) = Env::virtual_at(START, 1);
        let meta: Arc<dyn MetaStore> =
            Arc::new(SqliteStore::open(&directory.path().join("meta.sqlite")).unwrap());
        let streams = Streams::open(Arc::new(MemoryLog::new(Arc::clone(&env.clock)))).await;
        let blobs = Arc::new(MemoryBlobStore::new(Arc::clone(&env.clock)));
        let seams = Seams {
            source: streams.clone(),
            sink: streams.clone(),
            blobs: blobs.clone(),
            meta: Arc::clone(&meta),
        };
        let analytics = Analytics::open(seams, Identity::default(), env.clone()).await.unwrap();
        let api = crate::api(&analytics);
        Self { analytics, clock, env, streams, blobs, meta, api, _directory: directory }
    }

    /// As `kill -9` and a new process: the runner ends between any two awaits, a new service
    /// opens over the same log and store.
    pub async fn crash(&mut self) {
        self.env.shutdown.begin();
        self.analytics.finished().await;
        self.env.shutdown = levada_env::Shutdown::new();
        let seams = Seams {
            source: self.streams.clone(),
            sink: self.streams.clone(),
            blobs: self.blobs.clone(),
            meta: Arc::clone(&self.meta),
        };
        let env = self.env.clone();
        self.analytics = Analytics::open(seams, Identity::default(), env).await.unwrap();
        self.api = crate::api(&self.analytics);
    }

    pub async fn call(&self, operation: &str, input: Json) -> Result<Json, AwsError> {
        let caller = Caller {
            access_key: None,
            identity: Identity::default(),
            request_id: "r".to_owned(),
            producer: None,
        };
        let body = Document::Json(input.to_string().into());
        let answer = self.api.call(operation, caller, body, AnswerForm::Json).await.unwrap()?;
        Ok(serde_json::from_slice(&answer).unwrap())
    }

    /// The same after the clock has moved and the runner has taken `steps` steps of what follows
    /// from it: between a read and its rows' delivery, or between delivery and checkpoint.
    pub async fn crash_amid(&mut self, span: Duration, steps: u32) {
        self.clock.advance(span);
        for step in 0..steps {
            tokio::task::yield_now().await;
            if step % 3 == 2 {
                tokio::time::sleep(Duration::from_micros(100)).await;
            }
        }
        self.crash().await;
    }

    pub async fn code(&self, operation: &str, input: Json) -> String {
        self.call(operation, input).await.unwrap_err().code.into_owned()
    }

    pub async fn status(&self) -> &'static str {
        self.analytics.describe("app").await.unwrap().status.name()
    }

    /// Lets the clock run until the application has this state.
    pub async fn reach(&self, status: &str) {
        for _ in 0..1_000 {
            if self.status().await == status {
                return;
            }
            self.run_for(Duration::from_millis(20)).await;
        }
        panic!("the state is {}, not {status}", self.status().await);
    }

    pub async fn put(&self, shard: u32, data: &str) {
        let payloads = vec![StoredRecord::encode_parts("k", data.as_bytes())];
        let appends = vec![ShardAppend { shard: ShardUid(u64::from(shard)), payloads }];
        self.streams.log.append(AppendBatch { producer: None, appends }).await.unwrap();
    }

    pub async fn put_object(&self, bucket: &str, key: &str, content: &str) {
        let bucket = BucketName::parse(bucket).unwrap();
        // It may be there already.
        let _ = self.blobs.create_bucket(&bucket).await;
        let content = Bytes::copy_from_slice(content.as_bytes());
        self.blobs.put(&bucket, &ObjectKey::parse(key).unwrap(), content).await.unwrap();
    }

    /// Moves the clock on in small steps and lets every task run in between.
    pub async fn run_for(&self, span: Duration) {
        let end = self.env.clock.now().plus(span);
        let step = (span / 8).max(Duration::from_millis(500));
        while self.env.clock.now() < end {
            let left = end.since(self.env.clock.now());
            self.clock.advance(left.min(step));
            self.settle_tasks().await;
        }
    }

    async fn settle_tasks(&self) {
        // The control store answers from threads of its own; yielding alone would not wait.
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
        tokio::time::sleep(Duration::from_micros(200)).await;
    }

    /// Everything in the stream `out` as soon as there are `count` records: a busy machine may
    /// be slow to give the runner its turn, however far the clock has moved.
    pub async fn outputs(&self, count: usize) -> Vec<String> {
        for _ in 0..2_000 {
            let output = self.output().await;
            if output.len() >= count {
                return output;
            }
            self.run_for(Duration::from_millis(10)).await;
        }
        self.output().await
    }

    /// Everything in the stream `out`.
    pub async fn output(&self) -> Vec<String> {
        let uid = ShardUid(u64::from(SHARD_COUNT));
        let read = self.streams.log.read(uid, 0, usize::MAX, usize::MAX).await.unwrap();
        let text = |payload: &Bytes| {
            let data = StoredRecord::decode(payload).unwrap().data;
            String::from_utf8(data.to_vec()).unwrap()
        };
        read.entries.iter().map(|entry| text(&entry.payload)).collect()
    }
}

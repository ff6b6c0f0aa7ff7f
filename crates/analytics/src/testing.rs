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
    Arn, FlowError, FunctionInvoker, HashRange, Identity, InvokeOutcome, OutgoingRecord,
    ProducerId, ReadBatch, RecordSink, RecordSource, ShardId, ShardUid, SourceRecord, SourceShard,
    StartAt, StoredRecord, Timestamp,
};
use levada_wire::{AnswerForm, AwsError, Caller, Document, ServiceApi};
use serde_json::Value as Json;

use crate::service::{Analytics, Seams};

pub const START: Timestamp = Timestamp(1_541_066_400_000);
const WEEK: Duration = Duration::from_secs(7 * 86_400);

/// The stream `in`, whose shards can be split, and any number of streams `out…` with one shard
/// each, over one log.
pub struct Streams {
    pub log: Arc<dyn RecordLog>,
    shards: parking_lot::Mutex<Vec<Shard>>,
}

struct Shard {
    shard: SourceShard,
    is_closed: bool,
}

const SHARD_COUNT: u32 = 2;
const SHARDS_MAX: u64 = 16;
const OUTPUTS_MAX: u64 = 4;

impl Streams {
    async fn open(log: Arc<dyn RecordLog>) -> Arc<Self> {
        for uid in 0..SHARDS_MAX + OUTPUTS_MAX {
            log.open_shard(ShardUid(uid), WEEK).await.unwrap();
        }
        let range = HashRange::tile(1)[0];
        let open = |id| Shard {
            shard: SourceShard { id: ShardId(id), range, parents: Vec::new() },
            is_closed: false,
        };
        let shards = parking_lot::Mutex::new((0..SHARD_COUNT).map(open).collect());
        Arc::new(Self { log, shards })
    }

    /// Closes a shard and opens two with its halves of the hash keys; gives the first one's id.
    pub fn split(&self, shard: u32) -> u32 {
        let mut shards = self.shards.lock();
        let next = shards.len() as u32;
        shards[shard as usize].is_closed = true;
        let halves = HashRange::tile(2);
        for (place, range) in halves.into_iter().enumerate() {
            let id = ShardId(next + place as u32);
            let shard = SourceShard { id, range, parents: vec![ShardId(shard)] };
            shards.push(Shard { shard, is_closed: false });
        }
        next
    }

    /// `out` is the first output, `out1` the second, and so on.
    fn uid(arn: &Arn, shard: ShardId) -> Result<ShardUid, FlowError> {
        let name = arn.resource_name();
        let missing = || FlowError::NotFound(arn.to_string());
        if name == "in" {
            return Ok(ShardUid(u64::from(shard.0)));
        }
        let number = name.strip_prefix("out").ok_or_else(missing)?;
        let number = if number.is_empty() { 0 } else { number.parse().map_err(|_| missing())? };
        Ok(ShardUid(SHARDS_MAX + number))
    }

    pub async fn output(&self, stream: &str) -> Vec<String> {
        let uid = Self::uid(&Identity::default().stream(stream), ShardId(0)).unwrap();
        let read = self.log.read(uid, 0, usize::MAX, usize::MAX).await.unwrap();
        let text = |payload: &Bytes| {
            let data = StoredRecord::decode(payload).unwrap().data;
            String::from_utf8(data.to_vec()).unwrap()
        };
        read.entries.iter().map(|entry| text(&entry.payload)).collect()
    }
}

fn read_failed(error: ReadError) -> FlowError {
    FlowError::Retry(error.to_string())
}

#[async_trait]
impl RecordSource for Streams {
    async fn shards(&self, source: &Arn) -> Result<Vec<SourceShard>, FlowError> {
        Self::uid(source, ShardId(0))?;
        Ok(self.shards.lock().iter().map(|shard| shard.shard.clone()).collect())
    }

    async fn position(&self, arn: &Arn, shard: ShardId, at: StartAt) -> Result<u64, FlowError> {
        let tip = self.log.tip(Self::uid(arn, shard)?).map_err(read_failed)?;
        let StartAt::Time(time) = at else {
            return Ok(if at == StartAt::TrimHorizon { tip.first } else { tip.next });
        };
        let read = self.log.read(Self::uid(arn, shard)?, 0, usize::MAX, usize::MAX).await;
        let entries = read.map_err(read_failed)?.entries;
        Ok(entries.iter().find(|e| e.arrived >= time).map_or(tip.next, |entry| entry.index))
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
        let records = read.entries.into_iter().map(|entry| {
            let StoredRecord { partition_key, data } =
                StoredRecord::decode(&entry.payload).unwrap();
            let (index, arrived) = (entry.index, entry.arrived);
            SourceRecord { index, sequence_number: index.to_string(), partition_key, arrived, data }
        });
        let records = records.collect();
        let is_closed = self.shards.lock().get(shard.0 as usize).is_some_and(|s| s.is_closed);
        let finished = is_closed && read.next >= self.log.tip(uid).map_err(read_failed)?.next;
        Ok(ReadBatch { records, next: read.next, horizon: read.horizon, finished })
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

/// What the one test function answers to an event; an error makes the call fail.
type Answer = Box<dyn FnMut(Json) -> Result<Json, String> + Send>;

/// A function that answers as the test says, and remembers its events.
#[derive(Default)]
pub struct TestFunctions {
    pub answer: parking_lot::Mutex<Option<Answer>>,
    pub events: parking_lot::Mutex<Vec<Json>>,
}

impl TestFunctions {
    pub fn set(&self, answer: impl FnMut(Json) -> Result<Json, String> + Send + 'static) {
        *self.answer.lock() = Some(Box::new(answer));
    }
}

#[async_trait]
impl FunctionInvoker for TestFunctions {
    async fn invoke(&self, _: &Arn, payload: Bytes) -> Result<InvokeOutcome, FlowError> {
        let event: Json = serde_json::from_slice(&payload).unwrap();
        self.events.lock().push(event.clone());
        let outcome = self.answer.lock().as_mut().map(|answer| answer(event));
        match outcome {
            None => Err(FlowError::NotFound("the function".into())),
            Some(Ok(answer)) => {
                Ok(InvokeOutcome { payload: answer.to_string().into(), function_error: None })
            }
            Some(Err(kind)) => {
                Ok(InvokeOutcome { payload: Bytes::from_static(b"{}"), function_error: Some(kind) })
            }
        }
    }
}

pub struct Fixture {
    pub analytics: Arc<Analytics>,
    pub clock: Arc<VirtualClock>,
    pub env: Env,
    pub streams: Arc<Streams>,
    pub blobs: Arc<MemoryBlobStore>,
    pub functions: Arc<TestFunctions>,
    meta: Arc<dyn MetaStore>,
    api: ServiceApi,
    api_v2: ServiceApi,
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
        let functions = Arc::new(TestFunctions::default());
        let seams = Seams {
            source: streams.clone(),
            sink: streams.clone(),
            invoker: functions.clone(),
            blobs: blobs.clone(),
            meta: Arc::clone(&meta),
        };
        let analytics = Analytics::open(seams, Identity::default(), env.clone()).await.unwrap();
        let (api, api_v2) = (crate::api(&analytics), crate::api_v2(&analytics));
        let _directory = directory;
        Self { analytics, clock, env, streams, blobs, functions, meta, api, api_v2, _directory }
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
            invoker: self.functions.clone(),
            blobs: self.blobs.clone(),
            meta: Arc::clone(&self.meta),
        };
        let env = self.env.clone();
        self.analytics = Analytics::open(seams, Identity::default(), env).await.unwrap();
        self.api = crate::api(&self.analytics);
        self.api_v2 = crate::api_v2(&self.analytics);
    }

    pub async fn call(&self, operation: &str, input: Json) -> Result<Json, AwsError> {
        call(&self.api, operation, input).await
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
        self.put_bytes(shard, data.as_bytes()).await;
    }

    pub async fn put_bytes(&self, shard: u32, data: &[u8]) {
        let payloads = vec![StoredRecord::encode_parts("k", data)];
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

    /// Lets the clock run until everything that arrived before `time` is computed and delivered.
    pub async fn reach_time(&self, time: Timestamp) {
        for _ in 0..5_000 {
            if let Some(figures) = self.analytics.figures("app").await.unwrap() {
                let mut outputs = figures.outputs.values();
                let is_delivered = outputs.all(|output| output.delivered == output.rows);
                if figures.watermark_ms >= time.as_millis() && is_delivered {
                    return;
                }
            }
            self.run_for(Duration::from_millis(100)).await;
        }
        panic!("the application does not come to {time:?}");
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
        self.streams.output("out").await
    }

    pub async fn call_v2(&self, operation: &str, input: Json) -> Result<Json, AwsError> {
        call(&self.api_v2, operation, input).await
    }
}

async fn call(api: &ServiceApi, operation: &str, input: Json) -> Result<Json, AwsError> {
    let caller = Caller {
        access_key: None,
        identity: Identity::default(),
        request_id: "r".to_owned(),
        producer: None,
    };
    let body = Document::Json(input.to_string().into());
    let answer = api.call(operation, caller, body, AnswerForm::Json).await.unwrap()?;
    Ok(serde_json::from_slice(&answer).unwrap())
}

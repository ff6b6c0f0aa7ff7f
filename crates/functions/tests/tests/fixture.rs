//! A functions service in a temporary directory, and a stream that lives in memory.
//! Does not: hold tests.

use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use levada_blob::{BlobError, BlobStore, BucketName, Listing, ObjectFacts, ObjectKey};
use levada_env::{Env, RealClock, ScaledClock, Shutdown, SystemRandom};
use levada_functions::{Code, FunctionName, Functions, Invoked, NewFunction, Options, Runtime};
use levada_meta::SqliteStore;
use levada_types::{
    Arn, FlowError, HashRange, Identity, ReadBatch, RecordSource, ShardId, SourceRecord,
    SourceShard, StartAt, Timestamp,
};
use parking_lot::Mutex;
use tokio::sync::watch;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub fn zip_of(files: &[(&str, &str)]) -> Bytes {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner().into()
}

/// Real machine time; product time a hundred times as fast, so that retries do not take long.
pub fn env() -> Env {
    let real: Arc<dyn levada_env::Clock> = Arc::new(RealClock);
    Env {
        clock: Arc::new(ScaledClock::new(real.now(), real.now(), 100.0)),
        machine_clock: real,
        random: Arc::new(SystemRandom),
        shutdown: Shutdown::new(),
    }
}

struct NoObjects;

#[async_trait]
impl BlobStore for NoObjects {
    async fn create_bucket(&self, bucket: &BucketName) -> Result<(), BlobError> {
        Err(BlobError::NoSuchBucket(bucket.as_str().into()))
    }
    async fn delete_bucket(&self, bucket: &BucketName) -> Result<(), BlobError> {
        Err(BlobError::NoSuchBucket(bucket.as_str().into()))
    }
    async fn buckets(&self) -> Result<Vec<BucketName>, BlobError> {
        Ok(Vec::new())
    }
    async fn put(
        &self,
        bucket: &BucketName,
        _: &ObjectKey,
        _: Bytes,
    ) -> Result<ObjectFacts, BlobError> {
        Err(BlobError::NoSuchBucket(bucket.as_str().into()))
    }
    async fn get(&self, bucket: &BucketName, _: &ObjectKey) -> Result<Bytes, BlobError> {
        Err(BlobError::NoSuchBucket(bucket.as_str().into()))
    }
    async fn head(&self, bucket: &BucketName, _: &ObjectKey) -> Result<ObjectFacts, BlobError> {
        Err(BlobError::NoSuchBucket(bucket.as_str().into()))
    }
    async fn delete(&self, bucket: &BucketName, _: &ObjectKey) -> Result<(), BlobError> {
        Err(BlobError::NoSuchBucket(bucket.as_str().into()))
    }
    async fn list(
        &self,
        bucket: &BucketName,
        _: &str,
        _: Option<&str>,
        _: usize,
    ) -> Result<Listing, BlobError> {
        Err(BlobError::NoSuchBucket(bucket.as_str().into()))
    }
}

#[derive(Clone, Default)]
struct Shard {
    parents: Vec<ShardId>,
    records: Vec<SourceRecord>,
    closed: bool,
}

/// Shards with dense indexes; everybody who waits is woken by every change.
pub struct MemoryStream {
    shards: Mutex<Vec<Shard>>,
    changed: watch::Sender<u64>,
}

impl MemoryStream {
    pub fn with_shards(count: usize) -> Arc<Self> {
        let shards = Mutex::new(vec![Shard::default(); count]);
        Arc::new(Self { shards, changed: watch::Sender::new(0) })
    }

    pub fn put(&self, shard: u32, data: &str) {
        let mut shards = self.shards.lock();
        let records = &mut shards[shard as usize].records;
        let index = records.len() as u64;
        records.push(SourceRecord {
            index,
            sequence_number: format!("{shard}{index:08}"),
            partition_key: "k".into(),
            arrived: Timestamp(1_000),
            data: Bytes::copy_from_slice(data.as_bytes()),
        });
        self.changed.send_modify(|n| *n += 1);
    }

    /// Closes `shard` and answers its one child.
    pub fn replace(&self, shard: u32) -> u32 {
        let mut shards = self.shards.lock();
        shards[shard as usize].closed = true;
        shards.push(Shard { parents: vec![ShardId(shard)], ..Shard::default() });
        self.changed.send_modify(|n| *n += 1);
        u32::try_from(shards.len() - 1).unwrap()
    }
}

#[async_trait]
impl RecordSource for MemoryStream {
    async fn shards(&self, source: &Arn) -> Result<Vec<SourceShard>, FlowError> {
        if source.resource != "stream/s" {
            return Err(FlowError::NotFound(source.to_string()));
        }
        let shards = self.shards.lock();
        let shard = |(id, shard): (usize, &Shard)| SourceShard {
            id: ShardId(u32::try_from(id).unwrap()),
            range: HashRange::tile(1)[0],
            parents: shard.parents.clone(),
        };
        Ok(shards.iter().enumerate().map(shard).collect())
    }

    async fn position(&self, _: &Arn, id: ShardId, start: StartAt) -> Result<u64, FlowError> {
        let shards = self.shards.lock();
        let end = shards[id.0 as usize].records.len() as u64;
        Ok(if start == StartAt::Latest { end } else { 0 })
    }

    async fn read(
        &self,
        _: &Arn,
        id: ShardId,
        from: u64,
        records_max: usize,
    ) -> Result<ReadBatch, FlowError> {
        let shards = self.shards.lock();
        let shard = &shards[id.0 as usize];
        let later = shard.records.iter().skip(usize::try_from(from).unwrap());
        let records: Vec<SourceRecord> = later.take(records_max).cloned().collect();
        let next = from + records.len() as u64;
        let finished = shard.closed && next >= shard.records.len() as u64;
        Ok(ReadBatch { records, next, horizon: Timestamp(0), finished })
    }

    async fn wait(&self, _: &Arn, id: ShardId, from: u64) -> Result<(), FlowError> {
        let mut changed = self.changed.subscribe();
        let readable = |_: &u64| {
            let shards = self.shards.lock();
            let shard = &shards[id.0 as usize];
            shard.closed || shard.records.len() as u64 > from
        };
        let _ = changed.wait_for(readable).await;
        Ok(())
    }
}

pub async fn open(dir: &Path, stream: &Arc<MemoryStream>, env: &Env) -> Arc<Functions> {
    let meta = Arc::new(SqliteStore::open(&dir.join("meta.db")).unwrap());
    let options = Options {
        dir: dir.join("functions"),
        endpoint_url: "http://127.0.0.1:4566".into(),
        region: "eu-central-1".into(),
        python: None,
        environment: vec![("EXTRA".into(), "given".into())],
    };
    let source: Arc<dyn RecordSource> = Arc::clone(stream) as _;
    let identity = Identity::default();
    Functions::open(options, source, meta, Arc::new(NoObjects), identity, env.clone())
        .await
        .unwrap()
}

pub fn name(text: &str) -> FunctionName {
    FunctionName::parse(text, &Identity::default()).unwrap()
}

pub fn new_function(runtime: &str, files: &[(&str, &str)]) -> NewFunction {
    NewFunction {
        name: name("f"),
        runtime: Runtime::parse(runtime).unwrap(),
        role: "arn:aws:iam::000000000000:role/r".into(),
        handler: "app.handler".into(),
        description: String::new(),
        timeout_secs: 20,
        memory_mib: 128,
        environment: [("SETTING".to_owned(), "set".to_owned())].into(),
        code: Code::Zip(zip_of(files)),
    }
}

/// A service with one Python function `f` whose module is `text`.
pub struct Fixture {
    pub dir: tempfile::TempDir,
    pub env: Env,
    pub stream: Arc<MemoryStream>,
    pub functions: Arc<Functions>,
}

impl Fixture {
    pub async fn with_python(text: &str) -> Self {
        Self::with(new_function("python3.12", &[("app.py", text)])).await
    }

    pub async fn with(new: NewFunction) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (env, stream) = (env(), MemoryStream::with_shards(2));
        let functions = open(dir.path(), &stream, &env).await;
        functions.create(new).await.unwrap();
        Self { dir, env, stream, functions }
    }

    pub async fn invoke(&self, payload: &str) -> Invoked {
        let payload = Bytes::copy_from_slice(payload.as_bytes());
        self.functions.invoke_now(&name("f"), payload).await.unwrap()
    }

    pub async fn answer(&self, payload: &str) -> serde_json::Value {
        serde_json::from_slice(&self.invoke(payload).await.payload).unwrap()
    }
}

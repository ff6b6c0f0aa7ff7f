//! A service over a memory log and a store in a temporary directory, for this crate's tests.
//! Does not: leave anything behind.

use std::sync::Arc;

use bytes::Bytes;
use levada_env::{Env, VirtualClock};
use levada_log::{MemoryLog, RecordLog};
use levada_meta::SqliteStore;
use levada_types::{Identity, StreamName, Timestamp};

use crate::append::{NewRecord, Placed};
use crate::service::{NewStream, Options, Streams};
use crate::stream::Stream;

pub const START: Timestamp = Timestamp(1_700_000_000_000);

pub struct Fixture {
    pub streams: Arc<Streams>,
    pub log: Arc<dyn RecordLog>,
    pub memory_log: Arc<MemoryLog>,
    pub clock: Arc<VirtualClock>,
    meta: Arc<SqliteStore>,
    env: Env,
    options: Options,
    _dir: tempfile::TempDir,
}

pub fn name(text: &str) -> StreamName {
    StreamName::try_from(text.to_owned()).unwrap()
}

pub fn record(partition_key: &str, data: &str) -> NewRecord {
    NewRecord {
        partition_key: partition_key.into(),
        explicit_hash_key: None,
        data: Bytes::copy_from_slice(data.as_bytes()),
    }
}

async fn open(
    log: Arc<dyn RecordLog>,
    meta: Arc<SqliteStore>,
    env: Env,
    options: Options,
) -> Arc<Streams> {
    Streams::open_with(log, meta, Identity::default(), env, options).await.unwrap()
}

impl Fixture {
    pub async fn new() -> Self {
        Self::with(Options::default()).await
    }

    pub async fn with(options: Options) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (env, clock) = Env::virtual_at(START, 1);
        let meta = Arc::new(SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap());
        let memory_log = Arc::new(MemoryLog::new(Arc::clone(&env.clock)));
        let log: Arc<dyn RecordLog> = memory_log.clone();
        let streams = open(Arc::clone(&log), meta.clone(), env.clone(), options.clone()).await;
        Self { streams, log, memory_log, clock, meta, env, options, _dir: dir }
    }

    /// A second service over the same log and store, as after a restart.
    pub async fn reopen(&self) -> Arc<Streams> {
        let (log, meta) = (Arc::clone(&self.log), self.meta.clone());
        open(log, meta, self.env.clone(), self.options.clone()).await
    }

    pub async fn create(&self, text: &str, shard_count: u32) -> Arc<Stream> {
        self.streams.create(NewStream::provisioned(name(text), shard_count)).await.unwrap()
    }

    pub async fn put(&self, stream: &Arc<Stream>, data: &[&str]) -> Vec<Placed> {
        let records: Vec<_> = data.iter().map(|text| record(text, text)).collect();
        self.streams.append(stream, &records, None).await.unwrap()
    }
}

//! A service over a memory log and a store in a temporary directory, for this crate's tests.
//! Does not: leave anything behind.

use std::sync::Arc;

use bytes::Bytes;
use levada_env::{Env, VirtualClock};
use levada_log::{MemoryLog, RecordLog};
use levada_meta::SqliteStore;
use levada_types::{Identity, StreamName, Timestamp};

use crate::append::{NewRecord, Placed};
use crate::service::{NewStream, Streams};
use crate::stream::Stream;

pub const START: Timestamp = Timestamp(1_700_000_000_000);

pub struct Fixture {
    pub streams: Arc<Streams>,
    pub log: Arc<dyn RecordLog>,
    pub clock: Arc<VirtualClock>,
    meta: Arc<SqliteStore>,
    env: Env,
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

impl Fixture {
    pub async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (env, clock) = Env::virtual_at(START, 1);
        let meta = Arc::new(SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap());
        let log: Arc<dyn RecordLog> = Arc::new(MemoryLog::new(Arc::clone(&env.clock)));
        let streams =
            Streams::open(Arc::clone(&log), meta.clone(), Identity::default(), env.clone())
                .await
                .unwrap();
        Self { streams, log, clock, meta, env, _dir: dir }
    }

    /// A second service over the same log and store, as after a restart.
    pub async fn reopen(&self) -> Arc<Streams> {
        let (log, meta) = (Arc::clone(&self.log), self.meta.clone());
        Streams::open(log, meta, Identity::default(), self.env.clone()).await.unwrap()
    }

    pub async fn create(&self, text: &str, shard_count: u32) -> Arc<Stream> {
        self.streams.create(NewStream::provisioned(name(text), shard_count)).await.unwrap()
    }

    pub async fn put(&self, stream: &Arc<Stream>, data: &[&str]) -> Vec<Placed> {
        let records: Vec<_> = data.iter().map(|text| record(text, text)).collect();
        self.streams.append(stream, &records, None).await.unwrap()
    }
}

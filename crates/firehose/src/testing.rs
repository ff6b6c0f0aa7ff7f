//! A service over a memory log, a memory object store and a control store in a temporary
//! directory, for this crate's tests.
//! Does not: leave anything behind.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use levada_blob::{BlobStore, BucketName, MemoryBlobStore};
use levada_destinations::DestinationConfig;
use levada_destinations::s3::{Buffering, Compression, S3Config};
use levada_env::{Env, Shutdown, VirtualClock};
use levada_log::{MemoryLog, RecordLog};
use levada_meta::{MetaStore, SqliteStore};
use levada_types::{Identity, Timestamp};

use crate::service::{Firehose, NewDeliveryStream};
use crate::store::Store;
use crate::stream::{DeliveryStream, DeliveryStreamName};

pub const START: Timestamp = Timestamp(1_700_000_000_000);

pub struct Fixture {
    pub firehose: Arc<Firehose>,
    pub log: Arc<dyn RecordLog>,
    pub blob: Arc<MemoryBlobStore>,
    pub clock: Arc<VirtualClock>,
    pub store: Store,
    meta: Arc<dyn MetaStore>,
    env: Env,
    _dir: tempfile::TempDir,
}

pub fn name(text: &str) -> DeliveryStreamName {
    DeliveryStreamName::parse(text).unwrap()
}

pub fn bucket() -> BucketName {
    BucketName::parse("archive").unwrap()
}

pub fn s3(size_mib: u32, interval_secs: u32) -> S3Config {
    S3Config {
        bucket: "archive".to_owned(),
        role_arn: "arn:aws:iam::000000000000:role/firehose".to_owned(),
        prefix: Some("tolls/".to_owned()),
        error_output_prefix: None,
        buffering: Buffering { size_mib, interval_secs },
        compression: Compression::Uncompressed,
        file_extension: None,
        time_zone: None,
    }
}

impl Fixture {
    pub async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (env, clock) = Env::virtual_at(START, 1);
        let meta: Arc<dyn MetaStore> =
            Arc::new(SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap());
        let log: Arc<dyn RecordLog> = Arc::new(MemoryLog::new(Arc::clone(&env.clock)));
        let blob = Arc::new(MemoryBlobStore::new(Arc::clone(&env.clock)));
        blob.create_bucket(&bucket()).await.unwrap();
        let (id, store) = (Identity::default(), Store::new(Arc::clone(&meta)));
        let firehose =
            Firehose::open(log.clone(), meta.clone(), blob.clone(), id, env.clone()).await;
        let firehose = firehose.unwrap();
        Self { firehose, log, blob, clock, store, meta, env, _dir: dir }
    }

    /// Stops delivery at whatever point it has reached.
    pub async fn crash(&mut self) {
        self.env.shutdown.begin();
        self.env.shutdown = Shutdown::new();
        self.settle().await;
    }

    /// Stops the service as a crash does, and opens it again over the same stores.
    pub async fn crash_and_reopen(&mut self) {
        self.crash().await;
        let (log, meta, blob) = (self.log.clone(), self.meta.clone(), self.blob.clone());
        let opened = Firehose::open(log, meta, blob, Identity::default(), self.env.clone()).await;
        self.firehose = opened.unwrap();
    }

    pub async fn create(&self, text: &str, config: S3Config) -> Arc<DeliveryStream> {
        let destination = DestinationConfig::S3(config);
        let wanted = NewDeliveryStream { name: name(text), tags: Default::default(), destination };
        self.firehose.create(wanted).await.unwrap()
    }

    pub async fn put(&self, stream: &DeliveryStream, texts: &[&str]) {
        let records = texts.iter().map(|text| Bytes::copy_from_slice(text.as_bytes())).collect();
        self.firehose.put(stream, records, None).await.unwrap();
    }

    /// Keys and contents in the bucket.
    pub async fn objects(&self) -> Vec<(String, Bytes)> {
        let listing = self.blob.list(&bucket(), "", None, 1_000).await.unwrap();
        let mut objects = Vec::new();
        for facts in listing.objects {
            let content = self.blob.get(&bucket(), &facts.key).await.unwrap();
            objects.push((facts.key.as_str().to_owned(), content));
        }
        objects
    }

    /// Waits until there are `count` objects and the checkpoint has passed them.
    pub async fn delivered(
        &self,
        stream: &DeliveryStream,
        next: u64,
        count: usize,
    ) -> Vec<(String, Bytes)> {
        let key = crate::store::shard_key(stream.shard);
        // The stores answer from threads of their own, which virtual time does not move.
        for _ in 0..5_000 {
            let cursor = self.store.cursors.get(&key).await.unwrap();
            if cursor.is_some_and(|c| c.value.next >= next && c.value.pending.is_none()) {
                let objects = self.objects().await;
                assert_eq!(objects.len(), count, "{objects:?}");
                return objects;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        panic!("not delivered up to {next}: {:?}", self.objects().await);
    }

    /// Lets tasks run that have nothing to wait for but each other.
    pub async fn settle(&self) {
        for _ in 0..20 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

//! `MemoryBlobStore`: the same promises but durability, for tests of the services above.
//! Does not: write anything anywhere.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use levada_env::Clock;
use md5::{Digest, Md5};
use parking_lot::Mutex;

use crate::{BlobError, BlobStore, BucketName, Listing, ObjectFacts, ObjectKey};

pub struct MemoryBlobStore {
    clock: Arc<dyn Clock>,
    buckets: Mutex<BTreeMap<BucketName, Bucket>>,
}

type Bucket = BTreeMap<ObjectKey, (ObjectFacts, Bytes)>;

impl MemoryBlobStore {
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, buckets: Mutex::default() }
    }

    fn with<T>(
        &self,
        bucket: &BucketName,
        act: impl FnOnce(&mut Bucket) -> T,
    ) -> Result<T, BlobError> {
        let mut buckets = self.buckets.lock();
        let found = buckets.get_mut(bucket);
        found.map(act).ok_or_else(|| BlobError::NoSuchBucket(bucket.as_str().to_owned()))
    }

    fn find(
        &self,
        bucket: &BucketName,
        key: &ObjectKey,
    ) -> Result<(ObjectFacts, Bytes), BlobError> {
        self.with(bucket, |objects| objects.get(key).cloned())?.ok_or_else(|| {
            BlobError::NoSuchKey {
                bucket: bucket.as_str().to_owned(),
                key: key.as_str().to_owned(),
            }
        })
    }
}

#[async_trait]
impl BlobStore for MemoryBlobStore {
    async fn create_bucket(&self, bucket: &BucketName) -> Result<(), BlobError> {
        let mut buckets = self.buckets.lock();
        if buckets.contains_key(bucket) {
            return Err(BlobError::BucketExists(bucket.as_str().to_owned()));
        }
        buckets.insert(bucket.clone(), Bucket::new());
        Ok(())
    }

    async fn delete_bucket(&self, bucket: &BucketName) -> Result<(), BlobError> {
        if self.with(bucket, |objects| !objects.is_empty())? {
            return Err(BlobError::BucketNotEmpty(bucket.as_str().to_owned()));
        }
        self.buckets.lock().remove(bucket);
        Ok(())
    }

    async fn buckets(&self) -> Result<Vec<BucketName>, BlobError> {
        Ok(self.buckets.lock().keys().cloned().collect())
    }

    async fn put(
        &self,
        bucket: &BucketName,
        key: &ObjectKey,
        content: Bytes,
    ) -> Result<ObjectFacts, BlobError> {
        let facts = ObjectFacts {
            key: key.clone(),
            size_bytes: content.len() as u64,
            modified: self.clock.now(),
            etag: hex::encode(Md5::digest(&content)),
        };
        self.with(bucket, |objects| objects.insert(key.clone(), (facts.clone(), content)))?;
        Ok(facts)
    }

    async fn get(&self, bucket: &BucketName, key: &ObjectKey) -> Result<Bytes, BlobError> {
        self.find(bucket, key).map(|(_, content)| content)
    }

    async fn head(&self, bucket: &BucketName, key: &ObjectKey) -> Result<ObjectFacts, BlobError> {
        self.find(bucket, key).map(|(facts, _)| facts)
    }

    async fn delete(&self, bucket: &BucketName, key: &ObjectKey) -> Result<(), BlobError> {
        self.with(bucket, |objects| objects.remove(key))?;
        Ok(())
    }

    async fn list(
        &self,
        bucket: &BucketName,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Listing, BlobError> {
        self.with(bucket, |objects| {
            let mut objects: Vec<ObjectFacts> = objects
                .iter()
                .filter(|(key, _)| key.as_str().starts_with(prefix))
                .filter(|(key, _)| after.is_none_or(|after| key.as_str() > after))
                .take(limit.saturating_add(1))
                .map(|(_, (facts, _))| facts.clone())
                .collect();
            let truncated = objects.len() > limit;
            objects.truncate(limit);
            Listing { objects, truncated }
        })
    }
}

//! Objects in memory, for tests.
//! Does not: survive anything.

use std::collections::BTreeMap;

use async_trait::async_trait;
use bytes::Bytes;
use levada_blob::{BlobError, BlobStore, BucketName, Listing, ObjectFacts, ObjectKey};
use levada_types::Timestamp;
use parking_lot::Mutex;

#[derive(Default)]
pub struct MemoryBlob {
    objects: Mutex<BTreeMap<(String, String), Bytes>>,
}

impl MemoryBlob {
    pub fn write(&self, bucket: &str, key: &str, content: impl Into<Bytes>) {
        self.objects.lock().insert((bucket.into(), key.into()), content.into());
    }

    fn facts(key: &ObjectKey, content: &Bytes) -> ObjectFacts {
        let size_bytes = content.len() as u64;
        ObjectFacts { key: key.clone(), size_bytes, modified: Timestamp::EPOCH, etag: "e".into() }
    }
}

#[async_trait]
impl BlobStore for MemoryBlob {
    async fn create_bucket(&self, _: &BucketName) -> Result<(), BlobError> {
        Ok(())
    }

    async fn delete_bucket(&self, _: &BucketName) -> Result<(), BlobError> {
        Ok(())
    }

    async fn buckets(&self) -> Result<Vec<BucketName>, BlobError> {
        Ok(Vec::new())
    }

    async fn put(
        &self,
        bucket: &BucketName,
        key: &ObjectKey,
        content: Bytes,
    ) -> Result<ObjectFacts, BlobError> {
        self.write(bucket.as_str(), key.as_str(), content.clone());
        Ok(Self::facts(key, &content))
    }

    async fn get(&self, bucket: &BucketName, key: &ObjectKey) -> Result<Bytes, BlobError> {
        let (bucket, key) = (bucket.as_str().to_owned(), key.as_str().to_owned());
        let found = self.objects.lock().get(&(bucket.clone(), key.clone())).cloned();
        found.ok_or(BlobError::NoSuchKey { bucket, key })
    }

    async fn head(&self, bucket: &BucketName, key: &ObjectKey) -> Result<ObjectFacts, BlobError> {
        Ok(Self::facts(key, &self.get(bucket, key).await?))
    }

    async fn delete(&self, bucket: &BucketName, key: &ObjectKey) -> Result<(), BlobError> {
        self.objects.lock().remove(&(bucket.as_str().into(), key.as_str().into()));
        Ok(())
    }

    async fn list(
        &self,
        bucket: &BucketName,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Listing, BlobError> {
        let objects = self.objects.lock();
        let mut found = objects.iter().filter(|((in_bucket, key), _)| {
            in_bucket == bucket.as_str()
                && key.starts_with(prefix)
                && after.is_none_or(|after| key.as_str() > after)
        });
        let page = found.by_ref().take(limit);
        let page =
            page.map(|((_, key), content)| Ok(Self::facts(&ObjectKey::parse(key)?, content)));
        let objects = page.collect::<Result<_, BlobError>>()?;
        Ok(Listing { objects, truncated: found.next().is_some() })
    }
}

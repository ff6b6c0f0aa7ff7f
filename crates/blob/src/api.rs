//! `BlobStore`: what services may ask of object storage.
//! Does not: say where objects live.

use async_trait::async_trait;
use bytes::Bytes;
use levada_types::Timestamp;

/// A bucket's name by the S3 rules: 3 to 63 of a-z 0-9 . -, beginning and ending with one of
/// a-z 0-9, no two dots together.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BucketName(String);

/// An object's key: 1 to 1,024 bytes of UTF-8, no `.` or `..` path segment, no empty segment at
/// its start.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ObjectKey(String);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BlobError {
    #[error("bucket {0} does not exist")]
    NoSuchBucket(String),
    #[error("object {key} does not exist in bucket {bucket}")]
    NoSuchKey { bucket: String, key: String },
    #[error("bucket {0} already exists")]
    BucketExists(String),
    #[error("bucket {0} is not empty")]
    BucketNotEmpty(String),
    #[error("`{0}` is not a bucket name")]
    InvalidBucket(String),
    #[error("`{0}` is not an object key this store can keep")]
    InvalidKey(String),
    #[error("object storage failed: {0}")]
    Store(String),
}

impl BucketName {
    pub fn parse(text: &str) -> Result<Self, BlobError> {
        let edge = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        let legal =
            |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-');
        let good = (3..=63).contains(&text.len())
            && text.bytes().all(legal)
            && edge(text.bytes().next())
            && edge(text.bytes().last())
            && !text.contains("..");
        if good {
            Ok(Self(text.to_owned()))
        } else {
            Err(BlobError::InvalidBucket(text.to_owned()))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ObjectKey {
    pub fn parse(text: &str) -> Result<Self, BlobError> {
        let good = (1..=1024).contains(&text.len())
            && !text.starts_with('/')
            && !text.contains('\0')
            && text.split('/').all(|segment| segment != "." && segment != "..");
        if good { Ok(Self(text.to_owned())) } else { Err(BlobError::InvalidKey(text.to_owned())) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectFacts {
    pub key: ObjectKey,
    pub size_bytes: u64,
    pub modified: Timestamp,
    /// Lower-case hex, without quotes; the MD5 of the content where the store knows it.
    pub etag: String,
}

/// One page of keys in byte order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub objects: Vec<ObjectFacts>,
    /// More keys follow the last one given.
    pub truncated: bool,
}

#[async_trait]
pub trait BlobStore: Send + Sync + 'static {
    async fn create_bucket(&self, bucket: &BucketName) -> Result<(), BlobError>;
    async fn delete_bucket(&self, bucket: &BucketName) -> Result<(), BlobError>;
    async fn buckets(&self) -> Result<Vec<BucketName>, BlobError>;

    /// Replaces the object as a whole. Durable when it returns; a reader sees the old or the
    /// new content, never a mixture.
    async fn put(
        &self,
        bucket: &BucketName,
        key: &ObjectKey,
        content: Bytes,
    ) -> Result<ObjectFacts, BlobError>;

    async fn get(&self, bucket: &BucketName, key: &ObjectKey) -> Result<Bytes, BlobError>;
    /// At most `len` bytes from `offset` on; fewer where the object ends before.
    async fn get_range(
        &self,
        bucket: &BucketName,
        key: &ObjectKey,
        offset: u64,
        len: usize,
    ) -> Result<Bytes, BlobError> {
        let content = self.get(bucket, key).await?;
        let start = usize::try_from(offset).unwrap_or(usize::MAX).min(content.len());
        Ok(content.slice(start..start.saturating_add(len).min(content.len())))
    }

    async fn head(&self, bucket: &BucketName, key: &ObjectKey) -> Result<ObjectFacts, BlobError>;

    /// Deleting an absent object is not an error.
    async fn delete(&self, bucket: &BucketName, key: &ObjectKey) -> Result<(), BlobError>;

    /// Keys that begin with `prefix` and come after `after`, at most `limit`.
    async fn list(
        &self,
        bucket: &BucketName,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Listing, BlobError>;
}

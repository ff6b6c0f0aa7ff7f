//! Writes a batch as one object whose name is the batch's own.
//! Does not: list or read buckets.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::{Bytes, BytesMut};
use levada_blob::{BlobStore, BucketName, ObjectKey};
use levada_codec::gzip;
use levada_codec::object_name::{object_name, uuid_of};
use levada_codec::prefix::Context;

use crate::limits::{S3_RETRY_PAUSE_MAX, S3_RETRY_PAUSE_MIN};
use crate::s3::{Compression, S3Config};
use crate::{Batch, Destination, Outcome, Progress};

/// Where a batch's object goes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ObjectNames {
    /// The evaluated prefix and the name.
    pub key: String,
    /// The name alone.
    pub name: String,
}

/// Puts objects by one configuration; shared with destinations that copy from objects.
pub(crate) struct Writer {
    pub config: S3Config,
    pub blob: Arc<dyn BlobStore>,
}

impl Writer {
    pub fn names(&self, batch: &Batch) -> Result<ObjectNames, String> {
        let zone = self.config.zone().map_err(|e| e.to_string())?;
        let (prefix, _) = self.config.prefixes().map_err(|e| e.to_string())?;
        let identity = batch.identity();
        let seed = identity as u64;
        let context = Context { at: batch.oldest, zone, error_output_type: "", seed };
        let prefix = prefix.evaluate(&context).map_err(|e| e.to_string())?;
        let uuid = uuid_of(identity.to_be_bytes());
        let extension = self.config.extension();
        let name = object_name(&batch.stream, batch.version, batch.oldest, zone, &uuid, extension);
        Ok(ObjectNames { key: format!("{prefix}{name}"), name })
    }

    pub async fn put(&self, key: &str, content: Bytes) -> Result<(), String> {
        let bucket = BucketName::parse(&self.config.bucket).map_err(|e| e.to_string())?;
        let key = ObjectKey::parse(key).map_err(|e| e.to_string())?;
        self.blob.put(&bucket, &key, content).await.map(|_| ()).map_err(|e| e.to_string())
    }

    /// Writes the batch's object, over itself if it is already there.
    pub async fn write(&self, batch: &Batch) -> Result<ObjectNames, String> {
        let names = self.names(batch)?;
        let content = pack(batch, self.config.compression).await?;
        self.put(&names.key, content).await?;
        Ok(names)
    }
}

async fn pack(batch: &Batch, compression: Compression) -> Result<Bytes, String> {
    let mut content = BytesMut::with_capacity(batch.bytes());
    for record in &batch.records {
        content.extend_from_slice(&record.data);
    }
    match compression {
        Compression::Uncompressed => Ok(content.freeze()),
        // Up to 128 MiB: not on a thread that serves others.
        Compression::Gzip => tokio::task::spawn_blocking(move || gzip::compress(&content))
            .await
            .map_err(|error| format!("compressing failed: {error}")),
    }
}

/// Doubling, bounded.
pub(crate) fn pause(attempt: u32) -> Duration {
    S3_RETRY_PAUSE_MIN.saturating_mul(1 << attempt.min(16)).min(S3_RETRY_PAUSE_MAX)
}

pub struct S3 {
    writer: Writer,
}

impl S3 {
    pub fn new(config: S3Config, blob: Arc<dyn BlobStore>) -> Self {
        Self { writer: Writer { config, blob } }
    }
}

#[async_trait]
impl Destination for S3 {
    async fn deliver(&self, batch: &Batch, progress: Progress) -> Outcome {
        match self.writer.write(batch).await {
            Ok(_) => Outcome::Delivered,
            Err(why) => Outcome::Retry { after: pause(progress.attempt), why },
        }
    }
}

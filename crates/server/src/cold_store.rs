//! `BlobColdStore`: the record log's cold tier in a bucket of the object store.
//! Does not: retry; the log tries again.

use std::io;
use std::sync::Arc;
use std::sync::mpsc;

use bytes::Bytes;
use levada_blob::{BlobError, BlobStore, BucketName, ObjectKey};
use levada_log::ColdStore;
use tokio::runtime::{Builder, Runtime};

/// Names listed per call of the object store.
const PAGE: usize = 1000;

/// Calls block, and may come from any thread, one of the server's runtime included: the object
/// store is therefore driven by a small runtime of its own.
pub struct BlobColdStore {
    blobs: Arc<dyn BlobStore>,
    bucket: BucketName,
    runtime: Option<Runtime>,
}

fn failed(error: BlobError) -> io::Error {
    match error {
        BlobError::NoSuchKey { .. } | BlobError::NoSuchBucket(_) => {
            io::Error::new(io::ErrorKind::NotFound, error.to_string())
        }
        other => io::Error::other(other.to_string()),
    }
}

fn object(name: &str) -> io::Result<ObjectKey> {
    ObjectKey::parse(name).map_err(failed)
}

impl BlobColdStore {
    /// Creates the bucket where it is not there.
    pub fn open(blobs: Arc<dyn BlobStore>, bucket: &str) -> io::Result<Self> {
        let bucket = BucketName::parse(bucket).map_err(failed)?;
        let named = Builder::new_multi_thread().worker_threads(1).thread_name("cold-store").build();
        let store = Self { blobs, bucket: bucket.clone(), runtime: Some(named?) };
        match store.call(move |blobs, bucket| async move { blobs.create_bucket(&bucket).await }) {
            Err(error) if !store.has_bucket()? => Err(error),
            _ => Ok(store),
        }
    }

    fn has_bucket(&self) -> io::Result<bool> {
        let buckets = self.call(|blobs, _| async move { blobs.buckets().await })?;
        Ok(buckets.contains(&self.bucket))
    }

    /// Runs one call on the runtime of its own and waits for the answer.
    fn call<T, Calling>(
        &self,
        act: impl FnOnce(Arc<dyn BlobStore>, BucketName) -> Calling,
    ) -> io::Result<T>
    where
        T: Send + 'static,
        Calling: Future<Output = Result<T, BlobError>> + Send + 'static,
    {
        let gone = || io::Error::other("the cold store has stopped");
        let runtime = self.runtime.as_ref().ok_or_else(gone)?;
        let (answer, answered) = mpsc::channel();
        let calling = act(Arc::clone(&self.blobs), self.bucket.clone());
        runtime.spawn(async move {
            // Whoever asked waits below.
            let _ = answer.send(calling.await);
        });
        answered.recv().map_err(|_| gone())?.map_err(failed)
    }
}

impl Drop for BlobColdStore {
    fn drop(&mut self) {
        // A runtime may not be dropped the plain way on a thread of another one.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl ColdStore for BlobColdStore {
    fn put(&self, name: &str, content: Bytes) -> io::Result<()> {
        let key = object(name)?;
        let put = |blobs: Arc<dyn BlobStore>, bucket| async move {
            blobs.put(&bucket, &key, content).await
        };
        self.call(put).map(|_| ())
    }

    fn get_range(&self, name: &str, offset: u64, len: usize) -> io::Result<Bytes> {
        let key = object(name)?;
        let content = self.call(move |blobs, bucket| async move {
            blobs.get_range(&bucket, &key, offset, len).await
        })?;
        if content.len() == len { Ok(content) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }

    fn delete(&self, name: &str) -> io::Result<()> {
        let key = object(name)?;
        self.call(move |blobs, bucket| async move { blobs.delete(&bucket, &key).await })
    }

    fn list(&self, prefix: &str) -> io::Result<Vec<String>> {
        let mut names: Vec<String> = Vec::new();
        loop {
            let (prefix, after) = (prefix.to_owned(), names.last().cloned());
            let page = self.call(move |blobs, bucket| async move {
                blobs.list(&bucket, &prefix, after.as_deref(), PAGE).await
            })?;
            let found = page.objects.iter().map(|facts| facts.key.as_str().to_owned());
            names.extend(found);
            if !page.truncated || page.objects.is_empty() {
                return Ok(names);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use levada_blob::MemoryBlobStore;
    use levada_env::Env;

    use super::*;

    fn store() -> BlobColdStore {
        let blobs = Arc::new(MemoryBlobStore::new(Env::real().clock));
        BlobColdStore::open(blobs, "levada-cold").unwrap()
    }

    #[test]
    fn a_segment_is_stored_read_in_parts_listed_and_deleted() {
        let store = store();
        store.put("s/1.seg", Bytes::from_static(b"0123456789")).unwrap();
        store.put("t/1.seg", Bytes::from_static(b"x")).unwrap();
        assert_eq!(store.get_range("s/1.seg", 3, 4).unwrap(), "3456");
        let short = store.get_range("s/1.seg", 8, 4).unwrap_err();
        assert_eq!(short.kind(), io::ErrorKind::UnexpectedEof);
        assert_eq!(store.list("s/").unwrap(), ["s/1.seg"]);
        store.delete("s/1.seg").unwrap();
        store.delete("s/1.seg").unwrap();
        let gone = store.get_range("s/1.seg", 0, 1).unwrap_err();
        assert_eq!(gone.kind(), io::ErrorKind::NotFound);
    }

    #[tokio::test]
    async fn a_thread_of_a_runtime_may_call_and_drop_it() {
        let store = store();
        store.put("a", Bytes::from_static(b"1")).unwrap();
        assert_eq!(store.get_range("a", 0, 1).unwrap(), "1");
    }
}

//! What every object store promises, run against each of them.
//! Does not: test what only one of them can do, except where a name says so.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use bytes::Bytes;
use levada_blob::{BlobError, BlobStore, BucketName, LocalBlobStore, MemoryBlobStore, ObjectKey};
use levada_env::Env;
use levada_types::Timestamp;

const NOW: Timestamp = Timestamp(1_700_000_000_123);

fn env() -> Env {
    Env::virtual_at(NOW, 1).0
}

fn bucket() -> BucketName {
    BucketName::parse("archive").unwrap()
}

fn key(text: &str) -> ObjectKey {
    ObjectKey::parse(text).unwrap()
}

/// Both stores, each with the bucket `archive`.
async fn stores(dir: &tempfile::TempDir) -> Vec<Arc<dyn BlobStore>> {
    let stores: Vec<Arc<dyn BlobStore>> = vec![
        Arc::new(LocalBlobStore::open(dir.path().join("blobs"), env()).unwrap()),
        Arc::new(MemoryBlobStore::new(env().clock)),
    ];
    for store in &stores {
        store.create_bucket(&bucket()).await.unwrap();
    }
    stores
}

#[tokio::test]
async fn an_object_reads_back_as_it_was_written() {
    let dir = tempfile::tempdir().unwrap();
    for store in stores(&dir).await {
        for name in ["plain.txt", "a/b c/%41/ü=1&x:y", "folder/", "a//b", "~.hidden"] {
            let content = Bytes::from(format!("content of {name}"));
            let put = store.put(&bucket(), &key(name), content.clone()).await.unwrap();
            assert_eq!(store.get(&bucket(), &key(name)).await.unwrap(), content);
            let head = store.head(&bucket(), &key(name)).await.unwrap();
            assert_eq!(head, put);
            assert_eq!((head.size_bytes, head.modified), (content.len() as u64, NOW));
        }
    }
}

#[tokio::test]
async fn a_second_put_replaces_the_first() {
    let dir = tempfile::tempdir().unwrap();
    for store in stores(&dir).await {
        store.put(&bucket(), &key("k"), Bytes::from_static(b"first, longer")).await.unwrap();
        store.put(&bucket(), &key("k"), Bytes::from_static(b"second")).await.unwrap();
        assert_eq!(store.get(&bucket(), &key("k")).await.unwrap(), "second");
        assert_eq!(store.list(&bucket(), "", None, 10).await.unwrap().objects.len(), 1);
    }
}

#[tokio::test]
async fn keys_are_listed_in_byte_order_page_by_page() {
    let dir = tempfile::tempdir().unwrap();
    let names = ["Z", "a-b/1", "a.b", "a/1", "a/10", "a/2/x", "a/2/y", "a0", "b/"];
    for store in stores(&dir).await {
        for name in names.iter().rev() {
            store.put(&bucket(), &key(name), Bytes::new()).await.unwrap();
        }
        for prefix in ["", "a", "a/", "a/2", "b", "zzz"] {
            let expected: Vec<&str> =
                names.iter().copied().filter(|name| name.starts_with(prefix)).collect();
            let mut found = Vec::new();
            let mut after: Option<String> = None;
            loop {
                let page = store.list(&bucket(), prefix, after.as_deref(), 2).await.unwrap();
                after = page.objects.last().map(|facts| facts.key.as_str().to_owned());
                found.extend(page.objects.into_iter().map(|facts| facts.key));
                if !page.truncated {
                    break;
                }
            }
            let found: Vec<&str> = found.iter().map(ObjectKey::as_str).collect();
            assert_eq!(found, expected, "prefix {prefix:?}");
        }
    }
}

#[tokio::test]
async fn what_is_absent_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let other = BucketName::parse("other").unwrap();
    for store in stores(&dir).await {
        let no_key = BlobError::NoSuchKey { bucket: "archive".to_owned(), key: "a/k".to_owned() };
        assert_eq!(store.get(&bucket(), &key("a/k")).await, Err(no_key.clone()));
        assert_eq!(store.head(&bucket(), &key("a/k")).await, Err(no_key));
        let no_bucket = BlobError::NoSuchBucket("other".to_owned());
        assert_eq!(store.put(&other, &key("k"), Bytes::new()).await, Err(no_bucket.clone()));
        assert_eq!(store.list(&other, "", None, 1).await, Err(no_bucket.clone()));
        assert_eq!(store.delete_bucket(&other).await, Err(no_bucket));
        let exists = BlobError::BucketExists("archive".to_owned());
        assert_eq!(store.create_bucket(&bucket()).await, Err(exists));
        assert_eq!(store.delete(&bucket(), &key("a/k")).await, Ok(()));
    }
}

#[tokio::test]
async fn a_bucket_is_deleted_only_when_it_is_empty() {
    let dir = tempfile::tempdir().unwrap();
    for store in stores(&dir).await {
        store.put(&bucket(), &key("a/b/c"), Bytes::new()).await.unwrap();
        let full = BlobError::BucketNotEmpty("archive".to_owned());
        assert_eq!(store.delete_bucket(&bucket()).await, Err(full));
        store.delete(&bucket(), &key("a/b/c")).await.unwrap();
        store.delete_bucket(&bucket()).await.unwrap();
        assert_eq!(store.buckets().await.unwrap(), vec![]);
    }
}

#[tokio::test]
async fn a_local_store_keeps_objects_and_forgets_half_written_ones_when_opened_again() {
    let dir = tempfile::tempdir().unwrap();
    let store = LocalBlobStore::open(dir.path(), env()).unwrap();
    store.create_bucket(&bucket()).await.unwrap();
    let put = store.put(&bucket(), &key("a/b"), Bytes::from_static(b"x")).await.unwrap();
    std::fs::write(dir.path().join(".staging/half"), "ha").unwrap();
    drop(store);
    let store = LocalBlobStore::open(dir.path(), env()).unwrap();
    assert_eq!(store.head(&bucket(), &key("a/b")).await.unwrap(), put);
    assert_eq!(store.buckets().await.unwrap(), vec![bucket()]);
    assert_eq!(std::fs::read_dir(dir.path().join(".staging")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_local_store_refuses_an_object_beside_a_directory_of_its_name() {
    let dir = tempfile::tempdir().unwrap();
    let store = LocalBlobStore::open(dir.path(), env()).unwrap();
    store.create_bucket(&bucket()).await.unwrap();
    store.put(&bucket(), &key("a/b"), Bytes::new()).await.unwrap();
    for name in ["a", "a/b/c"] {
        let refused = store.put(&bucket(), &key(name), Bytes::new()).await;
        assert_eq!(refused, Err(BlobError::InvalidKey(name.to_owned())));
        assert!(store.head(&bucket(), &key(name)).await.is_err());
    }
    assert_eq!(std::fs::read_dir(dir.path().join(".staging")).unwrap().count(), 0);
}

//! What the S3 destination promises, against a store in memory.
//! Does not: use a disk.

use std::sync::Arc;

use bytes::Bytes;
use levada_blob::{BlobStore, BucketName, MemoryBlobStore};
use levada_codec::gzip;
use levada_env::Env;
use levada_types::Timestamp;

use super::{Buffering, Compression, S3, S3Config};
use crate::{Batch, BatchRecord, Destination, Outcome, Progress};

const AT: Timestamp = Timestamp(1_700_000_000_000);
const PROGRESS: Progress = Progress { attempt: 0, began: AT, began_machine: AT };

pub fn config() -> S3Config {
    S3Config {
        bucket: "archive".to_owned(),
        role_arn: "arn:aws:iam::000000000000:role/firehose".to_owned(),
        prefix: Some("tolls/".to_owned()),
        error_output_prefix: None,
        buffering: Buffering::default(),
        compression: Compression::Uncompressed,
        file_extension: None,
        time_zone: None,
    }
}

pub fn batch(first: u64, texts: &[&'static str]) -> Batch {
    let record = |text: &&'static str| BatchRecord { arrived: AT, data: Bytes::from(*text) };
    Batch {
        stream: "tolls".to_owned(),
        version: 1,
        buffer: 7,
        first,
        end: first + texts.len() as u64,
        oldest: AT,
        records: texts.iter().map(record).collect(),
    }
}

pub async fn store() -> (Arc<MemoryBlobStore>, BucketName) {
    let store = Arc::new(MemoryBlobStore::new(Env::virtual_at(AT, 1).0.clock));
    let bucket = BucketName::parse("archive").unwrap();
    store.create_bucket(&bucket).await.unwrap();
    (store, bucket)
}

#[tokio::test]
async fn records_are_joined_as_they_are_and_a_repeat_overwrites_them() {
    let (store, bucket) = store().await;
    let s3 = S3::new(config(), store.clone());
    for _ in 0..2 {
        assert_eq!(s3.deliver(&batch(1, &["a\n", "", "b"]), PROGRESS).await, Outcome::Delivered);
    }
    let listing = store.list(&bucket, "", None, 10).await.unwrap();
    let [object] = &listing.objects[..] else { panic!("{listing:?}") };
    let key = object.key.as_str();
    let start = "tolls/2023/11/14/22/tolls-1-2023-11-14-22-13-20-";
    assert!(key.starts_with(start) && key.len() == start.len() + 36, "{key}");
    assert_eq!(store.get(&bucket, &object.key).await.unwrap(), "a\nb");
    assert_eq!(s3.deliver(&batch(4, &["c"]), PROGRESS).await, Outcome::Delivered);
    assert_eq!(store.list(&bucket, "", None, 10).await.unwrap().objects.len(), 2);
}

#[tokio::test]
async fn gzip_objects_unpack_to_the_records() {
    let (store, bucket) = store().await;
    let zone = Some("America/New_York".to_owned());
    let config = S3Config { compression: Compression::Gzip, time_zone: zone, ..config() };
    let s3 = S3::new(config, store.clone());
    assert_eq!(s3.deliver(&batch(1, &["hello ", "world"]), PROGRESS).await, Outcome::Delivered);
    let listing = store.list(&bucket, "tolls/2023/11/14/17/", None, 10).await.unwrap();
    let object = &listing.objects[0];
    assert!(object.key.as_str().ends_with(".gz"));
    let packed = store.get(&bucket, &object.key).await.unwrap();
    assert_eq!(gzip::decompress(&packed, 100).unwrap(), "hello world");
}

#[tokio::test]
async fn a_missing_bucket_is_waited_for() {
    let (store, bucket) = store().await;
    store.delete_bucket(&bucket).await.unwrap();
    let s3 = S3::new(config(), store.clone());
    let later = Progress { attempt: 3, ..PROGRESS };
    let Outcome::Retry { after, why } = s3.deliver(&batch(1, &["a"]), later).await else {
        panic!("expected a retry");
    };
    assert_eq!((after.as_secs(), why.as_str()), (8, "bucket archive does not exist"));
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let refused = |config: S3Config| config.check().unwrap_err().to_string();
    assert!(refused(S3Config { bucket: "No".into(), ..config() }).contains("bucket name"));
    let prefix = Some("!{nothing:at-all}".to_owned());
    assert!(refused(S3Config { prefix, ..config() }).contains("not a known expression"));
    let time_zone = Some("Mars/Base".to_owned());
    assert!(refused(S3Config { time_zone, ..config() }).contains("time zone"));
    assert_eq!(config().check(), Ok(()));
}

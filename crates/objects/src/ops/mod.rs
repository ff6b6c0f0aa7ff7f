//! One file per operation, and what they share: words of the protocol to words of the store.
//! Does not: know HTTP.

pub mod abort_multipart_upload;
pub mod complete_multipart_upload;
pub mod copy_object;
pub mod create_bucket;
pub mod create_multipart_upload;
pub mod delete_bucket;
pub mod delete_object;
pub mod delete_objects;
pub mod get_bucket_location;
pub mod get_object;
pub mod head_bucket;
pub mod head_object;
pub mod list_buckets;
pub mod list_objects;
pub mod list_objects_v2;
pub mod put_object;
pub mod upload_part;

use std::time::{Duration, UNIX_EPOCH};

use levada_blob::{BlobError, BucketName, ObjectFacts, ObjectKey};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use s3s::dto::{self, ETag};
use s3s::{S3Error, S3ErrorCode, S3Result};

use crate::uploads::UPLOADS_BUCKET;

/// What stays as it is in `encoding-type=url`.
const URL_KEPT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'*');

/// The store's error in S3's words.
pub fn failed(error: BlobError) -> S3Error {
    let code = match &error {
        BlobError::NoSuchBucket(_) => S3ErrorCode::NoSuchBucket,
        BlobError::NoSuchKey { .. } => S3ErrorCode::NoSuchKey,
        BlobError::BucketExists(_) => S3ErrorCode::BucketAlreadyOwnedByYou,
        BlobError::BucketNotEmpty(_) => S3ErrorCode::BucketNotEmpty,
        BlobError::InvalidBucket(_) => S3ErrorCode::InvalidBucketName,
        BlobError::InvalidKey(_) => S3ErrorCode::InvalidArgument,
        BlobError::Store(_) => {
            tracing::error!(%error, "object storage failed");
            return S3Error::with_message(S3ErrorCode::InternalError, "object storage failed");
        }
    };
    S3Error::with_message(code, error.to_string())
}

fn bucket(name: &str) -> S3Result<BucketName> {
    if name == UPLOADS_BUCKET {
        return Err(failed(BlobError::NoSuchBucket(name.to_owned())));
    }
    BucketName::parse(name).map_err(failed)
}

fn key(text: &str) -> S3Result<ObjectKey> {
    ObjectKey::parse(text).map_err(failed)
}

fn etag(facts: &ObjectFacts) -> ETag {
    ETag::Strong(facts.etag.clone())
}

fn modified(facts: &ObjectFacts) -> dto::Timestamp {
    let ms = u64::try_from(facts.modified.as_millis()).unwrap_or(0);
    dto::Timestamp::from(UNIX_EPOCH + Duration::from_millis(ms))
}

fn size(facts: &ObjectFacts) -> i64 {
    i64::try_from(facts.size_bytes).unwrap_or(i64::MAX)
}

/// Texts of a listing's answer, percent-encoded when the client asked for it: XML cannot hold
/// every key.
struct Encoding(Option<dto::EncodingType>);

impl Encoding {
    fn text(&self, text: &str) -> String {
        match &self.0 {
            Some(encoding) if encoding.as_str() == dto::EncodingType::URL => {
                utf8_percent_encode(text, URL_KEPT).to_string()
            }
            _ => text.to_owned(),
        }
    }

    fn objects(&self, objects: &[ObjectFacts]) -> Vec<dto::Object> {
        let class = dto::ObjectStorageClass::from_static(dto::ObjectStorageClass::STANDARD);
        let object = |facts: &ObjectFacts| dto::Object {
            key: Some(self.text(facts.key.as_str())),
            e_tag: Some(etag(facts)),
            last_modified: Some(modified(facts)),
            size: Some(size(facts)),
            storage_class: Some(class.clone()),
            ..Default::default()
        };
        objects.iter().map(object).collect()
    }

    fn prefixes(&self, prefixes: &[String]) -> Vec<dto::CommonPrefix> {
        let entry = |prefix: &String| dto::CommonPrefix { prefix: Some(self.text(prefix)) };
        prefixes.iter().map(entry).collect()
    }
}

fn entries_max(asked: Option<i32>) -> S3Result<usize> {
    let asked = asked.unwrap_or(i32::MAX);
    match usize::try_from(asked) {
        Ok(count) => Ok(count.min(crate::limits::LIST_KEYS_MAX)),
        Err(_) => Err(S3Error::with_message(
            S3ErrorCode::InvalidArgument,
            format!("max-keys must not be negative, got {asked}"),
        )),
    }
}

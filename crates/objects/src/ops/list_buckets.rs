//! `ListBuckets`: all of them, in one page.
//! Does not: know when a bucket was created; the epoch stands for it.

use std::time::UNIX_EPOCH;

use s3s::dto::{Bucket, ListBucketsInput, ListBucketsOutput, Owner, Timestamp};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;
use crate::uploads::UPLOADS_BUCKET;

pub async fn run(
    objects: &Objects,
    _request: S3Request<ListBucketsInput>,
) -> S3Result<ListBucketsOutput> {
    let buckets = objects.store.buckets().await.map_err(super::failed)?;
    let entry = |name: &levada_blob::BucketName| Bucket {
        name: Some(name.as_str().to_owned()),
        creation_date: Some(Timestamp::from(UNIX_EPOCH)),
        ..Default::default()
    };
    let owner = Owner { id: Some("levada".to_owned()), ..Default::default() };
    let seen = buckets.iter().filter(|name| name.as_str() != UPLOADS_BUCKET);
    let buckets = Some(seen.map(entry).collect());
    Ok(ListBucketsOutput { buckets, owner: Some(owner), ..Default::default() })
}

//! `HeadBucket`.
//! Does not: tell more than that the bucket is there, and its region.

use s3s::dto::{HeadBucketInput, HeadBucketOutput};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<HeadBucketInput>,
) -> S3Result<HeadBucketOutput> {
    let bucket = super::bucket(&request.input.bucket)?;
    objects.store.list(&bucket, "", None, 0).await.map_err(super::failed)?;
    let bucket_region = Some(objects.region.clone());
    Ok(HeadBucketOutput { bucket_region, ..Default::default() })
}

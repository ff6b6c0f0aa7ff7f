//! `CreateBucket`.
//! Does not: place a bucket in a region; there is one.

use s3s::dto::{CreateBucketInput, CreateBucketOutput};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<CreateBucketInput>,
) -> S3Result<CreateBucketOutput> {
    let bucket = super::bucket(&request.input.bucket)?;
    objects.store.create_bucket(&bucket).await.map_err(super::failed)?;
    let location = Some(format!("/{}", bucket.as_str()));
    Ok(CreateBucketOutput { location })
}

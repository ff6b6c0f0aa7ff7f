//! `DeleteBucket`: only an empty one.
//! Does not: delete objects.

use s3s::dto::{DeleteBucketInput, DeleteBucketOutput};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<DeleteBucketInput>,
) -> S3Result<DeleteBucketOutput> {
    let bucket = super::bucket(&request.input.bucket)?;
    objects.store.delete_bucket(&bucket).await.map_err(super::failed)?;
    Ok(DeleteBucketOutput::default())
}

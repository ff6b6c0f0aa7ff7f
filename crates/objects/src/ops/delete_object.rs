//! `DeleteObject`: succeeds also when there is none.
//! Does not: know versions.

use s3s::dto::{DeleteObjectInput, DeleteObjectOutput};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<DeleteObjectInput>,
) -> S3Result<DeleteObjectOutput> {
    let bucket = super::bucket(&request.input.bucket)?;
    let key = super::key(&request.input.key)?;
    objects.store.delete(&bucket, &key).await.map_err(super::failed)?;
    Ok(DeleteObjectOutput::default())
}

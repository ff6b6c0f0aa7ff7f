//! `CreateMultipartUpload`.
//! Does not: keep content type or user metadata.

use s3s::dto::{CreateMultipartUploadInput, CreateMultipartUploadOutput};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;
use crate::uploads::Uploads;

pub async fn run(
    objects: &Objects,
    request: S3Request<CreateMultipartUploadInput>,
) -> S3Result<CreateMultipartUploadOutput> {
    let input = request.input;
    let (bucket, key) = (super::bucket(&input.bucket)?, super::key(&input.key)?);
    let uploads = Uploads { store: objects.store.as_ref(), bucket: &bucket, key: &key };
    let id = uploads.create(objects.random.as_ref()).await?;
    Ok(CreateMultipartUploadOutput {
        bucket: Some(input.bucket),
        key: Some(input.key),
        upload_id: Some(id),
        ..Default::default()
    })
}

//! `AbortMultipartUpload`: forgets an upload with its parts.
//! Does not: stop part uploads that are under way.

use s3s::dto::{AbortMultipartUploadInput, AbortMultipartUploadOutput};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;
use crate::uploads::Uploads;

pub async fn run(
    objects: &Objects,
    request: S3Request<AbortMultipartUploadInput>,
) -> S3Result<AbortMultipartUploadOutput> {
    let input = request.input;
    let (bucket, key) = (super::bucket(&input.bucket)?, super::key(&input.key)?);
    let uploads = Uploads { store: objects.store.as_ref(), bucket: &bucket, key: &key };
    uploads.abort(&input.upload_id).await?;
    Ok(AbortMultipartUploadOutput::default())
}

//! `CopyObject` within the store.
//! Does not: copy metadata; there is none.

use s3s::dto::{CopyObjectInput, CopyObjectOutput, CopyObjectResult, CopySource};
use s3s::{S3Request, S3Result, s3_error};

use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<CopyObjectInput>,
) -> S3Result<CopyObjectOutput> {
    let input = request.input;
    let CopySource::Bucket { bucket: from_bucket, key: from_key, .. } = &input.copy_source else {
        return Err(s3_error!(NotImplemented, "copying from an access point is not supported"));
    };
    let (from_bucket, from_key) = (super::bucket(from_bucket)?, super::key(from_key)?);
    let (bucket, key) = (super::bucket(&input.bucket)?, super::key(&input.key)?);
    let content = objects.store.get(&from_bucket, &from_key).await.map_err(super::failed)?;
    let facts = objects.store.put(&bucket, &key, content).await.map_err(super::failed)?;
    let result = CopyObjectResult {
        e_tag: Some(super::etag(&facts)),
        last_modified: Some(super::modified(&facts)),
        ..Default::default()
    };
    Ok(CopyObjectOutput { copy_object_result: Some(result), ..Default::default() })
}

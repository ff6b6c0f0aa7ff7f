//! `HeadObject`.
//! Does not: honour ranges or preconditions.

use s3s::dto::{HeadObjectInput, HeadObjectOutput};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<HeadObjectInput>,
) -> S3Result<HeadObjectOutput> {
    let bucket = super::bucket(&request.input.bucket)?;
    let key = super::key(&request.input.key)?;
    let facts = objects.store.head(&bucket, &key).await.map_err(super::failed)?;
    Ok(HeadObjectOutput {
        accept_ranges: Some("bytes".to_owned()),
        content_length: Some(super::size(&facts)),
        content_type: Some("binary/octet-stream".to_owned()),
        e_tag: Some(super::etag(&facts)),
        last_modified: Some(super::modified(&facts)),
        ..Default::default()
    })
}

//! `GetObject`, whole or one byte range of it.
//! Does not: honour preconditions or part numbers.

use s3s::dto::{GetObjectInput, GetObjectOutput, StreamingBlob};
use s3s::{Body, S3Request, S3Result, s3_error};

use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<GetObjectInput>,
) -> S3Result<GetObjectOutput> {
    let input = request.input;
    let bucket = super::bucket(&input.bucket)?;
    let key = super::key(&input.key)?;
    let facts = objects.store.head(&bucket, &key).await.map_err(super::failed)?;
    let mut content = objects.store.get(&bucket, &key).await.map_err(super::failed)?;
    let mut content_range = None;
    if let Some(range) = input.range {
        let full = content.len() as u64;
        let span = range.check(full).map_err(|_| s3_error!(InvalidRange))?;
        content_range = Some(format!("bytes {}-{}/{full}", span.start, span.end - 1));
        content = content.slice(span.start as usize..span.end as usize);
    }
    Ok(GetObjectOutput {
        accept_ranges: Some("bytes".to_owned()),
        content_length: i64::try_from(content.len()).ok(),
        content_type: Some("binary/octet-stream".to_owned()),
        body: Some(StreamingBlob::from(Body::from(content))),
        content_range,
        e_tag: Some(super::etag(&facts)),
        last_modified: Some(super::modified(&facts)),
        ..Default::default()
    })
}

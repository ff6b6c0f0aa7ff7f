//! `CompleteMultipartUpload`: one object of all named parts, whole or not at all.
//! Does not: check a checksum of the whole object; each part had its own.

use s3s::dto::{CompleteMultipartUploadInput, CompleteMultipartUploadOutput, CompletedPart};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;
use crate::uploads::{NamedPart, Uploads};

pub async fn run(
    objects: &Objects,
    request: S3Request<CompleteMultipartUploadInput>,
) -> S3Result<CompleteMultipartUploadOutput> {
    let input = request.input;
    let (bucket, key) = (super::bucket(&input.bucket)?, super::key(&input.key)?);
    let named = |part: CompletedPart| NamedPart {
        number: part.part_number.unwrap_or(0),
        etag: part.e_tag.map(|etag| etag.into_value()),
    };
    let parts = input.multipart_upload.and_then(|upload| upload.parts).unwrap_or_default();
    let parts: Vec<NamedPart> = parts.into_iter().map(named).collect();
    let held = objects.room.keep(None).await;
    let uploads = Uploads { store: objects.store.as_ref(), bucket: &bucket, key: &key };
    let facts = uploads.complete(&input.upload_id, &parts).await?;
    drop(held);
    Ok(CompleteMultipartUploadOutput {
        location: Some(format!("/{}/{}", input.bucket, input.key)),
        bucket: Some(input.bucket),
        key: Some(input.key),
        e_tag: Some(super::etag(&facts)),
        ..Default::default()
    })
}

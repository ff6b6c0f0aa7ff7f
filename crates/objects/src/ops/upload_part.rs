//! `UploadPart`: checked against its checksums like a whole object.
//! Does not: copy parts from other objects.

use s3s::dto::{Checksum, UploadPartInput, UploadPartOutput};
use s3s::{S3Request, S3Result};

use super::put_object;
use crate::s3::Objects;
use crate::uploads::Uploads;

pub async fn run(
    objects: &Objects,
    request: S3Request<UploadPartInput>,
) -> S3Result<UploadPartOutput> {
    let input = request.input;
    let (bucket, key) = (super::bucket(&input.bucket)?, super::key(&input.key)?);
    let held = objects.room.keep(input.content_length).await;
    let content = put_object::read(input.body).await?;
    let given = Checksum {
        checksum_crc32: input.checksum_crc32,
        checksum_crc32c: input.checksum_crc32c,
        checksum_crc64nvme: input.checksum_crc64nvme,
        checksum_sha1: input.checksum_sha1,
        checksum_sha256: input.checksum_sha256,
        checksum_type: None,
    };
    let trailers = request.trailing_headers.and_then(|trailers| trailers.take());
    let given = put_object::with_trailers(given, trailers.as_ref());
    put_object::verify(&content, &given, input.content_md5.as_deref())?;
    let uploads = Uploads { store: objects.store.as_ref(), bucket: &bucket, key: &key };
    let facts = uploads.put_part(&input.upload_id, input.part_number, content).await?;
    drop(held);
    Ok(UploadPartOutput {
        e_tag: Some(super::etag(&facts)),
        checksum_crc32: given.checksum_crc32,
        checksum_crc32c: given.checksum_crc32c,
        checksum_crc64nvme: given.checksum_crc64nvme,
        checksum_sha1: given.checksum_sha1,
        checksum_sha256: given.checksum_sha256,
        ..Default::default()
    })
}
